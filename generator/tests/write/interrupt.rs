//! A run fails or dies on its way.

use std::fs;
use std::path::Path;

use postman_codegen::write::{apply, plan};

use super::{MARK, content, content_of, folder, must_write, ours, put, tree_of, write};

/// A name that the system takes in no place, as the last of several files.
#[cfg(unix)]
#[test]
fn a_failure_before_the_renames_leaves_the_old_crate_and_no_litter() {
    let temp = folder();
    let dir = temp.path().join("generated");
    let old = tree_of(&[("a.rs", "old"), ("gone.rs", "")]);
    let too_long = format!("z{}.rs", format!("/{}", "n".repeat(200)).repeat(25));
    let new = tree_of(&[("a.rs", "new"), ("b/c.rs", "new"), (&too_long, "new")]);

    let error = write(&dir, &new).expect_err("a path that is too long");
    assert!(error.to_string().contains("zn") || error.to_string().contains("/z/"), "{error}");
    assert!(!dir.exists(), "a folder that was made for nothing goes again");

    must_write(&dir, &old);
    write(&dir, &new).expect_err("a path that is too long");
    assert_eq!(content(&dir), content_of(&old));
}

/// A step of a run, as its journal has it: `move` or `remove`, and a path.
type Step = (&'static str, &'static str);

/// An old tree, a new one, and the steps from one to the other.
type Change = (&'static [(&'static str, &'static str)], &'static [(&'static str, &'static str)], &'static [Step]);

const CHANGES: [Change; 2] = [
    (
        &[("a.rs", "old"), ("b.rs", "old"), ("x/gone.rs", ""), ("y.rs", "")],
        &[("a.rs", "new"), ("b.rs", "new"), ("c/d.rs", "new")],
        &[("move", "a.rs"), ("move", "b.rs"), ("move", "c/d.rs"), ("remove", "x/gone.rs"), ("remove", "y.rs")],
    ),
    // A file and a folder change places.
    (
        &[("a", "old"), ("b/c/d", "old")],
        &[("a/e", "new"), ("b", "new")],
        &[("remove", "a"), ("remove", "b/c/d"), ("move", "a/e"), ("move", "b")],
    ),
];

/// Leaves a folder as a run would that had all of the new tree in its staging folder and died after some steps, in the
/// last of them after removing a file and before removing the folders that it leaves empty.
fn interrupt(dir: &Path, (old, new, steps): Change, steps_taken: usize) {
    must_write(dir, &tree_of(old));
    let staging = dir.join(".regen");
    put(&staging.join("lock"), "");
    for (path, text) in new {
        put(&staging.join("new").join(path), &ours(text));
    }
    let journal: Vec<_> = steps.iter().map(|(step, path)| serde_json::json!({ *step: path })).collect();
    put(&staging.join("journal"), &serde_json::to_string(&journal).expect("JSON"));
    for (number, (step, path)) in steps.iter().enumerate().take(steps_taken) {
        let path = dir.join(path);
        if *step == "move" {
            let staged = staging.join("new").join(path.strip_prefix(dir).expect("a path below"));
            fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
            fs::rename(staged, path).expect("a rename");
        } else {
            fs::remove_file(&path).expect("a file");
            if number + 1 < steps_taken {
                path.ancestors().skip(1).take_while(|it| *it != dir).for_each(|it| drop(fs::remove_dir(it)));
            }
        }
    }
}

/// Every change, interrupted after every number of steps.
fn interruptions() -> impl Iterator<Item = (Change, usize)> {
    CHANGES.into_iter().flat_map(|change| (0..=change.2.len()).map(move |steps_taken| (change, steps_taken)))
}

#[test]
fn a_run_that_was_killed_at_any_step_is_finished() {
    for (change, steps_taken) in interruptions() {
        let temp = folder();
        let dir = temp.path();
        interrupt(dir, change, steps_taken);
        let mixture = content(dir);

        let tree = tree_of(change.1);
        let plan = plan(&tree, dir, MARK).unwrap();
        assert!(!plan.is_fresh(), "what is left of a run is something to do");
        assert_eq!(content(dir), mixture, "a plan finishes nothing");
        apply(&plan).unwrap();
        assert_eq!(content(dir), content_of(&tree), "after {steps_taken} steps");
    }
}

/// The next run fails before it has changed anything, so what it has finished is seen alone.
#[cfg(unix)]
#[test]
fn a_killed_run_is_finished_even_by_one_that_fails() {
    for (change, steps_taken) in interruptions() {
        let temp = folder();
        let dir = temp.path();
        interrupt(dir, change, steps_taken);
        let too_long = "n/".repeat(2100) + "n";
        write(dir, &tree_of(&[(&too_long, "")])).expect_err("a path that is too long");
        assert_eq!(content(dir), content_of(&tree_of(change.1)), "after {steps_taken} steps");
    }
}

#[test]
fn another_tree_may_follow_an_interrupted_run() {
    let temp = folder();
    let dir = temp.path();
    interrupt(dir, CHANGES[0], 2);
    let tree = tree_of(&[("a.rs", "newer"), ("e.rs", "newer")]);
    let report = must_write(dir, &tree);
    assert_eq!((report.created, report.updated), (vec!["e.rs".to_owned()], vec!["a.rs".to_owned()]));
    assert_eq!(report.removed, ["b.rs", "x/gone.rs", "y.rs"], "what changed since before the run");
    assert_eq!(content(dir), content_of(&tree));
}

#[test]
fn a_staging_folder_without_a_whole_journal_is_discarded() {
    for journal in [None, Some(("journal.part", "[{\"move\":\"a.rs\"}]")), Some(("journal", "[{\"mo"))] {
        let temp = folder();
        let dir = temp.path();
        let old = tree_of(CHANGES[0].0);
        must_write(dir, &old);
        put(&dir.join(".regen/new/a.rs"), &ours("half"));
        if let Some((name, text)) = journal {
            put(&dir.join(".regen").join(name), text);
        }
        assert!(!plan(&old, dir, MARK).unwrap().is_fresh());
        assert_eq!(must_write(dir, &old).changes(), 0);
        assert_eq!(content(dir), content_of(&old));
    }
}

/// A journal is only a file, and may come from a stranger.
#[test]
fn a_journal_cannot_reach_what_is_not_ours() {
    let temp = folder();
    let dir = temp.path().join("generated");
    let tree = tree_of(&[("a.rs", "")]);
    must_write(&dir, &tree);
    put(&temp.path().join("outside.rs"), &ours("outside"));
    put(&dir.join(".secret"), "mine");
    for step in [
        r#"{"remove":"../outside.rs"}"#,
        r#"{"move":"../outside.rs"}"#,
        r#"{"remove":".secret"}"#,
        r#"{"move":".secret"}"#,
    ] {
        let before = content(temp.path());
        put(&dir.join(".regen/journal"), &format!("[{step}]"));
        put(&dir.join(".regen/new/.secret"), &ours("stranger"));
        put(&dir.join(".regen/outside.rs"), &ours("stranger"));
        must_write(&dir, &tree);
        assert_eq!(content(temp.path()), before, "{step}");
    }
}
