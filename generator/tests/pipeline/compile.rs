//! That the crates of all fixtures compile, without a warning.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use postman_codegen::render::{MARK, Tree};
use postman_codegen::write::{apply, plan};
use serde_json::Value;

use crate::fixtures;

/// One invocation of cargo for all of them. The workspace keeps its place between runs, and shares the lock file and the
/// target folder of this one, so that only what changed is compiled again, and nothing is looked up in the network.
#[test]
fn crates_compile_without_a_warning() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixtures");
    let members = write_crates(&root);
    fs::write(root.join("Cargo.toml"), manifest(&members)).expect("the manifest is written");
    fs::copy(repository().join("Cargo.lock"), root.join("Cargo.lock")).expect("the lock file is copied");

    // The libraries have no tests of their own: to compile them as tests too would only take time.
    check(&root, &["--workspace", "--lib", "--examples", "--test", "*"]);
    // Requests that stand in no folder are compiled also without their way of authentication.
    let schemes =
        members.iter().filter(|name| default_features(&root.join(name)).iter().any(|feature| is_scheme(feature)));
    let packages: Vec<&str> = schemes.flat_map(|name| ["--package", name]).collect();
    assert!(!packages.is_empty());
    check(&root, &[&["--lib", "--no-default-features"], &packages[..]].concat());
    // The code of the manual that needs features, and that which is there without those of its folder.
    let manuals: Vec<&str> = members.iter().filter(|name| name.starts_with("manual-")).map(String::as_str).collect();
    assert!(!manuals.is_empty());
    let packages: Vec<&str> = manuals.iter().flat_map(|name| ["--package", name]).collect();
    check(&root, &[&["--example", PROSE, "--features", "blocking,mock"], &packages[..]].concat());
    check(&root, &[&["--example", PROSE, "--no-default-features"], &packages[..]].concat());
    check(&root, &[&["--example", PROSE, "--no-default-features", "--features", "rustls"], &packages[..]].concat());
    // A user of one folder may not need what others do, nor know that a feature is of no use to it.
    let selections: Vec<[String; 2]> = members.iter().filter_map(|name| one_folder(name, &root.join(name))).collect();
    assert!(!selections.is_empty());
    for features in &selections.concat() {
        let package = features.split('/').next().unwrap_or_default();
        check(&root, &["--lib", "--no-default-features", "--package", package, "--features", features]);
    }
}

/// The program that holds the code of the README and the manual, which compiles as its doctests do, for less time.
const PROSE: &str = "prose";

/// Writes that program: each piece of code is a module. The README belongs to a crate only with all that its code needs.
fn prose(tree: &Tree) -> String {
    let mut program = format!("// {MARK}\n#![allow(unused, reason = \"as in doctests\")]\nfn main() {{}}\n");
    for (path, text) in tree.iter() {
        let gate = match path {
            "README.md" => "default",
            _ if path.starts_with("docs/manual/") => "client",
            _ => continue,
        };
        let pieces = text.split("```rust,no_run\n").skip(1).filter_map(|piece| Some(piece.split_once("\n```")?.0));
        for (number, code) in pieces.enumerate() {
            let lines = code.lines().map(|line| line.strip_prefix("# ").unwrap_or(line));
            let code = lines.collect::<Vec<_>>().join("\n");
            let name = path.rsplit('/').next().unwrap_or(path).replace('.', "_").to_lowercase();
            program.push_str(&format!("#[cfg(feature = {gate:?})]\nmod {name}_{number} {{\n{code}\n}}\n"));
        }
    }
    program
}

/// The features of a crate with several folders and schemes of authentication: those of its first folder alone, and with the
/// schemes.
fn one_folder(name: &str, folder: &Path) -> Option<[String; 2]> {
    let features = default_features(folder);
    let (schemes, folders): (Vec<_>, Vec<_>) = features.iter().partition(|feature| is_scheme(feature));
    let first = folders.first().filter(|_| folders.len() > 1 && !schemes.is_empty())?;
    let qualified =
        |features: &[&String]| features.iter().map(|feature| format!("{name}/{feature}")).collect::<Vec<_>>().join(",");
    Some([qualified(&[first]), qualified(&[&[*first], &schemes[..]].concat())])
}

/// Whether a feature is a scheme of authentication.
fn is_scheme(feature: &str) -> bool {
    feature.starts_with("auth-")
}

/// The features that a crate has by default, which are all of them. Its folder is called like the package.
fn default_features(folder: &Path) -> Vec<String> {
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("the manifest is read");
    let manifest: toml::Table = manifest.parse().expect("a manifest");
    let default = manifest.get("features").and_then(|features| features.get("default"));
    let names = default.and_then(toml::Value::as_array).into_iter().flatten();
    names.filter_map(toml::Value::as_str).map(str::to_owned).collect()
}

/// Compiles crates, and takes no warning.
fn check(root: &Path, arguments: &[&str]) {
    let output = Command::new(env!("CARGO"))
        .args(["check", "--keep-going", "--offline", "--message-format=json"])
        .args(arguments)
        .current_dir(root)
        .env("CARGO_TARGET_DIR", target())
        .output()
        .expect("cargo runs");
    let told = String::from_utf8_lossy(&output.stdout);
    let complaints: Vec<String> = told.lines().filter_map(complaint).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Writes the crates, and returns their folders.
fn write_crates(root: &Path) -> Vec<String> {
    let mut packages: BTreeMap<String, String> = BTreeMap::new();
    for fixture in fixtures() {
        let mut generated = fixture.generate();
        let prose = prose(&generated.tree);
        generated.tree.insert(format!("examples/{PROSE}.rs"), prose).expect("nothing else is called that");
        let other = packages.insert(generated.api.package.name.clone(), fixture.name.clone());
        assert_eq!(other, None, "{}: a fixture has a package name of its own", fixture.name);
        let folder = root.join(&fixture.name);
        fs::create_dir_all(&folder).expect("the folder of the crate is made");
        apply(&plan(&generated.tree, &folder, MARK).expect("the crate can be written")).expect("the crate is written");
    }
    packages.into_values().collect()
}

fn manifest(members: &[String]) -> String {
    format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n")
}

/// What the compiler has to say about one of the crates.
fn complaint(line: &str) -> Option<String> {
    let message: Value = serde_json::from_str(line).ok()?;
    let message = message.get("message")?;
    let level = message.get("level")?.as_str()?;
    ["warning", "error"].contains(&level).then(|| message["rendered"].as_str().unwrap_or_default().to_owned())
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The target folder of this workspace: the folder for temporary files of tests is right below it.
fn target() -> &'static Path {
    let tmp = Path::new(env!("CARGO_TARGET_TMPDIR"));
    tmp.parent().unwrap_or(tmp)
}
