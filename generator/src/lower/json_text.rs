//! JSON as people write it in Postman: a template, with comments.

use serde_json::Value;

use super::Context;
use crate::postman::text::{self, Part};

/// The JSON of a template: variables inside of strings stay, others are filled with their values.
pub(super) fn template_value(text: &str, context: &Context<'_>) -> Option<Value> {
    let filled = text::has_variable(text).then(|| fill_unquoted(text, context));
    serde_json::from_str(filled.as_deref().unwrap_or(text)).ok()
}

/// Replaces variables that stand outside of strings by their values, or by a string that holds the variable.
fn fill_unquoted(text: &str, context: &Context<'_>) -> String {
    let limit = text.len() + text::MAX_GROWTH;
    let mut filled = String::with_capacity(text.len());
    let mut in_string = false;
    for part in text::template(text) {
        match part {
            Part::Literal(literal) => {
                in_string = ends_in_string(&literal, in_string);
                filled.push_str(&literal);
            }
            Part::Variable(name) if in_string => {
                filled.push_str("{{");
                filled.push_str(&name);
                filled.push_str("}}");
            }
            Part::Variable(name) => {
                // Values may be long, and stand anywhere.
                let variable = format!("{{{{{name}}}}}");
                let value = (filled.len() <= limit).then(|| context.variables.whole_example(&variable));
                match value.filter(|value| serde_json::from_str::<Value>(value).is_ok()) {
                    Some(value) => filled.push_str(&value),
                    None => filled.push_str(&Value::String(variable).to_string()),
                }
            }
        }
    }
    filled
}

/// Whether JSON text that starts inside or outside of a string ends inside of one.
fn ends_in_string(text: &str, starts_inside: bool) -> bool {
    let (mut inside, mut escaped) = (starts_inside, false);
    for c in text.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if inside => escaped = true,
            '"' => inside = !inside,
            _ => {}
        }
    }
    inside
}

/// The text without its comments, as Postman sends it.
pub(super) fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let (mut rest, mut inside) = (text, false);
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '\\' if inside => c.len_utf8() + rest.chars().nth(1).map_or(0, char::len_utf8),
            _ => c.len_utf8(),
        };
        match comment(rest).filter(|_| !inside) {
            Some(comment) => rest = &rest[comment..],
            None => {
                inside ^= c == '"';
                kept.push_str(&rest[..length]);
                rest = &rest[length..];
            }
        }
    }
    kept
}

/// The length of the comment that a text begins with.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    let inner = text.strip_prefix("/*")?;
    Some(inner.find("*/").map_or(text.len(), |end| end + "/**/".len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_told_from_what_is_between() {
        assert!(ends_in_string(r#"{"a": ""#, false));
        assert!(!ends_in_string(r#"{"a": "b""#, false));
        assert!(ends_in_string(r#"{"a": "b\""#, false));
        assert!(!ends_in_string(r#"b\\""#, true));
    }

    #[test]
    fn comments_go_and_strings_stay() {
        assert_eq!(
            without_comments("{\"a\": 1, // one\r\n\"b\": \"/* no // */\"} // end"),
            "{\"a\": 1, \n\"b\": \"/* no // */\"} "
        );
        assert_eq!(without_comments("{/* é\n */\"a\\\"//\": 1}"), "{\"a\\\"//\": 1}");
        assert_eq!(without_comments("1 /* open"), "1 ");
        assert_eq!(without_comments("a / b"), "a / b");
    }
}
