//! Types from examples: observe every value, decide which objects are one thing, name them, and choose a type for each field.

mod arena;
mod counts;
mod cycles;
mod fields;
mod naming;
mod shape;
mod share;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;
use rayon::prelude::*;
use serde_json::Value;

use self::arena::{Arena, NodeId, Slot};
use self::shape::Shape;
pub(super) use self::words::singular;
use self::words::{Word, Words};
use crate::model::{TypeDef, TypeRef};

/// A body or an answer of an operation, with everything that examples show of it.
pub(super) struct Root<'a> {
    /// What it is.
    pub(super) role: Role,
    /// The operation that stands for all operations of this endpoint, by its index.
    pub(super) operation: usize,
    /// The name of that operation in snake case: `create_models`.
    pub(super) name: String,
    /// The last word of the path that is no variable: `models`.
    pub(super) resource: String,
    /// The examples.
    pub(super) examples: Vec<&'a Value>,
}

/// What a body is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// Sent.
    Request,
    /// Sent with a GraphQL query.
    Variables,
    /// Received when all is well.
    Success,
    /// Received with this status when something failed.
    Error(u16),
}

impl Role {
    /// Whether it is sent, not received.
    fn is_sent(self) -> bool {
        matches!(self, Self::Request | Self::Variables)
    }
}

/// The types of an API.
pub(super) struct Types {
    /// The definitions, in the order of their names; `module` and `feature` are left open.
    pub(super) defs: Vec<TypeDef>,
    /// The type of each root, in their order.
    pub(super) roots: Vec<TypeRef>,
    /// The operations that use each definition, in the order of the definitions.
    pub(super) used_by: Vec<BTreeSet<usize>>,
    /// How many structs there would be if each place that shows objects had its own.
    pub(super) unshared: usize,
}

/// Infers the types of all roots together.
pub(super) fn infer(roots: &[Root<'_>]) -> Types {
    let mut arena = Arena::default();
    let shapes: Vec<Shape<'_>> = roots.par_iter().map(observe).collect();
    let slots: Vec<Slot<'_>> =
        roots.iter().zip(shapes).map(|(root, shape)| arena.add(shape, None, root.operation)).collect();
    hint(&mut arena, roots, &slots);
    share::share(&mut arena);
    let structs = fields::structs(&arena, &slots);
    let names = naming::name(&arena, &structs);
    let (mut defs, mut used_by) = (Vec::new(), Vec::new());
    let mut ordered: Vec<NodeId> = structs;
    ordered.sort_by(|a, b| names[a].cmp(&names[b]));
    let boxed = cycles::cycles(&arena, &ordered);
    for id in ordered {
        defs.push(fields::define(&arena, id, &names, &boxed));
        used_by.push(arena.get(id).used_by.clone());
    }
    let roots = slots.iter().map(|slot| fields::type_of(&arena, slot, &names)).collect();
    Types { defs, roots, used_by, unshared: arena.places_of(&names) }
}

fn observe<'a>(root: &Root<'a>) -> Shape<'a> {
    let mut shape = Shape::default();
    root.examples.iter().for_each(|example| shape.observe(example));
    shape
}

/// Gives every node the names that the keys on the way to it suggest.
fn hint(arena: &mut Arena<'_>, roots: &[Root<'_>], slots: &[Slot<'_>]) {
    let mut words = Words::default();
    let mut single = BTreeSet::new();
    let mut every = BTreeSet::new();
    let mut carried = BTreeSet::new();
    for id in arena.roots() {
        for (key, slot) in &arena.get(id).fields {
            if slot.object.is_some() {
                single.insert(words.of(key).name.clone());
            }
            if slot.object_deep().is_some() {
                every.insert(words.of(key).singular.clone());
                if arena.get(id).root {
                    carried.insert(words.of(key).singular.clone());
                }
            }
        }
    }
    let mut open: Vec<(NodeId, String)> = roots
        .iter()
        .zip(slots)
        .filter_map(|(root, slot)| Some((slot.object_deep()?, root_hint(arena, root, slot, &single, &mut words))))
        .collect();
    for (root, slot) in roots.iter().zip(slots) {
        if let (Some(id), true) = (slot.object, !root.role.is_sent()) {
            arena.get_mut(id).operations.insert(root.name.clone());
        }
    }
    while let Some((id, name)) = open.pop() {
        let children: Vec<(NodeId, String)> = arena
            .get(id)
            .fields
            .iter()
            .filter_map(|(key, slot)| {
                let child = slot.object_deep()?;
                let own = words::hint(words.of(key), slot.object.is_none(), &single);
                // `version` in a dataset is what other places call `dataset_version`; but what whole answers carry, such as
                // `nodepools`, has a name of its own.
                let mut longer = suffixes(&name).map(|holder| format!("{holder}_{own}"));
                let known = longer.find(|name| every.contains(name) && !carried.contains(&own));
                Some((child, known.unwrap_or(own)))
            })
            .collect();
        let node = arena.get_mut(id);
        let seen = node.seen;
        *node.hints.entry(name).or_default() += seen;
        open.extend(children);
    }
}

