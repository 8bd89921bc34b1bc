//! One type per thing: decides which objects are the same.
//!
//! The rules, from the surest to the least sure; ARCHITECTURE.md explains them:
//! 1. the same name, and fields that agree;
//! 2. a name that ends in the other's name, and fields that all but contain each other;
//! 3. the same many fields, whatever the name;
//! 4. the same plain fields in one holder, under three or more keys with the same last word.
//!
//! Whole answers are held to more: beside what goes along with any answer, half of all that both carry must be the same.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;

use super::arena::{Arena, Node, NodeId, Slot};
use super::is_envelope;

/// Of the fields of the smaller of two objects with one name, the part that the other must have, in percent.
const SAME_NAME_OVERLAP: usize = 50;
/// The same for objects of which one's name ends in the other's (`subject_concept`, `concept`).
const SUFFIX_OVERLAP: usize = 80;
/// How many fields such objects must share, so that a mere `{id}` says nothing.
const SUFFIX_FIELDS: usize = 3;
/// How many fields must agree exactly for objects of unlike names to be the same.
const LOOKALIKE_FIELDS: usize = 8;
/// Of all that two answers carry, the part that they must have in common, in percent.
const ANSWER_OVERLAP: usize = 50;
/// How many members of one thing with the same plain fields and the same last word are one type.
const SIBLINGS: usize = 3;
/// How deep fields are compared.
const DEPTH: usize = 2;
/// How many different things of one name an object is compared with; keeps odd input linear.
const MAX_CLUSTERS: usize = 32;

/// Joins the nodes that are the same thing.
pub(super) fn share(arena: &mut Arena<'_>) {
    same_name(arena);
    same_suffix(arena);
    lookalikes(arena);
    siblings(arena);
}

fn same_name(arena: &mut Arena<'_>) {
    for (_, mut members) in by_hint(arena) {
        // Joining others of them may have made several of these one.
        let mut known = BTreeSet::new();
        members.retain(|&id| known.insert(arena.find(id)));
        // The richest first: what little the small ones show is then held against most of what is known.
        members.sort_by_cached_key(|&id| {
            let node = arena.get(id);
            (std::cmp::Reverse(node.fields.len()), signature(node))
        });
        let mut clusters: Vec<NodeId> = Vec::new();
        for id in members {
            let same = |&other: &NodeId| {
                agree(arena, other, id, SAME_NAME_OVERLAP, DEPTH) && answers_agree(arena.get(other), arena.get(id))
            };
            let found = clusters.iter().take(MAX_CLUSTERS).copied().find(same);
            match found {
                Some(other) => arena.join(other, id),
                None => clusters.push(id),
            }
        }
    }
}

fn same_suffix(arena: &mut Arena<'_>) {
    let hints = by_hint(arena);
    for (hint, members) in &hints {
        let suffixes = hint.match_indices('_').map(|(at, _)| &hint[at + 1..]);
        let Some((_, others)) = suffixes.filter_map(|suffix| hints.get_key_value(suffix)).next() else {
            continue;
        };
        for &id in members {
            let found = others.iter().take(MAX_CLUSTERS).copied().find(|&other| {
                shared(arena.get(id), arena.get(other)) >= SUFFIX_FIELDS
                    && agree(arena, other, id, SUFFIX_OVERLAP, DEPTH)
            });
            if let Some(other) = found {
                arena.join(other, id);
            }
        }
    }
}

fn lookalikes(arena: &mut Arena<'_>) {
    let mut groups: BTreeMap<Vec<&str>, Vec<NodeId>> = BTreeMap::new();
    for id in arena.roots() {
        let node = arena.get(id);
        if node.fields.len() >= LOOKALIKE_FIELDS && !node.root {
            groups.entry(signature(node)).or_default().push(id);
        }
    }
    for members in groups.into_values() {
        for pair in members.windows(2) {
            if agree(arena, pair[0], pair[1], 100, DEPTH) {
                arena.join(pair[0], pair[1]);
            }
        }
    }
}

