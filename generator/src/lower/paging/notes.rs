//! What an answer says of its pages: a token or a URL that leads to the next one, whether there is more, and how much.

use heck::ToSnakeCase;
use serde_json::Value;

use super::answer::{Answer, WRAPPERS};
use super::parameters::{PAGE, Parameter, Role, is_point_in_time};
use crate::model::{Example, Field, Format, TypeRef};

/// A value that may tell of pages: the keys that lead there, and what it is.
struct Note {
    keys: Vec<String>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Url,
    /// A whole number.
    Count,
    /// Another number.
    Number,
    Flag,
    /// Examples show nothing.
    Null,
    Other,
}

impl Note {
    /// What it is called, in snake case.
    fn name(&self) -> String {
        self.keys.last().map(|key| key.to_snake_case()).unwrap_or_default()
    }

    /// What holds it is called, in snake case.
    fn holder(&self) -> String {
        self.above().last().map(|key| key.to_snake_case()).unwrap_or_default()
    }

    /// The keys that lead to what holds it.
    fn above(&self) -> &[String] {
        self.keys.split_last().map_or(&[], |(_, above)| above)
    }
}

/// Objects in which answers tell of their pages.
const ABOUT_PAGES: &[&str] = &[
    "cursor",
    "cursors",
    "link",
    "links",
    "meta",
    "metadata",
    "next",
    "page",
    "page_info",
    "page_metadata",
    "pageable",
    "pages",
    "pagination",
    "pagination_info",
    "paging",
    "paging_info",
    "response_metadata",
];
/// How deep such objects lie in each other.
const DEEPEST: usize = 3;
/// Whether there is more.
const MORE: &[&str] = &["has_more", "has_more_items", "has_more_pages", "has_next", "has_next_page", "more"];
/// Names of tokens that lead to the next page, wherever they stand.
const NEXT_TOKEN: &[&str] = &[
    "continuation_token",
    "end_cursor",
    "next_continuation_token",
    "next_cursor",
    "next_marker",
    "next_page_cursor",
    "next_page_token",
    "next_pagination_token",
    "next_token",
];
/// The same, for answers that say whether there is more, or parameters of that name.
const OWN_TOKEN: &[&str] = &["bookmark", "continuation", "continuation_token", "pagination_token", "scroll_id"];
/// Names of URLs that lead to the next page.
const NEXT_URL: &[&str] = &[
    "next_href",
    "next_link",
    "next_page_link",
    "next_page_uri",
    "next_page_url",
    "next_uri",
    "next_url",
    "odata_next_link",
];
/// What stands beside the URL of the next page where that is not shown.
const OTHER_URL: &[&str] = &["first", "last", "prev", "previous", "self"];
/// What says that this is the first page.
const FIRST: &[&str] = &["first", "first_page", "is_first", "is_first_page"];
/// How many there are, or how many pages.
const TOTALS: &[&str] = &[
    "items_total",
    "last_page",
    "page_count",
    "pages",
    "pages_total",
    "total",
    "total_count",
    "total_elements",
    "total_items",
    "total_pages",
    "total_results",
    "total_size",
];

