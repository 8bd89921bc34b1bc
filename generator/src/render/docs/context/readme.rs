//! `README.md`.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{GuideRow, Header, SchemeRow, TextFeatures, guides, header, scheme_rows, text_features};
use crate::diagnostic::is_harmless;
use crate::dynamic::shown;
use crate::model::{
    AnswerKind, Api, Envelope, Environment, Folder, Ident, Operation, Server, Success, TypeRef, Variable,
};
use crate::render::docs::{auth, indented};
use crate::render::markdown;
use crate::render::rust::{Samples, Setters, request};

#[derive(Serialize)]
pub(in crate::render::docs) struct Readme {
    #[serde(flatten)]
    header: Header,
    title: String,
    description: String,
    name: String,
    krate: String,
    version: String,
    operations: usize,
    /// How many of them have an answer with a type of its own, or that is no JSON.
    typed: usize,
    first: Option<First>,
    /// Whether its answer is a type of the crate.
    typed_first: bool,
    /// How a mock answers the first call.
    mock: Option<MockRow>,
    /// Whether requests carry files.
    uploads: bool,
    credentials: Vec<auth::CredentialRow>,
    auth: Vec<auth::Way>,
    schemes: Vec<SchemeRow>,
    /// Variables without a value that the first call needs.
    required: Vec<VariableRow>,
    /// Base URLs that the collection leaves open.
    servers: Vec<ServerRow>,
    /// Those that have one.
    settings: Vec<VariableRow>,
    /// Those that stand in paths.
    context: Vec<VariableRow>,
    environments: Vec<EnvironmentRow>,
    envelope: Option<Envelope>,
    error_body: bool,
    /// How all pages of a list are read, if there are lists in pages.
    paged: Option<PagedRow>,
    /// Operations that answer item by item.
    streams: Vec<StreamRow>,
    /// Whether some of them answer with events, and with lines.
    events: bool,
    lines: bool,
    folders: Vec<FolderRow>,
    text: Option<TextFeatures>,
    dynamic: bool,
    guides: Vec<GuideRow>,
}

/// The first call that the README shows.
#[derive(Serialize)]
struct First {
    /// What the body names.
    imports: String,
    /// The call, awaited, and what is done with what it answers.
    body: String,
    /// What the request alone names.
    call_imports: String,
    /// The request alone, as an expression.
    call: String,
    /// Whether it has a value that can be printed.
    answers: bool,
    /// Whether it answers item by item.
    streams: bool,
    /// What has to be on for it, beside the client.
    features: Vec<String>,
    /// Where it goes, if that has to be set.
    server: Option<ServerRow>,
}

/// How all pages of a list are read.
#[derive(Serialize)]
struct PagedRow {
    imports: String,
    /// The request, as an expression.
    call: String,
    /// What has to be on for it, beside the client.
    features: Vec<String>,
}

/// An operation and its answer, by their paths in the crate.
#[derive(Serialize)]
struct MockRow {
    operation: String,
    answer: String,
}

#[derive(Serialize)]
struct VariableRow {
    wire: String,
    name: String,
    env: String,
    example: String,
}

#[derive(Serialize)]
struct ServerRow {
    setter: String,
    example: String,
}

#[derive(Serialize)]
struct EnvironmentRow {
    title: String,
    constructor: String,
    sets: Vec<String>,
    missing: Vec<String>,
}

/// An operation that answers item by item.
#[derive(Serialize)]
struct StreamRow {
    call: String,
    /// What asks for that, where it answers in another way, too.
    method: Option<&'static str>,
}

/// How many operations are named that answer item by item.
const NAMED_STREAMS: usize = 8;

#[derive(Serialize)]
struct FolderRow {
    feature: String,
    module: String,
    summary: String,
}

