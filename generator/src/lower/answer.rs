//! What kind of answer saved answers show: JSON, text, bytes, items or nothing.

use serde_json::Value;

use super::stream::{self, Items};
use crate::model::{AnswerKind, StreamFormat};
use crate::postman::text;
use crate::postman::{BodyMode, Request, Response};

/// What one saved answer shows.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Seen {
    Json(Value),
    /// It is said to be JSON, and is not, or not all of it.
    UnreadableJson,
    Items(Items),
    Text(String),
    Bytes,
    Nothing,
}

/// What a saved answer shows.
pub(super) fn see(response: &Response) -> Seen {
    let body = response.body.as_deref().unwrap_or_default();
    let media_type = media_type(response);
    let json = || serde_json::from_str::<Value>(body).ok();
    // Many a server calls its JSON text.
    let structured = || json().filter(|value| value.is_object() || value.is_array());
    match media_type.as_deref() {
        _ if matches!(response.code, Some(204 | 205)) => Seen::Nothing,
        Some("text/event-stream") => Seen::Items(stream::events(body)),
        None if stream::is_events(body) => Seen::Items(stream::events(body)),
        Some(media_type) if stream::is_lines(media_type) => Seen::Items(stream::lines(body)),
        Some(media_type) if media_type.contains("json") => json().map_or(Seen::UnreadableJson, Seen::Json),
        None | Some("text/plain") if body.trim().is_empty() => match &response.language {
            Some(language) if language == "json" => Seen::UnreadableJson,
            _ => Seen::Nothing,
        },
        Some("text/plain" | "text/html") => structured().map_or_else(|| Seen::Text(body.to_owned()), Seen::Json),
        Some(media_type) if is_text(media_type) => Seen::Text(body.to_owned()),
        Some(_) => structured().map_or(Seen::Bytes, Seen::Json),
        None => match (json(), &response.language) {
            (Some(value), _) => Seen::Json(value),
            (None, Some(language)) if language == "json" => Seen::UnreadableJson,
            (None, _) => Seen::Text(body.to_owned()),
        },
    }
}

/// Whether a saved answer tells what others hold. Many people save what they read without its body.
pub(super) fn tells(request: &Request, response: &Response, seen: &Seen) -> bool {
    *seen != Seen::Nothing || request.method != "GET" || matches!(response.code, Some(204 | 205))
}

/// What the answer to a request that has no example is likely to be, as far as the request tells.
pub(super) fn expected(request: &Request) -> Option<Seen> {
    let stated = |name: &str| request.headers.iter().rfind(|header| !header.disabled && is(&header.key, name));
    let accepted = stated("accept").map(|header| header.value.to_lowercase());
    if let Some(accepted) = accepted.filter(|accepted| accepted.contains('/') && !text::has_variable(accepted)) {
        let first = essence(accepted.split(',').next().unwrap_or_default());
        return match () {
            () if stream::is_lines(&first) => Some(Seen::Items(stream::lines(""))),
            () if first == "text/event-stream" && !accepted.contains("json") => Some(Seen::Items(stream::events(""))),
            () if accepted.contains("json") || first.contains('*') => None,
            () if is_text(&first) => Some(Seen::Text(String::new())),
            () => Some(Seen::Bytes),
        };
    }
    let is_xml = |text: &str| text.contains("xml");
    let language = request.body.as_ref().and_then(|body| match &body.mode {
        BodyMode::Raw { language, .. } => language.as_deref(),
        _ => None,
    });
    let sends_xml = language.is_some_and(is_xml) || stated("content-type").is_some_and(|header| is_xml(&header.value));
    sends_xml.then(|| Seen::Text(String::new()))
}

/// The media type of an answer, without its parameters.
fn media_type(response: &Response) -> Option<String> {
    let stated = response.headers.iter().find(|header| is(&header.key, "content-type"))?;
    Some(essence(&stated.value)).filter(|media_type| media_type.contains('/'))
}

/// A media type without its parameters.
fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_lowercase()
}

fn is(name: &str, other: &str) -> bool {
    name.eq_ignore_ascii_case(other)
}

fn is_text(media_type: &str) -> bool {
    let words = ["xml", "javascript", "yaml", "graphql", "x-www-form-urlencoded"];
    media_type.starts_with("text/") || words.iter().any(|word| media_type.contains(word))
}

/// The kind of an endpoint's answers. JSON is read also where it is not always sent; without any evidence it is expected.
pub(super) fn kind<'a>(method: &str, seen: impl Iterator<Item = &'a Seen> + Clone) -> AnswerKind {
    let any = |wanted: fn(&Seen) -> bool| seen.clone().any(wanted);
    if method == "HEAD" {
        AnswerKind::Empty
    } else if any(|seen| matches!(seen, Seen::Json(_) | Seen::UnreadableJson)) || seen.clone().next().is_none() {
        AnswerKind::Json
    } else if any(|seen| matches!(seen, Seen::Items(_))) {
        AnswerKind::Stream
    } else if any(|seen| *seen == Seen::Bytes) {
        AnswerKind::Bytes
    } else if any(|seen| matches!(seen, Seen::Text(_))) {
        AnswerKind::Text
    } else {
        AnswerKind::Empty
    }
}

/// How the items of an endpoint's answers are written, if some come item by item. Data of events is JSON only if all of it is.
pub(super) fn stream_format<'a>(seen: impl Iterator<Item = &'a Seen>) -> Option<StreamFormat> {
    let items: Vec<&Items> =
        seen.filter_map(|seen| if let Seen::Items(items) = seen { Some(items) } else { None }).collect();
    let events: Vec<&Items> = items.iter().copied().filter(|items| items.is_events).collect();
    let is_json = events.iter().all(|items| items.is_json) && events.iter().any(|items| !items.values.is_empty());
    match (events.is_empty(), is_json) {
        (false, true) => Some(StreamFormat::Events),
        (false, false) => Some(StreamFormat::TextEvents),
        (true, _) => (!items.is_empty()).then_some(StreamFormat::Lines),
    }
}
