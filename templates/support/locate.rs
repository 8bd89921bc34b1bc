//! Where in a JSON text a place is: the path of the value that ends or stands there.
//!
//! Decoding straight from the text is faster, and quicker to compile, than through a layer that
//! keeps the path of every value. Only after a failure the text is walked once more, up to where
//! decoding stopped.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::macros::scalars_are_skipped;

/// The path of the value that `error` is about: `models[3].created_at`. Empty for the whole text.
pub(crate) fn path(text: &[u8], error: &serde_json::Error) -> String {
    let mut path = Vec::new();
    let head = &text[..offset(text, error.line(), error.column())];
    // The text ends in the middle, so this fails; the path stays where it got to.
    let _ = Walk { path: &mut path }.deserialize(&mut serde_json::Deserializer::from_slice(head));
    show(&path)
}

/// How many bytes come before a place; lines count from 1.
fn offset(text: &[u8], line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive(|byte| *byte == b'\n').take(line.saturating_sub(1)).map(<[u8]>::len).sum();
    (before + column).min(text.len())
}

enum Step {
    Key(String),
    Index(usize),
}

fn show(path: &[Step]) -> String {
    let mut text = String::new();
    for step in path {
        match step {
            Step::Index(index) => text.push_str(&format!("[{index}]")),
            Step::Key(key) if text.is_empty() => text.push_str(key),
            Step::Key(key) => {
                text.push('.');
                text.push_str(key);
            }
        }
    }
    text
}

/// Reads a value. When it is complete, the path ends with it, and stays so until the next value
/// begins.
struct Walk<'p> {
    path: &'p mut Vec<Step>,
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let depth = self.path.len();
        while let Some(key) = map.next_key()? {
            self.path.truncate(depth);
            self.path.push(Step::Key(key));
            map.next_value_seed(Walk { path: self.path })?;
        }
        self.path.truncate(depth);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let depth = self.path.len();
        let mut index = 0;
        while seq.next_element_seed(Element { path: self.path, depth, index })?.is_some() {
            index += 1;
        }
        self.path.truncate(depth);
        Ok(())
    }

    scalars_are_skipped!();
}

/// An element of a list; it takes its place in the path only when it is there.
struct Element<'p> {
    path: &'p mut Vec<Step>,
    depth: usize,
    index: usize,
}

impl<'de> DeserializeSeed<'de> for Element<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.path.truncate(self.depth);
        self.path.push(Step::Index(self.index));
        Walk { path: self.path }.deserialize(deserializer)
    }
}
