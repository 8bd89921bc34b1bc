//! Where the collection first shows each field that one asks for.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::model::{Ident, Operation, TypeDef, TypeKind, TypeRef};

/// The places of examples that show a field, by type and name on the wire.
pub(super) type Places<'a> = BTreeMap<(&'a Ident, &'a str), Option<String>>;

/// Fills in the place of the first example that shows each field.
pub(super) fn find<'a>(defs: &'a [TypeDef], operations: &[&'a Operation], wanted: &mut Places<'a>) {
    let kinds: BTreeMap<&Ident, &TypeKind> = defs.iter().map(|def| (&def.name, &def.kind)).collect();
    for example in operations.iter().flat_map(|operation| operation.shown()) {
        let mut open: Vec<(&TypeRef, &Value)> = vec![(example.ty, example.value)];
        while let Some((ty, value)) = open.pop() {
            match (ty, value) {
                (TypeRef::Nullable(inner), _) => open.push((inner, value)),
                (TypeRef::List(inner), Value::Array(elements)) => {
                    open.extend(elements.iter().map(|value| (&**inner, value)))
                }
                (TypeRef::Map(inner), Value::Object(members)) => {
                    open.extend(members.values().map(|value| (&**inner, value)))
                }
                (TypeRef::Named(name), _) => match (kinds.get(name), value) {
                    (Some(TypeKind::Struct(fields)), Value::Object(members)) => {
                        for field in fields {
                            let Some(value) = members.get(&field.wire) else { continue };
                            if let Some(place @ None) = wanted.get_mut(&(name, field.wire.as_str())) {
                                *place = Some(example.pointer.to_string());
                            }
                            open.push((&field.ty, value));
                        }
                    }
                    (Some(TypeKind::Union(cases)), _) => open.extend(cases.iter().map(|case| (&case.ty, value))),
                    _ => {}
                },
                _ => {}
            }
        }
    }
}
