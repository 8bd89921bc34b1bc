//! How often values of each kind were seen in one place.
//!
//! There is one [`Counts`] for each place of each body, tens of thousands in a large collection, so that it is kept small. No
//! file that memory has room for has more values than 32 bits count.

use std::num::NonZeroU32;

use serde_json::Value;

use super::texts::Texts;

/// The number of an example, among all that are looked at.
pub(super) type ExampleId = u32;

/// Where a value was seen: in which example, and as which of its values, from 1 on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sight {
    pub(super) example: ExampleId,
    pub(super) position: NonZeroU32,
}

/// The kinds of JSON values, `null` aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Bool,
    Number,
    Text,
    List,
    Object,
}

impl Kind {
    /// All of them.
    pub(super) const ALL: [Self; 5] = [Self::Bool, Self::Number, Self::Text, Self::List, Self::Object];
}

/// The values that were seen in one place, by their kinds.
#[derive(Debug, Clone, Default)]
pub(super) struct Counts<'a> {
    pub(super) seen: u32,
    pub(super) null: u32,
    pub(super) bool: u32,
    pub(super) integer: u32,
    /// Whole numbers below zero, which `integer` counts as well.
    pub(super) negative: u32,
    /// Whole numbers beyond `i64`.
    pub(super) unsigned: u32,
    /// Whole numbers that a float cannot hold, which `integer` or `unsigned` counts as well.
    pub(super) wide: u32,
    pub(super) float: u32,
    pub(super) string: u32,
    pub(super) list: u32,
    pub(super) empty_list: u32,
    pub(super) object: u32,
    pub(super) empty_object: u32,
    /// What the strings are.
    pub(super) texts: Option<Box<Texts<'a>>>,
    /// The first value that is no object or list, and may be shown.
    sample: Option<(Sight, &'a Value)>,
    /// Where a value of each kind was seen first, and where any was.
    firsts: [Option<Sight>; 5],
    pub(super) first: Option<Sight>,
}

/// The largest whole number up to which a float holds each.
const FLOAT_WHOLE: u64 = 1 << 53;

impl<'a> Counts<'a> {
    /// Counts a value that stands in an example. Of a secret nothing but its kind and form is kept.
    pub(super) fn observe(&mut self, value: &'a Value, sight: Sight, secret: bool) {
        self.seen += 1;
        self.first.get_or_insert(sight);
        let kind = match value {
            Value::Null => {
                self.null += 1;
                return;
            }
            Value::Bool(_) => {
                self.bool += 1;
                Kind::Bool
            }
            Value::Number(number) => {
                match (number.as_i64(), number.as_u64()) {
                    (Some(whole), _) => {
                        self.integer += 1;
                        self.negative += u32::from(whole < 0);
                        self.wide += u32::from(whole.unsigned_abs() > FLOAT_WHOLE);
                    }
                    (None, Some(_)) => {
                        self.unsigned += 1;
                        self.wide += 1;
                    }
                    (None, None) => self.float += 1,
                }
                Kind::Number
            }
            Value::String(text) => {
                self.string += 1;
                let texts = self.texts.get_or_insert_default();
                texts.observe(text);
                if secret {
                    texts.no_words();
                }
                Kind::Text
            }
            Value::Array(elements) => {
                self.list += 1;
                self.empty_list += u32::from(elements.is_empty());
                Kind::List
            }
            Value::Object(members) => {
                self.object += 1;
                self.empty_object += u32::from(members.is_empty());
                Kind::Object
            }
        };
        self.firsts[kind as usize].get_or_insert(sight);
        if !secret && self.sample.is_none() && !matches!(kind, Kind::List | Kind::Object) {
            self.sample = Some((sight, value));
        }
    }

    /// Adds what was seen in another place.
    pub(super) fn add(&mut self, other: Self) {
        self.seen += other.seen;
        self.null += other.null;
        self.bool += other.bool;
        self.integer += other.integer;
        self.negative += other.negative;
        self.unsigned += other.unsigned;
        self.wide += other.wide;
        self.float += other.float;
        self.string += other.string;
        self.list += other.list;
        self.empty_list += other.empty_list;
        self.object += other.object;
        self.empty_object += other.empty_object;
        self.texts = match (self.texts.take(), other.texts) {
            (Some(mut a), Some(b)) => {
                a.add(*b);
                Some(a)
            }
            (a, b) => a.or(b),
        };
        // Whichever of two comes first in the document, so that the order of adding decides nothing.
        self.sample = match (self.sample, other.sample) {
            (Some(a), Some(b)) => Some(if b.0 < a.0 { b } else { a }),
            (a, b) => a.or(b),
        };
        for (a, b) in self.firsts.iter_mut().zip(other.firsts) {
            *a = earlier(*a, b);
        }
        self.first = earlier(self.first, other.first);
    }

    /// How many values of a kind were seen.
    pub(super) fn of(&self, kind: Kind) -> u32 {
        match kind {
            Kind::Bool => self.bool,
            Kind::Number => self.integer + self.unsigned + self.float,
            Kind::Text => self.string,
            Kind::List => self.list,
            Kind::Object => self.object,
        }
    }

    /// Which kinds were seen.
    pub(super) fn kinds(&self) -> Vec<Kind> {
        Kind::ALL.into_iter().filter(|kind| self.of(*kind) > 0).collect()
    }

    /// Whether any kind was seen.
    pub(super) fn shows_any(&self) -> bool {
        Kind::ALL.iter().any(|kind| self.of(*kind) > 0)
    }

    /// Whether a kind was seen that was also seen in another place.
    pub(super) fn shows_kind_of(&self, other: &Self) -> bool {
        Kind::ALL.iter().any(|kind| self.of(*kind) > 0 && other.of(*kind) > 0)
    }

    /// A value that is no object or list, and may be shown.
    pub(super) fn sample(&self) -> Option<&'a Value> {
        self.sample.map(|(_, value)| value)
    }

    /// Where a value of a kind was seen first.
    pub(super) fn first_of(&self, kind: Kind) -> Option<Sight> {
        self.firsts[kind as usize]
    }
}

fn earlier(a: Option<Sight>, b: Option<Sight>) -> Option<Sight> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
