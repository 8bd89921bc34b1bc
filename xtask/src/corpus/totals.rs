//! All outcomes in a few numbers, and what of that is not as it should be.

use std::collections::BTreeMap;

use serde::Serialize;

use super::outcome::{Generation, Outcome, Types, Wire};
use super::report::counted;

/// The numbers of a run. What was not asked for is absent.
#[derive(Debug, Serialize)]
pub(super) struct Totals {
    pub(super) collections: usize,
    pub(super) generated: usize,
    pub(super) panicked: usize,
    pub(super) requests: usize,
    /// What the generation said, by the finding's code.
    pub(super) diagnostics: BTreeMap<&'static str, Findings>,
    pub(super) types: TypeTotals,
    pub(super) compilation: Option<CompilationTotals>,
    pub(super) proof: Option<ProofTotals>,
    pub(super) wire: Option<WireTotals>,
}

#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Findings {
    pub(super) findings: usize,
    pub(super) collections: usize,
}

/// What the types of all collections are worth, as the generator sees it.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct TypeTotals {
    pub(super) structs: usize,
    pub(super) structs_before_sharing: usize,
    pub(super) enums: usize,
    pub(super) unions: usize,
    pub(super) fields: usize,
    pub(super) untyped_fields: usize,
    pub(super) untyped_parts: usize,
    /// Examples that their types hold, of those that have a type.
    pub(super) proved: usize,
    pub(super) examples: usize,
    /// How many of those that are proved have values in the place of names of kinds.
    pub(super) filled: usize,
    /// Operations that answer, and how many of them with something else than JSON.
    pub(super) answers: usize,
    pub(super) not_json: usize,
}

#[derive(Debug, Default, Serialize)]
pub(super) struct ProofTotals {
    pub(super) passed: usize,
    pub(super) failed: usize,
    /// Crates whose tests could not be run.
    pub(super) troubled: usize,
}

#[derive(Debug, Default, Serialize)]
pub(super) struct CompilationTotals {
    pub(super) compiled: usize,
    pub(super) warnings: usize,
    pub(super) errors: usize,
}

#[derive(Debug, Default, Serialize)]
pub(super) struct WireTotals {
    pub(super) passed: usize,
    pub(super) failed: usize,
    pub(super) skipped: usize,
    /// How many of a hundred requests that Newman sends are sent alike.
    pub(super) percent: f64,
    pub(super) kinds: BTreeMap<String, usize>,
    /// Collections of which Newman sends nothing.
    pub(super) nothing_to_send: Vec<String>,
    /// Collections that could not be compared.
    pub(super) troubled: usize,
}

impl Totals {
    pub(super) fn of(outcomes: &[Outcome]) -> Self {
        let mut totals = Self {
            collections: outcomes.len(),
            generated: 0,
            panicked: 0,
            requests: 0,
            diagnostics: BTreeMap::new(),
            types: TypeTotals::default(),
            compilation: None,
            proof: None,
            wire: None,
        };
        for outcome in outcomes {
            match outcome.generation {
                Generation::Generated { requests } => {
                    totals.generated += 1;
                    totals.requests += requests;
                }
                Generation::Failed { .. } => {}
                Generation::Panicked { .. } => totals.panicked += 1,
            }
            for (code, count) in &outcome.diagnostics {
                let findings = totals.diagnostics.entry(code).or_default();
                findings.findings += count;
                findings.collections += 1;
            }
            if let Some(said) = &outcome.compilation {
                let sum = totals.compilation.get_or_insert_default();
                sum.compiled += usize::from(said.compiled);
                sum.warnings += said.warnings;
                sum.errors += said.errors;
            }
            if let Some(types) = &outcome.types {
                totals.types.add(types);
            }
            if let Some(proof) = &outcome.proof {
                let sum = totals.proof.get_or_insert_default();
                sum.passed += proof.passed;
                sum.failed += proof.failed;
                sum.troubled += usize::from(proof.trouble.is_some());
            }
            if let Some(wire) = &outcome.wire {
                totals.wire.get_or_insert_default().add(&outcome.file, wire);
            }
        }
        totals
    }

    /// What did not hold, each as a sentence without a full stop.
    pub(super) fn complaints(&self, bound: f64) -> Vec<String> {
        let mut complaints = Vec::new();
        let mut complain = |is_wrong: bool, what: String| {
            if is_wrong {
                complaints.push(what);
            }
        };
        let Self { collections, generated, panicked, .. } = self;
        complain(*collections == 0, "there is no collection".to_owned());
        let missing = collections - generated;
        complain(missing > 0, format!("of {}, {missing} did not become a crate", counted(*collections, "collection")));
        complain(*panicked > 0, format!("the generator panicked at {}", counted(*panicked, "collection")));
        if let Some(CompilationTotals { compiled, warnings, .. }) = self.compilation {
            let failed = generated - compiled;
            complain(failed > 0, format!("of {}, {failed} did not compile", counted(*generated, "crate")));
            complain(warnings > 0, format!("the compiler gave {}", counted(warnings, "warning")));
        }
        let TypeTotals { examples, proved, .. } = self.types;
        let lost = examples - proved;
        complain(lost > 0, format!("of {}, {lost} are not held by their types", counted(examples, "example")));
        if let Some(ProofTotals { failed, troubled, .. }) = self.proof {
            complain(failed > 0, format!("{} of examples failed", counted(failed, "test")));
            complain(troubled > 0, format!("the tests of {} could not be run", counted(troubled, "crate")));
        }
        if let Some(WireTotals { percent, troubled, .. }) = &self.wire {
            complain(
                *percent < bound,
                format!("{percent:.2} % of the requests are sent as Newman sends them, of {bound} % that must be"),
            );
            complain(*troubled > 0, format!("{} could not be compared with Newman", counted(*troubled, "collection")));
        }
        complaints
    }
}

