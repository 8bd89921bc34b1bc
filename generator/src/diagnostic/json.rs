//! Findings for programs: one JSON object a line.

use serde::Serialize;

use super::locate::Places;
use super::{Diagnostic, Severity, escaped_json};
use crate::source::Source;

/// A finding as it is written; the order of the fields is the order in the line.
#[derive(Serialize)]
struct Line<'a> {
    severity: Severity,
    code: &'a str,
    message: &'a str,
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    breadcrumb: &'a [String],
    pointer: &'a str,
    hint: Option<&'a str>,
}

/// Writes each finding as a JSON object on a line of its own. Line and column are looked up in the source of that name,
/// and are `null` without one and for what concerns the whole document.
#[must_use]
pub fn render_json(diagnostics: &[Diagnostic], sources: &[Source]) -> String {
    let places = Places::new(sources);
    let mut out = String::new();
    for diagnostic in diagnostics {
        let position = places.find(diagnostic).map(|place| place.position()).or(diagnostic.position);
        let line = Line {
            severity: diagnostic.severity,
            code: diagnostic.code,
            message: &diagnostic.message,
            file: &diagnostic.file,
            line: position.map(|(line, _)| line),
            column: position.map(|(_, column)| column),
            breadcrumb: &diagnostic.origin.breadcrumb,
            pointer: &diagnostic.origin.pointer,
            hint: diagnostic.hint.as_deref(),
        };
        // Strings, numbers and lists of strings always serialize.
        out.push_str(&escaped_json(&serde_json::to_string(&line).unwrap_or_default()));
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::origin::Origin;

    #[test]
    fn each_finding_is_a_line_with_its_place() {
        let sources = [Source::new("c.json", "{\n  \"a\": {\"é\": [0, 1]}\n}")];
        let origin = Origin::root().named("Models").key("a").key("é").index(1);
        let findings = [
            Diagnostic::warning("odd", "\"odd\"\n").in_file("c.json").at(&origin).hint("mend it"),
            Diagnostic::error("broken", "m").in_file("other.json").at_position(3, 4),
            Diagnostic::note("whole", "m"),
        ];
        let expected = [
            r#"{"severity":"warning","code":"odd","message":"\"odd\"\n","file":"c.json","line":2,"column":18,"breadcrumb":["Models"],"pointer":"/a/é/1","hint":"mend it"}"#,
            r#"{"severity":"error","code":"broken","message":"m","file":"other.json","line":3,"column":4,"breadcrumb":[],"pointer":"","hint":null}"#,
            r#"{"severity":"note","code":"whole","message":"m","file":"","line":null,"column":null,"breadcrumb":[],"pointer":"","hint":null}"#,
        ];
        assert_eq!(render_json(&findings, &sources), format!("{}\n", expected.join("\n")));
    }
}
