//! Objects whose keys are data: IDs, numbers, dates, currencies, or what a caller chooses.

use std::collections::{BTreeMap, BTreeSet};

use super::arena::{self, Arena, Node, NodeId, Slot};
use super::share;
use crate::postman::text;

/// From how many keys on those that are abbreviations of three letters, such as currencies, are data.
const MIN_CODES: usize = 2;
/// How long such a key is.
const CODE_LENGTH: usize = 3;
/// How long a key of nothing but hexadecimal digits is at least, to be an ID whatever part of it are digits.
const ID_LENGTH: usize = 16;

/// Makes the objects one that stand in a map whose keys are data: they are values of one type.
pub(super) fn collapse(arena: &mut Arena<'_>) {
    // Values that become one may be maps themselves.
    while arena.roots().into_iter().fold(false, |changed, id| collapse_one(arena, id) | changed) {}
}

/// Whether there was anything to do.
fn collapse_one(arena: &mut Arena<'_>, id: NodeId) -> bool {
    if arena.find(id) != id || !has_data_keys(arena.get(id)) {
        return false;
    }
    let values: Vec<NodeId> = arena.get(id).fields.values().flat_map(Slot::objects).collect();
    let mut changed = false;
    for pair in values.windows(2) {
        let before = arena.find(pair[0]) != arena.find(pair[1]);
        arena.join(pair[0], pair[1]);
        changed |= before && arena.find(pair[0]) == arena.find(pair[1]);
    }
    changed
}

/// Objects of one map that are not one, since something in them is to stay apart.
pub(super) fn torn(arena: &Arena<'_>) -> Vec<(NodeId, NodeId)> {
    let maps = arena.roots().into_iter().filter(|&id| has_data_keys(arena.get(id)));
    let values = maps.map(|id| arena.get(id).fields.values().flat_map(Slot::objects).collect::<Vec<_>>());
    let pairs = values.flat_map(|ids| ids.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>());
    pairs.filter(|(a, b)| arena.find(*a) != arena.find(*b)).collect()
}

/// The nodes that are maps.
pub(super) struct Maps<'a> {
    /// The key sets that objects with free keys were seen with: who has one of them by chance has free keys as well.
    free: BTreeSet<Vec<&'a str>>,
}

impl<'a> Maps<'a> {
    /// Looks at all nodes.
    pub(super) fn of(arena: &Arena<'a>) -> Self {
        let free = arena.roots().into_iter().filter(|&id| share::free_form(arena.get(id)));
        let free = free.flat_map(|id| arena.get(id).key_sets.iter().filter(|keys| keys.len() > 1).cloned());
        Self { free: free.collect() }
    }

    /// Whether the keys of a node are data rather than names.
    pub(super) fn contains(&self, node: &Node<'_>) -> bool {
        node.fields.is_empty()
            || share::free_form(node)
            || has_data_keys(node)
            // No field can be called what is not known before a call.
            || node.fields.keys().any(|key| text::has_variable(key))
            || (!node.root && self.is_as_free(node))
    }

    /// Whether an object was seen with the keys of one with free keys, and otherwise only with keys that have nothing to do
    /// with those.
    fn is_as_free(&self, node: &Node<'_>) -> bool {
        let (same, other): (Vec<_>, Vec<_>) = node.key_sets.iter().partition(|keys| self.free.contains(*keys));
        let apart = |keys: &&Vec<&str>| same.iter().all(|set| keys.iter().all(|key| !set.contains(key)));
        !same.is_empty() && other.iter().all(apart)
    }
}

/// Whether all keys of an object are data, and there are some.
pub(super) fn has_data_keys(node: &Node<'_>) -> bool {
    !node.fields.is_empty() && (node.map || node.fields.keys().all(|key| is_data(key)) || has_codes(node))
}

/// Whether a key is an ID, a number, a date, an address or a variable rather than a name.
fn is_data(key: &str) -> bool {
    if text::has_variable(key) || key.contains('@') || key.contains("://") {
        return true;
    }
    let digits = key.chars().filter(char::is_ascii_digit).count();
    digits > 0
        && !key.chars().any(|c| c.is_ascii_alphabetic() && !c.is_ascii_hexdigit())
        && (digits * 2 >= key.len() || key.len() >= ID_LENGTH)
}

/// Whether all keys are abbreviations of one length with values of one kind: `{"EUR": 1.0, "USD": 1.1}`.
fn has_codes(node: &Node<'_>) -> bool {
    let is_code = |key: &&str| key.len() == CODE_LENGTH && key.bytes().all(|byte| byte.is_ascii_uppercase());
    let kinds = || node.fields.values().map(|slot| slot.counts.kinds());
    node.fields.len() >= MIN_CODES
        && node.fields.keys().all(is_code)
        && kinds().all(|other| kinds().next() == Some(other))
}

/// The maps among these nodes that lead to themselves, or to such, through nothing but maps and lists. `is_struct` says which nodes
/// are none.
pub(super) fn endless(arena: &Arena<'_>, is_struct: impl Fn(NodeId) -> bool) -> BTreeSet<NodeId> {
    let maps = arena.roots().into_iter().filter(|&id| !is_struct(id) && has_data_keys(arena.get(id)));
    let mut left: BTreeSet<NodeId> = maps.collect();
    let mut held: BTreeMap<NodeId, BTreeSet<NodeId>> = BTreeMap::new();
    let mut holders: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
    for &id in &left {
        let values = arena.get(id).fields.values().flat_map(Slot::objects).map(|value| arena.find(value));
        let values: BTreeSet<NodeId> = values.filter(|value| left.contains(value)).collect();
        values.iter().for_each(|&value| holders.entry(value).or_default().push(id));
        held.insert(id, values);
    }
    // Those that hold no map are none, then those that hold only such, and so on.
    let mut open: Vec<NodeId> = held.iter().filter(|(_, values)| values.is_empty()).map(|(&id, _)| id).collect();
    while let Some(id) = open.pop() {
        left.remove(&id);
        for &holder in holders.get(&id).into_iter().flatten() {
            if let Some(values) = held.get_mut(&holder)
                && values.remove(&id)
                && values.is_empty()
            {
                open.push(holder);
            }
        }
    }
    left
}

/// What all values of a map show together.
pub(super) fn values<'a>(node: &Node<'a>) -> Slot<'a> {
    let mut all = Slot::default();
    // Objects under keys that are data are one by now; others are never named.
    let mut left = Vec::new();
    for slot in node.fields.values() {
        arena::merge(&mut all, slot.clone(), &mut left);
    }
    all
}
