//! `cargo xtask types`: what the types of a collection are worth.

use std::io;
use std::process::ExitCode;

use postman_codegen::cli::{self, print};
use postman_codegen::diagnostic::escaped_json;
use postman_codegen::report::report;

use crate::input::Input;

/// Print how many examples the types hold, what the types are, and where nothing is known and why
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,
    /// How it is printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// For a terminal
    Text,
    /// For programs
    Json,
    /// For a page
    Markdown,
}

/// Status 1 where an example is not held by its type.
pub(crate) fn run(args: &Args) -> ExitCode {
    match args.input.api() {
        Ok(api) => {
            let report = report(&api);
            let status = if report.examples.lost.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
            print(status, |out| match args.format {
                Format::Text => out.write_all(report.text().as_bytes()),
                Format::Markdown => out.write_all(report.markdown().as_bytes()),
                Format::Json => {
                    let json = serde_json::to_string_pretty(&report).map_err(io::Error::from)?;
                    json.lines().try_for_each(|line| writeln!(out, "{}", escaped_json(line)))
                }
            })
        }
        Err(failure) => failure.report(cli::Format::Human),
    }
}
