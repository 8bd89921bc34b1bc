//! Types from examples: observe every value, decide which objects are one thing, name them, and choose a type for each field.

mod apart;
mod arena;
mod bodies;
mod counts;
mod cycles;
mod enums;
mod fields;
mod hints;
mod kinds;
mod listed;
mod maps;
mod naming;
mod overrides;
mod remember;
mod shape;
mod share;
mod texts;
mod unions;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde_json::Value;

use self::arena::{Arena, NodeId, Observed, Of, Slot};
use self::counts::ExampleId;
use self::enums::Enum;
use self::kinds::{Kinds, Place, VALUES};
use self::maps::Maps;
use self::overrides::{Orders, Reshaping};
use self::shape::{Shape, Walk};
use self::unions::Union;
use self::words::Words;
pub(super) use self::words::{plural, prepare, singular};
use crate::config;
use crate::diagnostic::Diagnostic;
use crate::known::{BodyPlace, KnownNames};
use crate::model::{Case, Ident, TypeDef, TypeRef};

/// A body or an answer of an operation, with everything that examples show of it.
pub(super) struct Root<'a> {
    /// What it is.
    pub(super) role: Role,
    /// The operation that stands for all operations of this endpoint, by its index.
    pub(super) operation: usize,
    /// Where it stands, as names are remembered.
    pub(super) place: BodyPlace,
    /// What it is called after, in snake case: `create_models`.
    pub(super) name: String,
    /// What the path is about, by its last segment that says so: `models`.
    pub(super) resource: String,
    /// What its requests say of themselves.
    pub(super) docs: Vec<&'a str>,
    /// The examples.
    pub(super) examples: Vec<Shown<'a>>,
}

/// A value that an example shows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown<'a> {
    pub(super) value: &'a Value,
    /// The example's place in the collection.
    pub(super) pointer: &'a str,
}

impl Root<'_> {
    /// What the whole of it is called, in snake case.
    fn whole(&self) -> String {
        let role = match self.role {
            Role::Request => "request",
            Role::Variables => "variables",
            Role::Success => "response",
            Role::Event => "event",
            Role::Line => "line",
            Role::Error(_) => "error",
        };
        format!("{}_{role}", self.name)
    }
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
    /// Received as the data of each event when all is well.
    Event,
    /// Received as each line when all is well.
    Line,
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
    /// What is to be remembered, where that is not what the types are called.
    pub(super) names: Option<KnownNames>,
}

/// Infers the types of all roots together, as far as people do not decide otherwise. What they decide and cannot be is told.
pub(super) fn infer(roots: &[Root<'_>], known: &KnownNames, decisions: &config::Types) -> (Types, Vec<Diagnostic>) {
    let (arena, evidence) = take_apart(roots, known);
    if decisions.is_empty() {
        let arena = shared(arena, &evidence, &Reshaping::default());
        return (define(&decide(&arena, &evidence, &Orders::default()), &evidence), Vec::new());
    }
    overrides::infer(arena, &evidence, decisions)
}

/// Bodies and answers with what examples show of each.
#[derive(Clone)]
struct Evidence<'a, 'b> {
    roots: &'b [Root<'a>],
    /// What stands for each root.
    slots: Vec<Slot<'a>>,
    /// The places of examples in the collection, by their numbers.
    pointers: Vec<String>,
    /// What types were called before.
    known: &'b KnownNames,
}

/// Takes all examples apart into the objects that they show.
fn take_apart<'a, 'b>(roots: &'b [Root<'a>], known: &'b KnownNames) -> (Arena<'a>, Evidence<'a, 'b>) {
    let pointers = roots.iter().flat_map(|root| &root.examples).map(|example| example.pointer.to_owned()).collect();
    let firsts: Vec<ExampleId> = roots
        .iter()
        .scan(0, |next, root| {
            let first = *next;
            *next += ExampleId::try_from(root.examples.len()).unwrap_or_default();
            Some(first)
        })
        .collect();
    let (arena, slots) = Arena::of(roots.par_iter().zip(firsts).map(|(root, first)| observe(root, first)).collect());
    (arena, Evidence { roots, slots, pointers, known })
}

/// Makes the objects one that are one thing.
fn shared<'a>(mut arena: Arena<'a>, evidence: &Evidence<'a, '_>, reshaping: &Reshaping) -> Arena<'a> {
    reshaping.mark(&mut arena);
    maps::collapse(&mut arena);
    let (hints, objects) =
        rayon::join(|| hints::find(&arena, evidence.roots, &evidence.slots), || remember::objects(&arena, evidence));
    remember::mark(&mut arena, &objects);
    hints.give(&mut arena);
    let objects = if reshaping.join(&mut arena) { remember::objects(&arena, evidence) } else { objects };
    // What was one comes first, before parts of it become one with what is new.
    remember::share(&mut arena, evidence, objects);
    share::share(&mut arena);
    let objects = remember::objects(&arena, evidence);
    remember::share(&mut arena, evidence, objects);
    maps::collapse(&mut arena);
    arena.sort_fields();
    arena
}

