//! What is not the same once an example was decoded and encoded.

use std::fmt;

/// The first thing in an example that its type does not keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// The way to it from the example's top, last step first while it is being made.
    steps: Vec<String>,
    /// What happens there.
    pub kind: Kind,
}

/// What happens to a value that its type does not keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It is no value of its type, so that nothing of the example is decoded.
    Undecodable {
        /// What would be.
        expected: &'static str,
        /// What it is.
        found: &'static str,
    },
    /// The type has no field of this name.
    Unknown,
    /// It is `null`, and left out.
    NullDropped,
    /// It is an empty list or map, and left out.
    EmptyDropped,
    /// It is not there, and written as `null`.
    NullAdded,
    /// It is not there, or `null`, and written as what is the default of its type.
    DefaultAdded,
    /// It is a number that its type does not hold exactly.
    Rounded,
}

impl Loss {
    pub(super) fn new(kind: Kind) -> Self {
        Self { steps: Vec::new(), kind }
    }

    /// The same seen from where one step leads to it.
    #[must_use]
    pub(super) fn under(mut self, step: impl fmt::Display) -> Self {
        self.steps.push(step.to_string());
        self
    }

    /// Where it is in the example, as a JSON pointer; empty for all of it.
    #[must_use]
    pub fn pointer(&self) -> String {
        let escaped = self.steps.iter().rev().map(|step| step.replace('~', "~0").replace('/', "~1"));
        escaped.map(|step| format!("/{step}")).collect()
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.pointer(), self.kind)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undecodable { expected, found } => write!(f, "is {found} in the place of {expected}"),
            Self::Unknown => f.write_str("is no field of its type"),
            Self::NullDropped => f.write_str("is `null`, which is left out"),
            Self::EmptyDropped => f.write_str("is empty, which is left out"),
            Self::NullAdded => f.write_str("is not there, and written as `null`"),
            Self::DefaultAdded => f.write_str("is not there, and written with a default"),
            Self::Rounded => f.write_str("is a number that its type does not hold exactly"),
        }
    }
}
