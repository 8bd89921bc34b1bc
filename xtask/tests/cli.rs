//! The commands from outside: status, what is printed where, and what is on the disk then.

#![allow(clippy::disallowed_methods, reason = "the folders under test are made by hand")]

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const COLLECTION: &str = r#"{
    "info": {"name": "Tiny", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
    "item": [{"name": "Get Thing", "request": {"method": "GET", "url": "https://api.example.com/things"}}]
}"#;

/// A folder with a collection and a configuration of its own.
struct Project(TempDir);

impl Project {
    fn new(collection: &str, config: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("tiny.json"), collection).expect("a file");
        fs::write(folder.path().join("codegen.toml"), config).expect("a file");
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn command(&self, command: &[&str]) -> Command {
        let mut xtask = Command::new(env!("CARGO_BIN_EXE_xtask"));
        xtask.args(command).args(["--collection", "tiny.json", "--config", "codegen.toml"]);
        xtask.current_dir(&self.0);
        xtask
    }

    fn regen(&self, options: &[&str]) -> Output {
        let mut command = self.command(&["regen", "--out", "out"]);
        command.args(options).output().expect("the program runs")
    }

    /// A file that every generated crate has.
    fn manifest(&self) -> PathBuf {
        self.path("out/Cargo.toml")
    }
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

fn json_lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"))).collect()
}

fn count(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.map(|path| if path.is_dir() { count(&path) } else { 1 }).sum()
}

#[test]
fn regen_writes_a_crate_and_then_has_nothing_to_do() {
    let project = Project::new(COLLECTION, "");
    let first = project.regen(&[]);
    assert_eq!(first.status.code(), Some(0), "{}", stderr(&first));
    let files = count(&project.path("out"));
    let created = format!("wrote out: {files} created, 0 updated, 0 unchanged, 0 removed\n");
    assert!(stdout(&first).contains(&created), "{}", stdout(&first));
    assert!(stdout(&first).contains("read tiny.json: 0 folders, 1 request,"), "{}", stdout(&first));
    assert!(stdout(&first).contains("cargo insta test --review"), "{}", stdout(&first));
    assert!(fs::read_to_string(project.manifest()).unwrap().contains("cargo xtask regen"));

    let second = project.regen(&[]);
    assert!(stdout(&second).contains(&format!("0 created, 0 updated, {files} unchanged, 0 removed\n")));
    fs::remove_file(project.manifest()).unwrap();
    let third = project.regen(&[]);
    assert!(stdout(&third).contains("  created Cargo.toml\n"), "{}", stdout(&third));
    assert_eq!(project.regen(&["--check"]).status.code(), Some(0));
}

#[test]
fn check_names_what_is_stale_and_the_command_and_writes_nothing() {
    let project = Project::new(COLLECTION, "");
    let check = project.regen(&["--check"]);
    assert_eq!(check.status.code(), Some(1));
    assert!(!project.path("out").exists());

    project.regen(&[]);
    fs::remove_file(project.manifest()).unwrap();
    let check = project.regen(&["--check"]);
    assert_eq!(check.status.code(), Some(1));
    assert!(stdout(&check).contains("out is stale: 1 to create, 0 to update, 0 to remove"), "{}", stdout(&check));
    assert!(stdout(&check).contains("  create Cargo.toml\n"), "{}", stdout(&check));
    let mend = "run: cargo xtask regen --collection tiny.json --config codegen.toml --out out\n";
    assert!(stdout(&check).contains(mend), "{}", stdout(&check));
    assert!(!project.manifest().exists());
}

