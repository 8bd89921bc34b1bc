//! render::Tree -> disk: the only door.
//!
//! [`plan`] compares a tree with a folder and writes nothing; [`apply`] makes the folder equal to the tree. A file of
//! the folder is *ours* when the mark stands within its first KiB; only such files are replaced or removed. Anything
//! else is an error that names it, except what tools put there by themselves: hidden files and folders (`.git`,
//! `.gitignore`, `.DS_Store`), and `target` and `Cargo.lock` at the top. Those are left alone. Symbolic links inside
//! the folder are neither followed nor ours.
//!
//! Unchanged files are not touched. The others are first written to a staging folder inside the folder, so a failure
//! up to there leaves everything as it was; then they are renamed into place. A run that is killed in between has left
//! a journal, which the next run finishes.

#![allow(clippy::disallowed_methods, reason = "this is the only door to the disk")]

mod error;
mod staging;
mod survey;

use std::path::{Path, PathBuf};
use std::{fs, io};

use rayon::prelude::*;
use serde::Serialize;

pub use error::WriteError;

use crate::render::Tree;
use staging::{Staging, Step};
use survey::{HEAD, survey};

/// How a folder differs from a tree: relative paths with `/`, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Files that only the tree has.
    pub created: Vec<String>,
    /// Files that both have, with different text.
    pub updated: Vec<String>,
    /// Files that both have, with the same text.
    pub unchanged: Vec<String>,
    /// Files of ours that only the folder has.
    pub removed: Vec<String>,
}

impl Report {
    /// How many files are created, updated or removed.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.created.len() + self.updated.len() + self.removed.len()
    }
}

/// What [`apply`] would do.
#[derive(Debug, Clone)]
pub struct Plan<'t> {
    tree: &'t Tree,
    dir: PathBuf,
    mark: &'t str,
    report: Report,
    interrupted: bool,
}

impl Plan<'_> {
    /// The differences.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Whether an earlier run was interrupted; [`apply`] finishes it or removes its remains.
    #[must_use]
    pub fn is_interrupted(&self) -> bool {
        self.interrupted
    }

    /// Whether there is nothing to do: no difference, and no remains of an interrupted run.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.report.changes() == 0 && !self.interrupted
    }
}

/// Compares a folder, which need not exist, with a tree whose files all carry the mark. Writes nothing.
///
/// # Errors
///
/// A file of the tree lacks the mark; the folder holds something that is not ours, or cannot be read; or another run is
/// writing to it.
pub fn plan<'t>(tree: &'t Tree, dir: &Path, mark: &'t str) -> Result<Plan<'t>, WriteError> {
    check_marks(tree, mark)?;
    let dir = if dir.as_os_str().is_empty() { PathBuf::from(".") } else { dir.to_path_buf() };
    let interrupted = staging::is_left(&dir)?;
    let report = compare(tree, &dir, mark)?;
    Ok(Plan { tree, dir, mark, report, interrupted })
}

/// Makes the folder equal to the plan's tree, and says what changed.
///
/// The folder is compared again under a lock, so what happened since the plan was made is seen.
///
/// # Errors
///
/// As for [`plan`], and when writing fails. Unless the failure comes from a rename or a removal at the very end, the
/// folder is then as it was; after one of those, the next run goes on where this one stopped.
pub fn apply(plan: &Plan<'_>) -> Result<Report, WriteError> {
    if plan.is_fresh() {
        return Ok(plan.report.clone());
    }
    let Plan { tree, dir, mark, .. } = plan;
    let staging = Staging::enter(dir)?;
    let report = compare(tree, dir, mark)?;
    let rest = if staging.finish_earlier(mark)? { compare(tree, dir, mark)? } else { report.clone() };
    let new: Vec<&String> = rest.created.iter().chain(&rest.updated).collect();
    // Each waits for the disk.
    let failure = new.par_iter().find_map_first(|path| staging.stage(path, tree.get(path).unwrap_or_default()).err());
    failure.map_or(Ok(()), Err)?;
    staging.commit(&steps(tree, &rest), mark)?;
    Ok(report)
}

/// The moves, then the removals, so that a killed run leaves too much rather than too little; but what a new file cannot
/// stand beside goes first.
fn steps(tree: &Tree, report: &Report) -> Vec<Step> {
    let moves = report.created.iter().chain(&report.updated);
    let mut steps: Vec<_> = moves.cloned().map(Step::Move).collect();
    for path in &report.removed {
        let place = if tree.file_is_in_the_way(path) { 0 } else { steps.len() };
        steps.insert(place, Step::Remove(path.clone()));
    }
    steps
}

/// Without its mark a file could be written once and never again.
fn check_marks(tree: &Tree, mark: &str) -> Result<(), WriteError> {
    let marked = |text: &str| survey::has_mark(&text.as_bytes()[..text.len().min(HEAD)], mark);
    match tree.iter().find(|(_, text)| !marked(text)) {
        None => Ok(()),
        Some((path, _)) => Err(WriteError::Unmarked { path: path.to_owned(), mark: mark.to_owned() }),
    }
}

fn compare(tree: &Tree, dir: &Path, mark: &str) -> Result<Report, WriteError> {
    let mut found = survey(dir, tree, mark)?;
    if !found.foreign.is_empty() {
        return Err(WriteError::Foreign { dir: dir.to_path_buf(), paths: found.foreign });
    }
    let mut report = Report::default();
    let files: Vec<(&str, &str)> = tree.iter().collect();
    let read = |&(path, text): &(&str, &str)| found.ours.contains(path).then(|| has_text(&dir.join(path), text));
    let same: Vec<Option<Result<bool, WriteError>>> = files.par_iter().map(read).collect();
    for ((path, _), same) in files.into_iter().zip(same) {
        let list = if !found.ours.remove(path) {
            &mut report.created
        } else if same.transpose()? == Some(true) {
            &mut report.unchanged
        } else {
            &mut report.updated
        };
        list.push(path.to_owned());
    }
    report.removed = found.ours.into_iter().collect();
    Ok(report)
}

fn has_text(path: &Path, text: &str) -> Result<bool, WriteError> {
    let same = || -> io::Result<bool> {
        Ok(fs::metadata(path)?.len() == text.len() as u64 && fs::read(path)? == text.as_bytes())
    };
    same().map_err(WriteError::io("read", path))
}
