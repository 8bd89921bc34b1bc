//! What people read of authentication.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexSet;
use serde::Serialize;

use crate::model::{Api, Auth, Credential, CredentialSource, Operation, Scheme};
use crate::render::markdown;

/// A credential, and how it is set.
#[derive(Serialize)]
pub(super) struct CredentialRow {
    name: String,
    env: String,
    /// What it is, as Markdown.
    what: String,
    optional: bool,
    /// Whether the first call that is shown needs it.
    first: bool,
}

/// All credentials; `first` is the operation that is shown.
pub(super) fn credentials(api: &Api, first: Option<&Operation>) -> Vec<CredentialRow> {
    let templates = first.map(|operation| templates(api, operation)).unwrap_or_default();
    api.credentials.iter().map(|known| credential(known, &templates)).collect()
}

/// The templates over credentials and variables that an operation has.
pub(super) fn templates<'a>(api: &'a Api, operation: &'a Operation) -> Vec<&'a str> {
    let mut templates = api.auth_of(operation).templates();
    templates.extend(operation.headers.iter().flat_map(|header| &header.values).map(String::as_str));
    templates.extend(operation.query.iter().filter_map(|query| query.credential.as_deref()));
    templates
}

fn credential(credential: &Credential, first: &[&str]) -> CredentialRow {
    let written = format!("{{{}}}", credential.name.plain());
    CredentialRow {
        first: first.iter().any(|template| template.contains(&written)),
        name: credential.name.to_string(),
        env: credential.env.clone(),
        what: match &credential.source {
            CredentialSource::Variable(wire) => format!("the collection's variable {}", markdown::code(wire)),
            CredentialSource::ApiKey(name) => format!("the API key {}", markdown::code(name)),
            CredentialSource::Parameter { of, name } => {
                format!("the {} of {}", markdown::code(name), markdown::text(of))
            }
        },
        optional: credential.optional,
    }
}

/// A way of authentication.
#[derive(Serialize, PartialEq, Eq, Hash)]
pub(super) struct Way {
    /// The setters of the credentials that it takes.
    credentials: Vec<String>,
    /// A sentence about them.
    text: String,
}

/// How calls are authenticated: the ways that are used, that of the API first.
pub(super) fn ways(api: &Api) -> Vec<Way> {
    let operations = api.root.operations_deep();
    let own = operations.iter().filter_map(|(_, operation)| operation.auth.as_ref());
    let known = api.credentials.iter().enumerate().map(|(place, known)| (known.name.plain(), place));
    let places: BTreeMap<&str, usize> = known.collect();
    let mut ways: IndexSet<Way> = IndexSet::new();
    for auth in [&api.auth].into_iter().chain(own) {
        let Some(text) = way(auth) else { continue };
        let templates = auth.templates();
        let names = templates.iter().flat_map(|template| names(template));
        let taken: BTreeSet<usize> = names.filter_map(|name| places.get(name).copied()).collect();
        let credentials = taken.into_iter().map(|place| api.credentials[place].name.to_string()).collect();
        ways.insert(Way { credentials, text });
    }
    ways.into_iter().collect()
}

/// The names in a template.
fn names(template: &str) -> impl Iterator<Item = &str> {
    template.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0.trim_end_matches('?')))
}

/// Whether something of that name is part of a template.
pub(super) fn holds(template: &str, name: &str) -> bool {
    names(template).any(|known| known == name)
}

fn way(auth: &Auth) -> Option<String> {
    Some(match auth {
        Auth::None => return None,
        Auth::Header { name, value } => {
            format!("It is sent as the header {}.", markdown::code(&format!("{name}: {}", value.replace("?}", "}"))))
        }
        Auth::Query { name, .. } => format!("It is sent as the query parameter {}.", markdown::code(name)),
        Auth::Bearer { .. } => "It is sent as a bearer token in the header `Authorization`.".to_owned(),
        Auth::Basic { .. } => "They are sent by HTTP basic authentication in the header `Authorization`.".to_owned(),
        Auth::Scheme { scheme, .. } => scheme_way(*scheme, auth).to_owned(),
        Auth::Custom { scheme } => format!(
            "Some calls are authenticated by {}, which this crate does not know: they fail until `ClientBuilder::sign` is \
             given what signs them.",
            markdown::code(scheme)
        ),
    })
}

fn scheme_way(scheme: Scheme, auth: &Auth) -> &'static str {
    match scheme {
        Scheme::Asap => "Each request gets a token for ASAP, signed with the private key.",
        Scheme::AwsV4 => "Requests are signed with AWS Signature Version 4.",
        Scheme::Digest => "They answer the server's challenge by HTTP digest authentication.",
        Scheme::EdgeGrid => "Requests are signed for Akamai EdgeGrid.",
        Scheme::Hawk => "Requests are signed with Hawk.",
        Scheme::Jwt => "Each request gets a JSON Web Token that the client signs.",
        Scheme::Ntlm => {
            "They answer the server's challenge by NTLM. It authenticates connections, so such calls are made one after the other."
        }
        Scheme::OAuth1 | Scheme::OAuth1Rsa => "Requests are signed with OAuth 1.0.",
        Scheme::OAuth2 if auth.parameter("accessTokenUrl").is_some() => {
            "Requests are sent with an access token of OAuth 2.0. The client asks for it unless it is set, keeps it for all clones \
             until shortly before it expires, and refreshes it."
        }
        Scheme::OAuth2 => "Requests are sent with an access token of OAuth 2.0.",
    }
}
