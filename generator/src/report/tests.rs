//! The report of a small API, in which there is something of everything.

use serde_json::Value;

use super::report;
use crate::config::Config;
use crate::model::{Api, Field, TypeKind, TypeRef, Untyped};
use crate::source::Source;
use crate::{lower, parse};

const COLLECTION: &str = r#"{
    "info": {"name": "Trains", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
    "item": [
        {
            "name": "List *Trains*",
            "request": "https://trains.test/trains",
            "response": [{"code": 200, "body": "{\"trains\": [{\"id\": 1, \"metadata\": {\"a\": 1}, \"none\": {}}]}"}]
        },
        {"name": "Get Plan", "request": "https://trains.test/plan"},
        {
            "name": "Get Map",
            "request": "https://trains.test/map",
            "response": [{"code": 200, "header": [{"key": "Content-Type", "value": "text/plain"}], "body": "o--o"}]
        }
    ]
}"#;

fn api() -> Api {
    let (collection, _) = parse(&Source::new("collection.json", COLLECTION)).expect("a collection");
    lower(&collection, &Config::default()).0
}

fn field<'a>(api: &'a mut Api, wire: &str) -> &'a mut Field {
    let fields = api.types.iter_mut().filter_map(|def| match &mut def.kind {
        TypeKind::Struct(fields) => Some(fields),
        _ => None,
    });
    fields.flatten().find(|field| field.wire == wire).expect("the field is there")
}

#[test]
fn numbers() {
    let report = report(&api());
    assert_eq!((report.examples.proved, report.examples.typed), (1, 1));
    assert_eq!((report.answers.json, report.answers.text, report.answers.not_json()), (2, 1, 1));
    assert_eq!((report.counts.structs, report.counts.untyped_fields, report.counts.untyped_parts), (2, 2, 1));
}

#[test]
fn each_place_says_why_it_is_untyped_and_what_would_settle_it() {
    let mut api = api();
    let pointer = "/item/0/response/0/body";
    field(&mut api, "metadata").untyped = Some(Untyped::FreeForm);
    let shown = "an empty object";
    field(&mut api, "none").untyped = Some(Untyped::NeverShown { shown, pointer: pointer.to_owned() });
    let text = report(&api).text();
    let lines = [
        "recoverable: the keys are the caller's own, and the configuration may say what they hold (1)",
        "  Train.metadata: Map<Value> (an object at /item/0/response/0/body): `map` or `kind` at `Train.metadata`",
        "one more example would settle it (2)",
        "  Train.none: Map<Value> (an empty object at /item/0/response/0/body): one more example of *List *Trains**",
        "  Get Plan, success: Value (no example): one more example of *Get Plan*",
    ];
    for line in lines {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
    let page = report(&api).markdown();
    assert!(page.contains("| one more example of *List \\*Trains\\** |"), "{page}");
    assert!(page.contains("- `id: Option<i64>  1/1`"), "{page}");
}

#[test]
fn what_is_lost_is_told() {
    let mut api = api();
    field(&mut api, "id").ty = TypeRef::String;
    let disagree = vec![("a number", "/item/0".to_owned()), ("text", "/item/1".to_owned())];
    field(&mut api, "none").untyped = Some(Untyped::Disagree { shown: disagree });
    let report = report(&api);
    assert_eq!((report.examples.proved, report.examples.typed), (0, 1));
    let text = report.text();
    assert!(
        text.contains("lost      /item/0/response/0/body: `/trains/0/id` is a number in the place of text"),
        "{text}"
    );
    assert!(text.contains("Train.none: Map<Value> (a number at /item/0, text at /item/1)\n"), "{text}");
    let json: Value = serde_json::to_value(&report).expect("JSON");
    assert_eq!(json["examples"]["lost"][0]["place"], "/trains/0/id");
    assert_eq!(json["types"][0]["kind"], "struct");
}
