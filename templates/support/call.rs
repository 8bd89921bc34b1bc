//! One call of an operation: what its builder collects.

use std::fmt::{self, Display};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use reqwest::Url;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName};
use serde::Serialize;

use super::api::{Api, Auth};
use super::auth::{shown, shown_values};
use super::body::{Body, Content, Make};
use super::builder::header;
use super::core::Core;
use super::endpoint::Endpoint;
use super::execute::execute;
use super::pairs::Pairs;
use super::pending::Pending;
use super::response::Raw;
use crate::json::{encode, write};

/// A call that is not sent yet. The first mistake is kept, and comes out when it is sent.
#[derive(Clone)]
pub(crate) struct Call {
    pub(crate) core: Core,
    pub(crate) operation: &'static Endpoint,
    pub(crate) path: Pairs<&'static str, String>,
    pub(crate) query: Vec<(&'static str, String)>,
    /// Where it goes instead of where path and query say.
    pub(crate) url: Option<Url>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Body>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) attempt_timeout: Option<Duration>,
    pub(crate) retries: Option<u32>,
    /// Whether the caller says that it may be made twice.
    pub(crate) is_idempotent: bool,
    pub(crate) mistake: Option<String>,
}

impl Call {
    pub(crate) fn new(core: &Core, operation: &'static Endpoint) -> Self {
        Self {
            core: core.clone(),
            operation,
            path: Pairs::default(),
            query: Vec::new(),
            url: None,
            headers: HeaderMap::new(),
            body: None,
            timeout: None,
            attempt_timeout: None,
            retries: None,
            is_idempotent: false,
            mistake: None,
        }
    }

    /// Sends it; `finish` makes the result from the answer.
    pub(crate) fn send<R>(self, finish: fn(Raw) -> super::Result<R>) -> Pending<R> {
        Pending::new(execute(self), finish)
    }

    /// Whether the call or the client sets a header.
    pub(crate) fn sets_header(&self, name: &HeaderName) -> bool {
        self.headers.contains_key(name) || self.core.headers.contains_key(name)
    }

    /// Whether the call sets a query parameter.
    pub(crate) fn sets_query(&self, name: &str) -> bool {
        self.query.iter().any(|pair| pair.0 == name)
    }

    /// How this call is authenticated.
    pub(crate) fn auth(&self) -> &'static Auth {
        let api: &'static Api = self.core.api;
        self.operation.auth.as_ref().unwrap_or(&api.auth)
    }

    fn mistaken(&mut self, mistake: String) {
        self.mistake.get_or_insert(mistake);
    }
}

/// What setters of every builder do.
impl Call {
    /// Sets a header; an earlier value goes.
    pub(crate) fn header(&mut self, name: &str, value: String) {
        match header(name, &value) {
            Ok((name, value)) => {
                self.headers.insert(name, value);
            }
            Err(mistake) => self.mistaken(mistake),
        }
    }

    /// Sets how long the call may take over all attempts.
    pub(crate) fn timeout(&mut self, timeout: Duration) {
        self.timeout = Some(timeout);
    }

    /// Sets how many times it is sent again.
    pub(crate) fn retries(&mut self, retries: u32) {
        self.retries = Some(retries);
    }
}

/// What setters do that depend on the API.
#[allow(dead_code, reason = "an API need not have parameters or bodies of every kind")]
impl Call {
    /// Sets a variable of the path.
    pub(crate) fn path(&mut self, name: &'static str, value: impl Into<String>) {
        self.path.set(name, value.into());
    }

    /// Sets a query parameter; an earlier value goes.
    pub(crate) fn query(&mut self, name: &'static str, value: impl Display) {
        set(&mut self.query, name, value.to_string());
    }

    /// Adds a value to a query parameter that may have several.
    pub(crate) fn query_append(&mut self, name: &'static str, value: String) {
        self.query.push((name, value));
    }

    /// Adds a value to a header that may have several.
    pub(crate) fn header_append(&mut self, name: &str, value: String) {
        match header(name, &value) {
            Ok((name, value)) => {
                self.headers.append(name, value);
            }
            Err(mistake) => self.mistaken(mistake),
        }
    }

    /// Sets a JSON body.
    pub(crate) fn json(&mut self, value: &impl encode::Value) {
        self.encoded(write::to_vec(value));
    }

    fn encoded(&mut self, text: serde_json::Result<Vec<u8>>) {
        match text {
            Ok(bytes) => self.bytes(bytes, "application/json"),
            Err(error) => self.mistaken(format!("the body cannot be encoded as JSON: {error}")),
        }
    }

    /// Sets a body of text.
    pub(crate) fn text(&mut self, text: String, media_type: &str) {
        self.bytes(text, media_type);
    }

    /// Sets a body of bytes.
    pub(crate) fn bytes(&mut self, bytes: impl Into<Bytes>, media_type: &str) {
        match header(CONTENT_TYPE.as_str(), media_type) {
            Ok((_, media_type)) => {
                self.body = Some(Body { content: Content::Bytes(bytes.into()), media_type: Some(media_type) });
            }
            Err(mistake) => self.mistaken(mistake),
        }
    }

    /// Sets a body that is made when it is sent.
    pub(crate) fn made(&mut self, make: impl Make + 'static) {
        self.body = Some(Body { content: Content::Made(Arc::new(make)), media_type: None });
    }

    /// Says nothing of what the body is.
    pub(crate) fn untyped(&mut self) {
        if let Some(body) = &mut self.body {
            body.media_type = None;
        }
    }

    /// Sets a GraphQL query with its variables as the body.
    pub(crate) fn graphql(&mut self, query: &str, operation: Option<&str>, variables: Option<&impl Serialize>) {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Query<'q, V> {
            query: &'q str,
            #[serde(skip_serializing_if = "Option::is_none")]
            operation_name: Option<&'q str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            variables: Option<V>,
        }
        self.encoded(serde_json::to_vec(&Query { query, operation_name: operation, variables }));
    }

    /// Sets other bytes as the body; its media type stays.
    pub(crate) fn body(&mut self, bytes: Bytes) {
        let media_type = self.body.take().and_then(|body| body.media_type);
        self.body = Some(Body { content: Content::Bytes(bytes), media_type });
    }
}

/// Gives `name` the one value `value`, in the place of its first one.
fn set(pairs: &mut Vec<(&'static str, String)>, name: &'static str, value: String) {
    match pairs.iter().position(|pair| pair.0 == name) {
        Some(at) => {
            pairs[at].1 = value;
            let mut index = 0;
            pairs.retain(|pair| {
                index += 1;
                index - 1 <= at || pair.0 != name
            });
        }
        None => pairs.push((name, value)),
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let credential = match self.auth() {
            Auth::Query { name, .. } => Some(*name),
            _ => None,
        };
        let query = self.query.iter().map(|(name, value)| match credential {
            Some(credential) if credential == *name => (*name, "Sensitive"),
            _ => (*name, shown(name, value)),
        });
        f.debug_struct("Call")
            .field("operation", &self.operation.name)
            .field("path", &shown_values(&self.path))
            .field("query", &query.collect::<Vec<_>>())
            .field("headers", &self.headers)
            .field("body", &self.body)
            .field("timeout", &self.timeout)
            .field("retries", &self.retries)
            .finish_non_exhaustive()
    }
}
