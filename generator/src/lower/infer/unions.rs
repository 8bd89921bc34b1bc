//! Places that show values of several kinds.

use std::collections::BTreeMap;

use super::arena::{Node, NodeId, Slot};
use super::counts::Kind;
use super::kinds::{INNER, Kinds, Place, VALUES};
use super::maps;
use crate::lower::names;
use crate::model::{Case, Ident, TypeRef};

/// A union that is to be named.
pub(super) struct Union<'a> {
    /// The places that it stands at.
    pub(super) places: Vec<Place<'a>>,
    /// What it should be called, in snake case.
    pub(super) name: String,
}

/// All unions. Those of nothing but scalars are shared: one that holds text or integers is the same everywhere.
pub(super) fn find<'a>(kinds: &Kinds<'a, '_>) -> Vec<Union<'a>> {
    let mut found: BTreeMap<(String, Option<Place<'a>>), Union<'a>> = BTreeMap::new();
    let mut add = |place: Place<'a>, slot: &Slot<'a>, own: &dyn Fn() -> String| {
        let Some(mixed) = mixed(slot) else { return };
        let shown = mixed.counts.kinds();
        let scalar = !shown.iter().any(|kind| matches!(kind, Kind::List | Kind::Object));
        let name = if scalar { scalar_name(kinds, mixed) } else { own() };
        let key = (name.clone(), (!scalar).then_some(place));
        found.entry(key).or_insert_with(|| Union { places: Vec::new(), name }).places.push(place);
    };
    for (&id, holder) in &kinds.structs {
        for (key, slot) in &kinds.arena.get(id).fields {
            add((id, key), slot, &|| own_name(holder, key));
        }
    }
    for id in kinds.arena.roots() {
        let node = kinds.arena.get(id);
        if !kinds.structs.contains_key(&id) && maps::has_data_keys(node) {
            add((id, VALUES), &maps::values(node), &|| format!("{}_value", hint(node)));
        }
    }
    found.into_values().collect()
}

/// The union of a whole body.
pub(super) fn of_root<'a>(index: usize, slot: &Slot<'a>, name: String) -> Option<Union<'a>> {
    mixed(slot)?;
    Some(Union { places: vec![root_place(index)], name })
}

/// Which body is at a place that [`root_place`] made.
pub(super) fn root_of(holder: NodeId) -> Option<usize> {
    Some(usize::MAX - holder).filter(|index| *index < holder)
}

/// The same kind at several places is one case.
pub(super) fn together(cases: Vec<Case>) -> Vec<Case> {
    let mut found: Vec<Case> = Vec::new();
    for case in cases {
        match found.iter_mut().find(|other| other.name == case.name) {
            Some(other) => other.seen += case.seen,
            None => found.push(case),
        }
    }
    found
}

/// The place of a whole body. No node has such a number.
pub(super) fn root_place(index: usize) -> Place<'static> {
    (usize::MAX - index, VALUES)
}

fn own_name(holder: &Ident, key: &str) -> String {
    let holder = names::snake(holder.plain()).map(|name| name.plain().to_owned()).unwrap_or_default();
    format!("{holder}_{key}")
}

fn hint(node: &Node<'_>) -> String {
    node.hints.keys().min_by_key(|hint| (hint.len(), (*hint).clone())).cloned().unwrap_or_else(|| "map".to_owned())
}

/// The outermost part of a place, going into lists, that shows several kinds.
fn mixed<'a, 'b>(slot: &'b Slot<'a>) -> Option<&'b Slot<'a>> {
    match slot.counts.kinds()[..] {
        [] => None,
        [Kind::List] => mixed(slot.element.as_deref()?),
        [_] => None,
        _ => Some(slot),
    }
}

fn scalar_name(kinds: &Kinds<'_, '_>, slot: &Slot<'_>) -> String {
    let words: Vec<String> =
        cases_of(kinds, (usize::MAX, VALUES), slot).iter().map(|case| case.name.plain().to_lowercase()).collect();
    words.join("_or_")
}

/// What the case of a kind is called.
pub(super) fn case_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Bool => "Bool",
        Kind::Number => "Integer",
        Kind::Text => "Text",
        Kind::List => "List",
        Kind::Object => "Object",
    }
}

/// The cases of a union at one of its places.
pub(super) fn cases<'a>(kinds: &Kinds<'a, '_>, place: Place<'a>, slot: &Slot<'a>) -> Vec<Case> {
    mixed(slot).map(|mixed| cases_of(kinds, place, mixed)).unwrap_or_default()
}

fn cases_of<'a>(kinds: &Kinds<'a, '_>, place: Place<'a>, slot: &Slot<'a>) -> Vec<Case> {
    let case = |kind: Kind| {
        let inner = (place.0, INNER);
        let ty = match kind {
            Kind::Text => TypeRef::String,
            kind => kinds.of_kind(kind, if kind == Kind::List { inner } else { place }, slot),
        };
        let name = match (kind, &ty) {
            (Kind::Number, TypeRef::Float) => "Float",
            (Kind::Number, TypeRef::Unsigned) => "Unsigned",
            (kind, _) => case_name(kind),
        };
        let name = names::constant(name);
        Case { accessor: names::accessor(&name), name, ty, seen: slot.counts.of(kind) as usize }
    };
    slot.counts.kinds().into_iter().map(case).filter(|case| case.ty != TypeRef::Value).collect()
}
