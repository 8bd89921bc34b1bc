//! What the types of an API are worth: how many examples they hold, how many there are, and where nothing is known and why.
//!
//! [`report`] gathers it from the model; [`Report`] is printed as [text](Report::text), as [Markdown](Report::markdown), and as
//! JSON by serde, with the keys that its fields are called.

mod markdown;
mod places;
mod spelling;
#[cfg(test)]
mod tests;
mod text;
mod untyped;

use serde::Serialize;

use crate::model::{AnswerKind, Api, Operation, Part, TypeDef, TypeKind, TypeRef};
use crate::proof::{Proof, prove};

pub use self::untyped::{Place, Reason};

/// What the types of an API are worth.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The collection's name.
    pub title: String,
    /// What became of the examples.
    pub examples: Examples,
    /// How operations answer.
    pub answers: Answers,
    /// How many types there are.
    pub counts: Counts,
    /// The places of which nothing is known, by reason, then in the order of the types and of the document.
    pub untyped: Vec<Place>,
    /// Every type, in the order of their names.
    pub types: Vec<TypeLine>,
}

/// What became of the examples: those of bodies, of answers, and of answers that tell of failure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Examples {
    /// How many are the same once they were decoded and encoded.
    pub proved: usize,
    /// How many have a type that they were held against.
    pub typed: usize,
    /// How many of those that are proved have values that stand for names of kinds (`"<integer>"`).
    pub filled: usize,
    /// How many are of a part of which nothing is known, so that nothing is to be proved.
    pub untyped: usize,
    /// Those that are not the same.
    pub lost: Vec<Lost>,
}

/// An example that is not the same once it was decoded and encoded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lost {
    /// Its place in the collection, as a JSON pointer.
    pub pointer: String,
    /// The place in it at which something is lost, as a JSON pointer.
    pub place: String,
    /// What happens there.
    pub what: String,
}

/// How operations answer when they succeed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Answers {
    /// With JSON, also where nothing is known.
    pub json: usize,
    /// With text.
    pub text: usize,
    /// With bytes.
    pub bytes: usize,
    /// With nothing.
    pub empty: usize,
    /// Item by item.
    pub streams: usize,
}

impl Answers {
    /// How many operations there are.
    #[must_use]
    pub fn all(&self) -> usize {
        self.json + self.not_json()
    }

    /// How many of them answer with something else than JSON.
    #[must_use]
    pub fn not_json(&self) -> usize {
        self.text + self.bytes + self.empty + self.streams
    }
}

/// How many types there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Structs.
    pub structs: usize,
    /// Structs as there would be if each place that shows objects had its own.
    pub structs_before_sharing: usize,
    /// Enums of words.
    pub enums: usize,
    /// Unions of kinds.
    pub unions: usize,
    /// Fields of all structs.
    pub fields: usize,
    /// Those of which nothing is known.
    pub untyped_fields: usize,
    /// Bodies and answers of which nothing is known.
    pub untyped_parts: usize,
}

/// A type in a few words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TypeLine {
    /// Its name.
    pub name: String,
    /// `struct`, `enum` or `union`.
    pub kind: &'static str,
    /// Its fields, words or cases.
    pub members: Vec<Member>,
}

/// A field of a struct, a word of an enum, or a case of a union.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Member {
    /// Its name on the wire; that of a case in code.
    pub name: String,
    /// Its type; a word has none.
    #[serde(rename = "type")]
    pub ty: Option<String>,
    /// In how many examples it was seen.
    pub seen: usize,
    /// In how many of them it was `null`.
    pub null: usize,
    /// How many examples of a struct there are.
    pub of: Option<usize>,
}

/// Looks at the types of an API.
///
/// ```
/// use postman_codegen::{config::Config, lower, parse, report::report, source::Source};
///
/// let text = r#"{
///     "info": { "name": "Trains", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
///     "item": [{
///         "name": "List Trains",
///         "request": "https://trains.test/v1/trains",
///         "response": [{ "code": 200, "body": "{\"trains\": [{\"id\": 1}]}" }]
///     }]
/// }"#;
/// let (collection, _) = parse(&Source::new("collection.json", text)).expect("it is a collection");
/// let (api, _) = lower(&collection, &Config::default());
/// assert!(report(&api).text().contains("1 of 1 proved"));
/// ```
#[must_use]
pub fn report(api: &Api) -> Report {
    let operations: Vec<&Operation> = api.root.operations_deep().into_iter().map(|(_, operation)| operation).collect();
    let untyped = untyped::places(api, &operations);
    Report {
        title: api.title.clone(),
        examples: examples(&prove(api)),
        answers: answers(&operations),
        counts: counts(api, &untyped),
        untyped,
        types: api.types.iter().map(type_line).collect(),
    }
}

fn examples(proof: &Proof<'_>) -> Examples {
    let lost = proof.failures.iter().map(|failure| Lost {
        pointer: failure.example.pointer.clone().into_owned(),
        place: failure.loss.pointer(),
        what: failure.loss.kind.to_string(),
    });
    Examples {
        proved: proof.proved,
        typed: proof.typed(),
        filled: proof.filled,
        untyped: proof.untyped,
        lost: lost.collect(),
    }
}

fn answers(operations: &[&Operation]) -> Answers {
    let mut answers = Answers::default();
    for operation in operations {
        *match operation.success.kind {
            AnswerKind::Json => &mut answers.json,
            AnswerKind::Text => &mut answers.text,
            AnswerKind::Bytes => &mut answers.bytes,
            AnswerKind::Empty => &mut answers.empty,
            AnswerKind::Stream => &mut answers.streams,
        } += 1;
    }
    answers
}

fn counts(api: &Api, untyped: &[Place]) -> Counts {
    let mut counts = Counts { structs_before_sharing: api.unshared, ..Counts::default() };
    for def in &api.types {
        counts.fields += def.fields().len();
        counts.untyped_fields += def.fields().iter().filter(|field| field.ty.is_untyped()).count();
        *match def.kind {
            TypeKind::Struct(_) => &mut counts.structs,
            TypeKind::Enum(_) => &mut counts.enums,
            TypeKind::Union(_) => &mut counts.unions,
        } += 1;
    }
    counts.untyped_parts = untyped.len() - counts.untyped_fields;
    counts
}

fn type_line(def: &TypeDef) -> TypeLine {
    let (kind, members) = match &def.kind {
        TypeKind::Struct(fields) => ("struct", fields.iter().map(spelling::field).collect()),
        TypeKind::Enum(variants) => ("enum", variants.iter().map(spelling::word).collect()),
        TypeKind::Union(cases) => ("union", cases.iter().map(spelling::case).collect()),
    };
    TypeLine { name: def.name.plain().to_owned(), kind, members }
}

/// The parts of an operation that are JSON, each with its type.
fn parts(operation: &Operation) -> Vec<(Part, &TypeRef)> {
    let sent = operation.body.as_ref().and_then(|body| body.kind.json());
    let sent = sent.map(|(ty, _)| (Part::Body, ty));
    let success = &operation.success;
    let streamed = success.stream.iter().map(|stream| (Part::Item, &stream.ty));
    let success = (success.kind == AnswerKind::Json).then_some((Part::Success, &success.ty));
    let failures = operation.failures.iter().map(|failure| (Part::Failure(failure.status), &failure.ty));
    sent.into_iter().chain(success).chain(streamed).chain(failures).collect()
}
