//! What a folder holds: files of ours, and what must not be touched.

use std::collections::BTreeSet;
use std::fs::{self, DirEntry, File};
use std::io::{self, Read};
use std::path::Path;

use rayon::prelude::*;

use super::WriteError;
use crate::render::Tree;

/// The mark stands within this many bytes.
pub(super) const HEAD: usize = 1024;

/// What cargo puts beside a manifest.
const OF_CARGO: [&str; 2] = ["target", "Cargo.lock"];

/// What a folder holds, by relative paths with `/`.
#[derive(Debug, Default)]
pub(super) struct Survey {
    pub(super) ours: BTreeSet<String>,
    pub(super) foreign: Vec<String>,
}

/// What file stands at one path.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// None, though there may be a folder, or a file in place of a folder above it.
    Nothing,
    /// One of ours.
    Ours,
    /// One that is not ours, or a link.
    Foreign,
}

/// Looks through a folder. One that does not exist is empty.
pub(super) fn survey(dir: &Path, tree: &Tree, mark: &str) -> Result<Survey, WriteError> {
    match fs::metadata(dir) {
        Ok(metadata) if metadata.is_dir() => walk(dir, "", tree, mark),
        Ok(_) => Err(WriteError::NotAFolder { path: dir.to_path_buf() }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Survey::default()),
        Err(error) => Err(WriteError::io("read", dir)(error)),
    }
}

fn walk(dir: &Path, folder: &str, tree: &Tree, mark: &str) -> Result<Survey, WriteError> {
    let entries = entries(&dir.join(folder))?;
    let surveys: Vec<_> = entries.par_iter().map(|entry| look_at(entry, dir, folder, tree, mark)).collect();
    let mut found = Survey::default();
    for survey in surveys {
        let survey = survey?;
        found.foreign.extend(survey.foreign);
        found.ours.extend(survey.ours);
    }
    Ok(found)
}

/// What an entry of a folder is, or holds.
fn look_at(entry: &DirEntry, dir: &Path, folder: &str, tree: &Tree, mark: &str) -> Result<Survey, WriteError> {
    let mut found = Survey::default();
    let name = entry.file_name();
    let path = match folder {
        "" => name.to_string_lossy().into_owned(),
        _ => format!("{folder}/{}", name.to_string_lossy()),
    };
    let tolerated = is_left_alone(&path) && !tree.mentions(&path) && !tree.file_is_in_the_way(&path);
    let kind = entry.file_type().map_err(WriteError::io("read", &entry.path()))?;
    // A name that is no Unicode is none of ours, and its path here is not the one on disk.
    if kind.is_dir() && name.to_str().is_some() {
        if !tolerated {
            found.merge(walk(dir, &path, tree, mark)?, &path, tree);
        }
    } else if kind.is_file() && name.to_str().is_some() && is_ours(&entry.path(), mark)? {
        found.ours.insert(path);
    } else if !tolerated {
        found.foreign.push(path);
    }
    Ok(found)
}

impl Survey {
    /// Takes over what a folder in this one holds. An empty folder is nobody's.
    fn merge(&mut self, inner: Self, folder: &str, tree: &Tree) {
        let is_wholly_foreign = inner.ours.is_empty() && !inner.foreign.is_empty();
        let is_in_tree = tree.mentions(folder) && !tree.folder_is_in_the_way(folder);
        if is_wholly_foreign && !is_in_tree {
            self.foreign.push(format!("{folder}/"));
        } else {
            self.foreign.extend(inner.foreign);
            self.ours.extend(inner.ours);
        }
    }
}

/// The entries of a folder, in the order of their names.
fn entries(folder: &Path) -> Result<Vec<DirEntry>, WriteError> {
    let mut entries = fs::read_dir(folder)
        .and_then(Iterator::collect::<io::Result<Vec<_>>>)
        .map_err(WriteError::io("read", folder))?;
    entries.sort_by_key(DirEntry::file_name);
    Ok(entries)
}

/// Whether a tool put this there, and nobody minds.
fn is_left_alone(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.starts_with('.') || OF_CARGO.contains(&path)
}

/// What file stands at a path below a folder; no link is followed on the way.
pub(super) fn look(dir: &Path, path: &str, mark: &str) -> Result<Found, WriteError> {
    let mut here = dir.to_path_buf();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        here.push(part);
        let kind = match fs::symlink_metadata(&here) {
            Ok(metadata) => metadata.file_type(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::Nothing),
            Err(error) => return Err(WriteError::io("read", &here)(error)),
        };
        if kind.is_file() {
            return match parts.peek() {
                Some(_) => Ok(Found::Nothing),
                None if is_ours(&here, mark)? => Ok(Found::Ours),
                None => Ok(Found::Foreign),
            };
        }
        if !kind.is_dir() {
            return Ok(Found::Foreign);
        }
    }
    Ok(Found::Nothing)
}

fn is_ours(path: &Path, mark: &str) -> Result<bool, WriteError> {
    let mut head = Vec::with_capacity(HEAD);
    File::open(path)
        .and_then(|file| file.take(HEAD as u64).read_to_end(&mut head))
        .map_err(WriteError::io("read", path))?;
    Ok(has_mark(&head, mark))
}

pub(super) fn has_mark(head: &[u8], mark: &str) -> bool {
    head.windows(mark.len().max(1)).any(|window| window == mark.as_bytes())
}