impl Answer<'_> {
    /// What may tell of pages; what stands further out comes first.
    fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        self.note_fields(&[], self.ty, &mut notes);
        notes.sort_by_key(|note| note.keys.len());
        notes
    }

    fn note_fields(&self, above: &[String], ty: &TypeRef, notes: &mut Vec<Note>) {
        for field in self.fields(ty) {
            let keys = [above, std::slice::from_ref(&field.wire)].concat();
            match &field.ty {
                TypeRef::Named(_) if !self.fields(&field.ty).is_empty() => {
                    if tells(&keys) {
                        self.note_fields(&keys, &field.ty, notes);
                    }
                }
                // No type tells what is in it.
                TypeRef::Map(_) => {
                    if tells(&keys) {
                        let shown = self.examples.iter().filter_map(|example| at(&example.value, &keys));
                        shown.for_each(|shown| note_values(&keys, shown, notes));
                    }
                }
                _ => notes.push(Note { keys, kind: kind(field) }),
            }
        }
    }

    /// Where it says whether there is more.
    pub(super) fn more(&self) -> Option<Vec<String>> {
        let is_more = |note: &Note| note.kind == Kind::Flag && MORE.contains(&&*note.name());
        self.notes().into_iter().find(is_more).map(|note| note.keys)
    }

    /// Where it has the token of the page after it.
    pub(super) fn next_token(&self, parameter: &Parameter<'_>, more: bool) -> Option<Vec<String>> {
        let after = parameter.role == Role::After;
        let rank = |note: &Note| {
            let (name, holder) = (note.name(), note.holder());
            let own = name == parameter.name;
            match name.as_str() {
                _ if !matches!(note.kind, Kind::Text | Kind::Count | Kind::Null) => None,
                name if name.strip_prefix("next_") == Some(&parameter.name) => Some(0),
                name if NEXT_TOKEN.contains(&name) => Some(1),
                "next" | "after" if matches!(holder.as_str(), "cursors" | "cursor") => Some(2),
                "after" | "cursor" | "token" | "marker" if holder == "next" => Some(2),
                "next" if matches!(holder.as_str(), "meta" | "page" | "pagination" | "paging") && !after => Some(3),
                name if own && OWN_TOKEN.contains(&name) => Some(4),
                // What was asked for may be said again; what there is more of is not.
                _ if own && more && !after => Some(5),
                "last_id" if more && after => Some(6),
                _ => None,
            }
        };
        let ranked = self.notes().into_iter().filter_map(|note| Some((rank(&note)?, note)));
        ranked.min_by_key(|(rank, _)| *rank).map(|(_, note)| note.keys)
    }

    /// Where it has the URL of the page after it.
    pub(super) fn next_url(&self) -> Option<Vec<String>> {
        let notes = self.notes();
        let is_next = |note: &&Note| {
            let text = matches!(note.kind, Kind::Text | Kind::Url);
            match note.name().as_str() {
                name if NEXT_URL.contains(&name) => text || note.kind == Kind::Null,
                "href" | "uri" | "url" => note.holder() == "next" && text,
                "next" if note.kind == Kind::Null => notes.iter().any(|other| {
                    other.kind == Kind::Url && other.above() == note.above() && OTHER_URL.contains(&&*other.name())
                }),
                "next" | "next_page" => note.kind == Kind::Url,
                _ => false,
            }
        };
        notes.iter().find(is_next).map(|note| note.keys.clone())
    }

    /// Whether it says a count of that name.
    pub(super) fn counts(&self, name: &str) -> bool {
        self.has_count(|note| note.name() == name && !self.shown(note).any(is_point_in_time))
    }

    /// Whether an example shows 0 under that name.
    pub(super) fn shows_zero(&self, name: &str) -> bool {
        self.has_count(|note| note.name() == name && self.shown(note).any(|number| number == 0))
    }

    /// Whether it says how many there are, or how many pages.
    pub(super) fn totals(&self) -> bool {
        self.has_count(|note| TOTALS.contains(&&*note.name()))
    }

    fn has_count(&self, wanted: impl Fn(&Note) -> bool) -> bool {
        let is_count = |note: &Note| matches!(note.kind, Kind::Count | Kind::Number);
        self.notes().iter().any(|note| is_count(note) && wanted(note))
    }

    /// The whole numbers that examples show for a note.
    fn shown(&self, note: &Note) -> impl Iterator<Item = u64> {
        self.real_examples().filter_map(|example| at(&example.value, &note.keys)?.as_u64())
    }

    /// Examples in which no value stands for the name of a kind: such a value says nothing.
    fn real_examples(&self) -> impl Iterator<Item = &Example> {
        self.examples.iter().filter(|example| !example.filled)
    }

    /// The number of the first page, where it tells: an example is the page 0, or says that it is the first one, or it is
    /// written as Spring writes pages, which count from 0.
    pub(super) fn first_page(&self) -> Option<u64> {
        let notes = self.notes();
        let numbers = notes.iter().filter(|note| note.kind == Kind::Count && is_page(note, &notes));
        let told = numbers.flat_map(|note| self.real_examples().filter_map(|example| first(&example.value, note)));
        told.min().or_else(|| is_of_spring(&notes).then_some(0))
    }
}

