//! Enums with a case for each kind of value that examples show in a place, which also hold any other JSON.

use serde_json::Value;

use super::decode::fits;
use super::slot::Decode;

/// Gives `$union`, an enum made `From<Value>` with a variant `Other` that holds a `Value`, what every such enum has. One
/// with a case of text is written `$union($text)`.
#[allow(unused_macros, reason = "not every API has unions")]
macro_rules! cases {
    ($union:ident($text:ident) => $($case:ident),*) => {
        $crate::json::cases!($union => $($case),*);

        impl From<&str> for $union {
            #[inline]
            fn from(text: &str) -> Self {
                Self::$text(text.into())
            }
        }

        impl From<&String> for $union {
            #[inline]
            fn from(text: &String) -> Self {
                Self::$text(text.into())
            }
        }

        impl From<String> for $union {
            #[inline]
            fn from(text: String) -> Self {
                Self::$text(text.into())
            }
        }
    };
    ($union:ident => $($case:ident),*) => {
        impl Default for $union {
            /// `null`
            #[inline]
            fn default() -> Self {
                Self::Other(::serde_json::Value::Null)
            }
        }

        impl $crate::json::slot::Decode for $union {
            #[inline]
            fn slot(&mut self) -> $crate::json::slot::Slot<'_> {
                $crate::json::slot::Slot::Union(self)
            }
        }

        impl $crate::json::slot::Union for $union {
            #[inline]
            fn set(&mut self, value: ::serde_json::Value) {
                *self = value.into();
            }
        }

        impl $crate::json::slot::Decode for Box<$union> {
            #[inline]
            fn slot(&mut self) -> $crate::json::slot::Slot<'_> {
                $crate::json::slot::Slot::Union(&mut **self)
            }
        }

        impl $crate::json::encode::Value for $union {
            #[inline]
            fn write(&self, writer: &mut $crate::json::write::Writer) {
                match self {
                    $(Self::$case(value) => $crate::json::encode::Value::write(value, writer),)*
                    Self::Other(value) => writer.value(value),
                }
            }
        }

        impl $crate::json::encode::Value for Box<$union> {
            #[inline]
            fn write(&self, writer: &mut $crate::json::write::Writer) {
                $crate::json::encode::Value::write(&**self, writer);
            }
        }

        impl ::serde::Serialize for $union {
            #[inline]
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$case(value) => ::serde::Serialize::serialize(value, serializer),)*
                    Self::Other(value) => ::serde::Serialize::serialize(value, serializer),
                }
            }
        }

        $crate::json::decode::decoded!($union);
    };
}

pub(crate) use cases;

/// Decodes a value as that of a case, or gives it back.
#[inline]
pub(crate) fn case<T: Decode>(value: Value) -> Result<T, Value> {
    let mut case = T::default();
    if fits(case.slot(), &value) { Ok(case) } else { Err(value) }
}

/// The same of a number that may be written without a fraction. One that would lose digits is given back.
pub(crate) fn float(value: Value) -> Result<f64, Value> {
    let exact = match (value.as_i64(), value.as_u64()) {
        (Some(integer), _) => Some(integer as f64).filter(|float| *float as i128 == i128::from(integer)),
        (_, Some(integer)) => Some(integer as f64).filter(|float| *float as i128 == i128::from(integer)),
        _ => value.as_f64(),
    };
    exact.ok_or(value)
}
