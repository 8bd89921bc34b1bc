//! What the strings of one place are: of a known form, one of a few words, or any text.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use heck::ToSnakeCase;

use crate::lower::placeholder;
use crate::model::Format;
use crate::postman::text;

/// How many different words of a place are remembered. An enum of more would be a list of data.
const MAX_WORDS: usize = 32;
/// How long a word may be, in bytes.
const LONGEST_WORD: usize = 48;
/// From how many characters on text that could be base64 is, whatever its place is called, if it ends as only that does, and if it
/// does not.
const PADDED_BASE64: usize = 40;
const LONG_BASE64: usize = 120;
/// Words of a key that say that base64 stands under it.
const BASE64_KEYS: &[&str] = &["base64", "b64", "bytes"];
/// Last words of keys under which any text may stand, whatever some examples look like.
const FREE_TEXT: &[&str] =
    &["comment", "description", "label", "message", "name", "note", "notes", "text", "title", "version"];
/// The forms that no text has two of.
const FORMS: [Format; 4] = [Format::Timestamp, Format::Date, Format::Uuid, Format::Url];

/// The strings of one place. Those that stand for others, such as `{{id}}` and `<string>`, and empty ones tell nothing.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts<'a> {
    /// How many tell something.
    told: u32,
    /// How many have each of [`FORMS`].
    forms: [u32; FORMS.len()],
    /// How many could be base64, and how many of them are long enough to be nothing else.
    base64: u32,
    long_base64: u32,
    /// How often each was seen, while all are words and few, in the order of the words. Most places show one or two.
    words: Vec<(&'a str, u32)>,
    /// Whether some are no words, or there are too many.
    free: bool,
}

impl<'a> Texts<'a> {
    /// Looks at one.
    pub(super) fn observe(&mut self, text: &'a str) {
        if let Some(format) = placeholder::format(text) {
            self.told += 1;
            match FORMS.iter().position(|form| *form == format) {
                Some(index) => self.forms[index] += 1,
                None => {
                    self.base64 += 1;
                    self.long_base64 += 1;
                }
            }
            self.no_words();
            return;
        }
        if tells_nothing(text) {
            return;
        }
        self.told += 1;
        match form(text) {
            Some(index) => {
                self.forms[index] += 1;
                self.no_words();
            }
            None if is_word(text) => {
                self.count_word(text, 1);
                // A word is base64 only by its place.
                self.base64 += u32::from(is_base64(text));
            }
            None => {
                self.no_words();
                if is_base64(text) {
                    self.base64 += 1;
                    let least = if text.ends_with('=') { PADDED_BASE64 } else { LONG_BASE64 };
                    self.long_base64 += u32::from(text.len() >= least);
                }
            }
        }
    }

    /// Adds those of another place.
    pub(super) fn add(&mut self, other: Self) {
        self.told += other.told;
        for (a, b) in self.forms.iter_mut().zip(other.forms) {
            *a += b;
        }
        self.base64 += other.base64;
        self.long_base64 += other.long_base64;
        if other.free {
            self.no_words();
        }
        for (word, count) in other.words {
            self.count_word(word, count);
        }
    }

    fn count_word(&mut self, word: &'a str, count: u32) {
        if !self.free {
            match self.words.binary_search_by_key(&word, |pair| pair.0) {
                Ok(at) => self.words[at].1 += count,
                Err(_) if self.words.len() == MAX_WORDS => self.no_words(),
                Err(at) => self.words.insert(at, (word, count)),
            }
        }
    }

    /// Keeps none of the words, and none that follow.
    pub(super) fn no_words(&mut self) {
        self.free = true;
        self.words = Vec::new();
    }

    /// The form that all of them have. `key` is what their place is called.
    pub(super) fn format(&self, key: &str) -> Option<Format> {
        let name = key.to_snake_case();
        if self.told == 0 || FREE_TEXT.contains(&name.rsplit('_').next().unwrap_or_default()) {
            return None;
        }
        let format = FORMS.into_iter().zip(self.forms).find(|(_, count)| *count == self.told);
        let named = || name.split('_').any(|word| BASE64_KEYS.contains(&word));
        match format {
            Some((format, _)) => Some(format),
            None if self.long_base64 == self.told => Some(Format::Base64),
            None if self.base64 == self.told && named() => Some(Format::Base64),
            None => None,
        }
    }

