//! How the API's types are decoded: each is made by default, and its parts are filled in place.
//!
//! A type says no more than where its parts are ([`Decode`]); what is read into them, and what becomes of what is missing,
//! `null` or unknown, stands here once. serde reads the text, so that all formats and limits are its own, and what is here is
//! compiled once for a format rather than once for a type.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::object::Object;
use super::slot::{Decode, Entries, Field, Fields, List, Optional, Slot, Word};

/// Has serde decode `$type`.
#[allow(unused_macros, reason = "not every API has types")]
macro_rules! decoded {
    ($type:ident) => {
        impl<'de> ::serde::Deserialize<'de> for $type {
            #[inline]
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::json::decode::deserialize(deserializer)
            }
        }
    };
}

#[allow(unused_imports, reason = "not every API has types")]
pub(crate) use decoded;

/// Decodes a value as serde asks for it.
pub(crate) fn deserialize<'de, T: Decode, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::default();
    Seed { slot: value.slot(), nulls: Nulls::Dropped }.deserialize(deserializer)?;
    Ok(value)
}

/// Decodes a text.
#[inline]
pub(crate) fn from_slice<T: Decode>(text: &[u8]) -> serde_json::Result<T> {
    let mut value = T::default();
    fill(value.slot(), text)?;
    Ok(value)
}

fn fill(slot: Slot<'_>, text: &[u8]) -> serde_json::Result<()> {
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    Seed { slot, nulls: Nulls::Dropped }.deserialize(&mut deserializer)?;
    deserializer.end()
}

/// Decodes a value of which nothing may be lost, and says whether it could be.
pub(crate) fn fits(slot: Slot<'_>, value: &Value) -> bool {
    Seed { slot, nulls: Nulls::Refused }.deserialize(value).is_ok()
}

/// What becomes of `null` in lists and maps of what may not be `null`.
#[derive(Clone, Copy, PartialEq)]
enum Nulls {
    Dropped,
    Refused,
}

/// Fills a slot with the next value.
struct Seed<'a> {
    slot: Slot<'a>,
    nulls: Nulls,
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let nulls = self.nulls;
        match self.slot {
            Slot::Optional(optional) => OrNull { target: Target::Optional(optional), nulls }.deserialize(deserializer),
            Slot::Text(text) => String::deserialize(deserializer).map(|value| *text = value),
            Slot::Integer(integer) => i64::deserialize(deserializer).map(|value| *integer = value),
            Slot::Float(float) => f64::deserialize(deserializer).map(|value| *float = value),
            Slot::Bool(bool) => bool::deserialize(deserializer).map(|value| *bool = value),
            Slot::Unsigned(unsigned) => u64::deserialize(deserializer).map(|value| *unsigned = value),
            Slot::Word(word) => deserializer.deserialize_str(Words { word }),
            Slot::List(list) => deserializer.deserialize_seq(Elements { list, nulls }),
            Slot::Map(map) => deserializer.deserialize_map(Values { map, nulls }),
            Slot::Object(object) => deserializer.deserialize_map(Members { object }),
            Slot::Union(union) => Value::deserialize(deserializer).map(|value| union.set(value)),
            Slot::Free(map) => Map::deserialize(deserializer).map(|value| *map = value),
            Slot::Any(any) => Value::deserialize(deserializer).map(|value| *any = value),
        }
    }
}

