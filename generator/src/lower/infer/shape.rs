//! What examples show of one place, and of what is in it.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde_json::Value;

use super::counts::{Counts, ExampleId};

/// How many different sets of keys of an object are remembered.
const MAX_KEY_SETS: usize = 8;

/// The values that were seen in one place, with what they hold.
#[derive(Debug, Clone, Default)]
pub(super) struct Shape<'a> {
    pub(super) counts: Counts<'a>,
    /// The elements of all lists.
    pub(super) element: Option<Box<Shape<'a>>>,
    /// The members of all objects, in the order in which they were first seen.
    pub(super) fields: IndexMap<&'a str, Shape<'a>>,
    /// The sets of keys that objects had, at most [`MAX_KEY_SETS`].
    pub(super) key_sets: BTreeSet<Vec<&'a str>>,
}

impl<'a> Shape<'a> {
    /// Adds a value that was seen in this place.
    pub(super) fn observe(&mut self, value: &'a Value, example: ExampleId) {
        self.counts.observe(value, example);
        match value {
            Value::Array(elements) => {
                let shape = self.element.get_or_insert_default();
                elements.iter().for_each(|element| shape.observe(element, example));
            }
            Value::Object(members) => {
                if self.key_sets.len() < MAX_KEY_SETS {
                    let mut keys: Vec<&str> = members.keys().map(String::as_str).collect();
                    keys.sort_unstable();
                    self.key_sets.insert(keys);
                }
                for (key, member) in members {
                    self.fields.entry(key).or_default().observe(member, example);
                }
            }
            _ => {}
        }
    }
}
