//! `cargo xtask budget`: whether the generated crate is as quick to compile and to run as it should be.
//!
//! Everything is a ratio of two figures that were measured by turns in one run, since machines differ and are noisy: the crate
//! `clarifai` against the same types with serde's derives and nothing else (`xtask/budget/reference`), a program of ten
//! operations against the same calls by hand, and the generator against what no generator can do without. The bounds are in
//! `xtask/budget/bounds.toml`.

#![allow(
    clippy::disallowed_methods,
    reason = "the reference is no generated crate, and what is measured stays in target/"
)]

mod measure;
mod reference;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use postman_codegen::cli::{Format, print, print_error};
use postman_codegen::model::{Api, TypeRef};

use crate::input::{Input, or_default};
use measure::{Bench, Pair};

/// Measure how quick the generated crate is to compile and to run, and fail where a ratio leaves its bound
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only what takes no release build: the time of a check
    #[arg(long)]
    quick: bool,
    /// How often each build is timed; the least time counts
    #[arg(long, value_name = "N", default_value_t = 3)]
    rounds: usize,
    /// Write the types of the reference again, after the collection has changed, and measure nothing
    #[arg(long)]
    write_reference: bool,
}

/// Status 1 where a ratio leaves its bound.
pub(crate) fn run(args: &Args) -> ExitCode {
    let api = match (Input { collection: None, config: None }).api() {
        Ok(api) => api,
        Err(failure) => return failure.report(Format::Human),
    };
    match budget(args, &api) {
        Ok(status) => status,
        Err(error) => {
            print_error(&format!("error: {error}\n"));
            ExitCode::FAILURE
        }
    }
}

fn budget(args: &Args, api: &Api) -> Result<ExitCode, String> {
    let folder = or_default(None, "xtask/budget");
    let reference = reference::file(api).map_err(|error| format!("the reference is no Rust: {error}"))?;
    let path = folder.join("reference/src/lib.rs");
    if args.write_reference {
        fs::write(&path, reference).map_err(|error| format!("cannot write `{}`: {error}", path.display()))?;
        return Ok(ExitCode::SUCCESS);
    }
    if fs::read_to_string(&path).is_ok_and(|found| found != reference) {
        return Err(
            "the reference has other types than the collection: run `cargo xtask budget --write-reference`".into()
        );
    }
    let bounds = bounds(&folder.join("bounds.toml"))?;
    let target = or_default(None, "target/budget");
    let examples = write_examples(api, &target)?;
    let bench = Bench { manifest: folder.join("Cargo.toml"), target, examples, rounds: args.rounds };
    let pairs = if args.quick { bench.quick()? } else { bench.all()? };
    let (table, all_well) = judge(&pairs, &bounds)?;
    Ok(print(if all_well { ExitCode::SUCCESS } else { ExitCode::FAILURE }, |out| out.write_all(table.as_bytes())))
}

fn bounds(path: &Path) -> Result<BTreeMap<String, f64>, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("cannot read `{}`: {error}", path.display()))?;
    toml::from_str(&text).map_err(|error| format!("`{}`: {error}", path.display()))
}

/// Writes the examples as the program `codec` includes them: those of answers and bodies that have a type of their own.
fn write_examples(api: &Api, target: &Path) -> Result<PathBuf, String> {
    let mut lines = String::from("vec![\n");
    for (_, operation) in api.root.operations_deep() {
        let answers = operation.success.examples.iter().map(|example| (&operation.success.ty, &example.value));
        let body = operation.body.as_ref().and_then(|body| body.kind.json());
        for (ty, json) in answers.chain(body) {
            if let TypeRef::Named(name) = ty {
                let json = json.to_string();
                let _ =
                    writeln!(lines, "example::<types::{name}, reference::{name}>({:?}, {json:?}),", name.to_string());
            }
        }
    }
    lines.push_str("]\n");
    let path = target.join("examples.rs");
    let written = fs::create_dir_all(target).and_then(|()| fs::write(&path, lines));
    written.map(|()| path.clone()).map_err(|error| format!("cannot write `{}`: {error}", path.display()))
}

/// A table of the ratios beside their bounds, and whether all are within them.
fn judge(pairs: &[Pair], bounds: &BTreeMap<String, f64>) -> Result<(String, bool), String> {
    let mut table = format!("{:<28} {:>12} {:>12} {:>7} {:>7}\n", "", "ours", "reference", "ratio", "bound");
    let mut all_well = true;
    for Pair { name, bound, unit, ours, theirs } in pairs {
        let bound = bounds.get(*bound).ok_or_else(|| format!("there is no bound `{bound}`"))?;
        let ratio = ours / theirs;
        let verdict = if ratio > *bound { "  TOO MUCH" } else { "" };
        all_well &= ratio <= *bound;
        let figure = |value: &f64| format!("{value:.*} {}", unit.digits(), unit.name());
        let _ = writeln!(
            table,
            "{name:<28} {:>12} {:>12} {ratio:>7.3} {bound:>7.3}{verdict}",
            figure(ours),
            figure(theirs)
        );
    }
    Ok((table, all_well))
}
