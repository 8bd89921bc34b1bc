//! What a server that refuses a request asks for: the header `WWW-Authenticate`.

#![allow(dead_code, reason = "each scheme reads its part of a challenge")]

/// One way of authentication that a server offers.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Challenge<'c> {
    /// `Digest`, in the server's spelling.
    pub(crate) scheme: &'c str,
    /// What stands alone behind it: the message of NTLM.
    pub(crate) token: &'c str,
    parameters: Vec<(&'c str, String)>,
}

impl Challenge<'_> {
    pub(crate) fn is(&self, scheme: &str) -> bool {
        self.scheme.eq_ignore_ascii_case(scheme)
    }

    /// A parameter's value.
    pub(crate) fn find(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|pair| pair.0.eq_ignore_ascii_case(name)).map(|pair| pair.1.as_str())
    }
}

/// Reads the challenges of a header, or of several that are joined with commas.
pub(crate) fn read(text: &str) -> Vec<Challenge<'_>> {
    let mut challenges = Vec::new();
    for item in items(text) {
        let (first, rest) = item.split_once(char::is_whitespace).unwrap_or((item, ""));
        let rest = rest.trim_start();
        let begins = !first.contains('=') && !rest.starts_with('=');
        if begins {
            challenges.push(Challenge { scheme: first, ..Challenge::default() });
        }
        let item = if begins { rest } else { item };
        let Some(challenge) = challenges.last_mut() else { continue };
        match item.split_once('=') {
            // The padding of a token is no value.
            Some((name, value)) if !value.trim_matches('=').is_empty() => {
                challenge.parameters.push((name.trim(), unquoted(value.trim())));
            }
            _ if begins => challenge.token = item,
            _ => {}
        }
    }
    challenges
}

/// The parts between commas that stand in no quotes.
fn items(text: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    let mut escaped = false;
    let parts = text.split(move |c| {
        if escaped {
            escaped = false;
        } else if quoted && c == '\\' {
            escaped = true;
        } else if c == '"' {
            quoted = !quoted;
        }
        c == ',' && !quoted
    });
    parts.map(str::trim).filter(|item| !item.is_empty())
}

/// A value without its quotes and backslashes.
fn unquoted(value: &str) -> String {
    let Some(inner) = value.strip_prefix('"') else { return value.to_owned() };
    let mut text = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => text.extend(chars.next()),
            c => text.push(c),
        }
    }
    text
}
