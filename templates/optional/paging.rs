//! Operations that answer in pages, as streams.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "a public trait names what is in it; an API need not have pages of every kind"
)]

use std::collections::HashSet;
use std::fmt;
use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

use bytes::Bytes;
use futures_util::Stream;
use reqwest::Url;
use tokio::task::JoinHandle;

use crate::support::api::Place;
use crate::support::call::Call;
use crate::support::envelope::find;
use crate::support::error::{Cause, Error, Result};
use crate::support::execute::{address, execute};
use crate::support::pending::Sending;
use crate::support::request::{Operation, Request};
use crate::support::response::Raw;

/// An operation that answers in pages.
pub trait Paged: Operation<Answer: Send> {
    /// What a page holds.
    type Item: Clone + PartialEq + Send + 'static;

    /// How its pages follow each other.
    #[doc(hidden)]
    const PAGING: Paging;

    /// What a page holds.
    #[doc(hidden)]
    fn items(page: &mut Self::Answer) -> &mut Vec<Self::Item>;
}

/// How pages follow each other.
pub struct Paging {
    rule: Rule,
    /// Where an answer says whether there is more, if it does.
    more: Place,
}

enum Rule {
    /// By their numbers; the items stand at `list`.
    Page { parameter: &'static str, first: u64, list: Place },
    /// By how many items come before them.
    Offset { parameter: &'static str, first: u64, list: Place },
    /// As each answer says of the next one.
    Told(Told),
}

/// What an answer says of the page after it.
pub(crate) struct Told {
    /// The query parameter that takes it, where it is no URL.
    pub(crate) parameter: &'static str,
    /// Where it stands.
    pub(crate) place: Place,
    /// Finds it.
    pub(crate) next: fn(&Told, &Call, &Raw) -> Result<Option<Next>, Cause>,
}

/// The page that comes next.
pub(crate) enum Next {
    /// It is asked for with this value of the parameter.
    Value(String),
    /// It is at this URL.
    Url(Url),
}

impl Paging {
    /// By the number of a page, from `first` on. Its items stand at `list`.
    pub(crate) const fn page(parameter: &'static str, first: u64, list: Place) -> Self {
        Self { rule: Rule::Page { parameter, first, list }, more: &[] }
    }

    /// By how many items come before a page, from `first` on. Its items stand at `list`.
    pub(crate) const fn offset(parameter: &'static str, first: u64, list: Place) -> Self {
        Self { rule: Rule::Offset { parameter, first, list }, more: &[] }
    }

    /// As each answer says.
    pub(crate) const fn told(told: Told) -> Self {
        Self { rule: Rule::Told(told), more: &[] }
    }

    /// Where an answer says whether there is more.
    pub(crate) const fn more(mut self, more: Place) -> Self {
        self.more = more;
        self
    }
}

impl<O: Paged> Request<O> {
    /// Every page from the one that is set, or the first, to the last, as a stream.
    ///
    /// It ends where an answer says that there is no more, and else at the first page that holds nothing: a short page may
    /// be one that the server made short. Pages that hold nothing are not among those of the stream.
    ///
    /// # Errors
    ///
    /// An error ends the stream. Beside those of every call it can be of the kind
    /// [`Pagination`](crate::ErrorKind::Pagination): the server leads to a page that was there before, or to another
    /// origin. One that ignores which page it is asked for is found out by the same items coming again; if it puts something new
    /// into them each time, only [`max_pages`](Pages::max_pages) ends the stream.
    pub fn pages(self) -> Pages<O> {
        Pages { walk: Walk::new(self.call, &O::PAGING), before: Before { items: Vec::new(), body: Bytes::new() } }
    }

    /// The items of every page from the one that is set, or the first, to the last, as a stream.
    ///
    /// It ends and fails as [`pages`](Self::pages) does.
    pub fn items(self) -> Items<O> {
        Items { pages: self.pages(), items: Vec::new().into_iter() }
    }
}

/// The pages of a request, made by [`Request::pages`]: a stream of its answers.
///
/// One request is made after the other, each when its page is asked for. Dropping the stream ends the one that is
/// under way.
#[must_use = "a stream does nothing until it is polled"]
pub struct Pages<O: Paged> {
    walk: Walk,
    before: Before<O::Item>,
}

/// The page before, where only its items tell that a page is another one.
struct Before<T> {
    items: Vec<T>,
    /// The whole body, for what is in the items beside that which their type tells.
    body: Bytes,
}

impl<O: Paged> Pages<O> {
    /// Ends after so many requests, whether or not there is more.
    pub fn max_pages(mut self, pages: u64) -> Self {
        self.walk.left = pages;
        self
    }

    /// Asks for each page as soon as the one before it is there, while that one is still in use.
    ///
    /// At most one page is ahead. It is fetched by a task of its own on the runtime that polls the stream.
    pub fn prefetch(mut self) -> Self {
        self.walk.prefetch = true;
        self
    }

    /// What is in an answer; nothing where that is an empty page.
    fn read(&mut self, mut raw: Raw) -> Result<Option<O::Answer>> {
        let mut page = raw.value::<_, O::Content>()?;
        let items = O::items(&mut page);
        if let Some(list) = self.walk.list()
            && !items.is_empty()
        {
            if *items == self.before.items && find(&raw.body, list) == find(&self.before.body, list) {
                return Err(self.walk.same());
            }
            self.before.items.clone_from(items);
            self.before.body = raw.body.clone();
        }
        let count = items.len();
        self.walk.go_on(&raw, count);
        Ok((count > 0).then_some(page))
    }
}

/// Nothing in it is pinned.
impl<O: Paged> Unpin for Pages<O> {}

impl<O: Paged> Stream for Pages<O> {
    type Item = Result<O::Answer>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            let Some(raw) = ready!(this.walk.poll(context)) else { return Poll::Ready(None) };
            if let Some(page) = raw.and_then(|raw| this.read(raw)).transpose() {
                return Poll::Ready(Some(page));
            }
        }
    }
}

