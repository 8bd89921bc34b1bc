//! What types are called already. Names follow from examples, and examples come and go; whoever uses a crate must not have to rename
//! for that. So a generated crate has a file of the names of its types by where they stand, and the next one is made with it.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::{Deserialize, Serialize};

use crate::config::ConfigError;
use crate::diagnostic::is_harmless;
use crate::model::{Api, TypeDef, TypeKind, TypeRef};

/// The file of a crate that has the names of its types.
pub const FILE: &str = "types.lock";

/// The names of types by where they stand.
///
/// ```
/// use postman_codegen::known::KnownNames;
///
/// let text = "[bodies]\n\"GET /models response\" = \"ModelsResponse\"\n[fields]\n\"ModelsResponse.models\" = \"Model\"\n";
/// let known = KnownNames::from_toml(text)?;
/// assert_eq!(known.fields["ModelsResponse.models"], "Model");
/// assert_eq!(KnownNames::from_toml(&known.to_toml())?, known);
/// # Ok::<(), postman_codegen::config::ConfigError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KnownNames {
    /// Types of whole bodies, by method, path, and what they are: `request`, `variables`, `response`, or a status of failure.
    pub bodies: BTreeMap<String, String>,
    /// Types that fields and the cases of unions lead to, by the type that holds them and the key or the case.
    pub fields: BTreeMap<String, String>,
}

impl KnownNames {
    /// The names of an API, as they are without decisions of the configuration: those are about these names the next time, too.
    #[must_use]
    pub fn of(api: &Api) -> Self {
        if let Some(known) = &api.plain_names {
            return known.clone();
        }
        let mut known = Self::default();
        for (_, operation) in api.root.operations_deep() {
            let route = operation.route();
            let mut add = |role: &str, ty: &TypeRef| {
                if let Some(name) = ty.named() {
                    known.bodies.entry(format!("{route} {role}")).or_insert_with(|| name.plain().to_owned());
                }
            };
            if let Some(body) = &operation.body
                && let Some((ty, _)) = body.kind.json()
            {
                add(body.kind.role(), ty);
            }
            add("response", &operation.success.ty);
            operation.failures.iter().for_each(|failure| add(&failure.status.to_string(), &failure.ty));
        }
        known.fields = fields(&api.types);
        known
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

/// The names of the types that fields and cases lead to.
pub(crate) fn fields(defs: &[TypeDef]) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for def in defs {
        let mut add = |key: &str, ty: &TypeRef| {
            if let Some(name) = ty.named() {
                names.insert(field(def.name.plain(), key), name.plain().to_owned());
            }
        };
        match &def.kind {
            TypeKind::Struct(fields) => fields.iter().for_each(|field| add(&field.wire, &field.ty)),
            TypeKind::Union(cases) => cases.iter().for_each(|case| add(case.name.plain(), &case.ty)),
            TypeKind::Enum(_) => {}
        }
    }
    names
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
        let known = KnownNames { fields: bodies.clone(), bodies };
        let text = known.to_toml();
        assert!(text.chars().all(|c| is_harmless(c) || c == '\n'), "{text}");
        assert_eq!(KnownNames::from_toml(&text), Ok(known));
    }

    #[test]
    fn mistakes_have_a_place() {
        let error = KnownNames::from_toml("[bodies]\n\"GET /\" = 1\n").expect_err("a number is no name");
        assert_eq!((error.line, error.column), (2, 11), "{error}");
    }
}