#[test]
fn json_messages_are_json_lines_and_nothing_else() {
    let project = Project::new(COLLECTION, "");
    let written = project.regen(&["--message-format", "json"]);
    json_lines(stderr(&written));
    let [summary] = &json_lines(stdout(&written))[..] else {
        panic!("{}", stdout(&written));
    };
    assert_eq!(summary["mode"], "write");
    assert_eq!(summary["read"]["requests"], 1);
    assert!(summary["created"].as_array().unwrap().contains(&"Cargo.toml".into()));

    fs::write(project.path("out/notes.txt"), "mine").unwrap();
    let refused = project.regen(&["--message-format", "json"]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(stdout(&refused), "");
    let last = json_lines(stderr(&refused)).pop().expect("a line");
    assert_eq!((&last["severity"], &last["code"]), (&"error".into(), &"foreign-file".into()));
}

#[test]
fn a_foreign_file_is_named_and_stays() {
    let project = Project::new(COLLECTION, "");
    project.regen(&[]);
    fs::write(project.path("out/notes.txt"), "mine").unwrap();
    let refused = project.regen(&[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr(&refused).contains("`notes.txt`"), "{}", stderr(&refused));
    assert!(stderr(&refused).contains("help: nothing was changed"), "{}", stderr(&refused));
    assert_eq!(fs::read_to_string(project.path("out/notes.txt")).unwrap(), "mine");
}

#[test]
fn input_that_cannot_be_read_is_named() {
    for (collection, config, options, expected) in [
        (COLLECTION, "nmae = 'x'", [].as_slice(), "codegen.toml:1:1"),
        ("{", "", [].as_slice(), "tiny.json"),
        (COLLECTION, "", ["--message-format=json"].as_slice(), ""),
    ] {
        let project = Project::new(collection, config);
        if expected.is_empty() {
            fs::remove_file(project.path("tiny.json")).unwrap();
        }
        let output = project.regen(options);
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains(expected), "{}", stderr(&output));
        assert_eq!(stdout(&output), "");
        assert!(!project.path("out").exists());
        if !options.is_empty() {
            assert_eq!(json_lines(stderr(&output))[0]["code"], "unreadable-file");
        }
    }
}

#[test]
fn a_mistake_in_the_arguments_has_a_status_of_its_own() {
    let project = Project::new(COLLECTION, "");
    assert_eq!(project.regen(&["--chekc"]).status.code(), Some(2));
    assert_eq!(project.command(&["dump", "html"]).output().unwrap().status.code(), Some(2));
}

#[test]
fn dump_prints_each_stage_as_json() {
    let project = Project::new(COLLECTION, "name = 'tiny-api'");
    let dump = |stage: &str| {
        let output = project.command(&["dump", stage]).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        serde_json::from_slice::<Value>(&output.stdout).unwrap()
    };
    assert_eq!(dump("postman")["name"], "Tiny");
    assert_eq!(dump("model")["package"]["name"], "tiny-api");
}

#[test]
fn types_are_printed_for_people_for_programs_and_for_pages() {
    let body = r#""response": [{"code": 200, "body": "{\"id\": 1}"}]"#;
    let project = Project::new(&COLLECTION.replace("\"request\"", &format!("{body}, \"request\"")), "");
    let types = |format: &str| {
        let output = project.command(&["types", "--format", format]).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        stdout(&output).to_owned()
    };
    assert!(types("text").starts_with("examples  1 of 1 proved\n"), "{}", types("text"));
    assert!(types("markdown").starts_with("# Types of Tiny\n"), "{}", types("markdown"));
    let json: Value = serde_json::from_str(&types("json")).unwrap();
    assert_eq!(json["examples"]["proved"], 1);
    assert_eq!(json["types"][0]["members"][0]["type"], "Option<i64>");
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let items = vec![r#"{"name": "x", "request": {"method": "GET", "url": "https://example.com/x"}}"#; 2000].join(",");
    let project = Project::new(&format!(r#"{{"info": {{"name": "Long"}}, "item": [{items}]}}"#), "");
    let mut child =
        project.command(&["dump", "postman"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut head = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut head).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(!stderr(&output).contains("panic"), "{}", stderr(&output));
    assert!(!stderr(&output).contains("pipe"), "{}", stderr(&output));
}

/// Runs `features` on a crate with the features `good` and `bad` and this code.
fn features(code: &str) -> Output {
    let manifest = "[package]
name = 'tiny'
edition = '2024'

[features]
default = ['bad']
good = []
bad = []

[workspace]
";
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("src")).expect("a folder");
    fs::write(folder.path().join("Cargo.toml"), manifest).expect("a file");
    fs::write(folder.path().join("src/lib.rs"), code).expect("a file");
    let mut xtask = Command::new(env!("CARGO_BIN_EXE_xtask"));
    xtask.args(["features", "--dir"]).arg(folder.path()).env("CARGO_TARGET_DIR", folder.path().join("target"));
    xtask.output().expect("the program runs")
}

#[test]
fn features_are_checked_one_by_one_and_the_failing_ones_are_named() {
    let fine = features("#[cfg(feature = \"bad\")] fn _unused() {}");
    assert_eq!(fine.status.code(), Some(0), "{}", stderr(&fine));
    assert_eq!(stdout(&fine), "no feature\nfeature `bad`\nfeature `good`\n");

    let bad = features("#[cfg(feature = \"bad\")] fn unused() {}");
    assert_eq!(bad.status.code(), Some(1));
    assert_eq!(stdout(&bad), "no feature\nfeature `bad`\nfeature `good`\n");
    assert!(stderr(&bad).contains("`unused` is never used"), "{}", stderr(&bad));
    assert!(stderr(&bad).ends_with(" fails with feature `bad`\n"), "{}", stderr(&bad));

    let worse = features("#[cfg(not(feature = \"good\"))] compile_error!(\"needs good\");");
    assert_eq!(worse.status.code(), Some(1));
    assert!(stderr(&worse).ends_with(" fails with no feature, feature `bad`\n"), "{}", stderr(&worse));
}

#[test]
fn features_of_what_is_no_crate_cannot_be_checked() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut xtask = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let output = xtask.args(["features", "--dir"]).arg(folder.path()).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("cannot read"), "{}", stderr(&output));
}
