//! What was read and what was written, in a few lines.

use std::fmt;

use postman_codegen::model::Api;
use postman_codegen::write::Report;
use serde::Serialize;

/// More changed files than this are not all named, unless they are what was asked for.
const FEW: usize = 20;

/// Whether the differences are written or only named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Mode {
    Write,
    Check,
}

/// All that there is to say about a run.
#[derive(Debug, Serialize)]
pub(super) struct Summary {
    pub(super) mode: Mode,
    /// Whether there was nothing to write.
    pub(super) fresh: bool,
    /// Whether an earlier run had not come to its end.
    pub(super) interrupted: bool,
    pub(super) read: Read,
    pub(super) out: String,
    #[serde(flatten)]
    pub(super) report: Report,
    /// The command that writes.
    pub(super) command: String,
    pub(super) milliseconds: u128,
}

/// What was read.
#[derive(Debug, Serialize)]
pub(super) struct Read {
    collection: String,
    folders: usize,
    requests: usize,
    variables: usize,
    types: usize,
}

impl Read {
    pub(super) fn new(collection: String, api: &Api) -> Self {
        Self {
            collection,
            folders: api.root.count_folders(),
            requests: api.root.operations_deep().len(),
            variables: api.variables.len(),
            types: api.types.len(),
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Read { collection, folders, requests, variables, types } = &self.read;
        let counts = [(*folders, "folder"), (*requests, "request"), (*variables, "variable"), (*types, "type")];
        let counts = counts.map(|(count, what)| format!("{count} {what}{}", if count == 1 { "" } else { "s" }));
        writeln!(f, "read {collection}: {}", counts.join(", "))?;
        match self.mode {
            Mode::Write => self.written(f),
            Mode::Check => self.checked(f),
        }
    }
}

impl Summary {
    fn written(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Report { created, updated, unchanged, removed } = &self.report;
        writeln!(
            f,
            "wrote {}: {} created, {} updated, {} unchanged, {} removed",
            self.out,
            created.len(),
            updated.len(),
            unchanged.len(),
            removed.len()
        )?;
        if self.interrupted {
            writeln!(f, "finished what an interrupted run had left")?;
        }
        self.names(f, ["created", "updated", "removed"], FEW)?;
        writeln!(f, "took {}.{:03} s", self.milliseconds / 1000, self.milliseconds % 1000)?;
        match self.report.changes() {
            0 => Ok(()),
            _ => writeln!(f, "to review the change: git diff {}; cargo insta test --review", self.out),
        }
    }

    fn checked(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Report { created, updated, unchanged, removed } = &self.report;
        if self.fresh {
            return writeln!(f, "{} is as it should be: {} files", self.out, unchanged.len());
        }
        writeln!(
            f,
            "{} is stale: {} to create, {} to update, {} to remove, {} as they should be",
            self.out,
            created.len(),
            updated.len(),
            removed.len(),
            unchanged.len()
        )?;
        if self.interrupted {
            writeln!(f, "an interrupted run has left its remains there")?;
        }
        self.names(f, ["create", "update", "remove"], usize::MAX)?;
        writeln!(f, "to mend it, run: {}", self.command)
    }

    /// The changed files with what is done to them, up to a number of them.
    fn names(&self, f: &mut fmt::Formatter<'_>, verbs: [&str; 3], most: usize) -> fmt::Result {
        let Report { created, updated, removed, .. } = &self.report;
        let changes = verbs
            .into_iter()
            .zip([created, updated, removed])
            .flat_map(|(verb, paths)| paths.iter().map(move |path| (verb, path)));
        for (verb, path) in changes.take(most) {
            writeln!(f, "  {verb} {path}")?;
        }
        match self.report.changes().saturating_sub(most) {
            0 => Ok(()),
            more => writeln!(f, "  and {more} more"),
        }
    }
}
