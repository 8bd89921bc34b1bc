//! The replay program: sends every request of the collection once, through the builders that users call.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use serde::de::IgnoredAny;

use super::folder::handle_expression;
use super::{body, chain, doc, markdown, raw_string, sample, ty, use_modules};
use crate::diagnostic::escaped;
use crate::model::{
    Api, BodyKind, FileContent, Folder, Form, FormEntry, Operation, Place, Replay, ReplayStep, ReplayText, ScalarKind,
    Server,
};

/// `examples/replay.rs`
pub(super) fn program(api: &Api) -> TokenStream {
    let (krate, source) = (&api.package.krate, &api.package.source);
    let modules = api.root.folders.iter().map(|folder| {
        let module = &folder.module;
        let path = format!("replay/{}.rs", module.plain());
        quote! { #[path = #path] mod #module; }
    });
    let runs = api.root.folders.iter().map(|folder| {
        let module = &folder.module;
        quote! { #module::run(&mut replay, &client).await; }
    });
    let items = api.root.operations.iter().map(|operation| item(api, &quote!(api), &api.root, operation));
    let types = use_modules(&quote!(api), api.root.operations.iter().filter_map(body::json_type));
    let pair = |name: &str, value: &str| {
        let value = raw_string(value);
        quote!((#name, #value))
    };
    let known = || api.variables.iter().filter(|variable| !variable.by_id);
    let variables = known().filter_map(|variable| Some(pair(&variable.wire, variable.value.as_deref()?)));
    let hidden = known().filter(|variable| variable.value.is_none());
    let secrets: Vec<_> =
        hidden.filter_map(|variable| Some(pair(&variable.wire, variable.saved.as_deref()?))).collect();
    let servers = api.servers.iter().filter_map(|server| {
        let (setter, text) = (&server.setter, server.replay.as_ref()?);
        Some(quote! { let builder = builder.#setter(replay.base_url(#text)); })
    });
    let credentials = api.credentials.iter().map(|credential| (&credential.name, credential.replay.clone()));
    let context = api.context.iter().map(|variable| (&variable.name, format!("{{{{{}}}}}", variable.wire).into()));
    let settings = credentials.chain(context).map(|(name, template)| match template {
        ReplayText::Shown(template) if template.is_empty() => quote!(.#name("")),
        ReplayText::Shown(template) => quote!(.#name(replay.text(#template))),
        ReplayText::Saved { saved } => quote!(.#name(replay.text(&replay.saved(#saved)))),
    });
    let calls: Vec<_> = settings.chain([quote!(.via(replay.via())), quote!(.retries(0))]).collect();
    let builder = chain::bind(&quote!(builder), &quote!(Client::builder()), &calls);
    let docs = doc("The collection's variables, as far as it saves values for them that may be shown.");
    let secret_docs = doc("Where the collection's file has the values of the others, as JSON pointers.");
    let (secrets, places) = match secrets.is_empty() {
        true => (None, quote!(&[])),
        false => (Some(quote! { #secret_docs const SECRETS: &[(&str, &str)] = &[#(#secrets),*]; }), quote!(SECRETS)),
    };
    let (dynamic, make) = match api.dynamic.replay.is_empty() {
        true => (None, quote!(|_| None)),
        false => (Some(quote! { #[path = "replay/dynamic/mod.rs"] mod dynamic; }), quote!(dynamic::value)),
    };
    quote! {
        #[path = "replay/harness.rs"]
        mod harness;
        #dynamic
        #(#modules)*

        use ::#krate as api;
        use api::Client;
        #types
        use harness::Replay;

        #docs
        const VARIABLES: &[(&str, &str)] = &[#(#variables),*];
        #secrets

        #[tokio::main(flavor = "current_thread")]
        async fn main() -> std::process::ExitCode {
            let mut replay = match Replay::from_arguments(VARIABLES, #places, #make, #source) {
                Ok(replay) => replay,
                Err(code) => return code,
            };
            #builder
            #(#servers)*
            let client = match builder.build() {
                Ok(client) => client,
                Err(error) => return replay.cannot_start(&error),
            };
            #(#items)*
            #(#runs)*
            replay.finish()
        }
    }
}

/// The documentation of `examples/replay.rs`.
pub(super) fn program_docs(api: &Api) -> String {
    format!(
        "Sends every request of the collection *{}* once, with the collection's own values.

```text
cargo run --example replay -- --via http://127.0.0.1:PORT [--collection FILE] [--var NAME=VALUE]... [--only N]
```

Secrets are not in this program: it reads them from the collection. Every request goes to the address after `--via`, with the `Host` that its URL has and with its number in `X-Replay-Item`.",
        markdown::text(&api.title)
    )
}

/// `examples/replay/<folder>.rs`: the requests of a folder and of all below it.
pub(super) fn folder(api: &Api, folder: &Folder) -> TokenStream {
    let krate = &api.package.krate;
    let root = quote!(#krate);
    let items = folder.operations_deep().into_iter().map(|(inner, operation)| item(api, &root, inner, operation));
    let operations = folder.operations_deep().into_iter();
    let types = use_modules(&root, operations.filter_map(|(_, operation)| body::json_type(operation)));
    quote! {
        use #krate::Client;
        #types
        use crate::harness::Replay;

        pub(crate) async fn run(replay: &mut Replay, client: &Client) {
            #(#items)*
        }
    }
}

fn item(api: &Api, root: &TokenStream, folder: &Folder, operation: &Operation) -> TokenStream {
    let number = proc_macro2::Literal::usize_unsuffixed(operation.index);
    // It is printed as it is.
    let title = escaped(&operation.origin.to_string());
    let arguments = operation.replay.arguments.iter().map(|value| replayed_text(value, &quote!(path)));
    let body = operation.body.as_ref().map(|body| replayed(root, folder, operation, &body.kind));
    let Replayed { before, argument, after } = body.unwrap_or_default();
    let content_type = operation.replay.content_type.as_deref().map(|value| {
        let value = sent(value);
        quote!(.header("Content-Type", #value))
    });
    let setters: Vec<_> = operation.replay.setters.iter().map(setter).chain(content_type).collect();
    let (handle, name) = (handle_expression(folder), &operation.name);
    let request = chain::bind(&quote!(request), &quote!(#handle.#name(#(#arguments,)* #argument)), &setters);
    let client = own_client(folder, api.servers.get(operation.server), &operation.replay);
    quote! {
        replay.send(#number, #title, async |item| {
            #client
            #before
            #request
            #after
            item.sent(request.header("X-Replay-Item", item.number()).send().await)
        }).await;
    }
}

/// How a body is passed on.
#[derive(Default)]
struct Replayed {
    /// Statements before the request is made.
    before: TokenStream,
    argument: TokenStream,
    /// Statements after it is made.
    after: TokenStream,
}

fn replayed(root: &TokenStream, folder: &Folder, operation: &Operation, kind: &BodyKind) -> Replayed {
    let raw = match &operation.replay.body {
        None => quote!(""),
        Some(ReplayText::Shown(text)) => raw_string(&compact(text)).into_token_stream(),
        Some(ReplayText::Saved { saved }) => quote!(&item.saved(#saved)),
    };
    // What the type cannot hold is sent as it is.
    let exact = quote! {
        let request = match body.exact {
            Some(text) => request.body(text),
            None => request,
        };
    };
    match kind {
        BodyKind::Json { ty: reference, .. } => {
            let ty = ty(reference, &quote!(types::));
            let before = quote! { let body = item.json::<#ty>(#raw); };
            Replayed { before, argument: quote!(body.value), after: exact }
        }
        BodyKind::Text { .. } => {
            let argument = operation.replay.body.as_ref().map_or_else(|| quote!(""), sent_text);
            Replayed { argument, ..Replayed::default() }
        }
        BodyKind::File { .. } => match &operation.replay.body {
            Some(path) => {
                let path = sent_text(path);
                let before = quote! {
                    let body = item.file(#path).map_or(#root::FileSource::bytes("", ""), #root::FileSource::path);
                };
                Replayed { before, argument: quote!(body), ..Replayed::default() }
            }
            None => Replayed { argument: quote!(#root::FileSource::bytes("", "")), ..Replayed::default() },
        },
        BodyKind::Urlencoded(form) | BodyKind::Multipart(form) => form_value(root, folder, form),
        BodyKind::GraphQl(graphql) => {
            let query = raw_string(&graphql.template);
            let variables = match &graphql.variables {
                Some(variables) => ty(&variables.ty, &quote!(types::)),
                None => quote!(()),
            };
            let (module, builder) = (module(root, folder), &operation.builder);
            let operation_name = match &graphql.operation {
                Some(name) => quote!(Some(#name)),
                None => quote!(None),
            };
            let before = quote! {
                let body = item.graphql::<#variables>(#module::#builder::QUERY, #operation_name, #query, #raw);
            };
            let argument = match graphql.variables.is_some() {
                true => quote!(body.value),
                false => TokenStream::new(),
            };
            Replayed { before, argument, after: exact }
        }
    }
}

/// The module of a folder.
fn module(root: &TokenStream, folder: &Folder) -> TokenStream {
    let path = &folder.path;
    if path.is_empty() { quote!(#root::operations) } else { quote!(#root #(::#path)*) }
}

/// A form is filled a call at a time, as a file may be missing.
fn form_value(root: &TokenStream, folder: &Folder, form: &Form) -> Replayed {
    let (module, name) = (module(root, folder), &form.name);
    let body = quote!(body);
    let mut before = TokenStream::new();
    let mut start = quote!(#module::#name::new());
    let mut calls = Vec::new();
    for entry in &form.entries {
        match entry {
            FormEntry::Text(step) => calls.push(setter(step)),
            FormEntry::Unnamed { key, value } => {
                let (key, value) = (sent(key), sent_text(value));
                calls.push(quote!(.with_field(#key, #value)));
            }
            FormEntry::File { name, content: FileContent::Text(contents), file_name } => {
                let (file_name, contents) = (sent(file_name.as_deref().unwrap_or_default()), sent_text(contents));
                calls.push(quote!(.#name(#root::FileSource::bytes(#file_name, #contents))));
            }
            FormEntry::File { name, content: FileContent::Bytes(bytes), .. } => {
                let bytes = proc_macro2::Literal::byte_string(bytes);
                calls.push(quote!(.#name(#bytes.to_vec())));
            }
            FormEntry::File { name, content: FileContent::Path(path), file_name } => {
                let path = sent(path);
                let file = match file_name {
                    Some(name) => {
                        let name = sent(name);
                        quote!(#root::FileSource::path(file).file_name(#name))
                    }
                    None => quote!(file),
                };
                if before.is_empty() || !calls.is_empty() {
                    before.extend(chain::bind(&body, &start, &calls));
                    calls.clear();
                }
                before.extend(quote! {
                    let body = match item.file(#path) {
                        Some(file) => body.#name(#file),
                        None => body,
                    };
                });
                start = body.clone();
            }
        }
    }
    if before.is_empty() || !calls.is_empty() {
        before.extend(chain::bind(&body, &start, &calls));
    }
    Replayed { before, argument: body, ..Replayed::default() }
}

/// A client with what the collection gives for one request alone, and for its host.
fn own_client(folder: &Folder, server: Option<&Server>, replay: &Replay) -> TokenStream {
    let odd = server.filter(|server| server.is_odd).and_then(|server| server.replay.as_deref());
    // Requests that stand in no folder are in `main`, which owns the client.
    let borrow = folder.path.is_empty().then(|| quote!(&));
    let to_host = odd.map(|text| quote! { let client = item.to_host(#borrow client, #text)?; });
    let settings = replay.credentials.iter().map(|(name, value)| {
        let value = sent_text(value);
        quote!(.#name(#value))
    });
    let calls: Vec<_> = settings.chain([quote!(.build()?)]).collect();
    let with_settings =
        (!replay.credentials.is_empty()).then(|| chain::bind(&quote!(client), &quote!(client.to_builder()), &calls));
    quote! { #to_host #with_settings }
}

/// JSON without the blanks between its tokens. A template that is no JSON before its variables are filled stays as it is.
fn compact(text: &str) -> String {
    if serde_json::from_str::<IgnoredAny>(text).is_err() {
        return text.to_owned();
    }
    let (mut kept, mut inside) = (String::with_capacity(text.len()), false);
    for piece in text.split_inclusive('"') {
        if inside {
            kept.push_str(piece);
            let escapes = piece.bytes().rev().skip(1).take_while(|byte| *byte == b'\\').count();
            inside = escapes % 2 == 1;
        } else {
            kept.extend(piece.split_ascii_whitespace());
            inside = piece.ends_with('"');
        }
    }
    kept
}

/// A value whose variables `method` fills in.
fn text(value: &str, method: &TokenStream) -> TokenStream {
    let literal = raw_string(value);
    if value.contains("{{") { quote!(item.#method(#literal)) } else { quote!(#literal) }
}

/// A text that is sent as it is.
fn sent(value: &str) -> TokenStream {
    text(value, &quote!(text))
}

/// A value whose variables `method` fills in, wherever it is.
fn replayed_text(value: &ReplayText, method: &TokenStream) -> TokenStream {
    match value {
        ReplayText::Shown(value) => text(value, method),
        ReplayText::Saved { saved } => quote!(item.#method(&item.saved(#saved))),
    }
}

fn sent_text(value: &ReplayText) -> TokenStream {
    replayed_text(value, &quote!(text))
}

fn setter(step: &ReplayStep) -> TokenStream {
    let ReplayStep { name, kind, value, .. } = step;
    let method = match step.place {
        Place::Query => quote!(query),
        Place::Header | Place::Form => quote!(text),
    };
    let value = match value {
        ReplayText::Shown(value) => {
            if let Some(call) = sample::setter(step, value, &|value| text(value, &method)) {
                return call;
            }
            quote!(#value)
        }
        ReplayText::Saved { saved } => quote!(&item.saved(#saved)),
    };
    // The value is a variable's, or known to the program alone.
    match kind {
        ScalarKind::String | ScalarKind::Number => quote!(.#name(item.#method(#value))),
        ScalarKind::Bool | ScalarKind::Unsigned => quote!(.#name(item.parse(#value)?)),
    }
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn only_blanks_are_dropped() {
        let table = [
            ("{ \"a b\": [1, 2],\n\t\"c\": null }", r#"{"a b":[1,2],"c":null}"#),
            (r#"{"a": 12345678901234567890123, "a": 1.0e0}"#, r#"{"a":12345678901234567890123,"a":1.0e0}"#),
            (r#"["\" x", "\\", "\u00e9" ]"#, r#"["\" x","\\","\u00e9"]"#),
            ("{ \"a\": {{a}} }", "{ \"a\": {{a}} }"),
        ];
        for (text, expected) in table {
            assert_eq!(compact(text), expected);
        }
    }
}
