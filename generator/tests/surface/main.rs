//! What users of the generated Clarifai crate see: every public item on a line, so that a change of the API shows as a few.
//!
//! One snapshot for each top-level module, and one for each module of types. What is read is the rendered source, so the
//! methods that macros give are listed once, with the macro.
//!
//! Left out is what follows from a field: of the types of bodies and answers, `new()` and the setters of their fields.
//!
//! And what `cargo xtask types` says of the types.

mod code;
mod exports;
mod lines;
mod source;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use postman_codegen::config::Config;
use postman_codegen::report::report;
use postman_codegen::source::Source;
use postman_codegen::{Generated, generate};

const KRATE: &str = "clarifai";
/// How many lines of a snapshot people can be asked to read.
const READABLE: usize = 3000;

#[test]
fn public_items() {
    let crate_source = source::read(&clarifai().tree);
    let exports = exports::find(&crate_source);
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (module, line) in lines::all(&crate_source, &exports, KRATE) {
        groups.entry(group(&module)).or_default().push(line);
    }
    for (group, mut lines) in groups {
        lines.sort_by_cached_key(|line| (line.find(KRATE).map(|start| line[start..].to_owned()), line.clone()));
        assert!(lines.len() < READABLE, "{group} has {} lines", lines.len());
        insta::assert_snapshot!(group, lines.join("\n"));
    }
}

/// What a new version of the collection or of the inference does to the types.
#[test]
fn types() {
    let text = report(&clarifai().api).text();
    let lines = text.lines().count();
    assert!(lines < READABLE, "the report has {lines} lines");
    insta::assert_snapshot!("types", text);
}

/// The snapshot of the items of a module.
fn group(module: &[String]) -> String {
    match module {
        [] => "crate".to_owned(),
        [types, inner, ..] if types == "types" => format!("types-{inner}"),
        [top, ..] => top.clone(),
    }
}

fn clarifai() -> Generated {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read = |name: &str| fs::read_to_string(workspace.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let config = Config::from_toml(&read("Cargo.toml"), &["workspace", "metadata", "regen"]);
    let source = Source::new("collection.json", read("collection.json"));
    generate(&source, &config.expect("the configuration is right")).expect("the crate is rendered")
}
