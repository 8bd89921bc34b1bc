//! The tests of the generated crate: all JSON that the collection shows decodes, and encodes back to the same JSON.

use proc_macro2::TokenStream;
use quote::quote;

use super::{copy, file, json, markdown, ty, use_modules};
use crate::model::{Api, Folder, Ident, Operation, Shown, TypeRef};
use crate::render::{File, Input};

/// `tests/examples/main.rs` and a file for each folder.
pub(crate) fn tests(Input { api, .. }: Input<'_>) -> Vec<File<'_>> {
    let Some(root) = Group::of(&api.root) else { return Vec::new() };
    let package = &api.package;
    let docs = "Every example of the collection decodes into its type, and encodes back to the same JSON.";
    let tops: Vec<&Folder> = root.inner.iter().map(|group| group.folder).collect();
    let has_own = !root.tests.is_empty();
    let mut files = vec![
        file(package, "tests/examples/main.rs", docs, move || main(&tops, has_own)),
        copy(package, "tests/examples/harness.rs", postman_codegen_templates::EXAMPLES_HARNESS),
    ];
    if has_own {
        let tests = root.tests;
        let docs = "The examples of requests that stand in no folder.";
        files.push(file(package, "tests/examples/operations.rs", docs, move || module(api, &[], &tests)));
    }
    let mut open = root.inner;
    while let Some(Group { folder, tests, inner }) = open.pop() {
        let path = folder.path.iter().map(Ident::plain).collect::<Vec<_>>().join("/");
        let docs = format!("The examples of the folder {}.", markdown::text(&folder.title));
        let modules: Vec<&Ident> = inner.iter().map(|group| &group.folder.module).collect();
        let items = move || module(api, &modules, &tests);
        files.push(file(package, format!("tests/examples/{path}.rs"), docs, items));
        open.extend(inner);
    }
    files
}

/// A folder in which something is to be proved, or below it.
struct Group<'a> {
    folder: &'a Folder,
    tests: Vec<Test<'a>>,
    inner: Vec<Group<'a>>,
}

/// An operation with its examples.
struct Test<'a> {
    operation: &'a Operation,
    examples: Vec<Shown<'a>>,
}

impl<'a> Group<'a> {
    /// Where nothing is known of a type there is nothing to prove.
    fn of(folder: &'a Folder) -> Option<Self> {
        let test = |operation: &'a Operation| {
            let typed = operation.shown().into_iter().filter(|example| *example.ty != TypeRef::Value);
            let examples: Vec<Shown<'_>> = typed.collect();
            (!examples.is_empty()).then_some(Test { operation, examples })
        };
        let tests: Vec<Test<'_>> = folder.operations.iter().filter_map(test).collect();
        let inner: Vec<Group<'_>> = folder.folders.iter().filter_map(Group::of).collect();
        (!tests.is_empty() || !inner.is_empty()).then_some(Self { folder, tests, inner })
    }
}

fn main(tops: &[&Folder], has_own: bool) -> TokenStream {
    let modules = tops.iter().map(|folder| {
        let module = &folder.module;
        let gate = folder.feature.as_ref().map(|feature| quote!(#[cfg(feature = #feature)]));
        quote! { #gate mod #module; }
    });
    let (unused, own) = match has_own {
        true => (None, Some(quote! { mod operations; })),
        false => (
            Some(
                quote!(#[allow(dead_code, unused_imports, unused_macros, reason = "without features there are no examples")]),
            ),
            None,
        ),
    };
    quote! { #unused mod harness; #(#modules)* #own }
}

/// A file of tests, one for each operation.
fn module(api: &Api, modules: &[&Ident], tests: &[Test<'_>]) -> TokenStream {
    let krate = &api.package.krate;
    let types = use_modules(&quote!(::#krate), tests.iter().flat_map(|test| &test.examples).map(|example| example.ty));
    let prove = (!tests.is_empty()).then(|| quote! { use crate::harness::prove; });
    let tests = tests.iter().map(|Test { operation, examples }| {
        let name = &operation.name;
        let proofs = examples.iter().map(proof);
        quote! {
            #[test]
            fn #name() {
                #(#proofs)*
            }
        }
    });
    quote! { #(mod #modules;)* #types #prove #(#tests)* }
}

/// By a macro, since a test may be called like any function.
fn proof(example: &Shown<'_>) -> TokenStream {
    let (ty, json, pointer) = (ty(example.ty, &quote!(types::)), json::literal(example.value), &*example.pointer);
    quote! { prove!(#ty, #pointer, #json); }
}
