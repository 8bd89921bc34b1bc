//! Requests, moments and parameters, in few words.

use std::time::{Duration, UNIX_EPOCH};

use reqwest::Url;
use reqwest::header::HeaderMap;

use crate::auth::scheme::{Additions, Moment, Parameters, Payload, Target};

/// A request that owns its parts.
pub(crate) struct Request {
    method: &'static str,
    url: Url,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Request {
    pub(crate) fn new(method: &'static str, url: &str) -> Self {
        Self { method, url: url.parse().expect("a URL"), headers: HeaderMap::new(), body: Vec::new() }
    }

    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.append(name, value.parse().expect("a value"));
        self
    }

    pub(crate) fn body(mut self, body: impl AsRef<[u8]>) -> Self {
        self.body = body.as_ref().to_vec();
        self
    }

    pub(crate) fn form(self, body: &str) -> Self {
        self.header("content-type", "application/x-www-form-urlencoded").body(body)
    }

    pub(crate) fn target(&self) -> Target<'_> {
        Target { method: self.method, url: &self.url, headers: &self.headers, body: Payload::Bytes(&self.body) }
    }
}

pub(crate) fn moment(seconds: u64, nonce: &str) -> Moment {
    Moment { time: UNIX_EPOCH + Duration::from_secs(seconds), nonce: nonce.to_owned() }
}

pub(crate) fn parameters<const N: usize>(pairs: [(&'static str, &str); N]) -> Parameters {
    Parameters::new(pairs.map(|(name, value)| (name, value.to_owned())))
}

/// The text of a header that was added; all that is added is hidden from debug output.
pub(crate) fn added<'a>(additions: &'a Additions, name: &str) -> &'a str {
    let mut values = additions.headers.iter().filter(|header| header.0 == name).map(|header| &header.1);
    let value = values.next().unwrap_or_else(|| panic!("no header {name}"));
    assert!(values.next().is_none(), "two headers {name}");
    value.to_str().expect("ASCII")
}

/// The header `Authorization`, which is hidden from debug output.
pub(crate) fn authorization(additions: &Additions) -> &str {
    let text = added(additions, "authorization");
    let hidden = additions.headers.iter().all(|header| header.1.is_sensitive());
    assert!(hidden, "a header would be shown");
    text
}
