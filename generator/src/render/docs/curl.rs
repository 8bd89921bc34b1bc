//! The `curl` line of an operation.

use heck::ToShoutySnakeCase;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::curl_body;
use crate::dynamic::shown;
use crate::model::{Api, Auth, Operation, Piece, Scheme, Segment};
use crate::postman::text::{Part, template};

/// A command that sends the request with the collection's own values; variables are those of the shell.
pub(super) fn line(api: &Api, operation: &Operation) -> String {
    let mut parts = vec!["curl".to_owned()];
    if operation.method != "GET" {
        parts.push(format!("-X {}", quote(&operation.method)));
    }
    parts.push(url(api, operation));
    if let Some(header) = authorization(api, operation) {
        parts.push(format!("-H {header}"));
    }
    if let Some(user) = user(api, operation) {
        parts.push(user);
    }
    for header in operation.headers.iter().filter(|header| !brings(api, operation, &header.wire)) {
        if let Some(value) = header.example.as_ref().filter(|_| !header.values.is_empty()) {
            parts.push(format!("-H {}", quote_template(&shown(&format!("{}: {value}", header.wire)))));
        }
    }
    if let Some(media_type) = curl_body::media_type(operation) {
        parts.push(format!("-H {}", quote(&format!("Content-Type: {media_type}"))));
    }
    if let Some(body) = &operation.body {
        parts.extend(curl_body::options(&body.kind));
    }
    parts.join(" \\\n  ")
}

fn url(api: &Api, operation: &Operation) -> String {
    let server = api.servers.get(operation.server);
    let server = server.map(|server| server.example.as_deref().unwrap_or(&server.url)).unwrap_or_default();
    let path: String = operation.path.iter().map(|segment| format!("/{}", shell_segment(segment))).collect();
    let fixed = operation.query.iter().filter_map(|query| {
        let credential = query.example.as_deref().filter(|_| query.credential.is_some());
        Some((query.wire.as_str(), query.fixed.as_deref().or(credential)?))
    });
    let queries = operation.query_by_name();
    let set = operation.replay.shown_setters().filter_map(|(step, value)| {
        let query = queries.get(&step.name)?;
        Some((query.wire.as_str(), value))
    });
    let mut pairs: Vec<String> =
        fixed.chain(set).map(|(wire, value)| format!("{}={}", encoded(wire), encoded(&shown(value)))).collect();
    let auth = api.auth_of(operation);
    let value = match auth {
        Auth::Query { value, .. } => Some(value.as_str()),
        _ => auth.parameter("accessToken"),
    };
    if let (Some(name), Some(value)) = (auth.query(), value) {
        pairs.push(format!("{}={}", encoded(name), credentials(value)));
    }
    let query = if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) };
    format!("\"{}{path}{query}\"", in_double_quotes(server))
}

/// A text of a URL inside of double quotes; what is between braces becomes a variable of the shell.
fn encoded(text: &str) -> String {
    let parts = template(text).into_iter().map(|part| match part {
        Part::Literal(text) => utf8_percent_encode(&text, URL_TEXT).to_string(),
        Part::Variable(name) => variable(&name),
    });
    parts.collect()
}

/// What stands for itself in a query.
const URL_TEXT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b',').remove(b':');

/// A variable of the shell: `${MODEL_ID}`.
fn variable(name: &str) -> String {
    let name: String = name.to_shouty_snake_case().chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    format!("${{{}}}", if name.is_empty() { "VARIABLE" } else { &name })
}

/// A text as one word of a shell, its variables taken from the shell.
pub(super) fn quote_template(text: &str) -> String {
    let quoted = quote(text);
    let mut out = String::with_capacity(quoted.len());
    for part in template(&quoted) {
        match part {
            Part::Literal(text) => out.push_str(&text),
            Part::Variable(name) if quoted.starts_with('\'') => out.push_str(&format!("'\"{}\"'", variable(&name))),
            Part::Variable(name) => out.push_str(&variable(&name)),
        }
    }
    out
}

