//! Calls that block the thread that makes them.

use std::sync::LazyLock;

use futures_util::{Stream, StreamExt as _};
use tokio::runtime::{Builder, Handle, Runtime};

use super::error::{Cause, Result};
use super::pending::Pending;
use super::request::{Operation, Request};

/// Runs what connections do in the background, for all clients. It is never dropped, since connections are kept.
static RUNTIME: LazyLock<std::io::Result<Runtime>> =
    LazyLock::new(|| Builder::new_multi_thread().worker_threads(1).thread_name("http").enable_all().build());

impl<O: Operation> Request<O> {
    /// Sends the request and waits for what it answers, as awaiting it does elsewhere.
    ///
    /// # Errors
    ///
    /// As those of awaiting it. Inside of an async runtime, which it would block, it is an error of the kind
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest), and nothing is sent.
    pub fn call(self) -> Result<O::Answer> {
        self.into_future().call()
    }
}

impl<R> Pending<R> {
    /// Waits for the result, as awaiting it does elsewhere.
    ///
    /// # Errors
    ///
    /// As those of awaiting it. Inside of an async runtime, which it would block, it is an error of the kind
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest), and nothing is sent.
    pub fn call(self) -> Result<R> {
        runtime()?.block_on(self)
    }
}

/// A stream that is read by a thread that waits for it: an iterator.
#[derive(Debug)]
pub struct Blocking<S> {
    stream: S,
}

impl<S> Blocking<S> {
    /// Has a stream read by a thread that waits for it.
    pub fn new(stream: S) -> Self {
        Self { stream }
    }
}

impl<T, S: Stream<Item = Result<T>> + Unpin> Iterator for Blocking<S> {
    type Item = Result<T>;

    fn next(&mut self) -> Option<Result<T>> {
        match runtime() {
            Ok(runtime) => runtime.block_on(self.stream.next()),
            Err(error) => Some(Err(error.into())),
        }
    }
}

/// The runtime, unless this thread belongs to one.
fn runtime() -> Result<&'static Runtime, Cause> {
    if Handle::try_current().is_ok() {
        let reason = "a call that blocks was made inside of an async runtime: await the request instead";
        return Err(Cause::Request(reason.to_owned()));
    }
    RUNTIME.as_ref().map_err(|error| Cause::Configuration(format!("no thread for calls that block: {error}")))
}
