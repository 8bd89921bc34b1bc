//! Answers of JSON values, one after the other: a line for each (NDJSON), or with a record separator before each (RFC 7464).

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::Stream;
use serde::de::IgnoredAny;

use super::items::{self, Items, Parser, TooLarge};
use crate::json::slot::Decode;
use crate::support::error::Result;
use crate::support::pending::Pending;
use crate::support::response::{Content, Json, Raw, Response, Way, json};
use crate::support::{Operation, Request};

/// Operations that can answer with lines of JSON.
pub trait WithLines: Operation {
    /// What a line is.
    type Line: 'static;

    #[doc(hidden)]
    type Lines: Content<Lines<Self::Line>>;
}

impl<O: WithLines> Request<O> {
    /// Sends the request and returns as soon as the answer begins: its lines come as a stream.
    ///
    /// That the server sends lines is often for the request to say, in its body or with the header `Accept`. The timeouts
    /// end with the arrival of the answer.
    ///
    /// Where the API's answers say in their body that a call failed, whatever the status, this is looked for in each line
    /// too: it is then an error of the kind [`Api`](crate::ErrorKind::Api), with which the stream ends. An answer that is plain
    /// `application/json` and one document in many lines is one item, judged in the same way.
    ///
    /// # Errors
    ///
    /// When the request fails, and with the kind [`Decode`](crate::ErrorKind::Decode) when the answer is no JSON at all.
    pub fn send_lines(self) -> Pending<Response<Lines<O::Line>>> {
        Pending::new(O::Lines::WAY.0(self.call), Raw::into_response::<_, O::Lines>)
    }
}

/// The JSON values of an answer as they come.
///
/// One that does not decode is an error of the kind [`Decode`](crate::ErrorKind::Decode), after which others come; any other
/// error ends the stream. A value that is larger than the client's `max_response_bytes` is an error.
#[must_use = "a stream does nothing until it is polled"]
pub struct Lines<T> {
    items: Items<Records>,
    read: fn(&mut Raw) -> std::result::Result<T, serde_json::Error>,
}

impl<T> Lines<T> {
    /// How long to wait for more of the answer. When nothing comes for that long, the stream ends with an error of the kind
    /// [`Timeout`](crate::ErrorKind::Timeout).
    pub fn idle_timeout(mut self, limit: Duration) -> Self {
        self.items.idle_timeout(limit);
        self
    }
}

impl<T> Stream for Lines<T> {
    type Item = Result<T>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        let record = match ready!(this.items.poll_next(context)) {
            Some(Ok(record)) => record,
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            None => return Poll::Ready(None),
        };
        Poll::Ready(Some(this.items.read(record, this.read)))
    }
}

impl<T> fmt::Debug for Lines<T> {
    /// Without what came, since that may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lines").finish_non_exhaustive()
    }
}

/// Lines of JSON.
pub enum JsonLines {}

impl<T: Decode> Content<Lines<T>> for JsonLines {
    const WAY: Way = Way(items::send::<Records>);

    fn read(raw: &mut Raw) -> std::result::Result<Lines<T>, serde_json::Error> {
        Ok(Lines { items: Items::of(raw), read: <Json as Content<T>>::read })
    }
}

/// What stands before each value where not lines tell them apart.
const SEPARATOR: u8 = 0x1e;

/// Values out of a body.
pub(crate) struct Records {
    /// Whether all of it is one value.
    document: Document,
    /// What ends a value, known from the first byte on.
    end: Option<u8>,
    /// How much of what came is known to hold no end.
    seen: usize,
}

/// Whether a body is one value that takes many lines, as an error may be where lines were expected.
#[derive(PartialEq)]
enum Document {
    No,
    /// The media type is one of a document, but some servers call lines so too: the first one tells.
    Perhaps,
    Yes,
}

/// Whether JSON goes on after these bytes.
fn is_cut_off(text: &[u8]) -> bool {
    serde_json::from_slice::<IgnoredAny>(json(text)).is_err_and(|error| error.is_eof())
}

impl Parser for Records {
    const ITEMS: &'static str = "lines";

    type Item = Bytes;

    fn new(media_type: &str) -> Self {
        let is_document = media_type == "application/json" || media_type.ends_with("+json");
        Self { document: if is_document { Document::Perhaps } else { Document::No }, end: None, seen: 0 }
    }

    /// Some servers call them text, or do not know.
    fn accepts(media_type: &str) -> bool {
        media_type.contains("json") || matches!(media_type, "text/plain" | "application/octet-stream")
    }

    fn next(&mut self, came: &mut BytesMut, limit: usize) -> Result<Option<Bytes>, TooLarge> {
        loop {
            let Some(first) = came.first() else { return Ok(None) };
            let last = *self.end.get_or_insert(if *first == SEPARATOR { SEPARATOR } else { b'\n' });
            let end = match self.document {
                Document::Yes => None,
                _ => came[self.seen..].iter().position(|byte| *byte == last),
            };
            let length = end.map_or(came.len(), |end| self.seen + end);
            if length > limit {
                return Err(TooLarge);
            }
            if end.is_none() {
                self.seen = length;
                return Ok(None);
            }
            self.seen = 0;
            if self.document == Document::Perhaps && !json(&came[..length]).trim_ascii().is_empty() {
                self.document = if is_cut_off(&came[..length]) { Document::Yes } else { Document::No };
                continue;
            }
            let record = came.split_to(length);
            let _ = came.split_to(1);
            if let Some(record) = self.last(record) {
                return Ok(Some(record));
            }
        }
    }

    /// Blank lines only keep the connection alive.
    fn last(&mut self, rest: BytesMut) -> Option<Bytes> {
        (!json(&rest).trim_ascii().is_empty()).then(|| rest.freeze())
    }
}
