//! Types for all bodies and answers: gathers the evidence by endpoint, infers, and puts the results in their places.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::answer::{self, Form};
use super::endpoint::{self, Endpoints};
use super::folder::{self, Evidence};
use super::infer::{self, Role, Root, Shown, Types};
use super::names::{self, Claim};
use super::{Context, stem};
use crate::diagnostic::Diagnostic;
use crate::known::{BodyPlace, KnownNames};
use crate::model::{
    AnswerKind, BodyKind, Example, Failure, Folder, Ident, Operation, StreamFormat, Streamed, TypeDef, TypeKind,
    TypeRef,
};

/// Types of which several folders make use stand in a module of the type that they belong to; this one holds those modules.
const SHARED: &str = "shared";

/// The types, and that of an error's body.
pub(super) struct Inferred {
    pub(super) defs: Vec<TypeDef>,
    pub(super) error: Option<TypeRef>,
    /// How many structs there would be if each place that shows objects had its own.
    pub(super) unshared: usize,
    /// What is to be remembered, where that is not what the types are called.
    pub(super) names: Option<KnownNames>,
    /// What the configuration says of types and cannot be.
    pub(super) findings: Vec<Diagnostic>,
}

/// Infers all types and fills them into the operations.
pub(super) fn infer(
    root: &mut Folder,
    evidence: Vec<Evidence<'_>>,
    endpoints: &Endpoints,
    context: &Context<'_>,
) -> Inferred {
    let always_set: BTreeSet<&str> = context.variables.context().iter().map(|variable| variable.name.plain()).collect();
    let operations = root.operations_deep();
    let of_endpoints = endpoints.members.par_iter().enumerate();
    let (places, roots): (Vec<(usize, Role)>, Vec<Root<'_>>) = of_endpoints
        .flat_map_iter(|(index, members)| {
            let roots = roots(&operations, &evidence, members, &always_set).into_iter();
            roots.map(move |root| ((index, root.role), root))
        })
        .unzip();
    let (types, findings) = infer::infer(&roots, &context.config.known, &context.config.types);
    let findings = findings.into_iter().map(|finding| finding.in_file(&context.config.file)).collect();
    let found: BTreeMap<(usize, Role), TypeRef> = places.into_iter().zip(types.roots.iter().cloned()).collect();
    let error = most_common(found.iter().filter(|((_, role), _)| matches!(role, Role::Error(_))).map(|(_, ty)| ty));
    let features: Vec<Option<String>> = operations.iter().map(|(folder, _)| folder.feature.clone()).collect();
    let modules = modules(root);
    let titles: Vec<String> = operations.iter().map(|(_, operation)| operation.title.clone()).collect();
    // The root of the crate names it, whatever features are on.
    let always = error.as_ref().filter(|_| context.config.envelope.is_some()).and_then(TypeRef::named);
    let (unshared, names) = (types.unshared, types.names.clone());
    let needed = needed_by(&types, endpoints, &features, always);
    let defs = place(types, &needed, &modules, &titles);
    let kinds: Vec<_> = endpoints.members.iter().map(|members| answer_kind(&operations, &evidence, members)).collect();
    let kinds = endpoints.of.iter().map(|&endpoint| (endpoint, kinds[endpoint])).collect::<Vec<_>>();
    fill(root, &mut kinds.into_iter().zip(evidence), &found);
    Inferred { defs, error, unshared, names, findings }
}

/// The bodies and answers of an endpoint.
fn roots<'a>(
    operations: &[(&'a Folder, &'a Operation)],
    evidence: &'a [Evidence<'a>],
    members: &[usize],
    always_set: &BTreeSet<&str>,
) -> Vec<Root<'a>> {
    let Some(&first) = members.first() else { return Vec::new() };
    let members_of: Vec<(&Folder, &Operation)> = members.iter().map(|&member| operations[member]).collect();
    let stem = stem::stem(members_of.iter().map(|(_, operation)| *operation), always_set);
    let root = |(role, examples)| {
        let place = match role {
            Role::Request => "request".to_owned(),
            Role::Variables => "variables".to_owned(),
            Role::Success => "response".to_owned(),
            Role::Event => "event".to_owned(),
            Role::Line => "line".to_owned(),
            Role::Error(status) => status.to_string(),
        };
        Root {
            role,
            place: BodyPlace::of(&members_of, &place),
            docs: members_of.iter().map(|(_, operation)| operation.docs.as_str()).collect(),
            operation: first,
            name: stem.clone(),
            resource: endpoint::resource(operations[first].1),
            examples,
        }
    };
    gather(operations, evidence, members).into_iter().map(root).collect()
}

