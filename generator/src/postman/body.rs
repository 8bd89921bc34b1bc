//! What a request sends.

use serde_json::Value;

use super::parameter::parameters;
use super::read::Cursor;
use super::{Body, BodyMode, FormPart, FormValue, Saved};
use crate::diagnostic::Diagnostic;
use crate::secrets;

/// The body of a request: an object, or text that is sent as it is. Without a mode there is none.
pub(super) fn body(owner: &Cursor<'_>) -> Option<Body> {
    let body = owner.get("body")?;
    let mode = match body.value() {
        Value::String(text) => {
            BodyMode::Raw { text: Saved::new(text.clone(), Some(body.origin().pointer)), language: None }
        }
        _ => mode(&body.clone().object()?)?,
    };
    Some(Body { mode, disabled: body.flag("disabled"), origin: body.origin() })
}

fn mode(body: &Cursor<'_>) -> Option<BodyMode> {
    let name = body.text_of("mode").filter(|mode| !mode.is_empty())?;
    Some(match name.to_lowercase().as_str() {
        "raw" => raw(body),
        "urlencoded" => BodyMode::Urlencoded(body.get("urlencoded").map(|list| parameters(&list)).unwrap_or_default()),
        "formdata" => BodyMode::FormData(body.entries_of("formdata").into_iter().filter_map(form_part).collect()),
        "file" => BodyMode::File(file(body)),
        "graphql" => graphql(body),
        _ => {
            body.report(
                Diagnostic::warning("unknown-body-mode", format!("`{name}` is no mode of a body; it is read as `raw`"))
                    .hint("choose a mode in the tab Body of the request"),
            );
            raw(body)
        }
    })
}

fn raw(body: &Cursor<'_>) -> BodyMode {
    let options = body.get("options").and_then(|options| options.get("raw"));
    BodyMode::Raw {
        text: Saved::new(body.any_text_of("raw").unwrap_or_default(), Some(body.origin().key("raw").pointer)),
        language: options.and_then(|raw| raw.text_of("language")),
    }
}

/// The path of the file: text, or an object with it as its `src`.
fn file(body: &Cursor<'_>) -> Option<String> {
    let file = body.get("file")?;
    if let Some(content) = file.get("content").filter(|_| file.get("src").is_none()) {
        content.report(
            Diagnostic::warning("unsupported-file-content", "what a file holds is left out; only its path is read")
                .hint("send it as a raw body"),
        );
    }
    let paths = match file.value() {
        Value::Object(_) => paths(&file),
        _ => file.text().into_iter().collect(),
    };
    paths.into_iter().find(|path| !path.is_empty())
}

fn graphql(body: &Cursor<'_>) -> BodyMode {
    let graphql = body.get("graphql").and_then(Cursor::object);
    let part = |key| graphql.as_ref()?.value().get(key).cloned();
    BodyMode::GraphQl { query: part("query"), variables: part("variables"), operation_name: part("operationName") }
}

fn form_part(entry: Cursor<'_>) -> Option<FormPart> {
    let entry = entry.object()?;
    let key = entry.text_of("key").unwrap_or_default();
    let text = |text: String| {
        let pointer = entry.origin().key("value").pointer;
        Saved::new(text, Some(pointer)).secret_if(|text| secrets::is_literal(&key, text))
    };
    let value = match entry.text_of("type").as_deref() {
        Some("file") => match (paths(&entry), entry.text_of("value")) {
            (paths, Some(encoded)) if paths.is_empty() && !encoded.is_empty() => FormValue::Encoded(encoded),
            (paths, _) => FormValue::Files(paths),
        },
        _ => FormValue::Text(text(entry.any_text_of("value").unwrap_or_default())),
    };
    Some(FormPart {
        key,
        value,
        content_type: entry.text_of("contentType").filter(|media_type| !media_type.is_empty()),
        file_name: entry.text_of("fileName"),
        disabled: entry.flag("disabled"),
        description: entry.description(),
        origin: entry.origin(),
    })
}

/// The files that `src` names: one as text, or a list.
fn paths(entry: &Cursor<'_>) -> Vec<String> {
    let Some(src) = entry.get("src") else {
        return Vec::new();
    };
    match src.value() {
        Value::Array(_) => src.elements().filter_map(|path| path.text()).collect(),
        _ => src.text().into_iter().filter(|path| !path.is_empty()).collect(),
    }
}
