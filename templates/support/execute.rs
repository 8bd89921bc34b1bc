//! Sends a call: the one place that speaks HTTP.

use std::borrow::Cow;
use std::time::{Duration, Instant};

use reqwest::Url;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use tokio::time::{sleep, timeout};

use super::auth;
use super::builder::header;
use super::call::Call;
use super::core::Settings;
use super::draft::{Draft, Followed};
use super::error::{Cause, Error, Result};
use super::hooks::Received;
use super::pending::Sending;
use super::response::{Raw, judge, read};
use super::retry;
use super::sign::Outgoing;
use super::trace::Trace;
use super::url::{self, Server};

/// Sends `call`, again where that may help, and returns the answer if it is one of success.
pub(crate) fn execute(call: Call) -> Sending {
    start(call, Extent::Whole)
}

/// The same, but returns as soon as the answer begins.
pub(crate) fn open(call: Call) -> Sending {
    start(call, Extent::Beginning)
}

/// How much of an answer is waited for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    Whole,
    Beginning,
}

fn start(call: Call, extent: Extent) -> Sending {
    Box::pin(async move {
        let trace = Trace::of(&call);
        trace.run(send(&call, extent, &trace)).await.map_err(|error| error.in_operation(call.operation.name))
    })
}

async fn send(call: &Call, extent: Extent, trace: &Trace) -> Result<Raw> {
    let mut draft = draft(call)?;
    // What is made anew for a call is the same in all its attempts. All else is as quickly made again.
    let kept = call.operation.has_new_values().then(|| Box::new(draft.clone()));
    let is_repeatable = draft.is_repeatable();
    let limit = call.timeout.unwrap_or(call.core.timeout);
    let attempt_limit = call.attempt_timeout.unwrap_or(call.core.attempt_timeout);
    let retries = call.retries.unwrap_or(call.core.retries);
    let is_idempotent = call.is_idempotent || retry::is_idempotent(call.operation.method, &draft.headers);
    let started = Instant::now();
    let left = || limit.saturating_sub(started.elapsed());
    let mut last = None;
    let mut attempt = Attempt { number: 1, left: limit, was_redirected: false };
    loop {
        call.core.hooks.before.iter().for_each(|hook| hook(&mut Outgoing { draft: &mut draft }));
        let cause = match timeout(attempt.left.min(attempt_limit), attempt.run(call, draft, extent, trace)).await {
            Ok(Ok(answer)) => {
                call.core.budget.give(attempt.number > 1);
                return Ok(answer);
            }
            Ok(Err(cause)) => cause,
            Err(_) if attempt_limit < attempt.left => Cause::AttemptTimeout { limit: attempt_limit },
            Err(_) => Cause::Timeout { limit, last: last.take() },
        };
        let retryable = retry::is_retryable(is_idempotent, attempt.was_redirected, &cause) && is_repeatable;
        let error = Error::from(cause).retryable(retryable);
        let retry = attempt.number - 1;
        if !retryable || retry >= retries {
            return Err(error);
        }
        // A wait beyond the time that is left would only hide what went wrong.
        let wait = retry::wait(&error, retry).filter(|wait| *wait < left());
        let Some(wait) = wait.filter(|_| call.core.budget.take()) else {
            return Err(error);
        };
        trace.again(&error, attempt.number, wait);
        sleep(wait).await;
        last = Some(error);
        attempt = Attempt { number: attempt.number + 1, left: left(), was_redirected: false };
        draft = match &kept {
            Some(draft) => Draft::clone(draft),
            None => self::draft(call)?,
        };
    }
}

/// One time that a request is sent.
struct Attempt {
    /// Which one of the call it is, from 1 on.
    number: u32,
    /// The time that all attempts together have left.
    left: Duration,
    /// Whether redirects led to its answer.
    was_redirected: bool,
}

impl Attempt {
    /// Sends the request once.
    async fn run(&mut self, call: &Call, draft: Draft, extent: Extent, trace: &Trace) -> Result<Raw, Cause> {
        let hooks = &call.core.hooks.after;
        let started = (!hooks.is_empty()).then(Instant::now);
        let mut response = auth::exchange(call, draft)?.await?;
        self.was_redirected = response.extensions().get::<Followed>().is_some();
        trace.answered(self.number, response.status().as_u16());
        if let Some(started) = started {
            let (operation, attempt, elapsed) = (call.operation.name, self.number, started.elapsed());
            let received = Received { operation, attempt, elapsed, response: &response };
            hooks.iter().for_each(|hook| hook(&received));
        }
        let (operation, limit, envelope) =
            (call.operation.name, call.core.max_response_bytes, call.core.api.envelope.as_ref());
        if extent == Extent::Beginning && response.status().is_success() {
            return Ok(Raw::open(operation, envelope, response, limit));
        }
        judge(operation, envelope, read(&mut response, limit).await?)
    }
}

