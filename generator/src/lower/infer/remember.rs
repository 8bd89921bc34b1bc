//! Names that types have already: who stands where a type of a known name stood has that name.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::arena::{Arena, NodeId, Slot};
use super::kinds::Place;
use super::maps;
use super::share::{self, signature};
use super::{Evidence, Types};
use crate::known::{self, KnownNames};
use crate::lower::names;
use crate::model::Ident;

/// Marks each object with the type that it was before.
pub(super) fn mark(arena: &mut Arena<'_>, evidence: &Evidence<'_, '_>) {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for (id, names) in votes(arena, evidence) {
        if let Some(name) = most(&names) {
            let next = numbers.len();
            let number = *numbers.entry(name).or_insert(next);
            arena.get_mut(id).known.insert(number);
        }
    }
}

/// How often things that were one type are made one again: each time, what they hold may be found to be as well.
const ROUNDS: usize = 4;

/// Makes one what was one type before, unless it shows different kinds by now: fewer examples may not tell so any more.
pub(super) fn share(arena: &mut Arena<'_>, evidence: &Evidence<'_, '_>) {
    for _ in 0..ROUNDS {
        let mut things: BTreeMap<&str, NodeId> = BTreeMap::new();
        let mut pairs: Vec<(NodeId, NodeId)> = Vec::new();
        for (id, names) in &votes(arena, evidence) {
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
    }
}

/// The known names of structs.
pub(super) fn structs(arena: &Arena<'_>, evidence: &Evidence<'_, '_>, nodes: &[NodeId]) -> BTreeMap<NodeId, Ident> {
    let structs: BTreeSet<NodeId> = nodes.iter().copied().collect();
    let votes = votes(arena, evidence);
    let claims = votes.iter().filter(|(id, _)| structs.contains(*id)).flat_map(|(&id, names)| {
        let fields = signature(arena.get(id)).join(",");
        names.iter().map(move |(name, count)| Vote { count: *count, fields: fields.clone(), name, of: id })
    });
    elect(claims.collect())
}

/// How many places say of each object what it is called.
type Votes<'a> = BTreeMap<NodeId, BTreeMap<&'a str, usize>>;

fn votes<'b>(arena: &Arena<'_>, evidence: &Evidence<'_, 'b>) -> Votes<'b> {
    let known = evidence.known;
    let mut votes = Votes::new();
    if known.is_empty() {
        return votes;
    }
    for (root, slot) in evidence.roots.iter().zip(&evidence.slots) {
        if let Some(name) = known.bodies.get(&root.place) {
            values(arena, slot).into_iter().for_each(|id| vote(&mut votes, id, name));
        }
    }
    // From bodies to what they hold: a holder's own name tells what its fields were called.
    let mut open: VecDeque<NodeId> = votes.keys().copied().collect();
    let mut seen: BTreeSet<NodeId> = open.iter().copied().collect();
    while let Some(id) = open.pop_front() {
        let Some(holder) = votes.get(&id).and_then(most) else { continue };
        for (key, slot) in &arena.get(id).fields {
            let Some(name) = known.fields.get(&known::field(holder, key)) else { continue };
            for child in values(arena, slot) {
                vote(&mut votes, child, name);
                if seen.insert(child) {
                    open.push_back(child);
                }
            }
        }
    }
    votes
}

/// The names of types by where they stand, to be known from then on.
pub(super) fn names(evidence: &Evidence<'_, '_>, types: &Types) -> KnownNames {
    let bodies = evidence.roots.iter().zip(&types.roots);
    let bodies = bodies.filter_map(|(root, ty)| Some((root.place.clone(), ty.named()?.plain().to_owned())));
    KnownNames { bodies: bodies.collect(), fields: known::fields(&types.defs) }
}

/// The known names of enums or unions, by their index.
pub(super) fn others(
    places: &[&[Place<'_>]],
    structs: &BTreeMap<NodeId, Ident>,
    known: &KnownNames,
) -> BTreeMap<usize, Ident> {
    let mut claims = Vec::new();
    for (index, places) in places.iter().enumerate() {
        let mut names: BTreeMap<&str, usize> = BTreeMap::new();
        for (holder, key) in *places {
            let name = structs.get(holder).and_then(|holder| known.fields.get(&known::field(holder.plain(), key)));
            *names.entry(name.map_or("", String::as_str)).or_default() += 1;
        }
        names.remove("");
        let of = |(name, count)| Vote { count, fields: String::new(), name, of: index };
        claims.extend(names.into_iter().map(of));
    }
    elect(claims)
}

/// The objects at a place, in its lists and in its maps.
fn values(arena: &Arena<'_>, slot: &Slot<'_>) -> Vec<NodeId> {
    let mut found = Vec::new();
    let mut open: Vec<NodeId> = slot.objects();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop().map(|id| arena.find(id)) {
        if !seen.insert(id) {
            continue;
        }
        if maps::has_data_keys(arena.get(id)) {
            open.extend(arena.get(id).fields.values().flat_map(Slot::objects));
        } else {
            found.push(id);
        }
    }
    found
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

fn vote<'a>(votes: &mut BTreeMap<NodeId, BTreeMap<&'a str, usize>>, id: NodeId, name: &'a str) {
    *votes.entry(id).or_default().entry(name).or_default() += 1;
}

fn most<'a>(names: &BTreeMap<&'a str, usize>) -> Option<&'a str> {
    names.iter().max_by_key(|(name, count)| (**count, std::cmp::Reverse(**name))).map(|(name, _)| *name)
}
