//! Rust by quote: every file is built as tokens, parsed by syn, printed by prettyplease and laid out with blank lines.

mod answer;
mod body;
mod chain;
mod client;
mod codec;
mod dynamic;
mod examples;
mod expr;
pub(super) mod failure;
mod folder;
mod form;
mod guide;
mod json;
mod layout;
mod operation;
mod replay;
mod sample;
mod schemes;
mod stream;
mod tests;
mod text;
mod types;

pub(super) use answer::items;
pub(super) use dynamic::dynamic;
pub(super) use examples::examples;
pub(super) use sample::{Samples, Setters, laid_out, request};
pub(super) use stream::streamed;
pub(super) use tests::tests;
pub(super) use text::text;
pub(super) use types::types;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{File, Input, MARK, RenderError, markdown};
use crate::diagnostic::is_harmless;
use crate::model::{Folder, Ident, Package, ScalarKind, TypeRef};

/// How types are decoded and encoded.
pub(super) fn json(input: Input<'_>) -> Vec<File<'_>> {
    let files = postman_codegen_templates::JSON.iter();
    files.map(|file| copy(&input.api.package, format!("src/json/{}", file.path), file.text)).collect()
}

/// The hand-written support code.
pub(super) fn support(input: Input<'_>) -> Vec<File<'_>> {
    let files = postman_codegen_templates::SUPPORT.iter();
    let package = &input.api.package;
    let uploads = input.api.has_uploads().then(|| copy(package, "src/uploads.rs", postman_codegen_templates::UPLOADS));
    let paging = input.api.pagings().next();
    let paging = paging.map(|_| copy(package, "src/paging.rs", postman_codegen_templates::PAGING));
    let told = input.api.pagings().any(|paging| paging.rule.is_told());
    let next_page = told.then(|| copy(package, "src/next_page.rs", postman_codegen_templates::NEXT_PAGE));
    let files = files.map(|file| copy(package, format!("src/support/{}", file.path), file.text));
    files.chain(uploads).chain(paging).chain(next_page).collect()
}

/// `src/support/schemes.rs`, and the files of the schemes that the API uses.
pub(super) fn schemes(Input { api, .. }: Input<'_>) -> Vec<File<'_>> {
    let used = schemes::files(api);
    let files = postman_codegen_templates::SCHEMES.iter();
    let used = files.filter(|file| file.path.strip_suffix(".rs").is_some_and(|name| used.contains_key(name)));
    let mut files: Vec<File<'_>> =
        used.map(|file| copy(&api.package, format!("src/support/schemes/{}", file.path), file.text)).collect();
    files.push(self::file(&api.package, "src/support/schemes.rs", schemes::DOCS, || schemes::module(api)));
    files
}

/// `src/lib.rs` and `src/client.rs`.
pub(super) fn root(Input { api, .. }: Input<'_>) -> Vec<File<'_>> {
    let docs = format!("The client of the {}.", markdown::text(&api.title));
    vec![
        file(&api.package, "src/lib.rs", "", || client::lib(api)),
        file(&api.package, "src/client.rs", docs, || client::client(api)),
    ]
}

/// A file for each folder.
pub(super) fn folders(input: Input<'_>) -> Vec<File<'_>> {
    let api = input.api;
    let mut files = Vec::new();
    if !api.root.operations.is_empty() {
        let docs = "Requests that stand in no folder.";
        files.push(file(&api.package, "src/operations.rs", docs, move || folder::root_module(input)));
    }
    let mut open: Vec<&Folder> = api.root.folders.iter().collect();
    while let Some(folder) = open.pop() {
        let path = format!("src/{}.rs", folder.path.iter().map(Ident::plain).collect::<Vec<_>>().join("/"));
        let docs = folder::module_docs(api, folder);
        files.push(file(&api.package, path, docs, move || folder::module(input, folder)));
        open.extend(&folder.folders);
    }
    files
}

/// The first lines of every generated Rust file.
fn header(package: &Package) -> String {
    format!("// {MARK} from {}. To change it, run `{}`.\n\n", one_line(&package.source), one_line(&package.command))
}

fn one_line(text: &str) -> String {
    text.replace(|c: char| !is_harmless(c), " ")
}

/// A file of hand-written code.
fn copy<'a>(package: &'a Package, path: impl Into<String>, text: &'a str) -> File<'a> {
    File::new(path, move || Ok(format!("{}{text}", header(package))))
}

/// A file of these items.
fn file<'a>(
    package: &'a Package,
    path: impl Into<String>,
    docs: impl Into<String>,
    items: impl Fn() -> TokenStream + Send + Sync + 'a,
) -> File<'a> {
    let (path, docs) = (path.into(), docs.into());
    File::new(path.clone(), move || print(package, &docs, items()).map_err(|error| syntax_error(&path, &error)))
}

fn print(package: &Package, docs: &str, items: TokenStream) -> syn::Result<String> {
    // Moved rather than quoted, as the parser must copy tokens that somebody else holds too.
    let mut tokens = inner_doc(docs);
    tokens.extend(items);
    Ok(format!("{}{}", header(package), layout::print(&syn::parse2(tokens)?)))
}

fn syntax_error(path: &str, error: &syn::Error) -> RenderError {
    RenderError::Syntax { path: path.to_owned(), reason: error.to_string() }
}

/// `///` lines.
fn doc(text: &str) -> TokenStream {
    let lines = text.lines().map(comment);
    quote! { #(#[doc = #lines])* }
}

/// `//!` lines.
fn inner_doc(text: &str) -> TokenStream {
    let lines = text.lines().map(comment);
    quote! { #(#![doc = #lines])* }
}

/// The text of a comment. It is printed without its quotes, and raw is what the parser reads fastest.
fn comment(line: &str) -> Literal {
    let text = if line.is_empty() { String::new() } else { format!(" {line}") };
    raw(&text).unwrap_or_else(|| Literal::string(&text))
}

/// A string literal, raw where that is easier to read. Never spans lines.
fn raw_string(text: &str) -> Literal {
    let literal = if text.contains(['"', '\\']) { raw(text) } else { None };
    literal.unwrap_or_else(|| Literal::string(text))
}

/// A raw string literal of a text whose characters all show.
fn raw(text: &str) -> Option<Literal> {
    if text.chars().all(is_harmless) { raw_unchecked(text) } else { None }
}

/// A raw string literal that spans lines where the text does; all else of it must show.
fn raw_lines(text: &str) -> Literal {
    let literal = if text.chars().all(|c| c == '\n' || is_harmless(c)) { raw_unchecked(text) } else { None };
    literal.unwrap_or_else(|| Literal::string(text))
}

fn raw_unchecked(text: &str) -> Option<Literal> {
    let hashes_after = |(at, _): (usize, &str)| text[at + 1..].bytes().take_while(|byte| *byte == b'#').count();
    let hashes = "#".repeat(1 + text.match_indices("\"#").map(hashes_after).max().unwrap_or(0));
    format!("r{hashes}\"{text}\"{hashes}").parse().ok()
}

/// Several things in a sentence: `a`, `b` and `c`.
fn enumeration(things: &[String]) -> String {
    match things {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => things.concat(),
    }
}

/// The type of a parameter that is written as text.
fn scalar(kind: ScalarKind) -> TokenStream {
    match kind {
        ScalarKind::String => quote!(impl Into<String>),
        ScalarKind::Bool => quote!(bool),
        ScalarKind::Unsigned => quote!(u64),
        ScalarKind::Number => quote!(impl std::fmt::Display),
    }
}

/// The lines that import the modules by which code names these types.
fn use_modules<'a>(root: &TokenStream, types: impl Iterator<Item = &'a TypeRef>) -> Option<TokenStream> {
    let (mut own, mut text) = (false, false);
    for ty in types {
        own |= ty.named().is_some();
        text |= ty.format().is_some();
    }
    match (text, own) {
        (false, false) => None,
        (true, false) => Some(quote! { use #root::text; }),
        (false, true) => Some(quote! { use #root::types; }),
        (true, true) => Some(quote! { use #root::{text, types}; }),
    }
}

/// A type, with the API's own types found under `types`.
fn ty(reference: &TypeRef, types: &TokenStream) -> TokenStream {
    match reference {
        TypeRef::Value => quote!(serde_json::Value),
        TypeRef::Bool => quote!(bool),
        TypeRef::Integer => quote!(i64),
        TypeRef::Unsigned => quote!(u64),
        TypeRef::Float => quote!(f64),
        TypeRef::String => quote!(String),
        TypeRef::Text(format) => {
            let form = text::form(*format).name;
            quote!(text::#form)
        }
        TypeRef::Nullable(inner) => {
            let inner = ty(inner, types);
            quote!(Option<#inner>)
        }
        TypeRef::List(element) => {
            let element = ty(element, types);
            quote!(Vec<#element>)
        }
        TypeRef::Map(value) if **value == TypeRef::Value => quote!(serde_json::Map<String, serde_json::Value>),
        TypeRef::Map(value) => {
            let value = ty(value, types);
            quote!(std::collections::BTreeMap<String, #value>)
        }
        TypeRef::Named(name) => quote!(#types #name),
    }
}
