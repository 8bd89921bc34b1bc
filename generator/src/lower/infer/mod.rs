//! Types from examples: observe every value, decide which objects are one thing, name them, and choose a type for each field.

mod apart;
mod arena;
mod counts;
mod cycles;
mod enums;
mod fields;
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

use heck::ToSnakeCase;
use rayon::prelude::*;
use serde_json::Value;

use self::arena::{Arena, Node, NodeId, Of, Slot};
use self::counts::ExampleId;
use self::enums::Enum;
use self::kinds::{Kinds, Place, VALUES};
use self::maps::Maps;
use self::naming::BODIES;
use self::overrides::{Orders, Reshaping};
use self::shape::{Shape, Walk};
use self::unions::Union;
use self::words::{Word, Words};
pub(super) use self::words::{plural, singular};
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
    let mut arena = Arena::default();
    let shapes: Vec<Shape<'_>> = roots.par_iter().zip(firsts).map(|(root, first)| observe(root, first)).collect();
    let slots = roots
        .iter()
        .zip(shapes)
        .map(|(root, shape)| arena.add(shape, None, Of { operation: root.operation, sent: root.role.is_sent() }))
        .collect();
    (arena, Evidence { roots, slots, pointers, known })
}

/// Makes the objects one that are one thing.
fn shared<'a>(mut arena: Arena<'a>, evidence: &Evidence<'a, '_>, reshaping: &Reshaping) -> Arena<'a> {
    reshaping.mark(&mut arena);
    maps::collapse(&mut arena);
    remember::mark(&mut arena, evidence);
    hint(&mut arena, evidence.roots, &evidence.slots);
    reshaping.join(&mut arena);
    // What was one comes first, before parts of it become one with what is new.
    remember::share(&mut arena, evidence);
    share::share(&mut arena);
    remember::share(&mut arena, evidence);
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

fn observe<'a>(root: &Root<'a>, first: ExampleId) -> Shape<'a> {
    let (mut shape, mut walk) = (Shape::default(), Walk::default());
    for (example, id) in root.examples.iter().zip(first..) {
        walk.begin(id);
        shape.observe(example.value, &mut walk);
    }
    shape
}

/// Gives every node the names that the keys on the way to it suggest.
fn hint(arena: &mut Arena<'_>, roots: &[Root<'_>], slots: &[Slot<'_>]) {
    let mut words = Words::default();
    let mut single = BTreeSet::new();
    let mut every = BTreeSet::new();
    let mut carried = BTreeSet::new();
    for id in arena.roots() {
        for (key, slot) in &arena.get(id).fields {
            if slot.object.is_some() {
                single.insert(words.of(key).name.clone());
            }
            if slot.object_deep().is_some() {
                every.insert(words.of(key).singular.clone());
                if arena.get(id).root {
                    carried.insert(words.of(key).singular.clone());
                }
            }
        }
    }
    let mut open: Vec<(NodeId, String)> = Vec::new();
    // What stands in envelopes: the key, and what the path says that it is.
    let mut enveloped: BTreeMap<NodeId, (String, String)> = BTreeMap::new();
    for (root, slot) in roots.iter().zip(slots) {
        let members = slot.object.map(|id| members(arena.get(id), &mut words)).unwrap_or_default();
        let (name, within) = root_hint(arena, root, slot, &members, &single, &mut words);
        if let (Some(id), Some(within)) = (slot.object, within) {
            let resource = words.of(&root.resource).singular.clone();
            enveloped.insert(arena.find(id), (within.name, resource));
        }
        open.extend(slot.objects().into_iter().map(|id| (id, name.clone())));
        if let (Some(id), true) = (slot.object, !root.role.is_sent()) {
            let node = arena.get_mut(id);
            node.operations.insert(root.whole());
            if let Role::Error(status) = root.role {
                node.statuses.insert(status);
            }
        }
    }
    let mut seen = BTreeSet::new();
    while let Some((id, name)) = open.pop() {
        // Many ways may lead to the values of maps, which are one.
        if !seen.insert((arena.find(id), name.clone())) {
            continue;
        }
        // What stands in a map is called after the map.
        let data_keys = maps::has_data_keys(arena.get(id));
        let children: Vec<(NodeId, String)> = arena
            .get(id)
            .fields
            .iter()
            .flat_map(|(key, slot)| slot.objects().into_iter().map(move |child| (key, slot, child)))
            .map(|(key, slot, child)| {
                let own = words::hint(words.of(key), slot.object.is_none(), &single);
                if data_keys {
                    let one = words.of(&name).singular.clone();
                    // A map does not hold itself.
                    return (child, if one == name { format!("{one}_value") } else { one });
                }
                // Links are named after where they lead.
                if name == "links" || name.ends_with("_links") {
                    return (child, "link".to_owned());
                }
                if let Some((_, resource)) = enveloped.get(&id).filter(|(within, _)| words.of(key).name == *within) {
                    return (child, resource.clone());
                }
                // `version` in a dataset is what other places call `dataset_version`; but what whole answers carry, such as
                // `nodepools`, has a name of its own.
                let holder = BODIES.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name);
                let adds = NEED_HOLDER.contains(&own.as_str()) && !holder.ends_with(&own);
                if adds && !LEND_NO_NAME.contains(&holder) {
                    return (child, format!("{holder}_{own}"));
                }
                let mut longer = suffixes(&name).map(|holder| format!("{holder}_{own}"));
                let known = longer.find(|name| every.contains(name) && !carried.contains(&own));
                (child, known.unwrap_or(own))
            })
            .collect();
        if arena.get(id).root && !arena.get(id).sent {
            let operations = arena.get(id).used_by.clone();
            for (child, name) in &children {
                arena.get_mut(*child).carried.entry(name.clone()).or_default().extend(&operations);
            }
        }
        let node = arena.get_mut(id);
        *node.hints.entry(name).or_default() += node.seen;
        open.extend(children);
    }
}

