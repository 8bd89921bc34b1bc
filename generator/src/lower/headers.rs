//! Headers: which values are always sent, and which only a call knows.

use super::{Context, docs, params};
use crate::diagnostic::Diagnostic;
use crate::model::{Header, Ident, Place, ReplayStep, ScalarKind};
use crate::postman::{self, Request};

/// The headers of a request that callers may set, without those that HTTP does not know.
pub(super) fn usable<'a>(request: &'a Request, context: &mut Context<'_>) -> Vec<&'a postman::Header> {
    let headers = request.headers.iter().filter(|header| is_setter(&header.key));
    headers.filter(|header| can_be_sent(header, context)).collect()
}

/// A header by its name; `found` are all that the request has of that name, disabled ones included. `steps` get the calls of
/// the setter for values that are not always sent.
pub(super) fn lower(
    name: &Ident,
    found: &[&postman::Header],
    steps: &mut Vec<ReplayStep>,
    context: &mut Context<'_>,
) -> Header {
    let enabled: Vec<&postman::Header> = found.iter().copied().filter(|header| !header.disabled).collect();
    let shown = enabled.last().or(found.last());
    let example = shown.filter(|header| !params::is_literal_secret(&header.key, &header.value));
    let mut hidden = |header: &postman::Header| params::hides(&header.key, &header.value, &header.origin, context);
    let enabled: Vec<(&postman::Header, bool)> = enabled.iter().map(|header| (*header, hidden(header))).collect();
    let values: Option<Vec<String>> =
        enabled.iter().map(|(header, hidden)| template(header, *hidden, context)).collect();
    if values.is_none() {
        steps.extend(enabled.iter().map(|(header, hidden)| ReplayStep {
            name: name.clone(),
            kind: ScalarKind::String,
            place: Place::Header,
            value: if *hidden { params::saved(&header.origin) } else { header.value.clone() },
            hidden: *hidden,
        }));
    }
    Header {
        wire: found.first().map(|header| header.key.clone()).unwrap_or_default(),
        name: name.clone(),
        repeated: values.is_none() && enabled.len() > 1,
        values: values.unwrap_or_default(),
        example: example.map(|header| header.value.clone()),
        docs: docs::markdown(shown.and_then(|header| header.description.as_deref())),
    }
}

/// The template of a value that is always sent: one whose variables are all set on the client.
fn template(header: &postman::Header, hidden: bool, context: &Context<'_>) -> Option<String> {
    if hidden { None } else { context.variables.template(&header.value) }
}

/// Whether a header is one that a caller may set: not one that the body or the connection brings.
fn is_setter(name: &str) -> bool {
    !name.is_empty() && !["content-type", "content-length", "host"].iter().any(|own| name.eq_ignore_ascii_case(own))
}

/// Whether a header is one that HTTP knows; else it is reported.
fn can_be_sent(header: &postman::Header, context: &mut Context<'_>) -> bool {
    let is_token = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c));
    let what = match header {
        _ if !is_token(&header.key) => "name",
        _ if header.value.contains(|c: char| c.is_control() && c != '\t') => "value",
        _ => return true,
    };
    let message = format!("the {what} of the header `{}` cannot be sent", docs::line(&header.key));
    let finding = Diagnostic::warning("unusable-header", message).at(&header.origin);
    context.diagnostics.push(finding.hint("the operation is generated without it: mend it, or remove it"));
    false
}
