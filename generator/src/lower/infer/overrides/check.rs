//! Decisions that other decisions or examples contradict.

use std::collections::BTreeSet;

use super::super::apart::{self, Conflict};
use super::super::arena::{Arena, NodeId, Slot};
use super::super::kinds::{Kinds, Place};
use super::super::{Decided, maps};
use super::address::{At, Known, Target, Thing};
use super::look::{Sight, Sights, contradiction, shown};
use super::orders::type_of;
use super::targets::{Targets, shared_places};
use super::{BAD, CONTRADICTED, Findings, error};
use crate::config::{Address, Kind};
use crate::diagnostic::Diagnostic;
use crate::model::TypeRef;
use crate::secrets;

/// Whether what is the same is one thing by now, and what is apart is none.
pub(super) fn shapes(targets: &Targets<'_, '_>, known: &Known<'_, '_>, arena: &Arena<'_>, findings: &mut Findings) {
    for list in &targets.same {
        let objects = |at: &At<'_, '_>| match known.thing(at) {
            Some(Thing::Objects(ids)) => ids,
            _ => Vec::new(),
        };
        let Some((first, rest)) = list.split_first() else { continue };
        let Some(one) = objects(first).first().map(|&id| arena.find(id)) else { continue };
        for other in rest.iter().filter(|at| objects(at).iter().any(|&id| arena.find(id) != one)) {
            let message = format!(
                "\"{}\" and \"{}\" cannot be the same: they, or what they hold, are told to be apart",
                first.address.text, other.address.text
            );
            findings.push(error(CONTRADICTED, other.address, message).hint("leave one of `same` and `apart` out"));
        }
    }
    for list in &targets.apart {
        for (position, at) in list.iter().enumerate() {
            let one = list[..position].iter().find(|other| are_one(other, at, known, arena));
            findings.extend(one.map(|other| not_apart(other, at)));
        }
    }
    let torn = maps::torn(arena).into_iter().filter_map(|(a, b)| apart::conflict(arena, a, b));
    for Conflict { list, positions: [one, other] } in torn.collect::<BTreeSet<_>>() {
        findings.push(not_apart(&targets.apart[list][one], &targets.apart[list][other]));
    }
}

fn not_apart(one: &At<'_, '_>, other: &At<'_, '_>) -> Diagnostic {
    let message = format!(
        "\"{}\" and \"{}\" cannot be apart: what holds them is one thing, and a field of one type has one type",
        one.address.text, other.address.text
    );
    error(CONTRADICTED, other.address, message).hint("leave one of them out, or keep apart what holds them")
}

/// Whether two addresses are about one thing.
fn are_one(a: &At<'_, '_>, b: &At<'_, '_>, known: &Known<'_, '_>, arena: &Arena<'_>) -> bool {
    match (known.thing(a), known.thing(b)) {
        (Some(Thing::Objects(a)), Some(Thing::Objects(b))) => {
            let a: BTreeSet<NodeId> = a.into_iter().map(|id| arena.find(id)).collect();
            b.into_iter().any(|id| a.contains(&arena.find(id)))
        }
        (Some(Thing::Words(a)), Some(Thing::Words(b))) => {
            !shared_places(&a, arena).is_disjoint(&shared_places(&b, arena))
        }
        _ => false,
    }
}

/// Whether all examples are as decided.
pub(super) fn examples<'a>(
    targets: &Targets<'a, '_>,
    decided: &Decided<'a, '_>,
    sights: &Sights<'a>,
    findings: &mut Findings,
) {
    let mut check = Check { kinds: &decided.kinds, sights, findings };
    for (at, kind) in &targets.kinds {
        check.values(at, kind_name(*kind), &type_of(*kind));
    }
    for at in &targets.enums {
        let words = check.values(at, "an enum", &TypeRef::String);
        let has_words = at
            .places(decided.kinds.arena)
            .iter()
            .any(|place| decided.kinds.orders.enums().any(|(other, words)| other == *place && !words.is_empty()));
        if words && !has_words {
            let is_secret = at.key().is_some_and(secrets::is_sensitive);
            let why = if is_secret { "it is called like a secret" } else { "no example shows a word" };
            check.refuse(at.address, "an enum", why, None);
        }
    }
    for at in &targets.required {
        check.presence(at);
    }
    for at in &targets.maps {
        check.map(at);
    }
    for (at, _) in &targets.fields {
        check.is_field(at);
    }
}

