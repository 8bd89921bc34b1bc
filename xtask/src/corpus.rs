//! `cargo xtask corpus`: whether any collection becomes a crate that compiles without a warning and sends what Newman sends.

mod compile;
mod crates;
mod disk;
mod files;
mod markdown;
mod outcome;
mod progress;
mod prove;
mod report;
mod table;
mod tools;
mod totals;
mod wire;

use std::fmt;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread::available_parallelism;

use postman_codegen::cli::{print, print_error};
use postman_codegen::diagnostic::escaped;

use crate::input::or_default;
use files::Entry;
use outcome::Outcome;
use progress::Progress;
use report::{Form, Report, Stage};
use table::{Lines, Table};
use tools::Tools;
use totals::Totals;

/// Generate a crate from every collection of a folder, compile all of them, and compare what they send with Newman
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder with the collections: its *.json
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// Take only as many, spread evenly and always the same ones
    #[arg(long, value_name = "N")]
    sample: Option<usize>,
    /// How many things are done at once; by default as many as there are cores
    #[arg(long, value_name = "N")]
    jobs: Option<NonZero<usize>>,
    /// Where the crates are made; by default target/corpus of this workspace
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Only generate, and compile nothing
    #[arg(long, conflicts_with = "wire")]
    no_compile: bool,
    /// Run the tests of each crate's examples
    #[arg(long, conflicts_with = "no_compile")]
    prove: bool,
    /// Compare what each crate's replay program sends with what Newman sends, which needs Node
    #[arg(long)]
    wire: bool,
    /// The folder with newman.js, compare.js and what they need
    #[arg(long, value_name = "DIR", env = "POSTMAN_WIRE", required_if_eq("wire", "true"))]
    wire_tools: Option<PathBuf>,
    /// How many of a hundred requests must be sent as Newman sends them
    #[arg(long, value_name = "PERCENT", default_value_t = 99.0, value_parser = percent)]
    wire_bound: f64,
    /// Write everything to a file as well, as JSON (*.json) or for people (*.md); may be given twice
    #[arg(long, value_name = "FILE")]
    report: Vec<PathBuf>,
    /// Print a line also for collections without a problem
    #[arg(long)]
    verbose: bool,
}

fn percent(text: &str) -> Result<f64, String> {
    let percent = text.parse().ok().filter(|percent| (0.0..=100.0).contains(percent));
    percent.ok_or_else(|| "a number from 0 to 100 is expected".to_owned())
}

/// Why something could not be done.
#[derive(Debug)]
struct Trouble(String);

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // It quotes names of files, and what other programs said.
        let lines: Vec<String> = self.0.lines().map(escaped).collect();
        f.write_str(&lines.join("\n"))
    }
}

/// Status 0 only if everything held.
pub(crate) fn run(args: &Args) -> ExitCode {
    corpus(args).unwrap_or_else(|trouble| {
        print_error(&format!("error: {trouble}\n"));
        ExitCode::FAILURE
    })
}

fn corpus(args: &Args) -> Result<ExitCode, Trouble> {
    let forms = args.report.iter().map(|path| Form::of(path).map(|form| (path, form)));
    let forms = forms.collect::<Result<Vec<_>, _>>()?;
    let mut run = Run::start(args)?;
    let entries = files::list(&absolute(&args.dir)?);
    let entries = entries.map_err(|error| Trouble(format!("cannot read `{}`: {error}", args.dir.display())))?;
    let available = entries.len();
    let entries = files::sample(entries, args.sample.unwrap_or(available));

    let collections = run.all(&entries, args)?;
    let totals = Totals::of(&collections);
    let complaints = totals.complaints(args.wire_bound);
    let corpus = args.dir.display().to_string();
    let report = Report { corpus, available, totals, complaints, stages: run.stages, collections };
    for (path, form) in forms {
        report.write(path, form)?;
    }
    Ok(tell(&report, if args.verbose { Lines::All } else { Lines::Problems }))
}

fn tell(report: &Report, lines: Lines) -> ExitCode {
    let held = if report.complaints.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    let status = print(held, |out| write!(out, "{}", Table { report, lines }));
    for complaint in &report.complaints {
        print_error(&format!("error: {complaint}\n"));
    }
    status
}

fn absolute(path: &Path) -> Result<PathBuf, Trouble> {
    path.canonicalize().map_err(|error| Trouble(format!("cannot find `{}`: {error}", path.display())))
}

/// How large the stack of a thread is: one that overflows ends the run for all collections.
const STACK: usize = 64 << 20;

/// What the stages work with.
struct Run {
    /// The folder that everything is made in.
    work: PathBuf,
    jobs: usize,
    pool: rayon::ThreadPool,
    stages: Vec<Stage>,
}

impl Run {
    fn start(args: &Args) -> Result<Self, Trouble> {
        let work = or_default(args.out.as_deref(), "target/corpus");
        disk::make_folder(&work)?;
        let jobs = args.jobs.or_else(|| available_parallelism().ok()).map_or(1, NonZero::get);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).stack_size(STACK).build();
        let pool = pool.map_err(|error| Trouble(format!("cannot start threads: {error}")))?;
        Ok(Self { work: absolute(&work)?, jobs, pool, stages: Vec::new() })
    }

    /// One stage: on all cores that may be used, with a bar of so many steps, and timed.
    fn stage<T: Send>(&mut self, name: &'static str, steps: usize, work: impl FnOnce(&Progress) -> T + Send) -> T {
        let progress = Progress::start(name, steps);
        let result = self.pool.install(|| work(&progress));
        self.stages.push(Stage { name, seconds: progress.finish() });
        result
    }

    /// All stages that are asked for.
    fn all(&mut self, entries: &[Entry], args: &Args) -> Result<Vec<Outcome>, Trouble> {
        let (work, jobs, count) = (self.work.clone(), self.jobs, entries.len());
        let mut outcomes = self.stage("generate", count, |progress| crates::write_all(entries, &work, progress));
        crates::write_workspace(&outcomes, &work)?;
        let generated = outcomes.iter().filter(|outcome| outcome.is_generated()).count();
        if args.no_compile || generated == 0 {
            return Ok(outcomes);
        }
        self.stage("check", generated, |progress| compile::check_all(&mut outcomes, &work, jobs, progress))?;
        if args.prove {
            let programs = self
                .stage("build tests", generated, |progress| compile::build_tests(&outcomes, &work, jobs, progress))?;
            self.stage("prove", generated, |progress| prove::prove_all(&mut outcomes, &programs, &work, progress));
        }
        if let Some(folder) = args.wire_tools.as_ref().filter(|_| args.wire) {
            let tools = Tools::prepare(folder, work.join("wire"))?;
            let recordings = self.stage("Newman", count, |progress| wire::record_all(entries, &tools, &work, progress));
            let compiling = outcomes.iter().filter(|outcome| outcome.compiles()).count();
            let programs =
                self.stage("build", compiling, |progress| compile::build_replays(&outcomes, &work, jobs, progress));
            let compare = |progress: &Progress| {
                wire::compare_all(entries, &mut outcomes, &recordings, &programs, (&tools, &work), progress);
            };
            self.stage("compare", count, compare);
        }
        Ok(outcomes)
    }
}
