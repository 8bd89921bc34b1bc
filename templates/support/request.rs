//! Requests: what the methods of the client return.

use std::fmt;
use std::marker::PhantomData;
use std::time::Duration;

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::call::Call;
use super::chunks::Chunks;
use super::core::Core;
use super::endpoint::Endpoint;
use super::error::Result;
use super::execute::open;
use super::pending::Pending;
use super::response::{Binary, Content, Foreign, Raw, Response, Text};

/// An operation of the API. Each is a type without values, which tells what its requests answer.
pub trait Operation: Sized + 'static {
    /// What it answers.
    type Answer: 'static;

    #[doc(hidden)]
    type Content: Content<Self::Answer>;

    #[doc(hidden)]
    const ENDPOINT: Endpoint;
}

/// Operations that send a body.
pub trait WithBody: Operation {}

/// A request of an operation that is not sent yet.
///
/// Await it for the value that it answers, or [`send`](Self::send) it for the status and the headers too. What can be set
/// on it depends on the operation; headers, time and retries can be set on any.
#[must_use = "a request does nothing until it is awaited or sent"]
pub struct Request<O> {
    pub(crate) call: Call,
    operation: PhantomData<fn() -> O>,
}

impl<O: Operation> Request<O> {
    pub(crate) fn new(core: &Core) -> Self {
        Self { call: Call::new(core, &O::ENDPOINT), operation: PhantomData }
    }

    /// Sends the request and returns the answer with its status and headers.
    ///
    /// Await the request itself where only the value matters.
    pub fn send(self) -> Pending<Response<O::Answer>> {
        Pending::new(O::Content::WAY.0(self.call), Raw::into_response::<_, O::Content>)
    }

    /// Sends the request and decodes the answer, which must be JSON, as a type of your choice.
    pub fn send_as<T: DeserializeOwned>(self) -> Pending<Response<T>> {
        self.call.send(Raw::into_response::<_, Foreign>)
    }

    /// Sends the request and returns the answer's body as text; what is not UTF-8 is replaced.
    pub fn send_text(self) -> Pending<Response<String>> {
        self.call.send(Raw::into_response::<_, Text>)
    }

    /// Sends the request and returns the answer's body as it is.
    pub fn send_bytes(self) -> Pending<Response<Bytes>> {
        self.call.send(Raw::into_response::<_, Binary>)
    }

    /// Sends the request and returns as soon as the answer begins: its body comes as a stream, however
    /// large it is.
    ///
    /// The status alone tells whether the request succeeded, and the timeouts end with its arrival.
    ///
    /// # Errors
    ///
    /// When the request fails, as for [`send`](Self::send).
    pub async fn send_stream(self) -> Result<Response<Chunks>> {
        open(self.call).await.map(Raw::into_chunks)
    }

    /// Sets a header. It replaces what this crate or the client's builder would send under
    /// that name.
    pub fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.call.header(name, value.into());
        self
    }

    /// How long the request may take over all its attempts and the waits between them, sending a large body
    /// included.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.call.timeout(timeout);
        self
    }

    /// How long one attempt may take: as long as the whole call, unless this or the client says otherwise.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.call.attempt_timeout = Some(timeout);
        self
    }

    /// Says that the request may be made twice without harm, as a `GET` may: it is then sent again also where the server
    /// may have acted on it, after a broken connection, a timeout, or the status 502 or 504.
    ///
    /// A request with the header `Idempotency-Key` is taken for one anyway.
    pub fn idempotent(mut self) -> Self {
        self.call.is_idempotent = true;
        self
    }

    /// How many times the request is sent again after it failed in a way that may pass.
    pub fn retries(mut self, retries: u32) -> Self {
        self.call.retries(retries);
        self
    }
}

impl<O: WithBody> Request<O> {
    /// Sends these bytes as the body instead. The media type stays.
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.call.body(body.into());
        self
    }
}

impl<O: Operation> IntoFuture for Request<O> {
    type Output = Result<O::Answer>;
    type IntoFuture = Pending<O::Answer>;

    fn into_future(self) -> Self::IntoFuture {
        Pending::new(O::Content::WAY.0(self.call), Raw::into_value::<_, O::Content>)
    }
}

impl<O> Clone for Request<O> {
    fn clone(&self) -> Self {
        Self { call: self.call.clone(), operation: PhantomData }
    }
}

impl<O> fmt::Debug for Request<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request").field("call", &self.call).finish()
    }
}
