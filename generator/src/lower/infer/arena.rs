//! Objects of all examples in one flat list, so that those which are the same thing can become one.
//!
//! Joining two objects joins what stands under the same key in both, and so on down: a field of one type has one type.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use rayon::prelude::*;

use super::apart::{self, Labels};
use super::counts::Counts;
use super::shape::Shape;

pub(super) type NodeId = usize;

/// The values of a place, its objects taken out into nodes of their own.
#[derive(Debug, Clone, Default)]
pub(super) struct Slot<'a> {
    pub(super) counts: Counts<'a>,
    pub(super) element: Option<Box<Slot<'a>>>,
    pub(super) object: Option<NodeId>,
}

impl Slot<'_> {
    /// The object at this place, or in the lists at this place.
    pub(super) fn object_deep(&self) -> Option<NodeId> {
        self.object.or_else(|| self.element.as_ref().and_then(|element| element.object_deep()))
    }

    /// The objects at this place and in the lists at this place.
    pub(super) fn objects(&self) -> Vec<NodeId> {
        self.objects_by_depth().into_iter().map(|(_, id)| id).collect()
    }

    /// The same, each with the number of lists that it is in.
    pub(super) fn objects_by_depth(&self) -> Vec<(usize, NodeId)> {
        let slots = std::iter::successors(Some(self), |slot| slot.element.as_deref());
        slots.enumerate().filter_map(|(depth, slot)| Some((depth, slot.object?))).collect()
    }
}

/// Objects that are one thing, as far as is known.
#[derive(Debug, Clone, Default)]
pub(super) struct Node<'a> {
    /// How many objects were seen.
    pub(super) seen: usize,
    pub(super) fields: IndexMap<&'a str, Slot<'a>>,
    pub(super) key_sets: BTreeSet<Vec<&'a str>>,
    /// The types that it was before, by their numbers.
    pub(super) known: BTreeSet<usize>,
    /// Names that it might have, in snake case, with how often each was seen.
    pub(super) hints: BTreeMap<String, usize>,
    /// Those of its names under which whole answers carry it, with the operations that answer so.
    pub(super) carried: BTreeMap<String, BTreeSet<usize>>,
    /// The nodes that hold it.
    pub(super) parents: BTreeSet<NodeId>,
    /// Whether it is the whole body of a request or an answer.
    pub(super) root: bool,
    /// Whether requests send it, be it inside of others.
    pub(super) sent: bool,
    /// What it is called after the operations that answer with it as a whole.
    pub(super) operations: BTreeSet<String>,
    /// The statuses of failure that it is answered with as a whole.
    pub(super) statuses: BTreeSet<u16>,
    /// Indices of the operations whose bodies or answers hold it.
    pub(super) used_by: BTreeSet<usize>,
    /// Whether the configuration says that its keys are data.
    pub(super) map: bool,
    /// What the configuration keeps it apart from.
    pub(super) labels: Labels,
}

/// What a shape is part of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Of {
    /// The operation, by its index.
    pub(super) operation: usize,
    /// Whether that sends it.
    pub(super) sent: bool,
}

/// All nodes. A node that was joined to another is empty and points to it.
#[derive(Debug, Clone, Default)]
pub(super) struct Arena<'a> {
    nodes: Vec<Node<'a>>,
    joined: Vec<NodeId>,
    /// Whether some nodes are to stay apart.
    labelled: bool,
    /// Whether it is known of some nodes what they were before.
    remembers: bool,
}

/// What examples show of a body.
pub(super) struct Observed<'a> {
    pub(super) shape: Shape<'a>,
    /// In how many places of it there are objects.
    pub(super) objects: usize,
    pub(super) origin: Of,
}

/// The nodes of one body.
struct Part<'a> {
    /// The number of its first node among those of all bodies.
    first: NodeId,
    nodes: Vec<Node<'a>>,
    origin: Of,
}

impl<'a> Part<'a> {
    /// Takes a shape apart; the returned slot stands for it.
    fn add(&mut self, shape: Shape<'a>, parent: Option<NodeId>) -> Slot<'a> {
        let object = shape.object.map(|object| {
            let index = self.nodes.len();
            let id = self.first + index;
            self.nodes.push(Node {
                seen: shape.counts.object as usize,
                key_sets: object.key_sets,
                parents: parent.into_iter().collect(),
                root: parent.is_none(),
                sent: self.origin.sent,
                used_by: BTreeSet::from([self.origin.operation]),
                ..Node::default()
            });
            let fields = object.fields.into_iter().map(|(key, field)| (key, self.add(field, Some(id)))).collect();
            self.nodes[index].fields = fields;
            id
        });
        let element = shape.element.map(|element| Box::new(self.add(*element, parent)));
        Slot { counts: shape.counts, element, object }
    }
}

impl<'a> Arena<'a> {
    /// Takes bodies apart; the returned slots stand for them, in their order.
    pub(super) fn of(bodies: Vec<Observed<'a>>) -> (Self, Vec<Slot<'a>>) {
        let mut count = 0;
        let mut firsts: Vec<NodeId> = Vec::with_capacity(bodies.len());
        for body in &bodies {
            firsts.push(count);
            count += body.objects;
        }
        let parts: Vec<(Slot<'_>, Vec<Node<'_>>)> = bodies
            .into_par_iter()
            .zip(firsts)
            .map(|(Observed { shape, objects, origin }, first)| {
                let mut part = Part { first, nodes: Vec::with_capacity(objects), origin };
                (part.add(shape, None), part.nodes)
            })
            .collect();
        let (mut slots, mut nodes) = (Vec::with_capacity(parts.len()), Vec::with_capacity(count));
        for (slot, part) in parts {
            slots.push(slot);
            nodes.extend(part);
        }
        (Self { joined: (0..nodes.len()).collect(), nodes, ..Self::default() }, slots)
    }

