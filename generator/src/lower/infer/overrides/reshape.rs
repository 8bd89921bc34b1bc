//! What is decided before objects are shared: what is one thing, what is not, and whose keys are data.

use super::super::arena::{Arena, NodeId};

/// Decisions by objects, as they are before any of them are one.
#[derive(Debug, Default)]
pub(in super::super) struct Reshaping {
    /// Objects whose keys are data.
    pub(super) maps: Vec<NodeId>,
    /// Lists of what is one thing.
    pub(super) same: Vec<Vec<NodeId>>,
    /// Lists of what is pairwise apart: the objects of each, in the order of their addresses.
    pub(super) apart: Vec<Vec<Vec<NodeId>>>,
}

impl Reshaping {
    /// Whether objects are as they would be anyway.
    pub(super) fn is_empty(&self) -> bool {
        let same = self.same.iter().any(|ids| ids.len() > 1);
        let apart = self.apart.iter().any(|things| things.iter().filter(|ids| !ids.is_empty()).count() > 1);
        self.maps.is_empty() && !same && !apart
    }

    /// Marks what sharing must respect.
    pub(in super::super) fn mark(&self, arena: &mut Arena<'_>) {
        for &id in &self.maps {
            arena.get_mut(id).map = true;
        }
        for (list, things) in self.apart.iter().enumerate() {
            for (position, ids) in things.iter().enumerate() {
                ids.iter().for_each(|&id| arena.label(id, list, position));
            }
        }
    }

    /// Makes one what is one thing. Whether there was such.
    pub(in super::super) fn join(&self, arena: &mut Arena<'_>) -> bool {
        for ids in &self.same {
            ids.windows(2).for_each(|pair| arena.join(pair[0], pair[1]));
        }
        !self.same.is_empty()
    }
}
