//! Crates -> what the compiler says of each.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::Deserialize;
use serde::de::IgnoredAny;

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
    message: String,
    rendered: Option<String>,
    spans: Vec<IgnoredAny>,
}

/// What was made and said, by package.
#[derive(Debug, Default)]
struct Heard {
    packages: BTreeMap<String, Compilation>,
    executables: BTreeMap<String, PathBuf>,
}

/// Compiles every crate that was generated with its examples and tests, and notes what the compiler says.
pub(super) fn check_all(
    outcomes: &mut [Outcome],
    work: &Path,
    jobs: usize,
    progress: &Progress,
) -> Result<(), Trouble> {
    // The libraries have no tests of their own: to compile them as tests too would only take time.
    let mut arguments = vec!["check", "--workspace", "--keep-going", "--lib", "--examples"];
    if outcomes.iter().any(|outcome| outcome.is_generated() && has_tests(work, &outcome.package)) {
        arguments.extend(["--test", "*"]);
    }
    let heard = run(cargo(work, jobs).args(arguments), work, &|| progress.step())?;
    for outcome in outcomes.iter_mut().filter(|outcome| outcome.is_generated()) {
        outcome.compilation = Some(heard.packages.get(&outcome.package).cloned().unwrap_or_default());
    }
    Ok(())
}

/// Builds the replay program of every crate that compiles, and says where it is or why there is none.
///
/// Each has a target folder of its own, since all of them are called alike; what they are made from is built once.
pub(super) fn build_replays(
    outcomes: &[Outcome],
    work: &Path,
    jobs: usize,
    progress: &Progress,
) -> BTreeMap<String, Result<PathBuf, Trouble>> {
    let compiling = outcomes.iter().filter(|outcome| outcome.compiles());
    compiling
        .map(|Outcome { package, .. }| {
            let program = build_replay(package, work, jobs);
            progress.step();
            (package.clone(), program)
        })
        .collect()
}

fn build_replay(package: &str, work: &Path, jobs: usize) -> Result<PathBuf, Trouble> {
    let mut command = cargo(work, jobs);
    command.env("CARGO_TARGET_DIR", work.join("programs").join(package));
    command.args(["build", "--package", package, "--example", "replay"]);
    let mut heard = run(&mut command, work, &|| ())?;
    let said = heard.packages.remove(package).unwrap_or_default();
    let missing = || Trouble(said.first.unwrap_or_else(|| "cargo made no program".to_owned()));
    heard.executables.remove(package).ok_or_else(missing)
}

/// Builds the tests of the examples of every crate that compiles and has any, all at once, and says where they are or why
/// they are not.
pub(super) fn build_tests(
    outcomes: &[Outcome],
    work: &Path,
    jobs: usize,
    progress: &Progress,
) -> Result<BTreeMap<String, Result<PathBuf, Trouble>>, Trouble> {
    let tested = outcomes.iter().filter(|outcome| outcome.is_generated() && has_tests(work, &outcome.package));
    let (compiling, failing): (Vec<&Outcome>, Vec<&Outcome>) = tested.partition(|outcome| outcome.compiles());
    let trouble = || Trouble("there is no crate that compiles".to_owned());
    let mut programs: BTreeMap<String, Result<PathBuf, Trouble>> =
        failing.into_iter().map(|outcome| (outcome.package.clone(), Err(trouble()))).collect();
    if compiling.is_empty() {
        return Ok(programs);
    }
    let mut command = cargo(work, jobs);
    command.args(["build", "--keep-going", "--test", "examples"]);
    command.args(compiling.iter().flat_map(|outcome| ["--package", &outcome.package]));
    let mut heard = run(&mut command, work, &|| progress.step())?;
    for Outcome { package, .. } in compiling {
        let said = heard.packages.remove(package).unwrap_or_default();
        let missing = || Trouble(said.first.unwrap_or_else(|| "cargo made no program".to_owned()));
        programs.insert(package.clone(), heard.executables.remove(package).ok_or_else(missing));
    }
    Ok(programs)
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

fn run(command: &mut Command, work: &Path, on_library: &dyn Fn()) -> Result<Heard, Trouble> {
    let log = work.join("cargo.log");
    command.arg("--message-format=json").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(disk::log(&log)?);
    let mut child = command.spawn().map_err(|error| Trouble(format!("cannot run cargo: {error}")))?;
    let mut heard = Heard::default();
    if let Some(out) = child.stdout.take() {
        listen(out, work, &mut heard, on_library)?;
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
fn listen(out: impl Read, work: &Path, heard: &mut Heard, on_library: &dyn Fn()) -> Result<(), Trouble> {
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
                    on_library();
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
    if is_sum(&message) {
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

/// Whether it only counts other messages: "2 warnings emitted".
fn is_sum(Message { message, spans, .. }: &Message) -> bool {
    spans.is_empty() && (message.starts_with("aborting due to ") || message.ends_with(" emitted"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn artifact(package: &str, kind: &str, executable: &str) -> String {
        format!(
            r#"{{"reason":"compiler-artifact","manifest_path":"/w/crates/{package}/Cargo.toml","target":{{"kind":["{kind}"]}},"executable":{executable}}}"#
        )
    }

    fn message(folder: &str, level: &str, message: &str, spans: &str) -> String {
        format!(
            r#"{{"reason":"compiler-message","manifest_path":"{folder}/Cargo.toml","message":{{"level":"{level}","message":"{message}","rendered":"{level}: {message}","spans":{spans}}}}}"#
        )
    }

    fn heard(lines: &[String]) -> Heard {
        let mut heard = Heard::default();
        listen(lines.join("\n").as_bytes(), Path::new("/w"), &mut heard, &|| ()).unwrap();
        heard
    }

    #[test]
    fn messages_are_counted_by_package() {
        let heard = heard(&[
            "warning from a macro".to_owned(),
            message("/w/crates/a", "warning", "unused", "[{}]"),
            message("/w/crates/a", "warning", "1 warning emitted", "[]"),
            artifact("a", "lib", "null"),
            message("/w/crates/a", "error", "first", "[{}]"),
            message("/w/crates/a", "error: internal compiler error", "second", "[{}]"),
            message("/w/crates/a", "error", "aborting due to 2 previous errors; 1 warning emitted", "[]"),
            message("/w/crates/b", "error", "linking with `cc` failed", "[]"),
            artifact("c", "lib", "null"),
            message("/registry/serde", "warning", "unused", "[{}]"),
            r#"{"reason":"build-finished","success":false}"#.to_owned(),
        ]);
        let expected = [
            ("a", Compilation { compiled: false, warnings: 1, errors: 2, first: Some("error: first".to_owned()) }),
            (
                "b",
                Compilation {
                    compiled: false,
                    warnings: 0,
                    errors: 1,
                    first: Some("error: linking with `cc` failed".to_owned()),
                },
            ),
            ("c", Compilation { compiled: true, ..Compilation::default() }),
        ];
        assert_eq!(heard.packages, expected.map(|(name, said)| (name.to_owned(), said)).into());
    }

    #[test]
    fn programs_are_found() {
        let heard = heard(&[artifact("a", "lib", "null"), artifact("a", "example", r#""/w/programs/a/replay""#)]);
        assert_eq!(heard.executables, [("a".to_owned(), PathBuf::from("/w/programs/a/replay"))].into());
    }
}
