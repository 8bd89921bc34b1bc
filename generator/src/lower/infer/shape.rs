//! What examples show of one place: how often it was there, and of which kinds.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde_json::Value;

/// How many different sets of keys of an object are remembered.
const MAX_KEY_SETS: usize = 8;

/// The values that were seen in one place.
#[derive(Debug, Clone, Default)]
pub(super) struct Shape<'a> {
    pub(super) seen: usize,
    pub(super) null: usize,
    pub(super) bool: usize,
    pub(super) integer: usize,
    /// Whole numbers beyond `i64`.
    pub(super) unsigned: usize,
    pub(super) float: usize,
    pub(super) string: usize,
    pub(super) list: usize,
    pub(super) empty_list: usize,
    /// The elements of all lists.
    pub(super) element: Option<Box<Shape<'a>>>,
    pub(super) object: usize,
    pub(super) empty_object: usize,
    /// The members of all objects, in the order in which they were first seen.
    pub(super) fields: IndexMap<&'a str, Shape<'a>>,
    /// The sets of keys that objects had, at most [`MAX_KEY_SETS`].
    pub(super) key_sets: BTreeSet<Vec<&'a str>>,
    /// The first value that is no object or list.
    pub(super) sample: Option<&'a Value>,
}

impl<'a> Shape<'a> {
    /// Adds a value that was seen in this place.
    pub(super) fn observe(&mut self, value: &'a Value) {
        self.seen += 1;
        match value {
            Value::Null => self.null += 1,
            Value::Bool(_) => self.bool += 1,
            Value::Number(number) if number.is_i64() => self.integer += 1,
            Value::Number(number) if number.is_u64() => self.unsigned += 1,
            Value::Number(_) => self.float += 1,
            Value::String(_) => self.string += 1,
            Value::Array(elements) => {
                self.list += 1;
                self.empty_list += usize::from(elements.is_empty());
                let shape = self.element.get_or_insert_default();
                elements.iter().for_each(|element| shape.observe(element));
            }
            Value::Object(members) => {
                self.object += 1;
                self.empty_object += usize::from(members.is_empty());
                if self.key_sets.len() < MAX_KEY_SETS {
                    let mut keys: Vec<&str> = members.keys().map(String::as_str).collect();
                    keys.sort_unstable();
                    self.key_sets.insert(keys);
                }
                for (key, member) in members {
                    self.fields.entry(key).or_default().observe(member);
                }
            }
        }
        if self.sample.is_none() && !matches!(value, Value::Null | Value::Array(_) | Value::Object(_)) {
            self.sample = Some(value);
        }
    }
}