    /// The words in their order, with how often each was seen; none where some are no words, or there are too many.
    pub(super) fn words(&self) -> &[(&'a str, u32)] {
        &self.words
    }
}

/// Whether a text has a form, or tells nothing.
pub(super) fn may_have(format: Format, text: &str) -> bool {
    match placeholder::format(text) {
        Some(shown) => shown == format,
        None if tells_nothing(text) => true,
        None if format == Format::Base64 => is_base64(text),
        None => form(text).is_some_and(|index| FORMS[index] == format),
    }
}

/// Whether a text is empty, or stands for another.
pub(super) fn tells_nothing(text: &str) -> bool {
    text.is_empty() || placeholder::is_name(text) || text::has_variable(text)
}

/// Whether a text is an example of what stands in its place, and not a name of that.
pub(super) fn is_example(text: &str) -> bool {
    !(text.is_empty()
        || placeholder::is_name(text)
        || text::has_variable(text)
        || text.starts_with("YOUR_")
        || text == NO_TYPE)
}

/// What an importer writes where the definition of an API says nothing.
const NO_TYPE: &str = "schema type not provided";

/// The one of [`FORMS`] that a text has, by its index.
fn form(text: &str) -> Option<usize> {
    let format = match text.len() {
        10 if is_date(text) => Format::Date,
        36 if is_uuid(text) => Format::Uuid,
        20.. if is_timestamp(text) => Format::Timestamp,
        _ if is_url(text) => Format::Url,
        _ => return None,
    };
    FORMS.iter().position(|form| *form == format)
}

/// Whether a text could be a word of an enum: letters and digits, also several joined by `_`, `-` or `.`, a letter first.
fn is_word(text: &str) -> bool {
    text.len() <= LONGEST_WORD
        && text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.ends_with(|last: char| last.is_ascii_alphanumeric())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
}

/// `2026-01-10`
fn is_date(text: &str) -> bool {
    let digits = |range: std::ops::Range<usize>| text.get(range).and_then(number);
    matches!(text.as_bytes(), [_, _, _, _, b'-', _, _, b'-', _, _])
        && digits(0..4).is_some()
        && digits(5..7).is_some_and(|month| (1..=12).contains(&month))
        && digits(8..10).is_some_and(|day| (1..=31).contains(&day))
}

/// `2026-01-10T09:30:00.5Z`, as RFC 3339 has it.
fn is_timestamp(text: &str) -> bool {
    let (Some(date), Some(rest)) = (text.get(..10), text.get(10..)) else { return false };
    let Some(time) = rest.strip_prefix(['T', 't', ' ']) else { return false };
    let Some((clock, rest)) = time.split_at_checked("09:30:00".len()) else { return false };
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => {
            let end = fraction.find(|c: char| !c.is_ascii_digit()).unwrap_or(fraction.len());
            if end == 0 {
                return false;
            }
            &fraction[end..]
        }
        None => rest,
    };
    let offset = rest.strip_prefix(['+', '-']).is_some_and(|offset| is_clock(offset, 1));
    is_date(date) && is_clock(clock, 2) && (matches!(rest, "Z" | "z") || offset)
}

/// `09:30:00`, or `09:30` with one colon.
fn is_clock(text: &str, colons: usize) -> bool {
    let parts: Vec<&str> = text.split(':').collect();
    parts.len() == colons + 1
        && parts.iter().zip([24, 60, 61]).all(|(part, end)| part.len() == 2 && number(part).is_some_and(|n| n < end))
}

fn number(digits: &str) -> Option<u32> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

fn is_uuid(text: &str) -> bool {
    text.bytes().enumerate().all(|(at, byte)| match at {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    })
}

/// An absolute URL of the web, or of storage.
fn is_url(text: &str) -> bool {
    let rest = ["https://", "http://", "wss://", "ws://", "ftp://", "s3://", "gs://"];
    let rest = rest.iter().find_map(|scheme| text.strip_prefix(scheme));
    rest.is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_alphanumeric()) && !text.contains(|c: char| c.is_whitespace())
    })
}

/// Whether a text is bytes in the padded alphabet. Four letters are as well, so that this alone says little.
fn is_base64(text: &str) -> bool {
    text.len().is_multiple_of(4) && BASE64_STANDARD.decode(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format_of(key: &str, values: &[&'static str]) -> Option<Format> {
        let mut texts = Texts::default();
        values.iter().for_each(|value| texts.observe(value));
        texts.format(key)
    }

    #[test]
    fn forms() {
        let table = [
            ("2026-01-10T09:30:00.508018Z", Some(Format::Timestamp)),
            ("2026-01-10T09:30:00+02:00", Some(Format::Timestamp)),
            ("2026-01-10 09:30:00Z", Some(Format::Timestamp)),
            ("2026-01-10T09:30:00", None),
            ("2026-13-10T09:30:00Z", None),
            ("2026-01-10T25:30:00Z", None),
            ("2026-01-10", Some(Format::Date)),
            ("2026-1-10", None),
            ("6f1c1e4e-6f0c-4f6c-9b39-0e9c1f2a3b4c", Some(Format::Uuid)),
            ("6f1c1e4e-6f0c-4f6c-9b39-0e9c1f2a3b4g", None),
            ("https://example.com/a b", None),
            ("https://example.com/a.png?x=1", Some(Format::Url)),
            ("https://", None),
            ("example.com", None),
            ("Y2xhcmlmYWk=", None),
            ("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcQ=", Some(Format::Base64)),
            ("users/alice/apps/trains/inputs/image/8f1c", None),
            ("élan", None),
            ("", None),
        ];
        for (text, format) in table {
            assert_eq!(format_of("value", &[text]), format, "{text}");
        }
    }

    #[test]
    fn all_must_have_the_form() {
        assert_eq!(format_of("at", &["2026-01-10T09:30:00Z", "", "{{now}}", "<string>"]), Some(Format::Timestamp));
        assert_eq!(format_of("at", &["2026-01-10T09:30:00Z", "today"]), None);
        assert_eq!(format_of("at", &["<dateTime>"]), Some(Format::Timestamp));
        assert_eq!(format_of("at", &["{{now}}"]), None);
    }

    #[test]
    fn base64_needs_a_name_or_length() {
        assert_eq!(format_of("imageBase64", &["Y2xhcmlmYWk="]), Some(Format::Base64));
        assert_eq!(format_of("image_bytes", &["abcd"]), Some(Format::Base64));
        assert_eq!(format_of("image", &["abcd"]), None);
        assert_eq!(format_of("base64", &["no base"]), None);
    }

    #[test]
    fn words_are_remembered_while_all_are_words() {
        let mut texts = Texts::default();
        ["PRIVATE", "ORG", "PRIVATE", ""].iter().for_each(|word| texts.observe(word));
        assert_eq!(texts.words(), [("ORG", 1), ("PRIVATE", 2)]);
        texts.observe("any text");
        assert!(texts.words().is_empty());
    }
}
