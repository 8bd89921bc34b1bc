//! Pairs of a query or of an urlencoded body.

use serde_json::Value;

use super::read::Cursor;
use super::url_text::split_query;
use super::{Parameter, Saved};
use crate::origin::Origin;
use crate::secrets;

/// The pairs of a list, of one text (`a=1&b=2`) or of a single object.
pub(super) fn parameters(list: &Cursor<'_>) -> Vec<Parameter> {
    match list.value() {
        Value::String(text) if text.is_empty() => Vec::new(),
        Value::String(text) => split_query(text, &list.origin()),
        _ => list.entries().into_iter().flat_map(parameter).collect(),
    }
}

fn parameter(entry: Cursor<'_>) -> Vec<Parameter> {
    if let Value::String(pair) = entry.value() {
        return split_query(pair, &entry.origin());
    }
    let parameter = entry.object().map(|entry| {
        let (key, origin) = (entry.text_of("key"), entry.origin());
        Parameter {
            value: value(key.as_deref(), entry.any_text_of("value"), Some(&origin.key("value"))),
            key,
            disabled: entry.flag("disabled"),
            description: entry.description(),
            origin,
        }
    });
    parameter.into_iter().collect()
}

/// The value of what is called like this, and where it stands if there is nothing else.
pub(super) fn value(key: Option<&str>, value: Option<String>, place: Option<&Origin>) -> Saved<Option<String>> {
    let is_secret = |text: &String| secrets::is_literal(key.unwrap_or_default(), text);
    let saved = Saved::new(value, place.map(|place| place.pointer.clone()));
    saved.secret_if(|value| value.as_ref().is_some_and(is_secret))
}
