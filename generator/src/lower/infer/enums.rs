//! Places that show one of a few words. An enum of them is open, so that a wrong guess costs nothing at run time: what decides
//! is whether a person would have written one.

use std::collections::{BTreeMap, BTreeSet};

use super::arena::Slot;
use super::counts::Kind;
use super::kinds::{Kinds, Place};
use super::listed;
use super::overrides::Orders;
use super::remember::Recalled;
use super::words::Words;
use crate::lower::names;
use crate::secrets;

/// The last words of keys under which words are one of a few, also those that are no constants by their looks.
const KINDS_OF_THINGS: &[&str] = &[
    "action",
    "availability",
    "category",
    "class",
    "condition",
    "direction",
    "effect",
    "event",
    "format",
    "frequency",
    "gender",
    "kind",
    "level",
    "method",
    "mode",
    "operation",
    "operator",
    "order",
    "outcome",
    "period",
    "phase",
    "policy",
    "priority",
    "privacy",
    "provider",
    "reason",
    "result",
    "role",
    "scope",
    "severity",
    "sort",
    "source",
    "stage",
    "state",
    "status",
    "strategy",
    "style",
    "tier",
    "type",
    "unit",
    "visibility",
];
/// The last words of keys under which words in capitals are codes of a longer list, or names.
const CODES_OF_THINGS: &[&str] = &[
    "abbreviation",
    "account",
    "address",
    "airport",
    "asin",
    "base",
    "bic",
    "code",
    "comment",
    "country",
    "currency",
    "description",
    "digest",
    "email",
    "hash",
    "iata",
    "iban",
    "id",
    "identifier",
    "isin",
    "key",
    "label",
    "lang",
    "language",
    "locale",
    "message",
    "name",
    "number",
    "password",
    "phone",
    "phrase",
    "quote",
    "ref",
    "reference",
    "secret",
    "sku",
    "symbol",
    "text",
    "ticker",
    "title",
    "token",
    "uid",
    "uri",
    "url",
    "user",
    "username",
    "value",
    "version",
    "zone",
];
/// Keys that say nothing without what holds them, so that each holder has an enum of its own.
const GENERIC: &[&str] = &[
    "action",
    "category",
    "class",
    "code",
    "direction",
    "event",
    "format",
    "kind",
    "level",
    "method",
    "mode",
    "name",
    "operation",
    "order",
    "policy",
    "priority",
    "reason",
    "result",
    "role",
    "scope",
    "sort",
    "source",
    "stage",
    "state",
    "status",
    "strategy",
    "style",
    "tier",
    "type",
    "unit",
    "value",
];
/// How many different words there must be where they are no constants by their looks: with one, any text might follow.
const MIN_WORDS: usize = 2;
/// How long a word in capitals is at least in one place: shorter ones are codes.
const MIN_LENGTH: usize = 3;
/// Of the fewer words of two places with one key, the part that both must have to be one enum, in percent.
const OVERLAP: usize = 50;

/// The descriptions of how many requests are searched for a list of words.
const MAX_DOCS: usize = 16;

/// An enum that is to be named.
pub(super) struct Enum<'a, 'b> {
    /// The places that it stands at.
    pub(super) places: Vec<Place<'a>>,
    /// Its words, with how often each was seen.
    pub(super) words: BTreeMap<&'a str, usize>,
    /// The key that it stands under, in snake case and singular.
    pub(super) key: String,
    /// Whether the key says nothing without what holds it.
    pub(super) generic: bool,
    /// Whether a description lists the words.
    listed: bool,
    /// What it was called before.
    known: Option<&'b str>,
}

