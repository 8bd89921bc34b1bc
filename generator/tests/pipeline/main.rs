//! The whole way from a collection to a crate: small collections of one behaviour each, looked at after every stage.
//!
//! A fixture is `fixtures/pipeline/TOPIC-BEHAVIOUR.json`, with its configuration in a file of the same name that ends in
//! `.toml` where it needs one. That may name environments, from the folder `environments`. Adding a case is adding a file.

#![allow(clippy::disallowed_methods, reason = "the crates under test are written to a folder of the test")]

mod answers;
mod compile;
mod credentials;
mod environment;
mod fuzz;
mod hostile;
mod limits;
mod lower;
mod mutate;
mod overrides;
mod proof;
mod render;
mod reorder;
mod stable;

use std::fs;
use std::path::{Path, PathBuf};

use postman_codegen::config::Config;
use postman_codegen::diagnostic::Diagnostic;
use postman_codegen::postman::Environment;
use postman_codegen::render::Templates;
use postman_codegen::source::Source;
use postman_codegen::{Generated, generate_with, parse_environment};

/// A collection with its configuration.
struct Fixture {
    name: String,
    source: Source,
    environments: Vec<Environment>,
    /// The files of the environments, and what is to be said about them.
    beside: (Vec<Source>, Vec<Diagnostic>),
    config: Config,
}

impl Fixture {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).expect("the fixture is read");
        let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        let config = fs::read_to_string(path.with_extension("toml")).unwrap_or_default();
        let config = Config::from_toml(&config, &[]).unwrap_or_else(|error| panic!("{name}.toml: {error}"));
        let config = Config { file: format!("{name}.toml"), ..config };
        let (mut environments, mut beside) = (Vec::new(), (Vec::new(), Vec::new()));
        for file in &config.environments {
            let text = fs::read_to_string(path.with_file_name(file)).expect("the environment is read");
            let source = Source::new(file, text);
            let (environment, found) = parse_environment(&source).unwrap_or_else(|error| panic!("{file}: {error:?}"));
            environments.push(environment);
            beside.0.push(source);
            beside.1.extend(found);
        }
        Self { source: Source::new(format!("{name}.json"), text), environments, beside, config, name }
    }

    fn generate(&self) -> Generated {
        self.generate_from(&self.source).unwrap_or_else(|found| panic!("{}: {found:?}", self.name))
    }

    /// The same of another collection.
    fn generate_from(&self, source: &Source) -> Result<Generated, Vec<Diagnostic>> {
        let templates = Templates::embedded().expect("the templates are right");
        generate_with(source, &self.environments, &self.config, &templates)
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

/// Whether a file of a crate is the same in every crate.
fn is_support(path: &str) -> bool {
    ["src/json/", "src/streamed/", "src/support/"].iter().any(|folder| path.starts_with(folder))
}

fn is_rust(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == "rs")
}
