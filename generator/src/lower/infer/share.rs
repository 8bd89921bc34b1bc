//! One type per thing: decides which objects are the same.
//!
//! The rules, from the surest to the least sure; ARCHITECTURE.md explains them:
//! 1. the same name, and fields that agree;
//! 2. a name that ends in the other's name, and fields that all but contain each other;
//! 3. the same many fields, whatever the name, or nearly the same with rare ones among them;
//! 4. the same fields in one holder, under several keys.
//!
//! Whole answers are held to more: beside what goes along with any answer, half of all that both carry must be the same.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;

use super::arena::{Arena, Node, NodeId, Slot};
use super::bodies::is_envelope;
use super::hints::holds_any;
use super::words::{self, Words};
use super::{apart, singular};

/// Of the fields of the smaller of two objects with one name, the part that the other must have, in percent.
const SAME_NAME_OVERLAP: usize = 50;
/// The same for objects of which one's name ends in the other's (`subject_concept`, `concept`).
const SUFFIX_OVERLAP: usize = 80;
/// How many fields such objects must share, so that a mere `{id}` says nothing.
const SUFFIX_FIELDS: usize = 3;
/// How many fields objects of unlike names must have to be the same.
const LOOKALIKE_FIELDS: usize = 8;
/// Of the fields of the larger of two such objects, the part that the smaller must have, in percent, if they are not the same.
const LOOKALIKE_OVERLAP: usize = 70;
/// A field that so many things have at most is a rare one.
const RARE: usize = 6;
/// How many rare fields such objects must then have in common.
const RARE_FIELDS: usize = 3;
/// From how many places on a thing is one that others refer to by its ID.
const REFERRED: usize = 2;
/// Of all that two answers carry, the part that they must have in common, in percent.
const ANSWER_OVERLAP: usize = 50;
/// How many members of one thing with the same plain fields and the same last word are one type.
const SIBLINGS: usize = 3;
/// How many fields two members must have, if they share the end of their names.
const PAIR_FIELDS: usize = 4;
/// How many of the fields must tell something, where names do not.
const TELLING_FIELDS: usize = 2;
/// Words at the end of a name that say what becomes of a thing.
const MODIFIERS: &[&str] = &["copy", "draft", "override", "preview", "snapshot", "template"];
/// Keys that stand on so many things that they tell none from another.
const ORDINARY: &[&str] = &[
    "code",
    "count",
    "created_at",
    "description",
    "display_name",
    "full_name",
    "href",
    "id",
    "key",
    "label",
    "link",
    "message",
    "name",
    "self",
    "slug",
    "status",
    "text",
    "title",
    "type",
    "updated_at",
    "uri",
    "url",
    "uuid",
    "value",
];
/// How deep fields are compared.
const DEPTH: usize = 2;
/// How many different things of one name an object is compared with; keeps odd input linear.
const MAX_CLUSTERS: usize = 32;

/// Joins the nodes that are the same thing.
pub(super) fn share(arena: &mut Arena<'_>) {
    same_name(arena);
    same_suffix(arena);
    lookalikes(arena);
    siblings(arena);
}

fn same_name(arena: &mut Arena<'_>) {
    for (hint, mut members) in by_hint(arena) {
        // Anything may be called so.
        let any = holds_any(&singular(hint.rsplit('_').next().unwrap_or_default()));
        // Joining others of them may have made several of these one.
        let mut known = BTreeSet::new();
        members.retain(|&id| known.insert(arena.find(id)));
        // The richest first: what little the small ones show is then held against most of what is known.
        members.sort_by_cached_key(|&id| {
            let node = arena.get(id);
            (std::cmp::Reverse(node.fields.len()), signature(node))
        });
        let mut clusters: Vec<NodeId> = Vec::new();
        for id in members {
            let same = |&other: &NodeId| {
                let overlap = if any { SUFFIX_OVERLAP } else { SAME_NAME_OVERLAP };
                let alike = !any || tells_alike(arena.get(other), arena.get(id));
                alike && agree(arena, other, id, overlap) && answers_agree(arena.get(other), arena.get(id))
            };
            let found = clusters.iter().take(MAX_CLUSTERS).copied().find(same);
            match found {
                Some(other) => arena.join(other, id),
                None => clusters.push(id),
            }
        }
    }
}

fn same_suffix(arena: &mut Arena<'_>) {
    let hints = by_hint(arena);
    let carried = carried(arena);
    for (hint, members) in &hints {
        let base = words::suffixes(hint).chain(unmodified(hint)).find_map(|base| hints.get_key_value(base));
        let Some((base, others)) = base else { continue };
        // What whole answers carry is a thing of its own, of which a mere `{id}` may be all that is shown.
        let may_refer = carried.contains(base) && !carried.contains(hint);
        for &id in members {
            let found =
                others.iter().take(MAX_CLUSTERS).copied().find(|&other| is_kind_of(arena, id, other, may_refer));
            if let Some(other) = found {
                arena.join(other, id);
            }
        }
    }
}

