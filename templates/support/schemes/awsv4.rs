//! AWS Signature Version 4, in headers or in the query.

use aws_lc_rs::{digest, hmac};
use reqwest::header::{AUTHORIZATION, HeaderName};

use super::clock;
use super::encode::{hex, pairs, percent, percent_again, sorted};
use super::scheme::{Additions, Moment, Parameters, Payload, Target, secret};
use crate::support::error::Cause;

const ALGORITHM: &str = "AWS4-HMAC-SHA256";
const HASH: HeaderName = HeaderName::from_static("x-amz-content-sha256");
const DATE: HeaderName = HeaderName::from_static("x-amz-date");
const TOKEN: HeaderName = HeaderName::from_static("x-amz-security-token");

/// The hash of a body that is not signed.
const UNSIGNED_PAYLOAD: &str = "UNSIGNED-PAYLOAD";

/// Headers that are not signed, since they may change on the way.
const UNSIGNED: [&str; 7] =
    ["authorization", "connection", "expect", "presigned-expires", "range", "user-agent", "x-amzn-trace-id"];

/// Signs a request.
pub(crate) fn sign(parameters: &Parameters, target: &Target<'_>, moment: &Moment) -> Result<Additions, Cause> {
    let scope = Scope::new(parameters, moment);
    match parameters.flag("addAuthDataToQuery") {
        true => in_query(parameters, &scope, target),
        false => in_headers(parameters, &scope, target),
    }
}

/// What a signature is good for.
pub(crate) struct Scope<'p> {
    access_key: &'p str,
    secret_key: &'p str,
    region: &'p str,
    service: &'p str,
    /// `20150830T123600Z`
    time: String,
}

impl<'p> Scope<'p> {
    pub(crate) fn new(parameters: &'p Parameters, moment: &Moment) -> Self {
        let service = parameters.or("service", "execute-api");
        Self {
            access_key: parameters.get("accessKey"),
            secret_key: parameters.get("secretKey"),
            region: parameters.or("region", "us-east-1"),
            // The domain of SES is not called like its service.
            service: if service == "email" { "ses" } else { service },
            time: clock::utc(moment).replace(['-', ':'], ""),
        }
    }

    fn text(&self) -> String {
        format!("{}/{}/{}/aws4_request", &self.time[..8], self.region, self.service)
    }

    fn credential(&self) -> String {
        format!("{}/{}", self.access_key, self.text())
    }

    fn is_s3(&self) -> bool {
        self.service == "s3"
    }

    /// What is signed of a body: its hash. S3 also takes one that nobody has seen yet.
    fn payload(&self, body: Payload<'_>) -> Result<String, Cause> {
        match body {
            Payload::Parts | Payload::Stream if self.is_s3() => Ok(UNSIGNED_PAYLOAD.to_owned()),
            body => Ok(hash(body.bytes("AWS Signature Version 4")?)),
        }
    }

    /// The signature of a canonical request.
    fn signature(&self, request: &str) -> String {
        let text = [ALGORITHM, &self.time, &self.text(), &hash(request.as_bytes())].join("\n");
        let steps = [&self.time[..8], self.region, self.service, "aws4_request", &text];
        let first = format!("AWS4{}", self.secret_key).into_bytes();
        let last = steps.iter().fold(first, |key, step| {
            hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &key), step.as_bytes()).as_ref().to_vec()
        });
        hex(&last)
    }
}

fn in_headers(parameters: &Parameters, scope: &Scope<'_>, target: &Target<'_>) -> Result<Additions, Cause> {
    let body = scope.payload(target.body)?;
    let mut own = vec![(DATE, scope.time.clone())];
    if !matches!(target.body, Payload::Bytes([])) || scope.is_s3() {
        own.push((HASH, body.clone()));
    }
    if !parameters.get("sessionToken").is_empty() {
        own.push((TOKEN, parameters.get("sessionToken").to_owned()));
    }
    own.push((AUTHORIZATION, authorization(scope, target, &own, &body)));
    let headers = own.into_iter().map(|(name, text)| Ok((name, secret(&text)?)));
    Ok(Additions { headers: headers.collect::<Result<_, Cause>>()?, ..Additions::default() })
}

