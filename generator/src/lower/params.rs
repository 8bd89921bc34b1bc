//! Query parameters and headers.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::names::{self, Claim};
use super::variables::Scope;
use super::{Context, docs, escape, headers, taken_setters};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::model::{Header, Ident, Origin, Place, Query, ReplayStep, ReplayText, ScalarKind};
use crate::postman::text;
use crate::postman::{Parameter, Request};
use crate::secrets;

/// Methods that requests have, all or some.
pub(super) const REQUEST_METHODS: &[&str] = &[
    "attempt_timeout",
    "body",
    "call",
    "clone",
    "fmt",
    "header",
    "idempotent",
    "into_future",
    "items",
    "new",
    "pages",
    "retries",
    "send",
    "send_as",
    "send_bytes",
    "send_events",
    "send_lines",
    "send_stream",
    "send_text",
    "timeout",
    "wait_until",
];

/// The parameters of a request, and the setters that the collection's own values call.
pub(super) struct Params {
    pub(super) query: Vec<Query>,
    pub(super) headers: Vec<Header>,
    pub(super) steps: Vec<ReplayStep>,
}

/// Reads query and headers of a request. `arguments` are names that its builder has for other things.
pub(super) fn lower(request: &Request, arguments: &BTreeSet<Ident>, context: &mut Context<'_>) -> Params {
    let keys = query_keys(request, context);
    let headers = headers::usable(request, context);
    let mut taken = taken_setters(REQUEST_METHODS);
    taken.extend(arguments.iter().cloned());
    let claim = |wire: &str, kind: &str| Claim {
        wanted: names::snake(wire).unwrap_or_else(|| names::constant("parameter")),
        qualifiers: vec![kind.to_owned()],
        key: format!("{wire} {kind}"),
    };
    let header_claims = headers.iter().map(|header| claim(&header.wire, "header"));
    let claims: Vec<Claim> = keys.keys().map(|key| claim(key, "query")).chain(header_claims).collect();
    let names = names::settle(&claims, &taken);
    let (query_names, header_names) = names.split_at(keys.len());

    let query: Vec<Query> =
        keys.iter().zip(query_names).map(|((key, found), name)| query(key, name, found, context)).collect();
    let mut steps: Vec<(usize, ReplayStep)> = Vec::new();
    for (known, found) in query.iter().zip(keys.values()).filter(|(known, _)| known.credential.is_none()) {
        for (place, parameter) in found.iter().filter(|(_, parameter)| !parameter.disabled) {
            let value = escape::query(parameter.value.as_deref().unwrap_or_default());
            let pointer = parameter.value.pointer();
            if let Some(value) = sent(&known.wire, value, pointer, &parameter.origin, context) {
                let name = known.name.clone();
                steps.push((*place, ReplayStep { name, kind: known.kind, place: Place::Query, value }));
            }
        }
    }
    steps.sort_by_key(|(place, _)| *place);
    let mut steps = steps.into_iter().map(|(_, step)| step).collect();
    let headers = headers.iter().zip(header_names);
    let headers = headers.map(|(header, name)| headers::lower(name, header, &mut steps, context)).collect();
    Params { query, headers, steps }
}

/// What the replay program sends for a value. A secret must not get into the crate, so the program reads it where it was saved;
/// where that is no text of its own, there is none, and it is left out.
pub(super) fn sent(
    name: &str,
    value: String,
    pointer: Option<&str>,
    origin: &Origin,
    context: &mut Context<'_>,
) -> Option<ReplayText> {
    if hides(name, &value, origin, context) { pointer.map(ReplayText::saved) } else { Some(value.into()) }
}

/// Whether a value must not get into the crate; then it is reported.
fn hides(name: &str, value: &str, origin: &Origin, context: &mut Context<'_>) -> bool {
    let hidden = secrets::is_literal(name, value);
    // What is masked was reported when it was read.
    if hidden && !value.contains(secrets::MASK) {
        let message = format!("the value of `{}` looks like a secret and is left out", docs::line(name));
        let finding = Diagnostic::warning("secret-value", message).at(origin).confidential();
        context
            .diagnostics
            .push(finding.hint("in Postman, put the value into a variable; in Rust, set it with the setter"));
    }
    hidden
}

/// Parameters of one name, each with its place in the query.
type Named<'a> = Vec<(usize, &'a Parameter)>;

/// The parameters of a query by their names, in order. One that says nothing at all, such as an empty row in Postman's table, has
/// none.
fn query_keys<'a>(request: &'a Request, context: &mut Context<'_>) -> IndexMap<String, Named<'a>> {
    let mut keys: IndexMap<String, Named<'a>> = IndexMap::new();
    let says = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.is_empty());
    for (place, parameter) in request.url.query.iter().enumerate() {
        let Some(key) = parameter.key.as_ref().filter(|_| says(&parameter.key) || says(&parameter.value)) else {
            continue;
        };
        if let Some(key) = name(key, &parameter.origin, context) {
            keys.entry(escape::query(&key)).or_default().push((place, parameter));
        }
    }
    keys
}

