//! Programs of the crates -> how what they send compares with what Newman sends.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value;

use super::files::Entry;
use super::outcome::{Item, Outcome, Part, Wire};
use super::progress::Progress;
use super::tools::{self, COMPARER, RECORDER, Tools};
use super::{Trouble, disk};

/// How long one program may take with one collection.
const LIMIT: Duration = Duration::from_secs(300);

/// What differs when a request is not sent since there is no program.
const NO_PROGRAM: &str = "no program";

/// What the comparer calls it when only Newman sends a request.
const NOT_SENT: &str = "not sent";

/// What Newman did with a collection.
pub(super) struct Recording {
    path: PathBuf,
    sent: usize,
    skipped: usize,
}

/// A line of a recording, of which only this is of interest here.
#[derive(Deserialize)]
struct Line {
    error: Option<Value>,
}

/// What the comparer reports.
#[derive(Deserialize)]
struct Compared {
    passed: usize,
    failed: usize,
    skipped: usize,
    kinds: BTreeMap<String, usize>,
    failures: Vec<Failure>,
}

#[derive(Deserialize)]
struct Failure {
    n: usize,
    path: Vec<Value>,
    diff: Vec<(String, Value, Value)>,
}

/// Runs every collection with Newman, unless that was done before and nothing has changed since.
pub(super) fn record_all(
    entries: &[Entry],
    tools: &Tools,
    work: &Path,
    progress: &Progress,
) -> Vec<Result<Recording, Trouble>> {
    entries
        .par_iter()
        .map(|entry| {
            let recording = record(entry, tools, work);
            progress.step();
            recording
        })
        .collect()
}

fn record(entry: &Entry, tools: &Tools, work: &Path) -> Result<Recording, Trouble> {
    let place = |ending: &str| work.join("newman").join(format!("{}.{ending}", entry.package));
    let [path, key] = [place("jsonl"), place("key")];
    let wanted = tools.key(&disk::read(&entry.path)?);
    if disk::read(&key).is_ok_and(|found| found == wanted.as_bytes())
        && let Ok(recording) = count(&path)
    {
        return Ok(recording);
    }
    let unfinished = place("part");
    tools::run(tools.program(RECORDER).arg(&entry.path).arg(&unfinished), &place("log"), LIMIT)?;
    disk::rename(&unfinished, &path)?;
    let recording = count(&path)?;
    disk::write(&key, wanted.as_bytes())?;
    Ok(recording)
}

fn count(path: &Path) -> Result<Recording, Trouble> {
    let text = disk::read(path)?;
    let mut recording = Recording { path: path.to_owned(), sent: 0, skipped: 0 };
    for line in text.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()) {
        let line: Line = serde_json::from_slice(line).map_err(|error| unreadable(path, &error))?;
        *(if line.error.is_none() { &mut recording.sent } else { &mut recording.skipped }) += 1;
    }
    Ok(recording)
}

/// Compares what each program sends with what Newman sent.
pub(super) fn compare_all(
    entries: &[Entry],
    outcomes: &mut [Outcome],
    recordings: &[Result<Recording, Trouble>],
    programs: &BTreeMap<String, Result<PathBuf, Trouble>>,
    (tools, work): (&Tools, &Path),
    progress: &Progress,
) {
    outcomes.par_iter_mut().zip(entries).zip(recordings).for_each(|((outcome, entry), recording)| {
        let compared = recording.as_ref().map_err(|trouble| Wire::trouble(trouble.to_string()));
        outcome.wire = Some(match compared {
            Err(wire) => wire,
            Ok(recording) if recording.sent == 0 => Wire { skipped: recording.skipped, ..Wire::default() },
            Ok(recording) => match programs.get(&entry.package) {
                Some(Ok(program)) => {
                    compare(entry, recording, program, tools, work).unwrap_or_else(|trouble| recording.unsent(&trouble))
                }
                Some(Err(trouble)) => recording.unsent(trouble),
                None => recording.unsent(&Trouble("there is no crate that compiles".to_owned())),
            },
        });
        progress.step();
    });
}

fn compare(entry: &Entry, recording: &Recording, program: &Path, tools: &Tools, work: &Path) -> Result<Wire, Trouble> {
    let place = |ending: &str| work.join("compared").join(format!("{}.{ending}", entry.package));
    let [report, log] = [place("json"), place("log")];
    // What an earlier run has left must not be taken for a report of this one.
    disk::write(&report, b"")?;
    let mut command = tools.program(COMPARER);
    command.arg(&entry.path).arg(&recording.path).arg("--report").arg(&report).arg("--").arg(program);
    command.arg("--collection").arg(&entry.path);
    let status = tools::status(&mut command, &log, LIMIT + Duration::from_secs(30))?;
    let compared: Compared = match serde_json::from_slice(&disk::read(&report)?) {
        Ok(compared) => compared,
        Err(_) => return Err(Trouble(format!("the comparison failed: {}", tail(&disk::read(&log)?)))),
    };
    let mut wire = Wire::from(compared);
    let said = disk::read(&log)?;
    if wire.failed == 0 && !status.success() {
        wire.note = Some(format!("the program ended with an error: {}", tail(&said)));
    }
    explain(&mut wire.differences, &String::from_utf8_lossy(&said));
    Ok(wire)
}

