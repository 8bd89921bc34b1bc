//! Reading collections: fixtures of one oddity each, the collection of this workspace, and many public ones.

use std::fs;
use std::path::{Path, PathBuf};

use postman_codegen::diagnostic::{Diagnostic, Severity, Style, Summary, render_human, render_json};
use postman_codegen::postman::{Item, Request, parse, parse_environment};
use postman_codegen::source::Source;
use serde::Serialize;
use serde_json::{Value, json};

/// What becomes of each fixture: the findings, and the collection as JSON.
#[test]
fn fixtures() {
    insta::glob!("fixtures/postman/*.json", |path| {
        let source = read(path);
        let (json, findings) = match parse(&source) {
            Ok((collection, findings)) => (pretty(&collection), findings),
            Err(fatal) => (String::new(), vec![fatal]),
        };
        let human = render_human(&findings, &[source], Style::Plain);
        insta::assert_snapshot!(format!("{human}{json}"));
    });
}

/// What becomes of each environment.
#[test]
fn environments() {
    insta::glob!("fixtures/environment/*.json", |path| {
        let source = read(path);
        let (json, findings) = match parse_environment(&source) {
            Ok((environment, findings)) => (pretty(&environment), findings),
            Err(fatal) => (String::new(), vec![fatal]),
        };
        let human = render_human(&findings, &[source], Style::Plain);
        insta::assert_snapshot!(format!("{human}{json}"));
    });
}

/// Whatever a value in an environment is replaced by, the value after it is read as before.
#[test]
fn a_broken_value_costs_only_itself() {
    let replacements = [json!(null), json!(true), json!(7), json!("x"), json!([[]]), json!({"x": {}})];
    let value = json!({"key": "a", "value": "1", "enabled": true, "type": "default", "description": {"content": "x"}});
    let whole = json!({"name": "E", "values": [value, {"key": "after", "value": "2"}]});
    for pointer in pointers(&whole["values"][0], "/values/0".to_owned()) {
        for replacement in &replacements {
            let mut broken = whole.clone();
            *broken.pointer_mut(&pointer).expect("the pointer was found there") = replacement.clone();
            let source = Source::new("broken", broken.to_string());
            let (environment, findings) = parse_environment(&source).expect("it is an environment");
            let last = environment.values.last().map(|value| (value.key.as_str(), value.value.as_deref()));
            assert_eq!(last, Some(("after", Some("2"))), "{broken}");
            assert_places(&findings, &[source]);
        }
    }
}

#[test]
fn of_the_values_that_are_enabled_the_last_of_a_name_counts() {
    let values = json!([
        {"key": "a", "value": "1"},
        {"key": "b", "value": "2", "enabled": false},
        {"key": "a", "value": "3", "enabled": true},
        {"key": "a", "value": "4", "disabled": true},
    ]);
    let source = Source::new("e.json", json!({ "values": values }).to_string());
    let (environment, _) = parse_environment(&source).expect("it is an environment");
    let live: Vec<_> = environment.live().map(|value| (value.key.as_str(), value.value.as_deref())).collect();
    assert_eq!(live, [("a", Some("3"))]);
}

#[test]
fn collection_of_this_workspace_is_read_without_a_finding() {
    let source = read(&workspace().join("collection.json"));
    let (collection, findings) = parse(&source).expect("the collection is read");
    assert_eq!(findings, []);

    let folders = collection.items.iter().filter(|item| matches!(item, Item::Folder(_)));
    assert_eq!(folders.count(), 15);
    assert_eq!(collection.variables.len(), 39);

    let requests = requests(&collection.items);
    assert_eq!(requests.len(), 235);
    let responses: usize = requests.iter().map(|request| request.responses.len()).sum();
    assert_eq!(responses, 331);
    for (number, request) in requests.iter().enumerate() {
        assert_eq!(request.number, number);
        assert_eq!(request.origin.breadcrumb.last(), Some(&request.name));
    }
}

/// Whatever a value in an item is replaced by, the request after it is read as before.
#[test]
fn a_broken_part_costs_only_itself() {
    let replacements = [json!(null), json!(true), json!(7), json!("x"), json!([[]]), json!({"x": {}})];
    let after = json!({"name": "after", "request": "https://x.test/after"});
    for file in json_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/postman")) {
        let Ok(fixture) = serde_json::from_str::<Value>(read(&file).text()) else {
            continue;
        };
        let items = fixture["item"].as_array().cloned().unwrap_or_default();
        for item in items {
            let whole = json!({"item": [item, after]});
            for pointer in pointers(&whole["item"][0], "/item/0".to_owned()) {
                for replacement in &replacements {
                    let mut broken = whole.clone();
                    *broken.pointer_mut(&pointer).expect("the pointer was found there") = replacement.clone();
                    assert_read_to_the_end(&broken);
                }
            }
        }
    }
}

