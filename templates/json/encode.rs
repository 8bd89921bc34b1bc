//! How the API's types are encoded: each shows its fields, and serde or `write` writes them.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Map;

use super::object::Object;
use super::write::Writer;

/// A type of a field.
pub(crate) trait Value: Serialize + Debug {
    /// Whether nothing is to be written.
    #[inline]
    fn is_absent(&self) -> bool {
        false
    }

    /// Writes it as JSON.
    fn write(&self, writer: &mut Writer);
}

/// What is done with the fields of an object, in their order.
pub(crate) trait Visit {
    /// Takes a field that is written.
    fn visit(&mut self, name: &'static str, value: &impl Value);
}

/// An object that shows its fields, one after the other.
pub(crate) struct Members<V> {
    visit: V,
    /// What the next field is called on the wire, if not as in code.
    name: Option<&'static str>,
    /// Whether the next field is written also where nothing is in it.
    is_always_written: bool,
}

impl<V: Visit> Members<V> {
    /// Does something with the fields of an object.
    #[inline]
    pub(crate) fn of(object: &impl Object, visit: V) -> V {
        let mut members = Self { visit, name: None, is_always_written: false };
        object.members(&mut members);
        members.visit
    }

    /// Says what the next field is called on the wire.
    #[inline]
    pub(crate) fn called(&mut self, name: &'static str) -> &mut Self {
        self.name = Some(name);
        self
    }

    /// Says that the next field is written also where nothing is in it.
    #[inline]
    pub(crate) fn always(&mut self) -> &mut Self {
        self.is_always_written = true;
        self
    }

    /// Says that the next field tells `None` and `Some(None)` apart, as its type does.
    #[inline]
    pub(crate) fn nullable(&mut self) -> &mut Self {
        self
    }

    /// Shows the next field.
    #[inline]
    pub(crate) fn member(&mut self, name: &'static str, value: &impl Value) {
        if self.is_always_written || !value.is_absent() {
            self.visit.visit(self.name.unwrap_or(name), value);
        }
        self.name = None;
        self.is_always_written = false;
    }
}

/// Encodes an object as serde asks for it.
///
/// It is a map, also in formats that leave out the names of a struct's fields: there is no telling which of them are missing.
#[inline]
pub(crate) fn serialize<S: Serializer>(object: &impl Object, serializer: S) -> Result<S::Ok, S::Error> {
    let Count(count) = Members::of(object, Count(0));
    let written = Written { members: serializer.serialize_map(Some(count))?, failure: None };
    let Written { members, failure } = Members::of(object, written);
    match failure {
        Some(failure) => Err(failure),
        None => members.end(),
    }
}

/// How many fields are written, which some formats must know before.
struct Count(usize);

impl Visit for Count {
    #[inline]
    fn visit(&mut self, _: &'static str, _: &impl Value) {
        self.0 += 1;
    }
}

/// What was written, until something failed.
struct Written<S: SerializeMap> {
    members: S,
    failure: Option<S::Error>,
}

impl<S: SerializeMap> Visit for Written<S> {
    #[inline]
    fn visit(&mut self, name: &'static str, value: &impl Value) {
        if self.failure.is_none() {
            self.failure = self.members.serialize_entry(name, value).err();
        }
    }
}

macro_rules! always {
    ($($type:ty)*) => {
        $(impl Value for $type {
            #[inline]
            fn write(&self, writer: &mut Writer) {
                writer.value(self);
            }
        })*
    };
}

always!(bool i64 u64 f64 serde_json::Value);

impl Value for String {
    #[inline]
    fn write(&self, writer: &mut Writer) {
        writer.string(self);
    }
}

impl<T: Object + Serialize + Debug> Value for T {
    #[inline]
    fn write(&self, writer: &mut Writer) {
        writer.object(self);
    }
}

impl<T: Value> Value for Option<T> {
    #[inline]
    fn is_absent(&self) -> bool {
        self.is_none()
    }

    #[inline]
    fn write(&self, writer: &mut Writer) {
        match self {
            Some(value) => value.write(writer),
            None => writer.null(),
        }
    }
}

impl<T: Value> Value for Vec<T> {
    #[inline]
    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    #[inline]
    fn write(&self, writer: &mut Writer) {
        writer.list(self);
    }
}

impl<T: Value> Value for BTreeMap<String, T> {
    #[inline]
    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    #[inline]
    fn write(&self, writer: &mut Writer) {
        writer.bracket(b'{');
        for (name, value) in self {
            writer.name(name);
            value.write(writer);
        }
        writer.bracket(b'}');
    }
}

impl Value for Map<String, serde_json::Value> {
    #[inline]
    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    #[inline]
    fn write(&self, writer: &mut Writer) {
        writer.value(self);
    }
}
