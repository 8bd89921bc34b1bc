//! Authentication, in both forms of the format.

use serde_json::Value;

use super::read::Cursor;
use super::{Auth, AuthParameter};
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
fn parameters(block: &Cursor<'_>) -> Vec<AuthParameter> {
    if block.value().is_object() {
        return block.members().map(|(key, value)| parameter_of(key.to_owned(), &value)).collect();
    }
    let parameter = |entry: Cursor<'_>| {
        let entry = entry.object()?;
        let key = entry.text_of("key")?;
        Some(match entry.get("value") {
            Some(value) => parameter_of(key, &value),
            None => AuthParameter { key, value: Value::Null, pointer: entry.origin().key("value").pointer },
        })
    };
    let mut parameters: Vec<AuthParameter> = Vec::new();
    for found in block.entries().into_iter().filter_map(parameter) {
        // Of a repeated key the last value counts.
        match parameters.iter_mut().find(|known| known.key == found.key) {
            Some(known) => *known = found,
            None => parameters.push(found),
        }
    }
    parameters
}

fn parameter_of(key: String, value: &Cursor<'_>) -> AuthParameter {
    AuthParameter { key, value: value.value().clone(), pointer: value.origin().pointer }
}
