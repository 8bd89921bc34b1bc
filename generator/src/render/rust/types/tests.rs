//! Types of every kind and presence, as the tests of the support code use them: `templates/tests/kinds/types.rs`.

use std::path::Path;

use super::super::{inner_doc, layout};
use super::module;
use crate::model::{Case, Field, Format, Ident, Presence, TypeDef, TypeKind, TypeRef, Untyped, Variant};

const DOCS: &str = "Types of every kind and presence, as the generator writes them.

The generator's own tests hold this file against what it writes, and write it anew where `INSTA_UPDATE` is `always`.";

#[test]
fn types_of_every_kind_are_those_that_are_tested() {
    let defs = defs();
    let mut tokens = inner_doc(DOCS);
    tokens.extend(module(&defs, &defs.iter().collect::<Vec<_>>()));
    let written = layout::print(&syn::parse2(tokens).expect("Rust"));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates/tests/kinds/types.rs");
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        #[allow(clippy::disallowed_methods, reason = "it is a file of the tests")]
        std::fs::write(&path, &written).expect("the file is written");
    }
    let tested = std::fs::read_to_string(&path).expect("the file is there");
    assert!(written == tested, "{} is out of date", path.display());
}

fn defs() -> Vec<TypeDef> {
    let mut defs = vec![
        def("Source", "Where a thing comes from.", TypeKind::Enum(words())),
        def("Part", "A part.", TypeKind::Struct(vec![field("name", TypeRef::String, Presence::Optional)])),
        def("Content", "What a thing holds.", TypeKind::Union(contents())),
        def("Moment", "When something was.", TypeKind::Union(moments())),
        def("Choice", "What was chosen.", TypeKind::Union(choices())),
        def("Always", "Fields that are always written.", holding(Presence::Always)),
        def("Empty", "Lists and maps that are empty where they are missing.", holding(Presence::Empty)),
        def("Optional", "Fields that may be missing.", holding(Presence::Optional)),
        def("Null", "Fields that may be `null`.", holding(Presence::Null)),
        def("Either", "Fields that may be missing or `null`.", holding(Presence::OptionalOrNull)),
        def("Unclear", "Fields of which little is known.", TypeKind::Struct(unclear())),
        def("Forms", "Text of every form.", TypeKind::Struct(forms())),
        wrapper("CreatePartsRequest", "parts", list(named("Part"))),
        wrapper("DeletePartsRequest", "ids", list(TypeRef::String)),
        wrapper("SetSourceRequest", "source", named("Source")),
        wrapper("NestedRequest", "nested_requests", list(named("NestedRequest"))),
    ];
    defs.sort_by(|a, b| a.name.cmp(&b.name));
    defs
}

fn def(name: &str, docs: &str, kind: TypeKind) -> TypeDef {
    let (name, docs) = (ident(name), docs.to_owned());
    TypeDef { name, module: Vec::new(), feature: None, docs, kind, wraps: None }
}

fn wrapper(name: &str, field_name: &str, ty: TypeRef) -> TypeDef {
    let kind = TypeKind::Struct(vec![field(field_name, ty, Presence::Optional)]);
    TypeDef { wraps: Some(ident(field_name)), ..def(name, "A body.", kind) }
}

fn words() -> Vec<Variant> {
    let words = [("HOSTED", "Hosted", 3), ("wrapped", "Wrapped", 1), ("self", "Self_", 0)];
    let variant = |(wire, name, seen): (&str, &str, usize)| Variant { name: ident(name), wire: wire.to_owned(), seen };
    words.map(variant).into()
}

fn cases(cases: Vec<(&str, TypeRef)>) -> Vec<Case> {
    let case = |(name, ty): (&str, TypeRef)| Case {
        name: ident(name),
        accessor: ident(&format!("as_{}", name.to_lowercase())),
        ty,
        seen: 2,
    };
    cases.into_iter().map(case).collect()
}

