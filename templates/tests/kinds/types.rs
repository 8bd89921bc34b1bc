//! Types of every kind and presence, as the generator writes them.
//!
//! The generator's own tests hold this file against what it writes, and write it anew where `INSTA_UPDATE` is `always`.

use crate::json::{self, cases, object, words};
use crate::text;

/// Fields that are always written.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Always {
    /// Seen in 3 of 4 examples.
    pub name: String,
    /// Seen in 3 of 4 examples.
    pub size: i64,
    /// Seen in 3 of 4 examples.
    pub source: Source,
    /// Seen in 3 of 4 examples.
    pub content: Content,
    /// Seen in 3 of 4 examples.
    pub created_at: text::Timestamp,
    /// Seen in 3 of 4 examples.
    pub part: Box<Part>,
    /// Seen in 3 of 4 examples.
    pub data: serde_json::Value,
    /// Seen in 3 of 4 examples.
    pub words: Vec<String>,
    /// Seen in 3 of 4 examples.
    pub gaps: Vec<Option<String>>,
    /// Seen in 3 of 4 examples.
    pub moments: Vec<Moment>,
    /// Seen in 3 of 4 examples.
    pub parts: Vec<Part>,
    /// Seen in 3 of 4 examples.
    pub holes: Vec<Option<Part>>,
    /// Seen in 3 of 4 examples.
    pub rows: Vec<Vec<i64>>,
    /// Seen in 3 of 4 examples.
    pub anything: Vec<serde_json::Value>,
    /// Seen in 3 of 4 examples.
    pub counts: std::collections::BTreeMap<String, i64>,
    /// Seen in 3 of 4 examples.
    pub sources: std::collections::BTreeMap<String, Source>,
    /// Seen in 3 of 4 examples.
    pub marks: std::collections::BTreeMap<String, Option<text::Date>>,
    /// Seen in 3 of 4 examples.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

impl Always {
    /// An empty value, to be filled by its setters.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets [`size`](Self::size).
    #[must_use]
    #[inline]
    pub fn size(mut self, size: i64) -> Self {
        self.size = size;
        self
    }

    /// Sets [`source`](Self::source).
    #[must_use]
    pub fn source(mut self, source: impl Into<Source>) -> Self {
        self.source = source.into();
        self
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, content: impl Into<Content>) -> Self {
        self.content = content.into();
        self
    }

    /// Sets [`created_at`](Self::created_at).
    #[must_use]
    pub fn created_at(mut self, created_at: impl Into<text::Timestamp>) -> Self {
        self.created_at = created_at.into();
        self
    }

    /// Sets [`part`](Self::part).
    #[must_use]
    #[inline]
    pub fn part(mut self, part: Part) -> Self {
        self.part = Box::new(part);
        self
    }

    /// Sets [`data`](Self::data).
    #[must_use]
    pub fn data(mut self, data: impl Into<serde_json::Value>) -> Self {
        self.data = data.into();
        self
    }

    /// Sets [`words`](Self::words).
    #[must_use]
    pub fn words(mut self, words: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.words = json::list(words);
        self
    }

    /// Sets [`gaps`](Self::gaps).
    #[must_use]
    pub fn gaps(
        mut self,
        gaps: impl IntoIterator<Item = Option<impl Into<String>>>,
    ) -> Self {
        self.gaps = gaps.into_iter().map(|item| item.map(Into::into)).collect();
        self
    }

    /// Sets [`moments`](Self::moments).
    #[must_use]
    pub fn moments(
        mut self,
        moments: impl IntoIterator<Item = impl Into<Moment>>,
    ) -> Self {
        self.moments = json::list(moments);
        self
    }

    /// Sets [`parts`](Self::parts).
    #[must_use]
    pub fn parts(mut self, parts: impl IntoIterator<Item = Part>) -> Self {
        self.parts = json::list(parts);
        self
    }

    /// Sets [`holes`](Self::holes).
    #[must_use]
    pub fn holes(mut self, holes: impl IntoIterator<Item = Option<Part>>) -> Self {
        self.holes = json::list(holes);
        self
    }

    /// Sets [`rows`](Self::rows).
    #[must_use]
    pub fn rows(mut self, rows: impl IntoIterator<Item = Vec<i64>>) -> Self {
        self.rows = json::list(rows);
        self
    }

    /// Sets [`anything`](Self::anything).
    #[must_use]
    pub fn anything(
        mut self,
        anything: impl IntoIterator<Item = impl Into<serde_json::Value>>,
    ) -> Self {
        self.anything = json::list(anything);
        self
    }

    /// Sets [`counts`](Self::counts).
    #[must_use]
    pub fn counts(
        mut self,
        counts: impl IntoIterator<Item = (impl Into<String>, i64)>,
    ) -> Self {
        self.counts = json::map(counts);
        self
    }

    /// Sets [`sources`](Self::sources).
    #[must_use]
    pub fn sources(
        mut self,
        sources: impl IntoIterator<Item = (impl Into<String>, impl Into<Source>)>,
    ) -> Self {
        self.sources = json::map(sources);
        self
    }

    /// Sets [`marks`](Self::marks).
    #[must_use]
    pub fn marks(
        mut self,
        marks: impl IntoIterator<
            Item = (impl Into<String>, Option<impl Into<text::Date>>),
        >,
    ) -> Self {
        self.marks = marks
            .into_iter()
            .map(|(key, value)| (key.into(), value.map(Into::into)))
            .collect();
        self
    }

    /// Sets [`extra`](Self::extra).
    #[must_use]
    pub fn extra(
        mut self,
        extra: impl IntoIterator<
            Item = (impl Into<String>, impl Into<serde_json::Value>),
        >,
    ) -> Self {
        self.extra = json::map(extra);
        self
    }
}