/// Keys that say too little without what holds them, whatever else stands under them.
const NEED_HOLDER: &[&str] =
    &["attributes", "element", "entry", "filter", "item", "properties", "record", "relationships", "row", "version"];
/// Keys, in singular, of what a body is about, whatever that is: they say nothing about it.
const ENVELOPES: &[&str] = &["content", "data", "payload", "result"];
/// The same in lists, where one of them is one of what the body is about.
const LISTS: &[&str] = &["element", "entry", "item", "object", "record", "row", "value"];

/// Whether anything may stand under a key, in singular, so that things under it need not be one.
fn holds_any(key: &str) -> bool {
    [NEED_HOLDER, ENVELOPES, LISTS].iter().any(|keys| keys.contains(&key)) && !["filter", "version"].contains(&key)
}

/// Whether a member is what its body is about, whatever that is.
fn is_enveloped(member: &Member) -> bool {
    let key = member.word.singular.as_str();
    ENVELOPES.contains(&key) || member.list && LISTS.contains(&key)
}
/// What is called so lends its name to nothing.
const LEND_NO_NAME: &[&str] = &["data", "item", "object", "result", "value"];

/// A name and what is left of it without its first words: `truth_dataset`, `dataset`.
fn suffixes(name: &str) -> impl Iterator<Item = &str> {
    std::iter::once(name).chain(name.match_indices('_').map(|(at, _)| &name[at + 1..]))
}

/// What a whole body is called. An answer is called after what it carries, so that every operation that answers with models
/// has the same type; a request after its operation. With it comes the member that is what the path is about, where it stands in an
/// envelope.
fn root_hint(
    arena: &Arena<'_>,
    root: &Root<'_>,
    slot: &Slot<'_>,
    members: &[Member],
    single: &BTreeSet<String>,
    words: &mut Words,
) -> (String, Option<Word>) {
    let resource = words.of(&root.resource).singular.clone();
    match root.role {
        Role::Request => {
            let mut said = members.iter().filter(|member| member.object || !goes_along(&member.word.name));
            let only = said.next().filter(|_| said.next().is_none() && !resource.is_empty());
            let within = only.filter(|member| member.object && is_enveloped(member));
            return (format!("{}_request", root.name), within.map(|member| member.word.clone()));
        }
        Role::Variables => return (format!("{}_variables", root.name), None),
        Role::Error(_) => return (if slot.object.is_some() { "error_response" } else { "error" }.to_owned(), None),
        Role::Success => {}
    }
    let Some(node) = slot.object.map(|id| arena.get(id)) else { return (resource, None) };
    // What says more than how much there is, or how it went, is a thing by itself.
    let is_thing = members.iter().any(|member| !member.object && !goes_along(&member.word.name));
    let itself = is_resource(root, node, &resource, words);
    let name = match payload(members, &resource) {
        Some(member) if itself && !member.is_about(&resource) => resource,
        Some(member) if is_enveloped(member) && !resource.is_empty() => {
            let about = if member.list { words::plural(&resource) } else { resource };
            return (format!("{about}_response"), Some(member.word.clone()));
        }
        Some(member) if is_thing && !member.is_about(&resource) => format!("{}_response", root.name),
        // A word that elsewhere is no list must tell the list from the thing in another way.
        Some(Member { word, list: true, .. }) if single.contains(&word.name) => {
            format!("{}_list_response", word.singular)
        }
        Some(Member { word, list: true, .. }) => format!("{}_response", words::plural(&word.name)),
        Some(Member { word, .. }) => format!("{}_response", word.name),
        None if itself => resource,
        None => format!("{}_response", root.name),
    };
    (name, None)
}

