//! Examples as a page can show them.

use serde::{Serialize, Serializer};
use serde_json::Value;

/// How many lines of JSON a page shows of a body or an answer.
const EXAMPLE_LINES: usize = 30;
/// How deep the first attempt goes to fit in.
const EXAMPLE_DEPTH: usize = 8;

/// JSON cut down until a page can show it: one element of each list, and as deep as fits.
pub(super) fn excerpt(value: &Value) -> String {
    let fits = |depth: &usize| lines(value, *depth) <= EXAMPLE_LINES;
    let depth = (1..=EXAMPLE_DEPTH).rev().find(fits).unwrap_or(0);
    serde_json::to_string_pretty(&Shortened { value, depth }).unwrap_or_default()
}

/// How many lines a value takes when it is cut down to a depth.
fn lines(value: &Value, depth: usize) -> usize {
    match value {
        Value::Object(members) => {
            let kept = members.values().filter(|member| is_kept(member, depth));
            let inner: usize = kept.map(|member| lines(member, depth.saturating_sub(1))).sum();
            if inner == 0 { 1 } else { inner + 2 }
        }
        Value::Array(elements) => elements.first().map_or(1, |element| lines(element, depth) + 2),
        _ => 1,
    }
}

/// Whether a member is shown at a depth.
fn is_kept(member: &Value, depth: usize) -> bool {
    depth > 0 || !(member.is_object() || member.is_array())
}

/// A value cut down to one element of each list and some depth.
struct Shortened<'a> {
    value: &'a Value,
    depth: usize,
}

impl Serialize for Shortened<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let depth = self.depth;
        match self.value {
            Value::Object(members) => {
                let kept = members.iter().filter(|(_, member)| is_kept(member, depth));
                serializer
                    .collect_map(kept.map(|(key, value)| (key, Shortened { value, depth: depth.saturating_sub(1) })))
            }
            Value::Array(elements) => {
                serializer.collect_seq(elements.iter().take(1).map(|value| Shortened { value, depth }))
            }
            other => other.serialize(serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn lines_are_those_that_are_printed() {
        let value = json!({ "a": [{ "b": { "c": [1, 2], "d": {} } }], "e": [], "f": {}, "g": "h" });
        for depth in 0..5 {
            let printed = serde_json::to_string_pretty(&Shortened { value: &value, depth }).unwrap_or_default();
            assert_eq!(lines(&value, depth), printed.lines().count(), "{printed}");
        }
    }

    #[test]
    fn what_is_long_is_cut_to_what_fits() {
        let deep =
            json!({ "id": 1, "many": (0..40).map(|n| (n.to_string(), json!(n))).collect::<serde_json::Map<_, _>>() });
        assert_eq!(excerpt(&deep), "{\n  \"id\": 1\n}");
        assert_eq!(excerpt(&json!([1, 2, 3])), "[\n  1\n]");
    }
}
