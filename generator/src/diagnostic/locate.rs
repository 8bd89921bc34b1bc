//! From a JSON pointer, or a line and a column, to a span of the source text.
//!
//! Nothing is computed before the first finding asks for it, and each source is parsed and cut into lines at most once.

use std::cell::OnceCell;
use std::ops::Range;

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::Diagnostic;
use crate::source::Source;

/// The sources that findings may be about.
pub(super) struct Places<'a> {
    sources: Vec<Indexed<'a>>,
}

/// A source with what is known about it by now.
struct Indexed<'a> {
    source: &'a Source,
    tree: OnceCell<Option<Value<'a>>>,
    line_starts: OnceCell<Vec<usize>>,
    /// How many characters there are before each block of the text: minified files are one enormous line.
    counts: OnceCell<Vec<usize>>,
}

/// How many bytes a block has.
const BLOCK: usize = 1024;

/// A span of a source text, cut off at the end of its first line.
pub(super) struct Place<'a> {
    /// The text of that line, without the line break.
    pub(super) text: &'a str,
    /// The span within the line, in bytes; never empty unless at the end of the line.
    pub(super) span: Range<usize>,
    /// The number of the line, from 1 on.
    pub(super) line: usize,
    /// The number of the character in the line, from 1 on.
    pub(super) column: usize,
}

impl Place<'_> {
    /// Line and column, both from 1 on, the column in characters.
    pub(super) fn position(&self) -> (usize, usize) {
        (self.line, self.column)
    }
}

impl<'a> Places<'a> {
    pub(super) fn new(sources: &'a [Source]) -> Self {
        let sources = sources
            .iter()
            .map(|source| Indexed {
                source,
                tree: OnceCell::new(),
                line_starts: OnceCell::new(),
                counts: OnceCell::new(),
            })
            .collect();
        Self { sources }
    }

    /// The place of a finding; `None` when its source is not here or it concerns the whole document.
    pub(super) fn find(&self, diagnostic: &Diagnostic) -> Option<Place<'a>> {
        let source = self.sources.iter().find(|indexed| indexed.source.name() == diagnostic.file)?;
        match diagnostic.position {
            Some((line, column)) => source.at_position(line, column),
            None if diagnostic.origin.pointer.is_empty() => None,
            None => source.at_pointer(&diagnostic.origin.pointer),
        }
    }
}

impl<'a> Indexed<'a> {
    fn at_position(&self, line: usize, column: usize) -> Option<Place<'a>> {
        let (line_start, text) = self.line(line.checked_sub(1)?)?;
        let mut characters = text.char_indices().skip(column.saturating_sub(1));
        let start = characters.next().map_or(text.len(), |(at, _)| at);
        let end = characters.next().map_or(text.len(), |(at, _)| at);
        Some(self.place(line_start, text, start..end, line))
    }

    fn at_pointer(&self, pointer: &str) -> Option<Place<'a>> {
        let tree = self.tree.get_or_init(|| {
            let parsed = parse_to_ast(self.source.text(), &CollectOptions::default(), &ParseOptions::default());
            parsed.ok()?.value
        });
        let span = span_of(tree.as_ref()?, pointer)?;
        let index = self.line_starts().partition_point(|&start| start <= span.start) - 1;
        let (line_start, text) = self.line(index)?;
        let span = span.start - line_start..text.len().min(span.end - line_start);
        Some(self.place(line_start, text, span, index + 1))
    }

    fn place(&self, line_start: usize, text: &'a str, span: Range<usize>, line: usize) -> Place<'a> {
        let column = self.characters_before(line_start + span.start) - self.characters_before(line_start) + 1;
        Place { text, span, line, column }
    }

    /// How many characters there are before an offset.
    fn characters_before(&self, offset: usize) -> usize {
        let bytes = self.source.text().as_bytes();
        let counts = self.counts.get_or_init(|| {
            let blocks = bytes.chunks(BLOCK).scan(0, |before, block| {
                let here = *before;
                *before += characters(block);
                Some(here)
            });
            blocks.collect()
        });
        let block = offset / BLOCK;
        // An offset at the end of the text may be one of no block.
        counts.get(block).map_or_else(|| characters(bytes), |before| before + characters(&bytes[block * BLOCK..offset]))
    }

    /// The line of this index: where it starts, and its text without the line break.
    fn line(&self, index: usize) -> Option<(usize, &'a str)> {
        let starts = self.line_starts();
        let start = *starts.get(index)?;
        let end = starts.get(index + 1).copied().unwrap_or(self.source.text().len());
        Some((start, self.source.text()[start..end].trim_end_matches(['\n', '\r'])))
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            let breaks = self.source.text().bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
            std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect()
        })
    }
}

/// How many characters begin in a piece of text.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xbf)).count()
}

