//! Findings for people, in the manner of rustc.

use std::collections::BTreeMap;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Level, Origin, Renderer, Snippet};

use super::cover;
use super::locate::{Place, Places};
use super::printable::{printable, printable_char};
use super::{Diagnostic, Severity, Shown};
use crate::source::{COVER, Source};

/// Whether the text is for a terminal that knows colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Text alone.
    Plain,
    /// With ANSI colours.
    Colored,
}

/// Of one code no more findings than this are shown; the others are counted.
const SHOWN_PER_CODE: usize = 10;
/// Characters of a message or a hint that are shown.
const MESSAGE_LIMIT: usize = 400;
/// Characters of each name in a breadcrumb that are shown.
const NAME_LIMIT: usize = 80;
/// Characters of a source line that are given to the renderer before and after the start of the span; of these it
/// shows what fits.
const EXCERPT_BEFORE: usize = 100;
const EXCERPT_AFTER: usize = 150;

/// Shows each finding with its place in the source of that name, in the given order; of many of one kind, the first
/// ones and a count.
#[must_use]
pub fn render_human(diagnostics: &[Diagnostic], sources: &[Source], style: Style) -> String {
    let places = Places::new(sources);
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Colored => Renderer::styled(),
    };
    let mut out = String::new();
    let mut seen = BTreeMap::new();
    for diagnostic in diagnostics {
        let count: &mut usize = seen.entry(diagnostic.code).or_default();
        *count += 1;
        if *count <= SHOWN_PER_CODE {
            out.push_str(&render(diagnostic, places.find(diagnostic), &renderer));
            out.push_str("\n\n");
        }
    }
    for (code, count) in seen {
        if let Some(more @ 1..) = count.checked_sub(SHOWN_PER_CODE) {
            out.push_str(&format!("... and {more} more `{code}`\n\n"));
        }
    }
    out
}

fn render(diagnostic: &Diagnostic, place: Option<Place<'_>>, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(printable(&diagnostic.message, MESSAGE_LIMIT));
    let mut group = title.id(diagnostic.code).elements(location(diagnostic, place));
    if !diagnostic.origin.breadcrumb.is_empty() {
        let breadcrumb = breadcrumb(&diagnostic.origin.breadcrumb);
        group = group.element(Level::NOTE.with_name("in").message(breadcrumb));
    }
    if let Some(hint) = &diagnostic.hint {
        group = group.element(Level::HELP.message(printable(hint, MESSAGE_LIMIT)));
    }
    renderer.render(&[group])
}

