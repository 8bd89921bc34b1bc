//! What must not be shown: saved values of credentials, however the collection came to hold them.

use heck::{ToShoutySnakeCase, ToSnakeCase};
use serde_json::Value;

use crate::dynamic::Dynamic;
use crate::postman::text::{self, Part};

/// What stands for the secret part of a credential that was known by its shape.
pub(crate) const MASK: &str = "********";

/// Words that name a secret wherever they stand in a name.
const WORDS: &[&str] = &["authorization", "cookie", "credential", "credentials", "pwd"];
/// The same at the end of words that run together, and alone: `authtoken`, `token`.
const ENDINGS: &[&str] = &[
    "accesskey",
    "apikey",
    "authkey",
    "jwt",
    "passphrase",
    "passwd",
    "password",
    "privatekey",
    "secret",
    "secretkey",
    "sessionid",
    "subscriptionkey",
    "token",
];
/// Words that do so together; the first may be the end of one.
const PAIRS: &[(&str, &str)] = &[
    ("access", "key"),
    ("api", "key"),
    ("auth", "key"),
    ("private", "key"),
    ("session", "id"),
    ("subscription", "key"),
];
/// Words that tell of a secret without being one: `token_type`, `next_page_token`.
const HARMLESS: &[&str] = &["count", "expires", "limit", "max", "next", "page", "type", "url"];
/// The same where words run together: `pagetoken`.
const HARMLESS_BEGINNINGS: &[&str] = &["max", "next", "page"];
/// Words that stand before a secret and say of which kind it is, beside those that name one.
const KINDS: &[&str] = &["basic", "bearer", "digest", "key", "negotiate", "oauth", "sso-key"];
/// The longest such word that somebody chose for an API of his own.
const LONGEST_SCHEME: usize = 20;

/// Whether a variable, header or parameter is called like a secret.
pub(crate) fn is_sensitive(name: &str) -> bool {
    let name = name.to_snake_case();
    let words: Vec<&str> = name.split('_').collect();
    let runs_together = |word: &&str| {
        ENDINGS.iter().any(|ending| word.ends_with(ending))
            && !HARMLESS_BEGINNINGS.iter().any(|beginning| word.starts_with(beginning))
    };
    let named = words.iter().any(|word| WORDS.contains(word) || runs_together(word))
        || words
            .windows(2)
            .any(|pair| PAIRS.iter().any(|(first, second)| pair[0].ends_with(first) && pair[1] == *second));
    named && !words.iter().any(|word| HARMLESS.contains(word))
}

/// Whether somebody saved a secret as it is, rather than in a variable.
pub(crate) fn is_literal(name: &str, value: &str) -> bool {
    value.contains(MASK) || is_sensitive(name) && !is_placeholder(value) && says_more_than_variables(value)
}

/// Whether a value holds a credential whatever it is called: one that was known by its shape, or a user's in a URL.
pub(crate) fn holds_credential(value: &str) -> bool {
    value.contains(MASK) || user_info(value).is_some()
}

/// Whether a value holds anything that may be a secret beside its variables.
pub(crate) fn says_more_than_variables(value: &str) -> bool {
    if !text::has_variable(value) {
        return !value.is_empty();
    }
    let is_telling = |part: &Part| matches!(part, Part::Literal(text) if !is_frame(text));
    text::template(without_scheme(value)).iter().any(is_telling)
}

/// A value without the word that it begins with and that says of which kind it is, as in the header `Authorization`.
fn without_scheme(value: &str) -> &str {
    match value.split_once(' ') {
        Some((word, rest)) if word.len() <= LONGEST_SCHEME && is_word(word) => rest,
        _ => value,
    }
}

/// Whether a text is made of letters, as nothing is that was drawn by chance.
fn is_word(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, '-' | '_'))
}

/// Whether a text only frames a secret: `Bearer `, `key=`, blanks and separators.
fn is_frame(text: &str) -> bool {
    let is_kind = |word: &str| KINDS.iter().any(|kind| kind.eq_ignore_ascii_case(word)) || is_sensitive(word);
    text.split(|c: char| c.is_whitespace() || ";,&:.\"'()<>".contains(c)).all(|piece| match piece.strip_suffix('=') {
        Some(name) => is_word(name),
        None => piece.is_empty() || is_word(piece) && is_kind(piece),
    })
}

/// Whether a value only marks the place of a real one, such as `YOUR_TOKEN`, `<token>` or `{{$randomPassword}}`: then it is no
/// secret.
pub(crate) fn is_placeholder(value: &str) -> bool {
    let shouted = |text: &str| text.chars().all(|c| c.is_ascii_uppercase() || c == '_');
    let made = |part: &Part| matches!(part, Part::Variable(name) if Dynamic::of(name).is_some());
    text::template(value).iter().all(made)
        || value.strip_prefix("YOUR_").is_some_and(shouted)
        || value
            .strip_prefix('<')
            .and_then(|rest| rest.strip_suffix('>'))
            .is_some_and(|inner| !inner.contains(['<', '>']))
}

/// Whether a text must not be shown: by what it is called, since it is one of several that are called so, or by how it looks.
pub(crate) fn is_secret_text(name: &str, text: &str) -> bool {
    let is_named = is_literal(name, text) || name.strip_suffix('s').is_some_and(|one| is_literal(one, text));
    is_named || is_authorization(text) || stripped_url(text).is_some()
}

/// Whether a text is the value of a header `Authorization`, wherever it stands: `Bearer x`. What is made of letters alone may be
/// basic in another sense.
fn is_authorization(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(' ') else { return false };
    let is_scheme = scheme.eq_ignore_ascii_case("bearer") || scheme.eq_ignore_ascii_case("basic") && !is_word(rest);
    is_scheme && !rest.contains(' ') && is_literal("authorization", text)
}

