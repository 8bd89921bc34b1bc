//! Variables of the collection: what each is worth, and which of them belong to the client.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToShoutySnakeCase;
use indexmap::{IndexMap, IndexSet};

use super::auth::{Key, Need, Needs};
use super::names::{self, Claim};
use super::{auth, docs, dynamic, folder, package_name, params, settings, taken, taken_setters};
use crate::config::Config;
use crate::dynamic::shown;
use crate::model::{Credential, CredentialSource, Dynamic, Ident, Variable};
use crate::postman::text::{self, Part};
use crate::postman::{self, Collection, Environment};
use crate::secrets;

/// How many bytes of a text types are told from; no number is as long.
const GLIMPSE: usize = 1024;
/// How many characters an example has at most; documentation needs no more.
const LONGEST_EXAMPLE: usize = 200;
/// Up to how many bytes the value of a variable is filled in where it is kept. The replay program fills in the rest.
const KEPT: usize = 16 * 1024;

/// The setter of the only server.
pub(super) const BASE_URL: &str = "base_url";

/// Setters that every client builder has.
pub(super) const CLIENT_SETTERS: &[&str] = &[
    "after_receive",
    "attempt_timeout",
    BASE_URL,
    "before_send",
    "build",
    "clone",
    "connect_timeout",
    "default_header",
    "fmt",
    "http_client",
    "max_response_bytes",
    "new",
    "retries",
    "retry_budget",
    "sign",
    "timeout",
    "transport",
    "user_agent",
    "via",
];

/// The variables of a collection.
pub(super) struct Variables {
    /// Names in the collection with their values; the last of a name counts.
    values: BTreeMap<String, Saved>,
    secrets: BTreeSet<String>,
    docs: BTreeMap<String, String>,
    order: IndexSet<String>,
    context: Vec<Variable>,
    /// The places of the context variables in their list.
    context_indices: BTreeMap<String, usize>,
    /// What authentication uses, in the order of its use, with its names in code.
    credentials: IndexMap<Key, (Need, Ident)>,
    /// What the environments say; `None` for a secret.
    environments: Vec<BTreeMap<String, Option<String>>>,
    /// What the names of environment variables begin with.
    prefix: String,
}

/// Where values are looked for.
#[derive(Clone, Copy)]
pub(super) enum Scope {
    /// In the collection: what is sent unless somebody sets something.
    Collection,
    /// In the environment of that index, then in the collection.
    Environment(usize),
    /// In the collection, then in the environments: what documentation shows.
    Examples,
}

/// A value that the collection saves for a variable.
struct Saved {
    text: Option<String>,
    /// Its place in the collection, as a JSON pointer.
    pointer: Option<String>,
    /// Whether Postman's runner does not find it.
    by_id: bool,
}

