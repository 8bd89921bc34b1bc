//! Where something stands in the collection: what a person looks for, and what a program looks for.

use std::fmt;

use serde::Serialize;

/// How many characters of a name a breadcrumb holds: every header and every parameter has one.
const LONGEST_NAME: usize = 200;

/// The place of a thing in a collection.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
pub struct Origin {
    /// The names on the way there, outermost folder first, as Postman's sidebar shows them; long ones are cut.
    pub breadcrumb: Vec<String>,
    /// The JSON pointer (RFC 6901) into the file, empty for the whole document.
    pub pointer: String,
}

impl Origin {
    /// The whole document.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// A member of the JSON object at this place, under the same breadcrumb.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        let mut member = self.clone();
        member.enter_key(key);
        member
    }

    /// An element of the JSON array at this place, under the same breadcrumb.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        let mut element = self.clone();
        element.enter_index(index);
        element
    }

    /// Goes on to a member of the JSON object at this place.
    pub(crate) fn enter_key(&mut self, key: &str) {
        self.pointer.push('/');
        for c in key.chars() {
            match c {
                '~' => self.pointer.push_str("~0"),
                '/' => self.pointer.push_str("~1"),
                _ => self.pointer.push(c),
            }
        }
    }

    /// Goes on to an element of the JSON array at this place.
    pub(crate) fn enter_index(&mut self, index: usize) {
        self.pointer.push_str(&format!("/{index}"));
    }

    /// The same place, one name further down the breadcrumb.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        self.enter_name(name);
        self
    }

    /// Goes one name further down the breadcrumb.
    pub(crate) fn enter_name(&mut self, name: &str) {
        let end = name.char_indices().nth(LONGEST_NAME).map(|(end, _)| end);
        self.breadcrumb.push(end.map_or_else(|| name.to_owned(), |end| format!("{}…", &name[..end])));
    }
}

impl fmt::Display for Origin {
    /// `Models / Versions / List Model Versions`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.breadcrumb.join(" / "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_cut() {
        let (short, long) = ("é".repeat(LONGEST_NAME), "é".repeat(LONGEST_NAME + 1));
        let origin = Origin::root().named(&short).named(&long);
        assert_eq!(origin.breadcrumb, [short.clone(), format!("{short}…")]);
    }
}