impl TypeTotals {
    fn add(&mut self, Types { counts, examples, answers }: &Types) {
        self.structs += counts.structs;
        self.structs_before_sharing += counts.structs_before_sharing;
        self.enums += counts.enums;
        self.unions += counts.unions;
        self.fields += counts.fields;
        self.untyped_fields += counts.untyped_fields;
        self.untyped_parts += counts.untyped_parts;
        self.proved += examples.proved;
        self.examples += examples.typed;
        self.filled += examples.filled;
        self.answers += answers.all();
        self.not_json += answers.not_json();
    }
}

impl WireTotals {
    fn add(&mut self, file: &str, wire: &Wire) {
        let Wire { passed, failed, skipped, kinds, trouble, .. } = wire;
        self.passed += passed;
        self.failed += failed;
        self.skipped += skipped;
        for (kind, count) in kinds {
            *self.kinds.entry(kind.clone()).or_default() += count;
        }
        if trouble.is_some() {
            self.troubled += 1;
        } else if passed + failed == 0 {
            self.nothing_to_send.push(file.to_owned());
        }
        // Nothing that could differ is nothing that does.
        self.percent = match self.passed + self.failed {
            0 => 100.0,
            sent => 100.0 * self.passed as f64 / sent as f64,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::outcome::{Compilation, Proof};
    use postman_codegen::report::{Answers, Counts, Examples};

    fn outcome(generation: Generation, compilation: Option<Compilation>, wire: Option<Wire>) -> Outcome {
        Outcome {
            file: "a.json".to_owned(),
            package: "corpus-a".to_owned(),
            generation,
            diagnostics: BTreeMap::from([("unknown-host", 2)]),
            types: None,
            compilation,
            proof: None,
            wire,
        }
    }

    fn well() -> Outcome {
        let compilation = Compilation { compiled: true, ..Compilation::default() };
        let wire = Wire { passed: 99, ..Wire::default() };
        outcome(Generation::Generated { requests: 99 }, Some(compilation), Some(wire))
    }

    fn complaints(outcomes: &[Outcome]) -> Vec<String> {
        Totals::of(outcomes).complaints(99.0)
    }

    #[test]
    fn nothing_is_said_when_all_holds() {
        let nothing = Outcome { wire: Some(Wire { skipped: 3, ..Wire::default() }), ..well() };
        let one = Outcome { wire: Some(Wire { failed: 1, ..Wire::default() }), ..well() };
        let all = [well(), nothing, one];
        assert_eq!(complaints(&all), [""; 0]);
        let totals = Totals::of(&all);
        assert_eq!(totals.diagnostics["unknown-host"], Findings { findings: 6, collections: 3 });
        let wire = totals.wire.unwrap();
        assert_eq!((wire.passed, wire.failed, wire.skipped, wire.percent), (99, 1, 3, 99.0));
        assert_eq!(wire.nothing_to_send, ["a.json"]);
    }

    #[test]
    fn whatever_does_not_hold_is_a_complaint() {
        let message = || "no".to_owned();
        let trouble = Wire { passed: 99, failed: 2, trouble: Some(message()), ..Wire::default() };
        let examples = Examples { proved: 2, typed: 3, filled: 0, untyped: 0, lost: Vec::new() };
        let types = Types { counts: Counts::default(), examples, answers: Answers::default() };
        let warned = Compilation { compiled: true, warnings: 2, ..Compilation::default() };
        let table = [
            (
                outcome(Generation::Failed { message: message() }, None, None),
                vec!["of 1 collection, 1 did not become a crate"],
            ),
            (
                outcome(Generation::Panicked { message: message() }, None, None),
                vec!["of 1 collection, 1 did not become a crate", "the generator panicked at 1 collection"],
            ),
            (Outcome { compilation: Some(Compilation::default()), ..well() }, vec!["of 1 crate, 1 did not compile"]),
            (Outcome { compilation: Some(warned), ..well() }, vec!["the compiler gave 2 warnings"]),
            (Outcome { types: Some(types), ..well() }, vec!["of 3 examples, 1 are not held by their types"]),
            (
                Outcome { proof: Some(Proof { passed: 2, failed: 1, ..Proof::default() }), ..well() },
                vec!["1 test of examples failed"],
            ),
            (
                Outcome { proof: Some(Proof { trouble: Some(message()), ..Proof::default() }), ..well() },
                vec!["the tests of 1 crate could not be run"],
            ),
            (
                Outcome { wire: Some(trouble), ..well() },
                vec![
                    "98.02 % of the requests are sent as Newman sends them, of 99 % that must be",
                    "1 collection could not be compared with Newman",
                ],
            ),
        ];
        for (outcome, expected) in table {
            assert_eq!(complaints(&[outcome]), expected);
        }
        assert_eq!(complaints(&[]), ["there is no collection"]);
    }
}
