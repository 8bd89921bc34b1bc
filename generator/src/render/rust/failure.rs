//! What operations answer when they fail, in their documentation.

use proc_macro2::TokenStream;

use super::ty;
use crate::model::{Failure, TypeRef};

/// The types of failures, each with its statuses, in the order of the first of them.
pub(crate) fn by_type(failures: &[Failure]) -> Vec<(&TypeRef, Vec<u16>)> {
    let mut found: Vec<(&TypeRef, Vec<u16>)> = Vec::new();
    for Failure { status, ty, .. } in failures {
        match found.iter_mut().find(|(known, _)| *known == ty) {
            Some((_, statuses)) => statuses.push(*status),
            None => found.push((ty, vec![*status])),
        }
    }
    found
}

/// Numbers in a sentence.
pub(crate) fn listed(statuses: &[u16]) -> String {
    statuses.iter().map(u16::to_string).collect::<Vec<_>>().join(", ")
}

/// The part of a method's documentation that tells of its failures; empty where no example shows any.
pub(super) fn docs(failures: &[Failure]) -> String {
    let types = by_type(failures);
    if types.is_empty() {
        return String::new();
    }
    let mut docs = "\n\n# Errors\n\nExamples show these answers of failure, which [`Error::json`](crate::Error::json) \
                    decodes:\n"
        .to_owned();
    for (ty, statuses) in types {
        docs.push_str(&format!("\n- {}: {}", listed(&statuses), call(ty)));
    }
    docs
}

/// How the body of an error is decoded, with a link to its type.
fn call(reference: &TypeRef) -> String {
    let code = format!("`error.json::<{}>()`", type_name(reference));
    match reference.named() {
        Some(name) => format!("[{code}](crate::types::{name})"),
        None => code,
    }
}

/// A type as people write it.
pub(crate) fn type_name(reference: &TypeRef) -> String {
    let printed = ty(reference, &TokenStream::new()).to_string();
    printed.replace(' ', "").replace(',', ", ")
}
