//! How types are encoded to and decoded from JSON: the one place that knows, together with the support code's `json`, `words`
//! and `cases`.
//!
//! Today by serde's derives. Decoding never fails for what is missing, `null` or unknown.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use crate::model::{Case, Field, Presence, TypeDef, TypeKind, TypeRef};

/// The imports of a file of types.
pub(super) fn imports(defs: &[&TypeDef]) -> Option<TokenStream> {
    let any = |found: fn(&TypeKind) -> bool| defs.iter().any(|def| found(&def.kind));
    match (any(|kind| matches!(kind, TypeKind::Struct(_))), any(|kind| matches!(kind, TypeKind::Union(_)))) {
        (true, _) => Some(quote! { use serde::{Deserialize, Serialize}; }),
        (false, true) => Some(quote! { use serde::Serialize; }),
        (false, false) => None,
    }
}

/// The names of the support code that a type needs.
pub(super) fn helpers(def: &TypeDef) -> Option<&'static str> {
    match &def.kind {
        TypeKind::Struct(fields) => fields.iter().any(|field| decoder(field).is_some()).then_some("json"),
        TypeKind::Enum(_) => Some("words"),
        TypeKind::Union(_) => Some("cases"),
    }
}

/// The attributes of a struct.
pub(super) fn struct_attributes() -> TokenStream {
    quote! {
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default)]
        #[non_exhaustive]
    }
}

/// The attributes of a field.
pub(super) fn field_attributes(field: &Field) -> TokenStream {
    let mut options = Vec::new();
    if field.name.plain() != field.wire {
        let wire = &field.wire;
        options.push(quote!(rename = #wire));
    }
    if let Some(decoder) = decoder(field) {
        options.push(quote!(deserialize_with = #decoder));
    }
    if let Some(is_left_out) = left_out(field) {
        options.push(quote!(skip_serializing_if = #is_left_out));
    }
    if options.is_empty() { TokenStream::new() } else { quote!(#[serde(#(#options),*)]) }
}

/// The function that decodes a field, where serde's own would fail or lose something.
fn decoder(field: &Field) -> Option<&'static str> {
    let (is_list, drops_nulls) = match &field.ty {
        TypeRef::List(inner) => (true, !holds_null(inner)),
        TypeRef::Map(inner) => (false, !holds_null(inner)),
        _ => (false, false),
    };
    match (field.presence, drops_nulls, is_list) {
        (Presence::Always, ..) if holds_null(&field.ty) => None,
        (Presence::Always | Presence::Empty, true, true) => Some("json::list"),
        (Presence::Always | Presence::Empty, true, false) => Some("json::map"),
        (Presence::Always | Presence::Empty, false, _) => Some("json::or_default"),
        (Presence::Optional | Presence::Null, true, true) => Some("json::optional_list"),
        (Presence::Optional | Presence::Null, true, false) => Some("json::optional_map"),
        (Presence::Optional | Presence::Null, false, _) => None,
        (Presence::OptionalOrNull, true, true) => Some("json::list_or_null"),
        (Presence::OptionalOrNull, true, false) => Some("json::map_or_null"),
        (Presence::OptionalOrNull, false, _) => Some("json::or_null"),
    }
}

/// The function that tells whether a field is not written.
fn left_out(field: &Field) -> Option<&'static str> {
    match (field.presence, &field.ty) {
        (Presence::Optional | Presence::OptionalOrNull, _) => Some("Option::is_none"),
        (Presence::Empty, TypeRef::List(_)) => Some("Vec::is_empty"),
        (Presence::Empty, TypeRef::Map(inner)) if **inner == TypeRef::Value => Some("serde_json::Map::is_empty"),
        (Presence::Empty, TypeRef::Map(_)) => Some("std::collections::BTreeMap::is_empty"),
        (Presence::Empty | Presence::Always | Presence::Null, _) => None,
    }
}

/// Whether `null` is a value of a type.
fn holds_null(ty: &TypeRef) -> bool {
    matches!(ty, TypeRef::Value | TypeRef::Nullable(_))
}

/// The attributes of an enum of words.
pub(super) fn enum_attributes() -> TokenStream {
    quote! {
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
    }
}

/// The attributes of a union.
pub(super) fn union_attributes() -> TokenStream {
    quote! {
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[serde(untagged)]
        #[non_exhaustive]
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
