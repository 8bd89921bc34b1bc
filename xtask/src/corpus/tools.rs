//! The programs in JavaScript that run Newman and compare with it, and how they are run.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::{Trouble, disk};

/// What a folder with the programs must hold.
const FILES: [&str; 5] = [RECORDER, COMPARER, "recorder.js", "collection.js", "package.json"];

/// The program that runs a collection with Newman and records what it sends.
pub(super) const RECORDER: &str = "newman.js";

/// The program that compares what another one sends with a recording.
pub(super) const COMPARER: &str = "compare.js";

/// How often a running program is looked at.
const LOOK: Duration = Duration::from_millis(20);

/// A copy of the programs with what they need.
pub(super) struct Tools {
    folder: PathBuf,
    /// What is different when anything is that makes a recording.
    version: u64,
}

impl Tools {
    /// Copies the programs, whose folder may be one that cannot be written to, and installs Newman beside the copy.
    pub(super) fn prepare(source: &Path, folder: PathBuf) -> Result<Self, Trouble> {
        let mut hasher = DefaultHasher::new();
        for file in FILES {
            let text = disk::read(&source.join(file))?;
            if file != COMPARER {
                text.hash(&mut hasher);
            }
            disk::write(&folder.join(file), &text)?;
        }
        if !folder.join("node_modules/newman").is_dir() {
            let mut npm = Command::new("npm");
            npm.args(["install", "--no-audit", "--no-fund"]).current_dir(&folder);
            run(&mut npm, &folder.join("npm.log"), Duration::from_secs(600))?;
        }
        Ok(Self { folder, version: hasher.finish() })
    }

    /// One of the programs, to be given its arguments.
    pub(super) fn program(&self, file: &str) -> Command {
        let mut command = Command::new("node");
        command.arg(self.folder.join(file));
        command
    }

    /// What tells a recording of this collection apart from all others.
    pub(super) fn key(&self, collection: &[u8]) -> String {
        let mut hasher = DefaultHasher::new();
        (self.version, collection).hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    }
}

/// Runs a program with all that it prints in a file; one that fails is in trouble.
pub(super) fn run(command: &mut Command, log: &Path, limit: Duration) -> Result<(), Trouble> {
    let status = status(command, log, limit)?;
    if status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&disk::read(log)?).into_owned();
    Err(Trouble(format!("{} ended with {status}: {}", name(command), said.trim_end())))
}

/// Runs a program with all that it prints in a file, and gives its status.
pub(super) fn status(command: &mut Command, log: &Path, limit: Duration) -> Result<ExitStatus, Trouble> {
    let out = disk::log(log)?;
    let err = out.try_clone().map_err(|error| Trouble(format!("`{}`: {error}", log.display())))?;
    let failed = |command: &Command, error: std::io::Error| Trouble(format!("cannot run {}: {error}", name(command)));
    let child = command.stdin(Stdio::null()).stdout(out).stderr(err).spawn();
    let mut child = child.map_err(|error| failed(command, error))?;
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().map_err(|error| failed(command, error))? {
            return Ok(status);
        }
        if start.elapsed() > limit {
            // It may have ended by now, which is as good.
            let _ = child.kill();
            let _ = child.wait();
            return Err(Trouble(format!("{} did not end within {} s", name(command), limit.as_secs())));
        }
        sleep(LOOK);
    }
}

/// How messages speak of a program: with its script.
fn name(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args().take(1));
    let names = words.map(|word| Path::new(word).file_name().unwrap_or(word).to_string_lossy());
    format!("`{}`", names.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_that_do_not_end_are_ended() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("log");
        let limit = Duration::from_millis(100);
        let error = status(Command::new("sleep").arg("60"), &log, limit).unwrap_err();
        assert_eq!(error.to_string(), "`sleep 60` did not end within 0 s");
        let error = run(Command::new("sh").args(["-c", "echo no; exit 3"]), &log, Duration::from_secs(60)).unwrap_err();
        assert_eq!(error.to_string(), "`sh -c` ended with exit status: 3: no");
    }
}
