//! Under which paths users find the public items of a crate.

use std::collections::BTreeMap;

use syn::{Item, UseTree, Visibility};

use crate::source::{Crate, Path};

/// The public path of each item that users can name, by its module and name.
pub(crate) type Exports = BTreeMap<(Path, String), Path>;

/// Follows public modules and re-exports from the root on.
pub(crate) fn find(source: &Crate) -> Exports {
    let mut exports = Exports::new();
    visit(source, &[], &[], &mut exports);
    exports
}

fn visit(source: &Crate, module: &[String], shown: &[String], exports: &mut Exports) {
    for item in source.get(module).into_iter().flatten() {
        match item {
            Item::Mod(inner) if is_public(&inner.vis) => {
                let name = plain(&inner.ident);
                let shown = child(shown, &name);
                visit(source, &child(module, &name), &shown, exports);
                exports.insert((module.to_vec(), name), shown);
            }
            Item::Use(used) if is_public(&used.vis) => {
                for (from, name) in named(&used.tree, module) {
                    let Some(name) = name else {
                        visit(source, &from, shown, exports);
                        continue;
                    };
                    let (from, shown) = (defining(source, from, &name), child(shown, &name));
                    let inner = child(&from, &name);
                    if source.contains_key(&inner) {
                        visit(source, &inner, &shown, exports);
                    }
                    exports.insert((from, name), shown);
                }
            }
            other => {
                if let Some(name) = public_name(other) {
                    let name = plain(name);
                    exports.insert((module.to_vec(), name.clone()), child(shown, &name));
                }
            }
        }
    }
}

fn child(module: &[String], name: &str) -> Path {
    module.iter().cloned().chain([name.to_owned()]).collect()
}

/// The module that defines what another one imports under a name.
fn defining(source: &Crate, module: Path, name: &str) -> Path {
    let uses = source.get(&module).into_iter().flatten().filter_map(|item| match item {
        Item::Use(used) => Some(named(&used.tree, &module)),
        _ => None,
    });
    let from = uses.flatten().find(|(_, imported)| imported.as_deref() == Some(name)).map(|(from, _)| from);
    match from {
        Some(from) if from != module && source.contains_key(&from) => defining(source, from, name),
        _ => module,
    }
}

/// What a `use` names: the module, and the name or all of it.
pub(crate) fn named(tree: &UseTree, module: &[String]) -> Vec<(Path, Option<String>)> {
    let mut found = Vec::new();
    let mut open = vec![(tree, module.to_vec())];
    while let Some((tree, path)) = open.pop() {
        match tree {
            UseTree::Path(step) => match step.ident.to_string().as_str() {
                "crate" => open.push((&step.tree, Path::new())),
                "self" => open.push((&step.tree, path)),
                "super" => open.push((&step.tree, path[..path.len().saturating_sub(1)].to_vec())),
                _ => open.push((&step.tree, child(&path, &plain(&step.ident)))),
            },
            UseTree::Group(group) => open.extend(group.items.iter().map(|inner| (inner, path.clone()))),
            UseTree::Name(name) => found.push((path, Some(plain(&name.ident)))),
            UseTree::Rename(name) => found.push((path, Some(plain(&name.ident)))),
            UseTree::Glob(_) => found.push((path, None)),
        }
    }
    found
}

fn public_name(item: &Item) -> Option<&syn::Ident> {
    let (visibility, name) = match item {
        Item::Struct(item) => (&item.vis, &item.ident),
        Item::Enum(item) => (&item.vis, &item.ident),
        Item::Fn(item) => (&item.vis, &item.sig.ident),
        Item::Const(item) => (&item.vis, &item.ident),
        Item::Static(item) => (&item.vis, &item.ident),
        Item::Type(item) => (&item.vis, &item.ident),
        Item::Trait(item) => (&item.vis, &item.ident),
        _ => return None,
    };
    is_public(visibility).then_some(name)
}

/// A name without `r#`.
pub(crate) fn plain(name: &syn::Ident) -> String {
    name.to_string().trim_start_matches("r#").to_owned()
}

pub(crate) fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}
