//! What the configuration decides of the types that are being made, by the places that it is about.

use std::collections::{BTreeMap, BTreeSet};

use super::super::arena::NodeId;
use super::super::kinds::Place;
use crate::config::Kind;
use crate::model::{Format, Ident, TypeRef};

/// Decisions by place, once it is known which objects are one thing.
#[derive(Debug, Default)]
pub(in super::super) struct Orders<'a> {
    /// Names that structs have whatever the others are called.
    pub(super) names: BTreeMap<NodeId, Ident>,
    /// Names that people chose, which no type is given of its own accord.
    pub(super) chosen: BTreeSet<Ident>,
    pub(super) kinds: BTreeMap<Place<'a>, Kind>,
    pub(super) required: BTreeSet<Place<'a>>,
    /// The words of places that are enums.
    pub(super) enums: BTreeMap<Place<'a>, BTreeMap<&'a str, usize>>,
    pub(super) fields: BTreeMap<Place<'a>, Ident>,
    /// Lists of what is pairwise apart: the places of words of each.
    pub(super) apart: Vec<Vec<BTreeSet<Place<'a>>>>,
}

impl<'a> Orders<'a> {
    /// The names that structs have in any case: those that are decided, and of `known` ones those that nothing else has.
    pub(in super::super) fn names_among(&self, known: BTreeMap<NodeId, Ident>) -> BTreeMap<NodeId, Ident> {
        let mut names = self.names.clone();
        let used: BTreeSet<&Ident> = self.names.values().collect();
        let is_free = |(id, name): &(NodeId, Ident)| !self.names.contains_key(id) && !used.contains(name);
        names.extend(known.into_iter().filter(is_free));
        names
    }

    /// Names that people chose, which no type is given of its own accord.
    pub(in super::super) fn chosen(&self) -> &BTreeSet<Ident> {
        &self.chosen
    }

    /// What stands at a place, or in its lists and maps.
    pub(in super::super) fn kind(&self, place: Place<'a>) -> Option<TypeRef> {
        self.kinds.get(&place).copied().map(type_of)
    }

    /// Whether a place is always there.
    pub(in super::super) fn is_required(&self, place: Place<'a>) -> bool {
        self.required.contains(&place)
    }

    /// Whether the text of a place is one of a few words.
    pub(in super::super) fn is_enum(&self, place: Place<'a>) -> bool {
        self.enums.contains_key(&place)
    }

    /// The places whose text is one of a few words, with those words.
    pub(in super::super) fn enums(&self) -> impl Iterator<Item = (Place<'a>, &BTreeMap<&'a str, usize>)> {
        self.enums.iter().map(|(place, words)| (*place, words))
    }

    /// The name of a field in code.
    pub(in super::super) fn field_name(&self, place: Place<'a>) -> Option<&Ident> {
        self.fields.get(&place)
    }

    /// Whether words at some places are to have another type than those at others.
    pub(in super::super) fn are_apart(&self, a: &[Place<'a>], b: &[Place<'a>]) -> bool {
        let position = |list: &[BTreeSet<Place<'a>>], places: &[Place<'a>]| {
            list.iter().position(|these| places.iter().any(|place| these.contains(place)))
        };
        self.apart.iter().any(|list| match (position(list, a), position(list, b)) {
            (Some(a), Some(b)) => a != b,
            _ => false,
        })
    }
}

/// The type of what is of a kind.
pub(super) fn type_of(kind: Kind) -> TypeRef {
    match kind {
        Kind::Bool => TypeRef::Bool,
        Kind::Integer => TypeRef::Integer,
        Kind::Unsigned => TypeRef::Unsigned,
        Kind::Float => TypeRef::Float,
        Kind::String => TypeRef::String,
        Kind::Timestamp => TypeRef::Text(Format::Timestamp),
        Kind::Date => TypeRef::Text(Format::Date),
        Kind::Uuid => TypeRef::Text(Format::Uuid),
        Kind::Url => TypeRef::Text(Format::Url),
        Kind::Base64 => TypeRef::Text(Format::Base64),
        Kind::Any => TypeRef::Value,
    }
}