/// The enums of all structs. `docs` are what the requests of each operation say.
pub(super) fn find<'a, 'b>(
    kinds: &Kinds<'a, '_>,
    recalled: &Recalled<'a, 'b>,
    known: &mut Words,
    docs: &BTreeMap<usize, &[&'a str]>,
) -> Vec<Enum<'a, 'b>> {
    let mut by_key: BTreeMap<String, Vec<Enum<'a, 'b>>> = BTreeMap::new();
    for &id in kinds.structs.keys() {
        let node = kinds.arena.get(id);
        let said = node.used_by.iter().take(MAX_DOCS).filter_map(|operation| docs.get(operation)).copied().flatten();
        let said: BTreeSet<&str> = said.copied().filter(|docs| !docs.is_empty()).take(MAX_DOCS).collect();
        for (key, slot) in &node.fields {
            let Some(words) = words(slot).filter(|words| !words.is_empty()) else { continue };
            let mut words: BTreeMap<&str, usize> = words.iter().map(|&(word, count)| (word, count as usize)).collect();
            let listed = said.iter().map(|docs| listed::words(docs, key));
            let listed = listed.filter(|listed| words.keys().all(|word| listed.contains(word))).max_by_key(Vec::len);
            for word in listed.iter().flatten() {
                words.entry(word).or_default();
            }
            let name = known.of(key).singular.clone();
            let generic = GENERIC.contains(&name.as_str());
            let (places, listed, known) = (vec![(id, *key)], listed.is_some(), recalled.enum_at((id, key)));
            let found = Enum { places, words, key: name.clone(), generic, listed, known };
            by_key.entry(name).or_default().push(found);
        }
    }
    let clusters = by_key.into_values().flat_map(|found| cluster(found, kinds.orders));
    let closed = |found: &Enum<'_, '_>| {
        let words = || found.words.keys().copied();
        let is_list = found.listed && distinct_names(words()).is_some() && !secrets::is_sensitive(&found.key);
        is_list || is_closed(&found.key, words())
    };
    let mut found: Vec<Enum<'a, 'b>> = clusters.filter(closed).collect();
    found.extend(ordered(kinds, recalled, &found, known));
    found
}

/// The enums of places that the configuration calls so, as far as they are none by themselves.
fn ordered<'a, 'b>(
    kinds: &Kinds<'a, '_>,
    recalled: &Recalled<'a, 'b>,
    found: &[Enum<'a, 'b>],
    known: &mut Words,
) -> Vec<Enum<'a, 'b>> {
    let is_found = |place: &Place<'a>| found.iter().any(|one| one.places.contains(place));
    let mut by_key: BTreeMap<String, Vec<Enum<'a, 'b>>> = BTreeMap::new();
    for (place, words) in kinds.orders.enums().filter(|(place, words)| !is_found(place) && !words.is_empty()) {
        let key = known.of(place.1).singular.clone();
        let generic = GENERIC.contains(&key.as_str());
        let (places, known) = (vec![place], recalled.enum_at(place));
        let one = Enum { places, words: words.clone(), key: key.clone(), generic, listed: false, known };
        by_key.entry(key).or_default().push(one);
    }
    by_key.into_values().flat_map(|found| cluster(found, kinds.orders)).collect()
}

/// Takes the places out that the configuration says something else of, with their words.
pub(super) fn without_others<'a>(one: &mut Enum<'a, '_>, kinds: &Kinds<'a, '_>) {
    let all = one.places.len();
    one.places.retain(|place| kinds.orders.kind(*place).is_none());
    if one.places.len() == all {
        return;
    }
    // Words of a list are known wherever they were seen.
    one.words.retain(|_, count| std::mem::take(count) == 0 || one.listed);
    for (holder, key) in &one.places {
        let slot = kinds.arena.get(*holder).fields.get(key);
        for &(word, count) in slot.and_then(words).into_iter().flatten() {
            *one.words.entry(word).or_default() += count as usize;
        }
    }
}

/// The words of a place, be they in lists; `None` where it shows anything else.
fn words<'a, 'b>(slot: &'b Slot<'a>) -> Option<&'b [(&'a str, u32)]> {
    match slot.counts.kinds()[..] {
        [Kind::Text] => slot.counts.texts.as_ref().map(|texts| texts.words()),
        [Kind::List] => words(slot.element.as_deref()?),
        _ => None,
    }
}

