//! Whatever a collection holds, a crate comes of it: fixtures with parts exchanged, dropped, doubled and shuffled.

use fastrand::Rng;
use postman_codegen::source::Source;
use postman_codegen::{lower_with, parse};
use serde_json::{Map, Value, json};

use crate::{Fixture, fixtures, is_rust, is_support};

/// How many mutants each fixture has. They are the same in every run; a failure names the seed of its mutant.
const MUTANTS: usize = 10;
/// Of so many mutants one is rendered, which takes far longer than the rest.
const RENDERED: u64 = 10;
/// How many parts of a mutant differ from its fixture, at most.
const MUTATIONS: usize = 6;

#[test]
fn every_mutant_becomes_a_crate() {
    let mut seeds = 0..;
    for fixture in fixtures() {
        for seed in seeds.by_ref().take(MUTANTS) {
            let document: Value = serde_json::from_str(fixture.source.text()).expect("the fixture is JSON");
            let mutant = mutated(document, &mut Rng::with_seed(seed));
            let mutant = Source::new(format!("{}, seed {seed}", fixture.name), mutant.to_string());
            assert_model(&fixture, &mutant);
            if seed.is_multiple_of(RENDERED) {
                assert_crate(&fixture, &mutant);
            }
        }
    }
}

/// It has a model, always the same one, unless it is no collection any more.
fn assert_model(fixture: &Fixture, mutant: &Source) {
    if let Ok((collection, _)) = parse(mutant) {
        let model = || lower_with(&collection, &fixture.environments, &fixture.config);
        assert!(model() == model(), "not the same twice: {}", place(mutant));
    }
}

/// How the codes of errors end that are about the configuration.
const DECISIONS: &[&str] = &["-override", "-pagination"];

/// Its files are Rust, unless it is no collection any more, or not the one that is decided about.
fn assert_crate(fixture: &Fixture, mutant: &Source) {
    if parse(mutant).is_err() {
        return;
    }
    let generated = match fixture.generate_from(mutant) {
        Err(errors) if errors.iter().all(|error| DECISIONS.iter().any(|end| error.code.ends_with(end))) => return,
        generated => generated.unwrap_or_else(|error| panic!("{error:?}: {}", place(mutant))),
    };
    for (path, text) in generated.tree.iter().filter(|(path, _)| is_rust(path) && !is_support(path)) {
        if let Err(error) = syn::parse_file(text) {
            panic!("{path}: {error}: {}", place(mutant));
        }
    }
}

fn place(mutant: &Source) -> String {
    format!("{}: {}", mutant.name(), mutant.text())
}

pub(crate) fn mutated(mut document: Value, rng: &mut Rng) -> Value {
    for _ in 0..rng.usize(1..=MUTATIONS) {
        let mut places = Vec::new();
        pointers(&document, String::new(), &mut places);
        let place = rng.choice(&places).cloned().unwrap_or_default();
        if let Some(value) = document.pointer_mut(&place) {
            mutate(value, rng);
        }
    }
    document
}

fn mutate(value: &mut Value, rng: &mut Rng) {
    match value {
        Value::Array(elements) if !elements.is_empty() && rng.bool() => match rng.u8(..3) {
            0 => rng.shuffle(elements),
            1 => drop(elements.remove(rng.usize(..elements.len()))),
            _ => elements.push(elements[rng.usize(..elements.len())].clone()),
        },
        Value::Object(members) if !members.is_empty() && rng.bool() => {
            let keys: Vec<String> = members.keys().cloned().collect();
            let key = &keys[rng.usize(..keys.len())];
            match rng.u8(..3) {
                0 => *members = shuffled(members, rng),
                1 => drop(members.shift_remove(key)),
                _ => drop(members.insert(odd_text(rng), members[key].clone())),
            }
        }
        other => *other = odd_value(rng),
    }
}

fn shuffled(members: &Map<String, Value>, rng: &mut Rng) -> Map<String, Value> {
    let mut pairs: Vec<_> = members.clone().into_iter().collect();
    rng.shuffle(&mut pairs);
    pairs.into_iter().collect()
}

fn odd_value(rng: &mut Rng) -> Value {
    match rng.u8(..8) {
        0 => Value::Null,
        1 => json!(rng.bool()),
        2 => json!(rng.i64(..)),
        3 => json!([]),
        4 => json!({}),
        5 => json!([[odd_text(rng)], {"key": odd_text(rng), "value": odd_text(rng)}]),
        _ => json!(odd_text(rng)),
    }
}

pub(crate) fn odd_text(rng: &mut Rng) -> String {
    const TEXTS: &[&str] = &[
        "",
        " ",
        "\u{0}",
        "\u{1b}[31m",
        "\u{202e}x",
        "🚂",
        "é",
        "a\nb",
        "a\r\nb",
        "{{",
        "}}",
        "{{}}",
        "{{x}}",
        "{{x}}{{y}}",
        "{",
        "}",
        "{x}",
        "\"",
        "'",
        "\\",
        "`",
        "```",
        "*/",
        "//",
        "#",
        "\"#",
        "r#",
        "$",
        "%",
        "%zz",
        "%2e%2e",
        "..",
        ".",
        "/",
        "//x",
        ":",
        ":x",
        "?",
        "&",
        "=",
        "<",
        ">",
        "<script>",
        "-->",
        "[x]",
        "[x](y)",
        "|",
        "1",
        "-0",
        "1e999",
        "007",
        "self",
        "Self",
        "crate",
        "super",
        "_",
        "__",
        "type",
        "async",
        "r#type",
        "fn",
        "new",
        "clone",
        "client",
        "types",
        "support",
        "mod",
        "lib",
        "main",
        "con",
        "noauth",
        "basic",
        "bearer",
        "raw",
        "urlencoded",
        "GET",
        "get it",
        "{}",
        "[]",
        "{\"a\": 1}",
        "[{\"a\": [1, \"x\", null]}]",
        "https://y.test",
        "https://",
        "://",
        "{{x}}://{{y}}:{{z}}",
        "x:99999",
        "\u{7f}",
        "\u{feff}",
        "ﬁ",
        "ß",
        "İ",
        "Ⅷ",
        "x y",
        "x-y",
        "x_y",
        "xY",
    ];
    match rng.u8(..10) {
        0 => "long ".repeat(99),
        _ => rng.choice(TEXTS).copied().unwrap_or_default().to_owned(),
    }
}

fn pointers(value: &Value, pointer: String, found: &mut Vec<String>) {
    let members = value.as_object().into_iter().flatten().map(|(key, value)| (key.clone(), value));
    let elements = value.as_array().into_iter().flatten().enumerate();
    for (token, value) in members.chain(elements.map(|(index, value)| (index.to_string(), value))) {
        let token = token.replace('~', "~0").replace('/', "~1");
        pointers(value, format!("{pointer}/{token}"), found);
    }
    found.push(pointer);
}
