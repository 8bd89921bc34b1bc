//! Commands as people type them.

use std::path::{Component, Path, PathBuf};

use super::input::{is_stdin, shown};

/// The words of a command as a shell takes them.
#[must_use]
pub fn command_line(words: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let quoted = words.into_iter().map(|word| match shlex::try_quote(word.as_ref()) {
        Ok(quoted) => quoted.into_owned(),
        // No argument can hold a null character.
        Err(_) => word.as_ref().replace('\0', ""),
    });
    quoted.collect::<Vec<_>>().join(" ")
}

/// The last part of a path.
#[must_use]
pub fn file_name(path: &Path) -> String {
    match path.file_name() {
        Some(name) if !is_stdin(path) => name.to_string_lossy().into_owned(),
        _ => shown(path),
    }
}

/// The way from a folder to a file, with `/`: what a command that is run in the folder calls the file.
///
/// It is found from the paths alone, so that neither needs to exist, and no link is followed. There is none when the two
/// have nothing but the root in common: such a way would tell about the machine, and lead nowhere on another one.
#[must_use]
pub fn way(folder: &Path, file: &Path) -> Option<String> {
    let (folder, file) = (plain(folder)?, plain(file)?);
    let (folder, file): (Vec<_>, Vec<_>) = (folder.components().collect(), file.components().collect());
    let shared = folder.iter().zip(&file).take_while(|(one, other)| one == other).count();
    if !folder[..shared].iter().any(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let up = folder[shared..].iter().map(|_| "..".into());
    let down = file[shared..].iter().map(|part| part.as_os_str().to_string_lossy());
    Some(up.chain(down).collect::<Vec<_>>().join("/"))
}

/// The path from the root on, without `.` and `..`.
fn plain(path: &Path) -> Option<PathBuf> {
    let mut plain = PathBuf::new();
    for part in std::path::absolute(path).ok()?.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_lead_from_the_folder_to_the_file() {
        let table = [
            ("out", "trains.json", Some("../trains.json")),
            ("out", "./api/../trains.json", Some("../trains.json")),
            ("crates/trains", "api/trains.json", Some("../../api/trains.json")),
            (".", "api/trains.json", Some("api/trains.json")),
            ("/work/out", "/work/My API.json", Some("../My API.json")),
            ("/work/../home/me/out", "/home/me/a.json", Some("../a.json")),
            ("/work/out", "/home/me/a.json", None),
            ("/", "/a.json", None),
        ];
        for (folder, file, expected) in table {
            assert_eq!(way(Path::new(folder), Path::new(file)).as_deref(), expected, "from {folder} to {file}");
        }
    }

    #[test]
    fn words_are_quoted_where_a_shell_would_part_them() {
        assert_eq!(command_line(["run", "a.json", "My API.json", "$HOME", ""]), "run a.json 'My API.json' '$HOME' ''");
    }

    #[test]
    fn file_names_are_without_the_way_there() {
        assert_eq!(file_name(Path::new("a/b.json")), "b.json");
        assert_eq!(file_name(Path::new("-")), "<stdin>");
    }
}
