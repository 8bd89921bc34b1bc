//! `cargo xtask corpus`: whether any collection becomes a crate that compiles without a warning and sends what Newman sends.

mod compile;
mod crates;
mod disk;
mod files;
mod outcome;
mod progress;

use std::fmt;
use std::num::NonZero;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread::available_parallelism;

use crate::console::print_error;
use crate::input::or_default;
use progress::Progress;

/// Generate a crate from every collection of a folder, and compile all of them
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder with the collections
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
    /// Compile nothing
    #[arg(long)]
    no_compile: bool,
}

/// Why the command cannot go on.
#[derive(Debug)]
pub(crate) struct Trouble(String);

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

pub(crate) fn run(args: &Args) -> ExitCode {
    corpus(args).unwrap_or_else(|trouble| {
        print_error(&format!("error: {trouble}\n"));
        ExitCode::FAILURE
    })
}

fn corpus(args: &Args) -> Result<ExitCode, Trouble> {
    let work = or_default(args.out.as_deref(), "target/corpus");
    disk::make_folder(&work)?;
    let work = work.canonicalize().map_err(|error| Trouble(format!("`{}`: {error}", work.display())))?;
    let entries = files::list(&args.dir).map_err(|error| Trouble(format!("cannot read `{}`: {error}", args.dir.display())))?;
    let entries = files::sample(entries, args.sample.unwrap_or(usize::MAX));
    let jobs = args.jobs.or_else(|| available_parallelism().ok()).map_or(1, NonZero::get);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build();
    let pool = pool.map_err(|error| Trouble(format!("cannot start threads: {error}")))?;

    let progress = Progress::start("generating", entries.len());
    let mut outcomes = pool.install(|| crates::write_all(&entries, &work, &progress));
    eprintln!("generated {}", progress.finish());
    crates::write_workspace(&outcomes, &work)?;
    if !args.no_compile {
        let progress = Progress::start("compiling", entries.len());
        compile::check_all(&mut outcomes, &work, jobs, &progress)?;
        eprintln!("compiled {}", progress.finish());
    }
    println!("{}", serde_json::to_string_pretty(&outcomes).unwrap_or_default());
    Ok(ExitCode::SUCCESS)
}
