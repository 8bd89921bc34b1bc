//! Names of types stay when requests are removed or repeated: whoever makes the crate again must not have to rename anything.

use std::collections::{BTreeMap, BTreeSet};

use fastrand::Rng;
use postman_codegen::config::Config;
use postman_codegen::known::KnownNames;
use postman_codegen::model::{Api, TypeDef, TypeRef};
use serde_json::Value;

use super::reorder::{collection, lowered};

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

/// The name of the type at each place of each example, by what stands there.
fn places(api: &Api) -> BTreeMap<String, String> {
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
            found.insert(place.clone(), name.to_string());
            let def = TypeDef::find(&api.types, name).expect("it is defined");
            for (key, member) in value.as_object().into_iter().flatten() {
                if let Some(field) = def.field(key) {
                    walk(api, &field.ty, member, format!("{place}/{key}"), found);
                }
            }
        }
        _ => {}
    }
}

/// The names that are others now, of places that are still there.
fn renamed<'a>(
    before: &'a BTreeMap<String, String>,
    after: &'a BTreeMap<String, String>,
) -> BTreeSet<(&'a str, &'a str)> {
    let both = after.iter().filter_map(|(place, name)| Some((before.get(place)?.as_str(), name.as_str())));
    both.filter(|(old, new)| old != new).collect()
}