/// Whether two objects share something that is not on everything.
fn tells_alike(a: &Node<'_>, b: &Node<'_>) -> bool {
    let is_telling = |key: &str, slot: &Slot<'_>| slot.object_deep().is_some() || !is_ordinary(key);
    let empty = a.fields.is_empty() || b.fields.is_empty();
    empty || a.fields.iter().any(|(key, slot)| b.fields.contains_key(key) && is_telling(key, slot))
}

/// A name without the word that says what becomes of the thing: `input` of `input_template`.
fn unmodified(hint: &str) -> Option<&str> {
    hint.rsplit_once('_').filter(|(_, last)| MODIFIERS.contains(last)).map(|(base, _)| base)
}

/// Whether an object that is called like a kind of another thing is that thing: both show enough in common, or all that the one
/// shows is in the other.
fn is_kind_of(arena: &Arena<'_>, id: NodeId, other: NodeId, may_refer: bool) -> bool {
    let (small, large) = (arena.get(id), arena.get(other));
    let common = shared(small, large);
    if common >= SUFFIX_FIELDS && agree(arena, other, id, SUFFIX_OVERLAP) {
        return true;
    }
    let telling = small.fields.keys().any(|key| !is_ordinary(key));
    let referring = may_refer && large.parents.len() >= REFERRED && small.fields.keys().eq(["id"].iter());
    common == small.fields.len() && common > 0 && (telling || referring) && agree(arena, other, id, 100)
}

/// The keys, in singular, under which whole answers carry objects.
fn carried(arena: &Arena<'_>) -> BTreeSet<String> {
    let mut words = Words::default();
    let answers = arena.roots().into_iter().filter(|&id| arena.get(id).root);
    let keys: BTreeSet<&str> = answers
        .flat_map(|id| {
            arena.get(id).fields.iter().filter(|(_, slot)| slot.object_deep().is_some()).map(|(key, _)| *key)
        })
        .collect();
    keys.into_iter().map(|key| words.of(key).singular.clone()).collect()
}

fn lookalikes(arena: &mut Arena<'_>) {
    let mut owners: BTreeMap<&str, Vec<NodeId>> = BTreeMap::new();
    let rich = |node: &Node<'_>| node.fields.len() >= LOOKALIKE_FIELDS && !node.root;
    for id in arena.roots() {
        for key in arena.get(id).fields.keys() {
            owners.entry(key).or_default().push(id);
        }
    }
    // Only who shares a rare field with another can be like it.
    let rare: BTreeSet<&str> = owners.iter().filter(|(_, ids)| ids.len() <= RARE).map(|(key, _)| *key).collect();
    let pairs: BTreeSet<(NodeId, NodeId)> = rare
        .iter()
        .flat_map(|key| {
            let ids: Vec<NodeId> = owners[key].iter().copied().filter(|&id| rich(arena.get(id))).collect();
            ids.iter().enumerate().flat_map(|(at, &a)| ids[at + 1..].iter().map(move |&b| (a, b))).collect::<Vec<_>>()
        })
        .collect();
    for (a, b) in pairs {
        if arena.find(a) != arena.find(b) && looks_alike(arena, a, b, &rare) {
            arena.join(a, b);
        }
    }
    let mut groups: BTreeMap<Vec<&str>, Vec<NodeId>> = BTreeMap::new();
    for id in arena.roots().into_iter().filter(|&id| rich(arena.get(id))) {
        groups.entry(signature(arena.get(id))).or_default().push(id);
    }
    for members in groups.into_values() {
        for pair in members.windows(2) {
            if agree(arena, pair[0], pair[1], 100) {
                arena.join(pair[0], pair[1]);
            }
        }
    }
}

/// Whether all of a rich object is in another, most of the other in it, and rare fields are among them.
fn looks_alike(arena: &Arena<'_>, a: NodeId, b: NodeId, rare: &BTreeSet<&str>) -> bool {
    let (a_node, b_node) = (arena.get(a), arena.get(b));
    let (small, large) = if a_node.fields.len() <= b_node.fields.len() { (a_node, b_node) } else { (b_node, a_node) };
    let rare = small.fields.keys().filter(|key| large.fields.contains_key(*key) && rare.contains(*key)).count();
    rare >= RARE_FIELDS
        && shared(small, large) * 100 >= LOOKALIKE_OVERLAP * large.fields.len()
        && agree(arena, a, b, 100)
}

