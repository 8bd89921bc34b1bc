//! How long each stage takes on the real collection, and how the whole compares with what no generator can do without.
//!
//! `cargo bench -p postman-codegen` prints a table of the stages, then two judgements, and fails when one is bad:
//!
//! - the whole pipeline against its floor, which is reading the collection as JSON, making syntax of the finished Rust files and
//!   printing it, on one core; the ratio against reading and printing alone is shown beside it and not judged;
//! - a request of a large collection against one of a small collection, in time, in time to lower it (which infers the types) and
//!   in memory, since every stage should be linear.
//!
//! Divan and not criterion: it has a fraction of the dependencies, and its table shows all stages at a glance.

/// The same allocator as in `cargo xtask regen`, for the pipeline and for its floor.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

mod judge;
mod size;
mod synthetic;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::LazyLock;

use divan::Bencher;
use postman_codegen::config::Config;
use postman_codegen::model::Api;
use postman_codegen::postman::Collection;
use postman_codegen::proof::prove;
use postman_codegen::render::{MARK, Templates, Tree};
use postman_codegen::source::Source;
use postman_codegen::write::Plan;
use postman_codegen::{Generated, generate, lower, parse, render, write};
use serde_json::Value;

fn main() -> ExitCode {
    if let Some(requests) = size::asked() {
        return size::report(requests);
    }
    // Otherwise the first sample of the first stage would hold it.
    LazyLock::force(&STAGES);
    if judge::asked() {
        return judge::report();
    }
    divan::main();
    // `cargo bench` gives this one argument. With a filter only some times are wanted, and under `cargo test` none.
    if std::env::args().skip(1).eq(["--bench"]) { judge::all() } else { ExitCode::SUCCESS }
}

/// What each stage takes in, for the collection and the configuration of this workspace.
struct Stages {
    source: Source,
    config: Config,
    templates: Templates,
    collection: Collection,
    api: Api,
    tree: Tree,
    generated: PathBuf,
}

static STAGES: LazyLock<Stages> = LazyLock::new(|| {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a folder above the package");
    let read = |name: &str| fs::read_to_string(workspace.join(name)).expect("a file of the workspace");
    let config = Config::from_toml(&read("Cargo.toml"), &["workspace", "metadata", "regen"]).expect("a configuration");
    let config = Config { command: "cargo xtask regen".to_owned(), ..config };
    let source = Source::new("collection.json", read("collection.json"));
    let templates = Templates::embedded().expect("templates without mistakes");
    let (collection, _) = parse(&source).expect("a collection");
    let (api, _) = lower(&collection, &config);
    let tree = render(&api, &templates).expect("a crate");
    Stages { source, config, templates, collection, api, tree, generated: workspace.join("generated") }
});

impl Stages {
    fn plan(&self) -> Plan<'_> {
        plan(&self.tree, &self.generated)
    }

    /// The text of every Rust file.
    fn rust(&self) -> impl Iterator<Item = &str> {
        self.tree.iter().filter(|(path, _)| path.ends_with(".rs")).map(|(_, text)| text)
    }

    /// The syntax of every Rust file.
    fn syntax(&self) -> Vec<syn::File> {
        self.rust().map(|text| syn::parse_file(text).expect("valid Rust")).collect()
    }

    /// All that `cargo xtask regen` does when nothing has changed.
    fn whole(&self) -> Generated {
        let generated = generate(&self.source, &self.config).expect("a crate");
        plan(&generated.tree, &self.generated);
        generated
    }

    /// What no generator can do without, on one core: reading the JSON, and printing the finished files with prettyplease, which
    /// takes them as syntax.
    fn floor(&self) -> (Value, usize) {
        (json(&self.source), print(&self.syntax()))
    }
}

/// Comparing with the disk; fails unless there is nothing to write.
fn plan<'t>(tree: &'t Tree, generated: &Path) -> Plan<'t> {
    let plan = write::plan(tree, generated, MARK).expect("a folder of ours");
    assert!(plan.is_fresh(), "run `cargo xtask regen` first: {:?}", plan.report());
    plan
}

fn json(source: &Source) -> Value {
    serde_json::from_str(source.text()).expect("JSON")
}

/// Prints all files. Gives the number of bytes.
fn print(syntax: &[syn::File]) -> usize {
    syntax.iter().map(|file| prettyplease::unparse(file).len()).sum()
}

/// The search for credentials and half characters in the text.
#[divan::bench]
fn stage_0_source(bencher: Bencher<'_, '_>) {
    let text = || STAGES.source.text().to_owned();
    bencher.with_inputs(text).bench_values(|text| Source::new("collection.json", text));
}

#[divan::bench]
fn stage_1_parse(bencher: Bencher<'_, '_>) {
    bencher.bench(|| parse(&STAGES.source).expect("a collection"));
}

#[divan::bench]
fn stage_2_lower(bencher: Bencher<'_, '_>) {
    bencher.bench(|| lower(&STAGES.collection, &STAGES.config));
}

/// Every example beside its type, which is no stage of a generation.
#[divan::bench]
fn stage_2_prove(bencher: Bencher<'_, '_>) {
    bencher.bench(|| prove(&STAGES.api));
}

/// Formatting included.
#[divan::bench]
fn stage_3_render(bencher: Bencher<'_, '_>) {
    bencher.bench(|| render(&STAGES.api, &STAGES.templates));
}

/// The part of rendering that is not ours, on one core.
#[divan::bench]
fn stage_3_render_format(bencher: Bencher<'_, '_>) {
    bencher.bench(|| print(&STAGES.syntax()));
}

#[divan::bench]
fn stage_4_plan(bencher: Bencher<'_, '_>) {
    bencher.bench(|| STAGES.plan());
}

#[divan::bench]
fn whole(bencher: Bencher<'_, '_>) {
    bencher.bench(|| STAGES.whole());
}

#[divan::bench]
fn floor(bencher: Bencher<'_, '_>) {
    bencher.bench(|| STAGES.floor());
}

#[divan::bench]
fn floor_json(bencher: Bencher<'_, '_>) {
    bencher.bench(|| json(&STAGES.source));
}

#[divan::bench]
fn floor_print(bencher: Bencher<'_, '_>) {
    let syntax = STAGES.syntax();
    bencher.bench_local(|| print(&syntax));
}
