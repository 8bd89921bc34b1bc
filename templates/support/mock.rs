//! A server that is none, to test code which uses the client.
//!
//! Answers are typed as those of the API are, and nothing is sent:
//!
//! - [`Mock::on`] says what requests of an operation are answered with;
//! - [`ClientBuilder::transport`](crate::ClientBuilder::transport) takes the mock, of which clones are the same one;
//! - [`Mock::requests`] tells what was sent.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, StatusCode, Url};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::request::Operation;
use super::response::{Binary, Empty, Json, Text};
use super::transport::{Carried, Reason, TOKEN, Transport, TransportError};

/// Answers requests in the place of servers. Clones are the same mock.
#[derive(Clone, Debug, Default)]
pub struct Mock {
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    /// By the operation: its replies, and how many were given.
    replies: BTreeMap<&'static str, (Vec<Reply>, usize)>,
    requests: Vec<Sent>,
}

impl Mock {
    /// A mock that answers nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Says what requests of an operation are answered with. Replies are given in their order, one for each request; the
    /// last one stays.
    ///
    /// A request of an operation without replies fails with [`ErrorKind::Transport`](crate::ErrorKind::Transport).
    pub fn on<O: Operation>(&self, _: O) -> On<'_, O> {
        On { mock: self, operation: PhantomData }
    }

    /// Says what requests for tokens are answered with, where calls are authenticated by OAuth 2.0. Unless that is said, there is a
    /// token for whoever asks.
    pub fn on_token(&self, reply: Reply) {
        self.with(|state| state.replies.entry(TOKEN).or_default().0.push(reply));
    }

    /// All requests that were sent, the attempts after the first one too.
    #[must_use]
    pub fn requests(&self) -> Vec<Sent> {
        self.with(|state| state.requests.clone())
    }

    fn with<R>(&self, change: impl FnOnce(&mut State) -> R) -> R {
        change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn answer(&self, operation: &'static str, request: reqwest::Request) -> Result<reqwest::Response, TransportError> {
        let reply = self.with(|state| {
            let body = request.body().map_or(Some(Bytes::new()), |body| body.as_bytes().map(Bytes::copy_from_slice));
            let (method, url) = (request.method().clone(), request.url().clone());
            let headers = request.headers().clone();
            state.requests.push(Sent { operation, method, url, headers, body });
            if operation == TOKEN && !state.replies.contains_key(TOKEN) {
                let granted = serde_json::json!({ "access_token": "mock", "token_type": "Bearer" });
                return Some(Reply::json(StatusCode::OK, &granted));
            }
            let (replies, given) = state.replies.get_mut(operation)?;
            let reply = replies.get(*given).or(replies.last()).cloned();
            *given += 1;
            reply
        });
        let none = || TransportError {
            reason: Reason::Unfit,
            source: format!("the mock has no reply for `{operation}`: give it one with `Mock::on`").into(),
        };
        reply.ok_or_else(none)?.into_response()
    }
}

impl Transport for Mock {
    fn send(&self, operation: &'static str, request: reqwest::Request) -> Carried {
        let answer = self.answer(operation, request);
        Box::pin(async move { answer })
    }
}

/// The replies of a [`Mock`] to requests of the operation `O`.
pub struct On<'m, O> {
    mock: &'m Mock,
    operation: PhantomData<fn() -> O>,
}

impl<O: Operation> On<'_, O> {
    /// Replies with a value of the operation's own type, and the status 200, or 204 where it answers with nothing.
    #[allow(private_bounds, reason = "what it means is for this crate alone")]
    pub fn reply(self, answer: impl Into<O::Answer>) -> Self
    where
        O::Content: Written<O::Answer>,
    {
        self.reply_with(O::Content::write(&answer.into()))
    }

    /// Replies with anything: an error of the API, an odd header, no answer at all.
    pub fn reply_with(self, reply: Reply) -> Self {
        self.mock.with(|state| state.replies.entry(O::ENDPOINT.name).or_default().0.push(reply));
        self
    }
}

