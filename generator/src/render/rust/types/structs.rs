//! Objects: structs with public fields and a setter for each.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{codec, doc, markdown, ty};
use super::setters;
use crate::model::{Field, Presence, TypeDef, TypeRef, Untyped};

pub(super) fn definition(defs: &[TypeDef], def: &TypeDef) -> TokenStream {
    let name = &def.name;
    let docs = doc(&def.docs);
    let members = def.fields().iter().map(member);
    let setters = def.fields().iter().map(|field| setters::of(defs, field));
    let new = doc("An empty value, to be filled by its setters.");
    let wrapping = wrapping(defs, def);
    let object = codec::object(def);
    quote! {
        #docs
        #[derive(Clone, Default, PartialEq)]
        #[non_exhaustive]
        pub struct #name { #(#members)* }

        impl #name {
            #new
            #[must_use]
            #[inline]
            pub fn new() -> Self {
                Self::default()
            }
            #(#setters)*
        }

        #wrapping

        #object
    }
}

fn member(field: &Field) -> TokenStream {
    let Field { name, .. } = field;
    let docs = doc(&field_docs(field));
    let inner = ty(&field.ty, &TokenStream::new());
    let inner = if field.boxed { quote!(Box<#inner>) } else { inner };
    let full = match field.presence {
        Presence::Always | Presence::Empty => inner,
        Presence::Optional | Presence::Null => quote!(Option<#inner>),
        Presence::OptionalOrNull => quote!(Option<Option<#inner>>),
    };
    quote! { #docs pub #name: #full, }
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
    match (field.null, field.seen) {
        (0, _) => {}
        (1, 1) => docs.push_str(" Null in it."),
        (null, seen) if null == seen => docs.push_str(" Null in all of them."),
        (null, _) => docs.push_str(&format!(" Null in {null} of them.")),
    }
    if let Some(untyped) = &field.untyped {
        docs.push_str(&format!("\n\n{}", reason(untyped)));
    }
    docs
}

/// Why nothing is known of what a field holds, as a sentence.
fn reason(untyped: &Untyped) -> String {
    match untyped {
        Untyped::NeverShown { shown, .. } => format!("No example shows what it holds: only {shown}."),
        Untyped::FreeForm => "Its keys are free, and so is what they hold.".to_owned(),
        Untyped::Disagree { shown } => {
            let shown: Vec<&str> = shown.iter().map(|(shown, _)| *shown).collect();
            format!("Examples show what no one type holds: {}.", shown.join(" and "))
        }
        Untyped::Configured => "Any JSON, as the crate's configuration says.".to_owned(),
    }
}

/// How a body is made from what its only field holds.
fn wrapping(defs: &[TypeDef], def: &TypeDef) -> TokenStream {
    let wrapped = def.wraps.as_ref().and_then(|name| def.fields().iter().find(|field| field.name == *name));
    let Some(field) = wrapped else { return TokenStream::new() };
    let mut sources = vec![(ty(&field.ty, &TokenStream::new()), quote!(value))];
    let one = match &field.ty {
        TypeRef::List(element) => Some(&**element),
        _ => None,
    };
    // What may be `null` is written with `Some`, which tells nothing alone.
    if let Some(one) = one.filter(|one| !matches!(one, TypeRef::Nullable(_))) {
        sources.push((ty(one, &TokenStream::new()), quote!([value])));
    }
    if setters::is_text(defs, &field.ty) {
        sources.push((quote!(&str), quote!(value)));
    } else if one.is_some_and(|one| setters::is_text(defs, one)) {
        sources.push((quote!(&str), quote!([value])));
    }
    // Everything is made from itself already.
    let own = &def.name;
    sources.retain(|(source, _)| source.to_string() != own.to_string());
    let setter = &field.setter;
    let conversions = sources.into_iter().map(|(source, argument)| {
        quote! {
            impl From<#source> for #own {
                #[inline]
                fn from(value: #source) -> Self {
                    Self::new().#setter(#argument)
                }
            }
        }
    });
    quote! { #(#conversions)* }
}
