//! A cursor over the JSON of a document that knows where it stands and says so when something is odd.
//!
//! `null` is the same as nothing everywhere: real files hold it wherever the schema allows none.

use std::cell::RefCell;
use std::iter;
use std::rc::Rc;

use serde_json::Value;

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
                Step::Name(name) => origin.breadcrumb.push(name.clone()),
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
        let diagnostic = diagnostic.in_file(&self.report.file).at(&self.origin());
        self.report.found.borrow_mut().push(diagnostic);
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

    /// Whether there is `true` under this key.
    pub(super) fn flag(&self, key: &str) -> bool {
        self.value.get(key).and_then(Value::as_bool).unwrap_or(false)
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
