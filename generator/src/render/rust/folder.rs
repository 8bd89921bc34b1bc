//! A folder's module: its handle, a method for each request, and the operations.

use proc_macro2::TokenStream;
use quote::quote;

use super::{doc, markdown, operation};
use crate::model::{Api, Folder, Ident};
use crate::render::Input;

/// The documentation of a folder's module.
pub(super) fn module_docs(api: &Api, folder: &Folder) -> String {
    let breadcrumb = markdown::text(&folder.origin.to_string());
    let docs = if folder.docs.is_empty() {
        format!("{breadcrumb}.")
    } else if !folder.summary.is_empty() && folder.docs.starts_with(&folder.summary) {
        // It begins with plain words.
        format!("{breadcrumb}: {}", folder.docs)
    } else {
        // It begins with a block, which is one only at the beginning of a line.
        format!("{breadcrumb}.\n\n{}", folder.docs)
    };
    format!("{docs}\n\n{}", page(api, folder))
}

/// Where every request of a folder is shown with its JSON.
fn page(api: &Api, folder: &Folder) -> String {
    let top = folder.path.first().map(Ident::plain).unwrap_or_default();
    let path = format!("docs/{top}.md");
    match &api.package.repository {
        Some(repository) => {
            format!("Each request with its JSON and a `curl` line: [`{path}`](<{repository}/blob/HEAD/{path}>).")
        }
        None => format!("Each request with its JSON and a `curl` line: `{path}` in the source."),
    }
}

/// The documentation of the method that gives out a folder's handle.
pub(super) fn accessor_docs(folder: &Folder) -> String {
    if folder.docs.is_empty() {
        format!("The requests of the folder *{}*.", markdown::text(&folder.title))
    } else {
        folder.docs.clone()
    }
}

/// A folder's file.
pub(super) fn module(input: Input<'_>, folder: &Folder) -> TokenStream {
    let handle = &folder.handle;
    let nested = folder.folders.iter().map(|inner| {
        let module = &inner.module;
        quote! { pub mod #module; }
    });
    let accessors = folder.folders.iter().map(accessor);
    let core = quote!(self.core);
    let methods = folder.operations.iter().map(|operation| operation::method(input.samples, operation, &core));
    let definitions = folder.operations.iter().map(|operation| operation::definition(input.api, folder, operation));
    let imports = operation::imports(&folder.operations, &["Core"]);
    let docs = doc(&format!("{}\n\nGiven out by {}.", accessor_docs(folder), parent_link(folder)));
    quote! {
        #imports

        #(#nested)*

        #docs
        #[derive(Clone, Copy, Debug)]
        pub struct #handle<'a> {
            core: &'a Core,
        }

        impl<'a> #handle<'a> {
            pub(crate) fn new(core: &'a Core) -> Self {
                Self { core }
            }
            #(#accessors)*
            #(#methods)*
        }

        #(#definitions)*
    }
}

/// The file of the requests that stand in no folder.
pub(super) fn root_module(Input { api, samples, .. }: Input<'_>) -> TokenStream {
    let core = quote!(&self.core);
    let operations = &api.root.operations;
    let methods = operations.iter().map(|operation| operation::method(samples, operation, &core));
    let definitions = operations.iter().map(|operation| operation::definition(api, &api.root, operation));
    let imports = operation::imports(operations, &[]);
    quote! {
        use crate::client::Client;
        #imports

        impl Client {
            #(#methods)*
        }

        #(#definitions)*
    }
}

fn accessor(folder: &Folder) -> TokenStream {
    let Folder { module, handle, .. } = folder;
    let docs = doc(&accessor_docs(folder));
    quote! {
        #docs
        #[must_use]
        pub fn #module(&self) -> #module::#handle<'a> {
            #module::#handle::new(self.core)
        }
    }
}

/// A link to the method that gives out a folder's handle.
fn parent_link(folder: &Folder) -> String {
    let method = folder.module.plain();
    match &folder.path[..] {
        [] | [_] => format!("[`Client::{method}`](crate::Client::{method})"),
        [above @ .., _] => {
            let parent = above.last().map(Ident::plain).unwrap_or_default();
            format!("the method `{method}` of [`{parent}`](super)")
        }
    }
}

/// The expression that gives a folder's handle: `client.models().versions()`.
pub(super) fn handle_expression(folder: &Folder) -> TokenStream {
    let path = &folder.path;
    quote!(client #(.#path())*)
}
