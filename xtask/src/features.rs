//! `cargo xtask features`: whether the generated crate is free of warnings with each of its features alone.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use postman_codegen::cli::{print, print_error};
use serde::Deserialize;
use toml::Table;

use crate::input::{or_default, shown};

/// Check the generated crate with each of its features alone, and with none
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder of the crate; by default generated/ of this workspace
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// What is read of a manifest.
#[derive(Deserialize)]
struct Manifest {
    #[serde(default)]
    features: Table,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    let dir = or_default(args.dir.as_deref(), "generated");
    match check(&dir) {
        Ok(failed) if failed.is_empty() => ExitCode::SUCCESS,
        Ok(failed) => {
            print_error(&format!("error: {} fails with {}\n", shown(&dir), failed.join(", ")));
            ExitCode::FAILURE
        }
        Err(error) => {
            print_error(&format!("error: {error}\n"));
            ExitCode::FAILURE
        }
    }
}

/// Runs clippy for each selection of features, and names those that failed.
fn check(dir: &Path) -> Result<Vec<String>, String> {
    let manifest = dir.join("Cargo.toml");
    let features = features(&manifest)?;
    let mut failed = Vec::new();
    for feature in std::iter::once(None).chain(features.iter().map(Some)) {
        let selection = feature.map_or_else(|| "no feature".to_owned(), |name| format!("feature `{name}`"));
        print(ExitCode::SUCCESS, |out| writeln!(out, "{selection}"));
        let status = clippy(&manifest, feature).status().map_err(|error| format!("cannot run cargo: {error}"))?;
        if !status.success() {
            failed.push(selection);
        }
    }
    Ok(failed)
}

/// The features of a manifest but for `default`, which turns on others and nothing else.
fn features(manifest: &Path) -> Result<Vec<String>, String> {
    let text = fs::read_to_string(manifest).map_err(|error| format!("cannot read `{}`: {error}", shown(manifest)))?;
    let read: Manifest = toml::from_str(&text).map_err(|error| format!("`{}`: {error}", shown(manifest)))?;
    Ok(read.features.into_iter().map(|(name, _)| name).filter(|name| name != "default").collect())
}

fn clippy(manifest: &Path, feature: Option<&String>) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(cargo);
    command.args(["clippy", "--quiet", "--all-targets", "--no-default-features", "--manifest-path"]).arg(manifest);
    command.args(feature.map(|name| format!("--features={name}")));
    command.args(["--", "-D", "warnings"]);
    command
}