object!(
    Always => name, size, source, content, created_at, part, data, words as always, gaps
    as always, moments as always, parts as always, holes as always, rows as always,
    anything as always, counts as always, sources as always, marks as always, extra as
    always
);

/// What was chosen.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Choice {
    /// [`Source`], seen 2 times.
    Source(Source),
    /// A map, seen 2 times.
    Numbers(std::collections::BTreeMap<String, f64>),
    /// A list, seen 2 times.
    Shares(Vec<f64>),
    /// Any other JSON.
    Other(serde_json::Value),
}

impl Choice {
    /// What [`Source`](Self::Source) holds, if it is that.
    #[must_use]
    #[inline]
    pub fn as_source(&self) -> Option<&Source> {
        match self {
            Self::Source(value) => Some(value),
            _ => None,
        }
    }

    /// What [`Numbers`](Self::Numbers) holds, if it is that.
    #[must_use]
    #[inline]
    pub fn as_numbers(&self) -> Option<&std::collections::BTreeMap<String, f64>> {
        match self {
            Self::Numbers(value) => Some(value),
            _ => None,
        }
    }

    /// What [`Shares`](Self::Shares) holds, if it is that.
    #[must_use]
    #[inline]
    pub fn as_shares(&self) -> Option<&[f64]> {
        match self {
            Self::Shares(value) => Some(value),
            _ => None,
        }
    }
}

impl From<serde_json::Value> for Choice {
    #[inline]
    fn from(value: serde_json::Value) -> Self {
        match value {
            serde_json::Value::String(value) => Self::Source(value.into()),
            value @ serde_json::Value::Array(_) => {
                cases::case(value).map(Self::Shares).unwrap_or_else(Self::Other)
            }
            value @ serde_json::Value::Object(_) => {
                cases::case(value).map(Self::Numbers).unwrap_or_else(Self::Other)
            }
            value => Self::Other(value),
        }
    }
}

impl From<Source> for Choice {
    #[inline]
    fn from(value: Source) -> Self {
        Self::Source(value)
    }
}

impl From<std::collections::BTreeMap<String, f64>> for Choice {
    #[inline]
    fn from(value: std::collections::BTreeMap<String, f64>) -> Self {
        Self::Numbers(value)
    }
}

impl From<Vec<f64>> for Choice {
    #[inline]
    fn from(value: Vec<f64>) -> Self {
        Self::Shares(value)
    }
}

cases!(Choice(Source) => Source, Numbers, Shares);

/// What a thing holds.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(
    clippy::large_enum_variant,
    reason = "a case holds its value as it is, so that it can be matched"
)]
pub enum Content {
    /// A number, seen 2 times.
    Weight(f64),
    /// Text, seen 2 times.
    Text(String),
    /// A whole number, seen 2 times.
    Count(i64),
    /// A truth value, seen 2 times.
    Flag(bool),
    /// A list, seen 2 times.
    Parts(Vec<Part>),
    /// [`Part`], seen 2 times.
    Part(Part),
    /// Any other JSON.
    Other(serde_json::Value),
}

impl Content {
    /// What [`Weight`](Self::Weight) holds, if it is that.
    #[must_use]
    #[inline]
    pub fn as_weight(&self) -> Option<f64> {
        match self {
            Self::Weight(value) => Some(*value),
            _ => None,
        }
    }

    /// What [`Text`](Self::Text) holds, if it is that.
    #[must_use]
    #[inline]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(value) => Some(value),
            _ => None,
        }
    }

    /// What [`Count`](Self::Count) holds, if it is that.
    #[must_use]
    #[inline]
    pub fn as_count(&self) -> Option<i64> {
        match self {
            Self::Count(value) => Some(*value),
            _ => None,
        }
    }

    /// What [`Flag`](Self::Flag) holds, if it is that.
    #[must_use]
    #[inline]
    pub fn as_flag(&self) -> Option<bool> {
        match self {
            Self::Flag(value) => Some(*value),
            _ => None,
        }
    }

    /// What [`Parts`](Self::Parts) holds, if it is that.
    #[must_use]
    #[inline]
    pub fn as_parts(&self) -> Option<&[Part]> {
        match self {
            Self::Parts(value) => Some(value),
            _ => None,
        }
    }

    /// What [`Part`](Self::Part) holds, if it is that.
    #[must_use]
    #[inline]
    pub fn as_part(&self) -> Option<&Part> {
        match self {
            Self::Part(value) => Some(value),
            _ => None,
        }
    }
}

impl From<serde_json::Value> for Content {
    #[inline]
    fn from(value: serde_json::Value) -> Self {
        match value {
            serde_json::Value::Bool(value) => Self::Flag(value),
            serde_json::Value::String(value) => Self::Text(value),
            value @ serde_json::Value::Number(_) => {
                cases::case(value)
                    .map(Self::Count)
                    .or_else(|value| cases::float(value).map(Self::Weight))
                    .unwrap_or_else(Self::Other)
            }
            value @ serde_json::Value::Array(_) => {
                cases::case(value).map(Self::Parts).unwrap_or_else(Self::Other)
            }
            value @ serde_json::Value::Object(_) => {
                cases::case(value).map(Self::Part).unwrap_or_else(Self::Other)
            }
            value => Self::Other(value),
        }
    }
}

impl From<f64> for Content {
    #[inline]
    fn from(value: f64) -> Self {
        Self::Weight(value)
    }
}

impl From<i64> for Content {
    #[inline]
    fn from(value: i64) -> Self {
        Self::Count(value)
    }
}

