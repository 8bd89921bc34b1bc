//! `postman-codegen`: typed Rust client crates from Postman collections. `postman-codegen --help` tells how.

/// Tokens are many small allocations: with the system's allocator, a third of all instructions.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

mod args;
mod command;
mod run;

use std::process::ExitCode;

use clap::CommandFactory;
use clap_complete::Shell;
use postman_codegen::cli::print;

use args::Args;

/// Status 0 also with warnings, 1 after an error, 2 (clap's) after a mistake in the arguments.
fn main() -> ExitCode {
    let args = Args::of_this_process();
    match (args.completions, args.options) {
        (Some(shell), _) => completions(shell),
        (None, Some(options)) => run::run(&options),
        // clap asks for a collection unless completions are asked for.
        (None, None) => ExitCode::from(2),
    }
}

/// Prints what a shell must know to complete a command line.
fn completions(shell: Shell) -> ExitCode {
    // By way of a buffer, since clap_complete panics when nobody reads what it prints.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "postman-codegen", &mut script);
    print(ExitCode::SUCCESS, |out| out.write_all(&script))
}
