//! Findings for people, in the manner of rustc.

use std::collections::BTreeMap;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Level, Origin, Renderer, Snippet};

use super::locate::{Place, Places};
use super::printable::{printable, printable_char};
use super::{Diagnostic, Severity};
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
    if let (Some(place), true) = (&place, diagnostic.confidential) {
        let (line, column) = place.position();
        return Some(Origin::path(file).line(line).char_column(column).into());
    }
    if let Some(place) = place {
        let excerpt = Excerpt::of(&place);
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
    /// spaces, which the renderer does not show, and which keep the column true.
    fn of(place: &Place<'_>) -> Self {
        let (before, after) = place.text.split_at(place.span.start);
        let near = before.char_indices().rev().nth(EXCERPT_BEFORE);
        let (far, near) = before.split_at(near.map_or(0, |(at, character)| at + character.len_utf8()));
        let cut = after.char_indices().nth(EXCERPT_AFTER).map(|(at, _)| at);
        let after = &after[..cut.unwrap_or(after.len())];
        let (spanned, after) = after.split_at(after.len().min(place.span.len()));

        let mut text = " ".repeat(far.chars().count());
        text.extend(near.chars().map(shown));
        let start = text.len();
        text.extend(spanned.chars().map(shown));
        let end = text.len();
        text.extend(after.chars().map(shown));
        text.extend(cut.map(|_| '…'));
        Self { text, span: start..end }
    }
}

/// A character of a source line as people see it.
fn shown(character: char) -> char {
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
        assert!(shown.contains(r#""b": "éé"#));
        assert!(shown.chars().count() < 1000);
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
