//! `src/text/`: the forms of text that an API's types have.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::{copy, file};
use crate::model::Format;
use crate::render::{File, Input};

/// The module's documentation.
const DOCS: &str = "Text of known forms: exactly what is on the wire, whatever that is, with a typed view of it.";

/// A form of text in code.
pub(super) struct Form {
    /// The type.
    pub(super) name: Ident,
    /// The module that holds it.
    module: Ident,
}

/// The type of a form.
pub(super) fn form(format: Format) -> Form {
    let (name, module) = match format {
        Format::Timestamp => ("Timestamp", "timestamp"),
        Format::Date => ("Date", "date"),
        Format::Uuid => ("Uuid", "uuid"),
        Format::Url => ("Url", "url"),
        Format::Base64 => ("Base64", "base64"),
    };
    Form { name: Ident::new(name, Span::call_site()), module: Ident::new(module, Span::call_site()) }
}

/// `src/text/`
pub(crate) fn text(Input { api, .. }: Input<'_>) -> Vec<File<'_>> {
    let formats = api.formats();
    if formats.is_empty() {
        return Vec::new();
    }
    let mut used: BTreeSet<String> = formats.iter().map(|format| format!("{}.rs", form(*format).module)).collect();
    used.insert("macros.rs".to_owned());
    let files = postman_codegen_templates::TEXT.iter().filter(|file| used.contains(file.path));
    let mut files: Vec<File<'_>> =
        files.map(|file| copy(&api.package, format!("src/text/{}", file.path), file.text)).collect();
    files.push(self::file(&api.package, "src/text/mod.rs", DOCS, move || module(&formats)));
    files
}

fn module(formats: &BTreeSet<Format>) -> TokenStream {
    let forms: Vec<Form> = formats.iter().map(|format| form(*format)).collect();
    let mut modules: Vec<&Ident> = forms.iter().map(|form| &form.module).collect();
    let macros = Ident::new("macros", Span::call_site());
    modules.push(&macros);
    modules.sort();
    let mut exports: Vec<TokenStream> = Vec::new();
    for &module in &modules {
        let name = forms.iter().find(|form| form.module == *module).map(|form| &form.name);
        exports.push(match name {
            Some(name) => quote!(#module::#name),
            None => quote!(#module::FormatError),
        });
    }
    // `self`, since there is a crate `uuid` as well.
    quote! { #(mod #modules;)* pub use self::{#(#exports),*}; }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_all_forms_is_the_one_that_is_tested() {
        let all = [Format::Timestamp, Format::Date, Format::Uuid, Format::Url, Format::Base64];
        let mut tokens = super::super::inner_doc(DOCS);
        tokens.extend(module(&BTreeSet::from(all)));
        let parse = |text: &str| syn::parse_file(text).map(|file| prettyplease::unparse(&file)).expect("Rust");
        assert_eq!(parse(&tokens.to_string()), parse(postman_codegen_templates::ALL_TEXT));
    }
}
