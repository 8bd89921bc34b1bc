//! The command line.

use std::collections::HashSet;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, ValueHint};
use clap_complete::Shell;
use postman_codegen::cli::{Format, Mode, is_stdin, shown};
use postman_codegen::config::{PACKAGE_NAME, is_package_name};
use postman_codegen::diagnostic::escaped;

const USAGE: &str = "\
postman-codegen [OPTIONS] <COLLECTION>... -o <DIR>
       postman-codegen --completions <SHELL>";

const EXAMPLES: &str = "\
Examples:
  postman-codegen trains.json -o trains             the crate `trains` of one collection
  postman-codegen trains.json boats.json -o crates  a crate of each: crates/trains, crates/boats
  postman-codegen trains.json -e test.json -o trains  with `ClientBuilder::environment_test()`
  postman-codegen trains.json -o trains --check     in CI: is the crate what the collection makes?
  curl -s $URL | postman-codegen - -o trains        a collection that is no file

Exit status:
  0  all is done, also when there are warnings
  1  an error, or --check found a difference
  2  a mistake in the arguments";

/// Generates typed Rust client crates, with documentation, from Postman collections
///
/// A collection is exported from Postman as Collection v2.1 or v2.0. The folder of its crate is made
/// equal to what it says: files that are the same stay untouched, and generated files that are no
/// longer needed go. What the generator did not write is never changed: it is an error there.
///
/// Each generated file begins with the command that makes it again, to be run in the crate's folder.
#[derive(Parser)]
#[command(name = "postman-codegen", version, verbatim_doc_comment, override_usage = USAGE, after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) options: Option<Options>,
    /// Print what a shell needs to complete this command, and do nothing else
    #[arg(long, value_name = "SHELL", exclusive = true)]
    pub(crate) completions: Option<Shell>,
}

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The collections, as JSON files; `-` is standard input
    #[arg(value_name = "COLLECTION", required = true, value_hint = ValueHint::FilePath)]
    pub(crate) collections: Vec<PathBuf>,
    /// The folder of the crate
    ///
    /// Of several collections, the folder around the crates: each is in a folder called like it.
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) out: PathBuf,
    /// The name of the package, by default made from the collection's name
    #[arg(long, value_name = "NAME", value_parser = package_name)]
    pub(crate) name: Option<String>,
    /// An environment as Postman exports it: a constructor that sets its values; can be repeated
    #[arg(short, long = "environment", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) environments: Vec<PathBuf>,
    /// What the collection does not tell, as TOML
    ///
    /// Of a Cargo.toml, the table `workspace.metadata.regen`; of another file, all of it.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) config: Option<PathBuf>,
    /// Write nothing, and fail when something would change
    #[arg(long, conflicts_with = "dry_run")]
    check: bool,
    /// Write nothing, and tell what would change
    #[arg(long)]
    dry_run: bool,
    /// Whom messages are for
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) message_format: Format,
    /// Print nothing but errors
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

impl Args {
    /// The arguments that this process was started with. It ends here with a mistake in them, and with `--help`.
    pub(crate) fn of_this_process() -> Self {
        let args = Self::parse();
        if let Some((kind, message)) = args.options.as_ref().and_then(Options::mistake) {
            Self::command().error(kind, message).exit();
        }
        args
    }
}

impl Options {
    /// What clap cannot see by itself.
    fn mistake(&self) -> Option<(ErrorKind, String)> {
        let inputs = || self.collections.iter().chain(&self.environments);
        let stdins = inputs().chain(&self.config).filter(|path| is_stdin(path));
        if stdins.count() > 1 {
            let message = "`-` can be given once, since standard input can be read once";
            return Some((ErrorKind::TooManyValues, message.to_owned()));
        }
        let mut seen = HashSet::new();
        if let Some(twice) = inputs().find(|path| !seen.insert(*path)) {
            return Some((ErrorKind::TooManyValues, format!("`{}` is given twice", escaped(&shown(twice)))));
        }
        if self.name.is_some() && self.is_several() {
            let message = "`--name` names one package: give one collection, or leave `--name` out";
            return Some((ErrorKind::ArgumentConflict, message.to_owned()));
        }
        None
    }

    /// Whether each crate has a folder of its own in the one that is given.
    pub(crate) fn is_several(&self) -> bool {
        self.collections.len() > 1
    }

    pub(crate) fn mode(&self) -> Mode {
        match (self.check, self.dry_run) {
            (true, _) => Mode::Check,
            (false, true) => Mode::DryRun,
            (false, false) => Mode::Write,
        }
    }
}

fn package_name(name: &str) -> Result<String, String> {
    if is_package_name(name) { Ok(name.to_owned()) } else { Err(format!("it must be {PACKAGE_NAME}")) }
}
