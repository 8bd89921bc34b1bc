//! The project's commands: `cargo xtask help` lists them.

/// Tokens are many small allocations: with the system's allocator, a third of all instructions.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

mod budget;
mod corpus;
mod dump;
mod features;
mod input;
mod regen;
mod types;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The project's commands.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Regen(regen::Args),
    Dump(dump::Args),
    Types(types::Args),
    Features(features::Args),
    Corpus(corpus::Args),
    Budget(budget::Args),
}

/// Status 0 also with warnings, 1 after an error, 2 (clap's) after a mistake in the arguments.
fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Regen(args) => regen::run(&args),
        Command::Dump(args) => dump::run(&args),
        Command::Types(args) => types::run(&args),
        Command::Features(args) => features::run(&args),
        Command::Corpus(args) => corpus::run(&args),
        Command::Budget(args) => budget::run(&args),
    }
}
