//! What carries requests to servers.

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::pin::Pin;

/// A request on its way: its answer, as soon as that begins.
pub type Carried = Pin<Box<dyn Future<Output = Result<reqwest::Response, TransportError>> + Send>>;

/// What a request for a token is called, which no operation can be.
#[allow(dead_code, reason = "few APIs ask for tokens")]
pub(crate) const TOKEN: &str = "(token)";

/// Carries requests, in place of `reqwest`: for tests, for another HTTP library, or around another transport.
///
/// A closure is one too. A `reqwest::Response` is made from a `Response` of the crate `http`.
///
/// Timeouts, retries, authentication and limits are the client's, whatever carries the requests; redirects are followed by
/// the transport, if at all.
pub trait Transport: Send + Sync {
    /// Sends a request, and returns when its answer begins.
    ///
    /// `operation` is the path of the method that was called, from the client on: `models.list_models`. The request is
    /// complete, with its credentials. One for a token that authenticates calls has the name `(token)`.
    ///
    /// # Errors
    ///
    /// When no answer comes. An answer of whatever status is none.
    fn send(&self, operation: &'static str, request: reqwest::Request) -> Carried;
}

impl<F> Transport for F
where
    F: Fn(&'static str, reqwest::Request) -> Carried + Send + Sync,
{
    fn send(&self, operation: &'static str, request: reqwest::Request) -> Carried {
        self(operation, request)
    }
}

/// Why a request got no answer.
#[derive(Debug)]
pub struct TransportError {
    pub(crate) reason: Reason,
    pub(crate) source: Box<dyn Error + Send + Sync>,
}

/// What is known of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    /// There was no connection, so nothing was sent.
    NoConnection,
    /// There was none in time.
    NoConnectionInTime,
    /// The answer did not come in time.
    TooSlow,
    /// The request cannot be sent at all.
    Unfit,
    /// The connection broke, or what came was no answer.
    Broken,
}

impl TransportError {
    /// The connection broke, or what came was no answer: the server may have done what was asked.
    pub fn new(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { reason: Reason::Broken, source: source.into() }
    }

    /// There was no connection, so that nothing was sent: any call may be made again.
    pub fn connect(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { reason: Reason::NoConnection, source: source.into() }
    }

    /// The answer did not come in time.
    pub fn timeout(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { reason: Reason::TooSlow, source: source.into() }
    }

    /// The same where a redirect may have been followed before: then something was sent, and may have been done.
    pub(crate) fn after_redirect(self, followed: bool) -> Self {
        match self.reason {
            Reason::NoConnection if followed => Self { reason: Reason::Broken, ..self },
            Reason::NoConnectionInTime if followed => Self { reason: Reason::TooSlow, ..self },
            _ => self,
        }
    }
}

impl From<reqwest::Error> for TransportError {
    /// The URL goes, since its query may hold a credential.
    fn from(error: reqwest::Error) -> Self {
        let reason = match (error.is_connect(), error.is_timeout()) {
            (true, true) => Reason::NoConnectionInTime,
            (true, false) => Reason::NoConnection,
            (false, true) => Reason::TooSlow,
            (false, false) if error.is_builder() => Reason::Unfit,
            (false, false) => Reason::Broken,
        };
        Self { reason, source: error.without_url().into() }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoConnection => "no connection to the server",
            Self::NoConnectionInTime => "no connection to the server in time",
            Self::TooSlow | Self::Broken => "the connection broke before the answer was complete",
            Self::Unfit => "the request cannot be sent",
        })
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.reason.fmt(f)
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}