/// Reads the collection's variables and decides which are context.
pub(super) fn collect(collection: &Collection, environments: &[Environment], config: &Config) -> Variables {
    let mut variables = Variables {
        values: BTreeMap::new(),
        secrets: BTreeSet::new(),
        docs: BTreeMap::new(),
        order: IndexSet::new(),
        context: Vec::new(),
        context_indices: BTreeMap::new(),
        credentials: IndexMap::new(),
        environments: Vec::new(),
        prefix: package_name(collection, config),
    };
    for variable in collection.variables.iter().filter(|variable| !variable.disabled) {
        let pointer = variable.value.pointer().map(str::to_owned);
        let saved = Saved { text: (*variable.value).clone(), pointer, by_id: variable.by_id };
        variables.values.insert(variable.key.clone(), saved);
        variables.order.insert(variable.key.clone());
        if is_secret(variable) {
            variables.secrets.insert(variable.key.clone());
        }
        let text = docs::summary(&docs::markdown(variable.description.as_deref()));
        if !text.is_empty() {
            variables.docs.insert(variable.key.clone(), text);
        }
    }
    variables.secrets.extend(sent_as_secrets(collection));
    let values = environments.iter().flat_map(Environment::live);
    variables.secrets.extend(values.filter(|value| is_secret(value)).map(|value| value.key.clone()));
    let secret =
        |name: &str| (variables.secrets.contains(name) || secrets::is_sensitive(name)) && !variables.is_dynamic(name);
    let mut needs = {
        let known = |name: &str| variables.values.get(name).is_some_and(|saved| saved.text.is_some());
        auth::collect(collection, &secret, &known)
    };
    for wire in settings::secrets(collection, secret) {
        needs.add(Need { replay: format!("{{{{{wire}}}}}").into(), key: Key::Variable(wire), optional: false });
    }
    let Needs { credentials, settings: in_auth } = needs;
    let in_paths = if config.context.is_empty() { settings::in_paths(collection) } else { config.context.clone() };
    let in_paths: IndexSet<String> = in_paths.into_iter().collect();
    let mut in_headers = settings::in_headers(collection);
    in_headers.retain(|wire| !variables.is_dynamic(wire));
    let others = settings::in_hosts(collection).into_iter().chain(in_headers).chain(in_auth);
    let mut wires: IndexSet<String> = in_paths.iter().cloned().chain(others).collect();
    let is_credential = |wire: &String| credentials.contains_key(&Key::Variable(wire.clone()));
    wires.retain(|wire| !is_credential(wire) || config.context.contains(wire));

    let mut setters = taken_setters(CLIENT_SETTERS);
    // What the client sets is set on requests by the same name.
    let on_requests = taken_setters(params::REQUEST_METHODS);
    let names = settle(&wires, &setters.union(&on_requests).cloned().collect());
    setters.extend(names.iter().cloned());
    let credential_names = names::settle(&auth::claims(credentials.keys()), &setters);
    let named = credentials.into_iter().zip(credential_names);
    variables.credentials = named.map(|((key, need), name)| (key, (need, name))).collect();
    variables.environments = environments.iter().map(|environment| variables.values_of(environment)).collect();
    let shown = variables.environments.iter().flatten().filter(|(_, value)| value.is_some());
    variables.order.extend(shown.map(|(wire, _)| wire.clone()));
    let context = wires.iter().zip(names).map(|(wire, name)| {
        let variable = variables.variable(wire, name);
        // What stands in paths is somebody's data; what stands in headers and hosts is a setting that has a default.
        let is_data = in_paths.contains(wire) && !settings::is_of_address(wire);
        let default = variable.value.clone().filter(|_| !is_data && !variables.is_dynamic(wire));
        Variable { default, ..variable }
    });
    variables.context = context.collect();
    variables.context_indices = wires.into_iter().enumerate().map(|(index, wire)| (wire, index)).collect();
    variables
}

fn is_secret(variable: &postman::Variable) -> bool {
    variable.kind.as_deref() == Some("secret")
        || secrets::is_sensitive(&variable.key)
        || variable.value.as_ref().is_some_and(|value| secrets::holds_credential(value))
}

/// Variables whose values are sent in headers and parameters that are called like secrets.
fn sent_as_secrets(collection: &Collection) -> BTreeSet<String> {
    let requests = folder::requests(&collection.items);
    let pairs = requests.iter().flat_map(|request| {
        let headers = request.headers.iter().map(|header| (header.key.as_str(), header.value.as_str()));
        let query = &request.url.query;
        headers
            .chain(query.iter().filter_map(|parameter| Some((parameter.key.as_deref()?, parameter.value.as_deref()?))))
    });
    let secret = pairs.filter(|(name, _)| secrets::is_sensitive(name));
    secret.flat_map(|(_, value)| text::names(value)).map(str::to_owned).collect()
}

fn settle(wires: &IndexSet<String>, taken: &BTreeSet<Ident>) -> Vec<Ident> {
    let claims: Vec<Claim> = wires
        .iter()
        .map(|wire| Claim {
            wanted: names::snake(wire).unwrap_or_else(|| names::constant("variable")),
            qualifiers: vec!["variable".to_owned()],
            key: wire.clone(),
        })
        .collect();
    names::settle(&claims, taken)
}

/// Whether a text is short enough to be an example.
pub(super) fn is_example(text: &str) -> bool {
    text.len() <= LONGEST_EXAMPLE || text.chars().nth(LONGEST_EXAMPLE).is_none()
}

impl Variables {
    /// The value of a variable, variables in it resolved; `None` for a secret.
    pub(super) fn value(&self, wire: &str, scope: Scope) -> Option<String> {
        self.lookup(wire, scope).map(|value| self.resolve(value, scope))
    }

    /// A text with every known variable replaced by its value. Secrets stay between their braces.
    pub(super) fn resolve(&self, text: &str, scope: Scope) -> String {
        text::resolve(text, |name| self.lookup(name, scope).map(str::to_owned))
    }

    /// A text as Postman's runner fills it in. Secrets stay between their braces.
    pub(super) fn replayed(&self, text: &str) -> String {
        let found = |name: &str| self.values.get(name).is_some_and(|saved| !saved.by_id);
        text::resolve(text, |name| self.shown(name).filter(|_| found(name)).map(str::to_owned))
    }

