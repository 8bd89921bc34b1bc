//! Akamai EdgeGrid.

use aws_lc_rs::{digest, hmac};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::Url;

use super::clock;
use super::scheme::{Additions, Moment, Parameters, Target, authority, unusable};
use crate::support::error::Cause;

/// How much of a body is signed.
const MAX_BODY: usize = 128 * 1024;

/// Signs a request. Without tokens and a secret it stays as it is.
pub(crate) fn sign(parameters: &Parameters, target: &Target<'_>, moment: &Moment) -> Result<Additions, Cause> {
    if ["accessToken", "clientToken", "clientSecret"].iter().any(|name| parameters.get(name).is_empty()) {
        return Ok(Additions::default());
    }
    let time = clock::utc(moment).replace('-', "").replace('Z', "+0000");
    let time = parameters.or("timestamp", &time);
    let unsigned = format!(
        "EG1-HMAC-SHA256 client_token={};access_token={};timestamp={time};nonce={};",
        parameters.get("clientToken"),
        parameters.get("accessToken"),
        parameters.or("nonce", &moment.nonce),
    );
    let data = [
        target.method,
        target.url.scheme(),
        &host(parameters, target)?,
        &target.path_and_query(),
        &headers(parameters, target),
        &body_hash(parameters, target)?,
        &unsigned,
    ];
    let key = mac(parameters.get("clientSecret"), time);
    Additions::authorization(&format!("{unsigned}signature={}", mac(&key, &data.join("\t"))))
}

fn mac(key: &str, text: &str) -> String {
    STANDARD.encode(hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key.as_bytes()), text.as_bytes()))
}

/// The host of the base URL, if there is one, since requests may go through another.
fn host(parameters: &Parameters, target: &Target<'_>) -> Result<String, Cause> {
    let base = match parameters.get("baseURL") {
        "" => return Ok(target.authority()),
        base if base.contains("://") => base.to_owned(),
        base => format!("https://{base}"),
    };
    let url = Url::parse(&base).map_err(|_| unusable("the base URL of EdgeGrid is not valid"))?;
    Ok(authority(&url))
}

/// The headers that are signed, in the order in which the parameter names them.
fn headers(parameters: &Parameters, target: &Target<'_>) -> String {
    let names = parameters.get("headersToSign").split(',').map(str::trim);
    let headers = names.filter_map(|name| {
        let value = String::from_utf8_lossy(target.headers.get(name)?.as_bytes()).into_owned();
        let words: Vec<&str> = value.split_whitespace().collect();
        (!value.is_empty()).then(|| format!("{}:{}", name.to_ascii_lowercase(), words.join(" ")))
    });
    headers.collect::<Vec<_>>().join("\t")
}

/// The hash of the body's begin; "" if there is none. The protocol signs bodies of POST alone.
fn body_hash(parameters: &Parameters, target: &Target<'_>) -> Result<String, Cause> {
    if target.method != "POST" {
        return Ok(String::new());
    }
    let body = target.body.bytes_but_of_parts("EdgeGrid")?;
    if body.is_empty() {
        return Ok(String::new());
    }
    let max = parameters.get("maxBodySize").trim().parse().ok().filter(|max| *max > 0).unwrap_or(MAX_BODY);
    let begin = &body[..body.len().min(max)];
    Ok(STANDARD.encode(digest::digest(&digest::SHA256, begin)))
}
