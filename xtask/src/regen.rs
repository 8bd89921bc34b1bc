//! `cargo xtask regen`: makes the generated crate again.

mod summary;

use std::iter;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use postman_codegen::render::MARK;
use postman_codegen::{generate, write};

use crate::console::{Failure, Format, complain, print};
use crate::input::{COMMAND, Input, or_default, shown};
use summary::{Mode, Read, Summary};

/// Make the generated crate again
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Write nothing, and fail when something would change
    #[arg(long)]
    check: bool,
    /// Whom messages are for
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    message_format: Format,
    #[command(flatten)]
    input: Input,
    /// The folder of the crate; by default generated/ of this workspace
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    regen(args).unwrap_or_else(|failure| failure.report(args.message_format))
}

fn regen(args: &Args) -> Result<ExitCode, Failure> {
    let start = Instant::now();
    let source = args.input.collection()?;
    let config = args.input.config()?;
    let generated = generate(&source, &config).map_err(|diagnostics| Failure::input(diagnostics, &source))?;
    complain(&generated.diagnostics, &[source], args.message_format);

    let out = or_default(args.out.as_deref(), "generated");
    let plan = write::plan(&generated.tree, &out, MARK)?;
    let mode = if args.check { Mode::Check } else { Mode::Write };
    let report = match mode {
        Mode::Check => plan.report().clone(),
        Mode::Write => write::apply(&plan)?,
    };
    let summary = Summary {
        mode,
        fresh: plan.is_fresh(),
        interrupted: plan.is_interrupted(),
        read: Read::new(shown(&args.input.collection_path()), &generated.api),
        out: shown(&out),
        report,
        command: command(args),
        milliseconds: start.elapsed().as_millis(),
    };
    let status = match mode {
        Mode::Check if !summary.fresh => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    };
    Ok(print(status, |out| match args.message_format {
        Format::Human => write!(out, "{summary}"),
        Format::Json => writeln!(out, "{}", serde_json::to_string(&summary)?),
    }))
}

/// The command that does what a check says must be done.
fn command(args: &Args) -> String {
    let paths = [("--collection", &args.input.collection), ("--config", &args.input.config), ("--out", &args.out)];
    let given = paths.into_iter().filter_map(|(name, path)| Some(format!(" {name} {}", path.as_ref()?.display())));
    iter::once(COMMAND.to_owned()).chain(given).collect()
}
