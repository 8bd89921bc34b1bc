//! Blank lines. prettyplease prints none between items, and people do not read code without them.
//!
//! Lines are only looked at, never changed. That is safe because only literals of JSON span lines, and there a blank line
//! says nothing.

/// Prints a file with blank lines between items, after the imports, and between the members of an `impl`.
pub(super) fn print(file: &syn::File) -> String {
    let printed = prettyplease::unparse(file);
    let mut out = String::with_capacity(printed.len() + printed.len() / 16);
    let mut previous: Option<Line<'_>> = None;
    for whole in printed.lines() {
        let line = Line::of(whole);
        if previous.is_some_and(|before| parted(before, line)) {
            out.push('\n');
        }
        out.push_str(whole);
        out.push('\n');
        previous = Some(line);
    }
    out
}

/// A line without the blanks that it begins with.
#[derive(Clone, Copy)]
struct Line<'a> {
    indent: usize,
    text: &'a str,
}

impl<'a> Line<'a> {
    fn of(whole: &'a str) -> Self {
        let text = whole.trim_start();
        Self { indent: whole.len() - text.len(), text }
    }
}

/// Whether a blank line belongs between two lines.
fn parted(before: Line<'_>, line: Line<'_>) -> bool {
    let (Line { indent: indent_before, text: before }, Line { indent, text: line }) = (before, line);
    // What a program tells begins a paragraph.
    if line.starts_with("println!(") && indent_before >= indent && before.ends_with(';') {
        return true;
    }
    if indent != indent_before || line.is_empty() {
        return false;
    }
    // Asked last, since most lines end nothing.
    let starts = || starts_item(line);
    match before {
        // Inner documentation and attributes are a block of their own.
        _ if before.starts_with("//!") => !line.starts_with("//!"),
        _ if before.starts_with("#![") => !line.starts_with("#!["),
        // A macro stands at the end of what it is about.
        _ if is_macro(before) => starts(),
        // The end of a block: something with a body was here.
        "}" | "};" | ");" => starts(),
        // A type or an implementation without anything in it.
        _ if before.ends_with("{}") => starts(),
        _ if before.ends_with(';') => starts() && kind(before) != kind(line),
        _ => false,
    }
}

const STARTS: &[&str] = &[
    "///",
    "#[",
    "pub ",
    "pub(",
    "fn ",
    "async fn ",
    "impl",
    "mod ",
    "use ",
    "struct ",
    "enum ",
    "static ",
    "const ",
    "type ",
    "trait ",
    "cases!",
    "form!",
    "object!",
    "settings!",
    "words!",
];

fn is_macro(line: &str) -> bool {
    ["cases!", "form!", "object!", "settings!", "words!"].iter().any(|name| line.starts_with(name))
}

fn starts_item(line: &str) -> bool {
    STARTS.iter().any(|start| line.starts_with(start))
}

/// Lines of one kind stand together: imports, modules, and whatever else ends with a semicolon.
fn kind(line: &str) -> &'static str {
    let line = line.strip_prefix("pub ").or_else(|| line.strip_prefix("pub(crate) ")).unwrap_or(line);
    match line {
        _ if line.starts_with("use ") => "use",
        _ if line.starts_with("mod ") => "mod",
        _ if line.starts_with("type ") => "type",
        _ if line.starts_with("struct ") => "struct",
        _ if line.starts_with("const ") => "const",
        _ if STARTS.iter().any(|start| line.starts_with(start)) => "item",
        _ => "statement",
    }
}