/// How the answers of an endpoint are written, and how their items are, where they come item by item.
type Written = (AnswerKind, Option<StreamFormat>);

fn answer_kind(operations: &[(&Folder, &Operation)], evidence: &[Evidence<'_>], members: &[usize]) -> Written {
    let method = members.first().map(|&member| operations[member].1.method.as_str());
    let forms = || members.iter().flat_map(|&member| &evidence[member].forms).copied();
    (answer::kind(method.unwrap_or_default(), forms()), answer::stream_format(forms()))
}

/// The examples of an endpoint, by what they are for.
fn gather<'a>(
    operations: &[(&'a Folder, &'a Operation)],
    evidence: &'a [Evidence<'a>],
    members: &[usize],
) -> Vec<(Role, Vec<Shown<'a>>)> {
    let (mut requests, mut successes) = (Vec::new(), Vec::new());
    let format = answer::stream_format(members.iter().flat_map(|&member| &evidence[member].forms).copied());
    let mut items = Vec::new();
    let mut errors: BTreeMap<u16, Vec<Shown<'_>>> = BTreeMap::new();
    for &member in members {
        let evidence = &evidence[member];
        requests
            .extend(folder::json_body(operations[member].1).map(|value| Shown { value, pointer: &evidence.own_body }));
        requests.extend(evidence.requests.iter().map(shown));
        successes.extend(evidence.successes.iter().map(shown));
        let of_format = format.and_then(role).and_then(|role| evidence.items.get(&role));
        items.extend(of_format.into_iter().flatten().map(shown));
        for (status, example) in &evidence.errors {
            errors.entry(*status).or_default().push(shown(example));
        }
    }
    let graphql = members.iter().any(|&member| {
        let body = operations[member].1.body.as_ref().map(|body| &body.kind);
        matches!(body, Some(BodyKind::GraphQl(_)))
    });
    let sent = if graphql { Role::Variables } else { Role::Request };
    let found = [(sent, requests), (Role::Success, successes)];
    let items = format.and_then(role).map(|role| (role, items));
    let errors = errors.into_iter().map(|(status, examples)| (Role::Error(status), examples));
    found.into_iter().chain(items).chain(errors).filter(|(_, examples)| !examples.is_empty()).collect()
}

/// What items of a format are to inference; text is nothing to it.
fn role(format: StreamFormat) -> Option<Role> {
    match format {
        StreamFormat::Events => Some(Role::Event),
        StreamFormat::Lines => Some(Role::Line),
        StreamFormat::TextEvents => None,
    }
}

fn shown(example: &Example) -> Shown<'_> {
    Shown { value: &example.value, pointer: &example.pointer }
}

fn most_common<'a>(types: impl Iterator<Item = &'a TypeRef>) -> Option<TypeRef> {
    let mut counts: BTreeMap<&TypeRef, usize> = BTreeMap::new();
    for ty in types {
        *counts.entry(ty).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(ty, _)| ty.clone())
}

/// The module of each top folder, by its feature.
fn modules(root: &Folder) -> BTreeMap<String, Ident> {
    let folders = root.folders.iter();
    folders.filter_map(|folder| Some((folder.feature.clone()?, folder.module.clone()))).collect()
}

/// Features that need a type; `None` for what is always there.
type Needed<'a> = BTreeSet<Option<&'a str>>;

