//! An answer's body, piece by piece.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_util::{Stream, stream};

use super::error::{Cause, Error, Result};

/// The body of an answer as it comes: a stream of its pieces.
///
/// It may be of any size, and take any time.
#[must_use = "a stream does nothing until it is polled"]
pub struct Chunks(Pin<Box<dyn Stream<Item = Result<Bytes>> + Send>>);

impl Chunks {
    pub(crate) fn new(operation: &'static str, response: reqwest::Response) -> Self {
        let chunks = stream::try_unfold(response, move |mut response| async move {
            match response.chunk().await {
                Ok(chunk) => Ok(chunk.map(|chunk| (chunk, response))),
                Err(error) => Err(Error::from(Cause::from(error)).in_operation(operation)),
            }
        });
        Self(Box::pin(chunks))
    }
}

impl Stream for Chunks {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(context)
    }
}

impl fmt::Debug for Chunks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chunks")
    }
}
