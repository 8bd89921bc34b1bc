//! The folder in which new text waits until all of it is there: `.regen` inside the folder that is written.
//!
//! ```text
//! .regen/lock       held by the run that writes; whoever holds it owns the rest
//! .regen/new/...    the new files, by their paths
//! .regen/journal    what is left to do, as JSON; it appears when all of that can be done, in one rename
//! ```
//!
//! A run that dies before its journal is there has changed nothing, and its remains are thrown away. One that dies later
//! is finished by the next: every step can be done twice.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::WriteError;
use super::survey::{Found, look};
use crate::render::check_path;

const FOLDER: &str = ".regen";
const LOCK: &str = "lock";
const NEW: &str = "new";
const JOURNAL: &str = "journal";

/// One change of the folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Step {
    /// A new file goes to its place.
    Move(String),
    /// A file goes, and every folder that is empty without it.
    Remove(String),
}

/// The staging folder, owned by this run.
///
/// When it is dropped it vanishes, unless it holds a journal.
#[derive(Debug)]
pub(super) struct Staging {
    dir: PathBuf,
    folder: PathBuf,
    /// Folders that were made to hold it, outermost last; they go again if nothing comes to be in them.
    made: Vec<PathBuf>,
    /// Closing it would let another run in.
    _lock: File,
}

/// Whether an earlier run was interrupted. That one is running now is an error.
pub(super) fn is_left(dir: &Path) -> Result<bool, WriteError> {
    let folder = dir.join(FOLDER);
    match fs::symlink_metadata(&folder) {
        Err(_) => return Ok(false),
        Ok(metadata) if !metadata.is_dir() => return Err(foreign(dir, FOLDER)),
        Ok(_) => {}
    }
    match File::open(folder.join(LOCK)) {
        Err(_) => Ok(true),
        Ok(lock) => match lock.try_lock_shared() {
            Err(TryLockError::WouldBlock) => Err(busy(dir)),
            _ => Ok(true),
        },
    }
}

impl Staging {
    /// Makes the staging folder, and the folder around it where that is missing, or takes over one whose owner is gone.
    pub(super) fn enter(dir: &Path) -> Result<Self, WriteError> {
        let made = missing_folders(dir);
        let entered = fs::create_dir_all(dir).map_err(WriteError::io("create", dir)).and_then(|()| lock(dir));
        match entered {
            Ok(lock) => Ok(Self { dir: dir.to_path_buf(), folder: dir.join(FOLDER), made, _lock: lock }),
            Err(error) => {
                unmake(&made);
                Err(error)
            }
        }
    }

    /// Does what an interrupted run left to do and clears its remains; says whether there was something to do.
    ///
    /// A step that fails is no error here: this run brings the folder to its end all the same, or meets the same failure.
    pub(super) fn finish_earlier(&self, mark: &str) -> Result<bool, WriteError> {
        let journal = fs::read(self.folder.join(JOURNAL)).ok();
        if let Some(journal) = &journal
            && let Ok(steps) = serde_json::from_slice::<Vec<Step>>(journal)
        {
            let _ = steps.iter().try_for_each(|step| self.take(step, mark));
        }
        self.clear().map_err(WriteError::io("clear", &self.folder))?;
        Ok(journal.is_some())
    }

