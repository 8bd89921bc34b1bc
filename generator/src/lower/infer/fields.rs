//! From what was seen of a place to a type.

use std::collections::{BTreeMap, BTreeSet};

use super::arena::{Arena, Node, NodeId, Slot};
use super::share;
use crate::lower::names::{self, Claim};
use crate::model::{Field, Ident, Presence, TypeDef, TypeKind, TypeRef};
use crate::postman::text;

/// Names of setters that would hide something every type has.
const RESERVED_SETTERS: &[&str] = &["new", "clone", "default", "eq", "ne", "fmt"];

/// The nodes that become structs: those that can be reached and whose keys are no data.
pub(super) fn structs(arena: &Arena<'_>, roots: &[Slot<'_>]) -> Vec<NodeId> {
    let free = free_key_sets(arena);
    let mut found = BTreeSet::new();
    let mut open: Vec<NodeId> = roots.iter().filter_map(named).collect();
    while let Some(id) = open.pop() {
        let id = arena.find(id);
        if is_map(arena, id, &free) || !found.insert(id) {
            continue;
        }
        open.extend(arena.get(id).fields.values().filter_map(named));
    }
    found.into_iter().collect()
}

/// The object that the type of a place names, be it in lists; none where values of several kinds were seen.
fn named(slot: &Slot<'_>) -> Option<NodeId> {
    match (&slot.element, slot.object) {
        _ if kinds(slot) != 1 => None,
        (Some(element), None) if element.counts.null == 0 => named(element),
        (_, object) => object,
    }
}

/// How many kinds of values were seen in a place, `null` aside.
fn kinds(slot: &Slot<'_>) -> usize {
    slot.counts.kinds().into_iter().filter(|seen| *seen).count()
}

/// The key sets that objects with free keys were seen with: who has one of them by chance has free keys as well.
fn free_key_sets<'a>(arena: &Arena<'a>) -> BTreeSet<Vec<&'a str>> {
    let free = arena.roots().into_iter().filter(|&id| share::free_form(arena.get(id)));
    free.flat_map(|id| arena.get(id).key_sets.iter().filter(|keys| keys.len() > 1).cloned()).collect()
}

/// Whether the keys of a node are data rather than names.
fn is_map(arena: &Arena<'_>, id: NodeId, free: &BTreeSet<Vec<&str>>) -> bool {
    let node = arena.get(id);
    node.fields.is_empty()
        || share::free_form(node)
        || node.fields.keys().all(|key| is_data(key))
        // No field can be called what is not known before a call.
        || node.fields.keys().any(|key| text::has_variable(key))
        || (!node.root && is_as_free(node, free))
}

/// Whether an object was seen with the keys of one with free keys, and otherwise only with keys that have nothing to do
/// with those.
fn is_as_free(node: &Node<'_>, free: &BTreeSet<Vec<&str>>) -> bool {
    let (same, other): (Vec<_>, Vec<_>) = node.key_sets.iter().partition(|keys| free.contains(*keys));
    let apart = |keys: &&Vec<&str>| same.iter().all(|set| keys.iter().all(|key| !set.contains(key)));
    !same.is_empty() && other.iter().all(apart)
}

/// Whether a key is an ID, a number, a date or a variable rather than a name.
fn is_data(key: &str) -> bool {
    if text::has_variable(key) {
        return true;
    }
    let digits = key.chars().filter(char::is_ascii_digit).count();
    digits > 0
        && !key.chars().any(|c| c.is_ascii_alphabetic() && !c.is_ascii_hexdigit())
        && (digits * 2 >= key.len() || key.len() >= 16)
}