/// Whether a note is the number of a page. What is called `number` may be that of anything else.
fn is_page(note: &Note, notes: &[Note]) -> bool {
    match note.name().as_str() {
        "number" => beside(note, notes).any(|other| TOTALS.contains(&&*other.name())) || note.holder() == "pageable",
        name => PAGE.contains(&name),
    }
}

/// The number of the first page, where an example with the number of its page tells.
fn first(example: &Value, note: &Note) -> Option<u64> {
    let number = at(example, &note.keys)?.as_u64().filter(|number| *number <= 1)?;
    let beside = at(example, note.above())?.as_object()?;
    let is_first = || beside.iter().any(|(key, value)| *value == true && FIRST.contains(&key.to_snake_case().as_str()));
    (number == 0 || is_first()).then_some(number)
}

/// Whether pages are written as Spring does it: `content` beside `totalElements` or `pageable`, or `page` with the number
/// and `totalElements`.
fn is_of_spring(notes: &[Note]) -> bool {
    let content = notes.iter().filter(|note| note.name() == "content" && note.kind == Kind::Other);
    let counted = |note: &Note| beside(note, notes).any(|other| other.name() == "total_elements");
    let pageable = |note: &Note| {
        let above = note.above();
        notes.iter().any(|other| {
            let key = other.keys.strip_prefix(above).and_then(<[String]>::first);
            key.is_some_and(|key| key == "pageable")
        })
    };
    let mut numbers = notes.iter().filter(|note| note.name() == "number" && note.holder() == "page");
    content.into_iter().any(|note| counted(note) || pageable(note)) || numbers.any(counted)
}

/// The notes in the same object.
fn beside<'n>(note: &'n Note, notes: &'n [Note]) -> impl Iterator<Item = &'n Note> {
    notes.iter().filter(|other| other.above() == note.above())
}

/// Whether the object to which keys lead may tell of pages.
fn tells(keys: &[String]) -> bool {
    let name = keys.last().map(|key| key.to_snake_case()).unwrap_or_default();
    let wraps = keys.len() == 1 && WRAPPERS.contains(&name.as_str());
    keys.len() <= DEEPEST && (wraps || ABOUT_PAGES.contains(&name.as_str()))
}

/// What an example shows where no type tells.
fn note_values(above: &[String], shown: &Value, notes: &mut Vec<Note>) {
    for (key, value) in shown.as_object().into_iter().flatten() {
        let keys = [above, std::slice::from_ref(key)].concat();
        let kind = match value {
            Value::Object(_) if tells(&keys) => {
                note_values(&keys, value, notes);
                continue;
            }
            Value::String(text) if looks_like_url(text) => Kind::Url,
            Value::String(_) => Kind::Text,
            Value::Number(number) if number.is_f64() => Kind::Number,
            Value::Number(_) => Kind::Count,
            Value::Bool(_) => Kind::Flag,
            Value::Null => Kind::Null,
            Value::Array(_) | Value::Object(_) => Kind::Other,
        };
        notes.push(Note { keys, kind });
    }
}

fn at<'v>(value: &'v Value, keys: &[String]) -> Option<&'v Value> {
    keys.iter().try_fold(value, |value, key| value.get(key))
}

/// What a field is.
fn kind(field: &Field) -> Kind {
    let shown = field.example.as_ref();
    match &field.ty {
        TypeRef::Text(Format::Url) => Kind::Url,
        TypeRef::String if shown.and_then(Value::as_str).is_some_and(looks_like_url) => Kind::Url,
        ty if ty.is_text() => Kind::Text,
        TypeRef::Integer | TypeRef::Unsigned => Kind::Count,
        TypeRef::Float => Kind::Number,
        TypeRef::Bool => Kind::Flag,
        TypeRef::Value if shown.is_none_or(Value::is_null) => Kind::Null,
        _ => Kind::Other,
    }
}

/// Whether a text is the URL of a page, be it one that is relative.
fn looks_like_url(text: &str) -> bool {
    ["http://", "https://", "/", "?", "<uri>", "<url>"].iter().any(|start| text.starts_with(start))
}
