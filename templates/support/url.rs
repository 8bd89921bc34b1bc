//! Addresses: how a path's template, its values and the query become a URL that means exactly what
//! was said.

use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::Url;

use super::error::Cause;
use super::template::{Piece, pieces};

/// What is encoded in a segment of a path: all but RFC 3986's unreserved characters and four that
/// are legal there, common in IDs, and mean nothing to servers. `;` and `+` are legal too, but some
/// servers give them a meaning.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b':')
    .remove(b'@')
    .remove(b'$')
    .remove(b',');

/// What is encoded in a value that may be several segments.
const SEGMENTS: &AsciiSet = &SEGMENT.remove(b'/');

/// What is encoded in a name or value of the query. A space becomes `%20`, since not every server
/// reads `+` as one.
const QUERY: &AsciiSet = &SEGMENT.remove(b'/');

/// Where an operation's server is.
#[derive(Debug, Clone)]
pub(crate) struct Server {
    /// Host and port, as a `Host` header has them.
    pub(crate) authority: Arc<str>,
    /// The base URL, without a trailing slash.
    base: String,
    /// The base URL as the parser reads it, which all URLs begin with.
    url: Url,
}

impl Server {
    /// Reads a base URL. Without a scheme it is one of HTTPS, but for this machine itself.
    pub(crate) fn parse(text: &str) -> Result<Self, Cause> {
        let text = &with_scheme(text);
        let url = Url::parse(text.trim()).map_err(|error| wrong(format!("the base URL cannot be read: {error}")))?;
        let origin = origin(&url)?;
        let mut authority = authority(&url);
        // A colon without a port is written in the `Host` header, though the parser drops it.
        if written_authority(text).ends_with(':') {
            authority.push(':');
        }
        let base = format!("{origin}{}", url.path().trim_end_matches('/'));
        Ok(Self { authority: authority.into(), base, url })
    }

    /// The host, and the port if it is not the scheme's own.
    #[cfg(feature = "tracing")]
    pub(crate) fn host_and_port(&self) -> (&str, Option<u16>) {
        let parts = self.authority.rsplit_once(':');
        let parts = parts.and_then(|(host, port)| Some((host, port.parse().ok()?)));
        parts.map_or((&self.authority, None), |(host, port)| (host, Some(port)))
    }

    /// The base URL, without a trailing slash.
    pub(crate) fn base(&self) -> &str {
        &self.base
    }

    /// What all paths begin with, without a trailing slash.
    pub(crate) fn prefix(&self) -> &str {
        self.url.path().trim_end_matches('/')
    }
}

/// A base URL with its scheme.
fn with_scheme(text: &str) -> String {
    let text = text.trim();
    if text.contains("://") || text.starts_with('/') {
        return text.to_owned();
    }
    let url = format!("http://{text}");
    let is_loopback = |url: &Url| match url.host_str().unwrap_or_default() {
        "localhost" | "[::1]" => true,
        host => host.parse::<std::net::Ipv4Addr>().is_ok_and(|address| address.is_loopback()),
    };
    if Url::parse(&url).is_ok_and(|url| is_loopback(&url)) { url } else { format!("https://{text}") }
}

