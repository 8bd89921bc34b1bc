//! The crates of several collections.

use crate::{Folder, collection, json_lines, with_warning};

fn folder() -> Folder {
    Folder::new(&[("trains.json", &collection("Trains")), ("boats.json", &with_warning("Big Boats"))])
}

#[test]
fn each_has_a_folder_called_like_its_package() {
    let folder = folder();
    let run = folder.run(&["trains.json", "boats.json", "-o", "crates"]);
    insta::assert_snapshot!("several", run.shown());
    assert!(folder.read("crates/trains/Cargo.toml").contains("name = \"trains\""));
    assert!(folder.read("crates/big-boats/Cargo.toml").contains("name = \"big-boats\""));
    folder.run(&["trains.json", "boats.json", "-o", "crates", "--check"]).assert_status(0);
    // Alone, each makes the same.
    folder.run(&["boats.json", "-o", "crates/big-boats", "--check"]).assert_status(0);
}

#[test]
fn each_has_a_line_of_json() {
    let run = folder().run(&["trains.json", "-", "-o", "crates", "--message-format", "json"]);
    run.assert_status(1);
    assert_eq!(json_lines(&run.stderr).len(), 1);
    assert_eq!(json_lines(&run.stderr)[0]["file"], "<stdin>");
    let lines = json_lines(&run.stdout);
    assert_eq!((lines.len(), &lines[0]["out"]), (1, &"crates/trains".into()));
}

#[test]
fn one_that_fails_does_not_stop_the_others() {
    let folder = folder();
    folder.write("crates/trains/notes.txt", "mine");
    let run = folder.run(&["nope.json", "trains.json", "boats.json", "-o", "crates", "-q"]);
    insta::assert_snapshot!("some-failed", run.shown());
    assert!(folder.has("crates/big-boats/Cargo.toml"));
    assert!(!folder.has("crates/trains/Cargo.toml"));
}

#[test]
fn a_name_twice_is_an_error_that_names_both() {
    let folder = folder();
    folder.write("more/trains.json", collection("trains"));
    folder.write("empty.json", "");
    let run = folder.run(&["trains.json", "more/trains.json", "boats.json", "empty.json", "-o", "crates", "-q"]);
    insta::assert_snapshot!("name-clash", run.shown());
    assert!(folder.has("crates/big-boats/Cargo.toml"));
    assert!(!folder.has("crates/trains"));
}

#[test]
fn a_configured_name_fits_only_one() {
    let folder = folder();
    folder.write("codegen.toml", "name = 'x'");
    let run = folder.run(&["trains.json", "boats.json", "--config", "codegen.toml", "-o", "crates"]);
    insta::assert_snapshot!("configured-name", run.shown());
    folder.write("codegen.toml", "license = 'MIT'");
    folder.run(&["trains.json", "boats.json", "--config", "codegen.toml", "-o", "crates"]).assert_status(0);
    assert!(folder.read("crates/trains/Cargo.toml").contains("license = \"MIT\""));
    assert!(
        folder
            .read("crates/trains/Cargo.toml")
            .contains("`postman-codegen ../../trains.json --config ../../codegen.toml -o .`")
    );
}

#[test]
fn crates_do_not_vanish_since_one_takes_their_folder() {
    let folder = folder();
    folder.run(&["trains.json", "boats.json", "-o", "crates"]).assert_status(0);
    let run = folder.run(&["trains.json", "-o", "crates"]);
    insta::assert_snapshot!("other-crates", run.shown());
    assert!(folder.has("crates/big-boats/Cargo.toml") && folder.has("crates/trains/Cargo.toml"));
    assert!(!folder.has("crates/Cargo.toml"));
}
