//! Sends requests by a scheme that signs them, or that answers a challenge.

#![allow(dead_code, reason = "each scheme sends requests in its own way")]

use std::time::SystemTime;

use aws_lc_rs::rand;
use bytes::Bytes;
use percent_encoding::percent_decode_str;
use reqwest::StatusCode;
use reqwest::header::{AUTHORIZATION, HeaderValue, WWW_AUTHENTICATE};
use tokio::sync::Mutex;

use super::encode;
use super::scheme::{Additions, Moment, Parameters, Target};
use crate::support::auth::{Exchange, Unsigned};
use crate::support::draft::{Draft, Parts};
use crate::support::error::Cause;

/// Makes what a request is to have.
pub(crate) type Sign = fn(&Parameters, &Target<'_>, &Moment) -> Result<Additions, Cause>;

/// Makes the value of `Authorization` that answers a challenge.
pub(crate) type Answer = fn(&Parameters, &Target<'_>, &Moment, &str) -> Result<HeaderValue, Cause>;

/// How often a challenge is answered: a server may send a second one of its own, or take the first
/// answer for too old.
const MAX_ANSWERS: usize = 2;

/// Signs a request, and sends it.
pub(crate) fn signed(request: Unsigned<'_>, sign: Sign) -> Exchange<'_> {
    Box::pin(async move {
        let Unsigned { call, mut draft, parameters } = request;
        let parameters = Parameters::fill(&call.core, parameters)?;
        let additions = sign(&parameters, &Target::of(&draft), &now()?)?;
        add(&mut draft, additions);
        draft.send(&call.core).await
    })
}

/// Sends a request, and again with an answer if the server challenges it.
pub(crate) fn answered<'a>(request: Unsigned<'a>, scheme: &'static str, answer: Answer) -> Exchange<'a> {
    Box::pin(async move {
        let Unsigned { call, mut draft, parameters } = request;
        let parameters = Parameters::fill(&call.core, parameters)?;
        if let Some(challenge) = saved_challenge(scheme, &parameters) {
            draft.headers.insert(AUTHORIZATION, answer(&parameters, &Target::of(&draft), &now()?, &challenge)?);
        }
        let mut answers = 0;
        loop {
            let parts = draft.send(&call.core).await?;
            let Some(challenge) = challenge(&parts, scheme) else {
                return Ok(parts);
            };
            if answers == MAX_ANSWERS || answers > 0 && !goes_on(challenge, scheme) {
                return Ok(parts);
            }
            let value = answer(&parameters, &Target::of(&draft), &now()?, challenge)?;
            draft.headers.insert(AUTHORIZATION, value);
            answers += 1;
        }
    })
}

/// The same for a scheme that authenticates a connection rather than a request: one request after the
/// other, so that all steps go over the same connection.
pub(crate) fn answered_in_turn<'a>(request: Unsigned<'a>, scheme: &'static str, answer: Answer) -> Exchange<'a> {
    Box::pin(async move {
        let turn = request.call.core.remembered::<Mutex<()>>(request.parameters);
        let _guard = turn.lock().await;
        answered(request, scheme, answer).await
    })
}

/// This moment.
fn now() -> Result<Moment, Cause> {
    let mut bytes = [0; 16];
    rand::fill(&mut bytes).map_err(|_| Cause::Configuration("the system gives no random numbers".into()))?;
    Ok(Moment { time: SystemTime::now(), nonce: encode::hex(&bytes) })
}

/// A challenge that is known before the server sends it.
fn saved_challenge(scheme: &str, parameters: &Parameters) -> Option<String> {
    let [realm, nonce] = [parameters.get("realm"), parameters.get("nonce")];
    let known = !realm.is_empty() && !nonce.is_empty();
    let pairs = ["realm", "nonce", "qop", "opaque"].map(|name| (name, parameters.get(name)));
    let pairs = pairs.iter().filter(|pair| !pair.1.is_empty());
    let texts: Vec<String> = pairs.map(|(name, value)| format!("{name}=\"{value}\"")).collect();
    known.then(|| format!("{scheme} {}", texts.join(", ")))
}

/// The challenge by which a server asks for an answer of this scheme.
fn challenge<'p>(parts: &'p Parts, scheme: &str) -> Option<&'p str> {
    let (status, headers, _) = parts;
    if !matches!(*status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) {
        return None;
    }
    let values = || headers.get_all(WWW_AUTHENTICATE).iter().filter_map(|value| value.to_str().ok());
    let is_scheme = |text: &&str| {
        let name = text.split([' ', ',']).next().unwrap_or_default();
        name.eq_ignore_ascii_case(scheme)
    };
    // Schemes without parameters may stand in a list: `Negotiate, NTLM`.
    let listed = || values().flat_map(|value| value.split(',')).map(str::trim).find(is_scheme);
    values().map(str::trim).find(is_scheme).or_else(listed)
}

/// Whether a challenge after an answer asks for another one: a message of the server, or a complaint
/// that the answer came too late.
fn goes_on(challenge: &str, scheme: &str) -> bool {
    let rest = challenge[scheme.len()..].trim();
    let is_message = !rest.is_empty() && !rest.contains([' ', ',', '"']);
    is_message || rest.to_ascii_lowercase().replace(['"', ' '], "").contains("stale=true")
}

/// Adds what a scheme made; it replaces what the request has of the same names.
pub(crate) fn add(draft: &mut Draft, additions: Additions) {
    for (name, value) in additions.headers {
        draft.headers.insert(name, value);
    }
    if !additions.query.is_empty() {
        let query = replace(draft.url.query().unwrap_or_default(), &additions.query);
        draft.url.set_query(Some(&query));
    }
    if !additions.form.is_empty() {
        let form = draft.body.as_deref().map(String::from_utf8_lossy).unwrap_or_default();
        draft.body = Some(Bytes::from(replace(&form, &additions.form)));
    }
}

/// The pairs of a query or form with these in place of those of the same names.
fn replace(text: &str, pairs: &[(String, String)]) -> String {
    let is_new = |pair: &str| {
        let name = pair.split('=').next().unwrap_or_default().replace('+', " ");
        let name = percent_decode_str(&name).decode_utf8_lossy();
        pairs.iter().any(|(new, _)| *new == name)
    };
    let kept = text.split('&').filter(|pair| !pair.is_empty() && !is_new(pair)).map(str::to_owned);
    let new = pairs.iter().map(|(name, value)| format!("{}={}", encode::percent(name), encode::percent(value)));
    kept.chain(new).collect::<Vec<_>>().join("&")
}
