//! The crate of one collection.

use std::fs;

use crate::{Folder, collection, count, json_lines, with_warning};

fn trains() -> Folder {
    Folder::new(&[("trains.json", &collection("Trains"))])
}

#[test]
fn a_crate_is_written_and_then_there_is_nothing_to_do() {
    let folder = trains();
    let first = folder.run(&["trains.json", "-o", "out"]);
    insta::assert_snapshot!("written", first.shown());
    assert!(folder.read("out/Cargo.toml").contains("name = \"trains\""));

    let second = folder.run(&["trains.json", "--out", "out"]);
    let nothing = format!("wrote out: 0 created, 0 updated, {} unchanged, 0 removed\n", count(&folder.path("out")));
    assert!(second.assert_status(0).stdout.contains(&nothing), "{}", second.stdout);
}

#[test]
fn warnings_are_printed_and_are_no_failure() {
    let folder = Folder::new(&[("trains.json", &with_warning("Trains"))]);
    let run = folder.run(&["trains.json", "-o", "out"]);
    insta::assert_snapshot!("warning", run.shown());
    assert!(folder.has("out/Cargo.toml"));
}

#[test]
fn quiet_prints_errors_only() {
    let folder = Folder::new(&[("trains.json", &with_warning("Trains"))]);
    for option in ["--quiet", "-q"] {
        let run = folder.run(&["trains.json", option, "-o", "out"]);
        assert_eq!((&*run.assert_status(0).stdout, &*run.stderr), ("", ""));
    }
    assert!(folder.has("out/Cargo.toml"));
    let run = folder.run(&["nope.json", "-q", "-o", "out"]);
    assert_eq!(run.assert_status(1).stdout, "");
    assert!(run.stderr.starts_with("error[unreadable-file]"), "{}", run.stderr);
}

#[test]
fn check_writes_nothing_and_fails_when_something_would_change() {
    let folder = trains();
    let missing = folder.run(&["trains.json", "-o", "out", "--check"]);
    assert!(missing.assert_status(1).stdout.contains("to mend it, run: postman-codegen trains.json -o out\n"));
    assert!(!folder.has("out"));

    folder.run(&["trains.json", "-o", "out"]).assert_status(0);
    let fresh = folder.run(&["trains.json", "-o", "out", "--check"]);
    insta::assert_snapshot!("check-fresh", fresh.shown());

    fs::remove_file(folder.path("out/README.md")).unwrap();
    let stale = folder.run(&["trains.json", "-o", "out", "--check"]);
    insta::assert_snapshot!("check-stale", stale.shown());
    assert_eq!(folder.run(&["trains.json", "-o", "out", "--check", "-q"]).assert_status(1).shown(), "status 1\n");
    assert!(!folder.has("out/README.md"));
}

#[test]
fn a_dry_run_writes_nothing_and_tells_what_would_change() {
    let folder = trains();
    let run = folder.run(&["trains.json", "-o", "out", "--dry-run"]);
    assert!(run.assert_status(0).stdout.contains("\n  create src/lib.rs\n"), "{}", run.stdout);
    assert!(!folder.has("out"));

    folder.run(&["trains.json", "-o", "out"]).assert_status(0);
    let stale = folder.read("out/README.md") + "old\n";
    folder.write("out/README.md", &stale);
    let run = folder.run(&["trains.json", "-o", "out", "--dry-run"]);
    insta::assert_snapshot!("dry-run", run.shown());
    assert_eq!(folder.read("out/README.md"), stale);
}

#[test]
fn json_is_a_line_for_each_finding_and_one_for_the_crate() {
    let folder = Folder::new(&[("trains.json", &with_warning("Trains"))]);
    let run = folder.run(&["trains.json", "-o", "out", "--message-format", "json", "--dry-run"]);
    insta::assert_snapshot!("json", run.assert_status(0).stderr);
    let [finding] = &json_lines(&run.stderr)[..] else { panic!("{}", run.stderr) };
    assert_eq!((&finding["code"], &finding["line"]), (&"nameless-variable".into(), &2.into()));
    let [summary] = &json_lines(&run.stdout)[..] else { panic!("{}", run.stdout) };
    assert_eq!((&summary["mode"], &summary["read"]["requests"]), (&"dry-run".into(), &1.into()));
    assert!(summary["created"].as_array().unwrap().contains(&"src/lib.rs".into()));
    let keys: Vec<_> = summary.as_object().unwrap().keys().map(String::as_str).collect();
    let expected = ["read", "out", "mode", "fresh", "interrupted", "created", "updated", "unchanged", "removed"];
    assert_eq!(keys, [&expected[..], &["command", "milliseconds"]].concat());
}

