//! Whether a failed attempt is made again, and when.

use std::time::{Duration, SystemTime};

use reqwest::StatusCode;
use reqwest::header::{HeaderMap, RETRY_AFTER};

use super::error::{Cause, Error};
use super::limits::MAX_RETRY_AFTER;

/// The longest wait before the first retry; it doubles with each further one.
const FIRST_WAIT: Duration = Duration::from_millis(250);

/// The longest wait between two attempts unless the server asks for more.
const MAX_WAIT: Duration = Duration::from_secs(8);

/// Whether the same request may succeed when it is sent again, and does no harm.
pub(crate) fn is_retryable(method: &str, cause: &Cause) -> bool {
    match cause {
        // Nothing was sent yet.
        Cause::Transport(error) if error.is_connect() => true,
        // A request that reqwest refuses will be refused again.
        Cause::Transport(error) => !error.is_builder() && is_idempotent(method),
        Cause::AttemptTimeout { .. } | Cause::Timeout { .. } => is_idempotent(method),
        Cause::Status(failure) => match failure.status {
            // The server says that it did nothing.
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => true,
            StatusCode::BAD_GATEWAY | StatusCode::GATEWAY_TIMEOUT => is_idempotent(method),
            _ => false,
        },
        Cause::Token(error) => error.is_retryable(),
        _ => false,
    }
}

fn is_idempotent(method: &str) -> bool {
    matches!(method, "GET" | "HEAD" | "PUT" | "DELETE" | "OPTIONS" | "TRACE")
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

/// The wait that `Retry-After` asks for, as seconds or as a date.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    Some(date.duration_since(SystemTime::now()).unwrap_or_default())
}
