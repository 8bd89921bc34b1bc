//! From the arguments to crates on the disk: everything is made and compared before anything is written.

mod refuse;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use postman_codegen::cli::{
    Failure, Format, Read, Summary, complain, file_name, print_error, read, read_config, settle, shown,
};
use postman_codegen::config::Config;
use postman_codegen::render::MARK;
use postman_codegen::source::Source;
use postman_codegen::write::{self, Plan};
use postman_codegen::{Generated, generate};
use rayon::prelude::*;

use crate::args::Options;
use crate::command;

/// A crate in memory, and the folder for it.
struct Made {
    source: Source,
    generated: Generated,
    dir: PathBuf,
    spent: Duration,
}

/// Makes the crate of each collection. One that fails does not keep the others from theirs.
pub(crate) fn run(options: &Options) -> ExitCode {
    let mut tally = Tally { format: options.message_format, failed: 0 };
    let Some(config) = tally.keep(config(options)) else {
        return ExitCode::FAILURE;
    };
    let made: Vec<_> = options.collections.par_iter().map(|path| make(path, &config, options)).collect();
    let made: Vec<_> = made.into_iter().filter_map(|made| tally.keep(made)).collect();
    if !options.quiet {
        made.iter().for_each(|made| told(made, options.message_format));
    }
    let made: Vec<_> = refuse::clashes(made).into_iter().filter_map(|made| tally.keep(made)).collect();
    let plans: Vec<_> = made.iter().filter_map(|made| Some((made, tally.keep(plan(made))?))).collect();
    let done: Vec<_> = plans.iter().filter_map(|(made, plan)| tally.keep(finish(made, plan, options))).collect();

    tally.close(options);
    let is_good = tally.failed == 0 && done.iter().all(|status| *status == ExitCode::SUCCESS);
    if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Counts what failed, and says why at once.
struct Tally {
    format: Format,
    failed: usize,
}

impl Tally {
    fn keep<T, E: Into<Failure>>(&mut self, result: Result<T, E>) -> Option<T> {
        let failure = result.map_err(Into::into);
        failure.map_err(|failure| (self.failed += 1, failure.report(self.format))).ok()
    }

    /// Among the summaries of the others, an error is easily overlooked.
    fn close(&self, options: &Options) {
        if self.failed > 0 && options.is_several() && self.format == Format::Human {
            print_error(&format!("error: {} of {} collections failed\n", self.failed, options.collections.len()));
        }
    }
}

fn config(options: &Options) -> Result<Config, Failure> {
    let config = match &options.config {
        Some(path) => refuse::shared_name(read_config(path, &shown(path))?, path, options)?,
        None => Config::default(),
    };
    Ok(Config { name: options.name.clone().or(config.name), ..config })
}

fn make(path: &Path, config: &Config, options: &Options) -> Result<Made, Failure> {
    let source = read(path, &shown(path))?;
    let start = Instant::now();
    let config = Config { source: file_name(path), command: command::of_crate(path, options), ..config.clone() };
    let generated = generate(&source, &config).map_err(|diagnostics| Failure::input(diagnostics, &source))?;
    let dir = match options.is_several() {
        true => options.out.join(&generated.api.package.name),
        false => options.out.clone(),
    };
    Ok(Made { source, generated, dir, spent: start.elapsed() })
}

fn told(made: &Made, format: Format) {
    complain(&made.generated.diagnostics, std::slice::from_ref(&made.source), format);
}

fn plan(made: &Made) -> Result<Plan<'_>, Failure> {
    refuse::loss_of_other_crates(write::plan(&made.generated.tree, &made.dir, MARK)?, &made.dir)
}

fn finish(made: &Made, plan: &Plan<'_>, options: &Options) -> Result<ExitCode, Failure> {
    let start = Instant::now();
    let outcome = settle(plan, options.mode())?;
    let summary = Summary {
        read: Read::new(made.source.name().to_owned(), &made.generated.api),
        out: shown(&made.dir),
        outcome,
        command: command::of_all(options),
        milliseconds: (made.spent + start.elapsed()).as_millis(),
        review: None,
    };
    Ok(if options.quiet { summary.status() } else { summary.print(options.message_format) })
}
