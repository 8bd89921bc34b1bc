//! Answers: as they come, and decoded.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use bytes::{Bytes, BytesMut};
use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;

use crate::json::decode::from_slice;
use crate::json::slot::Decode;

use super::api::Envelope;
use super::call::Call;
use super::chunks::Chunks;
use super::envelope::{Outcome, Verdict};
use super::error::{Cause, Error, Result};
use super::execute::execute;
use super::limits::MAX_ERROR_BYTES;
use super::locate;
use super::pending::Sending;

/// An answer with its status and headers.
///
/// `send()` returns it; awaiting a call directly returns the value alone.
#[derive(Clone)]
pub struct Response<T> {
    value: T,
    raw: Raw,
}

impl<T> Response<T> {
    /// The status: one of success.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.raw.status
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.raw.headers
    }

    /// The server's ID of the request, for its support; from the body or from a header.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.raw.request_id()
    }

    /// Whether the API says that only a part of the call succeeded. The value tells which.
    #[must_use]
    pub fn is_mixed(&self) -> bool {
        self.raw.mixed
    }

    /// The body as it came; empty where it is streamed.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.raw.body
    }

    /// The value.
    #[must_use]
    pub fn get_ref(&self) -> &T {
        &self.value
    }

    /// The value alone.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The same answer with a value made from this one.
    #[must_use]
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Response<U> {
        Response { value: change(self.value), raw: self.raw }
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    /// Without the headers, since they may hold a session's cookie.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.raw.status)
            .field("request_id", &self.request_id())
            .field("value", &self.value)
            .finish_non_exhaustive()
    }
}

/// An answer before it is decoded.
#[derive(Clone)]
pub struct Raw {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) rest: Rest,
    pub(crate) verdict: Verdict,
    pub(crate) mixed: bool,
    /// For errors of decoding.
    pub(crate) operation: &'static str,
}

/// What is still to come of a body, behind a lock, since it alone cannot be shared between threads. It can be read once, so a
/// clone has none.
#[derive(Default)]
pub(crate) struct Rest(Mutex<Option<Open>>);

