//! What makes two requests alike: all that a server could tell apart, and nothing that only the HTTP library decides.

use std::collections::BTreeSet;
use std::fmt;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::request::Request;

/// Headers that each HTTP library sets in its own way, and the one that numbers a request.
const IGNORED: &[&str] = &[
    "accept",
    "accept-encoding",
    "cache-control",
    "connection",
    "content-length",
    "cookie",
    "host",
    "postman-token",
    "transfer-encoding",
    "user-agent",
    "x-replay-item",
];

/// How much of a body a failure shows.
const SHOWN: usize = 400;

/// What the values of a request are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Values {
    /// Saved values, the same in every run.
    Saved,
    /// Dynamic variables such as `{{$guid}}` as well: only the form of the request can be compared.
    Dynamic,
}

/// Something that is not alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    pub(crate) part: String,
    newman: String,
    client: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { part, newman, client } = self;
        write!(f, "  {part}\n    Newman: {newman}\n    client: {client}")
    }
}

/// How what the client sent differs from what Newman sent; nothing when it does not.
pub(crate) fn differences(newman: &Request, client: &Request, values: Values) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut check = |alike: bool, part: &str, newman: String, client: String| {
        if !alike {
            found.push(Difference { part: part.to_owned(), newman, client });
        }
    };
    check(newman.method == client.method, "method", newman.method.clone(), client.method.clone());
    check(host(newman) == host(client), "host", newman.host.clone(), client.host.clone());
    let (path, query) = (same_path(newman, client, values), same_query(newman, client, values));
    check(path, "path", newman.target.clone(), client.target.clone());
    check(query, "query", newman.target.clone(), client.target.clone());
    for name in header_names(newman, client) {
        let (left, right) = (newman.header(&name), client.header(&name));
        let alike = same_header(&name, left.as_deref(), right.as_deref(), values);
        check(alike, &format!("header {name}"), shown_header(left), shown_header(right));
    }
    check(same_body(&newman.body, &client.body, values), "body", shown_body(newman), shown_body(client));
    found
}

fn host(request: &Request) -> String {
    let host = request.host.to_ascii_lowercase();
    let plain = host.strip_suffix(":443").or_else(|| host.strip_suffix(":80"));
    plain.unwrap_or(&host).to_owned()
}

/// Path and query, without a fragment.
fn split(target: &str) -> (&str, &str) {
    let target = target.split('#').next().unwrap_or_default();
    target.split_once('?').unwrap_or((target, ""))
}

fn same_path(newman: &Request, client: &Request, values: Values) -> bool {
    let segments = |request| split(target(request)).0.split('/').map(decode).collect::<Vec<_>>();
    let (left, right) = (segments(newman), segments(client));
    match values {
        Values::Saved => left == right,
        Values::Dynamic => left.len() == right.len(),
    }
}

fn same_query(newman: &Request, client: &Request, values: Values) -> bool {
    let (left, right) = (pairs(newman), pairs(client));
    let names = |pairs: &[(Vec<u8>, Vec<u8>)]| pairs.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    match values {
        Values::Saved => left == right,
        Values::Dynamic => names(&left) == names(&right),
    }
}

fn target(request: &Request) -> &str {
    &request.target
}

/// The decoded pairs of the query, in order, as often as they are there.
fn pairs(request: &Request) -> Vec<(Vec<u8>, Vec<u8>)> {
    let (_, query) = split(target(request));
    let decode = |text: &str| decode(&text.replace('+', " "));
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name), decode(value))
    };
    if query.is_empty() { Vec::new() } else { query.split('&').map(pair).collect() }
}

fn decode(text: &str) -> Vec<u8> {
    percent_decode_str(text).collect()
}

