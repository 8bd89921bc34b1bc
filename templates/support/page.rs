//! Operations that answer in pages, as streams.

use futures_util::{Stream, TryStreamExt as _, stream};

use super::call::Call;
use super::error::{Cause, Error, Result};
use super::execute::execute;
use super::response::{Json, Raw};
use super::slot::Decode;

/// The pages from the one that the call names on, else from the first; `items` finds what a page
/// holds.
///
/// It ends at the first page that holds nothing: a short page may be one that the server made
/// short.
pub(crate) fn pages<T, I>(
    call: Call,
    parameter: &'static str,
    items: fn(&T) -> &[I],
) -> impl Stream<Item = Result<T>> + Send + 'static
where
    T: Decode + Send + 'static,
    I: Clone + PartialEq + Send + 'static,
{
    walk(call, parameter, Raw::into_value::<_, Json>, items)
}

/// The items of those pages, one by one.
pub(crate) fn items<T, I>(
    call: Call,
    parameter: &'static str,
    items: fn(T) -> Vec<I>,
) -> impl Stream<Item = Result<I>> + Send + 'static
where
    T: Decode + Send + 'static,
    I: Clone + PartialEq + Send + 'static,
{
    walk(call, parameter, move |raw| raw.into_value::<_, Json>().map(items), Vec::as_slice)
        .map_ok(|page| stream::iter(page.into_iter().map(Ok)))
        .try_flatten()
}

/// Where a walk through pages stands.
struct Walk<I> {
    call: Call,
    /// The page that comes next; none before the first.
    next: Option<u64>,
    /// The items of the page before.
    before: Vec<I>,
}

fn walk<P, I>(
    call: Call,
    parameter: &'static str,
    decode: impl Fn(Raw) -> Result<P> + Copy + Send + Sync + 'static,
    items: fn(&P) -> &[I],
) -> impl Stream<Item = Result<P>> + Send + 'static
where
    P: Send + 'static,
    I: Clone + PartialEq + Send + 'static,
{
    let start = Walk { call, next: None, before: Vec::new() };
    stream::try_unfold(start, move |walk| step(walk, parameter, decode, items))
}

async fn step<P, I: Clone + PartialEq>(
    mut walk: Walk<I>,
    parameter: &'static str,
    decode: impl Fn(Raw) -> Result<P>,
    items: fn(&P) -> &[I],
) -> Result<Option<(P, Walk<I>)>> {
    let name = walk.call.operation.name;
    let fail = |cause| Error::from(cause).in_operation(name);
    let page = match walk.next {
        Some(page) => page,
        None => first(&walk.call, parameter).map_err(fail)?,
    };
    walk.call.query(parameter, page);
    let answer = decode(execute(walk.call.clone()).await?)?;
    let found = items(&answer);
    if found.is_empty() {
        return Ok(None);
    }
    if found == walk.before {
        return Err(fail(Cause::SamePage { page, parameter }));
    }
    walk.before = found.to_vec();
    walk.next = Some(page.saturating_add(1));
    Ok(Some((answer, walk)))
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
