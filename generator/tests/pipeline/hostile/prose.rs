//! What Markdown, the manifest and the lines for a shell say.

use postman_codegen::render::Tree;
use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::{ACTIVE, code};

/// The languages of the blocks of code that the generator writes.
const LANGUAGES: &[&str] = &["graphql", "json", "no_run", "rust", "rust,no_run", "sh", "text", "toml"];

/// What is wrong with a page, or with the documentation of an item: as rustdoc reads it, where a name between brackets is a link.
pub(super) fn markdown(text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    let mut link = |link: BrokenLink<'_>| Some((CowStr::from(link.reference.to_string()), CowStr::Borrowed("")));
    let mut language = None;
    for event in Parser::new_with_broken_link_callback(text, options, Some(&mut link)) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if LANGUAGES.contains(&&*info) => {
                language = Some(info.to_string());
            }
            Event::Start(Tag::CodeBlock(kind)) => complaints.push(format!("a block of code of the kind {kind:?}")),
            Event::End(TagEnd::CodeBlock) => language = None,
            Event::Text(text) if language.as_deref().is_some_and(|it| it.contains("rust") || it == "no_run") => {
                complaints.extend(code::snippet(&text));
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) if !is_harmless(&dest_url) => {
                complaints.push(format!("a link to {dest_url}"));
            }
            Event::Html(html) | Event::InlineHtml(html) if !is_ours(&html) => complaints.push(format!("HTML: {html}")),
            _ => {}
        }
    }
    complaints
}

/// Links of descriptions stay when they lead to the web; all others are the generator's own.
fn is_harmless(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://") || !is_active(url)
}

/// Whether a path or an address names what must mean nothing.
fn is_active(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '-');
    words.any(|word| word.eq_ignore_ascii_case(ACTIVE))
}

/// The line that every page begins with, and the anchors.
fn is_ours(html: &str) -> bool {
    let anchor = html.strip_prefix("<a id=\"").and_then(|rest| rest.trim_end().strip_suffix("\">"));
    let is_name = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') && name != ACTIVE;
    html.starts_with("<!-- @generated") && html.matches("-->").count() == 1
        || html.trim_end() == "</a>"
        || anchor.is_some_and(is_name)
}

/// What is wrong with a manifest: only values may hold text of the collection.
pub(super) fn toml(text: &str) -> Vec<String> {
    match text.parse::<toml::Table>() {
        Ok(table) => table.keys().filter(|key| is_active(key)).map(|key| format!("the key `{key}`")).collect(),
        Err(error) => vec![error.to_string()],
    }
}

/// Runs the lines for a shell, with nothing to be found by it but this word.
#[cfg(unix)]
pub(super) fn shell(tree: &Tree) -> Vec<String> {
    let mut script = format!("PATH=\ncurl() {{ :; }}\n{ACTIVE}() {{ echo {ACTIVE}; }}\n");
    for (_, text) in tree.iter().filter(|(path, _)| path.ends_with(".md")) {
        let mut in_block = false;
        for event in Parser::new(text) {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => in_block = &*info == "sh",
                Event::End(TagEnd::CodeBlock) => in_block = false,
                Event::Text(text) if in_block => script.push_str(&text),
                _ => {}
            }
        }
    }
    let output = std::process::Command::new("/bin/sh").args(["-c", &script]).output().expect("there is a shell");
    let told = String::from_utf8_lossy(&output.stdout);
    let broken = String::from_utf8_lossy(&output.stderr);
    let ran = told.contains(ACTIVE).then(|| "a line for the shell runs it".to_owned());
    let stopped = broken.contains("rror").then(|| format!("a line for the shell is broken: {broken}"));
    ran.into_iter().chain(stopped).collect()
}

#[cfg(not(unix))]
pub(super) fn shell(_: &Tree) -> Vec<String> {
    Vec::new()
}
