//! Types of every kind, as the generator writes them: forms of text, words, unions, and whatever may be missing or `null`.

#[path = "../../json/mod.rs"]
#[allow(dead_code, unused_imports, unused_macros, reason = "a test does not use all of it")]
mod json;
#[path = "../../support/mod.rs"]
#[allow(dead_code, unused_imports, unused_macros, unreachable_pub, reason = "types need little of it")]
mod support;
#[path = "../../text/mod.rs"]
#[allow(unreachable_pub, reason = "a test exports nothing")]
mod text;
// What the root of a generated crate has.
#[allow(unused_imports, reason = "its documentation names them")]
use support::{Operation, Outgoing, Received, Sign, Transport, WithBody, limits, redirect_policy};

#[rustfmt::skip]
#[allow(dead_code, unreachable_pub, reason = "it is as the generator writes it")]
mod types;

mod bodies;
mod derives;
mod forms;
mod presence;
mod setters;
mod unions;
mod users;
mod words;

use serde::de::DeserializeOwned;
use serde_json::Value;

use json::write;

/// Decodes JSON.
#[track_caller]
fn decoded<T: DeserializeOwned>(json: &Value) -> T {
    serde_json::from_value(json.clone()).unwrap_or_else(|error| panic!("{json}: {error}"))
}

/// Encodes a value, as serde asks for it and as a body.
#[track_caller]
fn encoded(value: &impl json::encode::Value) -> Value {
    let body = write::to_vec(value).expect("it can be written");
    let text = serde_json::to_string(value).expect("it can be encoded");
    assert_eq!(String::from_utf8_lossy(&body), text);
    serde_json::to_value(value).expect("it can be encoded")
}

/// What is left of JSON that was decoded and encoded.
#[track_caller]
fn through<T: DeserializeOwned + json::encode::Value>(json: &Value) -> Value {
    // As text, which is how answers come.
    let value: T = serde_json::from_str(&json.to_string()).unwrap_or_else(|error| panic!("{json}: {error}"));
    encoded(&value)
}
