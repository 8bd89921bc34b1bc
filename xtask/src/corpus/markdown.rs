//! A run as a document for people.

use std::collections::BTreeMap;
use std::fmt::Write;

use postman_codegen::diagnostic::escaped;
use postman_codegen::markdown;

use super::outcome::{Generation, Item, Outcome, Part, Types};
use super::report::Report;
use super::table::Sums;

/// Longer texts are cut.
const MAX_CHARS: usize = 300;

pub(super) fn print(report: &Report) -> String {
    // Writing to a string cannot fail.
    let mut out = String::from("# Corpus\n\n");
    verdict(report, &mut out);
    diagnostics(report, &mut out);
    problems(report, &mut out);
    types(report, &mut out);
    said(report, &mut out);
    differences(report, &mut out);
    out
}

fn verdict(report: &Report, out: &mut String) {
    if report.complaints.is_empty() {
        out.push_str("All is as it should be.\n");
    }
    for complaint in &report.complaints {
        let _ = writeln!(out, "- **{complaint}**");
    }
    let _ = write!(out, "\n```text\n{}```\n", Sums(report));
}

fn diagnostics(report: &Report, out: &mut String) {
    if report.totals.diagnostics.is_empty() {
        return;
    }
    out.push_str("\n## Findings of the generation\n\n| Code | Findings | Collections |\n| --- | ---: | ---: |\n");
    for (code, count) in &report.totals.diagnostics {
        let _ = writeln!(out, "| `{code}` | {} | {} |", count.findings, count.collections);
    }
}

fn problems(report: &Report, out: &mut String) {
    let mut troubled = report.collections.iter().filter(|outcome| !outcome.is_well()).peekable();
    if troubled.peek().is_none() {
        return;
    }
    out.push_str("\n## Collections with problems\n\n| Collection | Problem |\n| --- | --- |\n");
    for outcome in troubled {
        let problems: Vec<_> = outcome.problems().iter().map(|problem| cell(problem)).collect();
        let _ = writeln!(out, "| {} | {} |", cell(&outcome.file), problems.join("<br>"));
    }
}

/// What the types of each collection are worth.
fn types(report: &Report, out: &mut String) {
    out.push_str("\n## Types\n\n");
    out.push_str("| Collection | Structs before sharing | Structs | Enums | Unions | Fields | Untyped | Examples | Proved | Answers | Not JSON |\n");
    out.push_str("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
    for outcome in &report.collections {
        let Some(Types { counts, examples, answers }) = &outcome.types else { continue };
        let numbers = [
            counts.structs_before_sharing,
            counts.structs,
            counts.enums,
            counts.unions,
            counts.fields,
            counts.untyped_fields,
            examples.typed,
            examples.proved,
            answers.all(),
            answers.not_json(),
        ];
        let numbers: Vec<_> = numbers.iter().map(usize::to_string).collect();
        let _ = writeln!(out, "| {} | {} |", cell(&outcome.file), numbers.join(" | "));
    }
}

/// What was said in full where a crate could not be made, compiled or compared.
fn said(report: &Report, out: &mut String) {
    let told = |outcome: &Outcome| {
        let generation = match &outcome.generation {
            Generation::Generated { .. } => None,
            Generation::Failed { message } | Generation::Panicked { message } => Some(message.clone()),
        };
        let compilation = outcome.compilation.as_ref().and_then(|said| said.first.clone());
        let wire = outcome.wire.as_ref().and_then(|wire| wire.trouble.clone().or(wire.note.clone()));
        let proof = outcome.proof.as_ref().and_then(|proof| proof.trouble.clone().or(proof.first.clone()));
        generation.or(compilation).or(proof).or(wire)
    };
    let mut told = report.collections.iter().filter_map(|outcome| Some((outcome, told(outcome)?))).peekable();
    if told.peek().is_some() {
        out.push_str("\n## What was said first\n");
    }
    for (outcome, text) in told {
        let _ = write!(out, "\n{}\n\n{}", code(&outcome.file), block(&text));
    }
}

/// Each request that is not sent alike, under each kind of its differences.
fn differences(report: &Report, out: &mut String) {
    let mut kinds: BTreeMap<&str, Vec<(&Outcome, &Item, &Part)>> = BTreeMap::new();
    for outcome in &report.collections {
        let items = outcome.wire.iter().flat_map(|wire| &wire.differences);
        for (item, part) in items.flat_map(|item| item.parts.iter().map(move |part| (item, part))) {
            kinds.entry(&part.kind).or_default().push((outcome, item, part));
        }
    }
    if !kinds.is_empty() {
        out.push_str("\n## Requests that are not sent alike\n");
    }
    for (kind, found) in kinds {
        let _ = writeln!(out, "\n### {} ({})\n", code(kind), found.len());
        for (outcome, Item { number, path, .. }, Part { newman, client, .. }) in found {
            let _ = writeln!(out, "- {} item {number}, {}", code(&outcome.file), code(path));
            let _ = writeln!(out, "  - Newman: {}\n  - client: {}", code(newman), code(client));
        }
    }
}

/// A text as a span of code in one line, cut when it is long.
fn code(text: &str) -> String {
    match shortened(&escaped(text)).as_str() {
        "" => "nothing".to_owned(),
        shown => markdown::code(shown),
    }
}

/// The same in a cell of a table, where a bar would end it.
fn cell(text: &str) -> String {
    markdown::cell(&code(text))
}

fn block(text: &str) -> String {
    let lines: Vec<_> = text.trim_end().lines().map(escaped).collect();
    format!("{}\n", markdown::block(&lines.join("\n"), "text"))
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(MAX_CHARS) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}...", &text[..end]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_cannot_leave_their_code() {
        for (text, expected) in [
            ("plain", "`plain`"),
            ("", "nothing"),
            ("a `b` ``c``", "``` a `b` ``c`` ```"),
            ("two\nlines\u{1b}[0m\u{202e}", "`two\\nlines\\u{1b}[0m\\u{202e}`"),
        ] {
            assert_eq!(code(text), expected);
        }
        assert_eq!(cell("a|b"), "`a\\|b`");
        assert_eq!(block("a\n```\nb\n"), "````text\na\n```\nb\n````\n");
        assert_eq!(code(&"é".repeat(500)).chars().count(), MAX_CHARS + 3 + 2);
    }
}
