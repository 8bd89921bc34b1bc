//! The API's types beside the same ones with serde's derives: both read and write the same, and refuse the same.

use std::collections::BTreeMap;

use fastrand::Rng;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value, json};

use crate::types;

/// As [`types::Optional`], without what has an enum in it.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Optional {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<Box<Part>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "list")]
    words: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gaps: Option<Vec<Option<String>>>,
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "list")]
    parts: Option<Vec<Part>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    holes: Option<Vec<Option<Part>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    anything: Option<Vec<Value>>,
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "map")]
    counts: Option<BTreeMap<String, i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    marks: Option<BTreeMap<String, Option<String>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extra: Option<Map<String, Value>>,
}

/// As [`types::Part`].
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Part {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
}

fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<Vec<T>>, D::Error> {
    let list: Option<Vec<Option<T>>> = Option::deserialize(deserializer)?;
    Ok(list.map(|list| list.into_iter().flatten().collect()))
}

fn map<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<BTreeMap<String, T>>, D::Error> {
    let map: Option<BTreeMap<String, Option<T>>> = Option::deserialize(deserializer)?;
    Ok(map.map(|map| map.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()))
}

/// What becomes of a text: what is written again, or why it was refused, and where.
fn outcome<T: DeserializeOwned + Serialize>(text: &[u8]) -> Result<String, String> {
    let value: T = serde_json::from_slice(text).map_err(|error| error.to_string())?;
    serde_json::to_string(&value).map_err(|error| error.to_string())
}

#[track_caller]
fn same(text: &[u8]) -> Result<String, String> {
    let (ours, derived) = (outcome::<types::Optional>(text), outcome::<Optional>(text));
    let derived =
        derived.map_err(|error| error.replace("struct Optional", "an object").replace("struct Part", "an object"));
    if let (Ok(value), Ok(text)) = (serde_json::from_slice::<types::Optional>(text), &ours) {
        let body = crate::write::to_vec(&value).expect("it can be written");
        assert_eq!(String::from_utf8_lossy(&body), *text);
    }
    // Derives take a list for an object whose fields have no names. JSON has no such objects.
    if !ours.as_ref().is_err_and(|error| error.starts_with("invalid type: sequence, expected an object")) {
        assert_eq!(ours, derived, "{}", String::from_utf8_lossy(text));
    }
    ours
}

/// JSON that is mostly of the right type.
fn member(random: &mut Rng, key: &str) -> Value {
    let word = |random: &mut Rng| json!(["", "a", "ключ", "\u{1F600}\"\\\n"][random.usize(..4)]);
    let part = |random: &mut Rng| match random.u8(..6) {
        0 => Value::Null,
        1 => json!({}),
        2 => json!({ "name": null, "other": [{}] }),
        _ => json!({ "name": word(random) }),
    };
    let number = |random: &mut Rng| match random.u8(..8) {
        0 => json!(i64::MIN),
        1 => json!(i64::MAX),
        2 => json!(random.i32(..)),
        _ => json!(random.u8(..)),
    };
    if random.u8(..40) == 0 {
        let odd = [json!(0.5), json!(u64::MAX), json!(true), json!("odd"), json!([1, "a"]), json!({ "a": {} })];
        return odd[random.usize(..odd.len())].clone();
    }
    if random.u8(..8) == 0 {
        return Value::Null;
    }
    let length = random.usize(..4);
    let gap = |random: &mut Rng| if random.u8(..4) == 0 { Value::Null } else { word(random) };
    match key {
        "name" | "created_at" => word(random),
        "size" => number(random),
        "part" => part(random),
        "words" | "gaps" => (0..length).map(|_| gap(random)).collect(),
        "parts" | "holes" => (0..length).map(|_| part(random)).collect(),
        "counts" => (0..length).map(|_| (random.alphabetic().to_string(), number(random))).collect(),
        "marks" => (0..length).map(|_| (random.alphabetic().to_string(), word(random))).collect(),
        "extra" => json!({ "x": number(random), "y": null }),
        _ => json!([null, { "z": [part(random)] }]),
    }
}

