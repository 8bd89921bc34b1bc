//! Every name in generated code is made here, once, from a name in the collection.
//!
//! Clashes are settled by meaning: each of the clashing things is told apart by what it is (its method, its path), and a
//! number is the last resort. The order of the document decides nothing.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use heck::{ToSnakeCase, ToUpperCamelCase};

use crate::model::Ident;

/// Words that cannot be identifiers unless written raw; all editions' strict and reserved keywords.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Words that cannot even be written raw.
const NEVER_RAW: &[&str] = &["self", "Self", "super", "crate", "_"];

/// Words that are one, whatever their capitals say.
const SINGLE_WORDS: &[&str] = &[
    "GitHub",
    "GitLab",
    "GraphQL",
    "GZip",
    "IPv4",
    "IPv6",
    "JavaScript",
    "LinkedIn",
    "MySQL",
    "NoSQL",
    "OAuth",
    "OpenAPI",
    "OpenID",
    "PayPal",
    "PostgreSQL",
    "TypeScript",
    "WiFi",
    "YouTube",
    "iOS",
    "macOS",
];

/// How long a name may be. Longer ones are sentences, and some file systems could not hold them.
const MAX_LENGTH: usize = 64;

/// A name for a function, field, variable or module: `list_models`. `None` when the text has no letter or digit.
pub(crate) fn snake(text: &str) -> Option<Ident> {
    checked(shortened(&words(text)))
}

/// The words of a text in snake case, which other signs may still divide.
fn words(text: &str) -> String {
    let mut text = Cow::Borrowed(text);
    // Names that were made here before have none.
    if text.contains(|c: char| c.is_ascii_uppercase()) {
        text = plurals(&text).into();
        for word in SINGLE_WORDS {
            if text.contains(word) {
                text = text.replace(word, &as_one_word(word)).into();
            }
        }
    }
    ascii(&text.to_snake_case())
}

/// The text with plurals of abbreviations, such as `IDs`, written as words: `Ids`.
fn plurals(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_uppercase()) {
        let (before, run) = rest.split_at(start);
        let (run, after) = run.split_at(run.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(run.len()));
        let is_plural = after.strip_prefix('s').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        written.push_str(before);
        written.push_str(&if run.len() > 1 && is_plural { as_one_word(run) } else { run.to_owned() });
        rest = after;
    }
    written + rest
}

fn as_one_word(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
}

/// A name that is always the same.
pub(crate) fn constant(name: &'static str) -> Ident {
    Ident::from_checked(name.to_owned())
}

/// A name for a module, which is the name of a file as well. Windows keeps some words for devices, and Rust one for folders.
pub(crate) fn module(text: &str) -> Option<Ident> {
    let name = snake(text)?;
    Some(if is_device(name.plain()) || name.plain() == "mod" { suffixed(&name, "module") } else { name })
}

fn is_device(word: &str) -> bool {
    let numbered = |prefix| word.strip_prefix(prefix).is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']));
    ["aux", "con", "nul", "prn"].contains(&word) || numbered("com") || numbered("lpt")
}

/// The name in code of the crate that cargo makes of a package.
pub(crate) fn of_package(name: &str) -> Ident {
    let name = name.replace('-', "_");
    Ident::from_checked(if KEYWORDS.contains(&name.as_str()) { format!("r#{name}") } else { name })
}

/// A name for a type: `ListModels`. `None` when the text has no letter or digit.
pub(crate) fn pascal(text: &str) -> Option<Ident> {
    let name = shortened(&words(text)).to_upper_camel_case();
    checked(&if name.starts_with(|first: char| first.is_ascii_digit()) { format!("N{name}") } else { name })
}

/// A name for a type that was made before, if it can be one.
pub(crate) fn known_type(name: &str) -> Option<Ident> {
    let starts_well = name.starts_with(|first: char| first.is_ascii_uppercase() || first == '_');
    checked(name).filter(|ident| starts_well && ident.plain() == name)
}

/// The type that belongs to a function's name.
pub(crate) fn pascal_of(name: &Ident) -> Ident {
    pascal(name.plain()).unwrap_or_else(|| name.clone())
}

