//! An answer's body, piece by piece.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_util::{Stream, stream};
use tokio::time::{Sleep, sleep};

use super::error::{Cause, Error, Result};

/// The body of an answer as it comes: a stream of its pieces.
///
/// It may be of any size, and take any time, unless [`idle_timeout`](Self::idle_timeout) says how long nothing may come.
#[must_use = "a stream does nothing until it is polled"]
pub struct Chunks {
    operation: &'static str,
    body: Pin<Box<dyn Stream<Item = Result<Bytes>> + Send>>,
    /// How long nothing may come.
    idle: Duration,
    /// Runs while a piece is waited for, if that may not take any time.
    waiting: Option<Pin<Box<Sleep>>>,
}

impl Chunks {
    pub(crate) fn new(operation: &'static str, response: reqwest::Response) -> Self {
        let chunks = stream::try_unfold(response, move |mut response| async move {
            match response.chunk().await {
                Ok(chunk) => Ok(chunk.map(|chunk| (chunk, response))),
                Err(error) => Err(Error::from(Cause::from(error)).in_operation(operation)),
            }
        });
        Self { operation, body: Box::pin(chunks), idle: Duration::MAX, waiting: None }
    }

    /// A body that came already.
    pub(crate) fn of(operation: &'static str, body: Bytes) -> Self {
        let body = stream::iter([Ok(body)]);
        Self { operation, body: Box::pin(body), idle: Duration::MAX, waiting: None }
    }

    /// How long to wait for the next piece. When nothing comes for that long, the stream ends with an error of the
    /// kind [`Timeout`](super::ErrorKind::Timeout).
    ///
    /// Only time counts in which somebody waits for a piece, not what is spent on those that came.
    pub fn idle_timeout(mut self, limit: Duration) -> Self {
        self.idle = limit;
        self
    }

    /// Whether what comes next has taken too long.
    fn is_late(&mut self, context: &mut Context<'_>) -> bool {
        let idle = self.idle;
        idle < Duration::MAX
            && self.waiting.get_or_insert_with(|| Box::pin(sleep(idle))).as_mut().poll(context).is_ready()
    }
}

impl Stream for Chunks {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Poll::Ready(item) = self.body.as_mut().poll_next(context) {
            self.waiting = None;
            return Poll::Ready(item);
        }
        if !self.is_late(context) {
            return Poll::Pending;
        }
        // The connection ends with it.
        self.body = Box::pin(stream::empty());
        self.waiting = None;
        let error = Error::from(Cause::Idle { limit: self.idle }).in_operation(self.operation);
        Poll::Ready(Some(Err(error)))
    }
}

impl fmt::Debug for Chunks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chunks")
    }
}
