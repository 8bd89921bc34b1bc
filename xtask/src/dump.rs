//! `cargo xtask dump`: one stage of the pipeline as JSON.

use std::io;
use std::process::ExitCode;

use postman_codegen::cli::{Failure, Format, complain, print};
use postman_codegen::diagnostic::escaped_json;
use postman_codegen::{lower_with, parse};
use serde::Serialize;

use crate::input::Input;

/// Print a stage of the pipeline as JSON
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The stage
    stage: Stage,
    #[command(flatten)]
    input: Input,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Stage {
    /// The collection as it was read
    Postman,
    /// The API with every decision made
    Model,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    dump(args).unwrap_or_else(|failure| failure.report(Format::Human))
}

fn dump(args: &Args) -> Result<ExitCode, Failure> {
    let source = args.input.collection()?;
    let (collection, mut diagnostics) = parse(&source).map_err(|error| Failure::input(vec![error], &source))?;
    let mut sources = vec![source.clone()];
    let status = match args.stage {
        Stage::Postman => print_json(&collection),
        Stage::Model => {
            let (config, config_source) = args.input.config()?;
            let environments = args.input.environments(&config)?;
            let (api, more) = lower_with(&collection, &environments.parsed, &config);
            let errors: Vec<_> = more.iter().filter(|finding| finding.is_error()).cloned().collect();
            if !errors.is_empty() {
                return Err(Failure::input(errors, &source).or_about(&config_source));
            }
            diagnostics.extend(environments.diagnostics);
            diagnostics.extend(more.into_iter().map(|finding| finding.or_in_file(source.name())));
            sources.extend(environments.sources);
            print_json(&api)
        }
    };
    complain(&diagnostics, &sources, Format::Human);
    Ok(status)
}

fn print_json(value: &impl Serialize) -> ExitCode {
    print(ExitCode::SUCCESS, |out| {
        let json = serde_json::to_string_pretty(value).map_err(io::Error::from)?;
        // Line by line, since a line break between strings may not be escaped.
        json.lines().try_for_each(|line| writeln!(out, "{}", escaped_json(line)))
    })
}
