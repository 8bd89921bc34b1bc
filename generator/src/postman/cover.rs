//! Variables that requests send as secrets, whatever they are called: their values are covered as well.

use std::collections::BTreeSet;

use super::auth::may_be_secret;
use super::{Auth, Collection, Item, Request, Variable, text};
use crate::secrets;

/// Covers the values of variables that authentication uses, and those that are sent in what is called like a secret.
pub(super) fn cover(collection: &mut Collection) {
    let mut names = BTreeSet::new();
    in_auth(collection.auth.as_ref(), &mut names);
    in_items(&collection.items, &mut names);
    if !names.is_empty() {
        variables(&mut collection.variables, &names);
        folders(&mut collection.items, &names);
    }
}

fn in_items(items: &[Item], names: &mut BTreeSet<String>) {
    for item in items {
        match item {
            Item::Folder(folder) => {
                in_auth(folder.auth.as_ref(), names);
                in_items(&folder.items, names);
            }
            Item::Request(request) => in_request(request, names),
        }
    }
}

fn in_request(request: &Request, names: &mut BTreeSet<String>) {
    in_auth(request.auth.as_ref(), names);
    let headers = request.headers.iter().map(|header| (header.key.as_str(), header.value.as_str()));
    let query = request.url.query.iter();
    let query = query.filter_map(|parameter| Some((parameter.key.as_deref()?, parameter.value.as_deref()?)));
    for (_, value) in headers.chain(query).filter(|(key, _)| secrets::is_sensitive(key)) {
        names.extend(text::names(value).map(str::to_owned));
    }
}

fn in_auth(auth: Option<&Auth>, names: &mut BTreeSet<String>) {
    let Some(Auth { kind, parameters, .. }) = auth else { return };
    for parameter in parameters.iter().filter(|parameter| may_be_secret(kind, &parameter.key)) {
        names.extend(text::names(&parameter.text()).map(str::to_owned));
    }
}

fn folders(items: &mut [Item], names: &BTreeSet<String>) {
    for item in items {
        if let Item::Folder(folder) = item {
            variables(&mut folder.variables, names);
            folders(&mut folder.items, names);
        }
    }
}

fn variables(variables: &mut [Variable], names: &BTreeSet<String>) {
    for variable in variables.iter_mut().filter(|variable| names.contains(&variable.key)) {
        if variable.value.as_ref().is_some_and(|value| !secrets::is_placeholder(value)) {
            variable.value.cover();
        }
    }
}
