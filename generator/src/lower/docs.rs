//! Descriptions: Markdown of strangers, made safe for rustdoc and for Markdown files.
//!
//! Code blocks are marked as text, so that none becomes a doctest; of HTML only the text stays; links that rustdoc would
//! try to resolve are written as text; bare addresses become links.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream};
use pulldown_cmark_to_cmark::{calculate_code_block_token_count, cmark_with_options};

use super::html;
use crate::diagnostic::is_harmless;

/// How many backticks begin a block of code, unless the code has as many.
const FENCE: usize = 3;

/// Cleans a description. The result ends without a line break and is empty for `None`.
pub(crate) fn markdown(text: Option<&str>) -> String {
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
        return String::new();
    };
    let mut text = text.replace("\r\n", "\n").replace(|c: char| !is_harmless(c) && c != '\n' && c != '\t', "");
    // Without it, a block of code that nobody closed would have no end.
    text.push('\n');
    let text = shallow(&text);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut cleaner = Cleaner::default();
    for event in TextMergeStream::new(Parser::new_ext(&text, options)) {
        cleaner.read(event);
    }
    let events = cleaner.events;
    let printing = pulldown_cmark_to_cmark::Options {
        code_block_token_count: calculate_code_block_token_count(events.iter()).unwrap_or(FENCE),
        ..pulldown_cmark_to_cmark::Options::default()
    };
    let mut out = String::new();
    match cmark_with_options(events.iter(), &mut out, options, printing) {
        Ok(_) => out.trim().to_owned(),
        Err(_) => String::new(),
    }
}

/// How deep quotations and lists may stand in each other. Nobody reads deeper ones, and the time to print them grows with the
/// square of the depth.
const DEPTH: usize = 16;

/// The text with the marks of quotations and lists that are too deep in each other made plain text.
fn shallow(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        match deepest_mark(line) {
            Some(at) => {
                out.push_str(&line[..at]);
                out.push('\\');
                out.push_str(&line[at..]);
            }
            None => out.push_str(line),
        }
    }
    out
}

/// Where the first mark stands that is too deep in a line.
fn deepest_mark(line: &str) -> Option<usize> {
    let mut marks = 0;
    for (at, c) in line.char_indices() {
        match c {
            ' ' | '\t' | '0'..='9' => {}
            '>' | '-' | '+' | '*' | '.' | ')' if marks == DEPTH => return Some(at),
            '>' | '-' | '+' | '*' | '.' | ')' => marks += 1,
            _ => return None,
        }
    }
    None
}

/// How long a summary may be before it is cut to its first sentence, in bytes.
const SUMMARY_LENGTH: usize = 120;

/// The first paragraph of a cleaned description as one line, or its first sentence when that is long; for tables and
/// one-line documentation.
pub(crate) fn summary(markdown: &str) -> String {
    let lines = markdown.lines().skip_while(|line| line.trim().is_empty()).take_while(|line| !line.trim().is_empty());
    let paragraph = line(&lines.collect::<Vec<_>>().join(" "));
    let paragraph = paragraph.trim_start_matches(['#', '>', '*', '-', '|', ' ']);
    match paragraph.find(". ") {
        Some(end) if paragraph.len() > SUMMARY_LENGTH => paragraph[..=end].to_owned(),
        _ => paragraph.to_owned(),
    }
}

/// A name or a value as one line of plain text.
pub(crate) fn line(text: &str) -> String {
    text.replace(|c: char| !is_harmless(c), " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is kept of a description.
#[derive(Default)]
struct Cleaner<'a> {
    events: Vec<Event<'a>>,
    /// Of each link around the current place, whether it is dropped.
    skipped_links: Vec<bool>,
    /// The block of HTML that is being read.
    html: Option<String>,
    in_code: bool,
}

impl<'a> Cleaner<'a> {
    fn read(&mut self, event: Event<'a>) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => {
                self.in_code = true;
                self.events.push(Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(CowStr::Borrowed("text")))));
            }
            Event::End(TagEnd::CodeBlock) => {
                self.in_code = false;
                self.events.push(Event::End(TagEnd::CodeBlock));
            }
            Event::Start(Tag::HtmlBlock) => self.html = Some(String::new()),
            Event::Html(part) => self.html.get_or_insert_default().push_str(&part),
            Event::End(TagEnd::HtmlBlock) => self.end_html(),
            Event::InlineHtml(tag) if html::is_markup(&tag) => {}
            Event::InlineHtml(tag) => self.events.push(Event::Text(tag)),
            // Headings inside an item's documentation would outrank its own sections.
            Event::Start(Tag::Heading { .. }) => self.events.push(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::Heading(_)) => self.events.push(Event::End(TagEnd::Paragraph)),
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => {}
            Event::Start(Tag::Link { link_type, ref dest_url, .. }) => {
                let keep = is_web(dest_url) && link_type != LinkType::Email;
                self.skipped_links.push(!keep);
                if keep {
                    self.events.push(event);
                }
            }
            Event::End(TagEnd::Link) => {
                if self.skipped_links.pop() != Some(true) {
                    self.events.push(event);
                }
            }
            Event::Text(text) if !self.in_code && self.skipped_links.is_empty() => self.text(&text),
            other => self.events.push(other),
        }
    }

    fn end_html(&mut self) {
        let text = self.html.take().map(|html| html::text(&html)).unwrap_or_default();
        if !text.is_empty() {
            self.events.push(Event::Start(Tag::Paragraph));
            self.text(&text);
            self.events.push(Event::End(TagEnd::Paragraph));
        }
    }

    /// Text whose bare addresses become links.
    fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some((before, url, after)) = address(rest) {
            self.plain(before);
            let dest_url = CowStr::from(url.to_owned());
            let (title, id) = (CowStr::Borrowed(""), CowStr::Borrowed(""));
            self.events.push(Event::Start(Tag::Link { link_type: LinkType::Autolink, dest_url, title, id }));
            self.plain(url);
            self.events.push(Event::End(TagEnd::Link));
            rest = after;
        }
        self.plain(rest);
    }

    fn plain(&mut self, text: &str) {
        if !text.is_empty() {
            self.events.push(Event::Text(CowStr::from(text.to_owned())));
        }
    }
}

