//! Setters of a struct's fields: they take what a caller has at hand.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{doc, ty};
use crate::model::{Field, Ident, Presence, TypeDef, TypeKind, TypeRef};

/// The setter of a field, and what sets it to `null` where that is something else than leaving it out.
pub(super) fn of(defs: &[TypeDef], field: &Field) -> TokenStream {
    let Field { name, setter, .. } = field;
    let link = format!("[`{}`](Self::{})", name.plain(), name.plain());
    let docs = doc(&format!("Sets {link}."));
    let (argument, mut value) = argument(defs, &field.ty, name);
    if field.boxed {
        value = quote!(Box::new(#value));
    }
    let value = match field.presence {
        Presence::Always | Presence::Empty => value,
        Presence::Optional | Presence::Null => quote!(Some(#value)),
        Presence::OptionalOrNull => quote!(Some(Some(#value))),
    };
    let clear = field.clear.as_ref().filter(|_| field.presence == Presence::OptionalOrNull).map(|clear| {
        let docs = doc(&format!("Sets {link} to `null`, which is not the same as leaving it out."));
        quote! {
            #docs
            #[must_use]
            #[inline]
            pub fn #clear(mut self) -> Self {
                self.#name = Some(None);
                self
            }
        }
    });
    // What has a type parameter is compiled where it is used anyway.
    let is_generic = matches!(field.ty, TypeRef::List(_) | TypeRef::Map(_)) || is_open(defs, &field.ty);
    let inline = (!is_generic).then(|| quote!(#[inline]));
    quote! {
        #docs
        #[must_use]
        #inline
        pub fn #setter(mut self, #name: #argument) -> Self {
            self.#name = #value;
            self
        }
        #clear
    }
}

/// What a setter takes, and how that becomes the field's value.
fn argument(defs: &[TypeDef], reference: &TypeRef, name: &Ident) -> (TokenStream, TokenStream) {
    let own = |reference: &TypeRef| ty(reference, &TokenStream::new());
    match reference {
        TypeRef::List(element) => {
            let (item, value) = item(defs, element, name);
            (quote!(impl IntoIterator<Item = #item>), value)
        }
        TypeRef::Map(value) => {
            let (item, value) = match &**value {
                TypeRef::Nullable(inner) if is_open(defs, inner) => {
                    let inner = own(inner);
                    let value =
                        quote!(#name.into_iter().map(|(key, value)| (key.into(), value.map(Into::into))).collect());
                    (quote!(Option<impl Into<#inner>>), value)
                }
                open if is_open(defs, open) => {
                    let value = own(open);
                    (quote!(impl Into<#value>), quote!(json::map(#name)))
                }
                exact => (own(exact), quote!(json::map(#name))),
            };
            (quote!(impl IntoIterator<Item = (impl Into<String>, #item)>), value)
        }
        open if is_open(defs, open) => {
            let open = own(open);
            (quote!(impl Into<#open>), quote!(#name.into()))
        }
        exact => (own(exact), quote!(#name)),
    }
}

/// What a list is made of, and how that becomes the list.
fn item(defs: &[TypeDef], element: &TypeRef, name: &Ident) -> (TokenStream, TokenStream) {
    let own = |reference: &TypeRef| ty(reference, &TokenStream::new());
    match element {
        TypeRef::Nullable(inner) if is_open(defs, inner) => {
            let inner = own(inner);
            let value = quote!(#name.into_iter().map(|item| item.map(Into::into)).collect());
            (quote!(Option<impl Into<#inner>>), value)
        }
        open if is_open(defs, open) => {
            let open = own(open);
            (quote!(impl Into<#open>), quote!(json::list(#name)))
        }
        exact => (own(exact), quote!(json::list(#name))),
    }
}

/// Whether the setter of a field makes a list or a map as most do, by a function of the module `json`.
pub(super) fn collects(defs: &[TypeDef], field: &Field) -> bool {
    match &field.ty {
        TypeRef::List(element) | TypeRef::Map(element) => {
            !matches!(&**element, TypeRef::Nullable(inner) if is_open(defs, inner))
        }
        _ => false,
    }
}

/// Whether values of a type are made from several other types.
fn is_open(defs: &[TypeDef], reference: &TypeRef) -> bool {
    match reference {
        TypeRef::Value => true,
        TypeRef::Named(name) => TypeDef::find(defs, name).is_some_and(|def| !matches!(def.kind, TypeKind::Struct(_))),
        other => other.is_text(),
    }
}

/// Whether values of a type are made from text.
pub(super) fn is_text(defs: &[TypeDef], reference: &TypeRef) -> bool {
    match reference {
        TypeRef::Named(name) => TypeDef::find(defs, name).is_some_and(|def| matches!(def.kind, TypeKind::Enum(_))),
        other => other.is_text(),
    }
}
