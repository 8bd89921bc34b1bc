//! The types of the generated crate as serde's derives have them, and nothing else: what its own are measured against.

use postman_codegen::model::{Api, Case, Field, Ident, Presence, TypeDef, TypeKind, TypeRef, Variant};
use proc_macro2::TokenStream;
use quote::quote;

/// The only file of the reference crate.
pub(super) fn file(api: &Api) -> syn::Result<String> {
    let types = api.types.iter().map(definition);
    let file = syn::parse2(quote! {
        #![doc = " The types of the generated crate with serde's derives and nothing else: what it is measured against."]
        #![doc = ""]
        #![doc = " Written by `cargo xtask budget --write-reference`."]

        use serde::{Deserialize, Serialize};

        #(#types)*
    })?;
    Ok(prettyplease::unparse(&file))
}

fn definition(def: &TypeDef) -> TokenStream {
    match &def.kind {
        TypeKind::Struct(fields) => object(&def.name, fields),
        TypeKind::Enum(variants) => words(&def.name, variants),
        TypeKind::Union(cases) => union(&def.name, cases),
    }
}

fn object(name: &Ident, fields: &[Field]) -> TokenStream {
    let fields = fields.iter().map(|field| {
        let Field { name, wire, .. } = field;
        let rename = (name.plain() != wire).then(|| quote!(#[serde(rename = #wire)]));
        let left_out = left_out(field).map(|test| quote!(#[serde(skip_serializing_if = #test)]));
        let inner = ty(&field.ty);
        let inner = if field.boxed { quote!(Box<#inner>) } else { inner };
        let full = match field.presence {
            Presence::Always | Presence::Empty => inner,
            Presence::Optional | Presence::Null => quote!(Option<#inner>),
            Presence::OptionalOrNull => quote!(Option<Option<#inner>>),
        };
        quote! { #rename #left_out pub #name: #full, }
    });
    quote! {
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default)]
        #[non_exhaustive]
        pub struct #name { #(#fields)* }
    }
}

fn left_out(field: &Field) -> Option<&'static str> {
    match (field.presence, &field.ty) {
        (Presence::Optional | Presence::OptionalOrNull, _) => Some("Option::is_none"),
        (Presence::Empty, TypeRef::List(_)) => Some("Vec::is_empty"),
        (Presence::Empty, TypeRef::Map(inner)) if **inner == TypeRef::Value => Some("serde_json::Map::is_empty"),
        (Presence::Empty, TypeRef::Map(_)) => Some("std::collections::BTreeMap::is_empty"),
        (Presence::Empty | Presence::Always | Presence::Null, _) => None,
    }
}

fn words(name: &Ident, variants: &[Variant]) -> TokenStream {
    let variants = variants.iter().map(|Variant { name, wire, .. }| quote! { #[serde(rename = #wire)] #name, });
    quote! {
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            #[serde(untagged)]
            Unknown(String),
        }

        impl Default for #name {
            fn default() -> Self {
                Self::Unknown(String::new())
            }
        }
    }
}

fn union(name: &Ident, cases: &[Case]) -> TokenStream {
    let cases = cases.iter().map(|case| {
        let (name, ty) = (&case.name, ty(&case.ty));
        quote! { #name(#ty), }
    });
    quote! {
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(untagged)]
        #[non_exhaustive]
        pub enum #name {
            #(#cases)*
            Other(serde_json::Value),
        }

        impl Default for #name {
            fn default() -> Self {
                Self::Other(serde_json::Value::Null)
            }
        }
    }
}

fn ty(reference: &TypeRef) -> TokenStream {
    match reference {
        TypeRef::Value => quote!(serde_json::Value),
        TypeRef::Bool => quote!(bool),
        TypeRef::Integer => quote!(i64),
        TypeRef::Unsigned => quote!(u64),
        TypeRef::Float => quote!(f64),
        TypeRef::String | TypeRef::Text(_) => quote!(String),
        TypeRef::Nullable(inner) => {
            let inner = ty(inner);
            quote!(Option<#inner>)
        }
        TypeRef::List(element) => {
            let element = ty(element);
            quote!(Vec<#element>)
        }
        TypeRef::Map(value) if **value == TypeRef::Value => quote!(serde_json::Map<String, serde_json::Value>),
        TypeRef::Map(value) => {
            let value = ty(value);
            quote!(std::collections::BTreeMap<String, #value>)
        }
        TypeRef::Named(name) => quote!(#name),
    }
}
