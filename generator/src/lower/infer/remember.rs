//! Names that types have already: who stands where a type of a known name stood has that name.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::Root;
use super::arena::{Arena, NodeId, Slot};
use super::kinds::Place;
use super::share::signature;
use crate::known::{self, KnownNames};
use crate::lower::names;
use crate::model::Ident;

/// The known names of structs.
pub(super) fn structs(
    arena: &Arena<'_>,
    roots: &[Root<'_>],
    slots: &[Slot<'_>],
    nodes: &[NodeId],
    known: &KnownNames,
) -> BTreeMap<NodeId, Ident> {
    if known.is_empty() {
        return BTreeMap::new();
    }
    let structs: BTreeSet<NodeId> = nodes.iter().copied().collect();
    let mut votes: BTreeMap<NodeId, BTreeMap<&str, usize>> = BTreeMap::new();
    for (root, slot) in roots.iter().zip(slots) {
        if let Some(name) = known.bodies.get(&root.place) {
            slot.objects().into_iter().for_each(|id| vote(&mut votes, arena.find(id), name));
        }
    }
    // From bodies to what they hold: a holder's own name tells what its fields were called.
    let mut open: VecDeque<NodeId> = votes.keys().copied().filter(|id| structs.contains(id)).collect();
    let mut seen: BTreeSet<NodeId> = open.iter().copied().collect();
    while let Some(id) = open.pop_front() {
        let Some(holder) = votes.get(&id).and_then(most) else { continue };
        for (key, slot) in &arena.get(id).fields {
            let Some(name) = known.fields.get(&known::field(holder, key)) else { continue };
            for child in values(arena, &structs, slot) {
                vote(&mut votes, child, name);
                if seen.insert(child) {
                    open.push_back(child);
                }
            }
        }
    }
    let claims = votes.iter().filter(|(id, _)| structs.contains(*id)).flat_map(|(&id, names)| {
        let fields = signature(arena.get(id)).join(",");
        names.iter().map(move |(name, count)| Vote { count: *count, fields: fields.clone(), name, of: id })
    });
    elect(claims.collect())
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

/// The structs at a place, in its lists and in its maps.
fn values(arena: &Arena<'_>, structs: &BTreeSet<NodeId>, slot: &Slot<'_>) -> Vec<NodeId> {
    let mut found = Vec::new();
    let mut open: Vec<NodeId> = slot.objects();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop().map(|id| arena.find(id)) {
        if !seen.insert(id) {
            continue;
        }
        if structs.contains(&id) {
            found.push(id);
        } else {
            open.extend(arena.get(id).fields.values().flat_map(Slot::objects));
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