/// What the name of a type must be, where people choose it.
pub(crate) const TYPE_NAME: &str = "ASCII letters and digits, a capital first, and no keyword";
/// What the name of a field must be, where people choose it.
pub(crate) const FIELD_NAME: &str = "small ASCII letters, digits and `_`, a letter first, and no keyword";

/// A name of a type as a person chose it; `None` when it can be none.
pub(crate) fn chosen_type(name: &str) -> Option<Ident> {
    let is_of_it =
        name.starts_with(|c: char| c.is_ascii_uppercase()) && name.bytes().all(|b| b.is_ascii_alphanumeric());
    (is_of_it && !is_keyword(name)).then(|| Ident::from_checked(name.to_owned()))
}

/// A name of a field as a person chose it; `None` when it can be none.
pub(crate) fn chosen_field(name: &str) -> Option<Ident> {
    let is_of_it = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    let is_name = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.bytes().all(is_of_it);
    (is_name && !is_keyword(name)).then(|| Ident::from_checked(name.to_owned()))
}

fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name) || NEVER_RAW.contains(&name)
}

/// The same name with a word appended, in the manner of its case.
pub(crate) fn suffixed(name: &Ident, word: &str) -> Ident {
    // Names of functions have no capital letter anywhere; names of types may begin with a digit.
    let is_type = name.plain().contains(|c: char| c.is_ascii_uppercase());
    let start = name.plain().trim_end_matches('_');
    let word = ascii(word).split_whitespace().collect::<Vec<_>>().join("_");
    let joined = if is_type { format!("{start}{}", word.to_upper_camel_case()) } else { format!("{start}_{word}") };
    checked(&joined).unwrap_or_else(|| name.clone())
}

/// The same name with a word before it, in snake case.
pub(crate) fn prefixed(word: &str, name: &Ident) -> Ident {
    checked(&format!("{word}_{}", name.plain().trim_matches('_'))).unwrap_or_else(|| name.clone())
}

/// The method that gives the value of a union's case: `as_text` of `Text`.
pub(crate) fn accessor(case: &Ident) -> Ident {
    prefixed("as", &snake(case.plain()).unwrap_or_else(|| case.clone()))
}

/// A title without the numbering that people give to steps: `3. Train` is `Train`.
pub(crate) fn without_ordinal(title: &str) -> &str {
    let rest = title.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.strip_prefix(['.', ')', ':']) {
        Some(rest) if rest.len() + 1 < title.len() && rest.starts_with(' ') => rest.trim_start(),
        _ => title,
    }
}

fn ascii(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { ' ' }).collect::<String>()
}

/// As many words of a name in snake case as are not too long.
pub(crate) fn shortened(words: &str) -> &str {
    match words.get(..MAX_LENGTH) {
        Some(start) if words.len() > MAX_LENGTH => start.rsplit_once(['_', ' ']).map_or(start, |(whole, _)| whole),
        _ => words,
    }
}

fn checked(text: &str) -> Option<Ident> {
    let words: Vec<&str> = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let text = words.join("_");
    let text = text.as_str();
    let first = text.chars().next()?;
    let name = match text {
        // Nothing but digits is no word.
        _ if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_') => format!("n{text}"),
        _ if first.is_ascii_digit() => format!("_{text}"),
        _ if NEVER_RAW.contains(&text) => format!("{text}_"),
        _ if KEYWORDS.contains(&text) => format!("r#{text}"),
        _ => text.to_owned(),
    };
    Some(Ident::from_checked(name))
}

/// Methods of operators, which take another value and give a new one, as setters do.
pub(crate) const OPERATORS: &[&str] = &["add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub"];

/// Something that needs a name among its siblings.
pub(crate) struct Claim {
    /// The name that it would have if it were alone.
    pub(crate) wanted: Ident,
    /// Words that tell it from others, the most telling first.
    pub(crate) qualifiers: Vec<String>,
    /// What orders those that no word tells apart; must not depend on the place in the document where it can be helped.
    pub(crate) key: String,
}

