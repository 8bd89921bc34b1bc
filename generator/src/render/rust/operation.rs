//! An operation: the method that makes a request of it, and its type.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::markdown;
use super::{Samples, answer, body, client, doc, enumeration, failure, form, scalar, ty, use_modules};
use crate::model::{
    Api, Body, BodyKind, Dynamic, Folder, Header, Ident, Operation, Paging, PagingRule, Piece, Presence, Query,
    ScalarKind, Segment, TypeDef, TypeRef,
};
use crate::postman::text::names;

/// The imports of a file of operations; `own` are names of the support code that it uses besides.
pub(super) fn imports(operations: &[Operation], own: &[&str]) -> TokenStream {
    let any = |found: fn(&Operation) -> bool| operations.iter().any(found);
    let kind = |operation: &Operation, wanted: fn(&BodyKind) -> bool| {
        operation.body.as_ref().is_some_and(|body| wanted(&body.kind))
    };
    let mut names: BTreeSet<&str> = own.iter().copied().collect();
    if !operations.is_empty() {
        names.extend(["Endpoint", "Operation", "Request"]);
    }
    if any(|operation| answer::is_by_response(&operation.success)) {
        names.insert("response");
    }
    if any(|operation| operation.auth.is_some()) {
        names.insert("Auth");
    }
    if any(|operation| operation.auth.as_ref().is_some_and(|auth| auth.scheme().is_some())) {
        names.insert("schemes");
    }
    if operations.iter().any(|operation| kind(operation, |kind| matches!(kind, BodyKind::Urlencoded(_)))) {
        names.extend(["FormPairs", "form"]);
    }
    let multipart = operations.iter().any(|operation| kind(operation, |kind| matches!(kind, BodyKind::Multipart(_))));
    if multipart {
        names.insert("form");
    }
    let mut uploads = Vec::new();
    if operations.iter().any(|operation| kind(operation, BodyKind::takes_file)) {
        uploads.push(quote!(FileSource));
    }
    if multipart {
        uploads.push(quote!(FormParts));
    }
    let uploads = (!uploads.is_empty()).then(|| quote! { use crate::uploads::{#(#uploads),*}; });
    let paging = any(|operation| operation.paging.is_some()).then(|| quote! { use crate::paging::{Paged, Paging}; });
    let names = names.into_iter().map(|name| quote::format_ident!("{name}"));
    let types = use_modules(&quote!(crate), operations.iter().flat_map(named_types));
    quote! { #paging use crate::support::{#(#names),*}; #types #uploads }
}

/// The types that the signatures of an operation name.
fn named_types(operation: &Operation) -> impl Iterator<Item = &TypeRef> {
    let items = operation.paging.iter().map(|paging| &paging.item);
    let success = &operation.success;
    items.chain(body::json_type(operation)).chain([&success.ty]).chain(success.stream.iter().map(|stream| &stream.ty))
}

/// The method on the folder's handle.
pub(super) fn method(samples: &Samples, operation: &Operation, core: &TokenStream) -> TokenStream {
    let Operation { name, builder, .. } = operation;
    let docs = doc(&method_docs(samples, operation));
    let arguments = operation.arguments.iter().map(|argument| {
        let name = &argument.name;
        quote!(#name: impl Into<String>)
    });
    let body_argument = operation.body.as_ref().and_then(body::argument);
    let fills = operation.arguments.iter().map(|argument| {
        let name = &argument.name;
        let known = name.plain();
        quote! { request.call.path(#known, #name); }
    });
    let body_fill = operation.body.as_ref().map(|body| body::fill(operation, body));
    let signature = quote!(pub fn #name(&self, #(#arguments,)* #body_argument) -> Request<#builder>);
    if operation.arguments.is_empty() && operation.body.is_none() {
        // What is not generic would be compiled whether it is called or not.
        return quote! { #docs #[inline] #signature { Request::new(#core) } };
    }
    quote! {
        #docs
        #signature {
            let mut request = Request::new(#core);
            #(#fills)*
            #body_fill
            request
        }
    }
}

fn method_docs(samples: &Samples, operation: &Operation) -> String {
    let mut docs = if operation.docs.is_empty() {
        format!("{}.", markdown::text(&operation.title))
    } else {
        operation.docs.clone()
    };
    docs.push_str(&format!("\n\n{}", markdown::code(&format!("{} {}", operation.method, operation.path_template()))));
    if !operation.arguments.is_empty() {
        docs.push('\n');
        for argument in &operation.arguments {
            docs.push_str(&format!("\n- `{}`: {}", argument.name.plain(), argument.docs));
        }
    }
    docs.push_str(&failure::docs(&operation.failures));
    docs.push_str(&format!("\n\n# Example\n\n```no_run\n{}\n```", samples.get(operation).rustdoc));
    docs
}

/// The operation: its data, what its requests answer, and what can be set on them.
pub(super) fn definition(api: &Api, folder: &Folder, operation: &Operation) -> TokenStream {
    let Operation { builder, name, .. } = operation;
    let owner = if folder.path.is_empty() { "crate::Client".to_owned() } else { folder.handle.to_string() };
    let shown = owner.rsplit("::").next().unwrap_or_default();
    let mut text = format!("The operation of [`{shown}::{}`]({owner}::{}).", name.plain(), name.plain());
    text.push_str(&own_settings(operation));
    if operation.success.is_unknown() {
        text.push_str(
            "\n\nNo example shows its answer, so that any JSON is expected. If it answers with something else, use \
             [`send_text`](Request::send_text) or [`send_bytes`](Request::send_bytes).",
        );
    }
    let docs = doc(&text);
    let endpoint = endpoint(folder, operation);
    let query_text = operation.body.as_ref().and_then(graphql_query);
    let query_text = query_text.map(|text| quote! { impl #builder { #text } });
    let form = form::definition(&owner, operation);
    let mut settings = Vec::new();
    settings.extend(operation.query.iter().filter(|query| query.fixed.is_none()).map(query_setter));
    settings.extend(operation.headers.iter().map(header_setter));
    let settings = (!settings.is_empty()).then(|| quote! { impl Request<#builder> { #(#settings)* } });
    let paging = operation.paging.as_ref().map(|paging| paged(api, operation, paging));
    let streamed = operation.success.stream.as_ref().map(|stream| answer::streamed(builder, stream));
    let answer = answer::ty(&operation.success);
    let content = answer::content(&operation.success);
    let with_body = operation.body.as_ref().map(|_| quote!(WithBody));
    let with = with_body.into_iter().chain(context_traits(api, operation).map(ToTokens::to_token_stream));
    quote! {
        #docs
        pub struct #builder;

        #query_text

        impl Operation for #builder {
            type Answer = #answer;
            type Content = #content;
            const ENDPOINT: Endpoint = #endpoint;
        }

        #(impl crate::#with for #builder {})*

        #streamed
        #paging
        #settings
        #form
    }
}

/// What operations are called that have the context variables of this one.
fn context_traits<'a>(api: &'a Api, operation: &Operation) -> impl Iterator<Item = &'a Ident> {
    operation.context.iter().filter_map(|&index| api.context_traits.get(index))
}

/// What its requests have that those of others do not.
fn own_settings(operation: &Operation) -> String {
    let query = operation.query.iter().filter(|query| query.fixed.is_none()).map(|query| &query.name);
    let names = query.chain(operation.headers.iter().map(|header| &header.name)).map(Ident::plain);
    let paging = operation.paging.iter().flat_map(|_| ["pages", "items"]);
    let streamed = operation.success.other_stream().map(|stream| stream.format.method());
    let names: Vec<String> = names.chain(paging).chain(streamed).map(markdown::code).collect();
    if names.is_empty() { String::new() } else { format!("\n\nIts [`Request`] has {}.", enumeration(&names)) }
}

/// The query of a GraphQL operation.
fn graphql_query(body: &Body) -> Option<TokenStream> {
    let BodyKind::GraphQl(graphql) = &body.kind else { return None };
    let query = &graphql.query;
    let docs = doc(&format!("The query that is sent:\n\n{}", markdown::block(query.trim(), "text")));
    Some(quote! { #docs pub const QUERY: &'static str = #query; })
}

/// The operation as data of the support code.
fn endpoint(folder: &Folder, operation: &Operation) -> TokenStream {
    let mut name: Vec<&str> = folder.path.iter().map(|module| module.plain()).collect();
    name.push(operation.name.plain());
    let name = name.join(".");
    let method = &operation.method;
    let server = (operation.server != 0).then(|| Literal::usize_unsuffixed(operation.server));
    let server = server.map(|index| quote!(.server(#index)));
    let path = path(operation);
    let content_type = operation.content_type.as_ref().map(|value| value.replace('{', "{{").replace('}', "}}"));
    let content_type = content_type.iter().map(|value| quote!(("Content-Type", #value)));
    let headers = operation.headers.iter().flat_map(|header| {
        let name = &header.wire;
        header.values.iter().map(move |value| quote!((#name, #value)))
    });
    let headers: Vec<_> = headers.chain(content_type).collect();
    let headers = (!headers.is_empty()).then(|| quote!(.headers(&[#(#headers),*])));
    let query = always_sent(&operation.query);
    let query = (!query.is_empty()).then(|| quote!(.query(&[#(#query),*])));
    let auth = operation.auth.as_ref().map(|own| {
        let own = client::auth(own);
        quote!(.auth(#own))
    });
    quote! { Endpoint::new(#name, #method, #path) #server #headers #query #auth }
}

/// The parameters that are always sent, and those that stand before them, since their order may matter.
fn always_sent(query: &[Query]) -> Vec<TokenStream> {
    let template = |query: &Query| {
        let fixed = query.fixed.as_ref().map(|value| value.replace('{', "{{").replace('}', "}}"));
        fixed.or_else(|| query.credential.clone())
    };
    let end = query.iter().rposition(|query| template(query).is_some()).map_or(0, |last| last + 1);
    let pairs = query[..end].iter().map(|query| {
        let name = &query.wire;
        match template(query) {
            Some(value) => quote!((#name, Some(#value))),
            None => quote!((#name, None)),
        }
    });
    pairs.collect()
}

/// What stands in a path only in encoded form. An escape that the collection has stays as it is.
const ENCODED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'}');

/// The path as a template of the support code: literals as they are sent.
fn path(operation: &Operation) -> String {
    let segment = |segment: &Segment| {
        let pieces = segment.0.iter().map(|piece| match piece {
            Piece::Literal(text) => utf8_percent_encode(text, ENCODED).to_string(),
            Piece::Variable(name) => format!("{{{name}}}"),
            Piece::Segments(name) => format!("{{+{name}}}"),
        });
        format!("/{}", pieces.collect::<String>())
    };
    operation.path.iter().map(segment).collect()
}

fn query_setter(query: &Query) -> TokenStream {
    let Query { name, wire, kind, .. } = query;
    let mut text = if query.docs.is_empty() {
        format!("Sets the query parameter {}.", markdown::code(wire))
    } else {
        query.docs.clone()
    };
    if query.credential.is_some() {
        text.push_str("\n\nThe client's credential is sent unless set.");
    } else if let Some(example) = query.example.as_ref().filter(|example| is_short(example)) {
        text.push_str(&format!("\n\nThe collection's example is {}.", markdown::code(example)));
    }
    let docs = doc(&text);
    let argument = scalar(*kind);
    let (call, value) = match (query.repeated, kind) {
        (true, ScalarKind::String) => (quote!(query_append), quote!(#name.into())),
        (true, _) => (quote!(query_append), quote!(#name.to_string())),
        (false, ScalarKind::String) => (quote!(query), quote!(#name.into())),
        (false, _) => (quote!(query), quote!(#name)),
    };
    let inline = matches!(kind, ScalarKind::Bool | ScalarKind::Unsigned).then(|| quote!(#[inline]));
    quote! {
        #docs
        #inline
        pub fn #name(mut self, #name: #argument) -> Self {
            self.call.#call(#wire, #value);
            self
        }
    }
}

/// Whether a value can stand in a sentence.
pub(super) fn is_short(text: &str) -> bool {
    !text.is_empty() && text.len() <= 60
}

fn header_setter(header: &Header) -> TokenStream {
    let Header { name, wire, .. } = header;
    let mut text =
        if header.docs.is_empty() { format!("Sets the header {}.", markdown::code(wire)) } else { header.docs.clone() };
    if let Some(value) = header.example.as_ref().filter(|value| !header.values.is_empty() && is_short(value)) {
        text.push_str(&format!("\n\nSent as {}{} unless set.", markdown::code(value), values(value)));
    }
    let docs = doc(&text);
    let call = if header.repeated { quote!(header_append) } else { quote!(header) };
    quote! {
        #docs
        pub fn #name(mut self, #name: impl Into<String>) -> Self {
            self.call.#call(#wire, #name.into());
            self
        }
    }
}

/// Where the values of the variables in a header come from.
fn values(text: &str) -> &'static str {
    let (dynamic, own): (Vec<_>, Vec<_>) = names(text).partition(|name| Dynamic::of(name).is_some());
    match (own.is_empty(), dynamic.is_empty()) {
        (true, true) => "",
        (false, true) => " with the client's values",
        (true, false) => ", made anew for each call,",
        (false, false) => " with the client's values and with new ones for each call",
    }
}

/// How a paged operation reads its pages, and where their items are.
fn paged(api: &Api, operation: &Operation, paging: &Paging) -> TokenStream {
    let types = quote!(types::);
    let (answer, item) = (ty(&operation.success.ty, &types), ty(&paging.item, &types));
    let mut items = quote!(page);
    let mut list = Vec::new();
    // Whether it is a reference already.
    let mut borrowed = true;
    let mut holder = &operation.success.ty;
    for name in &paging.items {
        let def = holder.named().and_then(|name| TypeDef::find(&api.types, name));
        let Some(field) = def.and_then(|def| def.fields().iter().find(|field| field.name == *name)) else { break };
        holder = &field.ty;
        list.push(&field.wire);
        items = quote!(#items.#name);
        borrowed = field.presence.is_option();
        if borrowed {
            items = quote!(#items.get_or_insert_default());
        }
        if field.presence == Presence::OptionalOrNull {
            items = quote!(#items.get_or_insert_default());
        }
    }
    let borrow = (!borrowed).then(|| quote!(&mut));
    let rule = match &paging.rule {
        PagingRule::Page { parameter, first } => {
            let first = Literal::u64_unsuffixed(*first);
            quote!(Paging::page(#parameter, #first, &[#(#list),*]))
        }
        PagingRule::Offset { parameter, first } => {
            let first = Literal::u64_unsuffixed(*first);
            quote!(Paging::offset(#parameter, #first, &[#(#list),*]))
        }
        PagingRule::Cursor { parameter, place } => quote!(crate::next_page::cursor(#parameter, &[#(#place),*])),
        PagingRule::Last { parameter, place } => quote!(crate::next_page::last(#parameter, &[#(#place),*])),
        PagingRule::Url { place } => quote!(crate::next_page::url(&[#(#place),*])),
        PagingRule::Link => quote!(crate::next_page::link()),
    };
    let more = &paging.more;
    let more = (!more.is_empty()).then(|| quote!(.more(&[#(#more),*])));
    let builder = &operation.builder;
    quote! {
        impl Paged for #builder {
            type Item = #item;
            const PAGING: Paging = #rule #more;

            #[inline]
            fn items(page: &mut #answer) -> &mut Vec<#item> {
                #borrow #items
            }
        }
    }
}
