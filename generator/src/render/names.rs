//! The file that remembers what types are called.

use super::{File, Input, MARK};
use crate::diagnostic::is_harmless;
use crate::known::{FILE, KnownNames};

/// `types.lock`; none where there are no types.
pub(super) fn file(Input { api, .. }: Input<'_>) -> Vec<File<'_>> {
    let known = KnownNames::of(api);
    if known.is_empty() {
        return Vec::new();
    }
    let package = &api.package;
    let text = move || {
        let line = |text: &str| text.replace(|c: char| !is_harmless(c), " ");
        let (source, command) = (line(&package.source), line(&package.command));
        Ok(format!(
            "# {MARK} from {source}. To change it, run `{command}`.\n\n\
             # What types are called, by where they stand: so they keep their names when requests come, go and change.\n\
             # Keep it with the crate. To have a type named anew, delete its lines, or all of them.\n\n{}",
            known.to_toml()
        ))
    };
    vec![File::new(FILE, text)]
}
