//! Structs that are objects in JSON.

use std::fmt;

use super::encode::{Members, Value, Visit};
use super::slot::{Decode, Fields, Slot};

/// A struct that is an object in JSON.
pub(crate) trait Object {
    /// Names its fields with their places, for the one that is looked for.
    fn fields<'a, 'n>(&'a mut self, fields: Fields<'a, 'n>) -> Fields<'a, 'n>;

    /// Shows its fields, in their order.
    fn members<V: Visit>(&self, members: &mut Members<V>)
    where
        Self: Sized;
}

impl<T: Object + Default> Decode for T {
    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Object(self)
    }
}

impl<T: Object> Object for Box<T> {
    #[inline]
    fn fields<'a, 'n>(&'a mut self, fields: Fields<'a, 'n>) -> Fields<'a, 'n> {
        T::fields(self, fields)
    }

    #[inline]
    fn members<V: Visit>(&self, members: &mut Members<V>) {
        T::members(self, members);
    }
}

/// Shows the fields in which something is.
pub(crate) fn debug(name: &str, object: &impl Object, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    Members::of(object, Shown(f.debug_struct(name))).0.finish()
}

struct Shown<'a, 'b>(fmt::DebugStruct<'a, 'b>);

impl Visit for Shown<'_, '_> {
    #[inline]
    fn visit(&mut self, name: &'static str, value: &impl Value) {
        self.0.field(name, value);
    }
}

/// Has `$object`, a struct, shown, decoded and encoded as an object with these fields, in this order. A field is written
/// `name = "Name"` where it is called otherwise on the wire; with `as always` where it is written whatever it holds; with
/// `as nullable` where `None` is not `null`, which is `Some(None)`.
#[allow(unused_macros, reason = "not every API has objects with fields of every kind")]
macro_rules! object {
    ($object:ident => $($field:ident $(= $wire:literal)? $(as $mode:ident)?),*) => {
        impl $crate::json::object::Object for $object {
            #[inline]
            fn fields<'a, 'n>(
                &'a mut self,
                fields: $crate::json::slot::Fields<'a, 'n>,
            ) -> $crate::json::slot::Fields<'a, 'n> {
                fields$($(.called($wire))?$(.$mode())?.field(stringify!($field), &mut self.$field))*
            }

            #[inline]
            fn members<V: $crate::json::encode::Visit>(&self, members: &mut $crate::json::encode::Members<V>) {
                $(members$(.called($wire))?$(.$mode())?.member(stringify!($field), &self.$field);)*
            }
        }

        impl ::std::fmt::Debug for $object {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::json::object::debug(stringify!($object), self, f)
            }
        }

        impl ::serde::Serialize for $object {
            #[inline]
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::json::encode::serialize(self, serializer)
            }
        }

        $crate::json::decode::decoded!($object);
    };
}

pub(crate) use object;
