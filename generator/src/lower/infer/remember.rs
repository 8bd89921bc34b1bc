//! Names that types have already: who stands where a type of a known name stood has that name.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::arena::{Arena, NodeId, Slot};
use super::counts::Kind;
use super::kinds::{INNER, Kinds, Place, VALUES};
use super::share::{self, signature};
use super::{Evidence, Types, maps, unions};
use crate::known::{self, KnownNames, Layer, Skeleton};
use crate::lower::names;
use crate::model::Ident;

/// Marks each object with the type that it was before.
pub(super) fn mark(arena: &mut Arena<'_>, objects: &Objects<'_>) {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for (&id, names) in objects {
        if let Some(name) = most(names) {
            let next = numbers.len();
            let number = *numbers.entry(name).or_insert(next);
            arena.remember(id, number);
        }
    }
}

/// How often things that were one type are made one again: each time, what they hold may be found to be as well.
const ROUNDS: usize = 4;

/// Makes one what was one type before, unless it shows different kinds by now: fewer examples may not tell so any more. `called` is
/// what each object is called by now.
pub(super) fn share<'a, 'b>(arena: &mut Arena<'a>, evidence: &Evidence<'a, 'b>, mut called: Objects<'b>) {
    for _ in 0..ROUNDS {
        let mut things: BTreeMap<&str, NodeId> = BTreeMap::new();
        let mut pairs: Vec<(NodeId, NodeId)> = Vec::new();
        for (id, names) in &called {
            let Some(name) = most(names) else { continue };
            match things.get(name) {
                Some(&first) => pairs.push((first, *id)),
                None => {
                    things.insert(name, *id);
                }
            }
        }
        let mut joined = false;
        for (a, b) in pairs {
            if arena.find(a) != arena.find(b) && share::may_be_one(arena, a, b) {
                arena.join(a, b);
                joined = true;
            }
        }
        if !joined {
            return;
        }
        called = objects(arena, evidence);
    }
}

/// What places say of what stands there.
pub(super) struct Recalled<'a, 'b> {
    objects: Objects<'b>,
    /// What each place says of itself: the names of enums and unions, among those of structs.
    places: BTreeMap<Place<'a>, &'b str>,
    known: &'b KnownNames,
}

/// How many places say each name.
type Votes<'b> = BTreeMap<&'b str, usize>;

/// How often each object is called what.
pub(super) type Objects<'b> = BTreeMap<NodeId, Votes<'b>>;

/// All that places say.
pub(super) fn recall<'a, 'b>(arena: &Arena<'a>, evidence: &Evidence<'a, 'b>) -> Recalled<'a, 'b> {
    let mut places = BTreeMap::new();
    let objects = go(arena, evidence, Some(&mut places));
    Recalled { objects, places, known: evidence.known }
}

/// How often each object is called what.
pub(super) fn objects<'a, 'b>(arena: &Arena<'a>, evidence: &Evidence<'a, 'b>) -> Objects<'b> {
    go(arena, evidence, None)
}

/// Goes from bodies to what they hold: a holder's own name tells what its fields were called. `places` takes what each place says of
/// itself, where that is asked for: most hold no object, and are passed by otherwise.
fn go<'a, 'b>(
    arena: &Arena<'a>,
    evidence: &Evidence<'a, 'b>,
    places: Option<&mut BTreeMap<Place<'a>, &'b str>>,
) -> Objects<'b> {
    let known = evidence.known;
    let mut recalled = Walk { objects: BTreeMap::new(), seen: BTreeSet::new(), known, places };
    if known.is_empty() {
        return recalled.objects;
    }
    let mut open = VecDeque::new();
    for (index, (root, slot)) in evidence.roots.iter().zip(&evidence.slots).enumerate() {
        if let Some(text) = known.body(&root.place) {
            recalled.at(arena, unions::root_place(index), slot, &Skeleton::read(text), &mut open);
        }
    }
    let mut seen = BTreeSet::new();
    // Many objects are called the same.
    let mut fields: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    while let Some(id) = open.pop_front() {
        let Some(holder) = recalled.objects.get(&id).and_then(most).filter(|_| seen.insert(id)) else { continue };
        let fields = fields.entry(holder).or_insert_with(|| known.fields_of(holder));
        for (key, slot) in &arena.get(id).fields {
            if recalled.places.is_none() && slot.object_deep().is_none() {
                continue;
            }
            if let Some(text) = fields.get(key) {
                recalled.at(arena, (id, key), slot, &Skeleton::read(text), &mut open);
            }
        }
    }
    recalled.objects
}

/// A way through all that bodies hold.
struct Walk<'a, 'b, 't> {
    objects: Objects<'b>,
    /// Unions whose cases were looked at.
    seen: BTreeSet<(Place<'a>, &'b str)>,
    known: &'b KnownNames,
    places: Option<&'t mut BTreeMap<Place<'a>, &'b str>>,
}

