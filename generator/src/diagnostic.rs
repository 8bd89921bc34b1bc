//! What the generator has to say about its input: an error or a warning with a place and a way out.
//!
//! [`render_human`] shows findings to people, [`render_json`] to programs.

mod cover;
mod human;
mod json;
mod locate;
mod printable;

use std::fmt;

use serde::Serialize;

pub use human::{Style, render_human};
pub use json::render_json;
pub(crate) use printable::is_harmless;
pub use printable::{escaped, escaped_json};

use crate::origin::Origin;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// The crate is generated, and something of the collection is not in it.
    Warning,
    /// The crate is generated, and a decision was made that a reader may want to know.
    Note,
}

/// How much of the text at its place is shown with a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// The keys and the structure of its line. Values may be secrets, whatever the finding is about.
    Structure,
    /// Its line.
    Line,
    /// Nothing: the place is named.
    Nothing,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// A stable name for this kind of finding, in kebab case: `duplicate-name`.
    pub code: &'static str,
    /// What is the matter, as one sentence without a full stop.
    pub message: String,
    /// The file that it is about, as it was given on the command line.
    pub file: String,
    /// The place in the collection.
    pub origin: Origin,
    /// Line and column, both from 1 on and the column in characters, when they are known without looking the pointer
    /// up.
    pub position: Option<(usize, usize)>,
    /// What to do about it.
    pub hint: Option<String>,
    /// How much of the text at the place people see.
    #[serde(skip)]
    pub shown: Shown,
}

impl Diagnostic {
    /// An error about the whole document, until [`at`](Self::at) says more.
    #[must_use]
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message.into())
    }

    /// A warning about the whole document, until [`at`](Self::at) says more.
    #[must_use]
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message.into())
    }

    /// A note about the whole document, until [`at`](Self::at) says more.
    #[must_use]
    pub fn note(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Note, code, message.into())
    }

    fn new(severity: Severity, code: &'static str, message: String) -> Self {
        Self {
            severity,
            code,
            message,
            file: String::new(),
            origin: Origin::root(),
            position: None,
            hint: None,
            shown: Shown::Structure,
        }
    }

    /// Whether nothing is generated.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Names the file.
    #[must_use]
    pub fn in_file(mut self, name: impl Into<String>) -> Self {
        self.file = name.into();
        self
    }

    /// Names the file that it is about, unless it knows better.
    #[must_use]
    pub fn or_in_file(self, name: &str) -> Self {
        if self.file.is_empty() { self.in_file(name) } else { self }
    }

    /// Says where in the collection.
    #[must_use]
    pub fn at(mut self, origin: &Origin) -> Self {
        self.origin = origin.clone();
        self
    }

    /// Says where in the text: line and column, both from 1 on and the column in characters.
    #[must_use]
    pub fn at_position(mut self, line: usize, column: usize) -> Self {
        self.position = Some((line, column));
        self
    }

    /// Keeps the text at the place out of all messages.
    #[must_use]
    pub fn confidential(mut self) -> Self {
        self.shown = Shown::Nothing;
        self
    }

    /// Shows the text at the place as it is: nobody keeps secrets in such a file.
    #[must_use]
    pub fn in_full(mut self) -> Self {
        self.shown = Shown::Line;
        self
    }

    /// Says what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// How many findings there are of each severity: `1 error, 4 warnings`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Summary {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl Summary {
    /// Counts.
    #[must_use]
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let mut summary = Self::default();
        for diagnostic in diagnostics {
            match diagnostic.severity {
                Severity::Error => summary.errors += 1,
                Severity::Warning => summary.warnings += 1,
                Severity::Note => summary.notes += 1,
            }
        }
        summary
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")];
        let mut separator = "";
        for (count, noun) in counts.into_iter().filter(|(count, _)| *count > 0) {
            let plural = if count == 1 { "" } else { "s" };
            write!(f, "{separator}{count} {noun}{plural}")?;
            separator = ", ";
        }
        if separator.is_empty() {
            f.write_str("nothing to report")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summary_counts_and_reads_well() {
        let found =
            [Diagnostic::warning("a", "first"), Diagnostic::error("b", "second"), Diagnostic::warning("a", "third")];
        assert_eq!(Summary::of(&found).to_string(), "1 error, 2 warnings");
        assert_eq!(Summary::of(&found[..1]).to_string(), "1 warning");
        assert_eq!(Summary::of(&[]).to_string(), "nothing to report");
    }
}
