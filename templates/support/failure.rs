//! An answer that is an error.

use std::fmt;

use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, HeaderMap, LOCATION};

use super::envelope::Verdict;
use super::limits::MAX_ERROR_BYTES;
use super::response::Raw;

/// What an error keeps of the answer.
pub(crate) struct Failure {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) verdict: Verdict,
}

impl Failure {
    /// The media type of the body, without its parameters.
    pub(crate) fn media_type(&self) -> Option<&str> {
        media_type(&self.headers)
    }

    /// The server's ID of the request.
    pub(crate) fn request_id(&self) -> Option<&str> {
        self.verdict.request_id(&self.headers, &self.body)
    }

    /// The beginning of an error's body where it is plain text: it is often all that a proxy says.
    fn excerpt(&self) -> Option<String> {
        // What an answer of success holds is for its caller alone.
        if self.status.is_success() {
            return None;
        }
        let text = String::from_utf8_lossy(&self.body[..self.body.len().min(800)]);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = !text.is_empty() && !text.starts_with('<') && !text.contains(char::is_control);
        plain.then(|| text.chars().take(200).collect())
    }

    /// The host that a redirect leads to. No more of the address, since the rest may hold a secret.
    fn redirected_to(&self) -> Option<String> {
        if !self.status.is_redirection() {
            return None;
        }
        let target = reqwest::Url::parse(self.headers.get(LOCATION)?.to_str().ok()?).ok()?;
        target.host_str().map(str::to_owned)
    }
}

/// The media type that headers state, without its parameters.
pub(crate) fn media_type(headers: &HeaderMap) -> Option<&str> {
    Some(headers.get(CONTENT_TYPE)?.to_str().ok()?.split(';').next()?.trim())
}

impl From<Raw> for Box<Failure> {
    fn from(raw: Raw) -> Self {
        // As long as all of the body is there.
        raw.request_id();
        let body = if raw.body.len() > MAX_ERROR_BYTES {
            // A slice would keep the whole of it in memory.
            Bytes::copy_from_slice(&raw.body[..MAX_ERROR_BYTES])
        } else {
            raw.body
        };
        Self::new(Failure { status: raw.status, headers: raw.headers, body, verdict: raw.verdict })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.status)?;
        if let Some(code) = self.verdict.shown_code() {
            write!(f, ", code {code}")?;
        }
        if let Some(host) = self.redirected_to() {
            write!(f, ": a redirect to {host} was not followed")?;
        }
        match &self.verdict.message {
            Some(message) => write!(f, ": {message}")?,
            None => self.excerpt().map_or(Ok(()), |text| write!(f, ": {text}"))?,
        }
        if let Some(details) = &self.verdict.details {
            write!(f, " ({details})")?;
        }
        if let Some(id) = self.request_id() {
            write!(f, " [request {id}]")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Failure {
    /// Without the headers, since they may hold a session's cookie, and without the body.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Failure")
            .field("status", &self.status)
            .field("verdict", &self.verdict)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}
