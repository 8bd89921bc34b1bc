//! What makes values of dynamic variables (`{{$guid}}`), where the crate or its replay program needs some.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{copy, doc, file};
use crate::model::{Api, Dynamic, Package};
use crate::render::{File, Input};

/// `src/dynamic/`
pub(crate) fn dynamic(Input { api, .. }: Input<'_>) -> Vec<File<'_>> {
    files(&api.package, "src", &api.dynamic.client)
}

/// A folder `dynamic/` with a module that asks each of the makers.
pub(super) fn files<'a>(package: &'a Package, folder: &str, makers: &'a BTreeSet<Dynamic>) -> Vec<File<'a>> {
    if makers.is_empty() {
        return Vec::new();
    }
    let docs = "Values of Postman's dynamic variables, a new one each time.";
    let path = |module: &str| format!("{folder}/dynamic/{module}.rs");
    let mut files = vec![file(package, path("mod"), docs, move || module(makers))];
    files.extend(makers.iter().map(|each| each.maker()).map(|maker| copy(package, path(maker.module), maker.text)));
    files
}

fn module(makers: &BTreeSet<Dynamic>) -> TokenStream {
    let makers: Vec<_> = makers.iter().map(|each| format_ident!("{}", each.maker().module)).collect();
    let (first, others) = match &makers[..] {
        [] => return TokenStream::new(),
        [only] => return quote! { mod #only; pub(crate) use #only::value; },
        [first, others @ ..] => (first, others),
    };
    let docs = doc("A new value of a dynamic variable, by its name without the `$`.");
    quote! {
        #(mod #makers;)*

        #docs
        pub(crate) fn value(name: &str) -> Option<String> {
            #first::value(name) #(.or_else(|| #others::value(name)))*
        }
    }
}

/// The entry of the support code's data of the API.
pub(super) fn entry(api: &Api) -> TokenStream {
    if api.dynamic.client.is_empty() {
        return quote!(dynamic: None);
    }
    quote! {
        #[cfg(feature = "dynamic")]
        dynamic: Some(crate::dynamic::value),
        #[cfg(not(feature = "dynamic"))]
        dynamic: None
    }
}
