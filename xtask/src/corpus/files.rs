//! Which collections are taken, and what their crates are called.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Longer names make paths that some systems cannot hold.
const MAX_NAME: usize = 48;

/// A collection's file with the name of its crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) path: PathBuf,
    /// The file's name as it is shown.
    pub(super) file: String,
    /// The name of the package, which no other file and no dependency has.
    pub(super) package: String,
}

/// Every `*.json` of a folder in the order of the names. A file's package is named alike, whatever sample is taken.
pub(super) fn list(dir: &Path) -> io::Result<Vec<Entry>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) && path.is_file() {
            paths.push(path);
        }
    }
    paths.sort();
    let mut taken = BTreeSet::new();
    let named = paths.into_iter().map(|path| {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let package = package(&path.file_stem().unwrap_or_default().to_string_lossy(), &mut taken);
        Entry { path, file, package }
    });
    Ok(named.collect())
}

/// A package's name of what a file is called. The word in front keeps it from being a keyword, a number or a dependency's.
fn package(stem: &str, taken: &mut BTreeSet<String>) -> String {
    let words = stem.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let joined = words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-");
    let short = joined.get(..MAX_NAME).unwrap_or(&joined).trim_end_matches('-');
    let base = if short.is_empty() { "corpus".to_owned() } else { format!("corpus-{short}") };
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    let free = std::iter::once(base.clone()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or(base);
    taken.insert(free.clone());
    free
}

/// As many entries as asked for, evenly from the whole list and always the same ones.
pub(super) fn sample(entries: Vec<Entry>, size: usize) -> Vec<Entry> {
    let len = entries.len();
    if size >= len {
        return entries;
    }
    let places: BTreeSet<usize> = (0..size).map(|number| number * len / size).collect();
    entries.into_iter().enumerate().filter(|(place, _)| places.contains(place)).map(|(_, entry)| entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(count: usize) -> Vec<Entry> {
        let entry = |number: usize| Entry { path: PathBuf::new(), file: number.to_string(), package: String::new() };
        (0..count).map(entry).collect()
    }

    fn sampled(count: usize, size: usize) -> Vec<usize> {
        sample(entries(count), size).iter().map(|entry| entry.file.parse().unwrap()).collect()
    }

    #[test]
    fn samples_are_spread_evenly() {
        assert_eq!(sampled(10, 3), [0, 3, 6]);
        assert_eq!(sampled(217, 4), [0, 54, 108, 162]);
        assert_eq!(sampled(4, 3), [0, 1, 2]);
        assert_eq!(sampled(3, 3), [0, 1, 2]);
        assert_eq!(sampled(3, 40), [0, 1, 2]);
        assert_eq!(sampled(0, 3), [0; 0]);
        assert_eq!(sampled(217, 40).len(), 40);
    }

    #[test]
    fn packages_have_names_that_cargo_takes_and_no_two_the_same() {
        let mut taken = BTreeSet::new();
        let long = format!("{}-{}", "a".repeat(47), "b");
        let table = [
            ("Adyen__adyen-postman__v1", "corpus-adyen-adyen-postman-v1"),
            ("adyen adyen.postman (v1)", "corpus-adyen-adyen-postman-v1-2"),
            ("../etc/passwd", "corpus-etc-passwd"),
            ("serde", "corpus-serde"),
            ("電車", "corpus"),
            ("", "corpus-2"),
            (long.as_str(), &format!("corpus-{}", "a".repeat(47))),
        ];
        for (stem, expected) in table {
            assert_eq!(package(stem, &mut taken), expected, "from {stem}");
        }
    }
}
