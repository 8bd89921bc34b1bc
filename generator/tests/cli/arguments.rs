//! Help, completions, and mistakes in the arguments.

use crate::{Folder, collection};

#[test]
fn help_tells_all_options_examples_and_the_status() {
    let folder = Folder::new(&[]);
    insta::assert_snapshot!("help", folder.run(&["--help"]).assert_status(0).stdout);
    let short = folder.run(&["-h"]);
    short.assert_status(0);
    assert!(short.stdout.lines().all(|line| line.chars().count() <= 100), "{}", short.stdout);
}

#[test]
fn version_is_that_of_the_package() {
    let run = Folder::new(&[]).run(&["--version"]);
    assert_eq!(run.assert_status(0).stdout, format!("postman-codegen {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn completions_know_each_option() {
    let folder = Folder::new(&[]);
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = folder.run(&["--completions", shell]);
        let script = &run.assert_status(0).stdout;
        for option in ["out", "environment", "name", "config", "check", "dry-run", "message-format", "quiet"] {
            assert!(script.contains(option), "{shell} lacks {option}");
        }
    }
}

#[cfg(unix)]
#[test]
fn completions_are_what_bash_can_read() {
    let folder = Folder::new(&[]);
    folder.write("completions", &folder.run(&["--completions", "bash"]).stdout);
    let read = "source ./completions && complete -p postman-codegen";
    let Ok(output) = std::process::Command::new("bash").args(["-c", read]).current_dir(folder.path("")).output() else {
        return;
    };
    let registered = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && registered.contains("-F _postman__codegen"), "{output:?}");
}

#[test]
fn mistakes_have_a_status_of_their_own_and_write_nothing() {
    let table: &[&[&str]] = &[
        &[],
        &["a.json"],
        &["-o", "out"],
        &["a.json", "-o", ""],
        &["a.json", "-o", "out", "--chekc"],
        &["a.json", "-o", "out", "--check", "--dry-run"],
        &["a.json", "-o", "out", "--name", "my crate"],
        &["a.json", "-o", "out", "--name", "fn"],
        &["a.json", "-o", "out", "--name", "a "],
        &["a.json", "-o", "out", "--name", "a//b"],
        &["a.json", "-o", "out", "--name", "r#type"],
        &["a.json", "-o", "out", "--name", "test"],
        &["a.json", "-o", "out", "--name", "serde_json"],
        &["a.json", "-o", "out", "--name", &"long".repeat(17)],
        &["a.json", "b.json", "-o", "out", "--name", "trains"],
        &["a.json", "a.json", "-o", "out"],
        &["-", "-", "-o", "out"],
        &["-", "--config", "-", "-o", "out"],
        &["-", "-e", "-", "-o", "out"],
        &["a.json", "-e", "b.json", "-e", "b.json", "-o", "out"],
        &["a.json", "-o", "out", "--message-format", "xml"],
        &["a.json", "-o", "out", "--completions", "bash"],
        &["--completions", "tcsh"],
    ];
    let folder = Folder::new(&[("a.json", &collection("A")), ("b.json", &collection("B"))]);
    let shown = table.iter().map(|arguments| {
        let run = folder.run(arguments);
        assert_eq!(run.assert_status(2).stdout, "");
        let message = run.stderr.split("\n\nUsage:").next().unwrap_or_default();
        let message = message.split("\n\nFor more").next().unwrap_or_default();
        format!("$ postman-codegen {}\n{message}\n\n", arguments.join(" "))
    });
    insta::assert_snapshot!("mistakes", shown.collect::<String>());
    assert!(!folder.has("out"));
}
