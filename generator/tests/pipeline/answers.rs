//! Types of bodies and answers that are made at random, of keys that mean something to inference.
//!
//! A run of the tests tries few. `FUZZ_SECONDS=600 cargo test -p postman-codegen --test pipeline answers` goes on for so long.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use fastrand::Rng;
use postman_codegen::config::Config;
use postman_codegen::known::KnownNames;
use postman_codegen::model::{Api, TypeDef, TypeKind, TypeRef};
use postman_codegen::proof::prove;
use rayon::prelude::*;
use serde_json::{Map, Value, json};

use super::fuzz::number;
use super::reorder::lowered;
use super::stable::{UNTYPED, places, renamed};

/// How many collections a run of the tests tries.
const FEW: u64 = 400;
/// How many of them at least say something about requests that come and go.
const LEAST: usize = 100;
/// How deep values are nested.
const DEPTH: usize = 4;

/// Names of things, of lists of them, of what goes along, and keys that are data; few with variables, since nothing in such an object
/// has a type.
const KEYS: &[&str] = &[
    "1",
    "22",
    "2024-01-01",
    "EUR",
    "USD",
    "a_b",
    "aB",
    "children",
    "concept",
    "concepts",
    "count",
    "created_at",
    "data",
    "entries",
    "error",
    "errors",
    "filter",
    "id",
    "input",
    "input_template",
    "items",
    "meta",
    "metadata",
    "model",
    "model_version",
    "models",
    "name",
    "node",
    "owner",
    "parent",
    "price",
    "self",
    "shared",
    "state",
    "status",
    "subject_concept",
    "tags",
    "type",
    "unit",
    "url",
    "user",
    "users",
    "value",
    "values",
    "version",
];
const PATHS: &[&str] =
    &["models", "models/{{id}}", "users", "users/:id", "things", "things/{{id}}/parts", "jobs/status", "shared"];
const TITLES: &[&str] = &["List models", "Get thing", "Create", "Update user", "Do it"];

#[test]
fn types_are_right_and_stay() {
    let seconds = number("FUZZ_SECONDS").unwrap_or_default();
    let (start, first) = (Instant::now(), number("FUZZ_SEED").unwrap_or_default());
    let mut seed = first;
    loop {
        let found: Vec<Result<Looked, String>> = (seed..seed + FEW).into_par_iter().map(look).collect();
        let complaints: Vec<&String> = found.iter().filter_map(|found| found.as_ref().err()).collect();
        let shown: Vec<&str> = complaints.iter().map(|complaint| complaint.as_str()).collect();
        assert!(complaints.is_empty(), "{} of {FEW}:\n{}", complaints.len(), shown.join("\n\n"));
        let whole = found.iter().filter(|found| matches!(found, Ok(Looked::AtAll))).count();
        assert!(whole >= LEAST, "only {whole} say anything about requests that come and go");
        seed += FEW;
        if start.elapsed() >= Duration::from_secs(seconds) {
            break;
        }
    }
    println!("{} collections from seed {first} on", seed - first);
}

/// How much was looked at.
enum Looked {
    AtAll,
    /// Not at requests that come and go. What stands where anything may stand is known by no name, and yet is evidence of others.
    AtNamesOnly,
}

/// Looks at the types of the collection of a seed, or tells what is wrong with them.
fn look(seed: u64) -> Result<Looked, String> {
    let mut rng = Rng::with_seed(seed);
    let requests = requests(&mut rng);
    let document = |requests: &[Value]| json!({ "info": { "name": "Random" }, "item": requests });
    let told = || format!("seed {seed}: {}", document(&requests));
    let config = Config::default();
    let api = lowered(&document(&requests), &config);

    if let Some(failure) = prove(&api).failures.first() {
        return Err(format!("{} is not held: {}, in {}", failure.example.pointer, failure.loss, told()));
    }
    let endless = endless(&api);
    if !endless.is_empty() {
        return Err(format!("values of {endless:?} have no end, in {}", told()));
    }

    let names = KnownNames::of(&api);
    let mut shuffled = requests.clone();
    rng.shuffle(&mut shuffled);
    let other = KnownNames::of(&lowered(&document(&shuffled), &config));
    if other != names {
        return Err(format!("order decides: {}, in {}", difference(&names, &other), told()));
    }

    let known = Config { known: names.clone(), ..config };
    let again = lowered(&document(&requests), &known);
    if KnownNames::of(&again) != names || again.types != api.types {
        let difference = difference(&names, &KnownNames::of(&again));
        return Err(format!("what is known changes: {difference}, in {}", told()));
    }

    let mut left = shuffled.clone();
    left.retain(|_| rng.bool());
    let part = lowered(&document(&left), &known);
    let of_part = KnownNames::of(&part);
    let again = lowered(&document(&left), &Config { known: of_part.clone(), ..Config::default() });
    if KnownNames::of(&again) != of_part || again.types != part.types {
        let difference = difference(&of_part, &KnownNames::of(&again));
        return Err(format!("what is left changes: {difference}, of {}", told()));
    }
    let before = places(&api);
    if before.keys().any(|place| place.ends_with(UNTYPED)) {
        return Ok(Looked::AtNamesOnly);
    }
    let gone = renamed(&before, &places(&part)).into_iter().map(owned).collect::<BTreeSet<_>>();
    if !gone.is_empty() {
        return Err(format!("removals rename {gone:?}: {} is left, of {}", document(&left), told()));
    }
    // The other way: the part is known, and the others come.
    let alone = lowered(&document(&left), &Config::default());
    let known = Config { known: KnownNames::of(&alone), ..Config::default() };
    let before = places(&alone);
    let come = renamed(&before, &places(&lowered(&document(&shuffled), &known)))
        .into_iter()
        .map(owned)
        .collect::<BTreeSet<_>>();
    if !come.is_empty() {
        return Err(format!("additions rename {come:?}: {} was there, of {}", document(&left), told()));
    }
    Ok(Looked::AtAll)
}

