//! Live credentials in a text: found by their shape, and covered before anything else sees them.
//!
//! The rules follow what providers say of their keys, as the usual scanners do. A rule needs a beginning that nothing else has, so
//! that one search for all beginnings finds candidates in a single pass; a password of no shape cannot be found here, but it is
//! known by the name of what holds it.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::{Captures, Regex};

/// What covers a character of a credential. JSON allows it in strings as it is, and nobody writes it.
pub(crate) const COVER: char = '\u{7f}';

/// How many different characters a credential has at least: `xxxxxxxxxxxxxxxx` marks the place of one.
const FEWEST_CHARACTERS: usize = 6;

/// A slash, as JSON in a string may write it.
const SLASH: &str = r"\\*/";

/// What stays of a credential, so that people know it, and the secret after it.
const RULES: &[(&str, &str)] = &[
    // Postman, Amazon, Google, GitHub, GitLab, npm, PyPI.
    ("PMAK-", "[A-Za-z0-9-]{20,}"),
    ("(?:AKIA|ASIA|ABIA|ACCA)", "[A-Z0-9]{16}"),
    ("AIza", "[A-Za-z0-9_-]{35}"),
    (r"ya29\.", "[A-Za-z0-9_-]{20,}"),
    ("GOCSPX-", "[A-Za-z0-9_-]{20,}"),
    ("gh[opsru]_", "[A-Za-z0-9]{30,}"),
    ("github_pat_", "[A-Za-z0-9_]{30,}"),
    ("glpat-", "[A-Za-z0-9_-]{20,}"),
    ("npm_", "[A-Za-z0-9]{30,}"),
    ("pypi-", "[A-Za-z0-9_-]{50,}"),
    // Chats, mail, payments, models.
    ("xox[abeoprs]-", "[A-Za-z0-9-]{16,}"),
    ("xapp-", "[A-Za-z0-9-]{20,}"),
    (r"hooks\.slack\.com{/}services{/}", "[A-Za-z0-9_]+{/}[A-Za-z0-9_]+{/}[A-Za-z0-9_]{16,}"),
    (r#""services"\s*,\s*""#, r#"T[A-Za-z0-9_]+"\s*,\s*"B[A-Za-z0-9_]+"\s*,\s*"[A-Za-z0-9_]{16,}"#),
    (r"discord(?:app)?\.com{/}api{/}webhooks{/}", "[0-9]+{/}[A-Za-z0-9_-]{40,}"),
    (r"SG\.", r"[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}"),
    ("(?:sk|rk|pk)_live_", "[A-Za-z0-9]{16,}"),
    ("sk_test_", "[A-Za-z0-9]{16,}"),
    ("whsec_", "[A-Za-z0-9+/=]{20,}"),
    ("sk-(?:ant|proj|svcacct)-", "[A-Za-z0-9_-]{20,}"),
    ("hf_", "[A-Za-z0-9]{30,}"),
    // Clouds and shops.
    ("do[opr]_v1_", "[a-f0-9]{40,}"),
    ("shp(?:at|ca|pa|ss)_", "[A-Fa-f0-9]{32}"),
    ("dapi", "[a-f0-9]{32}"),
    ("NRAK-", "[A-Z0-9]{27}"),
    ("lin_api_", "[A-Za-z0-9]{32,}"),
    // Formats.
    ("eyJ", r"[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}"),
    (r"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----", r"(?:[A-Za-z0-9+/=:,\s-]|\\+[nrt/]){40,}"),
];

/// What any credential begins with. Most texts have nothing of it, and need no more than this.
static BEGINNING: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(RULES.iter().map(|(kept, _)| (*kept).to_owned())));

static PATTERN: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(RULES.iter().map(|(kept, secret)| format!("({kept}){secret}"))));

/// A pattern of several. No letter of a rule is more than a byte, and no secret grows with the text around it, so that the search is
/// linear.
fn pattern(rules: impl Iterator<Item = String>) -> Option<Regex> {
    Regex::new(&format!("(?-u){}", rules.collect::<Vec<_>>().join("|").replace("{/}", SLASH))).ok()
}

/// The text with the secret part of each credential covered. Its length stays, so that every offset stays true.
pub(super) fn cover(text: &str) -> Cow<'_, str> {
    if BEGINNING.as_ref().is_some_and(|beginning| !beginning.is_match(text)) {
        return Cow::Borrowed(text);
    }
    let Some(pattern) = &*PATTERN else {
        return Cow::Borrowed(text);
    };
    let mut covered = String::new();
    let mut copied = 0;
    for found in pattern.captures_iter(text) {
        let Some((start, end)) = secret(text, &found) else { continue };
        covered.push_str(&text[copied..start]);
        let secret = &text[start..end];
        // One that reaches over several strings leaves what is between them.
        let stays = |c: char| secret.contains('"') && is_structure(c);
        covered.extend(secret.chars().map(|c| if stays(c) { c } else { COVER }));
        copied = end;
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    covered.push_str(&text[copied..]);
    Cow::Owned(covered)
}

/// What may stand between two strings of a list.
fn is_structure(c: char) -> bool {
    matches!(c, '"' | ',' | ' ' | '\n' | '\r' | '\t')
}

