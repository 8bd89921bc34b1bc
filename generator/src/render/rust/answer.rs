//! What an operation answers, as the macro `operation!` takes it.

use proc_macro2::TokenStream;
use quote::quote;

use super::ty;
use crate::model::{AnswerKind, Success};

/// The type of the answer, and how it is decoded where it is no JSON.
pub(super) fn result(success: &Success) -> TokenStream {
    match success.kind {
        AnswerKind::Json => ty(&success.ty, &quote!(types::)),
        AnswerKind::Text => quote!(String as Text),
        AnswerKind::Bytes => quote!(crate::Bytes as Binary),
        AnswerKind::Empty => quote!(() as Empty),
    }
}
