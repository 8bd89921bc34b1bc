//! What the templates get: plain data, every decision made.

use std::collections::BTreeSet;

use serde::Serialize;

use super::auth;
use super::curl;
use super::payload::{self, Payload};
use crate::diagnostic::is_harmless;
use crate::dynamic::shown;
use crate::model::{
    self, AnswerKind, Api, Dynamic, Envelope, Environment, FieldKind, Folder, Ident, Operation, Package, ScalarKind,
    Server, TypeRef, Variable,
};
use crate::render::rust::Samples;
use crate::render::{MARK, markdown, schemes};

/// The lines that every file begins with.
#[derive(Serialize)]
struct Header {
    mark: &'static str,
    source: String,
    command: String,
}

fn header(api: &Api) -> Header {
    // What would end the comment that it stands in, in Markdown as in HTML.
    let line =
        |text: &str| text.replace(|c: char| !is_harmless(c), " ").replace("-->", "-- >").replace("--!>", "--! >");
    Header { mark: MARK, source: line(&api.package.source), command: line(&api.package.command) }
}

#[derive(Serialize)]
pub(super) struct Manifest {
    #[serde(flatten)]
    header: Header,
    name: String,
    version: String,
    description: String,
    license: Option<String>,
    repository: Option<String>,
    /// Whether requests carry files or multipart forms.
    uploads: bool,
    features: Vec<String>,
    replay: bool,
    dynamic: Makers,
    schemes: Vec<SchemeRow>,
    /// What the features of all schemes turn on.
    enabled: BTreeSet<&'static str>,
    guides: Vec<GuideRow>,
}

/// Which crates make values of dynamic variables.
#[derive(Serialize)]
struct Makers {
    /// Whether the crate itself needs some, by a feature.
    feature: bool,
    client: Needs,
    /// What the replay program needs besides.
    replay: Needs,
}

#[derive(Serialize)]
struct Needs {
    random: bool,
    invented: bool,
}

fn makers(api: &Api) -> Makers {
    let model::Makers { client, replay } = &api.dynamic;
    let needs = |dynamic: &dyn Fn(Dynamic) -> bool| Needs {
        random: dynamic(Dynamic::Random),
        invented: dynamic(Dynamic::Invented),
    };
    Makers {
        feature: !client.is_empty(),
        client: needs(&|dynamic| client.contains(&dynamic)),
        replay: needs(&|dynamic| replay.contains(&dynamic) && !client.contains(&dynamic)),
    }
}

/// The feature of a scheme of authentication.
#[derive(Serialize)]
struct SchemeRow {
    feature: &'static str,
    title: &'static str,
    enables: BTreeSet<&'static str>,
}

fn scheme_rows(api: &Api) -> Vec<SchemeRow> {
    let features = schemes::features(api).into_iter();
    features.map(|(feature, title, enables)| SchemeRow { feature, title, enables }).collect()
}

#[derive(Serialize)]
struct GuideRow {
    title: String,
    file: String,
    summary: String,
    features: Vec<String>,
}

pub(super) fn manifest(api: &Api) -> Manifest {
    let package = &api.package;
    Manifest {
        header: header(api),
        name: package.name.clone(),
        version: package.version.clone(),
        description: package.description.clone(),
        license: package.license.clone(),
        repository: package.repository.clone(),
        uploads: api.has_uploads(),
        features: api.root.folders.iter().filter_map(|folder| folder.feature.clone()).collect(),
        replay: !api.root.operations_deep().is_empty(),
        dynamic: makers(api),
        schemes: scheme_rows(api),
        enabled: scheme_rows(api).into_iter().flat_map(|row| row.enables).collect(),
        guides: guides(api),
    }
}

fn guides(api: &Api) -> Vec<GuideRow> {
    let row = |guide: &crate::model::Guide| GuideRow {
        title: guide.title.clone(),
        file: guide.file.plain().to_owned(),
        summary: guide.summary.clone(),
        features: guide.features.clone(),
    };
    api.guides.iter().map(row).collect()
}

#[derive(Serialize)]
pub(super) struct Readme {
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
    paged: Option<String>,
    folders: Vec<FolderRow>,
    dynamic: bool,
    guides: Vec<GuideRow>,
}

