//! Folders and requests as modules and operations: names, documentation, and the evidence for types.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde_json::Value;

use super::answer::{self, Form, Seen};
use super::body::{self, Behavior};
use super::infer::Role;
use super::json_text::template_value;
use super::names::{self, Claim};
use super::{Context, docs, params, placeholder, taken, url};
use crate::diagnostic::Diagnostic;
use crate::model::{
    AnswerKind, BodyKind, Example, Folder, Ident, Operation, Origin, Replay, ReplayText, Success, TypeRef,
};
use crate::postman::{self, BodyMode, Collection, Item, Request};

/// Modules that the crate and its programs have beside the folders, crates that they name there, files that cargo takes for
/// something else, and features that are not those of folders.
const MODULES: &[&str] = &[
    "api",
    "auth_asap",
    "auth_awsv4",
    "auth_digest",
    "auth_edgegrid",
    "auth_hawk",
    "auth_jwt",
    "auth_ntlm",
    "auth_oauth1",
    "auth_oauth2",
    "bin",
    "blocking",
    "brotli",
    "bytes",
    "client",
    "default",
    "dynamic",
    "examples",
    "gzip",
    "harness",
    "http2",
    "jiff",
    "json",
    "lib",
    "limits",
    "main",
    "manual",
    "mock",
    "native_tls",
    "next_page",
    "operations",
    "paging",
    "redirect_policy",
    "reqwest",
    "rustls",
    "std",
    "streamed",
    "support",
    "text",
    "tokio",
    "tracing",
    "types",
    "uploads",
    "uuid",
    "zstd",
];
/// Names by which a folder's file finds other things, which its own modules must not hide.
const NESTED_MODULES: &[&str] = &["form", "futures_util", "response", "schemes", "serde_json", "std", "text", "types"];
/// Methods that a handle or the client has, and those that traits of the prelude give to every value: calls would mean those.
const HANDLE_METHODS: &[&str] = &["builder", "clone", "fmt", "into", "new", "to_builder", "try_into"];
/// Types that a folder's file uses, which its builders and handles must not be called.
const TYPES: &[&str] = &[
    "Auth",
    "Client",
    "Endpoint",
    "Error",
    "Core",
    "FileSource",
    "FormPairs",
    "FormParts",
    "Into",
    "Operation",
    "Option",
    "Paged",
    "Paging",
    "Request",
    "Response",
    "Result",
    "Some",
    "None",
    "Ok",
    "Err",
    "String",
    "Vec",
];

/// What the saved examples of one operation show.
#[derive(Default)]
pub(super) struct Evidence<'a> {
    /// Bodies of its saved requests, where they differ from its own.
    pub(super) requests: Vec<Example>,
    /// The place of its own body.
    pub(super) own_body: String,
    /// How saved answers are written that tell of success.
    pub(super) forms: Vec<Form<'a>>,
    /// Those of them that are JSON.
    pub(super) successes: Vec<Example>,
    /// The data of events, and the lines, that saved answers hold.
    pub(super) items: BTreeMap<Role, Vec<Example>>,
    /// Saved answers that tell of failure, by their statuses.
    pub(super) errors: Vec<(u16, Example)>,
}

/// All requests in document order, folders depth first.
pub(super) fn requests(items: &[Item]) -> Vec<&Request> {
    let mut found = Vec::new();
    for item in items {
        match item {
            Item::Folder(folder) => found.extend(requests(&folder.items)),
            Item::Request(request) => found.push(&**request),
        }
    }
    found
}

/// The same by their numbers.
pub(super) fn requests_by_number(items: &[Item]) -> BTreeMap<usize, &Request> {
    requests(items).into_iter().map(|request| (request.number, request)).collect()
}

/// Lowers everything; types are still open.
pub(super) fn lower_root(context: &mut Context<'_>) -> Folder {
    let collection = context.collection;
    let root = Frame {
        title: String::new(),
        description: None,
        origin: Origin::root(),
        module: names::constant("client"),
        path: Vec::new(),
        feature: None,
        behavior: Behavior::default().or_stated(collection.behavior.as_ref()),
    };
    lower(root, &collection.items, context)
}

/// Requests by their numbers, with what the saved answers to each show.
pub(super) type Answers<'a> = BTreeMap<usize, (&'a Request, Vec<Seen<'a>>)>;

/// Looks at all saved answers.
pub(super) fn answers(collection: &Collection) -> Answers<'_> {
    let requests = requests(&collection.items).into_par_iter();
    requests.map(|request| (request.number, (request, request.responses.iter().map(answer::see).collect()))).collect()
}

/// What examples show of each operation, in the order of `operations_deep`.
pub(super) fn evidence<'a>(root: &Folder, mut answers: Answers<'a>, context: &Context<'_>) -> Vec<Evidence<'a>> {
    let operations = root.operations_deep().into_iter();
    let operations: Vec<_> = operations.map(|(_, operation)| (operation, answers.remove(&operation.index))).collect();
    let examples = operations.into_par_iter().map(|(operation, answers)| {
        let (request, seen) = answers?;
        Some(examples(request, operation, seen, context))
    });
    examples.map(Option::unwrap_or_default).collect()
}

