//! The commands that are told to people: the one that makes a crate again, and the one that a check asks for.

use std::path::Path;

use postman_codegen::cli::{command_line, file_name, is_stdin, way};

use crate::args::Options;

/// The command that makes the crate of this collection again, when it is run in the folder of the crate.
///
/// It depends on where the files are to each other and on nothing else: not on the folder that this process runs in, not on
/// other collections, and not on the machine. A file that shares nothing with the crate but the root is only named.
pub(crate) fn of_crate(collection: &Path, options: &Options) -> String {
    let from_crate = |path: &Path| match way(&options.out, path) {
        _ if is_stdin(path) => "-".to_owned(),
        // The crate's folder is one level down. Its name is not known yet, and does not matter.
        Some(way) if options.is_several() => format!("../{way}"),
        Some(way) => way,
        None => file_name(path),
    };
    command([collection], options, ".", from_crate)
}

/// The command that does what this one only looks at.
pub(crate) fn of_all(options: &Options) -> String {
    let given = |path: &Path| path.display().to_string();
    command(options.collections.iter().map(AsRef::as_ref), options, &given(&options.out), given)
}

fn command<'a>(
    collections: impl IntoIterator<Item = &'a Path>,
    options: &Options,
    out: &str,
    name: impl Fn(&Path) -> String,
) -> String {
    let mut words = vec!["postman-codegen".to_owned()];
    words.extend(collections.into_iter().map(&name));
    for (option, value) in [("--name", options.name.clone()), ("--config", options.config.as_deref().map(&name))] {
        words.extend(value.into_iter().flat_map(|value| [option.to_owned(), value]));
    }
    words.extend(options.environments.iter().flat_map(|path| ["-e".to_owned(), name(path)]));
    words.extend(["-o".to_owned(), out.to_owned()]);
    command_line(words)
}
