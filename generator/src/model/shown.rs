//! All JSON that the collection shows of an operation, in one list.

use std::borrow::Cow;

use super::{BodyKind, Operation, TypeRef};

/// JSON that the collection shows of a part of an operation, with the type of that part.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown<'a> {
    /// The part.
    pub part: Part,
    /// Its place in the collection.
    pub pointer: Cow<'a, str>,
    /// The type of the part.
    pub ty: &'a TypeRef,
    /// What it shows.
    pub value: &'a serde_json::Value,
    /// Whether values stand for names of kinds in it.
    pub filled: bool,
}

/// A part of an operation that is JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The body that it sends.
    Body,
    /// The variables of the GraphQL query that it sends.
    Variables,
    /// What it answers when it succeeds.
    Success,
    /// An item of what it answers item by item.
    Item,
    /// What it answers when it fails with this status.
    Failure(u16),
}

impl Operation {
    /// Everything that the collection shows of it as JSON: what it sends, what it answers, and that with which it fails.
    #[must_use]
    pub fn shown(&self) -> Vec<Shown<'_>> {
        let mut all = Vec::new();
        if let Some((kind, (ty, value))) = self.body.as_ref().and_then(|body| Some((&body.kind, body.kind.json()?))) {
            let (part, filled) = match kind {
                BodyKind::Json { filled, .. } => (Part::Body, *filled),
                _ => (Part::Variables, false),
            };
            let pointer = format!("{}/request/body", self.origin.pointer);
            all.push(Shown { part, pointer: pointer.into(), ty, value, filled });
            all.extend(self.more_bodies.iter().map(|example| example.shown(part, ty)));
        }
        let Self { success, failures, .. } = self;
        all.extend(success.examples.iter().map(|example| example.shown(Part::Success, &success.ty)));
        if let Some(stream) = &success.stream {
            all.extend(stream.examples.iter().map(|example| example.shown(Part::Item, &stream.ty)));
        }
        for failure in failures {
            all.extend(
                failure.examples.iter().map(|example| example.shown(Part::Failure(failure.status), &failure.ty)),
            );
        }
        all
    }
}

impl super::Example {
    fn shown<'a>(&'a self, part: Part, ty: &'a TypeRef) -> Shown<'a> {
        Shown { part, pointer: self.pointer.as_str().into(), ty, value: &self.value, filled: self.filled }
    }
}
