//! Where a request goes: the server, and the path as literals, arguments and context.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::names::{self, Claim};
use super::variables::BASE_URL;
use super::{Context, docs};
use crate::diagnostic::Diagnostic;
use crate::model::{Argument, Ident, Origin, Piece, Segment, Server};
use crate::postman::text::{self, Part};
use crate::postman::{Request, Url};

/// The hosts of a collection, in the order of their first use.
#[derive(Default)]
pub(super) struct Servers {
    /// URL as the collection has it, variables between braces, and with their values.
    found: IndexMap<String, String>,
}

impl Servers {
    fn knows(&self, template: &str) -> bool {
        self.found.contains_key(template)
    }

    fn index(&mut self, template: String, url: String) -> usize {
        self.found.insert_full(template, url).0
    }

    /// The servers with their setters: `base_url` for the only one, else after the variable or the host.
    /// `taken` are setters of the client for other things.
    pub(super) fn finish(&self, taken: &BTreeSet<Ident>) -> Vec<Server> {
        let base = Ident::from_checked(BASE_URL.to_owned());
        if let (1, Some((_, url))) = (self.found.len(), self.found.first()) {
            return vec![Server { setter: base, url: url.clone() }];
        }
        let claims: Vec<Claim> = self
            .found
            .iter()
            .map(|(template, url)| {
                let label = text::names(template).next();
                let host = url.split_once("://").map_or(url.as_str(), |(_, host)| host);
                let wanted = names::snake(label.unwrap_or(host)).map(|name| match name.plain().ends_with("url") {
                    true => name,
                    false => names::suffixed(&name, "url"),
                });
                Claim { wanted: wanted.unwrap_or_else(|| base.clone()), qualifiers: Vec::new(), key: template.clone() }
            })
            .collect();
        let setters = names::settle(&claims, taken);
        self.found.values().zip(setters).map(|(url, setter)| Server { setter, url: url.clone() }).collect()
    }
}

/// A path in parts.
pub(super) struct Path {
    pub(super) server: usize,
    pub(super) segments: Vec<Segment>,
    pub(super) arguments: Vec<Argument>,
    pub(super) context: Vec<usize>,
    /// The collection's value for each argument, variables between braces.
    pub(super) values: Vec<String>,
}

/// Takes the URL of a request apart.
pub(super) fn lower(request: &Request, context: &mut Context<'_>) -> Path {
    let url = &request.url;
    let server = server(url, &request.origin, context);
    let found = variables(url);
    let own: Vec<&Found> =
        found.iter().filter(|variable| context.variables.context_index(&variable.wire).is_none()).collect();
    let names = argument_names(&own, context);
    let arguments: Vec<Argument> = own
        .iter()
        .zip(&names)
        .map(|(variable, name)| Argument {
            wire: variable.wire.clone(),
            name: name.clone(),
            docs: argument_docs(variable),
            example: context.variables.resolve(&variable.value),
        })
        .collect();
    let mut used = Vec::new();
    let segments =
        url.path.iter().map(|segment| pieces(segment, &own, &names, context, &mut used)).map(Segment).collect();
    Path {
        server,
        segments,
        arguments,
        context: used,
        values: own.iter().map(|variable| variable.value.clone()).collect(),
    }
}

fn server(url: &Url, origin: &Origin, context: &mut Context<'_>) -> usize {
    let host = url.host.join(".");
    let port = url.port.as_ref().map(|port| format!(":{port}")).unwrap_or_default();
    let template = match &url.protocol {
        Some(protocol) => format!("{protocol}://{host}{port}"),
        None => format!("{host}{port}"),
    };
    let resolved = context.variables.resolve(&template);
    let unknown = host.is_empty() || resolved.contains("{{");
    if unknown && !context.servers.knows(&template) {
        let message = match docs::line(&host) {
            host if host.is_empty() => "the request has no host".to_owned(),
            host => format!("the collection does not say what the host `{host}` is"),
        };
        context.diagnostics.push(
            Diagnostic::warning("unknown-host", message).at(origin).hint("the base URL must be set on the client"),
        );
    }
    let url = match resolved {
        _ if unknown => String::new(),
        url if url.contains("://") => url.trim_end_matches('/').to_owned(),
        // Postman speaks HTTP where nobody says otherwise.
        url => format!("http://{}", url.trim_end_matches('/')),
    };
    context.servers.index(template, url)
}

/// A variable of a path.
struct Found {
    wire: String,
    value: String,
    description: Option<String>,
}

/// The variables of a path, in its order, each once.
fn variables(url: &Url) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut add = |variable: Found| {
        if !found.iter().any(|known| known.wire == variable.wire) {
            found.push(variable);
        }
    };
    for segment in &url.path {
        if let Some(name) = path_parameter(segment) {
            let entry = url.variables.iter().find(|entry| entry.key == name);
            let value = entry.and_then(|entry| entry.value.clone()).unwrap_or_else(|| segment.clone());
            add(Found { wire: name.to_owned(), value, description: entry.and_then(|entry| entry.description.clone()) });
            continue;
        }
        for name in text::names(segment) {
            add(Found { value: format!("{{{{{name}}}}}"), wire: name.to_owned(), description: None });
        }
    }
    found
}

/// The name of a `:name` segment.
fn path_parameter(segment: &str) -> Option<&str> {
    segment.strip_prefix(':').filter(|name| !name.is_empty())
}

fn argument_names(found: &[&Found], context: &Context<'_>) -> Vec<Ident> {
    let claims: Vec<Claim> = found
        .iter()
        .map(|variable| Claim {
            wanted: names::snake(&variable.wire).unwrap_or_else(|| Ident::from_checked("value".to_owned())),
            qualifiers: vec!["value".to_owned()],
            key: variable.wire.clone(),
        })
        .collect();
    let mut taken: BTreeSet<Ident> = context.variables.context().iter().map(|variable| variable.name.clone()).collect();
    taken.extend(super::taken(&["body", "call"]));
    names::settle(&claims, &taken)
}

fn argument_docs(variable: &Found) -> String {
    let text = docs::summary(&docs::markdown(variable.description.as_deref()));
    match names::snake(&variable.wire) {
        _ if !text.is_empty() => text,
        // `model_version_id` says it all.
        Some(name) if name.plain().len() > 3 && name.plain().ends_with("_id") => {
            format!("the ID of the {}", name.plain().trim_end_matches("_id").replace('_', " "))
        }
        _ => format!("the variable `{}` of the path", docs::line(&variable.wire).replace('`', "'")),
    }
}

fn pieces(segment: &str, own: &[&Found], names: &[Ident], context: &Context<'_>, used: &mut Vec<usize>) -> Vec<Piece> {
    let mut variable = |wire: &str| {
        if let Some(index) = context.variables.context_index(wire) {
            if !used.contains(&index) {
                used.push(index);
            }
            return Some(context.variables.context()[index].name.plain().to_owned());
        }
        let index = own.iter().position(|variable| variable.wire == wire)?;
        names.get(index).map(|name| name.plain().to_owned())
    };
    if let Some(name) = path_parameter(segment).and_then(&mut variable) {
        return vec![Piece::Variable(name)];
    }
    let parts = text::template(segment).into_iter().map(|part| match part {
        Part::Literal(text) => Piece::Literal(text),
        Part::Variable(name) => variable(&name).map_or_else(|| Piece::Literal(name.clone()), Piece::Variable),
    });
    parts.collect()
}
