//! The folder ends as the tree.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use postman_codegen::render::Tree;
use postman_codegen::write::{Report, apply, plan};

use super::{MARK, content, content_of, folder, must_write, ours, tree_of, write};

#[test]
fn a_missing_folder_is_created_and_a_second_run_has_nothing_to_do() {
    let temp = folder();
    let dir = temp.path().join("deep/er/generated");
    let tree = tree_of(&[("Cargo.toml", "m"), ("src/lib.rs", "l"), ("src/a/mod.rs", "a")]);
    assert_eq!(must_write(&dir, &tree).created, ["Cargo.toml", "src/a/mod.rs", "src/lib.rs"]);
    assert_eq!(content(&dir), content_of(&tree));

    let plan = plan(&tree, &dir, MARK).unwrap();
    assert!(plan.is_fresh());
    assert_eq!(plan.report().changes(), 0);
    assert_eq!(plan.report().unchanged.len(), 3);
}

#[test]
fn a_plan_names_every_difference_and_writes_nothing() {
    let temp = folder();
    let dir = temp.path();
    must_write(dir, &tree_of(&[("a.rs", "old"), ("b.rs", "same"), ("c/d.rs", "gone")]));
    let before = content(dir);

    let tree = tree_of(&[("a.rs", "new"), ("b.rs", "same"), ("e/f.rs", "added")]);
    let plan = plan(&tree, dir, MARK).unwrap();
    assert!(!plan.is_fresh());
    let report = Report {
        created: vec!["e/f.rs".to_owned()],
        updated: vec!["a.rs".to_owned()],
        unchanged: vec!["b.rs".to_owned()],
        removed: vec!["c/d.rs".to_owned()],
    };
    assert_eq!(*plan.report(), report);
    assert_eq!(content(dir), before);

    assert_eq!(apply(&plan).unwrap(), report);
    assert_eq!(content(dir), content_of(&tree));
}

#[test]
fn a_plan_for_a_missing_folder_does_not_make_it() {
    let temp = folder();
    let dir = temp.path().join("generated");
    assert_eq!(plan(&tree_of(&[("a.rs", "")]), &dir, MARK).unwrap().report().created, ["a.rs"]);
    assert!(!dir.exists());
}

#[test]
fn unchanged_files_are_not_touched() {
    let temp = folder();
    let dir = temp.path();
    must_write(dir, &tree_of(&[("same.rs", "same"), ("other.rs", "old")]));
    let long_ago = SystemTime::now() - Duration::from_secs(100_000);
    for name in ["same.rs", "other.rs"] {
        let file = File::options().write(true).open(dir.join(name)).unwrap();
        file.set_modified(long_ago).unwrap();
    }
    let modified = |name: &str| fs::metadata(dir.join(name)).unwrap().modified().unwrap();
    let before = modified("same.rs");

    let report = must_write(dir, &tree_of(&[("same.rs", "same"), ("other.rs", "new")]));
    assert_eq!((report.unchanged, report.updated), (vec!["same.rs".to_owned()], vec!["other.rs".to_owned()]));
    assert_eq!(modified("same.rs"), before);
    assert!(modified("other.rs") > before);
}

#[test]
fn stale_files_go_with_the_folders_that_they_leave_empty() {
    let temp = folder();
    let dir = temp.path();
    must_write(dir, &tree_of(&[("a.rs", ""), ("x/y/z.rs", ""), ("x/y/w.rs", ""), ("k/l.rs", ""), ("k/m.rs", "")]));
    fs::create_dir(dir.join("nobodys")).unwrap();

    let tree = tree_of(&[("a.rs", ""), ("k/m.rs", "")]);
    assert_eq!(must_write(dir, &tree).removed, ["k/l.rs", "x/y/w.rs", "x/y/z.rs"]);
    assert!(dir.join("nobodys").is_dir(), "an empty folder that was there before is left alone");
    fs::remove_dir(dir.join("nobodys")).unwrap();
    assert_eq!(content(dir), content_of(&tree));

    must_write(dir, &Tree::new());
    assert!(dir.is_dir(), "the folder itself stays");
    assert_eq!(content(dir), BTreeMap::new());
}

#[test]
fn files_and_folders_change_places() {
    let temp = folder();
    let dir = temp.path();
    let file = tree_of(&[("a", "file"), ("b/c/d", ""), ("b/c/e", "")]);
    let folder = tree_of(&[("a/b/c", "folder"), ("a/d", ""), ("b/c", "file")]);
    for tree in [&file, &folder, &file] {
        must_write(dir, tree);
        assert_eq!(content(dir), content_of(tree));
    }
}

#[test]
fn a_name_changes_its_case() {
    let temp = folder();
    let dir = temp.path();
    must_write(dir, &tree_of(&[("README.md", "old"), ("Src/a.rs", ""), ("Src/b.rs", "")]));
    let tree = tree_of(&[("Readme.md", "new"), ("src/a.rs", "")]);
    must_write(dir, &tree);
    assert_eq!(content(dir), content_of(&tree));
}

#[test]
fn empty_folders_give_way() {
    let temp = folder();
    let dir = temp.path();
    fs::create_dir_all(dir.join("a.rs/b/c")).unwrap();
    fs::create_dir_all(dir.join("a.rs/d")).unwrap();
    let tree = tree_of(&[("a.rs", "")]);
    must_write(dir, &tree);
    assert_eq!(content(dir), content_of(&tree));
}

#[test]
fn many_runs_at_once_never_mix() {
    let temp = folder();
    let dir = temp.path();
    let trees: Vec<_> = (0..4)
        .map(|n| {
            let text = format!("run {n}");
            let own = format!("own/{n}.rs");
            tree_of(&[("a.rs", &text), ("b/c.rs", &text), (&own, &text)])
        })
        .collect();
    let written = std::thread::scope(|scope| {
        let runs: Vec<_> = trees
            .iter()
            .map(|tree| scope.spawn(move || (0..20).filter(|_| write(dir, tree).is_ok()).count()))
            .collect();
        runs.into_iter().map(|run| run.join().expect("no panic")).sum::<usize>()
    });
    assert!(written > 0);
    let all = content(dir);
    assert!(trees.iter().any(|tree| all == content_of(tree)), "{all:?}");
}

#[test]
fn any_sequence_of_trees_ends_as_the_last() {
    let mut random = fastrand::Rng::with_seed(7);
    let temp = folder();
    let dir = temp.path();
    for round in 0..150 {
        let mut tree = Tree::new();
        for _ in 0..random.usize(0..12) {
            let parts: Vec<_> = (0..random.usize(1..4)).map(|_| ["a", "b", "c", "B"][random.usize(0..4)]).collect();
            // A path that clashes with one before it is left out.
            let _ = tree.insert(parts.join("/"), ours(["one", "two"][random.usize(0..2)]));
        }
        must_write(dir, &tree);
        assert_eq!(content(dir), content_of(&tree), "round {round}");
        assert!(plan(&tree, dir, MARK).unwrap().is_fresh(), "round {round}");
    }
}
