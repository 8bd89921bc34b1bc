//! Authentication: what is set on the client, and where it goes.

mod needs;
mod parameters;

pub(super) use needs::{Key, Need, Needs, collect};
pub(super) use parameters::title;

use std::collections::BTreeMap;

use self::parameters::Class;
use super::variables::Scope;
use super::{Context, docs, names, params};
use crate::diagnostic::Diagnostic;
use crate::model::{self, Folder, Ident, Operation, Place, ReplayText, Scheme};
use crate::postman::text::{self, Part};
use crate::postman::{Auth, Item};
use crate::secrets;

/// Decides how the API is authenticated, and each operation where that differs. It comes after the servers are known.
pub(super) fn lower(root: &mut Folder, context: &mut Context<'_>) -> model::Auth {
    let mut stated = BTreeMap::new();
    inherit(&context.collection.items, None, &mut stated);
    let api = context.collection.auth.as_ref().map_or(model::Auth::None, |auth| lower_one(auth, context));
    // All requests of a folder inherit one, so each is lowered once, by its place.
    let mut lowered: BTreeMap<&str, model::Auth> = BTreeMap::new();
    root.for_each_operation(&mut |operation| {
        let own = stated.get(&operation.index).copied();
        operation.auth =
            own.map(|auth| lowered.entry(&auth.origin.pointer).or_insert_with(|| lower_one(auth, context)).clone());
        if let Some(auth) = own.or(context.collection.auth.as_ref()) {
            operation.replay.credentials = other_credentials(auth, context);
        }
        let auth = operation.auth.as_ref().unwrap_or(&api).clone();
        give_way(operation, &auth);
    });
    api
}

/// What requests and the folders around them say, by the requests' numbers.
fn inherit<'a>(items: &'a [Item], outer: Option<&'a Auth>, stated: &mut BTreeMap<usize, &'a Auth>) {
    for item in items {
        match item {
            Item::Folder(folder) => inherit(&folder.items, folder.auth.as_ref().or(outer), stated),
            Item::Request(request) => {
                if let Some(auth) = request.auth.as_ref().or(outer) {
                    stated.insert(request.number, auth);
                }
            }
        }
    }
}

/// Authentication that stands on a collection, a folder or a request.
fn lower_one(auth: &Auth, context: &mut Context<'_>) -> model::Auth {
    let mut parameters = templates(auth, context);
    report_secrets(auth, context);
    let mut take = |name: &str| {
        let at = parameters.iter().position(|(known, _)| known == name);
        at.map(|at| parameters.swap_remove(at).1).unwrap_or_default()
    };
    let scheme = match auth.kind.as_str() {
        "noauth" => return model::Auth::None,
        "apikey" => {
            let name = auth.text("key").unwrap_or_else(|| "Authorization".to_owned());
            let Some(name) = params::name(&name, &auth.origin, context) else { return model::Auth::None };
            let value = take("value");
            return match auth.text("in").as_deref() {
                Some("query") => model::Auth::Query { name, value },
                _ => model::Auth::Header { name, value },
            };
        }
        "bearer" => return model::Auth::Bearer { token: take("token") },
        "basic" => return model::Auth::Basic { username: take("username"), password: take("password") },
        "asap" => Scheme::Asap,
        "awsv4" => Scheme::AwsV4,
        "digest" => Scheme::Digest,
        "edgegrid" => Scheme::EdgeGrid,
        "hawk" => Scheme::Hawk,
        "jwt" => Scheme::Jwt,
        "ntlm" => Scheme::Ntlm,
        "oauth1" if parameters::signs_with_any_method(auth) => Scheme::OAuth1Rsa,
        "oauth1" => Scheme::OAuth1,
        "oauth2" => Scheme::OAuth2,
        kind => {
            report_unknown(auth, context);
            return match kind {
                // Some tools write this; Postman's own runner sends such requests without authentication.
                "inherit" => model::Auth::None,
                kind => model::Auth::Custom { scheme: docs::line(kind) },
            };
        }
    };
    model::Auth::Scheme { scheme, parameters }
}

fn report_unknown(auth: &Auth, context: &mut Context<'_>) {
    let message = format!("authentication of type `{}` is not known", docs::line(&auth.kind));
    let hint = match auth.kind.as_str() {
        "inherit" => "requests are sent without it: remove it, and they inherit that of the folder or collection",
        _ => "requests fail before they are sent unless the client builder's `sign` gets what signs them",
    };
    let finding = Diagnostic::warning("unknown-auth", message).at(&auth.origin.key("type")).confidential();
    context.diagnostics.push(finding.hint(hint));
}

/// The parameters that are of use, with their values as templates.
fn templates(auth: &Auth, context: &Context<'_>) -> Vec<(String, String)> {
    let all = parameters::of(auth).unwrap_or_default().into_iter();
    all.filter_map(|(name, class)| Some((name.to_owned(), template(auth, name, class, context)?))).collect()
}