const KEYS: [&str; 15] = [
    "name",
    "size",
    "created_at",
    "part",
    "data",
    "words",
    "gaps",
    "parts",
    "holes",
    "anything",
    "counts",
    "marks",
    "extra",
    "other",
    "Name",
];

#[test]
fn whatever_is_read_becomes_the_same() {
    let mut random = Rng::with_seed(7);
    let (mut read, mut refused) = (0, 0);
    for _ in 0..4000 {
        let members: Vec<String> = (0..random.usize(..8))
            .map(|_| {
                let key = KEYS[random.usize(..KEYS.len())];
                format!("{}: {}", json!(key), member(&mut random, key))
            })
            .collect();
        let mut text = format!("{{{}}}", members.join(", ")).into_bytes();
        // Some texts are cut off, and some have a byte that does not belong there.
        match random.u8(..12) {
            0 => text.truncate(random.usize(..text.len())),
            1 => {
                let at = random.usize(..text.len());
                text[at] = random.u8(..);
            }
            2 => text.extend(b" ]"),
            _ => {}
        }
        match same(&text) {
            Ok(_) => read += 1,
            Err(_) => refused += 1,
        }
    }
    assert!(read > 1000 && refused > 500, "{read} read, {refused} refused");
}

#[test]
fn what_is_no_json_is_refused() {
    let deep = |depth: usize| format!("{{\"data\": {}{}}}", "[".repeat(depth), "]".repeat(depth));
    assert!(same(deep(126).as_bytes()).is_ok());
    assert!(same(deep(127).as_bytes()).expect_err("too deep").starts_with("recursion limit exceeded"));
    for text in
        ["", "null", "[]", "7", "{} {}", "{\"name\": \"a\"", "{\"name\" 1}", "{\"name\": \"a\",}", "{'name': 1}"]
    {
        same(text.as_bytes()).expect_err(text);
    }
    same(b"{\"name\": \"\xff\"}").expect_err("no UTF-8");
    let twice = same(br#"{"size": 1, "name": null, "size": 2}"#).expect_err("twice");
    assert!(twice.starts_with("duplicate field `size`"), "{twice}");
    assert!(same(br#"{"name": null, "name": null}"#).is_err(), "also where it is null");
    assert!(same(br#"{"other": 1, "other": 2}"#).is_ok(), "what is not read may be there twice");
    assert_eq!(same(br#"{"counts": {"a": 1, "b": 2, "a": 3, "b": null}}"#).expect("a map"), r#"{"counts":{"a":3}}"#);
}

#[test]
fn numbers_stay_as_they_are() {
    for number in [i64::MIN, -1, 0, i64::MAX] {
        assert_eq!(same(format!("{{\"size\":{number}}}").as_bytes()), Ok(format!("{{\"size\":{number}}}")));
    }
    for text in ["9223372036854775808", "-9223372036854775809", "1.0", "1e3", "\"1\"", "true"] {
        same(format!("{{\"size\": {text}}}").as_bytes()).expect_err(text);
    }
    let mut random = Rng::with_seed(3);
    for _ in 0..2000 {
        let float = f64::from_bits(random.u64(..));
        if float.is_finite() {
            let text = serde_json::to_string(&float).expect("a number");
            let content: types::Content = serde_json::from_str(&text).expect("a number");
            assert_eq!(content.as_weight().map(f64::to_bits), Some(float.to_bits()), "{text}");
            assert_eq!(serde_json::to_string(&content).expect("a number"), text);
            assert_eq!(crate::write::to_vec(&content).expect("a number"), text.as_bytes());
        }
    }
    let moment: types::Moment = serde_json::from_str("18446744073709551615").expect("a number");
    assert_eq!(moment.as_seconds(), Some(&u64::MAX).copied());
}