fn owned((old, new): (&str, &str)) -> (String, String) {
    (old.to_owned(), new.to_owned())
}

/// The lines that only one of two has.
fn difference(before: &KnownNames, after: &KnownNames) -> String {
    let (before, after) = (before.to_toml(), after.to_toml());
    let only = |a: &str, b: &str| {
        a.lines().filter(|line| b.lines().all(|other| other != *line)).collect::<Vec<_>>().join(", ")
    };
    format!("{} instead of {}", only(&after, &before), only(&before, &after))
}

fn requests(rng: &mut Rng) -> Vec<Value> {
    let request = |rng: &mut Rng, number: usize| {
        let method = *rng.choice(&["GET", "GET", "POST", "PUT"]).expect("there are some");
        let answers: Vec<Value> = (0..rng.usize(..4)).map(|_| answer(rng)).collect();
        let mut request = json!({
            "method": method,
            "url": format!("https://api.test/{}", rng.choice(PATHS).expect("there are some")),
        });
        if method != "GET" {
            request["body"] = json!({ "mode": "raw", "raw": object(rng, DEPTH - 1).to_string() });
        }
        // A title tells requests apart when some are gone.
        let title = format!("{} {number}", rng.choice(TITLES).expect("there are some"));
        json!({ "name": title, "request": request, "response": answers })
    };
    (0..rng.usize(2..8)).map(|number| request(rng, number)).collect()
}

fn answer(rng: &mut Rng) -> Value {
    let code = *rng.choice(&[200, 200, 201, 404, 500]).expect("there are some");
    let body = if rng.u8(..3) == 0 { value(rng, DEPTH) } else { object(rng, DEPTH) };
    let header = json!([{ "key": "Content-Type", "value": "application/json" }]);
    json!({ "name": "A", "code": code, "header": header, "body": body.to_string() })
}

fn value(rng: &mut Rng, depth: usize) -> Value {
    match rng.u8(..20) {
        0..4 if depth > 0 => (0..rng.usize(..4)).map(|_| element(rng, depth - 1)).collect(),
        4..11 if depth > 0 => object(rng, depth - 1),
        _ => scalar(rng),
    }
}

/// What stands in a list: rarely a list, since what one holds beside other kinds has no type.
fn element(rng: &mut Rng, depth: usize) -> Value {
    match rng.u8(..20) {
        0 => value(rng, depth),
        1..10 => object(rng, depth),
        _ => scalar(rng),
    }
}

fn object(rng: &mut Rng, depth: usize) -> Value {
    let members: Map<String, Value> = (0..rng.usize(..6))
        .map(|_| ((*rng.choice(KEYS).expect("there are some")).to_owned(), value(rng, depth)))
        .collect();
    Value::Object(members)
}

fn scalar(rng: &mut Rng) -> Value {
    let all = [
        json!(0),
        json!(-3),
        json!(1.5),
        json!(u64::MAX),
        json!(true),
        Value::Null,
        json!(""),
        json!("some text"),
        json!("ACTIVE"),
        json!("ON_HOLD"),
        json!("RED_X"),
        json!("open"),
        json!("closed"),
        json!("2026-01-10T09:30:00Z"),
        json!("https://api.test/x"),
        json!("{{value}}"),
        json!("<integer>"),
        json!([]),
        json!({}),
    ];
    rng.choice(all).expect("there are some")
}

/// Types that hold themselves without anything between: a value of them would have no end.
fn endless(api: &Api) -> Vec<String> {
    let held = |def: &TypeDef| -> Vec<String> {
        let of = |ty: &TypeRef| match ty {
            TypeRef::Named(name) => Some(name.to_string()),
            TypeRef::Nullable(inner) => {
                inner.named().filter(|_| matches!(**inner, TypeRef::Named(_))).map(ToString::to_string)
            }
            _ => None,
        };
        match &def.kind {
            TypeKind::Struct(fields) => {
                fields.iter().filter(|field| !field.boxed).filter_map(|field| of(&field.ty)).collect()
            }
            TypeKind::Union(cases) => cases.iter().filter_map(|case| of(&case.ty)).collect(),
            TypeKind::Enum(_) => Vec::new(),
        }
    };
    let mut left: Vec<(String, Vec<String>)> = api.types.iter().map(|def| (def.name.to_string(), held(def))).collect();
    loop {
        let before = left.len();
        let names: BTreeSet<String> = left.iter().map(|(name, _)| name.clone()).collect();
        left.retain(|(_, held)| held.iter().any(|name| names.contains(name)));
        if left.len() == before {
            return left.into_iter().map(|(name, _)| name).collect();
        }
    }
}
