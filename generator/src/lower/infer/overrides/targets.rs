//! The decisions with what they name, and what follows from them.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::super::arena::{Arena, NodeId};
use super::super::kinds::Place;
use super::super::{naming, texts};
use super::address::{At, Known, Target, Thing};
use super::look::{Sights, texts_in};
use super::{BAD, CONTRADICTED, Findings, Orders, Reshaping, error};
use crate::config::{Address, Kind, Types};
use crate::diagnostic::Diagnostic;
use crate::lower::names;
use crate::model::Ident;
use crate::secrets;

/// Decisions whose addresses are known.
pub(super) struct Targets<'a, 'c> {
    pub(super) types: Vec<(At<'a, 'c>, Ident)>,
    pub(super) fields: Vec<(At<'a, 'c>, Ident)>,
    pub(super) same: Vec<Vec<At<'a, 'c>>>,
    pub(super) apart: Vec<Vec<At<'a, 'c>>>,
    pub(super) kinds: Vec<(At<'a, 'c>, Kind)>,
    pub(super) maps: Vec<At<'a, 'c>>,
    pub(super) enums: Vec<At<'a, 'c>>,
    pub(super) required: Vec<At<'a, 'c>>,
}

impl<'a, 'c> Targets<'a, 'c> {
    /// Looks all addresses up.
    pub(super) fn find(decisions: &'c Types, known: &Known<'a, '_>, findings: &mut Findings) -> Self {
        let mut targets = Self {
            types: Vec::new(),
            fields: Vec::new(),
            same: lists(&decisions.same, known, findings),
            apart: lists(&decisions.apart, known, findings),
            kinds: Vec::new(),
            maps: decisions.map.iter().filter_map(|address| known.at(address, findings)).collect(),
            enums: decisions.enums.iter().filter_map(|address| known.field_at(address, findings)).collect(),
            required: decisions.required.iter().filter_map(|address| known.field_at(address, findings)).collect(),
        };
        for (address, kind) in &decisions.kind {
            targets.kinds.extend(known.field_at(address, findings).map(|at| (at, *kind)));
        }
        for (address, name) in &decisions.rename {
            targets.add_name(address, name, known, findings);
        }
        targets.check_names(known, findings);
        targets
    }

    fn add_name(&mut self, address: &'c Address, name: &str, known: &Known<'a, '_>, findings: &mut Findings) {
        let Some(at) = known.at(address, findings) else { return };
        let (names, name, form) = match at.target {
            Target::Field(_) => (&mut self.fields, names::chosen_field(name).ok_or(name), names::FIELD_NAME),
            _ => (&mut self.types, names::chosen_type(name).ok_or(name), names::TYPE_NAME),
        };
        match name {
            Ok(name) if naming::reserved().any(|reserved| reserved == name) => {
                let message = format!("`{name}` means something else where types are defined");
                findings.push(error(BAD, address, message).hint("choose another name"));
            }
            Ok(name) => names.push((at, name)),
            Err(name) => {
                let message = format!("\"{}\" cannot be called \"{name}\"", address.text);
                findings.push(error(BAD, address, message).hint(format!("a name is {form}")));
            }
        }
    }

    /// A chosen name must not be that of something else.
    fn check_names(&self, known: &Known<'a, '_>, findings: &mut Findings) {
        let absorbed = self.same.iter().flat_map(|list| list.iter().skip(1)).map(|at| &at.type_name);
        let gone: BTreeSet<&Ident> = self.types.iter().map(|(at, _)| &at.type_name).chain(absorbed).collect();
        let mut chosen: BTreeMap<&Ident, &Address> = BTreeMap::new();
        for (at, name) in &self.types {
            let is_taken = known.types.defs.iter().any(|def| def.name == *name && !gone.contains(name));
            if is_taken {
                let message = format!("\"{}\" cannot be called \"{name}\": another type is", at.address.text);
                findings
                    .push(error(CONTRADICTED, at.address, message).hint("choose another name, or rename that as well"));
            }
            tell_twice(chosen.entry(name), at.address, name, findings);
        }
        let renamed: BTreeMap<(&Ident, &str), &Ident> =
            self.fields.iter().filter_map(|(at, name)| Some(((&at.type_name, at.key()?), name))).collect();
        for (at, name) in &self.fields {
            let def = known.types.defs.iter().find(|def| def.name == at.type_name);
            let fields = def.map(|def| def.fields()).unwrap_or_default();
            let stays = |key: &str| !renamed.contains_key(&(&at.type_name, key));
            if fields.iter().any(|field| field.name == *name && stays(&field.wire)) {
                let message = format!("\"{}\" cannot be called \"{name}\": another field is", at.address.text);
                findings
                    .push(error(CONTRADICTED, at.address, message).hint("choose another name, or rename that as well"));
            }
        }
    }