/// A place whose value may be `null`, or one that is made when the value is there.
enum Target<'a> {
    Optional(&'a mut dyn Optional),
    Element(&'a mut dyn List),
    Entry(&'a mut dyn Entries, String),
    Field(Slot<'a>),
}

impl<'a> Target<'a> {
    /// What becomes of `null`: an `Option` and a field stay as they were made.
    fn set_null(self) {
        match self {
            Self::Optional(_) | Self::Field(_) => {}
            Self::Element(list) => list.push_null(),
            Self::Entry(map, key) => map.insert_null(key),
        }
    }

    fn slot(self) -> Slot<'a> {
        match self {
            Self::Optional(optional) => optional.fill(),
            Self::Element(list) => list.push(),
            Self::Entry(map, key) => map.insert(key),
            Self::Field(slot) => slot,
        }
    }
}

/// Fills a target with the next value, if that is not `null`.
struct OrNull<'a> {
    target: Target<'a>,
    nulls: Nulls,
}

impl<'de> DeserializeSeed<'de> for OrNull<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for OrNull<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<(), E> {
        self.target.set_null();
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.target.set_null();
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        Seed { slot: self.target.slot(), nulls: self.nulls }.deserialize(deserializer)
    }
}

/// Fills what a list or a map holds.
struct Held<'a> {
    target: Target<'a>,
    nulls: Nulls,
}

impl<'de> DeserializeSeed<'de> for Held<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Self { target, nulls } = self;
        match nulls {
            Nulls::Dropped => OrNull { target, nulls }.deserialize(deserializer),
            Nulls::Refused => Seed { slot: target.slot(), nulls }.deserialize(deserializer),
        }
    }
}

struct Words<'a> {
    word: &'a mut dyn Word,
}

impl Visitor<'_> for Words<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E>(self, word: &str) -> Result<(), E> {
        self.word.set(word);
        Ok(())
    }
}

struct Elements<'a> {
    list: &'a mut dyn List,
    nulls: Nulls,
}

impl<'de> Visitor<'de> for Elements<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        let nulls = self.nulls;
        while elements.next_element_seed(Held { target: Target::Element(self.list), nulls })?.is_some() {}
        Ok(())
    }
}

struct Values<'a> {
    map: &'a mut dyn Entries,
    nulls: Nulls,
}

impl<'de> Visitor<'de> for Values<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        while let Some(key) = entries.next_key()? {
            entries.next_value_seed(Held { target: Target::Entry(self.map, key), nulls: self.nulls })?;
        }
        Ok(())
    }
}

struct Members<'a> {
    object: &'a mut dyn Object,
}

impl<'de> Visitor<'de> for Members<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let mut seen = Seen::default();
        while let Some(field) = members.next_key_seed(Name { object: self.object })? {
            match field {
                Some(Field { name, index, .. }) if !seen.insert(index) => return Err(A::Error::duplicate_field(name)),
                Some(Field { slot, .. }) => members.next_value_seed(Member { slot })?,
                None => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

/// The fields that were there, by their index.
#[derive(Default)]
struct Seen {
    /// A bit for each of the first 64, since few objects have more.
    first: u64,
    others: Vec<u64>,
}

impl Seen {
    /// Whether the field was not there before.
    fn insert(&mut self, index: usize) -> bool {
        let (block, bit) = (index / 64, 1 << (index % 64));
        let block = match block.checked_sub(1) {
            None => &mut self.first,
            Some(block) => {
                self.others.resize(self.others.len().max(block + 1), 0);
                &mut self.others[block]
            }
        };
        let is_new = *block & bit == 0;
        *block |= bit;
        is_new
    }
}

/// The field that has the next name.
struct Name<'a> {
    object: &'a mut dyn Object,
}

impl<'de, 'a> DeserializeSeed<'de> for Name<'a> {
    type Value = Option<Field<'a>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'a> Visitor<'_> for Name<'a> {
    type Value = Option<Field<'a>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field's name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Fields::find(self.object, name))
    }
}

/// Fills a field, which stays as it is where the value is `null`.
struct Member<'a> {
    slot: Slot<'a>,
}

impl<'de> DeserializeSeed<'de> for Member<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let nulls = Nulls::Dropped;
        match self.slot {
            // These know `null` themselves.
            slot @ (Slot::Optional(_) | Slot::Union(_) | Slot::Any(_)) => {
                Seed { slot, nulls }.deserialize(deserializer)
            }
            slot => OrNull { target: Target::Field(slot), nulls }.deserialize(deserializer),
        }
    }
}