/// The features that need each type: those of the operations that use it, and those that need a type with such a field.
fn needed_by<'a>(
    types: &Types,
    endpoints: &Endpoints,
    features: &'a [Option<String>],
    always: Option<&Ident>,
) -> Vec<Needed<'a>> {
    let places: BTreeMap<&Ident, usize> =
        types.defs.iter().enumerate().map(|(index, def)| (&def.name, index)).collect();
    // Every operation of an endpoint uses its types, not only the one that stands for it.
    let members = |&position: &usize| &endpoints.members[endpoints.of[position]];
    let feature = |&position: &usize| features[position].as_deref();
    let direct = types.used_by.iter().map(|used_by| used_by.iter().flat_map(members).map(feature).collect());
    let mut needed: Vec<Needed<'a>> = direct.collect();
    if let Some(&index) = always.and_then(|name| places.get(name)) {
        needed[index].insert(None);
    }
    let mut open: Vec<usize> = (0..types.defs.len()).collect();
    while let Some(holder) = open.pop() {
        let inside: Vec<usize> = types.defs[holder].held().filter_map(|name| places.get(name).copied()).collect();
        for held in inside {
            let known = needed[held].len();
            let more = needed[holder].clone();
            needed[held].extend(more);
            if needed[held].len() > known {
                open.push(held);
            }
        }
    }
    needed
}

