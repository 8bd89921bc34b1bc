//! How a call proves who it is from.

use std::pin::Pin;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use reqwest::Response;
use reqwest::header::{AUTHORIZATION, HeaderName, HeaderValue};

use super::api::{Auth, Templates};
use super::call::Call;
use super::draft::Draft;
use super::error::Cause;
use super::pairs::Pairs;
use super::sign;
use super::template::{Piece, pieces};

/// A request that a scheme is to send.
#[allow(dead_code, reason = "few APIs need a scheme of its own")]
pub(crate) struct Unsigned<'a> {
    pub(crate) call: &'a Call,
    pub(crate) draft: Draft,
    pub(crate) parameters: Templates,
}

/// What comes of sending it.
pub(crate) type Exchange<'a> = Pin<Box<dyn Future<Output = Result<Response, Cause>> + Send + 'a>>;

/// Makes what sends a request with what proves who it is from, and is done when the answer begins.
///
/// It takes the place of what the collection writes under the same name. What the call or the
/// client sets under that name stays, and the credential is not needed then.
pub(crate) fn exchange(call: &Call, mut draft: Draft) -> Result<Exchange<'_>, Cause> {
    let core = &call.core;
    if let Some(signer) = &core.sign
        && !matches!(call.operation.auth, Some(Auth::None))
    {
        sign::sign(&**signer, &mut draft)?;
        return Ok(Box::pin(draft.send(core)));
    }
    let value = |name| core.credential(name);
    match call.auth() {
        Auth::Header { name, value: template } => {
            let name: HeaderName =
                name.parse().map_err(|_| Cause::Configuration(format!("`{name}` cannot be the name of a header")))?;
            if !call.sets_header(&name) {
                draft.headers.insert(name, secret_value(fill(template, &value)?)?);
            }
        }
        Auth::Query { name, value: template } if !call.sets_query(name) => {
            draft.append_query(name, &fill(template, &value)?);
        }
        Auth::None | Auth::Query { .. } => {}
        // All others are the header `Authorization`, or take its place.
        _ if call.sets_header(&AUTHORIZATION) => {}
        Auth::Bearer { token } => {
            let token = fill(token, &value)?;
            // Nothing is sent for a token that is empty.
            if !token.is_empty() {
                draft.headers.insert(AUTHORIZATION, secret_value(format!("Bearer {token}"))?);
            }
        }
        Auth::Basic { username, password } => {
            let pair = format!("{}:{}", fill(username, &value)?, fill(password, &value)?);
            draft.headers.insert(AUTHORIZATION, secret_value(format!("Basic {}", STANDARD.encode(pair)))?);
        }
        Auth::Scheme { send, parameters } => return Ok(send(Unsigned { call, draft, parameters })),
        Auth::Custom { scheme } => {
            return Err(Cause::Configuration(format!(
                "the API asks for authentication by `{scheme}`, which this crate does not know: give the client \
                 builder's `sign` what signs requests"
            )));
        }
    }
    Ok(Box::pin(draft.send(core)))
}

/// The end of a call by a scheme that is not compiled.
#[allow(dead_code, reason = "few APIs need a scheme of its own")]
pub(crate) fn off<'a>(_: Unsigned<'a>, feature: &'static str) -> Exchange<'a> {
    let reason = format!("the call needs a way of authentication that is turned off: turn on the feature `{feature}`");
    Box::pin(std::future::ready(Err(Cause::Configuration(reason))))
}

/// A template's text with its values. `{name?}` is empty where there is no value.
pub(crate) fn fill<V: AsRef<str>>(
    template: &'static str,
    value: &dyn Fn(&'static str) -> Result<V, Cause>,
) -> Result<String, Cause> {
    let mut text = String::with_capacity(template.len() + 32);
    for piece in pieces(template) {
        match piece {
            Piece::Literal(literal) => text.push_str(literal),
            Piece::Variable(name) => match name.strip_suffix('?') {
                Some(name) => text.push_str(value(name).as_ref().map_or("", AsRef::as_ref)),
                None => text.push_str(value(name)?.as_ref()),
            },
        }
    }
    Ok(text)
}

/// A header's value that `Debug` does not show.
fn secret_value(text: String) -> Result<HeaderValue, Cause> {
    let mut value = HeaderValue::from_maybe_shared(Bytes::from(text))
        .map_err(|_| Cause::Request("a credential holds characters that cannot be sent in a header".into()))?;
    value.set_sensitive(true);
    Ok(value)
}

/// Whether a header, a parameter or a variable of that name is likely to hold a secret.
pub(crate) fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [
        "auth",
        "cookie",
        "key",
        "token",
        "secret",
        "passw",
        "passphrase",
        "pwd",
        "credential",
        "session",
        "signature",
        "jwt",
    ]
    .iter()
    .any(|word| name.contains(word))
}

/// What debug output shows of a value of that name.
pub(crate) fn shown<'v>(name: &str, value: &'v str) -> &'v str {
    if is_secret(name) { "Sensitive" } else { value }
}

/// What debug output shows of variables.
pub(crate) fn shown_values<'v>(variables: &'v Pairs<&'static str, String>) -> Pairs<&'static str, &'v str> {
    let mut values = Pairs::default();
    for (name, value) in variables.iter() {
        values.set(*name, shown(name, value));
    }
    values
}