/// A folder whose own name is settled.
struct Frame<'a> {
    title: String,
    description: Option<&'a str>,
    origin: Origin,
    module: Ident,
    path: Vec<Ident>,
    feature: Option<String>,
    /// What it and the folders around it say of bodies.
    behavior: Behavior,
}

fn lower<'a>(frame: Frame<'a>, items: &'a [Item], context: &mut Context<'a>) -> Folder {
    let folders: Vec<&postman::Folder> =
        items.iter().filter_map(as_folder).filter(|folder| has_request(&folder.items)).collect();
    let requests: Vec<&Request> = items.iter().filter_map(as_request).collect();
    let top = frame.path.is_empty();
    let mut used = taken(HANDLE_METHODS);
    used.extend(taken(if top { MODULES } else { NESTED_MODULES }));
    let modules = names::settle(&folders.iter().map(|folder| folder_claim(folder)).collect::<Vec<_>>(), &used);
    let mut used = taken(HANDLE_METHODS);
    used.extend(modules.iter().cloned());
    let methods = names::settle(&requests.iter().map(|request| request_claim(request)).collect::<Vec<_>>(), &used);
    let handle = names::pascal_of(&frame.module);
    let builders = builders(&methods, &handle);
    let forms = forms(&builders, &handle);

    let named = methods.into_iter().zip(builders).zip(forms);
    let named = named.map(|((method, builder), form)| Names { method, builder, form });
    let operations =
        requests.iter().zip(named).map(|(request, names)| operation(request, names, &frame, context)).collect();
    let nested = folders.iter().zip(modules).map(|(folder, module)| {
        report_variables(folder, context);
        let path: Vec<Ident> = frame.path.iter().cloned().chain([module.clone()]).collect();
        let inner = Frame {
            title: docs::line(&folder.name),
            description: folder.description.as_deref(),
            origin: folder.origin.clone(),
            feature: frame.feature.clone().or_else(|| Some(feature(&module))),
            module,
            path,
            behavior: frame.behavior.or_stated(folder.behavior.as_ref()),
        };
        lower(inner, &folder.items, context)
    });
    let folders = nested.collect();
    let docs = docs::markdown(frame.description);
    Folder {
        summary: docs::summary(&docs),
        docs,
        handle: if TYPES.contains(&handle.as_str()) { names::suffixed(&handle, "folder") } else { handle },
        title: frame.title,
        origin: frame.origin,
        module: frame.module,
        path: frame.path,
        feature: frame.feature,
        operations,
        folders,
    }
}

/// Reports the variables of a folder, which the format allows, but which no Postman fills in.
fn report_variables(folder: &postman::Folder, context: &mut Context<'_>) {
    if let Some(first) = folder.variables.first() {
        let message = "variables of a folder are not filled in, as Postman does not";
        let finding = Diagnostic::warning("folder-variables", message).at(&first.origin.key("key")).confidential();
        context.diagnostics.push(finding.hint("move them to the collection's variables"));
    }
}

/// The cargo feature of a folder at the top.
fn feature(module: &Ident) -> String {
    module.plain().trim_start_matches('_').replace('_', "-")
}

fn as_folder(item: &Item) -> Option<&postman::Folder> {
    match item {
        Item::Folder(folder) => Some(folder),
        Item::Request(_) => None,
    }
}

fn as_request(item: &Item) -> Option<&Request> {
    match item {
        Item::Request(request) => Some(request),
        Item::Folder(_) => None,
    }
}

fn has_request(items: &[Item]) -> bool {
    items.iter().any(|item| match item {
        Item::Folder(folder) => has_request(&folder.items),
        Item::Request(_) => true,
    })
}

fn folder_claim(folder: &postman::Folder) -> Claim {
    Claim {
        wanted: names::module(names::without_ordinal(&folder.name)).unwrap_or_else(|| names::constant("folder")),
        qualifiers: vec!["folder".to_owned()],
        key: folder.origin.pointer.clone(),
    }
}

fn request_claim(request: &Request) -> Claim {
    let method = request.method.to_lowercase();
    let literals = || request.url.path.iter().filter(|segment| !segment.contains(['{', ':']));
    let last = literals().next_back().and_then(|segment| names::snake(segment)).map(|name| name.plain().to_owned());
    let fallback = || names::snake(&format!("{method} {}", last.clone().unwrap_or_default()));
    let wanted = names::snake(names::without_ordinal(&request.name)).or_else(fallback);
    let path = request.url.path.iter().filter_map(|segment| names::snake(segment)).map(|name| name.plain().to_owned());
    Claim {
        wanted: wanted.unwrap_or_else(|| names::constant("request")),
        qualifiers: [Some(method.clone()), last, Some(path.collect::<Vec<_>>().join("_"))]
            .into_iter()
            .flatten()
            .collect(),
        key: format!("{method} {} {}", request.url.path.join("/"), request.origin.pointer),
    }
}