/// Chooses the file of each type: that of the folder that alone needs it, or one of the shared ones.
fn place(types: Types, needed: &[Needed<'_>], modules: &BTreeMap<String, Ident>, titles: &[String]) -> Vec<TypeDef> {
    let shared = names::settle(
        &[Claim { wanted: names::constant(SHARED), qualifiers: vec!["types".to_owned()], key: String::new() }],
        &modules.values().cloned().collect(),
    );
    let all: BTreeSet<String> = types.defs.iter().map(|def| snake(&def.name)).collect();
    let place = |((def, used_by), needed): ((TypeDef, BTreeSet<usize>), &Needed<'_>)| {
        let only = match needed.iter().collect::<Vec<_>>()[..] {
            [Some(feature)] => modules.get(*feature).map(|module| ((*feature).to_owned(), module.clone())),
            _ => None,
        };
        let docs = type_docs(&def, &used_by, titles);
        match only {
            Some((feature, module)) => TypeDef { module: vec![module], feature: Some(feature), docs, ..def },
            None => {
                let family = names::module(&family(&snake(&def.name), &all));
                TypeDef { module: shared.iter().cloned().chain(family).collect(), docs, ..def }
            }
        }
    };
    types.defs.into_iter().zip(types.used_by).zip(needed).map(place).collect()
}

fn snake(name: &Ident) -> String {
    names::snake(name.plain()).map(|name| name.plain().to_owned()).unwrap_or_default()
}

/// The type that a type belongs to, so that both stand in one file: `model` for `model_version` and `models_response`, and for
/// `create_models_request`. A type that belongs to none is a family of its own.
fn family(name: &str, all: &BTreeSet<String>) -> String {
    let body = ["_request", "_variables", "_response", "_list_response"].iter().find_map(|end| name.strip_suffix(end));
    // The first word of a request is what it does.
    let noun = body
        .filter(|_| name.ends_with("_request") || name.ends_with("_variables"))
        .and_then(|body| Some(body.split_once('_')?.1));
    let prefixes = |text: &str| -> Vec<String> {
        let ends = text.match_indices('_').map(|(end, _)| end).collect::<Vec<_>>();
        ends.into_iter().rev().map(|end| text[..end].to_owned()).collect()
    };
    let mut candidates = prefixes(name);
    if let Some(noun) = noun {
        candidates.push(noun.to_owned());
        candidates.extend(prefixes(noun));
    }
    for candidate in candidates {
        let one = infer::singular(&candidate);
        if let Some(found) = [candidate, one].into_iter().find(|candidate| all.contains(candidate)) {
            // The family of a family: `model_version_info` stands with `model_version`, and both with `model`.
            return family(&found, all);
        }
    }
    body.unwrap_or(name).to_owned()
}

/// How many operations the documentation of a type names.
const NAMED_OPERATIONS: usize = 3;

fn type_docs(def: &TypeDef, used_by: &BTreeSet<usize>, titles: &[String]) -> String {
    let seen = match &def.kind {
        TypeKind::Struct(fields) => fields.iter().map(|field| field.of).max().unwrap_or(0),
        TypeKind::Enum(variants) => variants.iter().map(|variant| variant.seen).sum(),
        TypeKind::Union(cases) => cases.iter().map(|case| case.seen).sum(),
    };
    let examples = if seen == 1 { "1 example".to_owned() } else { format!("{seen} examples") };
    let mut named: Vec<&str> = used_by.iter().map(|&position| titles[position].as_str()).collect();
    // Steps of a guide say the least.
    named.sort_unstable_by_key(|title| (title.starts_with(|c: char| c.is_ascii_digit()), *title));
    named.dedup();
    let more = named.len().saturating_sub(NAMED_OPERATIONS);
    named.truncate(NAMED_OPERATIONS);
    let list = named
        .iter()
        .map(|title| format!("*{}*", title.replace(['*', '`', '[', ']', '<', '>', '\\'], "")))
        .collect::<Vec<_>>();
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("Inferred from {examples}; used by {}{rest}.", list.join(", "))
}

/// Fills types and examples into the operations; `rest` has the endpoint and the evidence of each, in their order.
fn fill<'a>(
    folder: &mut Folder,
    rest: &mut impl Iterator<Item = ((usize, Written), Evidence<'a>)>,
    found: &BTreeMap<(usize, Role), TypeRef>,
) {
    for (operation, ((endpoint, (kind, format)), mut evidence)) in folder.operations.iter_mut().zip(&mut *rest) {
        operation.success.kind = kind;
        operation.success.stream = format.map(|format| streamed(format, endpoint, &mut evidence, found));
        fill_one(operation, endpoint, evidence, found);
    }
    for inner in &mut folder.folders {
        fill(inner, rest, found);
    }
}

/// What an operation answers item by item.
fn streamed(
    format: StreamFormat,
    endpoint: usize,
    evidence: &mut Evidence<'_>,
    found: &BTreeMap<(usize, Role), TypeRef>,
) -> Streamed {
    let Some(role) = role(format) else { return Streamed { format, ty: TypeRef::String, examples: Vec::new() } };
    let ty = found.get(&(endpoint, role)).cloned().unwrap_or(TypeRef::Value);
    Streamed { format, ty, examples: evidence.items.remove(&role).unwrap_or_default() }
}

/// What an operation answers with each status that tells of failure.
fn failures(errors: Vec<(u16, Example)>, endpoint: usize, found: &BTreeMap<(usize, Role), TypeRef>) -> Vec<Failure> {
    let mut statuses: BTreeMap<u16, Vec<Example>> = BTreeMap::new();
    for (status, example) in errors {
        statuses.entry(status).or_default().push(example);
    }
    let failure = |(status, examples)| Failure {
        status,
        ty: found.get(&(endpoint, Role::Error(status))).cloned().unwrap_or(TypeRef::Value),
        examples,
    };
    statuses.into_iter().map(failure).collect()
}

fn fill_one(
    operation: &mut Operation,
    endpoint: usize,
    evidence: Evidence<'_>,
    found: &BTreeMap<(usize, Role), TypeRef>,
) {
    if let Some(ty) = operation.body.as_mut().and_then(|body| body.kind.json_type_mut())
        && let Some(known) = found.get(&(endpoint, Role::Request)).or_else(|| found.get(&(endpoint, Role::Variables)))
    {
        *ty = known.clone();
    }
    if let Some(known) = found.get(&(endpoint, Role::Success)) {
        operation.success.ty = known.clone();
    }
    operation.failures = failures(evidence.errors, endpoint, found);
    let format = operation.success.stream.as_ref().map(|stream| stream.format);
    let is_text = format == Some(StreamFormat::TextEvents);
    operation.success.text = evidence.forms.into_iter().find_map(|form| match form {
        Form::Text(text) if operation.success.kind == AnswerKind::Text && !text.is_empty() => Some(text.to_owned()),
        // The text of JSON may hold what must not be shown.
        Form::Items(items) if is_text && !items.text.is_empty() => Some(items.text.to_owned()),
        _ => None,
    });
    operation.success.examples = evidence.successes;
    operation.more_bodies = evidence.requests;
}
