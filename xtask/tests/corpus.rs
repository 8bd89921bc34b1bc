//! `corpus` from outside, without compiling what it makes: status, table, reports, and what is on the disk then.

#![allow(clippy::disallowed_methods, reason = "the folders under test are made by hand")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

fn collection(name: &str, more: &str) -> String {
    format!(
        r#"{{
            "info": {{"name": "{name}", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}},
            "item": [{{"name": "Get Thing", "request": {{"method": "GET", "url": "https://api.example.com/things"{more}}}}}]
        }}"#
    )
}

/// A folder with collections.
struct Corpus(TempDir);

impl Corpus {
    /// Two that are well, though one has a finding.
    fn new() -> Self {
        let corpus = Self(tempfile::tempdir().expect("a folder"));
        corpus.add("Trains (v1).json", &collection("Trains", ""));
        corpus.add("boats.json", &collection("Boats", r#", "body": {"mode": "odd"}"#));
        corpus.add("notes.txt", "no collection");
        corpus
    }

    fn add(&self, file: &str, text: &str) {
        fs::create_dir_all(self.path("in")).expect("a folder");
        fs::write(self.path("in").join(file), text).expect("a file");
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, options: &[&str]) -> Output {
        let mut xtask = Command::new(env!("CARGO_BIN_EXE_xtask"));
        xtask.args(["corpus", "in", "--no-compile", "--out", "out"]).args(options).current_dir(&self.0);
        xtask.env_remove("POSTMAN_WIRE").output().expect("the program runs")
    }
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).expect("a report")).expect("JSON")
}

#[test]
fn every_collection_becomes_a_crate_in_one_workspace() {
    let corpus = Corpus::new();
    let output = corpus.run(&[]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(stderr(&output), "");
    let told = stdout(&output);
    assert!(told.starts_with("read             2 of 2 collections in in\n"), "{told}");
    assert!(told.contains("generated        2 crates with 2 requests, 0 panics\n"), "{told}");
    assert!(told.contains("unknown-body-mode"), "{told}");
    for package in ["corpus-trains-v1", "corpus-boats"] {
        let manifest =
            fs::read_to_string(corpus.path("out/crates").join(package).join("Cargo.toml")).expect("a manifest");
        assert!(manifest.contains(&format!("name = \"{package}\"")), "{manifest}");
    }
    let workspace = fs::read_to_string(corpus.path("out/Cargo.toml")).expect("a manifest");
    assert!(workspace.contains("\"crates/corpus-boats\""), "{workspace}");
}

#[test]
fn what_has_not_changed_is_not_written_again() {
    let corpus = Corpus::new();
    let times = || {
        let time = |name| fs::metadata(corpus.path(name)).and_then(|found| found.modified()).expect("a file");
        ["out/Cargo.toml", "out/crates/corpus-boats/src/lib.rs"].map(time)
    };
    corpus.run(&[]);
    let first = times();
    corpus.run(&[]);
    assert_eq!(times(), first);
    // Only the collection that is taken remains in the workspace.
    corpus.run(&["--sample", "1"]);
    let workspace = fs::read_to_string(corpus.path("out/Cargo.toml")).expect("a manifest");
    assert!(workspace.contains("corpus-trains-v1") && !workspace.contains("corpus-boats"), "{workspace}");
}

#[test]
fn a_broken_file_is_named_and_costs_the_others_nothing() {
    let corpus = Corpus::new();
    corpus.add("broken|file.json", "{\"info\": ");
    let output = corpus.run(&["--report", "report.json", "--report", "report.md"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).starts_with("broken|file.json  no crate"), "{}", stdout(&output));
    assert!(stdout(&output).contains("not generated: error["), "{}", stdout(&output));
    assert!(stdout(&output).contains("generated        2 crates"), "{}", stdout(&output));
    assert_eq!(stderr(&output), "error: of 3 collections, 1 did not become a crate\n");

    let report = json(&corpus.path("report.json"));
    assert_eq!((&report["totals"]["generated"], &report["totals"]["collections"]), (&2.into(), &3.into()));
    assert_eq!(report["totals"]["diagnostics"]["unknown-body-mode"]["collections"], 1);
    assert_eq!(report["complaints"][0], "of 3 collections, 1 did not become a crate");
    let statuses = report["collections"].as_array().expect("a list").iter().map(|each| &each["generation"]["status"]);
    assert_eq!(statuses.collect::<Vec<_>>(), ["generated", "generated", "failed"]);

    let text = fs::read_to_string(corpus.path("report.md")).expect("a report");
    assert!(text.contains("- **of 3 collections, 1 did not become a crate**\n"), "{text}");
    assert!(text.contains("| `unknown-body-mode` | 1 | 1 |\n"), "{text}");
    assert!(text.contains("| `broken\\|file.json` | `not generated: error["), "{text}");
}

#[test]
fn lines_for_all_are_printed_when_asked_for() {
    let corpus = Corpus::new();
    let output = corpus.run(&["--verbose"]);
    let lines: Vec<_> = stdout(&output).lines().take(3).collect();
    assert_eq!(lines, ["Trains (v1).json  1 request", "boats.json        1 request", ""]);
}

#[test]
fn types_are_counted_and_their_examples_proved() {
    let corpus = Corpus(tempfile::tempdir().expect("a folder"));
    let answer = r#"}, "response": [{"code": 200, "body": "{\"id\": 1, \"more\": {}}"}], "more": {"a": 1"#;
    corpus.add("answers.json", &collection("Answers", answer));
    let output = corpus.run(&["--verbose", "--report", "report.json", "--report", "report.md"]);
    let told = stdout(&output);
    assert!(told.contains("answers.json  1 request  1 of 1 structs, 1/2 untyped, 1/1 proved\n"), "{told}");
    assert!(told.contains("proved           1 of 1 examples, 0 of them"), "{told}");
    let report = json(&corpus.path("report.json"));
    assert_eq!(report["totals"]["types"]["structs"], 1);
    assert_eq!(report["collections"][0]["types"]["examples"]["proved"], 1);
    let text = fs::read_to_string(corpus.path("report.md")).expect("a report");
    assert!(text.contains("| `answers.json` | 1 | 1 | 0 | 0 | 2 | 1 | 1 | 1 | 1 | 0 |\n"), "{text}");
}

#[test]
fn mistakes_are_told_before_anything_is_made() {
    let corpus = Corpus::new();
    let output = corpus.run(&["--report", "report.html"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stderr(&output), "error: `report.html` ends neither in `.json` nor in `.md`\n");
    assert_eq!(corpus.run(&["--wire"]).status.code(), Some(2));
    assert!(!corpus.path("out").exists());
}

#[test]
fn a_folder_without_collections_does_not_hold() {
    let corpus = Corpus(tempfile::tempdir().expect("a folder"));
    assert!(stderr(&corpus.run(&[])).starts_with("error: cannot find `in`: "));
    fs::create_dir(corpus.path("in")).expect("a folder");
    let output = corpus.run(&[]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stderr(&output), "error: there is no collection\n");
}
