//! Types as people write them.

use super::Member;
use crate::model::{Case, Field, Format, Presence, TypeRef, Variant};

pub(super) fn field(field: &Field) -> Member {
    let inner = ty(&field.ty);
    let ty = match field.presence {
        Presence::Always | Presence::Empty => inner,
        Presence::Optional => format!("Option<{inner}>"),
        Presence::Null => format!("Option<{inner}> or null"),
        Presence::OptionalOrNull => format!("Option<Option<{inner}>>"),
    };
    Member { name: field.wire.clone(), ty: Some(ty), seen: field.seen, null: field.null, of: Some(field.of) }
}

pub(super) fn word(word: &Variant) -> Member {
    Member { name: word.wire.clone(), ty: None, seen: word.seen, null: 0, of: None }
}

pub(super) fn case(case: &Case) -> Member {
    Member { name: case.name.plain().to_owned(), ty: Some(ty(&case.ty)), seen: case.seen, null: 0, of: None }
}

/// A type, without the paths that code needs.
pub(super) fn ty(reference: &TypeRef) -> String {
    match reference {
        TypeRef::Value => "Value".to_owned(),
        TypeRef::Bool => "bool".to_owned(),
        TypeRef::Integer => "i64".to_owned(),
        TypeRef::Unsigned => "u64".to_owned(),
        TypeRef::Float => "f64".to_owned(),
        TypeRef::String => "String".to_owned(),
        TypeRef::Text(Format::Timestamp) => "text::Timestamp".to_owned(),
        TypeRef::Text(Format::Date) => "text::Date".to_owned(),
        TypeRef::Text(Format::Uuid) => "text::Uuid".to_owned(),
        TypeRef::Text(Format::Url) => "text::Url".to_owned(),
        TypeRef::Text(Format::Base64) => "text::Base64".to_owned(),
        TypeRef::Nullable(inner) => format!("Option<{}>", ty(inner)),
        TypeRef::List(inner) => format!("Vec<{}>", ty(inner)),
        TypeRef::Map(inner) => format!("Map<{}>", ty(inner)),
        TypeRef::Named(name) => name.plain().to_owned(),
    }
}
