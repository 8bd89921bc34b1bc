//! Names of types that people chose, put in the places of those that would be there.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Decided, Types, fields};
use super::address::{At, Known, Target, Thing};
use super::targets::{Targets, shared_places};
use super::{CONTRADICTED, Findings, error};
use crate::model::{Ident, TypeDef, TypeKind, TypeRef, Variant};

/// Makes enums one that are told to be the same. The name of the first stays.
pub(super) fn unite(targets: &Targets<'_, '_>, known: &Known<'_, '_>, decided: &Decided<'_, '_>, types: &mut Types) {
    for list in &targets.same {
        let names = list.iter().filter_map(|at| match known.thing(at)? {
            Thing::Words(places) => {
                let mut places = shared_places(&places, decided.kinds.arena).into_iter();
                places.find_map(|place| decided.kinds.enums.get(&place))
            }
            Thing::Objects(_) => None,
        });
        let mut names = names.collect::<Vec<_>>().into_iter();
        let Some(first) = names.next() else { continue };
        for other in names.filter(|other| *other != first).collect::<BTreeSet<_>>() {
            absorb(types, first, other);
        }
    }
}

/// Makes an enum a part of another one.
fn absorb(types: &mut Types, first: &Ident, other: &Ident) {
    let position = |types: &Types, name: &Ident| types.defs.iter().position(|def| def.name == *name);
    let Some(index) = position(types, other) else { return };
    let (def, users) = (types.defs.remove(index), types.used_by.remove(index));
    let renamed = BTreeMap::from([(other.clone(), first.clone())]);
    let Some(index) = position(types, first) else { return };
    types.used_by[index].extend(users);
    let mut words: BTreeMap<&str, usize> = BTreeMap::new();
    for variant in variants(&types.defs[index]).iter().chain(variants(&def)) {
        *words.entry(&variant.wire).or_default() += variant.seen;
    }
    types.defs[index] = fields::define_enum(first.clone(), &words);
    substitute(types, &renamed);
}

fn variants(def: &TypeDef) -> &[Variant] {
    match &def.kind {
        TypeKind::Enum(variants) => variants,
        TypeKind::Struct(_) | TypeKind::Union(_) => &[],
    }
}

/// Gives types the names that people chose.
pub(super) fn rename<'a>(
    targets: &Targets<'a, '_>,
    decided: &Decided<'a, '_>,
    types: &mut Types,
    findings: &mut Findings,
) {
    let mut chosen: BTreeMap<Ident, Ident> = BTreeMap::new();
    for (at, name) in &targets.types {
        let names: Vec<&Ident> = names_of(at, decided).into_iter().collect();
        let problem = match names[..] {
            [only] => match chosen.insert(only.clone(), name.clone()) {
                Some(other) if other != *name => format!("is called \"{other}\" as well"),
                _ => continue,
            },
            [] => "is no type of its own, as something else is decided".to_owned(),
            _ => "is several types, as things are told to be apart".to_owned(),
        };
        let message = format!("\"{}\" cannot be called \"{name}\": it {problem}", at.address.text);
        findings.push(error(CONTRADICTED, at.address, message).hint("leave one of these decisions out"));
    }
    substitute(types, &chosen);
    for def in &mut types.defs {
        if let Some(name) = chosen.get(&def.name) {
            def.name = name.clone();
        }
    }
    let mut both: Vec<_> =
        std::mem::take(&mut types.defs).into_iter().zip(std::mem::take(&mut types.used_by)).collect();
    both.sort_by(|(a, _), (b, _)| a.name.cmp(&b.name));
    (types.defs, types.used_by) = both.into_iter().unzip();
}

/// The names that what an address names has by now.
fn names_of<'a, 'b>(at: &At<'a, '_>, decided: &'b Decided<'a, '_>) -> BTreeSet<&'b Ident> {
    let kinds = &decided.kinds;
    let arena = kinds.arena;
    match &at.target {
        Target::Struct(members) => members.iter().filter_map(|&id| kinds.structs.get(&arena.find(id))).collect(),
        Target::Enum(places) => {
            places.iter().filter_map(|(id, key)| kinds.enums.get(&(arena.find(*id), *key))).collect()
        }
        Target::Union(places) => places.iter().filter_map(|place| kinds.unions.get(place)).collect(),
        Target::Field(_) => BTreeSet::new(),
    }
}

/// Puts other names in the places of some, wherever types are referred to.
fn substitute(types: &mut Types, names: &BTreeMap<Ident, Ident>) {
    types.roots.iter_mut().for_each(|ty| put(ty, names));
    for def in &mut types.defs {
        match &mut def.kind {
            TypeKind::Struct(fields) => fields.iter_mut().for_each(|field| put(&mut field.ty, names)),
            TypeKind::Union(cases) => cases.iter_mut().for_each(|case| put(&mut case.ty, names)),
            TypeKind::Enum(_) => {}
        }
    }
}

fn put(ty: &mut TypeRef, names: &BTreeMap<Ident, Ident>) {
    match ty {
        TypeRef::Named(name) => {
            if let Some(other) = names.get(name) {
                *name = other.clone();
            }
        }
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => put(inner, names),
        _ => {}
    }
}