/// A parameter's name with its variables filled in; `None`, and reported, when that cannot be done here.
pub(super) fn name(key: &str, origin: &Origin, context: &mut Context<'_>) -> Option<String> {
    if !text::has_variable(key) {
        return Some(key.to_owned());
    }
    let name = context.variables.resolve(key, Scope::Collection);
    if !text::has_variable(&name) {
        return Some(name);
    }
    let message = format!("the name `{}` is not known before a call", docs::line(key));
    let finding = Diagnostic::warning("unknown-name", message).at(origin);
    context.diagnostics.push(finding.hint("the operation is generated without it: give it a name without variables"));
    None
}

fn query(key: &str, name: &Ident, found: &Named<'_>, context: &Context<'_>) -> Query {
    let found: Vec<&Parameter> = found.iter().map(|(_, parameter)| *parameter).collect();
    let values: Vec<String> =
        found.iter().filter_map(|parameter| parameter.value.as_ref()).map(|value| escape::query(value)).collect();
    let evidence: Vec<String> = values.iter().map(|value| context.variables.evidence(value)).collect();
    let example = values.first().and_then(|value| context.variables.example(value));
    let description = found.iter().find_map(|parameter| parameter.description.as_deref());
    Query {
        wire: key.to_owned(),
        name: name.clone(),
        kind: scalar_kind(&evidence, counts(key, context.config)),
        repeated: found.len() > 1,
        example: example.filter(|value| !secrets::is_secret_text(key, value)),
        fixed: None,
        credential: credential(key, &found, context),
        docs: docs::markdown(description),
    }
}

/// The template of a value that is made of the client's credentials.
fn credential(key: &str, found: &[&Parameter], context: &Context<'_>) -> Option<String> {
    let [Parameter { value, disabled: false, .. }] = found else { return None };
    let value = value.as_ref().filter(|value| !secrets::is_literal(key, value))?;
    let mut names = text::names(value).peekable();
    names.peek()?;
    if names.all(|name| context.variables.credential(name).is_some()) {
        context.variables.template(value)
    } else {
        None
    }
}

/// The type of a field of a form, by its values.
pub(super) fn field_kind(values: &[String]) -> ScalarKind {
    scalar_kind(values, Counts::Unknown)
}

/// The type of a parameter: a boolean or a number only where that writes every value exactly as the collection has it.
fn scalar_kind(values: &[String], counts: Counts) -> ScalarKind {
    let all = |accepts: fn(&str) -> bool| !values.is_empty() && values.iter().all(|value| accepts(value));
    let whole = all(|value| value.parse::<u64>().is_ok_and(|number| number.to_string() == value));
    if all(|value| value == "true" || value == "false") {
        ScalarKind::Bool
    } else if whole && counts == Counts::Pages {
        ScalarKind::Unsigned
    } else if whole || all(is_number) {
        ScalarKind::Number
    } else {
        ScalarKind::String
    }
}

/// What a parameter counts, as the configuration says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counts {
    /// Pages, or the items of one.
    Pages,
    /// Who knows.
    Unknown,
}

fn counts(key: &str, config: &Config) -> Counts {
    if config.pagination.counts(key) { Counts::Pages } else { Counts::Unknown }
}

/// Whether a text is a number just as Rust would write it.
fn is_number(text: &str) -> bool {
    let integer = text.parse::<i64>().is_ok_and(|number| number.to_string() == text);
    integer || text.contains('.') && text.parse::<f64>().is_ok_and(|number| number.to_string() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_writes_its_values_as_they_were() {
        let kind = |values: &[&str]| {
            scalar_kind(&values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>(), Counts::Unknown)
        };
        assert_eq!(kind(&["1", "20"]), ScalarKind::Number);
        assert_eq!(scalar_kind(&["1".to_owned()], Counts::Pages), ScalarKind::Unsigned);
        assert_eq!(kind(&["-1"]), ScalarKind::Number);
        assert_eq!(kind(&["0.6"]), ScalarKind::Number);
        assert_eq!(kind(&["true"]), ScalarKind::Bool);
        for text in ["01", "1.0", "1e3", "+1", "", "TRUE", "18446744073709551616", "NaN", "inf"] {
            assert_eq!(kind(&[text]), ScalarKind::String, "{text}");
        }
        assert_eq!(kind(&[]), ScalarKind::String);
        assert_eq!(kind(&["1", "x"]), ScalarKind::String);
    }
}
