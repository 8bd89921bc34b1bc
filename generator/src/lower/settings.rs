//! Which variables of a collection are set once on the client.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::folder;
use crate::postman::text::{self, Part};
use crate::postman::{Collection, Header, Request};

/// A variable that this part of all requests has in its path is context, in percent, if nobody says otherwise.
const CONTEXT_SHARE: usize = 50;
/// Collections with fewer requests have no context variables of their own accord.
const CONTEXT_REQUESTS: usize = 8;
/// A variable that so many requests have in their headers belongs to the client; that of a single one to its call.
const HEADER_REQUESTS: usize = 2;

/// Variables that most paths have.
pub(super) fn in_paths(collection: &Collection) -> Vec<String> {
    let requests = folder::requests(&collection.items);
    if requests.len() < CONTEXT_REQUESTS {
        return Vec::new();
    }
    let mut counts = count(requests.iter().map(|request| path_variables(request)));
    counts.retain(|_, count| *count * 100 >= requests.len() * CONTEXT_SHARE);
    counts.into_keys().map(str::to_owned).collect()
}

fn path_variables(request: &Request) -> BTreeSet<&str> {
    request.url.path.iter().flat_map(|segment| text::names(segment)).collect()
}

/// Variables of hosts that have a name beside them, as in `{{account}}.example.com`.
pub(super) fn in_hosts(collection: &Collection) -> Vec<String> {
    let requests = folder::requests(&collection.items);
    let hosts: BTreeSet<String> = requests.iter().map(|request| request.url.host.join(".")).collect();
    let found: BTreeSet<String> = hosts.iter().flat_map(|host| host_variables(host)).map(str::to_owned).collect();
    found.into_iter().collect()
}

/// The variables of a host that has a name beside them; of any other host the base URL says it all.
pub(super) fn host_variables(host: &str) -> Vec<&str> {
    let named = text::template(host)
        .iter()
        .any(|part| matches!(part, Part::Literal(text) if text.contains(|c: char| c.is_alphanumeric())));
    if named { text::names(host).filter(|name| is_plain(name)).collect() } else { Vec::new() }
}

/// Variables of headers: those that several requests have, and secrets.
pub(super) fn in_headers(collection: &Collection, secret: impl Fn(&str) -> bool) -> (Vec<String>, Vec<String>) {
    let requests = folder::requests(&collection.items);
    let counts = count(requests.iter().map(|request| sent(request).flat_map(header_variables).collect()));
    let (hidden, shown): (Vec<_>, Vec<_>) = counts.into_iter().partition(|(name, _)| secret(name));
    let shown = shown.into_iter().filter(|(_, count)| *count >= HEADER_REQUESTS);
    (shown.map(|(name, _)| name.to_owned()).collect(), hidden.into_iter().map(|(name, _)| name.to_owned()).collect())
}

fn sent(request: &Request) -> impl Iterator<Item = &Header> {
    let own = ["content-type", "content-length", "host"];
    request
        .headers
        .iter()
        .filter(move |header| !header.disabled && !own.iter().any(|name| header.key.eq_ignore_ascii_case(name)))
}

fn header_variables(header: &Header) -> impl Iterator<Item = &str> {
    text::names(&header.value).filter(|name| is_plain(name))
}

/// Whether a name is one that somebody gives a value to: what begins with a dollar sign is made anew at each use, and other
/// signs are those of template languages.
fn is_plain(name: &str) -> bool {
    !name.starts_with(['$', '#', '/', '^', '>', '!'])
}

/// How many of the sets have each name, in the order in which names appear.
fn count<'a>(sets: impl Iterator<Item = BTreeSet<&'a str>>) -> IndexMap<&'a str, usize> {
    let mut counts: IndexMap<&str, usize> = IndexMap::new();
    for name in sets.flatten() {
        *counts.entry(name).or_default() += 1;
    }
    counts
}