/// Where the secret part of a match stands; `None` when it is none after all.
fn secret(text: &str, found: &Captures<'_>) -> Option<(usize, usize)> {
    let whole = found.get(0)?;
    let kept = found.iter().skip(1).flatten().next()?;
    let (start, end) = (kept.end(), whole.end());
    (begins_word(&text[..whole.start()]) && is_random(&text[start..end])).then_some((start, end))
}

/// Whether a word can begin after this text. What an escape of JSON ends with is no part of a word.
fn begins_word(before: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    match before.as_bytes() {
        [.., b'\\', b'n' | b'r' | b't' | b'b' | b'f'] => true,
        [.., b'\\', b'u', a, b, c, d] if [a, b, c, d].iter().all(|byte| byte.is_ascii_hexdigit()) => true,
        [.., last] => !is_word(*last),
        [] => true,
    }
}

/// Whether a text looks drawn by chance, rather than typed to mark a place: it has digits, or letters of both cases, and enough of
/// them differ.
fn is_random(secret: &str) -> bool {
    let mut seen = [false; 128];
    for byte in secret.bytes().filter(u8::is_ascii_alphanumeric) {
        seen[usize::from(byte)] = true;
    }
    let any = |range: std::ops::RangeInclusive<u8>| range.into_iter().any(|byte| seen[usize::from(byte)]);
    let mixed = any(b'0'..=b'9') || any(b'a'..=b'z') && any(b'A'..=b'Z');
    mixed && seen.iter().filter(|seen| **seen).count() >= FEWEST_CHARACTERS
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A credential of a beginning and a made-up rest; in one piece, it would be taken for a real one by those who scan sources.
    fn made_up(beginning: &str, length: usize) -> String {
        let rest: String = "a1B2c3D4e5F6g7H8".chars().cycle().take(length).collect();
        format!("{beginning}{rest}")
    }

    fn covered(text: &str) -> String {
        cover(text).replace(COVER, "*")
    }

    #[test]
    fn each_pattern_is_one() {
        assert!(BEGINNING.is_some() && PATTERN.is_some());
    }

    #[test]
    fn credentials_are_covered_and_known() {
        let upper = |text: String| text.to_uppercase();
        let lower = |text: String| text.to_lowercase();
        let table = [
            (made_up("PMAK-", 59), "PMAK-"),
            (upper(made_up("AKIA", 16)), "AKIA"),
            (upper(made_up("ASIA", 16)), "ASIA"),
            (made_up("AIza", 35), "AIza"),
            (made_up("ghp_", 36), "ghp_"),
            (made_up("gho_", 36), "gho_"),
            (made_up("ghs_", 36), "ghs_"),
            (made_up("github_pat_", 82), "github_pat_"),
            (made_up("glpat-", 20), "glpat-"),
            (made_up("npm_", 36), "npm_"),
            (made_up("xoxb-", 40), "xoxb-"),
            (made_up("xoxp-", 40), "xoxp-"),
            (made_up("sk_live_", 24), "sk_live_"),
            (made_up("rk_live_", 24), "rk_live_"),
            (made_up("SG.", 22) + &made_up(".", 43), "SG."),
            (made_up("eyJ", 20) + &made_up(".eyJ", 20) + &made_up(".", 20), "eyJ"),
            (lower(made_up("dapi", 32)).replace(['g', 'h'], "a"), "dapi"),
            (made_up("https://hooks.slack.com/services/T0000000/B0000000/", 24), "https://hooks.slack.com/services/"),
            (
                made_up(r"https:\/\/hooks.slack.com\/services\/T0000\/B0000\/", 24),
                r"https:\/\/hooks.slack.com\/services\/",
            ),
        ];
        for (credential, kept) in table {
            let stars = "*".repeat(credential.len() - kept.len());
            assert_eq!(covered(&credential), format!("{kept}{stars}"), "{credential}");
            let text = format!("\"a\\n{credential}\\nb\"");
            assert_eq!(covered(&text), format!("\"a\\n{kept}{stars}\\nb\""), "{credential}");
        }
    }

    #[test]
    fn structure_stays() {
        let key = made_up("-----BEGIN RSA PRIVATE KEY-----\\n", 64) + "\\n-----END RSA PRIVATE KEY-----";
        let text = format!(r#"{{"key": "{key}", "b": 1}}"#);
        let shown = covered(&text);
        assert_eq!(shown.len(), text.len());
        assert!(shown.starts_with(r#"{"key": "-----BEGIN RSA PRIVATE KEY-----***"#), "{shown}");
        assert!(shown.ends_with(r#"***", "b": 1}"#), "{shown}");

        let path = format!(r#"["services", "T000", "B000", "{}"]"#, made_up("", 24));
        assert_eq!(covered(&path), format!(r#"["services", "****", "****", "{}"]"#, "*".repeat(24)));
    }

    #[test]
    fn other_text_stays() {
        let table = [
            "PMAK-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx".to_owned(),
            "PMAK-your-api-key-goes-here-please".to_owned(),
            "{{PMAK}} AKIA ghp_ eyJ.eyJ.x".to_owned(),
            made_up("xAKIA", 16),
            made_up("nghp_", 36),
            "-----BEGIN PUBLIC KEY-----".to_owned(),
        ];
        for text in table {
            assert_eq!(covered(&text), text);
        }
    }
}
