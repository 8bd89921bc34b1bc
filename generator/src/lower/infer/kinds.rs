//! From what was seen of a place to its type.

use std::collections::{BTreeMap, BTreeSet};

use super::arena::{Arena, NodeId, Slot};
use super::counts::{Counts, Kind, Sight};
use super::maps::{self, Maps};
use super::overrides::Orders;
use super::share;
use crate::model::{Ident, TypeRef, Untyped};

/// A field by what holds it. The values of a map stand under [`VALUES`] of it.
pub(super) type Place<'a> = (NodeId, &'a str);

/// What stands for the key of a map's values, and of a whole body.
pub(super) const VALUES: &str = "";
/// What stands for the key of what a list in a union holds: whatever that is, it is no union again.
pub(super) const INNER: &str = "\0";

/// What is known when types are chosen: the names of those that have one.
pub(super) struct Kinds<'a, 'b> {
    pub(super) arena: &'b Arena<'a>,
    /// Nodes that are structs.
    pub(super) structs: BTreeMap<NodeId, Ident>,
    /// Maps that lead to themselves through nothing but maps and lists: no type can be written for those.
    pub(super) endless: BTreeSet<NodeId>,
    /// Places whose text is one of a few words, be it in lists.
    pub(super) enums: BTreeMap<Place<'a>, Ident>,
    /// Places of several kinds, be it in lists.
    pub(super) unions: BTreeMap<Place<'a>, Ident>,
    /// The places of examples in the collection, by their numbers.
    pub(super) pointers: &'b [String],
    /// What the configuration decides.
    pub(super) orders: &'b Orders<'a>,
}

impl<'a> Kinds<'a, '_> {
    /// The type of a place. An object without a name is a map.
    pub(super) fn type_of(&self, place: Place<'a>, slot: &Slot<'a>) -> TypeRef {
        if let Some(ty) = self.ordered(place) {
            return self.around(&ty, slot);
        }
        match slot.counts.kinds()[..] {
            [] => TypeRef::Value,
            [kind] => self.of_kind(kind, place, slot),
            _ => self.unions.get(&place).map_or(TypeRef::Value, |name| TypeRef::Named(name.clone())),
        }
    }

    /// What the configuration says of a place, or of what its lists and maps hold.
    fn ordered(&self, place: Place<'a>) -> Option<TypeRef> {
        match self.orders.kind(place) {
            Some(kind) => Some(kind),
            None if self.orders.is_enum(place) => self.enums.get(&place).cloned().map(TypeRef::Named),
            None => None,
        }
    }

    /// A type in the lists and maps that a place shows.
    pub(super) fn around(&self, inner: &TypeRef, slot: &Slot<'a>) -> TypeRef {
        let of = |slot: &Slot<'a>| nullable(slot, self.around(inner, slot));
        match (&slot.counts.kinds()[..], &slot.element, slot.object.map(|id| self.arena.find(id))) {
            ([Kind::List], Some(element), _) => TypeRef::List(Box::new(of(element))),
            ([Kind::Object], _, Some(id)) if !self.structs.contains_key(&id) => {
                let values = maps::values(self.arena.get(id));
                // What stands under free keys may be of any shape.
                let value = if self.is_typed_map(id) { of(&values) } else { nullable(&values, inner.clone()) };
                TypeRef::Map(Box::new(value))
            }
            _ => inner.clone(),
        }
    }

    /// Whether all values of a map are one thing.
    fn is_typed_map(&self, id: NodeId) -> bool {
        let node = self.arena.get(id);
        !share::free_form(node) && maps::has_data_keys(node) && !self.endless.contains(&self.arena.find(id))
    }

    /// The type of a whole body.
    pub(super) fn of_root(&self, place: Place<'a>, slot: &Slot<'a>) -> TypeRef {
        nullable(slot, self.type_of(place, slot))
    }

    /// The type of those values of a place that are of one kind.
    pub(super) fn of_kind(&self, kind: Kind, place: Place<'a>, slot: &Slot<'a>) -> TypeRef {
        match kind {
            Kind::Bool => TypeRef::Bool,
            Kind::Number => number(&slot.counts),
            Kind::Text => self.text(place, slot),
            Kind::List => {
                let element = slot.element.as_deref();
                let ty = element.map_or(TypeRef::Value, |element| nullable(element, self.type_of(place, element)));
                TypeRef::List(Box::new(nested(ty)))
            }
            Kind::Object => {
                let Some(id) = slot.object.map(|id| self.arena.find(id)) else { return TypeRef::Value };
                match self.structs.get(&id) {
                    Some(name) => TypeRef::Named(name.clone()),
                    None => TypeRef::Map(Box::new(nested(self.map_value(id)))),
                }
            }
        }
    }

    fn text(&self, place: Place<'a>, slot: &Slot<'a>) -> TypeRef {
        if let Some(name) = self.enums.get(&place) {
            return TypeRef::Named(name.clone());
        }
        let format = slot.counts.texts.as_ref().and_then(|texts| texts.format(place.1));
        format.map_or(TypeRef::String, TypeRef::Text)
    }

    /// The type of the values of a map: what all of them show together, and anything for free keys.
    fn map_value(&self, id: NodeId) -> TypeRef {
        if !self.is_typed_map(id) {
            return TypeRef::Value;
        }
        let values = maps::values(self.arena.get(id));
        nullable(&values, self.type_of((id, VALUES), &values))
    }

    /// Why nothing is known of what a field holds, where that is so.
    pub(super) fn untyped(&self, place: Place<'a>, slot: &Slot<'a>, ty: &TypeRef) -> Option<Untyped> {
        match self.orders.kind(place) {
            _ if !ty.is_untyped() => None,
            Some(_) => Some(Untyped::Configured),
            None => self.unknown(slot),
        }
    }

    /// Why examples tell nothing of what a place holds.
    fn unknown(&self, slot: &Slot<'a>) -> Option<Untyped> {
        let mut slot = slot;
        // A list says what its elements show, as far as there are any.
        while let ([Kind::List], Some(element)) = (&slot.counts.kinds()[..], slot.element.as_deref()) {
            if element.counts.seen == 0 {
                break;
            }
            slot = element;
        }
        let pointer = |sight: Option<Sight>| {
            sight.and_then(|sight| self.pointers.get(sight.example as usize)).cloned().unwrap_or_default()
        };
        let kinds = slot.counts.kinds();
        let shown = match kinds[..] {
            [] => "null",
            [Kind::List] => "an empty list",
            [Kind::Object] if slot.counts.object == slot.counts.empty_object => "an empty object",
            [Kind::Object] => return Some(self.untyped_map(slot)),
            _ => {
                let shown = kinds.iter().map(|kind| (kind_name(*kind), pointer(slot.counts.first_of(*kind))));
                return Some(Untyped::Disagree { shown: shown.collect() });
            }
        };
        Some(Untyped::NeverShown { shown, pointer: pointer(slot.counts.first) })
    }

    fn untyped_map(&self, slot: &Slot<'a>) -> Untyped {
        let typed = slot.object.filter(|&id| self.is_typed_map(id));
        let values = typed.map(|id| maps::values(self.arena.get(id)));
        let inner = values.and_then(|values| self.unknown(&values));
        inner.unwrap_or(Untyped::FreeForm)
    }
}

