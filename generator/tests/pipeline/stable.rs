//! Names of types stay when requests are removed or repeated: whoever regenerates must not have to rename.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use fastrand::Rng;
use postman_codegen::config::Config;
use postman_codegen::model::{Api, TypeDef, TypeRef};
use postman_codegen::source::Source;
use postman_codegen::{lower, parse};
use serde_json::Value;

#[test]
#[ignore = "measure"]
fn measure() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = fs::read_to_string(workspace.join("collection.json")).expect("the collection is read");
    let manifest = fs::read_to_string(workspace.join("Cargo.toml")).expect("the manifest is read");
    let config = Config::from_toml(&manifest, &["workspace", "metadata", "regen"]).expect("the configuration is right");
    let document: Value = serde_json::from_str(&text).expect("the collection is JSON");
    let expected = places(&lowered(&document, &config));
    println!("{} places", expected.len());
    let count = requests(&document);
    let mut sums: BTreeMap<String, usize> = BTreeMap::new();
    let mut run = |name: String, document: &Value| {
        let changed = changes(&expected, &places(&lowered(document, &config)));
        if !changed.is_empty() {
            println!("{name}: {} {:?}", changed.values().sum::<usize>(), changed);
        }
        for (change, _) in changed {
            *sums.entry(change).or_default() += 1;
        }
    };
    for index in 0..count {
        run(format!("without {index}"), &kept(&document, &mut |at| at != index));
    }
    for seed in 0..20 {
        let mut rng = Rng::with_seed(seed);
        run(format!("70 % {seed}"), &kept(&document, &mut |_| rng.f64() < 0.7));
        run(format!("30 % {seed}"), &kept(&document, &mut |_| rng.f64() < 0.3));
    }
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    println!("{sums:#?}");
}

fn lowered(document: &Value, config: &Config) -> Api {
    let source = Source::new("collection.json", document.to_string());
    let (collection, _) = parse(&source).expect("the collection is read");
    lower(&collection, config).0
}

fn requests(document: &Value) -> usize {
    let mut count = 0;
    kept(document, &mut |_| {
        count += 1;
        true
    });
    count
}

/// The document with those requests that are kept, by their numbers.
fn kept(document: &Value, keep: &mut impl FnMut(usize) -> bool) -> Value {
    fn walk(items: &Value, next: &mut usize, keep: &mut impl FnMut(usize) -> bool) -> Value {
        let mut left = Vec::new();
        for item in items.as_array().into_iter().flatten() {
            if item["item"].is_array() {
                let mut item = item.clone();
                item["item"] = walk(&item["item"], next, keep);
                left.push(item);
            } else {
                if keep(*next) {
                    left.push(item.clone());
                }
                *next += 1;
            }
        }
        Value::Array(left)
    }
    let mut document = document.clone();
    document["item"] = walk(&document["item"], &mut 0, keep);
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
    }
    found
}

fn walk(api: &Api, ty: &TypeRef, value: &Value, place: String, found: &mut BTreeMap<String, String>) {
    match (ty, value) {
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

fn changes(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> BTreeMap<String, usize> {
    let mut changed: BTreeMap<String, usize> = BTreeMap::new();
    for (place, name) in after {
        match before.get(place) {
            Some(old) if old != name => *changed.entry(format!("{old} -> {name}")).or_default() += 1,
            _ => {}
        }
    }
    for place in before.keys().filter(|place| !after.contains_key(*place)) {
        let _ = place;
    }
    changed
}
