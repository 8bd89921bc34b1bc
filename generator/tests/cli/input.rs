//! Files that cannot be read or are no collection, and folders that cannot be written.

use std::fs;

use crate::{Folder, collection, json_lines};

#[test]
fn what_is_no_collection_is_told_with_a_way_out() {
    let table: &[(&str, &[u8])] = &[
        ("a-list.json", b"[1, 2]"),
        ("binary.json", b"{\n  \"a\": \"\xff\"\n}"),
        ("empty.json", b""),
        ("environment.json", br#"{"name": "Staging", "values": [{"key": "host", "value": "x"}]}"#),
        ("not-json.json", b"{\n  \"info\": nope\n}"),
        ("openapi.json", br#"{"openapi": "3.1.0", "paths": {}}"#),
        ("page.html", b"<!doctype html>"),
        ("page.json", br#"{"collection": {"info": {"name": "Trains"}}}"#),
        ("utf16.json", b"\xff\xfe{\0}\0"),
        ("v1.json", br#"{"name": "Trains", "order": [], "requests": []}"#),
        ("yaml.json", b"openapi: 3.1.0\n"),
    ];
    let folder = Folder::new(&[]);
    fs::create_dir(folder.path("folder")).unwrap();
    let mut names = vec!["missing.json", "folder"];
    for (name, text) in table {
        folder.write(name, text);
        names.push(name);
    }
    let mut shown = String::new();
    for name in names {
        let run = folder.run(&[name, "-o", "out"]);
        assert_eq!(run.assert_status(1).stdout, "");
        assert!(run.stderr.contains(" = help: ") && run.stderr.contains(&format!("--> {name}")), "{}", run.stderr);
        shown.push_str(&run.stderr);
    }
    insta::assert_snapshot!("no-collections", shown);
    assert!(!folder.has("out"));
}

#[test]
fn a_configuration_with_a_mistake_is_told_with_its_place() {
    let folder = Folder::new(&[("trains.json", &collection("Trains")), ("bad.toml", "license = 'MIT'\nnmae = 'x'\n")]);
    let shown = ["bad.toml", "missing.toml"].map(|config| {
        let run = folder.run(&["trains.json", "--config", config, "-o", "out"]);
        run.assert_status(1).stderr.clone()
    });
    insta::assert_snapshot!("no-configurations", shown.concat());
    assert!(!folder.has("out"));
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let folder = Folder::new(&[("trains.json", &collection("Trains")), ("file", ""), ("mine/notes.txt", "mine")]);
    let shown = ["file", "file/below", "mine"].map(|out| {
        let run = folder.run(&["trains.json", "-o", out]);
        assert_eq!(run.assert_status(1).stdout, "");
        run.stderr.clone()
    });
    insta::assert_snapshot!("unwritable", shown.concat());
    assert_eq!(fs::read_dir(folder.path("mine")).unwrap().count(), 1);
}

/// No name steers the terminal: not that of a file or a folder, and nothing in a collection.
#[cfg(unix)]
#[test]
fn nothing_steers_the_terminal() {
    const EVIL: &str = "\u{1b}[31m\u{9b}2J\u{202e}";
    let text = collection(r"\u001b[31m\u009b2J\u202e").replacen('{', r#"{"auth": {"type": "\u001b[1m\u009b1m"},"#, 1);
    let (good, bad) = (format!("{EVIL}.json"), format!("{EVIL}-bad.json"));
    let folder = Folder::new(&[(&good, &text), (&bad, "{"), (&format!("{EVIL}-not-mine/{EVIL}"), "mine")]);
    let runs: &[&[&str]] = &[
        &[&good, "-o", &format!("{EVIL}-out")],
        &[&good, "-o", &format!("{EVIL}-out"), "--check"],
        &[&good, "-o", &format!("{EVIL}-other"), "--check"],
        &[&good, "-o", &format!("{EVIL}-other"), "--dry-run"],
        &[&good, "-o", &format!("{EVIL}-not-mine")],
        &[&good, "-o", &good],
        &[&bad, "-o", EVIL],
        &[&good, &bad, EVIL, "-o", "crates"],
        &[&good, &good, "-o", "crates"],
        &[&good, "--config", &bad, "-o", EVIL],
    ];
    for arguments in runs {
        for format in ["human", "json"] {
            let run = folder.run(&[arguments, &["--message-format", format][..]].concat());
            for text in [&run.stdout, &run.stderr] {
                let bad = text.chars().find(|c| c.is_control() && *c != '\n' || *c == '\u{202e}');
                assert_eq!(bad, None, "{arguments:?} in {format}: {text:?}");
            }
            if format == "json" && run.status != Some(2) {
                json_lines(&run.stdout);
                json_lines(&run.stderr);
            }
        }
    }
}
