//! The whole of a run: what is printed and what is written to files.

use std::path::Path;

use serde::Serialize;

use super::outcome::{Generation, Outcome};
use super::totals::Totals;
use super::{Trouble, disk, markdown};

/// All that there is to say about a run.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    /// The folder as it was given.
    pub(super) corpus: String,
    /// How many collections the folder has, of which a sample may have been taken.
    pub(super) available: usize,
    pub(super) totals: Totals,
    /// What did not hold.
    pub(super) complaints: Vec<String>,
    pub(super) stages: Vec<Stage>,
    pub(super) collections: Vec<Outcome>,
}

/// How long a stage took.
#[derive(Debug, Serialize)]
pub(super) struct Stage {
    pub(super) name: &'static str,
    pub(super) seconds: f64,
}

/// What a report is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Json,
    Markdown,
}

impl Form {
    /// The form that the name of a file asks for.
    pub(super) fn of(path: &Path) -> Result<Self, Trouble> {
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("json") => Ok(Self::Json),
            Some("md") => Ok(Self::Markdown),
            _ => Err(Trouble(format!("`{}` ends neither in `.json` nor in `.md`", path.display()))),
        }
    }
}

impl Report {
    pub(super) fn write(&self, path: &Path, form: Form) -> Result<(), Trouble> {
        let text = match form {
            Form::Json => {
                let text = serde_json::to_string_pretty(self);
                text.map_err(|error| Trouble(format!("the report cannot be written as JSON: {error}")))? + "\n"
            }
            Form::Markdown => markdown::print(self),
        };
        disk::write(path, text.as_bytes())
    }
}

impl Outcome {
    /// Whether nothing is to be said of it but that all is well.
    pub(super) fn is_well(&self) -> bool {
        self.problems().is_empty()
    }

    /// What is wrong with it, each in a line.
    pub(super) fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        match &self.generation {
            Generation::Generated { .. } => {}
            Generation::Failed { message } => problems.push(format!("not generated: {}", first_line(message))),
            Generation::Panicked { message } => problems.push(format!("panicked: {}", first_line(message))),
        }
        if let Some(said) = &self.compilation {
            let first = said.first.as_deref().map(first_line).unwrap_or("the compiler did not reach it");
            if !said.compiled {
                problems.push(format!("does not compile ({}): {first}", counted(said.errors, "error")));
            } else if said.warnings > 0 {
                problems.push(format!("{}: {first}", counted(said.warnings, "warning")));
            }
        }
        if let Some(lost) = self.types.as_ref().map(|types| &types.examples.lost).filter(|lost| !lost.is_empty()) {
            let first = lost.first().map(|lost| format!("{}: `{}` {}", lost.pointer, lost.place, lost.what));
            let count = counted(lost.len(), "example");
            problems.push(format!("{count} not held by types: {}", first.unwrap_or_default()));
        }
        if let Some(proof) = &self.proof {
            let first = proof.first.as_deref().map(first_line).unwrap_or_default();
            match &proof.trouble {
                Some(trouble) => problems.push(format!("not proved: {}", first_line(trouble))),
                None if proof.failed > 0 => problems.push(format!("{} failed: {first}", counted(proof.failed, "test"))),
                None => {}
            }
        }
        if let Some(wire) = &self.wire {
            match &wire.trouble {
                Some(trouble) => problems.push(format!("not compared: {}", first_line(trouble))),
                None if wire.failed > 0 => {
                    let kinds: Vec<_> = wire.kinds.keys().map(String::as_str).collect();
                    problems.push(format!("{} not sent alike: {}", counted(wire.failed, "request"), kinds.join(", ")));
                }
                None => {}
            }
            problems.extend(wire.note.as_deref().map(|note| first_line(note).to_owned()));
        }
        problems
    }
}

/// `1 request`, `2 requests`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

fn first_line(text: &str) -> &str {
    text.trim().lines().next().unwrap_or_default()
}
