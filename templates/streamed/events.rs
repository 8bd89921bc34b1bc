//! Answers of server-sent events, as the HTML standard defines them.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::Stream;

use super::items::{self, Items, Parser, TooLarge};
use crate::support::error::Result;
use crate::support::pending::Pending;
use crate::support::response::{Content, Raw, Response, Way};
use crate::support::{Operation, Request};

/// Operations that can answer with events.
pub trait WithEvents: Operation {
    /// What an event carries.
    type Data: 'static;

    #[doc(hidden)]
    type Events: Content<Events<Self::Data>>;
}

impl<O: WithEvents> Request<O> {
    /// Sends the request and returns as soon as the answer begins: its events come as a stream.
    ///
    /// That the server sends events is often for the request to say, in its body or with the header `Accept`. The
    /// timeouts end with the arrival of the answer.
    ///
    /// Where the API's answers say in their body that a call failed, whatever the status, this is looked for in the data of
    /// each event too: it is then an error of the kind [`Api`](crate::ErrorKind::Api), with which the stream ends.
    ///
    /// # Errors
    ///
    /// When the request fails, and with the kind [`Decode`](crate::ErrorKind::Decode) when the answer is none of events. An
    /// answer that is JSON instead is read to its end first, and judged as any other.
    pub fn send_events(self) -> Pending<Response<Events<O::Data>>> {
        Pending::new(O::Events::WAY.0(self.call), Raw::into_response::<_, O::Events>)
    }
}

/// An event of an answer.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Event<T> {
    /// What kind of event it is: `message` unless the server says otherwise.
    pub event: String,
    /// What it carries.
    pub data: T,
    /// The ID of the last event that had one, this one included; empty if none had.
    pub id: String,
}

/// The events of an answer as they come.
///
/// An event whose data does not decode is an error of the kind [`Decode`](crate::ErrorKind::Decode), after which others
/// come; any other error ends the stream, as does data that is `[DONE]`. No event is asked for again by itself: whoever wants
/// that sends the request with the header `Last-Event-ID`, which [`last_event_id`](Self::last_event_id) tells.
///
/// An event that is larger than the client's `max_response_bytes` is an error.
#[must_use = "a stream does nothing until it is polled"]
pub struct Events<T> {
    items: Items<Blocks>,
    read: fn(&mut Raw) -> std::result::Result<T, serde_json::Error>,
}

impl<T> Events<T> {
    /// How long to wait for more of the answer, comments that only keep the connection alive included. When nothing
    /// comes for that long, the stream ends with an error of the kind [`Timeout`](crate::ErrorKind::Timeout).
    pub fn idle_timeout(mut self, limit: Duration) -> Self {
        self.items.idle_timeout(limit);
        self
    }

    /// The ID of the last event that had one; empty if none had. A request with the header `Last-Event-ID` goes on after
    /// it.
    #[must_use]
    pub fn last_event_id(&self) -> &str {
        &self.items.parser.id
    }

    /// How long the server asks to wait before the request is sent again, if it said so.
    #[must_use]
    pub fn retry(&self) -> Option<Duration> {
        self.items.parser.retry
    }
}

impl<T> Stream for Events<T> {
    type Item = Result<Event<T>>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        let block = match ready!(this.items.poll_next(context)) {
            Some(Ok(block)) if block.data.trim_ascii() != b"[DONE]" => block,
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            Some(Ok(_)) | None => {
                this.items.end();
                return Poll::Ready(None);
            }
        };
        let Block { event, data, id } = block;
        Poll::Ready(Some(this.items.read(data, this.read).map(|data| Event { event, data, id })))
    }
}

impl<T> fmt::Debug for Events<T> {
    /// Without what came, since that may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events").finish_non_exhaustive()
    }
}

/// Events whose data is `C`.
pub struct EventsOf<C>(PhantomData<C>);

impl<T, C: Content<T>> Content<Events<T>> for EventsOf<C> {
    const WAY: Way = Way(items::send::<Blocks>);

    fn read(raw: &mut Raw) -> std::result::Result<Events<T>, serde_json::Error> {
        Ok(Events { items: Items::of(raw), read: C::read })
    }
}

/// An event whose data is not decoded.
#[derive(Debug, PartialEq)]
pub(crate) struct Block {
    event: String,
    data: Bytes,
    id: String,
}

/// Events out of a body. They stand in blocks of lines, with an empty line after each.
#[derive(Default)]
pub(crate) struct Blocks {
    /// Whether a line was read, since only the first may begin with a byte order mark.
    begun: bool,
    /// Whether the last line ended with a carriage return, to which a line feed that follows belongs.
    after_return: bool,
    /// How much of what came is known to hold no end of a line.
    seen: usize,
    data: Vec<u8>,
    event: String,
    id: String,
    retry: Option<Duration>,
}

impl Parser for Blocks {
    const ITEMS: &'static str = "events";

    type Item = Block;

    fn new(_: &str) -> Self {
        Self::default()
    }

    /// Some servers call them text, or do not know.
    fn accepts(media_type: &str) -> bool {
        matches!(media_type, "text/event-stream" | "text/plain" | "application/octet-stream")
    }

    fn next(&mut self, came: &mut BytesMut, limit: usize) -> Result<Option<Block>, TooLarge> {
        loop {
            if self.after_return && !came.is_empty() {
                self.after_return = false;
                if came[0] == b'\n' {
                    let _ = came.split_to(1);
                }
            }
            let end = came[self.seen..].iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let length = end.map_or(came.len(), |end| self.seen + end);
            if self.data.len() + length > limit {
                return Err(TooLarge);
            }
            if end.is_none() {
                self.seen = length;
                return Ok(None);
            }
            self.seen = 0;
            let line = came.split_to(length);
            self.after_return = came.split_to(1)[0] == b'\r';
            let line = if self.begun { &line[..] } else { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line) };
            self.begun = true;
            if !line.is_empty() {
                self.field(line);
            } else if let Some(block) = self.block() {
                return Ok(Some(block));
            }
        }
    }

    /// A block without its empty line was cut off.
    fn last(&mut self, _: BytesMut) -> Option<Block> {
        None
    }
}

impl Blocks {
    /// Takes a line that is not empty.
    fn field(&mut self, line: &[u8]) {
        let (name, value) = match line.iter().position(|byte| *byte == b':') {
            Some(colon) => (&line[..colon], &line[colon + 1..]),
            None => (line, &[][..]),
        };
        let value = value.strip_prefix(b" ").unwrap_or(value);
        let text = || String::from_utf8_lossy(value).into_owned();
        match name {
            b"data" => {
                self.data.extend_from_slice(value);
                self.data.push(b'\n');
            }
            b"event" => self.event = text(),
            b"id" if !value.contains(&0) => self.id = text(),
            b"retry" if value.iter().all(u8::is_ascii_digit) => {
                self.retry = text().parse().ok().map(Duration::from_millis).or(self.retry);
            }
            // A comment, or what nobody knows.
            _ => {}
        }
    }

    /// The event whose lines are all there; one without data is none.
    fn block(&mut self) -> Option<Block> {
        let (mut data, event) = (std::mem::take(&mut self.data), std::mem::take(&mut self.event));
        data.pop()?;
        let event = if event.is_empty() { "message".to_owned() } else { event };
        Some(Block { event, data: data.into(), id: self.id.clone() })
    }
}
