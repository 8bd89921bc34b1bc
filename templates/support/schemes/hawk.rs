//! Hawk: a MAC of the request, and of its body if that is asked for.

use aws_lc_rs::{digest, hmac};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::scheme::{Additions, Moment, Parameters, Target, unusable};
use crate::support::error::Cause;

/// Signs a request. Without an ID or a key it stays as it is.
pub(crate) fn sign(parameters: &Parameters, target: &Target<'_>, moment: &Moment) -> Result<Additions, Cause> {
    if parameters.get("authId").is_empty() || parameters.get("authKey").is_empty() {
        return Ok(Additions::default());
    }
    let algorithm = match parameters.or("algorithm", "sha256") {
        "sha256" => hmac::HMAC_SHA256,
        "sha1" => hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY,
        other => return Err(unusable(format!("`{other}` is not an algorithm of Hawk"))),
    };
    let seconds = moment.seconds().to_string();
    let request = Request {
        timestamp: parameters.or("timestamp", &seconds),
        nonce: parameters.or("nonce", &moment.nonce),
        hash: payload_hash(parameters, target, algorithm)?,
    };
    let key = hmac::Key::new(algorithm, parameters.get("authKey").as_bytes());
    let mac = STANDARD.encode(hmac::sign(&key, request.normalized(parameters, target).as_bytes()));
    Additions::authorization(&request.header(parameters, &mac))
}

/// What a request has that no other has.
struct Request<'a> {
    timestamp: &'a str,
    nonce: &'a str,
    hash: String,
}

impl Request<'_> {
    /// The text that is signed.
    fn normalized(&self, parameters: &Parameters, target: &Target<'_>) -> String {
        let ext = parameters.get("extraData").replace('\\', "\\\\").replace('\n', "\\n");
        let method = target.method.to_ascii_uppercase();
        let resource = target.path_and_query();
        let host = target.url.host_str().unwrap_or_default();
        let port = target.url.port_or_known_default().unwrap_or_default().to_string();
        let mut lines = vec!["hawk.1.header", self.timestamp, self.nonce, &method, &resource, host, &port];
        lines.extend([self.hash.as_str(), &ext]);
        if !parameters.get("app").is_empty() {
            lines.extend([parameters.get("app"), parameters.get("delegation")]);
        }
        lines.iter().map(|line| format!("{line}\n")).collect()
    }

    fn header(&self, parameters: &Parameters, mac: &str) -> String {
        let app = parameters.get("app");
        let delegation = if app.is_empty() { "" } else { parameters.get("delegation") };
        let optional = [("hash", self.hash.as_str()), ("ext", parameters.get("extraData")), ("mac", mac)];
        let parts: Vec<String> = [("id", parameters.get("authId")), ("ts", self.timestamp), ("nonce", self.nonce)]
            .into_iter()
            .chain(optional)
            .chain([("app", app), ("dlg", delegation)])
            .filter(|part| !part.1.is_empty())
            .map(|(name, value)| format!("{name}=\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")))
            .collect();
        format!("Hawk {}", parts.join(", "))
    }
}

/// The hash of the body, if it is asked for and there is a body; "" otherwise.
fn payload_hash(parameters: &Parameters, target: &Target<'_>, algorithm: hmac::Algorithm) -> Result<String, Cause> {
    if !parameters.flag("includePayloadHash") {
        return Ok(String::new());
    }
    let body = target.body.bytes_but_of_parts("Hawk")?;
    if body.is_empty() {
        return Ok(String::new());
    }
    let mut hash = digest::Context::new(algorithm.digest_algorithm());
    for part in [b"hawk.1.payload\n", target.media_type().as_bytes(), b"\n", body, b"\n"] {
        hash.update(part);
    }
    Ok(STANDARD.encode(hash.finish()))
}
