//! What an answer's type has that pages have: a list of things, and what leads to the next page.

use heck::ToSnakeCase;
use serde_json::Value;

use super::parameters::{Parameter, Role};
use crate::lower::{endpoint, infer};
use crate::model::{Example, Field, Format, Ident, Operation, Paging, PagingRule, TypeDef, TypeRef};
use crate::postman::Request;

/// The type of an answer, and what examples show of it.
pub(super) struct Answer<'a> {
    ty: &'a TypeRef,
    defs: &'a [TypeDef],
    examples: &'a [Example],
}

/// The list in an answer that a page is about.
pub(super) struct Items {
    /// The fields that lead there, and their names on the wire.
    fields: Vec<(Ident, String)>,
    item: TypeRef,
}

impl Items {
    /// An operation with these items that is paged like that.
    pub(super) fn paged(&self, rule: PagingRule, more: Vec<String>) -> Paging {
        let items = self.fields.iter().map(|(field, _)| field.clone()).collect();
        Paging { rule, more, items, item: self.item.clone() }
    }
}

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
    "pages",
    "pagination",
    "pagination_info",
    "paging",
    "paging_info",
    "response_metadata",
];
/// How deep such objects lie in each other.
const DEEPEST: usize = 3;
/// Objects that hold what is answered.
const WRAPPERS: &[&str] = &["body", "d", "data", "embedded", "payload", "response", "result", "results"];
/// What lists are called that hold what is asked for.
const ITEMS: &[&str] = &[
    "content",
    "data",
    "docs",
    "documents",
    "entries",
    "hits",
    "items",
    "list",
    "objects",
    "records",
    "resources",
    "results",
    "rows",
    "value",
    "values",
];
/// What lists are called that hold something else.
const ASIDE: &[&str] = &[
    "actions",
    "aggregations",
    "breadcrumbs",
    "columns",
    "errors",
    "facets",
    "failures",
    "fields",
    "filters",
    "headers",
    "included",
    "links",
    "messages",
    "notes",
    "notices",
    "order",
    "order_by",
    "permissions",
    "scopes",
    "sort",
    "warnings",
];

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

impl<'a> Answer<'a> {
    /// The answer of an operation, if it has a type.
    pub(super) fn of(operation: &'a Operation, defs: &'a [TypeDef]) -> Option<Self> {
        let ty = &operation.success.ty;
        matches!(ty, TypeRef::List(_) | TypeRef::Named(_)).then(|| Self {
            ty,
            defs,
            examples: &operation.success.examples,
        })
    }

    fn fields(&self, ty: &TypeRef) -> &'a [Field] {
        match ty {
            TypeRef::Named(name) => TypeDef::find(self.defs, name).map_or(&[], TypeDef::fields),
            _ => &[],
        }
    }

    /// The list that the path is about: the answer itself, its only list, or the one that is called like it.
    pub(super) fn items(&self, operation: &Operation) -> Option<Items> {
        if let TypeRef::List(item) = self.ty {
            return Some(Items { fields: Vec::new(), item: (**item).clone() });
        }
        let lists: Vec<&Field> =
            self.fields(self.ty).iter().filter(|field| matches!(field.ty, TypeRef::List(_))).collect();
        let resource = endpoint::resource(operation);
        let named = |field: &&&Field| is_of(&field.wire, &resource);
        let field = match &lists[..] {
            [only] => *only,
            several => *several.iter().find(named)?,
        };
        items(&[field])
    }

    /// The same where that is beyond doubt. It may also stand in the only object of an answer that can hold it.
    pub(super) fn list_of_things(&self, operation: &Operation) -> Option<Items> {
        if let TypeRef::List(item) = self.ty {
            return is_thing(item).then(|| Items { fields: Vec::new(), item: (**item).clone() });
        }
        let resource = endpoint::resource(operation);
        let fields = self.fields(self.ty);
        if let Some(field) = self.list(fields, &resource) {
            return items(&[field]);
        }
        if fields.iter().any(|field| is_list(field) && !is_aside(field)) {
            return None;
        }
        let within = fields.iter().filter(|field| is_wrapper(field, &resource));
        let found: Vec<(&Field, &Field)> =
            within.filter_map(|field| Some((field, self.list(self.fields(&field.ty), &resource)?))).collect();
        match found[..] {
            [(outer, inner)] => items(&[outer, inner]),
            _ => None,
        }
    }

    /// The list among fields that the path is about.
    fn list(&self, fields: &'a [Field], resource: &str) -> Option<&'a Field> {
        let lists: Vec<&Field> = fields.iter().filter(|field| is_list(field) && !is_aside(field)).collect();
        let only = |found: Vec<&'a Field>| if let [only] = found[..] { Some(only) } else { None };
        let named = |name: &dyn Fn(&str) -> bool| {
            only(lists.iter().copied().filter(|field| name(&field.wire.to_snake_case())).collect())
        };
        let called = named(&|name| is_of(name, resource)).or_else(|| named(&|name| ITEMS.contains(&name)));
        if called.is_some() {
            return called;
        }
        // What has an ID is a thing, and its list is a part of that.
        let is_one = fields.iter().any(|field| matches!(field.wire.as_str(), "id" | "_id" | "uuid" | "guid"));
        only(lists).filter(|field| !is_one && matches!(&field.ty, TypeRef::List(item) if is_object(item)))
    }

    /// The list at a dotted path.
    pub(super) fn items_at(&self, place: &str) -> Option<Items> {
        items(&self.walk(self.ty, place)?)
    }

    /// The keys that a dotted path leads along.
    pub(super) fn place(&self, place: &str) -> Option<Vec<String>> {
        let typed = || Some(self.walk(self.ty, place)?.iter().map(|field| field.wire.clone()).collect());
        typed().or_else(|| self.examples.iter().find_map(|example| keys_of(&example.value, place)))
    }

    /// The keys that lead to a field of the last item, without the last item itself.
    pub(super) fn member(&self, items: &Items, id: &str) -> Option<Vec<String>> {
        let field = self.fields(&items.item).iter().find(|field| field.wire == id)?;
        let named = matches!(field.ty, TypeRef::Integer | TypeRef::Unsigned) || field.ty.is_text();
        let list = items.fields.iter().map(|(_, key)| key);
        // A list that is the whole answer has no key by which it could be found.
        (named && !items.fields.is_empty()).then(|| list.chain([&field.wire]).cloned().collect())
    }

    /// The fields along a dotted path. A key may have dots of its own.
    fn walk(&self, ty: &TypeRef, place: &str) -> Option<Vec<&'a Field>> {
        self.fields(ty).iter().find_map(|field| {
            let rest = place.strip_prefix(field.wire.as_str())?;
            if rest.is_empty() {
                return Some(vec![field]);
            }
            let mut path = self.walk(&field.ty, rest.strip_prefix('.')?)?;
            path.insert(0, field);
            Some(path)
        })
    }

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
        self.has_count(|other| other == name)
    }

    /// Whether it says how many there are, or how many pages.
    pub(super) fn totals(&self) -> bool {
        self.has_count(|name| TOTALS.contains(&name))
    }

    fn has_count(&self, wanted: impl Fn(&str) -> bool) -> bool {
        let is_count = |note: &Note| matches!(note.kind, Kind::Count | Kind::Number);
        self.notes().iter().any(|note| is_count(note) && wanted(&note.name()))
    }
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

