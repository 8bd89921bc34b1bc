//! Sends requests by a scheme that signs them.

#![allow(dead_code, reason = "few schemes do without a signature")]

use std::time::SystemTime;

use aws_lc_rs::rand;
use bytes::Bytes;
use percent_encoding::percent_decode_str;

use super::encode;
use super::scheme::{Additions, Moment, Parameters, Target};
use crate::support::auth::{Exchange, Unsigned};
use crate::support::body::Content;
use crate::support::draft::Draft;
use crate::support::error::Cause;

/// Makes what a request is to have.
pub(crate) type Sign = fn(&Parameters, &Target<'_>, &Moment) -> Result<Additions, Cause>;

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

/// This moment.
pub(crate) fn now() -> Result<Moment, Cause> {
    let mut bytes = [0; 16];
    rand::fill(&mut bytes).map_err(|_| Cause::Configuration("the system gives no random numbers".into()))?;
    Ok(Moment { time: SystemTime::now(), nonce: encode::hex(&bytes) })
}

/// Adds what a scheme made; it replaces what the request has of the same names.
fn add(draft: &mut Draft, additions: Additions) {
    for (name, value) in additions.headers {
        draft.headers.insert(name, value);
    }
    if !additions.query.is_empty() {
        let query = replace(draft.url.query().unwrap_or_default(), &additions.query);
        draft.url.set_query(Some(&query));
    }
    if !additions.form.is_empty() {
        let form = match &draft.body {
            Some(Content::Bytes(form)) => String::from_utf8_lossy(form),
            Some(Content::Made(_)) | None => "".into(),
        };
        draft.body = Some(Content::Bytes(Bytes::from(replace(&form, &additions.form))));
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
