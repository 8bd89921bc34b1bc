//! Words: enums that also hold any other word.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{doc, markdown};
use super::times;
use crate::model::{TypeDef, Variant};

pub(super) fn definition(def: &TypeDef, variants: &[Variant]) -> TokenStream {
    let name = &def.name;
    let docs = doc(&def.docs);
    let members = variants.iter().map(|variant| {
        let name = &variant.name;
        let seen = match variant.seen {
            0 => "No example shows it.".to_owned(),
            seen => format!("Seen {}.", times(seen)),
        };
        let docs = doc(&format!("{}. {seen}", markdown::code(&variant.wire)));
        quote! { #docs #name, }
    });
    let unknown = doc("Any other word. It is made by `from`, which knows the others.");
    let known_docs = doc("The words that are known.");
    let known = variants.iter().map(|variant| &variant.name);
    let text_docs = doc("The word as it is on the wire.");
    let words = variants.iter().map(|Variant { name, wire, .. }| quote! { Self::#name => #wire, });
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#members)*
            #unknown
            Unknown(String),
        }

        impl #name {
            #known_docs
            pub const KNOWN_WORDS: &'static [Self] = &[#(Self::#known),*];

            #text_docs
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    #(#words)*
                    Self::Unknown(word) => word,
                }
            }
        }

        words!(#name);
    }
}
