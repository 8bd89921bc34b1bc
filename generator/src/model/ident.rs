//! A name in generated code.

use std::fmt;

use quote::{IdentFragment, ToTokens, TokenStreamExt};
use serde::Serialize;

/// A valid Rust identifier, raw (`r#type`) where it must be. Only `lower::names` makes one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Ident(String);

impl Ident {
    /// Wraps a string that is known to be an identifier.
    pub(crate) fn from_checked(name: String) -> Self {
        debug_assert!(syn::parse_str::<syn::Ident>(&name).is_ok(), "`{name}` is no identifier");
        Self(name)
    }

    /// As it is written in code, `r#` included.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it is read, without `r#`: for file names and prose.
    #[must_use]
    pub fn plain(&self) -> &str {
        self.0.strip_prefix("r#").unwrap_or(&self.0)
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut proc_macro2::TokenStream) {
        let span = proc_macro2::Span::call_site();
        tokens.append(match self.0.strip_prefix("r#") {
            Some(raw) => proc_macro2::Ident::new_raw(raw, span),
            None => proc_macro2::Ident::new(&self.0, span),
        });
    }
}

impl IdentFragment for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.plain())
    }
}
