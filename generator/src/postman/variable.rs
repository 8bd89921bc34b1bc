//! Variables of a collection, a folder or an environment.

use serde_json::Value;

use super::read::Cursor;
use super::{Saved, Variable};
use crate::diagnostic::Diagnostic;
use crate::secrets;

/// The variables of this collection or folder; older files call them `variables`.
pub(super) fn variables(owner: &Cursor<'_>) -> Vec<Variable> {
    let list = owner.get("variable").or_else(|| owner.get("variables"));
    list.map(|list| entries(&list)).unwrap_or_default()
}

/// The variables in a list.
pub(super) fn entries(list: &Cursor<'_>) -> Vec<Variable> {
    list.entries().into_iter().filter_map(variable).collect()
}

fn variable(entry: Cursor<'_>) -> Option<Variable> {
    let entry = entry.object()?;
    let own = own_key(&entry);
    let (by_id, key, kind) = (own.is_none(), own.or_else(|| id(&entry))?, entry.text_of("type"));
    let value = Saved::new(entry.any_text_of("value"), Some(entry.origin().key("value").pointer));
    let is_secret = |text: &String| {
        let is_named = kind.as_deref() == Some("secret") || secrets::is_sensitive(&key);
        is_named && !secrets::is_placeholder(text) || secrets::holds_credential(text)
    };
    Some(Variable {
        value: value.secret_if(|value| value.as_ref().is_some_and(is_secret)),
        by_id,
        key,
        kind,
        // Environments say it the other way round.
        disabled: entry.flag("disabled")
            || entry.get("enabled").is_some_and(|flag| flag.value() == &Value::Bool(false)),
        description: entry.description(),
        origin: entry.origin(),
    })
}

/// The name of a variable: `key`, and in older files `id`.
pub(super) fn key(entry: &Cursor<'_>) -> Option<String> {
    own_key(entry).or_else(|| id(entry))
}

fn own_key(entry: &Cursor<'_>) -> Option<String> {
    entry.text_of("key").filter(|key| !key.is_empty())
}

/// What names a variable without a key.
fn id(entry: &Cursor<'_>) -> Option<String> {
    let name = entry.text_of("id").filter(|id| !id.is_empty());
    if name.is_none() {
        entry.report(
            Diagnostic::warning("nameless-variable", "a variable has no name, so nothing can use it")
                .hint("give it a name in Postman, or remove it"),
        );
    }
    name
}
