//! Text of known forms, and its typed views.

use std::error::Error as _;

use serde_json::json;

use crate::text::{Base64, Date, Timestamp, Url, Uuid};
use crate::types::Forms;
use crate::{decoded, encoded, through};

#[test]
fn any_text_stays_as_it_is() {
    for text in ["2026-01-10T09:30:00.120Z", "2026-01-10T09:30:00+02:00", "yesterday", "", "💥"] {
        let json = json!({ "at": text, "on": text, "id": text, "site": text, "key": text });
        assert_eq!(through::<Forms>(&json), json);
    }
    assert_eq!(through::<Forms>(&json!({ "at": null })), json!({}));
    assert!(serde_json::from_value::<Forms>(json!({ "at": 5 })).is_err(), "a number is no text");
}

#[test]
fn it_reads_like_a_string() {
    let forms = Forms::new().at("2026-01-10T09:30:00Z").site(String::from("https://example.com"));
    assert_eq!(forms.at.as_deref(), Some("2026-01-10T09:30:00Z"));
    let site = forms.site.expect("it was set");
    assert!(site == "https://example.com" && site == *"https://example.com" && site.starts_with("https:"));
    assert_eq!(
        (site.as_str(), site.as_ref(), site.to_string()),
        ("https://example.com", "https://example.com", String::from(site.clone()))
    );
    assert_eq!(format!("{site:>20}|"), " https://example.com|");
    assert_eq!("https://example.com".parse(), Ok(site.clone()));
    assert_eq!(site.into_string(), "https://example.com");
    assert_eq!(Url::default(), "");
    let (day, next) = (Date::from("2026-01-09"), Date::from(&"2026-01-10".to_owned()));
    assert!(day < next);
}

#[test]
fn points_in_time() {
    let time = Timestamp::from("2026-01-10T09:30:00.5+02:00").to_jiff().expect("a point in time");
    assert_eq!(Timestamp::from(time), "2026-01-10T07:30:00.5Z");
    let day = Date::from("2026-01-10").to_jiff().expect("a day");
    assert_eq!((day.year(), day.month(), day.day()), (2026, 1, 10));
    assert_eq!(Date::from(day), "2026-01-10");
    let error = Timestamp::from("yesterday").to_jiff().expect_err("no point in time");
    assert_eq!(error.to_string(), "the text is not a point in time");
    assert!(error.source().is_some());
    let error = Date::from("2026-02-30").to_jiff().expect_err("no day");
    assert_eq!(error.to_string(), "the text is not a date");
}

#[test]
fn ids_and_addresses() {
    let text = "6F1C1E4E-6f0c-4f6c-9b39-0e9c1f2a3b4c";
    let id = Uuid::from(text).to_uuid().expect("a UUID");
    assert_eq!(Uuid::from(id), text.to_lowercase().as_str());
    assert_eq!(Uuid::from("1").to_uuid().expect_err("none").to_string(), "the text is not a UUID");
    let url = Url::from("https://EXAMPLE.com/a?b#c").to_url().expect("a URL");
    assert_eq!((url.host_str(), url.query()), (Some("example.com"), Some("b")));
    assert_eq!(Url::from(url), "https://example.com/a?b#c");
    assert_eq!(Url::from("/a").to_url().expect_err("none").to_string(), "the text is not an absolute URL");
}

#[test]
fn bytes_in_either_alphabet_with_padding_or_without() {
    let bytes = [0xfb, 0xff, 0xbf, 0x01];
    assert_eq!(Base64::encode(bytes), "+/+/AQ==");
    for text in ["+/+/AQ==", "+/+/AQ", "-_-_AQ==", "-_-_AQ"] {
        assert_eq!(Base64::from(text).decode().expect("base64"), bytes, "{text}");
    }
    assert_eq!(Base64::from("").decode().expect("nothing"), b"");
    for text in ["+/-_", "A", "a b", "é"] {
        assert_eq!(Base64::from(text).decode().expect_err(text).to_string(), "the text is not base64");
    }
    assert_eq!(encoded(&decoded::<Base64>(&json!("+/+/AQ"))), json!("+/+/AQ"));
}