/// The first address in a text, with what stands before and after it.
fn address(text: &str) -> Option<(&str, &str, &str)> {
    let is_scheme = |rest: &str| rest.starts_with("https://") || rest.starts_with("http://");
    let start = text.match_indices("http").map(|(at, _)| at).find(|&at| is_scheme(&text[at..]))?;
    let url = &text[start..];
    let end = url.find(|c: char| c.is_whitespace() || "<>\"'`()[]{}|\\^".contains(c)).unwrap_or(url.len());
    let url = url[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', '~']);
    // A scheme alone is no address.
    let host = url.split_once("://").is_some_and(|(_, host)| host.starts_with(char::is_alphanumeric));
    host.then(|| (&text[..start], url, &text[start + url.len()..]))
}

fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_never_becomes_a_doctest() {
        assert_eq!(markdown(Some("```\nlet x = 1;\n```")), "```text\nlet x = 1;\n```");
        assert_eq!(markdown(Some("```rust\nlet x = 1;\n```")), "```text\nlet x = 1;\n```");
        assert!(markdown(Some("    indented();")).starts_with("```text\n"));
        assert_eq!(markdown(Some("~~~\nunclosed")), "```text\nunclosed\n```");
        assert_eq!(markdown(Some("~~~\n```\n~~~")), "````text\n```\n````");
    }

    #[test]
    fn addresses_become_links() {
        let table = [
            ("See https://x.test/a_b?c=d.", "See <https://x.test/a_b?c=d>."),
            ("(http://x.test), https://", "(<http://x.test>), https://"),
            ("`https://x.test` [y](https://y.test)", "`https://x.test` [y](https://y.test)"),
        ];
        for (text, expected) in table {
            assert_eq!(markdown(Some(text)), expected, "{text}");
        }
    }

    #[test]
    fn of_html_only_the_text_stays() {
        assert_eq!(markdown(Some("a <b>bold</b> <script>alert(1)</script> word")), "a bold alert(1) word");
        assert_eq!(markdown(Some("<img src=\"x\" onerror=\"y\">\n\nText")), "Text");
        assert_eq!(markdown(Some("<div>\n<p>Text</p>\n</div>")), "Text");
        assert_eq!(markdown(Some("Vec<Train>")), "Vec\\<Train>");
        assert_eq!(markdown(Some("<!-- a --> &lt;script&gt;")), "\\<script>");
    }

    #[test]
    fn only_links_to_the_web_stay() {
        assert_eq!(markdown(Some("[a](https://x.test/y) [b](javascript:alert(1))")), "[a](https://x.test/y) b");
    }

    #[test]
    fn quotations_and_lists_are_shallow() {
        assert_eq!(shallow("> > a\n- b\n----\n"), "> > a\n- b\n----\n");
        let deep = format!("{}a\n", "> ".repeat(DEPTH + 2));
        assert_eq!(shallow(&deep), format!("{}\\> > a\n", "> ".repeat(DEPTH)));
        let printed = markdown(Some(&"> ".repeat(100_000)));
        assert!(printed.len() < 300_000, "{}", printed.len());
    }

    #[test]
    fn headings_and_breaks_are_tame() {
        assert_eq!(markdown(Some("# Title\r\n\r\nText\u{1b}[31m")), "Title\n\nText\\[31m");
        assert_eq!(markdown(None), "");
        assert_eq!(summary("First line,\nand second.\n\nMore"), "First line, and second.");
        assert_eq!(summary(&format!("One. {}", "word ".repeat(40))), "One.");
    }
}
