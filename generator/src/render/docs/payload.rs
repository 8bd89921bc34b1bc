//! What is sent and received, as a page shows it.

use serde::Serialize;

use super::context::type_link;
use super::excerpt::excerpt;
use crate::dynamic::shown;
use crate::model::{AnswerKind, Api, BodyKind, Success};
use crate::render::rust::items;

/// A body or an answer.
#[derive(Serialize)]
pub(super) struct Payload {
    ty: String,
    language: &'static str,
    example: Option<String>,
}

impl Payload {
    fn of(ty: &str, example: Option<&str>) -> Self {
        Self { ty: format!("`{ty}`"), language: "text", example: example.map(shown) }
    }
}

/// The body; a form has its fields among the parameters.
pub(super) fn body(api: &Api, kind: &BodyKind) -> Option<Payload> {
    match kind {
        BodyKind::Json { .. } | BodyKind::GraphQl(_) => kind.json().map(|(ty, example)| Payload {
            ty: type_link(api, ty),
            language: "json",
            example: Some(shown(&excerpt(example))),
        }),
        BodyKind::Text { example } => Some(Payload::of("String", Some(example))),
        BodyKind::Urlencoded(form) | BodyKind::Multipart(form) => Some(Payload::of(form.name.plain(), None)),
        BodyKind::File { example } => Some(Payload::of("FileSource", example.as_deref())),
    }
}

/// The GraphQL query.
pub(super) fn query(kind: &BodyKind) -> Option<String> {
    match kind {
        BodyKind::GraphQl(graphql) => Some(graphql.query.trim().to_owned()),
        _ => None,
    }
}

/// The answer.
pub(super) fn answer(api: &Api, success: &Success) -> Payload {
    match success.kind {
        AnswerKind::Json => {
            Payload { ty: type_link(api, &success.ty), language: "json", example: success.example().map(excerpt) }
        }
        AnswerKind::Text => Payload::of("String", success.text.as_deref().map(head)),
        AnswerKind::Bytes => Payload::of("Bytes", None),
        AnswerKind::Empty => Payload::of("()", None),
        AnswerKind::Stream => stream(api, success).unwrap_or_else(|| Payload::of("()", None)),
    }
}

/// What is answered item by item.
pub(super) fn stream(api: &Api, success: &Success) -> Option<Payload> {
    let stream = success.stream.as_ref()?;
    let ty = format!("`{}` of {}", items(stream), type_link(api, &stream.ty));
    match &success.text {
        Some(text) => Some(Payload { ty, ..Payload::of("", Some(head(text))) }),
        None => {
            let example = stream.examples.first().map(|example| excerpt(&example.value));
            Some(Payload { ty, language: "json", example })
        }
    }
}

/// How much of a text a page shows.
const TEXT_BYTES: usize = 1000;

/// The beginning of a text.
fn head(text: &str) -> &str {
    let end = (0..=text.len().min(TEXT_BYTES)).rev().find(|&end| text.is_char_boundary(end));
    &text[..end.unwrap_or(0)]
}
