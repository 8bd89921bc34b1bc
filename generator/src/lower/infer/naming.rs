//! Names of types: what a person would call the thing, from the keys under which it stands.

use std::collections::{BTreeMap, BTreeSet};

use super::arena::{Arena, Node, NodeId};
use super::bodies;
use super::enums::Enum;
use super::kinds::Kinds;
use super::remember::Recalled;
use super::share::signature;
use super::unions::Union;
use crate::lower::names::{self, Claim};
use crate::model::Ident;

/// Names that mean something else in the files that hold types.
const RESERVED: &[&str] = &[
    "Box",
    "Clone",
    "Debug",
    "Default",
    "Deserialize",
    "Display",
    "Err",
    "Error",
    "From",
    "FromStr",
    "Into",
    "IntoIterator",
    "Iterator",
    "Map",
    "None",
    "Ok",
    "Option",
    "PartialEq",
    "Result",
    "Self",
    "Serialize",
    "Some",
    "String",
    "ToString",
    "Value",
    "Vec",
];

/// A name for each of the nodes. Those in `known` have one, unless it means something else by now; those in `others` are left
/// to others.
pub(super) fn name(
    arena: &Arena<'_>,
    nodes: &[NodeId],
    known: BTreeMap<NodeId, Ident>,
    others: &BTreeSet<Ident>,
) -> BTreeMap<NodeId, Ident> {
    let mut owners: BTreeMap<&str, Vec<(usize, NodeId)>> = BTreeMap::new();
    for &id in nodes {
        let held = weight(arena, id);
        for hint in arena.get(id).hints.keys() {
            owners.entry(hint).or_default().push((held, id));
        }
    }
    for owners in owners.values_mut() {
        owners.sort_unstable_by(|a, b| b.cmp(a));
    }
    let mut taken: BTreeSet<Ident> = reserved().collect();
    let mut names: BTreeMap<NodeId, Ident> = known.into_iter().filter(|(_, name)| taken.insert(name.clone())).collect();
    taken.extend(others.iter().cloned());
    let open: Vec<NodeId> = nodes.iter().copied().filter(|id| !names.contains_key(id)).collect();
    let claims: Vec<Claim> = open.iter().map(|&id| claim(arena, id, &owners)).collect();
    names.extend(open.into_iter().zip(names::settle(&claims, &taken)));
    names
}

/// Names that mean something else in the files that hold types.
pub(super) fn reserved() -> impl Iterator<Item = Ident> {
    RESERVED.iter().filter_map(|name| names::pascal(name))
}

/// A name for each enum: its key, after what holds it where the key alone says nothing, or is the name of something else.
pub(super) fn enums<'a>(
    kinds: &Kinds<'a, '_>,
    found: &[Enum<'a, '_>],
    recalled: &Recalled<'a, '_>,
    others: &BTreeSet<Ident>,
) -> Vec<Ident> {
    let structs = &kinds.structs;
    let mut taken: BTreeSet<Ident> = reserved().collect();
    taken.extend(structs.values().cloned());
    let mut keys: BTreeMap<&str, usize> = BTreeMap::new();
    for one in found {
        *keys.entry(&one.key).or_default() += 1;
    }
    let claim = |one: &Enum<'_, '_>| {
        let plain = names::pascal(&one.key).unwrap_or_else(|| names::constant("Word"));
        let holders: BTreeSet<&Ident> = one.places.iter().filter_map(|(holder, _)| structs.get(holder)).collect();
        let holder = holders.into_iter().min_by_key(|name| (name.plain().len(), (*name).clone()));
        let alone = !one.generic && keys[one.key.as_str()] == 1 && !taken.contains(&plain);
        // A key after the name of what holds it: `type` in a `Model` is a `ModelType`.
        let wanted = holder.filter(|_| !alone).map_or(plain, |holder| names::suffixed(holder, &one.key));
        let key = one.words.keys().copied().collect::<Vec<_>>().join(",");
        Claim { wanted, qualifiers: vec!["kind".to_owned()], key }
    };
    let claims = found.iter().map(claim).collect();
    let known = recalled.enums(found.iter().map(|one| &one.places[..]));
    settle_unknown(claims, taken, known, others)
}

