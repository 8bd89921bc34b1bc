//! Collections -> crates on the disk, in a workspace of their own.

use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use postman_codegen::config::Config;
use postman_codegen::diagnostic::{Diagnostic, Style, render_human};
use postman_codegen::render::MARK;
use postman_codegen::report::report;
use postman_codegen::source::Source;
use postman_codegen::{Generated, generate, write};
use rayon::prelude::*;

use super::files::Entry;
use super::outcome::{Generation, Outcome, Types};
use super::progress::Progress;
use super::{Trouble, disk};
use crate::input::or_default;

/// The profile is for crates that are compiled once and hardly run: whatever takes time or room is off.
const PROFILE: &str = "
[profile.dev]
debug = 0
incremental = false
strip = true
";

/// Where the crate of a package stands in the working folder.
pub(super) fn folder(work: &Path, package: &str) -> PathBuf {
    work.join("crates").join(package)
}

/// Generates every crate, and writes those that could be.
pub(super) fn write_all(entries: &[Entry], work: &Path, progress: &Progress) -> Vec<Outcome> {
    entries
        .par_iter()
        .map(|entry| {
            let outcome = outcome(entry, work);
            progress.step();
            outcome
        })
        .collect()
}

fn outcome(entry: &Entry, work: &Path) -> Outcome {
    let (mut diagnostics, mut types) = (Vec::new(), None);
    let generation = make(entry, work, &mut diagnostics, &mut types);
    let mut codes = BTreeMap::new();
    for diagnostic in &diagnostics {
        *codes.entry(diagnostic.code).or_default() += 1;
    }
    Outcome {
        file: entry.file.clone(),
        package: entry.package.clone(),
        generation,
        diagnostics: codes,
        types,
        compilation: None,
        proof: None,
        wire: None,
    }
}

fn make(entry: &Entry, work: &Path, diagnostics: &mut Vec<Diagnostic>, types: &mut Option<Types>) -> Generation {
    let text = match fs::read_to_string(&entry.path) {
        Ok(text) => text,
        Err(error) => return Generation::Failed { message: format!("cannot be read: {error}") },
    };
    let source = Source::new(&entry.file, text);
    let config = Config {
        name: Some(entry.package.clone()),
        source: entry.file.clone(),
        command: "cargo xtask corpus".to_owned(),
        ..Config::default()
    };
    let made = || generate(&source, &config).map(|generated| (Types::from(report(&generated.api)), generated));
    let (found, generated) = match catch_unwind(AssertUnwindSafe(made)) {
        Ok(Ok(made)) => made,
        Ok(Err(errors)) => {
            let message = render_human(&errors, &[source], Style::Plain);
            *diagnostics = errors;
            return Generation::Failed { message };
        }
        Err(payload) => return Generation::Panicked { message: said(payload.as_ref()) },
    };
    *types = Some(found);
    let Generated { api, tree, diagnostics: found } = generated;
    *diagnostics = found;
    let dir = folder(work, &entry.package);
    match disk::make_folder(&dir).map_err(|trouble| trouble.to_string()).and_then(|()| put(&tree, &dir)) {
        Ok(()) => Generation::Generated { requests: api.root.operations_deep().len() },
        Err(message) => Generation::Failed { message },
    }
}

fn put(tree: &postman_codegen::render::Tree, dir: &Path) -> Result<(), String> {
    let plan = write::plan(tree, dir, MARK).map_err(|error| error.to_string())?;
    write::apply(&plan).map(drop).map_err(|error| error.to_string())
}

/// What was said when it panicked.
fn said(payload: &(dyn std::any::Any + Send)) -> String {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("without a word").to_owned()
}

/// Writes the workspace of the crates that there are, which begins with the versions that this one has tried.
pub(super) fn write_workspace(outcomes: &[Outcome], work: &Path) -> Result<(), Trouble> {
    let generated = outcomes.iter().filter(|outcome| outcome.is_generated());
    let members: Vec<_> = generated.map(|outcome| format!("crates/{}", outcome.package)).collect();
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:#?}\n{PROFILE}");
    disk::write(&work.join("Cargo.toml"), manifest.as_bytes())?;
    disk::write(&work.join("Cargo.lock"), &disk::read(&or_default(None, "Cargo.lock"))?)
}
