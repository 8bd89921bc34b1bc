//! Environments: values of variables beside a collection.

use std::collections::BTreeMap;

use serde::Serialize;

use super::identify::{EXPORT_ENVIRONMENT, not_an_environment};
use super::read::{Cursor, Report};
use super::{Variable, document, masked, variable};
use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// An environment.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Environment {
    /// The file that it was read from, as messages name it.
    pub file: String,
    /// Its name, empty when there is none.
    pub name: String,
    /// Its values in document order, disabled ones included.
    pub values: Vec<Variable>,
}

impl Environment {
    /// The values that count: of those that are not disabled, the last of each name.
    pub fn live(&self) -> impl Iterator<Item = &Variable> {
        let live = || self.values.iter().enumerate().filter(|(_, value)| !value.disabled);
        let last: BTreeMap<&str, usize> = live().map(|(index, value)| (value.key.as_str(), index)).collect();
        live().filter(move |(index, value)| last[value.key.as_str()] == *index).map(|(_, value)| value)
    }
}

/// Reads an environment, with warnings about what could not be kept.
///
/// # Errors
///
/// When the text is no JSON, or is something other than an environment.
pub fn parse_environment(source: &Source) -> Result<(Environment, Vec<Diagnostic>), Diagnostic> {
    let mut json = document::json(source, EXPORT_ENVIRONMENT)?;
    let report = Report::new(source.name());
    if source.has_credentials() {
        masked::mask(&mut json, &report);
    }
    let document = Cursor::root(&json, &report);
    let Some((root, values)) = values(&document) else {
        return Err(not_an_environment(&json).in_file(source.name()));
    };
    let environment = Environment {
        file: source.name().to_owned(),
        name: root.text_of("name").unwrap_or_default(),
        values: variable::entries(&values),
    };
    Ok((environment, report.into_diagnostics()))
}

/// The object that is the environment, out of the wrapper that Postman's API has around it, and its values.
fn values<'a>(document: &Cursor<'a>) -> Option<(Cursor<'a>, Cursor<'a>)> {
    let is_collection = |cursor: &Cursor<'_>| cursor.get("item").is_some();
    let roots = [document.get("environment"), Some(document.clone())];
    roots.into_iter().flatten().filter(|root| !is_collection(root)).find_map(|root| {
        let values = root.get("values").filter(|values| values.value().is_array())?;
        Some((root, values))
    })
}
