//! Values that somebody saved.

use std::fmt;
use std::ops::Deref;

use serde::{Serialize, Serializer};

use crate::secrets::MASK;

/// A value as it is in the file. Whoever prints a collection sees no secret in it: `Debug` and serialization cover those.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Saved<T> {
    value: T,
    pointer: Option<String>,
    is_secret: bool,
}

impl<T> Saved<T> {
    /// A value; `pointer` is the JSON pointer of the text that holds it and nothing else, if there is one.
    pub(super) fn new(value: T, pointer: Option<String>) -> Self {
        Self { value, pointer, is_secret: false }
    }

    /// The same value, covered where it is a secret.
    pub(super) fn secret_if(self, is_secret: impl FnOnce(&T) -> bool) -> Self {
        Self { is_secret: is_secret(&self.value), ..self }
    }

    /// Covers it.
    pub(super) fn cover(&mut self) {
        self.is_secret = true;
    }

    /// The JSON pointer of the text in the file that is this value. A value that stands in a longer text, as a parameter does in
    /// the text of a URL, has none.
    #[must_use]
    pub fn pointer(&self) -> Option<&str> {
        self.pointer.as_deref()
    }
}

impl<T> Deref for Saved<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: fmt::Debug> fmt::Debug for Saved<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_secret { f.write_str(MASK) } else { self.value.fmt(f) }
    }
}

impl<T: Serialize> Serialize for Saved<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_secret { serializer.serialize_str(MASK) } else { self.value.serialize(serializer) }
    }
}