/// Makes those of one key one that were one before, or show the same words. What were two before stay two. The ones with the most
/// words go first, so that the order of the document decides nothing.
fn cluster<'a, 'b>(mut found: Vec<Enum<'a, 'b>>, orders: &Orders<'a>) -> Vec<Enum<'a, 'b>> {
    found.sort_by(|a, b| (b.words.len(), &a.words, &a.places).cmp(&(a.words.len(), &b.words, &b.places)));
    let mut clusters: Vec<Enum<'a, 'b>> = Vec::new();
    // Only what shares a word or a name can be the same, so that many enums take no longer than their words.
    let mut by_word: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    let mut by_name: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for one in found {
        let is_same = |other: &Enum<'a, 'b>| {
            let same = match (one.known, other.known) {
                (Some(known), Some(other)) => known == other,
                _ => !one.generic && overlap(&other.words, &one.words),
            };
            same && !orders.are_apart(&other.places, &one.places)
        };
        let alike = one.words.keys().filter(|_| !one.generic).filter_map(|word| by_word.get(word));
        let near: BTreeSet<usize> =
            alike.chain(one.known.and_then(|name| by_name.get(name))).flatten().copied().collect();
        let same = near.into_iter().find(|&index| is_same(&clusters[index]));
        let index = same.unwrap_or(clusters.len());
        for word in one.words.keys() {
            by_word.entry(word).or_default().insert(index);
        }
        if let Some(name) = one.known {
            by_name.entry(name).or_default().insert(index);
        }
        match same.map(|index| &mut clusters[index]) {
            Some(other) => {
                other.places.extend(one.places);
                other.listed |= one.listed;
                other.known = other.known.or(one.known);
                for (word, count) in one.words {
                    *other.words.entry(word).or_default() += count;
                }
            }
            None => clusters.push(one),
        }
    }
    clusters
}

fn overlap(a: &BTreeMap<&str, usize>, b: &BTreeMap<&str, usize>) -> bool {
    let common = a.keys().filter(|word| b.contains_key(*word)).count();
    common * 100 >= OVERLAP * a.len().min(b.len())
}

/// Whether words under a key look like all that there are, or some of them, rather than like any text.
fn is_closed<'a>(key: &str, words: impl Iterator<Item = &'a str> + Clone) -> bool {
    let last = key.rsplit('_').next().unwrap_or_default();
    if CODES_OF_THINGS.contains(&last) || secrets::is_sensitive(key) || distinct_names(words.clone()).is_none() {
        return false;
    }
    let of_kinds = KINDS_OF_THINGS.contains(&last);
    let several = words.clone().count() >= MIN_WORDS;
    if words.clone().all(is_constant) {
        let telling = words.clone().any(|word| word.len() >= MIN_LENGTH || word.contains('_'));
        let stand_in = words.clone().any(|word| is_stand_in(word, key));
        return telling && (of_kinds || several) && !stand_in;
    }
    of_kinds && several && words.clone().all(is_plain)
}

/// The names that the words would have as variants, if those are different ones.
fn distinct_names<'a>(words: impl Iterator<Item = &'a str>) -> Option<()> {
    let mut seen = BTreeSet::new();
    for word in words {
        if !seen.insert(names::pascal(word)?) {
            return None;
        }
    }
    Some(())
}

/// Whether a word says what should stand there: `YOUR_API_ID`, or the key itself.
fn is_stand_in(word: &str, key: &str) -> bool {
    word.split('_').next() == Some("YOUR") || word.eq_ignore_ascii_case(key)
}

/// A constant as most languages write it: `UNARY_UNARY`. One with digits and nothing that joins words is an ID.
fn is_constant(word: &str) -> bool {
    let is_of_it = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    word.bytes().all(is_of_it) && (word.contains('_') || !word.bytes().any(|byte| byte.is_ascii_digit()))
}

/// A word, or some joined ones, without digits: `active`, `in-progress`, `InProgress`.
fn is_plain(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_sets() {
        let table: &[(&str, &[&str], bool)] = &[
            ("method_type", &["UNARY_UNARY"], true),
            ("gettable", &["PRIVATE", "ORG"], true),
            ("gettable", &["PRIVATE"], false),
            ("license_type", &["PRIVATE"], true),
            ("deploy_restriction", &["NO_LIMITS"], false),
            ("key_type", &["YOUR_KEY_TYPE"], false),
            ("image_address", &["URL_TO_PICTURE", "URL_TO_LOGO"], false),
            ("status", &["active", "closed"], true),
            ("status", &["active"], false),
            ("title", &["alpha", "beta"], false),
            ("currency", &["EUR", "USD"], false),
            ("area_name", &["EMEA", "APAC"], false),
            ("state", &["CA", "NY"], false),
            ("order_state", &["A1B2", "C3D4"], false),
            ("type", &["a", "A"], false),
        ];
        for (key, words, closed) in table {
            assert_eq!(is_closed(key, words.iter().copied()), *closed, "{key} {words:?}");
        }
    }
}
