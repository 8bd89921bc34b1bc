//! Query parameters that may be about pages, by their names and their examples.

use heck::ToSnakeCase;

use super::answer::Answer;
use crate::model::{Operation, Query, ScalarKind};

/// What a parameter is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The number of a page.
    Page,
    /// How many items come before it.
    Offset,
    /// How many items it has.
    Size,
    /// A token that leads to it.
    Cursor,
    /// The item, or the token, that it comes after.
    After,
}

/// A parameter with what its name says.
pub(super) struct Parameter<'a> {
    pub(super) query: &'a Query,
    /// Its name in snake case: `page_size` of `page[size]`.
    pub(super) name: String,
    pub(super) role: Role,
}

pub(super) const PAGE: &[&str] =
    &["current_page", "page", "page_index", "page_no", "page_num", "page_number", "pageindex", "pagenumber"];
const OFFSET: &[&str] = &[
    "first_result",
    "from",
    "offset",
    "page_offset",
    "skip",
    "start",
    "start_at",
    "start_index",
    "start_position",
    "startindex",
];
/// Those that may be a point in time, or anything else, as well.
const VAGUE_OFFSET: &[&str] = &["from", "start", "start_at"];
/// Those that count from 1, as in SCIM (RFC 7644) and OpenSearch.
const INDEX: &[&str] = &["start_index", "startindex"];
/// Those that count from 1 where an example does.
const POSITION: &[&str] = &["start_position"];
/// With what the name of a parameter begins that ends a window, and how the one begins that opens it.
const WINDOWS: &[(&str, &[&str])] = &[
    ("before", &["after"]),
    ("end", &["begin", "from", "start"]),
    ("ending", &["starting"]),
    ("finish", &["begin", "from", "start"]),
    ("stop", &["begin", "from", "start"]),
    ("till", &["from", "since", "start"]),
    ("to", &["from", "start"]),
    ("until", &["from", "since", "start"]),
];
/// Nobody reads that far; points in time are beyond it since 1973.
const POINT_IN_TIME: u64 = 100_000_000;
const SIZE: &[&str] = &[
    "count",
    "hits_per_page",
    "items_per_page",
    "limit",
    "max",
    "max_results",
    "maxresults",
    "page_limit",
    "page_size",
    "pagesize",
    "per_page",
    "perpage",
    "results_per_page",
    "size",
    "take",
    "top",
];
const CURSOR: &[&str] = &[
    "after_cursor",
    "bookmark",
    "continuation",
    "continuation_token",
    "cursor",
    "marker",
    "next_cursor",
    "next_page_token",
    "next_token",
    "page_after",
    "page_cursor",
    "page_token",
    "pagination_token",
    "scroll_id",
    "start_cursor",
];
const AFTER: &[&str] = &["after", "after_id", "start_after", "start_after_id", "starting_after"];

/// The parameters of an operation that may be about pages.
pub(super) fn known(operation: &Operation) -> Vec<Parameter<'_>> {
    operation.query.iter().filter(|query| is_free(query)).filter_map(Parameter::of).collect()
}

/// Whether a call can set it to one value.
pub(super) fn is_free(query: &Query) -> bool {
    !query.repeated && query.fixed.is_none() && query.credential.is_none()
}

/// Whether a parameter may be the number of a page.
pub(super) fn is_page(query: &Query) -> bool {
    is_free(query) && PAGE.contains(&query.wire.to_snake_case().as_str())
}

/// Whether a number is too large to count anything that is read.
pub(super) fn is_point_in_time(number: u64) -> bool {
    number >= POINT_IN_TIME
}

/// Whether the number of a page is called its index: those count from 0.
pub(super) fn is_index(query: &Query) -> bool {
    query.wire.to_snake_case().ends_with("index")
}

/// What an offset is for the first page.
///
/// It is 0 but for two names. An index of SCIM's kind is 1, unless a request or an answer shows 0. A position is 1 where its
/// example is: APIs with both exist, and one item too often shows, while one that is left out does not.
pub(super) fn first_offset(query: &Query, zero: bool, answer: &Answer<'_>) -> u64 {
    let name = query.wire.to_snake_case();
    let one = query.example.as_deref() == Some("1");
    let is = |names: &[&str]| names.contains(&name.as_str());
    u64::from(is(POSITION) && one || is(INDEX) && (one || !zero && !answer.shows_zero(&name)))
}

/// Whether a parameter opens a window that another one of the operation ends: `start` and `end`, `from` and `to`.
/// `end_date` ends none of `start` where `start_date` opens that one.
fn opens_window(query: &Query, operation: &Operation) -> bool {
    let others = || operation.query.iter().filter(|other| other.wire != query.wire);
    let names: Vec<String> = others().map(|other| other.wire.to_snake_case()).collect();
    names.iter().any(|name| {
        let (verb, rest) = name.split_once('_').unwrap_or((name, ""));
        let window = WINDOWS.iter().find(|(end, _)| *end == verb);
        let opened =
            |opens: &[&str]| !rest.is_empty() && opens.iter().any(|open| names.contains(&format!("{open}_{rest}")));
        window.is_some_and(|(_, opens)| !opened(opens))
    })
}

impl<'a> Parameter<'a> {
    fn of(query: &'a Query) -> Option<Self> {
        let name = query.wire.to_snake_case();
        let roles = [
            (Role::Page, PAGE),
            (Role::Offset, OFFSET),
            (Role::Size, SIZE),
            (Role::Cursor, CURSOR),
            (Role::After, AFTER),
        ];
        let (role, _) = roles.into_iter().find(|(_, names)| names.contains(&name.as_str()))?;
        Some(Self { query, name, role })
    }

    /// Whether it takes the ID of an item.
    pub(super) fn takes_id(&self) -> bool {
        self.name != "after"
    }

    /// Whether its value can be a count, and something besides its name says so: its example, or else a parameter for the
    /// size of pages, or the answer. Where the name is that of a point in time as well, a kind as example says nothing, and
    /// neither does a number but the first one.
    pub(super) fn is_sure(&self, sized: bool, operation: &Operation, answer: &Answer<'_>) -> bool {
        let echoed = answer.counts(&self.name);
        match (self.role, whole(self.query)) {
            (_, Some(false)) => false,
            (Role::Page, Some(true)) => true,
            (Role::Offset, _) if VAGUE_OFFSET.contains(&self.name.as_str()) => {
                let number = self.query.example.as_deref().and_then(|example| example.trim().parse::<u64>().ok());
                let counts = number.is_some_and(|number| number <= 1) || echoed;
                sized && counts && !number.is_some_and(is_point_in_time) && !opens_window(self.query, operation)
            }
            (Role::Page, None) | (Role::Offset, _) => sized || echoed || answer.totals(),
            _ => false,
        }
    }
}

/// Whether the examples of a parameter are whole numbers; `None` where nothing is known of them.
fn whole(query: &Query) -> Option<bool> {
    let example = query.example.as_deref().map(str::trim).filter(|example| !example.is_empty())?;
    let lower = example.to_ascii_lowercase();
    match query.kind {
        ScalarKind::Unsigned | ScalarKind::Number => Some(example.parse::<u64>().is_ok()),
        // Converters write the kind, and people a variable, in the place of an example.
        _ if ["<integer>", "<int>", "<int32>", "<int64>", "<long>", "<number>"].contains(&lower.as_str()) => Some(true),
        _ if lower.contains(['{', '}']) || lower.starts_with(&query.wire.to_ascii_lowercase()) => None,
        _ => Some(false),
    }
}
