//! What must not be shown: saved values of credentials, however the collection came to hold them.

use heck::ToSnakeCase;

use crate::model::Dynamic;
use crate::postman::text::{self, Part};

/// Words that name a secret wherever they stand in a name.
const WORDS: &[&str] = &[
    "apikey",
    "authorization",
    "cookie",
    "credential",
    "credentials",
    "jwt",
    "passphrase",
    "passwd",
    "password",
    "pwd",
    "secret",
    "token",
];
/// Words that do so together.
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

/// Whether a variable, header or parameter is called like a secret.
pub(super) fn is_sensitive(name: &str) -> bool {
    let name = name.to_snake_case();
    let words: Vec<&str> = name.split('_').collect();
    let named = words.iter().any(|word| WORDS.contains(word))
        || words.windows(2).any(|pair| PAIRS.contains(&(pair[0], pair[1])));
    named && !words.iter().any(|word| HARMLESS.contains(word))
}

/// Whether a value only marks the place of a real one, such as `YOUR_TOKEN`, `<token>` or `{{$randomPassword}}`: then it is no
/// secret.
pub(super) fn is_placeholder(value: &str) -> bool {
    let shouted = |text: &str| text.chars().all(|c| c.is_ascii_uppercase() || c == '_');
    let made = |part: &Part| matches!(part, Part::Variable(name) if Dynamic::of(name).is_some());
    text::template(value).iter().all(made)
        || value.strip_prefix("YOUR_").is_some_and(shouted)
        || value
            .strip_prefix('<')
            .and_then(|rest| rest.strip_suffix('>'))
            .is_some_and(|inner| !inner.contains(['<', '>']))
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
        ] {
            assert!(is_sensitive(name), "{name}");
        }
        for name in
            ["Accept", "key_id", "page_token", "token_type", "max_tokens", "next_token", "author", "keyword", "monkey"]
        {
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
}
