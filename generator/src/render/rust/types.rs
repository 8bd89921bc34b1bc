//! The types of bodies and answers: a file for each folder that alone uses them, and one for each word of the shared ones.

mod enums;
mod setters;
mod structs;
#[cfg(test)]
mod tests;
mod unions;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};

use super::{codec, file};
use crate::model::{Ident, TypeDef, TypeKind};
use crate::render::{File, Input};

/// `src/types.rs` and the files below it.
pub(crate) fn types(Input { api, .. }: Input<'_>) -> Vec<File<'_>> {
    let mut modules: BTreeMap<Vec<Ident>, Vec<&TypeDef>> = BTreeMap::new();
    for def in &api.types {
        modules.entry(def.module.clone()).or_default().push(def);
    }
    let package = &api.package;
    let mut files = Vec::new();
    let shared: BTreeSet<&Ident> = modules.keys().filter(|path| path.len() > 1).map(|path| &path[0]).collect();
    for parent in shared {
        let children = modules.keys().filter(|path| path.len() > 1 && path[0] == *parent).map(|path| path[1].clone());
        let children: Vec<Ident> = children.collect();
        let path = format!("src/types/{}.rs", parent.plain());
        let items = move || quote! { #(mod #children;)* #(pub use #children::*;)* };
        files.push(file(package, path, "Types that several folders use.", items));
    }
    for (path, defs) in modules.clone() {
        let name = format!("src/types/{}.rs", path.iter().map(Ident::plain).collect::<Vec<_>>().join("/"));
        files.push(file(package, name, "", move || module(&api.types, &defs)));
    }
    files.push(file(package, "src/types.rs", ROOT_DOCS, move || root(&modules)));
    files
}

const ROOT_DOCS: &str = "The types of bodies and answers, inferred from the collection's examples.

Every field may be missing: what a server leaves out is `None` or empty, and what it adds is ignored. Build a value with
`new()` and the setters that are called like the fields.";

fn root(modules: &BTreeMap<Vec<Ident>, Vec<&TypeDef>>) -> TokenStream {
    let mut tops: BTreeMap<&Ident, Option<&String>> = BTreeMap::new();
    for (path, defs) in modules {
        if let Some(top) = path.first() {
            tops.insert(top, defs.first().and_then(|def| def.feature.as_ref()));
        }
    }
    let gates = tops.values().map(|feature| feature.map(|feature| quote!(#[cfg(feature = #feature)])));
    let gates: Vec<Option<TokenStream>> = gates.collect();
    let tops: Vec<&Ident> = tops.into_keys().collect();
    quote! { #(#gates mod #tops;)* #(#gates pub use #tops::*;)* }
}

/// A file of types, which may name any of the API's.
fn module(api: &[TypeDef], defs: &[&TypeDef]) -> TokenStream {
    let mut used: BTreeSet<&Ident> = defs.iter().flat_map(|def| def.held()).collect();
    for def in defs {
        used.remove(&def.name);
    }
    let helpers: BTreeSet<&str> = defs.iter().map(|def| codec::helper(def)).collect();
    let collects = defs.iter().flat_map(|def| def.fields()).any(|field| setters::collects(api, field));
    let itself = collects.then_some("self").into_iter();
    let helpers: Vec<_> = itself.chain(helpers).map(|name| format_ident!("{name}")).collect();
    let helpers = use_from(&quote!(crate::json), &helpers);
    let has_text = defs.iter().flat_map(|def| def.parts()).any(|part| part.format().is_some());
    let text = has_text.then(|| quote! { use crate::text; });
    let types = use_from(&quote!(crate::types), &used.into_iter().collect::<Vec<_>>());
    let items = defs.iter().map(|def| definition(api, def));
    quote! { #helpers #text #types #(#items)* }
}

/// A line that imports names of a module, if there are any.
fn use_from(module: &TokenStream, names: &[impl ToTokens]) -> Option<TokenStream> {
    match names {
        [] => None,
        [name] => Some(quote! { use #module::#name; }),
        names => Some(quote! { use #module::{#(#names),*}; }),
    }
}

fn definition(api: &[TypeDef], def: &TypeDef) -> TokenStream {
    match &def.kind {
        TypeKind::Struct(_) => structs::definition(api, def),
        TypeKind::Enum(variants) => enums::definition(def, variants),
        TypeKind::Union(cases) => unions::definition(api, def, cases),
    }
}

/// How often something was seen.
fn times(seen: usize) -> String {
    if seen == 1 { "once".to_owned() } else { format!("{seen} times") }
}
