//! The types of bodies and answers: a file for each folder that alone uses them, and one for each word of the shared ones.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::{codec, doc, file, markdown, ty};
use crate::model::{Field, Ident, TypeDef, TypeRef};
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
        files.push(file(package, name, "", move || module(&defs)));
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

fn module(defs: &[&TypeDef]) -> TokenStream {
    let mut used: BTreeSet<&Ident> = BTreeSet::new();
    let mut helpers = false;
    for field in defs.iter().flat_map(|def| def.fields()) {
        used.extend(field.ty.named());
        helpers |= codec::needs_helpers(field);
    }
    for def in defs {
        used.remove(&def.name);
    }
    let imports = codec::imports();
    let helpers = helpers.then(|| quote! { use crate::support::json; });
    let types = (!used.is_empty()).then(|| quote! { use crate::types::{#(#used),*}; });
    let items = defs.iter().map(|def| definition(def));
    quote! { #imports #helpers #types #(#items)* }
}

fn definition(def: &TypeDef) -> TokenStream {
    let name = &def.name;
    let attributes = codec::struct_attributes();
    let docs = doc(&def.docs);
    let members = def.fields().iter().map(member);
    let setters = def.fields().iter().map(setter);
    let new = doc("An empty value, to be filled by its setters.");
    quote! {
        #docs
        #attributes
        pub struct #name { #(#members)* }

        impl #name {
            #new
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }
            #(#setters)*
        }
    }
}

fn member(field: &Field) -> TokenStream {
    let Field { name, .. } = field;
    let docs = doc(&field_docs(field));
    let attributes = codec::field_attributes(field);
    let inner = ty(&field.ty, &TokenStream::new());
    let inner = if field.boxed { quote!(Box<#inner>) } else { inner };
    let full = if field.presence.is_option() { quote!(Option<#inner>) } else { inner };
    quote! { #docs #attributes pub #name: #full, }
}

/// How long an example in a sentence may be, in bytes.
const EXAMPLE_LENGTH: usize = 60;

fn field_docs(field: &Field) -> String {
    let mut docs = field.docs.clone();
    if !docs.is_empty() {
        docs.push_str("\n\n");
    }
    let example = field.example.as_ref().map(ToString::to_string);
    if let Some(example) = example.filter(|text| text.len() <= EXAMPLE_LENGTH) {
        docs.push_str(&format!("For example {}. ", markdown::code(&example)));
    }
    let times = if field.of == 1 { "example" } else { "examples" };
    docs.push_str(&format!("Seen in {} of {} {times}.", field.seen, field.of));
    docs
}

fn setter(field: &Field) -> TokenStream {
    let Field { name, setter, .. } = field;
    let docs = doc(&format!("Sets [`{}`](Self::{}).", name.plain(), name.plain()));
    let (argument, mut value) = argument(&field.ty, name);
    if field.boxed {
        value = quote!(Box::new(#value));
    }
    if field.presence.is_option() {
        value = quote!(Some(#value));
    }
    quote! {
        #docs
        #[must_use]
        pub fn #setter(mut self, #name: #argument) -> Self {
            self.#name = #value;
            self
        }
    }
}

/// What a setter takes, and how that becomes the field's value.
fn argument(reference: &TypeRef, name: &Ident) -> (TokenStream, TokenStream) {
    match reference {
        TypeRef::String | TypeRef::Value => {
            let inner = ty(reference, &TokenStream::new());
            (quote!(impl Into<#inner>), quote!(#name.into()))
        }
        TypeRef::List(element) if matches!(**element, TypeRef::String) => {
            (quote!(impl IntoIterator<Item = impl Into<String>>), quote!(#name.into_iter().map(Into::into).collect()))
        }
        TypeRef::List(element) => {
            let element = ty(element, &TokenStream::new());
            (quote!(impl IntoIterator<Item = #element>), quote!(#name.into_iter().collect()))
        }
        TypeRef::Map(value) => {
            let value = ty(value, &TokenStream::new());
            (
                quote!(impl IntoIterator<Item = (impl Into<String>, impl Into<#value>)>),
                quote!(#name.into_iter().map(|(key, value)| (key.into(), value.into())).collect()),
            )
        }
        other => (ty(other, &TokenStream::new()), quote!(#name)),
    }
}
