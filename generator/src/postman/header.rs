//! Headers of requests and answers.

use serde_json::Value;

use super::read::Cursor;
use super::{Header, Saved};
use crate::diagnostic::Diagnostic;
use crate::origin::Origin;
use crate::secrets;

/// The headers of a request or an answer: a list, one text of lines, or an object of values.
pub(super) fn headers(owner: &Cursor<'_>) -> Vec<Header> {
    let Some(headers) = owner.get("header") else {
        return Vec::new();
    };
    match headers.value() {
        Value::String(text) => lines(text, &headers),
        Value::Object(_) => {
            let member = |(key, value): (&str, Cursor<'_>)| plain(key, &value.any_text(), value.origin(), Own::Text);
            headers.members().map(member).collect()
        }
        _ => headers.entries().into_iter().filter_map(header).collect(),
    }
}

fn header(entry: Cursor<'_>) -> Option<Header> {
    if let Value::String(line) = entry.value() {
        let (key, value) = line.split_once(':').unwrap_or((line, ""));
        return Some(plain(key.trim(), value.trim(), entry.origin(), Own::Part));
    }
    let entry = entry.object()?;
    let key = entry.text_of("key").unwrap_or_default();
    let value = entry.any_text_of("value").unwrap_or_default();
    Some(Header {
        value: saved(&key, value, Some(entry.origin().key("value").pointer)),
        key,
        disabled: entry.flag("disabled"),
        description: entry.description(),
        origin: entry.origin(),
    })
}

/// Reads lines of `name: value`; a line that begins with space goes on with the one before.
fn lines(text: &str, place: &Cursor<'_>) -> Vec<Header> {
    let mut headers: Vec<Header> = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match (split_line(line), headers.last_mut()) {
            (Some((key, value)), _) => headers.push(plain(key, value, place.origin(), Own::Part)),
            (None, Some(last)) if line.starts_with([' ', '\t']) => {
                last.value = saved(&last.key, format!("{} {}", *last.value, line.trim()), None);
            }
            (None, _) => place.report(
                // The line itself may be a secret.
                Diagnostic::warning(
                    "unreadable-header",
                    format!("line {} is no header: expected `name: value`", index + 1),
                )
                .hint("mend the line, or remove it"),
            ),
        }
    }
    headers
}

/// As Postman cuts it: the name is what comes before the last colon of the text up to the first space.
fn split_line(line: &str) -> Option<(&str, &str)> {
    let word = line.split(char::is_whitespace).next()?;
    let colon = word.rfind(':').filter(|&at| at > 0)?;
    Some((&line[..colon], line[colon + 1..].trim()))
}

/// What the text is at the place of a header.
enum Own {
    /// The value.
    Text,
    /// More than the value.
    Part,
}

fn plain(key: &str, value: &str, origin: Origin, own: Own) -> Header {
    let pointer = match own {
        Own::Text => Some(origin.pointer.clone()),
        Own::Part => None,
    };
    let value = saved(key, value.to_owned(), pointer);
    Header { key: key.to_owned(), value, disabled: false, description: None, origin }
}

fn saved(key: &str, value: String, pointer: Option<String>) -> Saved<String> {
    Saved::new(value, pointer).secret_if(|value| secrets::is_literal(key, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_as_postman_cuts_them() {
        let table = [
            ("Accept: */*", Some(("Accept", "*/*"))),
            ("Accept:*/*", Some(("Accept", "*/*"))),
            ("Location: http://x:80/", Some(("Location", "http://x:80/"))),
            ("Host:localhost:80", Some(("Host:localhost", "80"))),
            ("Empty:", Some(("Empty", ""))),
            ("Accept : x", None),
            (" folded: x", None),
            (":x", None),
            ("x", None),
        ];
        for (line, expected) in table {
            assert_eq!(split_line(line), expected, "for `{line}`");
        }
    }
}
