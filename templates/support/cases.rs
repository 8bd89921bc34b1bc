//! Enums with a case for each kind of value that examples show in a place, which also hold any other JSON.

use serde::de::DeserializeOwned;
use serde_json::Value;

/// Gives `$union`, an enum made `From<Value>` with a variant `Other` that holds a `Value`, what every such enum has. One
/// with a case of text is written `$union, $text`.
#[allow(unused_macros, unused_macro_rules, reason = "not every API has unions")]
macro_rules! cases {
    ($union:ident, $text:ident) => {
        $crate::support::cases!($union);

        impl From<&str> for $union {
            fn from(text: &str) -> Self {
                Self::$text(text.into())
            }
        }

        impl From<&String> for $union {
            fn from(text: &String) -> Self {
                Self::$text(text.into())
            }
        }

        impl From<String> for $union {
            fn from(text: String) -> Self {
                Self::$text(text.into())
            }
        }
    };
    ($union:ident) => {
        impl Default for $union {
            /// `null`
            fn default() -> Self {
                Self::Other(::serde_json::Value::Null)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $union {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                ::serde_json::Value::deserialize(deserializer).map(Self::from)
            }
        }
    };
}

#[allow(unused_imports, reason = "not every API has unions")]
pub(crate) use cases;

/// Decodes a value as that of a case, or gives it back.
pub(crate) fn case<T: DeserializeOwned>(value: Value) -> Result<T, Value> {
    T::deserialize(&value).map_err(|_| value)
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
