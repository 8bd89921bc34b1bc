//! Values of one of several kinds.

use serde_json::{Value, json};

use crate::text::Timestamp;
use crate::types::{Choice, Content, Moment, Part, Source};
use crate::{decoded, encoded, through};

#[test]
fn each_value_is_the_case_of_its_kind() {
    let part = Part::new().name("a");
    let table = [
        (json!("5"), Content::Text("5".to_owned())),
        (json!(5), Content::Count(5)),
        (json!(-5), Content::Count(-5)),
        (json!(5.0), Content::Weight(5.0)),
        (json!(0.5), Content::Weight(0.5)),
        (json!(true), Content::Flag(true)),
        (json!([{ "name": "a" }]), Content::Parts(vec![part.clone()])),
        (json!([]), Content::Parts(Vec::new())),
        (json!({ "name": "a" }), Content::Part(part)),
        (json!(null), Content::Other(Value::Null)),
    ];
    for (json, expected) in table {
        let value: Content = decoded(&json);
        assert_eq!(value, expected, "{json}");
        assert_eq!(encoded(&value), json);
    }
}

#[test]
fn nothing_is_lost_that_fits_no_case() {
    // A list with something else in it, a number that a float would round, a field of another kind.
    let odd = [json!([{ "name": "a" }, null]), json!(["a"]), json!(u64::MAX), json!({ "name": 5 })];
    for json in odd {
        assert_eq!(decoded::<Content>(&json), Content::Other(json.clone()));
        assert_eq!(through::<Content>(&json), json);
    }
    for json in [json!(5), json!(true), json!([1, "a"]), json!({ "a": "b" }), json!(null)] {
        assert_eq!(through::<Choice>(&json), json);
    }
    assert_eq!(decoded::<Moment>(&json!(-1)), Moment::Other(json!(-1)));
}

#[test]
fn it_is_made_of_what_its_cases_are_made_of() {
    let text = "a".to_owned();
    for content in [Content::from("a"), Content::from(&text), Content::from(text.clone())] {
        assert_eq!(content.as_text(), Some("a"));
        assert_eq!((content.as_count(), content.as_parts()), (None, None));
    }
    assert_eq!((Content::from(5).as_count(), Content::from(5_i64).as_count()), (Some(5), Some(5)));
    assert_eq!(Content::from(0.5).as_weight(), Some(0.5));
    assert_eq!(Content::from(true).as_flag(), Some(true));
    let part = Part::new().name("a");
    assert_eq!(Content::from(vec![part.clone()]).as_parts(), Some(&[part.clone()][..]));
    assert_eq!(Content::from(part.clone()).as_part(), Some(&part));
    assert_eq!(Content::from(json!("a")), Content::from("a"));
    assert_eq!(Choice::from("HOSTED").as_source(), Some(&Source::Hosted));
    assert_eq!(Moment::from("now").as_at(), Some(&Timestamp::from("now")));
    assert_eq!(Moment::from(5_u64).as_seconds(), Some(5));
    assert_eq!(Content::default(), Content::Other(Value::Null));
}
