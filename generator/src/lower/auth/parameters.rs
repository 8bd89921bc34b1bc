//! The parameters of each type of authentication, and what becomes of their values.

use crate::postman::Auth;
use crate::postman::text;
use crate::secrets;

/// What becomes of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A secret, or somebody's name: set on the client, and no call can do without it.
    Secret,
    /// The same, where a call can do without it.
    Optional,
    /// A text that may be anything, whole: set on the client.
    Whole,
    /// What somebody chose for the API: written into the crate. A variable in it is one of the client.
    Setting,
    /// The same, where a call can do without it.
    Hint,
    /// The same of a URL, which may begin with the base URL.
    Address,
}

use Class::{Address, Hint, Optional, Secret, Setting, Whole};

/// The parameters of a type that are of use; `None` for a type that nobody knows.
pub(super) fn of(auth: &Auth) -> Option<Vec<(&'static str, Class)>> {
    Some(match auth.kind.as_str() {
        "noauth" => Vec::new(),
        "apikey" => vec![("value", Secret)],
        "bearer" => vec![("token", Secret)],
        "basic" => vec![("username", Secret), ("password", Secret)],
        "digest" => vec![
            ("username", Secret),
            ("password", Secret),
            // The server's challenge says them, too.
            ("algorithm", Hint),
            ("realm", Hint),
            ("qop", Hint),
            ("nonce", Optional),
            ("opaque", Optional),
            ("clientNonce", Optional),
            ("nonceCount", Optional),
        ],
        "ntlm" => vec![("username", Secret), ("password", Secret), ("domain", Setting), ("workstation", Setting)],
        "oauth1" => oauth1(auth),
        "oauth2" => oauth2(auth),
        "awsv4" => vec![
            ("accessKey", Secret),
            ("secretKey", Secret),
            ("sessionToken", Optional),
            ("region", Setting),
            ("service", Setting),
            ("addAuthDataToQuery", Setting),
        ],
        "hawk" => vec![
            ("authId", Secret),
            ("authKey", Secret),
            ("algorithm", Setting),
            ("user", Setting),
            ("extraData", if is_saved(auth, "extraData") { Whole } else { Setting }),
            ("app", Setting),
            ("delegation", Setting),
            ("includePayloadHash", Setting),
            ("nonce", Optional),
            ("timestamp", Optional),
        ],
        "edgegrid" => vec![
            ("accessToken", Secret),
            ("clientToken", Secret),
            ("clientSecret", Secret),
            ("baseURL", Setting),
            ("headersToSign", Setting),
            ("maxBodySize", Setting),
            ("nonce", Optional),
            ("timestamp", Optional),
        ],
        "jwt" => jwt(auth),
        "asap" => vec![
            ("privateKey", Secret),
            ("kid", Secret),
            ("iss", Secret),
            ("aud", Secret),
            ("sub", Optional),
            ("claims", Whole),
            ("alg", Setting),
            ("exp", Setting),
        ],
        _ => return None,
    })
}

/// Whether a value was saved as it is, rather than in variables.
fn is_saved(auth: &Auth, name: &str) -> bool {
    auth.text(name).is_some_and(|text| secrets::says_more_than_variables(&text))
}

fn oauth1(auth: &Auth) -> Vec<(&'static str, Class)> {
    let (secret, private) = if needs_private_key(auth) { (Optional, Secret) } else { (Secret, Optional) };
    let mut all = vec![
        ("consumerKey", Secret),
        ("consumerSecret", secret),
        ("token", Optional),
        ("tokenSecret", Optional),
        ("verifier", Optional),
        ("signatureMethod", Setting),
        ("version", Setting),
        ("realm", Setting),
        ("callback", Setting),
        ("includeBodyHash", Setting),
        ("addParamsToHeader", Setting),
        ("addEmptyParamsToSign", Setting),
        ("disableHeaderEncoding", Setting),
        ("nonce", Optional),
        ("timestamp", Optional),
    ];
    if signs_with_any_method(auth) {
        all.push(("privateKey", private));
    }
    all
}

/// Whether OAuth 1.0 may sign with a private key here.
pub(super) fn signs_with_any_method(auth: &Auth) -> bool {
    auth.text("signatureMethod").is_some_and(|method| method.starts_with("RSA") || text::has_variable(&method))
}

fn needs_private_key(auth: &Auth) -> bool {
    auth.text("signatureMethod").is_some_and(|method| method.starts_with("RSA"))
}

fn jwt(auth: &Auth) -> Vec<(&'static str, Class)> {
    let algorithm = auth.text("algorithm").unwrap_or_default();
    let keys = if text::has_variable(&algorithm) {
        vec![("secret", Optional), ("privateKey", Optional), ("isSecretBase64Encoded", Setting)]
    } else if algorithm.is_empty() || algorithm.starts_with("HS") {
        vec![("secret", Secret), ("isSecretBase64Encoded", Setting)]
    } else {
        vec![("privateKey", Secret)]
    };
    let rest = [
        ("algorithm", Setting),
        ("header", Whole),
        ("payload", Whole),
        ("addTokenTo", Setting),
        ("headerPrefix", Setting),
        ("queryParamKey", Setting),
    ];
    keys.into_iter().chain(rest).collect()
}

/// What the client can do for a token is to ask for it with its own secrets, or to refresh it. Where a person has to consent,
/// the first token comes from outside.
fn oauth2(auth: &Auth) -> Vec<(&'static str, Class)> {
    let place = [("addTokenTo", Setting), ("headerPrefix", Setting), ("tokenType", Setting)];
    let grant = auth.text("grant_type").unwrap_or_default();
    let has_endpoint = auth.text("accessTokenUrl").is_some_and(|url| !url.is_empty());
    let mut all = match grant.as_str() {
        "client_credentials" if has_endpoint => {
            vec![("accessToken", Optional), ("clientId", Secret), ("clientSecret", Secret)]
        }
        "password_credentials" if has_endpoint => vec![
            ("accessToken", Optional),
            ("username", Secret),
            ("password", Secret),
            ("clientId", Optional),
            ("clientSecret", Optional),
        ],
        "implicit" => vec![("accessToken", Secret)],
        _ if has_endpoint => vec![
            ("accessToken", Optional),
            ("refreshToken", Optional),
            ("clientId", Optional),
            ("clientSecret", Optional),
        ],
        _ => vec![("accessToken", Secret)],
    };
    if all.len() > 1 {
        all.extend([
            ("grant_type", Setting),
            ("accessTokenUrl", Address),
            ("refreshTokenUrl", Address),
            ("client_authentication", Setting),
            ("scope", Setting),
            ("audience", Setting),
            ("resource", Setting),
        ]);
    }
    all.extend(place);
    all
}

/// What people call a type.
pub(in crate::lower) fn title(kind: &str) -> &str {
    match kind {
        "bearer" => "bearer authentication",
        "basic" => "basic authentication",
        "digest" => "digest authentication",
        "ntlm" => "NTLM",
        "oauth1" => "OAuth 1.0",
        "oauth2" => "OAuth 2.0",
        "awsv4" => "AWS signatures",
        "hawk" => "Hawk",
        "edgegrid" => "Akamai EdgeGrid",
        "jwt" => "the signed JWT",
        "asap" => "ASAP",
        other => other,
    }
}
