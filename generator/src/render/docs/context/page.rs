//! `docs/<folder>.md`.

use serde::Serialize;

use super::{Header, header};
use crate::dynamic::shown;
use crate::model::{Api, FieldKind, Folder, Ident, Operation, Package, ScalarKind, TypeDef, TypeKind, TypeRef};
use crate::render::docs::curl;
use crate::render::docs::payload::{self, Payload};
use crate::render::rust::Samples;
use crate::render::rust::failure::{self, type_name};

#[derive(Serialize)]
pub(in crate::render::docs) struct Page {
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
    /// What it answers item by item beside that, with the method that asks for it.
    stream: Option<(&'static str, Payload)>,
    failures: Vec<Failure>,
    sample: String,
    curl: String,
}

/// What is answered with some statuses that tell of failure.
#[derive(Serialize)]
struct Failure {
    statuses: String,
    ty: String,
}

#[derive(Serialize)]
struct Parameter {
    name: String,
    place: &'static str,
    ty: String,
    example: Option<String>,
    docs: String,
}

pub(in crate::render::docs) fn page(api: &Api, samples: &Samples, folder: &Folder) -> Page {
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
        stream: operation
            .success
            .other_stream()
            .and_then(|stream| Some((stream.format.method(), payload::stream(api, &operation.success)?))),
        failures: failures(api, operation),
        sample: samples.get(operation).code.clone(),
        curl: curl::line(api, operation),
    }
}

fn failures(api: &Api, operation: &Operation) -> Vec<Failure> {
    let types = failure::by_type(&operation.failures).into_iter();
    types.map(|(ty, statuses)| Failure { statuses: failure::listed(&statuses), ty: type_link(api, ty) }).collect()
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
pub(in crate::render::docs) fn type_link(api: &Api, ty: &TypeRef) -> String {
    let code = format!("`{}`", type_name(ty));
    let Some(def) = ty.named().and_then(|name| TypeDef::find(&api.types, name)) else { return code };
    let Package { name: package, krate, .. } = &api.package;
    let kind = match def.kind {
        TypeKind::Struct(_) => "struct",
        TypeKind::Enum(_) | TypeKind::Union(_) => "enum",
    };
    format!("[{code}](https://docs.rs/{package}/latest/{krate}/types/{kind}.{}.html)", def.name)
}
