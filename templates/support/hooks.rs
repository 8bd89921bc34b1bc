//! What looks at calls from outside: before an attempt is sent, and when its answer begins.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use reqwest::StatusCode;
use reqwest::header::HeaderMap;

use super::sign::Outgoing;

/// Functions that the client's builder was given.
#[derive(Clone, Default)]
pub(crate) struct Hooks {
    pub(crate) before: Vec<Before>,
    pub(crate) after: Vec<After>,
}

type Before = Arc<dyn Fn(&mut Outgoing<'_>) + Send + Sync>;
type After = Arc<dyn Fn(&Received<'_>) + Send + Sync>;

/// An answer that began to come, as [`after_receive`](crate::ClientBuilder::after_receive) sees it.
pub struct Received<'a> {
    pub(crate) operation: &'static str,
    pub(crate) attempt: u32,
    pub(crate) elapsed: Duration,
    pub(crate) response: &'a reqwest::Response,
}

impl Received<'_> {
    /// The path of the method that was called, from the client on: `models.list_models`.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// Which attempt of the call it answers, from 1 on.
    #[must_use]
    pub fn attempt(&self) -> u32 {
        self.attempt
    }

    /// How long this attempt took until its answer began.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// The status, whatever it is.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.response.status()
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.response.headers()
    }
}

impl fmt::Debug for Received<'_> {
    /// Without the headers, since they may hold a session's cookie.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Received")
            .field("operation", &self.operation)
            .field("attempt", &self.attempt)
            .field("elapsed", &self.elapsed)
            .field("status", &self.status())
            .finish_non_exhaustive()
    }
}
