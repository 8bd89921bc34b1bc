//! A run as it is printed: a line for each collection, and the totals.

use std::fmt;

use postman_codegen::diagnostic::escaped;

use super::outcome::{Generation, Outcome, Types};
use super::report::{Report, counted};
use super::totals::{CompilationTotals, ProofTotals, Totals, TypeTotals, WireTotals};

/// Longer names of files are cut, so that the table keeps its columns.
const WIDTH: usize = 60;

/// Which collections have a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    All,
    Problems,
}

/// Shows a run to people.
pub(super) struct Table<'r> {
    pub(super) report: &'r Report,
    pub(super) lines: Lines,
}

impl fmt::Display for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { report, lines } = self;
        let listed = report.collections.iter().filter(|outcome| *lines == Lines::All || !outcome.is_well());
        let rows: Vec<_> = listed.map(row).collect();
        let widths = widths(&rows);
        for row in &rows {
            let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}"));
            writeln!(f, "{}", cells.collect::<Vec<_>>().join("  ").trim_end())?;
        }
        if !rows.is_empty() {
            writeln!(f)?;
        }
        write!(f, "{}", Sums(report))
    }
}

/// The numbers of a run.
pub(super) struct Sums<'r>(pub(super) &'r Report);

impl fmt::Display for Sums<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Report { corpus, available, totals, stages, .. } = self.0;
        let Totals { collections, generated, panicked, requests, diagnostics, types, compilation, proof, wire } =
            totals;
        writeln!(f, "read             {collections} of {available} collections in {}", escaped(corpus))?;
        let [crates, requests] = [counted(*generated, "crate"), counted(*requests, "request")];
        writeln!(f, "generated        {crates} with {requests}, {}", counted(*panicked, "panic"))?;
        let codes: Vec<_> = diagnostics.iter().map(|(code, count)| format!("{} {code}", count.findings)).collect();
        list("findings", &codes, f)?;
        types.fmt(f)?;
        if let Some(CompilationTotals { compiled, warnings, errors }) = compilation {
            let said = [counted(*compiled, "crate"), counted(*warnings, "warning"), counted(*errors, "error")];
            writeln!(f, "compiled         {}", said.join(", "))?;
        }
        if let Some(ProofTotals { passed, failed, troubled }) = proof {
            writeln!(f, "tested           {}, {failed} failed", counted(passed + failed, "test"))?;
            list(
                "not tested",
                &(*troubled > 0).then(|| counted(*troubled, "crate")).into_iter().collect::<Vec<_>>(),
                f,
            )?;
        }
        if let Some(WireTotals { passed, failed, skipped, percent, kinds, nothing_to_send, troubled }) = wire {
            writeln!(f, "sent alike       {}, {failed} not: {percent:.2} %", counted(*passed, "request"))?;
            let kinds: Vec<_> = kinds.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
            list("differences", &kinds, f)?;
            let [troubled, skipped] = [counted(*troubled, "collection"), counted(*skipped, "request")];
            writeln!(f, "not compared     {troubled}, {skipped} that Newman cannot send")?;
            list("nothing to send", nothing_to_send, f)?;
        }
        let stages: Vec<_> = stages.iter().map(|stage| format!("{} {:.1}", stage.name, stage.seconds)).collect();
        list("seconds", &stages, f)
    }
}

impl fmt::Display for TypeTotals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { structs, structs_before_sharing, enums, unions, fields, untyped_fields, .. } = self;
        let kinds = [counted(*enums, "enum"), counted(*unions, "union"), counted(*fields, "field")].join(", ");
        writeln!(f, "types            {structs} structs of {structs_before_sharing} before sharing, {kinds}")?;
        writeln!(f, "untyped          {untyped_fields} fields, {} bodies and answers", self.untyped_parts)?;
        let Self { proved, examples, filled, answers, not_json, .. } = self;
        writeln!(
            f,
            "proved           {proved} of {examples} examples, {filled} of them with values for names of kinds"
        )?;
        writeln!(f, "not JSON         {not_json} of {answers} answers")
    }
}

type Row = [String; 6];

fn row(outcome: &Outcome) -> Row {
    let requests = match outcome.generation {
        Generation::Generated { requests } => counted(requests, "request"),
        _ => "no crate".to_owned(),
    };
    let compiled = match &outcome.compilation {
        None => "",
        Some(said) if said.compiled => "compiles",
        Some(_) => "fails",
    };
    let wire = match &outcome.wire {
        None => String::new(),
        Some(wire) => format!("{} alike, {} not", wire.passed, wire.failed),
    };
    let problems = outcome.problems().join("; ");
    [cut(&escaped(&outcome.file)), requests, types(outcome), compiled.to_owned(), wire, escaped(&problems)]
}

fn types(outcome: &Outcome) -> String {
    let shown = outcome.types.as_ref().filter(|types| types.examples.typed > 0);
    let Some(Types { counts, examples, .. }) = shown else { return String::new() };
    let sharing = format!("{} of {} structs", counts.structs, counts.structs_before_sharing);
    format!(
        "{sharing}, {}/{} untyped, {}/{} proved",
        counts.untyped_fields, counts.fields, examples.proved, examples.typed
    )
}

/// The width of each column but the last, which ends the line.
fn widths(rows: &[Row]) -> [usize; 6] {
    let mut widths = [0; 6];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    widths[5] = 0;
    widths
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(WIDTH) {
        None => text.to_owned(),
        // The end of a name tells more than its beginning, which many share.
        Some(_) => {
            let dropped = text.chars().count() - (WIDTH - 3);
            format!("...{}", text.chars().skip(dropped).collect::<String>())
        }
    }
}

fn list(title: &str, items: &[String], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match items {
        [] => Ok(()),
        _ => writeln!(f, "{title:<15}  {}", escaped(&items.join(", "))),
    }
}