/// The first call that the README shows.
#[derive(Serialize)]
struct First {
    imports: String,
    body: String,
    /// Where it goes, if that has to be set.
    server: Option<ServerRow>,
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

#[derive(Serialize)]
struct FolderRow {
    feature: String,
    module: String,
    summary: String,
}

pub(super) fn readme(api: &Api, samples: &Samples) -> Readme {
    let package = &api.package;
    Readme {
        header: header(api),
        title: api.title.clone(),
        description: package.description.clone(),
        name: package.name.clone(),
        krate: package.krate.to_string(),
        version: package.version.clone(),
        operations: api.root.operations_deep().len(),
        typed: api.root.operations_deep().into_iter().filter(|(_, operation)| is_typed(operation)).count(),
        first: first(api, samples),
        credentials: auth::credentials(api, first_operation(api).map(|(_, operation)| operation)),
        auth: auth::ways(api),
        schemes: scheme_rows(api),
        required: first_operation(api).map(|(_, operation)| required(api, operation)).unwrap_or_default(),
        servers: api.servers.iter().filter(|server| server.url.is_empty()).map(server).collect(),
        settings: api.context.iter().filter(|known| known.default.is_some()).map(variable).collect(),
        context: in_paths(api),
        environments: api.environments.iter().map(environment).collect(),
        envelope: api.envelope.clone(),
        error_body: api.envelope.as_ref().is_some_and(|envelope| matches!(envelope.error, Some(TypeRef::Named(_)))),
        paged: paged(api),
        folders: api.root.folders.iter().map(folder_row).collect(),
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

/// The call that shows the client best: a read with a typed answer, as short as can be. `None` when there is nothing to call.
fn first(api: &Api, samples: &Samples) -> Option<First> {
    let krate = &api.package.krate;
    let (_, operation) = first_operation(api)?;
    let code = samples.get(operation).code.as_str();
    let (imports, body) = code.split_once("\n\n").unwrap_or(("", code));
    let client = format!("use {krate}::Client;");
    let imports = if imports.is_empty() { client } else { format!("{client}\n{imports}") };
    let open = api.servers.get(operation.server).filter(|server| server.url.is_empty());
    Some(First { imports, body: indent(body), server: open.map(server) })
}

fn first_operation(api: &Api) -> Option<(&Folder, &Operation)> {
    let operations = api.root.operations_deep();
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

fn is_typed(operation: &Operation) -> bool {
    operation.success.kind != AnswerKind::Json || operation.success.ty != TypeRef::Value
}

fn indent(code: &str) -> String {
    code.lines()
        .map(|line| if line.is_empty() { String::new() } else { format!("    {line}") })
        .collect::<Vec<_>>()
        .join("\n")
}

fn paged(api: &Api) -> Option<String> {
    let operations = api.root.operations_deep();
    let (folder, operation) = operations.iter().find(|(_, operation)| {
        operation.paging.is_some() && operation.arguments.is_empty() && operation.body.is_none()
    })?;
    let handle: String = folder.path.iter().map(|module| format!(".{module}()")).collect();
    Some(format!("    let mut items = std::pin::pin!(client{handle}.{}().items());", operation.name))
}

#[derive(Serialize)]
pub(super) struct Page {
    #[serde(flatten)]
    header: Header,
    title: String,
    docs: String,
    package: String,
    krate: String,
    module: String,
    feature: String,
    folders: Vec<Section>,
}

#[derive(Serialize)]
struct Section {
    title: String,
    docs: String,
    nested: bool,
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    title: String,
    anchor: String,
    /// Method and path.
    line: String,
    docs: String,
    rust: String,
    link: String,
    parameters: Vec<Parameter>,
    query: Option<String>,
    body: Option<Payload>,
    answer: Payload,
    sample: String,
    curl: String,
}

#[derive(Serialize)]
struct Parameter {
    name: String,
    place: &'static str,
    ty: String,
    example: Option<String>,
    docs: String,
}

pub(super) fn page(api: &Api, samples: &Samples, folder: &Folder) -> Page {
    let mut folders = Vec::new();
    sections(api, samples, folder, false, &mut folders);
    Page {
        header: header(api),
        title: folder.title.clone(),
        docs: folder.docs.clone(),
        package: api.package.name.clone(),
        krate: api.package.krate.to_string(),
        module: folder.module.plain().to_owned(),
        feature: folder.feature.clone().unwrap_or_default(),
        folders,
    }
}

fn sections(api: &Api, samples: &Samples, folder: &Folder, nested: bool, found: &mut Vec<Section>) {
    found.push(Section {
        title: folder.title.clone(),
        docs: folder.docs.clone(),
        nested,
        entries: folder.operations.iter().map(|operation| entry(api, samples, folder, operation)).collect(),
    });
    for inner in &folder.folders {
        sections(api, samples, inner, true, found);
    }
}

fn entry(api: &Api, samples: &Samples, folder: &Folder, operation: &Operation) -> Entry {
    let modules: Vec<&str> = folder.path.iter().map(Ident::plain).collect();
    let (krate, handle, name) = (&api.package.krate, &folder.handle, operation.name.plain());
    Entry {
        title: operation.title.clone(),
        anchor: modules[1..].iter().copied().chain([name]).collect::<Vec<_>>().join("-").replace('_', "-"),
        line: format!("{} {}", operation.method, operation.path_template()),
        docs: operation.docs.clone(),
        rust: format!("{krate}::{}::{handle}::{name}", modules.join("::")),
        link: format!(
            "https://docs.rs/{}/latest/{krate}/{}/struct.{handle}.html#method.{name}",
            api.package.name,
            modules.join("/")
        ),
        parameters: parameters(api, operation),
        body: operation.body.as_ref().and_then(|body| payload::body(api, &body.kind)),
        query: operation.body.as_ref().and_then(|body| payload::query(&body.kind)),
        answer: payload::answer(api, &operation.success),
        sample: samples.get(operation).code.clone(),
        curl: curl::line(api, operation),
    }
}

fn parameters(api: &Api, operation: &Operation) -> Vec<Parameter> {
    let context = operation.context.iter().filter_map(|&index| api.context.get(index)).map(|variable| Parameter {
        name: variable.wire.clone(),
        place: "path, context",
        ty: "String".to_owned(),
        example: variable.shown().map(shown),
        docs: match variable.docs.is_empty() {
            true => "Set on the client or on the call.".to_owned(),
            false => variable.docs.clone(),
        },
    });
    let arguments = operation.arguments.iter().map(|argument| Parameter {
        name: argument.wire.clone(),
        place: "path",
        ty: "String".to_owned(),
        example: argument.example.clone(),
        docs: argument.docs.clone(),
    });
    let query = operation.query.iter().map(|query| Parameter {
        name: query.wire.clone(),
        place: match (&query.fixed, &query.credential) {
            (Some(_), _) => "query, always sent",
            (None, Some(_)) => "query, from the client",
            (None, None) => "query",
        },
        ty: scalar_name(query.kind).to_owned(),
        example: query.example.clone(),
        docs: query.docs.clone(),
    });
    let headers = operation.headers.iter().map(|header| Parameter {
        name: header.wire.clone(),
        place: "header",
        ty: "String".to_owned(),
        example: header.example.as_deref().map(shown),
        docs: header.docs.clone(),
    });
    let form = operation.body.as_ref().and_then(|body| body.kind.form());
    let fields = form.into_iter().flat_map(|form| &form.fields).map(|field| Parameter {
        name: field.wire.clone(),
        place: "form",
        ty: match field.kind {
            FieldKind::File => "file".to_owned(),
            FieldKind::Text(kind) => scalar_name(kind).to_owned(),
        },
        example: field.example.clone(),
        docs: field.docs.clone(),
    });
    context.chain(arguments).chain(query).chain(headers).chain(fields).collect()
}

fn scalar_name(kind: ScalarKind) -> &'static str {
    match kind {
        ScalarKind::String => "String",
        ScalarKind::Bool => "bool",
        ScalarKind::Unsigned => "u64",
        ScalarKind::Number => "number",
    }
}

/// A type as code, with a link to its documentation where it is one of the API's.
pub(super) fn type_link(api: &Api, ty: &TypeRef) -> String {
    let code = format!("`{}`", type_name(ty));
    match ty.named() {
        Some(name) => {
            let Package { name: package, krate, .. } = &api.package;
            format!("[{code}](https://docs.rs/{package}/latest/{krate}/types/struct.{name}.html)")
        }
        None => code,
    }
}

fn type_name(ty: &TypeRef) -> String {
    match ty {
        TypeRef::Value => "serde_json::Value".to_owned(),
        TypeRef::Bool => "bool".to_owned(),
        TypeRef::Integer => "i64".to_owned(),
        TypeRef::Unsigned => "u64".to_owned(),
        TypeRef::Float => "f64".to_owned(),
        TypeRef::String => "String".to_owned(),
        TypeRef::List(element) => format!("Vec<{}>", type_name(element)),
        TypeRef::Map(value) => format!("Map<String, {}>", type_name(value)),
        TypeRef::Named(name) => name.to_string(),
    }
}
