//! Names of kinds that stand where examples should be: what importers of API definitions write, such as `"<integer>"`.
//!
//! Where the kind is one of text, the name is as good as any text. Else a value of the kind takes its place, so that all that
//! follows sees what a server or a caller would send.

use serde_json::Value;

use crate::model::Format;

/// A number that is no integer, so that its place is one of floats.
const FLOAT: f64 = 0.5;

/// Puts values in the places of names of kinds; whether there were any.
pub(super) fn fill(value: &mut Value) -> bool {
    match value {
        Value::String(text) => match stand_in(text) {
            Some(found) => {
                *value = found;
                true
            }
            None => false,
        },
        // All of them are looked at, so no short cut.
        Value::Array(elements) => elements.iter_mut().fold(false, |filled, element| fill(element) | filled),
        Value::Object(members) => members.values_mut().fold(false, |filled, member| fill(member) | filled),
        _ => false,
    }
}

/// A value of the kind that a text names, unless that kind is text.
fn stand_in(text: &str) -> Option<Value> {
    let name = name(text)?;
    // An importer stops where a type holds itself, and tells nothing of what would be there.
    if name.starts_with("Circular reference") {
        return Some(Value::Null);
    }
    match name.to_ascii_lowercase().as_str() {
        "integer" | "int" | "int32" | "int64" | "long" | "short" => Some(Value::from(0)),
        "number" | "float" | "double" | "decimal" => Some(Value::from(FLOAT)),
        "boolean" | "bool" => Some(Value::from(true)),
        "null" | "object" | "array" | "any" => Some(Value::Null),
        _ => None,
    }
}

/// The form of the text whose kind is named.
pub(super) fn format(text: &str) -> Option<Format> {
    match name(text)?.to_ascii_lowercase().as_str() {
        "datetime" | "date-time" => Some(Format::Timestamp),
        "date" => Some(Format::Date),
        "uuid" => Some(Format::Uuid),
        "uri" | "url" => Some(Format::Url),
        "byte" => Some(Format::Base64),
        _ => None,
    }
}

/// Whether a text is the name of a kind rather than an example.
pub(super) fn is_name(text: &str) -> bool {
    name(text).is_some()
}

/// What stands between the brackets of a text that is nothing else.
fn name(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('<')?.strip_suffix('>')?;
    (!inner.is_empty() && !inner.contains(['<', '>'])).then_some(inner)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_take_the_places_of_kinds() {
        let mut value = json!({
            "id": "<long>", "name": "<string>", "price": "<number>", "open": "<boolean>", "at": "<dateTime>",
            "parent": "<Circular reference to #/components/schemas/Folder detected>",
            "tags": ["<integer>", "<integer>"], "html": "<b>bold</b>", "empty": "<>",
        });
        assert!(fill(&mut value));
        let expected = json!({
            "id": 0, "name": "<string>", "price": 0.5, "open": true, "at": "<dateTime>", "parent": null,
            "tags": [0, 0], "html": "<b>bold</b>", "empty": "<>",
        });
        assert_eq!(value, expected);
        assert!(!fill(&mut value), "nothing is left to fill in");
    }

    #[test]
    fn forms_of_text() {
        assert_eq!(format("<dateTime>"), Some(Format::Timestamp));
        assert_eq!(format("<uri>"), Some(Format::Url));
        assert_eq!(format("<string>"), None);
        assert_eq!(format("dateTime"), None);
    }
}