/// Joins what one thing holds several times with the same fields: `regions_count` and `frames_count` are each a `count`.
fn siblings(arena: &mut Arena<'_>) {
    let mut words = Words::default();
    let relatives = Relatives::of(arena);
    for holder in arena.roots() {
        let held = arena.get(holder).fields.iter();
        let held =
            held.filter_map(|(key, slot)| Some((arena.find(slot.object_deep()?), words.of(key).singular.clone())));
        // A map may hold one thing many times.
        let held: BTreeMap<NodeId, String> = held.collect();
        let mut groups: BTreeMap<Vec<&str>, BTreeMap<NodeId, String>> = BTreeMap::new();
        for (id, word) in held {
            if !arena.get(id).fields.is_empty() {
                groups.entry(signature(arena.get(id))).or_default().insert(id, word);
            }
        }
        for (fields, members) in groups {
            join_siblings(arena, holder, &fields, &members, &relatives);
        }
    }
}

/// `members` have the same fields; with the key of each.
fn join_siblings(
    arena: &mut Arena<'_>,
    holder: NodeId,
    fields: &[&str],
    members: &BTreeMap<NodeId, String>,
    relatives: &Relatives<'_>,
) {
    let ids: Vec<NodeId> = members.keys().copied().collect();
    let [first, rest @ ..] = &ids[..] else { return };
    if rest.is_empty() || !ids.windows(2).all(|pair| agree(arena, pair[0], pair[1], 100)) {
        return;
    }
    let plain = arena.get(*first).fields.values().all(|field| field.object_deep().is_none());
    let telling = fields.iter().filter(|key| !is_ordinary(key)).count();
    let word = common_words(members.values());
    let joined = match ids.len() {
        SIBLINGS.. => plain && (word.is_some() || telling >= TELLING_FIELDS),
        _ => word.is_some() && fields.len() >= PAIR_FIELDS && telling >= TELLING_FIELDS,
    };
    if !joined {
        return;
    }
    let thing = relatives.find(arena, holder, &ids, fields);
    rest.iter().for_each(|&other| arena.join(*first, other));
    match (thing, word) {
        (Some(other), _) => {
            let hints = arena.get(other).hints.clone();
            arena.join(*first, other);
            arena.get_mut(*first).hints = hints;
        }
        (None, Some(word)) => arena.get_mut(*first).hints = BTreeMap::from([(word, ids.len())]),
        (None, None) => {
            let name = arena.get(holder).hints.keys().min_by_key(|hint| (hint.len(), (*hint).clone())).cloned();
            if let Some(name) = name {
                arena.get_mut(*first).hints = BTreeMap::from([(format!("{name}_entry"), ids.len())]);
            }
        }
    }
}

/// The words that the ends of all names have in common; without those, the words that all begin and end with.
fn common_words<'a>(names: impl Iterator<Item = &'a String>) -> Option<String> {
    let names: Vec<Vec<&str>> = names.map(|name| name.split('_').collect()).collect();
    let (first, rest) = names.split_first()?;
    let ends = |count: usize| {
        rest.iter().all(|name| name.len() >= count && first[first.len() - count..] == name[name.len() - count..])
    };
    let count = (1..=first.len()).take_while(|&count| ends(count)).last()?;
    Some(first[first.len() - count..].join("_"))
}

/// Where things are found that several members of a holder may be.
struct Relatives<'a> {
    by_fields: BTreeMap<Vec<&'a str>, Vec<NodeId>>,
    by_hint: BTreeMap<String, Vec<NodeId>>,
}

impl<'a> Relatives<'a> {
    fn of(arena: &Arena<'a>) -> Self {
        let mut by_fields: BTreeMap<Vec<&str>, Vec<NodeId>> = BTreeMap::new();
        for id in arena.roots().into_iter().filter(|&id| !arena.get(id).root) {
            by_fields.entry(signature(arena.get(id))).or_default().push(id);
        }
        Self { by_fields, by_hint: by_hint(arena) }
    }

    /// Another thing with just these fields, the only one; or the thing that the holder is named after, which has nearly no
    /// others.
    fn find(&self, arena: &Arena<'_>, holder: NodeId, members: &[NodeId], fields: &[&str]) -> Option<NodeId> {
        let first = *members.first()?;
        let others = |ids: &[NodeId]| -> BTreeSet<NodeId> {
            let ids = ids.iter().take(MAX_CLUSTERS).map(|&id| arena.find(id));
            ids.filter(|id| !members.contains(id) && *id != holder && !arena.get(*id).root).collect()
        };
        let fits = |id: &NodeId| agree(arena, first, *id, 100);
        let same = others(self.by_fields.get(fields).map_or(&[], Vec::as_slice));
        if let Some(only) = same.first().filter(|_| same.len() == 1) {
            return Some(*only).filter(fits);
        }
        let name = arena.get(holder).hints.keys().next()?.split('_').next()?.to_owned();
        let contains = |id: &NodeId| {
            let node = arena.get(*id);
            fields.iter().all(|key| node.fields.contains_key(*key)) && node.fields.len() <= fields.len() + 1
        };
        let named = others(self.by_hint.get(&name).map_or(&[], Vec::as_slice));
        named.into_iter().find(|id| contains(id) && fits(id))
    }
}

