//! What types are called already. Names follow from examples, and examples come and go; whoever uses a crate must not have to rename
//! for that. So a generated crate has a file of the names of its types by where they stand, and the next one is made with it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde::{Deserialize, Serialize};

use crate::config::ConfigError;
use crate::diagnostic::is_harmless;
use crate::model::{Api, Folder, Operation, TypeDef, TypeKind, TypeRef};

/// The file of a crate that has the names of its types.
pub const FILE: &str = "types.lock";

/// The names of types by where they stand, each in the lists and maps that it stands in there: `Vec<Model>`, `Map<Price>`.
///
/// ```
/// use postman_codegen::known::KnownNames;
///
/// let text = "[bodies]\n\"GET /models response\" = \"ModelsResponse\"\n[fields]\n\"ModelsResponse.models\" = \"Vec<Model>\"\n";
/// let known = KnownNames::from_toml(text)?;
/// assert_eq!(known.fields["ModelsResponse.models"], "Vec<Model>");
/// assert_eq!(KnownNames::from_toml(&known.to_toml())?, known);
/// # Ok::<(), postman_codegen::config::ConfigError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KnownNames {
    /// Types of whole bodies, by method, path, and what they are: `request`, `variables`, `response`, `event`, `line`, or a status of failure. Where
    /// that is not enough, since servers or GraphQL queries differ, an operation's place follows.
    pub bodies: BTreeMap<String, String>,
    /// Types that fields and the cases of unions lead to, by the type that holds them and the key or the case.
    pub fields: BTreeMap<String, String>,
    /// Which of them are unions.
    pub unions: BTreeSet<String>,
}

impl KnownNames {
    /// The names of an API, as they are without decisions of the configuration: those are about these names the next time, too. With
    /// them goes what was known, and examples show nothing of now.
    #[must_use]
    pub fn of(api: &Api) -> Self {
        if let Some(known) = &api.known_names {
            return known.clone();
        }
        let mut bodies = Vec::new();
        for (folder, operation) in api.root.operations_deep() {
            let mut add = |role: &str, ty: &TypeRef| {
                bodies.push((BodyPlace::of(&[(folder, operation)], role), skeleton(ty)));
            };
            if let Some(body) = &operation.body
                && let Some((ty, _)) = body.kind.json()
            {
                add(body.kind.role(), ty);
            }
            add("response", &operation.success.ty);
            operation.success.stream.iter().for_each(|stream| add(stream.format.item(), &stream.ty));
            operation.failures.iter().for_each(|failure| add(&failure.status.to_string(), &failure.ty));
        }
        let mut known = Self::default();
        known.add_bodies(&bodies.iter().map(|(place, text)| (place, text.clone())).collect::<Vec<_>>());
        known.add(&api.types);
        known
    }

    /// Adds what whole bodies lead to. Those that only their operations tell apart stand under these.
    pub(crate) fn add_bodies(&mut self, bodies: &[(&BodyPlace, Option<String>)]) {
        let mut of_route: BTreeMap<&str, BTreeSet<Option<&str>>> = BTreeMap::new();
        for (place, text) in bodies {
            of_route.entry(&place.route).or_default().insert(text.as_deref());
        }
        for (place, text) in bodies {
            let Some(text) = text else { continue };
            let alone = of_route[&*place.route].len() == 1;
            let keys = if alone { std::slice::from_ref(&place.route) } else { &place.operations[..] };
            self.bodies.extend(keys.iter().map(|key| (key.clone(), text.clone())));
        }
    }

    /// What stood at the place of a whole body.
    pub(crate) fn body(&self, place: &BodyPlace) -> Option<&str> {
        place.keys().find_map(|key| self.bodies.get(key)).map(String::as_str)
    }

    /// What the fields of a type lead to, by their keys.
    pub(crate) fn fields_of(&self, holder: &str) -> BTreeMap<&str, &str> {
        let start = field(holder, "");
        let from_there = self.fields.range(start.clone()..);
        from_there.map_while(|(place, text)| Some((place.strip_prefix(&start)?, text.as_str()))).collect()
    }

    /// Adds what definitions lead to.
    pub(crate) fn add(&mut self, defs: &[TypeDef]) {
        for def in defs {
            let mut add = |key: &str, ty: &TypeRef| {
                if let Some(text) = skeleton(ty) {
                    self.fields.insert(field(def.name.plain(), key), text);
                }
            };
            match &def.kind {
                TypeKind::Struct(fields) => fields.iter().for_each(|field| add(&field.wire, &field.ty)),
                TypeKind::Union(cases) => {
                    cases.iter().for_each(|case| add(case.name.plain(), &case.ty));
                    self.unions.insert(def.name.plain().to_owned());
                }
                TypeKind::Enum(_) => {}
            }
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bodies.is_empty() && self.fields.is_empty()
    }

    /// Reads them.
    ///
    /// # Errors
    ///
    /// The text is no TOML, or something else.
    pub fn from_toml(text: &str) -> Result<Self, ConfigError> {
        toml::from_str(text).map_err(|error| ConfigError::at(text, error.span(), error.message()))
    }

    /// Writes them, in the order of the places.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let mut text = String::new();
        if !self.unions.is_empty() {
            text.push_str("unions = [\n");
            for name in &self.unions {
                let _ = writeln!(text, "    {},", quoted(name));
            }
            text.push_str("]\n");
        }
        for (table, names) in [("bodies", &self.bodies), ("fields", &self.fields)] {
            let separator = if text.is_empty() { "" } else { "\n" };
            let _ = writeln!(text, "{separator}[{table}]");
            for (place, name) in names {
                let (place, name) = (quoted(place), quoted(name));
                let _ = writeln!(text, "{place} = {name}");
            }
        }
        text
    }
}

