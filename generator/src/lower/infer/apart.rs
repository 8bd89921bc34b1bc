//! What is never one thing, since the configuration says so, or since it was two things before.
//!
//! Joining two nodes joins what they hold under the same keys, and so on down. So a join that would make one what must stay
//! apart, however deep, is not made at all.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::arena::{Arena, NodeId};

/// Of each list of things that are apart, which one a node is.
pub(super) type Labels = BTreeMap<usize, usize>;

/// Nodes that a join would make one.
#[derive(Default)]
struct Group<'a> {
    members: Vec<NodeId>,
    labels: Labels,
    known: BTreeSet<usize>,
    /// What they hold, by its key and how deep in lists it is.
    held: BTreeMap<(&'a str, usize), NodeId>,
}

/// The groups that a join would make, each node in one of its own at first.
struct Groups<'a, 'b> {
    arena: &'b Arena<'a>,
    groups: Vec<Group<'a>>,
    of: BTreeMap<NodeId, usize>,
}

/// Two things of one list that are to stay apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Conflict {
    pub(super) list: usize,
    pub(super) positions: [usize; 2],
}

/// What would become one if two nodes were, and is to stay apart since the configuration says so.
pub(super) fn conflict(arena: &Arena<'_>, a: NodeId, b: NodeId) -> Option<Conflict> {
    first(arena, a, b, |a, b| {
        let both = a.labels.iter().filter_map(|(list, position)| Some((*list, *position, *b.labels.get(list)?)));
        let mut different = both.filter(|(_, a, b)| a != b);
        different.next().map(|(list, a, b)| Conflict { list, positions: [a.min(b), a.max(b)] })
    })
}

/// Whether something would become one if two nodes were that was two types before.
pub(super) fn were_apart(arena: &Arena<'_>, a: NodeId, b: NodeId) -> bool {
    let were_two = |a: &Group<'_>, b: &Group<'_>| {
        (!a.known.is_empty() && !b.known.is_empty() && a.known.is_disjoint(&b.known)).then_some(())
    };
    arena.remembers() && first(arena, a, b, were_two).is_some()
}

/// What keeps two groups apart that would become one if two nodes were; the first that is found.
fn first<T>(arena: &Arena<'_>, a: NodeId, b: NodeId, apart: impl Fn(&Group<'_>, &Group<'_>) -> Option<T>) -> Option<T> {
    let mut groups = Groups { arena, groups: Vec::new(), of: BTreeMap::new() };
    let mut open = vec![(a, b)];
    while let Some((a, b)) = open.pop() {
        let (a, b) = (groups.of(a), groups.of(b));
        if a == b {
            continue;
        }
        if let Some(found) = apart(&groups.groups[a], &groups.groups[b]) {
            return Some(found);
        }
        groups.join(a, b, &mut open);
    }
    None
}

impl<'a> Groups<'a, '_> {
    /// The group of a node, by its index.
    fn of(&mut self, id: NodeId) -> usize {
        let id = self.arena.find(id);
        if let Some(&index) = self.of.get(&id) {
            return index;
        }
        let node = self.arena.get(id);
        let held = node.fields.iter().flat_map(|(key, slot)| {
            let objects = slot.objects_by_depth().into_iter();
            objects.map(move |(depth, id)| ((*key, depth), id))
        });
        self.groups.push(Group {
            members: vec![id],
            labels: node.labels.clone(),
            known: node.known.clone(),
            held: held.collect(),
        });
        self.of.insert(id, self.groups.len() - 1);
        self.groups.len() - 1
    }

    /// Makes two groups one. What they then hold in one place is to be one as well.
    fn join(&mut self, a: usize, b: usize, open: &mut Vec<(NodeId, NodeId)>) {
        let moved = std::mem::take(&mut self.groups[b]);
        let group = &mut self.groups[a];
        group.labels.extend(moved.labels);
        group.known.extend(moved.known);
        self.of.extend(moved.members.iter().map(|&member| (member, a)));
        group.members.extend(moved.members);
        for (place, id) in moved.held {
            match group.held.entry(place) {
                Entry::Vacant(entry) => drop(entry.insert(id)),
                Entry::Occupied(entry) => open.push((*entry.get(), id)),
            }
        }
    }
}
