//! What became of each collection.

use std::collections::BTreeMap;

use postman_codegen::report::{Answers, Counts, Examples, Report};
use serde::Serialize;

/// One collection, stage by stage. A stage that was not reached is absent.
#[derive(Debug, Serialize)]
pub(super) struct Outcome {
    pub(super) file: String,
    pub(super) package: String,
    pub(super) generation: Generation,
    /// How often the generation said what, by the finding's code.
    pub(super) diagnostics: BTreeMap<&'static str, usize>,
    /// What its types are worth, as the generator sees it.
    pub(super) types: Option<Types>,
    pub(super) compilation: Option<Compilation>,
    /// How the tests of its examples ended.
    pub(super) proof: Option<Proof>,
    pub(super) wire: Option<Wire>,
}

/// How the generation of a crate ended.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "status")]
pub(super) enum Generation {
    /// There is a crate on the disk.
    Generated { requests: usize },
    /// It was refused with errors.
    Failed { message: String },
    /// The generator is broken.
    Panicked { message: String },
}

/// What the types of a crate are worth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Types {
    pub(super) counts: Counts,
    pub(super) examples: Examples,
    pub(super) answers: Answers,
}

impl From<Report> for Types {
    fn from(Report { counts, examples, answers, .. }: Report) -> Self {
        Self { counts, examples, answers }
    }
}

/// How the tests of a crate ended, each of which proves the examples of one operation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct Proof {
    pub(super) passed: usize,
    pub(super) failed: usize,
    /// What the first that failed said.
    pub(super) first: Option<String>,
    /// Why there are no tests that could be run.
    pub(super) trouble: Option<String>,
}

/// What the compiler said of a crate.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct Compilation {
    /// Whether the library was made, and nothing else of the crate failed.
    pub(super) compiled: bool,
    pub(super) warnings: usize,
    pub(super) errors: usize,
    /// The first error, or the first warning if there is no error, as the compiler shows it.
    pub(super) first: Option<String>,
}

/// How what the crate sends compares with what Newman sends.
#[derive(Debug, Default, PartialEq, Serialize)]
pub(super) struct Wire {
    /// Requests that are sent alike.
    pub(super) passed: usize,
    /// Requests that differ, or that only Newman sends.
    pub(super) failed: usize,
    /// Requests that Newman itself cannot send.
    pub(super) skipped: usize,
    /// In how many requests something of a kind differs.
    pub(super) kinds: BTreeMap<String, usize>,
    pub(super) differences: Vec<Item>,
    /// Why nothing could be compared.
    pub(super) trouble: Option<String>,
    /// What is odd although all is sent alike.
    pub(super) note: Option<String>,
}

/// A request that is not sent alike.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Item {
    /// Its place among the requests of the collection, from 0 on.
    pub(super) number: usize,
    pub(super) path: String,
    pub(super) parts: Vec<Part>,
}

/// A part of a request that differs.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Part {
    pub(super) kind: String,
    pub(super) newman: String,
    pub(super) client: String,
}

impl Outcome {
    pub(super) fn is_generated(&self) -> bool {
        matches!(self.generation, Generation::Generated { .. })
    }

    pub(super) fn compiles(&self) -> bool {
        self.compilation.as_ref().is_some_and(|compilation| compilation.compiled)
    }
}
