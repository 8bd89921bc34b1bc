//! Where a request goes: the server, and the path as literals, arguments and context.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::{IndexMap, IndexSet};

use super::names::{self, Claim};
use super::variables::{BASE_URL, Scope};
use super::{Context, docs, escape, params, settings};
use crate::diagnostic::Diagnostic;
use crate::model::{Argument, Ident, Origin, Piece, ReplayText, Segment, Server};
use crate::postman::text::{self, Part};
use crate::postman::{Request, Url, UrlVariable};

/// Characters that no host can have, and that people write where they mean "put yours here".
const NOT_IN_HOSTS: &[char] = &[' ', '"', '%', '<', '>', '\\', '^', '`', '|'];

/// The hosts of a collection, in the order of their first use.
#[derive(Default)]
pub(super) struct Servers {
    /// By their URLs, in the environments too. Where the collection's is not known, by what the collection has.
    found: IndexMap<(String, Vec<Option<String>>), Host>,
}

/// Where requests go.
struct Host {
    /// As the collection has it, variables between braces.
    text: String,
    /// The template over variables of the client; empty where the collection does not say it.
    url: String,
    /// The URL in each environment that has a part in it; empty where that leaves it open.
    environments: Vec<Option<String>>,
    /// Whether what Postman's runner makes of the text may be no address.
    is_odd: bool,
}

impl Servers {
    /// The index of a host, and whether it is a new one.
    fn index(&mut self, host: Host) -> (usize, bool) {
        let key = if host.url.is_empty() { host.text.clone() } else { host.url.clone() };
        let key = (key, host.environments.clone());
        let known = self.found.len();
        let entry = self.found.entry(key);
        let index = entry.index();
        entry.or_insert(host);
        (index, index == known)
    }

    /// The server that a URL belongs to, and the rest of the URL.
    pub(super) fn split<'u>(&self, url: &'u str) -> Option<(usize, &'u str)> {
        self.found.values().enumerate().find_map(|(index, host)| {
            let rest = url.strip_prefix(&host.url)?;
            (!host.url.is_empty() && rest.starts_with('/')).then_some((index, rest))
        })
    }

    /// The servers with their setters: `base_url` for the only one, else after the variable or the host.
    /// `taken` are setters of the client for other things.
    pub(super) fn finish(&self, taken: &BTreeSet<Ident>) -> Vec<Server> {
        let base = names::constant(BASE_URL);
        let setters = match self.found.len() {
            1 => vec![base],
            _ => names::settle(&self.found.values().map(|host| claim(host, &base)).collect::<Vec<_>>(), taken),
        };
        let server = |(host, setter): (&Host, Ident)| Server {
            setter,
            url: host.url.clone(),
            example: host.example().filter(|_| host.url.is_empty()),
            replay: (text::has_variable(&host.text) || host.is_odd).then(|| host.text.clone()),
            is_odd: host.is_odd,
        };
        self.found.values().zip(setters).map(server).collect()
    }

    /// Each host in an environment: what the collection has for it, and its URL there if the environment has a part in it.
    pub(super) fn in_environment(&self, environment: usize) -> impl Iterator<Item = (&str, Option<&str>)> {
        self.found.values().map(move |host| (host.text.as_str(), host.environments[environment].as_deref()))
    }
}

impl Host {
    /// The first URL that an environment has for it.
    fn example(&self) -> Option<String> {
        self.environments.iter().flatten().find(|url| !url.is_empty()).cloned()
    }
}

fn claim(host: &Host, base: &Ident) -> Claim {
    let label = text::names(&host.text).next();
    let address = if host.url.is_empty() { &host.text } else { &host.url };
    let address = address.split_once("://").map_or(address.as_str(), |(_, address)| address);
    let wanted = names::snake(label.unwrap_or(address)).map(|name| match name.plain().ends_with("url") {
        true => name,
        false => names::suffixed(&name, "url"),
    });
    Claim { wanted: wanted.unwrap_or_else(|| base.clone()), qualifiers: Vec::new(), key: host.text.clone() }
}

/// A path in parts.
pub(super) struct Path {
    pub(super) server: usize,
    pub(super) segments: Vec<Segment>,
    pub(super) arguments: Vec<Argument>,
    pub(super) context: Vec<usize>,
    /// The collection's value for each argument.
    pub(super) values: Vec<ReplayText>,
}

