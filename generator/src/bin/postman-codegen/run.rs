//! From the arguments to crates on the disk: everything is made and compared before anything is written.

mod refuse;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use postman_codegen::cli::{
    Environments, Failure, Format, Read, Summary, complain, environments_of, file_name, print_error, read, read_config,
    read_environments, read_known, settle, shown,
};
use postman_codegen::config::Config;
use postman_codegen::known::KnownNames;
use postman_codegen::render::{MARK, Templates};
use postman_codegen::source::Source;
use postman_codegen::write::{self, Plan};
use postman_codegen::{Generated, generate_with};
use rayon::prelude::*;

use crate::args::Options;
use crate::command;

/// What is read beside the collections.
struct Shared {
    config: Config,
    /// Its file, if there is one.
    config_source: Option<Source>,
    environments: Environments,
    templates: Templates,
}

/// A crate in memory, and the folder for it.
struct Made {
    /// The collection's name in messages.
    collection: String,
    /// The collection and the environments.
    sources: Vec<Source>,
    generated: Generated,
    dir: PathBuf,
    spent: Duration,
}

/// Makes the crate of each collection. One that fails does not keep the others from theirs.
pub(crate) fn run(options: &Options) -> ExitCode {
    let mut tally = Tally { format: options.message_format, failed: 0 };
    let Some(shared) = tally.keep(shared(options)) else {
        return ExitCode::FAILURE;
    };
    let made: Vec<_> = options.collections.par_iter().map(|path| make(path, &shared, options)).collect();
    let made: Vec<_> = made.into_iter().filter_map(|made| tally.keep(made)).collect();
    if !options.quiet {
        complain(&shared.environments.diagnostics, &shared.environments.sources, options.message_format);
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

fn shared(options: &Options) -> Result<Shared, Failure> {
    let (config, config_source, mut files) = match &options.config {
        Some(path) => {
            let (config, source) = read_config(path, &shown(path))?;
            let config = refuse::shared_name(config, path, options)?;
            let files = environments_of(&config, path);
            (config, Some(source), files)
        }
        None => (Config::default(), None, Vec::new()),
    };
    files.extend(options.environments.iter().cloned());
    Ok(Shared {
        config: Config { name: options.name.clone().or(config.name), ..config },
        config_source,
        environments: read_environments(files.into_iter().map(|path| (path.clone(), shown(&path))))?,
        templates: Templates::embedded()
            .map_err(|error| Failure::Input { diagnostics: vec![error.diagnostic()], sources: Vec::new() })?,
    })
}

fn make(path: &Path, shared: &Shared, options: &Options) -> Result<Made, Failure> {
    let source = read(path, &shown(path))?;
    let start = Instant::now();
    let Shared { config, config_source, environments, templates } = shared;
    let config = Config { source: file_name(path), command: command::of_crate(path, options), ..config.clone() };
    let generate = |known: KnownNames| {
        let config = Config { known, ..config.clone() };
        let generated = generate_with(&source, &environments.parsed, &config, templates);
        let failure = generated.map_err(|diagnostics| Failure::input(diagnostics, &source));
        failure.map_err(|failure| config_source.iter().fold(failure, Failure::or_about))
    };
    let (generated, dir) = if options.is_several() {
        // Which folder is a crate's is only known when it is made.
        let generated = generate(KnownNames::default())?;
        let dir = options.out.join(&generated.api.package.name);
        let known = read_known(&dir)?;
        (if known.is_empty() { generated } else { generate(known)? }, dir)
    } else {
        (generate(read_known(&options.out)?)?, options.out.clone())
    };
    let collection = source.name().to_owned();
    let sources = std::iter::once(source).chain(environments.sources.iter().cloned()).collect();
    Ok(Made { collection, sources, generated, dir, spent: start.elapsed() })
}

fn told(made: &Made, format: Format) {
    complain(&made.generated.diagnostics, &made.sources, format);
}

fn plan(made: &Made) -> Result<Plan<'_>, Failure> {
    refuse::loss_of_other_crates(write::plan(&made.generated.tree, &made.dir, MARK)?, &made.dir)
}

fn finish(made: &Made, plan: &Plan<'_>, options: &Options) -> Result<ExitCode, Failure> {
    let start = Instant::now();
    let outcome = settle(plan, options.mode())?;
    let summary = Summary {
        read: Read::new(made.collection.clone(), &made.generated.api),
        out: shown(&made.dir),
        outcome,
        command: command::of_all(options),
        milliseconds: (made.spent + start.elapsed()).as_millis(),
        review: None,
    };
    Ok(if options.quiet { summary.status() } else { summary.print(options.message_format) })
}
