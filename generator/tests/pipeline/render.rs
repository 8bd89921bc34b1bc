//! What the crate of each fixture looks like.

use postman_codegen::render::Tree;

use crate::hostile::code;
use crate::{Fixture, fixtures, is_rust, is_support};

/// The files that a reviewer wants to see of a fixture, one after the other.
#[test]
fn files() {
    insta::glob!("..", "fixtures/pipeline/*.json", |path| {
        let fixture = Fixture::read(path);
        let topic = fixture.name.split('-').next().unwrap_or_default();
        insta::assert_snapshot!(shown(&fixture.generate().tree, topic));
    });
}

#[test]
fn rust_files_are_rust() {
    let broken = all_that(|path, text| {
        let failure = is_rust(path).then(|| syn::parse_file(text).err())??;
        Some(failure.to_string())
    });
    assert!(broken.is_empty(), "{broken:#?}");
}

/// The fixtures' secrets are all the same one.
#[test]
fn secrets_are_in_no_file() {
    let told = all_that(|_, text| {
        let line = text.lines().find(|line| line.contains("hunter2"))?;
        Some(line.trim().to_owned())
    });
    assert!(told.is_empty(), "{told:#?}");
}

/// What stands in bodies and answers is told by no documentation where it may be a secret: by its key, by one around it, or in a URL.
#[test]
fn secrets_of_json_are_in_no_documentation() {
    let generated =
        fixtures().into_iter().find(|fixture| fixture.name == "type-secrets").expect("it is there").generate();
    let sources = generated.tree.iter().filter(|(path, _)| path.starts_with("src/") || path.ends_with(".md"));
    let told = |text: &str| {
        text.lines()
            .find(|line| ["hunter", "answer_to", "8123"].iter().any(|word| line.to_lowercase().contains(word)))
            .map(str::to_owned)
    };
    let told: Vec<String> = sources.filter_map(|(path, text)| Some(format!("{path}: {}", told(text)?))).collect();
    assert!(told.is_empty(), "{told:#?}");
    let def = generated.api.types.iter().find(|def| def.field("callback").is_some()).expect("it has a type");
    assert!(def.field("name").is_some_and(|field| field.example.is_some()), "others are shown");
}

/// Code that rustdoc runs is only what the generator writes: an example for each operation.
#[test]
fn no_stranger_brings_a_doctest() {
    let foreign = all_that(|path, text| {
        let is_checked = path.starts_with("src/") && !is_copied(path) && is_rust(path);
        let complaints = is_checked.then(|| code::complaints(text)).filter(|complaints| !complaints.is_empty());
        Some(complaints?.join("\n"))
    });
    assert!(foreign.is_empty(), "{foreign:#?}");
    for fixture in fixtures() {
        let generated = fixture.generate();
        let sources = generated.tree.iter().filter(|(path, _)| path.starts_with("src/"));
        let examples: usize = sources.map(|(_, text)| text.matches("/// ```no_run").count()).sum();
        assert_eq!(examples, generated.api.root.operations_deep().len(), "{}", fixture.name);
    }
}

/// What is to be said about the files of all crates.
fn all_that(finding: impl Fn(&str, &str) -> Option<String>) -> Vec<String> {
    let mut found = Vec::new();
    for fixture in fixtures() {
        let tree = fixture.generate().tree;
        let files =
            tree.iter().filter_map(|(path, text)| Some(format!("{}: {path}: {}", fixture.name, finding(path, text)?)));
        found.extend(files);
    }
    found
}

fn shown(tree: &Tree, topic: &str) -> String {
    let files = tree.iter().filter(|(path, _)| is_shown(path, topic));
    files.map(|(path, text)| format!("=== {path} ===\n{}\n", without_header(text))).collect()
}

/// The folders' modules always; the rest where it is what the fixture is about. Support code never.
fn is_shown(path: &str, topic: &str) -> bool {
    let Some(source) = path.strip_prefix("src/") else {
        return match path {
            "README.md" => ["docs", "none"].contains(&topic),
            "Cargo.toml" => ["auth", "dynamic", "none", "package"].contains(&topic),
            "docs/manual/retries.md" => topic == "manual",
            _ if path.starts_with("docs/manual/") => false,
            _ if path.starts_with("docs/") => ["docs", "dynamic"].contains(&topic),
            "examples/replay.rs" => ["dynamic", "replay"].contains(&topic),
            _ if path.starts_with("examples/replay") => topic == "dynamic" && !is_copied(path),
            _ if path.starts_with("examples/") => topic == "guide",
            _ => false,
        };
    };
    match source {
        "lib.rs" => ["dynamic", "manual", "none"].contains(&topic),
        "types.rs" | "types/shared.rs" | "uploads.rs" => false,
        "client.rs" => ["auth", "context", "dynamic", "envelope", "environment", "host", "name", "none", "package"]
            .contains(&topic),
        _ if is_copied(path) => false,
        _ if source.starts_with("types/") => ["body", "name", "type"].contains(&topic),
        _ => true,
    }
}

/// Whether a file is one of hand-written code.
fn is_copied(path: &str) -> bool {
    let makers = path.contains("/dynamic/") && !path.ends_with("/mod.rs");
    let pages = ["src/next_page.rs", "src/paging.rs"].contains(&path);
    is_support(path) || path.ends_with("/harness.rs") || makers || pages
}

/// The text without the lines that every file begins with.
fn without_header(text: &str) -> &str {
    text.split_once("\n\n").map_or(text, |(_, rest)| rest)
}
