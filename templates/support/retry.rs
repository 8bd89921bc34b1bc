//! Whether a failed attempt is made again, and when.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

use reqwest::StatusCode;
use reqwest::header::{HeaderMap, RETRY_AFTER};

use super::error::{Cause, Error};
use super::limits::MAX_RETRY_AFTER;
use super::transport::Reason;

/// The longest wait before the first retry; it doubles with each further one.
const FIRST_WAIT: Duration = Duration::from_millis(250);

/// The longest wait between two attempts unless the server asks for more.
const MAX_WAIT: Duration = Duration::from_secs(8);

/// How many successes make up for one retry.
const SUCCESSES: u32 = 10;

/// How many retries a client may still make, shared by all its calls. While a server is down, each call would otherwise make it
/// busier by a few more; so retries end when there are many of them for few successes.
pub(crate) struct Budget {
    /// In successes.
    left: AtomicU32,
    most: u32,
}

impl Budget {
    pub(crate) fn new(retries: u32) -> Self {
        let most = retries.saturating_mul(SUCCESSES);
        Self { left: AtomicU32::new(most), most }
    }

    /// Takes one retry, if there is one.
    pub(crate) fn take(&self) -> bool {
        self.change(|left| left.checked_sub(SUCCESSES))
    }

    /// Counts a success: it makes up for the retry that led to it, or for a part of another one.
    pub(crate) fn give(&self, was_retried: bool) {
        let more = if was_retried { SUCCESSES } else { 1 };
        self.change(|left| Some(left.saturating_add(more).min(self.most)));
    }

    fn change(&self, change: impl Fn(u32) -> Option<u32>) -> bool {
        self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, change).is_ok()
    }
}

/// Whether the same request may succeed when it is sent again, and does no harm. An answer that redirects led to says nothing of
/// the request itself, which was done.
pub(crate) fn is_retryable(is_idempotent: bool, was_redirected: bool, cause: &Cause) -> bool {
    match cause {
        Cause::Transport { reason, .. } => match reason {
            // Nothing was sent yet.
            Reason::NoConnection | Reason::NoConnectionInTime => true,
            // It will be refused again.
            Reason::Unfit => false,
            Reason::TooSlow | Reason::Broken => is_idempotent,
        },
        Cause::AttemptTimeout { .. } | Cause::Timeout { .. } => is_idempotent,
        Cause::Status(failure) => match failure.status {
            // The server says that it did nothing.
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => is_idempotent || !was_redirected,
            StatusCode::BAD_GATEWAY | StatusCode::GATEWAY_TIMEOUT => is_idempotent,
            _ => false,
        },
        Cause::Token(error) => error.is_retryable(),
        _ => false,
    }
}

/// Whether a request can be made twice without harm: by its method, or since the server is told that it is the same one.
pub(crate) fn is_idempotent(method: &str, headers: &HeaderMap) -> bool {
    matches!(method, "GET" | "HEAD" | "PUT" | "DELETE" | "OPTIONS" | "TRACE") || headers.contains_key("idempotency-key")
}

/// How long to wait before retry number `retry`, counted from 0; `None` when the server asks for
/// too long a wait.
pub(crate) fn wait(error: &Error, retry: u32) -> Option<Duration> {
    let backoff = jitter(FIRST_WAIT.saturating_mul(2_u32.saturating_pow(retry)).min(MAX_WAIT));
    match error.retry_after() {
        Some(asked) if asked > MAX_RETRY_AFTER => None,
        Some(asked) => Some(asked.max(backoff)),
        None => Some(backoff),
    }
}

/// Anything up to `most`, so that clients that failed together do not come back together.
fn jitter(most: Duration) -> Duration {
    most.mul_f64(fastrand::f64())
}

/// The wait that `Retry-After` asks for, as seconds or as a date, or `Retry-After-Ms`, which is finer.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let milliseconds = headers.get("retry-after-ms").and_then(|value| value.to_str().ok()?.trim().parse().ok());
    if let Some(milliseconds) = milliseconds {
        return Some(Duration::from_millis(milliseconds));
    }
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    Some(date.duration_since(SystemTime::now()).unwrap_or_default())
}
