//! Which operations are paged, and how: those whose parameters and whose answers both say so.
//!
//! What the configuration names comes first. All else must be beyond doubt, since a stream that ends early, or never, is
//! worse than none.

mod answer;
mod notes;
mod parameters;

use std::collections::BTreeSet;

use self::answer::{Answer, Items};
use self::parameters::{Parameter, Role};
use super::{Context, folder};
use crate::config::{Address, Pagination};
use crate::diagnostic::Diagnostic;
use crate::model::{AnswerKind, Folder, Operation, Paging, PagingRule, Query, ScalarKind, TypeDef};
use crate::postman::Request;

/// Marks the operations that are paged. What the configuration names and nothing has is an error.
pub(super) fn find(root: &mut Folder, defs: &[TypeDef], context: &mut Context<'_>) {
    let config = &context.config.pagination;
    let requests = folder::requests_by_number(&context.collection.items);
    let operations = root.operations_deep();
    let zeros: BTreeSet<String> = operations
        .iter()
        .flat_map(|(_, operation)| &operation.query)
        .filter(|query| query.example.as_deref() == Some("0"))
        .map(|query| query.wire.clone())
        .collect();
    let found: Vec<Option<Paging>> = operations
        .iter()
        .map(|(_, operation)| {
            let answer = Answer::of(operation, defs)?;
            let seen = Seen { operation, answer, zeros: &zeros, request: requests.get(&operation.index).copied() };
            configured(&seen, config).or_else(|| detected(&seen, config))
        })
        .collect();
    let findings = unknown(&operations, defs, config).into_iter();
    context.diagnostics.extend(findings.map(|finding| finding.in_file(&context.config.file)));
    let mut found = found.into_iter();
    root.for_each_operation(&mut |operation| operation.paging = found.next().flatten());
}

/// An operation that answers with JSON, and what is known of it.
struct Seen<'a> {
    operation: &'a Operation,
    answer: Answer<'a>,
    /// The query parameters that are 0 in an example.
    zeros: &'a BTreeSet<String>,
    request: Option<&'a Request>,
}

impl<'a> Seen<'a> {
    /// A query parameter that a call can set to one value.
    fn parameter(&self, wire: &str) -> Option<&'a Query> {
        self.operation.query.iter().find(|query| query.wire == wire && parameters::is_free(query))
    }

    /// The number of the first page: where nothing tells, it is 1.
    fn first_page(&self, query: &Query, config: &Pagination) -> u64 {
        let own = query.example.as_deref();
        let zero = own == Some("0") || own != Some("1") && self.zeros.contains(&query.wire);
        config.first_page.unwrap_or(u64::from(!zero))
    }
}

/// How an operation is paged by what the configuration names.
fn configured(seen: &Seen<'_>, config: &Pagination) -> Option<Paging> {
    let Seen { operation, answer, .. } = seen;
    let items = named_items(operation, answer, config)?;
    let more = config.more.as_ref().and_then(|place| answer.place(&place.text));
    let more = more.or_else(|| answer.more()).unwrap_or_default();
    let parameter = |address: &Option<Address>| seen.parameter(&address.as_ref()?.text);
    let counts = |address| parameter(address).filter(|query| query.kind == ScalarKind::Unsigned);
    let place = |address: &Option<Address>| answer.place(&address.as_ref()?.text);
    if let Some(query) = parameter(&config.cursor) {
        let parameter = query.wire.clone();
        if let Some(place) = place(&config.next_cursor) {
            return Some(items.paged(PagingRule::Cursor { parameter, place }, more));
        }
        if let Some(place) = config.id.as_ref().and_then(|id| answer.member(&items, &id.text)) {
            return Some(items.paged(PagingRule::Last { parameter, place }, more));
        }
    }
    if let Some(query) = counts(&config.offset) {
        let rule = PagingRule::Offset { parameter: query.wire.clone(), first: parameters::first_offset(query) };
        return Some(items.paged(rule, more));
    }
    if let Some(query) = counts(&config.page) {
        let rule = PagingRule::Page { parameter: query.wire.clone(), first: seen.first_page(query, config) };
        return Some(items.paged(rule, more));
    }
    if let Some(place) = place(&config.next_url) {
        return Some(items.paged(PagingRule::Url { place }, Vec::new()));
    }
    (config.link && operation.method == "GET").then(|| items.paged(PagingRule::Link, Vec::new()))
}

