//! What a scheme that signs requests is given, and what it gives back.
//!
//! A scheme is a function without a state: `sign` adds to a request before it is sent, `answer`
//! answers a server's challenge.

#![allow(dead_code, reason = "each scheme uses a part of it")]

use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

use reqwest::Url;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HOST, HeaderMap, HeaderName, HeaderValue};
use secrecy::{ExposeSecret as _, SecretString};

use crate::support::api::Templates;
use crate::support::auth;
use crate::support::body::Content;
use crate::support::core::Core;
use crate::support::draft::Draft;
use crate::support::error::Cause;

/// What is signed: the request as the server will see it.
#[derive(Clone, Copy)]
pub(crate) struct Target<'a> {
    pub(crate) method: &'a str,
    pub(crate) url: &'a Url,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: Payload<'a>,
}

impl<'a> Target<'a> {
    pub(crate) fn of(draft: &'a Draft) -> Self {
        let Draft { method, url, headers, .. } = draft;
        Self { method: method.as_str(), url, headers, body: Payload::of(draft) }
    }

    /// Host and port, as the `Host` header has them.
    pub(crate) fn authority(&self) -> String {
        let own = self.headers.get(HOST).and_then(|value| value.to_str().ok());
        own.map_or_else(|| authority(self.url), str::to_owned)
    }

    /// The path and the query, as the first line of the request has them.
    pub(crate) fn path_and_query(&self) -> String {
        match self.url.query() {
            Some(query) => format!("{}?{query}", self.url.path()),
            None => self.url.path().to_owned(),
        }
    }

    /// The body's media type without its parameters, in lower case; "" if there is none.
    pub(crate) fn media_type(&self) -> String {
        let value = self.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }
}

/// What can be signed of a body.
#[derive(Clone, Copy)]
pub(crate) enum Payload<'a> {
    /// All of it; it is empty if there is none.
    Bytes(&'a [u8]),
    /// Nothing of a form whose parts are put together while it is sent.
    Parts,
    /// Nothing of what is read while it is sent.
    Stream,
}

impl<'a> Payload<'a> {
    fn of(draft: &'a Draft) -> Self {
        match &draft.body {
            None => Self::Bytes(&[]),
            Some(Content::Bytes(bytes)) => Self::Bytes(bytes),
            Some(Content::Made(make)) if make.is_form() => Self::Parts,
            Some(Content::Made(_)) => Self::Stream,
        }
    }

    /// All of it, for a scheme that has to sign that.
    pub(crate) fn bytes(self, scheme: &str) -> Result<&'a [u8], Cause> {
        match self {
            Self::Bytes(bytes) => Ok(bytes),
            Self::Parts | Self::Stream => Err(Cause::Request(format!(
                "{scheme} signs the body, which cannot be done with one that is read while it is sent: set one that is in \
                 memory with `body`"
            ))),
        }
    }

    /// The same, but nothing of a form of parts, which Postman sends unsigned.
    pub(crate) fn bytes_but_of_parts(self, scheme: &str) -> Result<&'a [u8], Cause> {
        match self {
            Self::Parts => Ok(&[]),
            other => other.bytes(scheme),
        }
    }
}

/// Host and port of a URL; the port only if the scheme has another one.
pub(crate) fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}

/// When the request is made, and a text that no other request has. Tests fix both.
pub(crate) struct Moment {
    pub(crate) time: SystemTime,
    /// 32 hexadecimal digits.
    pub(crate) nonce: String,
}

impl Moment {
    /// Seconds since 1970.
    pub(crate) fn seconds(&self) -> u64 {
        self.time.duration_since(UNIX_EPOCH).map_or(0, |duration| duration.as_secs())
    }
}

/// The values of a scheme's parameters, by the names that Postman gives them (`consumerKey`).
pub(crate) struct Parameters {
    pairs: Vec<(&'static str, SecretString)>,
}

impl Parameters {
    pub(crate) fn new(pairs: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        Self { pairs: pairs.into_iter().map(|(name, value)| (name, value.into())).collect() }
    }

    /// Fills the templates with what is set on the client. A parameter that is but a value which may
    /// be missing, and is, is left out.
    pub(crate) fn fill(core: &Core, templates: Templates) -> Result<Self, Cause> {
        let value = |name| core.credential(name);
        let missing = |template: &'static str| {
            let name = template.strip_prefix('{').and_then(|rest| rest.strip_suffix("?}"));
            name.is_some_and(|name| core.credential(name).is_err())
        };
        let there = templates.iter().filter(|(_, template)| !missing(template));
        let filled = there.map(|(name, template)| Ok((*name, auth::fill(template, &value)?.into())));
        Ok(Self { pairs: filled.collect::<Result<_, Cause>>()? })
    }

    /// The value, unless there is none of that name.
    pub(crate) fn find(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|pair| pair.0 == name).map(|pair| pair.1.expose_secret())
    }

    /// The value; "" if there is none.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.find(name).unwrap_or_default()
    }

    /// The value; `default` if there is none or it is empty.
    pub(crate) fn or<'p>(&'p self, name: &str, default: &'p str) -> &'p str {
        match self.get(name) {
            "" => default,
            value => value,
        }
    }

    /// Whether something is switched on.
    pub(crate) fn flag(&self, name: &str) -> bool {
        self.get(name).eq_ignore_ascii_case("true")
    }
}

impl fmt::Debug for Parameters {
    /// The names alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.pairs.iter().map(|pair| pair.0)).finish()
    }
}

/// What a scheme adds to a request. Each header and each pair replaces what the request has of that
/// name; the signature already reckons with that.
#[derive(Default)]
pub(crate) struct Additions {
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) query: Vec<(String, String)>,
    /// For the end of a body that is a form.
    pub(crate) form: Vec<(String, String)>,
}

impl Additions {
    /// The header `Authorization` alone.
    pub(crate) fn authorization(text: &str) -> Result<Self, Cause> {
        Ok(Self { headers: vec![(AUTHORIZATION, secret(text)?)], ..Self::default() })
    }
}

/// A header's value that is not shown in debug output.
pub(crate) fn secret(text: &str) -> Result<HeaderValue, Cause> {
    let mut value = HeaderValue::from_bytes(text.as_bytes())
        .map_err(|_| Cause::Request("a credential holds characters that cannot be sent in a header".into()))?;
    value.set_sensitive(true);
    Ok(value)
}

/// The error of a credential or parameter that is not as the scheme needs it. The reason holds no
/// secret.
pub(crate) fn unusable(reason: impl Into<String>) -> Cause {
    Cause::Configuration(reason.into())
}