impl<O> fmt::Debug for On<'_, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("On").field("mock", &self.mock).finish_non_exhaustive()
    }
}

/// How a value of an operation's answer is written: as what reads it expects.
trait Written<T> {
    fn write(value: &T) -> Reply;
}

impl<T: Serialize> Written<T> for Json {
    fn write(value: &T) -> Reply {
        Reply::json(StatusCode::OK, value)
    }
}

impl Written<String> for Text {
    fn write(value: &String) -> Reply {
        Reply::new(StatusCode::OK)
            .header(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"))
            .body(value.clone())
    }
}

impl Written<Bytes> for Binary {
    fn write(value: &Bytes) -> Reply {
        Reply::new(StatusCode::OK).body(value.clone())
    }
}

impl Written<()> for Empty {
    fn write(&(): &()) -> Reply {
        Reply::new(StatusCode::NO_CONTENT)
    }
}

/// What a [`Mock`] answers.
#[derive(Clone, Debug)]
pub struct Reply(Result<Answer, (Reason, &'static str)>);

#[derive(Clone, Debug)]
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Reply {
    /// An answer of that status without a body.
    #[must_use]
    pub fn new(status: StatusCode) -> Self {
        Self(Ok(Answer { status, headers: HeaderMap::new(), body: Bytes::new() }))
    }

    /// An answer of that status with a body of JSON.
    ///
    /// A value that cannot be encoded, such as a map whose keys are no text, is the body `null`.
    #[must_use]
    pub fn json(status: StatusCode, value: &impl Serialize) -> Self {
        let body = serde_json::to_vec(value).unwrap_or_else(|_| b"null".to_vec());
        Self::new(status).header(CONTENT_TYPE, HeaderValue::from_static("application/json")).body(body)
    }

    /// No connection, so that nothing is sent.
    #[must_use]
    pub fn no_connection() -> Self {
        Self(Err((Reason::NoConnection, "the mock refuses the connection")))
    }

    /// A connection that breaks before the answer.
    #[must_use]
    pub fn broken() -> Self {
        Self(Err((Reason::Broken, "the mock breaks the connection")))
    }

    /// Sets a header. An answer that does not come has none.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        if let Ok(answer) = &mut self.0 {
            answer.headers.insert(name, value);
        }
        self
    }

    /// Sets the body. An answer that does not come has none.
    #[must_use]
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        if let Ok(answer) = &mut self.0 {
            answer.body = body.into();
        }
        self
    }

    fn into_response(self) -> Result<reqwest::Response, TransportError> {
        let Answer { status, headers, body } =
            self.0.map_err(|(reason, source)| TransportError { reason, source: source.into() })?;
        let mut response = http::Response::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        Ok(response.into())
    }
}

/// A request that a [`Mock`] was sent.
#[derive(Clone)]
pub struct Sent {
    operation: &'static str,
    method: Method,
    url: Url,
    headers: HeaderMap,
    body: Option<Bytes>,
}

impl Sent {
    /// The path of the method that was called, from the client on: `models.list_models`.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// The method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The URL with its query.
    #[must_use]
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body; empty if there is none. `None` if it would have been read while it is sent: a file, or a form of parts.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.body.as_deref()
    }

    /// The body as a type.
    ///
    /// # Errors
    ///
    /// When it is no JSON of that type.
    pub fn json<T: DeserializeOwned>(&self) -> serde_json::Result<T> {
        serde_json::from_slice(self.body().unwrap_or_default())
    }
}

impl fmt::Debug for Sent {
    /// Without the query and the body, since they may hold a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sent")
            .field("operation", &self.operation)
            .field("method", &self.method)
            .field("path", &self.url.path())
            .field("headers", &self.headers)
            .finish_non_exhaustive()
    }
}
