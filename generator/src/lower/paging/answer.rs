//! What an answer's type has that pages have: a list of things, and what leads to the next page.

use heck::ToSnakeCase;

use super::parameters::{Parameter, Role};
use crate::lower::{endpoint, infer};
use crate::model::{Field, Format, ItemsField, Operation, Paging, PagingRule, TypeDef, TypeRef};
use crate::postman::Request;

/// The type of an answer.
pub(super) struct Answer<'a> {
    ty: &'a TypeRef,
    defs: &'a [TypeDef],
}

/// The list in an answer that a page is about.
pub(super) struct Items {
    /// The fields that lead there, and their names on the wire.
    fields: Vec<(ItemsField, String)>,
    item: TypeRef,
}

impl Items {
    /// An operation with these items that is paged like that.
    pub(super) fn paged(&self, rule: PagingRule, more: Vec<String>) -> Paging {
        let items = self.fields.iter().map(|(field, _)| field.clone()).collect();
        Paging { rule, more, items, item: self.item.clone() }
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
        matches!(ty, TypeRef::List(_) | TypeRef::Named(_)).then_some(Self { ty, defs })
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
        Some(keys(&self.walk(self.ty, place)?))
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

    /// The fields in which answers tell of their pages, each with those that lead there.
    fn about_pages(&self) -> Vec<Vec<&'a Field>> {
        let mut open: Vec<(Vec<&Field>, &[Field])> = vec![(Vec::new(), self.fields(self.ty))];
        let mut found = Vec::new();
        while let Some((above, fields)) = open.pop() {
            for field in fields {
                let path: Vec<&Field> = above.iter().copied().chain([field]).collect();
                let inner = self.fields(&field.ty);
                let name = field.wire.to_snake_case();
                if !inner.is_empty() {
                    let holds =
                        ABOUT_PAGES.contains(&name.as_str()) || above.is_empty() && WRAPPERS.contains(&name.as_str());
                    if holds && path.len() <= DEEPEST {
                        open.push((path, inner));
                    }
                } else {
                    found.push(path);
                }
            }
        }
        // What stands further out comes first.
        found.sort_by_key(Vec::len);
        found
    }

    /// Where it says whether there is more.
    pub(super) fn more(&self) -> Option<Vec<String>> {
        let found = self.about_pages().into_iter().find(|path| {
            path.last().is_some_and(|field| field.ty == TypeRef::Bool && MORE.contains(&&*field.wire.to_snake_case()))
        });
        found.map(|path| keys(&path))
    }

    /// Where it has the token of the page after it.
    pub(super) fn next_token(&self, parameter: &Parameter<'_>, more: bool) -> Option<Vec<String>> {
        let after = parameter.role == Role::After;
        let rank = |path: &[&Field]| {
            let (last, above) = path.split_last()?;
            let name = last.wire.to_snake_case();
            let holder = above.last().map(|field| field.wire.to_snake_case()).unwrap_or_default();
            let own = name == parameter.name;
            match name.as_str() {
                _ if !is_token(last) => None,
                name if !parameter.name.starts_with("next") && name == format!("next_{}", parameter.name) => Some(0),
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
        let ranked = self.about_pages().into_iter().filter_map(|path| Some((rank(&path)?, path)));
        ranked.min_by_key(|(rank, _)| *rank).map(|(_, path)| keys(&path))
    }

    /// Where it has the URL of the page after it.
    pub(super) fn next_url(&self) -> Option<Vec<String>> {
        let about = self.about_pages();
        let is_next = |path: &[&Field]| {
            let Some((last, above)) = path.split_last() else { return false };
            let name = last.wire.to_snake_case();
            let holder = above.last().map(|field| field.wire.to_snake_case()).unwrap_or_default();
            let null = last.ty == TypeRef::Value;
            match name.as_str() {
                name if NEXT_URL.contains(&name) => null || last.ty.is_text(),
                "href" | "uri" | "url" => holder == "next" && last.ty.is_text(),
                "next" => is_url(last) || null && beside(&about, path).any(|other| is_url(other)),
                "next_page" => is_url(last),
                _ => false,
            }
        };
        about.iter().find(|path| is_next(path)).map(|path| keys(path))
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
        let is_count = |field: &&Field| matches!(field.ty, TypeRef::Integer | TypeRef::Unsigned | TypeRef::Float);
        let about = self.about_pages();
        about
            .iter()
            .filter_map(|path| path.last())
            .filter(|field| is_count(field))
            .any(|field| wanted(&field.wire.to_snake_case()))
    }
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
    let fields = path
        .iter()
        .map(|field| (ItemsField { name: field.name.clone(), presence: field.presence }, field.wire.clone()));
    Some(Items { fields: fields.collect(), item: (**item).clone() })
}

fn keys(path: &[&Field]) -> Vec<String> {
    path.iter().map(|field| field.wire.clone()).collect()
}

/// The fields of the last part of a path that tell of other pages.
fn beside<'p>(about: &'p [Vec<&'p Field>], path: &[&Field]) -> impl Iterator<Item = &'p Field> {
    let above = keys(&path[..path.len().saturating_sub(1)]);
    about.iter().filter_map(move |other| {
        let (last, holders) = other.split_last()?;
        (keys(holders) == above && OTHER_URL.contains(&&*last.wire.to_snake_case())).then_some(*last)
    })
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

/// Whether a value may be a token.
fn is_token(field: &Field) -> bool {
    match field.ty {
        TypeRef::String => !is_url(field),
        TypeRef::Text(form) => form != Format::Url,
        TypeRef::Integer | TypeRef::Unsigned => true,
        TypeRef::Value => field.example.as_ref().is_none_or(serde_json::Value::is_null),
        _ => false,
    }
}

/// Whether examples show the URL of a page, be it one that is relative.
fn is_url(field: &Field) -> bool {
    let shown = field.example.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
    field.ty == TypeRef::Text(Format::Url)
        || field.ty == TypeRef::String
            && ["http://", "https://", "/", "?", "<uri>", "<url>"].iter().any(|start| shown.starts_with(start))
}