/// A name for each union.
pub(super) fn unions<'a>(
    kinds: &Kinds<'a, '_>,
    enums: &[Ident],
    found: &[Union<'a>],
    recalled: &Recalled<'a, '_>,
    others: &BTreeSet<Ident>,
) -> Vec<Ident> {
    let structs = &kinds.structs;
    let mut taken: BTreeSet<Ident> = reserved().collect();
    taken.extend(structs.values().chain(enums).cloned());
    let claim = |one: &Union<'_>| Claim {
        wanted: names::pascal(&one.name).unwrap_or_else(|| names::constant("Union")),
        qualifiers: vec!["value".to_owned()],
        key: one.name.clone(),
    };
    let claims = found.iter().map(claim).collect();
    let known = recalled.unions(found.iter().map(|one| &one.places[..]));
    settle_unknown(claims, taken, known, others)
}

/// Names for all claims; those at the indices in `known` have one, unless it is taken, and those in `others` are left to others.
fn settle_unknown(
    claims: Vec<Claim>,
    mut taken: BTreeSet<Ident>,
    known: BTreeMap<usize, Ident>,
    others: &BTreeSet<Ident>,
) -> Vec<Ident> {
    let mut named: BTreeMap<usize, Ident> = known.into_iter().filter(|(_, name)| taken.insert(name.clone())).collect();
    taken.extend(others.iter().cloned());
    let (open, claims): (Vec<usize>, Vec<Claim>) =
        claims.into_iter().enumerate().filter(|(index, _)| !named.contains_key(index)).unzip();
    named.extend(open.into_iter().zip(names::settle(&claims, &taken)));
    named.into_values().collect()
}

/// A thing that so many times more things hold than any other of its name owns the name.
const DOMINANCE: usize = 3;
/// From how many operations on that carry it in their answers a thing is a resource.
const CARRIERS: usize = 2;
/// A longer name that stands at one in so many of the places is a name that people use.
const TELLING: usize = 3;

/// `owners` are the nodes of each hint, the one that lays most claim to it first.
fn claim(arena: &Arena<'_>, id: NodeId, owners: &BTreeMap<&str, Vec<(usize, NodeId)>>) -> Claim {
    let wanted = wanted(arena, id, owners);
    let fallback = names::constant("Object");
    Claim {
        wanted: names::pascal(&wanted).unwrap_or(fallback),
        qualifiers: status_words(arena.get(id))
            .into_iter()
            .chain(["object".to_owned(), "details".to_owned()])
            .collect(),
        key: signature(arena.get(id)).join(","),
    }
}

/// What tells answers to one operation apart that come with different statuses: `NotFound`.
fn status_words(node: &Node<'_>) -> Option<String> {
    let status = node.statuses.first()?;
    let word = STATUSES.iter().find(|(known, _)| known == status).map(|(_, word)| (*word).to_owned());
    Some(word.unwrap_or_else(|| format!("status {status}")))
}

/// The statuses of failure that most servers use.
const STATUSES: &[(u16, &str)] = &[
    (400, "bad request"),
    (401, "unauthorized"),
    (402, "payment required"),
    (403, "forbidden"),
    (404, "not found"),
    (405, "method not allowed"),
    (406, "not acceptable"),
    (408, "timeout"),
    (409, "conflict"),
    (410, "gone"),
    (412, "precondition failed"),
    (413, "too large"),
    (415, "unsupported media type"),
    (422, "unprocessable"),
    (423, "locked"),
    (429, "too many requests"),
    (500, "server error"),
    (501, "not implemented"),
    (502, "bad gateway"),
    (503, "unavailable"),
    (504, "gateway timeout"),
];

