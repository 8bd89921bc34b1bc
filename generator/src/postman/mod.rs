//! What Postman wrote, every version and oddity of it, and no opinions.
//!
//! [`parse`] reads the text of a collection. A broken part costs only itself: it becomes a diagnostic, and the rest is
//! read.

#![expect(clippy::result_large_err, reason = "an error ends the reading of a file, so its size costs nothing")]

mod auth;
mod body;
mod collection;
mod cover;
mod document;
mod environment;
mod event;
mod header;
mod identify;
mod item;
mod masked;
mod parameter;
mod read;
mod response;
mod saved;
mod setting;
pub mod text;
mod url;
mod url_text;
mod variable;

pub use collection::{
    Auth, AuthParameter, Body, BodyMode, Collection, Event, Folder, FormPart, FormValue, Header, Item, Parameter,
    Request, Response, Url, UrlVariable, Variable,
};

pub use environment::{Environment, parse_environment};
pub use saved::Saved;

use crate::diagnostic::Diagnostic;
use crate::source::Source;
use item::Counter;
use read::{Cursor, Report};

/// Reads a collection, with warnings about what could not be kept.
///
/// # Errors
///
/// When the text is no JSON, or something other than a collection.
pub fn parse(source: &Source) -> Result<(Collection, Vec<Diagnostic>), Diagnostic> {
    let mut json = document::json(source, identify::EXPORT)?;
    let report = Report::new(source.name());
    if source.has_credentials() {
        masked::mask(&mut json, &report);
    }
    let in_file = |diagnostic: Diagnostic| diagnostic.in_file(source.name());
    let root = document::collection(Cursor::root(&json, &report)).map_err(in_file)?;

    let mut counter = Counter::default();
    let mut collection = collection(&root, &mut counter);
    cover::cover(&mut collection);
    if !has_request(&collection.items) {
        root.report(no_requests(&counter));
    }
    let repairs = document::repairs(source);
    Ok((collection, repairs.into_iter().chain(report.into_diagnostics()).collect()))
}

fn collection(root: &Cursor<'_>, counter: &mut Counter) -> Collection {
    let info = root.get("info").and_then(Cursor::object);
    let text_of = |key| info.as_ref()?.text_of(key);
    let list = document::items(root);
    Collection {
        name: text_of("name").unwrap_or_default(),
        description: info.as_ref().and_then(Cursor::description),
        schema: text_of("schema"),
        items: list.map(|list| item::items(&list, counter)).unwrap_or_default(),
        variables: variable::variables(root),
        auth: auth::auth(root),
        events: event::events(root),
        behavior: setting::behavior(root),
    }
}

fn has_request(items: &[Item]) -> bool {
    items.iter().any(|item| match item {
        Item::Request(_) => true,
        Item::Folder(folder) => has_request(&folder.items),
    })
}

fn no_requests(counter: &Counter) -> Diagnostic {
    let message = match counter.count() {
        0 => "there is no request in the collection".to_owned(),
        1 => "the only request of the collection cannot be used".to_owned(),
        count => format!("none of the {count} requests of the collection can be used"),
    };
    Diagnostic::warning("no-requests", format!("{message}; the client will have no operations"))
        .hint("add a request in Postman and export the collection again")
}