/// The list that a page is about, as the configuration names it.
fn named_items(operation: &Operation, answer: &Answer<'_>, config: &Pagination) -> Option<Items> {
    let named = config.items.as_ref().and_then(|place| answer.items_at(&place.text));
    named.or_else(|| answer.items(operation))
}

/// How an operation is paged by the looks of its parameters and of its answer.
fn detected(seen: &Seen<'_>, config: &Pagination) -> Option<Paging> {
    let Seen { operation, answer, request, .. } = seen;
    let reads = matches!(operation.method.as_str(), "GET" | "POST");
    if !config.detect || !reads || operation.success.kind != AnswerKind::Json {
        return None;
    }
    let items = answer.list_of_things(operation)?;
    let known = parameters::known(operation);
    let named = |role: Role| known.iter().filter(move |known| known.role == role);
    let more = answer.more();
    let cursor = named(Role::Cursor).chain(named(Role::After)).find_map(|known| cursor(answer, known, more.is_some()));
    if let Some(rule) = cursor {
        return Some(items.paged(rule, more.unwrap_or_default()));
    }
    let last = named(Role::After).find_map(|known| last(answer, &items, known));
    if let Some((rule, more)) = last.zip(more.clone()) {
        return Some(items.paged(rule, more));
    }
    let sized = named(Role::Size).next().is_some();
    if let Some(known) = named(Role::Offset).find(|known| known.is_sure(sized, answer)) {
        let first = parameters::first_offset(known.query);
        let rule = PagingRule::Offset { parameter: known.query.wire.clone(), first };
        return Some(items.paged(rule, more.unwrap_or_default()));
    }
    if let Some(known) = named(Role::Page).find(|known| known.is_sure(sized, answer)) {
        let first = seen.first_page(known.query, config);
        let rule = PagingRule::Page { parameter: known.query.wire.clone(), first };
        return Some(items.paged(rule, more.unwrap_or_default()));
    }
    // Others would be sent to an address that is for reading.
    if operation.method != "GET" {
        return None;
    }
    if let Some(place) = answer.next_url() {
        return Some(items.paged(PagingRule::Url { place }, Vec::new()));
    }
    request.is_some_and(answer::shows_next_link).then(|| items.paged(PagingRule::Link, Vec::new()))
}

/// A parameter that takes a token, and the place of that in the answer.
fn cursor(answer: &Answer<'_>, known: &Parameter<'_>, more: bool) -> Option<PagingRule> {
    let place = answer.next_token(known, more)?;
    Some(PagingRule::Cursor { parameter: known.query.wire.clone(), place })
}

/// A parameter that takes the ID of the last item.
fn last(answer: &Answer<'_>, items: &Items, known: &Parameter<'_>) -> Option<PagingRule> {
    let place = known.takes_id().then(|| answer.member(items, "id")).flatten()?;
    Some(PagingRule::Last { parameter: known.query.wire.clone(), place })
}

/// Names of the configuration that nothing has.
fn unknown(operations: &[(&Folder, &Operation)], defs: &[TypeDef], config: &Pagination) -> Vec<Diagnostic> {
    let operations = || operations.iter().map(|(_, operation)| *operation);
    let answers = || operations().filter_map(|operation| Some((operation, Answer::of(operation, defs)?)));
    let is_parameter =
        |name: &str| operations().any(|operation| operation.query.iter().any(|query| query.wire == name));
    let is_place = |name: &str| answers().any(|(_, answer)| answer.place(name).is_some());
    let is_member = |name: &str| {
        answers().any(|(operation, answer)| {
            named_items(operation, &answer, config).is_some_and(|items| answer.member(&items, name).is_some())
        })
    };
    let parameters = config.parameters().filter(|address| !is_parameter(&address.text));
    let places = config.places().filter(|address| !is_place(&address.text));
    let ids = config.id.iter().filter(|address| !is_member(&address.text));
    let parameters = parameters.map(|address| (address, "no request has the query parameter"));
    let places = places.map(|address| (address, "no answer has anything at"));
    let ids = ids.map(|address| (address, "no list in an answer has items with the field"));
    let found = parameters.chain(places).chain(ids);
    let error = |(address, message): (&Address, &str)| {
        let error = Diagnostic::error("unknown-pagination", format!("{message} `{}`", address.text)).in_full();
        let error = match address.position {
            Some((line, column)) => error.at_position(line, column),
            None => error,
        };
        error.hint("name it as the collection does, or remove it")
    };
    found.map(error).collect()
}

#[cfg(test)]
mod tests;
