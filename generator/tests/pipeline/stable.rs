//! Names of types stay when requests are removed or repeated: whoever makes the crate again must not have to rename anything.

use std::collections::{BTreeMap, BTreeSet};

use fastrand::Rng;
use postman_codegen::config::Config;
use postman_codegen::known::KnownNames;
use postman_codegen::model::{Api, TypeDef, TypeKind, TypeRef};
use postman_codegen::postman::Collection;
use postman_codegen::proof::prove;
use postman_codegen::{lower, parse};
use serde_json::{Value, json};

use super::proof::collections;
use super::reorder::{collection, lowered};
use super::{Fixture, fixtures};

/// Of how many requests one is removed alone; with the large removals, each goes at least once.
const STEP: usize = 40;
/// How often many requests are removed at once, of a hundred so many.
const REMOVALS: [(u64, f64); 4] = [(0, 0.1), (1, 0.3), (2, 0.5), (3, 0.8)];

#[test]
fn removing_requests_renames_no_type() {
    let (document, config) = collection();
    let before = lowered(&document, &config);
    let config = Config { known: KnownNames::of(&before), ..config };
    let expected = places(&before);
    let total = requests(&document);
    assert!(total > 0 && !expected.is_empty());
    let one = (0..total).step_by(STEP).map(|index| (format!("without request {index}"), BTreeSet::from([index])));
    let many = REMOVALS.into_iter().map(|(seed, part)| {
        let mut rng = Rng::with_seed(seed);
        (format!("seed {seed}"), (0..total).filter(|_| rng.f64() < part).collect::<BTreeSet<usize>>())
    });
    for (name, removed) in one.chain(many) {
        let left = places(&lowered(&edited(&document, &mut |at| usize::from(!removed.contains(&at))), &config));
        assert!(!left.is_empty(), "{name}");
        assert_eq!(renamed(&expected, &left), BTreeSet::new(), "{name}");
    }
}

#[test]
fn repeating_requests_renames_no_type() {
    let (document, config) = collection();
    let expected = places(&lowered(&document, &config));
    for seed in 0..3 {
        let mut rng = Rng::with_seed(seed);
        let repeated = edited(&document, &mut |_| rng.usize(1..4));
        // Nothing is remembered here: how often something is shown decides nothing.
        assert_eq!(renamed(&expected, &places(&lowered(&repeated, &config))), BTreeSet::new(), "seed {seed}");
    }
}

#[test]
fn making_a_crate_again_changes_no_name() {
    for Fixture { name, source, config, .. } in fixtures() {
        if let Ok((collection, _)) = parse(&source) {
            again(&name, &collection, config);
        }
    }
    for (name, collection) in collections() {
        again(&name, &collection, Config::default());
    }
}

/// Makes it twice more, each time with the names of the time before.
fn again(name: &str, collection: &Collection, mut config: Config) {
    let api = lower(collection, &config).0;
    config.known = KnownNames::of(&api);
    for _ in 0..2 {
        let next = lower(collection, &config).0;
        assert_eq!(KnownNames::of(&next).to_toml(), config.known.to_toml(), "{name}");
        assert!(next.types == api.types, "types of {name} are others, with the same names");
    }
}

/// Somebody may have changed the file: what it says then may lead round in circles, and to names that are none.
#[test]
fn a_lock_that_makes_no_sense_does_no_harm() {
    let answer = json!({ "a": 1, "1": [{ "b": [[{ "c": "ON_HOLD" }], 2] }, 3] }).to_string();
    let header = json!([{ "key": "Content-Type", "value": "application/json" }]);
    let document = json!({
        "info": { "name": "Locked" },
        "item": [{
            "name": "Get x",
            "request": { "method": "GET", "url": "https://api.test/x" },
            "response": [{ "name": "A", "code": 200, "header": header, "body": answer }],
        }],
    });
    let place = "GET /x response";
    for [body, first, second] in [
        ["U", "Vec<V>", "Vec<U>"],
        ["U", "V", "U"],
        ["Map<U>", "Map<Map<V>>", "Map<U>"],
        ["r#type", "Vec<Mod>", "\u{202e}"],
        ["Vec<Vec<Vec<U>>>", "U", "Vec<>"],
        ["Self", "Map<", "_"],
    ] {
        let mut known = KnownNames::default();
        known.bodies.insert(place.to_owned(), body.to_owned());
        for union in ["U", "V"] {
            known.unions.insert(union.to_owned());
            known.fields.insert(format!("{union}.List"), first.to_owned());
            known.fields.insert(format!("{union}.Object"), second.to_owned());
        }
        for key in ["1", "a", "b", "c"] {
            known.fields.insert(format!("{body}.{key}"), first.to_owned());
            known.fields.insert(format!("{second}.{key}"), body.to_owned());
        }
        let api = lowered(&document, &Config { known, ..Config::default() });
        assert!(prove(&api).failures.is_empty(), "{body} {first} {second}");
    }
}

