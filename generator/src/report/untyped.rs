//! Places of which nothing is known, and what would change that.

use std::collections::BTreeMap;

use serde::Serialize;

use super::places::{self, Places};
use super::{parts, spelling};
use crate::model::{Api, Field, Operation, Part, TypeRef, Untyped};

/// A place of which nothing is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Why that is so.
    pub reason: Reason,
    /// A field after its type (`Model.metadata`), or a part of an operation (`List Models, success`).
    pub path: String,
    /// Its type, as far as there is one.
    #[serde(rename = "type")]
    pub ty: String,
    /// What examples show there, each with its place in the collection.
    pub shown: Vec<Shown>,
    /// The request of which one more example would settle it.
    pub request: Option<String>,
    /// Where an override in the configuration would settle it: `map` or `kind` at this path.
    pub setting: Option<String>,
}

/// What an example shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// What it is: `a list`.
    pub what: String,
    /// The place of the example in the collection, as a JSON pointer.
    pub pointer: String,
}

/// Why nothing is known of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The examples disagree, and the type says no more than they do.
    Faithful,
    /// The keys are the caller's own; the configuration may say more.
    Recoverable,
    /// No example shows what it holds; one more would.
    OneMoreExample,
    /// The configuration says so.
    Configured,
    /// No reason is known.
    Unexplained,
}

impl Reason {
    /// All of them, in the order of reports.
    pub const ALL: [Self; 5] =
        [Self::Faithful, Self::Recoverable, Self::OneMoreExample, Self::Configured, Self::Unexplained];

    /// In words.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Faithful => "faithful: the examples disagree",
            Self::Recoverable => {
                "recoverable: the keys are the caller's own, and the configuration may say what they hold"
            }
            Self::OneMoreExample => "one more example would settle it",
            Self::Configured => "the configuration says so",
            Self::Unexplained => "unexplained",
        }
    }
}

/// Every place of which nothing is known, by reason.
pub(super) fn places(api: &Api, operations: &[&Operation]) -> Vec<Place> {
    let mut wanted: Places<'_> = BTreeMap::new();
    for def in &api.types {
        let untyped = def.fields().iter().filter(|field| field.ty.is_untyped());
        wanted.extend(untyped.map(|field| ((&def.name, field.wire.as_str()), None)));
    }
    places::find(&api.types, operations, &mut wanted);
    let requests =
        Requests(operations.iter().map(|operation| (operation.origin.pointer.as_str(), *operation)).collect());
    let mut found = Vec::new();
    for def in &api.types {
        for field in def.fields().iter().filter(|field| field.ty.is_untyped()) {
            let place = wanted.get(&(&def.name, field.wire.as_str())).cloned().flatten();
            found.push(of_field(format!("{}.{}", def.name.plain(), field.wire), field, place, &requests));
        }
    }
    found.extend(operations.iter().flat_map(|operation| of_operation(operation)));
    found.sort_by_key(|place| place.reason);
    found
}

fn of_field(path: String, field: &Field, place: Option<String>, requests: &Requests<'_>) -> Place {
    let at = |what: &str, pointer: &str| Shown { what: what.to_owned(), pointer: pointer.to_owned() };
    let anywhere = |what: &str| place.iter().map(|pointer| at(what, pointer)).collect::<Vec<_>>();
    let (reason, shown) = match &field.untyped {
        Some(Untyped::NeverShown { shown, pointer }) => (Reason::OneMoreExample, vec![at(shown, pointer)]),
        Some(Untyped::FreeForm) => (Reason::Recoverable, anywhere("an object")),
        Some(Untyped::Disagree { shown }) => {
            (Reason::Faithful, shown.iter().map(|(what, pointer)| at(what, pointer)).collect())
        }
        Some(Untyped::Configured) => (Reason::Configured, anywhere("any JSON")),
        None => (Reason::Unexplained, anywhere("any JSON")),
    };
    let one_more = shown.first().filter(|_| reason == Reason::OneMoreExample);
    let request = one_more.and_then(|shown| requests.title(&shown.pointer));
    let setting = (reason == Reason::Recoverable).then(|| path.clone());
    Place { reason, path, ty: spelling::ty(&field.ty), shown, request, setting }
}

/// The parts of an operation of which nothing is known.
fn of_operation(operation: &Operation) -> Vec<Place> {
    let untyped = parts(operation).into_iter().filter(|(_, ty)| **ty == TypeRef::Value);
    let place = |(part, ty): (Part, &TypeRef)| {
        let mut shown: Vec<Shown> = Vec::new();
        for example in operation.shown() {
            let what = kind_of(example.value);
            let same = example.part == part || (part, example.part) == (Part::Body, Part::Variables);
            if same && !shown.iter().any(|known| known.what == what) {
                shown.push(Shown { what: what.to_owned(), pointer: example.pointer.into_owned() });
            }
        }
        let (reason, request) = match shown.len() {
            0 | 1 => (Reason::OneMoreExample, Some(operation.title.clone())),
            _ => (Reason::Faithful, None),
        };
        let part = match part {
            Part::Body | Part::Variables => "body".to_owned(),
            Part::Success => "success".to_owned(),
            Part::Item => "item".to_owned(),
            Part::Failure(status) => format!("failure {status}"),
        };
        let path = format!("{}, {part}", operation.title);
        Place { reason, path, ty: spelling::ty(ty), shown, request, setting: None }
    };
    untyped.map(place).collect()
}

fn kind_of(value: &serde_json::Value) -> &'static str {
    match value {
        serde_json::Value::Null => "null",
        serde_json::Value::Bool(_) => "a boolean",
        serde_json::Value::Number(_) => "a number",
        serde_json::Value::String(_) => "text",
        serde_json::Value::Array(_) => "a list",
        serde_json::Value::Object(_) => "an object",
    }
}

/// Operations by their places.
struct Requests<'a>(BTreeMap<&'a str, &'a Operation>);

impl Requests<'_> {
    /// The title of that to which a place belongs.
    fn title(&self, pointer: &str) -> Option<String> {
        self.0.get(item(pointer)).map(|operation| operation.title.clone())
    }
}

/// The place of the item that a place is in: what it begins with of `/item/0/item/1`.
fn item(pointer: &str) -> &str {
    let mut end = 0;
    while let Some(rest) = pointer[end..].strip_prefix("/item/") {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits == 0 {
            break;
        }
        end += "/item/".len() + digits;
    }
    &pointer[..end]
}

#[cfg(test)]
mod tests {
    use super::item;

    #[test]
    fn items_of_places() {
        assert_eq!(item("/item/0/item/12/response/3/body"), "/item/0/item/12");
        assert_eq!(item("/item/7"), "/item/7");
        assert_eq!(item("/item/x/item/1"), "");
        assert_eq!(item(""), "");
    }
}
