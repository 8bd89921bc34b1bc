//! The modules of a crate, from its files.

use std::collections::BTreeMap;

use postman_codegen::render::Tree;
use syn::Item;

/// The way to a module from the crate root.
pub(crate) type Path = Vec<String>;

/// Every module with its items.
pub(crate) type Crate = BTreeMap<Path, Vec<Item>>;

/// Parses the files below `src/`. Where a file stands is where its module is.
pub(crate) fn read(tree: &Tree) -> Crate {
    let mut modules = Crate::new();
    for (path, text) in tree.iter() {
        let Some(path) = path.strip_prefix("src/").and_then(|path| path.strip_suffix(".rs")) else { continue };
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        modules.insert(module(path), file.items);
    }
    modules
}

fn module(path: &str) -> Path {
    match path {
        "lib" => Path::new(),
        path => path.trim_end_matches("/mod").split('/').map(str::to_owned).collect(),
    }
}
