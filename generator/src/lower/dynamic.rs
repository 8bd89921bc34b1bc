//! Which dynamic variables (`{{$guid}}`) a collection uses, and so what has to make their values.

use std::collections::BTreeSet;

use super::variables::Variables;
use crate::model::{Dynamic, Folder, Server};
use crate::postman::text;

/// What makes the values that stand in a text.
pub(super) fn in_text(text: &str) -> impl Iterator<Item = Dynamic> {
    text::names(text).filter_map(Dynamic::of)
}

/// What makes the values that the replay program fills in: all but those of headers that the crate itself sends.
pub(super) fn in_replay(root: &Folder, servers: &[Server], variables: &Variables) -> BTreeSet<Dynamic> {
    let operations = root.operations_deep();
    let requests = operations.iter().flat_map(|(_, operation)| operation.replay.texts().chain(operation.body_texts()));
    let hosts = servers.iter().filter_map(|server| server.replay.as_deref());
    let texts = requests.chain(hosts).chain(variables.texts()).flat_map(in_text);
    let credentials = variables.credentials();
    texts.chain(credentials.iter().filter_map(|credential| credential.replay.shown()).flat_map(in_text)).collect()
}
