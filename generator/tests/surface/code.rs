//! Code on one line, as people read it.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;

/// Prints code on one line.
pub(crate) fn code(code: &impl ToTokens) -> String {
    let mut out = String::new();
    print(code.to_token_stream(), &mut out);
    out.trim().replace(", )", ")").replace(", >", ">")
}

fn print(tokens: TokenStream, out: &mut String) {
    let mut joined = false;
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => (" { ", " }"),
                    Delimiter::None => ("", ""),
                };
                out.push_str(open);
                print(group.stream(), out);
                out.push_str(close);
                joined = false;
            }
            TokenTree::Punct(mark) => {
                let glued = mark.spacing() == proc_macro2::Spacing::Joint;
                match mark.as_char() {
                    ',' => out.push_str(", "),
                    ':' if joined || glued => out.push(':'),
                    ':' => out.push_str(": "),
                    '>' if joined && out.ends_with(['-', '=']) => out.push_str("> "),
                    c @ ('-' | '=' | '+') => {
                        out.push_str(if joined { "" } else { " " });
                        out.push(c);
                        out.push_str(if glued { "" } else { " " });
                    }
                    c => out.push(c),
                }
                joined = glued;
            }
            word => {
                if out.ends_with(|c: char| c.is_alphanumeric() || "_>)]".contains(c)) {
                    out.push(' ');
                }
                out.push_str(&word.to_string());
                joined = false;
            }
        }
    }
}

#[test]
fn code_reads_well() {
    for expected in [
        "fn list_models(&self) -> ListModels",
        "fn page<'a>(self, page: &'a str) -> impl Stream<Item = Result<types::Page>> + Send + 'static",
        "Option<Vec<serde_json::Map<String, u64>>>",
        "fn map(self, f: fn(&T) -> &[I]) -> &mut Self",
    ] {
        let tokens: TokenStream = expected.parse().expect("tokens");
        assert_eq!(code(&tokens), expected);
    }
    // Lists that were broken over lines end with a comma.
    let tokens: TokenStream = "fn f(&self, ) -> Map<K, V, >".parse().expect("tokens");
    assert_eq!(code(&tokens), "fn f(&self) -> Map<K, V>");
}