/// The template of a parameter; `None` where it says nothing.
fn template(auth: &Auth, name: &str, class: Class, context: &Context<'_>) -> Option<String> {
    let text = auth.text(name).unwrap_or_default();
    let own = |mark: &str| {
        let name = context.variables.credential_of(&needs::own_key(auth, name))?;
        Some(format!("{{{}{mark}}}", name.plain()))
    };
    match class {
        Class::Secret if text::has_variable(&text) => Some(filled(&text, "", context)),
        Class::Secret => own(""),
        Class::Optional if text::has_variable(&text) => Some(filled(&text, "?", context)),
        Class::Optional if name == "accessToken" => own("?"),
        Class::Optional | Class::Whole => {
            if text.is_empty() {
                None
            } else {
                own("?")
            }
        }
        // An empty prefix is one.
        Class::Setting if name == "headerPrefix" => auth.text(name).map(|text| filled(&text, "", context)),
        Class::Setting | Class::Hint if text.is_empty() || text == "false" => None,
        Class::Address if text.is_empty() => None,
        Class::Setting => Some(filled(&shown_setting(text)?, "", context)),
        Class::Hint => Some(filled(&shown_setting(text)?, "?", context)),
        Class::Address => Some(address(&shown_setting(context.variables.resolve(&text, Scope::Collection))?, context)),
    }
}

/// A setting without the secrets that a URL may have; `None` where a part of it is masked.
fn shown_setting(text: String) -> Option<String> {
    if text.contains(secrets::MASK) { None } else { Some(secrets::stripped_url(&text).unwrap_or(text)) }
}

/// Reports the settings of which something is left out.
fn report_secrets(auth: &Auth, context: &mut Context<'_>) {
    for (name, class) in parameters::of(auth).unwrap_or_default() {
        let text = match class {
            Class::Setting | Class::Hint => auth.text(name).unwrap_or_default(),
            Class::Address => context.variables.resolve(&auth.text(name).unwrap_or_default(), Scope::Collection),
            Class::Secret | Class::Optional | Class::Whole => continue,
        };
        if shown_setting(text.clone()).as_ref() != Some(&text) {
            let message = format!("`{name}` of the authentication holds a secret, which is left out");
            let finding = Diagnostic::warning("secret-value", message).at(&auth.origin).confidential();
            let hint = "in Postman, put it into the parameter or the variable that is meant for it";
            context.diagnostics.push(finding.hint(hint));
        }
    }
}

/// A text as a template over what is set on the client.
fn filled(text: &str, mark: &str, context: &Context<'_>) -> String {
    let pieces = text::template(text).into_iter().map(|part| match part {
        Part::Literal(text) => text.replace('{', "{{").replace('}', "}}"),
        Part::Variable(wire) => match context.variables.in_auth(&wire) {
            Some(name) => format!("{{{}{mark}}}", name.plain()),
            None => String::new(),
        },
    });
    pieces.collect()
}

/// A URL whose variables with values are filled in. What begins as a server's does follows its base URL.
fn address(text: &str, context: &Context<'_>) -> String {
    // A variable without a value may bring the scheme.
    let text = match text.contains("://") || text.starts_with("{{") {
        true => text.to_owned(),
        false => format!("https://{text}"),
    };
    match context.servers.split(&text) {
        Some((index, rest)) => format!("{{server:{index}}}{}", filled(rest, "", context)),
        None => filled(&text, "", context),
    }
}

/// The credentials whose values are others here than those which the replay program gives to all calls.
fn other_credentials(auth: &Auth, context: &Context<'_>) -> Vec<(Ident, ReplayText)> {
    let mut others = Vec::new();
    for (name, class) in parameters::of(auth).unwrap_or_default() {
        for need in needs::credentials(auth, name, class, &|_| false) {
            if let Some((known, ident)) = context.variables.need(&need.key)
                && known.replay != need.replay
            {
                others.push((ident.clone(), need.replay));
            }
        }
    }
    others
}

/// Leaves to authentication what the collection writes beside it.
fn give_way(operation: &mut Operation, auth: &model::Auth) {
    let header = operation.headers.iter().find(|header| auth.header().is_some_and(|name| is(name, &header.wire)));
    let query = operation.query.iter_mut().find(|query| auth.query() == Some(query.wire.as_str()));
    let query = query.map(|query| {
        (query.fixed, query.credential) = (None, None);
        &query.name
    });
    let header = header.map(|header| &header.name);
    operation.replay.setters.retain(|step| match step.place {
        Place::Header => Some(&step.name) != header,
        Place::Query => Some(&step.name) != query,
        Place::Form => true,
    });
}

fn is(name: &str, other: &str) -> bool {
    name.eq_ignore_ascii_case(other)
}

/// The names that credentials would have if each were alone, and words that tell them apart.
pub(super) fn claims<'a>(keys: impl Iterator<Item = &'a Key>) -> Vec<names::Claim> {
    let fallback = || names::constant("credential");
    let wanted = |key: &'a Key| match key {
        Key::Variable(wire) | Key::Own { name: wire, .. } => names::snake(wire).unwrap_or_else(fallback),
    };
    let wanted: Vec<(&Key, Ident)> = keys.map(|key| (key, wanted(key))).collect();
    let mut counts: BTreeMap<Ident, usize> = BTreeMap::new();
    for (_, name) in &wanted {
        *counts.entry(name.clone()).or_default() += 1;
    }
    wanted.into_iter().map(|(key, name)| claim(key, counts[&name] > 1, name)).collect()
}

fn claim(key: &Key, shared: bool, wanted: Ident) -> names::Claim {
    match key {
        Key::Variable(wire) => names::Claim { wanted, qualifiers: vec!["credential".to_owned()], key: wire.clone() },
        Key::Own { kind, name } => {
            let vague = shared || name == "header";
            let wanted = if vague && kind != "apikey" { names::prefixed(kind, &wanted) } else { wanted };
            names::Claim {
                wanted,
                qualifiers: vec![kind.clone(), "credential".to_owned()],
                key: format!("{name} {kind}"),
            }
        }
    }
}