struct Check<'a, 'b, 'c> {
    kinds: &'b Kinds<'a, 'b>,
    sights: &'b Sights<'a>,
    findings: &'c mut Findings,
}

impl<'a, 'b> Check<'a, 'b, '_> {
    /// Whether all values at an address are of a type, in lists and maps.
    fn values(&mut self, at: &At<'a, '_>, wanted: &str, inner: &TypeRef) -> bool {
        if !self.is_field(at) {
            return false;
        }
        let wrong = self.fields(at).into_iter().find_map(|place| {
            let ty = self.kinds.around(inner, self.kinds.arena.get(place.0).fields.get(place.1)?);
            let mut shown = self.sights.get(&place)?.iter().filter_map(|sight| Some((sight.value?, sight.pointer)));
            // What is `null` at the place itself is a value that is not there.
            shown.find_map(|(value, pointer)| {
                let contradiction = if value.is_null() { None } else { contradiction(&ty, value) };
                Some((contradiction?, pointer))
            })
        });
        if let Some((shown, pointer)) = wrong {
            self.refuse(at.address, wanted, &format!("an example shows {shown}"), Some(pointer));
        }
        wrong.is_none()
    }

    fn presence(&mut self, at: &At<'a, '_>) {
        if !self.is_field(at) {
            return;
        }
        let places = self.fields(at);
        let sights = places.iter().filter_map(|place| self.sights.get(place)).flatten();
        let missing = |sight: &Sight<'a>| match sight.value {
            None => Some("an example lacks it"),
            Some(value) => value.is_null().then_some("an example shows `null`"),
        };
        let wrong = sights.filter_map(|sight| Some((missing(sight)?, sight.pointer))).next();
        if let Some((why, pointer)) = wrong {
            let message = format!("\"{}\" is not always there: {why}", at.address.text);
            let hint = format!("the example is at {pointer}");
            self.findings.push(error(CONTRADICTED, at.address, message).hint(hint));
        }
    }

    fn map(&mut self, at: &At<'a, '_>) {
        match &at.target {
            Target::Struct(_) => {}
            Target::Enum(_) | Target::Union(_) => self.refuse(at.address, "a map", "it is no object", None),
            Target::Field(_) => {
                let places = at.places(self.kinds.arena);
                let slots = places.iter().filter_map(|place| self.kinds.arena.get(place.0).fields.get(place.1));
                if slots.flat_map(Slot::objects).next().is_some() {
                    return;
                }
                let sights = places.iter().filter_map(|place| self.sights.get(place)).flatten();
                let mut values = sights.filter_map(|sight| Some((sight.value?, sight.pointer)));
                let found = values.find(|(value, _)| !value.is_null());
                match found {
                    Some((value, pointer)) => {
                        let why = format!("an example shows {}", shown(value));
                        self.refuse(at.address, "a map", &why, Some(pointer));
                    }
                    None => self.refuse(at.address, "a map", "no example shows an object", None),
                }
            }
        }
    }

    /// Whether an address is still one of a field: what holds it may have become a map.
    fn is_field(&mut self, at: &At<'a, '_>) -> bool {
        let is_field = !self.fields(at).is_empty();
        if !is_field {
            let message = format!("\"{}\" is no field: what holds it is told to be a map", at.address.text);
            self.findings.push(error(BAD, at.address, message).hint("leave it out, or what holds it out of `map`"));
        }
        is_field
    }

    /// The places of an address that are fields.
    fn fields(&self, at: &At<'a, '_>) -> Vec<Place<'a>> {
        let places = at.places(self.kinds.arena).into_iter();
        places.filter(|place| self.kinds.structs.contains_key(&place.0)).collect()
    }

    fn refuse(&mut self, address: &Address, wanted: &str, why: &str, pointer: Option<&str>) {
        let message = format!("\"{}\" cannot be {wanted}: {why}", address.text);
        let error = error(CONTRADICTED, address, message);
        self.findings.push(match pointer {
            Some(pointer) => error.hint(format!("the example is at {pointer}")),
            None => error,
        });
    }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Bool => "a boolean",
        Kind::Integer => "an integer",
        Kind::Unsigned => "an integer that is not negative",
        Kind::Float => "a number",
        Kind::String => "text",
        Kind::Timestamp => "a timestamp",
        Kind::Date => "a date",
        Kind::Uuid => "a UUID",
        Kind::Url => "a URL",
        Kind::Base64 => "base64",
        Kind::Any => "anything",
    }
}