/// Takes the URL of a request apart.
pub(super) fn lower(request: &Request, context: &mut Context<'_>) -> Path {
    let url = &request.url;
    let (server, mut segments) = server(url, &request.origin, context);
    if url.auth.is_some() {
        let message = "the user name and password in the URL are left out";
        let finding = Diagnostic::warning("credentials-in-url", message).at(&request.origin).confidential();
        context.diagnostics.push(finding.hint("in Postman, choose Basic Auth for the request, and put them there"));
    }
    let found = variables(url, context);
    let own: Vec<&Found> =
        found.values().filter(|variable| context.variables.context_index(&variable.wire).is_none()).collect();
    let names = argument_names(&own, context);
    let arguments: Vec<Argument> = own
        .iter()
        .zip(&names)
        .map(|(variable, name)| Argument {
            wire: variable.wire.clone(),
            name: name.clone(),
            docs: argument_docs(variable),
            example: context.variables.example(&variable.value),
        })
        .collect();
    let own_names =
        own.iter().zip(&names).map(|(variable, name)| (variable.wire.as_str(), (*variable, name))).collect();
    let mut used = IndexSet::new();
    segments.extend(url.path.iter().map(|segment| Segment(pieces(segment, &own_names, context, &mut used))));
    Path {
        server,
        segments,
        arguments,
        context: used.into_iter().collect(),
        values: own.iter().map(|variable| variable.sent.clone()).collect(),
    }
}

/// Where a request goes, and the segments that its base URL adds to the path: Postman keeps a slash at its end.
fn server(url: &Url, origin: &Origin, context: &mut Context<'_>) -> (usize, Vec<Segment>) {
    let host = url.host.join(".");
    let port = url.port.as_ref().map(|port| format!(":{port}")).unwrap_or_default();
    let text = match &url.protocol {
        Some(protocol) => format!("{protocol}://{host}{port}"),
        None => format!("{host}{port}"),
    };
    let url = template(&text, &settings::host_variables(&host), context);
    let url = url.filter(|url| may_be_host(authority(url))).unwrap_or_default();
    let trimmed = url.trim_end_matches('/');
    let slashes = vec![Segment(vec![Piece::Literal(String::new())]); url.len() - trimmed.len()];
    let environments =
        (0..context.environments.len()).map(|index| in_environment(&text, &host, index, context)).collect();
    let is_odd = !host.is_empty() && !is_address(&context.variables.replayed(&text));
    let address = text.clone();
    let found = Host { text, url: trimmed.to_owned(), environments, is_odd };
    let is_known = !trimmed.is_empty() || found.example().is_some();
    let (index, new) = context.servers.index(found);
    if new && !is_known {
        let message = match docs::line(&host) {
            host if host.is_empty() => "the request has no host".to_owned(),
            _ if !text::has_variable(&host) => format!("`{}` cannot be a host", docs::line(authority(&address))),
            host => format!("the collection does not say what the host `{host}` is"),
        };
        context.diagnostics.push(
            Diagnostic::warning("unknown-host", message).at(origin).hint("the base URL must be set on the client"),
        );
    }
    (index, slashes)
}

/// Whether a base URL is evidently one: of others, only who reads URLs by all of their rules can tell.
fn is_address(url: &str) -> bool {
    let (host, port) = authority(url).split_once(':').unwrap_or((authority(url), "0"));
    let is_of_host = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let is_http = url.split_once("://").is_none_or(|(scheme, _)| matches!(scheme, "http" | "https"));
    is_http
        && !host.is_empty()
        && host.bytes().all(is_of_host)
        && port.parse::<u16>().is_ok()
        && !url.contains(['?', '#'])
}

/// Whether a host and port, perhaps with variables in them, can be what they are meant to be.
fn may_be_host(authority: &str) -> bool {
    let port = authority.rsplit_once(':').map_or("", |(_, port)| port);
    // A variable may be the port, and a colon may stand within the brackets of an address.
    let may_be_port = port.bytes().all(|byte| byte.is_ascii_digit()) || port.contains(['{', ']']);
    !authority.is_empty() && may_be_port && !authority.contains(NOT_IN_HOSTS)
}

/// Host and port of a base URL.
fn authority(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split('/').next().unwrap_or_default()
}

/// A base URL as a template over variables of the client; `None` when it has others without a value.
fn template(text: &str, settings: &[&str], context: &Context<'_>) -> Option<String> {
    let literal = |text: &str| text.replace('{', "{{").replace('}', "}}");
    let variable = |wire: &str| match settings.contains(&wire) {
        true => context.variables.template(&format!("{{{{{wire}}}}}")),
        false => Some(literal(&address(wire, Scope::Collection, context)?)),
    };
    fill(text, literal, variable)
}

/// A base URL in an environment that has a part in it, empty when some of it has no value there; `None` when it has no part,
/// or one only in settings that the client has beside the base URL.
fn in_environment(text: &str, host: &str, environment: usize, context: &Context<'_>) -> Option<String> {
    let settings = settings::host_variables(host);
    let concerns = |wire: &str| {
        let text = format!("{{{{{wire}}}}}");
        !settings.contains(&wire) && !context.variables.environment_parts(&text, environment).is_empty()
    };
    text::names(text).any(concerns).then(|| {
        let variable = |wire: &str| address(wire, Scope::Environment(environment), context);
        fill(text, str::to_owned, variable).unwrap_or_default().trim_end_matches('/').to_owned()
    })
}

