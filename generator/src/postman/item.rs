//! Folders and requests.

use serde_json::Value;

use super::auth::auth;
use super::body::body;
use super::document;
use super::event::events;
use super::header::headers;
use super::read::Cursor;
use super::response::responses;
use super::setting::{behavior, report_unsupported};
use super::url::url;
use super::url_text::split_url;
use super::variable::variables;
use super::{Folder, Item, Request, Url};
use crate::diagnostic::Diagnostic;

/// Counts the requests of a document, unreadable ones included.
#[derive(Debug, Default)]
pub(super) struct Counter(usize);

impl Counter {
    fn next(&mut self) -> usize {
        let number = self.0;
        self.0 += 1;
        number
    }

    /// How many requests there were.
    pub(super) fn count(&self) -> usize {
        self.0
    }
}

/// The folders and requests of a list.
pub(super) fn items(list: &Cursor<'_>, counter: &mut Counter) -> Vec<Item> {
    list.elements().filter_map(|element| item(element, counter)).collect()
}

fn item(element: Cursor<'_>, counter: &mut Counter) -> Option<Item> {
    let element = element.object()?;
    let name = element.text_of("name").unwrap_or_default();
    let element = element.named(&name);
    if let Some(list) = document::items(&element) {
        return Some(Item::Folder(Box::new(folder(&element, name, &list, counter))));
    }
    let written = element.get("request");
    let number = written.is_some().then(|| counter.next());
    if let Some(protocol) = foreign_protocol(&element) {
        report_foreign(&element, &protocol);
        return None;
    }
    let (Some(written), Some(number)) = (written, number) else {
        element.report(
            Diagnostic::warning("empty-item", "this is neither a request nor a folder")
                .hint("remove it, or save a request in its place"),
        );
        return None;
    };
    let request = request(&written, number, &name)?;
    if let Some(protocol) = request.url.protocol.as_deref().filter(|protocol| is_foreign(protocol)) {
        report_foreign(&element, protocol);
        return None;
    }
    report_unsupported(&written);
    Some(Item::Request(Box::new(Request {
        description: request.description.or_else(|| element.description()),
        events: events(&element),
        responses: responses(&element, number),
        behavior: behavior(&element),
        origin: element.origin(),
        ..request
    })))
}

fn folder(element: &Cursor<'_>, name: String, list: &Cursor<'_>, counter: &mut Counter) -> Folder {
    Folder {
        name,
        description: element.description(),
        items: items(list, counter),
        auth: auth(element),
        events: events(element),
        variables: variables(element),
        behavior: behavior(element),
        origin: element.origin(),
    }
}

/// The request as such: what stands under `request` or `originalRequest`.
pub(super) fn request(written: &Cursor<'_>, number: usize, name: &str) -> Option<Request> {
    let empty = Request {
        number,
        name: name.to_owned(),
        description: None,
        method: "GET".to_owned(),
        url: Url::default(),
        headers: Vec::new(),
        body: None,
        auth: None,
        events: Vec::new(),
        responses: Vec::new(),
        behavior: None,
        origin: written.origin(),
    };
    match written.value() {
        Value::String(text) => Some(Request { url: split_url(text, &written.origin()), ..empty }),
        Value::Object(_) => Some(Request {
            description: written.description(),
            method: method(written).unwrap_or(empty.method),
            url: url(written),
            headers: headers(written),
            body: body(written),
            auth: auth(written),
            ..empty
        }),
        _ => {
            let message = format!("expected a request, found {}", written.kind());
            written.report(
                Diagnostic::warning("unreadable-request", message)
                    .hint("save the request again in Postman, or remove it"),
            );
            None
        }
    }
}

fn method(written: &Cursor<'_>) -> Option<String> {
    written.text_of("method").filter(|method| !method.is_empty())
}

/// The protocol of an element that says that it is no HTTP request: `grpc` of `"type": "grpc-request"`.
fn foreign_protocol(element: &Cursor<'_>) -> Option<String> {
    let kinds = ["type", "$kind"].into_iter().filter_map(|key| element.value().get(key)?.as_str());
    let mut protocols = kinds.filter_map(|kind| kind.strip_suffix("-request"));
    protocols.find(|protocol| *protocol != "http").map(str::to_owned)
}

fn is_foreign(protocol: &str) -> bool {
    const FOREIGN: [&str; 6] = ["ws", "wss", "grpc", "grpcs", "mqtt", "mqtts"];
    FOREIGN.iter().any(|foreign| protocol.eq_ignore_ascii_case(foreign))
}

fn report_foreign(element: &Cursor<'_>, protocol: &str) {
    let message = format!("requests over `{protocol}` are left out; only HTTP is supported");
    element.report(
        Diagnostic::warning("unsupported-protocol", message)
            .hint("nothing to do, unless the API offers the same over HTTP"),
    );
}