/// The type of a place. An object without a name is a map of anything.
pub(super) fn type_of(arena: &Arena<'_>, slot: &Slot<'_>, names: &BTreeMap<NodeId, Ident>) -> TypeRef {
    let object = slot.object.map(|id| arena.find(id));
    if kinds(slot) != 1 {
        return TypeRef::Value;
    }
    match (&slot.element, object) {
        (_, Some(id)) => match names.get(&id) {
            Some(name) => TypeRef::Named(name.clone()),
            None => TypeRef::Map(Box::new(map_value(arena, id, names))),
        },
        (Some(element), None) => TypeRef::List(Box::new(nullable(element, type_of(arena, element, names)))),
        _ if slot.counts.bool > 0 => TypeRef::Bool,
        _ if slot.counts.string > 0 => TypeRef::String,
        _ if slot.counts.float > 0 => TypeRef::Float,
        _ if slot.counts.unsigned > 0 && slot.counts.integer > 0 => TypeRef::Value,
        _ if slot.counts.unsigned > 0 => TypeRef::Unsigned,
        _ => TypeRef::Integer,
    }
}

/// Elements that were also seen as `null` can be anything, so that no example is lost.
fn nullable(element: &Slot<'_>, ty: TypeRef) -> TypeRef {
    if element.counts.null > 0 { TypeRef::Value } else { ty }
}

/// The type of the values of a map: one type where all agree, and anything for free keys.
fn map_value(arena: &Arena<'_>, id: NodeId, names: &BTreeMap<NodeId, Ident>) -> TypeRef {
    let node = arena.get(id);
    if share::free_form(node) || !node.fields.keys().all(|key| is_data(key)) {
        return TypeRef::Value;
    }
    let types: BTreeSet<TypeRef> =
        node.fields.values().map(|slot| nullable(slot, type_of(arena, slot, names))).collect();
    match types.into_iter().collect::<Vec<_>>().as_slice() {
        [one] => one.clone(),
        _ => TypeRef::Value,
    }
}

/// The definition of a struct.
pub(super) fn define(
    arena: &Arena<'_>,
    id: NodeId,
    names: &BTreeMap<NodeId, Ident>,
    boxed: &BTreeSet<(NodeId, &str)>,
) -> TypeDef {
    let node = arena.get(id);
    let claims: Vec<Claim> = node
        .fields
        .keys()
        .map(|key| {
            let wanted = names::snake(key).unwrap_or_else(|| names::constant("field"));
            // Who is called just so on the wire has the first claim to the name.
            let rank = u8::from(wanted.plain() != *key);
            Claim { wanted, qualifiers: vec!["field".to_owned()], key: format!("{rank} {key}") }
        })
        .collect();
    let settled = names::settle(&claims, &BTreeSet::new());
    let setters = setters(&settled);
    let fields = node.fields.iter().zip(settled.into_iter().zip(setters)).map(|((key, slot), (name, setter))| {
        let ty = type_of(arena, slot, names);
        let is_list = matches!(ty, TypeRef::List(_) | TypeRef::Map(_));
        Field {
            wire: (*key).to_owned(),
            setter,
            name,
            clear: None,
            boxed: boxed.contains(&(id, *key)) && matches!(ty, TypeRef::Named(_)),
            // Only an `Option` can tell an empty list from none, and a map likewise.
            presence: if !is_list || slot.counts.empty_list > 0 || slot.counts.null > 0 || slot.counts.empty_object > 0
            {
                Presence::Optional
            } else {
                Presence::Empty
            },
            ty,
            docs: String::new(),
            seen: slot.counts.seen,
            null: slot.counts.null,
            untyped: None,
            of: node.seen,
            example: slot.counts.sample.cloned(),
        }
    });
    let fields = fields.collect();
    TypeDef {
        name: names[&id].clone(),
        module: Vec::new(),
        feature: None,
        docs: String::new(),
        kind: TypeKind::Struct(fields),
        wraps: None,
    }
}

/// The setter of each field: called like the field, unless that would hide something that every type has.
fn setters(fields: &[Ident]) -> Vec<Ident> {
    let mut used: BTreeSet<Ident> = fields.iter().cloned().collect();
    let setter = |name: &Ident| {
        if !RESERVED_SETTERS.contains(&name.as_str()) {
            return name.clone();
        }
        let mut setter = names::prefixed("with", name);
        while !used.insert(setter.clone()) {
            setter = names::suffixed(&setter, "field");
        }
        setter
    };
    fields.iter().map(setter).collect()
}
