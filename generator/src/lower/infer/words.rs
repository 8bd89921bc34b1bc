//! Words: singular and plural, and the words that a name is made of.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;

use crate::lower::names;

/// Endings that look like plurals and are none.
const NOT_PLURAL: &[&str] =
    &["status", "data", "metadata", "address", "access", "process", "news", "series", "analysis", "basis"];

/// The words of keys, each worked out once: the same few keys stand on most objects, and plurals are a matter of many rules.
#[derive(Debug, Default)]
pub(super) struct Words {
    known: BTreeMap<String, Word>,
}

/// A key as a name.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// In snake case.
    pub(super) name: String,
    /// The same in singular.
    pub(super) singular: String,
}

impl Words {
    /// The name that a key is.
    pub(super) fn of(&mut self, key: &str) -> &Word {
        if !self.known.contains_key(key) {
            // What is longer than a name can be says no more, and each child would look at all of it.
            let name = names::shortened(&key.to_snake_case()).to_owned();
            let singular = singular(&name);
            self.known.insert(key.to_owned(), Word { name, singular });
        }
        &self.known[key]
    }
}

/// The singular of the last word of a name in snake case: `model_versions` is `model_version`.
pub(in crate::lower) fn singular(name: &str) -> String {
    map_last(name, |word| pluralizer::pluralize(word, 1, false))
}

/// The plural of the last word of a name in snake case.
pub(in crate::lower) fn plural(name: &str) -> String {
    map_last(name, |word| pluralizer::pluralize(word, 2, false))
}

/// The ends of a name that are whole words, without the name itself: `concept` of `subject_concept`.
pub(super) fn suffixes(name: &str) -> impl Iterator<Item = &str> {
    name.match_indices('_').map(|(at, _)| &name[at + 1..])
}

/// Makes the first use of either quick: their rules are compiled once in a process, which takes as long as a collection to read.
pub(in crate::lower) fn prepare() {
    rayon::join(|| singular("word"), || plural("word"));
}

fn map_last(name: &str, change: impl Fn(&str) -> String) -> String {
    let (start, last) = name.rsplit_once('_').map_or(("", name), |(start, last)| (start, last));
    if last.is_empty() || NOT_PLURAL.contains(&last) {
        return name.to_owned();
    }
    let changed = change(last);
    if start.is_empty() { changed } else { format!("{start}_{changed}") }
}

/// The hint that a key gives for the object under it. `keys` are all keys under which an object stands by itself: such a
/// key is a name already, also where it stands on a list (`eval_metrics`).
pub(super) fn hint(key: &Word, in_list: bool, keys: &BTreeSet<String>) -> String {
    if in_list && !keys.contains(&key.name) { key.singular.clone() } else { key.name.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn singular_and_plural() {
        let table = [
            ("models", "model"),
            ("model_versions", "model_version"),
            ("searches", "search"),
            ("categories", "category"),
            ("status", "status"),
            ("data", "data"),
            ("addresses", "address"),
            ("people", "person"),
            ("hits", "hit"),
        ];
        for (many, one) in table {
            assert_eq!(singular(many), one, "{many}");
        }
        assert_eq!(plural("model_version"), "model_versions");
        assert_eq!(plural("search"), "searches");
        assert_eq!(singular(""), "");
    }
}
