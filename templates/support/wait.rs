//! Requests that are made again and again until an answer says that something is done.

use std::fmt;
use std::time::{Duration, Instant};

use tokio::time::{sleep, timeout};

use super::call::Call;
use super::error::{Cause, Error, Result};
use super::execute::execute;
use super::limits;
use super::pending::Pending;
use super::request::{Operation, Request};
use super::response::{Content as _, Raw};
use super::retry::retry_after;

impl<O: Operation<Answer: Clone>> Request<O> {
    /// Makes the request again and again until `is_done` says so of an answer, which is then the result of awaiting it.
    ///
    /// That is how to wait for what a server does by itself, such as training a model. Say yes also to answers after
    /// which nothing more will happen, since the work failed.
    ///
    /// Between two requests it waits for [`limits::POLL_INTERVAL`], and for longer with each, up to
    /// [`limits::MAX_POLL_INTERVAL`]; where an answer asks for a longer wait with `Retry-After`, for that long. All of it may
    /// take [`limits::POLL_TIMEOUT`]. Each request has the timeout and the retries that it has alone, and fails as it does
    /// alone: that ends the waiting. Dropping the future ends it too.
    ///
    /// # Errors
    ///
    /// As of the request. Where it is not done in time, the kind is [`Timeout`](super::ErrorKind::Timeout), and the error has
    /// the status, the headers and the body of the last answer. A body that can be sent only once is an error
    /// before anything is sent.
    pub fn wait_until(self, mut is_done: impl FnMut(&O::Answer) -> bool + Send + 'static) -> Wait<O::Answer> {
        let is_done = move |raw: &Raw| {
            let mut raw = raw.clone();
            match O::Content::read(&mut raw) {
                Ok(answer) => Ok(is_done(&answer)),
                Err(error) => Err(raw.undecodable(error)),
            }
        };
        let polling = Polling {
            call: self.call,
            is_done: Box::new(is_done),
            interval: limits::POLL_INTERVAL,
            max_interval: limits::MAX_POLL_INTERVAL,
            timeout: limits::POLL_TIMEOUT,
        };
        Wait { polling, finish: Raw::into_value::<_, O::Content> }
    }
}

/// A request that is made until its answer says that something is done: see [`Request::wait_until`].
///
/// Await it for that answer.
#[must_use = "nothing is sent until it is awaited"]
pub struct Wait<R> {
    polling: Polling,
    finish: fn(Raw) -> Result<R>,
}

impl<R> Wait<R> {
    /// How long to wait between the first two requests. Each further wait is longer by half.
    pub fn interval(mut self, interval: Duration) -> Self {
        self.polling.interval = interval;
        self
    }

    /// How long a wait between two requests gets, unless the server asks for more. With what
    /// [`interval`](Self::interval) says all waits are the same.
    pub fn max_interval(mut self, interval: Duration) -> Self {
        self.polling.max_interval = interval;
        self
    }

    /// How long it may take in all, requests included; [`Duration::MAX`] lifts the limit.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.polling.timeout = timeout;
        self
    }
}

impl<R> IntoFuture for Wait<R> {
    type Output = Result<R>;
    type IntoFuture = Pending<R>;

    fn into_future(self) -> Pending<R> {
        Pending::new(Box::pin(self.polling.run()), self.finish)
    }
}

impl<R> fmt::Debug for Wait<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wait").field("call", &self.polling.call).finish_non_exhaustive()
    }
}

/// Whether an answer says that it is done.
type IsDone = Box<dyn FnMut(&Raw) -> Result<bool> + Send>;

/// All of it that does not depend on what the answer is.
struct Polling {
    call: Call,
    is_done: IsDone,
    interval: Duration,
    max_interval: Duration,
    timeout: Duration,
}

impl Polling {
    async fn run(mut self) -> Result<Raw> {
        let (name, limit) = (self.call.operation.name, self.timeout);
        let fail = |cause| Error::from(cause).in_operation(name);
        if self.call.body.as_ref().is_some_and(|body| !body.content.is_repeatable()) {
            return Err(fail(Cause::Request(
                "the body can be sent only once, so nothing can be waited for".to_owned(),
            )));
        }
        let started = Instant::now();
        let left = || limit.saturating_sub(started.elapsed());
        let mut last = None;
        let mut answers = 0;
        let mut interval = self.interval;
        loop {
            let Ok(answer) = timeout(left(), execute(self.call.clone())).await else { break };
            let raw = answer?;
            if (self.is_done)(&raw)? {
                return Ok(raw);
            }
            answers += 1;
            let wait = interval.max(retry_after(&raw.headers).unwrap_or_default());
            last = Some(raw);
            // A wait beyond the time that is left would tell nothing new.
            if wait >= left() {
                break;
            }
            sleep(wait).await;
            interval = interval.saturating_add(interval / 2).min(self.max_interval.max(self.interval));
        }
        Err(fail(match last {
            Some(raw) => Cause::NotDone { limit, answers, last: raw.explained().into() },
            None => Cause::Timeout { limit, last: None },
        }))
    }
}
