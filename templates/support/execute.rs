//! Sends a call: the one place that speaks HTTP.

use std::borrow::Cow;
use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, Instant};

use reqwest::Url;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use tokio::time::{sleep, timeout};

use super::auth;
use super::builder::header;
use super::call::Call;
use super::chunks::Chunks;
use super::core::Settings;
use super::draft::{Draft, Followed};
use super::error::{Cause, Error, Result};
use super::hooks::{Hooks, Received};
use super::response::{Raw, Response, judge, read};
use super::retry;
use super::sign::Outgoing;
use super::trace::Trace;
use super::url;

/// Sends `call`, again where that may help, and returns the answer if it is one of success.
pub(crate) async fn execute(call: Call) -> Result<Raw> {
    let trace = Trace::of(&call);
    trace.run(send(&call, whole, &trace)).await.map_err(|error| error.in_operation(call.operation.name))
}

/// The same, but returns as soon as the answer begins.
pub(crate) async fn open(call: Call) -> Result<Response<Chunks>> {
    let trace = Trace::of(&call);
    trace.run(send(&call, beginning, &trace)).await.map_err(|error| error.in_operation(call.operation.name))
}

/// What is made of an answer whose body is still to come.
type Reading<R> =
    for<'c> fn(&'c Call, reqwest::Response) -> Pin<Box<dyn Future<Output = Result<R, Cause>> + Send + 'c>>;

fn whole(call: &Call, response: reqwest::Response) -> Pin<Box<dyn Future<Output = Result<Raw, Cause>> + Send + '_>> {
    Box::pin(async move {
        let answer = read(response, call.core.max_response_bytes).await?;
        judge(call.operation.name, call.core.api.envelope.as_ref(), answer)
    })
}

fn beginning(
    call: &Call,
    response: reqwest::Response,
) -> Pin<Box<dyn Future<Output = Result<Response<Chunks>, Cause>> + Send + '_>> {
    Box::pin(async move {
        if response.status().is_success() {
            return Ok(Response::open(call.operation.name, response));
        }
        Err(whole(call, response).await.map_or_else(|cause| cause, |raw| Cause::Status(raw.into())))
    })
}

async fn send<R>(call: &Call, reading: Reading<R>, trace: &Trace) -> Result<R> {
    let mut draft = draft(call)?;
    // What is made anew for a call is the same in all its attempts. All else is as quickly made again.
    let kept = call.operation.has_new_values().then(|| draft.clone());
    let is_repeatable = draft.is_repeatable();
    let limit = call.timeout.unwrap_or(call.core.timeout);
    let retries = call.retries.unwrap_or(call.core.retries);
    let is_idempotent = call.is_idempotent || retry::is_idempotent(call.operation.method, &draft.headers);
    let started = Instant::now();
    let left = || limit.saturating_sub(started.elapsed());
    let mut last = None;
    let mut retry = 0;
    loop {
        let time =
            Time { total: limit, left: left(), attempt: call.attempt_timeout.unwrap_or(call.core.attempt_timeout) };
        let mut was_redirected = false;
        let told = Told { number: retry + 1, last: &mut last, was_redirected: &mut was_redirected, trace };
        let cause = match attempt(call, draft, reading, time, told).await {
            Ok(answer) => {
                call.core.budget.give(retry > 0);
                return Ok(answer);
            }
            Err(cause) => cause,
        };
        let retryable = retry::is_retryable(is_idempotent, was_redirected, &cause) && is_repeatable;
        let error = Error::from(cause).retryable(retryable);
        if !retryable || retry >= retries {
            return Err(error);
        }
        // A wait beyond the time that is left would only hide what went wrong.
        let wait = retry::wait(&error, retry).filter(|wait| *wait < left());
        let Some(wait) = wait.filter(|_| call.core.budget.take()) else {
            return Err(error);
        };
        trace.again(&error, retry + 1, wait);
        sleep(wait).await;
        last = Some(error);
        retry += 1;
        draft = match &kept {
            Some(draft) => draft.clone(),
            None => self::draft(call)?,
        };
    }
}

/// How much time there is.
#[derive(Clone, Copy)]
struct Time {
    /// For all attempts together.
    total: Duration,
    /// What is left of that.
    left: Duration,
    /// For one attempt.
    attempt: Duration,
}

/// What an attempt is told, and tells.
struct Told<'a> {
    /// Which attempt it is, from 1 on.
    number: u32,
    /// How the one before failed.
    last: &'a mut Option<Error>,
    /// Whether redirects led to its answer.
    was_redirected: &'a mut bool,
    trace: &'a Trace,
}

/// Sends the request once.
async fn attempt<R>(
    call: &Call,
    mut draft: Draft,
    reading: Reading<R>,
    time: Time,
    Told { number, last, was_redirected, trace }: Told<'_>,
) -> Result<R, Cause> {
    let Hooks { before, after } = &call.core.hooks;
    before.iter().for_each(|hook| hook(&mut Outgoing { draft: &mut draft }));
    let started = Instant::now();
    let exchange = async {
        let response = auth::exchange(call, draft).await?;
        *was_redirected = response.extensions().get::<Followed>().is_some();
        let operation = call.operation.name;
        let received = Received { operation, attempt: number, elapsed: started.elapsed(), response: &response };
        after.iter().for_each(|hook| hook(&received));
        trace.answered(number, received.status().as_u16());
        reading(call, response).await
    };
    match timeout(time.left.min(time.attempt), exchange).await {
        Ok(result) => result,
        Err(_) if time.attempt < time.left => Err(Cause::AttemptTimeout { limit: time.attempt }),
        Err(_) => Err(Cause::Timeout { limit: time.total, last: last.take() }),
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
        None => url::build(call.core.server(call.operation.server)?, &path(call)?, &query(call)?),
    }
}

/// The path, with values from the call or else from the client.
fn path(call: &Call) -> Result<String, Cause> {
    url::path(call.operation.path, &|name| {
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