/// The header `Authorization` of a request with the headers `own`; `body` is the body's hash.
pub(crate) fn authorization(
    scope: &Scope<'_>,
    target: &Target<'_>,
    own: &[(HeaderName, String)],
    body: &str,
) -> String {
    let query = pairs(target.url.query().unwrap_or_default().as_bytes()).collect();
    let headers = headers(target, own);
    let signature = scope.signature(&canonical(scope, target, query, &headers, body));
    format!(
        "{ALGORITHM} Credential={}, SignedHeaders={}, Signature={signature}",
        scope.credential(),
        signed_names(&headers)
    )
}

fn in_query(parameters: &Parameters, scope: &Scope<'_>, target: &Target<'_>) -> Result<Additions, Cause> {
    let headers = headers(target, &[]);
    let sent = || pairs(target.url.query().unwrap_or_default().as_bytes());
    let mut own = Vec::new();
    if !parameters.get("sessionToken").is_empty() {
        own.push(("X-Amz-Security-Token", parameters.get("sessionToken").to_owned()));
    }
    if scope.is_s3() && !sent().any(|pair| pair.0 == "X-Amz-Expires") {
        own.push(("X-Amz-Expires", "86400".to_owned()));
    }
    own.push(("X-Amz-Date", scope.time.clone()));
    own.push(("X-Amz-Algorithm", ALGORITHM.to_owned()));
    own.push(("X-Amz-Credential", scope.credential()));
    own.push(("X-Amz-SignedHeaders", signed_names(&headers)));
    let others = sent().filter(|pair| pair.0 != "X-Amz-Signature" && own.iter().all(|own| own.0 != pair.0));
    let query = others.chain(own.iter().map(|(name, value)| (percent(name), percent(value)))).collect();
    // Who opens a URL of S3 is not known to send what was signed.
    let body = if scope.is_s3() { UNSIGNED_PAYLOAD.to_owned() } else { scope.payload(target.body)? };
    let signature = scope.signature(&canonical(scope, target, query, &headers, &body));
    own.push(("X-Amz-Signature", signature));
    let query = own.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Ok(Additions { query, ..Additions::default() })
}

/// The text whose hash is signed.
fn canonical(
    scope: &Scope<'_>,
    target: &Target<'_>,
    query: Vec<(String, String)>,
    headers: &[(String, String)],
    body: &str,
) -> String {
    let lines: String = headers.iter().map(|(name, value)| format!("{name}:{value}\n")).collect();
    [target.method, &path(target, scope), &sorted(query), &lines, &signed_names(headers), body].join("\n")
}

/// The path, encoded once more. S3 takes it as it is: there `//` has a meaning, and is encoded once.
fn path(target: &Target<'_>, scope: &Scope<'_>) -> String {
    let path = target.url.path();
    if scope.is_s3() {
        return path.split('/').map(percent_again).collect::<Vec<_>>().join("/");
    }
    let mut text = String::new();
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        text.push('/');
        text.push_str(&percent(segment));
    }
    if path.ends_with('/') {
        text.push('/');
    }
    text
}

/// The headers that are signed, sorted: `own` in place of those of the same names.
fn headers(target: &Target<'_>, own: &[(HeaderName, String)]) -> Vec<(String, String)> {
    let names = target.headers.keys().filter(|name| **name != "host" && !UNSIGNED.contains(&name.as_str()));
    let others = names.filter(|name| ![HASH, DATE, TOKEN].contains(name));
    let mut headers: Vec<_> = others.map(|name| (name.to_string(), value(target, name))).collect();
    headers.extend(own.iter().map(|(name, value)| (name.to_string(), value.clone())));
    headers.push(("host".to_owned(), target.authority()));
    headers.sort();
    headers
}

/// A header's values, with single spaces between their words.
fn value(target: &Target<'_>, name: &HeaderName) -> String {
    let values = target.headers.get_all(name).iter().map(|value| {
        let text = String::from_utf8_lossy(value.as_bytes());
        text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
    });
    values.collect::<Vec<_>>().join(",")
}

fn signed_names(headers: &[(String, String)]) -> String {
    headers.iter().map(|header| header.0.as_str()).collect::<Vec<_>>().join(";")
}

fn hash(bytes: &[u8]) -> String {
    hex(digest::digest(&digest::SHA256, bytes).as_ref())
}
