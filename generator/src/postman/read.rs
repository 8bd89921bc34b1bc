//! A cursor over the JSON of a document that knows where it stands and says so when something is odd.
//!
//! `null` is the same as nothing everywhere: real files hold it wherever the schema allows none.

use std::cell::RefCell;
use std::iter;
use std::rc::Rc;

use serde_json::{Number, Value};

use crate::diagnostic::Diagnostic;
use crate::origin::Origin;

/// What was found odd while a document was read.
#[derive(Debug, Default)]
pub(super) struct Report {
    file: String,
    found: RefCell<Vec<Diagnostic>>,
}

impl Report {
    pub(super) fn new(file: &str) -> Self {
        Self { file: file.to_owned(), found: RefCell::default() }
    }

    /// Adds a finding whose place is known.
    pub(super) fn add(&self, diagnostic: Diagnostic) {
        self.found.borrow_mut().push(diagnostic.in_file(&self.file));
    }

    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found.into_inner()
    }
}

/// A value of the document, never `null` below the root.
#[derive(Clone)]
pub(super) struct Cursor<'a> {
    value: &'a Value,
    way: Option<Rc<Way<'a>>>,
    report: &'a Report,
}

/// The way from the root to a value, its last step first. Most values are only looked at, so an [`Origin`] is made of it only
/// where one is asked for.
struct Way<'a> {
    step: Step<'a>,
    before: Option<Rc<Way<'a>>>,
}

enum Step<'a> {
    Key(&'a str),
    Index(usize),
    /// The same value under one more name.
    Name(String),
}

impl<'a> Cursor<'a> {
    pub(super) fn root(value: &'a Value, report: &'a Report) -> Self {
        Self { value, way: None, report }
    }

    pub(super) fn value(&self) -> &'a Value {
        self.value
    }

    pub(super) fn origin(&self) -> Origin {
        let way: Vec<&Way<'_>> = iter::successors(self.way.as_deref(), |way| way.before.as_deref()).collect();
        let mut origin = Origin::root();
        for way in way.into_iter().rev() {
            match &way.step {
                Step::Key(key) => origin.enter_key(key),
                Step::Index(index) => origin.enter_index(*index),
                Step::Name(name) => origin.enter_name(name),
            }
        }
        origin
    }

    /// The same value, one name further down the breadcrumb.
    pub(super) fn named(self, name: &str) -> Self {
        self.step(self.value, Step::Name(name.to_owned()))
    }

    /// Adds a finding about this value.
    pub(super) fn report(&self, diagnostic: Diagnostic) {
        self.report.add(diagnostic.at(&self.origin()));
    }

    fn report_type(&self, expected: &str) {
        let message = format!("expected {expected}, found {}", self.kind());
        self.report(
            Diagnostic::warning("unexpected-type", message)
                .hint("it is left out; set it again in Postman, or remove it from the file"),
        );
    }

    /// What people call this kind of value.
    pub(super) fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        }
    }

    /// A member of this object.
    pub(super) fn get(&self, key: &str) -> Option<Self> {
        let (key, value) = self.value.as_object()?.get_key_value(key).filter(|(_, value)| !value.is_null())?;
        Some(self.step(value, Step::Key(key)))
    }

    /// The members of this object in order.
    pub(super) fn members(&self) -> impl Iterator<Item = (&'a str, Self)> {
        let members = self.value.as_object().into_iter().flatten();
        members
            .filter(|(_, value)| !value.is_null())
            .map(|(key, value)| (key.as_str(), self.step(value, Step::Key(key))))
    }

    /// The elements of this list in order; of anything else none.
    pub(super) fn elements(&self) -> impl Iterator<Item = Self> {
        self.indexed_elements().map(|(_, element)| element)
    }

    /// The elements of this list with their places in it; of anything else none.
    pub(super) fn indexed_elements(&self) -> impl Iterator<Item = (usize, Self)> {
        let elements = self.value.as_array().into_iter().flatten().enumerate();
        elements
            .filter(|(_, value)| !value.is_null())
            .map(|(index, value)| (index, self.step(value, Step::Index(index))))
    }

    /// The elements of a list, or an object as the only one: Postman reads both alike.
    pub(super) fn entries(&self) -> Vec<Self> {
        match self.value {
            Value::Array(_) => self.elements().collect(),
            Value::Object(_) => vec![self.clone()],
            Value::String(text) if text.is_empty() => Vec::new(),
            _ => {
                self.report_type("a list");
                Vec::new()
            }
        }
    }

    /// The entries of a list under this key.
    pub(super) fn entries_of(&self, key: &str) -> Vec<Self> {
        self.get(key).map(|list| list.entries()).unwrap_or_default()
    }

    /// This value if it is an object; anything else is reported.
    pub(super) fn object(self) -> Option<Self> {
        if self.value.is_object() {
            return Some(self);
        }
        self.report_type("an object");
        None
    }

    /// This value as text; numbers and truth values are taken as they are written, lists and objects are reported.
    pub(super) fn text(&self) -> Option<String> {
        match self.value {
            Value::Array(_) | Value::Object(_) | Value::Null => {
                self.report_type("text");
                None
            }
            _ => Some(self.any_text()),
        }
    }

    /// This value as text, and as JSON text where it is anything but text.
    pub(super) fn any_text(&self) -> String {
        match self.value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number_text(number),
            other => other.to_string(),
        }
    }

    /// The text under this key.
    pub(super) fn text_of(&self, key: &str) -> Option<String> {
        self.get(key)?.text()
    }

    /// The value under this key as text, and as JSON text where it is anything but text.
    pub(super) fn any_text_of(&self, key: &str) -> Option<String> {
        Some(self.get(key)?.any_text())
    }

    /// Whether a setting under this key is on: as Postman takes it, by anything but `false`, `0`, `""` and `null`.
    pub(super) fn flag(&self, key: &str) -> bool {
        match self.value.get(key) {
            None | Some(Value::Null) => false,
            Some(Value::Bool(on)) => *on,
            Some(Value::Number(number)) => number.as_f64() != Some(0.0),
            Some(Value::String(text)) => !text.is_empty(),
            Some(Value::Array(_) | Value::Object(_)) => true,
        }
    }

    /// The description of this object: text, or an object with the text as its `content`; empty ones are none.
    pub(super) fn description(&self) -> Option<String> {
        let description = self.get("description")?;
        let text = if description.value.is_object() { description.text_of("content") } else { description.text() };
        text.filter(|text| !text.is_empty())
    }

    fn step(&self, value: &'a Value, step: Step<'a>) -> Self {
        Self { value, way: Some(Rc::new(Way { step, before: self.way.clone() })), report: self.report }
    }
}

