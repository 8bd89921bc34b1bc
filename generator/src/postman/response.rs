//! Saved answers.

use serde_json::Value;

use super::Response;
use super::header::headers;
use super::item::request;
use super::read::Cursor;
use crate::diagnostic::Diagnostic;

/// The answers that are saved with an item, the request of this number.
pub(super) fn responses(item: &Cursor<'_>, number: usize) -> Vec<Response> {
    let entries = item.entries_of("response");
    entries.into_iter().filter_map(|entry| response(entry, number)).collect()
}

fn response(entry: Cursor<'_>, number: usize) -> Option<Response> {
    let entry = entry.object()?;
    let name = entry.text_of("name").unwrap_or_default();
    let entry = entry.named(&name);
    let original = entry.get("originalRequest").filter(|original| original.value().is_object());
    let request = original.and_then(|original| request(&original, number, &name));
    Some(Response {
        name,
        request: request.map(Box::new),
        code: entry.get("code").and_then(|code| status_code(&code)),
        status: entry.text_of("status"),
        headers: headers(&entry),
        body: entry.any_text_of("body"),
        language: entry.text_of("_postman_previewlanguage"),
        origin: entry.origin(),
    })
}

fn status_code(code: &Cursor<'_>) -> Option<u16> {
    let number = match code.value() {
        Value::String(text) if text.is_empty() => return None,
        Value::String(text) => text.trim().parse().ok(),
        number => number.as_u64().and_then(|number| u16::try_from(number).ok()),
    };
    if number.is_none() {
        let message = format!("`{}` is no status code", code.any_text());
        code.report(
            Diagnostic::warning("unreadable-status", message).hint("set the status of the saved response in Postman"),
        );
    }
    number
}
