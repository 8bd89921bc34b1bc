//! Headers: which values are always sent, and which only a call knows.

use indexmap::IndexMap;

use super::{Context, docs, dynamic, params};
use crate::diagnostic::Diagnostic;
use crate::model::{Header, Ident, Place, ReplayStep, ReplayText, ScalarKind};
use crate::postman::{self, Request, text};
use crate::secrets;

/// Headers of one name.
pub(super) struct Named<'a> {
    /// The name as the first of them writes it.
    pub(super) wire: String,
    /// All of them, disabled ones included.
    pub(super) found: Vec<&'a postman::Header>,
}

/// The headers of a request that callers may set, by their names, without those that HTTP does not know.
pub(super) fn usable<'a>(request: &'a Request, context: &mut Context<'_>) -> Vec<Named<'a>> {
    let mut headers: IndexMap<String, Named<'a>> = IndexMap::new();
    for header in request.headers.iter().filter(|header| is_setter(&header.key) && !is_of_postman(header)) {
        let Some(wire) = params::name(&header.key, &header.origin, context) else { continue };
        if is_setter(&wire) && can_be_sent(&wire, header, context) {
            let known = headers.entry(wire.to_ascii_lowercase());
            known.or_insert_with(|| Named { wire, found: Vec::new() }).found.push(header);
        }
    }
    headers.into_values().collect()
}

/// The header of a name. `steps` get the calls of the setter for values that are not always sent.
pub(super) fn lower(
    name: &Ident,
    Named { wire, found }: &Named<'_>,
    steps: &mut Vec<ReplayStep>,
    context: &mut Context<'_>,
) -> Header {
    let enabled: Vec<&postman::Header> = found.iter().copied().filter(|header| !header.disabled).collect();
    let shown = enabled.last().or(found.last());
    let example = shown.filter(|header| !secrets::is_literal(wire, &header.value));
    let mut sent = |header: &postman::Header| {
        params::sent(wire, header.value.to_string(), header.value.pointer(), &header.origin, context)
    };
    let enabled: Vec<(&postman::Header, Option<ReplayText>)> =
        enabled.iter().map(|header| (*header, sent(header))).collect();
    let values: Option<Vec<String>> =
        enabled.iter().map(|(_, sent)| template(sent.as_ref()?.shown()?, context)).collect();
    if values.is_some() {
        let texts = enabled.iter().map(|(header, _)| context.variables.with_dynamic(&header.value));
        context.makers.extend(texts.flat_map(|text| dynamic::in_text(&text).collect::<Vec<_>>()));
    } else {
        steps.extend(enabled.iter().filter_map(|(_, sent)| {
            let value = sent.clone()?;
            Some(ReplayStep { name: name.clone(), kind: ScalarKind::String, place: Place::Header, value })
        }));
    }
    Header {
        wire: wire.clone(),
        name: name.clone(),
        repeated: values.is_none() && enabled.len() > 1,
        values: values.unwrap_or_default(),
        example: example.map(|header| context.variables.with_dynamic(&header.value)),
        docs: docs::markdown(shown.and_then(|header| header.description.as_deref())),
    }
}

/// The template of a value that is always sent: one that is no placeholder, and whose variables are all set on the client or made
/// for each call.
fn template(value: &str, context: &Context<'_>) -> Option<String> {
    let variables = &context.variables;
    if marks_a_place(value) { None } else { variables.template(&variables.with_dynamic(value)) }
}

/// Whether a value only marks the place of one, as `<string>` does.
fn marks_a_place(value: &str) -> bool {
    !value.is_empty() && !text::has_variable(value) && secrets::is_placeholder(value)
}

/// What the body, the connection or the HTTP library brings.
const OWN: &[&str] = &[
    "accept-encoding",
    "connection",
    "content-length",
    "content-type",
    "host",
    "postman-token",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// Whether a header is one that a caller may set.
pub(super) fn is_setter(name: &str) -> bool {
    !name.is_empty() && !OWN.iter().any(|own| name.eq_ignore_ascii_case(own))
}

/// Whether a header tells that Postman sent the request.
fn is_of_postman(header: &postman::Header) -> bool {
    header.key.eq_ignore_ascii_case("user-agent") && header.value.starts_with("PostmanRuntime/")
}

/// Whether a header is one that HTTP knows; else it is reported.
fn can_be_sent(name: &str, header: &postman::Header, context: &mut Context<'_>) -> bool {
    let is_token = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c));
    let what = match header {
        _ if !is_token(name) => "name",
        _ if header.value.contains(|c: char| c.is_control() && c != '\t') => "value",
        _ => return true,
    };
    let message = format!("the {what} of the header `{}` cannot be sent", docs::line(name));
    let finding = Diagnostic::warning("unusable-header", message).at(&header.origin);
    context.diagnostics.push(finding.hint("the operation is generated without it: mend it, or remove it"));
    false
}
