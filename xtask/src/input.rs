//! What the commands read: the collection and the configuration.

use std::fs;
use std::path::{Path, PathBuf};

use postman_codegen::config::Config;
use postman_codegen::diagnostic::Diagnostic;
use postman_codegen::source::Source;

use crate::console::Failure;

/// Where the configuration stands in a `Cargo.toml`.
const TABLE: &[&str] = &["workspace", "metadata", "regen"];

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
        read(&path).map(|text| Source::new(shown(&path), text))
    }

    pub(crate) fn config(&self) -> Result<Config, Failure> {
        let path = or_default(self.config.as_deref(), "Cargo.toml");
        let text = read(&path)?;
        let table = if path.ends_with("Cargo.toml") { TABLE } else { &[] };
        let config = Config::from_toml(&text, table).map_err(|error| {
            let source = Source::new(shown(&path), text);
            Failure::input(vec![error.into_diagnostic(&shown(&path))], &source)
        })?;
        let collection = self.collection_path();
        let source = collection.file_name().unwrap_or(collection.as_os_str());
        Ok(Config { source: source.to_string_lossy().into_owned(), command: COMMAND.to_owned(), ..config })
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
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::Input {
        diagnostics: vec![
            Diagnostic::error("unreadable-file", format!("cannot read `{}`: {error}", shown(path)))
                .in_file(shown(path)),
        ],
        sources: Vec::new(),
    })
}
