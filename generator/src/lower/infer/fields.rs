//! From what was seen of an object to a struct, and from what was seen of a place to an enum or a union.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::arena::{Node, NodeId, Slot};
use super::kinds::Kinds;
use super::texts;
use crate::lower::names::{self, Claim};

use crate::model::{Case, Field, Ident, Presence, TypeDef, TypeKind, TypeRef, Variant};
use crate::secrets;

/// Names of setters that would hide something every type has.
const RESERVED_SETTERS: &[&str] = &["new", "clone", "default", "eq", "ne", "fmt"];

/// The definition of a struct.
pub(super) fn define<'a>(kinds: &Kinds<'a, '_>, id: NodeId, boxed: &BTreeSet<(NodeId, &str)>) -> TypeDef {
    let node = kinds.arena.get(id);
    let settled = field_names(kinds, id);
    let mut used: BTreeSet<Ident> = settled.iter().cloned().collect();
    let setters: Vec<Ident> = settled.iter().map(|name| setter(name, &mut used)).collect();
    let fields = node.fields.iter().zip(settled.into_iter().zip(setters)).map(|((key, slot), (name, setter))| {
        let ty = kinds.type_of((id, *key), slot);
        let presence = match kinds.orders.is_required((id, *key)) {
            true => Presence::Always,
            false => presence(node, slot, &ty),
        };
        let clear = (presence == Presence::OptionalOrNull).then(|| unused(names::prefixed("clear", &name), &mut used));
        Field {
            wire: (*key).to_owned(),
            setter,
            name,
            clear,
            boxed: boxed.contains(&(id, *key)) && matches!(ty, TypeRef::Named(_)),
            presence,
            docs: String::new(),
            seen: slot.counts.seen as usize,
            null: slot.counts.null as usize,
            of: node.seen,
            example: slot.counts.sample().filter(|sample| !is_no_example(key, sample)).cloned(),
            untyped: kinds.untyped((id, *key), slot, &ty),
            ty,
        }
    });
    let fields: Vec<Field> = fields.collect();
    let wraps = match &fields[..] {
        [only] if node.root && node.sent => Some(only.name.clone()),
        _ => None,
    };
    of(kinds.structs[&id].clone(), TypeKind::Struct(fields), wraps)
}

/// The names of a struct's fields: those that the configuration chooses, and names that go with them.
fn field_names(kinds: &Kinds<'_, '_>, id: NodeId) -> Vec<Ident> {
    let keys = kinds.arena.get(id).fields.keys();
    let chosen: Vec<Option<&Ident>> = keys.clone().map(|key| kinds.orders.field_name((id, *key))).collect();
    let open = keys.zip(&chosen).filter(|(_, chosen)| chosen.is_none());
    let claims: Vec<Claim> = open.map(|(key, _)| claim(key)).collect();
    let taken = chosen.iter().flatten().map(|name| (*name).clone()).collect();
    let mut settled = names::settle(&claims, &taken).into_iter();
    chosen.into_iter().filter_map(|chosen| chosen.cloned().or_else(|| settled.next())).collect()
}

fn of(name: Ident, kind: TypeKind, wraps: Option<Ident>) -> TypeDef {
    TypeDef { name, module: Vec::new(), feature: None, docs: String::new(), kind, wraps }
}

/// The definition of an enum.
pub(super) fn define_enum(name: Ident, words: &BTreeMap<&str, usize>) -> TypeDef {
    let named = words.iter().filter_map(|(word, seen)| Some((names::pascal(word)?, *word, *seen)));
    let (claims, words): (Vec<Claim>, Vec<(&str, usize)>) = named
        .map(|(wanted, word, seen)| {
            let qualifiers = vec!["value".to_owned()];
            (Claim { wanted, qualifiers, key: word.to_owned() }, (word, seen))
        })
        .unzip();
    // What is none of the words is held by a variant of that name.
    let names = names::settle(&claims, &BTreeSet::from([names::constant(UNKNOWN)]));
    let variants = names.into_iter().zip(words);
    let variants = variants.map(|(name, (wire, seen))| Variant { name, wire: wire.to_owned(), seen });
    of(name, TypeKind::Enum(variants.collect()), None)
}

/// The variant of each enum that holds any other word.
const UNKNOWN: &str = "Unknown";

/// The definition of a union.
pub(super) fn define_union(name: Ident, cases: Vec<Case>) -> TypeDef {
    of(name, TypeKind::Union(cases), None)
}

fn claim(key: &str) -> Claim {
    let wanted = names::snake(key).unwrap_or_else(|| names::constant("field"));
    // Who is called just so on the wire has the first claim to the name.
    let rank = u8::from(wanted.plain() != key);
    Claim { wanted, qualifiers: vec!["field".to_owned()], key: format!("{rank} {key}") }
}

/// Whether a value must not be shown, since it may be a live credential by what its field is called or what is in it, or shows
/// nothing.
fn is_no_example(key: &str, sample: &Value) -> bool {
    match sample {
        Value::String(text) => secrets::is_secret_text(key, text) || !texts::is_example(text),
        Value::Number(_) => secrets::is_sensitive(key),
        _ => false,
    }
}

/// What stands for a field that has no value, so that every example is written as it was read. What requests send is left
/// out where it is not set, since a `null` would change what the request does.
fn presence(node: &Node<'_>, slot: &Slot<'_>, ty: &TypeRef) -> Presence {
    let counts = &slot.counts;
    let holds_many = matches!(ty, TypeRef::List(_) | TypeRef::Map(_));
    let empty = counts.empty_list > 0 || counts.empty_object > 0;
    let always_there = counts.seen as usize == node.seen && !node.sent;
    match (counts.null > 0, holds_many) {
        (false, true) if !empty => Presence::Empty,
        (false, true) if always_there => Presence::Always,
        (false, _) => Presence::Optional,
        (true, _) if always_there => Presence::Null,
        (true, _) => Presence::OptionalOrNull,
    }
}

/// The setter of a field: called like the field, unless that would hide something that every type has.
fn setter(name: &Ident, used: &mut BTreeSet<Ident>) -> Ident {
    let is_reserved = [RESERVED_SETTERS, names::OPERATORS].iter().any(|names| names.contains(&name.as_str()));
    if is_reserved { unused(names::prefixed("with", name), used) } else { name.clone() }
}

fn unused(mut name: Ident, used: &mut BTreeSet<Ident>) -> Ident {
    while !used.insert(name.clone()) {
        name = names::suffixed(&name, "field");
    }
    name
}
