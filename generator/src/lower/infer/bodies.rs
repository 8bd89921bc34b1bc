//! What whole bodies are called, and what they are about.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;

use super::arena::{Arena, Node, Slot};
use super::words::{self, Word, Words};
use super::{Role, Root, hints};

/// How the names of whole bodies end.
const ROLES: &[&str] = &["_request", "_response", "_error", "_variables"];

/// The name of a whole body without what it is for; `None` for what is called otherwise.
pub(super) fn without_role(name: &str) -> Option<&str> {
    ROLES.iter().find_map(|end| name.strip_suffix(end))
}

/// What a whole body is called. An answer is called after what it carries, so that every operation that answers with models
/// has the same type; a request after its operation. With it comes the member that is what the path is about, where it stands in an
/// envelope.
pub(super) fn hint(
    arena: &Arena<'_>,
    root: &Root<'_>,
    slot: &Slot<'_>,
    single: &BTreeSet<String>,
    words: &mut Words,
) -> (String, Option<Word>) {
    let members = slot.object.map(|id| members(arena.get(id), words)).unwrap_or_default();
    let resource = words.of(&root.resource).singular.clone();
    match root.role {
        Role::Request => {
            let mut said = members.iter().filter(|member| member.object || !goes_along(&member.word.name));
            let only = said.next().filter(|_| said.next().is_none() && !resource.is_empty());
            let within = only.filter(|member| member.object && is_enveloped(member));
            return (format!("{}_request", root.name), within.map(|member| member.word.clone()));
        }
        Role::Variables => return (format!("{}_variables", root.name), None),
        Role::Error(_) => return (if slot.object.is_some() { "error_response" } else { "error" }.to_owned(), None),
        // What happens to a thing is not the thing.
        Role::Event => return (root.whole(), None),
        Role::Success | Role::Line => {}
    }
    let Some(node) = slot.object.map(|id| arena.get(id)) else { return (resource, None) };
    if root.role == Role::Line {
        let name = if is_resource(root, node, &resource, words) { resource } else { root.whole() };
        return (name, None);
    }
    // What says more than how much there is, or how it went, is a thing by itself.
    let is_thing = members.iter().any(|member| !member.object && !goes_along(&member.word.name));
    let itself = is_resource(root, node, &resource, words);
    let name = match payload(&members, &resource) {
        Some(member) if itself && !member.is_about(&resource) => resource,
        Some(member) if is_enveloped(member) && !resource.is_empty() => {
            let about = if member.list { words::plural(&resource) } else { resource };
            return (format!("{about}_response"), Some(member.word.clone()));
        }
        Some(member) if is_thing && !member.is_about(&resource) => format!("{}_response", root.name),
        // A word that elsewhere is no list must tell the list from the thing in another way.
        Some(Member { word, list: true, .. }) if single.contains(&word.name) => {
            format!("{}_list_response", word.singular)
        }
        Some(Member { word, list: true, .. }) => format!("{}_response", words::plural(&word.name)),
        Some(Member { word, .. }) => format!("{}_response", word.name),
        None if itself => resource,
        None => format!("{}_response", root.name),
    };
    (name, None)
}

/// Whether a member is what its body is about, whatever that is.
fn is_enveloped(member: &Member) -> bool {
    hints::is_envelope_of_things(&member.word.singular, member.list)
}

/// The members of an object.
fn members(node: &Node<'_>, words: &mut Words) -> Vec<Member> {
    let member = |(key, field): (&&str, &Slot<'_>)| Member {
        word: words.of(key).clone(),
        object: field.object_deep().is_some(),
        list: field.object.is_none(),
    };
    node.fields.iter().map(member).collect()
}

/// Keys that say which one of a resource something is.
const IDS: &[&str] = &["id", "_id", "uuid", "guid"];

/// Whether an answer is the resource at the end of the path itself, without anything around it.
fn is_resource(root: &Root<'_>, node: &Node<'_>, resource: &str, words: &mut Words) -> bool {
    let is_plural = words.of(&root.resource).name != resource;
    let is_id = |key: &str| {
        let key = key.to_snake_case();
        IDS.contains(&key.as_str()) || key.strip_suffix("_id").is_some_and(|of| of == resource)
    };
    let wraps = |key: &str| is_envelope(key) && !OF_THINGS.contains(&key.to_snake_case().as_str());
    let is_wrapped = node.fields.iter().any(|(key, slot)| wraps(key) && slot.object_deep().is_some());
    is_plural && !is_wrapped && node.fields.keys().any(|key| is_id(key))
}

/// A member of an answer.
struct Member {
    word: Word,
    /// Whether it carries an object.
    object: bool,
    /// Whether it carries a list of them.
    list: bool,
}

impl Member {
    /// Whether it is called like the end of the path, or like a kind of that.
    fn is_about(&self, resource: &str) -> bool {
        let before = self.word.singular.strip_suffix(resource);
        before.is_some_and(|before| before.is_empty() || before.ends_with('_'))
    }
}

/// The member of an answer that it is about. An answer of nothing but an envelope is about the first that it has.
fn payload<'a>(members: &'a [Member], resource: &str) -> Option<&'a Member> {
    let carried = members.iter().filter(|member| member.object).map(|member| (member.word.name.as_str(), member));
    let carried: BTreeMap<&str, &Member> = carried.collect();
    let others: Vec<&Member> = carried.values().copied().filter(|member| !is_envelope(&member.word.name)).collect();
    let lists: Vec<&Member> = others.iter().copied().filter(|member| member.list).collect();
    match (others.iter().find(|member| member.is_about(resource)), &others[..], &lists[..]) {
        (Some(found), _, _) | (None, [found], _) | (None, _, [found]) => Some(found),
        (None, [], _) if members.iter().all(|member| is_envelope(&member.word.name)) => {
            carried.values().next().copied()
        }
        _ => None,
    }
}

/// Whether a key without objects says nothing but how much there is, where, or how it went.
fn goes_along(key: &str) -> bool {
    is_envelope(key) || key.to_snake_case().split('_').any(|word| GOES_ALONG.contains(&word))
}

/// Words of keys that go along with lists and answers.
const GOES_ALONG: &[&str] = &[
    "code", "count", "cursor", "first", "from", "has", "href", "kind", "last", "limit", "link", "message", "more",
    "msg", "next", "object", "offset", "ok", "page", "pages", "per", "prev", "previous", "self", "size", "start",
    "success", "took", "token", "total", "type", "uri", "url", "version",
];

/// Whether a key goes along with any answer and says nothing about what it carries.
pub(super) fn is_envelope(key: &str) -> bool {
    GO_ALONG.contains(&key.to_snake_case().as_str())
}

/// Those that things have as well.
const OF_THINGS: &[&str] = &["links", "metadata"];

/// Members that go along with any answer and say nothing about what it carries.
const GO_ALONG: &[&str] = &["status", "meta", "metadata", "pagination", "paging", "links", "error", "errors"];
