//! Forms: a setter for each key, and what the collection sends.

use std::borrow::Cow;
use std::collections::BTreeSet;

use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use base64::{Engine as _, alphabet};
use indexmap::{IndexMap, IndexSet};

use super::names::{self, Claim};
use super::variables::is_example;
use super::{Context, docs, params, taken_setters};
use crate::model::{FieldKind, FileContent, Form, FormEntry, FormField, Ident, Origin, Place, ReplayStep, ReplayText};
use crate::postman::{FormPart, FormValue, Parameter};
use crate::secrets;

/// Methods that every form has.
const FORM_METHODS: &[&str] = &["clone", "default", "fmt", "into", "new", "try_into", "with_field", "with_file"];

/// A pair or a part, as far as both have the same.
struct Entry<'a> {
    /// Its name with its variables filled in, as far as they are known.
    key: Cow<'a, str>,
    value: Content<'a>,
    media_type: Option<&'a str>,
    file_name: Option<&'a str>,
    disabled: bool,
    description: Option<&'a str>,
    origin: &'a Origin,
}

enum Content<'a> {
    /// With the place of a text that is this one, if there is one.
    Text(&'a str, Option<&'a str>),
    Files(&'a [String]),
    /// Base64.
    Encoded(&'a str),
}

impl Entry<'_> {
    /// Whether its setter takes a file: so does a text that is sent under the name of one.
    fn is_file(&self) -> bool {
        matches!(self.value, Content::Files(_) | Content::Encoded(_)) || self.file_name.is_some()
    }

    /// Its value, where that is a text.
    fn text(&self) -> Option<&str> {
        match self.value {
            Content::Text(text, _) => Some(text),
            Content::Files(_) | Content::Encoded(_) => None,
        }
    }
}

impl<'a> From<&'a Parameter> for Entry<'a> {
    fn from(pair: &'a Parameter) -> Self {
        Self {
            key: pair.key.as_deref().unwrap_or_default().into(),
            value: Content::Text(pair.value.as_deref().unwrap_or_default(), pair.value.pointer()),
            media_type: None,
            file_name: None,
            disabled: pair.disabled,
            description: pair.description.as_deref(),
            origin: &pair.origin,
        }
    }
}

impl<'a> From<&'a FormPart> for Entry<'a> {
    fn from(part: &'a FormPart) -> Self {
        Self {
            key: part.key.as_str().into(),
            value: match &part.value {
                FormValue::Text(text) => Content::Text(text, text.pointer()),
                FormValue::Files(paths) => Content::Files(paths),
                FormValue::Encoded(text) => Content::Encoded(text),
            },
            media_type: part.content_type.as_deref(),
            file_name: part.file_name.as_deref(),
            disabled: part.disabled,
            description: part.description.as_deref(),
            origin: &part.origin,
        }
    }
}

/// The form of pairs.
pub(super) fn urlencoded(pairs: &[Parameter], name: &Ident, context: &mut Context<'_>) -> Form {
    let mut form = form(pairs.iter().map(Entry::from).collect(), name, context);
    // Postman's runner sends those of one key together.
    let keys: IndexSet<String> = form.entries.iter().map(|entry| key(entry).to_owned()).collect();
    form.entries.sort_by_key(|entry| keys.get_index_of(key(entry)));
    form
}

/// What two entries of one key have in common.
fn key(entry: &FormEntry) -> &str {
    match entry {
        FormEntry::Text(step) => step.name.plain(),
        FormEntry::Unnamed { key, .. } => key,
        FormEntry::File { name, .. } => name.plain(),
    }
}

/// The form of parts.
pub(super) fn multipart(parts: &[FormPart], name: &Ident, context: &mut Context<'_>) -> Form {
    form(parts.iter().map(Entry::from).collect(), name, context)
}

fn form(mut entries: Vec<Entry<'_>>, name: &Ident, context: &mut Context<'_>) -> Form {
    let mut setters: IndexMap<(String, bool), Vec<usize>> = IndexMap::new();
    // Which setter each entry has, if any.
    let mut indices = Vec::with_capacity(entries.len());
    for (place, entry) in entries.iter_mut().enumerate() {
        indices.push(params::name(&entry.key, entry.origin, context).map(|key| {
            entry.key = key.clone().into();
            let setter = setters.entry((key, entry.is_file()));
            let index = setter.index();
            setter.or_default().push(place);
            index
        }));
    }
    let names = setter_names(setters.keys());
    let fields = setters.values().zip(names).map(|(places, name)| {
        let same: Vec<&Entry<'_>> = places.iter().map(|place| &entries[*place]).collect();
        field(&same, name, context)
    });
    let fields: Vec<FormField> = fields.collect();
    let mut sent = Vec::new();
    for (entry, index) in entries.iter().zip(indices).filter(|(entry, _)| !entry.disabled) {
        sent.extend(values(entry, index.map(|index| &fields[index]), context));
    }
    Form { name: name.clone(), fields, entries: sent }
}

