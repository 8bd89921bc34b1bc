//! What examples show at the places that decisions are about.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::super::arena::{Arena, Slot};
use super::super::kinds::Place;
use super::super::{Evidence, texts};
use crate::model::{Format, TypeRef};
use crate::proof;

/// What an example shows at a place: a value, or none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sight<'a> {
    pub(super) value: Option<&'a Value>,
    /// The example's place in the collection.
    pub(super) pointer: &'a str,
}

/// What all examples show, by place.
pub(super) type Sights<'a> = BTreeMap<Place<'a>, Vec<Sight<'a>>>;

/// Looks at all examples.
pub(super) fn look<'a>(arena: &Arena<'a>, evidence: &Evidence<'a, '_>, places: &BTreeSet<Place<'a>>) -> Sights<'a> {
    let mut sights = Sights::new();
    for (root, slot) in evidence.roots.iter().zip(&evidence.slots) {
        for example in &root.examples {
            walk(arena, slot, (example.value, example.pointer), places, &mut sights);
        }
    }
    sights
}

fn walk<'a>(
    arena: &Arena<'a>,
    slot: &Slot<'a>,
    (value, pointer): (&'a Value, &'a str),
    places: &BTreeSet<Place<'a>>,
    sights: &mut Sights<'a>,
) {
    match (value, &slot.element, slot.object) {
        (Value::Array(elements), Some(slot), _) => {
            elements.iter().for_each(|value| walk(arena, slot, (value, pointer), places, sights));
        }
        (Value::Object(members), _, Some(id)) => {
            let id = arena.find(id);
            for place in places.range((id, "")..).take_while(|place| place.0 == id) {
                sights.entry(*place).or_default().push(Sight { value: members.get(place.1), pointer });
            }
            let fields = &arena.get(id).fields;
            for (key, value) in members {
                if let Some(slot) = fields.get(&**key) {
                    walk(arena, slot, (value, pointer), places, sights);
                }
            }
        }
        _ => {}
    }
}

/// What a value shows that is no value of a type.
pub(super) fn contradiction(ty: &TypeRef, value: &Value) -> Option<&'static str> {
    if let Err(loss) = proof::hold(ty, value) {
        return Some(match loss.kind {
            proof::Kind::Rounded => "a number that a float does not hold",
            _ => value.pointer(&loss.pointer()).map_or("something else", shown),
        });
    }
    let format = format(ty)?;
    let other = texts_in(value).into_iter().any(|text| !texts::may_have(format, text));
    other.then_some("text of another form")
}

fn format(ty: &TypeRef) -> Option<Format> {
    match ty {
        TypeRef::Text(format) => Some(*format),
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => format(inner),
        _ => None,
    }
}

/// The texts of a value, and of what it holds.
pub(super) fn texts_in(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(elements) => elements.iter().flat_map(texts_in).collect(),
        Value::Object(members) => members.values().flat_map(texts_in).collect(),
        _ => Vec::new(),
    }
}

/// What a value is. It is not told itself: it may be a secret.
pub(super) fn shown(value: &Value) -> &'static str {
    match value {
        Value::Null => "`null`",
        Value::Bool(_) => "a boolean",
        Value::Number(number) if number.is_f64() => "a fraction",
        Value::Number(number) if number.as_i64().is_some_and(|number| number < 0) => "a number below zero",
        Value::Number(number) if !number.is_i64() => "a number beyond 64 bits with a sign",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
