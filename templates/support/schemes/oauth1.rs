//! OAuth 1.0 (RFC 5849), signed with shared secrets: HMAC-SHA1, HMAC-SHA256, HMAC-SHA512 and
//! PLAINTEXT.

use aws_lc_rs::{digest, hmac};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::encode::{pairs, percent, sorted};
use super::scheme::{Additions, Moment, Parameters, Payload, Target, unusable};
use crate::support::error::Cause;

const NAME: &str = "OAuth 1.0";

const FORM: &str = "application/x-www-form-urlencoded";

/// The names that belong to the scheme; what a request has of them is replaced.
const NAMES: [&str; 10] = [
    "oauth_consumer_key",
    "oauth_token",
    "oauth_signature_method",
    "oauth_timestamp",
    "oauth_nonce",
    "oauth_version",
    "oauth_body_hash",
    "oauth_callback",
    "oauth_verifier",
    "oauth_signature",
];

/// Signs a request. Without a key or a secret it stays as it is.
pub(crate) fn sign(parameters: &Parameters, target: &Target<'_>, moment: &Moment) -> Result<Additions, Cause> {
    if parameters.get("consumerSecret").is_empty() {
        return Ok(Additions::default());
    }
    let method = method(parameters);
    let secrets = [parameters.get("consumerSecret"), parameters.get("tokenSecret")].map(percent).join("&");
    let algorithm = match method {
        "HMAC-SHA1" => hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY,
        "HMAC-SHA256" => hmac::HMAC_SHA256,
        "HMAC-SHA512" => hmac::HMAC_SHA512,
        "PLAINTEXT" => return sign_with(parameters, target, moment, &|_| Ok(secrets.clone())),
        _ => return Err(unknown_method(method)),
    };
    let key = hmac::Key::new(algorithm, secrets.as_bytes());
    sign_with(parameters, target, moment, &|base| Ok(STANDARD.encode(hmac::sign(&key, base.as_bytes()))))
}

pub(crate) fn method(parameters: &Parameters) -> &str {
    parameters.or("signatureMethod", "HMAC-SHA1")
}

pub(crate) fn unknown_method(method: &str) -> Cause {
    unusable(format!("`{method}` is not a signature method of OAuth 1.0 that this client knows"))
}

/// Signs a request with a signature of one's own: `signature` makes it from the base string.
pub(crate) fn sign_with(
    parameters: &Parameters,
    target: &Target<'_>,
    moment: &Moment,
    signature: &dyn Fn(&str) -> Result<String, Cause>,
) -> Result<Additions, Cause> {
    if parameters.get("consumerKey").is_empty() {
        return Ok(Additions::default());
    }
    let mut own = protocol_parameters(parameters, target, moment)?;
    let signature = signature(&base_string(target, &own)?)?;
    own.push(("oauth_signature", signature));
    place(parameters, target, own)
}

/// The parameters of the protocol, without the signature.
fn protocol_parameters(
    parameters: &Parameters,
    target: &Target<'_>,
    moment: &Moment,
) -> Result<Vec<(&'static str, String)>, Cause> {
    let seconds = moment.seconds().to_string();
    let always = [
        ("oauth_consumer_key", parameters.get("consumerKey")),
        ("oauth_token", parameters.get("token")),
        ("oauth_signature_method", method(parameters)),
        ("oauth_timestamp", parameters.or("timestamp", &seconds)),
        ("oauth_nonce", parameters.or("nonce", &moment.nonce)),
        ("oauth_version", parameters.get("version")),
    ];
    let hash = body_hash(parameters, target)?.unwrap_or_default();
    let extensions = [
        ("oauth_body_hash", hash.as_str()),
        ("oauth_callback", parameters.get("callback")),
        ("oauth_verifier", parameters.get("verifier")),
    ];
    let signs_empty = parameters.flag("addEmptyParamsToSign");
    let always = always.into_iter().filter(|pair| signs_empty || !pair.1.trim().is_empty());
    let extensions = extensions.into_iter().filter(|pair| !pair.1.trim().is_empty());
    Ok(always.chain(extensions).map(|(name, value)| (name, value.to_owned())).collect())
}

/// The hash of a body that is no form, if it is asked for: a form is signed as a whole.
fn body_hash(parameters: &Parameters, target: &Target<'_>) -> Result<Option<String>, Cause> {
    let media = target.media_type();
    let is_form = matches!(target.body, Payload::Parts) || media == FORM || media.starts_with("multipart/");
    if !parameters.flag("includeBodyHash") || is_form {
        return Ok(None);
    }
    let algorithm = match method(parameters).split_once('-').map(|parts| parts.1) {
        Some("SHA1") => &digest::SHA1_FOR_LEGACY_USE_ONLY,
        Some("SHA256") => &digest::SHA256,
        Some("SHA512") => &digest::SHA512,
        _ => return Ok(None),
    };
    Ok(Some(STANDARD.encode(digest::digest(algorithm, target.body.bytes(NAME)?))))
}

/// The body of a form whose fields are signed, and can have those of the scheme among them.
fn form<'a>(target: &Target<'a>) -> Result<Option<&'a [u8]>, Cause> {
    match target.body {
        Payload::Parts => Ok(None),
        body if target.media_type() == FORM => body.bytes(NAME).map(Some),
        _ => Ok(None),
    }
}

/// The text that is signed (RFC 5849, 3.4.1).
pub(crate) fn base_string(target: &Target<'_>, own: &[(&str, String)]) -> Result<String, Cause> {
    let url = format!("{}://{}{}", target.url.scheme(), target.authority(), target.url.path());
    let form = form(target)?.unwrap_or_default();
    let sent = pairs(target.url.query().unwrap_or_default().as_bytes()).chain(pairs(form));
    let others = sent.filter(|pair| !NAMES.contains(&pair.0.as_str()));
    let own = own.iter().map(|(name, value)| (percent(name), percent(value)));
    let all = sorted(others.chain(own).collect());
    Ok([target.method.to_ascii_uppercase(), url, all].map(percent).join("&"))
}

/// Puts the parameters where they shall stand: header, form or query.
fn place(parameters: &Parameters, target: &Target<'_>, own: Vec<(&'static str, String)>) -> Result<Additions, Cause> {
    if parameters.flag("addParamsToHeader") {
        return Additions::authorization(&header(parameters, &own));
    }
    let own = own.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    if matches!(target.method, "POST" | "PUT") && form(target)?.is_some() {
        return Ok(Additions { form: own, ..Additions::default() });
    }
    Ok(Additions { query: own, ..Additions::default() })
}

/// The header's text; the realm is no part of what is signed.
fn header(parameters: &Parameters, own: &[(&str, String)]) -> String {
    let encoded = |value: &str| match parameters.flag("disableHeaderEncoding") {
        true => value.to_owned(),
        false => percent(value),
    };
    let realm = Some(("realm", parameters.get("realm"))).into_iter();
    let pairs = realm.chain(own.iter().map(|(name, value)| (*name, value.trim())));
    let filled = pairs.filter(|pair| !pair.1.trim().is_empty());
    let parts: Vec<String> = filled.map(|(name, value)| format!("{name}=\"{}\"", encoded(value))).collect();
    format!("OAuth {}", parts.join(","))
}
