//! Why a folder cannot be compared or written.

use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, escaped};

/// Why a folder cannot be compared or written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A file of the tree lacks the mark: a mistake in the generator.
    #[error("`{path}` lacks the mark `{mark}` in its first KiB")]
    Unmarked {
        /// The file.
        path: String,
        /// The mark.
        mark: String,
    },
    /// The folder holds something that is not ours.
    #[error("`{}` holds what the generator did not write: {}", shown(dir), quoted(paths))]
    Foreign {
        /// The folder.
        dir: PathBuf,
        /// Everything that is not ours, relative to the folder. Of a folder without any file of ours, only its name, with
        /// `/` at its end.
        paths: Vec<String>,
    },
    /// There is something else in place of the folder.
    #[error("`{}` is not a folder", shown(path))]
    NotAFolder {
        /// Its path.
        path: PathBuf,
    },
    /// Another run is writing to the folder.
    #[error("another run is writing to `{}`", shown(dir))]
    Busy {
        /// The folder.
        dir: PathBuf,
    },
    /// The system refuses.
    #[error("cannot {action} `{}`: {source}", shown(path))]
    Io {
        /// What was tried: `read`, `create`, ...
        action: &'static str,
        /// With which file or folder.
        path: PathBuf,
        /// The reason.
        source: io::Error,
    },
}

impl WriteError {
    /// For `map_err` on what was tried with a path.
    pub(super) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { action, path: path.to_path_buf(), source }
    }

    /// A stable name for this kind of failure, as diagnostics have it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unmarked { .. } => "unmarked-file",
            Self::Foreign { .. } => "foreign-file",
            Self::NotAFolder { .. } => "not-a-folder",
            Self::Busy { .. } => "busy-folder",
            Self::Io { .. } => "io",
        }
    }

    fn path(&self) -> String {
        match self {
            Self::Unmarked { path, .. } => path.clone(),
            Self::Foreign { dir: path, .. }
            | Self::NotAFolder { path }
            | Self::Busy { dir: path }
            | Self::Io { path, .. } => path.display().to_string(),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Unmarked { .. } => "this is a mistake in the generator: please report it",
            Self::Foreign { .. } => "nothing was changed; move it out of the folder or delete it, then run again",
            Self::NotAFolder { .. } => "nothing was changed; name a folder",
            Self::Busy { .. } => "nothing was changed; wait for it, then run again",
            Self::Io { .. } => "mend that, then run again",
        }
    }
}

impl From<WriteError> for Diagnostic {
    fn from(error: WriteError) -> Self {
        Self::error(error.code(), error.to_string()).in_file(error.path()).hint(error.hint())
    }
}

/// Anybody may have named the files, so a terminal must not obey their names.
fn shown(path: &Path) -> String {
    escaped(&path.display().to_string())
}

fn quoted(paths: &[String]) -> String {
    let quoted: Vec<_> = paths.iter().map(|path| format!("`{}`", escaped(path))).collect();
    quoted.join(", ")
}
