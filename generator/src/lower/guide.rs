//! Guides: folders whose requests are steps of a story, each storing what the next ones need.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::endpoint::Endpoints;
use super::names::{self, Claim};
use super::{Context, docs, folder, script};
use crate::diagnostic::Diagnostic;
use crate::model::{
    Access, Binding, BodyKind, Folder, Guide, Ident, Operation, ReplayText, Step, TypeDef, TypeKind, TypeRef, Variable,
};
use crate::postman::Request;
use crate::postman::text;

/// Names that a guide's program has for other things.
const PROGRAM_NAMES: &[&str] = &["answer", "client", "main", "variable"];

/// The guides of the folders that the configuration names.
pub(super) fn lower_all(
    root: &Folder,
    defs: &[TypeDef],
    endpoints: &Endpoints,
    context: &mut Context<'_>,
) -> Vec<Guide> {
    let operations = root.operations_deep();
    let requests = folder::requests_by_number(&context.collection.items);
    let mut folders: Vec<&Folder> = Vec::new();
    for title in &context.config.guides {
        match root.folders.iter().find(|folder| folder.title == *title) {
            Some(folder) => {
                report_loose(folder, context);
                folders.extend(&folder.folders);
            }
            None => context.diagnostics.push(
                Diagnostic::warning(
                    "unknown-guide",
                    format!("the configuration names the folder `{title}` as guides, and there is none"),
                )
                .hint("name a folder at the top of the collection in `guides`"),
            ),
        }
    }
    let claims: Vec<Claim> = folders
        .iter()
        .map(|folder| Claim {
            wanted: folder.module.clone(),
            qualifiers: vec!["guide".to_owned()],
            key: folder.origin.pointer.clone(),
        })
        .collect();
    let files = names::settle(&claims, &super::taken(&["replay"]));
    let positions: BTreeMap<usize, usize> =
        operations.iter().enumerate().map(|(position, (_, operation))| (operation.index, position)).collect();
    let mut guides = Vec::new();
    for (folder, file) in folders.into_iter().zip(files) {
        let step = |(_, own): &(&Folder, &Operation)| Some((*positions.get(&own.index)?, *requests.get(&own.index)?));
        let steps: Vec<(usize, &Request)> = folder.operations_deep().iter().filter_map(step).collect();
        guides.push(lower(folder, file, &steps, &operations, defs, endpoints, context));
    }
    guides
}

/// Requests beside the guides belong to none.
fn report_loose(folder: &Folder, context: &mut Context<'_>) {
    for operation in &folder.operations {
        context.diagnostics.push(
            Diagnostic::warning("no-guide", format!("`{}` stands beside the guides and is in none", operation.title))
                .at(&operation.origin)
                .hint("move it into a folder of the guides to have it in an example"),
        );
    }
}

fn lower(
    folder: &Folder,
    file: Ident,
    requests: &[(usize, &Request)],
    operations: &[(&Folder, &Operation)],
    defs: &[TypeDef],
    endpoints: &Endpoints,
    context: &mut Context<'_>,
) -> Guide {
    let mut steps = Vec::new();
    let (mut known, mut inputs, mut features) = (BTreeSet::new(), Vec::new(), BTreeSet::new());
    for &(position, request) in requests {
        let own = operations[position].1;
        // A reader wants to see the operation itself, not the guide's copy of it.
        let standing = endpoints.members[endpoints.of[position]].first().copied().unwrap_or(position);
        let (home, operation) =
            if same_shape(own, operations[standing].1) { operations[standing] } else { operations[position] };
        features.extend(home.feature.clone());
        let reads = reads(own, context);
        for wire in &reads {
            if !known.contains(wire) && !inputs.contains(wire) {
                inputs.push(wire.clone());
            }
        }
        let script = scripts(request, own, defs, context);
        let bindings = bindings(&script);
        known.extend(bindings.iter().map(|binding| binding.wire.clone()));
        steps.push(Step {
            title: own.title.clone(),
            docs: docs::summary(&own.docs),
            operation: operation.index,
            replay: own.replay.clone(),
            body: folder::json_body(own).cloned(),
            reads,
            bindings,
            unknown_script: script.unknown.iter().map(|statement| docs::line(statement)).collect(),
        });
    }
    mark_used(&mut steps);
    let inputs = variables(&inputs, context);
    Guide {
        title: folder.title.clone(),
        origin: folder.origin.clone(),
        summary: folder.summary.clone(),
        docs: folder.docs.clone(),
        file,
        features: features.into_iter().collect(),
        inputs,
        steps,
    }
}

/// Whether a call written for one operation is a call of the other.
fn same_shape(a: &Operation, b: &Operation) -> bool {
    let setters = |operation: &Operation| {
        operation.query.iter().map(|query| (query.wire.clone(), query.kind)).collect::<BTreeMap<_, _>>()
    };
    // The form of another request is another type, and so are the variables of another query.
    let same_body = match (a.body.as_ref().map(|body| &body.kind), b.body.as_ref().map(|body| &body.kind)) {
        (Some(BodyKind::Json { .. }), Some(BodyKind::Json { .. })) => true,
        (Some(BodyKind::Text { .. }), Some(BodyKind::Text { .. })) => true,
        (a, b) => a == b,
    };
    let (own, other) = (setters(a), setters(b));
    a.arguments.len() == b.arguments.len()
        && same_body
        && a.context == b.context
        && a.headers == b.headers
        && own.iter().all(|(wire, kind)| other.get(wire) == Some(kind))
}

