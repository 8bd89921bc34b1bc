//! Crates -> what the compiler says of each.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::Deserialize;

use super::outcome::{Compilation, Outcome};
use super::progress::Progress;
use super::{Trouble, crates, disk};

/// A line that cargo prints.
#[derive(Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
enum Line {
    CompilerMessage {
        manifest_path: PathBuf,
        message: Message,
    },
    CompilerArtifact {
        manifest_path: PathBuf,
        target: Target,
        executable: Option<PathBuf>,
    },
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Message {
    level: String,
    rendered: Option<String>,
    spans: Vec<serde::de::IgnoredAny>,
    code: Option<serde::de::IgnoredAny>,
}

/// What was made and said, by package.
#[derive(Debug, Default)]
struct Heard {
    packages: BTreeMap<String, Compilation>,
    executables: BTreeMap<String, PathBuf>,
}

/// Compiles every crate that was generated with its examples and tests, and notes what the compiler says.
pub(super) fn check_all(outcomes: &mut [Outcome], work: &Path, jobs: usize, progress: &Progress) -> Result<(), Trouble> {
    // The libraries have no tests of their own: to compile them as tests too would only take time.
    let mut arguments = vec!["check", "--workspace", "--keep-going", "--lib", "--examples"];
    if outcomes.iter().any(|outcome| outcome.is_generated() && has_tests(work, &outcome.package)) {
        arguments.extend(["--test", "*"]);
    }
    let heard = run(cargo(work, jobs).args(arguments), work, progress)?;
    for outcome in outcomes.iter_mut().filter(|outcome| outcome.is_generated()) {
        outcome.compilation = Some(heard.packages.get(&outcome.package).cloned().unwrap_or_default());
    }
    Ok(())
}

/// Builds the replay program of a package, and says where it is; or what the compiler said instead.
///
/// Each has a target folder of its own, since all of them are called alike; what they are made from is built once.
pub(super) fn build_replay(package: &str, work: &Path, jobs: usize, progress: &Progress) -> Result<PathBuf, Trouble> {
    let mut command = cargo(work, jobs);
    command.env("CARGO_TARGET_DIR", work.join("programs").join(package));
    command.args(["build", "--package", package, "--example", "replay"]);
    let mut heard = run(&mut command, work, progress)?;
    let said = heard.packages.remove(package).unwrap_or_default();
    let missing = || Trouble(said.first.unwrap_or_else(|| "cargo made no program".to_owned()));
    heard.executables.remove(package).ok_or_else(missing)
}

fn has_tests(work: &Path, package: &str) -> bool {
    crates::folder(work, package).join("tests").is_dir()
}

fn cargo(work: &Path, jobs: usize) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(cargo);
    command.current_dir(work);
    command.env("CARGO_TARGET_DIR", work.join("target")).env("CARGO_BUILD_BUILD_DIR", work.join("target"));
    command.env("CARGO_BUILD_JOBS", jobs.to_string());
    command
}

fn run(command: &mut Command, work: &Path, progress: &Progress) -> Result<Heard, Trouble> {
    let log = work.join("cargo.log");
    command.arg("--message-format=json").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(disk::log(&log)?);
    let mut child = command.spawn().map_err(|error| Trouble(format!("cannot run cargo: {error}")))?;
    let mut heard = Heard::default();
    if let Some(out) = child.stdout.take() {
        listen(out, work, &mut heard, progress)?;
    }
    let status = child.wait().map_err(|error| Trouble(format!("cannot wait for cargo: {error}")))?;
    // A failure that no crate tells of is one of cargo itself.
    if !status.success() && heard.packages.values().all(|package| package.errors == 0) {
        let said = String::from_utf8_lossy(&disk::read(&log)?).into_owned();
        return Err(Trouble(format!("cargo failed:\n{}", said.trim_end())));
    }
    Ok(heard)
}

/// Reads what cargo prints about the crates. Their dependencies' lines are passed over.
fn listen(out: impl Read, work: &Path, heard: &mut Heard, progress: &Progress) -> Result<(), Trouble> {
    for line in BufReader::new(out).lines() {
        let line = line.map_err(|error| Trouble(format!("cannot read what cargo prints: {error}")))?;
        // Other lines come from build scripts and macros of dependencies.
        let Ok(line) = serde_json::from_str(&line) else { continue };
        match line {
            Line::CompilerMessage { manifest_path, message } => {
                if let Some(package) = package(&manifest_path, work) {
                    note(heard.packages.entry(package).or_default(), message);
                }
            }
            Line::CompilerArtifact { manifest_path, target, executable } => {
                let Some(package) = package(&manifest_path, work) else { continue };
                if target.kind.iter().any(|kind| kind == "lib") {
                    progress.step();
                    let compilation = heard.packages.entry(package).or_default();
                    compilation.compiled = compilation.errors == 0;
                } else if let Some(executable) = executable {
                    heard.executables.insert(package, executable);
                }
            }
            Line::Other => {}
        }
    }
    Ok(())
}

/// The package whose manifest this is, if it is one of the crates.
fn package(manifest: &Path, work: &Path) -> Option<String> {
    let folder = manifest.parent()?;
    let name = folder.file_name()?.to_str()?;
    (folder == crates::folder(work, name)).then(|| name.to_owned())
}

fn note(compilation: &mut Compilation, message: Message) {
    // Sums such as "2 warnings emitted" have neither a place nor a code.
    if message.spans.is_empty() && message.code.is_none() {
        return;
    }
    let is_first = match message.level.as_str() {
        "warning" => {
            compilation.warnings += 1;
            compilation.warnings == 1 && compilation.errors == 0
        }
        level if level.starts_with("error") => {
            compilation.compiled = false;
            compilation.errors += 1;
            compilation.errors == 1
        }
        _ => false,
    };
    if is_first {
        compilation.first = message.rendered;
    }
}
