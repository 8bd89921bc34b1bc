//! From text to the object that is the collection, or an error that says what the file is instead.

use serde_json::Value;
use serde_json::error::Category;

use super::identify::{is_hollow_collection, not_a_collection};
use super::read::Cursor;
use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// Reads the JSON. `export` says how to get a file that is right.
pub(super) fn json(source: &Source, export: &str) -> Result<Value, Diagnostic> {
    if source.text().trim().is_empty() {
        let empty = Diagnostic::error("empty-file", "the file is empty");
        return Err(empty.in_file(source.name()).hint(export));
    }
    serde_json::from_str(source.text()).map_err(|error| not_json(source, &error, export))
}

fn not_json(source: &Source, error: &serde_json::Error, export: &str) -> Diagnostic {
    let text = error.to_string();
    let reason = text.rsplit_once(" at line ").map_or(text.as_str(), |(reason, _)| reason);
    let (line, column) = position(source.text(), error);
    let diagnostic = if reason.starts_with("recursion limit") {
        Diagnostic::error("too-deep", "lists and objects are nested more than 127 deep")
            .hint("no collection that Postman saves is; flatten the folders or the value at this place")
    } else {
        let reason = match reason.strip_prefix("EOF while parsing ") {
            Some(unfinished) => format!("it ends within {unfinished}"),
            None => reason.to_owned(),
        };
        Diagnostic::error("not-json", format!("this is not JSON: {reason}")).hint(json_hint(
            source.text(),
            error,
            export,
        ))
    };
    diagnostic.in_file(source.name()).at_position(line, column)
}

fn json_hint(text: &str, error: &serde_json::Error, export: &str) -> String {
    let start = text.trim_start();
    let what = if start.starts_with('<') {
        "it looks like a web page or XML"
    } else if ["openapi:", "swagger:", "asyncapi:", "$kind:", "type:", "---"].iter().any(|mark| start.starts_with(mark))
    {
        "it looks like YAML"
    } else if error.classify() == Category::Eof {
        "a part of it is missing, as after a download that broke off"
    } else {
        return format!("mend it at this place, or get the file again: {export}");
    };
    format!("{what}; {export}")
}

/// What is to be said about half characters that no string can hold.
pub(super) fn repairs(source: &Source) -> Option<Diagnostic> {
    let first = *source.repairs().first()?;
    let (before, _) = source.text().split_at(first);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let message = match source.repairs().len() {
        1 => "half a character (a lone surrogate) is read as U+FFFD, as it is sent".to_owned(),
        count => format!(
            "{count} half characters (lone surrogates), the first one here, are read as U+FFFD, as they are sent"
        ),
    };
    let note = Diagnostic::note("lone-surrogate", message).hint("type the character again in Postman");
    let line = before.matches('\n').count() + 1;
    Some(note.in_file(source.name()).at_position(line, before[line_start..].chars().count() + 1))
}

/// Line and column in characters, both from 1 on; serde_json counts bytes.
fn position(text: &str, error: &serde_json::Error) -> (usize, usize) {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let starts = line.char_indices().take_while(|&(at, _)| at < error.column());
    (error.line().max(1), starts.count().max(1))
}

/// The object that is the collection, out of its wrapper.
pub(super) fn collection(document: Cursor<'_>) -> Result<Cursor<'_>, Diagnostic> {
    let has_items = |cursor: &Cursor<'_>| items(cursor).is_some();
    if has_items(&document) {
        return Ok(document);
    }
    let wrapped = document.get("collection").filter(has_items);
    match wrapped {
        Some(wrapped) => Ok(wrapped),
        None if is_hollow_collection(document.value()) => Ok(document),
        None => Err(not_a_collection(document.value())),
    }
}

/// The list of a collection's or a folder's elements; some files have `items` for `item`.
pub(super) fn items<'a>(cursor: &Cursor<'a>) -> Option<Cursor<'a>> {
    let is_list = |list: &Cursor<'_>| list.value().is_array();
    let items = cursor.get("item").filter(is_list);
    items.or_else(|| match cursor.get("request") {
        None => cursor.get("items").filter(is_list),
        Some(_) => None,
    })
}
