//! OAuth 2.0: a token that is given, or that the client asks for and keeps until it expires.

use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue, USER_AGENT};
use reqwest::{Method, StatusCode, Url};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;
use serde_json::Value;
use tokio::sync::Mutex;

use super::scheme::{Parameters, secret};
use crate::support::api::Templates;
use crate::support::auth::{Exchange, Unsigned};
use crate::support::body::Content;
use crate::support::call::Call;
use crate::support::core::Core;
use crate::support::draft::Draft;
use crate::support::error::{Cause, Error};
use crate::support::response::{judge, read as read_answer};
use crate::support::retry;
use crate::support::transport::TOKEN;
use crate::support::url;

/// How long before its end a token is not used any more. One that lives shorter is used for half of
/// its life.
const MARGIN: Duration = Duration::from_secs(30);

/// What is encoded in a form: all but the unreserved characters of RFC 3986.
const FORM: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The token of all calls with the same parameters. Whoever needs one while it is asked for waits.
type Kept = Mutex<Option<Token>>;

#[derive(Clone)]
struct Token {
    access: SecretString,
    refresh: Option<SecretString>,
    /// When it is not to be used any more, if that is known.
    end: Option<Instant>,
}

/// Sends a request with a token. One that the client asked for and that the server refuses is asked
/// for once more.
pub(crate) fn authorized(request: Unsigned<'_>) -> Exchange<'_> {
    Box::pin(async move {
        let Unsigned { call, draft, parameters: templates } = request;
        let parameters = Parameters::fill(&call.core, templates)?;
        if let Some(given) = parameters.find("accessToken") {
            return with(given, &parameters, draft.clone(), call)?.send(&call.core).await;
        }
        let kept = call.core.remembered::<Kept>(templates);
        let missing = |cause| named(cause, templates);
        let access = token(&call.core, &parameters, &kept, None).await.map_err(missing)?;
        let response = with(access.expose_secret(), &parameters, draft.clone(), call)?.send(&call.core).await?;
        if response.status() != StatusCode::UNAUTHORIZED || !draft.is_repeatable() {
            return Ok(response);
        }
        let access = token(&call.core, &parameters, &kept, Some(&access)).await?;
        with(access.expose_secret(), &parameters, draft, call)?.send(&call.core).await
    })
}

/// The request with its token, in the place of what the collection writes there. Without a token it
/// stays as it is.
fn with(access: &str, parameters: &Parameters, mut draft: Draft, call: &Call) -> Result<Draft, Cause> {
    if access.is_empty() || parameters.get("tokenType").eq_ignore_ascii_case("mac") {
        return Ok(draft);
    }
    if parameters.get("addTokenTo") == "queryParams" {
        if !call.sets_query("access_token") {
            draft.append_query("access_token", access);
        }
        draft.headers.remove(AUTHORIZATION);
        return Ok(draft);
    }
    let value = match parameters.find("headerPrefix").map_or("Bearer", str::trim) {
        "" => secret(access),
        prefix => secret(&format!("{prefix} {access}")),
    };
    draft.headers.insert(AUTHORIZATION, value?);
    Ok(draft)
}

/// The token that is kept, or a new one where there is none, where it ends, or where it was
/// `refused`.
async fn token(
    core: &Core,
    parameters: &Parameters,
    kept: &Kept,
    refused: Option<&SecretString>,
) -> Result<SecretString, Cause> {
    let mut kept = kept.lock().await;
    let is_refused =
        |token: &Token| refused.is_some_and(|refused| refused.expose_secret() == token.access.expose_secret());
    let is_over = |token: &Token| token.end.is_some_and(|end| end <= Instant::now());
    if let Some(token) = kept.as_ref().filter(|token| !is_refused(token) && !is_over(token)) {
        return Ok(token.access.clone());
    }
    // It is not sent any more, but what refreshes it stays until there is a new one.
    if let Some(token) = kept.as_mut() {
        token.end = Some(Instant::now());
    }
    let refresh = kept.as_ref().and_then(|token| token.refresh.clone());
    let new = ask(core, parameters, refresh).await;
    if new.as_ref().is_err_and(is_invalid) {
        *kept = None;
    }
    Ok(kept.insert(new?).access.clone())
}

/// Asks for a token: with the one for that purpose if there is one, else anew.
async fn ask(core: &Core, parameters: &Parameters, refresh: Option<SecretString>) -> Result<Token, Cause> {
    let given = || parameters.find("refreshToken").filter(|token| !token.is_empty()).map(SecretString::from);
    if let Some(refresh) = refresh.or_else(given) {
        let url = match parameters.get("refreshTokenUrl") {
            "" => parameters.get("accessTokenUrl"),
            url => url,
        };
        let pairs = [("grant_type", "refresh_token"), ("refresh_token", refresh.expose_secret())];
        match request(core, parameters, url, &pairs).await {
            Ok(token) => return Ok(Token { refresh: token.refresh.or(Some(refresh)), ..token }),
            // It may have ended too, and then the client begins anew if it can.
            Err(Cause::Token(error)) if begins(parameters).is_some() && error.status().is_some() => {}
            Err(cause) => return Err(cause),
        }
    }
    let pairs = begins(parameters).ok_or(Cause::MissingCredential { name: "access_token" })?;
    request(core, parameters, parameters.get("accessTokenUrl"), &pairs).await
}

/// Whether the server says that what was to get a token is not valid (RFC 6749, 5.2).
fn is_invalid(cause: &Cause) -> bool {
    #[derive(Deserialize)]
    struct Refusal {
        error: String,
    }
    let Cause::Token(error) = cause else { return false };
    error.json::<Refusal>().is_ok_and(|refusal| refusal.error == "invalid_grant")
}

/// The error with the name that the token has on this client.
fn named(cause: Cause, templates: Templates) -> Cause {
    let template = templates.iter().find(|(name, _)| *name == "accessToken").map(|(_, template)| *template);
    match (cause, template.and_then(|template| template.strip_prefix('{')?.strip_suffix("?}"))) {
        (Cause::MissingCredential { .. }, Some(name)) => Cause::MissingCredential { name },
        (cause, _) => cause,
    }
}

/// What a client says that begins without a token.
fn begins(parameters: &Parameters) -> Option<Vec<(&'static str, &str)>> {
    let scope = ("scope", parameters.get("scope"));
    match parameters.get("grant_type") {
        "client_credentials" => Some(vec![("grant_type", "client_credentials"), scope]),
        "password_credentials" => Some(vec![
            ("grant_type", "password"),
            ("username", parameters.get("username")),
            ("password", parameters.get("password")),
            scope,
        ]),
        _ => None,
    }
}

async fn request(core: &Core, parameters: &Parameters, url: &str, pairs: &[(&str, &str)]) -> Result<Token, Cause> {
    exchange(core, parameters, url, pairs).await.map_err(|cause| {
        // Asking for a token does nothing, so it can be asked for again.
        let retryable = retry::is_retryable(true, false, &cause);
        Cause::Token(Error::from(cause).retryable(retryable))
    })
}

async fn exchange(core: &Core, parameters: &Parameters, url: &str, pairs: &[(&str, &str)]) -> Result<Token, Cause> {
    let url = Url::parse(url.trim())
        .map_err(|error| Cause::Configuration(format!("the address of tokens cannot be read: {error}")))?;
    let mut headers = HeaderMap::from_iter([
        (ACCEPT, HeaderValue::from_static("application/json")),
        (CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded")),
        (USER_AGENT, core.user_agent.clone()),
    ]);
    let more = ["audience", "resource"].map(|name| (name, parameters.get(name)));
    let mut pairs = [pairs, &more].concat();
    let [id, key] = ["clientId", "clientSecret"].map(|name| parameters.get(name));
    if parameters.get("client_authentication") == "body" {
        pairs.extend([("client_id", id), ("client_secret", key)]);
    } else if !id.is_empty() {
        headers.insert(AUTHORIZATION, secret(&format!("Basic {}", STANDARD.encode(format!("{id}:{key}"))))?);
    }
    let authority = url::authority(&url);
    let draft = Draft {
        operation: TOKEN,
        method: Method::POST,
        url,
        authority: authority.into(),
        headers,
        body: Some(Content::Bytes(form(&pairs).into())),
    };
    let asked = Instant::now();
    let answer = read_answer(&mut draft.send(core).await?, core.max_response_bytes).await?;
    let raw = judge("token", None, answer)?;
    read(&raw.body, asked)
}

/// Pairs as a form; those without a value are left out.
fn form(pairs: &[(&str, &str)]) -> String {
    let encoded = |text| utf8_percent_encode(text, FORM);
    let pairs = pairs.iter().filter(|pair| !pair.1.is_empty());
    pairs.map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&")
}

/// What a server says of a new token.
#[derive(Deserialize)]
struct Granted {
    access_token: String,
    refresh_token: Option<String>,
    /// Seconds; some servers write a text.
    expires_in: Option<Value>,
}

/// Reads a token. An error does not show the body, which may hold one.
fn read(body: &[u8], asked: Instant) -> Result<Token, Cause> {
    let granted: Granted =
        serde_json::from_slice(body).map_err(|_| Cause::Request("the server's answer has no `access_token`".into()))?;
    let seconds = match granted.expires_in {
        Some(Value::String(text)) => text.parse().ok(),
        Some(number) => number.as_f64(),
        None => None,
    };
    let life = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    Ok(Token {
        access: granted.access_token.into(),
        refresh: granted.refresh_token.map(SecretString::from),
        end: life.and_then(|life| asked.checked_add(life - MARGIN.min(life / 2))),
    })
}
