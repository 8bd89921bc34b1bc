//! Settings of how requests are sent: the key `protocolProfileBehavior`, proxies and certificates.

use serde_json::Value;

use super::read::Cursor;
use crate::diagnostic::Diagnostic;

/// Settings that say what a request is made of, and that the client does not know.
const CONTENT: &[&str] = &["disableCookies", "disableUrlEncoding", SYSTEM_HEADERS];
/// Headers that Postman does not add. That it adds no `Content-Type` is kept.
const SYSTEM_HEADERS: &str = "disabledSystemHeaders";
/// Settings of the connection and of redirects, which belong to the HTTP client.
const TRANSPORT: &[&str] = &[
    "certificate",
    "followAuthorizationHeader",
    "followOriginalHttpMethod",
    "followRedirects",
    "insecureHTTPParser",
    "maxRedirects",
    "proxy",
    "removeRefererHeaderOnRedirect",
    "strictSSL",
    "tlsCipherSelection",
    "tlsDisabledProtocols",
    "tlsPreferServerCiphers",
];

/// The key `protocolProfileBehavior`, as written.
pub(super) fn behavior(owner: &Cursor<'_>) -> Option<Value> {
    let behavior = owner.get("protocolProfileBehavior")?;
    report_unsupported(&behavior);
    Some(behavior.value().clone())
}

/// Reports the settings among the members of an object that change what is sent and cannot be kept.
pub(super) fn report_unsupported(owner: &Cursor<'_>) {
    for (key, value) in owner.members().filter(|(key, value)| *key != SYSTEM_HEADERS || hides_more(value)) {
        let hint = if CONTENT.contains(&key) {
            "set what the server needs on the call"
        } else if TRANSPORT.contains(&key) {
            "give the builder of the client an HTTP client that is set up in this way"
        } else {
            continue;
        };
        let message = format!("the setting `{key}` is left out");
        value.report(Diagnostic::note("unsupported-setting", message).hint(hint));
    }
}

/// Whether headers are left out beside the `Content-Type`.
fn hides_more(headers: &Cursor<'_>) -> bool {
    let mut names = headers.members().filter(|(_, header)| header.value() != false).map(|(name, _)| name);
    !headers.value().is_object() || names.any(|name| name != "content-type")
}
