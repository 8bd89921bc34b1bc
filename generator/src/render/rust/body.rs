//! What a call sends: the argument of its method, and how the method passes it on.

use proc_macro2::TokenStream;
use quote::quote;

use super::ty;
use crate::model::{Body, BodyKind, Operation, TypeRef};

/// The type of JSON that an operation sends.
pub(super) fn json_type(operation: &Operation) -> Option<&TypeRef> {
    operation.body.as_ref().and_then(|body| body.kind.json()).map(|(ty, _)| ty)
}

/// The body's argument; `None` where there is nothing to say about the body.
pub(super) fn argument(body: &Body) -> Option<TokenStream> {
    match &body.kind {
        BodyKind::Text { .. } => Some(quote!(body: impl Into<String>)),
        BodyKind::File { .. } => Some(quote!(body: impl Into<FileSource>)),
        BodyKind::Urlencoded(form) | BodyKind::Multipart(form) => {
            let name = &form.name;
            Some(quote!(body: #name))
        }
        BodyKind::Json { .. } | BodyKind::GraphQl(_) => body.kind.json().map(|(reference, _)| {
            let ty = ty(reference, &quote!(types::));
            quote!(body: impl Into<#ty>)
        }),
    }
}

/// The statement that sets the body.
pub(super) fn fill(operation: &Operation, body: &Body) -> TokenStream {
    let set = set(operation, body);
    // A file's media type is known when it is sent.
    let known_later = matches!(body.kind, BodyKind::Multipart(_) | BodyKind::File { .. });
    let untyped = (body.media_type.is_none() && !known_later).then(|| quote! { request.call.untyped(); });
    quote! { #set #untyped }
}

fn set(operation: &Operation, body: &Body) -> TokenStream {
    match &body.kind {
        BodyKind::Json { .. } => quote! { request.call.json(&body.into()); },
        BodyKind::Text { .. } => {
            let media_type = body.media_type.as_deref().unwrap_or("text/plain");
            quote! { request.call.text(body.into(), #media_type); }
        }
        BodyKind::Urlencoded(_) => quote! { request.call.form(&body.form); },
        BodyKind::Multipart(_) => quote! { request.call.multipart(body.form); },
        BodyKind::File { .. } => quote! { request.call.file(body.into()); },
        BodyKind::GraphQl(graphql) => {
            let builder = &operation.builder;
            let name = match &graphql.operation {
                Some(name) => quote!(Some(#name)),
                None => quote!(None),
            };
            let variables = match &graphql.variables {
                Some(_) => quote!(Some(&body.into())),
                None => quote!(None::<&()>),
            };
            quote! { request.call.graphql(#builder::QUERY, #name, #variables); }
        }
    }
}
