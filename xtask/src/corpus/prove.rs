//! Programs of tests -> whether the types of each crate hold the examples of its collection.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use rayon::prelude::*;

use super::outcome::{Outcome, Proof};
use super::progress::Progress;
use super::{Trouble, disk, tools};

/// How long the tests of one crate may take.
const LIMIT: Duration = Duration::from_secs(300);

/// Runs the tests of every crate that was to be compiled. One without typed examples has none, which is fine.
pub(super) fn prove_all(
    outcomes: &mut [Outcome],
    programs: &BTreeMap<String, Result<PathBuf, Trouble>>,
    work: &Path,
    progress: &Progress,
) {
    outcomes.par_iter_mut().filter(|outcome| outcome.is_generated()).for_each(|outcome| {
        outcome.proof = Some(match programs.get(&outcome.package) {
            None => Proof::default(),
            Some(Ok(program)) => {
                let log = work.join("proved").join(format!("{}.log", outcome.package));
                prove(program, &log).unwrap_or_else(|trouble| Proof::trouble(&trouble))
            }
            Some(Err(trouble)) => Proof::trouble(trouble),
        });
        progress.step();
    });
}

fn prove(program: &Path, log: &Path) -> Result<Proof, Trouble> {
    let mut command = Command::new(program);
    command.env("RUST_BACKTRACE", "0");
    let status = tools::status(&mut command, log, LIMIT)?;
    let said = disk::read(log)?;
    let proof =
        read(&String::from_utf8_lossy(&said)).ok_or_else(|| Trouble(format!("the tests ended with {status}")))?;
    match (status.success(), proof.failed) {
        (false, 0) => Err(Trouble(format!("the tests ended with {status}"))),
        _ => Ok(proof),
    }
}

/// What the tests say: how many passed, and why the first failed.
fn read(log: &str) -> Option<Proof> {
    let result = log.lines().rev().find_map(|line| line.strip_prefix("test result: "))?;
    let count = |what: &str| {
        let counts = result.split([';', '.']).map(str::trim);
        counts.filter_map(|count| count.strip_suffix(what)?.trim().parse().ok()).next()
    };
    // The line after that which names the thread is the message.
    let first = log.lines().skip_while(|line| !line.contains(" panicked at ")).nth(1);
    Some(Proof { passed: count("passed")?, failed: count("failed")?, first: first.map(str::to_owned), trouble: None })
}

impl Proof {
    fn trouble(trouble: &Trouble) -> Self {
        Self { trouble: Some(trouble.0.clone()), ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_read() {
        let log = "
running 3 tests
test a ... ok
test b ... FAILED

---- b stdout ----

thread 'b' (12) panicked at tests/examples/b.rs:5:5:
/item/0/response/0/body: b::Types changes what is at `/a`
note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace

test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s
";
        let first = Some("/item/0/response/0/body: b::Types changes what is at `/a`".to_owned());
        assert_eq!(read(log), Some(Proof { passed: 2, failed: 1, first, trouble: None }));
        let fine = "test result: ok. 7 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s\n";
        assert_eq!(read(fine), Some(Proof { passed: 7, ..Proof::default() }));
        assert_eq!(read("Killed\n"), None);
    }
}
