//! Enums of the words that examples show, which also hold any other word.

/// Gives `$words`, an enum with `KNOWN_WORDS`, `as_str` and a variant `Unknown` that holds a string, what every such enum has.
#[allow(unused_macros, reason = "not every API has enums")]
macro_rules! words {
    ($words:ident) => {
        impl Default for $words {
            /// A word without letters.
            #[inline]
            fn default() -> Self {
                Self::Unknown(String::new())
            }
        }

        impl ::std::fmt::Display for $words {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::std::str::FromStr for $words {
            type Err = ::std::convert::Infallible;

            #[inline]
            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Ok(word.into())
            }
        }

        impl From<&str> for $words {
            #[inline]
            fn from(word: &str) -> Self {
                $crate::json::words::known(Self::KNOWN_WORDS, word, Self::as_str, Self::Unknown)
            }
        }

        impl From<&String> for $words {
            #[inline]
            fn from(word: &String) -> Self {
                word.as_str().into()
            }
        }

        impl From<String> for $words {
            #[inline]
            fn from(word: String) -> Self {
                word.as_str().into()
            }
        }

        impl From<$words> for String {
            #[inline]
            fn from(word: $words) -> Self {
                match word {
                    $words::Unknown(word) => word,
                    known => known.as_str().to_owned(),
                }
            }
        }

        impl PartialEq<str> for $words {
            #[inline]
            fn eq(&self, word: &str) -> bool {
                self.as_str() == word
            }
        }

        impl PartialEq<&str> for $words {
            #[inline]
            fn eq(&self, word: &&str) -> bool {
                self.as_str() == *word
            }
        }

        impl $crate::json::slot::Decode for $words {
            #[inline]
            fn slot(&mut self) -> $crate::json::slot::Slot<'_> {
                $crate::json::slot::Slot::Word(self)
            }
        }

        impl $crate::json::encode::Value for $words {
            #[inline]
            fn write(&self, writer: &mut $crate::json::write::Writer) {
                writer.string(self.as_str());
            }
        }

        impl ::serde::Serialize for $words {
            #[inline]
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $words {
            #[inline]
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::json::decode::deserialize(deserializer)
            }
        }
    };
}

pub(crate) use words;

/// The one of `words` that is `word`, or else what holds any. A function, so that it is checked once and not for each enum.
#[allow(dead_code, reason = "not every API has enums")]
#[inline]
pub(crate) fn known<W: Clone>(words: &[W], word: &str, text: fn(&W) -> &str, unknown: fn(String) -> W) -> W {
    let known = words.iter().find(|known| text(known) == word);
    known.cloned().unwrap_or_else(|| unknown(word.to_owned()))
}