/// A name and what is left of it without its first words: `truth_dataset`, `dataset`.
fn suffixes(name: &str) -> impl Iterator<Item = &str> {
    std::iter::once(name).chain(name.match_indices('_').map(|(at, _)| &name[at + 1..]))
}

/// What a whole body is called. An answer is called after what it carries, so that every operation that answers with models
/// has the same type; a request after its operation.
fn root_hint(
    arena: &Arena<'_>,
    root: &Root<'_>,
    slot: &Slot<'_>,
    single: &BTreeSet<String>,
    words: &mut Words,
) -> String {
    match root.role {
        Role::Request => return format!("{}_request", root.name),
        Role::Variables => return format!("{}_variables", root.name),
        Role::Success | Role::Error(_) => {}
    }
    let resource = words.of(&root.resource).singular.clone();
    let Some(node) = slot.object.map(|id| arena.get(id)) else { return resource };
    let members: Vec<Member> = node
        .fields
        .iter()
        .map(|(key, field)| Member {
            word: words.of(key).clone(),
            object: field.object_deep().is_some(),
            list: field.object.is_none(),
        })
        .collect();
    match payload(&members, &resource) {
        // A word that elsewhere is no list must tell the list from the thing in another way.
        Some(Member { word, list: true, .. }) if single.contains(&word.name) => {
            format!("{}_list_response", word.singular)
        }
        Some(Member { word, list: true, .. }) => format!("{}_response", words::plural(&word.name)),
        Some(Member { word, .. }) => format!("{}_response", word.name),
        None => format!("{}_response", root.name),
    }
}

/// A member of an answer.
struct Member {
    word: Word,
    /// Whether it carries an object.
    object: bool,
    /// Whether it carries a list of them.
    list: bool,
}

impl Member {
    /// Whether it is called like the end of the path, or like a kind of that.
    fn is_about(&self, resource: &str) -> bool {
        let before = self.word.singular.strip_suffix(resource);
        before.is_some_and(|before| before.is_empty() || before.ends_with('_'))
    }
}

/// The member of an answer that it is about. An answer of nothing but an envelope is about the first that it has.
fn payload<'a>(members: &'a [Member], resource: &str) -> Option<&'a Member> {
    let carried = members.iter().filter(|member| member.object).map(|member| (member.word.name.as_str(), member));
    let carried: BTreeMap<&str, &Member> = carried.collect();
    let others: Vec<&Member> = carried.values().copied().filter(|member| !is_envelope(&member.word.name)).collect();
    let lists: Vec<&Member> = others.iter().copied().filter(|member| member.list).collect();
    match (others.iter().find(|member| member.is_about(resource)), &others[..], &lists[..]) {
        (Some(found), _, _) | (None, [found], _) | (None, _, [found]) => Some(found),
        (None, [], _) if members.iter().all(|member| is_envelope(&member.word.name)) => {
            carried.values().next().copied()
        }
        _ => None,
    }
}

/// Whether a key goes along with any answer and says nothing about what it carries.
fn is_envelope(key: &str) -> bool {
    ENVELOPES.contains(&key.to_snake_case().as_str())
}

/// Members that go along with any answer and say nothing about what it carries.
const ENVELOPES: &[&str] = &["status", "meta", "metadata", "pagination", "paging", "links", "error", "errors"];
