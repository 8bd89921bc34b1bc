//! Forms: a struct with a setter for each field, and values of it.

use proc_macro2::TokenStream;
use quote::quote;

use super::{doc, markdown, sample, scalar};
use crate::model::{BodyKind, FieldKind, FileContent, Form, FormEntry, FormField, Operation, ScalarKind};

/// The struct of an operation's form, if it sends one.
pub(super) fn definition(owner: &str, operation: &Operation) -> Option<TokenStream> {
    let kind = &operation.body.as_ref()?.kind;
    let form = kind.form()?;
    let (name, method) = (&form.name, operation.name.plain());
    let shown = owner.rsplit("::").next().unwrap_or_default();
    let docs = doc(&format!(
        "The form that [`{shown}::{method}`]({owner}::{method}) sends.\n\nOne without fields sends no body."
    ));
    let (fields, common) = match kind {
        BodyKind::Multipart(_) => (quote!(FormParts), quote!(form!(#name(parts));)),
        _ => (quote!(FormPairs), quote!(form!(#name);)),
    };
    let setters = form.fields.iter().map(setter);
    Some(quote! {
        #docs
        #[derive(Clone, Debug, Default)]
        pub struct #name {
            form: #fields,
        }

        impl #name {
            #(#setters)*
        }

        #common
    })
}

fn setter(field: &FormField) -> TokenStream {
    let FormField { wire, name, kind, repeated, media_type, example, docs } = field;
    let what = if *kind == FieldKind::File { "file" } else { "field" };
    let verb = if *repeated { "Adds a value to" } else { "Sets" };
    let mut text = match (docs.as_str(), wire.as_str()) {
        ("", "") => format!("{verb} the {what} without a name."),
        ("", wire) => format!("{verb} the {what} {}.", markdown::code(wire)),
        (docs, _) => docs.to_owned(),
    };
    if let Some(example) = example.as_ref().filter(|example| super::operation::is_short(example)) {
        text.push_str(&format!("\n\nThe collection's example is {}.", markdown::code(example)));
    }
    let docs = doc(&text);
    let (argument, value) = match kind {
        FieldKind::File => (quote!(impl Into<FileSource>), quote!(#name.into())),
        FieldKind::Text(ScalarKind::String) => (scalar(ScalarKind::String), quote!(#name.into())),
        FieldKind::Text(kind) => (scalar(*kind), quote!(#name)),
    };
    let call = match (kind, repeated, media_type) {
        (FieldKind::File, true, None) => quote!(append_file(#wire, #value)),
        (FieldKind::File, false, None) => quote!(set_file(#wire, #value)),
        (FieldKind::File, true, Some(media_type)) => quote!(append_file_as(#wire, #value, #media_type)),
        (FieldKind::File, false, Some(media_type)) => quote!(set_file_as(#wire, #value, #media_type)),
        (_, true, None) => quote!(append(#wire, #value)),
        (_, false, None) => quote!(set(#wire, #value)),
        (_, true, Some(media_type)) => quote!(append_as(#wire, #value, #media_type)),
        (_, false, Some(media_type)) => quote!(set_as(#wire, #value, #media_type)),
    };
    quote! {
        #docs
        pub fn #name(mut self, #name: #argument) -> Self {
            self.form.#call;
            self
        }
    }
}

/// A form with what the collection sends, for people: files are where they were.
pub(super) fn value(form: &Form, text: &dyn Fn(&str) -> TokenStream) -> TokenStream {
    let name = &form.name;
    let calls = form.shown_entries().filter_map(|entry| match entry {
        FormEntry::Text(step) => sample::shown_setter(step, step.value.shown()?, text),
        FormEntry::Unnamed { key, value } => {
            let (key, value) = (text(key), text(value.shown()?));
            Some(quote!(.with_field(#key, #value)))
        }
        FormEntry::File { name, content, file_name } => {
            let file = shown_file(content, file_name.as_deref(), text)?;
            Some(quote!(.#name(#file)))
        }
    });
    let calls = calls.take(sample::SETTERS);
    quote!(#name::new() #(#calls)*)
}

fn shown_file(
    content: &FileContent,
    file_name: Option<&str>,
    text: &dyn Fn(&str) -> TokenStream,
) -> Option<TokenStream> {
    Some(match (content, file_name) {
        (FileContent::Text(contents), _) if contents.shown() == Some("") => quote!(FileSource::path("path/to/file")),
        (FileContent::Bytes(_), _) => quote!(FileSource::path("path/to/file")),
        (FileContent::Text(contents), file_name) => {
            let (name, contents) = (text(file_name.unwrap_or_default()), text(contents.shown()?));
            quote!(FileSource::bytes(#name, #contents))
        }
        (FileContent::Path(path), file_name) => {
            // Where it was on somebody's disk tells nobody anything.
            let path = text(path.rsplit(['/', '\\']).next().unwrap_or(path));
            let named = file_name.map(|name| {
                let name = text(name);
                quote!(.file_name(#name))
            });
            quote!(FileSource::path(#path) #named)
        }
    })
}