fn shell_segment(segment: &Segment) -> String {
    let pieces = segment.0.iter().map(|piece| match piece {
        Piece::Literal(text) => encoded(text),
        Piece::Variable(name) | Piece::Segments(name) => variable(name),
    });
    pieces.collect()
}

fn authorization(api: &Api, operation: &Operation) -> Option<String> {
    let auth = api.auth_of(operation);
    match auth {
        Auth::Header { name, value } => Some(format!("\"{}: {}\"", in_double_quotes(name), credentials(value))),
        Auth::Bearer { token } => Some(format!("\"Authorization: Bearer {}\"", credentials(token))),
        Auth::Scheme { scheme: Scheme::OAuth2, .. } if auth.query().is_none() => {
            let (prefix, token) = (auth.parameter("headerPrefix").unwrap_or("Bearer"), auth.parameter("accessToken")?);
            Some(format!("\"Authorization: {}\"", format!("{} {}", credentials(prefix), credentials(token)).trim()))
        }
        _ => None,
    }
}

/// The options of a way of authentication that curl knows itself.
fn user(api: &Api, operation: &Operation) -> Option<String> {
    let auth = api.auth_of(operation);
    let pair = |name, password| {
        let [name, password] = [name, password].map(|key| credentials(auth.parameter(key).unwrap_or_default()));
        format!("-u \"{name}:{password}\"")
    };
    match auth {
        Auth::Basic { username, password } => {
            Some(format!("-u \"{}:{}\"", credentials(username), credentials(password)))
        }
        Auth::Scheme { scheme: Scheme::Digest, .. } => Some(format!("--digest {}", pair("username", "password"))),
        Auth::Scheme { scheme: Scheme::Ntlm, .. } => Some(format!("--ntlm {}", pair("username", "password"))),
        Auth::Scheme { scheme: Scheme::AwsV4, .. } => {
            let setting = |name, default| credentials(auth.parameter(name).unwrap_or(default));
            let (region, service) = (setting("region", "us-east-1"), setting("service", "execute-api"));
            Some(format!("--aws-sigv4 \"aws:amz:{region}:{service}\" {}", pair("accessKey", "secretKey")))
        }
        _ => None,
    }
}

/// Whether authentication sends a header of this name.
fn brings(api: &Api, operation: &Operation, header: &str) -> bool {
    api.auth_of(operation).header().is_some_and(|name| name.eq_ignore_ascii_case(header))
}

/// A template of credentials with the shell's variables: `Key {key}` is `Key ${KEY}`.
fn credentials(template: &str) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some(start) = rest.find('{') {
        let Some(end) = rest[start..].find('}').map(|end| start + end) else { break };
        out.push_str(&in_double_quotes(&rest[..start]));
        out.push_str(&variable(rest[start + 1..end].trim_end_matches('?')));
        rest = &rest[end + 1..];
    }
    out.push_str(&in_double_quotes(rest));
    out
}

/// Text inside of double quotes of a shell.
fn in_double_quotes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '"' | '\\' | '$' | '`') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}

/// Text as one word of a shell.
fn quote(text: &str) -> String {
    let plain = !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_./".contains(c));
    if plain { text.to_owned() } else { format!("'{}'", text.replace('\'', "'\\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_its_quotes() {
        assert_eq!(quote("POST"), "POST");
        assert_eq!(quote("it's $HOME"), "'it'\\''s $HOME'");
        assert_eq!(in_double_quotes("\"; rm -rf $HOME `x`"), "\\\"; rm -rf \\$HOME \\`x\\`");
        assert_eq!(credentials("Key {key}"), "Key ${KEY}");
        assert_eq!(quote_template("{\"id\": \"{{model_id}}\"}"), "'{\"id\": \"'\"${MODEL_ID}\"'\"}'");
        assert_eq!(encoded("a b&{{x}}"), "a%20b%26${X}");
    }
}