impl From<i32> for Content {
    #[inline]
    fn from(value: i32) -> Self {
        Self::Count(value.into())
    }
}

impl From<bool> for Content {
    #[inline]
    fn from(value: bool) -> Self {
        Self::Flag(value)
    }
}

impl From<Vec<Part>> for Content {
    #[inline]
    fn from(value: Vec<Part>) -> Self {
        Self::Parts(value)
    }
}

impl From<Part> for Content {
    #[inline]
    fn from(value: Part) -> Self {
        Self::Part(value)
    }
}

cases!(Content(Text) => Weight, Text, Count, Flag, Parts, Part);

/// A body.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct CreatePartsRequest {
    /// Seen in 3 of 4 examples.
    pub parts: Option<Vec<Part>>,
}

impl CreatePartsRequest {
    /// An empty value, to be filled by its setters.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`parts`](Self::parts).
    #[must_use]
    pub fn parts(mut self, parts: impl IntoIterator<Item = Part>) -> Self {
        self.parts = Some(json::list(parts));
        self
    }
}

impl From<Vec<Part>> for CreatePartsRequest {
    #[inline]
    fn from(value: Vec<Part>) -> Self {
        Self::new().parts(value)
    }
}

impl From<Part> for CreatePartsRequest {
    #[inline]
    fn from(value: Part) -> Self {
        Self::new().parts([value])
    }
}

object!(CreatePartsRequest => parts);

/// A body.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct DeletePartsRequest {
    /// Seen in 3 of 4 examples.
    pub ids: Option<Vec<String>>,
}

impl DeletePartsRequest {
    /// An empty value, to be filled by its setters.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`ids`](Self::ids).
    #[must_use]
    pub fn ids(mut self, ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.ids = Some(json::list(ids));
        self
    }
}

impl From<Vec<String>> for DeletePartsRequest {
    #[inline]
    fn from(value: Vec<String>) -> Self {
        Self::new().ids(value)
    }
}

impl From<String> for DeletePartsRequest {
    #[inline]
    fn from(value: String) -> Self {
        Self::new().ids([value])
    }
}

impl From<&str> for DeletePartsRequest {
    #[inline]
    fn from(value: &str) -> Self {
        Self::new().ids([value])
    }
}

object!(DeletePartsRequest => ids);

/// Fields that may be missing or `null`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Either {
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub name: Option<Option<String>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub size: Option<Option<i64>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub source: Option<Option<Source>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub content: Option<Option<Content>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub created_at: Option<Option<text::Timestamp>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub part: Option<Option<Box<Part>>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub data: Option<Option<serde_json::Value>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub words: Option<Option<Vec<String>>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub gaps: Option<Option<Vec<Option<String>>>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub moments: Option<Option<Vec<Moment>>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub parts: Option<Option<Vec<Part>>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub holes: Option<Option<Vec<Option<Part>>>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub rows: Option<Option<Vec<Vec<i64>>>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub anything: Option<Option<Vec<serde_json::Value>>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub counts: Option<Option<std::collections::BTreeMap<String, i64>>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub sources: Option<Option<std::collections::BTreeMap<String, Source>>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub marks: Option<Option<std::collections::BTreeMap<String, Option<text::Date>>>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub extra: Option<Option<serde_json::Map<String, serde_json::Value>>>,
}

