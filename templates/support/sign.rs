//! Authentication by a scheme of the user's own.

use std::error::Error;
use std::fmt;

use reqwest::header::HeaderMap;
use reqwest::{Method, Url};

use super::body::Content;
use super::draft::Draft;
use super::error::Cause;

/// A request that is about to be sent, as [`Sign`] and [`before_send`](crate::ClientBuilder::before_send) see it.
pub struct Outgoing<'a> {
    pub(crate) draft: &'a mut Draft,
}

impl Outgoing<'_> {
    /// The method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.draft.method
    }

    /// The URL, as the server is meant to see it: [`via`](crate::ClientBuilder::via) does not show.
    ///
    /// Its path and its query are encoded, byte by byte as they are sent.
    #[must_use]
    pub fn url(&self) -> &Url {
        &self.draft.url
    }

    /// The body; empty if there is none. `None` if it is read while it is sent: a file, a stream, or a
    /// form of parts.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        match &self.draft.body {
            None => Some(&[]),
            Some(Content::Bytes(bytes)) => Some(bytes),
            Some(Content::Made(_)) => None,
        }
    }

    /// The headers, but for those that depend on the connection.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.draft.headers
    }

    /// The same, for more of them to be set.
    #[must_use]
    pub fn headers_mut(&mut self) -> &mut HeaderMap {
        &mut self.draft.headers
    }

    /// Adds a pair at the end of the query, percent-encoded as all others; [`url`](Self::url) has it
    /// from then on.
    pub fn append_query(&mut self, name: &str, value: &str) {
        self.draft.append_query(name, value);
    }
}

impl fmt::Debug for Outgoing<'_> {
    /// Without the query and the body, since they may hold a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outgoing")
            .field("method", self.method())
            .field("path", &self.url().path())
            .field("headers", self.headers())
            .finish_non_exhaustive()
    }
}

/// Signs requests by a scheme of your own, for
/// [`ClientBuilder::sign`](crate::ClientBuilder::sign).
///
/// A closure is one too:
/// `|request: &mut Outgoing<'_>| { request.append_query("signature", "..."); Ok(()) }`.
pub trait Sign: Send + Sync {
    /// Adds headers, or pairs of the query, to a request that is about to be sent. It is called again for each
    /// attempt, with the request as it was before.
    ///
    /// # Errors
    ///
    /// An error ends the call before anything is sent. Its text is shown, so it must hold no secret.
    fn sign(&self, request: &mut Outgoing<'_>) -> Result<(), Box<dyn Error + Send + Sync>>;
}

impl<F> Sign for F
where
    F: Fn(&mut Outgoing<'_>) -> Result<(), Box<dyn Error + Send + Sync>> + Send + Sync,
{
    fn sign(&self, request: &mut Outgoing<'_>) -> Result<(), Box<dyn Error + Send + Sync>> {
        self(request)
    }
}

/// Has `signer` sign a request.
pub(crate) fn sign(signer: &dyn Sign, draft: &mut Draft) -> Result<(), Cause> {
    signer.sign(&mut Outgoing { draft }).map_err(Cause::Sign)
}
