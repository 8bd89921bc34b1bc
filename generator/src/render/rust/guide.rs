//! A guide as a program: its steps in order, each passing on what the next ones need.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use super::expr::{Named, Writer};
use super::folder::handle_expression;
use super::{chain, markdown, sample};
use crate::dynamic::shown;
use crate::model::{
    Access, AnswerKind, Api, Binding, BodyKind, Credential, Field, Folder, Guide, Ident, Operation, Presence,
    ReplayText, Step, TypeDef, TypeRef,
};
use crate::postman::text::{Part, template};
use crate::secrets;

/// The documentation of a guide's program.
pub(super) fn docs(api: &Api, guide: &Guide) -> String {
    let mut docs = format!("# {}\n", markdown::text(&guide.title));
    if !guide.docs.is_empty() {
        docs.push_str(&format!("\n{}\n", guide.docs));
    }
    let mut inputs: Vec<String> = Vec::new();
    for env in needed(api).map(|credential| &credential.env).chain(guide.inputs.iter().map(|input| &input.env)) {
        let env = format!("`{env}`");
        if !inputs.contains(&env) {
            inputs.push(env);
        }
    }
    docs.push_str(&format!("\n```text\ncargo run --example {}\n```", guide.file.plain()));
    if !inputs.is_empty() {
        docs.push_str(&format!("\n\nReads from the environment: {}.", inputs.join(", ")));
    }
    for step in guide.steps.iter().filter(|step| !step.unknown_script.is_empty()) {
        docs.push_str(&format!(
            "\n\nThe step *{}* has a script that has no counterpart here:\n\n```text\n",
            markdown::text(&step.title)
        ));
        docs.push_str(&step.unknown_script.join("\n").replace("```", "'''"));
        docs.push_str("\n```");
    }
    docs
}