/// Adds to what was not sent what the program said of it: a line that begins with the request's number, or, when it gave up
/// as a whole, its first line. What it prints comes before what the comparer does.
fn explain(items: &mut [Item], log: &str) {
    let said = || log.lines().take_while(|line| !line.starts_with("item "));
    for Item { number, parts, .. } in items {
        let start = format!("{number} ");
        for part in parts.iter_mut().filter(|part| part.kind == NOT_SENT && part.client.is_empty()) {
            let line = said().find(|line| line.starts_with(&start)).or_else(|| said().next());
            part.client = line.unwrap_or_default().to_owned();
        }
    }
}

/// The last lines of what was printed.
fn tail(log: &[u8]) -> String {
    let text = String::from_utf8_lossy(log);
    let lines: Vec<_> = text.trim_end().lines().collect();
    lines[lines.len().saturating_sub(5)..].join("\n")
}

fn unreadable(path: &Path, error: &serde_json::Error) -> Trouble {
    Trouble(format!("`{}` cannot be read: {error}", path.display()))
}

impl Recording {
    /// All that Newman sent counts as not sent.
    fn unsent(&self, trouble: &Trouble) -> Wire {
        Wire {
            failed: self.sent,
            skipped: self.skipped,
            kinds: BTreeMap::from([(NO_PROGRAM.to_owned(), self.sent)]),
            ..Wire::trouble(trouble.to_string())
        }
    }
}

impl Wire {
    fn trouble(trouble: String) -> Self {
        Self { trouble: Some(trouble), ..Self::default() }
    }
}

impl From<Compared> for Wire {
    fn from(compared: Compared) -> Self {
        let Compared { passed, failed, skipped, kinds, failures } = compared;
        let differences = failures.into_iter().map(Item::from).collect();
        Self { passed, failed, skipped, kinds, differences, trouble: None, note: None }
    }
}

impl From<Failure> for Item {
    fn from(Failure { n, path, diff }: Failure) -> Self {
        let part = |(kind, newman, client)| Part { kind, newman: text(newman), client: text(client) };
        let path: Vec<_> = path.into_iter().map(text).collect();
        Self { number: n, path: path.join(" / "), parts: diff.into_iter().map(part).collect() }
    }
}

/// A value of the comparer's as it is shown: what is absent as nothing.
fn text(value: Value) -> String {
    match value {
        Value::String(text) => text,
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_of_the_comparer_are_read() {
        let report = r#"{
            "passed": 3, "failed": 1, "skipped": 2, "kinds": { "path": 1, "header x": 1 },
            "failures": [{ "n": 7, "path": ["Folder", null, "Get"], "diff": [["path", "/a", "/b"], ["header x", "1", null]] }]
        }"#;
        let wire = Wire::from(serde_json::from_str::<Compared>(report).unwrap());
        assert_eq!((wire.passed, wire.failed, wire.skipped), (3, 1, 2));
        assert_eq!(wire.kinds["header x"], 1);
        let [item] = &wire.differences[..] else { panic!("{:?}", wire.differences) };
        assert_eq!((item.number, item.path.as_str()), (7, "Folder /  / Get"));
        let expected = Part { kind: "header x".to_owned(), newman: "1".to_owned(), client: String::new() };
        assert_eq!(item.parts[1], expected);
    }

    #[test]
    fn what_was_not_sent_is_explained() {
        let explained = |log: &str| {
            let part = |kind: &str| Part { kind: kind.to_owned(), newman: "GET /".to_owned(), client: String::new() };
            let mut items = [Item { number: 7, path: String::new(), parts: vec![part("not sent"), part("body")] }];
            explain(&mut items, log);
            items[0].parts.iter().map(|part| part.client.clone()).collect::<Vec<_>>()
        };
        let log = "70 Other: no\n7 Get: no address\nitem 7 Get\n7 passed, 1 failed, 0 skipped\n";
        assert_eq!(explained(log), ["7 Get: no address", ""]);
        assert_eq!(explained("empty host\nitem 7 Get\n"), ["empty host", ""]);
        assert_eq!(explained("item 7 Get\n7 passed\n"), ["", ""]);
    }

    #[test]
    fn recordings_are_counted() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.jsonl");
        disk::write(&path, b"{\"n\":0,\"method\":\"GET\"}\n{\"n\":1,\"error\":\"not sent\"}\n").unwrap();
        let recording = count(&path).unwrap();
        assert_eq!((recording.sent, recording.skipped), (1, 1));
        disk::write(&path, b"\n").unwrap();
        let recording = count(&path).unwrap();
        assert_eq!((recording.sent, recording.skipped), (0, 0));
        disk::write(&path, b"{").unwrap();
        assert!(count(&path).is_err());
    }
}
