//! Chains of calls: `Client::builder().token("a").user_id("b")`.
//!
//! Each call nests in the next, and compilers, as this generator, walk them on the stack. So a long chain is made in pieces.

use proc_macro2::TokenStream;
use quote::quote;

/// How many calls stand in one expression.
const LENGTH: usize = 64;

/// `let NAME = START.a().b();`, and the rest of a long chain as more of such statements.
pub(super) fn bind(name: &TokenStream, start: &TokenStream, calls: &[TokenStream]) -> TokenStream {
    let (statements, end) = pieces(name, start, calls);
    quote! { #statements let #name = #end; }
}

/// The chain as what a function ends with. `name` is what a long one is called on the way.
pub(super) fn end(name: &TokenStream, start: &TokenStream, calls: &[TokenStream]) -> TokenStream {
    let (statements, end) = pieces(name, start, calls);
    quote! { #statements #end }
}

/// The chain as an expression.
pub(super) fn expression(name: &TokenStream, start: &TokenStream, calls: &[TokenStream]) -> TokenStream {
    let chain = end(name, start, calls);
    if calls.len() > LENGTH { quote!({ #chain }) } else { chain }
}

/// The statements for all but the last piece, and that as an expression.
fn pieces(name: &TokenStream, start: &TokenStream, calls: &[TokenStream]) -> (TokenStream, TokenStream) {
    let (mut statements, mut end) = (TokenStream::new(), start.clone());
    for (index, piece) in calls.chunks(LENGTH).enumerate() {
        if index > 0 {
            statements.extend(quote! { let #name = #end; });
            end = name.clone();
        }
        end.extend(piece.iter().cloned());
    }
    (statements, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_chains_are_in_pieces() {
        let calls = vec![quote!(.a()); LENGTH + 1];
        let (name, start) = (quote!(x), quote!(x()));
        assert_eq!(expression(&name, &start, &[]).to_string(), quote!(x()).to_string());
        let whole = &calls[..LENGTH];
        assert_eq!(expression(&name, &start, whole).to_string(), quote!(x() #(#whole)*).to_string());
        assert_eq!(bind(&name, &start, whole).to_string(), quote!(let x = x() #(#whole)*;).to_string());
        let cut = quote!({ let x = x() #(#whole)*; x.a() });
        assert_eq!(expression(&name, &start, &calls).to_string(), cut.to_string());
        let bound = quote!(let x = x() #(#whole)*; let x = x.a(););
        assert_eq!(bind(&name, &start, &calls).to_string(), bound.to_string());
    }
}