/// The program.
pub(super) fn program(api: &Api, guide: &Guide) -> TokenStream {
    let operations: BTreeMap<usize, (&Folder, &Operation)> = api
        .root
        .operations_deep()
        .into_iter()
        .map(|(folder, operation)| (operation.index, (folder, operation)))
        .collect();
    let context: BTreeSet<&str> = api.context.iter().map(|variable| variable.wire.as_str()).collect();
    let mut names: BTreeMap<String, Ident> = BTreeMap::new();
    let mut inputs = Vec::new();
    let mut settings = Vec::new();
    let in_context = guide.inputs.iter().filter(|variable| context.contains(variable.wire.as_str()));
    let credentials = needed(api).map(|credential| (&credential.name, &credential.env));
    for (name, env) in credentials.chain(in_context.map(|variable| (&variable.name, &variable.env))) {
        settings.push(quote!(.#name(variable(#env)?)));
    }
    let in_text = |wire: &str| {
        guide
            .steps
            .iter()
            .any(|step| operations.get(&step.operation).is_some_and(|found| mentions(step, found.1, wire)))
    };
    for variable in
        guide.inputs.iter().filter(|variable| !context.contains(variable.wire.as_str()) || in_text(&variable.wire))
    {
        let (name, env) = (&variable.name, &variable.env);
        names.insert(variable.wire.clone(), name.clone());
        inputs.push(quote! { let #name = variable(#env)?; });
    }
    let mut named = Named::default();
    let mut steps = Vec::new();
    let mut rebound: BTreeSet<String> = BTreeSet::new();
    for (index, step) in guide.steps.iter().enumerate() {
        let Some((folder, operation)) = operations.get(&step.operation) else { continue };
        let text = |text: &str| text_expression(text, &names);
        let mut writer = Writer::new(api, &text);
        let last = index + 1 == guide.steps.len();
        let call = call(api, folder, operation, step, &mut writer, &text, &names, &rebound);
        named.extend(writer.named);
        let bindings: Vec<&Binding> = step.bindings.iter().filter(|binding| binding.used).collect();
        steps.push(statements(api, step, operation, &call, &bindings, last));
        for binding in bindings {
            names.insert(binding.wire.clone(), binding.name.clone());
            if context.contains(binding.wire.as_str()) {
                rebound.insert(binding.wire.clone());
            }
        }
    }
    let krate = &api.package.krate;
    let imports = named.imports(&quote!(#krate));
    let reader = (!settings.is_empty() || !inputs.is_empty()).then(|| {
        quote! {
            /// Reads a variable from the environment.
            fn variable(name: &str) -> Result<String, String> {
                std::env::var(name).map_err(|_| format!("set the environment variable {name}"))
            }
        }
    });
    settings.push(quote!(.build()?));
    let client = chain::bind(&quote!(client), &quote!(#krate::Client::builder()), &settings);
    quote! {
        #imports

        #[tokio::main]
        async fn main() -> Result<(), Box<dyn std::error::Error>> {
            #client
            #(#inputs)*
            #(#steps)*
            Ok(())
        }

        #reader
    }
}

/// The credentials that calls cannot do without.
fn needed(api: &Api) -> impl Iterator<Item = &Credential> {
    api.credentials.iter().filter(|credential| !credential.optional)
}

/// Whether a variable stands in what a step sends, its path aside.
fn mentions(step: &Step, operation: &Operation, wire: &str) -> bool {
    let wanted = format!("{{{{{wire}}}}}");
    let own = || step.replay.body.as_ref().and_then(ReplayText::shown).map(str::to_owned);
    let body = step.body.as_ref().map(Value::to_string).or_else(own);
    let form = operation.body.as_ref().and_then(|body| body.kind.form());
    if form.is_some_and(|form| form.shown_texts().any(|text| text.contains(&wanted))) {
        return true;
    }
    let arguments = step.replay.arguments.iter().filter_map(ReplayText::shown);
    let values = arguments.chain(step.replay.shown_setters().map(|(_, value)| value));
    values.chain(body.as_deref()).any(|text| text.contains(&wanted))
}

/// A text with its variables: `&input_id`, or `format!("{app_id}-2")`.
fn text_expression(text: &str, names: &BTreeMap<String, Ident>) -> TokenStream {
    let text = shown(text);
    let parts = template(&text);
    if let [Part::Variable(wire)] = &parts[..]
        && let Some(name) = names.get(wire)
    {
        return quote!(&#name);
    }
    if !parts.iter().any(|part| matches!(part, Part::Variable(wire) if names.contains_key(wire))) {
        return quote!(#text);
    }
    let pieces = parts.iter().map(|part| match part {
        Part::Literal(literal) => literal.replace('{', "{{").replace('}', "}}"),
        Part::Variable(wire) => match names.get(wire) {
            Some(name) => format!("{{{}}}", name.plain()),
            None => format!("{{{{{{{{{wire}}}}}}}}}"),
        },
    });
    let format = pieces.collect::<String>();
    quote!(format!(#format))
}

#[expect(clippy::too_many_arguments, reason = "one call site; a struct would only rename them")]
fn call(
    api: &Api,
    folder: &Folder,
    operation: &Operation,
    step: &Step,
    writer: &mut Writer<'_>,
    text: &dyn Fn(&str) -> TokenStream,
    names: &BTreeMap<String, Ident>,
    rebound: &BTreeSet<String>,
) -> TokenStream {
    let arguments = sample::arguments(operation, &step.replay).map(text);
    let body = operation.body.as_ref().and_then(|body| match (&body.kind, &step.replay.body) {
        (BodyKind::Text { example }, Some(own)) => Some(text(own.shown().unwrap_or(example))),
        (kind, _) => writer.body(&folder.path, kind, step.body.as_ref().map(secrets::shown).as_ref()),
    });
    let overrides = operation.context.iter().filter_map(|&index| {
        let variable = api.context.get(index).filter(|variable| rebound.contains(&variable.wire))?;
        let (setter, value) = (&variable.name, names.get(&variable.wire)?);
        Some(quote!(.#setter(&#value)))
    });
    let setters = step
        .replay
        .shown_setters()
        .filter_map(|(setter, value)| sample::shown_setter(setter, value, text))
        .take(sample::SETTERS);
    let (handle, name) = (handle_expression(folder), &operation.name);
    quote!(#handle.#name(#(#arguments,)* #body) #(#overrides)* #(#setters)*)
}

fn statements(
    api: &Api,
    step: &Step,
    operation: &Operation,
    call: &TokenStream,
    bindings: &[&Binding],
    last: bool,
) -> TokenStream {
    let title = if step.docs.is_empty() { step.title.clone() } else { format!("{}: {}", step.title, step.docs) };
    let title = title.replace('{', "{{").replace('}', "}}");
    let answers = !matches!(operation.success.kind, AnswerKind::Empty | AnswerKind::Stream);
    if last && bindings.is_empty() && answers {
        return quote! {
            println!(#title);
            let answer = #call.await?;
            println!("{answer:#?}");
        };
    }
    if bindings.is_empty() {
        // Nobody reads what comes item by item.
        let nobody = (operation.success.kind == AnswerKind::Stream).then(|| quote!(let _ =));
        return quote! { println!(#title); #nobody #call.await?; };
    }
    let lets = bindings.iter().enumerate().map(|(index, binding)| {
        let answer = if index + 1 == bindings.len() { quote!(answer) } else { quote!(answer.clone()) };
        let value = access(api, &operation.success.ty, answer, binding);
        let name = &binding.name;
        quote! { let #name = #value; }
    });
    quote! {
        println!(#title);
        let answer = #call.await?;
        #(#lets)*
    }
}

/// The way from an answer to a value: `answer.inputs.into_iter().next().and_then(|found| found.id).ok_or("...")?`.
fn access(api: &Api, ty: &TypeRef, answer: TokenStream, binding: &Binding) -> TokenStream {
    let (mut expression, mut ty, mut optional) = (answer, ty, false);
    for step in &binding.path {
        let (next, way, opens) = match (step, ty) {
            (Access::Index(index), TypeRef::List(element)) => {
                let way = match index {
                    0 => quote!(.into_iter().next()),
                    _ => quote!(.into_iter().nth(#index)),
                };
                match &**element {
                    TypeRef::Nullable(element) => (&**element, quote!(#way.flatten()), true),
                    element => (element, way, true),
                }
            }
            (Access::Key(key), TypeRef::Named(name)) => match field(api, name, key) {
                Some(Field { name, ty, presence: Presence::OptionalOrNull, .. }) => {
                    (ty, quote!(.#name.flatten()), true)
                }
                Some(Field { name, ty, presence, .. }) => (ty, quote!(.#name), presence.is_option()),
                None => break,
            },
            _ => break,
        };
        expression = match (optional, opens) {
            (false, _) => quote!(#expression #way),
            (true, true) => quote!(#expression.and_then(|found| found #way)),
            (true, false) => quote!(#expression.map(|found| found #way)),
        };
        optional |= opens;
        ty = next;
    }
    // Variables are text.
    let to_text = match ty {
        TypeRef::String => None,
        TypeRef::Text(_) => Some(quote!(.into_string())),
        _ => Some(quote!(.to_string())),
    };
    expression = match to_text {
        None => expression,
        Some(to_text) if optional => quote!(#expression.map(|found| found #to_text)),
        Some(to_text) => quote!(#expression #to_text),
    };
    if optional {
        let missing = format!("the answer has no `{}`", binding.display());
        quote!(#expression.ok_or(#missing)?)
    } else {
        expression
    }
}

fn field<'a>(api: &'a Api, name: &Ident, key: &str) -> Option<&'a Field> {
    TypeDef::find(&api.types, name)?.field(key)
}
