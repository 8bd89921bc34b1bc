//! Fixtures that are changed at random, as JSON and as text, go the whole way: nothing panics, files are Rust and stay in their
//! places, and no credential is told.
//!
//! A run of the tests tries few. `FUZZ_SECONDS=600 cargo test -p postman-codegen --test pipeline fuzz` goes on for so long, from a
//! seed of its own (`FUZZ_SEED` begins at a given one); what fails is kept in the folder for temporary files of tests.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use fastrand::Rng;
use postman_codegen::diagnostic::{Style, render_human, render_json};
use postman_codegen::generate;
use postman_codegen::source::Source;
use rayon::prelude::*;
use serde_json::Value;

use crate::hostile::{is_plain, steering};
use crate::is_support;
use crate::mutate::{mutated, odd_text};
use crate::{Fixture, fixtures, fixtures_of, is_rust};

/// How many mutants a run of the tests tries.
const FEW: u64 = 40;
/// How many are tried between two looks at the clock.
const BATCH: u64 = 32;
/// How often the text of a mutant is changed, at most.
const EDITS: usize = 4;
/// How long a change of the text is, at most.
const LENGTH: usize = 60;
/// What the secret part of the credential holds, in lower case.
const SECRET: &str = "z9y8x7w6";

#[test]
fn fuzz() {
    let fixtures: Vec<Fixture> = fixtures().into_iter().chain(fixtures_of("postman")).collect();
    let Some(seconds) = number("FUZZ_SECONDS") else {
        return (0..FEW).for_each(|seed| try_mutant(&fixtures, seed));
    };
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    let first = number("FUZZ_SEED").unwrap_or_else(|| now() << 20);
    let (start, mut seed) = (Instant::now(), first);
    while start.elapsed() < Duration::from_secs(seconds) {
        (seed..seed + BATCH).into_par_iter().for_each(|seed| try_mutant(&fixtures, seed));
        seed += BATCH;
    }
    println!("{} mutants from seed {first} on", seed - first);
}

pub(super) fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

fn try_mutant(fixtures: &[Fixture], seed: u64) {
    let mut rng = Rng::with_seed(seed);
    let Some(fixture) = rng.choice(fixtures) else { return };
    let text = mutant(fixture, &mut rng);
    let checked = catch_unwind(AssertUnwindSafe(|| complaints(fixture, &text)));
    let complaints = checked.unwrap_or_else(|_| vec!["it panics".to_owned()]);
    if !complaints.is_empty() {
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{seed}.json"));
        fs::write(&kept, &text).expect("the mutant is kept");
        panic!("seed {seed} of {}, kept as {}:\n{}", fixture.name, kept.display(), complaints.join("\n"));
    }
}

fn mutant(fixture: &Fixture, rng: &mut Rng) -> String {
    let text = match serde_json::from_str::<Value>(fixture.source.text()) {
        Ok(document) => mutated(document, rng).to_string(),
        Err(_) => fixture.source.text().to_owned(),
    };
    let mut text = text;
    if rng.bool() {
        for _ in 0..rng.usize(1..=EDITS) {
            edit(&mut text, rng);
        }
    }
    text
}

/// Changes the text at one place.
fn edit(text: &mut String, rng: &mut Rng) {
    let start = boundary(text, rng.usize(0..=text.len()));
    let end = boundary(text, text.len().min(start + rng.usize(0..=LENGTH)));
    let (start, end) = (start.min(end), start.max(end));
    match rng.u8(..4) {
        0 => drop(text.drain(start..end)),
        1 => {
            let copy = text[start..end].to_owned();
            text.insert_str(end, &copy);
        }
        2 => text.insert_str(start, &Value::from(odd_text(rng)).to_string()),
        _ => text.insert_str(
            start,
            rng.choice(["{", "}", "[", "]", ",", ":", "\"", "null", "1e9", "\\ud800", "\\u0000"]).unwrap_or_default(),
        ),
    }
}

fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn complaints(fixture: &Fixture, text: &str) -> Vec<String> {
    let credential = format!("PMAK-{}", "z9Y8x7W6".repeat(7));
    let source = Source::new("fuzz.json", text.replace("{{x}}", &credential));
    // Half of one, as edits leave it, is known by nothing.
    let is_told = |text: &str| text.to_lowercase().contains(SECRET);
    let hides = !is_told(source.text());
    let generated = generate(&source, &fixture.config);
    let findings = generated.as_ref().map_or_else(Clone::clone, |generated| generated.diagnostics.clone());
    let sources = std::slice::from_ref(&source);
    let shown = render_human(&findings, sources, Style::Plain);
    let mut complaints: Vec<String> = steering(&shown).map(|c| format!("messages steer with {c:?}")).collect();
    complaints.extend(
        (hides && is_told(&(shown + &render_json(&findings, sources))))
            .then(|| "messages tell a credential".to_owned()),
    );
    let Ok(generated) = generated else {
        complaints.extend(findings.iter().filter(|f| f.hint.is_none()).map(|f| format!("no way out of `{}`", f.code)));
        return complaints;
    };
    for (path, text) in generated.tree.iter().filter(|(path, _)| !is_support(path)) {
        if let Some(error) = is_rust(path).then(|| syn::parse_file(text).err()).flatten() {
            complaints.push(format!("{path}: {error}"));
        }
        complaints.extend((!is_plain(path)).then(|| format!("{path} is no plain path")));
        complaints.extend((hides && is_told(text)).then(|| format!("{path} tells a credential")));
        complaints.extend(steering(text).map(|c| format!("{path} steers with {c:?}")));
    }
    if let Some(manifest) = generated.tree.get("Cargo.toml") {
        complaints.extend(manifest.parse::<toml::Table>().err().map(|error| format!("Cargo.toml: {error}")));
    }
    complaints
}