/// How many lists and maps stand in each other at most: the compiler follows all of them.
const MAX_NESTING: usize = 16;

/// What a list or a map holds, which is anything where there are too many of them.
fn nested(ty: TypeRef) -> TypeRef {
    let layers = std::iter::successors(Some(&ty), |ty| match ty {
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => Some(&**inner),
        _ => None,
    });
    if layers.count() > MAX_NESTING { TypeRef::Value } else { ty }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Bool => "a boolean",
        Kind::Number => "a number",
        Kind::Text => "text",
        Kind::List => "a list",
        Kind::Object => "an object",
    }
}

fn number(counts: &Counts<'_>) -> TypeRef {
    match counts {
        // No type of numbers holds all of them.
        Counts { float: 1.., wide: 1.., .. } | Counts { unsigned: 1.., negative: 1.., .. } => TypeRef::Value,
        Counts { float: 1.., .. } => TypeRef::Float,
        Counts { unsigned: 1.., .. } => TypeRef::Unsigned,
        _ => TypeRef::Integer,
    }
}

/// The type of what stands in a list or a map, which keeps its `null`s where examples show some.
pub(super) fn nullable(slot: &Slot<'_>, ty: TypeRef) -> TypeRef {
    if slot.counts.null > 0 && ty != TypeRef::Value { TypeRef::Nullable(Box::new(ty)) } else { ty }
}

/// The nodes that become structs: those that can be reached and whose keys are no data.
pub(super) fn structs(arena: &Arena<'_>, maps: &Maps<'_>, roots: &[Slot<'_>]) -> Vec<NodeId> {
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open: Vec<NodeId> = roots.iter().flat_map(Slot::objects).collect();
    while let Some(id) = open.pop() {
        let id = arena.find(id);
        if !seen.insert(id) {
            continue;
        }
        let node = arena.get(id);
        if !maps.contains(node) {
            found.insert(id);
        } else if share::free_form(node) || !maps::has_data_keys(node) {
            continue;
        }
        open.extend(node.fields.values().flat_map(Slot::objects));
    }
    found.into_iter().collect()
}
