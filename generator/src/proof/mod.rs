//! Whether the types hold all that the collection shows: each example, decoded into its type and encoded again, is the same JSON.
//!
//! The model alone tells, so that this is known before a crate is compiled. The order of keys does not count, nor how a number
//! is spelled; the tests of the generated crate (`tests/examples`) ask the same of the types themselves.

mod loss;
#[cfg(test)]
mod tests;
mod walk;

pub use loss::{Kind, Loss};

use serde_json::Value;

use self::walk::Types;
use crate::model::{Api, Operation, Shown, TypeRef};

/// What became of the examples of an API.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Proof<'a> {
    /// How many examples their types hold.
    pub proved: usize,
    /// How many of these have values that stand for names of kinds.
    pub filled: usize,
    /// How many are parts of which nothing is known, so that there is nothing to prove.
    pub untyped: usize,
    /// The examples that their types do not hold.
    pub failures: Vec<Failure<'a>>,
}

impl Proof<'_> {
    /// How many examples have a type.
    #[must_use]
    pub fn typed(&self) -> usize {
        self.proved + self.failures.len()
    }
}

/// An example that its type does not hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Failure<'a> {
    /// The operation that it is of.
    pub operation: &'a Operation,
    /// The example.
    pub example: Shown<'a>,
    /// The first thing that is not the same afterwards.
    pub loss: Loss,
}

/// Checks every example of an API against its type.
///
/// ```
/// use postman_codegen::{config::Config, lower, parse, proof::prove, source::Source};
///
/// let text = r#"{
///     "info": { "name": "Trains", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
///     "item": [{
///         "name": "List Trains",
///         "request": "https://trains.test/v1/trains",
///         "response": [{ "code": 200, "body": "{\"trains\": [{\"id\": 1}]}" }]
///     }]
/// }"#;
/// let (collection, _) = parse(&Source::new("collection.json", text)).expect("it is a collection");
/// let (api, _) = lower(&collection, &Config::default());
/// let proof = prove(&api);
/// assert_eq!((proof.proved, proof.failures), (1, Vec::new()));
/// ```
#[must_use]
pub fn prove(api: &Api) -> Proof<'_> {
    let types = Types::of(&api.types);
    let mut proof = Proof::default();
    for (_, operation) in api.root.operations_deep() {
        for example in operation.shown() {
            if *example.ty == TypeRef::Value {
                proof.untyped += 1;
                continue;
            }
            match types.hold(example.ty, example.value) {
                Ok(()) => {
                    proof.proved += 1;
                    proof.filled += usize::from(example.filled);
                }
                Err(loss) => proof.failures.push(Failure { operation, example, loss }),
            }
        }
    }
    proof
}

/// The same of one value and a type that names none of the API's.
pub(crate) fn hold(ty: &TypeRef, value: &Value) -> Result<(), Loss> {
    Types::of(&[]).hold(ty, value)
}