impl Either {
    /// An empty value, to be filled by its setters.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(Some(name.into()));
        self
    }

    /// Sets [`name`](Self::name) to `null`, which is not the same as leaving it out.
    #[must_use]
    #[inline]
    pub fn clear_name(mut self) -> Self {
        self.name = Some(None);
        self
    }

    /// Sets [`size`](Self::size).
    #[must_use]
    #[inline]
    pub fn size(mut self, size: i64) -> Self {
        self.size = Some(Some(size));
        self
    }

    /// Sets [`size`](Self::size) to `null`, which is not the same as leaving it out.
    #[must_use]
    #[inline]
    pub fn clear_size(mut self) -> Self {
        self.size = Some(None);
        self
    }

    /// Sets [`source`](Self::source).
    #[must_use]
    pub fn source(mut self, source: impl Into<Source>) -> Self {
        self.source = Some(Some(source.into()));
        self
    }

    /// Sets [`source`](Self::source) to `null`, which is not the same as leaving it out.
    #[must_use]
    #[inline]
    pub fn clear_source(mut self) -> Self {
        self.source = Some(None);
        self
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, content: impl Into<Content>) -> Self {
        self.content = Some(Some(content.into()));
        self
    }

    /// Sets [`content`](Self::content) to `null`, which is not the same as leaving it out.
    #[must_use]
    #[inline]
    pub fn clear_content(mut self) -> Self {
        self.content = Some(None);
        self
    }

    /// Sets [`created_at`](Self::created_at).
    #[must_use]
    pub fn created_at(mut self, created_at: impl Into<text::Timestamp>) -> Self {
        self.created_at = Some(Some(created_at.into()));
        self
    }

    /// Sets [`created_at`](Self::created_at) to `null`, which is not the same as leaving it out.
    #[must_use]
    #[inline]
    pub fn clear_created_at(mut self) -> Self {
        self.created_at = Some(None);
        self
    }

    /// Sets [`part`](Self::part).
    #[must_use]
    #[inline]
    pub fn part(mut self, part: Part) -> Self {
        self.part = Some(Some(Box::new(part)));
        self
    }

    /// Sets [`part`](Self::part) to `null`, which is not the same as leaving it out.
    #[must_use]
    #[inline]
    pub fn clear_part(mut self) -> Self {
        self.part = Some(None);
        self
    }

    /// Sets [`data`](Self::data).
    #[must_use]
    pub fn data(mut self, data: impl Into<serde_json::Value>) -> Self {
        self.data = Some(Some(data.into()));
        self
    }

    /// Sets [`data`](Self::data) to `null`, which is not the same as leaving it out.
    #[must_use]
    #[inline]
    pub fn clear_data(mut self) -> Self {
        self.data = Some(None);
        self
    }

    /// Sets [`words`](Self::words).
    #[must_use]
    pub fn words(mut self, words: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.words = Some(Some(json::list(words)));
        self
    }

    /// Sets [`words`](Self::words) to `null`, which is not the same as leaving it out.
    #[must_use]
    #[inline]
    pub fn clear_words(mut self) -> Self {
        self.words = Some(None);
        self
    }

    /// Sets [`gaps`](Self::gaps).
    #[must_use]
    pub fn gaps(
        mut self,
        gaps: impl IntoIterator<Item = Option<impl Into<String>>>,
    ) -> Self {
        self.gaps = Some(
            Some(gaps.into_iter().map(|item| item.map(Into::into)).collect()),
        );
        self
    }

    /// Sets [`gaps`](Self::gaps) to `null`, which is not the same as leaving it out.
    #[must_use]
    #[inline]
    pub fn clear_gaps(mut self) -> Self {
        self.gaps = Some(None);
        self
    }

    /// Sets [`moments`](Self::moments).
    #[must_use]
    pub fn moments(
        mut self,
        moments: impl IntoIterator<Item = impl Into<Moment>>,
    ) -> Self {
        self.moments = Some(Some(json::list(moments)));
        self
    }

    /// Sets [`moments`](Self::moments) to `null`, which is not the same as leaving it out.
    #[must_use]
    #[inline]
    pub fn clear_moments(mut self) -> Self {
        self.moments = Some(None);
        self
    }

    /// Sets [`parts`](Self::parts).
    #[must_use]
    pub fn parts(mut self, parts: impl IntoIterator<Item = Part>) -> Self {
        self.parts = Some(Some(json::list(parts)));
        self
    }

    /// Sets [`parts`](Self::parts) to `null`, which is not the same as leaving it out.
    #[must_use]
    #[inline]
    pub fn clear_parts(mut self) -> Self {
        self.parts = Some(None);
        self
    }

    /// Sets [`holes`](Self::holes).
    #[must_use]
    pub fn holes(mut self, holes: impl IntoIterator<Item = Option<Part>>) -> Self {
        self.holes = Some(Some(json::list(holes)));
        self
    }

    /// Sets [`holes`](Self::holes) to `null`, which is not the same as leaving it out.
    #[must_use]
    #[inline]
    pub fn clear_holes(mut self) -> Self {
        self.holes = Some(None);
        self
    }

    /// Sets [`rows`](Self::rows).
    #[must_use]
    pub fn rows(mut self, rows: impl IntoIterator<Item = Vec<i64>>) -> Self {
        self.rows = Some(Some(json::list(rows)));
        self
    }

    /// Sets [`rows`](Self::rows) to `null`, which is not the same as leaving it out.
    #[must_use]
    #[inline]
    pub fn clear_rows(mut self) -> Self {
        self.rows = Some(None);
        self
    }

    /// Sets [`anything`](Self::anything).
    #[must_use]
    pub fn anything(
        mut self,
        anything: impl IntoIterator<Item = impl Into<serde_json::Value>>,
    ) -> Self {
        self.anything = Some(Some(json::list(anything)));
        self
    }

    /// Sets [`anything`](Self::anything) to `null`, which is not the same as leaving it out.
    #[must_use]
    #[inline]
    pub fn clear_anything(mut self) -> Self {
        self.anything = Some(None);
        self
    }

    /// Sets [`counts`](Self::counts).
    #[must_use]
    pub fn counts(
        mut self,
        counts: impl IntoIterator<Item = (impl Into<String>, i64)>,
    ) -> Self {
        self.counts = Some(Some(json::map(counts)));
        self
    }

    /// Sets [`counts`](Self::counts) to `null`, which is not the same as leaving it out.
    #[must_use]
    #[inline]
    pub fn clear_counts(mut self) -> Self {
        self.counts = Some(None);
        self
    }

    /// Sets [`sources`](Self::sources).
    #[must_use]
    pub fn sources(
        mut self,
        sources: impl IntoIterator<Item = (impl Into<String>, impl Into<Source>)>,
    ) -> Self {
        self.sources = Some(Some(json::map(sources)));
        self
    }

    /// Sets [`sources`](Self::sources) to `null`, which is not the same as leaving it out.
    #[must_use]
    #[inline]
    pub fn clear_sources(mut self) -> Self {
        self.sources = Some(None);
        self
    }

    /// Sets [`marks`](Self::marks).
    #[must_use]
    pub fn marks(
        mut self,
        marks: impl IntoIterator<
            Item = (impl Into<String>, Option<impl Into<text::Date>>),
        >,
    ) -> Self {
        self.marks = Some(
            Some(
                marks
                    .into_iter()
                    .map(|(key, value)| (key.into(), value.map(Into::into)))
                    .collect(),
            ),
        );
        self
    }

    /// Sets [`marks`](Self::marks) to `null`, which is not the same as leaving it out.
    #[must_use]
    #[inline]
    pub fn clear_marks(mut self) -> Self {
        self.marks = Some(None);
        self
    }

    /// Sets [`extra`](Self::extra).
    #[must_use]
    pub fn extra(
        mut self,
        extra: impl IntoIterator<
            Item = (impl Into<String>, impl Into<serde_json::Value>),
        >,
    ) -> Self {
        self.extra = Some(Some(json::map(extra)));
        self
    }

    /// Sets [`extra`](Self::extra) to `null`, which is not the same as leaving it out.
    #[must_use]
    #[inline]
    pub fn clear_extra(mut self) -> Self {
        self.extra = Some(None);
        self
    }
}

