//! Authentication by a scheme of the user's own.

use std::error::Error;

use reqwest::header::HeaderMap;
use reqwest::{Method, Url};

use super::body::Content;
use super::draft::Draft;
use super::error::Cause;

/// A request that is about to be sent, as [`Sign`] sees it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Outgoing<'a> {
    /// The method.
    pub method: &'a Method,
    /// The URL, as the server is meant to see it: [`via`](crate::ClientBuilder::via) does not show.
    pub url: &'a Url,
    /// The body; empty if there is none, and if it is made only when it is sent, as of a file.
    pub body: &'a [u8],
    /// The headers, but for those that depend on the connection. More can be set.
    pub headers: &'a mut HeaderMap,
}

/// Signs requests by a scheme of your own, for
/// [`ClientBuilder::sign`](crate::ClientBuilder::sign).
///
/// A closure is one too:
/// `|request: &mut Outgoing<'_>| { request.headers.insert("x-signature", ...); Ok(()) }`.
pub trait Sign: Send + Sync {
    /// Sets headers of a request that is about to be sent. It is called again for each attempt.
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
    let Draft { method, url, headers, body, .. } = draft;
    let body = match body {
        Some(Content::Bytes(bytes)) => bytes,
        Some(Content::Made(_)) | None => &[][..],
    };
    signer.sign(&mut Outgoing { method, url, headers, body }).map_err(Cause::Sign)
}
