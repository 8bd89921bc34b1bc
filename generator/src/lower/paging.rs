//! Which operations are paged: those that take a page's number and answer with one list of things.

use std::collections::BTreeMap;

use super::endpoint;
use crate::config::Config;
use crate::model::{Field, Folder, Ident, Operation, Paging, ScalarKind, TypeDef, TypeRef};

/// Marks the operations that are paged as the configuration describes it.
pub(super) fn find(root: &mut Folder, defs: &[TypeDef], config: &Config) {
    let Some(pagination) = &config.pagination else { return };
    let defs: BTreeMap<&Ident, &TypeDef> = defs.iter().map(|def| (&def.name, def)).collect();
    root.for_each_operation(&mut |operation| operation.paging = paging(operation, &pagination.page, &defs));
}

fn paging(operation: &Operation, page: &str, defs: &BTreeMap<&Ident, &TypeDef>) -> Option<Paging> {
    let query = operation.query.iter().find(|query| query.wire == page && query.kind == ScalarKind::Unsigned)?;
    let TypeRef::Named(answer) = &operation.success.ty else { return None };
    let lists: Vec<(&Field, &TypeRef)> = defs
        .get(answer)?
        .fields()
        .iter()
        .filter_map(|field| match &field.ty {
            TypeRef::List(item) => Some((field, &**item)),
            _ => None,
        })
        .collect();
    let resource = endpoint::resource(operation);
    let (field, item) = match &lists[..] {
        [only] => *only,
        _ => {
            *lists.iter().find(|(field, _)| field.wire == resource || field.wire.ends_with(&format!("_{resource}")))?
        }
    };
    Some(Paging {
        page: query.name.clone(),
        page_wire: query.wire.clone(),
        items: field.name.clone(),
        optional: field.presence.is_option(),
        item: item.clone(),
    })
}
