//! How a call proves who it is from.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::header::{AUTHORIZATION, Entry, HeaderMap, HeaderName, HeaderValue};

use super::api::Auth;
use super::error::Cause;
use super::template::{Piece, pieces};

/// Looks up a credential.
pub(crate) type Lookup<'c> = dyn Fn(&'static str) -> Result<&'c str, Cause> + 'c;

/// Adds the header that the authentication asks for, unless there is one of that name already.
pub(crate) fn add_header(auth: &Auth, headers: &mut HeaderMap, credential: &Lookup<'_>) -> Result<(), Cause> {
    match auth {
        Auth::None | Auth::Query { .. } => Ok(()),
        Auth::Header { name, value } => match name.parse() {
            Ok(name) => add(headers, name, || fill(value, credential)),
            Err(_) => Err(Cause::Configuration(format!("`{name}` cannot be the name of a header"))),
        },
        Auth::Bearer { token } => add(headers, AUTHORIZATION, || Ok(format!("Bearer {}", fill(token, credential)?))),
        Auth::Basic { username, password } => add(headers, AUTHORIZATION, || {
            let pair = format!("{}:{}", fill(username, credential)?, fill(password, credential)?);
            Ok(format!("Basic {}", STANDARD.encode(pair)))
        }),
    }
}

fn add(headers: &mut HeaderMap, name: HeaderName, text: impl FnOnce() -> Result<String, Cause>) -> Result<(), Cause> {
    if let Entry::Vacant(entry) = headers.entry(name) {
        let mut value = HeaderValue::from_bytes(text()?.as_bytes())
            .map_err(|_| Cause::Request("a credential holds characters that cannot be sent in a header".into()))?;
        value.set_sensitive(true);
        entry.insert(value);
    }
    Ok(())
}

/// A template's text, with the values of its variables.
pub(crate) fn fill<V: AsRef<str>>(
    template: &'static str,
    value: &dyn Fn(&'static str) -> Result<V, Cause>,
) -> Result<String, Cause> {
    let mut text = String::new();
    for piece in pieces(template) {
        match piece {
            Piece::Literal(literal) => text.push_str(literal),
            Piece::Variable(name) => text.push_str(value(name)?.as_ref()),
        }
    }
    Ok(text)
}

/// Whether a header of that name is likely to hold a secret.
pub(crate) fn is_secret(name: &HeaderName) -> bool {
    ["auth", "cookie", "key", "token", "secret", "password", "credential"]
        .iter()
        .any(|word| name.as_str().contains(word))
}