object!(
    Either => name as nullable, size as nullable, source as nullable, content as
    nullable, created_at as nullable, part as nullable, data as nullable, words as
    nullable, gaps as nullable, moments as nullable, parts as nullable, holes as
    nullable, rows as nullable, anything as nullable, counts as nullable, sources as
    nullable, marks as nullable, extra as nullable
);

/// Lists and maps that are empty where they are missing.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Empty {
    /// Seen in 3 of 4 examples.
    pub words: Vec<String>,
    /// Seen in 3 of 4 examples.
    pub gaps: Vec<Option<String>>,
    /// Seen in 3 of 4 examples.
    pub moments: Vec<Moment>,
    /// Seen in 3 of 4 examples.
    pub parts: Vec<Part>,
    /// Seen in 3 of 4 examples.
    pub holes: Vec<Option<Part>>,
    /// Seen in 3 of 4 examples.
    pub rows: Vec<Vec<i64>>,
    /// Seen in 3 of 4 examples.
    pub anything: Vec<serde_json::Value>,
    /// Seen in 3 of 4 examples.
    pub counts: std::collections::BTreeMap<String, i64>,
    /// Seen in 3 of 4 examples.
    pub sources: std::collections::BTreeMap<String, Source>,
    /// Seen in 3 of 4 examples.
    pub marks: std::collections::BTreeMap<String, Option<text::Date>>,
    /// Seen in 3 of 4 examples.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

impl Empty {
    /// An empty value, to be filled by its setters.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`words`](Self::words).
    #[must_use]
    pub fn words(mut self, words: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.words = json::list(words);
        self
    }

    /// Sets [`gaps`](Self::gaps).
    #[must_use]
    pub fn gaps(
        mut self,
        gaps: impl IntoIterator<Item = Option<impl Into<String>>>,
    ) -> Self {
        self.gaps = gaps.into_iter().map(|item| item.map(Into::into)).collect();
        self
    }

    /// Sets [`moments`](Self::moments).
    #[must_use]
    pub fn moments(
        mut self,
        moments: impl IntoIterator<Item = impl Into<Moment>>,
    ) -> Self {
        self.moments = json::list(moments);
        self
    }

    /// Sets [`parts`](Self::parts).
    #[must_use]
    pub fn parts(mut self, parts: impl IntoIterator<Item = Part>) -> Self {
        self.parts = json::list(parts);
        self
    }

    /// Sets [`holes`](Self::holes).
    #[must_use]
    pub fn holes(mut self, holes: impl IntoIterator<Item = Option<Part>>) -> Self {
        self.holes = json::list(holes);
        self
    }

    /// Sets [`rows`](Self::rows).
    #[must_use]
    pub fn rows(mut self, rows: impl IntoIterator<Item = Vec<i64>>) -> Self {
        self.rows = json::list(rows);
        self
    }

    /// Sets [`anything`](Self::anything).
    #[must_use]
    pub fn anything(
        mut self,
        anything: impl IntoIterator<Item = impl Into<serde_json::Value>>,
    ) -> Self {
        self.anything = json::list(anything);
        self
    }

    /// Sets [`counts`](Self::counts).
    #[must_use]
    pub fn counts(
        mut self,
        counts: impl IntoIterator<Item = (impl Into<String>, i64)>,
    ) -> Self {
        self.counts = json::map(counts);
        self
    }

    /// Sets [`sources`](Self::sources).
    #[must_use]
    pub fn sources(
        mut self,
        sources: impl IntoIterator<Item = (impl Into<String>, impl Into<Source>)>,
    ) -> Self {
        self.sources = json::map(sources);
        self
    }

    /// Sets [`marks`](Self::marks).
    #[must_use]
    pub fn marks(
        mut self,
        marks: impl IntoIterator<
            Item = (impl Into<String>, Option<impl Into<text::Date>>),
        >,
    ) -> Self {
        self.marks = marks
            .into_iter()
            .map(|(key, value)| (key.into(), value.map(Into::into)))
            .collect();
        self
    }

    /// Sets [`extra`](Self::extra).
    #[must_use]
    pub fn extra(
        mut self,
        extra: impl IntoIterator<
            Item = (impl Into<String>, impl Into<serde_json::Value>),
        >,
    ) -> Self {
        self.extra = json::map(extra);
        self
    }
}

object!(
    Empty => words, gaps, moments, parts, holes, rows, anything, counts, sources, marks,
    extra
);

/// Text of every form.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Forms {
    /// Seen in 3 of 4 examples.
    pub at: Option<text::Timestamp>,
    /// Seen in 3 of 4 examples.
    pub on: Option<text::Date>,
    /// Seen in 3 of 4 examples.
    pub id: Option<text::Uuid>,
    /// Seen in 3 of 4 examples.
    pub site: Option<text::Url>,
    /// Seen in 3 of 4 examples.
    pub key: Option<text::Base64>,
}

impl Forms {
    /// An empty value, to be filled by its setters.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`at`](Self::at).
    #[must_use]
    pub fn at(mut self, at: impl Into<text::Timestamp>) -> Self {
        self.at = Some(at.into());
        self
    }

    /// Sets [`on`](Self::on).
    #[must_use]
    pub fn on(mut self, on: impl Into<text::Date>) -> Self {
        self.on = Some(on.into());
        self
    }