fn builders(methods: &[Ident], handle: &Ident) -> Vec<Ident> {
    let claims: Vec<Claim> = methods
        .iter()
        .map(|name| Claim {
            wanted: names::pascal_of(name),
            qualifiers: vec!["request".to_owned()],
            key: name.to_string(),
        })
        .collect();
    let mut used = taken(TYPES);
    used.insert(handle.clone());
    names::settle(&claims, &used)
}

/// What the form of each operation is called, should it send one.
fn forms(builders: &[Ident], handle: &Ident) -> Vec<Ident> {
    let claim = |builder: &Ident| Claim {
        wanted: names::suffixed(builder, "form"),
        qualifiers: vec!["body".to_owned()],
        key: builder.to_string(),
    };
    let mut used = taken(TYPES);
    used.insert(handle.clone());
    used.extend(builders.iter().cloned());
    names::settle(&builders.iter().map(claim).collect::<Vec<_>>(), &used)
}

/// What an operation is called.
struct Names {
    method: Ident,
    builder: Ident,
    form: Ident,
}

fn operation<'a>(request: &'a Request, names: Names, frame: &Frame<'a>, context: &mut Context<'a>) -> Operation {
    let path = url::lower(request, context);
    let mut used: BTreeSet<Ident> = path.arguments.iter().map(|argument| argument.name.clone()).collect();
    used.extend(path.context.iter().map(|&index| context.variables.context()[index].name.clone()));
    let params = params::lower(request, &used, context);
    let sent = body::lower(request, frame.behavior, &names.form, context);
    let replay = sent.replay(Replay { arguments: path.values, setters: params.steps, ..Replay::default() });
    Operation {
        title: docs::line(&request.name),
        origin: request.origin.clone(),
        index: request.number,
        docs: docs::markdown(request.description.as_deref()),
        name: names.method,
        builder: names.builder,
        // Postman sends every method in upper case.
        method: request.method.to_uppercase(),
        server: path.server,
        auth: None,
        path: path.segments,
        arguments: path.arguments,
        context: path.context,
        query: params.query,
        headers: params.headers,
        content_type: sent.content_type,
        body: sent.body,
        more_bodies: Vec::new(),
        success: Success { kind: AnswerKind::Json, ty: TypeRef::Value, text: None, examples: Vec::new(), stream: None },
        failures: Vec::new(),
        paging: None,
        replay,
    }
}

/// The typed JSON that an operation's own request sends.
pub(super) fn json_body(operation: &Operation) -> Option<&Value> {
    operation.body.as_ref()?.kind.json().map(|(_, example)| example)
}

/// What stands at a place of the collection, with values for names of kinds.
fn shown(place: Origin, mut value: Value) -> Example {
    let filled = placeholder::fill(&mut value);
    Example { pointer: place.pointer, value, filled }
}

/// Collects what an operation's examples show. A code is missing in some files: then the answer counts as success.
fn examples<'a>(
    request: &'a Request,
    operation: &Operation,
    seen: Vec<Seen<'a>>,
    context: &Context<'_>,
) -> Evidence<'a> {
    let own_body = request.origin.key("request").key("body").pointer;
    let mut evidence = Evidence { own_body, ..Evidence::default() };
    let own = operation.replay.body.as_ref().map(ReplayText::shown);
    let json = operation.body.as_ref().is_some_and(|body| matches!(body.kind, BodyKind::Json { .. }));
    for (response, seen) in request.responses.iter().zip(seen) {
        let saved = response.request.as_ref().and_then(|saved| saved.body.as_ref());
        if let Some(BodyMode::Raw { text, .. }) = saved.map(|body| &body.mode)
            && json
            && own.is_some_and(|own| own != Some(text))
            && let Some(value) = template_value(text, context)
        {
            let example = shown(response.origin.key("originalRequest").key("body"), value);
            let known = |other: &Example| other.value == example.value;
            if json_body(operation) != Some(&example.value) && !evidence.requests.iter().any(known) {
                evidence.requests.push(example);
            }
        }
        let Seen { form, values } = seen;
        let shown = values.into_iter().map(|value| shown(response.origin.key("body"), value));
        match response.code.unwrap_or(200) {
            200..=299 if answer::tells(request, response, form) => {
                match form {
                    Form::Items(items) => evidence.items.entry(items.role()).or_default().extend(shown),
                    _ => evidence.successes.extend(shown),
                }
                evidence.forms.push(form);
            }
            200..=399 => {}
            status if form == Form::Json => evidence.errors.extend(shown.map(|example| (status, example))),
            _ => {}
        }
    }
    if evidence.forms.is_empty() {
        evidence.forms.extend(answer::expected(request));
    }
    evidence
}
