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
use super::{Context, endpoint, folder};
use crate::config::{Address, Pagination};
use crate::diagnostic::Diagnostic;
use crate::model::{AnswerKind, Folder, Operation, Paging, PagingRule, Query, ScalarKind, TypeDef};
use crate::postman::Request;

/// Marks the operations that are paged. What the configuration names and nothing has is an error.
pub(super) fn find(root: &mut Folder, defs: &[TypeDef], context: &mut Context<'_>) {
    let config = &context.config.pagination;
    let requests = folder::requests_by_number(&context.collection.items);
    let operations = root.operations_deep();
    let starts = Starts::of(&operations, defs, config);
    let seen = operations.iter().map(|(_, operation)| {
        let answer = Answer::of(operation, defs)?;
        Some(Seen { operation, answer, starts: &starts, request: requests.get(&operation.index).copied() })
    });
    let seen: Vec<Option<Seen<'_>>> = seen.collect();
    let paging = |seen: &Seen<'_>| configured(seen, config).or_else(|| detected(seen, config));
    let found: Vec<Option<Paging>> = seen.iter().map(|seen| seen.as_ref().and_then(paging)).collect();
    let findings = unknown(&operations, defs, config).into_iter();
    context.diagnostics.extend(findings.map(|finding| finding.in_file(&context.config.file)));
    context.diagnostics.extend(guessed(&seen, &found, config));
    let mut found = found.into_iter();
    root.for_each_operation(&mut |operation| operation.paging = found.next().flatten());
}

/// An operation that answers with JSON, and what is known of it.
struct Seen<'a> {
    operation: &'a Operation,
    answer: Answer<'a>,
    starts: &'a Starts,
    request: Option<&'a Request>,
}

impl<'a> Seen<'a> {
    /// A query parameter that a call can set to one value.
    fn parameter(&self, wire: &str) -> Option<&'a Query> {
        self.operation.query.iter().find(|query| query.wire == wire && parameters::is_free(query))
    }

    /// The number of the first page, if anything tells it.
    ///
    /// An answer tells more than an example of 1, which may be that of the second page: a page 0 that does not exist is an
    /// error that shows, while a first page that is left out does not. The parameter's own example comes before those of
    /// other requests, and these before its name.
    fn told_first_page(&self, query: &Query, config: &Pagination) -> Option<u64> {
        let own = query.example.as_deref();
        let shown = |number: &str| (own == Some(number)).then(|| u64::from(number != "0"));
        let elsewhere = |starts: &BTreeSet<String>, first| starts.contains(&query.wire).then_some(first);
        config
            .first_page
            .or_else(|| shown("0"))
            .or_else(|| self.answer.first_page())
            .or_else(|| shown("1"))
            .or_else(|| elsewhere(&self.starts.zeros, 0))
            .or_else(|| elsewhere(&self.starts.ones, 1))
            .or_else(|| parameters::is_index(query).then_some(0))
    }

    /// The number of the first page. Where nothing tells it is 1, as in most APIs, and a note says so.
    fn first_page(&self, query: &Query, config: &Pagination) -> u64 {
        self.told_first_page(query, config).unwrap_or(1)
    }

    /// What an offset is for the first page.
    fn first_offset(&self, query: &Query) -> u64 {
        parameters::first_offset(query, self.starts.zeros.contains(&query.wire), &self.answer)
    }
}

/// The query parameters that count from 0 or from 1 somewhere in an API, as examples of requests or of answers show.
#[derive(Default)]
struct Starts {
    zeros: BTreeSet<String>,
    ones: BTreeSet<String>,
}

impl Starts {
    fn of(operations: &[(&Folder, &Operation)], defs: &[TypeDef], config: &Pagination) -> Self {
        let mut starts = Self::default();
        for (_, operation) in operations {
            for query in &operation.query {
                let is_page =
                    config.page.as_ref().is_some_and(|page| page.text == query.wire) || parameters::is_page(query);
                let told = || Answer::of(operation, defs).filter(|_| is_page)?.first_page();
                match (query.example.as_deref(), told()) {
                    (Some("0"), _) | (_, Some(0)) => starts.zeros.insert(query.wire.clone()),
                    (Some("1"), _) | (_, Some(1)) => starts.ones.insert(query.wire.clone()),
                    _ => false,
                };
            }
        }
        starts
    }
}

/// The parameters whose first page is a guess, each where it is first met.
fn guessed(seen: &[Option<Seen<'_>>], found: &[Option<Paging>], config: &Pagination) -> Vec<Diagnostic> {
    let mut guessed = BTreeSet::new();
    let mut notes = Vec::new();
    for (seen, paging) in seen.iter().zip(found) {
        let (Some(seen), Some(Paging { rule: PagingRule::Page { parameter, .. }, .. })) = (seen, paging) else {
            continue;
        };
        let told = seen.parameter(parameter).and_then(|query| seen.told_first_page(query, config));
        if told.is_none() && guessed.insert(parameter) {
            let message = format!("nothing tells whether `{parameter}` is 0 or 1 for the first page; 1 is used");
            let hint = "where it is 0, say `first_page = 0` in the table `pagination` of the configuration, else `first_page = 1`";
            notes.push(Diagnostic::note("guessed-first-page", message).at(&seen.operation.origin).hint(hint));
        }
    }
    notes
}

/// How an operation is paged by what the configuration names.
fn configured(seen: &Seen<'_>, config: &Pagination) -> Option<Paging> {
    let Seen { operation, answer, .. } = seen;
    // What writes or deletes is not done again for each page.
    if !matches!(operation.method.as_str(), "GET" | "POST") {
        return None;
    }
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
        let rule = PagingRule::Offset { parameter: query.wire.clone(), first: seen.first_offset(query) };
        return Some(items.paged(rule, more));
    }
    if let Some(query) = counts(&config.page) {
        let rule = PagingRule::Page { parameter: query.wire.clone(), first: seen.first_page(query, config) };
        return Some(items.paged(rule, more));
    }
    // Others would be sent to an address that is for reading.
    if operation.method != "GET" {
        return None;
    }
    if let Some(place) = place(&config.next_url) {
        return Some(items.paged(PagingRule::Url { place }, Vec::new()));
    }
    config.link.then(|| items.paged(PagingRule::Link, Vec::new()))
}

/// The list that a page is about, as the configuration names it.
fn named_items(operation: &Operation, answer: &Answer<'_>, config: &Pagination) -> Option<Items> {
    let named = config.items.as_ref().and_then(|place| answer.items_at(&place.text));
    named.or_else(|| answer.items(operation))
}

/// How an operation is paged by the looks of its parameters and of its answer.
fn detected(seen: &Seen<'_>, config: &Pagination) -> Option<Paging> {
    let Seen { operation, answer, request, .. } = seen;
    let reads = match operation.method.as_str() {
        "GET" => true,
        "POST" => endpoint::says_that_it_reads(operation),
        _ => false,
    };
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
    if let Some(known) = named(Role::Offset).find(|known| known.is_sure(sized, operation, answer)) {
        let first = seen.first_offset(known.query);
        let rule = PagingRule::Offset { parameter: known.query.wire.clone(), first };
        return Some(items.paged(rule, more.unwrap_or_default()));
    }
    if let Some(known) = named(Role::Page).find(|known| known.is_sure(sized, operation, answer)) {
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