    /// Sets [`id`](Self::id).
    #[must_use]
    pub fn id(mut self, id: impl Into<text::Uuid>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets [`site`](Self::site).
    #[must_use]
    pub fn site(mut self, site: impl Into<text::Url>) -> Self {
        self.site = Some(site.into());
        self
    }

    /// Sets [`key`](Self::key).
    #[must_use]
    pub fn key(mut self, key: impl Into<text::Base64>) -> Self {
        self.key = Some(key.into());
        self
    }
}

object!(Forms => at, on, id, site, key);

/// When something was.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Moment {
    /// A point in time, seen 2 times.
    At(text::Timestamp),
    /// A whole number, seen 2 times.
    Seconds(u64),
    /// Any other JSON.
    Other(serde_json::Value),
}

impl Moment {
    /// What [`At`](Self::At) holds, if it is that.
    #[must_use]
    #[inline]
    pub fn as_at(&self) -> Option<&text::Timestamp> {
        match self {
            Self::At(value) => Some(value),
            _ => None,
        }
    }

    /// What [`Seconds`](Self::Seconds) holds, if it is that.
    #[must_use]
    #[inline]
    pub fn as_seconds(&self) -> Option<u64> {
        match self {
            Self::Seconds(value) => Some(*value),
            _ => None,
        }
    }
}

impl From<serde_json::Value> for Moment {
    #[inline]
    fn from(value: serde_json::Value) -> Self {
        match value {
            serde_json::Value::String(value) => Self::At(value.into()),
            value @ serde_json::Value::Number(_) => {
                cases::case(value).map(Self::Seconds).unwrap_or_else(Self::Other)
            }
            value => Self::Other(value),
        }
    }
}

impl From<text::Timestamp> for Moment {
    #[inline]
    fn from(value: text::Timestamp) -> Self {
        Self::At(value)
    }
}

impl From<u64> for Moment {
    #[inline]
    fn from(value: u64) -> Self {
        Self::Seconds(value)
    }
}

cases!(Moment(At) => At, Seconds);

/// A body.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct NestedRequest {
    /// Seen in 3 of 4 examples.
    pub nested_requests: Option<Vec<NestedRequest>>,
}

impl NestedRequest {
    /// An empty value, to be filled by its setters.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`nested_requests`](Self::nested_requests).
    #[must_use]
    pub fn nested_requests(
        mut self,
        nested_requests: impl IntoIterator<Item = NestedRequest>,
    ) -> Self {
        self.nested_requests = Some(json::list(nested_requests));
        self
    }
}

impl From<Vec<NestedRequest>> for NestedRequest {
    #[inline]
    fn from(value: Vec<NestedRequest>) -> Self {
        Self::new().nested_requests(value)
    }
}

object!(NestedRequest => nested_requests);

/// Fields that may be `null`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Null {
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub name: Option<String>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub size: Option<i64>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub source: Option<Source>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub content: Option<Content>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub created_at: Option<text::Timestamp>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub part: Option<Box<Part>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub data: Option<serde_json::Value>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub words: Option<Vec<String>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub gaps: Option<Vec<Option<String>>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub moments: Option<Vec<Moment>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub parts: Option<Vec<Part>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub holes: Option<Vec<Option<Part>>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub rows: Option<Vec<Vec<i64>>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub anything: Option<Vec<serde_json::Value>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub counts: Option<std::collections::BTreeMap<String, i64>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub sources: Option<std::collections::BTreeMap<String, Source>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub marks: Option<std::collections::BTreeMap<String, Option<text::Date>>>,
    /// Seen in 3 of 4 examples. Null in 1 of them.
    pub extra: Option<serde_json::Map<String, serde_json::Value>>,
}

impl Null {
    /// An empty value, to be filled by its setters.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`size`](Self::size).
    #[must_use]
    #[inline]
    pub fn size(mut self, size: i64) -> Self {
        self.size = Some(size);
        self
    }

    /// Sets [`source`](Self::source).
    #[must_use]
    pub fn source(mut self, source: impl Into<Source>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, content: impl Into<Content>) -> Self {
        self.content = Some(content.into());
        self
    }

    /// Sets [`created_at`](Self::created_at).
    #[must_use]
    pub fn created_at(mut self, created_at: impl Into<text::Timestamp>) -> Self {
        self.created_at = Some(created_at.into());
        self
    }

    /// Sets [`part`](Self::part).
    #[must_use]
    #[inline]
    pub fn part(mut self, part: Part) -> Self {
        self.part = Some(Box::new(part));
        self
    }

    /// Sets [`data`](Self::data).
    #[must_use]
    pub fn data(mut self, data: impl Into<serde_json::Value>) -> Self {
        self.data = Some(data.into());
        self
    }

    /// Sets [`words`](Self::words).
    #[must_use]
    pub fn words(mut self, words: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.words = Some(json::list(words));
        self
    }

    /// Sets [`gaps`](Self::gaps).
    #[must_use]
    pub fn gaps(
        mut self,
        gaps: impl IntoIterator<Item = Option<impl Into<String>>>,
    ) -> Self {
        self.gaps = Some(gaps.into_iter().map(|item| item.map(Into::into)).collect());
        self
    }

    /// Sets [`moments`](Self::moments).
    #[must_use]
    pub fn moments(
        mut self,
        moments: impl IntoIterator<Item = impl Into<Moment>>,
    ) -> Self {
        self.moments = Some(json::list(moments));
        self
    }

    /// Sets [`parts`](Self::parts).
    #[must_use]
    pub fn parts(mut self, parts: impl IntoIterator<Item = Part>) -> Self {
        self.parts = Some(json::list(parts));
        self
    }