pub(in crate::render::docs) fn readme(api: &Api, samples: &Samples) -> Readme {
    let package = &api.package;
    let operations = api.root.operations_deep();
    let shown = first_operation(&operations);
    let operation = shown.map(|(_, operation)| operation);
    Readme {
        header: header(api),
        title: api.title.clone(),
        description: package.description.clone(),
        name: package.name.clone(),
        krate: package.krate.to_string(),
        version: package.version.clone(),
        operations: operations.len(),
        typed: operations.iter().filter(|(_, operation)| is_typed(operation)).count(),
        first: shown.map(|(folder, operation)| first(api, samples, folder, operation)),
        typed_first: operation.is_some_and(|operation| answer_type(operation).is_some()),
        mock: shown.and_then(|(folder, operation)| mock(folder, operation)),
        uploads: api.has_uploads(),
        credentials: auth::credentials(api, operation),
        auth: auth::ways(api),
        schemes: scheme_rows(api),
        required: operation.map(|operation| required(api, operation)).unwrap_or_default(),
        servers: api.servers.iter().filter(|server| server.url.is_empty()).map(server).collect(),
        settings: api.context.iter().filter(|known| known.default.is_some()).map(variable).collect(),
        context: in_paths(api),
        environments: api.environments.iter().map(environment).collect(),
        envelope: api.envelope.clone(),
        error_body: api.envelope.as_ref().is_some_and(|envelope| matches!(envelope.error, Some(TypeRef::Named(_)))),
        paged: paged(api),
        streams: operations.iter().filter_map(stream).take(NAMED_STREAMS).collect(),
        events: api.stream_formats().iter().any(|format| format.is_events()),
        lines: api.stream_formats().iter().any(|format| !format.is_events()),
        folders: api.root.folders.iter().map(folder_row).collect(),
        text: (!api.formats().is_empty()).then(|| text_features(api)),
        dynamic: !api.dynamic.client.is_empty(),
        guides: guides(api),
    }
}

/// The variables without a value that an operation needs.
fn required(api: &Api, operation: &Operation) -> Vec<VariableRow> {
    let mut templates = auth::templates(api, operation);
    templates.extend(api.servers.get(operation.server).map(|server| server.url.as_str()));
    let needs = |name: &str| templates.iter().any(|template| auth::holds(template, name));
    let open = api.context.iter().enumerate().filter(|(_, known)| known.default.is_none());
    let needed = open.filter(|(index, known)| operation.context.contains(index) || needs(known.name.plain()));
    needed.map(|(_, known)| variable(known)).collect()
}

fn server(server: &Server) -> ServerRow {
    let example = server.example.as_deref().unwrap_or("https://api.example.com");
    ServerRow { setter: server.setter.to_string(), example: plain(example) }
}

/// A text that can stand in a string literal as it is.
fn plain(text: &str) -> String {
    text.replace(['"', '\\'], "").replace(|c: char| !is_harmless(c), " ")
}

fn variable(variable: &Variable) -> VariableRow {
    let example = variable.shown().map_or_else(|| variable.wire.clone(), shown);
    VariableRow {
        wire: variable.wire.clone(),
        name: variable.name.to_string(),
        env: variable.env.clone(),
        example: plain(&example),
    }
}

fn environment(environment: &Environment) -> EnvironmentRow {
    EnvironmentRow {
        title: environment.title.clone(),
        constructor: environment.constructor.to_string(),
        sets: environment.settings.iter().map(|setting| setting.setter.to_string()).collect(),
        missing: environment.missing.iter().map(ToString::to_string).collect(),
    }
}

/// The variables of the client that each call can set for itself.
fn in_paths(api: &Api) -> Vec<VariableRow> {
    let operations = api.root.operations_deep();
    let used: BTreeSet<usize> =
        operations.iter().flat_map(|(_, operation)| operation.context.iter().copied()).collect();
    used.into_iter().filter_map(|index| api.context.get(index)).map(variable).collect()
}

fn folder_row(folder: &Folder) -> FolderRow {
    FolderRow {
        feature: folder.feature.clone().unwrap_or_default(),
        module: folder.module.plain().to_owned(),
        summary: match folder.summary.is_empty() {
            true => markdown::text(&folder.title),
            false => folder.summary.clone(),
        },
    }
}

