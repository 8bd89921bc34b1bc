//! A request as it was on the wire.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, de};

/// What was sent, by Newman or by the replay program.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) host: String,
    /// Path and query as they were written.
    pub(crate) target: String,
    pub(crate) headers: Vec<(String, String)>,
    #[serde(deserialize_with = "base64")]
    pub(crate) body: Vec<u8>,
}

impl Request {
    /// The values of a header, joined as if it had been sent once; `None` where it was not sent.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        let same = self.headers.iter().filter(|(other, _)| other.eq_ignore_ascii_case(name));
        let values: Vec<_> = same.map(|(_, value)| value.as_str()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }
}

/// A line of the recording.
#[derive(Debug, Deserialize)]
pub(crate) struct Recorded {
    /// The request's place in the document.
    pub(crate) n: usize,
    /// Its breadcrumb.
    pub(crate) path: Vec<String>,
    #[serde(flatten)]
    pub(crate) request: Request,
}

/// What Newman sent, in the order of the document.
pub(crate) fn recording() -> Vec<Recorded> {
    let lines = include_str!("clarifai.jsonl").lines();
    lines.map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error} in {line}"))).collect()
}

fn base64<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    STANDARD.decode(String::deserialize(deserializer)?).map_err(de::Error::custom)
}
