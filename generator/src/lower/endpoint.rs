//! Endpoints: requests with the same method and path are the same operation of the API, with other values.

use std::collections::BTreeMap;

use heck::ToSnakeCase;

use crate::model::{BodyKind, Folder, Operation, Piece};

/// What requests of one endpoint have in common: method, server, path with its variables unnamed, and fixed parameters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Endpoint {
    method: String,
    server: usize,
    path: String,
    /// Parameters that are always sent.
    query: Vec<(String, String)>,
    /// The GraphQL query: all of them go to one path.
    graphql: Option<String>,
}

/// The endpoints of an API. Operations are named by their position in `operations_deep`.
pub(super) struct Endpoints {
    /// The operations of each endpoint, the one that stands for the others first.
    pub(super) members: Vec<Vec<usize>>,
    /// The endpoint of each operation.
    pub(super) of: Vec<usize>,
}

/// Groups the operations of an API. The one that stands for its endpoint is the one that does not tell a story: it stands
/// least deep and has the shortest name.
pub(super) fn group(root: &Folder) -> Endpoints {
    let operations = root.operations_deep();
    let mut groups: BTreeMap<Endpoint, Vec<usize>> = BTreeMap::new();
    for (position, (_, operation)) in operations.iter().enumerate() {
        groups.entry(endpoint(operation)).or_default().push(position);
    }
    let mut members: Vec<Vec<usize>> = groups.into_values().collect();
    for group in &mut members {
        group.sort_by_key(|&position| {
            let operation = operations[position].1;
            let numbered = operation.title.starts_with(|c: char| c.is_ascii_digit());
            (numbered, operation.name.plain().len(), operation.name.clone(), operation.origin.pointer.clone())
        });
    }
    let mut of = vec![0; operations.len()];
    for (index, group) in members.iter().enumerate() {
        group.iter().for_each(|&position| of[position] = index);
    }
    Endpoints { members, of }
}

fn endpoint(operation: &Operation) -> Endpoint {
    let segments = operation.path.iter().map(|segment| {
        let pieces = segment.0.iter().map(|piece| match piece {
            Piece::Literal(text) => text.as_str(),
            Piece::Variable(_) | Piece::Segments(_) => "{}",
        });
        pieces.collect::<String>()
    });
    Endpoint {
        method: operation.method.clone(),
        server: operation.server,
        path: segments.collect::<Vec<_>>().join("/"),
        query: operation.query.iter().filter_map(|query| Some((query.wire.clone(), query.fixed.clone()?))).collect(),
        graphql: operation.body.as_ref().and_then(|body| match &body.kind {
            BodyKind::GraphQl(graphql) => Some(graphql.template.clone()),
            _ => None,
        }),
    }
}

/// The last segment of a path that is no variable, and does not say what is done where another one says what it is done to.
pub(super) fn resource(operation: &Operation) -> String {
    let literals = operation.path.iter().filter_map(|segment| match &segment.0[..] {
        [Piece::Literal(text)] if !text.is_empty() => Some(text.as_str()),
        _ => None,
    });
    let literals: Vec<&str> = literals.collect();
    let noun = literals.iter().rev().find(|text| !is_action(text));
    noun.or(literals.last()).copied().unwrap_or_default().to_owned()
}

/// Whether an operation says that it reads, by the end of its path (`/jobs/search`, `/jobs:query`, `/list-jobs`) or by the first
/// word of its title.
pub(super) fn says_that_it_reads(operation: &Operation) -> bool {
    let begins = |text: &str| text.to_snake_case().split('_').next().is_some_and(|word| ACTIONS.contains(&word));
    let end = match operation.path.last().map(|segment| &segment.0[..]) {
        Some([.., Piece::Literal(text)]) => text.as_str(),
        _ => "",
    };
    begins(end) || end.rsplit(':').next().is_some_and(begins) || begins(&operation.title)
}

/// Whether a segment says what is done, or to which one: `search`, `findByStatus`, `me`.
fn is_action(segment: &str) -> bool {
    let name = segment.to_snake_case();
    let mut words = name.split('_');
    let is_verb =
        words.next().is_some_and(|verb| ACTIONS.contains(&verb)) && words.next().is_none_or(|word| word == "by");
    is_verb || PRONOUNS.contains(&name.as_str())
}

/// Segments that stand for the ID of one thing.
const PRONOUNS: &[&str] = &["current", "me", "self"];

/// Verbs that a segment of a path may be: all of them read.
const ACTIONS: &[&str] = &["fetch", "filter", "find", "get", "list", "lookup", "query", "search"];
