//! What can go wrong with a call.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;

use super::failure::Failure;
use super::mismatch::Mismatch;
use super::transport::{Reason, TransportError};

/// What a call returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a call failed, or why a client could not be built.
///
/// [`kind`](Self::kind) tells the cases apart; the other methods give what is known about each.
///
/// The text and the `Debug` form hold no credential of the client, no URL, and nothing of the body of
/// an answer that could not be decoded. Of other answers they have what the API says for people; where
/// it says nothing and the status is one of an error, the text ends with the beginning of the body, if
/// that is plain text. [`body`](Self::body) gives all of it.
pub struct Error(Box<Inner>);

struct Inner {
    operation: Option<&'static str>,
    retryable: bool,
    cause: Cause,
}

/// The kinds of [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// No connection, or it broke.
    Transport,
    /// The call, one attempt, connecting, or what was waited for took too long.
    Timeout,
    /// The status is not one of success.
    Status,
    /// The status is one of success, but the body says that the call failed.
    Api,
    /// The answer is not what the operation returns.
    Decode,
    /// A token that authenticates calls could not be had, or a signature could not be made; nothing
    /// was sent.
    Authentication,
    /// A value that the call needs was set neither on the call nor on the client; nothing was sent.
    MissingVariable,
    /// A value cannot be sent: an invalid header, a path that leads elsewhere, a body that cannot
    /// be encoded, signed, or sent a second time where that is needed.
    InvalidRequest,
    /// The answer's body, or one item of a body that comes as a stream, is larger than the limit.
    ResponseTooLarge,
    /// The client's settings are wrong.
    Configuration,
    /// The server sends the same page again and again, or leads to one that cannot be asked for.
    Pagination,
}

