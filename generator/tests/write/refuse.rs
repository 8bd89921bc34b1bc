//! The folder holds what must not be touched, and stays as it was.

use std::fs::{self, File};

use postman_codegen::diagnostic::Diagnostic;
use postman_codegen::render::Tree;
use postman_codegen::write::{WriteError, apply, plan};

use super::{MARK, content, content_of, folder, foreign, must_write, ours, put, tree_of, write};

#[test]
fn foreign_files_are_all_named_and_nothing_changes() {
    let temp = folder();
    let dir = temp.path();
    must_write(dir, &tree_of(&[("src/lib.rs", "old"), ("src/gone.rs", "")]));
    put(&dir.join("notes.txt"), "mine");
    put(&dir.join("src/mine.rs"), "mine");
    put(&dir.join("docs/a/b.md"), "mine");
    put(&dir.join("docs/c.md"), "mine");
    put(&dir.join("src/late.rs"), &format!("{}{MARK}", "x".repeat(1024)));
    let before = content(dir);

    let result = write(dir, &tree_of(&[("src/lib.rs", "new")]));
    let message = result.as_ref().expect_err("foreign files").to_string();
    assert!(message.contains("`docs/`, `notes.txt`, `src/late.rs`, `src/mine.rs`"), "{message}");
    assert_eq!(foreign(result), ["docs/", "notes.txt", "src/late.rs", "src/mine.rs"]);
    assert_eq!(content(dir), before);
}

#[test]
fn a_foreign_file_in_a_place_of_the_tree_is_refused() {
    let temp = folder();
    let dir = temp.path();
    put(&dir.join("src/lib.rs"), "mine");
    put(&dir.join("a.rs/inner.txt"), "mine");
    put(&dir.join(".hidden"), "mine");
    let before = content(dir);
    let tree = tree_of(&[("src/lib.rs", ""), ("a.rs", ""), (".hidden", "")]);
    assert_eq!(foreign(write(dir, &tree)), [".hidden", "a.rs/", "src/lib.rs"]);
    assert_eq!(content(dir), before);
}

#[test]
fn an_error_as_a_diagnostic_says_what_to_do() {
    let temp = folder();
    put(&temp.path().join("notes.txt"), "mine");
    let error = write(temp.path(), &tree_of(&[("a.rs", "")])).expect_err("a foreign file");
    let diagnostic = Diagnostic::from(error);
    assert_eq!(diagnostic.code, "foreign-file");
    assert_eq!(diagnostic.file, temp.path().display().to_string());
    assert!(diagnostic.message.ends_with("holds what the generator did not write: `notes.txt`"));
    assert!(diagnostic.hint.unwrap().contains("move it out of the folder or delete it"));
}

#[test]
fn what_tools_leave_is_left_alone() {
    let temp = folder();
    let dir = temp.path();
    let left = ["target/debug/x", "Cargo.lock", ".git/HEAD", ".gitignore", "src/.DS_Store", ".idea/x.xml"];
    for path in left {
        put(&dir.join(path), "a tool's");
    }
    must_write(dir, &tree_of(&[("src/lib.rs", ""), ("src/old/x.rs", "")]));
    must_write(dir, &tree_of(&[("src/lib.rs", "new")]));
    let all = content(dir);
    for path in left {
        assert_eq!(all[path].as_deref(), Some("a tool's"), "{path}");
    }
    assert!(plan(&tree_of(&[("src/lib.rs", "new")]), dir, MARK).unwrap().is_fresh());

    put(&dir.join("src/Cargo.lock"), "not at the top");
    assert_eq!(foreign(write(dir, &Tree::new())), ["src/Cargo.lock"]);
}

#[test]
fn what_tools_leave_is_named_where_the_tree_needs_its_place() {
    let temp = folder();
    let dir = temp.path();
    must_write(dir, &tree_of(&[("a/b.rs", "")]));
    put(&dir.join("a/.DS_Store"), "a tool's");
    let before = content(dir);
    assert_eq!(foreign(write(dir, &tree_of(&[("a", "a file now")]))), ["a/.DS_Store"]);
    assert_eq!(content(dir), before);
}

#[test]
fn a_tree_without_the_mark_is_a_mistake_of_ours() {
    let temp = folder();
    let dir = temp.path().join("generated");
    let mut tree = tree_of(&[("a.rs", "")]);
    tree.insert("b.rs", format!("{}{MARK}", "ü".repeat(600))).unwrap();
    match plan(&tree, &dir, MARK) {
        Err(WriteError::Unmarked { path, .. }) => assert_eq!(path, "b.rs"),
        other => panic!("{other:?}"),
    }
}

#[cfg(unix)]
#[test]
fn a_file_s_name_cannot_command_the_terminal() {
    let temp = folder();
    put(&temp.path().join("a\u{1b}[2J"), "mine");
    let message = write(temp.path(), &tree_of(&[])).expect_err("a foreign file").to_string();
    assert!(message.ends_with("`a\\u{1b}[2J`"), "{message}");
}

#[cfg(unix)]
#[test]
fn links_are_neither_followed_nor_replaced() {
    use std::os::unix::fs::symlink;

    let temp = folder();
    let elsewhere = temp.path().join("elsewhere");
    put(&elsewhere.join("lib.rs"), &ours("elsewhere"));
    let tree = tree_of(&[("src/lib.rs", "new"), ("a.rs", "new")]);
    for (link, target) in [
        ("src", "../elsewhere"),
        ("a.rs", "../elsewhere/lib.rs"),
        ("stale.rs", "../elsewhere/lib.rs"),
        ("a.rs", "nowhere"),
        (".regen", "../elsewhere"),
    ] {
        let dir = temp.path().join("generated");
        fs::create_dir(&dir).unwrap();
        symlink(target, dir.join(link)).unwrap();
        let before = content(temp.path());
        assert_eq!(foreign(write(&dir, &tree)), [link]);
        assert_eq!(content(temp.path()), before);
        fs::remove_dir_all(&dir).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_itself_a_link_is_written() {
    let temp = folder();
    fs::create_dir(temp.path().join("real")).unwrap();
    std::os::unix::fs::symlink("real", temp.path().join("link")).unwrap();
    let tree = tree_of(&[("a.rs", "")]);
    must_write(&temp.path().join("link"), &tree);
    assert_eq!(content(&temp.path().join("real")), content_of(&tree));
}

#[test]
fn a_file_in_place_of_the_folder_is_refused() {
    let temp = folder();
    let file = temp.path().join("generated");
    put(&file, "a file");
    match write(&file, &tree_of(&[("a.rs", "")])) {
        Err(WriteError::NotAFolder { path }) => assert_eq!(path, file),
        other => panic!("{other:?}"),
    }
    let below = write(&file.join("below"), &tree_of(&[("a.rs", "")])).expect_err("no folder");
    assert!(below.to_string().contains(&file.display().to_string()), "{below}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "a file");
}

#[test]
fn a_second_run_at_the_same_time_is_refused() {
    let temp = folder();
    let dir = temp.path();
    let tree = tree_of(&[("a.rs", "")]);
    let early = plan(&tree, dir, MARK).unwrap();
    put(&dir.join(".regen/lock"), "");
    let lock = File::options().write(true).open(dir.join(".regen/lock")).unwrap();
    lock.lock().unwrap();
    let before = content(dir);
    assert!(matches!(plan(&tree, dir, MARK), Err(WriteError::Busy { .. })));
    assert!(matches!(apply(&early), Err(WriteError::Busy { .. })));
    assert_eq!(content(dir), before);

    drop(lock);
    apply(&early).unwrap();
    assert_eq!(content(dir), content_of(&tree));
}
