//! Bodies are written byte for byte as `serde_json` writes the same with derives.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer, ser};
use serde_json::{Map, Value, json};

use crate::json::encode;
use crate::json::object;
use crate::types::{Content, Part, Source};
use crate::write::{Writer, to_vec};

/// Fields whose names are no names in code, and values at the edges of what JSON can hold.
#[derive(Clone, Default)]
struct Odd {
    plain: Option<f64>,
    empty: Option<i64>,
    quote: Option<u64>,
    backslash: Option<bool>,
    control: Option<String>,
    delete: Option<Box<Part>>,
    letters: Vec<Vec<f64>>,
    maps: Vec<BTreeMap<String, Option<Vec<Source>>>>,
    contents: Vec<Content>,
    free: Map<String, Value>,
    always: Vec<Part>,
    nullable: Option<Option<Box<Part>>>,
    boxed: Option<Box<Content>>,
    nested: BTreeMap<String, BTreeMap<String, Vec<Option<u64>>>>,
}

object!(Odd => plain, empty = "", quote = "\"", backslash = "a\\", control = "\u{1f}\n", delete = "\u{7f}", letters = "ключ\u{2028}",
    maps, contents, free, always as always, nullable as nullable, boxed, nested);

#[derive(Serialize)]
struct Derived<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    plain: &'a Option<f64>,
    #[serde(rename = "", skip_serializing_if = "Option::is_none")]
    empty: &'a Option<i64>,
    #[serde(rename = "\"", skip_serializing_if = "Option::is_none")]
    quote: &'a Option<u64>,
    #[serde(rename = "a\\", skip_serializing_if = "Option::is_none")]
    backslash: &'a Option<bool>,
    #[serde(rename = "\u{1f}\n", skip_serializing_if = "Option::is_none")]
    control: &'a Option<String>,
    #[serde(rename = "\u{7f}", skip_serializing_if = "Option::is_none")]
    delete: &'a Option<Box<Part>>,
    #[serde(rename = "ключ\u{2028}", skip_serializing_if = "Vec::is_empty")]
    letters: &'a Vec<Vec<f64>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    maps: &'a Vec<BTreeMap<String, Option<Vec<Source>>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contents: &'a Vec<Content>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    free: &'a Map<String, Value>,
    always: &'a Vec<Part>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nullable: &'a Option<Option<Box<Part>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    boxed: &'a Option<Box<Content>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    nested: &'a BTreeMap<String, BTreeMap<String, Vec<Option<u64>>>>,
}

#[track_caller]
fn same(odd: &Odd) {
    let derived = Derived {
        plain: &odd.plain,
        empty: &odd.empty,
        quote: &odd.quote,
        backslash: &odd.backslash,
        control: &odd.control,
        delete: &odd.delete,
        letters: &odd.letters,
        maps: &odd.maps,
        contents: &odd.contents,
        free: &odd.free,
        always: &odd.always,
        nullable: &odd.nullable,
        boxed: &odd.boxed,
        nested: &odd.nested,
    };
    let derived = serde_json::to_string(&derived).expect("JSON");
    assert_eq!(String::from_utf8(to_vec(odd).expect("JSON")).expect("UTF-8"), derived);
    assert_eq!(serde_json::to_string(odd).expect("JSON"), derived);
}

#[test]
fn bodies_are_as_with_derives() {
    same(&Odd::default());
    let part = Part::new().name("\u{0}\u{8}\"\\/\u{2028}\u{1F600}");
    let odd = Odd {
        plain: Some(f64::NAN),
        empty: Some(i64::MIN),
        quote: Some(u64::MAX),
        backslash: Some(false),
        control: part.name.clone(),
        delete: Some(Box::new(part.clone())),
        letters: vec![vec![], vec![-0.0, 0.1, 1e300, 5e-324, f64::INFINITY], vec![1.0]],
        maps: vec![
            BTreeMap::new(),
            BTreeMap::from([
                ("\"".to_owned(), None),
                (String::new(), Some(vec![])),
                ("a".to_owned(), Some(vec![Source::Hosted, Source::from("\t")])),
            ]),
        ],
        contents: [json!(1), json!(0.5), json!("a\n"), json!({ "name": "b" }), json!([{ "a": [] }]), json!(null)]
            .map(Content::from)
            .into(),
        free: Map::from_iter([("\\".to_owned(), json!({ "a": [1, {}, ""] })), ("b".to_owned(), Value::Null)]),
        always: vec![Part::new(), part],
        nullable: Some(None),
        boxed: Some(Box::new(Content::from(json!({ "name": "c" })))),
        nested: BTreeMap::from([
            ("a".to_owned(), BTreeMap::from([("b".to_owned(), vec![None, Some(1)]), ("c".to_owned(), vec![])])),
            ("d".to_owned(), BTreeMap::new()),
        ]),
    };
    same(&odd);
    same(&Odd { nullable: Some(Some(Box::new(Part::new()))), always: vec![], ..odd });
}

#[test]
fn a_body_need_not_be_an_object() {
    let text = |json: serde_json::Result<Vec<u8>>| String::from_utf8(json.expect("JSON")).expect("UTF-8");
    assert_eq!(text(to_vec(&vec![Part::new(), Part::new().name("a")])), r#"[{},{"name":"a"}]"#);
    assert_eq!(text(to_vec(&Vec::<Part>::new())), "[]");
    assert_eq!(text(to_vec(&Source::Hosted)), r#""HOSTED""#);
    assert_eq!(text(to_vec(&json!({ "a": [null] }))), r#"{"a":[null]}"#);
    assert_eq!(text(to_vec(&"a\"".to_owned())), r#""a\"""#);
    assert_eq!(text(to_vec(&None::<i64>)), "null");
}

#[test]
fn a_failure_comes_out() {
    #[derive(Debug)]
    struct Fails;

    impl Serialize for Fails {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(ser::Error::custom("it fails"))
        }
    }

    impl encode::Value for Fails {
        fn write(&self, writer: &mut Writer) {
            writer.value(self);
        }
    }

    let error = to_vec(&vec![None, Some(Fails), None]).expect_err("an element fails");
    assert_eq!(error.to_string(), "it fails");
}