/// The value of a variable in a base URL.
fn address(wire: &str, scope: Scope, context: &Context<'_>) -> Option<String> {
    let value = context.variables.value(wire, scope)?;
    (!value.is_empty() && !text::has_variable(&value)).then(|| value.trim().to_owned())
}

/// A base URL with its variables filled in.
fn fill(text: &str, literal: impl Fn(&str) -> String, variable: impl Fn(&str) -> Option<String>) -> Option<String> {
    let pieces = text::template(text).into_iter().map(|part| match part {
        Part::Variable(wire) => variable(&wire),
        Part::Literal(text) => Some(literal(&text)),
    });
    let url: String = pieces.collect::<Option<_>>()?;
    // Postman speaks HTTP where nobody says otherwise.
    Some(if url.contains("://") { url } else { format!("http://{url}") })
}

/// A variable of a path.
struct Found {
    wire: String,
    /// Its value as people see it, variables between braces.
    value: String,
    /// The same as the replay program has it.
    sent: ReplayText,
    description: Option<String>,
}

/// The variables of a path, in its order, each once.
fn variables(url: &Url, context: &mut Context<'_>) -> IndexMap<String, Found> {
    // Of several entries of a name, the first one counts.
    let entries: BTreeMap<&str, &UrlVariable> =
        url.variables.iter().rev().map(|entry| (entry.key.as_str(), entry)).collect();
    let mut found = IndexMap::new();
    for segment in &url.path {
        if let Some(name) = path_parameter(segment) {
            if !found.contains_key(name) {
                found.insert(name.to_owned(), parameter(name, segment, entries.get(name).copied(), context));
            }
            continue;
        }
        for name in text::names(segment) {
            let value = || format!("{{{{{name}}}}}");
            let variable = || Found { sent: value().into(), value: value(), wire: name.to_owned(), description: None };
            found.entry(name.to_owned()).or_insert_with(variable);
        }
    }
    found
}

/// A `:name` segment. Postman sends one without a value by its name; one that must not be shown is shown like that.
fn parameter(name: &str, segment: &str, entry: Option<&UrlVariable>, context: &mut Context<'_>) -> Found {
    let saved = entry.and_then(|entry| {
        let value = entry.value.as_deref().filter(|value| !value.is_empty())?;
        params::sent(name, escape::path(value), entry.value.pointer(), &entry.origin, context)
    });
    let sent = saved.unwrap_or_else(|| escape::path(segment).into());
    Found {
        wire: name.to_owned(),
        value: sent.shown().unwrap_or(segment).to_owned(),
        sent,
        description: entry.and_then(|entry| entry.description.clone()),
    }
}

/// The name of a `:name` segment.
fn path_parameter(segment: &str) -> Option<&str> {
    segment.strip_prefix(':').filter(|name| !name.is_empty())
}

fn argument_names(found: &[&Found], context: &Context<'_>) -> Vec<Ident> {
    let claims: Vec<Claim> = found
        .iter()
        .map(|variable| Claim {
            wanted: names::snake(&variable.wire).unwrap_or_else(|| names::constant("value")),
            qualifiers: vec!["value".to_owned()],
            key: variable.wire.clone(),
        })
        .collect();
    let mut taken: BTreeSet<Ident> = context.variables.context().iter().map(|variable| variable.name.clone()).collect();
    taken.extend(super::taken(&["body", "request"]));
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

fn pieces(
    segment: &str,
    own: &BTreeMap<&str, (&Found, &Ident)>,
    context: &Context<'_>,
    used: &mut IndexSet<usize>,
) -> Vec<Piece> {
    let mut variable = |wire: &str| {
        let (name, value) = match context.variables.context_index(wire) {
            Some(index) => {
                used.insert(index);
                (
                    &context.variables.context()[index].name,
                    context.variables.value(wire, Scope::Examples).unwrap_or_default(),
                )
            }
            None => {
                let (variable, name) = *own.get(wire)?;
                (name, context.variables.glimpse(&variable.value, Scope::Examples))
            }
        };
        let name = name.plain().to_owned();
        Some(if holds_segments(wire, &value) { Piece::Segments(name) } else { Piece::Variable(name) })
    };
    if let Some(piece) = path_parameter(segment).and_then(&mut variable) {
        return vec![piece];
    }
    let parts = text::template(segment).into_iter().map(|part| match part {
        Part::Literal(text) => Piece::Literal(text),
        Part::Variable(name) => variable(&name).unwrap_or_else(|| Piece::Literal(name.clone())),
    });
    parts.collect()
}

/// Whether the value of a variable may be several segments: its own is, or it is called like a path.
fn holds_segments(wire: &str, value: &str) -> bool {
    value.contains('/') || settings::is_address(wire)
}