impl<O: Paged> fmt::Debug for Pages<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.walk.show(f.debug_struct("Pages"))
    }
}

/// The items of a request's pages, made by [`Request::items`]: a stream of them, one by one.
///
/// A page is asked for when all items of the one before it were taken.
#[must_use = "a stream does nothing until it is polled"]
pub struct Items<O: Paged> {
    pages: Pages<O>,
    items: vec::IntoIter<O::Item>,
}

impl<O: Paged> Items<O> {
    /// Ends after the items of so many requests, whether or not there is more.
    pub fn max_pages(mut self, pages: u64) -> Self {
        self.pages = self.pages.max_pages(pages);
        self
    }

    /// Asks for each page as soon as the one before it is there, while its items are taken.
    ///
    /// At most one page is ahead. It is fetched by a task of its own on the runtime that polls the stream.
    pub fn prefetch(mut self) -> Self {
        self.pages = self.pages.prefetch();
        self
    }
}

/// Nothing in it is pinned.
impl<O: Paged> Unpin for Items<O> {}

impl<O: Paged> Stream for Items<O> {
    type Item = Result<O::Item>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some(item) = this.items.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut this.pages).poll_next(context)) {
                Some(Ok(mut page)) => this.items = mem::take(O::items(&mut page)).into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<O: Paged> fmt::Debug for Items<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pages.walk.show(f.debug_struct("Items"))
    }
}

/// Where a walk through pages stands, whatever they hold.
struct Walk {
    /// The call of the page that comes next.
    call: Call,
    paging: &'static Paging,
    /// The number of that page, or how many items come before it.
    at: u64,
    /// How many answers came.
    came: u64,
    /// How many may still be asked for.
    left: u64,
    prefetch: bool,
    /// What led to each page, where answers tell that.
    seen: HashSet<String>,
    /// The last of them.
    asked: String,
    state: State,
}

enum State {
    /// The call is to be sent.
    Ready,
    /// It is under way.
    Sent(Sending),
    /// There is no next page, since it could not be asked for.
    Failed(Error),
    /// There is no next page.
    Done,
}

impl Walk {
    fn new(mut call: Call, paging: &'static Paging) -> Self {
        let (mut at, mut asked, mut state) = (0, String::new(), State::Ready);
        match &paging.rule {
            Rule::Page { parameter, first, .. } | Rule::Offset { parameter, first, .. } => {
                match start(&call, parameter, *first) {
                    Ok(first) => {
                        at = first;
                        call.query(parameter, first);
                    }
                    Err(cause) => state = State::Failed(Error::from(cause).in_operation(call.operation.name)),
                }
            }
            Rule::Told(told) if told.parameter.is_empty() => {
                asked = address(&call).map_or_else(|_| String::new(), String::from);
            }
            Rule::Told(told) => asked = value(&call, told.parameter).unwrap_or_default().to_owned(),
        }
        let seen = HashSet::from([asked.clone()]);
        Self { call, paging, at, came: 0, left: u64::MAX, prefetch: false, seen, asked, state }
    }

    /// The next answer. Nothing comes after it until [`go_on`](Self::go_on) says so.
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Raw>>> {
        if matches!(self.state, State::Ready) {
            self.send();
        }
        if let State::Sent(fetch) = &mut self.state {
            let answer = ready!(fetch.as_mut().poll(context));
            self.state = State::Done;
            self.came += 1;
            return Poll::Ready(Some(answer));
        }
        match mem::replace(&mut self.state, State::Done) {
            State::Failed(error) => Poll::Ready(Some(Err(error))),
            _ => Poll::Ready(None),
        }
    }