    /// What follows before objects are shared.
    pub(super) fn reshaping(&self, known: &Known<'a, '_>, findings: &mut Findings) -> Reshaping {
        let maps = self.maps.iter().flat_map(|at| known.objects_at(at)).collect();
        let same = self.same.iter().map(|list| objects(list, known, "same", findings).concat()).collect();
        let apart = self.apart.iter().map(|list| objects(list, known, "apart", findings)).collect();
        Reshaping { maps, same, apart }
    }

    /// What follows once objects are shared.
    pub(super) fn orders(&self, known: &Known<'a, '_>, arena: &Arena<'a>, findings: &mut Findings) -> Orders<'a> {
        let mut orders = Orders::default();
        let mut kinds: BTreeMap<Place<'a>, (&Address, Kind)> = BTreeMap::new();
        for (at, kind) in &self.kinds {
            for place in at.places(arena) {
                let (other, known) = *kinds.entry(place).or_insert((at.address, *kind));
                if known != *kind {
                    findings.push(contradict(at.address, other));
                }
            }
        }
        for at in &self.enums {
            for place in at.places(arena) {
                orders.enums.insert(place, BTreeMap::new());
                if let Some((other, _)) = kinds.get(&place) {
                    let message = format!("\"{}\" has a kind, so it is no enum", at.address.text);
                    findings.push(
                        error(CONTRADICTED, at.address, message)
                            .hint(format!("leave \"{}\" out of `kind` or of `enum`", other.text)),
                    );
                }
            }
        }
        orders.kinds = kinds.into_iter().map(|(place, (_, kind))| (place, kind)).collect();
        orders.required = self.required.iter().flat_map(|at| at.places(arena)).collect();
        orders.fields = self.field_names(arena, findings);
        orders.chosen = self.types.iter().map(|(_, name)| name.clone()).collect();
        orders.names = self.names_of_same(known, arena);
        for list in &self.apart {
            let words = |at: &At<'a, '_>| match known.thing(at) {
                Some(Thing::Words(places)) => shared_places(&places, arena),
                _ => BTreeSet::new(),
            };
            orders.apart.push(list.iter().map(words).collect());
        }
        orders
    }

    fn field_names(&self, arena: &Arena<'a>, findings: &mut Findings) -> BTreeMap<Place<'a>, Ident> {
        let mut names: BTreeMap<Place<'a>, (&Address, &Ident)> = BTreeMap::new();
        let mut owners: BTreeMap<(NodeId, &Ident), (&Address, &str)> = BTreeMap::new();
        for (at, name) in &self.fields {
            for place in at.places(arena) {
                let (other, known) = *names.entry(place).or_insert((at.address, name));
                if known != name {
                    findings.push(contradict(at.address, other));
                }
                let (other, key) = *owners.entry((place.0, name)).or_insert((at.address, place.1));
                if key != place.1 {
                    findings.push(twice(at.address, other, name));
                    break;
                }
            }
        }
        names.into_iter().map(|(place, (_, name))| (place, name.clone())).collect()
    }

    /// Of what is one thing, the name of the first stays.
    fn names_of_same(&self, known: &Known<'a, '_>, arena: &Arena<'a>) -> BTreeMap<NodeId, Ident> {
        let mut names: BTreeMap<NodeId, Ident> = BTreeMap::new();
        for first in self.same.iter().filter_map(|list| list.first()) {
            let Some(Thing::Objects(ids)) = known.thing(first) else { continue };
            let Some(id) = ids.first() else { continue };
            let Some(name) = known.decided.kinds.structs.get(&known.shared.find(*id)) else { continue };
            if !names.values().any(|other| other == name) {
                names.insert(arena.find(*id), name.clone());
            }
        }
        names
    }

    /// All places that examples must be asked about.
    pub(super) fn places(&self, arena: &Arena<'a>) -> BTreeSet<Place<'a>> {
        let lists = [&self.maps, &self.enums, &self.required];
        let all = lists.into_iter().flatten().chain(self.kinds.iter().map(|(at, _)| at));
        all.flat_map(|at| at.places(arena)).collect()
    }
}

impl<'a> Orders<'a> {
    /// Collects the words of places that are enums.
    pub(super) fn find_words(&mut self, sights: &Sights<'a>) {
        for (place, words) in &mut self.enums {
            // Code shows no word that may be a secret.
            if secrets::is_sensitive(place.1) {
                continue;
            }
            let values = sights.get(place).into_iter().flatten().filter_map(|sight| sight.value);
            for text in values.flat_map(texts_in).filter(|text| !texts::tells_nothing(text)) {
                *words.entry(text).or_default() += 1;
            }
        }
    }
}

impl<'a> At<'a, '_> {
    /// The places of a field, once objects are shared.
    pub(super) fn places(&self, arena: &Arena<'a>) -> BTreeSet<Place<'a>> {
        match &self.target {
            Target::Field(places) => shared_places(places, arena),
            Target::Struct(_) | Target::Enum(_) | Target::Union(_) => BTreeSet::new(),
        }
    }

    /// The key of a field.
    pub(super) fn key(&self) -> Option<&'a str> {
        match &self.target {
            Target::Field(places) => places.first().map(|place| place.1),
            Target::Struct(_) | Target::Enum(_) | Target::Union(_) => None,
        }
    }
}

/// Places of objects, once those are shared.
pub(super) fn shared_places<'a>(places: &[Place<'a>], arena: &Arena<'a>) -> BTreeSet<Place<'a>> {
    let shared = places.iter().map(|(id, key)| (arena.find(*id), *key));
    shared.filter(|(id, key)| arena.get(*id).fields.contains_key(key)).collect()
}

fn lists<'a, 'c>(lists: &'c [Vec<Address>], known: &Known<'a, '_>, findings: &mut Findings) -> Vec<Vec<At<'a, 'c>>> {
    let mut found = Vec::new();
    for list in lists {
        if let [only] = &list[..] {
            let message = format!("\"{}\" stands alone, and this is about several", only.text);
            findings
                .push(error(BAD, only, message).hint("name what it is the same as, or apart from, in the same list"));
        }
        found.push(list.iter().filter_map(|address| known.at(address, findings)).collect());
    }
    found
}

/// The objects that each address of a list is about, if it is about any. Those that make no sense there are told.
fn objects(list: &[At<'_, '_>], known: &Known<'_, '_>, key: &str, findings: &mut Findings) -> Vec<Vec<NodeId>> {
    let mut first: Option<(&At<'_, '_>, Thing<'_>)> = None;
    let objects = list.iter().map(|at| {
        let Some(thing) = known.thing(at) else {
            let message = format!("\"{}\" is neither an object nor an enum", at.address.text);
            findings.push(error(BAD, at.address, message).hint(format!("only those can stand in `{key}`")));
            return Vec::new();
        };
        let objects = match &thing {
            Thing::Objects(ids) => ids.clone(),
            Thing::Words(_) => Vec::new(),
        };
        let (first, of_first) = first.get_or_insert((at, thing));
        let is_object = matches!(of_first, Thing::Objects(_));
        if key == "same" && is_object == objects.is_empty() {
            let message = format!("\"{}\" and \"{}\" cannot be the same", first.address.text, at.address.text);
            findings.push(error(CONTRADICTED, at.address, message).hint("one is an object, and the other an enum"));
            return Vec::new();
        }
        objects
    });
    objects.collect()
}

fn contradict(address: &Address, other: &Address) -> Diagnostic {
    let message = match address.text == other.text {
        true => format!("\"{}\" is decided twice", address.text),
        false => {
            format!("\"{}\" and \"{}\" are one field, and are decided in different ways", other.text, address.text)
        }
    };
    error(CONTRADICTED, address, message).hint("leave one of them out")
}

fn tell_twice<'n>(
    entry: Entry<'_, &'n Ident, &'n Address>,
    address: &'n Address,
    name: &Ident,
    findings: &mut Findings,
) {
    match entry {
        Entry::Vacant(entry) => drop(entry.insert(address)),
        Entry::Occupied(other) => findings.push(twice(address, other.get(), name)),
    }
}

fn twice(address: &Address, other: &Address, name: &Ident) -> Diagnostic {
    let message = format!("\"{}\" and \"{}\" cannot both be called \"{name}\"", other.text, address.text);
    error(CONTRADICTED, address, message).hint("choose another name for one of them")
}
