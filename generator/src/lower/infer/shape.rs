//! What examples show of one place, and of what is in it.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use indexmap::IndexMap;
use serde_json::Value;

use super::counts::{Counts, ExampleId, Sight};
use crate::secrets;

/// How many different sets of keys of an object are remembered.
const MAX_KEY_SETS: usize = 8;

/// The values that were seen in one place, with what they hold.
#[derive(Debug, Default)]
pub(super) struct Shape<'a> {
    pub(super) counts: Counts<'a>,
    /// The elements of all lists.
    pub(super) element: Option<Box<Shape<'a>>>,
    /// What all objects are.
    pub(super) object: Option<Box<Object<'a>>>,
}

/// The objects that were seen in one place.
#[derive(Debug, Default)]
pub(super) struct Object<'a> {
    /// Their members, in the order in which they were first seen.
    pub(super) fields: IndexMap<&'a str, Shape<'a>>,
    /// The sets of keys that they had, at most [`MAX_KEY_SETS`].
    pub(super) key_sets: BTreeSet<Vec<&'a str>>,
}

impl<'a> Shape<'a> {
    /// Adds a value that was seen in this place.
    pub(super) fn observe(&mut self, value: &'a Value, walk: &mut Walk<'a>) {
        self.counts.observe(value, walk.see(), walk.around == Around::Secret);
        match value {
            Value::Array(elements) => {
                let shape = self.element.get_or_insert_default();
                elements.iter().for_each(|element| shape.observe(element, walk));
            }
            Value::Object(members) => {
                let object = self.object.get_or_insert_with(|| {
                    walk.objects += 1;
                    Box::default()
                });
                if object.key_sets.len() < MAX_KEY_SETS {
                    let mut keys: Vec<&str> = members.keys().map(String::as_str).collect();
                    keys.sort_unstable();
                    object.key_sets.insert(keys);
                }
                for (key, member) in members {
                    let outside = walk.around;
                    walk.enter(key, member);
                    object.fields.entry(key).or_default().observe(member, walk);
                    walk.around = outside;
                }
            }
            _ => {}
        }
    }
}

/// A way through examples.
#[derive(Default)]
pub(super) struct Walk<'a> {
    /// The example, by its number.
    example: ExampleId,
    /// How many of its values were seen.
    seen: u32,
    /// In how many places there were objects, in all examples.
    pub(super) objects: usize,
    around: Around,
    /// What keys say that were looked at.
    keys: BTreeMap<&'a str, Around>,
}

/// What something stands in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Around {
    #[default]
    Nothing,
    /// One of several secrets, which have names and more that may be told.
    Secrets,
    /// A secret, whatever it is made of.
    Secret,
}

impl<'a> Walk<'a> {
    /// Begins with the next example.
    pub(super) fn begin(&mut self, example: ExampleId) {
        (self.example, self.seen) = (example, 0);
    }

    /// Where the next value stands.
    fn see(&mut self) -> Sight {
        let position = NonZeroU32::MIN.saturating_add(self.seen);
        self.seen = position.get();
        Sight { example: self.example, position }
    }

    /// Goes into a member of an object. What holds nothing is known by its own key.
    fn enter(&mut self, key: &'a str, member: &Value) {
        if member.is_object() || member.is_array() {
            let said = *self.keys.entry(key).or_insert_with(|| match key {
                one if secrets::is_sensitive(one) => Around::Secret,
                several if secrets::are_sensitive(several) => Around::Secrets,
                _ => Around::Nothing,
            });
            self.around = self.around.max(said);
        } else if self.around == Around::Secrets && secrets::is_inside(key) {
            self.around = Around::Secret;
        }
    }
}