fn assert_read_to_the_end(document: &Value) {
    let source = Source::new("broken", document.to_string());
    let (collection, findings) = parse(&source).expect("there is a request");
    let last = requests(&collection.items).last().map(|request| request.url.path.clone());
    assert_eq!(last, Some(vec!["after".to_owned()]), "{document}");
    let shown = render_json(&findings, &[source]);
    assert_eq!(shown.lines().count(), findings.len(), "{document}");
}

/// The pointers of a value and of all values in it.
fn pointers(value: &Value, pointer: String) -> Vec<String> {
    let mut found = Vec::new();
    let members = value.as_object().into_iter().flatten().map(|(key, value)| (key.clone(), value));
    let elements = value.as_array().into_iter().flatten().enumerate();
    let elements = elements.map(|(index, value)| (index.to_string(), value));
    for (token, value) in members.chain(elements) {
        found.extend(pointers(value, format!("{pointer}/{token}")));
    }
    found.push(pointer);
    found
}

/// Public collections lie beside the workspace, or where `POSTMAN_CORPUS` says.
#[test]
fn public_collections_are_read() {
    let folder = std::env::var_os("POSTMAN_CORPUS").map_or_else(|| workspace().join("../shared/corpus"), PathBuf::from);
    if !folder.is_dir() {
        println!("skipped: there are no public collections at {}", folder.display());
        return;
    }

    let mut findings = Vec::new();
    let mut sources = Vec::new();
    let mut read_well = 0;
    for file in json_files(&folder) {
        let source = read(&file);
        match parse(&source) {
            Ok((collection, found)) => {
                let told = found.iter().any(|finding| finding.code == "no-requests");
                assert_eq!(told, requests(&collection.items).is_empty());
                read_well += 1;
                findings.extend(found);
            }
            Err(fatal) => {
                assert!(fatal.severity == Severity::Error && fatal.hint.is_some());
                findings.push(fatal);
            }
        }
        sources.push(source);
    }
    println!("{read_well} of {} read: {}", sources.len(), Summary::of(&findings));
    println!("{}", render_human(&findings, &sources, Style::Plain));
    assert!(read_well * 100 >= sources.len() * 95, "too many files cannot be read");
    assert_places(&findings, &sources);
}

/// Each pointer leads to something in its file.
fn assert_places(findings: &[Diagnostic], sources: &[Source]) {
    let lines = render_json(findings, sources);
    for (line, finding) in lines.lines().zip(findings) {
        let json: Value = serde_json::from_str(line).expect("a line is JSON");
        assert_eq!(json["line"].is_null(), finding.origin.pointer.is_empty() && finding.position.is_none(), "{line}");
    }
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn json_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is read");
    let paths = entries.map(|entry| entry.expect("an entry is read").path());
    let mut files: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|extension| extension == "json")).collect();
    files.sort();
    files
}

fn read(path: &Path) -> Source {
    let name = path.file_name().expect("a file has a name").to_string_lossy();
    Source::new(name, fs::read_to_string(path).expect("the file is read"))
}

fn pretty(document: &impl Serialize) -> String {
    let json = serde_json::to_value(document).expect("a document serializes");
    serde_json::to_string_pretty(&without_blanks(json)).expect("a value serializes")
}

/// The value without members that say nothing, and with each place on one line: its pointer.
fn without_blanks(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            // The only member of an object is the name of an enum's variant.
            let is_variant = members.len() == 1;
            let members = members.into_iter().map(|(key, mut value)| match key.as_str() {
                "origin" => (key, value["pointer"].take()),
                _ => (key, without_blanks(value)),
            });
            let blanks = [json!(null), json!(false), json!([])];
            let kept = members.filter(|(_, value)| is_variant || !blanks.contains(value));
            Value::Object(kept.collect())
        }
        Value::Array(elements) => Value::Array(elements.into_iter().map(without_blanks).collect()),
        other => other,
    }
}

/// All requests, depth first.
fn requests(items: &[Item]) -> Vec<&Request> {
    let mut found = Vec::new();
    for item in items {
        match item {
            Item::Folder(folder) => found.extend(requests(&folder.items)),
            Item::Request(request) => found.push(request),
        }
    }
    found
}
