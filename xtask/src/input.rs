//! What the commands read: the collection and the configuration.

use std::path::{Path, PathBuf};

use postman_codegen::cli::{self, Environments, Failure, environments_of, file_name};
use postman_codegen::config::Config;
use postman_codegen::diagnostic::Diagnostic;
use postman_codegen::model::Api;
use postman_codegen::source::Source;
use postman_codegen::{lower_with, parse};

/// The command that generated files name in their headers.
pub(crate) const COMMAND: &str = "cargo xtask regen";

/// The files that a generation starts from.
#[derive(clap::Args)]
pub(crate) struct Input {
    /// The collection; by default collection.json of this workspace
    #[arg(long, value_name = "FILE")]
    pub(crate) collection: Option<PathBuf>,
    /// The configuration: the table workspace.metadata.regen of a Cargo.toml, or all of another TOML file; by default the
    /// Cargo.toml of this workspace
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

impl Input {
    pub(crate) fn collection(&self) -> Result<Source, Failure> {
        let path = self.collection_path();
        cli::read(&path, &shown(&path))
    }

    /// The configuration, and its file.
    pub(crate) fn config(&self) -> Result<(Config, Source), Failure> {
        let path = or_default(self.config.as_deref(), "Cargo.toml");
        let (config, file) = cli::read_config(&path, &shown(&path))?;
        let source = file_name(&self.collection_path());
        Ok((Config { source, command: COMMAND.to_owned(), ..config }, file))
    }

    /// The environments that the configuration names.
    pub(crate) fn environments(&self, config: &Config) -> Result<Environments, Failure> {
        let files = environments_of(config, &or_default(self.config.as_deref(), "Cargo.toml"));
        cli::read_environments(files.into_iter().map(|path| (path.clone(), shown(&path))))
    }

    /// The model of the collection.
    pub(crate) fn api(&self) -> Result<Api, Failure> {
        let source = self.collection()?;
        let (collection, _) = parse(&source).map_err(|error| Failure::input(vec![error], &source))?;
        let (config, config_source) = self.config()?;
        let environments = self.environments(&config)?;
        let (api, findings) = lower_with(&collection, &environments.parsed, &config);
        let errors: Vec<_> = findings.into_iter().filter(Diagnostic::is_error).collect();
        if errors.is_empty() { Ok(api) } else { Err(Failure::input(errors, &source).or_about(&config_source)) }
    }

    pub(crate) fn collection_path(&self) -> PathBuf {
        or_default(self.collection.as_deref(), "collection.json")
    }
}

/// A path from the command line, or the one of that name in this workspace.
pub(crate) fn or_default(path: Option<&Path>, name: &str) -> PathBuf {
    path.map_or_else(|| root().join(name), Path::to_path_buf)
}

/// A path as messages show it: one in this workspace without the way there.
pub(crate) fn shown(path: &Path) -> String {
    cli::shown(path.strip_prefix(root()).unwrap_or(path))
}

fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}
