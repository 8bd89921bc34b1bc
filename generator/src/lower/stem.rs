//! What the bodies of an endpoint are called after: `create_models`.
//!
//! That is the name of the request, where its title says what method and path say. Titles that tell a story ("Create an app for
//! documents") say nothing of the sort, and sentences make no names: then method and path do. So whichever of several requests
//! of an endpoint is there, its types keep their names.

use std::collections::BTreeSet;

use heck::ToSnakeCase;

use super::infer;
use super::names;
use crate::model::{Operation, Piece};

/// Words of a title that do not say what it is about.
const SMALL_WORDS: &[&str] =
    &["all", "and", "by", "for", "from", "in", "into", "my", "of", "on", "or", "to", "via", "with"];
/// Words that make a title a sentence.
const ARTICLES: &[&str] = &["a", "an", "the"];
/// Segments of a path that say nothing about what is there.
const SMALL_SEGMENTS: &[&str] = &["api", "apis", "latest", "public", "rest", "services"];
/// How many segments of a path make a name, the last ones.
const MAX_NOUNS: usize = 3;
/// Segments of a path that are what is done.
const SEARCHES: &[&str] = &["search", "searches"];

/// The requests of an endpoint, the one that stands for it first.
pub(super) fn stem<'a>(requests: impl Iterator<Item = &'a Operation> + Clone, context: &BTreeSet<&str>) -> String {
    let Some(first) = requests.clone().next() else { return String::new() };
    let nouns = nouns(first, context);
    let named = requests.clone().find(|operation| says_the_path(operation, &nouns));
    match (named, nouns.is_empty()) {
        (Some(operation), _) => operation.name.plain().to_owned(),
        (None, true) => first.name.plain().to_owned(),
        (None, false) => of_path(first, &nouns, requests),
    }
}

/// A segment of a path that is no variable.
struct Noun {
    /// In snake case.
    name: String,
    /// Whether a variable follows.
    is_parent: bool,
}

fn nouns(operation: &Operation, context: &BTreeSet<&str>) -> Vec<Noun> {
    let mut nouns: Vec<Noun> = Vec::new();
    for segment in &operation.path {
        match &segment.0[..] {
            [Piece::Literal(text)] => {
                let name = names::shortened(&text.to_snake_case()).to_owned();
                let is_version =
                    name.strip_prefix('v').is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
                let says_something = name.starts_with(|first: char| first.is_ascii_alphabetic());
                if says_something && !is_version && !SMALL_SEGMENTS.contains(&name.as_str()) {
                    nouns.push(Noun { name, is_parent: false });
                }
            }
            [Piece::Variable(name)] if context.contains(name.as_str()) => {
                // The holder of everything is not worth a word.
                nouns.pop();
            }
            _ => {
                if let Some(last) = nouns.last_mut() {
                    last.is_parent = true;
                }
            }
        }
    }
    nouns
}

/// Whether a title's words, but for what is done, are words of the path, and its last segment is among them.
fn says_the_path(operation: &Operation, nouns: &[Noun]) -> bool {
    let Some(last) = nouns.last() else { return false };
    let words: Vec<String> = operation.name.plain().split('_').map(infer::singular).collect();
    if words.iter().any(|word| ARTICLES.contains(&word.as_str())) {
        return false;
    }
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !SMALL_WORDS.contains(word)).collect();
    let path: BTreeSet<String> = nouns.iter().flat_map(|noun| noun.name.split('_')).map(infer::singular).collect();
    let said: BTreeSet<&str> = words.iter().copied().collect();
    words.iter().skip(1).all(|word| path.contains(*word))
        && last.name.split('_').map(infer::singular).all(|word| said.contains(word.as_str()))
}

/// What method and path say: `create_model_versions`.
fn of_path<'a>(first: &Operation, nouns: &[Noun], requests: impl Iterator<Item = &'a Operation>) -> String {
    let start = nouns.len().saturating_sub(MAX_NOUNS);
    let Some((last, parents)) = nouns[start..].split_last() else { return String::new() };
    let parents: Vec<String> = parents.iter().map(|noun| infer::singular(&noun.name)).collect();
    if SEARCHES.contains(&last.name.as_str()) && !last.is_parent && !parents.is_empty() {
        return format!("search_{}", infer::plural(&parents.join("_")));
    }
    let one = infer::singular(&last.name);
    let many = infer::plural(&last.name);
    let is_list = one != last.name;
    let sends_many = || requests.into_iter().any(|operation| sends_list(operation, &last.name));
    let (verb, last) = match first.method.as_str() {
        "GET" | "HEAD" if is_list && !last.is_parent => ("list", many),
        "GET" | "HEAD" => ("get", one),
        "POST" if !is_list => ("", last.name.clone()),
        "POST" => ("create", if sends_many() { many } else { one }),
        "PUT" | "PATCH" => ("update", if is_list && !last.is_parent { many } else { one }),
        "DELETE" => ("delete", if is_list && !last.is_parent { many } else { one }),
        _ => ("", last.name.clone()),
    };
    let words = [verb.to_owned()].into_iter().chain(parents).chain([last]).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_")
}

/// Whether a body is a list, or holds one that is called like the end of the path.
fn sends_list(operation: &Operation, resource: &str) -> bool {
    let Some((_, example)) = operation.body.as_ref().and_then(|body| body.kind.json()) else { return false };
    let lists = |(key, value): (&String, &serde_json::Value)| {
        value.is_array() && (key.to_snake_case() == resource || key.to_snake_case().ends_with(&format!("_{resource}")))
    };
    example.is_array() || example.as_object().is_some_and(|members| members.iter().any(lists))
}
