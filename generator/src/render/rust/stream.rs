//! What reads answers item by item: only crates have it whose API gives some.

use proc_macro2::TokenStream;
use quote::quote;

use super::{copy, file};
use crate::model::Api;
use crate::render::{File, Input};

const DOCS: &str = "Answers that come item by item.";

/// `src/streamed.rs`, and the files that it is made of.
pub(crate) fn streamed(Input { api, .. }: Input<'_>) -> Vec<File<'_>> {
    let [events, lines] = needs(api);
    if !events && !lines {
        return Vec::new();
    }
    let used = |path: &str| match path {
        "events.rs" => events,
        "lines.rs" => lines,
        _ => true,
    };
    let files = postman_codegen_templates::STREAMED.iter().filter(|file| used(file.path));
    let mut files: Vec<File<'_>> =
        files.map(|file| copy(&api.package, format!("src/streamed/{}", file.path), file.text)).collect();
    files.push(file(&api.package, "src/streamed.rs", DOCS, || module(api)));
    files
}

/// Whether there are answers of events, and of lines.
fn needs(api: &Api) -> [bool; 2] {
    let formats = api.stream_formats();
    [true, false].map(|events| formats.iter().any(|format| format.is_events() == events))
}

fn module(api: &Api) -> TokenStream {
    let [events, lines] = needs(api);
    let unused = quote!(#[allow(dead_code, reason = "the features may be off whose requests use all of it")]);
    let events = events.then(|| {
        quote! {
            #unused
            mod events;
            pub use events::{Event, Events, WithEvents};
            #[allow(unused_imports, reason = "the features may be off whose requests use it")]
            pub(crate) use events::EventsOf;
        }
    });
    let lines = lines.then(|| {
        quote! {
            #unused
            mod lines;
            pub use lines::{Lines, WithLines};
            #[allow(unused_imports, reason = "the features may be off whose requests use it")]
            pub(crate) use lines::JsonLines;
        }
    });
    quote! { #unused mod items; #events #lines }
}

/// What users see of it.
pub(super) fn exports(api: &Api) -> TokenStream {
    let [events, lines] = needs(api);
    let events = events.then(|| quote!(Event, Events, WithEvents,));
    let lines = lines.then(|| quote!(Lines, WithLines,));
    match (&events, &lines) {
        (None, None) => TokenStream::new(),
        _ => quote! { #[cfg(feature = "client")] pub use streamed::{#events #lines}; },
    }
}
