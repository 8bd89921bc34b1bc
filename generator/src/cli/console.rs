//! Printing, for people and for programs. A reader that went away is no error.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use crate::diagnostic::{Diagnostic, Style, render_human, render_json};
use crate::source::Source;
use crate::write::WriteError;

/// Whom messages are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// People
    Human,
    /// Programs: one JSON object a line
    Json,
}

/// Why a command cannot do its work.
#[derive(Debug)]
pub enum Failure {
    /// Something is wrong with what it reads.
    Input {
        /// What is wrong.
        diagnostics: Vec<Diagnostic>,
        /// The files that it is about.
        sources: Vec<Source>,
    },
    /// Something is wrong where it writes.
    Write(WriteError),
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}

impl Failure {
    /// What is wrong with a file that was read.
    pub fn input(diagnostics: Vec<Diagnostic>, source: &Source) -> Self {
        Self::Input { diagnostics, sources: vec![source.clone()] }
    }

    /// The same, which may also be about another file.
    #[must_use]
    pub fn or_about(mut self, source: &Source) -> Self {
        if let Self::Input { sources, .. } = &mut self {
            sources.push(source.clone());
        }
        self
    }

    /// Prints it, and gives the status to end with.
    pub fn report(self, format: Format) -> ExitCode {
        match (self, format) {
            (Self::Input { diagnostics, sources }, _) => complain(&diagnostics, &sources, format),
            // Not as a diagnostic, which would be cut short: all files must be named.
            (Self::Write(error), Format::Human) => {
                print_error(&format!("error[{}]: {error}\n  = help: {}\n", error.code(), error.hint()))
            }
            (Self::Write(error), Format::Json) => complain(&[error.into()], &[], format),
        }
        ExitCode::FAILURE
    }
}

/// Prints diagnostics to stderr.
pub fn complain(diagnostics: &[Diagnostic], sources: &[Source], format: Format) {
    let style = if io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        Style::Colored
    } else {
        Style::Plain
    };
    print_error(&match format {
        Format::Human => render_human(diagnostics, sources, style),
        Format::Json => render_json(diagnostics, sources),
    });
}

/// Prints to stderr. There is nobody to tell when that fails.
pub fn print_error(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Prints to stdout by way of `write`, and gives the status to end with: `status`, unless printing failed.
pub fn print(status: ExitCode, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> ExitCode {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            print_error(&format!("error: cannot print: {error}\n"));
            ExitCode::FAILURE
        }
        _ => status,
    }
}
