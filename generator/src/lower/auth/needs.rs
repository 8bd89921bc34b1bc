//! What the authentication of a collection needs from the client's user.

use indexmap::{IndexMap, IndexSet};

use super::parameters::{self, Class};
use crate::model::ReplayText;
use crate::postman::text;
use crate::postman::{Auth, Collection, Item};

/// What is to be set on the client, in document order.
#[derive(Default)]
pub(in crate::lower) struct Needs {
    pub(in crate::lower) credentials: IndexMap<Key, Need>,
    /// Variables that are no secrets.
    pub(in crate::lower) settings: IndexSet<String>,
}

/// A credential.
pub(in crate::lower) struct Need {
    pub(in crate::lower) key: Key,
    /// Whether no call needs it.
    pub(in crate::lower) optional: bool,
    /// The value that the replay program gives it.
    pub(in crate::lower) replay: ReplayText,
}

/// What tells credentials apart. A value that was saved as it is has nothing to do with a variable of the same name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in crate::lower) enum Key {
    /// A variable of the collection.
    Variable(String),
    /// A parameter of a type of authentication; for API keys, the header or query parameter.
    Own {
        /// The type.
        kind: String,
        /// The parameter.
        name: String,
    },
}

impl Key {
    /// The variable, if it is one.
    pub(in crate::lower) fn wire(&self) -> Option<&str> {
        match self {
            Self::Variable(wire) => Some(wire),
            Self::Own { .. } => None,
        }
    }
}

/// Finds them. They are known before anything else is lowered, so that their values are shown nowhere.
pub(in crate::lower) fn collect(
    collection: &Collection,
    secret: &dyn Fn(&str) -> bool,
    known: &dyn Fn(&str) -> bool,
) -> Needs {
    let mut stated: Vec<&Auth> = collection.auth.iter().collect();
    visit(&collection.items, &mut stated);
    let mut needs = Needs::default();
    for auth in stated {
        for (name, class) in parameters::of(auth).unwrap_or_default() {
            for need in credentials(auth, name, class, secret) {
                needs.add(need);
            }
            needs.settings.extend(settings(auth, name, class, secret, known));
        }
    }
    needs
}

impl Needs {
    /// Adds a credential. Of several values, the replay program gives the first to all calls that do not bring their own.
    pub(in crate::lower) fn add(&mut self, need: Need) {
        let optional = need.optional;
        self.credentials.entry(need.key.clone()).or_insert(need).optional &= optional;
    }
}

fn visit<'a>(items: &'a [Item], stated: &mut Vec<&'a Auth>) {
    for item in items {
        match item {
            Item::Folder(folder) => {
                stated.extend(&folder.auth);
                visit(&folder.items, stated);
            }
            Item::Request(request) => stated.extend(&request.auth),
        }
    }
}

/// The credentials in a parameter's value.
pub(super) fn credentials(auth: &Auth, name: &str, class: Class, secret: &dyn Fn(&str) -> bool) -> Vec<Need> {
    let text = auth.text(name).unwrap_or_default();
    let variable = |wire: &str, optional| Need {
        key: Key::Variable(wire.to_owned()),
        optional,
        replay: format!("{{{{{wire}}}}}").into(),
    };
    let own = |optional| Need { key: own_key(auth, name), optional, replay: saved(auth, name) };
    match class {
        Class::Secret | Class::Optional if text::has_variable(&text) => {
            text::names(&text).map(|wire| variable(wire, class == Class::Optional)).collect()
        }
        Class::Secret => vec![own(false)],
        // The replay program must be able to say that there is none.
        Class::Optional if name == "accessToken" => vec![own(true)],
        Class::Optional | Class::Whole => {
            if text.is_empty() {
                Vec::new()
            } else {
                vec![own(true)]
            }
        }
        Class::Setting | Class::Hint | Class::Address => {
            text::names(&text).filter(|wire| secret(wire)).map(|wire| variable(wire, false)).collect()
        }
    }
}

/// What a value is called that belongs to no variable.
pub(super) fn own_key(auth: &Auth, name: &str) -> Key {
    let name = match auth.kind.as_str() {
        "apikey" => auth.text("key").unwrap_or_else(|| "api_key".to_owned()),
        _ => name.to_owned(),
    };
    Key::Own { kind: auth.kind.clone(), name }
}

/// What the replay program reads from the collection.
fn saved(auth: &Auth, name: &str) -> ReplayText {
    let parameter = auth.parameter(name).filter(|parameter| !parameter.text().is_empty());
    let pointer = parameter.and_then(|parameter| parameter.value.pointer());
    pointer.map_or_else(|| String::new().into(), ReplayText::saved)
}

/// The variables in a value that are set on the client, and are no secrets.
fn settings(
    auth: &Auth,
    name: &str,
    class: Class,
    secret: &dyn Fn(&str) -> bool,
    known: &dyn Fn(&str) -> bool,
) -> Vec<String> {
    let text = auth.text(name).unwrap_or_default();
    let names = text::names(&text).filter(|wire| !secret(wire));
    match class {
        Class::Setting | Class::Hint => names.map(str::to_owned).collect(),
        // The rest of a URL follows from what the collection says.
        Class::Address => names.filter(|wire| !known(wire)).map(str::to_owned).collect(),
        Class::Secret | Class::Optional | Class::Whole => Vec::new(),
    }
}
