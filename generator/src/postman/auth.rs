//! Authentication, in both forms of the format.

use serde_json::Value;

use super::read::Cursor;
use super::{Auth, AuthParameter, Saved};
use crate::diagnostic::Diagnostic;
use crate::secrets::{is_placeholder, says_more_than_variables};

/// Parameters whose values are no secrets.
const SETTINGS: &[&str] = &[
    "addAuthDataToQuery",
    "addEmptyParamsToSign",
    "addParamsToHeader",
    "addTokenTo",
    "alg",
    "algorithm",
    "challengeAlgorithm",
    "client_authentication",
    "disableHeaderEncoding",
    "disableRetryRequest",
    "grant_type",
    "headerPrefix",
    "in",
    "includeBodyHash",
    "includePayloadHash",
    "isSecretBase64Encoded",
    "qop",
    "queryParamKey",
    "realm",
    "region",
    "service",
    "signatureMethod",
    "tokenType",
    "version",
];

/// Whether a parameter is one whose value may be a secret.
pub(super) fn may_be_secret(kind: &str, key: &str) -> bool {
    let is_name = kind == "apikey" && key == "key";
    !is_name && !SETTINGS.contains(&key)
}

fn is_secret(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(_) => false,
        Value::String(text) => !is_placeholder(text) && says_more_than_variables(text),
        _ => true,
    }
}

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
    let parameters = auth.get(&kind).map(|block| parameters(&kind, &block)).unwrap_or_default();
    Some(Auth { kind, parameters, origin: auth.origin() })
}

/// Version 2.0 has an object of values, 2.1 a list of objects with `key` and `value`.
fn parameters(kind: &str, block: &Cursor<'_>) -> Vec<AuthParameter> {
    if block.value().is_object() {
        return block.members().map(|(key, value)| parameter_of(kind, key.to_owned(), &value)).collect();
    }
    let parameter = |entry: Cursor<'_>| {
        let entry = entry.object()?;
        let key = entry.text_of("key")?;
        Some(match entry.get("value") {
            Some(value) => parameter_of(kind, key, &value),
            None => AuthParameter { key, value: Saved::new(Value::Null, Some(entry.origin().key("value").pointer)) },
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

fn parameter_of(kind: &str, key: String, value: &Cursor<'_>) -> AuthParameter {
    let saved = Saved::new(value.value().clone(), Some(value.origin().pointer));
    let value = saved.secret_if(|value| may_be_secret(kind, &key) && is_secret(value));
    AuthParameter { key, value }
}
