//! Plain text in Markdown, for rustdoc and for pages.

use crate::diagnostic::is_harmless;

/// Text that Markdown must not read as markup.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // `1. Create` is no list.
    let number = text.find(|c: char| !c.is_ascii_digit()).filter(|&end| end > 0);
    for (at, c) in text.char_indices() {
        let is_markup = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&');
        let is_list = match c {
            '.' | ')' => number == Some(at),
            '-' | '+' => at == 0,
            _ => false,
        };
        if is_markup || is_list {
            out.push('\\');
        }
        out.push(if is_harmless(c) { c } else { ' ' });
    }
    out
}

/// A value as a span of code: one line, and nothing in it ends the span.
pub(super) fn code(text: &str) -> String {
    let line: String = text.chars().map(|c| if is_harmless(c) { c } else { ' ' }).collect();
    let line = line.trim();
    let longest = line.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    match (line, longest) {
        ("", _) => "` `".to_owned(),
        (line, 0) => format!("`{line}`"),
        (line, longest) => {
            let fence = "`".repeat(longest + 1);
            format!("{fence} {line} {fence}")
        }
    }
}

/// A text of several lines as a block of code, which nothing in it ends.
pub(super) fn block(text: &str) -> String {
    let text: String = text.chars().map(|c| if is_harmless(c) || c == '\n' { c } else { ' ' }).collect();
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}text\n{text}\n{fence}")
}

/// Markdown in a cell of a table: one line, no bars but escaped ones.
pub(super) fn cell(markdown: &str) -> String {
    let line = markdown.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(line.len());
    let mut escaped = false;
    for c in line.chars() {
        if c == '|' && !escaped {
            out.push('\\');
        }
        escaped = c == '\\' && !escaped;
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_no_markup() {
        let table = [
            ("List of <T> [items]", "List of \\<T\\> \\[items\\]"),
            ("1. Create", "1\\. Create"),
            ("12) Create", "12\\) Create"),
            ("- v1.0 -", "\\- v1.0 -"),
            ("a\nb", "a b"),
        ];
        for (plain, expected) in table {
            assert_eq!(text(plain), expected, "{plain}");
        }
    }

    #[test]
    fn nothing_leaves_a_span_of_code() {
        assert_eq!(code("page"), "`page`");
        assert_eq!(code("k`\n```rust\nfn main() {}\n```"), "```` k` ```rust fn main() {} ``` ````");
        assert_eq!(code("a\u{202e}b"), "`a b`");
        assert_eq!(code("\n"), "` `");
    }

    #[test]
    fn cells_end_where_they_should() {
        assert_eq!(cell("a | b \\| c\n\nd \\\\|"), "a \\| b \\| c d \\\\\\|");
    }
}