/// Whether a key is the plural of what a secret is called.
pub(crate) fn are_sensitive(key: &str) -> bool {
    key.strip_suffix('s').is_some_and(is_sensitive)
}

/// Whether a key is that of the secret itself, in an object that is called like one.
pub(crate) fn is_inside(key: &str) -> bool {
    ["content", "data", "text", "value"].contains(&key)
}

/// JSON as it may be shown: what is called like a secret, or is what one is made of, says what should stand there instead.
pub(crate) fn shown(value: &Value) -> Value {
    shown_in(value, "", false)
}

fn shown_in(value: &Value, key: &str, secret: bool) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.iter().map(|(key, member)| {
                let holds_some = (member.is_array() || member.is_object()) && are_sensitive(key);
                let secret = is_sensitive(key) || holds_some || secret && is_inside(key);
                (key.clone(), shown_in(member, key, secret))
            });
            Value::Object(members.collect())
        }
        Value::Array(elements) => elements.iter().map(|element| shown_in(element, key, secret)).collect(),
        Value::String(text) if secret && is_literal("secret", text) || is_authorization(text) => {
            Value::from(format!("YOUR_{}", key.to_shouty_snake_case()))
        }
        Value::Number(_) if secret => Value::from(0),
        Value::String(text) => Value::from(stripped_url(text).unwrap_or_else(|| text.clone())),
        other => other.clone(),
    }
}

/// A URL without the secrets in it: the user and password before its host, and parameters that are called like secrets. `None`
/// where it has none.
pub(crate) fn stripped_url(url: &str) -> Option<String> {
    let (address, query) = url.split_once('?').map_or((url, None), |(address, query)| (address, Some(query)));
    let mut out = match user_info(address) {
        Some((before, after)) => format!("{before}{after}"),
        None => address.to_owned(),
    };
    let is_shown = |pair: &&str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        !is_literal(name, value)
    };
    if let Some(query) = query {
        let kept: Vec<&str> = query.split('&').filter(is_shown).collect();
        if !kept.is_empty() {
            out.push('?');
            out.push_str(&kept.join("&"));
        }
    }
    (out != url).then_some(out)
}

/// What is before and what is after the user and password of a URL; `None` where there are none but variables.
fn user_info(url: &str) -> Option<(&str, &str)> {
    let start = url.find("://")? + "://".len();
    let authority = &url[start..];
    let authority = &authority[..authority.find('/').unwrap_or(authority.len())];
    let end = authority.rfind('@')?;
    says_more_than_variables(&authority[..end]).then(|| (&url[..start], &url[start + end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_known_by_their_names() {
        for name in [
            "Authorization",
            "X-Api-Key",
            "api_key",
            "accessToken",
            "password",
            "client_secret",
            "Set-Cookie",
            "apikey",
            "x-webapi-key",
            "authtoken",
            "accesstoken",
            "sessionid",
            "csrftoken",
            "clientsecret",
            "userpassword",
            "X-CSRFToken",
            "JSESSIONID",
        ] {
            assert!(is_sensitive(name), "{name}");
        }
        for name in [
            "Accept",
            "key_id",
            "page_token",
            "pagetoken",
            "token_type",
            "max_tokens",
            "maxtoken",
            "tokens",
            "next_token",
            "nexttoken",
            "author",
            "keyword",
            "monkey",
            "sessions",
            "session",
            "secretary",
            "passwordless",
        ] {
            assert!(!is_sensitive(name), "{name}");
        }
    }

    #[test]
    fn only_evident_placeholders_are_shown() {
        for text in ["YOUR_PAT", "YOUR_API_KEY", "<your token>", "{{$randomPassword}}", ""] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["hunter2", "YOUR_k3y", "abc<def>", "sk-1234", "YOUR_TOKEN_1a", "a{{$guid}}", "{{pass}}"] {
            assert!(!is_placeholder(text), "{text}");
        }
    }

    #[test]
    fn what_is_beside_variables_may_be_a_secret() {
        for value in [
            "{{a}}",
            "Bearer {{a}}",
            "Token {{a}}:{{b}}",
            "token=\"{{a}}\"",
            "session={{a}}; csrf-token={{b}}",
            "sso-key {{a}}:{{b}}",
            "GenieKey {{a}}",
            "SSWS {{a}}",
            "YOUR_KEY",
            "",
        ] {
            assert!(!is_literal("cookie", value), "{value}");
        }
        for value in
            ["hunter2", "session=hunter2; lang={{a}}", "{{a}}hunter2", "Bearer hunter2 {{a}}", "aHVudGVyMg=={{a}}"]
        {
            assert!(is_literal("cookie", value), "{value}");
            assert!(!is_literal("accept", value), "{value}");
        }
        assert!(is_literal("accept", "AKIA********"));
    }

    #[test]
    fn urls_lose_their_secrets() {
        let table = [
            ("https://a.test/b?c=d", None),
            ("https://{{user}}:{{password}}@a.test/b?token={{token}}", None),
            ("https://joe:hunter2@a.test/b", Some("https://a.test/b")),
            ("https://hunter2@a.test", Some("https://a.test")),
            ("https://a.test/b?client_secret=hunter2&c=d", Some("https://a.test/b?c=d")),
            ("{{url}}?api_key=hunter2", Some("{{url}}")),
            ("a@b.test", None),
        ];
        for (url, expected) in table {
            assert_eq!(stripped_url(url).as_deref(), expected, "{url}");
        }
    }
}