    /// The variables of an environment that have a part in a text, directly or through other variables.
    pub(super) fn environment_parts(&self, text: &str, environment: usize) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        text::resolve(text, |name| {
            if self.environments[environment].contains_key(name) {
                found.insert(name.to_owned());
            }
            self.lookup(name, Scope::Environment(environment)).map(str::to_owned)
        });
        found
    }

    fn lookup(&self, wire: &str, scope: Scope) -> Option<&str> {
        let own = self.shown(wire);
        let environments = match scope {
            Scope::Collection => return own,
            Scope::Environment(index) => return self.environments[index].get(wire).map_or(own, Option::as_deref),
            Scope::Examples => self.environments.iter(),
        };
        let mut others =
            environments.filter_map(|values| values.get(wire)?.as_deref()).filter(|value| !value.is_empty());
        own.filter(|value| !value.is_empty()).or_else(|| others.next()).or(own)
    }

    fn values_of(&self, environment: &Environment) -> BTreeMap<String, Option<String>> {
        let shown = |value: &postman::Variable| {
            (!self.is_secret(&value.key)).then(|| value.value.as_ref().cloned().unwrap_or_default())
        };
        environment.live().map(|value| (value.key.clone(), shown(value))).collect()
    }

    /// The start of a text with the values of variables, and with examples of dynamic ones.
    pub(super) fn glimpse(&self, text: &str, scope: Scope) -> String {
        let start = |text: &str| {
            let end = (GLIMPSE..text.len()).find(|end| text.is_char_boundary(*end));
            text[..end.unwrap_or(text.len())].to_owned()
        };
        shown(&start(&text::resolve_to(GLIMPSE, text, |name| self.lookup(name, scope).map(start))))
    }

    /// A text as documentation shows it; one that is long is no example.
    pub(super) fn example(&self, text: &str) -> Option<String> {
        Some(self.glimpse(text, Scope::Examples)).filter(|example| is_example(example))
    }

    /// A text as types are told from it: with the collection's own values, whatever environments there are.
    pub(super) fn evidence(&self, text: &str) -> String {
        self.glimpse(text, Scope::Collection)
    }

    /// The whole of a text with the values of variables, and with examples of dynamic ones.
    pub(super) fn whole_example(&self, text: &str) -> String {
        shown(&self.resolve(text, Scope::Examples))
    }

    /// Every value that is saved, those of secrets too.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.values.values().filter_map(|saved| saved.text.as_deref())
    }

    /// Whether a variable has another value at each use, since its saved one holds a dynamic variable.
    fn is_dynamic(&self, wire: &str) -> bool {
        self.value(wire, Scope::Collection).is_some_and(|value| dynamic::in_text(&value).next().is_some())
    }

    /// A text with the values of those variables that have another one at each use, unless they are set on the client.
    pub(super) fn with_dynamic(&self, text: &str) -> String {
        text::resolve(text, |wire| {
            let dynamic = self.setting(wire).is_none() && self.is_dynamic(wire);
            self.value(wire, Scope::Collection).filter(|_| dynamic)
        })
    }

    fn shown(&self, wire: &str) -> Option<&str> {
        let value = self.values.get(wire)?.text.as_deref()?;
        (!self.is_secret(wire) || secrets::is_placeholder(value)).then_some(value)
    }

    /// The value of a variable as it is kept.
    fn kept(&self, wire: &str) -> Option<String> {
        let find = |name: &str| self.lookup(name, Scope::Collection).map(str::to_owned);
        find(wire).map(|value| text::resolve_to(KEPT, &value, find))
    }

    /// A value for documentation that the collection lacks.
    fn example_of(&self, wire: &str) -> Option<String> {
        if self.environments.is_empty() {
            return None;
        }
        let own = self.value(wire, Scope::Collection);
        let value = self.value(wire, Scope::Examples)?;
        (Some(&value) != own.as_ref() && !text::has_variable(&value) && is_example(&value)).then_some(value)
    }

    /// Where a value is that must not be shown.
    fn hidden(&self, wire: &str) -> Option<&str> {
        let saved = self.values.get(wire).filter(|saved| saved.text.is_some())?;
        if self.shown(wire).is_none() { saved.pointer.as_deref() } else { None }
    }

    pub(super) fn is_secret(&self, wire: &str) -> bool {
        self.secrets.contains(wire) || self.credential(wire).is_some()
    }

    /// The variables that are set on the client, in the order of the configuration.
    pub(super) fn context(&self) -> &[Variable] {
        &self.context
    }

    /// What operations are called that have a context variable in their path, for each.
    pub(super) fn context_traits(&self) -> Vec<Ident> {
        let claim = |variable: &Variable| Claim {
            wanted: names::pascal_of(&names::prefixed("with", &variable.name)),
            qualifiers: Vec::new(),
            key: variable.wire.clone(),
        };
        // Traits of crates.
        let taken = taken(&["WithBody", "WithEvents", "WithLines"]);
        names::settle(&self.context.iter().map(claim).collect::<Vec<_>>(), &taken)
    }

    /// The index of a context variable.
    pub(super) fn context_index(&self, wire: &str) -> Option<usize> {
        self.context_indices.get(wire).copied()
    }

    /// The name in code of a variable that is a credential.
    pub(super) fn credential(&self, wire: &str) -> Option<&Ident> {
        self.credential_of(&Key::Variable(wire.to_owned()))
    }

    /// The name in code of a credential.
    pub(super) fn credential_of(&self, key: &Key) -> Option<&Ident> {
        self.need(key).map(|(_, name)| name)
    }

    /// A credential with its name in code.
    pub(super) fn need(&self, key: &Key) -> Option<&(Need, Ident)> {
        self.credentials.get(key)
    }

    /// A text as a template in the sense of `format!` over variables of the client and dynamic ones; `None` when it has others
    /// too.
    pub(super) fn template(&self, text: &str) -> Option<String> {
        let pieces = text::template(text).into_iter().map(|part| match part {
            Part::Literal(text) => Some(text.replace('{', "{{").replace('}', "}}")),
            Part::Variable(wire) => match self.setting(&wire) {
                Some(name) => Some(format!("{{{}}}", name.plain())),
                None => Dynamic::of(&wire).map(|_| format!("{{{wire}}}")),
            },
        });
        pieces.collect()
    }

    /// The name in code of a variable that is set on the client.
    fn setting(&self, wire: &str) -> Option<&Ident> {
        let context = self.context_index(wire).map(|index| &self.context[index].name);
        context.or_else(|| self.credential(wire))
    }

    /// The variables that authentication uses, with their names in code.
    pub(super) fn credentials_in_use(&self) -> impl Iterator<Item = (&str, &Ident)> {
        self.credentials.iter().filter_map(|(key, (_, name))| Some((key.wire()?, name)))
    }

    /// The name in code of a variable that authentication uses.
    pub(super) fn in_auth(&self, wire: &str) -> Option<&Ident> {
        self.credential(wire).or_else(|| self.setting(wire))
    }

    /// What authentication uses.
    pub(super) fn credentials(&self) -> Vec<Credential> {
        self.credentials.values().map(|(need, name)| self.described(need, name)).collect()
    }

    fn described(&self, need: &Need, name: &Ident) -> Credential {
        let wire = need.key.wire();
        Credential {
            name: name.clone(),
            env: self.env(name),
            source: match &need.key {
                Key::Variable(wire) => CredentialSource::Variable(wire.clone()),
                Key::Own { kind, name } if kind == "apikey" => CredentialSource::ApiKey(docs::line(name)),
                Key::Own { kind, name } => {
                    CredentialSource::Parameter { of: auth::title(kind).to_owned(), name: docs::line(name) }
                }
            },
            docs: wire.and_then(|wire| self.docs.get(wire)).cloned().unwrap_or_default(),
            value: wire.and_then(|wire| self.kept(wire)),
            optional: need.optional,
            replay: need.replay.clone(),
        }
    }

    /// Setters of the client that no server can have.
    pub(super) fn setters(&self) -> BTreeSet<Ident> {
        let mut setters = taken_setters(CLIENT_SETTERS);
        setters.retain(|name| name.as_str() != BASE_URL);
        setters.extend(self.context.iter().map(|variable| variable.name.clone()));
        setters.extend(self.credentials.values().map(|(_, name)| name.clone()));
        setters
    }

    /// Every variable of the collection, in document order.
    pub(super) fn all(&self) -> Vec<Variable> {
        let names = settle(&self.order, &BTreeSet::new());
        self.order.iter().zip(names).map(|(wire, name)| self.variable(wire, name)).collect()
    }

    fn env(&self, name: &Ident) -> String {
        format!("{}_{}", self.prefix, name.plain()).to_shouty_snake_case()
    }

    /// A variable under a name that was chosen for it.
    pub(super) fn variable(&self, wire: &str, name: Ident) -> Variable {
        Variable {
            wire: wire.to_owned(),
            env: self.env(&name),
            name,
            value: self.kept(wire),
            example: self.example_of(wire),
            default: None,
            saved: self.hidden(wire).map(str::to_owned),
            docs: self.docs.get(wire).cloned().unwrap_or_default(),
            secret: self.is_secret(wire),
            by_id: self.values.get(wire).is_some_and(|saved| saved.by_id),
        }
    }
}