/// What is one thing by now, with names for all that needs one.
struct Decided<'a, 'b> {
    kinds: Kinds<'a, 'b>,
    enums: Vec<(Enum<'a, 'b>, Ident)>,
    unions: Vec<(Union<'a>, Ident)>,
}

/// Chooses names and kinds for what is one thing by now.
fn decide<'a, 'b>(arena: &'b Arena<'a>, evidence: &'b Evidence<'a, '_>, orders: &'b Orders<'a>) -> Decided<'a, 'b> {
    let maps = Maps::of(arena);
    let nodes = kinds::structs(arena, &maps, &evidence.slots);
    let recalled = remember::recall(arena, evidence);
    let mut known = orders.names_among(recalled.structs(arena, &nodes));
    // Some may have been structs, and are maps now.
    known.retain(|id, _| nodes.binary_search(id).is_ok());
    // What nothing new is called: what people chose, and what was called so before.
    let others: BTreeSet<Ident> = orders.chosen().iter().cloned().chain(recalled.names()).collect();
    let structs = naming::name(arena, &nodes, known, &others);
    let pointers = &evidence.pointers;
    let endless = maps::endless(arena, |id| structs.contains_key(&id));
    let (enums, unions) = (BTreeMap::new(), BTreeMap::new());
    let mut kinds = Kinds { arena, structs, endless, enums, unions, pointers, orders };
    let docs: BTreeMap<usize, &[&str]> = evidence.roots.iter().map(|root| (root.operation, &root.docs[..])).collect();
    let mut enums = enums::find(&kinds, &recalled, &mut Words::default(), &docs);
    let enum_names = naming::enums(&kinds, &enums, &recalled, &others);
    for (found, name) in enums.iter_mut().zip(&enum_names) {
        enums::without_others(found, &kinds);
        kinds.enums.extend(found.places.iter().map(|place| (*place, name.clone())));
    }
    let mut unions = unions::find(&kinds);
    let of_roots = evidence.roots.iter().zip(&evidence.slots).enumerate();
    unions.extend(of_roots.filter_map(|(index, (root, slot))| unions::of_root(index, slot, root.whole())));
    let union_names = naming::unions(&kinds, &enum_names, &unions, &recalled, &others);
    for (found, name) in unions.iter_mut().zip(&union_names) {
        found.places.retain(|place| orders.kind(*place).is_none());
        kinds.unions.extend(found.places.iter().map(|place| (*place, name.clone())));
    }
    let enums = enums.into_iter().zip(enum_names).collect();
    Decided { kinds, enums, unions: unions.into_iter().zip(union_names).collect() }
}

/// The definitions of all that bodies and answers lead to.
fn define<'a>(decided: &Decided<'a, '_>, evidence: &Evidence<'a, '_>) -> Types {
    let Decided { kinds, enums, unions } = decided;
    let (arena, slots) = (kinds.arena, &evidence.slots);
    let nodes: Vec<NodeId> = kinds.structs.keys().copied().collect();
    let boxed = cycles::cycles(arena, &nodes);
    let mut found: Vec<(TypeDef, BTreeSet<usize>)> = Vec::new();
    found.extend(nodes.iter().map(|&id| (fields::define(kinds, id, &boxed), arena.get(id).used_by.clone())));
    let users = |places: &[Place<'_>]| -> BTreeSet<usize> {
        places.iter().flat_map(|place| users(arena, evidence.roots, *place)).collect()
    };
    for (one, name) in enums {
        found.push((fields::define_enum(name.clone(), &one.words), users(&one.places)));
    }
    for (one, name) in unions {
        let cases = one.places.iter().flat_map(|&place| cases(kinds, slots, place)).collect();
        found.push((fields::define_union(name.clone(), unions::together(cases)), users(&one.places)));
    }
    let types: Vec<TypeRef> =
        slots.iter().enumerate().map(|(index, slot)| kinds.of_root(unions::root_place(index), slot)).collect();
    let reachable = reachable(&found, &types);
    found.retain(|(def, _)| reachable.contains(&def.name));
    found.sort_by(|(a, _), (b, _)| a.name.cmp(&b.name));
    let (defs, used_by) = found.into_iter().unzip();
    let unshared = arena.places_of(&kinds.structs);
    let mut types = Types { defs, roots: types, used_by, unshared, names: None };
    types.names = remember::with_emptied(kinds, evidence, &types);
    types
}

/// The operations that use what stands at a place.
fn users(arena: &Arena<'_>, roots: &[Root<'_>], (holder, _): Place<'_>) -> BTreeSet<usize> {
    match unions::root_of(holder).and_then(|index| roots.get(index)) {
        Some(root) => BTreeSet::from([root.operation]),
        None => arena.get(holder).used_by.clone(),
    }
}

fn cases<'a>(kinds: &Kinds<'a, '_>, slots: &[Slot<'a>], place: Place<'a>) -> Vec<Case> {
    let (holder, key) = place;
    if let Some(slot) = unions::root_of(holder).and_then(|index| slots.get(index)) {
        return unions::cases(kinds, place, slot);
    }
    let node = kinds.arena.get(holder);
    match node.fields.get(key) {
        Some(slot) if key != VALUES || kinds.structs.contains_key(&holder) => unions::cases(kinds, place, slot),
        _ => unions::cases(kinds, place, &maps::values(node)),
    }
}

/// The types that bodies and answers lead to. Others stand only in places that can be anything.
fn reachable(defs: &[(TypeDef, BTreeSet<usize>)], roots: &[TypeRef]) -> BTreeSet<Ident> {
    let by_name: BTreeMap<&Ident, &TypeDef> = defs.iter().map(|(def, _)| (&def.name, def)).collect();
    let mut found = BTreeSet::new();
    let mut open: Vec<&Ident> = roots.iter().filter_map(TypeRef::named).collect();
    while let Some(name) = open.pop() {
        if found.insert(name.clone()) {
            open.extend(by_name.get(name).into_iter().flat_map(|def| def.held()));
        }
    }
    found
}

fn observe<'a>(root: &Root<'a>, first: ExampleId) -> Observed<'a> {
    let (mut shape, mut walk) = (Shape::default(), Walk::default());
    for (example, id) in root.examples.iter().zip(first..) {
        walk.begin(id);
        shape.observe(example.value, &mut walk);
    }
    Observed { shape, objects: walk.objects, origin: Of { operation: root.operation, sent: root.role.is_sent() } }
}