/// Each cause, with what is known about it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Cause {
    #[error("{reason}")]
    Transport {
        reason: Reason,
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    #[error("no complete answer within {limit:?}")]
    AttemptTimeout { limit: Duration },
    #[error("not done within {limit:?}")]
    Timeout {
        limit: Duration,
        /// How the attempt before failed.
        #[source]
        last: Option<Error>,
    },
    #[error("nothing came within {limit:?}")]
    Idle { limit: Duration },
    #[error("not done within {limit:?}: the last of {answers} answers was {last}")]
    NotDone { limit: Duration, answers: u32, last: Box<Failure> },
    #[error("{0}")]
    Status(Box<Failure>),
    #[error("{0}")]
    Api(Box<Failure>),
    #[error("{}", decode(path, failure))]
    Decode {
        path: String,
        failure: Box<Failure>,
        #[source]
        source: Mismatch,
    },
    #[error("the answer is `{}`, not the {expected} that were expected", .failure.media_type().unwrap_or_default())]
    #[allow(dead_code, reason = "few APIs answer with streams")]
    NoStream { expected: &'static str, failure: Box<Failure> },
    #[error("no value for `{name}`: set it on the call or on the client")]
    MissingVariable { name: &'static str },
    #[error(
        "no value for the header `{header}`: set it on the call or on the client, or turn on the feature `dynamic`"
    )]
    MissingHeader { header: &'static str },
    #[error("no value for the credential `{name}`: set it on the client")]
    MissingCredential { name: &'static str },
    #[error("the request cannot be signed: {0}")]
    Sign(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("no access token: {0}")]
    #[allow(dead_code, reason = "few APIs ask for tokens")]
    Token(#[source] Error),
    #[error("{0}")]
    Request(String),
    #[error("the answer's body is larger than {limit} bytes")]
    TooLarge { limit: u64 },
    #[error("one of the {items} in the answer is larger than {limit} bytes")]
    #[allow(dead_code, reason = "few APIs answer with streams")]
    ItemTooLarge { items: &'static str, limit: u64 },
    #[error("{0}")]
    Configuration(String),
    #[error("the HTTP client cannot be set up")]
    HttpClient(#[source] reqwest::Error),
    #[error("`{parameter}={at}` has the same items as the page before: the server seems to ignore `{parameter}`")]
    #[allow(dead_code, reason = "few APIs answer in pages")]
    SamePage { at: u64, parameter: &'static str },
    #[error("{0}")]
    #[allow(dead_code, reason = "few APIs answer in pages")]
    NextPage(&'static str),
}

fn decode(path: &str, failure: &Failure) -> String {
    match (path, failure.media_type()) {
        ("", Some(media)) if !media.contains("json") && media != "text/event-stream" => {
            format!("the answer is `{media}`, not the JSON that was expected")
        }
        ("", _) => "the answer is not the JSON that was expected".to_owned(),
        (path, _) => format!("the answer is not what was expected at `{path}`"),
    }
}

impl Error {
    /// Which kind of failure it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match &self.0.cause {
            Cause::Transport { reason: Reason::NoConnectionInTime | Reason::TooSlow, .. } => ErrorKind::Timeout,
            Cause::Transport { .. } => ErrorKind::Transport,
            Cause::AttemptTimeout { .. } | Cause::Timeout { .. } | Cause::Idle { .. } | Cause::NotDone { .. } => {
                ErrorKind::Timeout
            }
            Cause::Status(_) => ErrorKind::Status,
            Cause::Api(_) => ErrorKind::Api,
            Cause::Decode { .. } | Cause::NoStream { .. } => ErrorKind::Decode,
            Cause::Sign(_) | Cause::Token(_) => ErrorKind::Authentication,
            Cause::MissingVariable { .. } | Cause::MissingHeader { .. } | Cause::MissingCredential { .. } => {
                ErrorKind::MissingVariable
            }
            Cause::Request(_) => ErrorKind::InvalidRequest,
            Cause::TooLarge { .. } | Cause::ItemTooLarge { .. } => ErrorKind::ResponseTooLarge,
            Cause::Configuration(_) | Cause::HttpClient(_) => ErrorKind::Configuration,
            Cause::SamePage { .. } | Cause::NextPage(_) => ErrorKind::Pagination,
        }
    }

    /// The operation that failed, as the path of its method from the client on.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation
    }

    /// Whether the same call may succeed when it is made again, and can be made again without doing
    /// its work twice.
    ///
    /// The client has then sent it again already, as often as its settings allow.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        self.0.retryable
    }

    /// Whether the call took too long.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout
    }

    /// Whether there was no connection, or it broke.
    #[must_use]
    pub fn is_transport(&self) -> bool {
        self.kind() == ErrorKind::Transport
    }

    /// The answer's status, if there was an answer.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.failure().map(|failure| failure.status)
    }

    /// The answer's headers, if there was an answer.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.failure().map(|failure| &failure.headers)
    }

    /// The answer's body, cut off after
    /// [`limits::MAX_ERROR_BYTES`](super::limits::MAX_ERROR_BYTES); empty if there was no answer.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        self.failure().map_or(&[], |failure| &failure.body)
    }

    /// [`body`](Self::body) as text; what is not UTF-8 is replaced.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(self.body())
    }

    /// [`body`](Self::body) as a type of your choice.
    ///
    /// # Errors
    ///
    /// When there is no body, or it is not JSON of that type.
    pub fn json<T: DeserializeOwned>(&self) -> std::result::Result<T, serde_json::Error> {
        serde_json::from_slice(self.body())
    }

    /// The API's own code for what went wrong, if the answer has one.
    #[must_use]
    pub fn code(&self) -> Option<i64> {
        self.failure()?.verdict.code()
    }

    /// The API's own message for people, if the answer has one.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.failure()?.verdict.message.as_deref()
    }

    /// What the API says beyond its message, if anything.
    #[must_use]
    pub fn details(&self) -> Option<&str> {
        self.failure()?.verdict.details.as_deref()
    }

    /// The server's ID of the request, for its support; from the body or from a header.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.failure()?.request_id()
    }

    /// How long the server asks to wait before the next attempt.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        match &self.0.cause {
            Cause::Token(error) => error.retry_after(),
            _ => super::retry::retry_after(self.headers()?),
        }
    }

    /// For [`ErrorKind::Decode`], where in the answer the unexpected value stands:
    /// `models[3].created_at`.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        match &self.0.cause {
            Cause::Decode { path, .. } => Some(path),
            _ => None,
        }
    }

    fn failure(&self) -> Option<&Failure> {
        match &self.0.cause {
            Cause::Status(failure)
            | Cause::Api(failure)
            | Cause::Decode { failure, .. }
            | Cause::NoStream { failure, .. }
            | Cause::NotDone { last: failure, .. } => Some(failure),
            _ => None,
        }
    }

    pub(crate) fn in_operation(mut self, name: &'static str) -> Self {
        self.0.operation = Some(name);
        self
    }

    pub(crate) fn retryable(mut self, retryable: bool) -> Self {
        self.0.retryable = retryable;
        self
    }
}

impl From<Cause> for Error {
    fn from(cause: Cause) -> Self {
        Self(Box::new(Inner { operation: None, retryable: false, cause }))
    }
}

impl From<reqwest::Error> for Cause {
    fn from(error: reqwest::Error) -> Self {
        TransportError::from(error).into()
    }
}

impl From<TransportError> for Cause {
    fn from(TransportError { reason, source }: TransportError) -> Self {
        Self::Transport { reason, source }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = self.0.operation {
            write!(f, "{operation}: ")?;
        }
        self.0.cause.fmt(f)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("operation", &self.0.operation)
            .field("retryable", &self.0.retryable)
            .field("cause", &self.0.cause)
            .finish()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        std::error::Error::source(&self.0.cause)
    }
}
