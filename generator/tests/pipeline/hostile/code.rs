//! What Rust files say: a payload may stand in literals and documentation, and be part of a name.

use std::str::FromStr;

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::Parser;

use super::{ACTIVE, prose};

/// What is wrong with a file.
pub(crate) fn complaints(text: &str) -> Vec<String> {
    let tokens = match TokenStream::from_str(text) {
        Ok(tokens) => tokens,
        Err(error) => return vec![error.to_string()],
    };
    if let Err(error) = syn::parse2::<syn::File>(tokens.clone()) {
        return vec![error.to_string()];
    }
    let mut reader = Reader::default();
    reader.read(tokens);
    let comments = text.matches("zq").count() - reader.seen;
    // The first line names the source and the command.
    let header = text.lines().next().filter(|line| line.starts_with("// @generated")).unwrap_or_default();
    if comments > header.matches("zq").count() {
        reader.complaints.push("a comment holds text of the collection".to_owned());
    }
    reader.complaints
}

/// What is wrong with a piece of code in documentation.
pub(super) fn snippet(text: &str) -> Vec<String> {
    let text: Vec<&str> = text.lines().map(|line| line.strip_prefix("# ").unwrap_or(line)).collect();
    if syn::Block::parse_within.parse_str(&text.join("\n")).is_err() {
        return vec![format!("an example is no Rust: {}", text.join("\n"))];
    }
    let mut reader = Reader::default();
    reader.read(TokenStream::from_str(&text.join("\n")).unwrap_or_default());
    reader.complaints
}

/// Reads tokens, and puts the lines of each documentation together again.
#[derive(Default)]
struct Reader {
    docs: Vec<String>,
    /// How often the mark of a payload was met.
    seen: usize,
    complaints: Vec<String>,
}

impl Reader {
    fn read(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == '#' => {
                    tokens.next_if(|next| matches!(next, TokenTree::Punct(punct) if punct.as_char() == '!'));
                    if let Some(TokenTree::Group(group)) = tokens.next() {
                        self.attribute(group.stream());
                    }
                }
                other => {
                    self.end_docs();
                    self.token(other);
                }
            }
        }
        self.end_docs();
    }

    fn attribute(&mut self, tokens: TokenStream) {
        let parts: Vec<TokenTree> = tokens.clone().into_iter().collect();
        match &parts[..] {
            [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Literal(text)] if name == "doc" => {
                self.seen += text.to_string().matches("zq").count();
                let line = syn::parse_str::<syn::LitStr>(&text.to_string()).map(|line| line.value());
                let line = line.unwrap_or_default();
                self.docs.push(line.strip_prefix(' ').unwrap_or(&line).to_owned());
            }
            _ => {
                self.end_docs();
                tokens.into_iter().for_each(|token| self.token(token));
            }
        }
    }

    fn token(&mut self, token: TokenTree) {
        match token {
            TokenTree::Group(group) => self.read(group.stream()),
            TokenTree::Ident(name) => {
                let name = name.to_string();
                self.seen += name.matches("zq").count();
                if name.eq_ignore_ascii_case(ACTIVE) {
                    self.complaints.push(format!("`{name}` is code"));
                }
            }
            TokenTree::Literal(literal) => self.seen += literal.to_string().matches("zq").count(),
            TokenTree::Punct(_) => {}
        }
    }

    fn end_docs(&mut self) {
        let docs = std::mem::take(&mut self.docs).join("\n");
        self.complaints.extend(prose::markdown(&docs));
    }
}
