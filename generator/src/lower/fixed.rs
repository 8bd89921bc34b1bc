//! Query parameters that tell one operation from another: those are always sent, and nobody sets them.

use std::collections::{BTreeMap, BTreeSet};

use super::endpoint::{self, Endpoints};
use crate::config::Config;
use crate::model::{Folder, Operation, ScalarKind};

/// Fixes the parameters that the configuration names, and those in which requests with one method and path differ, as in
/// `?action=query` and `?action=login`.
pub(super) fn fix(root: &mut Folder, config: &Config) {
    let endpoints = endpoint::group(root);
    let telling = telling(root, &endpoints);
    let named: BTreeSet<&str> = config.always_sent.iter().map(String::as_str).collect();
    let mut position = 0;
    root.for_each_operation(&mut |operation| {
        let told_by = telling.get(&endpoints.of[position]);
        position += 1;
        let mut fixed: BTreeMap<String, String> = words(operation)
            .filter(|(wire, _)| named.contains(wire) || told_by.is_some_and(|keys| keys.contains(*wire)))
            .map(|(wire, value)| (wire.to_owned(), value.to_owned()))
            .collect();
        let mut names = BTreeSet::new();
        for query in &mut operation.query {
            if let Some(value) = fixed.remove(&query.wire) {
                names.insert(query.name.clone());
                query.fixed = Some(value);
            }
        }
        operation.replay.setters.retain(|step| !names.contains(&step.name));
    });
}

/// For each endpoint, the parameters that have another value in each of its requests that has them, and more than one has.
fn telling(root: &Folder, endpoints: &Endpoints) -> BTreeMap<usize, BTreeSet<String>> {
    let operations = root.operations_deep();
    let mut found = BTreeMap::new();
    for (index, members) in endpoints.members.iter().enumerate() {
        let mut values: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (wire, value) in members.iter().flat_map(|&position| words(operations[position].1)) {
            values.entry(wire).or_default().push(value);
        }
        let telling = values
            .into_iter()
            .filter(|(_, values)| values.len() > 1 && values.iter().collect::<BTreeSet<_>>().len() == values.len());
        let keys: BTreeSet<String> = telling.map(|(wire, _)| wire.to_owned()).collect();
        if !keys.is_empty() {
            found.insert(index, keys);
        }
    }
    found
}

/// The enabled parameters of a request whose values are words: numbers, switches and variables are values that callers choose,
/// and so is what stands more than once.
fn words(operation: &Operation) -> impl Iterator<Item = (&str, &str)> {
    let queries = operation.query_by_name();
    operation.replay.shown_setters().filter_map(move |(step, value)| {
        let query = queries.get(&step.name).filter(|query| !query.repeated)?;
        let word = !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
        (step.kind == ScalarKind::String && word).then_some((query.wire.as_str(), value))
    })
}
