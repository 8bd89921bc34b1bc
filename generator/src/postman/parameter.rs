//! Pairs of a query or of an urlencoded body.

use serde_json::Value;

use super::Parameter;
use super::read::Cursor;
use super::url_text::split_query;

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
    let parameter = entry.object().map(|entry| Parameter {
        key: entry.text_of("key"),
        value: entry.any_text_of("value"),
        disabled: entry.flag("disabled"),
        description: entry.description(),
        origin: entry.origin(),
    });
    parameter.into_iter().collect()
}
