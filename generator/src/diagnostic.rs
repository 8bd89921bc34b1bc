//! What the generator has to say about its input: an error or a warning with a place and a way out.

use serde::Serialize;

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
    /// Line and column, both from 1 on, when they are known without looking the pointer up.
    pub position: Option<(usize, usize)>,
    /// What to do about it.
    pub hint: Option<String>,
}
