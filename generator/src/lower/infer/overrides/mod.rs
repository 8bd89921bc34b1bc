//! What people decide about types in the configuration.
//!
//! Their addresses have the names that types have without any decision, so all is inferred once as if there were none. What is
//! one thing, or never one, is then settled before objects are shared, and the rest where kinds are chosen. What nobody decides about
//! is remembered from the first time, so that it stays what it is, with its name.
//!
//! A decision that names nothing, that an example contradicts, or that another one contradicts, is an error: nothing is rendered then.

mod address;
mod check;
mod look;
mod orders;
mod rename;
mod reshape;
mod targets;

use self::address::Known;
pub(super) use self::orders::Orders;
pub(super) use self::reshape::Reshaping;
use self::targets::Targets;
use super::arena::Arena;
use super::{Evidence, Types, decide, define, remember, shared};
use crate::config::{self, Address};
use crate::diagnostic::Diagnostic;

/// A decision that names nothing.
const UNKNOWN: &str = "unknown-override";
/// A decision that cannot be, whatever examples show.
const BAD: &str = "bad-override";
/// A decision that examples or other decisions contradict.
const CONTRADICTED: &str = "contradicted-override";

/// What is wrong with decisions.
type Findings = Vec<Diagnostic>;

/// An error about a decision, at the place of an address.
fn error(code: &'static str, address: &Address, message: impl Into<String>) -> Diagnostic {
    let error = Diagnostic::error(code, message).in_full();
    match address.position {
        Some((line, column)) => error.at_position(line, column),
        None => error,
    }
}

/// Infers types as people decide, and tells which decisions cannot be.
pub(super) fn infer<'a>(
    objects: Arena<'a>,
    evidence: &Evidence<'a, '_>,
    decisions: &config::Types,
) -> (Types, Vec<Diagnostic>) {
    let (plain, none) = (shared(objects.clone(), evidence, &Reshaping::default()), Orders::default());
    let decided = decide(&plain, evidence, &none);
    let types = define(&decided, evidence);
    let plain_names = types.names.clone().unwrap_or_else(|| remember::names(evidence, &types));
    // What nobody decides about is what it would be without decisions, and called so.
    let evidence = &Evidence { known: &plain_names, ..evidence.clone() };
    let members = plain.members();
    let known = Known { objects: &objects, shared: &plain, decided: &decided, types: &types, members: &members };
    let mut findings = Findings::new();
    let targets = Targets::find(decisions, &known, &mut findings);
    let reshaping = targets.reshaping(&known, &mut findings);

    let arena = match reshaping.is_empty() {
        true => plain.clone(),
        false => shared(objects.clone(), evidence, &reshaping),
    };
    check::shapes(&targets, &known, &arena, &mut findings);
    let mut orders = targets.orders(&known, &arena, &mut findings);
    let sights = look::look(&arena, evidence, &targets.places(&arena));
    orders.find_words(&sights);

    let decided = decide(&arena, evidence, &orders);
    check::examples(&targets, &decided, &sights, &mut findings);
    let mut types = define(&decided, evidence);
    rename::unite(&targets, &known, &decided, &mut types);
    rename::rename(&targets, &decided, &mut types, &mut findings);
    types.names = Some(plain_names.clone());
    findings.sort_by_key(|finding| finding.position);
    (types, findings)
}
