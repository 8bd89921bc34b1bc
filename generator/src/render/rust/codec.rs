//! How types are encoded to and decoded from JSON: the one place that knows, together with `slot`, `decode`,
//! `encode`, `write`, `object`, `words` and `cases` in `templates/json`.
//!
//! A type tells where its parts are, and those do the rest. Decoding never fails for what is missing, `null` or
//! unknown.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use crate::model::{Case, Field, Presence, TypeDef, TypeKind, TypeRef};

/// The macro that a type needs.
pub(super) fn helper(def: &TypeDef) -> &'static str {
    match &def.kind {
        TypeKind::Struct(_) => "object",
        TypeKind::Enum(_) => "words",
        TypeKind::Union(_) => "cases",
    }
}

/// How a struct is decoded and encoded: its fields, with their names on the wire where those are others.
pub(super) fn object(def: &TypeDef) -> TokenStream {
    let name = &def.name;
    let fields = def.fields().iter().map(|field| {
        let Field { name, wire, .. } = field;
        // A raw identifier is not the name that stands in JSON.
        let wire = (name.to_string() != *wire).then(|| quote!(= #wire));
        let mode = mode(field).map(|mode| {
            let mode = format_ident!("{mode}");
            quote!(as #mode)
        });
        quote!(#name #wire #mode)
    });
    quote! { object!(#name => #(#fields),*); }
}

/// What a field's type does not tell: whether it is written where there is nothing in it, and whether `null` is something.
fn mode(field: &Field) -> Option<&'static str> {
    match field.presence {
        // Other types always are.
        Presence::Always => matches!(field.ty, TypeRef::List(_) | TypeRef::Map(_)).then_some("always"),
        Presence::Null => Some("always"),
        Presence::OptionalOrNull => Some("nullable"),
        Presence::Empty | Presence::Optional => None,
    }
}

/// A kind of JSON that has types of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bool,
    Number,
    String,
    Array,
    Object,
}

/// The kind of JSON that values of a type are.
fn kind_of(defs: &[TypeDef], ty: &TypeRef) -> Option<Kind> {
    match ty {
        TypeRef::Bool => Some(Kind::Bool),
        TypeRef::Integer | TypeRef::Unsigned | TypeRef::Float => Some(Kind::Number),
        TypeRef::String | TypeRef::Text(_) => Some(Kind::String),
        TypeRef::List(_) => Some(Kind::Array),
        TypeRef::Map(_) => Some(Kind::Object),
        TypeRef::Named(name) => match TypeDef::find(defs, name)?.kind {
            TypeKind::Struct(_) => Some(Kind::Object),
            TypeKind::Enum(_) => Some(Kind::String),
            TypeKind::Union(_) => None,
        },
        TypeRef::Value | TypeRef::Nullable(_) => None,
    }
}

/// The cases that hold JSON of a kind, in the order in which they are tried.
fn cases_of<'a>(defs: &[TypeDef], cases: &'a [Case], kind: Kind) -> Vec<&'a Case> {
    let mut found: Vec<&Case> = cases.iter().filter(|case| kind_of(defs, &case.ty) == Some(kind)).collect();
    // A whole number is one before it is any other.
    found.sort_by_key(|case| (case.ty == TypeRef::Float, case.ty == TypeRef::Unsigned));
    found
}

/// The case that a value is decoded as, if its type is right.
pub(super) fn case_of<'a>(defs: &[TypeDef], cases: &'a [Case], value: &Value) -> Option<&'a Case> {
    let kind = match value {
        Value::Null => return None,
        Value::Bool(_) => Kind::Bool,
        Value::Number(_) => Kind::Number,
        Value::String(_) => Kind::String,
        Value::Array(_) => Kind::Array,
        Value::Object(_) => Kind::Object,
    };
    let fits = |case: &&Case| match (&case.ty, value) {
        (TypeRef::Integer, value) => value.is_i64(),
        (TypeRef::Unsigned, value) => value.is_u64(),
        _ => true,
    };
    cases_of(defs, cases, kind).into_iter().find(fits)
}

/// How a union is made of any JSON: by its kind.
pub(super) fn from_value(defs: &[TypeDef], cases: &[Case]) -> TokenStream {
    let kinds = [Kind::Bool, Kind::String, Kind::Number, Kind::Array, Kind::Object];
    let arms = kinds.into_iter().filter_map(|kind| {
        let cases = cases_of(defs, cases, kind);
        let (first, others) = cases.split_first()?;
        let name = &first.name;
        Some(match kind {
            Kind::Bool => quote! { serde_json::Value::Bool(value) => Self::#name(value), },
            // A string is what every such type is made of.
            Kind::String if first.ty == TypeRef::String => {
                quote! { serde_json::Value::String(value) => Self::#name(value), }
            }
            Kind::String => quote! { serde_json::Value::String(value) => Self::#name(value.into()), },
            Kind::Number | Kind::Array | Kind::Object => {
                let pattern = match kind {
                    Kind::Number => quote!(Number),
                    Kind::Array => quote!(Array),
                    _ => quote!(Object),
                };
                let first = attempt(first);
                let others = others.iter().map(|case| attempt(case));
                quote! {
                    value @ serde_json::Value::#pattern(_) => {
                        #first #(.or_else(|value| #others))* .unwrap_or_else(Self::Other)
                    }
                }
            }
        })
    });
    quote! {
        match value {
            #(#arms)*
            value => Self::Other(value),
        }
    }
}

/// An attempt to decode a value as that of a case.
fn attempt(case: &Case) -> TokenStream {
    let name = &case.name;
    match case.ty {
        TypeRef::Float => quote!(cases::float(value).map(Self::#name)),
        _ => quote!(cases::case(value).map(Self::#name)),
    }
}
