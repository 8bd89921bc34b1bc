//! Reading the files that a command line names.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::Failure;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::known::{self, KnownNames};
use crate::postman::{Environment, parse_environment};
use crate::source::Source;

/// Where the configuration stands in a `Cargo.toml`.
const TABLE: &[&str] = &["workspace", "metadata", "regen"];

/// Whether a path is `-`, which stands for standard input.
#[must_use]
pub fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// A path as messages name it. It may hold control characters, which whoever prints it must
/// [escape](crate::diagnostic::escaped).
#[must_use]
pub fn shown(path: &Path) -> String {
    if is_stdin(path) { "<stdin>".to_owned() } else { path.display().to_string() }
}

/// Reads a file, or standard input for `-`, under the name that messages are to have for it.
///
/// # Errors
///
/// It cannot be read, or is no text in UTF-8.
pub fn read(path: &Path, name: &str) -> Result<Source, Failure> {
    let bytes = if is_stdin(path) { read_stdin() } else { fs::read(path) };
    let bytes = bytes.map_err(|error| Failure::input(vec![unreadable(path, name, &error)], &Source::new(name, "")))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source::new(name, text)),
        Err(error) => {
            let found = not_utf8(error.as_bytes(), error.utf8_error().valid_up_to());
            let lossy = String::from_utf8_lossy(error.as_bytes());
            Err(Failure::input(vec![found.in_file(name)], &Source::new(name, lossy)))
        }
    }
}

/// Reads a configuration: of a `Cargo.toml` the table `workspace.metadata.regen`, of another file all of it. The file is given
/// as well, since more may be found to say about it.
///
/// # Errors
///
/// The file cannot be read, or holds a mistake.
pub fn read_config(path: &Path, name: &str) -> Result<(Config, Source), Failure> {
    let source = read(path, name)?;
    let table = if path.ends_with("Cargo.toml") { TABLE } else { &[] };
    match Config::from_toml(source.text(), table) {
        Ok(config) => Ok((Config { file: name.to_owned(), ..config }, source)),
        Err(error) => Err(Failure::input(vec![error.into_diagnostic(name)], &source)),
    }
}

/// What types were called when the crate in a folder was made. A folder without such a file, or no folder, knows none.
///
/// # Errors
///
/// The file cannot be read, or holds a mistake.
pub fn read_known(dir: &Path) -> Result<KnownNames, Failure> {
    let path = dir.join(known::FILE);
    if !path.exists() {
        return Ok(KnownNames::default());
    }
    let name = shown(&path);
    let source = read(&path, &name)?;
    KnownNames::from_toml(source.text()).map_err(|error| {
        let found = Diagnostic::error("bad-types-lock", error.message.clone())
            .in_file(&name)
            .in_full()
            .at_position(error.line, error.column)
            .hint("restore it from version control, or delete it to have all types named anew");
        Failure::input(vec![found], &source)
    })
}

/// Environments that were read.
#[derive(Debug, Default)]
pub struct Environments {
    /// They, in the order in which they were named.
    pub parsed: Vec<Environment>,
    /// Their files.
    pub sources: Vec<Source>,
    /// What is to be said about the files; none of it is an error.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads environments, each from a file under the name that messages are to have for it.
///
/// # Errors
///
/// A file cannot be read, or is something else.
pub fn read_environments(files: impl IntoIterator<Item = (PathBuf, String)>) -> Result<Environments, Failure> {
    let mut environments = Environments::default();
    for (path, name) in files {
        let source = read(&path, &name)?;
        let (parsed, found) = parse_environment(&source).map_err(|error| Failure::input(vec![error], &source))?;
        environments.parsed.push(parsed);
        environments.sources.push(source);
        environments.diagnostics.extend(found);
    }
    Ok(environments)
}

/// The environments that a configuration names, from the folder of its file.
#[must_use]
pub fn environments_of(config: &Config, file: &Path) -> Vec<PathBuf> {
    let folder = file.parent().unwrap_or(Path::new(""));
    config.environments.iter().map(|path| folder.join(path)).collect()
}

fn read_stdin() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unreadable(path: &Path, name: &str, error: &io::Error) -> Diagnostic {
    let (message, hint) = match error.kind() {
        _ if path.is_dir() => (format!("`{name}` is a folder"), "name a file in it"),
        io::ErrorKind::NotFound => (
            format!("there is no file `{name}`"),
            "check how it is spelled; a path that does not begin at the root is looked up in the current folder",
        ),
        _ => (format!("cannot read `{name}`: {error}"), "mend that, then run again"),
    };
    Diagnostic::error("unreadable-file", message).in_file(name).hint(hint)
}

/// The error for bytes that are UTF-8 only up to some offset.
fn not_utf8(bytes: &[u8], valid: usize) -> Diagnostic {
    let before = String::from_utf8_lossy(&bytes[..valid]);
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let (line, column) = (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1);
    let message = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "the file is UTF-16, and must be UTF-8",
        _ => "the file is no text in UTF-8",
    };
    Diagnostic::error("not-utf8", message).at_position(line, column).hint("save it as UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_byte_that_is_no_text_is_named() {
        let found = not_utf8(b"{\n \"\xc3\xa9\xff\"", 6);
        assert_eq!(found.position, Some((2, 4)));
        assert_eq!(found.message, "the file is no text in UTF-8");
        assert!(not_utf8(&[0xff, 0xfe, b'{', 0], 0).message.contains("UTF-16"));
    }
}
