//! Authentication, in both forms of the format.

use serde_json::Value;

use super::Auth;
use super::read::Cursor;
use crate::diagnostic::Diagnostic;

/// The authentication of a collection, a folder or a request; without a type it is none, and the next one outside counts.
pub(super) fn auth(owner: &Cursor<'_>) -> Option<Auth> {
    let auth = owner.get("auth")?.object()?;
    let Some(kind) = auth.text_of("type") else {
        if auth.members().next().is_some() {
            auth.report(
                Diagnostic::warning("auth-without-type", "authentication without a type does not count")
                    .hint("choose the type of authentication in Postman"),
            );
        }
        return None;
    };
    let parameters = auth.get(&kind).map(|block| parameters(&block)).unwrap_or_default();
    Some(Auth { kind, parameters, origin: auth.origin() })
}

/// Version 2.0 has an object of values, 2.1 a list of objects with `key` and `value`.
fn parameters(block: &Cursor<'_>) -> Vec<(String, Value)> {
    if block.value().is_object() {
        return block.members().map(|(key, value)| (key.to_owned(), value.value().clone())).collect();
    }
    let parameter = |entry: Cursor<'_>| {
        let entry = entry.object()?;
        let value = entry.get("value").map_or(Value::Null, |value| value.value().clone());
        Some((entry.text_of("key")?, value))
    };
    let mut parameters: Vec<(String, Value)> = Vec::new();
    for (key, value) in block.entries().into_iter().filter_map(parameter) {
        // Of a repeated key the last value counts.
        match parameters.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => *known = value,
            None => parameters.push((key, value)),
        }
    }
    parameters
}
