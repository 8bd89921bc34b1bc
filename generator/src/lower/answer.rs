//! What kind of answer saved answers show: JSON, text, bytes, items or nothing.

use serde_json::Value;

use super::stream::{self, Items};
use crate::model::{AnswerKind, StreamFormat};
use crate::postman::text;
use crate::postman::{BodyMode, Request, Response};

/// What one saved answer shows.
pub(super) struct Seen<'a> {
    pub(super) form: Form<'a>,
    /// The JSON in it: its body, or those of its items that are JSON.
    pub(super) values: Vec<Value>,
}

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Form<'a> {
    /// It is JSON, or said to be: a body that cannot be read, or is cut off, shows no value.
    Json,
    Items(Items<'a>),
    Text(&'a str),
    Bytes,
    Nothing,
}

impl<'a> Form<'a> {
    /// What is written so, and shows no JSON.
    fn alone(self) -> Seen<'a> {
        Seen { form: self, values: Vec::new() }
    }
}

/// What a saved answer shows.
pub(super) fn see(response: &Response) -> Seen<'_> {
    let body = response.body.as_deref().unwrap_or_default();
    let media_type = media_type(response);
    let json = || {
        let value = serde_json::from_str::<Value>(body).ok();
        value.map(|value| Seen { form: Form::Json, values: vec![value] })
    };
    // Many a server calls its JSON text.
    let structured = || json().filter(|seen| seen.values.iter().any(|value| value.is_object() || value.is_array()));
    let items = |(items, values)| Seen { form: Form::Items(items), values };
    let text = || Form::Text(body).alone();
    match media_type.as_deref() {
        _ if matches!(response.code, Some(204 | 205)) => Form::Nothing.alone(),
        Some("text/event-stream") => items(stream::events(body)),
        None if stream::is_events(body) => items(stream::events(body)),
        Some(media_type) if stream::is_lines(media_type) => items(stream::lines(body)),
        Some(media_type) if media_type.contains("json") => json().unwrap_or_else(|| Form::Json.alone()),
        None | Some("text/plain") if body.trim().is_empty() => match &response.language {
            Some(language) if language == "json" => Form::Json.alone(),
            _ => Form::Nothing.alone(),
        },
        Some("text/plain" | "text/html") => structured().unwrap_or_else(text),
        Some(media_type) if is_text(media_type) => text(),
        Some(_) => structured().unwrap_or_else(|| Form::Bytes.alone()),
        None => json().unwrap_or_else(|| match &response.language {
            Some(language) if language == "json" => Form::Json.alone(),
            _ => text(),
        }),
    }
}

/// Whether a saved answer tells what others hold. Many people save what they read without its body.
pub(super) fn tells(request: &Request, response: &Response, form: Form<'_>) -> bool {
    form != Form::Nothing || request.method != "GET" || matches!(response.code, Some(204 | 205))
}

/// What the answer to a request that has no example is likely to be, as far as the request tells.
pub(super) fn expected(request: &Request) -> Option<Form<'static>> {
    let stated = |name: &str| request.headers.iter().rfind(|header| !header.disabled && is(&header.key, name));
    let accepted = stated("accept").map(|header| header.value.to_lowercase());
    if let Some(accepted) = accepted.filter(|accepted| accepted.contains('/') && !text::has_variable(accepted)) {
        let first = essence(accepted.split(',').next().unwrap_or_default());
        return match () {
            () if stream::is_lines(&first) => Some(Form::Items(stream::lines("").0)),
            () if first == "text/event-stream" && !accepted.contains("json") => Some(Form::Items(stream::events("").0)),
            () if accepted.contains("json") || first.contains('*') => None,
            () if is_text(&first) => Some(Form::Text("")),
            () => Some(Form::Bytes),
        };
    }
    let is_xml = |text: &str| text.contains("xml");
    let language = request.body.as_ref().and_then(|body| match &body.mode {
        BodyMode::Raw { language, .. } => language.as_deref(),
        _ => None,
    });
    let sends_xml = language.is_some_and(is_xml) || stated("content-type").is_some_and(|header| is_xml(&header.value));
    sends_xml.then_some(Form::Text(""))
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
pub(super) fn kind<'a>(method: &str, forms: impl Iterator<Item = Form<'a>> + Clone) -> AnswerKind {
    let any = |wanted: fn(Form<'_>) -> bool| forms.clone().any(wanted);
    if method == "HEAD" {
        AnswerKind::Empty
    } else if any(|form| form == Form::Json) || forms.clone().next().is_none() {
        AnswerKind::Json
    } else if any(|form| matches!(form, Form::Items(_))) {
        AnswerKind::Stream
    } else if any(|form| form == Form::Bytes) {
        AnswerKind::Bytes
    } else if any(|form| matches!(form, Form::Text(_))) {
        AnswerKind::Text
    } else {
        AnswerKind::Empty
    }
}

/// How the items of an endpoint's answers are written, if some come item by item. Data of events is JSON only if all of it is.
pub(super) fn stream_format<'a>(forms: impl Iterator<Item = Form<'a>>) -> Option<StreamFormat> {
    let items: Vec<Items<'_>> =
        forms.filter_map(|form| if let Form::Items(items) = form { Some(items) } else { None }).collect();
    let events: Vec<Items<'_>> = items.iter().copied().filter(|items| items.is_events).collect();
    let is_json = events.iter().all(|items| items.is_json) && events.iter().any(|items| items.holds_json);
    match (events.is_empty(), is_json) {
        (false, true) => Some(StreamFormat::Events),
        (false, false) => Some(StreamFormat::TextEvents),
        (true, _) => (!items.is_empty()).then_some(StreamFormat::Lines),
    }
}
