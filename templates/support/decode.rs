//! How the API's types are decoded: each is made by default, and its parts are filled in place.
//!
//! A type says no more than where its parts are ([`Decode`], [`Object`]); what is read into them, and what becomes of what is
//! missing, `null` or unknown, stands here once. serde reads the text, so that all formats and limits are its own, and what is
//! here is compiled once for a format rather than once for a type.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::object::Object;

/// A type that can be decoded.
pub(crate) trait Decode: Default {
    /// Where its value goes. It is asked for once, of a value made by default.
    fn slot(&mut self) -> Slot<'_>;

    /// What stands for `null` in a list or a map, if that is a value of this type.
    fn null() -> Option<Self> {
        None
    }
}

/// A place that a value is decoded into.
pub(crate) enum Slot<'a> {
    Bool(&'a mut bool),
    Integer(&'a mut i64),
    Unsigned(&'a mut u64),
    Float(&'a mut f64),
    Text(&'a mut String),
    Word(&'a mut dyn Word),
    List(&'a mut dyn List),
    Map(&'a mut dyn Entries),
    Object(&'a mut dyn Object),
    Union(&'a mut dyn Union),
    Optional(&'a mut dyn Optional),
    Free(&'a mut Map<String, Value>),
    Any(&'a mut Value),
}

/// One of a few words, or any other.
pub(crate) trait Word {
    fn set(&mut self, word: &str);
}

/// A list.
pub(crate) trait List {
    /// The place of one more element.
    fn push(&mut self) -> Slot<'_>;

    /// Adds `null`, or nothing where that is no element.
    fn push_null(&mut self);
}

/// A map.
pub(crate) trait Entries {
    /// The place of this key's value. An earlier one goes.
    fn insert(&mut self, key: String) -> Slot<'_>;

    /// Sets a key's value to `null`, or to none where that is no value.
    fn insert_null(&mut self, key: String);
}

/// What fills the fields of an object.
pub(crate) trait Fill {
    fn fill(&mut self, fields: &mut [Field<'_>]);
}

/// A field of an object.
pub(crate) struct Field<'a> {
    name: &'static str,
    place: &'a mut dyn Place,
    /// Whether `null` is something else than nothing.
    is_nullable: bool,
    is_filled: bool,
}

impl<'a> Field<'a> {
    #[inline]
    pub(crate) fn new<T: Decode>(name: &'static str, place: &'a mut T) -> Self {
        Self { name, place, is_nullable: false, is_filled: false }
    }

    /// The same by its name on the wire.
    #[inline]
    pub(crate) fn called(self, name: &'static str) -> Self {
        Self { name, ..self }
    }

    /// The same: what is always written is read as any other.
    #[inline]
    pub(crate) fn always(self) -> Self {
        self
    }

    /// The same, of which `null` is another value than none.
    #[inline]
    pub(crate) fn nullable(self) -> Self {
        Self { is_nullable: true, ..self }
    }

    fn slot(&mut self) -> Slot<'_> {
        match self.place.slot() {
            Slot::Optional(optional) if self.is_nullable => optional.fill(),
            slot => slot,
        }
    }
}

/// Where a value goes, whatever its type.
pub(crate) trait Place {
    fn slot(&mut self) -> Slot<'_>;
}

impl<T: Decode> Place for T {
    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        T::slot(self)
    }
}

/// A value of one of several kinds.
pub(crate) trait Union {
    fn set(&mut self, value: Value);
}

/// A value that may not be there.
pub(crate) trait Optional {
    /// The place of a value that is.
    fn fill(&mut self) -> Slot<'_>;
}

macro_rules! scalars {
    ($($scalar:ty: $slot:ident,)*) => {
        $(impl Decode for $scalar {
            #[inline]
            fn slot(&mut self) -> Slot<'_> {
                Slot::$slot(self)
            }
        })*
    };
}

scalars! {
    bool: Bool,
    i64: Integer,
    u64: Unsigned,
    f64: Float,
    String: Text,
    Map<String, Value>: Free,
}

impl Decode for Value {
    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Any(self)
    }

    #[inline]
    fn null() -> Option<Self> {
        Some(Self::Null)
    }
}

impl<T: Decode> Decode for Option<T> {
    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Optional(self)
    }

    #[inline]
    fn null() -> Option<Self> {
        Some(None)
    }
}

impl<T: Decode> Optional for Option<T> {
    #[inline]
    fn fill(&mut self) -> Slot<'_> {
        self.get_or_insert_default().slot()
    }
}

impl<T: Decode> Decode for Vec<T> {
    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::List(self)
    }
}

impl<T: Decode> List for Vec<T> {
    #[inline]
    fn push(&mut self) -> Slot<'_> {
        let last = self.len();
        self.push(T::default());
        self[last].slot()
    }

    #[inline]
    fn push_null(&mut self) {
        self.extend(T::null());
    }
}

impl<T: Decode> Decode for BTreeMap<String, T> {
    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Map(self)
    }
}

impl<T: Decode> Entries for BTreeMap<String, T> {
    #[inline]
    fn insert(&mut self, key: String) -> Slot<'_> {
        let value = self.entry(key).or_default();
        *value = T::default();
        value.slot()
    }

    #[inline]
    fn insert_null(&mut self, key: String) {
        match T::null() {
            Some(null) => drop(self.insert(key, null)),
            None => drop(self.remove(&key)),
        }
    }
}

/// Decodes a value as serde asks for it.
pub(crate) fn deserialize<'de, T: Decode, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::default();
    Seed { slot: value.slot(), nulls: Nulls::Dropped }.deserialize(deserializer)?;
    Ok(value)
}

/// Decodes a text.
pub(crate) fn fill(slot: Slot<'_>, text: &[u8]) -> serde_json::Result<()> {
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
            Slot::Optional(optional) => deserializer.deserialize_option(Present { optional, nulls }),
            Slot::Text(text) => String::deserialize(deserializer).map(|value| *text = value),
            Slot::Integer(integer) => i64::deserialize(deserializer).map(|value| *integer = value),
            Slot::Float(float) => f64::deserialize(deserializer).map(|value| *float = value),
            Slot::Bool(bool) => bool::deserialize(deserializer).map(|value| *bool = value),
            Slot::Unsigned(unsigned) => u64::deserialize(deserializer).map(|value| *unsigned = value),
            Slot::Word(word) => deserializer.deserialize_str(Words { word }),
            Slot::List(list) => deserializer.deserialize_seq(Elements { list, nulls }),
            Slot::Map(map) => deserializer.deserialize_map(Values { map, nulls }),
            Slot::Object(object) => deserializer.deserialize_map(Fields { object }),
            Slot::Union(union) => Value::deserialize(deserializer).map(|value| union.set(value)),
            Slot::Free(map) => Map::deserialize(deserializer).map(|value| *map = value),
            Slot::Any(any) => Value::deserialize(deserializer).map(|value| *any = value),
        }
    }
}

