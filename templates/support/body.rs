//! What a call sends: bytes, or something that is made anew for each attempt.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;
use reqwest::header::HeaderValue;
use reqwest::{Client, Request};

use super::error::Cause;

/// A body, and what it is.
#[derive(Clone)]
pub(crate) struct Body {
    pub(crate) content: Content,
    /// `None` where nothing is known of it, and where the content brings its own.
    pub(crate) media_type: Option<HeaderValue>,
}

/// Where a body comes from.
#[derive(Clone)]
pub(crate) enum Content {
    Bytes(Bytes),
    /// Made when it is sent, as it may be too large to be held.
    Made(Arc<dyn Make>),
}

/// A request that gets its body.
pub(crate) type Filled<'m> = Pin<Box<dyn Future<Output = Result<Request, Cause>> + Send + 'm>>;

/// Makes a body.
pub(crate) trait Make: Send + Sync {
    /// Gives a request its body, and a media type where it has none.
    fn fill(&self, http: Client, request: Request) -> Filled<'_>;

    /// Whether it can be made a second time.
    fn is_repeatable(&self) -> bool;

    /// Whether it is a form of parts.
    #[allow(dead_code, reason = "few APIs sign requests")]
    fn is_form(&self) -> bool;
}

impl Content {
    /// Whether it can be sent again.
    pub(crate) fn is_repeatable(&self) -> bool {
        match self {
            Self::Bytes(_) => true,
            Self::Made(make) => make.is_repeatable(),
        }
    }
}

impl fmt::Debug for Body {
    /// Without what it holds, since that may be secret, and long.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.content {
            Content::Bytes(bytes) => write!(f, "{} bytes", bytes.len()),
            Content::Made(_) => f.write_str("made when it is sent"),
        }
    }
}
