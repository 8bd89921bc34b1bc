//! What is missing, and what is `null`.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::text::Timestamp;
use crate::types::{Always, Content, Either, Empty, Null, Optional, Source};
use crate::{decoded, encoded, through};

/// A value for each field that is no list or map.
fn plain() -> Map<String, Value> {
    members(json!({
        "name": "a",
        "size": 3,
        "source": "HOSTED",
        "content": 0.5,
        "created_at": "2026-01-10",
        "part": { "name": "b" },
        "data": [1, null],
    }))
}

/// A value for each of the others.
fn holders() -> Map<String, Value> {
    members(json!({
        "words": ["a", "b"],
        "gaps": ["a", null],
        "moments": ["now", 5, false],
        "parts": [{ "name": "b" }, {}],
        "holes": [null, { "name": "b" }],
        "rows": [[1], []],
        "anything": [null, "a"],
        "counts": { "a": 1 },
        "sources": { "a": "neu", "b": "wrapped" },
        "marks": { "a": null, "b": "2026-01-10" },
        "extra": { "a": null, "b": {} },
    }))
}

fn all() -> Map<String, Value> {
    plain().into_iter().chain(holders()).collect()
}

fn members(json: Value) -> Map<String, Value> {
    match json {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// The same fields with another value.
fn with_each(fields: Map<String, Value>, value: &Value) -> Value {
    Value::Object(fields.into_iter().map(|(key, _)| (key, value.clone())).collect())
}

#[test]
fn what_is_there_comes_back() {
    fn holds<T: DeserializeOwned + crate::json::encode::Value>(fields: Map<String, Value>) {
        let json = Value::Object(fields);
        assert_eq!(through::<T>(&json), json, "{}", std::any::type_name::<T>());
    }
    holds::<Always>(all());
    holds::<Empty>(holders());
    holds::<Optional>(all());
    holds::<Null>(all());
    holds::<Either>(all());
}

#[test]
fn always_is_written_whatever_was_read() {
    let default = json!({
        "name": "", "size": 0, "source": "", "content": null, "created_at": "", "part": {}, "data": null,
        "words": [], "gaps": [], "moments": [], "parts": [], "holes": [], "rows": [], "anything": [],
        "counts": {}, "sources": {}, "marks": {}, "extra": {},
    });
    assert_eq!(through::<Always>(&json!({})), default);
    assert_eq!(through::<Always>(&with_each(all(), &Value::Null)), default);
    assert_eq!(decoded::<Always>(&json!({})), Always::new());
}

#[test]
fn what_is_empty_is_left_out() {
    assert_eq!(through::<Empty>(&json!({})), json!({}));
    assert_eq!(through::<Empty>(&with_each(holders(), &Value::Null)), json!({}));
    let empty = holders().into_iter().map(|(key, value)| (key, if value.is_array() { json!([]) } else { json!({}) }));
    assert_eq!(through::<Empty>(&Value::Object(empty.collect())), json!({}));
}

#[test]
fn optional_is_left_out_where_it_is_null() {
    assert_eq!(through::<Optional>(&json!({})), json!({}));
    assert_eq!(through::<Optional>(&with_each(all(), &Value::Null)), json!({}));
    let empty: Value = Value::Object(
        holders().into_iter().map(|(key, value)| (key, if value.is_array() { json!([]) } else { json!({}) })).collect(),
    );
    assert_eq!(through::<Optional>(&empty), empty);
}

#[test]
fn null_is_written_as_null() {
    let nulls = with_each(all(), &Value::Null);
    assert_eq!(through::<Null>(&json!({})), nulls);
    assert_eq!(through::<Null>(&nulls), nulls);
    assert_eq!(encoded(&Null::new().name("a").part(crate::types::Part::new()))["part"], json!({}));
}

#[test]
fn either_tells_null_from_nothing() {
    assert_eq!(through::<Either>(&json!({})), json!({}));
    let nulls = with_each(all(), &Value::Null);
    assert_eq!(through::<Either>(&nulls), nulls);
    let either: Either = decoded(&json!({ "size": null, "name": "a" }));
    assert_eq!((either.size, either.name, either.words), (Some(None), Some(Some("a".to_owned())), None));
}

#[test]
fn null_is_left_out_of_lists_and_maps_that_do_not_have_it() {
    let json = json!({ "words": ["a", null], "parts": [null], "moments": [null, 5], "counts": { "a": null, "b": 1 } });
    let left = json!({ "words": ["a"], "parts": [], "moments": [5], "counts": { "b": 1 } });
    assert_eq!(through::<Optional>(&json), left);
    assert_eq!(through::<Either>(&json), left);
    assert_eq!(through::<Empty>(&json), json!({ "words": ["a"], "moments": [5], "counts": { "b": 1 } }));
    for (key, value) in members(left) {
        assert_eq!(through::<Always>(&json)[&key], value);
        assert_eq!(through::<Null>(&json)[&key], value);
    }
}

#[test]
fn fields_of_forms_and_words_are_plain_values() {
    let optional: Optional = decoded(&json!({ "created_at": "now", "source": "neu", "content": [] }));
    assert_eq!(optional.created_at, Some(Timestamp::from("now")));
    assert_eq!(optional.source, Some(Source::Unknown("neu".to_owned())));
    assert_eq!(optional.content, Some(Content::Parts(Vec::new())));
}
