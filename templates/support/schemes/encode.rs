//! How schemes write bytes and pairs as text.

#![allow(dead_code, reason = "each scheme uses a part of it")]

use std::fmt::Write as _;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode, percent_encode};

/// What is encoded: all but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Bytes as lower case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Percent-encodes as RFC 3986 does.
pub(crate) fn percent(text: impl AsRef<[u8]>) -> String {
    percent_encode(text.as_ref(), RESERVED).to_string()
}

/// Percent-encodes anew what is percent-encoded already, perhaps with other rules.
pub(crate) fn percent_again(text: &str) -> String {
    percent(percent_decode(text.as_bytes()).collect::<Vec<u8>>())
}

/// The pairs of a query or form, each percent-encoded as RFC 3986 does.
pub(crate) fn pairs(form: &[u8]) -> impl Iterator<Item = (String, String)> {
    form.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()).map(|pair| {
        let at = pair.iter().position(|byte| *byte == b'=');
        let (name, value) = at.map_or((pair, &[][..]), |at| (&pair[..at], &pair[at + 1..]));
        (from_form(name), from_form(value))
    })
}

/// In forms, `+` is a space.
fn from_form(text: &[u8]) -> String {
    let spaced: Vec<u8> = text.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    percent(percent_decode(&spaced).collect::<Vec<u8>>())
}

/// Pairs that are encoded already, sorted, as the text of a query.
pub(crate) fn sorted(mut pairs: Vec<(String, String)>) -> String {
    pairs.sort();
    pairs.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
}