/// The request before it is authenticated.
fn draft(call: &Call) -> Result<Draft, Cause> {
    if let Some(mistake) = &call.mistake {
        return Err(Cause::Request(mistake.clone()));
    }
    let method = call.operation.method;
    let server = call.core.server(call.operation.server)?;
    Ok(Draft {
        operation: call.operation.name,
        method: method.parse().map_err(|_| Cause::Request(format!("`{method}` cannot be a method")))?,
        url: address(call)?,
        authority: server.authority.clone(),
        headers: headers(call)?,
        body: call.body.as_ref().map(|body| body.content.clone()),
    })
}

/// Where it goes.
pub(crate) fn address(call: &Call) -> Result<Url, Cause> {
    match &call.url {
        Some(url) => Ok(url.clone()),
        None => {
            let server = call.core.server(call.operation.server)?;
            url::build(server, &path(call, server)?, &query(call)?)
        }
    }
}

/// The path, with values from the call or else from the client.
fn path(call: &Call, server: &Server) -> Result<String, Cause> {
    url::path(server.prefix(), call.operation.path, &|name| {
        let value = call.path.get(&name).or_else(|| call.core.variables.get(&name));
        value.map(String::as_str).ok_or(Cause::MissingVariable { name })
    })
}

/// The query: what is always sent, and what the call has.
fn query(call: &Call) -> Result<String, Cause> {
    let mut query = String::new();
    let fixed = call.operation.query;
    let mut pushed = 0;
    for (name, value) in &call.query {
        let before = fixed.iter().position(|pair| pair.0 == *name).unwrap_or(fixed.len());
        push_always_sent(&mut query, fixed.get(pushed..before).unwrap_or_default(), call)?;
        pushed = pushed.max(before);
        url::push_pair(&mut query, name, value);
    }
    push_always_sent(&mut query, &fixed[pushed..], call)?;
    Ok(query)
}

/// Appends those of the operation's own pairs that have a value, unless the call has another one.
fn push_always_sent(query: &mut String, pairs: &[(&str, Option<&'static str>)], call: &Call) -> Result<(), Cause> {
    for (name, template) in pairs.iter().filter_map(|(name, template)| Some((name, (*template)?))) {
        if !call.sets_query(name) {
            url::push_pair(query, name, &auth::fill(template, &|name| call.core.value(name))?);
        }
    }
    Ok(())
}

/// The headers, from the call, the client and the operation. Of those that name the same header, the
/// first one has its way.
fn headers(call: &Call) -> Result<HeaderMap, Cause> {
    let core = &call.core;
    let mut headers = call.headers.clone();
    add(&mut headers, core.headers.clone());
    let own = call.operation.headers.iter().filter(|(name, _)| !headers.contains_key(*name));
    let own = own.filter_map(|(name, value)| match always_sent(name, value, core) {
        // What authentication takes the place of needs no value.
        Err(_) if call.auth().sends_header(name) => None,
        header => Some(header),
    });
    let own = own.collect::<Result<Vec<_>, _>>()?;
    own.into_iter().for_each(|(name, value)| {
        headers.append(name, value);
    });
    if let Some(media_type) = call.body.as_ref().and_then(|body| body.media_type.as_ref()) {
        headers.entry(CONTENT_TYPE).or_insert_with(|| media_type.clone());
    }
    headers.entry(USER_AGENT).or_insert_with(|| core.user_agent.clone());
    Ok(headers)
}

/// Adds those of `more` that are not there yet, with all their values.
fn add(headers: &mut HeaderMap, more: HeaderMap) {
    for name in more.keys().filter(|name| !headers.contains_key(*name)).cloned().collect::<Vec<_>>() {
        for value in more.get_all(&name) {
            headers.append(name.clone(), value.clone());
        }
    }
}

/// A header of the operation, with values of the client and with new ones: all attempts of a call
/// send the same.
fn always_sent(
    name: &'static str,
    template: &'static str,
    core: &Settings,
) -> Result<(HeaderName, HeaderValue), Cause> {
    let value = |variable: &'static str| match variable.strip_prefix('$') {
        Some(dynamic) => core.dynamic(dynamic).map(Cow::Owned).ok_or(Cause::MissingHeader { header: name }),
        None => core.value(variable).map(Cow::Borrowed),
    };
    let (name, mut value) = header(name, &auth::fill(template, &value)?).map_err(Cause::Request)?;
    if core.holds_credential(template) {
        value.set_sensitive(true);
    }
    Ok((name, value))
}
