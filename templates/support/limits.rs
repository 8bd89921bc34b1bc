//! The limits that hold unless the client or the call sets others.

use std::time::Duration;

/// How long a call may take over all its attempts and the waits between them: 120 seconds.
///
/// Sending the request's body counts too, so a large upload needs more.
///
/// Set another on the client builder or on a call; [`Duration::MAX`] lifts the limit.
pub const TIMEOUT: Duration = Duration::from_secs(120);

/// How long it may take to connect: 10 seconds.
pub const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How many times a call is sent again after it failed in a way that may pass: twice.
pub const RETRIES: u32 = 2;

/// How many retries the calls of one client may make in vain: 100. One that leads to a success does not count, and ten calls that
/// succeed at once make up for another.
///
/// When they are used up, errors are returned at once, so that a server that is down is not kept down.
pub const RETRY_BUDGET: u32 = 100;

/// The longest wait that a server may ask for with `Retry-After`: one minute.
///
/// When it asks for more, the error is returned at once; its
/// [`retry_after`](super::Error::retry_after) says how long to wait.
pub const MAX_RETRY_AFTER: Duration = Duration::from_secs(60);

/// How long [`wait_until`](super::Request::wait_until) waits after the first request: one second.
pub const POLL_INTERVAL: Duration = Duration::from_secs(1);

/// The longest wait of [`wait_until`](super::Request::wait_until) between two requests, unless the server asks for more:
/// 15 seconds.
pub const MAX_POLL_INTERVAL: Duration = Duration::from_secs(15);

/// How long [`wait_until`](super::Request::wait_until) takes at most: 10 minutes.
pub const POLL_TIMEOUT: Duration = Duration::from_secs(600);

/// The largest body of an answer: 100 MiB. A larger one is refused.
///
/// Of an answer that comes as a stream of events or lines, it is the size of the largest of these.
pub const MAX_RESPONSE_BYTES: u64 = 100 * 1024 * 1024;

/// How much of a failed call's body an error keeps: 1 MiB. The rest is cut off.
pub const MAX_ERROR_BYTES: usize = 1024 * 1024;

/// How many redirects are followed: 10. They are followed only where
/// [`redirect_policy`](super::redirect_policy) allows.
pub const MAX_REDIRECTS: usize = 10;
