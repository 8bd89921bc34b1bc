//! URLs that are written as one text, cut as Postman cuts them: nothing between `{{` and `}}` separates.

use std::borrow::Cow;

use super::parameter::value;
use super::text::variables;
use super::{Parameter, Saved, Url};
use crate::origin::Origin;
use crate::secrets;

/// Cuts a URL into its parts. Any text has parts; nothing is decoded.
pub(super) fn split_url(text: &str, origin: &Origin) -> Url {
    let rest = text.trim_start();
    let (rest, hash) = cut_off(rest, separators(rest, "#").next(), 1);
    let (rest, query) = cut_off(rest, separators(rest, "?").next(), 1);
    let rest = &*with_slashes(rest);
    let (protocol, rest) = split_protocol(rest);
    let (rest, path) = cut_off(rest, separators(rest, "/").next(), 1);
    let (auth, rest) = match separators(rest, "@").last() {
        Some(at) => (Some(&rest[..at]), &rest[at + 1..]),
        None => (None, rest),
    };
    // A colon within brackets belongs to an IPv6 address.
    let colon = separators(rest, ":").last().filter(|&at| !rest[at..].contains(']'));
    let (host, port) = cut_off(rest, colon, 1);

    Url {
        raw: raw(Some(text.to_owned())),
        protocol: protocol.map(str::to_owned),
        auth: auth.map(|auth| user_info(auth.to_owned())),
        host: split_host(host),
        port: port.map(str::to_owned),
        path: path.map(|path| split(path, "/")).unwrap_or_default(),
        query: query.map(|query| split_query(query, origin)).unwrap_or_default(),
        variables: Vec::new(),
        hash: hash.map(str::to_owned),
    }
}

/// A URL as people typed it.
pub(super) fn raw(text: Option<String>) -> Saved<Option<String>> {
    let has_secret = |text: &String| secrets::stripped_url(text).is_some() || text.contains('@');
    Saved::new(text, None).secret_if(|text| text.as_ref().is_some_and(has_secret))
}

/// The user and password of a URL.
pub(super) fn user_info(text: String) -> Saved<String> {
    Saved::new(text, None).secret_if(|text| secrets::says_more_than_variables(text))
}

/// Cuts a host at its dots.
pub(super) fn split_host(text: &str) -> Vec<String> {
    match text {
        "" => Vec::new(),
        _ => split(text, "."),
    }
}

/// Cuts a path at its slashes; the one that it begins with is no segment of its own.
pub(super) fn split_path(text: &str) -> Vec<String> {
    match text {
        "" => Vec::new(),
        _ => split(text.strip_prefix('/').unwrap_or(text), "/"),
    }
}

/// Cuts a query into pairs. As in Postman, nothing between two `&` is a pair without a key, and nothing after the last
/// one a pair with an empty key.
pub(super) fn split_query(text: &str, origin: &Origin) -> Vec<Parameter> {
    let pairs = split(text, "&");
    let last = pairs.len() - 1;
    let parameter = |(index, pair): (usize, String)| {
        let equals = separators(&pair, "=").next();
        let (key, text) = match equals {
            Some(at) => (Some(pair[..at].to_owned()), Some(pair[at + 1..].to_owned())),
            None if pair.is_empty() && index < last => (None, None),
            None => (Some(pair), None),
        };
        let value = value(key.as_deref(), text, None);
        Parameter { key, value, disabled: false, description: None, origin: origin.clone() }
    };
    pairs.into_iter().enumerate().map(parameter).collect()
}

/// The protocol and what follows it. However many slashes there are, a host follows, unless it is a file.
fn split_protocol(text: &str) -> (Option<&str>, &str) {
    let (protocol, rest) = match separators(text, "://").next() {
        Some(at) => (&text[..at], &text[at + 3..]),
        None => return (None, text),
    };
    let host = rest.trim_start_matches('/');
    let is_file = protocol.eq_ignore_ascii_case("file") && host.len() < rest.len();
    let host_start = rest.len() - host.len() - usize::from(is_file);
    (Some(protocol), &rest[host_start..])
}

/// What is before and what is after a separator of this length, if there is one.
fn cut_off(text: &str, separator: Option<usize>, length: usize) -> (&str, Option<&str>) {
    match separator {
        Some(at) => (&text[..at], Some(&text[at + length..])),
        None => (text, None),
    }
}

fn split(text: &str, separator: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for at in separators(text, separator) {
        pieces.push(text[start..at].to_owned());
        start = at + separator.len();
    }
    pieces.push(text[start..].to_owned());
    pieces
}