/// Whether a key stands on so many things that it tells none from another.
fn is_ordinary(key: &str) -> bool {
    ORDINARY.contains(&key.to_snake_case().as_str())
}

/// Whether nothing that two objects show keeps them from being one.
pub(super) fn may_be_one(arena: &Arena<'_>, a: NodeId, b: NodeId) -> bool {
    agree(arena, a, b, 0)
}

/// Nodes by their hints; a node with several stands under each.
fn by_hint(arena: &Arena<'_>) -> BTreeMap<String, Vec<NodeId>> {
    let mut groups: BTreeMap<String, Vec<NodeId>> = BTreeMap::new();
    for id in arena.roots() {
        for hint in arena.get(id).hints.keys() {
            groups.entry(hint.clone()).or_default().push(id);
        }
    }
    groups
}

/// The keys, sorted.
pub(super) fn signature<'a>(node: &Node<'a>) -> Vec<&'a str> {
    let mut keys: Vec<&str> = node.fields.keys().copied().collect();
    keys.sort_unstable();
    keys
}

/// Whether two whole answers carry the same, beside what goes along with any answer; true for what is no answer.
fn answers_agree(a: &Node<'_>, b: &Node<'_>) -> bool {
    if !(a.root && b.root) {
        return true;
    }
    let carried = |node: &Node<'_>| -> BTreeSet<String> {
        node.fields.keys().filter(|key| !is_envelope(key)).map(|key| (*key).to_owned()).collect()
    };
    let (a, b) = (carried(a), carried(b));
    a.intersection(&b).count() * 100 >= ANSWER_OVERLAP * a.union(&b).count()
}

fn shared(a: &Node<'_>, b: &Node<'_>) -> usize {
    let (small, large) = if a.fields.len() <= b.fields.len() { (a, b) } else { (b, a) };
    small.fields.keys().filter(|key| large.fields.contains_key(*key)).count()
}

/// Whether two objects can be one: no field has different kinds, enough of the smaller is in the larger, and nothing that they hold
/// was two types before.
fn agree(arena: &Arena<'_>, a: NodeId, b: NodeId, overlap: usize) -> bool {
    shows_agree(arena, a, b, overlap, DEPTH) && !apart::were_apart(arena, a, b)
}

fn shows_agree(arena: &Arena<'_>, a: NodeId, b: NodeId, overlap: usize, depth: usize) -> bool {
    if arena.find(a) == arena.find(b) {
        return true;
    }
    if !arena.may_join(a, b) {
        return false;
    }
    let (a, b) = (arena.get(a), arena.get(b));
    let (small, large) = if a.fields.len() <= b.fields.len() { (a, b) } else { (b, a) };
    if small.fields.is_empty() {
        return true;
    }
    if shared(a, b) * 100 < overlap * small.fields.len() {
        return false;
    }
    small
        .fields
        .iter()
        .all(|(key, slot)| large.fields.get(key).is_none_or(|other| slots_agree(arena, slot, other, depth)))
}

fn slots_agree(arena: &Arena<'_>, a: &Slot<'_>, b: &Slot<'_>, depth: usize) -> bool {
    if a.counts.shows_any() && b.counts.shows_any() && !a.counts.shows_kind_of(&b.counts) {
        return false;
    }
    if let (Some(a), Some(b)) = (&a.element, &b.element)
        && !slots_agree(arena, a, b, depth)
    {
        return false;
    }
    match (a.object, b.object) {
        // Under one key of one thing they may well show different sides of it, so only a conflict counts.
        (Some(a), Some(b)) if depth > 0 => shows_agree(arena, a, b, 0, depth - 1) || free_form(arena.get(a)),
        _ => true,
    }
}

/// Names of objects whose keys are the caller's own.
const FREE_FORM: &[&str] = &["custom_fields", "metadata", "substitution_data"];

/// Whether an object's keys are data by its name.
pub(super) fn free_form(node: &Node<'_>) -> bool {
    !node.map
        && node
            .hints
            .keys()
            .any(|hint| FREE_FORM.iter().any(|name| hint == name || hint.ends_with(&format!("_{name}"))))
}
