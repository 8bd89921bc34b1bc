//! What an answer's body says about how the call went.

use std::fmt;

use reqwest::header::HeaderMap;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use super::api::Envelope;
use super::pairs::Pairs;

/// Headers in which servers give their ID of a request, the most telling first.
const REQUEST_ID_HEADERS: [&str; 6] =
    ["x-request-id", "request-id", "x-amzn-requestid", "x-ms-request-id", "x-correlation-id", "cf-ray"];

/// How the call went, as the answer tells.
#[derive(Debug, Clone, Default)]
pub(crate) struct Verdict {
    code: Option<Value>,
    pub(crate) message: Option<String>,
    pub(crate) details: Option<String>,
    pub(crate) request_id: Option<String>,
}

impl Verdict {
    /// Reads what `body` says; the request's ID may stand in a header as well.
    pub(crate) fn read(envelope: Option<&Envelope>, headers: &HeaderMap, body: &[u8]) -> Self {
        let mut verdict = envelope.map_or_else(Self::default, |envelope| from_body(envelope, body));
        if verdict.request_id.is_none() {
            verdict.request_id = REQUEST_ID_HEADERS
                .iter()
                .find_map(|name| headers.get(*name)?.to_str().ok().filter(|id| !id.is_empty()))
                .map(str::to_owned);
        }
        verdict
    }

    /// The code, where it is a number or reads as one.
    pub(crate) fn code(&self) -> Option<i64> {
        match self.code.as_ref()? {
            Value::String(text) => text.trim().parse().ok(),
            number => number.as_i64(),
        }
    }

    /// The code as text, also where it is no number.
    pub(crate) fn shown_code(&self) -> Option<String> {
        text(self.code.as_ref()?)
    }

    /// Whether the code means success, failure, or some of both. Without a code the status decides
    /// alone.
    pub(crate) fn outcome(&self, envelope: Option<&Envelope>) -> Outcome {
        let (Some(envelope), Some(_)) = (envelope, &self.code) else {
            return Outcome::Success;
        };
        match self.code() {
            Some(code) if envelope.success.contains(&code) => Outcome::Success,
            Some(code) if envelope.mixed.contains(&code) => Outcome::Mixed,
            _ => Outcome::Failure,
        }
    }
}

/// What a code means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Success,
    Mixed,
    Failure,
}

fn from_body(envelope: &Envelope, body: &[u8]) -> Verdict {
    let paths = [Some(envelope.code), envelope.message, envelope.details, envelope.request_id];
    let heads = heads(body, paths.into_iter().flatten().map(|path| path.split('.').next().unwrap_or(path)));
    let find = |path: &str| lookup(&heads, path).filter(|value| !value.is_null());
    Verdict {
        code: find(envelope.code).cloned(),
        message: envelope.message.and_then(find).and_then(text),
        details: envelope.details.and_then(find).and_then(text),
        request_id: envelope.request_id.and_then(find).and_then(text),
    }
}

fn lookup<'v>(heads: &'v Pairs<&str, Value>, path: &str) -> Option<&'v Value> {
    let mut keys = path.split('.');
    let head = heads.get(&keys.next()?)?;
    keys.try_fold(head, |value, key| match value {
        Value::Array(items) => items.get(key.parse::<usize>().ok()?),
        _ => value.get(key),
    })
}

/// A value as people read it; `None` where there is nothing to read.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        other => Some(other.to_string()),
    }
}

/// The members of the object in `body` that are named. The rest is skipped without being decoded,
/// and reading ends when all are found.
fn heads<'n>(body: &[u8], names: impl Iterator<Item = &'n str>) -> Pairs<&'n str, Value> {
    let mut heads = Heads { missing: Vec::new(), found: Pairs::default() };
    for name in names {
        if !heads.missing.contains(&name) {
            heads.missing.push(name);
        }
    }
    // A body that is no JSON, or not to its end, says what it said until there.
    let _ = heads.deserialize(&mut serde_json::Deserializer::from_slice(body));
    heads.found
}

struct Heads<'n> {
    missing: Vec<&'n str>,
    found: Pairs<&'n str, Value>,
}

impl<'de> DeserializeSeed<'de> for &mut Heads<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Heads<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while !self.missing.is_empty() {
            let Some(key) = map.next_key::<String>()? else {
                break;
            };
            match self.missing.iter().position(|name| *name == key) {
                Some(at) => {
                    let value = map.next_value()?;
                    self.found.set(self.missing.swap_remove(at), value);
                }
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}