/// What stands between the slashes after the scheme and the path.
fn written_authority(text: &str) -> &str {
    let rest = text.split_once("://").map_or("", |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default().trim_end()
}

/// Reads the address that all requests connect to instead of the server's.
pub(crate) fn via(text: &str) -> Result<String, Cause> {
    let url =
        Url::parse(text.trim()).map_err(|error| wrong(format!("the address for `via` cannot be read: {error}")))?;
    if url.path() != "/" {
        return Err(wrong("the address for `via` has a path; it takes scheme, host and port only"));
    }
    origin(&url)
}

/// The origin of a URL. The URL's text is in no error, since it might hold a password.
fn origin(url: &Url) -> Result<String, Cause> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(wrong("a base URL begins with `http://` or `https://`"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(wrong("a base URL cannot hold a user name or a password"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(wrong("a base URL cannot hold a query or a fragment"));
    }
    Ok(format!("{}://{}", url.scheme(), authority(url)))
}

/// Host and port of a URL, as a `Host` header has them.
pub(crate) fn authority(url: &Url) -> String {
    let mut authority = url.host_str().unwrap_or_default().to_owned();
    if let Some(port) = url.port() {
        let _ = write!(authority, ":{port}");
    }
    authority
}

/// The same URL at the origin `via`.
pub(crate) fn through(via: &str, url: &Url) -> Result<Url, Cause> {
    let mut text = format!("{via}{}", url.path());
    if let Some(query) = url.query() {
        let _ = write!(text, "?{query}");
    }
    Url::parse(&text).map_err(|error| Cause::Request(format!("the URL is not valid: {error}")))
}

fn wrong(reason: impl Into<String>) -> Cause {
    Cause::Configuration(reason.into())
}

/// A URL of `server`, with the path that [`path`] made after the server's own.
pub(crate) fn build(server: &Server, path: &str, query: &str) -> Result<Url, Cause> {
    let path = if path.is_empty() { "/" } else { path };
    let query = Some(query).filter(|query| !query.is_empty());
    // Less work than reading it all.
    let mut url = server.url.clone();
    url.set_path(path);
    url.set_query(query);
    // The parser repairs what it takes for a slip; a request to another path than the one meant
    // must not be sent.
    if url.path() != path || url.query() != query {
        return Err(Cause::Request("the URL would be changed on its way: it is not in normal form".into()));
    }
    Ok(url)
}

/// Fills a path's template, after a `prefix`; every value stays within its segment, or below what stands before it.
pub(crate) fn path<'v>(
    prefix: &str,
    template: &'static str,
    value: &dyn Fn(&'static str) -> Result<&'v str, Cause>,
) -> Result<String, Cause> {
    let mut path = String::with_capacity(prefix.len() + template.len() + 32);
    path.push_str(prefix);
    let mut filled = Vec::new();
    for piece in pieces(template) {
        match piece {
            Piece::Literal(text) => path.push_str(text),
            Piece::Variable(name) => {
                let (name, encoded) = match name.strip_prefix('+') {
                    Some(name) => (name, SEGMENTS),
                    None => (name, SEGMENT),
                };
                let value = value(name)?;
                if value.is_empty() {
                    return Err(Cause::Request(format!("the value of `{name}` is empty, but it is part of the path")));
                }
                let start = path.len();
                path.extend(utf8_percent_encode(value, encoded));
                filled.push((start..path.len(), name));
            }
        }
    }
    refuse_dots(&path, &filled)?;
    Ok(path)
}

/// Refuses a path that leads out of itself; `filled` tells where values stand, and their names.
fn refuse_dots(path: &str, filled: &[(Range<usize>, &str)]) -> Result<(), Cause> {
    let mut start = 0;
    for segment in path.split('/') {
        let end = start + segment.len();
        if is_dots(segment) {
            let name = filled.iter().find(|(at, _)| at.start < end && start < at.end).map(|(_, name)| *name);
            let part = name.map_or_else(|| "the path".to_owned(), |name| format!("the value of `{name}`"));
            return Err(Cause::Request(format!("{part} makes a segment `{segment}`, which leads to another path")));
        }
        start = end + 1;
    }
    Ok(())
}

/// Whether URL parsers take a segment for `.` or `..`.
fn is_dots(segment: &str) -> bool {
    let dot = |text: &str| match text.as_bytes() {
        [b'.', ..] => 1,
        [b'%', b'2', b'e' | b'E', ..] => 3,
        _ => 0,
    };
    let first = dot(segment);
    first > 0 && first + dot(&segment[first..]) == segment.len()
}

/// Appends a pair to a query string.
pub(crate) fn push_pair(query: &mut String, name: &str, value: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    query.extend(utf8_percent_encode(name, QUERY));
    query.push('=');
    query.extend(utf8_percent_encode(value, QUERY));
}

/// Whether what is sent to `next` stays with the server that `last` spoke to.
pub(crate) fn stays(last: &Url, next: &Url) -> bool {
    let upgraded = last.scheme() == "http" && next.scheme() == "https" && last.host() == next.host();
    upgraded || last.origin() == next.origin()
}
