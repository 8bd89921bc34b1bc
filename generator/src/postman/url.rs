//! URLs as objects: the parts count, and `raw` only stands in where there is no host.

use serde_json::Value;

use super::parameter::{parameters, value};
use super::read::Cursor;
use super::url_text::{raw, split_host, split_path, split_url, user_info};
use super::variable::key;
use super::{Parameter, Saved, Url, UrlVariable};

/// The URL of a request: text or an object.
pub(super) fn url(owner: &Cursor<'_>) -> Url {
    let Some(url) = owner.get("url") else {
        return Url::default();
    };
    match url.value() {
        Value::Object(_) => from_parts(&url),
        _ => url.text().map(|text| split_url(&text, &url.origin())).unwrap_or_default(),
    }
}

fn from_parts(url: &Cursor<'_>) -> Url {
    let protocol = url.text_of("protocol").filter(|protocol| !protocol.is_empty());
    let parts = Url {
        raw: raw(url.text_of("raw")),
        protocol: protocol.map(|text| text.trim_end_matches("://").to_owned()),
        auth: auth(url),
        host: labels(url, "host", split_host),
        port: url.text_of("port").filter(|port| !port.is_empty()),
        path: labels(url, "path", split_path),
        query: query(url),
        variables: variables(url),
        hash: url.text_of("hash"),
    };
    match parts.raw.as_ref() {
        Some(raw) if parts.host.is_empty() => {
            let raw = split_url(raw, &url.origin());
            completed(parts, raw)
        }
        _ => parts,
    }
}

/// A URL without a host goes nowhere, so what it lacks is taken from its text, unless the two disagree.
fn completed(parts: Url, raw: Url) -> Url {
    if !parts.path.is_empty() && parts.path != raw.path {
        return parts;
    }
    Url {
        protocol: parts.protocol.or(raw.protocol),
        auth: parts.auth.or(raw.auth),
        host: raw.host,
        port: parts.port.or(raw.port),
        path: raw.path,
        query: if parts.query.is_empty() { raw.query } else { parts.query },
        hash: parts.hash.or(raw.hash),
        ..parts
    }
}

fn auth(url: &Cursor<'_>) -> Option<Saved<String>> {
    let auth = url.get("auth")?.object()?;
    let user = auth.text_of("user").unwrap_or_default();
    let password = auth.text_of("password").filter(|password| !password.is_empty());
    if user.is_empty() && password.is_none() {
        return None;
    }
    Some(user_info(match password {
        Some(password) => format!("{user}:{password}"),
        None => user,
    }))
}

/// A host or a path: a list of pieces, or one text. A piece is text or an object with the text as its `value`; one that
/// is `null` is empty.
fn labels(url: &Cursor<'_>, key: &str, split: fn(&str) -> Vec<String>) -> Vec<String> {
    let Some(labels) = url.get(key) else {
        return Vec::new();
    };
    let Value::Array(list) = labels.value() else {
        return labels.text().map(|text| split(&text)).unwrap_or_default();
    };
    let mut pieces = vec![String::new(); list.len()];
    for (index, label) in labels.indexed_elements() {
        let text = match label.value() {
            Value::Object(_) => label.text_of("value"),
            _ => label.text(),
        };
        pieces[index] = text.unwrap_or_default();
    }
    pieces
}

/// A list of pairs, one text, or an object whose members are the pairs.
fn query(url: &Cursor<'_>) -> Vec<Parameter> {
    let Some(query) = url.get("query") else {
        return Vec::new();
    };
    if !query.value().is_object() {
        return parameters(&query);
    }
    let member = |(key, member): (&str, Cursor<'_>)| Parameter {
        key: Some(key.to_owned()),
        value: value(Some(key), Some(member.any_text()), Some(&member.origin())),
        disabled: false,
        description: None,
        origin: member.origin(),
    };
    query.members().map(member).collect()
}

fn variables(url: &Cursor<'_>) -> Vec<UrlVariable> {
    url.entries_of("variable").into_iter().filter_map(variable).collect()
}

fn variable(entry: Cursor<'_>) -> Option<UrlVariable> {
    let entry = entry.object()?;
    let key = key(&entry)?;
    Some(UrlVariable {
        value: value(Some(&key), entry.any_text_of("value"), Some(&entry.origin().key("value"))),
        key,
        description: entry.description(),
        origin: entry.origin(),
    })
}
