//! What an operation answers.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{AnswerKind, Success};

/// The type of the answer.
pub(super) fn ty(success: &Success) -> TokenStream {
    match success.kind {
        AnswerKind::Json => super::ty(&success.ty, &quote!(types::)),
        AnswerKind::Text => quote!(String),
        AnswerKind::Bytes => quote!(crate::Bytes),
        AnswerKind::Empty => quote!(()),
    }
}

/// How the answer's body becomes a value: a type of the support code.
pub(super) fn content(success: &Success) -> TokenStream {
    match success.kind {
        AnswerKind::Json => quote!(response::Json),
        AnswerKind::Text => quote!(response::Text),
        AnswerKind::Bytes => quote!(response::Binary),
        AnswerKind::Empty => quote!(response::Empty),
    }
}
