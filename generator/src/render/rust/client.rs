//! The crate root and the client.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{chain, doc, dynamic, enumeration, markdown, stream};
use crate::model::{
    Api, Auth, Credential, CredentialSource, Envelope, Environment, Folder, Ident, Server, Setting, TypeRef, Variable,
};
use crate::render::{docs, schemes};

/// `src/lib.rs`
pub(super) fn lib(api: &Api) -> TokenStream {
    let modules = api.root.folders.iter().map(|folder| {
        let Folder { module, feature, .. } = folder;
        let gate = match feature {
            Some(feature) => quote!(#[cfg(all(feature = "client", feature = #feature))]),
            None => quote!(#[cfg(feature = "client")]),
        };
        quote! { #gate pub mod #module; }
    });
    let error_body = api.envelope.as_ref().and_then(|envelope| match &envelope.error {
        Some(TypeRef::Named(name)) => Some(name),
        _ => None,
    });
    let error_body = error_body.map(|name| {
        let docs = doc("The body of an error, for [`Error::json`].");
        quote! { #docs #[cfg(feature = "client")] pub type ErrorBody = types::#name; }
    });
    let operations =
        (!api.root.operations.is_empty()).then(|| quote! { #[cfg(feature = "client")] pub mod operations; });
    let dynamic = (!api.dynamic.client.is_empty())
        .then(|| quote! { #[cfg(all(feature = "client", feature = "dynamic"))] mod dynamic; });
    let unused = unused_support(api);
    let text = (!api.formats().is_empty()).then(|| quote! { pub mod text; });
    let uploads = api.has_uploads().then(|| quote! { #[cfg(feature = "client")] #unused mod uploads; });
    let file_source = api.has_uploads().then(|| quote! { #[cfg(feature = "client")] pub use uploads::FileSource; });
    let manual = manual();
    let readme = readme(api);
    let streamed =
        (!api.stream_formats().is_empty()).then(|| quote! { #[cfg(feature = "client")] #unused mod streamed; });
    let streams = stream::exports(api);
    let paging = api.pagings().next().is_some();
    let paged = paging.then(|| quote! { #[cfg(feature = "client")] pub use paging::{Items, Paged, Pages}; });
    let paging = paging.then(|| quote! { #[cfg(feature = "client")] mod paging; });
    let told = api.pagings().any(|paging| paging.rule.is_told());
    let next_page = told.then(|| quote! { #[cfg(feature = "client")] mod next_page; });
    let traits = context_in_paths(api).into_iter().map(|(name, _)| name);
    quote! {
        #readme
        #![forbid(unsafe_code)]
        #![warn(missing_docs)]

        #[cfg(feature = "client")]
        mod client;
        #dynamic
        mod json;
        #next_page
        #[cfg(feature = "client")]
        #unused
        mod support;
        #operations
        #paging
        #text
        pub mod types;
        #streamed
        #uploads
        #(#modules)*

        #[cfg(feature = "client")]
        pub use bytes::Bytes;
        #[cfg(feature = "client")]
        pub use client::{Client, ClientBuilder #(, #traits)*};
        #paged
        #[cfg(feature = "client")]
        #[doc(no_inline)]
        pub use reqwest;
        #streams
        #[cfg(feature = "mock")]
        pub use support::mock;
        #[cfg(feature = "blocking")]
        pub use support::Blocking;
        #[cfg(feature = "client")]
        pub use support::{
            Carried, Chunks, Error, ErrorKind, Operation, Outgoing, Pending, Received, Request, Response, Result, Sign,
            Transport, TransportError, Wait, WithBody, limits, redirect_policy,
        };
        #file_source

        #error_body

        #manual
    }
}

/// The README as the documentation of the crate, where what its code needs is on.
fn readme(api: &Api) -> TokenStream {
    let features = docs::readme_features(api);
    if features.is_empty() {
        return quote! { #![doc = include_str!("../README.md")] };
    }
    let all = match features.len() {
        1 => quote!(#(feature = #features)*),
        _ => quote!(all(#(feature = #features),*)),
    };
    let title = markdown::text(&api.title);
    let line = format!("A part of a client of the {title}: `README.md` describes the whole.");
    quote! {
        #![cfg_attr(#all, doc = include_str!("../README.md"))]
        #![cfg_attr(not(#all), doc = #line)]
    }
}

/// The pages of the manual, which are there for rustdoc alone.
fn manual() -> TokenStream {
    let pages = docs::MANUAL.into_iter().map(|page| {
        let (name, path) = (format_ident!("{page}"), format!("../docs/manual/{page}.md"));
        quote! {
            #[doc = include_str!(#path)]
            pub mod #name {}
        }
    });
    let docs = doc("How this crate is used: a page for each topic.");
    quote! {
        #docs
        #[cfg(all(feature = "client", any(doc, doctest)))]
        pub mod manual {
            #(#pages)*
        }
    }
}

/// Whether all requests can be turned off.
fn all_optional(api: &Api) -> bool {
    api.root.operations.is_empty() && api.root.folders.iter().all(|folder| folder.feature.is_some())
}

/// Allows that nothing uses what only requests use, where there are none or all of them are turned off.
fn unused_support(api: &Api) -> Option<TokenStream> {
    let features = api.root.folders.iter().filter_map(|folder| folder.feature.as_ref());
    let lints = quote!(dead_code, unused_imports, unused_macros);
    if api.root.folders.is_empty() && api.root.operations.is_empty() {
        return Some(quote! { #[allow(#lints, reason = "there is nothing to call")] });
    }
    let reason = "without features there is nothing to call";
    all_optional(api)
        .then(|| quote! { #[cfg_attr(not(any(#(feature = #features),*)), allow(#lints, reason = #reason))] })
}

/// `src/client.rs`
pub(super) fn client(api: &Api) -> TokenStream {
    let title = markdown::text(&api.title);
    let client_docs = doc(&format!(
        "A client of the {title}.\n\nCheap to clone: all clones share one pool of connections. Made by [`Client::builder`]."
    ));
    let builder_docs = doc("Settings of a [`Client`], made by [`Client::builder`].");
    let description = description(api);
    let accessors = api.root.folders.iter().map(accessor);
    let credentials = api.credentials.iter().map(credential);
    let context = api.context.iter().map(context);
    let servers = api.servers.iter().enumerate().map(|(index, server)| base_url(index, server, api.servers.len()));
    let environments = api.environments.iter().map(environment);
    let envelope_import = api.envelope.is_some().then(|| quote!(Envelope,));
    let schemes_import = api.auth.scheme().map(|_| quote!(schemes,));
    let in_paths = context_in_paths(api);
    let (operation_import, request_import) =
        (!in_paths.is_empty()).then(|| (quote!(Operation,), quote!(Request,))).unzip();
    let settings = in_paths.into_iter().map(|(name, variable)| context_setting(name, variable));
    quote! {
        use crate::support::{
            Api, Auth, Core, CoreBuilder, #envelope_import #operation_import #request_import Result, #schemes_import settings,
        };

        #description

        #client_docs
        #[derive(Clone, Debug)]
        pub struct Client {
            pub(crate) core: Core,
        }

        impl Client {
            /// Settings for a new client.
            #[must_use]
            pub fn builder() -> ClientBuilder {
                ClientBuilder { core: CoreBuilder::new(&API) }
            }

            /// The settings of this client, for another one that shares its connections: with other credentials, say.
            /// As long as credentials, variables and servers stay the same, both share what they were given to
            /// authenticate with, too.
            #[must_use]
            pub fn to_builder(&self) -> ClientBuilder {
                ClientBuilder { core: self.core.to_builder() }
            }
            #(#accessors)*
        }

        #builder_docs
        #[derive(Clone, Debug)]
        pub struct ClientBuilder {
            core: CoreBuilder,
        }

        impl ClientBuilder {
            #(#environments)*
            #(#credentials)*
            #(#context)*
            #(#servers)*

            /// Makes the client.
            ///
            /// # Errors
            ///
            /// When a setting cannot be used, such as a URL that is none: [`ErrorKind::Configuration`](crate::ErrorKind).
            pub fn build(self) -> Result<Client> {
                Ok(Client { core: self.core.build()? })
            }
        }

        settings!(ClientBuilder);

        #(#settings)*
    }
}

/// The context variables in paths, and what operations are called that have them.
fn context_in_paths(api: &Api) -> Vec<(&Ident, &Variable)> {
    let used: BTreeSet<usize> =
        api.root.operations_deep().into_iter().flat_map(|(_, operation)| operation.context.iter().copied()).collect();
    let pairs = api.context_traits.iter().zip(&api.context).enumerate();
    pairs.filter(|(index, _)| used.contains(index)).map(|(_, pair)| pair).collect()
}

/// What sets a context variable on a request.
fn context_setting(operations: &Ident, Variable { name, wire, .. }: &Variable) -> TokenStream {
    let known = name.plain();
    let trait_docs = doc(&format!("Operations whose path has {}.", markdown::code(wire)));
    let docs = doc(&format!("Sets {} for this request instead of the client's.", markdown::code(wire)));
    quote! {
        #trait_docs
        pub trait #operations: Operation {}

        impl<O: #operations> Request<O> {
            #docs
            pub fn #name(mut self, #name: impl Into<String>) -> Self {
                self.call.path(#known, #name);
                self
            }
        }
    }
}

fn description(api: &Api) -> TokenStream {
    let name = &api.package.name;
    let servers = api.servers.iter().map(|server| &server.url);
    let variables = api.context.iter().filter_map(|variable| {
        let (name, value) = (variable.name.plain(), variable.default.as_ref()?);
        Some(quote!((#name, #value)))
    });
    let dynamic = dynamic::entry(api);
    let auth = auth(&api.auth);
    let envelope = match &api.envelope {
        Some(found) => {
            let envelope = envelope(found);
            quote!(Some(#envelope))
        }
        None => quote!(None),
    };
    let docs = doc("What the support code needs to know of this API.");
    quote! {
        #docs
        static API: Api = Api {
            name: #name,
            version: env!("CARGO_PKG_VERSION"),
            servers: &[#(#servers),*],
            variables: &[#(#variables),*],
            #dynamic,
            auth: #auth,
            envelope: #envelope,
        };
    }
}

/// Authentication as data of the support code.
pub(super) fn auth(auth: &Auth) -> TokenStream {
    match auth {
        Auth::None => quote!(Auth::None),
        Auth::Header { name, value } => quote!(Auth::Header { name: #name, value: #value }),
        Auth::Query { name, value } => quote!(Auth::Query { name: #name, value: #value }),
        Auth::Bearer { token } => quote!(Auth::Bearer { token: #token }),
        Auth::Basic { username, password } => quote!(Auth::Basic { username: #username, password: #password }),
        Auth::Scheme { scheme, parameters } => {
            let send = quote::format_ident!("{}", schemes::needs(*scheme).name);
            let parameters = parameters.iter().map(|(name, value)| quote!((#name, #value)));
            quote!(Auth::Scheme { send: schemes::#send, parameters: &[#(#parameters),*] })
        }
        Auth::Custom { scheme } => quote!(Auth::Custom { scheme: #scheme }),
    }
}

fn envelope(envelope: &Envelope) -> TokenStream {
    let Envelope { code, success, mixed, .. } = envelope;
    let place = |path: &str| {
        let keys = path.split('.');
        quote!(&[#(#keys),*])
    };
    let optional = |path: &Option<String>| match path.as_deref().map(place) {
        Some(place) => quote!(Some(#place)),
        None => quote!(None),
    };
    let code = place(code);
    let (message, details) = (optional(&envelope.message), optional(&envelope.details));
    let request_id = optional(&envelope.request_id);
    let codes =
        |codes: &[i64]| codes.iter().map(|code| proc_macro2::Literal::i64_unsuffixed(*code)).collect::<Vec<_>>();
    let (success, mixed) = (codes(success), codes(mixed));
    quote! {
        Envelope {
            code: #code,
            message: #message,
            details: #details,
            request_id: #request_id,
            success: &[#(#success),*],
            mixed: &[#(#mixed),*],
        }
    }
}

fn accessor(folder: &Folder) -> TokenStream {
    let Folder { module, handle, feature, .. } = folder;
    let docs = doc(&super::folder::accessor_docs(folder));
    let gate = feature.as_ref().map(|feature| quote!(#[cfg(feature = #feature)]));
    quote! {
        #docs
        #gate
        #[must_use]
        pub fn #module(&self) -> crate::#module::#handle<'_> {
            crate::#module::#handle::new(&self.core)
        }
    }
}

fn credential(credential: &Credential) -> TokenStream {
    let what = match &credential.source {
        CredentialSource::Variable(wire) => format!("the credential {}", markdown::code(wire)),
        CredentialSource::ApiKey(name) => format!("the API key {}", markdown::code(name)),
        CredentialSource::Parameter { of, name } => format!("the {} of {}", markdown::code(name), markdown::text(of)),
    };
    let optional = if credential.optional { " Calls can do without it." } else { "" };
    let docs = format!(
        "Sets {what}.{}{optional}\n\nIt is kept secret: it appears in no error, log or `Debug` output.",
        sentence(&credential.docs)
    );
    setter(&credential.name, &docs, &quote!(credential))
}

fn context(variable: &Variable) -> TokenStream {
    let default = variable.default.as_ref().map(|value| format!(", {} unless set", markdown::code(value)));
    let docs = format!(
        "Sets {} for every call that does not set its own{}.{}",
        markdown::code(&variable.wire),
        default.unwrap_or_default(),
        sentence(&variable.docs)
    );
    setter(&variable.name, &docs, &quote!(variable))
}

/// A setter of the builder that keeps a value with the method `keep` of the support code.
fn setter(name: &Ident, docs: &str, keep: &TokenStream) -> TokenStream {
    let (docs, known) = (doc(docs), name.plain());
    quote! {
        #docs
        #[must_use]
        pub fn #name(mut self, #name: impl Into<String>) -> Self {
            self.core.#keep(#known, #name.into());
            self
        }
    }
}

fn sentence(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!(" {text}") }
}

/// A constructor of the builder.
fn environment(environment: &Environment) -> TokenStream {
    let Environment { title, constructor, settings, missing } = environment;
    let set: Vec<&Ident> = settings.iter().map(|setting| &setting.setter).collect();
    let missing = match missing.is_empty() {
        true => String::new(),
        false => {
            format!("\n\nIt leaves open {}: set what your calls need.", links(&missing.iter().collect::<Vec<_>>()))
        }
    };
    let docs = doc(&format!("Settings of the environment {}: {}.{missing}", markdown::code(title), links(&set)));
    let calls: Vec<_> = settings.iter().map(|Setting { setter, value }| quote!(.#setter(#value))).collect();
    let built = chain::end(&quote!(builder), &quote!(Client::builder()), &calls);
    quote! {
        #docs
        #[must_use]
        pub fn #constructor() -> Self {
            #built
        }
    }
}

/// Links to setters of the builder: `a`, `b` and `c`.
fn links(setters: &[&Ident]) -> String {
    enumeration(&setters.iter().map(|setter| format!("[`{0}`](Self::{0})", setter.plain())).collect::<Vec<_>>())
}

fn base_url(index: usize, server: &Server, count: usize) -> TokenStream {
    let Server { setter, url, .. } = server;
    let docs = doc(&match (url.as_str(), count) {
        ("", _) => "Sets a base URL that the collection leaves open; requests that go there need it.\n\n\
            It may have a path of its own."
            .to_owned(),
        (url, 1) => format!("Sets the base URL, {} unless set. It may have a path of its own.", markdown::code(url)),
        (url, _) => format!(
            "Sets the base URL of the requests that go to {}, which it is unless set. It may have a path of its own.",
            markdown::code(url)
        ),
    });
    quote! {
        #docs
        #[must_use]
        pub fn #setter(mut self, url: impl Into<String>) -> Self {
            self.core.server(#index, url.into());
            self
        }
    }
}
