//! Structs that are objects in JSON.

use std::fmt;

use super::decode::{Decode, Slot};
use super::encode::{Member, Members};

/// A struct that is an object in JSON.
pub(crate) trait Object {
    /// What it is called, and its fields.
    fn shape(&self) -> &'static Shape;

    /// The place of one of these fields, by its index.
    fn field(&mut self, index: usize) -> Slot<'_>;

    /// Shows all fields.
    fn members<M: Members>(&self, members: M) -> M
    where
        Self: Sized;
}

/// What a struct is called, and what its fields are called on the wire.
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    pub(crate) fields: &'static [&'static str],
}

impl<T: Object + Default> Decode for T {
    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Object(self)
    }
}

impl<T: Object> Object for Box<T> {
    #[inline]
    fn shape(&self) -> &'static Shape {
        T::shape(self)
    }

    #[inline]
    fn field(&mut self, index: usize) -> Slot<'_> {
        T::field(self, index)
    }

    #[inline]
    fn members<M: Members>(&self, members: M) -> M {
        T::members(self, members)
    }
}

/// Shows the fields in which something is.
pub(crate) fn debug(object: &impl Object, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Shown(mut shown) = object.members(Shown(f.debug_struct(object.shape().name)));
    shown.finish()
}

struct Shown<'a, 'b>(fmt::DebugStruct<'a, 'b>);

impl Members for Shown<'_, '_> {
    #[inline]
    fn member(self, name: &'static str, value: &impl Member) -> Self {
        if value.is_absent() { self } else { self.always(name, value) }
    }

    #[inline]
    fn always(mut self, name: &'static str, value: &impl Member) -> Self {
        self.0.field(name, value);
        self
    }
}

/// Has `$object`, a struct, shown, decoded and encoded as an object with these fields, in this order. A field is written
/// `name = "Name"` where it is called otherwise on the wire; with `as always` where it is written whatever it holds; with
/// `as nullable` where `None` is not `null`, which is `Some(None)`.
#[allow(unused_macros, unused_macro_rules, reason = "not every API has objects with fields of every kind")]
macro_rules! object {
    ($object:ident => $($field:ident $(= $wire:literal)? $(as $mode:ident)?),*) => {
        const _: () = {
            use $crate::support::{decode, encode, object::{self, object}};

            // No type of an API is called so.
            #[allow(non_camel_case_types, reason = "they are fields")]
            enum _Field { $($field),* }

            const FIELDS: &[_Field] = &[$(_Field::$field),*];

            impl object::Object for $object {
                #[inline]
                fn shape(&self) -> &'static object::Shape {
                    &object::Shape { name: stringify!($object), fields: &[$(object!(@wire $field $($wire)?)),*] }
                }

                #[inline]
                fn field(&mut self, index: usize) -> decode::Slot<'_> {
                    match FIELDS[index] {
                        $(_Field::$field => object!(@slot self $field $($mode)?),)*
                    }
                }

                #[inline]
                fn members<M: encode::Members>(&self, members: M) -> M {
                    $(let members = object!(@member members, object!(@wire $field $($wire)?), &self.$field, $($mode)?);)*
                    members
                }
            }

            impl ::std::fmt::Debug for $object {
                #[inline]
                fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                    object::debug(self, f)
                }
            }

            impl ::serde::Serialize for $object {
                #[inline]
                fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    encode::serialize(self, serializer)
                }
            }

            impl<'de> ::serde::Deserialize<'de> for $object {
                #[inline]
                fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    decode::deserialize(deserializer)
                }
            }
        };
    };
    (@wire $field:ident) => { stringify!($field) };
    (@wire $field:ident $wire:literal) => { $wire };
    (@slot $self:ident $field:ident) => { decode::Decode::slot(&mut $self.$field) };
    (@slot $self:ident $field:ident always) => { decode::Decode::slot(&mut $self.$field) };
    (@slot $self:ident $field:ident nullable) => { decode::Decode::slot($self.$field.get_or_insert_default()) };
    (@member $members:ident, $wire:expr, $value:expr,) => { encode::Members::member($members, $wire, $value) };
    (@member $members:ident, $wire:expr, $value:expr, nullable) => { encode::Members::member($members, $wire, $value) };
    (@member $members:ident, $wire:expr, $value:expr, always) => { encode::Members::always($members, $wire, $value) };
}

#[allow(unused_imports, reason = "not every API has objects")]
pub(crate) use object;