impl Rest {
    pub(crate) fn take(&mut self) -> Option<Open> {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// A body that is still to come.
pub(crate) struct Open {
    pub(crate) chunks: Chunks,
    /// How large its items may be.
    #[allow(dead_code, reason = "few APIs answer with streams of items")]
    pub(crate) limit: u64,
}

impl Clone for Rest {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// How an answer's body becomes a value of the type `T`.
pub trait Content<T> {
    /// How a call is sent that is answered so.
    const WAY: Way = Way(execute);

    fn read(raw: &mut Raw) -> Result<T, serde_json::Error>;
}

/// How a call is sent, and how far its answer is read.
pub struct Way(pub(crate) fn(Call) -> Sending);

/// JSON of one of the API's types.
#[allow(dead_code, reason = "no operation of an API need answer with JSON")]
pub enum Json {}

impl<T: Decode> Content<T> for Json {
    #[inline]
    fn read(raw: &mut Raw) -> Result<T, serde_json::Error> {
        read_json(raw, from_slice)
    }
}

/// JSON of a type of the caller's own.
pub enum Foreign {}

impl<T: DeserializeOwned> Content<T> for Foreign {
    #[inline]
    fn read(raw: &mut Raw) -> Result<T, serde_json::Error> {
        read_json(raw, |text| serde_json::from_slice(text))
    }
}

/// Text; what is not UTF-8 is replaced.
pub enum Text {}

impl Content<String> for Text {
    fn read(raw: &mut Raw) -> Result<String, serde_json::Error> {
        Ok(String::from_utf8_lossy(json(&raw.body)).into_owned())
    }
}

/// The body as it is.
pub enum Binary {}

impl Content<Bytes> for Binary {
    fn read(raw: &mut Raw) -> Result<Bytes, serde_json::Error> {
        Ok(raw.body.clone())
    }
}

/// Nothing: whatever the body is.
#[allow(dead_code, reason = "every operation of an API may answer with something")]
pub enum Empty {}

impl Content<()> for Empty {
    fn read(_: &mut Raw) -> Result<(), serde_json::Error> {
        Ok(())
    }
}

impl Raw {
    /// The answer with its value.
    #[inline]
    pub(crate) fn into_response<T, C: Content<T>>(mut self) -> Result<Response<T>> {
        match C::read(&mut self) {
            Ok(value) => Ok(Response { value, raw: self }),
            Err(error) => Err(self.undecodable(error)),
        }
    }

    /// The value alone.
    #[inline]
    pub(crate) fn into_value<T, C: Content<T>>(mut self) -> Result<T> {
        self.value::<T, C>()
    }

    /// The value.
    #[inline]
    pub(crate) fn value<T, C: Content<T>>(&mut self) -> Result<T> {
        C::read(self).map_err(|error| self.undecodable(error))
    }

    /// An answer whose body is still to come, with items that may be so large.
    pub(crate) fn open(
        operation: &'static str,
        envelope: Option<&'static Envelope>,
        mut response: reqwest::Response,
        limit: u64,
    ) -> Self {
        let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
        // A stream may take any time: no other call waits for its end.
        response.extensions_mut().clear();
        let rest = Rest(Mutex::new(Some(Open { chunks: Chunks::new(operation, response), limit })));
        let verdict = Verdict::read(envelope, &[]);
        Self { status, headers, body: Bytes::new(), rest, verdict, mixed: false, operation }
    }

    /// The answer with its body as a stream.
    pub(crate) fn into_chunks(mut self) -> Response<Chunks> {
        let value = match self.rest.take() {
            Some(open) => open.chunks,
            None => Chunks::of(self.operation, self.body.clone()),
        };
        Response { value, raw: self }
    }

    /// The server's ID of the request.
    pub(crate) fn request_id(&self) -> Option<&str> {
        self.verdict.request_id(&self.headers, &self.body)
    }

    /// The same with what the body says for people, which is only looked for where something failed.
    pub(crate) fn explained(mut self) -> Self {
        self.verdict.explain(json(&self.body));
        self
    }

    pub(crate) fn undecodable(&self, source: serde_json::Error) -> Error {
        let path = locate::path(json(&self.body), &source);
        let cause = Cause::Decode { path, failure: self.clone().into(), source: source.into() };
        Error::from(cause).in_operation(self.operation)
    }
}

/// Decodes a body. One without content is `null`, or an object without members.
fn read_json<T>(raw: &Raw, decode: fn(&[u8]) -> Result<T, serde_json::Error>) -> Result<T, serde_json::Error> {
    match json(&raw.body) {
        body if body.trim_ascii().is_empty() => decode(b"null").or_else(|_| decode(b"{}")),
        body => decode(body),
    }
}

/// The body without the byte order mark that some servers send.
pub(crate) fn json(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)
}

/// Reads an answer to its end. An error's body is cut off where it gets long; one of success may
/// not exceed `limit`.
pub(crate) async fn read(
    response: &mut reqwest::Response,
    limit: u64,
) -> Result<(StatusCode, HeaderMap, Bytes), Cause> {
    let status = response.status();
    let headers = std::mem::take(response.headers_mut());
    let body = if status.is_success() {
        read_body(response, limit).await?
    } else {
        read_error_body(response, MAX_ERROR_BYTES.min(usize::try_from(limit).unwrap_or(usize::MAX))).await
    };
    Ok((status, headers, body))
}

async fn read_body(response: &mut reqwest::Response, limit: u64) -> Result<Bytes, Cause> {
    let length = response.content_length().unwrap_or(0);
    let fits = |length: u64| {
        if length > limit { Err(Cause::TooLarge { limit }) } else { Ok(()) }
    };
    fits(length)?;
    // Most bodies come in one piece, which needs no copy.
    let Some(first) = response.chunk().await? else {
        return Ok(Bytes::new());
    };
    fits(first.len() as u64)?;
    let Some(mut chunk) = response.chunk().await? else {
        return Ok(first);
    };
    // The length is a claim, so no more than a moderate amount of memory is taken on its word.
    let mut body = BytesMut::with_capacity(first.len() + usize::try_from(length).unwrap_or(0).min(1 << 20));
    body.extend_from_slice(&first);
    loop {
        fits((body.len() + chunk.len()) as u64)?;
        body.extend_from_slice(&chunk);
        match response.chunk().await? {
            Some(next) => chunk = next,
            None => return Ok(body.freeze()),
        }
    }
}

/// An error is worth reporting also when its body breaks off.
async fn read_error_body(response: &mut reqwest::Response, limit: usize) -> Bytes {
    let mut body = BytesMut::new();
    while body.len() < limit
        && let Ok(Some(chunk)) = response.chunk().await
    {
        body.extend_from_slice(&chunk[..chunk.len().min(limit - body.len())]);
    }
    body.freeze()
}

/// Makes an answer of what was read: an error where the status or the body says so.
pub(crate) fn judge(
    operation: &'static str,
    envelope: Option<&'static Envelope>,
    parts: (StatusCode, HeaderMap, Bytes),
) -> Result<Raw, Cause> {
    let (status, headers, body) = parts;
    let verdict = Verdict::read(envelope, json(&body));
    let outcome = verdict.outcome();
    let raw =
        Raw { status, headers, body, rest: Rest::default(), verdict, mixed: outcome == Outcome::Mixed, operation };
    if status.is_success() && outcome != Outcome::Failure {
        return Ok(raw);
    }
    let raw = raw.explained();
    Err(if status.is_success() { Cause::Api(raw.into()) } else { Cause::Status(raw.into()) })
}
