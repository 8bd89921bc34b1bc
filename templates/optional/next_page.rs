//! What answers say of the page after them: a token, a URL, or the ID of their last item.

#![allow(dead_code, reason = "the pages of an API need not follow each other in every way")]

use percent_encoding::percent_decode_str;
use reqwest::Url;
use reqwest::header::LINK;
use serde_json::Value;

use crate::paging::{Next, Paging, Told};
use crate::support::Auth;
use crate::support::api::Place;
use crate::support::auth::fill;
use crate::support::call::Call;
use crate::support::envelope::find;
use crate::support::error::Cause;
use crate::support::execute::address;
use crate::support::response::Raw;
use crate::support::url::push_pair;

/// The value at `place` goes into the parameter.
pub(crate) const fn cursor(parameter: &'static str, place: Place) -> Paging {
    Paging::told(Told { parameter, place, next: next_cursor })
}

/// A member of the last item goes into the parameter; `place` leads to the list, and then to that member of an item.
pub(crate) const fn last(parameter: &'static str, place: Place) -> Paging {
    Paging::told(Told { parameter, place, next: next_of_last })
}

/// The URL of the next page stands at `place`.
pub(crate) const fn url(place: Place) -> Paging {
    Paging::told(Told { parameter: "", place, next: next_url })
}

/// The URL of the next page stands in the header `Link`.
pub(crate) const fn link() -> Paging {
    Paging::told(Told { parameter: "", place: &[], next: next_link })
}

fn next_cursor(told: &Told, _: &Call, raw: &Raw) -> Result<Option<Next>, Cause> {
    // Servers that count write 0 or less where nothing comes after. An ID may be any number.
    let is_none = |value: &Value| value.as_number().is_some_and(|number| number.as_f64().is_some_and(|n| n <= 0.0));
    Ok(find(&raw.body, told.place).filter(|next| !is_none(next)).and_then(text).map(Next::Value))
}

fn next_of_last(told: &Told, _: &Call, raw: &Raw) -> Result<Option<Next>, Cause> {
    let Some((key, list)) = told.place.split_last() else { return Ok(None) };
    let mut list = find(&raw.body, list);
    let last = list.as_mut().and_then(|list| list.as_array_mut()?.pop());
    Ok(last.and_then(|mut item| text(item.get_mut(key)?.take())).map(Next::Value))
}

fn next_url(told: &Told, call: &Call, raw: &Raw) -> Result<Option<Next>, Cause> {
    find(&raw.body, told.place).and_then(text).map(|url| resolve(call, &url)).transpose()
}

fn next_link(_: &Told, call: &Call, raw: &Raw) -> Result<Option<Next>, Cause> {
    let values = raw.headers.get_all(LINK).into_iter().filter_map(|value| value.to_str().ok());
    values.filter_map(next_of_links).next().map(|url| resolve(call, url)).transpose()
}

/// A value as a parameter takes it. What says nothing is none.
fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The URL of the next page, relative to that of the request. One of another origin would be told the call's credentials.
fn resolve(call: &Call, next: &str) -> Result<Next, Cause> {
    let asked = address(call)?;
    let mut next =
        asked.join(next.trim()).map_err(|_| Cause::NextPage("what should be the URL of the next page is none"))?;
    // A server behind one that speaks TLS for it may not know that. What is asked stays as it is.
    if next.scheme() != asked.scheme() && next.host() == asked.host() && next.port().is_none() && asked.port().is_none()
    {
        let _ = next.set_scheme(asked.scheme());
    }
    if next.origin() != asked.origin() || !next.username().is_empty() || next.password().is_some() {
        return Err(Cause::NextPage("the URL of the next page is of another origin, where nothing is sent"));
    }
    next.set_fragment(None);
    authenticate(call, &mut next)?;
    Ok(Next::Url(next))
}

/// Gives a URL the credentials that the call has in its query. Servers leave them out of what they answer, or should.
fn authenticate(call: &Call, url: &mut Url) -> Result<(), Cause> {
    let own = match call.auth() {
        Auth::Query { name, .. } => Some((*name, None)),
        _ => None,
    };
    let written = call.operation.query.iter().filter_map(|(name, template)| Some((*name, Some((*template)?))));
    let written = written.filter(|(_, template)| template.is_some_and(|template| call.core.holds_credential(template)));
    for (name, template) in written.chain(own) {
        let other = |pair: &&str| percent_decode_str(pair.split('=').next().unwrap_or_default()).ne(name.bytes());
        let others: Vec<&str> = url.query().unwrap_or_default().split('&').filter(other).collect();
        let mut query = others.join("&");
        match (call.query.iter().find(|pair| pair.0 == name), template) {
            (Some((_, value)), _) => push_pair(&mut query, name, value),
            (None, Some(template)) => push_pair(&mut query, name, &fill(template, &|name| call.core.value(name))?),
            // Authentication adds it.
            (None, None) => {}
        }
        url.set_query(Some(&query).filter(|query| !query.is_empty()).map(String::as_str));
    }
    Ok(())
}

/// The target of the link to the next page, in a value of the header `Link` (RFC 8288).
pub(crate) fn next_of_links(mut links: &str) -> Option<&str> {
    loop {
        let (target, rest) = links.split_once('<')?.1.split_once('>')?;
        let (parameters, rest) = rest.split_at(end(rest, ','));
        if leads_on(parameters) {
            return Some(target);
        }
        links = rest;
    }
}

/// Whether the parameters of a link say that it leads from this page to the next.
fn leads_on(mut parameters: &str) -> bool {
    let (mut next, mut here) = (false, true);
    while !parameters.is_empty() {
        let (parameter, rest) = parameters.split_at(end(parameters, ';'));
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        let value = value.trim().trim_matches('"');
        if name.trim().eq_ignore_ascii_case("rel") {
            next |= value.split_ascii_whitespace().any(|relation| relation.eq_ignore_ascii_case("next"));
        }
        here &= !name.trim().eq_ignore_ascii_case("anchor");
        parameters = rest.strip_prefix(';').unwrap_or_default();
    }
    next && here
}

/// Where a part of a header ends: at a separator that is not quoted, or at the end.
fn end(text: &str, separator: char) -> usize {
    let (mut quoted, mut escaped) = (false, false);
    let ends = |c: char| {
        let ends = c == separator && !quoted;
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && quoted && !escaped;
        ends
    };
    text.find(ends).unwrap_or(text.len())
}
