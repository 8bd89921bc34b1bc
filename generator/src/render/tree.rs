//! What is to be written: text by relative path.

use std::collections::BTreeMap;

/// The files of a crate, by paths that mean the same on every file system.
///
/// A path is relative, its parts are separated by `/`, and folders are implied. Two paths never differ only in case,
/// in no part of them: on many systems they would be one file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    files: BTreeMap<String, String>,
    /// Every file and every folder above one, by its path in lower case.
    entries: BTreeMap<String, Entry>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    path: String,
    kind: EntryKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EntryKind {
    File,
    Folder,
}

/// Why a path cannot be part of a [`Tree`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TreeError {
    /// It is absolute, climbs out, or is not written in the one form.
    #[error("`{path}` is no path below a folder with `/` between its parts")]
    NotRelative {
        /// The path.
        path: String,
    },
    /// A part of it cannot be a file's name on every system.
    #[error("`{path}` has the part `{part}`, which cannot be a file's name on every system")]
    Name {
        /// The path.
        path: String,
        /// The part.
        part: String,
    },
    /// The tree has it already, or has it as a folder, or differs from it only in case.
    #[error("`{path}` cannot stand beside `{other}`")]
    Clash {
        /// The path.
        path: String,
        /// The file or folder that the tree has.
        other: String,
    },
}

impl Tree {
    /// A tree without files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file.
    ///
    /// # Errors
    ///
    /// The path is none that every system can hold beside the others; the tree stays as it was.
    pub fn insert(&mut self, path: impl Into<String>, text: impl Into<String>) -> Result<(), TreeError> {
        let path = path.into();
        check_path(&path)?;
        if let Some(other) = self.clash(&path, EntryKind::File) {
            let other = other.to_owned();
            return Err(TreeError::Clash { path, other });
        }
        if self.files.contains_key(&path) {
            return Err(TreeError::Clash { other: path.clone(), path });
        }
        for (prefix, kind) in prefixes(&path, EntryKind::File) {
            self.entries.entry(prefix.to_lowercase()).or_insert_with(|| Entry { path: prefix.to_owned(), kind });
        }
        self.files.insert(path, text.into());
        Ok(())
    }

    /// The text of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Every file with its text, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Whether a file or a folder of the tree has this path, in whatever case.
    pub(crate) fn mentions(&self, path: &str) -> bool {
        self.entries.contains_key(&path.to_lowercase())
    }

    /// Whether a file at this path could not be beside the files of the tree.
    pub(crate) fn file_is_in_the_way(&self, path: &str) -> bool {
        self.clash(path, EntryKind::File).is_some()
    }

    /// Whether a folder at this path could not be beside the files of the tree.
    pub(crate) fn folder_is_in_the_way(&self, path: &str) -> bool {
        self.clash(path, EntryKind::Folder).is_some()
    }

    /// What the tree has in place of this path or of a folder above it.
    fn clash(&self, path: &str, kind: EntryKind) -> Option<&str> {
        prefixes(path, kind).find_map(|(prefix, kind)| {
            let entry = self.entries.get(&prefix.to_lowercase())?;
            (entry.path != prefix || entry.kind != kind).then_some(entry.path.as_str())
        })
    }
}

/// The folders above a path, outermost first, and then the path itself as what it is.
fn prefixes(path: &str, kind: EntryKind) -> impl Iterator<Item = (&str, EntryKind)> {
    path.match_indices('/').map(|(end, _)| (&path[..end], EntryKind::Folder)).chain([(path, kind)])
}

/// Refuses what is not a plain relative path, or is not one on some system.
pub(crate) fn check_path(path: &str) -> Result<(), TreeError> {
    let parts = || path.split('/');
    if path.contains('\\') || parts().any(|part| matches!(part, "" | "." | "..")) {
        let path = path.to_owned();
        return Err(TreeError::NotRelative { path });
    }
    match parts().find(|part| !is_portable_name(part)) {
        None => Ok(()),
        Some(part) => Err(TreeError::Name { path: path.to_owned(), part: part.to_owned() }),
    }
}

/// Most systems hold names of up to 255 bytes; the other limits are those of Windows.
fn is_portable_name(name: &str) -> bool {
    let forbidden = |c: char| c.is_control() || "<>:\"|?*".contains(c);
    name.len() <= 255 && !name.contains(forbidden) && !name.ends_with(['.', ' ']) && !is_device_name(name)
}

/// Windows reserves some names for devices, whatever their case and extension: `nul.rs` is one, `null.rs` is not.
fn is_device_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let stem = stem.to_ascii_lowercase();
    match stem.as_str() {
        "con" | "prn" | "aux" | "nul" | "conin$" | "conout$" => true,
        port => port
            .strip_prefix("com")
            .or_else(|| port.strip_prefix("lpt"))
            .is_some_and(|number| matches!(number.chars().collect::<Vec<_>>()[..], ['0'..='9' | '¹' | '²' | '³'])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree_of(paths: &[&str]) -> Tree {
        let mut tree = Tree::new();
        for path in paths {
            tree.insert(*path, "").expect("a good path");
        }
        tree
    }

    #[test]
    fn plain_paths_are_kept_in_order() {
        let tree = tree_of(&["src/lib.rs", "Cargo.toml", "src/a/null.rs", "docs/Über.md"]);
        let paths: Vec<_> = tree.iter().map(|(path, _)| path).collect();
        assert_eq!(paths, ["Cargo.toml", "docs/Über.md", "src/a/null.rs", "src/lib.rs"]);
        assert_eq!(tree.len(), 4);
    }

    #[test]
    fn paths_that_leave_the_folder_are_refused() {
        for path in ["", "/", "/etc/x", "../x", "a/../b", "a/./b", "a//b", "a/", "a\\b", "\\\\host\\x"] {
            let refused = Tree::new().insert(path, "");
            assert!(matches!(refused, Err(TreeError::NotRelative { .. })), "{path:?}: {refused:?}");
        }
    }

    #[test]
    fn names_that_some_system_cannot_hold_are_refused() {
        let long = "x".repeat(256);
        for name in [
            "C:",
            "nul",
            "NUL.rs",
            "aux.tar.gz",
            "com1",
            "Lpt9.txt",
            "com².rs",
            "con .rs",
            "a.",
            "a ",
            "a?b",
            "a\u{0}b",
            "a\nb",
            "a:b",
            &long,
        ] {
            let refused = Tree::new().insert(format!("src/{name}"), "");
            assert!(matches!(refused, Err(TreeError::Name { .. })), "{name:?}: {refused:?}");
        }
        for name in ["com", "com10.rs", "console.rs", "auxiliary", ".gitignore", "a b"] {
            assert_eq!(Tree::new().insert(name, ""), Ok(()), "{name}");
        }
    }

    #[test]
    fn paths_that_meet_on_some_system_are_refused() {
        for (there, path) in [
            ("src/a.rs", "src/a.rs"),
            ("src/a.rs", "src/A.rs"),
            ("src/a.rs", "Src/b.rs"),
            ("src/a", "src/a/b.rs"),
            ("src/a/b.rs", "src/a"),
            ("src/É.rs", "src/é.rs"),
        ] {
            let mut tree = tree_of(&[there]);
            let refused = tree.insert(path, "");
            assert!(matches!(refused, Err(TreeError::Clash { .. })), "{there} {path}: {refused:?}");
            assert_eq!(tree, tree_of(&[there]), "a refused path leaves no trace");
        }
    }
}