/// `--> collection.json:12:7` with the line, or what is known of it.
fn location(diagnostic: &Diagnostic, place: Option<Place<'_>>) -> Option<Element<'static>> {
    let file = printable(&diagnostic.file, MESSAGE_LIMIT);
    if let (Some(place), Shown::Nothing) = (&place, diagnostic.shown) {
        let (line, column) = place.position();
        return Some(Origin::path(file).line(line).char_column(column).into());
    }
    if let Some(place) = place {
        let excerpt = Excerpt::of(&place, diagnostic.shown);
        let annotation = AnnotationKind::Primary.span(excerpt.span);
        let snippet = Snippet::source(excerpt.text).path(file).line_start(place.line);
        return Some(snippet.annotation(annotation).into());
    }
    if file.is_empty() {
        return None;
    }
    let path = Origin::path(file);
    Some(match diagnostic.position {
        Some((line, column)) => path.line(line).char_column(column).into(),
        None => path.into(),
    })
}

fn breadcrumb(names: &[String]) -> String {
    let names = names.iter().map(|name| match name.trim() {
        "" => "(no name)".to_owned(),
        name => printable(name, NAME_LIMIT),
    });
    names.collect::<Vec<_>>().join(" / ")
}

/// The surroundings of a span in its line, fit to be shown.
struct Excerpt {
    text: String,
    span: Range<usize>,
}

impl Excerpt {
    /// Minified files are one enormous line. What is far after the span is cut off; what is far before it becomes
    /// spaces, which the renderer does not show, and which keep the column true. Values may be secrets, whatever the finding is
    /// about, and are covered.
    fn of(place: &Place<'_>, shown: Shown) -> Self {
        let (before, after) = place.text.split_at(place.span.start);
        let near = before.char_indices().rev().nth(EXCERPT_BEFORE);
        let start = near.map_or(0, |(at, character)| at + character.len_utf8());
        let cut = after.char_indices().nth(EXCERPT_AFTER).map(|(at, _)| place.span.start + at);
        let end = cut.unwrap_or(place.text.len());
        let hidden = match shown {
            Shown::Line => Vec::new(),
            Shown::Structure | Shown::Nothing => cover::hidden(place.text, &(start..end)),
        };
        let mut hidden = hidden.iter().peekable();

        let mut text = " ".repeat(place.text[..start].chars().count());
        let mut span = text.len()..text.len();
        for (at, character) in place.text[start..end].char_indices().map(|(at, character)| (start + at, character)) {
            while hidden.next_if(|part| part.end <= at).is_some() {}
            if at == place.span.start {
                span = text.len()..text.len();
            }
            text.push(if hidden.peek().is_some_and(|part| part.contains(&at)) { '*' } else { visible(character) });
            if place.span.contains(&at) {
                span.end = text.len();
            }
        }
        if place.span.start == end {
            span = text.len()..text.len();
        }
        text.extend(cut.map(|_| '…'));
        Self { text, span }
    }
}

/// A character of a source line as people see it.
fn visible(character: char) -> char {
    if character == COVER { '*' } else { printable_char(character) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::origin::Origin;

    fn rendered(finding: Diagnostic, text: &str) -> String {
        let sources = [Source::new("c.json", text)];
        render_human(&[finding.in_file("c.json")], &sources, Style::Plain)
    }

    #[test]
    fn a_finding_shows_its_place() {
        let origin = Origin::root().named("Models").named("").key("item");
        let finding = Diagnostic::warning("odd", "something is odd").at(&origin).hint("mend it");
        let expected = r#"
warning[odd]: something is odd
 --> c.json:2:9
  |
2 |         "item": [
  |         ^^^^^^^^^
  |
  = in: Models / (no name)
  = help: mend it
"#;
        let text = "{\n        \"item\": [\n1]}";
        assert_eq!(rendered(finding, text).trim(), expected.trim());
    }

    #[test]
    fn of_an_enormous_line_only_the_surroundings_are_shown() {
        let padding = "é".repeat(500_000);
        let text = format!(r#"{{"a": "{padding}", "b": "{padding}"}}"#);
        let shown = rendered(Diagnostic::error("e", "m").at(&Origin::root().key("b")), &text);
        assert!(shown.contains("--> c.json:1:500011\n"), "{shown}");
        assert!(shown.contains(r#""b": "**"#));
        assert!(shown.chars().count() < 1000);
    }

    #[test]
    fn values_are_covered_whatever_it_is_about() {
        let text = r#"{"secret": "s3cr3t", "name": "Trains", "auth": {"é": "s3cr3t"}, "odd": 5, "token": "s3cr3t"}"#;
        let shown = rendered(Diagnostic::error("e", "m").at(&Origin::root().key("auth").key("é")), text);
        assert!(shown.contains(
            r#"{"secret": "******", "name": "Trains", "auth": {"é": "******"}, "odd": *, "token": "******"}"#
        ));
        assert!(shown.contains("c.json:1:49"), "{shown}");
        assert!(shown.contains(&"^".repeat(13)), "{shown}");

        let broken = rendered(Diagnostic::error("e", "m").at_position(2, 1), "{\"token\": \"s3\ncr3t\", \"a\": 1}");
        assert!(!broken.contains("cr3t"), "{broken}");
    }

    #[test]
    fn nothing_of_the_collection_steers_the_terminal() {
        let text = "{ \u{1b}[31m \u{202e} \u{7}";
        let finding = Diagnostic::error("e", "\u{1b}[2J").hint("\u{9b}1m").at_position(1, 5);
        let shown = rendered(finding.at(&Origin::root().named("\u{1b}]0;x\u{7}")), text);
        let harmless = |character: char| character == '\n' || printable_char(character) == character;
        assert!(shown.chars().all(harmless), "{shown:?}");
        assert!(shown.contains(r"error[e]: \u{1b}[2J"));
        assert!(shown.contains(r"in: \u{1b}]0;x\u{7}"));
    }

    #[test]
    fn many_of_a_kind_are_counted() {
        let findings = vec![Diagnostic::note("often", "again"); SHOWN_PER_CODE + 57];
        let shown = render_human(&findings, &[], Style::Plain);
        assert_eq!(shown.matches("note[often]: again").count(), SHOWN_PER_CODE);
        assert!(shown.ends_with("... and 57 more `often`\n\n"));
        let shown = render_human(&findings[..SHOWN_PER_CODE], &[], Style::Plain);
        assert!(!shown.contains("more"));
    }

    #[test]
    fn colours_are_for_terminals() {
        let finding = [Diagnostic::error("e", "m")];
        assert!(render_human(&finding, &[], Style::Colored).contains('\u{1b}'));
        assert!(!render_human(&finding, &[], Style::Plain).contains('\u{1b}'));
    }
}