/// Gives each claim a name that no other has and that is not taken. The result is in the order of the claims.
pub(crate) fn settle(claims: &[Claim], taken: &BTreeSet<Ident>) -> Vec<Ident> {
    let mut groups: BTreeMap<&Ident, Vec<usize>> = BTreeMap::new();
    for (index, claim) in claims.iter().enumerate() {
        groups.entry(&claim.wanted).or_default().push(index);
    }
    let mut used = taken.clone();
    let mut names: Vec<Option<Ident>> = vec![None; claims.len()];
    // First those that are alone with their name, so that nobody else's qualified name takes it from them.
    for (wanted, members) in &groups {
        if let [only] = members[..]
            && used.insert((*wanted).clone())
        {
            names[only] = Some((*wanted).clone());
        }
    }
    for members in groups.values() {
        let mut open: Vec<usize> = members.iter().copied().filter(|&index| names[index].is_none()).collect();
        open.sort_by(|&a, &b| claims[a].key.cmp(&claims[b].key).then(a.cmp(&b)));
        for (index, name) in tell_apart(claims, &open, &mut used) {
            names[index] = Some(name);
        }
    }
    names.into_iter().zip(claims).map(|(name, claim)| name.unwrap_or_else(|| claim.wanted.clone())).collect()
}

/// Names for claims that want the same one.
fn tell_apart(claims: &[Claim], members: &[usize], used: &mut BTreeSet<Ident>) -> Vec<(usize, Ident)> {
    let depth = members.iter().map(|&index| claims[index].qualifiers.len()).max().unwrap_or(0);
    for position in 0..depth {
        let named: Vec<(usize, Ident)> = members
            .iter()
            .map(|&index| {
                let claim = &claims[index];
                let name =
                    claim.qualifiers.get(position).map_or(claim.wanted.clone(), |word| suffixed(&claim.wanted, word));
                (index, name)
            })
            .collect();
        let distinct: BTreeSet<&Ident> = named.iter().map(|(_, name)| name).collect();
        if distinct.len() == named.len() && distinct.iter().all(|name| !used.contains(*name)) {
            used.extend(named.iter().map(|(_, name)| name.clone()));
            return named;
        }
    }
    let Some(&first) = members.first() else { return Vec::new() };
    let wanted = &claims[first].wanted;
    let numbered = (2..).map(|number: usize| suffixed(wanted, &number.to_string()));
    let free = std::iter::once(wanted.clone()).chain(numbered).filter(|name| used.insert(name.clone()));
    members.iter().copied().zip(free).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_keyword_becomes_an_identifier() {
        for word in KEYWORDS.iter().chain(NEVER_RAW) {
            let name = snake(word).map(|name| name.as_str().to_owned());
            match *word {
                "_" => assert_eq!(name, None),
                "self" | "Self" => assert_eq!(name.as_deref(), Some("self_")),
                "super" | "crate" => assert_eq!(name, Some(format!("{word}_"))),
                _ => assert_eq!(name, Some(format!("r#{word}"))),
            }
        }
        assert_eq!(pascal("self").map(|name| name.to_string()).as_deref(), Some("Self_"));
    }

    #[test]
    fn a_crate_is_called_as_cargo_calls_it() {
        let long = "long".repeat(20);
        let table = [("clarifai", "clarifai"), ("my-API--v2", "my_API__v2"), ("match", "r#match"), (&*long, &*long)];
        for (package, expected) in table {
            assert_eq!(of_package(package).as_str(), expected);
        }
    }

    #[test]
    fn names_read_as_people_would_write_them() {
        let table = [
            ("List Model Versions", "list_model_versions", "ListModelVersions"),
            ("getHTTPStatus", "get_http_status", "GetHttpStatus"),
            ("3D models", "_3d_models", "N3dModels"),
            ("user-id", "user_id", "UserId"),
            ("List user IDs", "list_user_ids", "ListUserIds"),
            ("GetSKUs", "get_skus", "GetSkus"),
            ("Is SAP one", "is_sap_one", "IsSapOne"),
            ("OAuth1.0 GraphQLQuery on iOS", "oauth1_0_graphql_query_on_ios", "Oauth10GraphqlQueryOnIos"),
            ("  a  &  b ", "a_b", "AB"),
            ("emoji 🚀 launch", "emoji_launch", "EmojiLaunch"),
            ("Futures (USDⓈ-M) API", "futures_usd_m_api", "FuturesUsdMApi"),
        ];
        for (text, function, ty) in table {
            assert_eq!(snake(text).map(|name| name.to_string()).as_deref(), Some(function), "{text}");
            assert_eq!(pascal(text).map(|name| name.to_string()).as_deref(), Some(ty), "{text}");
        }
        assert_eq!(snake("🚀"), None);
        assert_eq!(snake(""), None);
    }

    #[test]
    fn ordinals_are_dropped_and_other_numbers_stay() {
        assert_eq!(without_ordinal("3. Train"), "Train");
        assert_eq!(without_ordinal("12) Clean Up"), "Clean Up");
        assert_eq!(without_ordinal("3D models"), "3D models");
        assert_eq!(without_ordinal("2.0 API"), "2.0 API");
        assert_eq!(without_ordinal("7"), "7");
    }

    #[test]
    fn long_names_end_with_a_word() {
        let sentence = "all that there is to say ".repeat(9);
        let name = snake(&sentence).map(|name| name.to_string()).expect("a name");
        assert_eq!(name, "all_that_there_is_to_say_all_that_there_is_to_say_all_that");
        assert_eq!(snake(&"x".repeat(99)).map(|name| name.as_str().len()), Some(MAX_LENGTH));
    }

    #[test]
    fn modules_are_files_on_every_system() {
        let table = [("aux", "aux_module"), ("COM1", "com1_module"), ("Con", "con_module"), ("concepts", "concepts")];
        for (text, expected) in table {
            assert_eq!(module(text).map(|name| name.to_string()).as_deref(), Some(expected), "{text}");
        }
    }

    fn claim(wanted: &str, qualifiers: &[&str], key: &str) -> Claim {
        Claim {
            wanted: snake(wanted).expect("a name"),
            qualifiers: qualifiers.iter().map(|word| (*word).to_owned()).collect(),
            key: key.to_owned(),
        }
    }

    fn settled(claims: &[Claim]) -> Vec<String> {
        settle(claims, &BTreeSet::new()).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn clashes_are_settled_by_meaning_whatever_the_order() {
        let get = || claim("user", &["get", "users"], "a");
        let post = || claim("user", &["post", "users"], "b");
        assert_eq!(settled(&[get(), post()]), ["user_get", "user_post"]);
        assert_eq!(settled(&[post(), get()]), ["user_post", "user_get"]);
    }

    #[test]
    fn a_word_is_appended_in_the_manner_of_the_name() {
        let table = [
            ("get_token", "get_token_form"),
            ("_3d_models", "_3d_models_form"),
            ("GetToken", "GetTokenForm"),
            ("_3GetToken", "_3GetTokenForm"),
            ("N3dModels", "N3dModelsForm"),
        ];
        for (name, expected) in table {
            assert_eq!(suffixed(&Ident::from_checked(name.to_owned()), "form").as_str(), expected);
        }
    }

    #[test]
    fn qualifiers_may_be_any_text() {
        let names = settled(&[claim("user", &["-1 é"], "a"), claim("user", &["🚂"], "b")]);
        assert_eq!(names, ["user_1", "user"]);
    }

    #[test]
    fn numbers_come_last() {
        let same = |key| claim("user", &["get"], key);
        assert_eq!(settled(&[same("b"), same("a")]), ["user_2", "user"]);
    }

    #[test]
    fn a_name_of_its_own_is_never_taken_away() {
        let claims = [claim("user", &["get"], "a"), claim("user", &["post"], "b"), claim("user_get", &["get"], "c")];
        assert_eq!(settled(&claims), ["user", "user_2", "user_get"]);
    }
}