/// Where a whole body stands.
pub(crate) struct BodyPlace {
    /// By method and path.
    route: String,
    /// By each of the operations that have it.
    operations: Vec<String>,
}

impl BodyPlace {
    /// What it may be known by, the most telling first.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &String> {
        self.operations.iter().chain([&self.route])
    }

    /// The place of a body of the operations of one endpoint.
    pub(crate) fn of(operations: &[(&Folder, &Operation)], role: &str) -> Self {
        let route = operations.first().map(|(_, operation)| operation.route()).unwrap_or_default();
        let route = format!("{route} {role}");
        let of = |(folder, operation): &(&Folder, &Operation)| {
            let modules: String = folder.path.iter().map(|module| format!("{}::", module.plain())).collect();
            format!("{route} of {modules}{}", operation.name.plain())
        };
        Self { operations: operations.iter().map(of).collect(), route }
    }
}

/// A type by its name, with the lists and maps that it stands in.
pub(crate) struct Skeleton<'a> {
    /// What it stands in, the outermost first.
    pub(crate) layers: Vec<Layer>,
    pub(crate) name: &'a str,
}

/// What a type may stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layer {
    List,
    Map,
}

impl Layer {
    const ALL: [Self; 2] = [Self::List, Self::Map];

    /// How it is written before what it holds.
    fn opening(self) -> &'static str {
        match self {
            Self::List => "Vec<",
            Self::Map => "Map<",
        }
    }
}

impl<'a> Skeleton<'a> {
    /// Reads what [`skeleton`] wrote. What is nothing like that names no type.
    pub(crate) fn read(text: &'a str) -> Self {
        let (mut layers, mut name) = (Vec::new(), text);
        let inside = |text: &'a str| {
            Layer::ALL.iter().find_map(|layer| Some((*layer, text.strip_prefix(layer.opening())?.strip_suffix('>')?)))
        };
        while let Some((layer, inner)) = inside(name) {
            layers.push(layer);
            name = inner;
        }
        Self { layers, name }
    }
}

/// Writes which of an API's types one leads to, and through which lists and maps.
pub(crate) fn skeleton(ty: &TypeRef) -> Option<String> {
    let layer = |layer: Layer, inner: &TypeRef| Some(format!("{}{}>", layer.opening(), skeleton(inner)?));
    match ty {
        TypeRef::Named(name) => Some(name.plain().to_owned()),
        TypeRef::List(inner) => layer(Layer::List, inner),
        TypeRef::Map(inner) => layer(Layer::Map, inner),
        TypeRef::Nullable(inner) => skeleton(inner),
        _ => None,
    }
}

/// A basic string of TOML that steers no terminal.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if is_harmless(c) => quoted.push(c),
            c => {
                let _ = write!(quoted, "\\U{:08X}", u32::from(c));
            }
        }
    }
    quoted + "\""
}

/// The place of what a field leads to.
pub(crate) fn field(holder: &str, key: &str) -> String {
    format!("{holder}.{key}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_places_are_read_as_they_were_written() {
        let places = ["GET /a \"b\" \\ c", "POST /{}/\r\n\u{2028}\u{85}\0", "É.ß", ""];
        let bodies: BTreeMap<String, String> =
            places.iter().map(|place| ((*place).to_owned(), "Model".to_owned())).collect();
        let unions = places.iter().map(|place| (*place).to_owned()).collect();
        let known = KnownNames { fields: bodies.clone(), bodies, unions };
        let text = known.to_toml();
        assert!(text.chars().all(|c| is_harmless(c) || c == '\n'), "{text}");
        assert_eq!(KnownNames::from_toml(&text), Ok(known));
    }

    #[test]
    fn what_a_type_stands_in_is_read_as_it_was_written() {
        let named = TypeRef::Named(crate::model::Ident::from_checked("Model".to_owned()));
        let list = TypeRef::List(Box::new(TypeRef::Nullable(Box::new(named))));
        let text = skeleton(&TypeRef::Map(Box::new(list))).expect("it leads to a type");
        assert_eq!(text, "Map<Vec<Model>>");
        let read = Skeleton::read(&text);
        assert_eq!((&read.layers[..], read.name), (&[Layer::Map, Layer::List][..], "Model"));
        // Somebody may have changed the file.
        for odd in ["Vec<", "Map<>", "Vec<Model", &"Vec<".repeat(100_000)] {
            let _ = Skeleton::read(odd);
        }
        assert_eq!(skeleton(&TypeRef::List(Box::new(TypeRef::Value))), None);
    }

    #[test]
    fn fields_are_found_by_their_holder() {
        let places = ["Model.id", "Model.a.b", "Models.id", "Mode.l", "Model"];
        let fields = places.iter().map(|place| ((*place).to_owned(), place.to_uppercase())).collect();
        let known = KnownNames { fields, ..KnownNames::default() };
        assert_eq!(known.fields_of("Model"), BTreeMap::from([("a.b", "MODEL.A.B"), ("id", "MODEL.ID")]));
        assert_eq!(known.fields_of("Other"), BTreeMap::new());
    }

    #[test]
    fn mistakes_have_a_place() {
        let error = KnownNames::from_toml("[bodies]\n\"GET /\" = 1\n").expect_err("a number is no name");
        assert_eq!((error.line, error.column), (2, 11), "{error}");
    }
}
