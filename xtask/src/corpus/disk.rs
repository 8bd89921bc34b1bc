//! What the command writes beside the crates: files of its own working folder, and the reports.

#![allow(clippy::disallowed_methods, reason = "the crates come through `write`; these files are no generated ones")]

use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::Trouble;

/// Writes a file unless it has that text, with the folders that it needs.
pub(super) fn write(path: &Path, text: &[u8]) -> Result<(), Trouble> {
    if fs::read(path).is_ok_and(|found| found == text) {
        return Ok(());
    }
    let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, text));
    written.map_err(|error| failed("write", path, &error))
}

/// An empty file for what a program prints.
pub(super) fn log(path: &Path) -> Result<File, Trouble> {
    let made = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| File::create(path));
    made.map_err(|error| failed("write", path, &error))
}

pub(super) fn make_folder(path: &Path) -> Result<(), Trouble> {
    fs::create_dir_all(path).map_err(|error| failed("make", path, &error))
}

pub(super) fn rename(from: &Path, to: &Path) -> Result<(), Trouble> {
    fs::rename(from, to).map_err(|error| failed("rename", from, &error))
}

pub(super) fn read(path: &Path) -> Result<Vec<u8>, Trouble> {
    fs::read(path).map_err(|error| failed("read", path, &error))
}

fn failed(what: &str, path: &Path, error: &io::Error) -> Trouble {
    Trouble(format!("cannot {what} `{}`: {error}", path.display()))
}
