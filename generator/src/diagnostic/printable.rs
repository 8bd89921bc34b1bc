//! Text from a collection, made fit for a terminal: strangers wrote it, and it may hold escape sequences.

/// A text of any length with every character that would steer a terminal or hide something written as an escape:
/// `\u{1b}`, `\n`.
#[must_use]
pub fn escaped(text: &str) -> String {
    printable(text, usize::MAX)
}

/// A line of JSON that means the same and may be shown on a terminal.
#[must_use]
pub fn escaped_json(json: &str) -> String {
    let mut shown = String::with_capacity(json.len());
    // Nearly all text has none, and is copied as a whole.
    for piece in json.split_inclusive(|character| !is_harmless(character)) {
        let harmless = piece.trim_end_matches(|character| !is_harmless(character));
        shown.push_str(harmless);
        for character in piece[harmless.len()..].chars() {
            // It stands in a string: between those, JSON has no such character.
            let mut units = [0; 2];
            shown.extend(character.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    shown
}

/// The text with every character that would steer a terminal or hide something written as an escape: `\u{1b}`, `\n`.
/// What is longer than `limit` characters is cut and ends with `…`.
pub(super) fn printable(text: &str, limit: usize) -> String {
    let mut shown = String::with_capacity(text.len().min(limit));
    for (count, character) in text.chars().enumerate() {
        if count == limit {
            shown.push('…');
            break;
        }
        match character {
            _ if is_harmless(character) => shown.push(character),
            '\n' | '\r' | '\t' => shown.extend(character.escape_default()),
            _ => shown.extend(character.escape_unicode()),
        }
    }
    shown
}

/// The character itself, or a stand-in of the same width where it would steer a terminal or hide something.
pub(super) fn printable_char(character: char) -> char {
    if is_harmless(character) { character } else { '\u{fffd}' }
}

/// Neither a control character nor one that is invisible or turns the direction of the text around. The joiner of
/// emoji sequences may stay.
pub(crate) fn is_harmless(character: char) -> bool {
    matches!(character, ' '..='~')
        || !character.is_control()
            && !matches!(
                character,
                '\u{ad}'
                    | '\u{61c}'
                    | '\u{180e}'
                    | '\u{200b}'..='\u{200c}'
                    | '\u{200e}'..='\u{200f}'
                    | '\u{2028}'..='\u{202e}'
                    | '\u{2060}'..='\u{206f}'
                    | '\u{feff}'
                    | '\u{fff9}'..='\u{fffb}'
                    | '\u{e0000}'..='\u{e007f}'
            )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steering_characters_are_written_out() {
        let table = [
            ("plain — é 👩‍💻", "plain — é 👩‍💻"),
            ("\u{1b}[31mred", r"\u{1b}[31mred"),
            ("two\nlines\r\n", r"two\nlines\r\n"),
            ("a\u{202e}b\u{2066}c", r"a\u{202e}b\u{2066}c"),
            ("\u{9b}2J\u{7f}\0", r"\u{9b}2J\u{7f}\u{0}"),
            ("zero\u{200b}width", r"zero\u{200b}width"),
        ];
        for (text, expected) in table {
            assert_eq!(printable(text, 100), expected);
        }
    }

    #[test]
    fn json_keeps_its_meaning() {
        let json = "{\"a\":\"\u{9b}1m é \u{202e}\u{e0001} 👩‍💻\"}";
        let shown = escaped_json(json);
        assert_eq!(shown, r#"{"a":"\u009b1m é \u202e\udb40\udc01 👩‍💻"}"#);
        let read = |json: &str| serde_json::from_str::<serde_json::Value>(json).expect("JSON");
        assert_eq!(read(&shown), read(json));
    }

    #[test]
    fn long_text_is_cut() {
        assert_eq!(printable("abcdef", 3), "abc…");
        assert_eq!(printable("abc", 3), "abc");
    }
}
