//! `cargo xtask regen`: makes the generated crate again.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use postman_codegen::cli::{
    Environments, Failure, Format, Mode, Read, Summary, command_line, complain, read_known, settle,
};
use postman_codegen::config::Config;
use postman_codegen::render::{MARK, Templates};
use postman_codegen::source::Source;
use postman_codegen::{generate_with, write};

use crate::input::{COMMAND, Input, or_default, shown};

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
    let out = or_default(args.out.as_deref(), "generated");
    let (source, settings) = rayon::join(|| args.input.collection(), || settings(&args.input, &out));
    let (source, Settings { config, config_source, environments, templates }) = (source?, settings?);
    let generated = generate_with(&source, &environments.parsed, &config, &templates)
        .map_err(|diagnostics| Failure::input(diagnostics, &source).or_about(&config_source))?;
    let findings = [environments.diagnostics, generated.diagnostics].concat();
    complain(&findings, &[vec![source], environments.sources].concat(), args.message_format);

    let plan = write::plan(&generated.tree, &out, MARK)?;
    let outcome = settle(&plan, if args.check { Mode::Check } else { Mode::Write })?;
    let summary = Summary {
        read: Read::new(shown(&args.input.collection_path()), &generated.api),
        out: shown(&out),
        outcome,
        command: command(args),
        milliseconds: start.elapsed().as_millis(),
        review: Some(format!("git diff {}; cargo insta test --review", shown(&out))),
    };
    Ok(summary.print(args.message_format))
}

/// What is read beside the collection.
struct Settings {
    config: Config,
    /// Its file.
    config_source: Source,
    environments: Environments,
    templates: Templates,
}

fn settings(input: &Input, out: &Path) -> Result<Settings, Failure> {
    let (config, config_source) = input.config()?;
    let config = Config { known: read_known(out)?, ..config };
    let environments = input.environments(&config)?;
    let templates = Templates::embedded()
        .map_err(|error| Failure::Input { diagnostics: vec![error.diagnostic()], sources: Vec::new() })?;
    Ok(Settings { config, config_source, environments, templates })
}

/// The command that does what a check says must be done.
fn command(args: &Args) -> String {
    let paths = [("--collection", &args.input.collection), ("--config", &args.input.config), ("--out", &args.out)];
    let given =
        paths.into_iter().filter_map(|(name, path)| Some([name.to_owned(), path.as_ref()?.display().to_string()]));
    command_line(COMMAND.split(' ').map(str::to_owned).chain(given.flatten()))
}