#[test]
fn name_and_configuration_are_used_and_told_in_the_header() {
    let folder = trains();
    folder.write("codegen.toml", "name = 'boats'\nlicense = 'MIT'\n");
    folder.run(&["trains.json", "--config", "codegen.toml", "-o", "a"]).assert_status(0);
    assert!(folder.read("a/Cargo.toml").contains("name = \"boats\""));
    assert!(folder.read("a/Cargo.toml").contains("license = \"MIT\""));

    folder.run(&["trains.json", "--name", "ships", "--config", "codegen.toml", "-o", "b"]).assert_status(0);
    let manifest = folder.read("b/Cargo.toml");
    assert!(manifest.contains("name = \"ships\"") && manifest.contains("license = \"MIT\""), "{manifest}");
    let command = "`postman-codegen ../trains.json --name ships --config ../codegen.toml -o .`";
    for file in ["Cargo.toml", "README.md", "src/lib.rs"] {
        assert!(folder.read(&format!("b/{file}")).lines().next().unwrap_or_default().contains(command), "{file}");
    }
}

#[test]
fn a_cargo_toml_is_read_at_its_table() {
    let folder = trains();
    folder.write("Cargo.toml", "[workspace]\nmembers = []\n[workspace.metadata.regen]\nname = 'boats'\n");
    folder.run(&["trains.json", "--config", "Cargo.toml", "-o", "out"]).assert_status(0);
    assert!(folder.read("out/Cargo.toml").contains("name = \"boats\""));
}

#[test]
fn the_command_in_the_header_makes_the_same_crate() {
    let folder = Folder::new(&[("api/My Trains.json", &collection("Trains"))]);
    folder.run(&["api/My Trains.json", "-o", "crates/trains"]).assert_status(0);
    let header = folder.read("crates/trains/Cargo.toml").lines().next().unwrap_or_default().to_owned();
    let expected = "from My Trains.json. To change it, run `postman-codegen '../../api/My Trains.json' -o .`.";
    assert!(header.ends_with(expected), "{header}");
    let again = folder.run_in("crates/trains", "", &["../../api/My Trains.json", "-o", ".", "--check"]);
    again.assert_status(0);
    // Nor does it matter how the files are called.
    let (collection, out) = (folder.path("api/My Trains.json"), folder.path("crates/trains"));
    let absolute = [collection.to_str().unwrap(), "-o", out.to_str().unwrap(), "--check"];
    folder.run(&absolute).assert_status(0);
}

#[test]
fn standard_input_is_read() {
    let folder = Folder::new(&[]);
    folder.run_with(&collection("Trains"), &["-", "-o", "out"]).assert_status(0);
    let manifest = folder.read("out/Cargo.toml");
    assert!(manifest.contains("from <stdin>. To change it, run `postman-codegen - -o .`."), "{manifest}");
    let broken = folder.run_with("{", &["-", "-o", "out"]);
    assert!(broken.assert_status(1).stderr.contains("--> <stdin>:1:1"), "{}", broken.stderr);
    // A file of that name has another path.
    folder.write("-", collection("Boats"));
    folder.run_with("", &["./-", "-o", "boats"]).assert_status(0);
    assert!(folder.read("boats/Cargo.toml").contains("from -. To change it, run `postman-codegen ../- -o .`."));
}

#[test]
fn a_decision_about_types_that_cannot_be_stops_all() {
    let folder = trains();
    folder.write("codegen.toml", "name = 'boats'\n[types]\nmap = ['Wagon']\n");
    let run = folder.run(&["trains.json", "--config", "codegen.toml", "-o", "out"]);
    insta::assert_snapshot!("wrong-decision", run.assert_status(1).shown());
    assert!(!folder.has("out"));
    folder.run(&["trains.json", "--config", "codegen.toml", "-o", "out", "--check", "--quiet"]).assert_status(1);
    folder.write("codegen.toml", "[types]\n");
    folder.run(&["trains.json", "--config", "codegen.toml", "-o", "out"]).assert_status(0);
}
