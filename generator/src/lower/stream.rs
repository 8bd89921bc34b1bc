//! Saved answers that come item by item: server-sent events, and lines of JSON.

use serde_json::Value;

use super::infer::Role;

/// What such an answer is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Items<'a> {
    /// Whether they are events, not lines.
    pub(super) is_events: bool,
    /// Whether all of them are JSON.
    pub(super) is_json: bool,
    /// Whether any of them is JSON.
    pub(super) holds_json: bool,
    /// All of it.
    pub(super) text: &'a str,
}

impl Items<'_> {
    /// What an item is to inference.
    pub(super) fn role(self) -> Role {
        if self.is_events { Role::Event } else { Role::Line }
    }
}

/// Data that says that no more follows.
const DONE: &str = "[DONE]";

/// What a media type is called whose bodies are lines of JSON.
const LINES: &[&str] = &["ndjson", "ldjson", "jsonl", "json-lines", "json-seq", "json-stream", "stream+json"];

/// Whether bodies of a media type are lines of JSON.
pub(super) fn is_lines(media_type: &str) -> bool {
    LINES.iter().any(|name| media_type.contains(name))
}

/// Whether a text of which nothing is known can be nothing but events.
pub(super) fn is_events(text: &str) -> bool {
    let mut lines = lines_of(text).filter(|line| !line.is_empty());
    let is_field = |line: &str| ["data:", "event:", "id:", "retry:", ":"].iter().any(|name| line.starts_with(name));
    lines_of(text).any(|line| line.starts_with("data:")) && lines.all(is_field)
}

/// The events of a body, and the data of them that is JSON.
pub(super) fn events(text: &str) -> (Items<'_>, Vec<Value>) {
    let mut data = Vec::new();
    let mut open: Option<String> = None;
    // People who save an answer cut it off, or its last line.
    for line in lines_of(text).chain([""]) {
        if line.is_empty() {
            data.extend(open.take());
        } else if let Some(value) = line.strip_prefix("data") {
            let value = value.strip_prefix(':').unwrap_or(value);
            let value = value.strip_prefix(' ').unwrap_or(value);
            match &mut open {
                Some(before) => *before = format!("{before}\n{value}"),
                None => open = Some(value.to_owned()),
            }
        }
    }
    let mut data: Vec<&str> =
        data.iter().map(|data| data.trim()).filter(|data| !data.is_empty() && *data != DONE).collect();
    let is_cut_off = !text.ends_with(['\n', '\r']) && data.len() > 1;
    if is_cut_off && data.last().is_some_and(|last| last.starts_with(['{', '[']) && json(last).is_none()) {
        data.pop();
    }
    // A number or a word may be text as well.
    let structured = |value: &Value| value.is_object() || value.is_array();
    let values: Vec<Value> = data.iter().filter_map(|data| json(data)).filter(structured).collect();
    let is_json = values.len() == data.len();
    (Items { is_events: true, is_json, holds_json: !values.is_empty(), text }, values)
}

/// The lines of a body, which may have a separator before each, and those of them that are JSON.
pub(super) fn lines(text: &str) -> (Items<'_>, Vec<Value>) {
    let text = text.trim_start_matches('\u{feff}');
    let separator = if text.starts_with('\u{1e}') { '\u{1e}' } else { '\n' };
    let lines = text.split(separator).map(str::trim).filter(|line| !line.is_empty());
    let values: Vec<Option<Value>> = lines.map(json).collect();
    let is_json = values.iter().all(Option::is_some);
    let values: Vec<Value> = values.into_iter().flatten().collect();
    (Items { is_events: false, is_json, holds_json: !values.is_empty(), text }, values)
}

/// The lines of a text, which may end in any of three ways.
fn lines_of(text: &str) -> impl Iterator<Item = &str> {
    text.trim_start_matches('\u{feff}').split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

fn json(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn data_is_put_together_and_what_is_no_event_is_left_out() {
        let text = ": hi\n\ndata: {\"a\":\ndata: 1}\nid: 3\n\nevent: ping\ndata:\n\ndata: [DONE]\n\n";
        for end in ["\n", "\r", "\r\n"] {
            let text = text.replace('\n', end);
            let (found, values) = events(&text);
            assert_eq!((found.is_json, &values[..]), (true, &[json!({"a": 1})][..]), "{end:?}");
        }
    }

    #[test]
    fn data_is_json_only_if_all_of_it_is() {
        let table: [(&str, bool, usize); 6] = [
            ("data: {}\n\ndata: []\n\n", true, 2),
            ("data: {}\n\ndata: hello\n\n", false, 1),
            ("data: 1\n\ndata: 2\n\n", false, 0),
            ("data: {}\n\ndata: {\"cut", true, 1),
            ("data: {}\n\ndata: {\"cut\n\n", false, 1),
            ("data: {}", true, 1),
        ];
        for (text, is_json, count) in table {
            let (found, values) = events(text);
            assert_eq!((found.is_json, values.len()), (is_json, count), "{text}");
        }
    }

    #[test]
    fn a_text_is_events_if_it_can_be_nothing_else() {
        assert!(is_events("event: a\r\ndata: 1\r\n\r\n: bye"));
        assert!(!is_events("data: 1\nand so on"));
        assert!(!is_events("id: 1\n"));
        assert!(!is_events(""));
    }

    #[test]
    fn lines_are_values_and_so_is_what_follows_a_separator() {
        assert_eq!(lines("{}\r\n\n[1]\n{\"cut").1, [json!({}), json!([1])]);
        assert_eq!(lines("\u{1e}{\n}\n\u{1e}2\n").1, [json!({}), json!(2)]);
        assert!(["application/x-ndjson", "application/jsonl", "application/geo+json-seq"].into_iter().all(is_lines));
        assert!(!is_lines("application/json"));
    }
}