/// A name of its own, else one that it holds more often than its rivals, else one after what holds it.
fn wanted(arena: &Arena<'_>, id: NodeId, owners: &BTreeMap<&str, Vec<(usize, NodeId)>>) -> String {
    let node = arena.get(id);
    let own = weight(arena, id);
    let rivals = |hint: &str| {
        let mut others = owners.get(hint).into_iter().flatten().filter(|(_, other)| *other != id);
        others.next().map(|(weight, _)| *weight)
    };
    let order = |(hint, _): &(&String, &usize)| (words(hint), hint.len(), (*hint).clone());
    let owned = node.hints.iter().filter(|(hint, _)| rivals(hint).is_none_or(|most| own >= DOMINANCE * most.max(1)));
    let shortest = owned.min_by_key(order).map(|(hint, _)| hint);
    // What several answers carry is a resource, and that is its name.
    let is_carried = |hint: &String| node.carried.get(hint).is_some_and(|operations| operations.len() >= CARRIERS);
    let is_longer = |hint: &String| shortest.is_some_and(|short| hint.ends_with(&format!("_{short}")));
    let carried = node.hints.iter().filter(|(hint, _)| is_carried(hint) && is_longer(hint) && rivals(hint).is_none());
    if let Some((found, _)) = carried.min_by_key(order) {
        return found.clone();
    }
    // `eval_metrics` says more than `metrics`, which other things are called as well.
    let seen: usize = node.hints.values().sum();
    let telling = node.hints.iter().filter(|(hint, count)| {
        let longer = shortest.is_some_and(|short| rivals(short).is_some()) && is_longer(hint);
        longer && rivals(hint).is_none() && **count * TELLING >= seen
    });
    if let Some(found) = telling.min_by_key(order).map(|(hint, _)| hint).or(shortest) {
        return found.clone();
    }
    match node.hints.iter().min_by_key(order) {
        Some((hint, _)) if rivals(hint).is_some_and(|most| own > most) => hint.clone(),
        Some((hint, _)) => qualified(arena, id, hint),
        None => "object".to_owned(),
    }
}

/// By how much a thing lays claim to a name: how many things hold it, or how many operations answer with it.
fn weight(arena: &Arena<'_>, id: NodeId) -> usize {
    let node = arena.get(id);
    if node.root { node.used_by.len() } else { holders(arena, id).len() }
}

/// The hint after the shortest name of what holds the node; a whole answer is called after its operation.
fn qualified(arena: &Arena<'_>, id: NodeId, hint: &str) -> String {
    if let Some(operation) = arena.get(id).operations.first() {
        return operation.clone();
    }
    let holder = holders(arena, id)
        .into_iter()
        .filter_map(|parent| holder_name(arena.get(parent)))
        .min_by_key(|name| (words(name), name.clone()));
    match holder {
        Some(holder) if hint.starts_with(&holder) => hint.to_owned(),
        Some(holder) if holder.ends_with(&format!("_{hint}")) => format!("{holder}_entry"),
        Some(holder) => format!("{holder}_{hint}"),
        None => hint.to_owned(),
    }
}

/// What a holder lends to the names of what it holds: its own, without saying what kind of body it is; an answer that has no name
/// of its own its operation.
fn holder_name(node: &Node<'_>) -> Option<String> {
    let bare = |name: &String| bodies::without_role(name).map(str::to_owned);
    let own = node.hints.keys().filter(|name| bare(name).is_none());
    if let Some(own) = own.min_by_key(|name| (words(name), (*name).clone())) {
        return Some(own.clone());
    }
    let shortest = || node.hints.keys().min_by_key(|name| (words(name), (*name).clone()));
    node.operations.first().or_else(shortest).and_then(bare)
}

fn holders(arena: &Arena<'_>, id: NodeId) -> BTreeSet<NodeId> {
    arena.get(id).parents.iter().map(|&parent| arena.find(parent)).collect()
}

fn words(hint: &str) -> usize {
    hint.split('_').count()
}