    /// Sets [`holes`](Self::holes).
    #[must_use]
    pub fn holes(mut self, holes: impl IntoIterator<Item = Option<Part>>) -> Self {
        self.holes = Some(json::list(holes));
        self
    }

    /// Sets [`rows`](Self::rows).
    #[must_use]
    pub fn rows(mut self, rows: impl IntoIterator<Item = Vec<i64>>) -> Self {
        self.rows = Some(json::list(rows));
        self
    }

    /// Sets [`anything`](Self::anything).
    #[must_use]
    pub fn anything(
        mut self,
        anything: impl IntoIterator<Item = impl Into<serde_json::Value>>,
    ) -> Self {
        self.anything = Some(json::list(anything));
        self
    }

    /// Sets [`counts`](Self::counts).
    #[must_use]
    pub fn counts(
        mut self,
        counts: impl IntoIterator<Item = (impl Into<String>, i64)>,
    ) -> Self {
        self.counts = Some(json::map(counts));
        self
    }

    /// Sets [`sources`](Self::sources).
    #[must_use]
    pub fn sources(
        mut self,
        sources: impl IntoIterator<Item = (impl Into<String>, impl Into<Source>)>,
    ) -> Self {
        self.sources = Some(json::map(sources));
        self
    }

    /// Sets [`marks`](Self::marks).
    #[must_use]
    pub fn marks(
        mut self,
        marks: impl IntoIterator<
            Item = (impl Into<String>, Option<impl Into<text::Date>>),
        >,
    ) -> Self {
        self.marks = Some(
            marks
                .into_iter()
                .map(|(key, value)| (key.into(), value.map(Into::into)))
                .collect(),
        );
        self
    }

    /// Sets [`extra`](Self::extra).
    #[must_use]
    pub fn extra(
        mut self,
        extra: impl IntoIterator<
            Item = (impl Into<String>, impl Into<serde_json::Value>),
        >,
    ) -> Self {
        self.extra = Some(json::map(extra));
        self
    }
}

object!(
    Null => name as always, size as always, source as always, content as always,
    created_at as always, part as always, data as always, words as always, gaps as
    always, moments as always, parts as always, holes as always, rows as always, anything
    as always, counts as always, sources as always, marks as always, extra as always
);

/// Fields that may be missing.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Optional {
    /// Seen in 3 of 4 examples.
    pub name: Option<String>,
    /// Seen in 3 of 4 examples.
    pub size: Option<i64>,
    /// Seen in 3 of 4 examples.
    pub source: Option<Source>,
    /// Seen in 3 of 4 examples.
    pub content: Option<Content>,
    /// Seen in 3 of 4 examples.
    pub created_at: Option<text::Timestamp>,
    /// Seen in 3 of 4 examples.
    pub part: Option<Box<Part>>,
    /// Seen in 3 of 4 examples.
    pub data: Option<serde_json::Value>,
    /// Seen in 3 of 4 examples.
    pub words: Option<Vec<String>>,
    /// Seen in 3 of 4 examples.
    pub gaps: Option<Vec<Option<String>>>,
    /// Seen in 3 of 4 examples.
    pub moments: Option<Vec<Moment>>,
    /// Seen in 3 of 4 examples.
    pub parts: Option<Vec<Part>>,
    /// Seen in 3 of 4 examples.
    pub holes: Option<Vec<Option<Part>>>,
    /// Seen in 3 of 4 examples.
    pub rows: Option<Vec<Vec<i64>>>,
    /// Seen in 3 of 4 examples.
    pub anything: Option<Vec<serde_json::Value>>,
    /// Seen in 3 of 4 examples.
    pub counts: Option<std::collections::BTreeMap<String, i64>>,
    /// Seen in 3 of 4 examples.
    pub sources: Option<std::collections::BTreeMap<String, Source>>,
    /// Seen in 3 of 4 examples.
    pub marks: Option<std::collections::BTreeMap<String, Option<text::Date>>>,
    /// Seen in 3 of 4 examples.
    pub extra: Option<serde_json::Map<String, serde_json::Value>>,
}

impl Optional {
    /// An empty value, to be filled by its setters.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`size`](Self::size).
    #[must_use]
    #[inline]
    pub fn size(mut self, size: i64) -> Self {
        self.size = Some(size);
        self
    }

    /// Sets [`source`](Self::source).
    #[must_use]
    pub fn source(mut self, source: impl Into<Source>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, content: impl Into<Content>) -> Self {
        self.content = Some(content.into());
        self
    }

    /// Sets [`created_at`](Self::created_at).
    #[must_use]
    pub fn created_at(mut self, created_at: impl Into<text::Timestamp>) -> Self {
        self.created_at = Some(created_at.into());
        self
    }

    /// Sets [`part`](Self::part).
    #[must_use]
    #[inline]
    pub fn part(mut self, part: Part) -> Self {
        self.part = Some(Box::new(part));
        self
    }

    /// Sets [`data`](Self::data).
    #[must_use]
    pub fn data(mut self, data: impl Into<serde_json::Value>) -> Self {
        self.data = Some(data.into());
        self
    }

    /// Sets [`words`](Self::words).
    #[must_use]
    pub fn words(mut self, words: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.words = Some(json::list(words));
        self
    }

    /// Sets [`gaps`](Self::gaps).
    #[must_use]
    pub fn gaps(
        mut self,
        gaps: impl IntoIterator<Item = Option<impl Into<String>>>,
    ) -> Self {
        self.gaps = Some(gaps.into_iter().map(|item| item.map(Into::into)).collect());
        self
    }

