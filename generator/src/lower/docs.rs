//! Descriptions: Markdown of strangers, made safe for rustdoc and for Markdown files.
//!
//! Code blocks are marked as text, so that none becomes a doctest; of HTML only the text stays; links that rustdoc would
//! try to resolve are written as text; bare addresses become links.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream};
use pulldown_cmark_to_cmark::{calculate_code_block_token_count, cmark_with_options};

use super::html;
use crate::diagnostic::is_harmless;
use crate::markdown as plain_text;

/// How many backticks begin a block of code, unless the code has as many.
const FENCE: usize = 3;
/// What is read beyond plain CommonMark.
const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// Cleans a description. The result ends without a line break and is empty for `None`.
pub(crate) fn markdown(text: Option<&str>) -> String {
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
        return String::new();
    };
    let mut text = text.replace("\r\n", "\n").replace(is_steering, "");
    // Without it, a block of code that nobody closed would have no end.
    text.push('\n');
    let text = shallow(&text);
    let mut cleaner = Cleaner::default();
    for event in TextMergeStream::new(Parser::new_ext(&text, OPTIONS)) {
        cleaner.read(event);
    }
    // What is dropped may leave texts side by side, and only a whole one can be escaped.
    let events: Vec<Event<'_>> = TextMergeStream::new(cleaner.events.into_iter()).collect();
    print(&events).filter(|printed| is_tame(printed)).unwrap_or_else(|| paragraphs(&text))
}

/// Events as Markdown.
fn print(events: &[Event<'_>]) -> Option<String> {
    let printing = pulldown_cmark_to_cmark::Options {
        code_block_token_count: calculate_code_block_token_count(events.iter()).unwrap_or(FENCE),
        ..pulldown_cmark_to_cmark::Options::default()
    };
    let mut out = String::new();
    cmark_with_options(events.iter(), &mut out, OPTIONS, printing).ok()?;
    Some(out.trim().to_owned())
}

/// Whether Markdown is read as it was meant when it was printed: as nothing but text, blocks of it, and links to the web.
fn is_tame(markdown: &str) -> bool {
    Parser::new_ext(markdown, OPTIONS).all(|event| match event {
        Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Image { .. }) => false,
        Event::Start(Tag::CodeBlock(kind)) => kind == CodeBlockKind::Fenced(CowStr::Borrowed("text")),
        Event::Start(Tag::Link { dest_url, .. }) => is_web(&dest_url),
        _ => true,
    })
}

/// Text of which nothing is markup, with its paragraphs.
fn paragraphs(text: &str) -> String {
    text.trim().lines().map(|line| plain_text::text(line.trim())).collect::<Vec<_>>().join("\n")
}

/// Whether a character does more than be seen or end a line.
fn is_steering(c: char) -> bool {
    !is_harmless(c) && c != '\n' && c != '\t'
}

/// A text without such characters: references (`&#27;`) bring in what the description itself has not.
fn without_steering(text: CowStr<'_>) -> CowStr<'_> {
    if text.contains(is_steering) { CowStr::from(text.replace(is_steering, "")) } else { text }
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
/// one-line documentation. It is Markdown of its own: a cut goes through no span of code and no link.
pub(crate) fn summary(markdown: &str) -> String {
    let paragraph = first_paragraph(markdown);
    let whole = print_line(&paragraph);
    if whole.len() <= SUMMARY_LENGTH {
        return whole;
    }
    first_sentence(&paragraph).map_or(whole, |sentence| print_line(&sentence))
}

/// What stands in the first paragraph, without breaks of lines. Blocks of code and tables are none.
fn first_paragraph(markdown: &str) -> Vec<Event<'_>> {
    let mut found = Vec::new();
    let mut is_skipping = false;
    for event in Parser::new_ext(markdown, OPTIONS) {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::Table(_)) if found.is_empty() => is_skipping = true,
            Event::End(TagEnd::CodeBlock | TagEnd::Table) => is_skipping = false,
            _ if is_skipping => {}
            Event::SoftBreak | Event::HardBreak => found.push(Event::Text(CowStr::Borrowed(" "))),
            Event::Text(_) | Event::Code(_) => found.push(event),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. })
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => found.push(event),
            _ if found.is_empty() => {}
            _ => break,
        }
    }
    TextMergeStream::new(found.into_iter()).collect()
}

/// What there is up to the first full stop that stands in plain text.
fn first_sentence<'a>(paragraph: &[Event<'a>]) -> Option<Vec<Event<'a>>> {
    let mut depth = 0_usize;
    for (index, event) in paragraph.iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Text(text) if depth == 0 => {
                if let Some(end) = text.find(". ") {
                    let last = Event::Text(CowStr::from(text[..=end].to_owned()));
                    return Some(paragraph[..index].iter().cloned().chain([last]).collect());
                }
            }
            _ => {}
        }
    }
    None
}

