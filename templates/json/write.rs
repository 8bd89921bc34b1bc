//! How bodies of JSON are written: what a value is made of goes out piece by piece, and serde_json writes strings and numbers.
//!
//! The bytes are those that [`Serialize`] gives. It is not used for them since it has several functions for each type of a field,
//! which a program would have to compile; here a type has one, which names its fields.

use serde::Serialize;

use super::encode::{Members, Value, Visit};
use super::object::Object;

/// Encodes a value as JSON text, byte for byte as `serde_json` does it.
pub(crate) fn to_vec(value: &impl Value) -> serde_json::Result<Vec<u8>> {
    let mut writer = Writer { bytes: Vec::with_capacity(128), failure: None };
    value.write(&mut writer);
    match writer.failure {
        Some(failure) => Err(failure),
        None => Ok(writer.bytes),
    }
}

/// JSON text in the making.
pub(crate) struct Writer {
    bytes: Vec<u8>,
    /// The first one.
    failure: Option<serde_json::Error>,
}

impl Writer {
    /// Writes what serde_json knows how to write.
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
        self.bracket(b'{');
        Members::of(object, &mut *self);
        self.bracket(b'}');
    }

    /// Writes a list of these elements.
    #[inline]
    pub(crate) fn list<T: Value>(&mut self, elements: &[T]) {
        self.bracket(b'[');
        for element in elements {
            self.separate();
            element.write(self);
        }
        self.bracket(b']');
    }

    /// Begins or ends a list or an object.
    pub(crate) fn bracket(&mut self, bracket: u8) {
        self.bytes.push(bracket);
    }

    /// Parts an element from the one before, if there is one: no value ends as a list or an object begins.
    fn separate(&mut self) {
        if !matches!(self.bytes.last(), Some(b'[' | b'{')) {
            self.bytes.push(b',');
        }
    }

    /// Begins a member of an object.
    pub(crate) fn name(&mut self, name: &str) {
        self.bytes.reserve(name.len() + br#","":"#.len());
        self.separate();
        // Hardly any name has something to escape. To see that here saves a tenth of the time of all writing.
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

impl Visit for &mut Writer {
    #[inline]
    fn visit(&mut self, name: &'static str, value: &impl Value) {
        self.name(name);
        value.write(self);
    }
}
