//! The replay program of the generated crate: built once, and run with arguments.

use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde_json::Value;

/// Runs the program to its end.
pub(crate) fn replay(arguments: &[&str]) -> Output {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    let program = PROGRAM.get_or_init(build);
    Command::new(program).args(arguments).output().expect("the program starts")
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Builds it with the cargo that runs this test, and takes its place from what cargo says.
///
/// All libraries of the workspace are named, so that cargo chooses features and debug information as for
/// `cargo test --workspace`, which has built the program by now. For the example alone it would build the HTTP stack again.
fn build() -> PathBuf {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args([
        "build",
        "--workspace",
        "--lib",
        "--example",
        "replay",
        "--message-format",
        "json-render-diagnostics",
    ]);
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let output = command.output().expect("cargo starts");
    assert!(output.status.success(), "the replay program cannot be built:\n{}", stderr(&output));
    let messages = String::from_utf8_lossy(&output.stdout).into_owned();
    let place = messages.lines().filter_map(|line| serde_json::from_str(line).ok()).find_map(executable);
    place.unwrap_or_else(|| panic!("cargo names no program:\n{messages}"))
}

/// The program's place, if this message is about it.
fn executable(message: Value) -> Option<PathBuf> {
    let target = &message["target"];
    let is_it = target["name"] == "replay" && target["kind"][0] == "example";
    message["executable"].as_str().filter(|_| is_it).map(PathBuf::from)
}
