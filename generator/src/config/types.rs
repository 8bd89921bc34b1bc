//! What people decide about types, where examples tell too little or something else.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

/// What is decided about types: the table `types` of the configuration.
///
/// A type is named as the generated crate calls it without these decisions: `Model`. A field is named after its type, by its
/// name on the wire or by the one in code: `Model.type`, `Model.created_at`. What stands in lists and maps is meant where
/// the place itself is one. One that names nothing, or that an example contradicts, is an error.
///
/// ```toml
/// [types]
/// rename = { EvalMetrics = "Evaluation", "Model.type" = "model_kind" }
/// same = [["Concept", "SelectConcept"]]
/// apart = [["Model.owner", "Dataset.owner"]]
/// kind = { "Model.size" = "integer" }
/// map = ["ModelVersion.params"]
/// enum = ["Model.source"]
/// required = ["Model.id"]
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Types {
    /// Other names, of types and of fields in code; names on the wire stay:
    /// `rename = { EvalMetrics = "Evaluation", "Model.type" = "model_kind" }`.
    pub rename: BTreeMap<Address, String>,
    /// Types, or what stands at places, that are one thing, whatever their shapes. The name of the first stays:
    /// `same = [["Concept", "SelectConcept"]]`.
    pub same: Vec<Vec<Address>>,
    /// Places that hold different things, however alike they look; those of one list are pairwise apart:
    /// `apart = [["Model.owner", "Dataset.owner"]]`.
    pub apart: Vec<Vec<Address>>,
    /// The kinds of fields: `kind = { "Model.size" = "integer" }`. `any` is always right.
    pub kind: BTreeMap<Address, Kind>,
    /// Fields or types that are objects whose keys are data: `map = ["ModelVersion.params"]`.
    pub map: Vec<Address>,
    /// Fields with text of a few words: `enum = ["Model.source"]`.
    #[serde(rename = "enum")]
    pub enums: Vec<Address>,
    /// Fields that are always there, and so no `Option`: `required = ["Model.id"]`.
    pub required: Vec<Address>,
}

/// A name that stands in the configuration, with its place there: of a type, of a field after its type and a dot, of a query
/// parameter, or of a place in an answer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(from = "Spanned<String>")]
pub struct Address {
    /// As it is written: `Model.type`.
    pub text: String,
    /// Where it is written: line and column, both from 1 on and the column in characters.
    pub position: Option<(usize, usize)>,
    /// Where it begins, in bytes.
    start: usize,
}

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// `true` or `false`
    Bool,
    /// A whole number that `i64` holds
    Integer,
    /// A whole number that is not negative
    Unsigned,
    /// Any number
    Float,
    /// Any text: neither an enum nor of a known form
    String,
    /// A point in time as RFC 3339 writes it
    Timestamp,
    /// A day
    Date,
    /// A UUID
    Uuid,
    /// An absolute URL
    Url,
    /// Bytes as base64
    Base64,
    /// Any JSON
    Any,
}

impl Types {
    /// Whether nothing is decided.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Finds the positions of all addresses in the text that they were read from.
    pub(super) fn locate(&mut self, position: &dyn Fn(usize) -> (usize, usize)) {
        let lists = [&mut self.map, &mut self.enums, &mut self.required];
        let lists = lists.into_iter().chain(&mut self.same).chain(&mut self.apart);
        lists.flatten().for_each(|address| address.locate(position));
        self.rename = located(std::mem::take(&mut self.rename), position);
        self.kind = located(std::mem::take(&mut self.kind), position);
    }
}

fn located<T>(map: BTreeMap<Address, T>, position: &dyn Fn(usize) -> (usize, usize)) -> BTreeMap<Address, T> {
    let located = map.into_iter().map(|(mut address, value)| {
        address.locate(position);
        (address, value)
    });
    located.collect()
}

impl Address {
    pub(super) fn locate(&mut self, position: &dyn Fn(usize) -> (usize, usize)) {
        self.position = Some(position(self.start));
    }
}

impl From<Spanned<String>> for Address {
    fn from(spanned: Spanned<String>) -> Self {
        let start = spanned.span().start;
        Self { text: spanned.into_inner(), position: None, start }
    }
}

impl From<&str> for Address {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), position: None, start: 0 }
    }
}
