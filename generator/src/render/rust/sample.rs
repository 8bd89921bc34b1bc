//! The example of an operation: a call with the collection's own values. Rustdoc and Markdown show the same code.

use std::collections::BTreeMap;
use std::str::FromStr;

use proc_macro2::TokenStream;
use quote::quote;
use rayon::prelude::*;
use serde_json::Value;

use super::expr::Writer;
use super::folder::handle_expression;
use crate::dynamic::shown;
use crate::model::{AnswerKind, Api, Folder, Operation, Replay, ReplayStep, ScalarKind};
use crate::postman::text::{Part, resolve_to, template};
use crate::secrets;

/// How deep the body of an example goes, how many members its objects have, and how many elements its lists.
const DEPTH: usize = 4;
const MEMBERS: usize = 6;
const ELEMENTS: usize = 2;
/// How many setters an example calls at most: who has more knows by then how it is done.
pub(super) const SETTERS: usize = 24;

/// How long the value of a variable may be; for a longer one its name stands.
const LONGEST_VALUE: usize = 200;
/// How much values may add to a text.
const GROWTH: usize = 1024;

/// The example of every operation.
pub(crate) struct Samples(BTreeMap<usize, Sample>);

/// An example.
pub(crate) struct Sample {
    /// What people see.
    pub(crate) code: String,
    /// The same with the hidden lines that make it compile.
    pub(crate) rustdoc: String,
}

/// A request of an operation as code, for what is more than its example.
pub(crate) struct Call {
    /// The lines that import what it names.
    pub(crate) imports: String,
    /// The expression that makes it, ready to be sent.
    pub(crate) expression: String,
}

/// Which of a request's optional values are set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Setters {
    /// Those that the collection sets.
    Own,
    /// None.
    None,
}

impl Samples {
    /// Makes them all.
    pub(crate) fn of(api: &Api) -> Self {
        let values = values(api);
        let operations = api.root.operations_deep().into_par_iter();
        let sample =
            |(folder, operation): (&Folder, &Operation)| (operation.index, sample(api, &values, folder, operation));
        Self(operations.map(sample).collect())
    }

    /// The one of an operation of the same API.
    pub(crate) fn get(&self, operation: &Operation) -> &Sample {
        &self.0[&operation.index]
    }
}

/// The values of the collection's variables that may be shown.
type Values<'a> = BTreeMap<&'a str, &'a str>;

fn values(api: &Api) -> Values<'_> {
    let shown = api.variables.iter().filter_map(|variable| Some((variable.wire.as_str(), variable.shown()?)));
    shown.filter(|(_, value)| value.len() <= LONGEST_VALUE).collect()
}

