//! An answer's body, item by item.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::{Stream as _, StreamExt as _};
use tokio::time::timeout;

use crate::support::call::Call;
use crate::support::chunks::Chunks;
use crate::support::envelope::Outcome;
use crate::support::error::{Cause, Error, Result};
use crate::support::execute::open;
use crate::support::failure::media_type;
use crate::support::pending::Sending;
use crate::support::response::{Open, Raw, json, judge};

/// How a body falls into items.
pub(crate) trait Parser {
    /// What the items are called, for errors.
    const ITEMS: &'static str;

    type Item;

    /// The parser of a body of this media type; it is empty where that is not known.
    fn new(media_type: &str) -> Self;

    /// Whether bodies of this media type do.
    fn accepts(media_type: &str) -> bool;

    /// Takes the next complete item out of what came. What is held may not get larger than `limit`.
    fn next(&mut self, came: &mut BytesMut, limit: usize) -> Result<Option<Self::Item>, TooLarge>;

    /// The item that the end of the body completes.
    fn last(&mut self, rest: BytesMut) -> Option<Self::Item>;
}

/// An item is larger than it may be.
#[derive(Debug)]
pub(crate) struct TooLarge;

/// The items of a body.
pub(crate) struct Items<P> {
    /// None after the end.
    chunks: Option<Chunks>,
    /// What came and belongs to no item yet.
    came: BytesMut,
    pub(crate) parser: P,
    /// The answer that they are of, to which they take their turns to be the body.
    answer: Raw,
    limit: u64,
}

impl<P: Parser> Items<P> {
    /// Those of an answer that [`send`] left open. Of any other there are none.
    pub(crate) fn of(answer: &mut Raw) -> Self {
        let (chunks, limit) = match answer.rest.take() {
            Some(Open { chunks, limit }) => (Some(chunks), limit),
            None => (None, 0),
        };
        let parser = P::new(&media_type(&answer.headers).unwrap_or_default().to_ascii_lowercase());
        Self { chunks, came: BytesMut::new(), parser, answer: answer.clone(), limit }
    }

    /// How long to wait for more of the body.
    pub(crate) fn idle_timeout(&mut self, limit: Duration) {
        self.chunks = self.chunks.take().map(|chunks| chunks.idle_timeout(limit));
    }

    /// The next item.
    pub(crate) fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<P::Item>>> {
        loop {
            let Some(chunks) = &mut self.chunks else { return Poll::Ready(None) };
            match self.parser.next(&mut self.came, usize::try_from(self.limit).unwrap_or(usize::MAX)) {
                Ok(Some(item)) => return Poll::Ready(Some(Ok(item))),
                Ok(None) => {}
                Err(TooLarge) => {
                    self.end();
                    let cause = Cause::ItemTooLarge { items: P::ITEMS, limit: self.limit };
                    return Poll::Ready(Some(Err(Error::from(cause).in_operation(self.answer.operation))));
                }
            }
            match std::task::ready!(Pin::new(chunks).poll_next(context)) {
                Some(Ok(chunk)) => self.came.extend_from_slice(&chunk),
                Some(Err(error)) => {
                    self.end();
                    return Poll::Ready(Some(Err(error)));
                }
                None => {
                    let rest = self.end();
                    return Poll::Ready(self.parser.last(rest).map(Ok));
                }
            }
        }
    }

    /// Ends it, and the connection with it.
    pub(crate) fn end(&mut self) -> BytesMut {
        self.chunks = None;
        std::mem::take(&mut self.came)
    }

    /// What `read` makes of an item, unless it says that the call failed: then nothing comes after it.
    pub(crate) fn read<T>(
        &mut self,
        item: Bytes,
        read: fn(&mut Raw) -> std::result::Result<T, serde_json::Error>,
    ) -> Result<T> {
        self.answer.body = item;
        self.judge()?;
        read(&mut self.answer).map_err(|error| self.answer.undecodable(error))
    }

    /// Judges the item that is the answer's body as a whole answer would be.
    fn judge(&mut self) -> Result<()> {
        self.answer.verdict = self.answer.verdict.of(json(&self.answer.body));
        if self.answer.verdict.outcome() != Outcome::Failure {
            return Ok(());
        }
        self.end();
        let answer = self.answer.clone().explained();
        Err(Error::from(Cause::Api(answer.into())).in_operation(self.answer.operation))
    }
}

/// Sends a call and leaves the answer open whose items are asked for. One that is something else is an error with all
/// that it says.
pub(crate) fn send<P: Parser>(call: Call) -> Sending {
    Box::pin(send_for(call, P::ITEMS, P::accepts))
}

async fn send_for(call: Call, expected: &'static str, accepts: fn(&str) -> bool) -> Result<Raw> {
    let (core, name) = (call.core.clone(), call.operation.name);
    let limit = call.timeout.unwrap_or(core.timeout);
    let mut answer = open(call).await?;
    if media_type(&answer.headers).is_none_or(|found| found.is_empty() || accepts(&found.to_ascii_lowercase())) {
        return Ok(answer);
    }
    let fail = |cause| Error::from(cause).in_operation(name);
    let body = timeout(limit, read(answer.rest.take(), core.max_response_bytes)).await;
    let body = body.map_err(|_| fail(Cause::Timeout { limit, last: None }))??;
    let answer = judge(name, core.api.envelope.as_ref(), (answer.status, answer.headers, body)).map_err(fail)?;
    Err(fail(Cause::NoStream { expected, failure: answer.into() }))
}

/// Reads a body to its end after all.
async fn read(rest: Option<Open>, limit: u64) -> Result<Bytes> {
    let mut body = BytesMut::new();
    let Some(Open { mut chunks, .. }) = rest else { return Ok(Bytes::new()) };
    while let Some(chunk) = chunks.next().await {
        body.extend_from_slice(&chunk?);
        if body.len() as u64 > limit {
            return Err(Cause::TooLarge { limit }.into());
        }
    }
    Ok(body.freeze())
}
