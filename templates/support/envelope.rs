//! What an answer's body says about how the call went.

use std::fmt;
use std::sync::OnceLock;

use reqwest::header::HeaderMap;
use serde::Deserialize as _;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::api::{Envelope, Place};
use super::macros::scalars_are_skipped;
use super::response::json;

/// Headers in which servers give their ID of a request, the most telling first.
const REQUEST_ID_HEADERS: [&str; 6] =
    ["x-request-id", "request-id", "x-amzn-requestid", "x-ms-request-id", "x-correlation-id", "cf-ray"];

/// How the call went, as the answer tells.
#[derive(Clone)]
pub(crate) struct Verdict {
    envelope: Option<&'static Envelope>,
    code: Option<Value>,
    pub(crate) message: Option<String>,
    pub(crate) details: Option<String>,
    /// Unset until somebody asks for it.
    request_id: OnceLock<Option<String>>,
}

impl Verdict {
    /// Reads what `body` says.
    pub(crate) fn read(envelope: Option<&'static Envelope>, body: &[u8]) -> Self {
        let [code, _] = values(body, [envelope.map(|envelope| envelope.code), None]);
        Self { envelope, code, message: None, details: None, request_id: OnceLock::new() }
    }

    /// Reads what `body` says, which is another one of the same API.
    #[allow(dead_code, reason = "few APIs answer with streams")]
    pub(crate) fn of(&self, body: &[u8]) -> Self {
        Self::read(self.envelope, body)
    }

    /// The server's ID of the request, from the body or else from a header.
    pub(crate) fn request_id(&self, headers: &HeaderMap, body: &[u8]) -> Option<&str> {
        let in_body = || {
            let [id, _] = values(json(body), [self.envelope?.request_id, None]);
            id.and_then(text)
        };
        let in_headers = || {
            let value = |name: &&str| headers.get(*name)?.to_str().ok().filter(|id| !id.is_empty());
            REQUEST_ID_HEADERS.iter().find_map(value).map(str::to_owned)
        };
        self.request_id.get_or_init(|| in_body().or_else(in_headers)).as_deref()
    }

    /// Reads what `body` says of a failure, which nobody asks for where there is none.
    pub(crate) fn explain(&mut self, body: &[u8]) {
        if let Some(envelope) = self.envelope {
            let [message, details] = values(body, [envelope.message, envelope.details]);
            self.message = message.and_then(text);
            self.details = details.and_then(text);
        }
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
        text(self.code.clone()?)
    }

    /// Whether the code means success, failure, or some of both. Without a code the status decides
    /// alone.
    pub(crate) fn outcome(&self) -> Outcome {
        let (Some(envelope), Some(_)) = (self.envelope, &self.code) else {
            return Outcome::Success;
        };
        match self.code() {
            Some(code) if envelope.success.contains(&code) => Outcome::Success,
            Some(code) if envelope.mixed.contains(&code) => Outcome::Mixed,
            _ => Outcome::Failure,
        }
    }
}

impl fmt::Debug for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verdict")
            .field("code", &self.code)
            .field("message", &self.message)
            .field("details", &self.details)
            .field("request_id", &self.request_id.get().and_then(Option::as_ref))
            .finish_non_exhaustive()
    }
}

/// What a code means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Success,
    Mixed,
    Failure,
}

/// What stands in a body where these keys lead.
#[allow(dead_code, reason = "few APIs answer in pages")]
pub(crate) fn find(body: &[u8], place: Place) -> Option<Value> {
    let [value, _] = values(json(body), [Some(place), None]);
    value
}

/// A value as people read it; `None` where there is nothing to read.
fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => match text.trim() {
            "" => None,
            trimmed if trimmed.len() == text.len() => Some(text),
            trimmed => Some(trimmed.to_owned()),
        },
        other => Some(other.to_string()),
    }
}

/// The values at some places of a body. What is elsewhere is skipped without being decoded, and reading ends when all are found.
fn values(body: &[u8], places: [Option<Place>; 2]) -> [Option<Value>; 2] {
    let mut found = Found { values: [None, None], missing: places.iter().flatten().count() };
    if found.missing == 0 {
        return found.values;
    }
    let walk = Walk { places, found: &mut found };
    // A body that is no JSON, or not to its end, says what it said until there.
    let _ = walk.deserialize(&mut serde_json::Deserializer::from_slice(body));
    found.values
}

struct Found {
    values: [Option<Value>; 2],
    missing: usize,
}

/// Reads a value that some of the places are in: of each the keys that lead on from there, none if it is that value.
struct Walk<'w> {
    places: [Option<Place>; 2],
    found: &'w mut Found,
}

impl Walk<'_> {
    /// How the places go on that a key leads to.
    fn after(&self, is_key: impl Fn(&str) -> bool) -> [Option<Place>; 2] {
        self.places.map(|place| {
            let (key, rest) = place?.split_first()?;
            is_key(key).then_some(rest)
        })
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if !self.places.contains(&Some(&[])) {
            return deserializer.deserialize_any(self);
        }
        let value = Value::deserialize(deserializer)?;
        for (place, found) in self.places.into_iter().zip(&mut self.found.values) {
            let value = place.and_then(|place| lookup(&value, place)).filter(|value| !value.is_null());
            if let (Some(value), None) = (value, &found) {
                *found = Some(value.clone());
                self.found.missing -= 1;
            }
        }
        Ok(())
    }
}

fn lookup(value: &Value, place: Place) -> Option<&Value> {
    place.iter().try_fold(value, |value, key| match value {
        Value::Array(items) => items.get(key.parse::<usize>().ok()?),
        _ => value.get(key),
    })
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while self.found.missing > 0 {
            let Some(places) = map.next_key_seed(Key(&self))? else {
                break;
            };
            match places {
                [None, None] => drop(map.next_value::<IgnoredAny>()?),
                places => map.next_value_seed(Walk { places, found: self.found })?,
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let mut index = 0;
        while self.found.missing > 0 {
            let places = self.after(|key| key.parse() == Ok(index));
            if items.next_element_seed(Walk { places, found: self.found })?.is_none() {
                break;
            }
            index += 1;
        }
        Ok(())
    }

    scalars_are_skipped!();
}

/// A key: how the places go on that it leads to.
struct Key<'k, 'w>(&'k Walk<'w>);

impl<'de> DeserializeSeed<'de> for Key<'_, '_> {
    type Value = [Option<Place>; 2];

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_, '_> {
    type Value = [Option<Place>; 2];

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, found: &str) -> Result<Self::Value, E> {
        Ok(self.0.after(|key| key == found))
    }
}
