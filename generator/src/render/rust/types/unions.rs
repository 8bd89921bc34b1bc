//! Values of one of several kinds: enums that also hold any other JSON.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{codec, doc, ty};
use super::{setters, times};
use crate::model::{Case, Format, Ident, TypeDef, TypeKind, TypeRef};

pub(super) fn definition(defs: &[TypeDef], def: &TypeDef, cases: &[Case]) -> TokenStream {
    let name = &def.name;
    let docs = doc(&def.docs);
    let is_struct = |case: &Case| match &case.ty {
        TypeRef::Named(name) => TypeDef::find(defs, name).is_some_and(|def| matches!(def.kind, TypeKind::Struct(_))),
        _ => false,
    };
    let large = cases.iter().any(is_struct).then(|| {
        let reason = "a case holds its value as it is, so that it can be matched";
        quote!(#[allow(clippy::large_enum_variant, reason = #reason)])
    });
    let members = cases.iter().map(|case| {
        let Case { name, ty: reference, seen, .. } = case;
        let docs = doc(&format!("{}, seen {}.", what(reference), times(*seen)));
        let ty = ty(reference, &TokenStream::new());
        quote! { #docs #name(#ty), }
    });
    let other = doc("Any other JSON.");
    let accessors = cases.iter().map(accessor);
    let conversions = cases.iter().filter_map(|case| conversion(name, case));
    let text = cases.iter().find(|case| setters::is_text(defs, &case.ty)).map(|case| {
        let case = &case.name;
        quote!((#case))
    });
    let names = cases.iter().map(|case| &case.name);
    let from_value = codec::from_value(defs, cases);
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        #large
        pub enum #name {
            #(#members)*
            #other
            Other(serde_json::Value),
        }

        impl #name {
            #(#accessors)*
        }

        impl From<serde_json::Value> for #name {
            #[inline]
            fn from(value: serde_json::Value) -> Self {
                #from_value
            }
        }

        #(#conversions)*

        cases!(#name #text => #(#names),*);
    }
}

/// The method that gives the value of a case.
fn accessor(case: &Case) -> TokenStream {
    let Case { name, accessor, ty: reference, .. } = case;
    let docs = doc(&format!("What [`{name}`](Self::{name}) holds, if it is that."));
    let own = ty(reference, &TokenStream::new());
    let (returned, value) = match reference {
        TypeRef::Bool | TypeRef::Integer | TypeRef::Unsigned | TypeRef::Float => (own, quote!(*value)),
        TypeRef::String => (quote!(&str), quote!(value)),
        TypeRef::List(element) => {
            let element = ty(element, &TokenStream::new());
            (quote!(&[#element]), quote!(value))
        }
        _ => (quote!(&#own), quote!(value)),
    };
    quote! {
        #docs
        #[must_use]
        #[inline]
        pub fn #accessor(&self) -> Option<#returned> {
            match self {
                Self::#name(value) => Some(#value),
                _ => None,
            }
        }
    }
}

/// How a union is made of a case's values. What is made of text comes from the macro.
fn conversion(union: &Ident, case: &Case) -> Option<TokenStream> {
    let Case { name, ty: reference, .. } = case;
    let own = ty(reference, &TokenStream::new());
    let from = |source: &TokenStream, value: &TokenStream| {
        quote! {
            impl From<#source> for #union {
                #[inline]
                fn from(value: #source) -> Self {
                    Self::#name(#value)
                }
            }
        }
    };
    let whole = from(&own, &quote!(value));
    match reference {
        TypeRef::String => None,
        // Literals are of this type where nothing else is asked for.
        TypeRef::Integer => {
            let short = from(&quote!(i32), &quote!(value.into()));
            Some(quote! { #whole #short })
        }
        _ => Some(whole),
    }
}

/// What a case holds, as a sentence begins.
fn what(reference: &TypeRef) -> String {
    match reference {
        TypeRef::Bool => "A truth value".to_owned(),
        TypeRef::Integer | TypeRef::Unsigned => "A whole number".to_owned(),
        TypeRef::Float => "A number".to_owned(),
        TypeRef::String => "Text".to_owned(),
        TypeRef::Text(Format::Timestamp) => "A point in time".to_owned(),
        TypeRef::Text(Format::Date) => "A date".to_owned(),
        TypeRef::Text(Format::Uuid) => "A UUID".to_owned(),
        TypeRef::Text(Format::Url) => "A URL".to_owned(),
        TypeRef::Text(Format::Base64) => "Base64".to_owned(),
        TypeRef::List(_) => "A list".to_owned(),
        TypeRef::Map(_) => "A map".to_owned(),
        TypeRef::Named(name) => format!("[`{name}`]"),
        TypeRef::Value | TypeRef::Nullable(_) => "JSON".to_owned(),
    }
}
