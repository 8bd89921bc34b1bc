//! Which variables of a collection are set once on the client.

use std::collections::BTreeSet;

use heck::ToSnakeCase;
use indexmap::IndexMap;

use super::{folder, headers};
use crate::postman::text::{self, Part};
use crate::postman::{Collection, Header, Request};

/// A variable that this part of all requests has in its path is context, in percent, if nobody says otherwise.
const CONTEXT_SHARE: usize = 50;
/// Collections with fewer requests have no context variables of their own accord.
const CONTEXT_REQUESTS: usize = 8;
/// A part of the API's address that so many requests have is context.
const ADDRESS_REQUESTS: usize = 2;
/// A variable that so many requests have in their headers belongs to the client; that of a single one to its call.
const HEADER_REQUESTS: usize = 2;

/// Last words of variables whose values are paths or whole addresses.
const ADDRESS_WORDS: &[&str] = &["base", "directory", "endpoint", "path", "prefix", "uri", "url"];

/// Whether a variable is called like a path or an address.
pub(super) fn is_address(name: &str) -> bool {
    name.to_snake_case().rsplit('_').next().is_some_and(|word| ADDRESS_WORDS.contains(&word))
}

/// Whether a variable that paths begin with is no data but a part of the API's address.
pub(super) fn is_of_address(name: &str) -> bool {
    is_address(name) || name.to_snake_case() == "api_version"
}

/// Variables that most paths have, and those of the API's address that several have.
pub(super) fn in_paths(collection: &Collection) -> Vec<String> {
    let requests = folder::requests(&collection.items);
    let enough = requests.len() >= CONTEXT_REQUESTS;
    let mut counts = count(requests.iter().map(|request| path_variables(request)));
    counts.retain(|name, count| {
        let of_most = enough && *count * 100 >= requests.len() * CONTEXT_SHARE;
        of_most || *count >= ADDRESS_REQUESTS && is_of_address(name)
    });
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

/// Variables that several requests have in their headers.
pub(super) fn in_headers(collection: &Collection) -> Vec<String> {
    let requests = folder::requests(&collection.items);
    let mut counts = count(requests.iter().map(|request| header_variables(request).collect()));
    counts.retain(|_, count| *count >= HEADER_REQUESTS);
    counts.into_keys().map(str::to_owned).collect()
}

/// Secrets that requests have in their headers or queries.
pub(super) fn secrets(collection: &Collection, is_secret: impl Fn(&str) -> bool) -> Vec<String> {
    let requests = folder::requests(&collection.items);
    let names =
        count(requests.iter().map(|request| header_variables(request).chain(query_variables(request)).collect()));
    names.into_keys().filter(|name| is_secret(name)).map(str::to_owned).collect()
}

fn sent(request: &Request) -> impl Iterator<Item = &Header> {
    request.headers.iter().filter(|header| !header.disabled && headers::is_setter(&header.key))
}

fn header_variables(request: &Request) -> impl Iterator<Item = &str> {
    sent(request).flat_map(|header| text::names(&header.value)).filter(|name| is_plain(name))
}

fn query_variables(request: &Request) -> impl Iterator<Item = &str> {
    let sent = request.url.query.iter().filter(|parameter| !parameter.disabled);
    sent.filter_map(|parameter| parameter.value.as_deref()).flat_map(text::names).filter(|name| is_plain(name))
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
