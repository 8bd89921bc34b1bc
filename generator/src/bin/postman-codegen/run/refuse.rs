//! What would do harm: crates on top of each other, and crates that vanish.

use std::collections::BTreeMap;
use std::path::Path;

use postman_codegen::cli::{Failure, shown};
use postman_codegen::config::Config;
use postman_codegen::diagnostic::Diagnostic;
use postman_codegen::source::Source;
use postman_codegen::write::Plan;

use super::Made;
use crate::args::Options;

/// Refuses a configuration that would call all packages the same.
pub(super) fn shared_name(config: Config, path: &Path, options: &Options) -> Result<Config, Failure> {
    match &config.name {
        Some(name) if options.is_several() => {
            let count = options.collections.len();
            let message = format!("`name` calls the package `{name}`, and there are {count} collections");
            let error = Diagnostic::error("bad-configuration", message)
                .hint("take `name` out, so that each package is called like its collection, or give one collection");
            Err(failure(error, &shown(path)))
        }
        _ => Ok(config),
    }
}

/// Refuses crates that would have the same folder. None of them is better than the others, so none is written.
pub(super) fn clashes(made: Vec<Made>) -> Vec<Result<Made, Failure>> {
    let mut sources: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for made in &made {
        sources.entry(made.dir.clone()).or_default().push(made.collection.clone());
    }
    let checked = made.into_iter().map(|made| match &sources[&made.dir][..] {
        [_] => Ok(made),
        names => Err(clash(&made, names)),
    });
    checked.collect()
}

fn clash(made: &Made, names: &[String]) -> Failure {
    let package = &made.generated.api.package.name;
    let others = names.iter().filter(|name| **name != made.collection);
    let others: Vec<_> = others.map(|name| format!("`{name}`")).collect();
    let message = format!("this would be the package `{package}`, and so would {}", others.join(", "));
    let error = Diagnostic::error("name-clash", message).hint(
        "nothing is written for any of them; rename a collection in Postman, or run once for each, with `--name` and a \
         folder of its own",
    );
    failure(error, &made.collection)
}

/// Refuses to remove whole crates: somebody gave the folder that holds the folders of several.
pub(super) fn loss_of_other_crates<'t>(plan: Plan<'t>, dir: &Path) -> Result<Plan<'t>, Failure> {
    let removed = plan.report().removed.iter();
    let crates: Vec<_> =
        removed.filter_map(|path| path.strip_suffix("/Cargo.toml")).map(|name| format!("`{name}`")).collect();
    if crates.is_empty() {
        return Ok(plan);
    }
    let message =
        format!("`{}` holds other generated crates, which would be removed: {}", shown(dir), crates.join(", "));
    let error = Diagnostic::error("other-crates", message)
        .hint("nothing was changed; give the crate a folder of its own, or delete the others first");
    Err(failure(error, &shown(dir)))
}

fn failure(error: Diagnostic, file: &str) -> Failure {
    Failure::input(vec![error.in_file(file)], &Source::new(file, ""))
}
