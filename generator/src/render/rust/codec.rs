//! How types are encoded to and decoded from JSON: the one place that knows.
//!
//! Today by serde's derives. Decoding never fails for what is missing, `null` or unknown.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Field, TypeRef};

/// The imports of a file of types.
pub(super) fn imports() -> TokenStream {
    quote! { use serde::{Deserialize, Serialize}; }
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
    match &field.ty {
        TypeRef::List(element) if field.presence.is_option() && drops_nulls(element) => {
            options.push(quote!(deserialize_with = "json::optional_list"));
            options.push(quote!(skip_serializing_if = "Option::is_none"));
        }
        _ if field.presence.is_option() => options.push(quote!(skip_serializing_if = "Option::is_none")),
        TypeRef::List(element) => {
            let decode = if drops_nulls(element) { "json::list" } else { "json::or_default" };
            options.push(quote!(deserialize_with = #decode));
            options.push(quote!(skip_serializing_if = "Vec::is_empty"));
        }
        TypeRef::Map(value) => {
            let empty = match **value {
                TypeRef::Value => "serde_json::Map::is_empty",
                _ => "std::collections::BTreeMap::is_empty",
            };
            options.push(quote!(deserialize_with = "json::or_default"));
            options.push(quote!(skip_serializing_if = #empty));
        }
        _ => {}
    }
    if options.is_empty() { TokenStream::new() } else { quote!(#[serde(#(#options),*)]) }
}

/// Whether elements of a type cannot be `null`, so that those which are must be left out.
fn drops_nulls(element: &TypeRef) -> bool {
    *element != TypeRef::Value
}

/// Whether a field needs the helpers of the support code.
pub(super) fn needs_helpers(field: &Field) -> bool {
    match &field.ty {
        TypeRef::List(element) => !field.presence.is_option() || drops_nulls(element),
        TypeRef::Map(_) => !field.presence.is_option(),
        _ => false,
    }
}
