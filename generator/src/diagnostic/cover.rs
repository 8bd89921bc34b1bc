//! Values in a line of JSON, which may be secrets: of a line, people are shown its keys and its structure.

use std::ops::Range;

/// Keys whose values say what something is called or of which kind it is.
const TELLING: &[&str] = &["name", "key", "type", "mode", "method", "listen", "language", "schema"];
/// Values that everybody may see.
const WORDS: &[&str] = &["true", "false", "null"];

/// The parts of a line that are not to be shown, as far as they reach into a window; the quotes around a text are no part of it.
///
/// The line may be any text: of what is no JSON, only what looks like its structure is shown.
pub(super) fn hidden(line: &str, window: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut hide = |part: Range<usize>| {
        if part.start < window.end && part.end > window.start && !part.is_empty() {
            found.push(part);
        }
    };
    let (mut at, mut is_telling) = (0, false);
    while at < window.end {
        let rest = &line[at..];
        let Some(first) = rest.chars().next() else { break };
        match first {
            '{' | '}' | '[' | ']' | ',' => {
                is_telling = false;
                at += 1;
            }
            ':' => at += 1,
            _ if first.is_whitespace() => at += first.len_utf8(),
            '"' => {
                let inner = at + 1..at + 1 + end_of_text(&rest[1..]);
                let after = line.get(inner.end + 1..).unwrap_or_default();
                at = line.len().min(inner.end + 1);
                if after.trim_start().starts_with(':') {
                    is_telling = TELLING.contains(&&line[inner]);
                } else if !is_telling {
                    hide(inner);
                }
            }
            _ => {
                let length = rest.find(|c: char| c.is_whitespace() || "{}[],:\"".contains(c)).unwrap_or(rest.len());
                if !WORDS.contains(&&rest[..length]) {
                    hide(at..at + length);
                }
                at += length;
            }
        }
    }
    found
}

/// Where a text ends that begins here, at its closing quote or with the line.
fn end_of_text(text: &str) -> usize {
    let mut is_escaped = false;
    let end = text.bytes().position(|byte| {
        let ends = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        ends
    });
    end.unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str) -> String {
        let mut shown = line.to_owned();
        for part in hidden(line, &(0..line.len())).into_iter().rev() {
            shown.replace_range(part, "*");
        }
        shown
    }

    #[test]
    fn only_structure_and_keys_are_shown() {
        let table = [
            (r#"{"bearer": "s3cr3t", "on": true, "pin": 1234}"#, r#"{"bearer": "*", "on": true, "pin": *}"#),
            (
                r#"{"key": "token", "value": "a\"b: {"}, "name" : "x""#,
                r#"{"key": "token", "value": "*"}, "name" : "x""#,
            ),
            (r#"["a", "b"]"#, r#"["*", "*"]"#),
            (r#""name": ["s3cr3t"], "name": {"a": "b"}"#, r#""name": ["*"], "name": {"a": "*"}"#),
            (r#""a": "é unclosed \" s3cr3t"#, r#""a": "*"#),
            (r#"s3cr3t", "value": "x""#, r#"*"*"*"*"*""#),
            ("token s3cr3t: 'x'", "* *: *"),
            ("\"a\\", "\"*"),
            ("", ""),
        ];
        for (line, expected) in table {
            assert_eq!(shown(line), expected, "{line}");
        }
    }

    #[test]
    fn only_the_window_is_looked_at() {
        let line = r#"["ab", "cd", "ef"]"#;
        let found = hidden(line, &(8..10)).into_iter().map(|part| &line[part]);
        assert_eq!(found.collect::<Vec<_>>(), ["cd"]);
    }
}