fn print_line(inline: &[Event<'_>]) -> String {
    let paragraph = std::iter::once(Event::Start(Tag::Paragraph))
        .chain(inline.iter().cloned())
        .chain([Event::End(TagEnd::Paragraph)])
        .collect::<Vec<_>>();
    let line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    print(&paragraph).map(line).filter(|line| is_tame(line)).unwrap_or_default()
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
            Event::Text(text) if self.in_code || !self.skipped_links.is_empty() => {
                self.events.push(Event::Text(without_steering(text)));
            }
            Event::Text(text) => self.text(&without_steering(text)),
            Event::Code(code) => self.events.push(Event::Code(without_steering(code))),
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
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                let keep = is_web(&dest_url) && link_type != LinkType::Email;
                self.skipped_links.push(!keep);
                if keep {
                    self.link(link_type, without_steering(dest_url), without_steering(title));
                }
            }
            Event::End(TagEnd::Link) => {
                if self.skipped_links.pop() != Some(true) {
                    self.events.push(event);
                }
            }
            other => self.events.push(other),
        }
    }

    fn end_html(&mut self) {
        let text = self.html.take().map(|html| html::text(&html)).unwrap_or_default();
        if !text.is_empty() {
            self.events.push(Event::Start(Tag::Paragraph));
            self.text(&without_steering(text.into()));
            self.events.push(Event::End(TagEnd::Paragraph));
        }
    }

    /// Text whose bare addresses become links.
    fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some((before, url, after)) = address(rest) {
            self.plain(before);
            self.link(LinkType::Autolink, CowStr::from(url.to_owned()), CowStr::Borrowed(""));
            self.plain(url);
            self.events.push(Event::End(TagEnd::Link));
            rest = after;
        }
        self.plain(rest);
    }

    /// A link that has its address beside it: names of addresses would be known to all that stands in the same documentation.
    fn link(&mut self, link_type: LinkType, dest_url: CowStr<'a>, title: CowStr<'a>) {
        let link_type = if link_type == LinkType::Autolink { link_type } else { LinkType::Inline };
        self.events.push(Event::Start(Tag::Link { link_type, dest_url, title, id: CowStr::Borrowed("") }));
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
    fn references_bring_no_steering_characters() {
        let text = "a&#27;[2J &#x202e;b `&#27;` [c&#8203;](https://x.test/&#x202e;d \"&#x2066;\")";
        assert_eq!(markdown(Some(text)), "a\\[2J b `&#27;` [c](https://x.test/d)");
        assert_eq!(markdown(Some("<p>a&#x202e;b</p>")), "a&amp;#x202e;b");
    }

    #[test]
    fn what_cannot_be_printed_is_plain_text() {
        assert!(!is_tame("a <b>") && !is_tame("```\nx\n```") && !is_tame("[a](b)"));
        let plain = paragraphs("# a <b>\n===\n\n    ```\n1. [c](d)");
        assert_eq!(plain, "\\# a \\<b\\>\n\\===\n\n\\`\\`\\`\n1\\. \\[c\\](d)");
        assert!(is_tame(&plain));
    }

    #[test]
    fn summaries_are_markdown_of_their_own() {
        let long = "and so on, until it is so long that it is cut, which takes more than a hundred and twenty bytes of text, even without the beginning";
        let table = [
            ("A `b. c` *d. e* f. G", "A `b. c` *d. e* f."),
            ("A [b. c](https://x.test) d. E", "A [b. c](https://x.test) d."),
            ("- a `b`. C", "a `b`."),
            ("```text\na. b\n```\n\nC. d", "C."),
            ("|a|b|\n|-|-|\n|c. d|e|\n\nF. G", "F."),
            ("> a\n> b. C", "a b."),
        ];
        for (text, expected) in table {
            assert_eq!(summary(&format!("{text} {long}")), expected, "{text}");
        }
        let endless = format!("A `b. c {long}` d");
        assert_eq!(summary(&endless), endless);
        assert_eq!(summary("```text\na\n```"), "");
    }

    #[test]
    fn headings_and_breaks_are_tame() {
        assert_eq!(markdown(Some("# Title\r\n\r\nText\u{1b}[31m")), "Title\n\nText\\[31m");
        assert_eq!(markdown(None), "");
        assert_eq!(summary("First line,\nand second.\n\nMore"), "First line, and second.");
        assert_eq!(summary(&format!("One. {}", "word ".repeat(40))), "One.");
    }
}
