//! Environments: which of the client's setters each of them calls, and with what.

use std::collections::BTreeSet;
use std::path::Path;

use super::names::{self, Claim};
use super::variables::{Scope, Variables};
use super::{Context, docs};
use crate::diagnostic::Diagnostic;
use crate::model::{Environment, Ident, Server, Setting};
use crate::postman::{self, text};
use crate::secrets;

/// Words that say nothing in the name of an environment.
const NOISE: &[&str] = &["env", "environment"];

/// Decides what the constructor of each environment sets. One that sets nothing has none.
pub(super) fn lower_all(servers: &[Server], context: &mut Context<'_>) -> Vec<Environment> {
    let names = constructors(servers, context);
    let mut lowered = Vec::new();
    for (index, (environment, constructor)) in context.environments.iter().zip(names).enumerate() {
        let found = Found::in_environment(index, servers, context);
        context.diagnostics.extend(unused(environment, &found, &context.variables));
        if found.settings.is_empty() {
            context.diagnostics.push(nothing(environment));
            continue;
        }
        let (settings, missing) = (found.settings, found.missing);
        lowered.push(Environment { title: title(environment), constructor, settings, missing });
    }
    lowered
}

/// What an environment says of the client.
#[derive(Default)]
struct Found {
    settings: Vec<Setting>,
    missing: Vec<Ident>,
    /// Its variables that had a part in that.
    used: BTreeSet<String>,
}

impl Found {
    fn in_environment(index: usize, servers: &[Server], context: &Context<'_>) -> Self {
        let variables = &context.variables;
        let mut found = Self::default();
        for (server, (text, url)) in servers.iter().zip(context.servers.in_environment(index)) {
            if let Some(url) = url {
                found.used.extend(variables.environment_parts(text, index));
                found.add(&server.setter, url);
            }
        }
        let context = variables.context().iter().map(|variable| (variable.wire.as_str(), &variable.name));
        for (wire, name) in context.chain(variables.credentials_in_use()) {
            let text = format!("{{{{{wire}}}}}");
            let parts = variables.environment_parts(&text, index);
            if !parts.is_empty() {
                found.used.extend(parts);
                found.add(name, &variables.resolve(&text, Scope::Environment(index)));
            }
        }
        found
    }

    /// A value that is no value yet, and a secret, which still stands between its braces, are for the caller to say.
    fn add(&mut self, setter: &Ident, value: &str) {
        if secrets::is_placeholder(value) || text::has_variable(value) {
            self.missing.push(setter.clone());
        } else {
            self.settings.push(Setting { setter: setter.clone(), value: value.to_owned() });
        }
    }
}

fn constructors(servers: &[Server], context: &Context<'_>) -> Vec<Ident> {
    let claims: Vec<Claim> = context.environments.iter().map(claim).collect();
    let mut taken = context.variables.setters();
    taken.extend(servers.iter().map(|server| server.setter.clone()));
    names::settle(&claims, &taken)
}

fn claim(environment: &postman::Environment) -> Claim {
    let title = title(environment);
    let words = title.split_whitespace().filter(|word| !NOISE.iter().any(|noise| word.eq_ignore_ascii_case(noise)));
    let name = names::snake(&words.collect::<Vec<_>>().join(" "));
    let plain = || names::constant("environment");
    Claim {
        wanted: name.map_or_else(plain, |name| names::prefixed("environment", &name)),
        qualifiers: vec![stem(environment)],
        key: format!("{title} {}", environment.file),
    }
}

/// The environment's name, else that of its file.
fn title(environment: &postman::Environment) -> String {
    Some(docs::line(&environment.name))
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| docs::line(&stem(environment)))
}

/// The name of the file without what Postman appends to it.
fn stem(environment: &postman::Environment) -> String {
    let stem = Path::new(&environment.file).file_stem().unwrap_or_default().to_string_lossy();
    stem.strip_suffix(".postman_environment").unwrap_or(&stem).to_owned()
}

/// The values that no setter takes.
fn unused(environment: &postman::Environment, found: &Found, variables: &Variables) -> Vec<Diagnostic> {
    let unused = environment.live().filter(|value| !found.used.contains(&value.key));
    let finding = |value: &postman::Variable| {
        let message = format!("nothing that is set on the client is called `{}`", docs::line(&value.key));
        let finding =
            Diagnostic::note("unused-environment-value", message).in_file(&environment.file).at(&value.origin);
        let hint = "where requests use it, each call sets it";
        match variables.is_secret(&value.key) {
            true => finding.hint(hint).confidential(),
            false => finding.hint(format!("{hint}; name it in `context` of the configuration to set it once")),
        }
    };
    unused.map(finding).collect()
}

fn nothing(environment: &postman::Environment) -> Diagnostic {
    let message =
        format!("the environment `{}` sets nothing on the client, so it has no constructor", title(environment));
    Diagnostic::warning("useless-environment", message)
        .in_file(&environment.file)
        .hint("is it the environment of another collection?")
}
