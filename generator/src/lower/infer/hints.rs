//! Names that objects might have: what the keys on the way to them suggest.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::arena::{Arena, NodeId, Slot};
use super::words::{self, Words};
use super::{Role, Root, bodies, maps};

/// Keys, in singular, of what a body is about, whatever that is.
const ENVELOPES: &[&str] = &["content", "data", "payload", "result"];
/// Keys of one of many things.
const ELEMENTS: &[&str] = &["element", "entry", "item", "record", "row"];
/// The same, where the key says as little as a holder could add to it.
const OBJECTS: &[&str] = &["object", "value"];
/// Keys of what a thing has, in an object of its own.
const ATTRIBUTES: &[&str] = &["attributes", "properties", "relationships"];
/// Keys that say what something is, but not of what.
const ASPECTS: &[&str] = &["filter", "version"];
/// What is called so lends its name to nothing.
const LEND_NO_NAME: &[&str] = &["data", "item", "object", "result", "value"];

/// Whether anything may stand under a key, in singular, so that things under it need not be one.
pub(super) fn holds_any(key: &str) -> bool {
    [ENVELOPES, ELEMENTS, OBJECTS, ATTRIBUTES].iter().any(|keys| keys.contains(&key))
}

/// Whether a body is about what stands under a key, in singular, be it in a list.
pub(super) fn is_envelope_of_things(key: &str, in_list: bool) -> bool {
    ENVELOPES.contains(&key) || in_list && [ELEMENTS, OBJECTS].iter().any(|keys| keys.contains(&key))
}

/// Whether a key says too little without what holds it, whatever else stands under it.
fn needs_holder(key: &str) -> bool {
    [ELEMENTS, ATTRIBUTES, ASPECTS].iter().any(|keys| keys.contains(&key))
}

/// What nodes might be called.
pub(super) struct Hints<'a> {
    /// The names that the keys on the way to each suggest.
    names: BTreeSet<(NodeId, String)>,
    /// What each whole answer carries, with the names under which it does.
    carried: Vec<(NodeId, Vec<(NodeId, String)>)>,
    /// The whole answers.
    answers: Vec<(NodeId, &'a Root<'a>)>,
}

impl Hints<'_> {
    /// Gives every node its names.
    pub(super) fn give(self, arena: &mut Arena<'_>) {
        for (id, name) in self.names {
            let node = arena.get_mut(id);
            *node.hints.entry(name).or_default() += node.seen;
        }
        for (answer, carried) in self.carried {
            let operations = arena.get(answer).used_by.clone();
            for (id, name) in carried {
                arena.get_mut(id).carried.entry(name).or_default().extend(&operations);
            }
        }
        for (id, root) in self.answers {
            let node = arena.get_mut(id);
            node.operations.insert(root.whole());
            if let Role::Error(status) = root.role {
                node.statuses.insert(status);
            }
        }
    }
}

/// Finds what the keys on the way to each node suggest that it is called.
pub(super) fn find<'a>(arena: &Arena<'_>, roots: &'a [Root<'a>], slots: &[Slot<'_>]) -> Hints<'a> {
    let mut found = Hints { names: BTreeSet::new(), carried: Vec::new(), answers: Vec::new() };
    let mut keys = Keys::of(arena);
    let mut open: Vec<(NodeId, String)> = Vec::new();
    for (root, slot) in roots.iter().zip(slots) {
        let (name, within) = bodies::hint(arena, root, slot, &keys.single, &mut keys.words);
        if let (Some(id), Some(within)) = (slot.object, within) {
            let resource = keys.words.of(&root.resource).singular.clone();
            keys.enveloped.insert(arena.find(id), (within.name, resource));
        }
        open.extend(slot.objects().into_iter().map(|id| (id, name.clone())));
        if let (Some(id), true) = (slot.object, !root.role.is_sent()) {
            found.answers.push((id, root));
        }
    }
    while let Some((id, name)) = open.pop() {
        let id = arena.find(id);
        // Many ways may lead to the values of maps, which are one.
        if !found.names.insert((id, name.clone())) {
            continue;
        }
        let node = arena.get(id);
        let data_keys = maps::has_data_keys(node);
        let mut children: Vec<(NodeId, String)> = Vec::new();
        for (key, slot) in &node.fields {
            for child in slot.objects() {
                let hint = if data_keys { keys.in_map(&name) } else { keys.in_object(id, &name, key, slot) };
                children.push((child, hint));
            }
        }
        if node.root && !node.sent {
            found.carried.push((id, children.clone()));
        }
        open.extend(children);
    }
    found
}

/// What keys say, in all objects together.
#[derive(Default)]
struct Keys<'a> {
    words: Words,
    /// The names of those under which an object stands by itself.
    single: BTreeSet<String>,
    /// Those under which objects stand, be it in lists, in singular.
    every: BTreeSet<String>,
    /// Those of them that whole bodies have.
    carried: BTreeSet<String>,
    /// What stands in the envelopes that whole bodies are: the key's name, and what the path says that it is.
    enveloped: BTreeMap<NodeId, (String, String)>,
    /// What stands under a key of something of a name, by itself or in a list: examples show the same thing again and again.
    inside: HashMap<String, HashMap<(&'a str, bool), String>>,
}

impl<'a> Keys<'a> {
    fn of(arena: &Arena<'a>) -> Self {
        let mut keys = Self::default();
        for id in arena.roots() {
            let node = arena.get(id);
            for (key, slot) in node.fields.iter().filter(|(_, slot)| slot.object_deep().is_some()) {
                let word = keys.words.of(key);
                if slot.object.is_some() {
                    keys.single.insert(word.name.clone());
                }
                if node.root {
                    keys.carried.insert(word.singular.clone());
                }
                keys.every.insert(word.singular.clone());
            }
        }
        keys
    }

    /// What stands in a map is called after the map, which does not hold itself.
    fn in_map(&mut self, name: &str) -> String {
        let one = self.words.of(name).singular.clone();
        if one == name { format!("{one}_value") } else { one }
    }

    /// What stands under a key of a node of this name.
    fn in_object(&mut self, id: NodeId, name: &str, key: &'a str, slot: &Slot<'_>) -> String {
        // Links are named after where they lead.
        if name == "links" || name.ends_with("_links") {
            return "link".to_owned();
        }
        if let Some((within, resource)) = self.enveloped.get(&id)
            && self.words.of(key).name == *within
        {
            return resource.clone();
        }
        let in_list = slot.object.is_none();
        if let Some(known) = self.inside.get(name).and_then(|inside| inside.get(&(key, in_list))) {
            return known.clone();
        }
        let found = self.of_own(name, key, in_list);
        self.inside.entry(name.to_owned()).or_default().insert((key, in_list), found.clone());
        found
    }

    fn of_own(&mut self, name: &str, key: &str, in_list: bool) -> String {
        let own = words::hint(self.words.of(key), in_list, &self.single);
        let holder = bodies::without_role(name).unwrap_or(name);
        if needs_holder(&own) && !holder.ends_with(&own) && !LEND_NO_NAME.contains(&holder) {
            return format!("{holder}_{own}");
        }
        // `version` in a dataset is what other places call `dataset_version`; but what whole answers carry, such as `nodepools`, has
        // a name of its own.
        let mut longer = std::iter::once(name).chain(words::suffixes(name)).map(|holder| format!("{holder}_{own}"));
        let known = longer.find(|name| self.every.contains(name) && !self.carried.contains(&own));
        known.unwrap_or(own)
    }
}