impl<'a, 'b> Walk<'a, 'b, '_> {
    /// Notes what stood at a place. The objects there, for which somebody is yet to look into what they hold, go to `open`.
    fn at(
        &mut self,
        arena: &Arena<'a>,
        mut place: Place<'a>,
        slot: &Slot<'a>,
        was: &Skeleton<'b>,
        open: &mut VecDeque<NodeId>,
    ) {
        let mut slot = Cow::Borrowed(slot);
        for layer in &was.layers {
            slot = match layer {
                // What was a list may be one thing by now.
                Layer::List => match slot {
                    Cow::Borrowed(slot) => Cow::Borrowed(slot.element.as_deref().unwrap_or(slot)),
                    Cow::Owned(mut slot) => Cow::Owned(slot.element.take().map_or(slot, |element| *element)),
                },
                Layer::Map => {
                    let map = slot.object.map(|id| arena.find(id)).filter(|&id| maps::has_data_keys(arena.get(id)));
                    let Some(id) = map else { return };
                    place = (id, VALUES);
                    Cow::Owned(maps::values(arena.get(id)))
                }
            };
        }
        if let Some(places) = &mut self.places {
            places.insert(place, was.name);
        }
        if !self.known.unions.contains(was.name) {
            // And what was one thing may be a list.
            self.vote(arena, slot.object_deep(), was.name, open);
            return;
        }
        // What a list in a union holds is no union again, and what a map in it holds may be that union.
        if place.1 == INNER || !self.seen.insert((place, was.name)) {
            return;
        }
        for kind in [Kind::Object, Kind::List] {
            let Some(text) = self.known.fields.get(&known::field(was.name, unions::case_name(kind))) else { continue };
            let case = Skeleton::read(text);
            match (kind, &case.layers[..]) {
                (Kind::Object, []) => self.vote(arena, slot.object, case.name, open),
                (Kind::Object, [Layer::Map, ..]) => self.at(arena, place, &slot, &case, open),
                (Kind::List, [Layer::List, ..]) => self.at(arena, (place.0, INNER), &slot, &case, open),
                // Somebody may have changed the file.
                _ => {}
            }
        }
    }

    fn vote(&mut self, arena: &Arena<'a>, object: Option<NodeId>, name: &'b str, open: &mut VecDeque<NodeId>) {
        let Some(id) = object.map(|id| arena.find(id)) else { return };
        *self.objects.entry(id).or_default().entry(name).or_default() += 1;
        open.push_back(id);
    }
}

impl<'a, 'b> Recalled<'a, 'b> {
    /// The known names of structs.
    pub(super) fn structs(&self, arena: &Arena<'_>, nodes: &[NodeId]) -> BTreeMap<NodeId, Ident> {
        let structs: BTreeSet<NodeId> = nodes.iter().copied().collect();
        let claims = self.objects.iter().filter(|(id, _)| structs.contains(*id)).flat_map(|(&id, names)| {
            let fields = signature(arena.get(id)).join(",");
            names.iter().map(move |(name, count)| Vote { count: *count, fields: fields.clone(), name, of: id })
        });
        elect(claims.collect())
    }

    /// All names of what is still there: nothing new is called so.
    pub(super) fn names(&self) -> impl Iterator<Item = Ident> {
        let names: BTreeSet<&str> =
            self.objects.values().flat_map(Votes::keys).chain(self.places.values()).copied().collect();
        names.into_iter().filter_map(names::known_type)
    }

