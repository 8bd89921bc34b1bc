//! What an operation answers.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::model::{AnswerKind, Ident, StreamFormat, Streamed, Success};

/// The type of the answer.
pub(super) fn ty(success: &Success) -> TokenStream {
    match success.kind {
        AnswerKind::Json => super::ty(&success.ty, &quote!(types::)),
        AnswerKind::Text => quote!(String),
        AnswerKind::Bytes => quote!(crate::Bytes),
        AnswerKind::Empty => quote!(()),
        AnswerKind::Stream => match &success.stream {
            Some(stream) => {
                let (name, item) = (format_ident!("{}", items(stream)), super::ty(&stream.ty, &quote!(types::)));
                quote!(crate::#name<#item>)
            }
            None => quote!(()),
        },
    }
}

/// What the items of an answer are together: a type of the crate's root.
pub(in crate::render) fn items(stream: &Streamed) -> &'static str {
    if stream.format.is_events() { "Events" } else { "Lines" }
}

/// What a stream of items is made by: a type of the support code.
fn stream_content(stream: &Streamed) -> TokenStream {
    match stream.format {
        StreamFormat::Events => quote!(crate::streamed::EventsOf<response::Json>),
        StreamFormat::TextEvents => quote!(crate::streamed::EventsOf<response::Text>),
        StreamFormat::Lines => quote!(crate::streamed::JsonLines),
    }
}

/// That requests of an operation can be answered item by item.
pub(super) fn streamed(builder: &Ident, stream: &Streamed) -> TokenStream {
    let (item, content) = (super::ty(&stream.ty, &quote!(types::)), stream_content(stream));
    let [with, what, how] = match stream.format.is_events() {
        true => ["WithEvents", "Data", "Events"],
        false => ["WithLines", "Line", "Lines"],
    };
    let [with, what, how] = [with, what, how].map(|name| format_ident!("{name}"));
    quote! {
        impl crate::#with for #builder {
            type #what = #item;
            type #how = #content;
        }
    }
}

/// Whether what makes the answer's value is named by way of the module `response`.
pub(super) fn is_by_response(success: &Success) -> bool {
    let format = success.stream.as_ref().map(|stream| stream.format);
    success.kind != AnswerKind::Stream || format != Some(StreamFormat::Lines)
}

/// How the answer's body becomes a value: a type of the support code.
pub(super) fn content(success: &Success) -> TokenStream {
    match success.kind {
        AnswerKind::Json => quote!(response::Json),
        AnswerKind::Text => quote!(response::Text),
        AnswerKind::Bytes => quote!(response::Binary),
        AnswerKind::Empty => quote!(response::Empty),
        AnswerKind::Stream => success.stream.as_ref().map_or_else(|| quote!(response::Empty), stream_content),
    }
}