fn with_slashes(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    let backslashes: Vec<_> = separators(&text, r"\").collect();
    for at in backslashes {
        text.to_mut().replace_range(at..=at, "/");
    }
    text
}

/// Where the separator stands outside of variables, in order.
fn separators<'a>(text: &'a str, separator: &'a str) -> impl Iterator<Item = usize> {
    let end = std::iter::once((text.len(), text.len()));
    let mut gap_start = 0;
    variables(text).map(|variable| (variable.start, variable.end)).chain(end).flat_map(move |(gap_end, next_gap)| {
        let start = std::mem::replace(&mut gap_start, next_gap);
        let found = text[start..gap_end].match_indices(separator);
        found.map(move |(at, _)| start + at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `protocol|auth|host labels|port|path segments|query pairs|hash`, with `-` for what is not there.
    fn shown(text: &str) -> String {
        let url = split_url(text, &Origin::root());
        let or_none = |part: Option<String>| part.unwrap_or_else(|| "-".to_owned());
        let list = |parts: Vec<String>| or_none(Some(parts.join(",")).filter(|_| !parts.is_empty()));
        let pair = |pair: Parameter| {
            let value = pair.value.as_ref().map(|value| format!("={value}"));
            format!("{}{}", or_none(pair.key), value.unwrap_or_default())
        };
        let query = url.query.into_iter().map(pair).collect();
        [
            or_none(url.protocol),
            or_none(url.auth.map(|auth| auth.to_string())),
            list(url.host),
            or_none(url.port),
            list(url.path),
            list(query),
            or_none(url.hash),
        ]
        .join("|")
    }

    #[test]
    fn urls_are_cut_as_postman_cuts_them() {
        // What `Url.parse` of Postman's own library makes of them.
        let table = [
            ("", "-|-|-|-|-|-|-"),
            ("https://api.x.com/v2/users?a=1&b=2#top", "https|-|api,x,com|-|v2,users|a=1,b=2|top"),
            ("  x.com", "-|-|x,com|-|-|-|-"),
            ("x.com/", "-|-|x,com|-||-|-"),
            ("x.com//", "-|-|x,com|-|,|-|-"),
            ("x.com/a//b/", "-|-|x,com|-|a,,b,|-|-"),
            ("{{baseUrl}}/x", "-|-|{{baseUrl}}|-|x|-|-"),
            ("{{baseUrl}}", "-|-|{{baseUrl}}|-|-|-|-"),
            ("{{a.b}}.c/{{d/e?f}}/:id", "-|-|{{a.b}},c|-|{{d/e?f}},:id|-|-"),
            (
                "{{proto}}://{{h.o:s@t}}:{{p.q}}/{{a#b}}?{{k=&v}}={{x&y}}#{{h}}",
                "{{proto}}|-|{{h.o:s@t}}|{{p.q}}|{{a#b}}|{{k=&v}}={{x&y}}|{{h}}",
            ),
            ("http://user:pa@ss@x.com:8080/", "http|user:pa@ss|x,com|8080||-|-"),
            ("user@x.com", "-|user|x,com|-|-|-|-"),
            ("http://[::1]:80/a", "http|-|[::1]|80|a|-|-"),
            ("http://[::1]/a", "http|-|[::1]|-|a|-|-"),
            ("localhost:3000", "-|-|localhost|3000|-|-|-"),
            ("http:///x.com/a", "http|-|x,com|-|a|-|-"),
            ("file:///etc/x", "file|-|-|-|etc,x|-|-"),
            ("FILE:////a/b", "FILE|-|-|-|a,b|-|-"),
            ("http:\\\\x.com\\a\\b", "http|-|x,com|-|a,b|-|-"),
            ("{{a\\b}}\\c", "-|-|{{a\\b}}|-|c|-|-"),
            ("x?a", "-|-|x|-|-|a|-"),
            ("x?a=", "-|-|x|-|-|a=|-"),
            ("x?=b", "-|-|x|-|-|=b|-"),
            ("x?", "-|-|x|-|-||-"),
            ("x?a=b&&c", "-|-|x|-|-|a=b,-,c|-"),
            ("x?a&", "-|-|x|-|-|a,|-"),
            ("x?a=b=c", "-|-|x|-|-|a=b=c|-"),
            ("x?a=b?c=d", "-|-|x|-|-|a=b?c=d|-"),
            ("x#a?b#c", "-|-|x|-|-|-|a?b#c"),
            ("x/:a:b/:keyId=:keyValue", "-|-|x|-|:a:b,:keyId=:keyValue|-|-"),
            ("/only/path", "-|-|-|-|only,path|-|-"),
            ("?q=1", "-|-|-|-|-|q=1|-"),
            ("#h", "-|-|-|-|-|-|h"),
            ("://x", "|-|x|-|-|-|-"),
            ("x:y://z", "x:y|-|z|-|-|-|-"),
            ("{{x}", "-|-|{{x}|-|-|-|-"),
            ("x/{{a}/b}}/c", "-|-|x|-|{{a},b}},c|-|-"),
            ("x/{{{a/b}}}/c", "-|-|x|-|{{{a/b}}},c|-|-"),
            ("x/a b\nc", "-|-|x|-|a b\nc|-|-"),
            ("é.ü:1/ß?ö=ä", "-|-|é,ü|1|ß|ö=ä|-"),
            ("http://x/{{}}/{{ a }}", "http|-|x|-|{{}},{{ a }}|-|-"),
            ("mailto:a@b.c", "-|mailto:a|b,c|-|-|-|-"),
            ("x/https://y/z", "x/https|-|y|-|z|-|-"),
            (":8080", "-|-|-|8080|-|-|-"),
            ("http://{{host}}:{{port}}", "http|-|{{host}}|{{port}}|-|-|-"),
        ];
        for (text, expected) in table {
            assert_eq!(shown(text), expected, "for `{text}`");
        }
    }
}
