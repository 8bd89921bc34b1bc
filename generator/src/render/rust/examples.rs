//! The programs below `examples/`.

use super::{copy, dynamic, file, guide, markdown, replay};
use crate::render::{File, Input};

/// The replay program and the guides; without a request there is nothing to show.
pub(crate) fn examples(Input { api, .. }: Input<'_>) -> Vec<File<'_>> {
    let package = &api.package;
    if api.root.operations_deep().is_empty() {
        return Vec::new();
    }
    let mut files = vec![
        file(package, "examples/replay.rs", replay::program_docs(api), || replay::program(api)),
        copy(package, "examples/replay/harness.rs", postman_codegen_templates::REPLAY_HARNESS),
    ];
    files.extend(dynamic::files(package, "examples/replay", &api.dynamic.replay));
    for folder in &api.root.folders {
        let path = format!("examples/replay/{}.rs", folder.module.plain());
        let docs = format!("The requests of the folder {}.", markdown::text(&folder.title));
        files.push(file(package, path, docs, move || replay::folder(api, folder)));
    }
    for guide in &api.guides {
        let path = format!("examples/{}.rs", guide.file.plain());
        files.push(file(package, path, guide::docs(api, guide), move || guide::program(api, guide)));
    }
    files
}
