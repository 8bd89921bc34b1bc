//! Sends a call: the one place that speaks HTTP.

use std::time::{Duration, Instant};

use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use tokio::time::{sleep, timeout};

use super::auth;
use super::builder::header;
use super::call::Call;
use super::core::Settings;
use super::draft::Draft;
use super::error::{Cause, Error, Result};
use super::response::{Raw, judge};
use super::retry;
use super::url;

/// Sends `call`, again where that may help, and returns the answer if it is one of success.
pub(crate) async fn execute(call: Call) -> Result<Raw> {
    send(&call).await.map_err(|error| error.in_operation(call.operation.name))
}

async fn send(call: &Call) -> Result<Raw> {
    let draft = draft(call)?;
    let limit = call.timeout.unwrap_or(call.core.timeout);
    let retries = call.retries.unwrap_or(call.core.retries);
    let started = Instant::now();
    let left = || limit.saturating_sub(started.elapsed());
    let mut last = None;
    let mut retry = 0;
    loop {
        let time = Time { total: limit, left: left(), attempt: call.core.attempt_timeout };
        let cause = match attempt(call, draft.clone(), time, &mut last).await {
            Ok(raw) => return Ok(raw),
            Err(cause) => cause,
        };
        let retryable = retry::is_retryable(call.operation.method, &cause);
        let error = Error::from(cause).retryable(retryable);
        if !retryable || retry >= retries {
            return Err(error);
        }
        // A wait beyond the time that is left would only hide what went wrong.
        let Some(wait) = retry::wait(&error, retry).filter(|wait| *wait < left()) else {
            return Err(error);
        };
        sleep(wait).await;
        last = Some(error);
        retry += 1;
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

/// Sends the request once; `last` is how the attempt before failed.
async fn attempt(call: &Call, draft: Draft, time: Time, last: &mut Option<Error>) -> Result<Raw, Cause> {
    let exchange = async {
        let answer = auth::exchange(call, draft).await?;
        judge(call.operation.name, call.core.api.envelope.as_ref(), answer)
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
    Ok(Draft {
        method: method.parse().map_err(|_| Cause::Request(format!("`{method}` cannot be a method")))?,
        url: url::build(call.core.server(call.operation.server)?, &path(call)?, &query(call))?,
        headers: headers(call)?,
        body: call.body.as_ref().map(|body| body.bytes.clone()),
    })
}

/// The path, with values from the call or else from the client.
fn path(call: &Call) -> Result<String, Cause> {
    url::path(call.operation.path, &|name| {
        let own = call.path.iter().find(|pair| pair.0 == name).map(|pair| &pair.1);
        let value = own.or_else(|| call.core.variables.get(name));
        value.map(String::as_str).ok_or(Cause::MissingVariable { name })
    })
}

/// The query: what is always sent, and what the call has.
fn query(call: &Call) -> String {
    let mut query = String::new();
    let fixed = call.operation.query;
    let mut pushed = 0;
    for (name, value) in &call.query {
        let before = fixed.iter().position(|pair| pair.0 == *name).unwrap_or(fixed.len());
        push_fixed(&mut query, fixed.get(pushed..before).unwrap_or_default());
        pushed = pushed.max(before);
        url::push_pair(&mut query, name, value);
    }
    push_fixed(&mut query, &fixed[pushed..]);
    query
}

fn push_fixed(query: &mut String, pairs: &[(&str, Option<&str>)]) {
    for (name, value) in pairs.iter().filter_map(|(name, value)| Some((name, (*value)?))) {
        url::push_pair(query, name, value);
    }
}

/// The headers, from the call, the client and the operation. Of those that name the same header, the
/// first one has its way.
fn headers(call: &Call) -> Result<HeaderMap, Cause> {
    let core = &call.core;
    let mut headers = call.headers.clone();
    add(&mut headers, core.headers.clone());
    let own = call.operation.headers.iter().filter(|(name, _)| !headers.contains_key(*name));
    let own = own.map(|(name, value)| always_sent(name, value, core)).collect::<Result<Vec<_>, _>>()?;
    own.into_iter().for_each(|(name, value)| {
        headers.append(name, value);
    });
    if let Some(body) = &call.body {
        headers.entry(CONTENT_TYPE).or_insert_with(|| body.media_type.clone());
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

/// A header of the operation, with values of the client.
fn always_sent(name: &str, template: &'static str, core: &Settings) -> Result<(HeaderName, HeaderValue), Cause> {
    let (name, mut value) = header(name, &auth::fill(template, &|name| core.value(name))?).map_err(Cause::Request)?;
    if core.holds_credential(template) {
        value.set_sensitive(true);
    }
    Ok((name, value))
}
