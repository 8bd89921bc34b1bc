//! The program from outside: status, what is printed where, and what is on the disk then.

#![allow(clippy::disallowed_methods, reason = "the folders under test are made by hand")]

mod arguments;
mod environment;
mod input;
mod one;
mod several;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A collection with this name and one request; `{` and so on may stand in the name.
fn collection(name: &str) -> String {
    let schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    let request = r#"{"name": "List All", "request": {"method": "GET", "url": "https://api.example.com/all"}}"#;
    format!(r#"{{"info": {{"name": "{name}", "schema": "{schema}"}}, "item": [{request}]}}"#)
}

/// The same with a variable that gives a warning, since it has no name.
fn with_warning(name: &str) -> String {
    collection(name).replacen('{', "{\n\"variable\": [{\"value\": \"x\"}],", 1)
}

/// A folder with files, in which the program runs.
struct Folder(TempDir);

/// What came of a run.
struct Run {
    status: Option<i32>,
    stdout: String,
    stderr: String,
}

impl Folder {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder"));
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn has(&self, name: &str) -> bool {
        self.path(name).exists()
    }

    fn run(&self, arguments: &[&str]) -> Run {
        self.run_with("", arguments)
    }

    fn run_with(&self, input: &str, arguments: &[&str]) -> Run {
        self.run_in("", input, arguments)
    }

    fn run_in(&self, folder: &str, input: &str, arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_postman-codegen"));
        command.args(arguments).current_dir(self.path(folder));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        // A program that does not read its input may be gone by now.
        let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
        Run::new(child.wait_with_output().expect("the program ends"))
    }
}

impl Run {
    fn new(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self { status: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// The run for a snapshot: all of it but times and large numbers of files, which change with every new template.
    fn shown(&self) -> String {
        let status = self.status.map_or("killed".to_owned(), |status| status.to_string());
        let parts = [("stdout", &self.stdout), ("stderr", &self.stderr)];
        let parts = parts.iter().filter(|(_, text)| !text.is_empty());
        let parts = parts.map(|(name, text)| format!("--- {name}\n{}", text.lines().map(steady).collect::<String>()));
        format!("status {status}\n{}", parts.collect::<String>())
    }

    #[track_caller]
    fn assert_status(&self, status: i32) -> &Self {
        assert_eq!(self.status, Some(status), "{}", self.shown());
        self
    }
}

fn steady(line: &str) -> String {
    if line.starts_with("took ") {
        return "took some time\n".to_owned();
    }
    let is_large = |word: &&str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_digit());
    let words = line.split(' ').map(|word| if is_large(&word) { "many" } else { word });
    words.collect::<Vec<_>>().join(" ") + "\n"
}

fn json_lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"))).collect()
}

/// The files of a folder and of the folders in it.
fn count(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.map(|path| if path.is_dir() { count(&path) } else { 1 }).sum()
}
