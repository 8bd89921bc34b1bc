//! What was read and what was written, in a few lines.

use std::fmt;
use std::process::ExitCode;

use serde::Serialize;

use super::{Format, print};
use crate::diagnostic::{escaped, escaped_json};
use crate::model::Api;
use crate::write::{self, Plan, Report, WriteError};

/// More changed files than this are not all named, unless they are what was asked for.
const FEW: usize = 20;

/// Whether the differences are written or only named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// They are written.
    Write,
    /// They are named, and there must be none.
    Check,
    /// They are named.
    DryRun,
}

/// What became of a plan.
#[derive(Debug, Serialize)]
pub struct Outcome {
    mode: Mode,
    /// Whether there was nothing to write.
    fresh: bool,
    /// Whether an earlier run had not come to its end.
    interrupted: bool,
    #[serde(flatten)]
    report: Report,
}

/// Does with a plan what the mode says.
///
/// # Errors
///
/// As for [`write::apply`].
pub fn settle(plan: &Plan<'_>, mode: Mode) -> Result<Outcome, WriteError> {
    let report = match mode {
        Mode::Write => write::apply(plan)?,
        Mode::Check | Mode::DryRun => plan.report().clone(),
    };
    Ok(Outcome { mode, fresh: plan.is_fresh(), interrupted: plan.is_interrupted(), report })
}

impl Outcome {
    /// Whether it is as the mode wants it: a check finds no difference.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.fresh || self.mode != Mode::Check
    }
}

/// All that there is to say about a crate that was made.
#[derive(Debug, Serialize)]
pub struct Summary {
    /// What was read.
    pub read: Read,
    /// The folder of the crate.
    pub out: String,
    /// What became of it.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// The command that writes.
    pub command: String,
    /// How long it took.
    pub milliseconds: u128,
    /// The command that shows people what changed.
    #[serde(skip)]
    pub review: Option<String>,
}

/// What was read.
#[derive(Debug, Serialize)]
pub struct Read {
    collection: String,
    folders: usize,
    requests: usize,
    variables: usize,
    types: usize,
}

impl Read {
    /// Counts what came of the collection of this name.
    #[must_use]
    pub fn new(collection: String, api: &Api) -> Self {
        Self {
            collection,
            folders: api.root.count_folders(),
            requests: api.root.operations_deep().len(),
            variables: api.variables.len(),
            types: api.types.len(),
        }
    }
}

impl Summary {
    /// The status to end with.
    #[must_use]
    pub fn status(&self) -> ExitCode {
        if self.outcome.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    /// Prints it to stdout, and gives the status to end with.
    pub fn print(&self, format: Format) -> ExitCode {
        print(self.status(), |out| match format {
            Format::Human => write!(out, "{self}"),
            Format::Json => writeln!(out, "{}", escaped_json(&serde_json::to_string(self)?)),
        })
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Read { collection, folders, requests, variables, types } = &self.read;
        let counts = [(*folders, "folder"), (*requests, "request"), (*variables, "variable"), (*types, "type")];
        let counts = counts.map(|(count, what)| format!("{count} {what}{}", if count == 1 { "" } else { "s" }));
        writeln!(f, "read {}: {}", escaped(collection), counts.join(", "))?;
        match self.outcome.mode {
            Mode::Write => self.written(f),
            Mode::DryRun => self.planned(f),
            Mode::Check => self.checked(f),
        }
    }
}

impl Summary {
    fn written(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = &self.outcome.report;
        let Report { created, updated, unchanged, removed } = report;
        let counts =
            counts([(created, "created"), (updated, "updated"), (unchanged, "unchanged"), (removed, "removed")]);
        writeln!(f, "wrote {}: {counts}", escaped(&self.out))?;
        if self.outcome.interrupted {
            writeln!(f, "finished what an interrupted run had left")?;
        }
        // Of a crate that is new, nobody needs the names.
        if created.len() < report.changes() + unchanged.len() {
            names(f, report, ["created", "updated", "removed"], FEW)?;
        }
        writeln!(f, "took {}.{:03} s", self.milliseconds / 1000, self.milliseconds % 1000)?;
        match &self.review {
            Some(review) if report.changes() > 0 => writeln!(f, "to review the change: {}", escaped(review)),
            _ => Ok(()),
        }
    }

    fn planned(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "would write {}: {}", escaped(&self.out), open_counts(&self.outcome.report))?;
        self.differences(f)
    }

    fn checked(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = &self.outcome.report;
        let out = escaped(&self.out);
        if self.outcome.fresh {
            return writeln!(f, "{out} is as it should be: {} files", report.unchanged.len());
        }
        writeln!(f, "{out} is stale: {}", open_counts(report))?;
        self.differences(f)?;
        writeln!(f, "to mend it, run: {}", escaped(&self.command))
    }

    /// What is not written, by name.
    fn differences(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.outcome.interrupted {
            writeln!(f, "an interrupted run has left its remains there")?;
        }
        names(f, &self.outcome.report, ["create", "update", "remove"], usize::MAX)
    }
}

/// Numbers of files with a word for each.
fn counts(lists: [(&Vec<String>, &str); 4]) -> String {
    lists.map(|(list, word)| format!("{} {word}", list.len())).join(", ")
}

/// How many files are still to be written.
fn open_counts(report: &Report) -> String {
    let Report { created, updated, unchanged, removed } = report;
    counts([(created, "to create"), (updated, "to update"), (removed, "to remove"), (unchanged, "as they should be")])
}

/// The changed files with what is done to them, up to a number of them.
fn names(f: &mut fmt::Formatter<'_>, report: &Report, verbs: [&str; 3], most: usize) -> fmt::Result {
    let lists = [&report.created, &report.updated, &report.removed];
    let changes = verbs.into_iter().zip(lists).flat_map(|(verb, paths)| paths.iter().map(move |path| (verb, path)));
    for (verb, path) in changes.take(most) {
        writeln!(f, "  {verb} {}", escaped(path))?;
    }
    match report.changes().saturating_sub(most) {
        0 => Ok(()),
        more => writeln!(f, "  and {more} more"),
    }
}
