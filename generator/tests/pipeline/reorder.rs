//! The order of a document decides nothing about names.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use fastrand::Rng;
use postman_codegen::config::Config;
use postman_codegen::model::{Api, Folder};
use postman_codegen::source::Source;
use postman_codegen::{lower, parse};
use serde_json::Value;

/// How many orders are tried. They are the same in every run; a failure names the seed of its order.
const ORDERS: u64 = 5;

#[test]
fn order_decides_nothing_about_names() {
    let (document, config) = collection();
    let expected = names(&lowered(&document, &config));
    for seed in 0..ORDERS {
        let mut shuffled = document.clone();
        shuffle(&mut shuffled["item"], &mut Rng::with_seed(seed));
        assert_eq!(difference(&expected, &names(&lowered(&shuffled, &config))), Vec::<String>::new(), "seed {seed}");
    }
}

/// The workspace's own collection, and its configuration.
pub(super) fn collection() -> (Value, Config) {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = fs::read_to_string(workspace.join("collection.json")).expect("the collection is read");
    let manifest = fs::read_to_string(workspace.join("Cargo.toml")).expect("the manifest is read");
    let config = Config::from_toml(&manifest, &["workspace", "metadata", "regen"]).expect("the configuration is right");
    (serde_json::from_str(&text).expect("the collection is JSON"), config)
}

pub(super) fn lowered(document: &Value, config: &Config) -> Api {
    let source = Source::new("collection.json", document.to_string());
    let (collection, _) = parse(&source).expect("the collection is read");
    lower(&collection, config).0
}

/// Changes the order of the requests and folders of a list, and of all lists in it.
fn shuffle(items: &mut Value, rng: &mut Rng) {
    if let Value::Array(items) = items {
        rng.shuffle(items);
        items.iter_mut().for_each(|item| shuffle(&mut item["item"], rng));
    }
}

/// Every name that users see, by what it is the name of.
fn names(api: &Api) -> BTreeMap<String, Vec<String>> {
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (folder, operation) in api.root.operations_deep() {
        let body = operation.body.as_ref().map(|body| format!("{:?}", body.media_type));
        let name = format!("{} {} -> {:?} {body:?}", operation.name, operation.builder, operation.success.ty);
        names.entry(format!("{} / {}", place(folder), operation.title)).or_default().push(name);
    }
    for def in &api.types {
        let fields = def.fields().iter().map(|field| format!("{} {:?}", field.name, field.ty)).collect();
        names.insert(format!("type {:?} {}", def.module, def.name), fields);
    }
    for name in names.values_mut() {
        name.sort();
    }
    names
}

fn place(folder: &Folder) -> String {
    folder.path.iter().map(|module| module.plain()).collect::<Vec<_>>().join("::")
}

fn difference(a: &BTreeMap<String, Vec<String>>, b: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let lost =
        a.iter().filter(|(key, value)| b.get(*key) != Some(*value)).map(|(key, value)| format!("- {key}: {value:?}"));
    let new =
        b.iter().filter(|(key, value)| a.get(*key) != Some(*value)).map(|(key, value)| format!("+ {key}: {value:?}"));
    lost.chain(new).collect()
}