/// Joins what one thing holds several times: `regions_count` and `frames_count` with the same fields are each a `count`.
fn siblings(arena: &mut Arena<'_>) {
    for holder in arena.roots() {
        let mut groups: BTreeMap<(String, Vec<&str>), BTreeSet<NodeId>> = BTreeMap::new();
        for (key, slot) in &arena.get(holder).fields {
            let key = key.to_snake_case();
            let Some(id) = slot.object else { continue };
            let scalar = arena.get(id).fields.values().all(|field| field.object_deep().is_none());
            if let (true, Some((_, word))) = (scalar, key.rsplit_once('_')) {
                groups.entry((word.to_owned(), signature(arena.get(id)))).or_default().insert(arena.find(id));
            }
        }
        for ((word, _), members) in groups {
            let members: Vec<NodeId> = members.into_iter().collect();
            let alike = members.windows(2).all(|pair| agree(arena, pair[0], pair[1], 100, DEPTH));
            if let ([first, rest @ ..], true) = (&members[..], alike && members.len() >= SIBLINGS) {
                rest.iter().for_each(|&other| arena.join(*first, other));
                arena.get_mut(*first).hints = BTreeMap::from([(word, members.len())]);
            }
        }
    }
}

/// Nodes by their hints; a node with several stands under each.
fn by_hint(arena: &Arena<'_>) -> BTreeMap<String, Vec<NodeId>> {
    let mut groups: BTreeMap<String, Vec<NodeId>> = BTreeMap::new();
    for id in arena.roots() {
        for hint in arena.get(id).hints.keys() {
            groups.entry(hint.clone()).or_default().push(id);
        }
    }
    groups
}

/// The keys, sorted.
pub(super) fn signature<'a>(node: &Node<'a>) -> Vec<&'a str> {
    let mut keys: Vec<&str> = node.fields.keys().copied().collect();
    keys.sort_unstable();
    keys
}

/// Whether two whole answers carry the same, beside what goes along with any answer; true for what is no answer.
fn answers_agree(a: &Node<'_>, b: &Node<'_>) -> bool {
    if !(a.root && b.root) {
        return true;
    }
    let carried = |node: &Node<'_>| -> BTreeSet<String> {
        node.fields.keys().filter(|key| !is_envelope(key)).map(|key| (*key).to_owned()).collect()
    };
    let (a, b) = (carried(a), carried(b));
    a.intersection(&b).count() * 100 >= ANSWER_OVERLAP * a.union(&b).count()
}

fn shared(a: &Node<'_>, b: &Node<'_>) -> usize {
    let (small, large) = if a.fields.len() <= b.fields.len() { (a, b) } else { (b, a) };
    small.fields.keys().filter(|key| large.fields.contains_key(*key)).count()
}

/// Whether two objects can be one: no field has different kinds, and enough of the smaller is in the larger.
fn agree(arena: &Arena<'_>, a: NodeId, b: NodeId, overlap: usize, depth: usize) -> bool {
    if arena.find(a) == arena.find(b) {
        return true;
    }
    let (a, b) = (arena.get(a), arena.get(b));
    let (small, large) = if a.fields.len() <= b.fields.len() { (a, b) } else { (b, a) };
    if small.fields.is_empty() {
        return true;
    }
    if shared(a, b) * 100 < overlap * small.fields.len() {
        return false;
    }
    small
        .fields
        .iter()
        .all(|(key, slot)| large.fields.get(key).is_none_or(|other| slots_agree(arena, slot, other, depth)))
}

fn slots_agree(arena: &Arena<'_>, a: &Slot<'_>, b: &Slot<'_>, depth: usize) -> bool {
    let (kinds_a, kinds_b) = (a.counts.kinds(), b.counts.kinds());
    if !kinds_a.is_empty() && !kinds_b.is_empty() && !kinds_a.iter().any(|kind| kinds_b.contains(kind)) {
        return false;
    }
    if let (Some(a), Some(b)) = (&a.element, &b.element)
        && !slots_agree(arena, a, b, depth)
    {
        return false;
    }
    match (a.object, b.object) {
        // Under one key of one thing they may well show different sides of it, so only a conflict counts.
        (Some(a), Some(b)) if depth > 0 => agree(arena, a, b, 0, depth - 1) || free_form(arena.get(a)),
        _ => true,
    }
}

/// Names of objects whose keys are the caller's own.
const FREE_FORM: &[&str] = &["metadata"];

/// Whether an object's keys are data by its name.
pub(super) fn free_form(node: &Node<'_>) -> bool {
    node.hints.keys().any(|hint| FREE_FORM.iter().any(|name| hint == name || hint.ends_with(&format!("_{name}"))))
}
