//! `postman` -> `model`: inherits, sorts, infers, and settles every name. Never panics, whatever the input.

mod answer;
mod auth;
mod body;
mod docs;
mod dynamic;
mod endpoint;
mod environment;
mod escape;
mod fixed;
mod folder;
mod form;
mod graphql;
mod guide;
mod headers;
mod html;
mod infer;
mod json_text;
mod names;
mod paging;
mod params;
mod placeholder;
mod script;
mod settings;
mod stem;
mod stream;
mod types;
mod url;
mod variables;

use std::collections::BTreeSet;

use crate::config::{Config, OTHER_PACKAGES};
use crate::diagnostic::Diagnostic;
use crate::markdown;
use crate::model::{Api, Dynamic, Envelope, Ident, Makers, Package};
use crate::postman::{Collection, Environment};

/// The version of a package that the configuration gives none.
const FIRST_VERSION: &str = "0.1.0";
/// The package's name when neither the configuration nor the collection has one.
const FALLBACK_NAME: &str = "api-client";

/// What every step of lowering reads and adds to.
struct Context<'a> {
    collection: &'a Collection,
    config: &'a Config,
    environments: &'a [Environment],
    variables: variables::Variables,
    servers: url::Servers,
    /// What makes values for headers that are always sent.
    makers: BTreeSet<Dynamic>,
    diagnostics: Vec<Diagnostic>,
}

/// Makes ready what lowering any collection needs, so that another core can do that meanwhile.
pub(crate) fn prepare() {
    infer::prepare();
}

/// Decides everything about the crate of a collection. With an error among the findings it is not as the configuration says, and
/// should not be rendered.
pub fn lower(collection: &Collection, config: &Config) -> (Api, Vec<Diagnostic>) {
    lower_with(collection, &[], config)
}

/// The same with environments. Findings about one of them name its file. It works in rayon's current pool, or else its global one.
pub fn lower_with(collection: &Collection, environments: &[Environment], config: &Config) -> (Api, Vec<Diagnostic>) {
    let mut context = Context {
        collection,
        config,
        environments,
        variables: variables::collect(collection, environments, config),
        servers: url::Servers::default(),
        makers: BTreeSet::new(),
        diagnostics: Vec::new(),
    };
    let (mut root, answers) = rayon::join(|| folder::lower_root(&mut context), || folder::answers(collection));
    let auth = auth::lower(&mut root, &mut context);
    let evidence = folder::evidence(&root, answers, &context);
    fixed::fix(&mut root, config);
    let endpoints = endpoint::group(&root);
    let inferred = types::infer(&mut root, evidence, &endpoints, &context);
    context.diagnostics.extend(inferred.findings);
    paging::find(&mut root, &inferred.defs, &mut context);
    let guides = guide::lower_all(&root, &inferred.defs, &endpoints, &mut context);
    let servers = context.servers.finish(&context.variables.setters());
    let environments = environment::lower_all(&servers, &mut context);
    let replay = dynamic::in_replay(&root, &servers, &context.variables);
    let api = Api {
        title: title(collection),
        docs: docs::markdown(collection.description.as_deref()),
        package: package(collection, config),
        servers,
        auth,
        credentials: context.variables.credentials(),
        context: context.variables.context().to_vec(),
        context_traits: context.variables.context_traits(),
        dynamic: Makers { client: context.makers, replay },
        variables: context.variables.all(),
        environments,
        root,
        envelope: envelope(config, inferred.error),
        types: inferred.defs,
        unshared: inferred.unshared,
        known_names: inferred.names,
        guides,
    };
    (api, context.diagnostics)
}

fn title(collection: &Collection) -> String {
    let name = docs::line(&collection.name);
    if name.is_empty() { "API".to_owned() } else { name }
}

/// The package's name: the configured one, else the collection's.
fn package_name(collection: &Collection, config: &Config) -> String {
    if let Some(name) = &config.name {
        return name.clone();
    }
    let name = names::module(&collection.name).map(|name| name.plain().replace('_', "-"));
    match name {
        None => FALLBACK_NAME.to_owned(),
        Some(name) if OTHER_PACKAGES.contains(&name.as_str()) => format!("{name}-client"),
        // A package's name must begin with a letter.
        Some(name) if name.starts_with('-') => format!("api-{}", name.trim_matches('-')),
        Some(name) => name,
    }
}

fn package(collection: &Collection, config: &Config) -> Package {
    let name = package_name(collection, config);
    let summary = docs::summary(&docs::markdown(collection.description.as_deref()));
    Package {
        krate: names::of_package(&name),
        version: config.version.clone().unwrap_or_else(|| FIRST_VERSION.to_owned()),
        description: config.description.clone().unwrap_or_else(|| match summary.is_empty() {
            true => format!("Client of {}", markdown::text(&title(collection))),
            false => summary,
        }),
        license: config.license.clone(),
        repository: config.repository.clone(),
        source: config.source.clone(),
        command: config.command.clone(),
        name,
    }
}

fn envelope(config: &Config, error: Option<crate::model::TypeRef>) -> Option<Envelope> {
    config.envelope.as_ref().map(|envelope| Envelope {
        code: envelope.code.clone(),
        message: envelope.message.clone(),
        details: envelope.details.clone(),
        request_id: envelope.request_id.clone(),
        success: envelope.success.clone(),
        mixed: envelope.mixed.clone(),
        error,
    })
}

/// Names that a set of claims must not take.
fn taken(words: &[&'static str]) -> BTreeSet<Ident> {
    words.iter().map(|word| names::constant(word)).collect()
}

/// The same for setters, which take a value as operators do.
fn taken_setters(words: &[&'static str]) -> BTreeSet<Ident> {
    words.iter().chain(names::OPERATORS).map(|word| names::constant(word)).collect()
}
