//! The API's types in types of its users, and in other formats than JSON.

use serde::{Deserialize, Serialize};
use serde_json::json;
use serde_test::{Token, assert_de_tokens_error, assert_tokens};

use crate::types::{Always, Content, Part, Source};

#[test]
fn they_stand_in_types_of_their_users() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Own {
        parts: Vec<Part>,
        source: Option<Source>,
        content: Content,
        #[serde(flatten)]
        rest: Part,
    }
    let json = json!({ "parts": [{ "name": "a" }, {}], "source": "neu", "content": 5, "name": "b" });
    let own: Own = serde_json::from_value(json.clone()).expect("it is read");
    assert_eq!((own.rest.name.as_deref(), own.content.as_count()), (Some("b"), Some(5)));
    assert_eq!(serde_json::to_value(&own).expect("it is written"), json);
}

#[test]
fn a_format_is_told_what_they_are() {
    // The number of members is exact, since some formats write it before them.
    let name = [Token::Str("name"), Token::Some, Token::Str("a"), Token::MapEnd];
    assert_tokens(&Part::new().name("a"), &[&[Token::Map { len: Some(1) }], &name[..]].concat());
    assert_tokens(&Part::new(), &[Token::Map { len: Some(0) }, Token::MapEnd]);
    assert_tokens(&Source::Hosted, &[Token::Str("HOSTED")]);
    assert_de_tokens_error::<Part>(
        &[Token::Map { len: None }, Token::Str("name"), Token::None, Token::Str("name")],
        "duplicate field `name`",
    );
    assert_de_tokens_error::<Part>(&[Token::Seq { len: None }], "invalid type: sequence, expected an object");
    assert_de_tokens_error::<Source>(&[Token::U8(1)], "invalid type: integer `1`, expected a string");
}

#[test]
fn they_are_shown_without_what_is_not_there() {
    assert_eq!(format!("{:?}", Part::new()), "Part");
    assert_eq!(format!("{:?}", Part::new().name("a")), r#"Part { name: Some("a") }"#);
    let always = format!("{:?}", Always::new().words(["a"]));
    assert!(always.starts_with(r#"Always { name: "", size: 0, "#) && always.contains(r#"words: ["a"], gaps: []"#));
}
