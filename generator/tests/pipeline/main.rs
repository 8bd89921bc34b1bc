//! The whole way from a collection to a crate: small collections of one behaviour each, looked at after every stage.
//!
//! A fixture is `fixtures/pipeline/TOPIC-BEHAVIOUR.json`, with its configuration in a file of the same name that ends in
//! `.toml` where it needs one. Adding a case is adding a file.

#![allow(clippy::disallowed_methods, reason = "the crates under test are written to a folder of the test")]

mod compile;
mod credentials;
mod fuzz;
mod hostile;
mod limits;
mod lower;
mod mutate;
mod render;
mod reorder;

use std::fs;
use std::path::{Path, PathBuf};

use postman_codegen::config::Config;
use postman_codegen::source::Source;
use postman_codegen::{Generated, generate};

/// A collection with its configuration.
struct Fixture {
    name: String,
    source: Source,
    config: Config,
}

impl Fixture {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).expect("the fixture is read");
        let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        let config = fs::read_to_string(path.with_extension("toml")).unwrap_or_default();
        Self {
            source: Source::new(format!("{name}.json"), text),
            config: Config::from_toml(&config, &[]).unwrap_or_else(|error| panic!("{name}.toml: {error}")),
            name,
        }
    }

    fn generate(&self) -> Generated {
        generate(&self.source, &self.config).unwrap_or_else(|found| panic!("{}: {found:?}", self.name))
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pipeline")
}

fn fixtures() -> Vec<Fixture> {
    fixtures_of("pipeline")
}

/// The fixtures of another folder beside that of the pipeline's.
fn fixtures_of(folder_name: &str) -> Vec<Fixture> {
    let entries = fs::read_dir(folder().with_file_name(folder_name)).expect("the folder of fixtures is read");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry is read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    paths.sort();
    paths.iter().map(|path| Fixture::read(path)).collect()
}

fn is_rust(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == "rs")
}