    /// The node that stands for this one.
    pub(super) fn find(&self, mut id: NodeId) -> NodeId {
        while self.joined[id] != id {
            id = self.joined[id];
        }
        id
    }

    /// The node that stands for this one.
    pub(super) fn get(&self, id: NodeId) -> &Node<'a> {
        &self.nodes[self.find(id)]
    }

    /// The node that stands for this one.
    pub(super) fn get_mut(&mut self, id: NodeId) -> &mut Node<'a> {
        let id = self.find(id);
        &mut self.nodes[id]
    }

    /// Every node that stands for itself, in the order in which they were added.
    pub(super) fn roots(&self) -> Vec<NodeId> {
        (0..self.nodes.len()).filter(|&id| self.joined[id] == id).collect()
    }

    /// How many places there were before any of these nodes were joined.
    pub(super) fn places_of<T>(&self, nodes: &BTreeMap<NodeId, T>) -> usize {
        (0..self.nodes.len()).filter(|&id| nodes.contains_key(&self.find(id))).count()
    }

    /// Every node by the one that stands for it.
    pub(super) fn members(&self) -> BTreeMap<NodeId, Vec<NodeId>> {
        let mut members: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
        for id in 0..self.nodes.len() {
            members.entry(self.find(id)).or_default().push(id);
        }
        members
    }

    /// Keeps a node apart from those that are something else in the same list.
    pub(super) fn label(&mut self, id: NodeId, list: usize, position: usize) {
        self.labelled = true;
        self.get_mut(id).labels.insert(list, position);
    }

    /// Says which type a node was before, by its number.
    pub(super) fn remember(&mut self, id: NodeId, number: usize) {
        self.remembers = true;
        self.get_mut(id).known.insert(number);
    }

    /// Whether it is known of some nodes what they were before.
    pub(super) fn remembers(&self) -> bool {
        self.remembers
    }

    /// Whether joining two nodes makes nothing one that is to stay apart.
    pub(super) fn may_join(&self, a: NodeId, b: NodeId) -> bool {
        !self.labelled || apart::conflict(self, a, b).is_none()
    }

    /// Puts the fields of all nodes in the order in which the document shows them, whatever was joined with what.
    pub(super) fn sort_fields(&mut self) {
        for node in &mut self.nodes {
            node.fields.sort_by(|_, a, _, b| a.counts.first.cmp(&b.counts.first));
        }
    }

    /// Makes two nodes one, and what they hold under the same keys, unless some of that is to stay apart.
    pub(super) fn join(&mut self, a: NodeId, b: NodeId) {
        if !self.may_join(a, b) {
            return;
        }
        let mut open = vec![(a, b)];
        while let Some((a, b)) = open.pop() {
            let (a, b) = (self.find(a), self.find(b));
            if a == b {
                continue;
            }
            // The smaller moves, so that joining many stays cheap.
            let (to, from) = if self.nodes[a].fields.len() >= self.nodes[b].fields.len() { (a, b) } else { (b, a) };
            self.joined[from] = to;
            let moved = std::mem::take(&mut self.nodes[from]);
            let target = &mut self.nodes[to];
            target.seen += moved.seen;
            target.key_sets.extend(moved.key_sets);
            target.parents.extend(moved.parents);
            target.known.extend(moved.known);
            for (hint, operations) in moved.carried {
                target.carried.entry(hint).or_default().extend(operations);
            }
            target.root |= moved.root;
            target.sent |= moved.sent;
            target.operations.extend(moved.operations);
            target.statuses.extend(moved.statuses);
            target.used_by.extend(moved.used_by);
            target.map |= moved.map;
            target.labels.extend(moved.labels);
            for (hint, count) in moved.hints {
                *target.hints.entry(hint).or_default() += count;
            }
            for (key, slot) in moved.fields {
                match target.fields.get_mut(key) {
                    Some(existing) => merge(existing, slot, &mut open),
                    None => {
                        target.fields.insert(key, slot);
                    }
                }
            }
        }
    }
}

/// Adds one slot to another; objects that now share a place are to be joined.
pub(super) fn merge<'a>(into: &mut Slot<'a>, from: Slot<'a>, open: &mut Vec<(NodeId, NodeId)>) {
    into.counts.add(from.counts);
    match (&mut into.element, from.element) {
        (Some(a), Some(b)) => merge(a, *b, open),
        (element @ None, Some(b)) => *element = Some(b),
        (_, None) => {}
    }
    match (into.object, from.object) {
        (Some(a), Some(b)) => open.push((a, b)),
        (None, Some(b)) => into.object = Some(b),
        (_, None) => {}
    }
}
