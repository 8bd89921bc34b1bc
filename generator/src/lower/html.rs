//! HTML in descriptions: tags are dropped, and what they hold stays. What only looks like a tag, `<your token>`, is text.

/// The elements of HTML that people write into descriptions.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "audio",
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "li",
    "link",
    "main",
    "mark",
    "meta",
    "nav",
    "object",
    "ol",
    "option",
    "p",
    "path",
    "picture",
    "pre",
    "q",
    "s",
    "samp",
    "script",
    "section",
    "select",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
];

/// Elements whose content is no text.
const SILENT: &[&str] = &["script", "style"];

/// Whether something between angle brackets is markup: an element of HTML, a comment or a declaration.
pub(super) fn is_markup(tag: &str) -> bool {
    tag.starts_with("<!") || tag.starts_with("<?") || ELEMENTS.contains(&name(tag).as_str())
}

/// The text of a block of HTML, on one line.
pub(super) fn text(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        text.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = match rest.strip_prefix("<!--") {
            Some(_) => rest.find("-->").map(|end| end + "-->".len()),
            None => rest.find('>').map(|end| end + 1),
        };
        let (tag, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        if !is_markup(tag) {
            text.push_str(tag);
            continue;
        }
        text.push(' ');
        let element = name(tag);
        if SILENT.contains(&element.as_str()) && !tag.starts_with("</") {
            rest = &rest[end_of(rest, &element).unwrap_or(rest.len())..];
        }
    }
    text.push_str(rest);
    decoded(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where the next closing tag of an element begins.
fn end_of(html: &str, element: &str) -> Option<usize> {
    let closes = |at: usize| {
        let name = html.as_bytes().get(at + 2..at + 2 + element.len());
        name.is_some_and(|name| name.eq_ignore_ascii_case(element.as_bytes()))
    };
    html.match_indices("</").map(|(at, _)| at).find(|&at| closes(at))
}

/// The element that a tag names, in lower case.
fn name(tag: &str) -> String {
    let inner = tag.trim_start_matches(['<', '/']);
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    // `<your_token>` and `<a-b>` are no elements.
    match inner[end..].chars().next() {
        Some('_' | '-' | ':' | '.') => String::new(),
        _ => inner[..end].to_ascii_lowercase(),
    }
}

fn decoded(text: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")];
    entities.iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_text_stays() {
        let table = [
            ("<div>\n<p>A <b>bold</b> word.</p>\n</div>", "A bold word."),
            ("<p>a &amp; b &lt;c&gt;</p>", "a & b <c>"),
            ("before <!-- a > b --> after", "before after"),
            ("<SCRIPT>alert(1)</script>x<style>y", "x"),
            ("<your_token> of <user-id>, Vec<Train>", "<your_token> of <user-id>, Vec<Train>"),
            ("a < b", "a < b"),
            ("<img src=\"x\"", ""),
        ];
        for (html, expected) in table {
            assert_eq!(text(html), expected, "{html}");
        }
    }
}
