//! What each kind of type holds, and what it loses.

use serde_json::{Value, json};

use super::walk::Types;
use crate::model::{Case, Field, Format, Ident, Presence, TypeDef, TypeKind, TypeRef, Variant};

fn named(name: &str) -> TypeRef {
    TypeRef::Named(ident(name))
}

fn list(element: TypeRef) -> TypeRef {
    TypeRef::List(Box::new(element))
}

fn map(value: TypeRef) -> TypeRef {
    TypeRef::Map(Box::new(value))
}

fn nullable(ty: TypeRef) -> TypeRef {
    TypeRef::Nullable(Box::new(ty))
}

fn ident(name: &str) -> Ident {
    Ident::from_checked(name.to_owned())
}

fn def(name: &str, kind: TypeKind) -> TypeDef {
    TypeDef { name: ident(name), module: Vec::new(), feature: None, docs: String::new(), kind, wraps: None }
}

fn record(name: &str, fields: Vec<(&str, Presence, TypeRef)>) -> TypeDef {
    let field = |(wire, presence, ty): (&str, Presence, TypeRef)| Field {
        wire: wire.to_owned(),
        name: ident(wire),
        setter: ident(wire),
        clear: None,
        ty,
        presence,
        boxed: false,
        docs: String::new(),
        seen: 1,
        null: 0,
        of: 1,
        example: None,
        untyped: None,
    };
    def(name, TypeKind::Struct(fields.into_iter().map(field).collect()))
}

fn defs() -> Vec<TypeDef> {
    let case = |name: &str, ty| Case { name: ident(name), accessor: ident("as_it"), ty, seen: 1 };
    let word = Variant { name: ident("Red"), wire: "red".to_owned(), seen: 1 };
    vec![
        record("AlwaysNull", vec![("value", Presence::Always, TypeRef::Value)]),
        record("AlwaysText", vec![("text", Presence::Always, TypeRef::String)]),
        def("Color", TypeKind::Enum(vec![word])),
        record(
            "Loose",
            vec![
                ("id", Presence::Optional, TypeRef::Integer),
                ("tags", Presence::Empty, list(TypeRef::String)),
                ("more", Presence::Empty, map(TypeRef::Value)),
                ("counts", Presence::Optional, map(TypeRef::Integer)),
                ("seen_at", Presence::OptionalOrNull, TypeRef::Text(Format::Timestamp)),
                ("next", Presence::Optional, named("Loose")),
                ("color", Presence::Optional, named("Color")),
                ("size", Presence::Optional, named("Size")),
            ],
        ),
        record("Nulls", vec![("parent", Presence::Null, named("Loose"))]),
        def(
            "Size",
            TypeKind::Union(vec![
                case("Float", TypeRef::Float),
                case("Number", TypeRef::Integer),
                case("Parts", named("Loose")),
            ]),
        ),
    ]
}

/// What happens to a value, if anything: `/place what`.
fn lost(ty: &TypeRef, value: &Value) -> String {
    let defs = defs();
    let held = Types::of(&defs).hold(ty, value);
    held.map_or_else(|loss| format!("{} {}", loss.pointer(), loss.kind), |()| String::new())
}

#[test]
fn what_is_held_as_it_is() {
    let loose = || named("Loose");
    let table = [
        (TypeRef::Value, json!({"a": [null, 1, {}]})),
        (TypeRef::Bool, json!(true)),
        (TypeRef::Integer, json!(i64::MIN)),
        (TypeRef::Unsigned, json!(u64::MAX)),
        (TypeRef::Float, json!(1)),
        (TypeRef::Float, json!(0.1)),
        (TypeRef::Float, json!(1_u64 << 63)),
        (TypeRef::String, json!("")),
        (TypeRef::Text(Format::Date), json!("no date")),
        (nullable(TypeRef::Integer), json!(null)),
        (list(nullable(TypeRef::Integer)), json!([1, null])),
        (list(TypeRef::Value), json!([null])),
        (list(TypeRef::Integer), json!([])),
        (map(TypeRef::Integer), json!({"a": 1})),
        (map(nullable(TypeRef::Integer)), json!({"a": null})),
        (loose(), json!({})),
        (loose(), json!({"next": {"next": {}}, "tags": ["a"], "more": {"a": null}, "id": 1})),
        (loose(), json!({"seen_at": null})),
        (loose(), json!({"seen_at": "2026-01-10T09:30:00Z"})),
        (loose(), json!({"color": "blue"})),
        (loose(), json!({"size": (1_u64 << 53) + 1})),
        (loose(), json!({"size": {"id": 1}})),
        (loose(), json!({"size": [{"anything": null}]})),
        (loose(), json!({"size": 1.5})),
        (loose(), json!({"size": u64::MAX})),
        (loose(), json!({"size": {"id": "none"}})),
        (named("Nulls"), json!({"parent": null})),
        (named("AlwaysText"), json!({"text": "a"})),
        (named("AlwaysNull"), json!({"value": null})),
    ];
    for (ty, value) in table {
        assert_eq!(lost(&ty, &value), "", "{value} as {ty:?}");
    }
}

#[test]
fn what_is_lost() {
    let loose = || named("Loose");
    let table = [
        (TypeRef::Bool, json!(1), " is a number in the place of a boolean"),
        (TypeRef::Integer, json!(1.0), " is a fraction in the place of an integer"),
        (TypeRef::Integer, json!(u64::MAX), " is a number in the place of an integer"),
        (TypeRef::Unsigned, json!(-1), " is a number in the place of an integer that is not negative"),
        (TypeRef::Float, json!((1_u64 << 53) + 1), " is a number that its type does not hold exactly"),
        (TypeRef::Float, json!(u64::MAX), " is a number that its type does not hold exactly"),
        (TypeRef::Float, json!("1"), " is text in the place of a number"),
        (TypeRef::String, json!(null), " is `null` in the place of text"),
        (nullable(list(TypeRef::Bool)), json!({}), " is an object in the place of a list"),
        (list(TypeRef::String), json!(["a", null]), "/1 is `null` in the place of text"),
        (loose(), json!({"tags": ["a", null]}), "/tags/1 is `null`, which is left out"),
        (loose(), json!({"counts": {"a": null}}), "/counts/a is `null`, which is left out"),
        (map(TypeRef::String), json!({"a/b": null}), "/a~1b is `null` in the place of text"),
        (loose(), json!(null), " is `null` in the place of an object"),
        (loose(), json!([]), " is a list in the place of an object"),
        (loose(), json!({"id": null}), "/id is `null`, which is left out"),
        (loose(), json!({"tags": []}), "/tags is empty, which is left out"),
        (loose(), json!({"more": {}}), "/more is empty, which is left out"),
        (loose(), json!({"tags": null}), "/tags is `null`, which is left out"),
        (loose(), json!({"next": {"next": {"other": 1}}}), "/next/next/other is no field of its type"),
        (loose(), json!({"color": 1}), "/color is a number in the place of text"),
        (loose(), json!({"size": {"other": 1}}), "/size/other is no field of its type"),
        (named("Nulls"), json!({}), "/parent is not there, and written as `null`"),
        (named("AlwaysText"), json!({}), "/text is not there, and written with a default"),
        (named("AlwaysText"), json!({"text": null}), "/text is not there, and written with a default"),
        (named("AlwaysNull"), json!({}), "/value is not there, and written with a default"),
    ];
    for (ty, value, expected) in table {
        assert_eq!(lost(&ty, &value), expected, "{value} as {ty:?}");
    }
}
