//! From the names that people use to what examples show there.

use std::collections::BTreeMap;

use super::super::arena::{Arena, NodeId, Slot};
use super::super::kinds::Place;
use super::super::{Decided, Types};
use super::{Findings, UNKNOWN, error};
use crate::config::Address;
use crate::diagnostic::Diagnostic;
use crate::model::{Field, Ident, TypeDef, TypeKind};

/// The least likeness of a name that may be meant.
const LIKENESS: f64 = 0.75;

/// Types as they are without any decision, and the objects that they were inferred from.
pub(super) struct Known<'a, 'b> {
    /// All objects, none of them one with another.
    pub(super) objects: &'b Arena<'a>,
    /// The same once they are shared.
    pub(super) shared: &'b Arena<'a>,
    pub(super) decided: &'b Decided<'a, 'b>,
    pub(super) types: &'b Types,
    /// The objects that each thing is made of.
    pub(super) members: &'b BTreeMap<NodeId, Vec<NodeId>>,
}

/// What an address names.
pub(super) struct At<'a, 'c> {
    pub(super) address: &'c Address,
    /// The name of the type.
    pub(super) type_name: Ident,
    pub(super) target: Target<'a>,
}

/// What stands at an address. Places are those of objects before they are shared.
pub(super) enum Target<'a> {
    /// A struct: its objects.
    Struct(Vec<NodeId>),
    /// An enum: its places.
    Enum(Vec<Place<'a>>),
    /// A union: its places.
    Union(Vec<Place<'a>>),
    /// A field: its places.
    Field(Vec<Place<'a>>),
}

/// What can be one with another thing, or apart from it.
pub(super) enum Thing<'a> {
    Objects(Vec<NodeId>),
    Words(Vec<Place<'a>>),
}

impl<'a> Known<'a, '_> {
    /// What an address names. One that names nothing is told.
    pub(super) fn at<'c>(&self, address: &'c Address, findings: &mut Findings) -> Option<At<'a, 'c>> {
        let (name, field) =
            address.text.split_once('.').map_or((&*address.text, None), |(name, key)| (name, Some(key)));
        let Some(def) = self.types.defs.iter().find(|def| def.name.plain() == name || def.name.as_str() == name) else {
            let names = self.types.defs.iter().map(|def| def.name.plain());
            findings.push(unknown(address, format!("no type is called \"{name}\""), closest(name, names)));
            return None;
        };
        let target = match field {
            None => self.whole(def)?,
            Some(key) => self.field(address, def, key, findings)?,
        };
        Some(At { address, type_name: def.name.clone(), target })
    }

    /// The address of a field, where one of a type makes no sense.
    pub(super) fn field_at<'c>(&self, address: &'c Address, findings: &mut Findings) -> Option<At<'a, 'c>> {
        let at = self.at(address, findings)?;
        if let Target::Field(_) = at.target {
            return Some(at);
        }
        let example = self.types.defs.iter().find(|def| def.name == at.type_name).and_then(|def| def.fields().first());
        let example = example.map(|field| format!(", such as \"{}.{}\"", at.type_name.plain(), field.wire));
        let message = format!("\"{}\" is a type, and this is about fields", address.text);
        let hint = format!("name the fields that are meant{}", example.unwrap_or_default());
        findings.push(error("bad-override", address, message).hint(hint));
        None
    }

    fn whole(&self, def: &TypeDef) -> Option<Target<'a>> {
        let kinds = &self.decided.kinds;
        Some(match &def.kind {
            TypeKind::Struct(_) => Target::Struct(self.members[&self.node(def)?].clone()),
            TypeKind::Enum(_) => Target::Enum(self.places(kinds.enums.iter().filter(|(_, name)| **name == def.name))),
            TypeKind::Union(_) => {
                Target::Union(self.places(kinds.unions.iter().filter(|(_, name)| **name == def.name)))
            }
        })
    }

    /// The places of objects that places of things are made of.
    fn places<'p>(&self, places: impl Iterator<Item = (&'p Place<'a>, &'p Ident)>) -> Vec<Place<'a>>
    where
        'a: 'p,
    {
        let members = |id: NodeId| self.members.get(&id).cloned().unwrap_or_else(|| vec![id]);
        places.flat_map(|((id, key), _)| members(*id).into_iter().map(move |id| (id, *key))).collect()
    }

    fn node(&self, def: &TypeDef) -> Option<NodeId> {
        let mut structs = self.decided.kinds.structs.iter();
        structs.find(|(_, name)| **name == def.name).map(|(id, _)| *id)
    }

    fn field(&self, address: &Address, def: &TypeDef, key: &str, findings: &mut Findings) -> Option<Target<'a>> {
        let name = def.name.plain();
        let (TypeKind::Struct(fields), Some(id)) = (&def.kind, self.node(def)) else {
            findings.push(unknown(address, format!("\"{name}\" is no struct, and has no field \"{key}\""), None));
            return None;
        };
        let wire = fields.iter().find(|field| field.wire == key);
        let found =
            wire.or_else(|| fields.iter().find(|field| field.name.plain() == key || field.name.as_str() == key));
        let found = found.and_then(|field| self.shared.get(id).fields.get_key_value(&*field.wire));
        let Some((&key, _)) = found else {
            let names = fields.iter().map(|field: &Field| &*field.wire);
            findings.push(unknown(address, format!("\"{name}\" has no field \"{key}\""), closest(key, names)));
            return None;
        };
        Some(Target::Field(self.members[&id].iter().map(|&member| (member, key)).collect()))
    }

    /// The objects that stand at an address, be it in lists.
    pub(super) fn objects_at(&self, at: &At<'a, '_>) -> Vec<NodeId> {
        match &at.target {
            Target::Struct(members) => members.clone(),
            Target::Enum(_) | Target::Union(_) => Vec::new(),
            Target::Field(places) => places.iter().flat_map(|place| self.slot(place)).flat_map(Slot::objects).collect(),
        }
    }

    fn slot(&self, (id, key): &Place<'a>) -> Option<&Slot<'a>> {
        self.objects.get(*id).fields.get(key)
    }

    /// What stands at an address, be it in lists and maps: what can be one with another thing, or apart from it.
    pub(super) fn thing(&self, at: &At<'a, '_>) -> Option<Thing<'a>> {
        let mut objects = Vec::new();
        let mut open = self.objects_at(at);
        while let Some(id) = open.pop() {
            match self.decided.kinds.structs.contains_key(&self.shared.find(id)) {
                true => objects.push(id),
                false => open.extend(self.objects.get(id).fields.values().flat_map(Slot::objects)),
            }
        }
        if !objects.is_empty() {
            objects.sort_unstable();
            return Some(Thing::Objects(objects));
        }
        match &at.target {
            Target::Enum(places) => Some(Thing::Words(places.clone())),
            Target::Field(places) => {
                let is_enum =
                    |(id, key): &Place<'a>| self.decided.kinds.enums.contains_key(&(self.shared.find(*id), *key));
                places.iter().any(is_enum).then(|| Thing::Words(places.clone()))
            }
            Target::Struct(_) | Target::Union(_) => None,
        }
    }
}

fn unknown(address: &Address, message: String, meant: Option<&str>) -> Diagnostic {
    let meant = meant.map(|name| format!(": did you mean \"{name}\"?")).unwrap_or_default();
    error(UNKNOWN, address, message + &meant).hint("names are those that the crate has without such decisions")
}

/// The name that is most like another one, if any is.
fn closest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let name = name.to_lowercase();
    let likely = names.map(|known| (strsim::jaro_winkler(&name, &known.to_lowercase()), known));
    let likely = likely.filter(|(likeness, _)| *likeness >= LIKENESS);
    // Of equally likely ones the first.
    let best = likely.reduce(|best, other| if other.0 > best.0 { other } else { best });
    best.map(|(_, name)| name)
}
