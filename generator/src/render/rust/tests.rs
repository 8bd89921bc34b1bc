//! The tests of the generated crate: every saved body and answer decodes, and encodes back to the same JSON.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use super::{copy, file, markdown, raw_string, ty, use_modules};
use crate::model::{Api, Folder, Operation, Success, TypeRef};
use crate::render::{File, Input};

/// `tests/examples/main.rs` and a file for each folder.
pub(crate) fn tests(Input { api, .. }: Input<'_>) -> Vec<File<'_>> {
    let package = &api.package;
    let folders: Vec<(&Folder, Vec<Proof<'_>>)> = api
        .root
        .folders
        .iter()
        .map(|folder| (folder, proofs(folder)))
        .filter(|(_, proofs)| !proofs.is_empty())
        .collect();
    let own: Vec<Proof<'_>> = api.root.operations.iter().flat_map(proofs_of).collect();
    if folders.is_empty() && own.is_empty() {
        return Vec::new();
    }
    let docs = "Every example of the collection decodes into its type, and encodes back to the same JSON.";
    let with_examples: Vec<&Folder> = folders.iter().map(|(folder, _)| *folder).collect();
    let mut files = vec![
        file(package, "tests/examples/main.rs", docs, move || main(api, &with_examples, &own)),
        copy(package, "tests/examples/harness.rs", postman_codegen_templates::EXAMPLES_HARNESS),
    ];
    for (folder, proofs) in folders {
        let path = format!("tests/examples/{}.rs", folder.module.plain());
        let docs = format!("The examples of the folder {}.", markdown::text(&folder.title));
        files.push(file(package, path, docs, move || test(api, &proofs)));
    }
    files
}

fn main(api: &Api, folders: &[&Folder], own: &[Proof<'_>]) -> TokenStream {
    let modules = folders.iter().map(|folder| {
        let module = &folder.module;
        let gate = folder.feature.as_ref().map(|feature| quote!(#[cfg(feature = #feature)]));
        quote! { #gate mod #module; }
    });
    let own = (!own.is_empty()).then(|| test(api, own));
    let unused = own.is_none().then(|| quote!(#[allow(dead_code, reason = "without features there are no examples")]));
    quote! { #unused mod harness; #(#modules)* #own }
}

fn test(api: &Api, proofs: &[Proof<'_>]) -> TokenStream {
    let krate = &api.package.krate;
    let types = use_modules(&quote!(::#krate), proofs.iter().map(|proof| proof.ty));
    let proofs = proofs.iter().map(|proof| {
        let Proof { pointer, ty: reference, value } = proof;
        let (ty, json) = (ty(reference, &quote!(types::)), raw_string(&value.to_string()));
        quote! { let json = #json; prove::<#ty>(#pointer, json); }
    });
    quote! {
        #types
        use crate::harness::prove;

        #[test]
        fn examples_decode_and_encode() {
            #(#proofs)*
        }
    }
}

/// That an example is one of its type.
struct Proof<'a> {
    pointer: String,
    ty: &'a TypeRef,
    value: &'a Value,
}

fn proofs(folder: &Folder) -> Vec<Proof<'_>> {
    folder.operations_deep().into_iter().flat_map(|(_, operation)| proofs_of(operation)).collect()
}

/// A proof for each example of an operation. Where nothing is known of the type there is nothing to prove.
fn proofs_of(operation: &Operation) -> Vec<Proof<'_>> {
    let mut found = Vec::new();
    if let Some((ty, example)) = operation.body.as_ref().and_then(|body| body.kind.json()) {
        found.push(Proof { pointer: format!("{}/request/body", operation.origin.pointer), ty, value: example });
    }
    let Success { ty, examples, .. } = &operation.success;
    found.extend(examples.iter().map(|example| Proof { pointer: example.pointer.clone(), ty, value: &example.value }));
    found.retain(|proof| *proof.ty != TypeRef::Value);
    found
}