/// What the scripts of a step store and the answer's type can give; the rest is reported.
fn scripts(request: &Request, operation: &Operation, defs: &[TypeDef], context: &mut Context<'_>) -> script::Script {
    let mut whole = script::Script::default();
    for event in request.events.iter().filter(|event| !event.disabled) {
        let mut read = script::read(&event.lines);
        let (known, lost): (Vec<_>, Vec<_>) =
            read.stores.into_iter().partition(|store| leads_to_text(&operation.success.ty, &store.path, defs));
        read.unknown.extend(lost.into_iter().map(|store| store.statement));
        if !read.unknown.is_empty() {
            let what = docs::line(&read.unknown.join("; "));
            context.diagnostics.push(
                Diagnostic::warning("unknown-script", format!("a script has no counterpart in Rust: `{what}`"))
                    .at(&event.origin)
                    .hint("the guide's example has it as a comment; scripts are never run"),
            );
        }
        whole.stores.extend(known);
        whole.unknown.extend(read.unknown);
    }
    whole
}

fn bindings(script: &script::Script) -> Vec<Binding> {
    let binding = |store: &script::Store| Binding {
        wire: store.variable.clone(),
        name: variable_name(&store.variable),
        path: store.path.clone(),
        used: false,
    };
    script.stores.iter().map(binding).collect()
}

/// Whether a way through an answer of known fields ends at a text or a whole number.
fn leads_to_text(ty: &TypeRef, path: &[Access], defs: &[TypeDef]) -> bool {
    match (ty, path) {
        (TypeRef::String | TypeRef::Text(_) | TypeRef::Integer | TypeRef::Unsigned, []) => true,
        (TypeRef::Named(name), []) => {
            TypeDef::find(defs, name).is_some_and(|def| matches!(def.kind, TypeKind::Enum(_)))
        }
        (TypeRef::Nullable(inner), path) => leads_to_text(inner, path, defs),
        (TypeRef::List(element), [Access::Index(_), rest @ ..]) => leads_to_text(element, rest, defs),
        (TypeRef::Named(name), [Access::Key(key), rest @ ..]) => {
            let field = TypeDef::find(defs, name).and_then(|def| def.field(key));
            field.is_some_and(|field| leads_to_text(&field.ty, rest, defs))
        }
        _ => false,
    }
}

/// The variables that a step reads, context included; in the order of their use. Those that stand in its JSON outside of
/// strings do not count: their values are written out.
fn reads(operation: &Operation, context: &Context<'_>) -> Vec<String> {
    let mut found: Vec<String> =
        operation.context.iter().map(|&index| context.variables.context()[index].wire.clone()).collect();
    let arguments = operation.replay.arguments.iter().filter_map(ReplayText::shown);
    let mut texts: Vec<&str> = arguments.chain(operation.replay.shown_setters().map(|(_, value)| value)).collect();
    match operation.body.as_ref().map(|body| &body.kind) {
        Some(BodyKind::Text { example }) => texts.push(example),
        Some(BodyKind::Urlencoded(form) | BodyKind::Multipart(form)) => texts.extend(form.shown_texts()),
        Some(kind) => kind.json().into_iter().for_each(|(_, example)| strings(example, &mut texts)),
        None => {}
    }
    for text in texts {
        // What begins with a dollar sign is made anew by Postman each time; nobody gives it a value.
        for name in text::names(text).filter(|name| !name.starts_with('$')) {
            if !found.iter().any(|known| known == name) {
                found.push(name.to_owned());
            }
        }
    }
    found
}

/// The strings of a JSON value.
fn strings<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(elements) => elements.iter().for_each(|element| strings(element, found)),
        Value::Object(members) => members.values().for_each(|member| strings(member, found)),
        _ => {}
    }
}

/// Marks the bindings that a later step reads.
fn mark_used(steps: &mut [Step]) {
    let mut read_later: BTreeSet<&String> = BTreeSet::new();
    for Step { bindings, reads, .. } in steps.iter_mut().rev() {
        for binding in bindings {
            binding.used = read_later.contains(&binding.wire);
        }
        read_later.extend(&*reads);
    }
}

fn variables(wires: &[String], context: &Context<'_>) -> Vec<Variable> {
    wires.iter().map(|wire| context.variables.variable(wire, variable_name(wire))).collect()
}

fn variable_name(wire: &str) -> Ident {
    match names::snake(wire) {
        Some(name) if PROGRAM_NAMES.contains(&name.plain()) => names::suffixed(&name, "value"),
        Some(name) => name,
        None => names::constant("value"),
    }
}