    /// Writes a new file, so that it is on the disk and not yet in its place.
    pub(super) fn stage(&self, path: &str, text: &str) -> Result<(), WriteError> {
        let path = self.folder.join(NEW).join(path);
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder).map_err(WriteError::io("create", folder))?;
        write_through(&path, text.as_bytes()).map_err(WriteError::io("write", &path))
    }

    /// Takes the steps: from here on the folder changes.
    pub(super) fn commit(self, steps: &[Step], mark: &str) -> Result<(), WriteError> {
        let journal = self.folder.join(JOURNAL);
        let part = journal.with_extension("part");
        serde_json::to_vec(steps)
            .map_err(io::Error::from)
            .and_then(|text| write_through(&part, &text))
            .and_then(|()| fs::rename(&part, &journal))
            .map_err(WriteError::io("write", &journal))?;
        steps.iter().try_for_each(|step| self.take(step, mark))?;
        fs::remove_file(&journal).map_err(WriteError::io("remove", &journal))
    }

    /// Takes one step, or finds that it was taken already. The folder is looked at once more: the step may come from a
    /// journal, and that is only a file.
    fn take(&self, step: &Step, mark: &str) -> Result<(), WriteError> {
        let (Step::Move(path) | Step::Remove(path)) = step;
        let there = match check_path(path) {
            Ok(()) => look(&self.dir, path, mark)?,
            Err(_) => Found::Foreign,
        };
        match (step, there) {
            (_, Found::Foreign) => Err(foreign(&self.dir, path)),
            (Step::Remove(path), there) => self.remove(path, &there),
            (Step::Move(path), _) => self.move_into_place(path, mark),
        }
    }

    fn move_into_place(&self, path: &str, mark: &str) -> Result<(), WriteError> {
        let staged = format!("{FOLDER}/{NEW}/{path}");
        match look(&self.dir, &staged, mark)? {
            Found::Nothing => Ok(()),
            Found::Foreign => Err(foreign(&self.dir, &staged)),
            Found::Ours => {
                let target = self.dir.join(path);
                let folder = target.parent().unwrap_or(&self.dir);
                fs::create_dir_all(folder).map_err(WriteError::io("create", folder))?;
                if target.is_dir() {
                    remove_empty_folders(&target).map_err(WriteError::io("remove", &target))?;
                }
                fs::rename(self.dir.join(staged), &target).map_err(WriteError::io("replace", &target))
            }
        }
    }

    fn remove(&self, path: &str, there: &Found) -> Result<(), WriteError> {
        let file = self.dir.join(path);
        if *there == Found::Ours {
            fs::remove_file(&file).map_err(WriteError::io("remove", &file))?;
        }
        // The run that removed the file may have died before it removed the folders. The first that holds something ends it.
        for folder in file.ancestors().skip(1).take_while(|it| *it != self.dir) {
            match fs::remove_dir(folder) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => break,
                _ => {}
            }
        }
        Ok(())
    }

    /// Removes everything but the lock.
    fn clear(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            if entry.file_name() == LOCK {
                continue;
            }
            if entry.file_type()?.is_dir() {
                fs::remove_dir_all(entry.path())?;
            } else {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if self.folder.join(JOURNAL).exists() {
            return;
        }
        // Whatever stays is found by the next run.
        let _ = self.clear();
        // The lock is the last to go, and while it is held: a run that opened it before sees that it is not there any more.
        let _ = fs::remove_file(self.folder.join(LOCK));
        let _ = fs::remove_dir(&self.folder);
        unmake(&self.made);
    }
}

/// Makes the staging folder this run's own.
fn lock(dir: &Path) -> Result<File, WriteError> {
    let folder = dir.join(FOLDER);
    match fs::create_dir(&folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            return Err(WriteError::io("create", &folder)(error));
        }
        _ => {}
    }
    let path = folder.join(LOCK);
    let is_link = |path: &Path| fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
    if is_link(&folder) || is_link(&path) {
        return Err(foreign(dir, FOLDER));
    }
    let lock = match File::options().create(true).truncate(false).write(true).open(&path) {
        Ok(lock) => lock,
        // The owner has removed the folder just now.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(busy(dir)),
        Err(error) => return Err(WriteError::io("create", &path)(error)),
    };
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(busy(dir)),
        // Some network file systems know no locks; then nobody is kept out, as with cargo.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
        Err(TryLockError::Error(error)) => return Err(WriteError::io("lock", &path)(error)),
    }
    match is_still_there(&lock, &path) {
        Ok(true) => Ok(lock),
        _ => Err(busy(dir)),
    }
}

/// Whether the path still leads to the file that was opened.
fn is_still_there(file: &File, path: &Path) -> io::Result<bool> {
    let opened = same_file::Handle::from_file(file.try_clone()?)?;
    Ok(opened == same_file::Handle::from_path(path)?)
}

fn write_through(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_data()
}

/// The folder and those above it, as far as they do not exist; the folder itself comes first.
fn missing_folders(dir: &Path) -> Vec<PathBuf> {
    dir.ancestors()
        .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
        .map(Path::to_path_buf)
        .collect()
}

/// Removes folders that were made for nothing, up to the first that holds something.
fn unmake(made: &[PathBuf]) {
    let _ = made.iter().try_for_each(fs::remove_dir);
}

/// Removes a folder in which there are folders only.
fn remove_empty_folders(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            remove_empty_folders(&entry.path())?;
        }
    }
    fs::remove_dir(folder)
}

fn busy(dir: &Path) -> WriteError {
    WriteError::Busy { dir: dir.to_path_buf() }
}

fn foreign(dir: &Path, path: &str) -> WriteError {
    WriteError::Foreign { dir: dir.to_path_buf(), paths: vec![path.to_owned()] }
}