    /// What the enum at a place was called.
    pub(super) fn enum_at(&self, place: Place<'a>) -> Option<&'b str> {
        self.at_place(place).filter(|name| !self.known.unions.contains(*name))
    }

    /// The known names of enums, by their index.
    pub(super) fn enums<'c>(&self, places: impl Iterator<Item = &'c [Place<'a>]>) -> BTreeMap<usize, Ident>
    where
        'a: 'c,
    {
        self.named(places, |place| self.enum_at(place))
    }

    /// The known names of unions, by their index.
    pub(super) fn unions<'c>(&self, places: impl Iterator<Item = &'c [Place<'a>]>) -> BTreeMap<usize, Ident>
    where
        'a: 'c,
    {
        self.named(places, |place| self.at_place(place).filter(|name| self.known.unions.contains(*name)))
    }

    fn at_place(&self, place: Place<'a>) -> Option<&'b str> {
        self.places.get(&place).copied()
    }

    fn named<'c>(
        &self,
        places: impl Iterator<Item = &'c [Place<'a>]>,
        name: impl Fn(Place<'a>) -> Option<&'b str>,
    ) -> BTreeMap<usize, Ident>
    where
        'a: 'c,
    {
        let mut claims = Vec::new();
        for (of, places) in places.enumerate() {
            let mut names = Votes::new();
            for name in places.iter().filter_map(|place| name(*place)) {
                *names.entry(name).or_default() += 1;
            }
            claims.extend(names.into_iter().map(|(name, count)| Vote { count, fields: String::new(), name, of }));
        }
        elect(claims)
    }
}

/// The names of types by where they stand, to be known from then on.
pub(super) fn names(evidence: &Evidence<'_, '_>, types: &Types) -> KnownNames {
    let bodies = evidence.roots.iter().zip(&types.roots);
    let mut names = KnownNames::default();
    names.add_bodies(&bodies.map(|(root, ty)| (&root.place, known::skeleton(ty))).collect::<Vec<_>>());
    names.add(&types.defs);
    names
}

/// The same with what is no type any more since examples show no more of it than `{}`: until they do again it is not taken for
/// something else. `None` where there is nothing of that.
pub(super) fn with_emptied(kinds: &Kinds<'_, '_>, evidence: &Evidence<'_, '_>, types: &Types) -> Option<KnownNames> {
    let (arena, known) = (kinds.arena, evidence.known);
    if known.is_empty() {
        return None;
    }
    let mut names = names(evidence, types);
    let mut kept: Vec<&str> = Vec::new();
    for (root, _) in evidence.roots.iter().zip(&evidence.slots).filter(|(_, slot)| is_emptied(arena, slot)) {
        for key in root.place.keys() {
            keep(key, &known.bodies, &mut names.bodies, &mut kept);
        }
    }
    for (id, holder) in &kinds.structs {
        for (key, _) in arena.get(*id).fields.iter().filter(|(_, slot)| is_emptied(arena, slot)) {
            keep(&known::field(holder.plain(), key), &known.fields, &mut names.fields, &mut kept);
        }
    }
    // A union goes with its cases, whether it is still one or not.
    let slot = |(holder, key): Place<'_>| match unions::root_of(holder) {
        Some(index) => evidence.slots.get(index),
        None => arena.get(holder).fields.get(key),
    };
    let emptied = kinds.unions.iter().filter(|(place, _)| slot(**place).is_some_and(|slot| is_emptied(arena, slot)));
    let mut unions: BTreeSet<&str> = emptied.map(|(_, name)| name.plain()).collect();
    unions.extend(kept.iter().map(|text| Skeleton::read(text).name));
    for union in unions.into_iter().filter(|name| known.unions.contains(*name)) {
        names.unions.insert(union.to_owned());
        for kind in [Kind::Object, Kind::List] {
            let key = known::field(union, unions::case_name(kind));
            keep(&key, &known.fields, &mut names.fields, &mut kept);
        }
    }
    (!kept.is_empty()).then_some(names)
}

/// Keeps a name that is known, if there is none now.
fn keep<'b>(
    key: &str,
    known: &'b BTreeMap<String, String>,
    names: &mut BTreeMap<String, String>,
    kept: &mut Vec<&'b str>,
) {
    if let (Some(text), false) = (known.get(key), names.contains_key(key)) {
        names.insert(key.to_owned(), text.clone());
        kept.push(text);
    }
}

/// Whether a place shows objects with nothing in them, be it in lists and maps.
fn is_emptied(arena: &Arena<'_>, slot: &Slot<'_>) -> bool {
    let mut open = slot.objects();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop().map(|id| arena.find(id)) {
        let node = arena.get(id);
        if node.fields.is_empty() {
            return true;
        }
        if maps::has_data_keys(node) && seen.insert(id) {
            open.extend(node.fields.values().flat_map(Slot::objects));
        }
    }
    false
}

/// That something is called so, from so many places.
struct Vote<'a, T> {
    count: usize,
    /// What orders those with equally many.
    fields: String,
    name: &'a str,
    of: T,
}

/// A name for one thing only, and one for each: those with the most places go first.
fn elect<T: Copy + Ord>(mut votes: Vec<Vote<'_, T>>) -> BTreeMap<T, Ident> {
    votes.sort_by(|a, b| (b.count, &a.fields, a.name, a.of).cmp(&(a.count, &b.fields, b.name, b.of)));
    let (mut found, mut used) = (BTreeMap::new(), BTreeSet::new());
    for vote in votes {
        // Somebody may have changed the file.
        let Some(name) = names::known_type(vote.name) else { continue };
        if !found.contains_key(&vote.of) && used.insert(name.clone()) {
            found.insert(vote.of, name);
        }
    }
    found
}

fn most<'a>(names: &BTreeMap<&'a str, usize>) -> Option<&'a str> {
    names.iter().max_by_key(|(name, count)| (**count, std::cmp::Reverse(**name))).map(|(name, _)| *name)
}
