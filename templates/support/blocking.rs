//! Calls that block the thread that makes them.

use std::pin::pin;
use std::sync::{Arc, LazyLock};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use futures_util::{Stream, StreamExt as _};
use tokio::runtime::{Builder, Runtime};

use super::chunks::Chunks;
use super::error::{Cause, Result};
use super::pending::Pending;
use super::request::{Operation, Request};
use super::response::Response;
use super::wait::Wait;

/// Runs connections and clocks for all clients, on a thread of its own. It is never dropped, since connections are kept.
static RUNTIME: LazyLock<std::io::Result<Runtime>> =
    LazyLock::new(|| Builder::new_multi_thread().worker_threads(1).thread_name("http").enable_all().build());

impl<O: Operation> Request<O> {
    /// Sends the request and waits for what it answers, as awaiting it does elsewhere.
    ///
    /// It blocks the thread, so async code is to await the request instead, or to make the call where blocking is fine
    /// (`spawn_blocking`).
    ///
    /// # Errors
    ///
    /// As those of awaiting it.
    pub fn call(self) -> Result<O::Answer> {
        self.into_future().call()
    }

    /// Sends the request and waits until the answer begins, as [`send_stream`](Self::send_stream) does elsewhere. A
    /// [`Blocking`] around its value reads the body piece by piece.
    ///
    /// # Errors
    ///
    /// As those of [`send_stream`](Self::send_stream).
    pub fn call_stream(self) -> Result<Response<Chunks>> {
        block_on(self.send_stream())?
    }
}

impl<R> Pending<R> {
    /// Waits for the result, as awaiting it does elsewhere.
    ///
    /// # Errors
    ///
    /// As those of awaiting it.
    pub fn call(self) -> Result<R> {
        block_on(self)?
    }
}

impl<R> Wait<R> {
    /// Waits for the answer that is waited for, as awaiting it does elsewhere.
    ///
    /// # Errors
    ///
    /// As those of awaiting it.
    pub fn call(self) -> Result<R> {
        self.into_future().call()
    }
}

/// A stream that is read by a thread that waits for it: an iterator.
#[derive(Debug)]
pub struct Blocking<S> {
    /// None after its end.
    stream: Option<S>,
}

impl<S> Blocking<S> {
    /// Has a stream read by a thread that waits for it: pages, items, or the pieces of a body.
    pub fn new(stream: S) -> Self {
        Self { stream: Some(stream) }
    }
}

impl<T, S: Stream<Item = Result<T>> + Unpin> Iterator for Blocking<S> {
    type Item = Result<T>;

    fn next(&mut self) -> Option<Result<T>> {
        let item = block_on(self.stream.as_mut()?.next()).unwrap_or_else(|error| Some(Err(error.into())));
        if item.is_none() {
            self.stream = None;
        }
        item
    }
}

/// Polls a future on this thread until it is done. What it waits for is done by the runtime, so that it does not matter whether
/// this thread belongs to another one.
fn block_on<F: Future>(future: F) -> Result<F::Output, Cause> {
    let runtime = RUNTIME.as_ref();
    let runtime = runtime.map_err(|error| Cause::Configuration(format!("no thread for calls that block: {error}")))?;
    let _context = runtime.enter();
    let waker = Waker::from(Arc::new(Parked(thread::current())));
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(output) => return Ok(output),
            Poll::Pending => thread::park(),
        }
    }
}

/// Wakes the thread that waits.
struct Parked(Thread);

impl Wake for Parked {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}