fn contents() -> Vec<Case> {
    cases(vec![
        ("Weight", TypeRef::Float),
        ("Text", TypeRef::String),
        ("Count", TypeRef::Integer),
        ("Flag", TypeRef::Bool),
        ("Parts", list(named("Part"))),
        ("Part", named("Part")),
    ])
}

fn moments() -> Vec<Case> {
    cases(vec![("At", TypeRef::Text(Format::Timestamp)), ("Seconds", TypeRef::Unsigned)])
}

fn choices() -> Vec<Case> {
    cases(vec![("Source", named("Source")), ("Numbers", map(TypeRef::Float)), ("Shares", list(TypeRef::Float))])
}

/// A field of each type, in one presence.
fn holding(presence: Presence) -> TypeKind {
    let nullable = |ty| TypeRef::Nullable(Box::new(ty));
    let lists = [
        ("words", list(TypeRef::String)),
        ("gaps", list(nullable(TypeRef::String))),
        ("moments", list(named("Moment"))),
        ("parts", list(named("Part"))),
        ("holes", list(nullable(named("Part")))),
        ("rows", list(list(TypeRef::Integer))),
        ("anything", list(TypeRef::Value)),
        ("counts", map(TypeRef::Integer)),
        ("sources", map(named("Source"))),
        ("marks", map(nullable(TypeRef::Text(Format::Date)))),
        ("extra", map(TypeRef::Value)),
    ];
    let others = [
        ("name", TypeRef::String),
        ("size", TypeRef::Integer),
        ("source", named("Source")),
        ("content", named("Content")),
        ("created_at", TypeRef::Text(Format::Timestamp)),
        ("part", named("Part")),
        ("data", TypeRef::Value),
    ];
    let plain = others.into_iter().filter(|_| presence != Presence::Empty);
    let mut fields: Vec<Field> = plain.chain(lists).map(|(name, ty)| field(name, ty, presence)).collect();
    for part in fields.iter_mut().filter(|field| field.wire == "part") {
        part.boxed = true;
    }
    TypeKind::Struct(fields)
}

fn forms() -> Vec<Field> {
    let form = |(name, format)| field(name, TypeRef::Text(format), Presence::Optional);
    [
        ("at", Format::Timestamp),
        ("on", Format::Date),
        ("id", Format::Uuid),
        ("site", Format::Url),
        ("key", Format::Base64),
    ]
    .map(form)
    .into()
}

fn unclear() -> Vec<Field> {
    let reasons = [
        ("never", Untyped::NeverShown { shown: "an empty list", pointer: "/item/0".to_owned() }),
        ("free", Untyped::FreeForm),
        ("mixed", Untyped::Disagree { shown: vec![("text", "/item/0".to_owned()), ("a list", "/item/1".to_owned())] }),
        ("configured", Untyped::Configured),
    ];
    let unclear = |(name, untyped)| Field { untyped: Some(untyped), ..field(name, TypeRef::Value, Presence::Optional) };
    reasons.map(unclear).into()
}

fn field(name: &str, ty: TypeRef, presence: Presence) -> Field {
    let own = ident(name);
    let is_null = matches!(presence, Presence::Null | Presence::OptionalOrNull);
    Field {
        wire: name.to_owned(),
        setter: own.clone(),
        clear: (presence == Presence::OptionalOrNull).then(|| ident(&format!("clear_{name}"))),
        name: own,
        ty,
        presence,
        boxed: false,
        docs: String::new(),
        seen: 3,
        null: usize::from(is_null),
        of: 4,
        example: None,
        untyped: None,
    }
}

fn ident(name: &str) -> Ident {
    Ident::from_checked(name.to_owned())
}

fn named(name: &str) -> TypeRef {
    TypeRef::Named(ident(name))
}

fn list(element: TypeRef) -> TypeRef {
    TypeRef::List(Box::new(element))
}

fn map(value: TypeRef) -> TypeRef {
    TypeRef::Map(Box::new(value))
}
