//! The replay program: sends every request of the collection once, through the builders that users call.

use proc_macro2::TokenStream;
use quote::quote;

use super::folder::handle_expression;
use super::{doc, markdown, names_own_type, raw_string, sample, ty};
use crate::model::{Api, BodyKind, Folder, Operation, Place, Replay, ReplayStep, ScalarKind};

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
    let items = api.root.operations.iter().map(|operation| item(&api.root, operation));
    let types = api.root.operations.iter().any(sends_typed).then(|| quote! { use api::types; });
    let variables = api.variables.iter().filter_map(|variable| {
        let hidden = || variable.saved.as_deref().map(Replay::saved);
        let (name, value) = (&variable.wire, variable.value.clone().or_else(hidden)?);
        let value = raw_string(&value);
        Some(quote!((#name, #value)))
    });
    let servers = api.servers.iter().filter_map(|server| {
        let (setter, text) = (&server.setter, server.replay.as_ref()?);
        Some(quote! {
            if let Some(url) = replay.base_url(#text) {
                builder = builder.#setter(url);
            }
        })
    });
    let servers: Vec<_> = servers.collect();
    let mutable = (!servers.is_empty()).then(|| quote!(mut));
    let credentials = api.credentials.iter().map(|credential| (&credential.name, credential.replay.clone()));
    let context = api.context.iter().map(|variable| (&variable.name, format!("{{{{{}}}}}", variable.wire)));
    let settings = credentials.chain(context).map(|(name, template)| match template.as_str() {
        "" => quote!(.#name("")),
        template => quote!(.#name(replay.text(#template))),
    });
    let docs = doc("The collection's variables, as far as it saves values for them.");
    quote! {
        #[path = "replay/harness.rs"]
        mod harness;
        #(#modules)*

        use ::#krate as api;
        use api::Client;
        #types
        use harness::Replay;

        #docs
        const VARIABLES: &[(&str, &str)] = &[#(#variables),*];

        #[tokio::main(flavor = "current_thread")]
        async fn main() -> std::process::ExitCode {
            let mut replay = match Replay::from_arguments(VARIABLES, #source) {
                Ok(replay) => replay,
                Err(code) => return code,
            };
            let #mutable builder = Client::builder() #(#settings)* .via(replay.via()).retries(0);
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
    let items = folder.operations_deep().into_iter().map(|(inner, operation)| item(inner, operation));
    let typed = folder.operations_deep().iter().any(|(_, operation)| sends_typed(operation));
    let types = typed.then(|| quote! { use #krate::types; });
    quote! {
        use #krate::Client;
        #types
        use crate::harness::Replay;

        pub(crate) async fn run(replay: &mut Replay, client: &Client) {
            #(#items)*
        }
    }
}

/// Whether the call of an operation names one of the API's types.
fn sends_typed(operation: &Operation) -> bool {
    let body = operation.body.as_ref().map(|body| &body.kind);
    operation.replay.body.is_some() && matches!(body, Some(BodyKind::Json { ty, .. }) if names_own_type(ty))
}

fn item(folder: &Folder, operation: &Operation) -> TokenStream {
    let number = proc_macro2::Literal::usize_unsuffixed(operation.index);
    let title = operation.origin.to_string();
    let arguments = operation.replay.arguments.iter().map(|value| text(value, &quote!(path)));
    let body = operation.body.as_ref().zip(operation.replay.body.as_ref()).map(|(body, raw)| {
        let raw = raw_string(&compact(raw));
        match &body.kind {
            BodyKind::Json { ty: reference, .. } => {
                let ty = ty(reference, &quote!(types::));
                quote! { let body = item.json::<#ty>(#raw)?; }
            }
            BodyKind::Text { .. } => quote! { let body = item.text(#raw); },
        }
    });
    let body_argument = body.is_some().then(|| quote!(body));
    let setters = operation.replay.setters.iter().map(setter);
    let (handle, name) = (handle_expression(folder), &operation.name);
    let client = own_client(&operation.replay);
    quote! {
        replay.send(#number, #title, async |item| {
            #client
            #body
            let request = #handle.#name(#(#arguments,)* #body_argument) #(#setters)*;
            item.sent(request.header("X-Replay-Item", item.number()).send().await)
        }).await;
    }
}

/// A client with the credentials that the collection gives for one request alone.
fn own_client(replay: &Replay) -> Option<TokenStream> {
    let settings = replay.credentials.iter().map(|(name, value)| {
        let value = text(value, &quote!(text));
        quote!(.#name(#value))
    });
    (!replay.credentials.is_empty()).then(|| quote! { let client = client.to_builder() #(#settings)* .build()?; })
}

/// JSON without the blanks between its tokens. A template that is no JSON before its variables are filled stays as it is.
fn compact(text: &str) -> String {
    serde_json::from_str::<serde_json::Value>(text).map_or_else(|_| text.to_owned(), |value| value.to_string())
}

/// A value whose variables `method` fills in.
fn text(value: &str, method: &TokenStream) -> TokenStream {
    let literal = raw_string(value);
    if value.contains("{{") { quote!(item.#method(#literal)) } else { quote!(#literal) }
}

fn setter(step: &ReplayStep) -> TokenStream {
    let ReplayStep { name, kind, value, .. } = step;
    let method = match step.place {
        Place::Query => quote!(query),
        Place::Header => quote!(text),
    };
    match sample::setter(step, &|value| text(value, &method)) {
        Some(call) => call,
        // The value is a variable's.
        None if *kind == ScalarKind::Number => quote!(.#name(item.#method(#value))),
        None => quote!(.#name(item.parse(#value)?)),
    }
}