/// The headers that count. What is accepted counts where Newman was told it; `*/*` is what it says by itself.
fn header_names(newman: &Request, client: &Request) -> BTreeSet<String> {
    let both = newman.headers.iter().chain(&client.headers);
    let names = both.map(|(name, _)| name.to_ascii_lowercase()).filter(|name| !IGNORED.contains(&name.as_str()));
    let accept = newman.header("accept").filter(|value| value != "*/*");
    names.chain(accept.map(|_| "accept".to_owned())).collect()
}

fn same_header(name: &str, newman: Option<&str>, client: Option<&str>, values: Values) -> bool {
    match (newman, client) {
        (Some(left), Some(right)) if name == "content-type" => media_type(left) == media_type(right),
        (Some(left), Some(right)) => values == Values::Dynamic || left == right,
        (left, right) => left == right,
    }
}

fn media_type(value: &str) -> String {
    value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// JSON by value, anything else by its bytes.
fn same_body(newman: &[u8], client: &[u8], values: Values) -> bool {
    match (serde_json::from_slice(newman), serde_json::from_slice(client)) {
        (Ok(left), Ok(right)) => same_json(&left, &right, values),
        _ => newman == client,
    }
}

fn same_json(newman: &Value, client: &Value, values: Values) -> bool {
    let is_any = |value: &Value| value.is_number() || value.as_str().is_some_and(|text| !text.is_empty());
    match (newman, client) {
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same_json(left, right, values))
        }
        (Value::Object(left), Value::Object(right)) => {
            let same = |(key, left)| right.get(key).is_some_and(|right| same_json(left, right, values));
            left.len() == right.len() && left.iter().all(same)
        }
        (left, right) if values == Values::Dynamic && is_any(left) => is_any(right),
        // JSON has one kind of number: 1 is 1.0.
        (Value::Number(left), Value::Number(right)) => left.as_f64() == right.as_f64(),
        _ => newman == client,
    }
}

fn shown_header(value: Option<String>) -> String {
    value.unwrap_or_else(|| "(not sent)".to_owned())
}

fn shown_body(request: &Request) -> String {
    let text = String::from_utf8_lossy(&request.body);
    if text.is_empty() { "(none)".to_owned() } else { text.chars().take(SHOWN).collect() }
}

mod tests {
    use super::{Request, Values, differences};

    type Change = fn(&mut Request);

    fn request() -> Request {
        let header = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        let headers = [("Authorization", "Key k"), ("Content-Type", "application/json"), ("Accept", "*/*")];
        Request {
            method: "POST".to_owned(),
            host: "api.example.com".to_owned(),
            target: "/v2/users/a%20b/apps?x=1&y=%7B2&x=3".to_owned(),
            headers: headers.map(header).to_vec(),
            body: br#"{"a": 1, "b": [{"c": "", "d": null}, "e"]}"#.to_vec(),
        }
    }

    /// The parts in which a changed request differs from the one above.
    fn differing(values: Values, change: impl FnOnce(&mut Request)) -> Vec<String> {
        let mut changed = request();
        change(&mut changed);
        differences(&request(), &changed, values).into_iter().map(|difference| difference.part).collect()
    }

    fn set(request: &mut Request, name: &str, value: &str) {
        request.headers.retain(|(other, _)| !other.eq_ignore_ascii_case(name));
        request.headers.push((name.to_owned(), value.to_owned()));
    }

    const SAME: [&str; 0] = [];

    #[test]
    fn spelling_does_not_count() {
        assert_eq!(differing(Values::Saved, |_| {}), SAME);
        let changes: [Change; 8] = [
            |request| request.host = "API.example.com:443".to_owned(),
            |request| request.target = "/v2/users/%61%20b/apps?x=1&y=%7b2&x=3#top".to_owned(),
            |request| set(request, "content-type", "Application/JSON; charset=utf-8"),
            |request| set(request, "User-Agent", "clarifai"),
            |request| set(request, "accept", "application/json"),
            |request| set(request, "X-Replay-Item", "7"),
            |request| request.headers.reverse(),
            |request| request.body = br#"{"b":[{"d":null,"c":""},"e"],"a":1.0}"#.to_vec(),
        ];
        for change in changes {
            assert_eq!(differing(Values::Saved, change), SAME);
        }
    }

