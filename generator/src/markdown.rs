//! Plain text in Markdown, for rustdoc, for pages and for reports.

use crate::diagnostic::is_harmless;

/// Text that Markdown must not read as markup.
#[must_use]
pub fn text(text: &str) -> String {
    // Blanks before it would make it a block of code.
    let line = one_line(text);
    let line = line.trim();
    let mut out = String::with_capacity(line.len());
    // `1. Create` is no list.
    let number = line.find(|c: char| !c.is_ascii_digit()).filter(|&end| end > 0);
    for (at, c) in line.char_indices() {
        let is_markup = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&');
        let is_list = match c {
            '.' | ')' => number == Some(at),
            // Nor is `===` the line under a heading.
            '-' | '+' | '=' => at == 0,
            _ => false,
        };
        if is_markup || is_list {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A text with a space for each character that does more than be seen.
fn one_line(text: &str) -> String {
    text.replace(|c| !is_harmless(c), " ")
}

/// A value as a span of code: one line, and nothing in it ends the span.
#[must_use]
pub fn code(text: &str) -> String {
    let line = one_line(text);
    let line = line.trim();
    match (line, longest_run(line)) {
        ("", _) => "` `".to_owned(),
        (line, 0) => format!("`{line}`"),
        (line, longest) => {
            let fence = "`".repeat(longest + 1);
            format!("{fence} {line} {fence}")
        }
    }
}

/// Lines as a block of code, which nothing in it ends.
#[must_use]
pub fn block(text: &str, language: &str) -> String {
    let lines = text.replace(|c| !is_harmless(c) && c != '\n', " ");
    let fence = "`".repeat(3.max(longest_run(&lines) + 1));
    format!("{fence}{language}\n{lines}\n{fence}")
}

/// How many backticks stand side by side, at most.
fn longest_run(text: &str) -> usize {
    let runs = text.bytes().scan(0, |run, byte| {
        *run = if byte == b'`' { *run + 1 } else { 0 };
        Some(*run)
    });
    runs.max().unwrap_or(0)
}

/// Markdown in a cell of a table: one line, no bars but escaped ones.
#[must_use]
pub fn cell(markdown: &str) -> String {
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
            ("\t\u{1b}   a();  ", "a();"),
            ("===", "\\==="),
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
    fn nothing_leaves_a_block_of_code() {
        assert_eq!(block("a\nb", "sh"), "```sh\na\nb\n```");
        assert_eq!(block("a\n```\nb\u{1b}", "text"), "````text\na\n```\nb \n````");
    }

    #[test]
    fn cells_end_where_they_should() {
        assert_eq!(cell("a | b \\| c\n\nd \\\\|"), "a \\| b \\| c d \\\\\\|");
    }
}
