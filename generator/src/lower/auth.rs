//! Authentication: which variables are credentials, and where their values go.

use serde_json::Value;

use super::Context;
use super::variables::Variables;
use crate::diagnostic::Diagnostic;
use crate::model;
use crate::postman::text::{self, Part};
use crate::postman::{Auth, Collection, Item};

/// The variables that the authentication of a collection uses, in document order. They are known before anything else is
/// lowered, so that their values are shown nowhere.
pub(super) fn credentials(collection: &Collection) -> Vec<String> {
    let mut stated: Vec<&Auth> = collection.auth.iter().collect();
    visit(&collection.items, &mut stated);
    let mut found: Vec<String> = Vec::new();
    for wire in stated.into_iter().flat_map(used) {
        if !found.contains(&wire) {
            found.push(wire);
        }
    }
    found
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

/// The variables that one authentication uses. A value that was saved as it is becomes a credential of its own, called
/// after its parameter: it is somebody's secret.
fn used(auth: &Auth) -> Vec<String> {
    let secrets = secret_parameters(&auth.kind).iter().filter_map(|key| Some((*key, parameter(auth, key)?)));
    secrets
        .flat_map(|(key, text)| match text::names(&text).map(str::to_owned).collect::<Vec<_>>() {
            names if names.is_empty() => vec![key.to_owned()],
            names => names,
        })
        .collect()
}

/// The parameters whose values are secrets. Of types that are not supported there are none.
fn secret_parameters(kind: &str) -> &'static [&'static str] {
    match kind {
        "apikey" => &["value"],
        "bearer" => &["token"],
        "basic" => &["username", "password"],
        _ => &[],
    }
}

/// Authentication that stands on a collection, a folder or a request. `None` and `noauth` are no authentication.
pub(super) fn lower(auth: Option<&Auth>, context: &mut Context<'_>) -> model::Auth {
    let Some(auth) = auth else {
        return model::Auth::None;
    };
    let value = |key: &str| parameter(auth, key).map(|text| template(&text, key, &context.variables));
    match auth.kind.as_str() {
        "noauth" => model::Auth::None,
        "apikey" => {
            let value = value("value").unwrap_or_default();
            let name = parameter(auth, "key").unwrap_or_else(|| "Authorization".to_owned());
            match parameter(auth, "in").as_deref() {
                Some("query") => model::Auth::Query { name, value },
                _ => model::Auth::Header { name, value },
            }
        }
        "bearer" => model::Auth::Bearer { token: value("token").unwrap_or_default() },
        "basic" => model::Auth::Basic {
            username: value("username").unwrap_or_default(),
            password: value("password").unwrap_or_default(),
        },
        kind => {
            let message = format!("authentication of type `{kind}` is not supported");
            let finding =
                Diagnostic::warning("unsupported-auth", message).at(&auth.origin.key("type")).confidential().hint(
                    "requests are sent without it: set the headers that it needs on the client with `default_header`",
                );
            // All requests of a folder inherit it.
            if !context.diagnostics.contains(&finding) {
                context.diagnostics.push(finding);
            }
            model::Auth::None
        }
    }
}

fn parameter(auth: &Auth, key: &str) -> Option<String> {
    let (_, value) = auth.parameters.iter().find(|(name, _)| name == key)?;
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

/// A value as a `format!` template over credentials.
fn template(text: &str, key: &str, variables: &Variables) -> String {
    let credential = |wire: &str| variables.credential(wire).map(|name| format!("{{{}}}", name.plain()));
    if !text::has_variable(text) {
        return credential(key).unwrap_or_default();
    }
    let pieces = text::template(text).into_iter().map(|part| match part {
        Part::Literal(text) => text.replace('{', "{{").replace('}', "}}"),
        Part::Variable(wire) => credential(&wire).unwrap_or_default(),
    });
    pieces.collect()
}