/// The span to underline for a pointer, or for the nearest parent of what is not there; `None` for the whole document.
fn span_of(root: &Value<'_>, pointer: &str) -> Option<Range<usize>> {
    let mut value = root;
    let mut span = None;
    for token in pointer.split('/').skip(1) {
        let token = token.replace("~1", "/").replace("~0", "~");
        match value {
            Value::Object(object) => {
                // Of a repeated key the last one counts.
                let Some(property) = object.properties.iter().rfind(|property| property.name.as_str() == token) else {
                    break;
                };
                span = Some(property.range.start..property.range.end);
                value = &property.value;
            }
            Value::Array(array) => {
                let Some(element) = token.parse().ok().and_then(|index: usize| array.elements.get(index)) else {
                    break;
                };
                span = Some(element_span(element));
                value = element;
            }
            _ => break,
        }
    }
    span
}

/// An element of a list is shown by its name, if it has one: an opening brace tells nobody anything.
fn element_span(element: &Value<'_>) -> Range<usize> {
    let name = element.as_object().and_then(name_of);
    name.unwrap_or_else(|| element.start()..element.end())
}

fn name_of(object: &Object<'_>) -> Option<Range<usize>> {
    let property = object.get("name").or_else(|| object.get("key"))?;
    property.value.as_string_lit()?;
    Some(property.range.start..property.range.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::origin::Origin;

    const TEXT: &str =
        "{\n  \"a/b\": [1, {\"é\": [], \"name\": \"x\"}],\n  \"c\": {\r\n    \"d\": null },\n \"c\": 5\n}";

    fn underlined(pointer: &str) -> Option<(usize, usize, String)> {
        let sources = [Source::new("f", TEXT)];
        let origin = Origin { pointer: pointer.to_owned(), ..Origin::root() };
        let places = Places::new(&sources);
        let place = places.find(&Diagnostic::error("e", "").in_file("f").at(&origin))?;
        let (line, column) = place.position();
        Some((line, column, place.text[place.span.clone()].to_owned()))
    }

    #[test]
    fn pointers_are_found() {
        let table = [
            ("/a~1b/0", Some((2, 11, "1"))),
            ("/a~1b/1", Some((2, 24, "\"name\": \"x\""))),
            ("/a~1b/1/é", Some((2, 15, "\"é\": []"))),
            ("/a~1b/1/missing/deeper", Some((2, 24, "\"name\": \"x\""))),
            ("/a~1b/7", Some((2, 3, "\"a/b\": [1, {\"é\": [], \"name\": \"x\"}]"))),
            ("/a~1b/0/x", Some((2, 11, "1"))),
            ("/c", Some((5, 2, "\"c\": 5"))),
            ("/missing", None),
            ("", None),
        ];
        for (pointer, expected) in table {
            let expected = expected.map(|(line, column, text)| (line, column, text.to_owned()));
            assert_eq!(underlined(pointer), expected, "for `{pointer}`");
        }
    }

    #[test]
    fn columns_are_those_of_characters_however_long_the_line() {
        for length in [0, 1, BLOCK / 2 - 4, BLOCK / 2, 3 * BLOCK] {
            let text = format!("[\n\"{}\", 5]", "é".repeat(length));
            let sources = [Source::new("f", text)];
            let place = |finding: Diagnostic| Places::new(&sources).find(&finding.in_file("f")).map(|p| p.position());
            let expected = Some((2, length + 5));
            assert_eq!(place(Diagnostic::error("e", "").at(&Origin::root().index(1))), expected);
            assert_eq!(place(Diagnostic::error("e", "").at_position(2, length + 5)), expected);
            assert_eq!(place(Diagnostic::error("e", "").at_position(2, length + 99)), Some((2, length + 7)));
        }
    }

    #[test]
    fn positions_are_found_and_kept_inside_the_line() {
        let sources = [Source::new("f", "ab\né")];
        let places = Places::new(&sources);
        let find = |line, column| {
            let place = places.find(&Diagnostic::error("e", "").in_file("f").at_position(line, column))?;
            Some((place.text, place.span))
        };
        assert_eq!(find(1, 2), Some(("ab", 1..2)));
        assert_eq!(find(1, 9), Some(("ab", 2..2)));
        assert_eq!(find(2, 1), Some(("é", 0..2)));
        assert_eq!(find(3, 1), None);
        assert_eq!(find(0, 1), None);
    }

    #[test]
    fn unknown_files_and_broken_texts_have_no_place() {
        let sources = [Source::new("f", "{ broken")];
        let places = Places::new(&sources);
        let finding = Diagnostic::error("e", "").at(&Origin::root().key("a"));
        assert!(places.find(&finding.clone().in_file("g")).is_none());
        assert!(places.find(&finding.in_file("f")).is_none());
    }
}