    /// Sends the call, unless there were enough.
    fn send(&mut self) {
        self.state = match self.left.checked_sub(1) {
            None => State::Done,
            Some(left) => {
                self.left = left;
                let call = self.call.clone();
                // The first page is waited for in any case.
                State::Sent(if self.prefetch && self.came > 0 { ahead(call) } else { execute(call) })
            }
        };
    }

    /// Goes on to the page after an answer that has so many items.
    fn go_on(&mut self, raw: &Raw, items: usize) {
        self.state = match self.next(raw, items) {
            Ok(true) => State::Ready,
            Ok(false) => State::Done,
            Err(cause) => State::Failed(Error::from(cause).in_operation(self.call.operation.name)),
        };
        if self.prefetch && matches!(self.state, State::Ready) {
            self.send();
        }
    }

    /// Makes the call that of the next page; `false` where there is none.
    fn next(&mut self, raw: &Raw, items: usize) -> Result<bool, Cause> {
        let paging = self.paging;
        let ends = !paging.more.is_empty() && find(&raw.body, paging.more).is_some_and(|more| more == false);
        let (parameter, step) = match &paging.rule {
            _ if ends => return Ok(false),
            Rule::Page { parameter, .. } => (*parameter, u64::from(items > 0)),
            Rule::Offset { parameter, .. } => (*parameter, items as u64),
            Rule::Told(told) => return self.follow(told, raw, items),
        };
        self.at = self.at.saturating_add(step);
        self.call.query(parameter, self.at);
        Ok(step > 0)
    }

    /// Follows what an answer says. A page may be empty with more after it, but not when it leads to itself.
    fn follow(&mut self, told: &Told, raw: &Raw, items: usize) -> Result<bool, Cause> {
        let Some(next) = (told.next)(told, &self.call, raw)? else { return Ok(false) };
        let asked = match &next {
            Next::Value(value) => value.clone(),
            Next::Url(url) => url.to_string(),
        };
        if !self.seen.insert(asked.clone()) {
            return if items == 0 && asked == self.asked { Ok(false) } else { Err(Cause::NextPage(BEFORE)) };
        }
        self.asked = asked;
        match next {
            Next::Value(value) => self.call.query(told.parameter, value),
            Next::Url(url) => self.call.url = Some(url),
        }
        Ok(true)
    }

    /// Where the items stand which alone tell that a page is another one.
    fn list(&self) -> Option<Place> {
        match self.paging.rule {
            Rule::Page { list, .. } | Rule::Offset { list, .. } => Some(list),
            Rule::Told(_) => None,
        }
    }

    /// The error of a page that has the items of the one before.
    fn same(&self) -> Error {
        let parameter = match &self.paging.rule {
            Rule::Page { parameter, .. } | Rule::Offset { parameter, .. } => parameter,
            Rule::Told(told) => told.parameter,
        };
        Error::from(Cause::SamePage { at: self.at, parameter }).in_operation(self.call.operation.name)
    }

    fn show(&self, mut f: fmt::DebugStruct<'_, '_>) -> fmt::Result {
        f.field("operation", &self.call.operation.name).field("answers", &self.came).finish_non_exhaustive()
    }
}

/// What is wrong with a walk in a circle.
const BEFORE: &str = "the answer leads to a page that was there before";

/// Sends a call at once. It ends with the future.
fn ahead(call: Call) -> Sending {
    let sending = execute(call.clone());
    #[cfg(feature = "tracing")]
    let sending =
        tracing::instrument::WithSubscriber::with_current_subscriber(tracing::Instrument::in_current_span(sending));
    let mut task = Task(tokio::spawn(sending));
    Box::pin(async move {
        match (&mut task.0).await {
            Ok(answer) => answer,
            Err(end) if end.is_panic() => std::panic::resume_unwind(end.into_panic()),
            // The runtime that began it is gone.
            Err(_) => execute(call).await,
        }
    })
}

/// A task that ends when nobody waits for it any more.
struct Task(JoinHandle<Result<Raw>>);

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// The number that the call sets for a parameter, else the first one.
fn start(call: &Call, parameter: &str, first: u64) -> Result<u64, Cause> {
    let number = value(call, parameter).map_or(Ok(first), str::parse);
    number.map_err(|_| Cause::Request(format!("`{parameter}` is not a whole number, with which pages could begin")))
}

/// What the call sets for a parameter.
fn value<'c>(call: &'c Call, parameter: &str) -> Option<&'c str> {
    call.query.iter().find(|pair| pair.0 == parameter).map(|pair| pair.1.as_str())
}
