//! A call on its way.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use super::error::Result;
use super::response::Raw;

/// A call on its way, whatever is made of its answer.
pub(crate) type Sending = Pin<Box<dyn Future<Output = Result<Raw>> + Send>>;

/// A call on its way: a future of its result.
///
/// It does nothing until it is awaited, and dropping it ends the call.
#[must_use = "a call does nothing until it is awaited"]
pub struct Pending<R> {
    raw: Sending,
    finish: fn(Raw) -> Result<R>,
}

impl<R> Pending<R> {
    pub(crate) fn new(raw: Sending, finish: fn(Raw) -> Result<R>) -> Self {
        Self { raw, finish }
    }
}

impl<R> Future for Pending<R> {
    type Output = Result<R>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let raw = ready!(self.raw.as_mut().poll(context))?;
        Poll::Ready((self.finish)(raw))
    }
}

impl<R> fmt::Debug for Pending<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pending").finish_non_exhaustive()
    }
}