    /// Sets [`moments`](Self::moments).
    #[must_use]
    pub fn moments(
        mut self,
        moments: impl IntoIterator<Item = impl Into<Moment>>,
    ) -> Self {
        self.moments = Some(json::list(moments));
        self
    }

    /// Sets [`parts`](Self::parts).
    #[must_use]
    pub fn parts(mut self, parts: impl IntoIterator<Item = Part>) -> Self {
        self.parts = Some(json::list(parts));
        self
    }

    /// Sets [`holes`](Self::holes).
    #[must_use]
    pub fn holes(mut self, holes: impl IntoIterator<Item = Option<Part>>) -> Self {
        self.holes = Some(json::list(holes));
        self
    }

    /// Sets [`rows`](Self::rows).
    #[must_use]
    pub fn rows(mut self, rows: impl IntoIterator<Item = Vec<i64>>) -> Self {
        self.rows = Some(json::list(rows));
        self
    }

    /// Sets [`anything`](Self::anything).
    #[must_use]
    pub fn anything(
        mut self,
        anything: impl IntoIterator<Item = impl Into<serde_json::Value>>,
    ) -> Self {
        self.anything = Some(json::list(anything));
        self
    }

    /// Sets [`counts`](Self::counts).
    #[must_use]
    pub fn counts(
        mut self,
        counts: impl IntoIterator<Item = (impl Into<String>, i64)>,
    ) -> Self {
        self.counts = Some(json::map(counts));
        self
    }

    /// Sets [`sources`](Self::sources).
    #[must_use]
    pub fn sources(
        mut self,
        sources: impl IntoIterator<Item = (impl Into<String>, impl Into<Source>)>,
    ) -> Self {
        self.sources = Some(json::map(sources));
        self
    }

    /// Sets [`marks`](Self::marks).
    #[must_use]
    pub fn marks(
        mut self,
        marks: impl IntoIterator<
            Item = (impl Into<String>, Option<impl Into<text::Date>>),
        >,
    ) -> Self {
        self.marks = Some(
            marks
                .into_iter()
                .map(|(key, value)| (key.into(), value.map(Into::into)))
                .collect(),
        );
        self
    }

    /// Sets [`extra`](Self::extra).
    #[must_use]
    pub fn extra(
        mut self,
        extra: impl IntoIterator<
            Item = (impl Into<String>, impl Into<serde_json::Value>),
        >,
    ) -> Self {
        self.extra = Some(json::map(extra));
        self
    }
}

object!(
    Optional => name, size, source, content, created_at, part, data, words, gaps,
    moments, parts, holes, rows, anything, counts, sources, marks, extra
);

/// A part.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Part {
    /// Seen in 3 of 4 examples.
    pub name: Option<String>,
}

impl Part {
    /// An empty value, to be filled by its setters.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

object!(Part => name);

/// A body.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct SetSourceRequest {
    /// Seen in 3 of 4 examples.
    pub source: Option<Source>,
}

impl SetSourceRequest {
    /// An empty value, to be filled by its setters.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`source`](Self::source).
    #[must_use]
    pub fn source(mut self, source: impl Into<Source>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl From<Source> for SetSourceRequest {
    #[inline]
    fn from(value: Source) -> Self {
        Self::new().source(value)
    }
}

impl From<&str> for SetSourceRequest {
    #[inline]
    fn from(value: &str) -> Self {
        Self::new().source(value)
    }
}

object!(SetSourceRequest => source);

/// Where a thing comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Source {
    /// `HOSTED`. Seen 3 times.
    Hosted,
    /// `wrapped`. Seen once.
    Wrapped,
    /// `self`. No example shows it.
    Self_,
    /// Any other word. It is made by `from`, which knows the others.
    Unknown(String),
}

impl Source {
    /// The words that are known.
    pub const KNOWN_WORDS: &'static [Self] = &[Self::Hosted, Self::Wrapped, Self::Self_];

    /// The word as it is on the wire.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Hosted => "HOSTED",
            Self::Wrapped => "wrapped",
            Self::Self_ => "self",
            Self::Unknown(word) => word,
        }
    }
}

words!(Source);

/// Fields of which little is known.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Unclear {
    /// Seen in 3 of 4 examples.
    ///
    /// No example shows what it holds: only an empty list.
    pub never: Option<serde_json::Value>,
    /// Seen in 3 of 4 examples.
    ///
    /// Its keys are free, and so is what they hold.
    pub free: Option<serde_json::Value>,
    /// Seen in 3 of 4 examples.
    ///
    /// Examples show what no one type holds: text and a list.
    pub mixed: Option<serde_json::Value>,
    /// Seen in 3 of 4 examples.
    ///
    /// Any JSON, as the crate's configuration says.
    pub configured: Option<serde_json::Value>,
}

impl Unclear {
    /// An empty value, to be filled by its setters.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`never`](Self::never).
    #[must_use]
    pub fn never(mut self, never: impl Into<serde_json::Value>) -> Self {
        self.never = Some(never.into());
        self
    }

    /// Sets [`free`](Self::free).
    #[must_use]
    pub fn free(mut self, free: impl Into<serde_json::Value>) -> Self {
        self.free = Some(free.into());
        self
    }

    /// Sets [`mixed`](Self::mixed).
    #[must_use]
    pub fn mixed(mut self, mixed: impl Into<serde_json::Value>) -> Self {
        self.mixed = Some(mixed.into());
        self
    }

    /// Sets [`configured`](Self::configured).
    #[must_use]
    pub fn configured(mut self, configured: impl Into<serde_json::Value>) -> Self {
        self.configured = Some(configured.into());
        self
    }
}

object!(Unclear => never, free, mixed, configured);