/// The members of an object.
fn members(node: &Node<'_>, words: &mut Words) -> Vec<Member> {
    let member = |(key, field): (&&str, &Slot<'_>)| Member {
        word: words.of(key).clone(),
        object: field.object_deep().is_some(),
        list: field.object.is_none(),
    };
    node.fields.iter().map(member).collect()
}

/// Keys that say which one of a resource something is.
const IDS: &[&str] = &["id", "_id", "uuid", "guid"];

/// Whether an answer is the resource at the end of the path itself, without anything around it.
fn is_resource(root: &Root<'_>, node: &Node<'_>, resource: &str, words: &mut Words) -> bool {
    let is_plural = words.of(&root.resource).name != resource;
    let is_id = |key: &str| {
        let key = key.to_snake_case();
        IDS.contains(&key.as_str()) || key.strip_suffix("_id").is_some_and(|of| of == resource)
    };
    let wraps = |key: &str| is_envelope(key) && !OF_THINGS.contains(&key.to_snake_case().as_str());
    let is_wrapped = node.fields.iter().any(|(key, slot)| wraps(key) && slot.object_deep().is_some());
    is_plural && !is_wrapped && node.fields.keys().any(|key| is_id(key))
}

/// A member of an answer.
struct Member {
    word: Word,
    /// Whether it carries an object.
    object: bool,
    /// Whether it carries a list of them.
    list: bool,
}

impl Member {
    /// Whether it is called like the end of the path, or like a kind of that.
    fn is_about(&self, resource: &str) -> bool {
        let before = self.word.singular.strip_suffix(resource);
        before.is_some_and(|before| before.is_empty() || before.ends_with('_'))
    }
}

/// The member of an answer that it is about. An answer of nothing but an envelope is about the first that it has.
fn payload<'a>(members: &'a [Member], resource: &str) -> Option<&'a Member> {
    let carried = members.iter().filter(|member| member.object).map(|member| (member.word.name.as_str(), member));
    let carried: BTreeMap<&str, &Member> = carried.collect();
    let others: Vec<&Member> = carried.values().copied().filter(|member| !is_envelope(&member.word.name)).collect();
    let lists: Vec<&Member> = others.iter().copied().filter(|member| member.list).collect();
    match (others.iter().find(|member| member.is_about(resource)), &others[..], &lists[..]) {
        (Some(found), _, _) | (None, [found], _) | (None, _, [found]) => Some(found),
        (None, [], _) if members.iter().all(|member| is_envelope(&member.word.name)) => {
            carried.values().next().copied()
        }
        _ => None,
    }
}

/// Whether a key without objects says nothing but how much there is, where, or how it went.
fn goes_along(key: &str) -> bool {
    is_envelope(key) || key.to_snake_case().split('_').any(|word| GOES_ALONG.contains(&word))
}

/// Words of keys that go along with lists and answers.
const GOES_ALONG: &[&str] = &[
    "code", "count", "cursor", "first", "from", "has", "href", "kind", "last", "limit", "link", "message", "more",
    "msg", "next", "object", "offset", "ok", "page", "pages", "per", "prev", "previous", "self", "size", "start",
    "success", "took", "token", "total", "type", "uri", "url", "version",
];

/// Whether a key goes along with any answer and says nothing about what it carries.
fn is_envelope(key: &str) -> bool {
    GO_ALONG.contains(&key.to_snake_case().as_str())
}

/// Those that things have as well.
const OF_THINGS: &[&str] = &["links", "metadata"];

/// Members that go along with any answer and say nothing about what it carries.
const GO_ALONG: &[&str] = &["status", "meta", "metadata", "pagination", "paging", "links", "error", "errors"];