#[test]
fn adding_requests_renames_no_type() {
    let (document, config) = collection();
    let part = lowered(&edited(&document, &mut |at| usize::from(at % 2 == 0)), &config);
    let known = Config { known: KnownNames::of(&part), ..config };
    assert_eq!(renamed(&places(&part), &places(&lowered(&document, &known))), BTreeSet::new());
}

fn requests(document: &Value) -> usize {
    let mut count = 0;
    edited(document, &mut |_| {
        count += 1;
        1
    });
    count
}

/// The document with so many of each request, by their numbers.
fn edited(document: &Value, copies: &mut impl FnMut(usize) -> usize) -> Value {
    fn walk(items: &Value, next: &mut usize, copies: &mut impl FnMut(usize) -> usize) -> Value {
        let mut left = Vec::new();
        for item in items.as_array().into_iter().flatten() {
            if item["item"].is_array() {
                let mut item = item.clone();
                item["item"] = walk(&item["item"], next, copies);
                left.push(item);
            } else {
                left.extend(std::iter::repeat_n(item.clone(), copies(*next)));
                *next += 1;
            }
        }
        Value::Array(left)
    }
    let mut document = document.clone();
    document["item"] = walk(&document["item"], &mut 0, copies);
    document
}

/// How places end that have objects in them of which no type says anything.
pub(super) const UNTYPED: &str = " without a type";

/// The name of the type at each place of each example, by what stands there.
pub(super) fn places(api: &Api) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (folder, operation) in api.root.operations_deep() {
        let path = folder.path.iter().map(|module| module.plain()).collect::<Vec<_>>().join("::");
        let place = format!("{path}::{}", operation.title);
        if let Some((ty, value)) = operation.body.as_ref().and_then(|body| body.kind.json()) {
            walk(api, ty, value, format!("{place} body"), &mut found);
        }
        for (index, example) in operation.success.examples.iter().enumerate() {
            walk(api, &operation.success.ty, &example.value, format!("{place} answer {index} "), &mut found);
        }
        for failure in &operation.failures {
            for example in &failure.examples {
                walk(api, &failure.ty, &example.value, format!("{place} {} ", failure.status), &mut found);
            }
        }
    }
    found
}

fn walk(api: &Api, ty: &TypeRef, value: &Value, place: String, found: &mut BTreeMap<String, String>) {
    match (ty, value) {
        (TypeRef::Nullable(inner), value) => walk(api, inner, value, place, found),
        (TypeRef::List(inner), Value::Array(elements)) => {
            for (index, element) in elements.iter().enumerate() {
                walk(api, inner, element, format!("{place}/{index}"), found);
            }
        }
        (TypeRef::Map(inner), Value::Object(members)) => {
            for (key, member) in members {
                walk(api, inner, member, format!("{place}/{key}"), found);
            }
        }
        (TypeRef::Named(name), value) => {
            let def = TypeDef::find(&api.types, name).expect("it is defined");
            if let TypeKind::Union(cases) = &def.kind {
                found.insert(format!("{place} of several kinds"), name.to_string());
                let case = cases.iter().find(|case| holds(&case.ty, value));
                return walk(api, case.map_or(&TypeRef::Value, |case| &case.ty), value, place, found);
            }
            found.insert(place.clone(), name.to_string());
            for (key, member) in value.as_object().into_iter().flatten() {
                if let Some(field) = def.field(key) {
                    walk(api, &field.ty, member, format!("{place}/{key}"), found);
                }
            }
        }
        // No type says what is in there.
        (_, Value::Object(members)) if !members.is_empty() => drop(found.insert(place + UNTYPED, String::new())),
        (_, Value::Array(elements)) => {
            elements.iter().for_each(|element| walk(api, &TypeRef::Value, element, place.clone(), found));
        }
        _ => {}
    }
}

/// Whether a value is of the kind that a case of a union has objects or lists for.
fn holds(ty: &TypeRef, value: &Value) -> bool {
    match ty {
        TypeRef::List(_) => value.is_array(),
        TypeRef::Named(_) | TypeRef::Map(_) => value.is_object(),
        _ => false,
    }
}

/// The names that are others now, of places that are still there.
pub(super) fn renamed<'a>(
    before: &'a BTreeMap<String, String>,
    after: &'a BTreeMap<String, String>,
) -> BTreeSet<(&'a str, &'a str)> {
    let both = after.iter().filter_map(|(place, name)| Some((before.get(place)?.as_str(), name.as_str())));
    both.filter(|(old, new)| old != new).collect()
}
