//! The body of a `curl` line.

use std::collections::BTreeMap;

use super::curl::quote_template;
use crate::dynamic::shown;
use crate::model::{Body, BodyKind, FileContent, Form, FormEntry, FormField, GraphQl, Ident, Operation};

/// The media type that must be said: `curl` knows that of a form.
pub(super) fn media_type(operation: &Operation) -> Option<&str> {
    let stated = operation.content_type.as_deref();
    match &operation.body {
        // That of parts has a boundary, which `curl` chooses.
        Some(Body { kind: BodyKind::Multipart(_), .. }) => None,
        Some(body) if body.kind.form().is_some() => stated,
        Some(body) => stated.or(body.media_type.as_deref()),
        None => stated,
    }
}

/// The options that make up a body.
pub(super) fn options(kind: &BodyKind) -> Vec<String> {
    match kind {
        BodyKind::Json { example, .. } => vec![data(&example.to_string())],
        BodyKind::Text { example } => vec![data(example)],
        BodyKind::Urlencoded(form) => entries(form, pair),
        BodyKind::Multipart(form) => entries(form, part),
        BodyKind::File { example } => {
            let path = example.as_deref().unwrap_or("path/to/file");
            vec![format!("--data-binary {}", quote_template(&format!("@{path}")))]
        }
        BodyKind::GraphQl(graphql) => vec![data(&query(graphql))],
    }
}

/// The fields of a form by their setters.
type Fields<'a> = BTreeMap<&'a Ident, &'a FormField>;

fn entries(form: &Form, option: fn(&Fields<'_>, &FormEntry) -> Option<String>) -> Vec<String> {
    let fields = form.fields_by_name();
    form.shown_entries().filter_map(|entry| option(&fields, entry)).collect()
}

fn data(text: &str) -> String {
    format!("--data-raw {}", quote_template(&shown(text)))
}

fn query(graphql: &GraphQl) -> String {
    let mut body = serde_json::Map::new();
    body.insert("query".to_owned(), graphql.query.clone().into());
    if let Some(operation) = &graphql.operation {
        body.insert("operationName".to_owned(), operation.clone().into());
    }
    if let Some(variables) = &graphql.variables {
        body.insert("variables".to_owned(), variables.example.clone());
    }
    serde_json::Value::from(body).to_string()
}

/// The name and the value of a text.
fn text<'a>(fields: &Fields<'a>, entry: &'a FormEntry) -> Option<(&'a str, &'a str, Option<&'a FormField>)> {
    match entry {
        FormEntry::Text(step) => {
            let field = *fields.get(&step.name)?;
            Some((&field.wire, step.value.shown()?, Some(field)))
        }
        FormEntry::Unnamed { key, value } => Some((key, value.shown()?, None)),
        FormEntry::File { .. } => None,
    }
}

fn pair(fields: &Fields<'_>, entry: &FormEntry) -> Option<String> {
    let (name, value, _) = text(fields, entry)?;
    Some(format!("--data-urlencode {}", quote_template(&format!("{name}={}", shown(value)))))
}

fn part(fields: &Fields<'_>, entry: &FormEntry) -> Option<String> {
    if let Some((name, value, field)) = text(fields, entry) {
        return Some(match field.and_then(|field| field.media_type.as_deref()) {
            Some(media_type) => {
                format!("-F {}", quote_template(&format!("{name}={};type={media_type}", quoted(&shown(value)))))
            }
            // A value that begins with `@` is no file.
            None => format!("--form-string {}", quote_template(&format!("{name}={}", shown(value)))),
        });
    }
    let FormEntry::File { name, content, file_name } = entry else { return None };
    let field = fields.get(name)?;
    let path = match content {
        FileContent::Path(path) => path.rsplit(['/', '\\']).next().unwrap_or(path),
        FileContent::Text(_) | FileContent::Bytes(_) => {
            file_name.as_deref().filter(|name| !name.is_empty()).unwrap_or("path/to/file")
        }
    };
    let media_type = field.media_type.as_ref().map(|media_type| format!(";type={media_type}")).unwrap_or_default();
    Some(format!("-F {}", quote_template(&format!("{}=@{}{media_type}", field.wire, quoted(path)))))
}

/// A value that ends where `curl` is to see its end.
fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}