struct Present<'a> {
    optional: &'a mut dyn Optional,
    nulls: Nulls,
}

impl<'de> Visitor<'de> for Present<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        Seed { slot: self.optional.fill(), nulls: self.nulls }.deserialize(deserializer)
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
        while elements.next_element_seed(Element { list: &mut *self.list, nulls: self.nulls })?.is_some() {}
        Ok(())
    }
}

struct Element<'a> {
    list: &'a mut dyn List,
    nulls: Nulls,
}

impl<'de> DeserializeSeed<'de> for Element<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.nulls {
            Nulls::Dropped => deserializer.deserialize_option(self),
            Nulls::Refused => Seed { slot: self.list.push(), nulls: Nulls::Refused }.deserialize(deserializer),
        }
    }
}

impl<'de> Visitor<'de> for Element<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an element or null")
    }

    fn visit_none<E>(self) -> Result<(), E> {
        self.list.push_null();
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.list.push_null();
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        Seed { slot: self.list.push(), nulls: self.nulls }.deserialize(deserializer)
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
            entries.next_value_seed(Entry { map: &mut *self.map, key, nulls: self.nulls })?;
        }
        Ok(())
    }
}

struct Entry<'a> {
    map: &'a mut dyn Entries,
    key: String,
    nulls: Nulls,
}

impl<'de> DeserializeSeed<'de> for Entry<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.nulls {
            Nulls::Dropped => deserializer.deserialize_option(self),
            Nulls::Refused => Seed { slot: self.map.insert(self.key), nulls: Nulls::Refused }.deserialize(deserializer),
        }
    }
}

impl<'de> Visitor<'de> for Entry<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<(), E> {
        self.map.insert_null(self.key);
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.map.insert_null(self.key);
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        Seed { slot: self.map.insert(self.key), nulls: self.nulls }.deserialize(deserializer)
    }
}

struct Fields<'a> {
    object: &'a mut dyn Object,
}

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<(), A::Error> {
        let mut filling = Filling { members: Some(members), result: Ok(()) };
        self.object.fields(&mut filling);
        filling.result
    }
}

/// Members that go into the fields of an object, once.
struct Filling<A, E> {
    members: Option<A>,
    result: Result<(), E>,
}

impl<'de, A: MapAccess<'de>> Fill for Filling<A, A::Error> {
    fn fill(&mut self, fields: &mut [Field<'_>]) {
        if let Some(members) = self.members.take() {
            self.result = fill_fields(members, fields);
        }
    }
}

fn fill_fields<'de, A: MapAccess<'de>>(mut members: A, fields: &mut [Field<'_>]) -> Result<(), A::Error> {
    let mut next = 0;
    while let Some(index) = members.next_key_seed(Name { fields, next })? {
        let Some(index) = index else {
            members.next_value::<IgnoredAny>()?;
            continue;
        };
        let field = &mut fields[index];
        if std::mem::replace(&mut field.is_filled, true) {
            return Err(A::Error::duplicate_field(field.name));
        }
        members.next_value_seed(Member { slot: field.slot() })?;
        next = index + 1;
    }
    Ok(())
}

/// The index of the field that has the next name. Most answers have their fields in the order of the type, so that the
/// field after the last one is tried first.
struct Name<'n, 'a> {
    fields: &'n [Field<'a>],
    next: usize,
}

impl<'de> DeserializeSeed<'de> for Name<'_, '_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<usize>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_, '_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field's name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Option<usize>, E> {
        let (before, after) = self.fields.split_at(self.next);
        let later = after.iter().position(|field| field.name == name).map(|at| before.len() + at);
        Ok(later.or_else(|| before.iter().position(|field| field.name == name)))
    }
}

/// Fills a field, which stays as it is where the value is `null`.
struct Member<'a> {
    slot: Slot<'a>,
}

impl<'de> DeserializeSeed<'de> for Member<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.slot {
            // These know `null` themselves.
            Slot::Optional(_) | Slot::Union(_) | Slot::Any(_) => {
                Seed { slot: self.slot, nulls: Nulls::Dropped }.deserialize(deserializer)
            }
            _ => deserializer.deserialize_option(self),
        }
    }
}

impl<'de> Visitor<'de> for Member<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        Seed { slot: self.slot, nulls: Nulls::Dropped }.deserialize(deserializer)
    }
}
