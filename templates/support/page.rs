//! Operations that answer in pages, as streams.

use std::mem;

use futures_util::{Stream, TryStreamExt as _, stream};

use super::call::Call;
use super::error::{Cause, Error, Result};
use super::execute::execute;
use super::request::{Operation, Request};

/// An operation that answers in pages.
pub trait Paged: Operation<Answer: Send> {
    /// What a page holds.
    type Item: Clone + PartialEq + Send + 'static;

    /// The query parameter that has the number of the page.
    #[doc(hidden)]
    const PAGE: &'static str;

    /// What a page holds.
    #[doc(hidden)]
    fn items(page: &mut Self::Answer) -> &mut Vec<Self::Item>;
}

impl<O: Paged> Request<O> {
    /// Every page from the one that is set, or the first, to the last, as a stream.
    ///
    /// It ends at the first page that holds nothing: a short page may be one that the server made short.
    pub fn pages(self) -> impl Stream<Item = Result<O::Answer>> + Send + 'static {
        let start = Walk { request: self, next: None, before: Vec::new() };
        stream::try_unfold(start, Walk::step)
    }

    /// The items of every page from the one that is set, or the first, to the last, as a stream.
    pub fn items(self) -> impl Stream<Item = Result<O::Item>> + Send + 'static {
        self.pages().map_ok(|mut page| stream::iter(mem::take(O::items(&mut page)).into_iter().map(Ok))).try_flatten()
    }
}

/// Where a walk through pages stands.
struct Walk<O: Paged> {
    request: Request<O>,
    /// The page that comes next; none before the first.
    next: Option<u64>,
    /// The items of the page before.
    before: Vec<O::Item>,
}

impl<O: Paged> Walk<O> {
    async fn step(mut self) -> Result<Option<(O::Answer, Self)>> {
        let call = &mut self.request.call;
        let name = call.operation.name;
        let fail = |cause| Error::from(cause).in_operation(name);
        let number = match self.next {
            Some(number) => number,
            None => first(call, O::PAGE).map_err(fail)?,
        };
        call.query(O::PAGE, number);
        let mut page = execute(call.clone()).await?.into_value::<_, O::Content>()?;
        let found = O::items(&mut page);
        if found.is_empty() {
            return Ok(None);
        }
        if *found == self.before {
            return Err(fail(Cause::SamePage { page: number, parameter: O::PAGE }));
        }
        self.before.clone_from(found);
        self.next = Some(number.saturating_add(1));
        Ok(Some((page, self)))
    }
}

/// The page that the call names, else page 1.
fn first(call: &Call, parameter: &str) -> Result<u64, Cause> {
    match call.query.iter().find(|pair| pair.0 == parameter) {
        Some((_, page)) => {
            page.parse().map_err(|_| Cause::Request(format!("`{parameter}` is not the number of a page")))
        }
        None => Ok(1),
    }
}