fn first(api: &Api, samples: &Samples, folder: &Folder, operation: &Operation) -> First {
    let code = samples.get(operation).code.as_str();
    let (imports, body) = code.split_once("\n\n").unwrap_or(("", code));
    let request = request(api, folder, operation, Setters::Own);
    let open = api.servers.get(operation.server).filter(|server| server.url.is_empty());
    First {
        imports: imports.to_owned(),
        body: indented(body),
        call_imports: request.imports,
        call: request.expression,
        answers: !matches!(operation.success.kind, AnswerKind::Empty | AnswerKind::Stream),
        streams: operation.success.kind == AnswerKind::Stream,
        features: features(folder),
        server: open.map(server),
    }
}

/// The type of the crate that an operation answers with, as a whole.
fn answer_type(operation: &Operation) -> Option<&Ident> {
    match &operation.success {
        Success { kind: AnswerKind::Json, ty: TypeRef::Named(name), .. } => Some(name),
        _ => None,
    }
}

/// What a mock is told of an operation whose answer has a type of its own.
fn mock(folder: &Folder, operation: &Operation) -> Option<MockRow> {
    let answer = answer_type(operation)?;
    let home = match &folder.path[..] {
        [] => "operations".to_owned(),
        path => path.iter().map(ToString::to_string).collect::<Vec<_>>().join("::"),
    };
    let operation = format!("{home}::{}", operation.builder);
    Some(MockRow { operation, answer: format!("types::{answer}::default()") })
}

/// The call that shows the client best: a read with a typed answer, as short as can be. `None` when there is nothing to call.
fn first_operation<'a>(operations: &[(&'a Folder, &'a Operation)]) -> Option<(&'a Folder, &'a Operation)> {
    let simple =
        |(_, operation): &&(&Folder, &Operation)| operation.method == "GET" && operation.success.ty != TypeRef::Value;
    let best = operations
        .iter()
        .filter(simple)
        .min_by_key(|(folder, operation)| (operation.paging.is_none(), operation.arguments.len(), folder.path.len()));
    let shortest = || {
        operations.iter().min_by_key(|(_, operation)| {
            (operation.method != "GET", operation.body.is_some(), operation.arguments.len())
        })
    };
    best.or_else(shortest).copied()
}

fn stream((folder, operation): &(&Folder, &Operation)) -> Option<StreamRow> {
    operation.success.stream.as_ref()?;
    let path = folder.path.iter().map(|module| format!("{}().", module.plain())).collect::<String>();
    let method = operation.success.other_stream().map(|stream| stream.format.method());
    Some(StreamRow { call: format!("{path}{}", operation.name.plain()), method })
}

fn is_typed(operation: &Operation) -> bool {
    operation.success.kind != AnswerKind::Json || operation.success.ty != TypeRef::Value
}

/// How all pages of a list are read: the first one that needs neither arguments nor a body, if there is such a one.
fn paged(api: &Api) -> Option<PagedRow> {
    let (folder, operation) = first_paged(&api.root.operations_deep())?;
    let request = request(api, folder, operation, Setters::None);
    Some(PagedRow { imports: request.imports, call: request.expression, features: features(folder) })
}

fn first_paged<'a>(operations: &[(&'a Folder, &'a Operation)]) -> Option<(&'a Folder, &'a Operation)> {
    let paged = operations.iter().filter(|(_, operation)| operation.paging.is_some());
    paged.min_by_key(|(_, operation)| (operation.body.is_some(), operation.arguments.len())).copied()
}

/// The features of a folder's operations, beside that of the client.
fn features(folder: &Folder) -> Vec<String> {
    folder.feature.iter().cloned().collect()
}

/// The features that the code of the README needs; none where it has no code.
pub(in crate::render) fn readme_features(api: &Api) -> BTreeSet<String> {
    let operations = api.root.operations_deep();
    let shown = [first_operation(&operations), first_paged(&operations)];
    let client = || "client".to_owned();
    shown.into_iter().flatten().flat_map(|(folder, _)| features(folder).into_iter().chain([client()])).collect()
}
