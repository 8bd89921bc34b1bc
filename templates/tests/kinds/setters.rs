//! Values made by setters, and bodies made of what they wrap.

use std::collections::BTreeMap;

use serde_json::json;

use crate::encoded;
use crate::types::{
    Always, CreatePartsRequest, DeletePartsRequest, Either, NestedRequest, Optional, Part, SetSourceRequest, Source,
    Unclear,
};

#[test]
fn setters_take_what_is_at_hand() {
    let name = "a".to_owned();
    let value = Optional::new()
        .name(&name)
        .size(3)
        .source(Source::Hosted)
        .content("text")
        .created_at("now")
        .part(Part::new().name("b"))
        .data(5)
        .words(["a", "b"])
        .gaps([Some("a"), None])
        .moments(["now"])
        .parts([Part::new()])
        .holes([None, Some(Part::new())])
        .rows([vec![1], vec![]])
        .anything(["a"])
        .counts([("a", 1)])
        .sources([("a", Source::Hosted)])
        .marks([("a", Some("2026-01-10")), ("b", None)])
        .extra([("a", 5)]);
    let expected = json!({
        "name": "a", "size": 3, "source": "HOSTED", "content": "text", "created_at": "now", "part": { "name": "b" },
        "data": 5, "words": ["a", "b"], "gaps": ["a", null], "moments": ["now"], "parts": [{}], "holes": [null, {}],
        "rows": [[1], []], "anything": ["a"], "counts": { "a": 1 }, "sources": { "a": "HOSTED" },
        "marks": { "a": "2026-01-10", "b": null }, "extra": { "a": 5 },
    });
    assert_eq!(encoded(&value), expected);
    assert_eq!(encoded(&Always::new().source("neu").counts(BTreeMap::from([("a", 1)])))["source"], json!("neu"));
}

#[test]
fn what_may_be_null_is_cleared() {
    let value = Either::new().name("a").size(1).words(["a"]);
    assert_eq!(encoded(&value), json!({ "name": "a", "size": 1, "words": ["a"] }));
    let value = value.clear_name().clear_words().clear_part();
    assert_eq!(encoded(&value), json!({ "name": null, "size": 1, "part": null, "words": null }));
}

#[test]
fn bodies_are_made_of_what_they_wrap() {
    fn body<T: crate::json::encode::Value>(body: impl Into<T>) -> serde_json::Value {
        encoded(&body.into())
    }
    let part = Part::new().name("a");
    assert_eq!(body::<CreatePartsRequest>(part.clone()), json!({ "parts": [{ "name": "a" }] }));
    assert_eq!(
        body::<CreatePartsRequest>(vec![part.clone(), part]),
        json!({ "parts": [{ "name": "a" }, { "name": "a" }] })
    );
    assert_eq!(body::<DeletePartsRequest>("a"), json!({ "ids": ["a"] }));
    assert_eq!(body::<DeletePartsRequest>(vec!["a".to_owned()]), json!({ "ids": ["a"] }));
    assert_eq!(body::<SetSourceRequest>(Source::Hosted), json!({ "source": "HOSTED" }));
    assert_eq!(body::<SetSourceRequest>("neu"), json!({ "source": "neu" }));
    assert_eq!(body::<NestedRequest>(vec![NestedRequest::new()]), json!({ "nested_requests": [{}] }));
}

#[test]
fn anything_can_be_said_where_nothing_is_known() {
    assert_eq!(encoded(&Unclear::new().free("a").mixed(json!([1]))), json!({ "free": "a", "mixed": [1] }));
}