/// A number as Postman sends it: one without a fraction has no point, as `1.0` and `1e3` have none.
fn number_text(number: &Number) -> String {
    /// Where Postman begins to write exponents.
    const LARGEST: f64 = 1e21;

    match number.as_f64().filter(|_| number.is_f64()) {
        Some(float) if float.fract() == 0.0 && float.abs() < LARGEST => format!("{:.0}", float + 0.0),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(text: &str) -> Value {
        serde_json::from_str(text).expect("JSON")
    }

    #[test]
    fn numbers_are_written_as_postman_sends_them() {
        let table = [
            ("1", "1"),
            ("1.0", "1"),
            ("1e3", "1000"),
            ("-0.0", "0"),
            ("1.50", "1.5"),
            ("-7", "-7"),
            ("1e21", "1e+21"),
            ("12345678901234567890", "12345678901234567890"),
        ];
        for (written, expected) in table {
            let (value, report) = (only(written), Report::default());
            assert_eq!(Cursor::root(&value, &report).any_text(), expected, "from {written}");
        }
    }

    #[test]
    fn flags_are_what_postman_takes_for_true() {
        let table = [
            ("{}", false),
            (r#"{"disabled": null}"#, false),
            (r#"{"disabled": false}"#, false),
            (r#"{"disabled": 0}"#, false),
            (r#"{"disabled": ""}"#, false),
            (r#"{"disabled": true}"#, true),
            (r#"{"disabled": 1}"#, true),
            (r#"{"disabled": "false"}"#, true),
            (r#"{"disabled": []}"#, true),
        ];
        for (written, expected) in table {
            let (value, report) = (only(written), Report::default());
            assert_eq!(Cursor::root(&value, &report).flag("disabled"), expected, "from {written}");
        }
    }
}
