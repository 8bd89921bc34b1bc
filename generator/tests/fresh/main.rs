//! The crate that is checked in: it is what the generator makes of the collection, and it is fit to be read.

mod samples;
mod secrets;

use std::path::Path;
use std::sync::OnceLock;

use postman_codegen::config::Config;
use postman_codegen::render::MARK;
use postman_codegen::source::Source;
use postman_codegen::{Generated, generate, write};

/// The command that makes the crate again.
const COMMAND: &str = "cargo xtask regen";

/// No file is longer.
const MAX_LINES: usize = 3000;

#[test]
fn the_crate_is_what_the_generator_makes_of_the_collection() {
    let generated = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated");
    let plan = write::plan(&crate_of_the_workspace().tree, &generated, MARK)
        .unwrap_or_else(|error| panic!("`generated/` cannot be compared: {error}"));
    let report = plan.report();
    let lists = [("create", &report.created), ("update", &report.updated), ("remove", &report.removed)];
    let files: Vec<_> =
        lists.iter().flat_map(|(verb, paths)| paths.iter().map(move |path| format!("  {verb} {path}\n"))).collect();
    assert!(plan.is_fresh(), "`generated/` is stale:\n{}run: {COMMAND}", files.concat());
}

#[test]
fn generating_twice_gives_the_same_bytes() {
    let (first, second) = (crate_of_the_workspace(), generate_again());
    let differing: Vec<_> =
        first.tree.iter().filter(|(path, text)| second.tree.get(path) != Some(text)).map(|(path, _)| path).collect();
    assert!(differing.is_empty(), "these files differ: {differing:?}");
    assert_eq!(first.tree.len(), second.tree.len());
}

#[test]
fn every_file_begins_with_the_mark_and_the_command() {
    for (path, text) in crate_of_the_workspace().tree.iter() {
        let first = text.lines().next().unwrap_or_default();
        assert!(first.contains(MARK) && first.contains(COMMAND), "{path} begins with {first:?}");
    }
}

#[test]
fn no_file_is_too_long_to_be_read() {
    let tree = &crate_of_the_workspace().tree;
    let lengths = tree.iter().map(|(path, text)| (path, text.lines().count()));
    let long: Vec<_> = lengths.filter(|(_, lines)| *lines > MAX_LINES).collect();
    assert!(long.is_empty(), "these files have more than {MAX_LINES} lines: {long:?}");
}

/// What the generator makes with the workspace's configuration.
fn crate_of_the_workspace() -> &'static Generated {
    static GENERATED: OnceLock<Generated> = OnceLock::new();
    GENERATED.get_or_init(generate_again)
}

fn generate_again() -> Generated {
    let manifest = include_str!("../../../Cargo.toml");
    let config = Config::from_toml(manifest, &["workspace", "metadata", "regen"]).expect("a configuration");
    let config = Config { command: COMMAND.to_owned(), ..config };
    let source = Source::new("collection.json", include_str!("../../../collection.json"));
    generate(&source, &config).expect("a crate")
}
