//! How often values of each kind were seen in one place.

use serde_json::Value;

/// The values that were seen in one place, by their kinds.
#[derive(Debug, Clone, Default)]
pub(super) struct Counts<'a> {
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
    pub(super) object: usize,
    pub(super) empty_object: usize,
    /// The first value that is no object or list.
    pub(super) sample: Option<&'a Value>,
}

impl<'a> Counts<'a> {
    /// Counts a value.
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
            }
            Value::Object(members) => {
                self.object += 1;
                self.empty_object += usize::from(members.is_empty());
            }
        }
        if self.sample.is_none() && !matches!(value, Value::Null | Value::Array(_) | Value::Object(_)) {
            self.sample = Some(value);
        }
    }

    /// Adds what was seen in another place.
    pub(super) fn add(&mut self, other: Self) {
        self.seen += other.seen;
        self.null += other.null;
        self.bool += other.bool;
        self.integer += other.integer;
        self.unsigned += other.unsigned;
        self.float += other.float;
        self.string += other.string;
        self.list += other.list;
        self.empty_list += other.empty_list;
        self.object += other.object;
        self.empty_object += other.empty_object;
        self.sample = self.sample.or(other.sample);
    }

    /// Which kinds were seen, `null` aside: booleans, numbers, strings, lists, objects.
    pub(super) fn kinds(&self) -> [bool; 5] {
        let number = self.integer + self.unsigned + self.float;
        [self.bool, number, self.string, self.list, self.object].map(|count| count > 0)
    }
}
