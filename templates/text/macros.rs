//! What all forms of text have in common.

/// Why a text is not what its form promises. The text itself is as it came.
#[derive(Debug, thiserror::Error)]
#[error("the text is not {expected}")]
pub struct FormatError {
    expected: &'static str,
    source: Box<dyn std::error::Error + Send + Sync>,
}

impl FormatError {
    /// `expected` ends a sentence: `a URL`.
    #[allow(dead_code, reason = "most views are features that may be off")]
    pub(super) fn new(expected: &'static str, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self { expected, source: source.into() }
    }
}

/// Defines a text that is kept as it is, whatever it is.
macro_rules! text {
    ($(#[$attribute:meta])* $name:ident) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
        pub struct $name(String);

        impl $name {
            /// The text as it is on the wire.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The same as a string of its own.
            #[must_use]
            #[inline]
            pub fn into_string(self) -> String {
                self.0
            }
        }

        impl crate::json::slot::Decode for $name {
            #[inline]
            fn slot(&mut self) -> crate::json::slot::Slot<'_> {
                crate::json::slot::Slot::Text(&mut self.0)
            }
        }

        impl crate::json::encode::Value for $name {
            #[inline]
            fn write(&self, writer: &mut crate::json::write::Writer) {
                writer.string(&self.0);
            }
        }

        impl ::serde::Serialize for $name {
            #[inline]
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        crate::json::decode::decoded!($name);

        impl std::ops::Deref for $name {
            type Target = str;

            #[inline]
            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            #[inline]
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(text.into())
            }
        }

        impl From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<&String> for $name {
            #[inline]
            fn from(text: &String) -> Self {
                Self(text.clone())
            }
        }

        impl From<String> for $name {
            #[inline]
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl From<$name> for String {
            #[inline]
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl PartialEq<str> for $name {
            #[inline]
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl PartialEq<&str> for $name {
            #[inline]
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }

        impl PartialEq<String> for $name {
            #[inline]
            fn eq(&self, other: &String) -> bool {
                self.0 == *other
            }
        }
    };
}

pub(super) use text;
