//! Sends requests by a scheme that answers a server's challenge.

#![allow(dead_code, reason = "some schemes prove who a request is from, and others who is at the end of a connection")]

use std::sync::Arc;

use reqwest::header::{AUTHORIZATION, HeaderValue, WWW_AUTHENTICATE};
use reqwest::{Response, StatusCode};
use tokio::sync::Mutex;

use super::challenge::{self, Challenge};
use super::scheme::{Moment, Parameters, Target};
use super::send::now;
use crate::support::auth::{Exchange, Unsigned};
use crate::support::error::Cause;
use crate::support::response::read;

/// Makes the value of `Authorization` that answers a challenge.
pub(crate) type Answer = fn(&Parameters, &Target<'_>, &Moment, &str) -> Result<HeaderValue, Cause>;

/// How often a server is answered: it may send a message of its own, or take the first answer for too
/// old.
const MAX_ANSWERS: usize = 2;

/// Sends a request, and again with an answer if the server challenges it by one of the `schemes`.
pub(crate) fn answered<'a>(request: Unsigned<'a>, schemes: &'static [&'static str], answer: Answer) -> Exchange<'a> {
    Box::pin(async move {
        let Unsigned { call, mut draft, parameters } = request;
        let parameters = Parameters::fill(&call.core, parameters)?;
        let reply = |draft: &_, challenge: &str| answer(&parameters, &Target::of(draft), &now()?, challenge);
        if let Some(challenge) = saved(&parameters) {
            let value = reply(&draft, &challenge)?;
            draft.headers.insert(AUTHORIZATION, value);
        }
        for answers in 0..MAX_ANSWERS {
            let mut response = draft.clone().send(&call.core).await?;
            match asked(&response, schemes, answers) {
                Some(challenge) if draft.is_repeatable() => {
                    // Only a connection whose answer was read to its end is used again.
                    read(&mut response, call.core.max_response_bytes).await?;
                    let value = reply(&draft, &challenge)?;
                    draft.headers.insert(AUTHORIZATION, value);
                }
                Some(_) => return Err(unrepeatable()),
                None => return Ok(response),
            }
        }
        draft.send(&call.core).await
    })
}

/// The error of a challenge that cannot be answered.
fn unrepeatable() -> Cause {
    Cause::Request(
        "the server asks for authentication first, and then for the request once more, but its body is a stream that \
         can be sent only once: send a file or bytes instead"
            .to_owned(),
    )
}

/// The same for a scheme that proves who is at the end of a connection: one request after the other,
/// so that all steps of one go over the same connection. A turn ends with the answer's body, unless that is a
/// stream: it may take any time, and the next call then has a connection of its own.
pub(crate) fn in_turn<'a>(request: Unsigned<'a>, schemes: &'static [&'static str], answer: Answer) -> Exchange<'a> {
    Box::pin(async move {
        let turn = request.call.core.remembered::<Mutex<()>>(request.parameters);
        let turn = Arc::new(turn.lock_owned().await);
        let mut response = answered(request, schemes, answer).await?;
        // Until its body was read, the answer holds the connection.
        response.extensions_mut().insert(turn);
        Ok(response)
    })
}

/// A challenge that is known before the server sends it.
fn saved(parameters: &Parameters) -> Option<String> {
    let known = ["realm", "nonce"].iter().all(|name| !parameters.get(name).is_empty());
    let pairs = ["realm", "nonce", "qop", "opaque"].map(|name| (name, parameters.get(name)));
    let pairs = pairs.iter().filter(|pair| !pair.1.is_empty());
    let texts = pairs.map(|(name, value)| format!("{name}=\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")));
    known.then(|| format!("Digest {}", texts.collect::<Vec<_>>().join(", ")))
}

/// What a server asks for that has had so many answers: all of its challenges.
fn asked(response: &Response, schemes: &[&str], answers: usize) -> Option<String> {
    if !matches!(response.status(), StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) {
        return None;
    }
    let values = response.headers().get_all(WWW_AUTHENTICATE).iter().filter_map(|value| value.to_str().ok());
    let text = values.collect::<Vec<_>>().join(", ");
    let challenges = challenge::read(&text);
    let mut own = challenges.iter().filter(|challenge| schemes.iter().any(|scheme| challenge.is(scheme)));
    own.any(|challenge| answers == 0 || goes_on(challenge)).then(|| text.clone())
}

/// Whether a challenge after an answer asks for another one: with a message of the server, or with the
/// complaint that the answer came too late.
fn goes_on(challenge: &Challenge<'_>) -> bool {
    !challenge.token.is_empty() || challenge.find("stale").is_some_and(|stale| stale.eq_ignore_ascii_case("true"))
}
