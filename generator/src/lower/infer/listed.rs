//! Words that a description lists as the values of a field: "`status` is one of `open`, `paid` or `void`".

/// What says that words in quotes are values.
const SIGNS: &[&str] = &[
    "one of",
    "possible value",
    "allowed value",
    "valid value",
    "accepted value",
    "available value",
    "available option",
    "possible option",
    "valid option",
    "values:",
    "values are",
    "options:",
    "either",
    "can be",
    "may be",
    "must be",
    "enum",
];
/// How many words a list has at least.
const MIN_LISTED: usize = 2;
/// How much of a line is looked at, in bytes.
const LONGEST_LINE: usize = 600;

/// The words that a text lists for a key.
pub(super) fn words<'a>(text: &'a str, key: &str) -> Vec<&'a str> {
    let lines = text.lines().filter(|line| line.len() <= LONGEST_LINE);
    let found = lines.filter_map(|line| {
        let rest = after_key(line, key)?;
        let lower = rest.to_lowercase();
        let words: Vec<&str> = quoted(rest).into_iter().filter(|word| is_word(word) && *word != key).collect();
        (words.len() >= MIN_LISTED && SIGNS.iter().any(|sign| lower.contains(sign))).then_some(words)
    });
    found.max_by_key(Vec::len).unwrap_or_default()
}

/// What follows a key in a line, where it stands as a word of its own.
fn after_key<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    let is_of_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(key).find_map(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + key.len()..]);
        (!before.ends_with(is_of_word) && !after.starts_with(is_of_word)).then_some(after)
    })
}

/// What stands in code spans, or in quotes where there are none.
fn quoted(text: &str) -> Vec<&str> {
    // The first may close what the key stands in.
    let code: Vec<&str> = text.strip_prefix('`').unwrap_or(text).split('`').skip(1).step_by(2).collect();
    if code.len() >= MIN_LISTED { code } else { text.split('"').skip(1).step_by(2).collect() }
}

fn is_word(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_alphabetic())
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists() {
        let table: &[(&str, &str, &[&str])] = &[
            ("`status` is one of `open`, `paid` or `void`.", "status", &["open", "paid", "void"]),
            ("| status | string | Possible values: \"open\", \"paid\" |", "status", &["open", "paid"]),
            ("The order's status can be `open` or `paid`.", "status", &["open", "paid"]),
            ("`order_status` is one of `open`, `paid`", "status", &[]),
            ("{\"status\": \"open\", \"kind\": \"x\"}", "status", &[]),
            ("`status` must be `open`.", "status", &[]),
            ("See `open` and `paid`.", "status", &[]),
        ];
        for (text, key, expected) in table {
            assert_eq!(words(text, key), *expected, "{text}");
        }
    }
}
