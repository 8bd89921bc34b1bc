//! Text with variables in it: `https://{{host}}/v2`.

use serde::Serialize;

/// How often values are looked for in what values brought in; Postman stops there as well.
const MAX_PASSES: usize = 19;
/// By how many bytes a text may grow: a value that names itself twice would double it with each pass.
pub(crate) const MAX_GROWTH: usize = 1 << 20;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Text that stands for itself.
    Literal(String),
    /// The name of a variable, as it is written between the braces, spaces included.
    Variable(String),
}

/// Cuts a text into literal pieces and variables, as Postman finds them: a name holds no brace, so of nested braces the
/// innermost pair counts, and braces without a partner or a name are literal.
#[must_use]
pub fn template(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut literal_start = 0;
    for variable in variables(text) {
        if literal_start < variable.start {
            parts.push(Part::Literal(text[literal_start..variable.start].to_owned()));
        }
        parts.push(Part::Variable(variable.name.to_owned()));
        literal_start = variable.end;
    }
    if literal_start < text.len() {
        parts.push(Part::Literal(text[literal_start..].to_owned()));
    }
    parts
}

/// Fills in the variables whose values `lookup` knows, also those that the values name in turn; the others stay as
/// they are written.
pub fn resolve(text: &str, lookup: impl FnMut(&str) -> Option<String>) -> String {
    resolve_to(text.len() + MAX_GROWTH, text, lookup)
}

/// The same with no more variables filled in once the text has so many bytes.
pub(crate) fn resolve_to(limit: usize, text: &str, mut lookup: impl FnMut(&str) -> Option<String>) -> String {
    let mut text = text.to_owned();
    for _ in 0..MAX_PASSES {
        match resolve_once(&text, &mut lookup, limit) {
            Some(resolved) => text = resolved,
            None => break,
        }
    }
    text
}

/// One pass; `None` when there was nothing to fill in.
fn resolve_once(text: &str, lookup: &mut impl FnMut(&str) -> Option<String>, limit: usize) -> Option<String> {
    let mut resolved = String::new();
    let mut copied = 0;
    for variable in variables(text) {
        if resolved.len() + text.len() - copied > limit {
            break;
        }
        if let Some(value) = lookup(variable.name) {
            resolved.push_str(&text[copied..variable.start]);
            resolved.push_str(&value);
            copied = variable.end;
        }
    }
    if copied == 0 {
        return None;
    }
    resolved.push_str(&text[copied..]);
    Some(resolved)
}

/// The names of the variables in a text, in order.
pub fn names(text: &str) -> impl Iterator<Item = &str> {
    variables(text).map(|variable| variable.name)
}

/// Whether there is a variable in a text.
#[must_use]
pub fn has_variable(text: &str) -> bool {
    names(text).next().is_some()
}

/// A variable in a text; the offsets include the braces.
pub(super) struct Found<'a> {
    pub(super) name: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The variables of a text in order.
pub(super) fn variables(text: &str) -> impl Iterator<Item = Found<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text[at..].find("{{")?;
            let name_start = start + 2;
            let name_end = name_start + text[name_start..].find(['{', '}'])?;
            if name_start < name_end && text[name_end..].starts_with("}}") {
                at = name_end + 2;
                let name = &text[name_start..name_end];
                return Some(Found { name, start, end: at });
            }
            // The brace that ended the search may open the next pair, as the second one does in `{{{`.
            at = if name_start == name_end { start + 1 } else { name_end };
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `a<b>c`: a variable `b` between literals.
    fn shown(text: &str) -> String {
        let parts = template(text).into_iter().map(|part| match part {
            Part::Literal(text) => text,
            Part::Variable(name) => format!("<{name}>"),
        });
        parts.collect::<Vec<_>>().join("|")
    }

    #[test]
    fn variables_are_found_as_postman_finds_them() {
        let table = [
            ("", ""),
            ("plain", "plain"),
            ("{{a}}", "<a>"),
            ("https://{{host}}/v2/{{ user id }}", "https://|<host>|/v2/|< user id >"),
            ("{{a}}{{b}}", "<a>|<b>"),
            ("{{{a}}}", "{|<a>|}"),
            ("{{{{a}}}}", "{{|<a>|}}"),
            ("{{a{{b}}c}}", "{{a|<b>|c}}"),
            ("{{a}b}}{{c}}", "{{a}b}}|<c>"),
            ("{{a{b}}", "{{a{b}}"),
            ("{{é{{ü}}}", "{{é|<ü>|}"),
            ("{{}}", "{{}}"),
            ("{{}}}{{a}}", "{{}}}|<a>"),
            ("{{a", "{{a"),
            ("a}}", "a}}"),
            ("{a}", "{a}"),
            ("{{$guid}} {{vault:k-e.y}} {{9é\u{200b}}}", "<$guid>| |<vault:k-e.y>| |<9é\u{200b}>"),
            ("{\"id\": {{id}}}", "{\"id\": |<id>|}"),
            ("{{#each x}}y{{/each}}", "<#each x>|y|</each>"),
            ("{{a\nb}}", "<a\nb>"),
        ];
        for (text, expected) in table {
            assert_eq!(shown(text), expected, "for `{text}`");
        }
    }

    fn lookup(name: &str) -> Option<String> {
        let value = match name {
            "host" => "{{region}}.example.com",
            "region" => "eu",
            "part" => "gion",
            "empty" => "",
            "self" => "<{{self}}>",
            "twice" => "{{twice}}{{twice}}",
            "long" => return Some("x".repeat(MAX_GROWTH)),
            _ => return None,
        };
        Some(value.to_owned())
    }

    #[test]
    fn values_are_filled_in() {
        let table = [
            ("https://{{host}}/", "https://eu.example.com/"),
            ("{{unknown}} {{region}}", "{{unknown}} eu"),
            ("{{re{{part}}}}", "eu"),
            ("a{{empty}}b", "ab"),
            ("nothing", "nothing"),
        ];
        for (text, expected) in table {
            assert_eq!(resolve(text, lookup), expected, "for `{text}`");
        }
    }

    #[test]
    fn values_that_name_themselves_end() {
        let opened = "<".repeat(MAX_PASSES);
        let closed = ">".repeat(MAX_PASSES);
        assert_eq!(resolve("{{self}}", lookup), format!("{opened}{{{{self}}}}{closed}"));
        assert!(resolve("{{twice}}", lookup).len() < 2 * MAX_GROWTH + 100);
        assert!(resolve(&"{{long}}".repeat(50), lookup).len() < 2 * MAX_GROWTH + 1000);
    }
}