/// The keys that a dotted path leads along in an example. A key may have dots of its own.
fn keys_of(value: &Value, place: &str) -> Option<Vec<String>> {
    value.as_object()?.iter().find_map(|(key, value)| {
        let rest = place.strip_prefix(key.as_str())?;
        if rest.is_empty() {
            return Some(vec![key.clone()]);
        }
        let mut keys = keys_of(value, rest.strip_prefix('.')?)?;
        keys.insert(0, key.clone());
        Some(keys)
    })
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

/// Whether a saved answer of a request has a header that links to the next page.
pub(super) fn shows_next_link(request: &Request) -> bool {
    let headers = request.responses.iter().flat_map(|response| &response.headers);
    let mut links = headers.filter(|header| header.key.eq_ignore_ascii_case("link"));
    links.any(|header| {
        let value = header.value.to_ascii_lowercase();
        let relations = value.split("rel=").skip(1).filter_map(|rest| rest.split([';', ',']).next());
        relations.flat_map(|rest| rest.split(['"', ' '])).any(|relation| relation == "next")
    })
}

/// The list that fields lead to.
fn items(path: &[&Field]) -> Option<Items> {
    let TypeRef::List(item) = &path.last()?.ty else { return None };
    let fields = path.iter().map(|field| (field.name.clone(), field.wire.clone()));
    Some(Items { fields: fields.collect(), item: (**item).clone() })
}

fn is_list(field: &Field) -> bool {
    matches!(field.ty, TypeRef::List(_))
}

fn is_aside(field: &Field) -> bool {
    ASIDE.contains(&field.wire.to_snake_case().as_str())
}

/// Whether a field may hold the list that a path is about.
fn is_wrapper(field: &Field, resource: &str) -> bool {
    let name = field.wire.to_snake_case();
    WRAPPERS.contains(&name.as_str()) || is_of(&name, resource)
}

/// Whether a list is called like the resource of a path, or more precisely.
fn is_of(name: &str, resource: &str) -> bool {
    let (name, resource) = (name.to_snake_case(), resource.to_snake_case());
    let same = |resource: &str| name == resource || name.ends_with(&format!("_{resource}"));
    !resource.is_empty() && (same(&resource) || same(&infer::plural(&resource)))
}

fn is_object(item: &TypeRef) -> bool {
    matches!(item, TypeRef::Named(_))
}

/// Whether a list of these may be one of things: an object, or an ID of one.
fn is_thing(item: &TypeRef) -> bool {
    !matches!(item, TypeRef::List(_) | TypeRef::Bool | TypeRef::Float)
}
