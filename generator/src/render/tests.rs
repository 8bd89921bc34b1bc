//! A crate whose types are of every kind. They are put into the model by hand, so that this stands on no inference.

use super::{Templates, Tree, render};
use crate::config::Config;
use crate::model::{
    Api, Case, Field, Folder, Format, Ident, Operation, Presence, TypeDef, TypeKind, TypeRef, Untyped, Variant,
};
use crate::source::Source;

const COLLECTION: &str = include_str!("../../tests/fixtures/render/kinds.json");
const CONFIG: &str = "guides = [\"Guides\"]\n[pagination]\npage = \"page\"\nper_page = \"per_page\"";

#[test]
fn kinds() {
    let tree = crate_of(&api());
    let shown = [
        "Cargo.toml",
        "docs/things.md",
        "examples/use_a_thing.rs",
        "src/text/mod.rs",
        "src/things.rs",
        "src/types/things.rs",
        "src/types/shared/thing.rs",
        "tests/examples/things.rs",
    ];
    let text = |path: &str| format!("=== {path} ===\n{}\n", tree.get(path).unwrap_or("There is none."));
    insta::assert_snapshot!(shown.map(text).concat());
}

#[test]
fn only_what_is_used_is_there() {
    let tree = crate_of(&api());
    let text: Vec<&str> = tree.iter().map(|(path, _)| path).filter(|path| path.starts_with("src/text/")).collect();
    let used = ["base64", "date", "macros", "mod", "timestamp", "url", "uuid"];
    assert_eq!(text, used.map(|name| format!("src/text/{name}.rs")));

    let mut api = api();
    change(&mut api, "created_day", |field| field.ty = TypeRef::String);
    let only = |ty: &TypeRef| {
        if ty.format().is_some_and(|format| format != Format::Url) { TypeRef::String } else { ty.clone() }
    };
    for def in &mut api.types {
        match &mut def.kind {
            TypeKind::Struct(fields) => fields.iter_mut().for_each(|field| field.ty = only(&field.ty)),
            TypeKind::Union(cases) => cases.retain(|case| case.ty.format().is_none()),
            TypeKind::Enum(_) => {}
        }
    }
    operation(&mut api.root, "List Days").success.ty = TypeRef::Value;
    let tree = crate_of(&api);
    let text: Vec<&str> = tree.iter().map(|(path, _)| path).filter(|path| path.starts_with("src/text/")).collect();
    assert_eq!(text, ["src/text/macros.rs", "src/text/mod.rs", "src/text/url.rs"]);
    let manifest = tree.get("Cargo.toml").unwrap_or_default();
    assert!(!manifest.contains("jiff") && !manifest.contains("uuid"), "{manifest}");
}

fn crate_of(api: &Api) -> Tree {
    render(api, &Templates::embedded().expect("the templates are right")).expect("it can be rendered")
}

/// The model of the collection, with types of every kind in place of those that are inferred.
fn api() -> Api {
    let source = Source::new("kinds.json", COLLECTION);
    let (collection, _) = crate::parse(&source).expect("a collection");
    let config = Config::from_toml(CONFIG, &[]).expect("a configuration");
    let (mut api, _) = crate::lower_with(&collection, &[], &config);
    let shared = api.types.iter().find(|def| def.feature.is_none()).expect("a type that several folders use");
    let module = shared.module.clone();
    // What a shared type holds is shared as well.
    for part in api.types.iter_mut().filter(|def| def.name.as_str() == "Part") {
        (part.module, part.feature) = (module.clone(), None);
    }
    let place = |def| TypeDef { module: module.clone(), ..def };
    let defs = [def("Source", words()), def("Content", contents())].map(place);
    api.types.extend(defs);
    api.types.sort_by(|a, b| a.name.cmp(&b.name));
    let types = [
        ("source", named("Source")),
        ("former", named("Source")),
        ("sources", list(named("Source"))),
        ("by", TypeRef::Map(Box::new(nullable(named("Source"))))),
        ("title", named("Content")),
        ("size", named("Content")),
        ("large", named("Content")),
        ("weight", named("Content")),
        ("rest", named("Content")),
        ("made", named("Content")),
        ("pieces", named("Content")),
        ("contents", list(nullable(named("Content")))),
        ("tags", list(nullable(TypeRef::String))),
        ("at", TypeRef::Text(Format::Timestamp)),
        ("days", list(list(TypeRef::Text(Format::Date)))),
        ("id", TypeRef::Text(Format::Uuid)),
        ("picture", TypeRef::Text(Format::Url)),
        ("key", TypeRef::Text(Format::Base64)),
    ];
    for (wire, ty) in types {
        change(&mut api, wire, |field| {
            field.ty = ty.clone();
            field.untyped = None;
        });
    }
    change(&mut api, "note", |field| {
        field.presence = Presence::OptionalOrNull;
        field.clear = Some(ident("clear_note"));
        field.untyped = Some(Untyped::NeverShown { shown: "`null`", pointer: String::new() });
    });
    change(&mut api, "id", |field| field.presence = Presence::OptionalOrNull);
    change(&mut api, "things", |field| field.presence = Presence::Null);
    change(&mut api, "owners", |field| field.ty = list(nullable(named("Owner"))));
    operation(&mut api.root, "List Days").success.ty = list(TypeRef::Text(Format::Date));
    let wraps = |def: &&mut TypeDef| def.fields().len() == 1 && def.field("ids").is_some();
    if let Some(def) = api.types.iter_mut().find(wraps) {
        def.wraps = Some(ident("ids"));
    }
    api
}

fn change(api: &mut Api, wire: &str, change: impl Fn(&mut Field)) {
    for def in &mut api.types {
        if let TypeKind::Struct(fields) = &mut def.kind {
            fields.iter_mut().filter(|field| field.wire == wire).for_each(&change);
        }
    }
}

fn operation<'a>(folder: &'a mut Folder, title: &str) -> &'a mut Operation {
    let own = folder.folders.iter_mut().flat_map(|folder| &mut folder.operations);
    own.into_iter().find(|operation| operation.title == title).expect("an operation")
}

fn def(name: &str, kind: TypeKind) -> TypeDef {
    let docs = "Made by hand.".to_owned();
    TypeDef { name: ident(name), module: Vec::new(), feature: None, docs, kind, wraps: None }
}

fn words() -> TypeKind {
    let words = [("HOSTED", "Hosted", 3), ("WRAPPED", "Wrapped", 1)];
    let variant = |(wire, name, seen): (&str, &str, usize)| Variant { name: ident(name), wire: wire.to_owned(), seen };
    TypeKind::Enum(words.map(variant).into())
}

fn contents() -> TypeKind {
    let cases = [
        ("Text", "as_text", TypeRef::String),
        ("Count", "as_count", TypeRef::Integer),
        ("Weight", "as_weight", TypeRef::Float),
        ("Parts", "as_parts", list(named("Part"))),
        ("Part", "as_part", named("Part")),
    ];
    let case = |(name, accessor, ty): (&str, &str, TypeRef)| Case {
        name: ident(name),
        accessor: ident(accessor),
        ty,
        seen: 1,
    };
    TypeKind::Union(cases.map(case).into())
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

fn nullable(ty: TypeRef) -> TypeRef {
    TypeRef::Nullable(Box::new(ty))
}
