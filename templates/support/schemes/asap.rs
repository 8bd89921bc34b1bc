//! ASAP, Atlassian's service-to-service authentication: a JSON Web Token with a short life.

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use super::scheme::{Additions, Moment, Parameters, Target, unusable};
use super::token::{self, Algorithm};
use crate::support::error::Cause;

/// How long a token is valid, in seconds.
const LIFE: u64 = 3600;

/// Adds the token to a request.
pub(crate) fn sign(parameters: &Parameters, _target: &Target<'_>, moment: &Moment) -> Result<Additions, Cause> {
    let name = parameters.or("alg", "RS256");
    let Algorithm::Private(algorithm) = Algorithm::named(name)? else {
        return Err(unusable(format!("ASAP does not allow the algorithm `{name}`")));
    };
    let mut claims = token::object(parameters.get("claims"), "claims")?;
    let id = claims.get("kid").and_then(Value::as_str).unwrap_or(parameters.get("kid")).to_owned();
    complete(&mut claims, parameters, moment)?;
    let header = Map::from_iter([("alg".to_owned(), name.into()), ("kid".to_owned(), id.as_str().into())]);
    let key = private_key(parameters.get("privateKey"), &id)?;
    let token = token::with_key(&token::signing_input(&header, &claims), algorithm, &key)?;
    Additions::authorization(&format!("Bearer {token}"))
}

/// Adds the claims that each token needs, unless they are there.
fn complete(claims: &mut Map<String, Value>, parameters: &Parameters, moment: &Moment) -> Result<(), Cause> {
    let given = |claims: &Map<String, Value>, name: &str| {
        let own = claims.get(name).filter(|value| !matches!(value, Value::Null) && *value != "").cloned();
        own.unwrap_or_else(|| parameters.get(name).into())
    };
    let issuer = given(claims, "iss");
    let subject = match given(claims, "sub") {
        subject if subject == "" => issuer.clone(),
        subject => subject,
    };
    let audience = given(claims, "aud");
    if issuer == "" || audience == "" {
        return Err(unusable("a token for ASAP needs an issuer and an audience"));
    }
    let now = moment.seconds();
    let life = parameters.get("exp").trim().parse().unwrap_or(LIFE);
    let expiry = match claims.get("exp") {
        Some(Value::String(text)) => text.trim().parse::<u64>().ok().map(Value::from),
        own => own.filter(|own| own.is_number()).cloned(),
    };
    let identity = claims.get("jti").cloned().unwrap_or_else(|| moment.nonce.as_str().into());
    let issued = claims.get("iat").cloned().unwrap_or_else(|| now.into());
    let expiry = expiry.unwrap_or_else(|| now.saturating_add(life).into());
    for (name, value) in
        [("iat", issued), ("iss", issuer), ("sub", subject), ("jti", identity), ("aud", audience), ("exp", expiry)]
    {
        claims.insert(name.to_owned(), value);
    }
    Ok(())
}

/// The private key as PEM. Atlassian's tools write it as a data URL, with the key's ID in it.
fn private_key(text: &str, id: &str) -> Result<String, Cause> {
    if id.is_empty() || text.is_empty() {
        return Err(unusable("a token for ASAP needs a private key and the key's ID"));
    }
    let text = text.trim().trim_matches('"');
    let text = percent_decode_str(text).decode_utf8_lossy();
    let Some(data) = text.strip_prefix("data:application/pkcs8;kid=") else { return Ok(text.into_owned()) };
    let (own, key) = data.split_once(";base64,").ok_or_else(|| unusable("the private key's data URL is not valid"))?;
    if own != id {
        return Err(unusable("the ID in the private key's data URL is not the key's ID"));
    }
    Ok(format!("-----BEGIN PRIVATE KEY-----\n{key}\n-----END PRIVATE KEY-----"))
}
