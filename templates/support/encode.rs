//! How the API's types are encoded: each shows its fields, and serde writes them.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::object::Object;

/// A type of a field.
pub(crate) trait Member: Serialize + Debug {
    /// Whether nothing is to be written.
    #[inline]
    fn is_absent(&self) -> bool {
        false
    }
}

/// What is done with the fields of an object, in their order.
pub(crate) trait Members: Sized {
    /// A field that is left out where nothing is in it.
    fn member(self, name: &'static str, value: &impl Member) -> Self;

    /// A field that is always there.
    fn always(self, name: &'static str, value: &impl Member) -> Self;
}

/// Encodes an object as serde asks for it.
pub(crate) fn serialize<S: Serializer>(object: &impl Object, serializer: S) -> Result<S::Ok, S::Error> {
    let Count(count) = object.members(Count(0));
    object.members(Written(serializer.serialize_struct(object.shape().name, count))).0?.end()
}

/// How many fields are written, which some formats must know before.
struct Count(usize);

impl Members for Count {
    #[inline]
    fn member(self, _: &'static str, value: &impl Member) -> Self {
        Self(self.0 + usize::from(!value.is_absent()))
    }

    #[inline]
    fn always(self, _: &'static str, _: &impl Member) -> Self {
        Self(self.0 + 1)
    }
}

/// What was written, until something failed.
struct Written<S: SerializeStruct>(Result<S, S::Error>);

impl<S: SerializeStruct> Members for Written<S> {
    #[inline]
    fn member(self, name: &'static str, value: &impl Member) -> Self {
        if value.is_absent() { self } else { self.always(name, value) }
    }

    #[inline]
    fn always(self, name: &'static str, value: &impl Member) -> Self {
        Self(self.0.and_then(|mut members| members.serialize_field(name, value).map(|()| members)))
    }
}

macro_rules! always {
    ($($type:ty)*) => {
        $(impl Member for $type {})*
    };
}

always!(bool i64 u64 f64 String Value);

impl<T: Object + Serialize + Debug> Member for T {}

impl<T: Serialize + Debug> Member for Option<T> {
    #[inline]
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Serialize + Debug> Member for Vec<T> {
    #[inline]
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Serialize + Debug> Member for BTreeMap<String, T> {
    #[inline]
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl Member for Map<String, Value> {
    #[inline]
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}
