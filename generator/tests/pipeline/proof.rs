//! Every example of every fixture is held by its type, and so is every one of a folder of collections that one has.

use std::env;
use std::path::{Path, PathBuf};

use postman_codegen::config::Config;
use postman_codegen::postman::Collection;
use postman_codegen::proof::{Failure, prove};
use postman_codegen::source::Source;
use postman_codegen::{Generated, lower, parse};

use super::{fixtures, fs};

/// Names a folder of collections, which are proved too.
const FOLDER: &str = "POSTMAN_COLLECTIONS";

#[test]
fn types_hold_the_examples_of_fixtures() {
    let mut lost = Vec::new();
    for fixture in fixtures() {
        let Generated { api, .. } = fixture.generate();
        lost.extend(prove(&api).failures.iter().map(|failure| line(&fixture.name, failure)));
    }
    assert!(lost.is_empty(), "{} examples are not held by their types:\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn types_hold_the_examples_of_collections() {
    let (mut lost, mut proved) = (Vec::new(), 0);
    for (name, collection) in collections() {
        let (api, _) = lower(&collection, &Config::default());
        let proof = prove(&api);
        proved += proof.proved;
        lost.extend(proof.failures.iter().map(|failure| line(&name, failure)));
    }
    assert!(lost.is_empty(), "{} examples are not held by their types:\n{}", lost.len(), lost.join("\n"));
    assert!(proved > 0, "there are examples");
}

/// The workspace's own collection and those of the folder, by their files.
pub(super) fn collections() -> impl Iterator<Item = (String, Collection)> {
    let mut paths = vec![Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("collection.json")];
    paths.extend(env::var_os(FOLDER).map(PathBuf::from).iter().flat_map(|folder| json_files(folder)));
    paths.into_iter().filter_map(|path| {
        let text = fs::read(&path).expect("the collection is read");
        let name = path.display().to_string();
        // What is no collection is of no concern here.
        let (collection, _) = parse(&Source::new(&name, String::from_utf8_lossy(&text))).ok()?;
        Some((name, collection))
    })
}

/// Where it is lost: file, place of the example, place in it, and what happens there.
fn line(file: &str, Failure { example, loss, .. }: &Failure<'_>) -> String {
    format!("{file}: {}: {loss}", example.pointer)
}

fn json_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder of collections is read");
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.expect("an entry is read").path()) {
        if path.is_dir() {
            found.extend(json_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
    }
    found.sort();
    found
}
