//! Enums of words.

use std::collections::HashMap;

use serde_json::json;

use crate::types::Source;
use crate::{decoded, encoded};

#[test]
fn every_word_decodes_and_encodes_as_the_same() {
    let words = [("HOSTED", Source::Hosted), ("wrapped", Source::Wrapped), ("self", Source::Self_)];
    for (word, known) in words {
        assert_eq!(decoded::<Source>(&json!(word)), known);
        assert_eq!(encoded(&known), json!(word));
    }
    for word in ["hosted", "", "HOSTED ", "neu"] {
        assert_eq!(decoded::<Source>(&json!(word)), Source::Unknown(word.to_owned()));
        assert_eq!(encoded(&Source::from(word)), json!(word));
    }
    // With an escape, the word is nowhere in the text as it is.
    assert_eq!(serde_json::from_str::<Source>(r#""HOST\u0045D""#).ok(), Some(Source::Hosted));
    let error = serde_json::from_str::<Source>("5").expect_err("no word");
    assert!(error.to_string().contains("expected a string"), "{error}");
}

#[test]
fn a_known_word_is_its_variant_wherever_it_comes_from() {
    let word = "HOSTED".to_owned();
    let made = [Source::from("HOSTED"), Source::from(&word), Source::from(word), "HOSTED".parse().expect("any word")];
    assert!(made.iter().all(|made| *made == Source::Hosted));
    assert_eq!(Source::KNOWN_WORDS, [Source::Hosted, Source::Wrapped, Source::Self_]);
    assert_eq!(Source::default(), Source::Unknown(String::new()));
}

#[test]
fn it_reads_like_its_word() {
    assert_eq!(Source::Wrapped.as_str(), "wrapped");
    assert_eq!(format!("{}, {:>6}", Source::Hosted, Source::from("neu")), "HOSTED,    neu");
    assert_eq!(String::from(Source::Hosted) + &String::from(Source::from("neu")), "HOSTEDneu");
    let counts = HashMap::from([(Source::Hosted, 1), (Source::from("neu"), 2)]);
    assert_eq!(counts[&Source::from("neu")], 2);
}