/// The request that the example of an operation makes.
pub(crate) fn request(api: &Api, folder: &Folder, operation: &Operation, setters: Setters) -> Call {
    let values = values(api);
    let text = |text: &str| {
        let text = fill(&values, text);
        quote!(#text)
    };
    let mut writer = Writer::new(api, &text);
    let call = call(folder, operation, setters, &mut writer, &text);
    let krate = &api.package.krate;
    Call { imports: lines(&writer.named.imports(&quote!(#krate))), expression: lines(&call) }
}

/// Statements as lines of code, laid out; `None` when they are no Rust.
pub(crate) fn laid_out(code: &str) -> Option<String> {
    let statements: TokenStream = code.parse().ok()?;
    Some(lines(&statements)).filter(|lines| !lines.is_empty())
}

/// The example of an operation.
fn sample(api: &Api, values: &Values<'_>, folder: &Folder, operation: &Operation) -> Sample {
    let text = |text: &str| {
        let text = fill(values, text);
        quote!(#text)
    };
    let mut writer = Writer::new(api, &text);
    let call = call(folder, operation, Setters::Own, &mut writer, &text);
    let krate = &api.package.krate;
    let mut imports = writer.named.imports(&quote!(#krate));
    if operation.success.kind == AnswerKind::Stream {
        imports.extend(quote! { use futures_util::TryStreamExt; });
    }
    let imports = lines(&imports);
    let body = lines(&match operation.success.kind {
        AnswerKind::Empty => quote! { #call.await?; },
        AnswerKind::Stream => quote! {
            let mut items = #call.await?;
            while let Some(item) = items.try_next().await? {
                println!("{item:?}");
            }
        },
        _ => quote! { let answer = #call.await?; },
    });
    let separator = if imports.is_empty() { "" } else { "\n\n" };
    let wrapped =
        format!("# async fn example(client: &{krate}::Client) -> {krate}::Result<()> {{\n{body}\n# Ok(())\n# }}");
    Sample { code: format!("{imports}{separator}{body}"), rustdoc: format!("{imports}{separator}{wrapped}") }
}

fn call(
    folder: &Folder,
    operation: &Operation,
    setters: Setters,
    writer: &mut Writer<'_>,
    text: &dyn Fn(&str) -> TokenStream,
) -> TokenStream {
    let arguments = arguments(operation, &operation.replay).map(text);
    let body = operation.body.as_ref().and_then(|body| {
        let example = body.kind.json().map(|(_, example)| secrets::shown(&prune(example, DEPTH)));
        writer.body(&folder.path, &body.kind, example.as_ref())
    });
    let own = operation.replay.shown_setters().filter(|_| setters == Setters::Own);
    let setters = own.filter_map(|(step, value)| shown_setter(step, value, text)).take(SETTERS);
    let (handle, name) = (handle_expression(folder), &operation.name);
    quote!(#handle.#name(#(#arguments,)* #body) #(#setters)*)
}

/// The arguments of a call for people. Where nothing was saved for one, Postman sends its name as it is written, and one that must
/// not be shown is shown like that.
pub(super) fn arguments<'a>(operation: &'a Operation, replay: &'a Replay) -> impl Iterator<Item = &'a str> {
    let known = operation.arguments.iter().zip(&replay.arguments);
    known.map(|(argument, value)| match value.shown() {
        Some(value) if value.strip_prefix(':') != Some(&argument.wire) => value,
        _ => &argument.wire,
    })
}

/// A call of a setter for people, with examples of dynamic variables.
pub(super) fn shown_setter(step: &ReplayStep, value: &str, text: &dyn Fn(&str) -> TokenStream) -> Option<TokenStream> {
    let value = secrets::stripped_url(value).unwrap_or_else(|| value.to_owned());
    setter(step, &shown(&value), text)
}

/// A call of a setter; `None` when the value is no number or boolean after all.
pub(super) fn setter(step: &ReplayStep, value: &str, text: &dyn Fn(&str) -> TokenStream) -> Option<TokenStream> {
    let ReplayStep { name, kind, .. } = step;
    let argument = match kind {
        ScalarKind::String => text(value),
        ScalarKind::Bool => literal::<bool>(value)?,
        ScalarKind::Unsigned => literal::<u64>(value)?,
        ScalarKind::Number => number(value)?,
    };
    Some(quote!(.#name(#argument)))
}

/// A number that stands for itself, with its type where that is not the one which Rust would take.
fn number(value: &str) -> Option<TokenStream> {
    if value.parse::<i32>().is_ok() {
        return literal::<i32>(value);
    }
    let typed = |suffix: &str| format!("{value}_{suffix}").parse().ok();
    match (value.parse::<i64>(), value.parse::<u64>()) {
        (Ok(_), _) => typed("i64"),
        (_, Ok(_)) => typed("u64"),
        _ => literal::<f64>(value),
    }
}

/// A value as the collection writes it, where that is a value of the type.
fn literal<T: FromStr>(value: &str) -> Option<TokenStream> {
    value.parse::<T>().ok()?;
    value.parse().ok()
}

/// A text with the collection's variables filled in, as far as their values may be shown, and with examples of dynamic ones.
fn fill(values: &Values<'_>, text: &str) -> String {
    let filled = resolve_to(text.len() + GROWTH, text, |name| values.get(name).map(|value| (*value).to_owned()));
    without_braces(&shown(&filled))
}

/// A text in which the names of variables stand for values that nobody knows.
fn without_braces(text: &str) -> String {
    let parts = template(text).into_iter().map(|part| match part {
        Part::Literal(text) => text,
        Part::Variable(name) => name,
    });
    parts.collect()
}

/// A value cut down to what an example needs.
fn prune(value: &Value, depth: usize) -> Value {
    match value {
        Value::Object(members) => {
            let kept = members.iter().filter(|(_, member)| depth > 0 || !member.is_object() && !member.is_array());
            Value::Object(
                kept.take(MEMBERS).map(|(key, member)| (key.clone(), prune(member, depth.saturating_sub(1)))).collect(),
            )
        }
        Value::Array(elements) => {
            Value::Array(elements.iter().take(ELEMENTS).map(|element| prune(element, depth)).collect())
        }
        other => other.clone(),
    }
}

/// Statements as lines of code.
fn lines(statements: &TokenStream) -> String {
    let parsed = syn::parse2::<syn::File>(quote! { async fn example() { #statements } });
    let printed = parsed.map(|file| prettyplease::unparse(&file)).unwrap_or_default();
    let inner = printed.lines().filter_map(|line| line.strip_prefix("    "));
    inner.collect::<Vec<_>>().join("\n")
}
