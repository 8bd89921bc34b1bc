//! What the templates get: plain data, every decision made.

use std::collections::BTreeSet;

use serde::Serialize;

use super::auth;
use super::curl;
use super::excerpt::excerpt;
use crate::model::{Api, BodyKind, Envelope, Folder, Ident, Operation, Package, ScalarKind, TypeRef, Variable};
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
    let line = |text: &str| text.replace(char::is_control, " ").replace("--", "- -");
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
    features: Vec<String>,
    schemes: Vec<SchemeRow>,
    /// What the features of all schemes turn on.
    enabled: BTreeSet<&'static str>,
    guides: Vec<GuideRow>,
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
        features: api.root.folders.iter().filter_map(|folder| folder.feature.clone()).collect(),
        schemes: scheme_rows(api),
        enabled: scheme_rows(api).into_iter().flat_map(|row| row.enables).collect(),
        guides: guides(api),
    }
}

fn guides(api: &Api) -> Vec<GuideRow> {
    let row = |guide: &crate::model::Guide| GuideRow {
        title: guide.title.clone(),
        file: guide.file.plain().to_owned(),
        summary: first_line(&guide.docs),
        features: guide.features.clone(),
    };
    api.guides.iter().map(row).collect()
}

fn first_line(docs: &str) -> String {
    docs.lines().next().unwrap_or_default().to_owned()
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
    first: First,
    credentials: Vec<auth::CredentialRow>,
    auth: Vec<String>,
    schemes: Vec<SchemeRow>,
    context: Vec<VariableRow>,
    envelope: Option<Envelope>,
    error_body: bool,
    paged: Option<String>,
    folders: Vec<FolderRow>,
    guides: Vec<GuideRow>,
}

/// The first call that the README shows.
#[derive(Serialize)]
struct First {
    imports: String,
    body: String,
}

#[derive(Serialize)]
struct VariableRow {
    wire: String,
    name: String,
    env: String,
    example: String,
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
        first: first(api, samples),
        credentials: auth::credentials(api),
        auth: auth::ways(api),
        schemes: scheme_rows(api),
        context: api.context.iter().map(variable).collect(),
        envelope: api.envelope.clone(),
        error_body: api.envelope.as_ref().is_some_and(|envelope| matches!(envelope.error, Some(TypeRef::Named(_)))),
        paged: paged(api),
        folders: api.root.folders.iter().map(folder_row).collect(),
        guides: guides(api),
    }
}

fn variable(variable: &Variable) -> VariableRow {
    let example = variable.value.clone().unwrap_or_else(|| variable.wire.clone());
    VariableRow {
        wire: variable.wire.clone(),
        name: variable.name.to_string(),
        env: variable.env.clone(),
        example: example.replace(['"', '\\'], "").replace(char::is_control, " "),
    }
}

fn folder_row(folder: &Folder) -> FolderRow {
    let summary = first_line(&folder.docs);
    FolderRow {
        feature: folder.feature.clone().unwrap_or_default(),
        module: folder.module.plain().to_owned(),
        summary: if summary.is_empty() { markdown::text(&folder.title) } else { summary },
    }
}

/// The call that shows the client best: a read with a typed answer, as short as can be.
fn first(api: &Api, samples: &Samples) -> First {
    let krate = &api.package.krate;
    let operations = api.root.operations_deep();
    let simple =
        |(_, operation): &&(&Folder, &Operation)| operation.method == "GET" && operation.success.ty != TypeRef::Value;
    let best = operations
        .iter()
        .filter(simple)
        .min_by_key(|(folder, operation)| (operation.paging.is_none(), operation.arguments.len(), folder.path.len()));
    let Some((_, operation)) = best.or(operations.first()) else {
        return First { imports: format!("use {krate}::Client;"), body: "    let answer = ();".to_owned() };
    };
    let code = samples.get(operation).code.as_str();
    let (imports, body) = code.split_once("\n\n").unwrap_or(("", code));
    let client = format!("use {krate}::Client;");
    let imports = if imports.is_empty() { client } else { format!("{client}\n{imports}") };
    First { imports, body: indent(body) }
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
    method: String,
    path: String,
    docs: String,
    rust: String,
    link: String,
    parameters: Vec<Parameter>,
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

#[derive(Serialize)]
struct Payload {
    ty: String,
    language: &'static str,
    example: Option<String>,
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
        method: operation.method.clone(),
        path: operation.path_template(),
        docs: operation.docs.clone(),
        rust: format!("{krate}::{}::{handle}::{name}", modules.join("::")),
        link: format!(
            "https://docs.rs/{}/latest/{krate}/{}/struct.{handle}.html#method.{name}",
            api.package.name,
            modules.join("/")
        ),
        parameters: parameters(api, operation),
        body: operation.body.as_ref().map(|body| match &body.kind {
            BodyKind::Json { ty, example } => {
                Payload { ty: type_link(api, ty), language: "json", example: Some(excerpt(example)) }
            }
            BodyKind::Text { example } => {
                Payload { ty: "`String`".to_owned(), language: "text", example: Some(example.replace("```", "'''")) }
            }
        }),
        answer: Payload {
            ty: type_link(api, &operation.success.ty),
            language: "json",
            example: operation.success.example().map(excerpt),
        },
        sample: samples.get(operation).code.clone(),
        curl: curl::line(api, operation),
    }
}

fn parameters(api: &Api, operation: &Operation) -> Vec<Parameter> {
    let context = operation.context.iter().filter_map(|&index| api.context.get(index)).map(|variable| Parameter {
        name: variable.wire.clone(),
        place: "path, context",
        ty: "String".to_owned(),
        example: variable.value.clone(),
        docs: match variable.docs.is_empty() {
            true => "Set on the client or on the call.".to_owned(),
            false => variable.docs.clone(),
        },
    });
    let arguments = operation.arguments.iter().map(|argument| Parameter {
        name: argument.wire.clone(),
        place: "path",
        ty: "String".to_owned(),
        example: Some(argument.example.clone()),
        docs: argument.docs.clone(),
    });
    let query = operation.query.iter().map(|query| Parameter {
        name: query.wire.clone(),
        place: if query.fixed.is_some() { "query, always sent" } else { "query" },
        ty: scalar_name(query.kind).to_owned(),
        example: query.example.clone(),
        docs: query.docs.clone(),
    });
    let headers = operation.headers.iter().map(|header| Parameter {
        name: header.wire.clone(),
        place: "header",
        ty: "String".to_owned(),
        example: header.example.clone(),
        docs: header.docs.clone(),
    });
    context.chain(arguments).chain(query).chain(headers).collect()
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
fn type_link(api: &Api, ty: &TypeRef) -> String {
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