    #[test]
    fn whatever_a_server_could_see_counts() {
        let changes: [(&str, Change); 18] = [
            ("method", |request| request.method = "PUT".to_owned()),
            ("host", |request| request.host = "api.example.com:8080".to_owned()),
            ("path", |request| request.target = "/v2/users/a%20c/apps?x=1&y=%7B2&x=3".to_owned()),
            ("path", |request| request.target = "/v2/users/a%20b/apps/?x=1&y=%7B2&x=3".to_owned()),
            ("path", |request| request.target = "/v2/users/a%20b%2Fapps?x=1&y=%7B2&x=3".to_owned()),
            ("path", |request| request.target = "/v2/users/a+b/apps?x=1&y=%7B2&x=3".to_owned()),
            ("query", |request| request.target = "/v2/users/a%20b/apps?x=3&y=%7B2&x=1".to_owned()),
            ("query", |request| request.target = "/v2/users/a%20b/apps?y=%7B2&x=1&x=3".to_owned()),
            ("query", |request| request.target = "/v2/users/a%20b/apps?x=1&y=%7B2".to_owned()),
            ("query", |request| request.target = "/v2/users/a%20b/apps?x=1&y=%257B2&x=3".to_owned()),
            ("header authorization", |request| set(request, "authorization", "Key K")),
            ("header content-type", |request| set(request, "content-type", "text/plain")),
            ("header content-type", |request| request.headers.retain(|(name, _)| name != "Content-Type")),
            ("header x-more", |request| set(request, "X-More", "")),
            ("body", |request| request.body = br#"{"a": 2, "b": [{"c": "", "d": null}, "e"]}"#.to_vec()),
            ("body", |request| request.body = br#"{"a": 1, "b": ["e", {"c": "", "d": null}]}"#.to_vec()),
            ("body", |request| request.body = br#"{"a": 1, "b": [{"c": ""}, "e"]}"#.to_vec()),
            ("body", |request| request.body.clear()),
        ];
        for (part, change) in changes {
            assert_eq!(differing(Values::Saved, change), [part]);
        }
    }

    #[test]
    fn a_header_that_is_sent_twice_is_not_the_one_that_is_sent_once() {
        let twice = |request: &mut Request| request.headers.push(("authorization".to_owned(), "Key k".to_owned()));
        assert_eq!(differing(Values::Saved, twice), ["header authorization"]);
    }

    #[test]
    fn what_newman_was_told_to_accept_counts() {
        let mut newman = request();
        set(&mut newman, "Accept", "application/vnd.api+json");
        let found = differences(&newman, &request(), Values::Saved);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].to_string(), "  header accept\n    Newman: application/vnd.api+json\n    client: */*");
    }

    #[test]
    fn text_is_compared_by_its_bytes() {
        let text = |text: &str| Request { body: text.as_bytes().to_vec(), ..request() };
        assert_eq!(differences(&text("a b"), &text("a b"), Values::Saved), []);
        assert_eq!(differences(&text("a b"), &text("a  b"), Values::Saved).len(), 1);
    }

    #[test]
    fn of_dynamic_values_only_the_form_counts() {
        let other = br#"{"a": 7, "b": [{"c": "", "d": null}, "2026-01-10"]}"#;
        assert_eq!(differing(Values::Dynamic, |request| request.body = other.to_vec()), SAME);
        let target = "/v2/users/z/apps?x=9&y=8&x=7".to_owned();
        assert_eq!(differing(Values::Dynamic, |request| request.target = target), SAME);
        for body in [r#"{"a": 7}"#, r#"{"a": null, "b": [{"c": "", "d": null}, "e"]}"#, "[]"] {
            assert_eq!(differing(Values::Dynamic, |request| request.body = body.into()), ["body"], "{body}");
        }
    }
}
