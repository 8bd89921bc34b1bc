//! `src/support/schemes.rs`: the schemes of authentication that an API uses.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::doc;
use crate::model::Api;
use crate::render::schemes::{Needs, Way};

/// The module's documentation.
pub(super) const DOCS: &str = "The schemes of authentication that need code of their own.";

/// The files that an API's schemes consist of, each with the features that need it.
pub(super) fn files(api: &Api) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    files_of(&crate::render::schemes::of(api))
}

fn files_of(schemes: &[Needs]) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut files: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for needs in schemes {
        for file in needs.files.iter().chain([&needs.name]) {
            files.entry(file).or_default().insert(needs.feature);
        }
    }
    files
}

/// The module.
pub(super) fn module(api: &Api) -> TokenStream {
    module_of(&crate::render::schemes::of(api))
}

fn module_of(schemes: &[Needs]) -> TokenStream {
    if schemes.is_empty() {
        return TokenStream::new();
    }
    let modules = files_of(schemes).into_iter().map(|(file, features)| {
        let name = format_ident!("{file}");
        let gate = gate(&features);
        quote! { #gate pub(crate) mod #name; }
    });
    let functions = schemes.iter().map(function);
    quote! {
        #(#modules)*

        use super::auth::{Exchange, Unsigned};

        #(#functions)*
    }
}

fn gate(features: &BTreeSet<&str>) -> TokenStream {
    let features: Vec<&str> = features.iter().copied().collect();
    match &features[..] {
        [feature] => quote!(#[cfg(feature = #feature)]),
        all => quote!(#[cfg(any(#(feature = #all),*))]),
    }
}

fn function(needs: &Needs) -> TokenStream {
    let (name, feature, docs) = (format_ident!("{}", needs.name), needs.feature, doc(needs.docs));
    let sends = match needs.way {
        Way::Signs => quote!(send::signed(request, #name::sign)),
        Way::Answers(schemes) => quote!(answer::answered(request, &[#(#schemes),*], #name::answer)),
        Way::AnswersInTurn(schemes) => quote!(answer::in_turn(request, &[#(#schemes),*], #name::answer)),
        Way::Authorizes => quote!(#name::authorized(request)),
    };
    quote! {
        #docs
        #[allow(dead_code, reason = "the requests that need it may be turned off")]
        pub(crate) fn #name(request: Unsigned<'_>) -> Exchange<'_> {
            #[cfg(feature = #feature)]
            {
                #sends
            }
            #[cfg(not(feature = #feature))]
            {
                super::auth::off(request, #feature)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Scheme;
    use crate::render::schemes::needs;

    #[test]
    fn the_list_of_all_schemes_is_the_one_that_is_tested() {
        let all = [
            Scheme::Asap,
            Scheme::AwsV4,
            Scheme::Digest,
            Scheme::EdgeGrid,
            Scheme::Hawk,
            Scheme::Jwt,
            Scheme::Ntlm,
            Scheme::OAuth1,
            Scheme::OAuth1Rsa,
            Scheme::OAuth2,
        ];
        let mut tokens = super::super::inner_doc(DOCS);
        tokens.extend(module_of(&all.map(needs)));
        let parse = |text: &str| syn::parse_file(text).map(|file| prettyplease::unparse(&file)).expect("Rust");
        assert_eq!(parse(&tokens.to_string()), parse(postman_codegen_templates::ALL_SCHEMES));
    }

    #[test]
    fn every_file_is_there() {
        let files: BTreeSet<String> =
            postman_codegen_templates::SCHEMES.iter().map(|file| file.path.replace(".rs", "")).collect();
        let parse = syn::parse_file(postman_codegen_templates::ALL_SCHEMES).expect("Rust");
        let named = parse.items.iter().filter_map(|item| match item {
            syn::Item::Mod(module) => Some(module.ident.to_string()),
            _ => None,
        });
        assert_eq!(named.collect::<BTreeSet<_>>(), files);
    }
}
