//! A file that is read: its text, and the name that people know it by.

mod credentials;

use std::borrow::Cow;

pub(crate) use credentials::COVER;

/// The text of a JSON file with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    name: String,
    text: String,
    /// Where half characters were replaced.
    repairs: Vec<usize>,
    /// Whether there are covered credentials.
    covered: bool,
}

impl Source {
    /// Takes the text of a file and the name under which messages speak of it: `collection.json`.
    ///
    /// A byte order mark is dropped. Escapes of half a surrogate pair (`\ud83d` alone), which are legal in JSON and
    /// which no Rust string can hold, become `\ufffd`, the character that they are sent as.
    ///
    /// Live credentials that are known by their shape, such as `PMAK-...`, are covered here, so that nothing that comes after sees
    /// them: each character of the secret part becomes U+007F. All of this keeps the length of the text.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let mut text = text.into();
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        let mut repairs = Vec::new();
        if let Cow::Owned(repaired) = replace_lone_surrogates(&text, &mut repairs) {
            text = repaired;
        }
        let mut covered = false;
        if let Cow::Owned(text_without_credentials) = credentials::cover(&text) {
            text = text_without_credentials;
            covered = true;
        }
        Self { name: name.into(), text, repairs, covered }
    }

    /// The name as it is shown to people.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text without a byte order mark.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether there were credentials in the text, which are covered now.
    #[must_use]
    pub fn has_credentials(&self) -> bool {
        self.covered
    }

    /// The offsets of the escapes that stood for half a character and were replaced, in order.
    #[must_use]
    pub fn repairs(&self) -> &[usize] {
        &self.repairs
    }
}

/// Keeps the length of the text, so that every offset stays true.
fn replace_lone_surrogates<'a>(text: &'a str, repairs: &mut Vec<usize>) -> Cow<'a, str> {
    const REPLACEMENT: &str = r"\ufffd";

    if !text.contains(r"\ud") && !text.contains(r"\uD") {
        return Cow::Borrowed(text);
    }
    let bytes = text.as_bytes();
    let mut repaired = String::new();
    let mut kept = 0;
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|&byte| byte == b'\\') {
        at += found;
        match escape_at(bytes, at) {
            Some(0xd800..=0xdbff) if matches!(escape_at(bytes, at + 6), Some(0xdc00..=0xdfff)) => {
                at += 12;
            }
            Some(0xd800..=0xdfff) => {
                repairs.push(at);
                repaired.push_str(&text[kept..at]);
                repaired.push_str(REPLACEMENT);
                at += REPLACEMENT.len();
                kept = at;
            }
            // The character after the backslash is passed over too: it may be a backslash itself.
            _ => at = bytes.len().min(at + 2),
        }
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    repaired.push_str(&text[kept..]);
    Cow::Owned(repaired)
}

/// The code unit that `\uXXXX` at this offset stands for.
fn escape_at(bytes: &[u8], at: usize) -> Option<u16> {
    let digits = bytes.get(at..at + 6)?.strip_prefix(br"\u")?;
    u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_order_mark_is_dropped() {
        let source = Source::new("a.json", "\u{feff}{}");
        assert_eq!(source.text(), "{}");
        assert_eq!(source.name(), "a.json");
    }

    #[test]
    fn only_lone_surrogates_are_replaced() {
        let table = [
            (r#""\ud83d""#, r#""\ufffd""#),
            (r#""\uDE00""#, r#""\ufffd""#),
            (r#""\ud83d\ude00""#, r#""\ud83d\ude00""#),
            (r#""\ud83d\ud83d\ude00""#, r#""\ufffd\ud83d\ude00""#),
            (r#""\\ud83d""#, r#""\\ud83d""#),
            (r#""\\\ud83dé""#, r#""\\\ufffdé""#),
            (r#""\é\ud83d""#, r#""\é\ufffd""#),
            (r#""\u00e9""#, r#""\u00e9""#),
            (r#""\ud8"#, r#""\ud8"#),
            (r#""\ud83d\"#, r#""\ufffd\"#),
        ];
        for (written, expected) in table {
            let source = Source::new("", written);
            assert_eq!(source.text(), expected, "from {written}");
            let replaced = expected.match_indices(r"\ufffd").map(|(at, _)| at).collect::<Vec<_>>();
            assert_eq!(source.repairs(), replaced, "from {written}");
        }
    }
}
