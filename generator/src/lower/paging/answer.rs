//! What an answer has that pages have: a list of things.

use heck::ToSnakeCase;
use serde_json::Value;

use crate::lower::{endpoint, infer};
use crate::model::{Example, Field, Ident, Operation, Paging, PagingRule, TypeDef, TypeRef};
use crate::postman::Request;

/// The type of an answer, and what examples show of it.
pub(super) struct Answer<'a> {
    pub(super) ty: &'a TypeRef,
    defs: &'a [TypeDef],
    pub(super) examples: &'a [Example],
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

/// Objects that hold what is answered.
pub(super) const WRAPPERS: &[&str] = &["body", "d", "data", "embedded", "payload", "response", "result", "results"];
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

    pub(super) fn fields(&self, ty: &TypeRef) -> &'a [Field] {
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
