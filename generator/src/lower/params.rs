//! Query parameters and headers.

use std::collections::BTreeSet;

use super::names::{self, Claim};
use super::{Context, docs, escape, headers, secrets, taken};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::model::{Header, Ident, Origin, Place, Query, Replay, ReplayStep, ScalarKind};
use crate::postman::text;
use crate::postman::{Parameter, Request};

/// Methods that every request builder has.
const BUILDER_METHODS: &[&str] = &[
    "body",
    "clone",
    "fmt",
    "header",
    "into_future",
    "items",
    "new",
    "pages",
    "retries",
    "send",
    "send_as",
    "send_bytes",
    "send_stream",
    "send_text",
    "timeout",
];

/// The parameters of a request, and the setters that the collection's own values call.
pub(super) struct Params {
    pub(super) query: Vec<Query>,
    pub(super) headers: Vec<Header>,
    pub(super) steps: Vec<ReplayStep>,
}

/// Reads query and headers of a request. `arguments` are names that its builder has for other things.
pub(super) fn lower(request: &Request, arguments: &BTreeSet<Ident>, context: &mut Context<'_>) -> Params {
    let keys = query_keys(request);
    let headers = headers::usable(request, context);
    let mut taken = taken(BUILDER_METHODS);
    taken.extend(arguments.iter().cloned());
    let claim = |wire: &str, kind: &str| Claim {
        wanted: names::snake(wire).unwrap_or_else(|| Ident::from_checked("parameter".to_owned())),
        qualifiers: vec![kind.to_owned()],
        key: format!("{wire} {kind}"),
    };
    let mut header_keys: Vec<&str> = Vec::new();
    for header in &headers {
        if !header_keys.iter().any(|known| known.eq_ignore_ascii_case(&header.key)) {
            header_keys.push(&header.key);
        }
    }
    let claims: Vec<Claim> =
        keys.iter().map(|key| claim(key, "query")).chain(header_keys.iter().map(|key| claim(key, "header"))).collect();
    let names = names::settle(&claims, &taken);
    let (query_names, header_names) = names.split_at(keys.len());

    let query: Vec<Query> =
        keys.iter().zip(query_names).map(|(key, name)| query(key, name, request, context)).collect();
    let mut steps: Vec<ReplayStep> = Vec::new();
    for parameter in request.url.query.iter().filter(|parameter| !parameter.disabled) {
        let key = key_of(parameter);
        if let Some(known) = query.iter().find(|known| Some(&known.wire) == key.as_ref() && known.credential.is_none())
        {
            let value = escape::query(parameter.value.as_deref().unwrap_or_default());
            let hidden = hides(&known.wire, &value, &parameter.origin, context);
            let value = if hidden { saved(&parameter.origin) } else { value };
            steps.push(ReplayStep { name: known.name.clone(), kind: known.kind, place: Place::Query, value, hidden });
        }
    }
    let headers = header_keys.iter().zip(header_names).map(|(key, name)| {
        let found: Vec<_> = headers.iter().copied().filter(|header| header.key.eq_ignore_ascii_case(key)).collect();
        headers::lower(name, &found, &mut steps, context)
    });
    let headers = headers.collect();
    Params { query, headers, steps }
}

/// What the replay program reads from the collection: the value of the entry that stands there.
pub(super) fn saved(entry: &Origin) -> String {
    Replay::saved(&entry.key("value").pointer)
}

/// Whether a value must not get into the crate; then it is reported.
pub(super) fn hides(name: &str, value: &str, origin: &Origin, context: &mut Context<'_>) -> bool {
    if context.collection.masked.contains(&origin.key("value").pointer) {
        return true;
    }
    let hidden = is_literal_secret(name, value);
    if hidden {
        let message = format!("the value of `{}` looks like a secret and is left out", docs::line(name));
        let finding = Diagnostic::warning("secret-value", message).at(origin).confidential();
        context
            .diagnostics
            .push(finding.hint("in Postman, put the value into a variable; in Rust, set it with the setter"));
    }
    hidden
}

/// Whether somebody saved a secret as it is, rather than in a variable.
pub(super) fn is_literal_secret(name: &str, value: &str) -> bool {
    secrets::is_sensitive(name) && !text::has_variable(value) && !secrets::is_placeholder(value)
}

/// The name of a parameter; `None` for one that says nothing at all, such as an empty row in Postman's table.
fn key_of(parameter: &Parameter) -> Option<String> {
    let says = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.is_empty());
    let key = parameter.key.as_deref().filter(|_| says(&parameter.key) || says(&parameter.value));
    key.map(escape::query)
}

/// The keys of all query parameters, in order, each once.
fn query_keys(request: &Request) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for key in request.url.query.iter().filter_map(key_of) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

fn query(key: &str, name: &Ident, request: &Request, context: &Context<'_>) -> Query {
    let found: Vec<&Parameter> =
        request.url.query.iter().filter(|parameter| key_of(parameter).as_deref() == Some(key)).collect();
    let values: Vec<String> =
        found.iter().filter_map(|parameter| parameter.value.as_ref()).map(|value| escape::query(value)).collect();
    let evidence: Vec<String> = values.iter().map(|value| context.variables.evidence(value)).collect();
    let example = values.first().map(|value| context.variables.example(value));
    let description = found.iter().find_map(|parameter| parameter.description.as_deref());
    Query {
        wire: key.to_owned(),
        name: name.clone(),
        kind: scalar_kind(&evidence, counts(key, context.config)),
        repeated: found.len() > 1,
        example: example.filter(|value| !is_literal_secret(key, value)),
        fixed: None,
        credential: credential(&found, context),
        docs: docs::markdown(description),
    }
}

/// The template of a value that is made of the client's credentials.
fn credential(found: &[&Parameter], context: &Context<'_>) -> Option<String> {
    let [Parameter { value: Some(value), disabled: false, .. }] = found else { return None };
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
    let pages =
        config.pagination.as_ref().is_some_and(|pages| pages.page == key || pages.per_page.as_deref() == Some(key));
    if pages { Counts::Pages } else { Counts::Unknown }
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
