//! How a body of JSON is made: what has fields writes itself, and serde writes the rest.
//!
//! This is what [`Serialize`] does with less for the compiler: its functions for one type are the few that name its fields, where
//! those for any format are several for each field's type.

use serde::Serialize;

use super::encode::{Members, Value, Visit};
use super::object::Object;

/// Encodes a value as JSON text, byte for byte as `serde_json` does it.
pub(crate) fn to_vec(value: &impl Value) -> serde_json::Result<Vec<u8>> {
    let mut text = Text { bytes: Vec::with_capacity(128), is_within: false, failure: None };
    value.write(&mut text);
    match text.failure {
        Some(failure) => Err(failure),
        None => Ok(text.bytes),
    }
}

/// JSON text in the making.
pub(crate) struct Text {
    bytes: Vec<u8>,
    /// Whether the list or object that is being written has something in it.
    is_within: bool,
    failure: Option<serde_json::Error>,
}

impl Text {
    /// Writes what has no fields.
    pub(crate) fn value(&mut self, value: &(impl Serialize + ?Sized)) {
        if let Err(failure) = serde_json::to_writer(&mut self.bytes, value) {
            self.failure.get_or_insert(failure);
        }
    }

    pub(crate) fn string(&mut self, string: &str) {
        self.value(string);
    }

    pub(crate) fn null(&mut self) {
        self.bytes.extend_from_slice(b"null");
    }

    /// Writes an object that shows its fields.
    #[inline]
    pub(crate) fn object(&mut self, object: &impl Object) {
        let outer = self.open(b'{');
        Members::of(object, &mut *self);
        self.close(outer, b'}');
    }

    /// Writes a list of these elements.
    #[inline]
    pub(crate) fn list<T: Value>(&mut self, elements: &[T]) {
        let outer = self.open(b'[');
        for element in elements {
            self.separate();
            element.write(self);
        }
        self.close(outer, b']');
    }

    /// Begins a list or an object, and gives what [`close`](Self::close) must know.
    pub(crate) fn open(&mut self, bracket: u8) -> bool {
        self.bytes.push(bracket);
        std::mem::replace(&mut self.is_within, false)
    }

    pub(crate) fn close(&mut self, outer: bool, bracket: u8) {
        self.bytes.push(bracket);
        self.is_within = outer;
    }

    /// Begins an element.
    fn separate(&mut self) {
        if self.is_within {
            self.bytes.push(b',');
        }
        self.is_within = true;
    }

    /// Begins a member of an object.
    pub(crate) fn name(&mut self, name: &str) {
        self.bytes.reserve(name.len() + br#","":"#.len());
        self.separate();
        // Hardly any name has something to escape, and there are as many names as values: to see it here is a tenth of all.
        if name.bytes().all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
            self.bytes.push(b'"');
            self.bytes.extend_from_slice(name.as_bytes());
            self.bytes.extend_from_slice(b"\":");
        } else {
            self.string(name);
            self.bytes.push(b':');
        }
    }
}

impl Visit for &mut Text {
    #[inline]
    fn visit(&mut self, name: &'static str, value: &impl Value) {
        self.name(name);
        value.write(self);
    }
}