fn setter_names<'a>(setters: impl Iterator<Item = &'a (String, bool)>) -> Vec<Ident> {
    let claim = |(key, is_file): &(String, bool)| Claim {
        wanted: names::snake(key).unwrap_or_else(|| names::constant("value")),
        qualifiers: vec![if *is_file { "file" } else { "value" }.to_owned()],
        key: format!("{key} {is_file}"),
    };
    let used: BTreeSet<Ident> = taken_setters(FORM_METHODS);
    names::settle(&setters.map(claim).collect::<Vec<_>>(), &used)
}

/// The field of entries that share a setter.
fn field(same: &[&Entry<'_>], name: Ident, context: &Context<'_>) -> FormField {
    let key = same.first().map(|entry| &*entry.key).unwrap_or_default();
    let is_file = same.iter().any(|entry| entry.is_file());
    let texts: Vec<String> =
        same.iter().filter_map(|entry| entry.text()).map(|text| context.variables.evidence(text)).collect();
    let files = same.iter().map(|entry| match entry.value {
        Content::Files(paths) => paths.len().max(1),
        _ => 1,
    });
    let path = same.iter().find_map(|entry| match entry.value {
        Content::Files(paths) => paths.first(),
        _ => None,
    });
    let shown = texts.iter().find(|text| !secrets::is_secret_text(key, text)).filter(|text| is_example(text));
    FormField {
        wire: key.to_owned(),
        name,
        kind: if is_file { FieldKind::File } else { FieldKind::Text(params::field_kind(&texts)) },
        repeated: files.sum::<usize>() > 1,
        media_type: same.iter().find_map(|entry| entry.media_type).map(str::to_owned),
        example: if is_file { path.map(|path| file_name(path).to_owned()) } else { shown.cloned() },
        docs: docs::markdown(same.iter().find_map(|entry| entry.description)),
    }
}

/// The last part of a path; where a file was on somebody's disk tells nobody anything.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// What the collection sends for an entry.
fn values(entry: &Entry<'_>, field: Option<&FormField>, context: &mut Context<'_>) -> Vec<FormEntry> {
    let Some(field) = field else {
        let value = sent(entry, context);
        return value.map(|value| FormEntry::Unnamed { key: entry.key.to_string(), value }).into_iter().collect();
    };
    let file = |content, file_name: Option<&str>| FormEntry::File {
        name: field.name.clone(),
        content,
        file_name: file_name.map(str::to_owned),
    };
    match (&entry.value, field.kind) {
        (Content::Text(..), FieldKind::Text(kind)) => {
            let step = |value| ReplayStep { name: field.name.clone(), kind, place: Place::Form, value };
            sent(entry, context).map(|value| FormEntry::Text(step(value))).into_iter().collect()
        }
        (Content::Text(..), FieldKind::File) => {
            sent(entry, context).map(|text| file(FileContent::Text(text), entry.file_name)).into_iter().collect()
        }
        (Content::Encoded(text), _) => vec![file(FileContent::Bytes(decode(text)), entry.file_name)],
        // Nobody chose a file: the part is sent all the same, without a name.
        (Content::Files([]), _) => {
            vec![file(FileContent::Text(String::new().into()), Some(entry.file_name.unwrap_or_default()))]
        }
        (Content::Files(paths), _) => {
            paths.iter().map(|path| file(FileContent::Path(path.clone()), entry.file_name)).collect()
        }
    }
}

/// Decodes base64 as Postman's runner does: what does not belong there is skipped.
fn decode(text: &str) -> Vec<u8> {
    const LENIENT: GeneralPurpose = GeneralPurpose::new(
        &alphabet::STANDARD,
        GeneralPurposeConfig::new()
            .with_decode_allow_trailing_bits(true)
            .with_decode_padding_mode(DecodePaddingMode::Indifferent),
    );
    let standard = |c: char| match c {
        '-' => '+',
        '_' => '/',
        c => c,
    };
    let digits = text.chars().take_while(|c| *c != '=').map(standard);
    let mut digits: String = digits.filter(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '/')).collect();
    if digits.len() % 4 == 1 {
        digits.pop();
    }
    LENIENT.decode(digits).unwrap_or_default()
}

/// What the replay program sends for a text.
fn sent(entry: &Entry<'_>, context: &mut Context<'_>) -> Option<ReplayText> {
    let (text, pointer) = match entry.value {
        Content::Text(text, pointer) => (text, pointer),
        Content::Files(_) | Content::Encoded(_) => ("", None),
    };
    params::sent(&entry.key, text.to_owned(), pointer, entry.origin, context)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn whatever_is_decoded() {
        assert_eq!(decode("aGVsbG8="), b"hello");
        assert_eq!(decode("aGVs bG8"), b"hello");
        assert_eq!(decode("_-8"), [0xff, 0xef]);
        assert_eq!(decode("a"), b"");
        // As `Buffer.from("test.tif", "base64")`.
        assert_eq!(decode("test.tif"), [0xb5, 0xeb, 0x2d, 0xb6, 0x27]);
    }
}
