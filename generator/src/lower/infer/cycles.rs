//! Types that hold themselves: those fields must be boxed.
//!
//! The objects of a cycle are a strongly connected component of the graph of what holds what. Two walks find all components
//! (Kosaraju), so that a large graph takes no longer than its fields.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::arena::{Arena, NodeId, Slot};

/// Fields that hold their own type without a list or a map between: node and key. The nodes are all structs, in their order.
pub(super) fn cycles<'a>(arena: &Arena<'a>, nodes: &[NodeId]) -> BTreeSet<(NodeId, &'a str)> {
    let component = components(arena, nodes);
    let mut boxed = BTreeSet::new();
    for &id in nodes {
        for (key, slot) in &arena.get(id).fields {
            let target = held(arena, nodes, slot);
            if target.is_some_and(|target| component.get(&target) == component.get(&arena.find(id))) {
                boxed.insert((id, *key));
            }
        }
    }
    boxed
}

/// The struct that stands in a field itself, be it as a case of a union, and neither in a list nor in a map.
fn held(arena: &Arena<'_>, nodes: &[NodeId], slot: &Slot<'_>) -> Option<NodeId> {
    slot.object.map(|id| arena.find(id)).filter(|id| nodes.binary_search(id).is_ok())
}

fn held_by(arena: &Arena<'_>, nodes: &[NodeId], id: NodeId) -> Vec<NodeId> {
    arena.get(id).fields.values().filter_map(|slot| held(arena, nodes, slot)).collect()
}

/// The component of each node that the given ones reach: nodes that reach each other have the same.
fn components(arena: &Arena<'_>, nodes: &[NodeId]) -> BTreeMap<NodeId, NodeId> {
    let finished = finished(arena, nodes);
    let mut holders: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
    for &id in &finished {
        for target in held_by(arena, nodes, id) {
            holders.entry(target).or_default().push(id);
        }
    }
    let mut component = BTreeMap::new();
    for &root in finished.iter().rev() {
        let mut open = vec![root];
        while let Some(id) = open.pop() {
            if let Entry::Vacant(entry) = component.entry(id) {
                entry.insert(root);
                open.extend(holders.get(&id).into_iter().flatten());
            }
        }
    }
    component
}

/// All nodes that the given ones reach, each after what it holds, as far as that does not hold it.
fn finished(arena: &Arena<'_>, nodes: &[NodeId]) -> Vec<NodeId> {
    let (mut seen, mut finished) = (BTreeSet::new(), Vec::new());
    for &start in nodes {
        let mut open = vec![(arena.find(start), false)];
        while let Some((id, is_left)) = open.pop() {
            if is_left {
                finished.push(id);
            } else if seen.insert(id) {
                open.push((id, true));
                open.extend(held_by(arena, nodes, id).into_iter().map(|target| (target, false)));
            }
        }
    }
    finished
}
