//! Proves that a type holds an example without losing anything.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Decodes JSON, encodes it again and compares. `pointer` is the example's place in the collection.
#[track_caller]
pub(crate) fn prove<T: DeserializeOwned + Serialize>(pointer: &str, json: &str) {
    let before: Value = match serde_json::from_str(json) {
        Ok(value) => value,
        Err(error) => panic!("{pointer}: not JSON: {error}"),
    };
    let typed: T = match serde_json::from_str(json) {
        Ok(typed) => typed,
        Err(error) => panic!("{pointer}: not a {}: {error}", std::any::type_name::<T>()),
    };
    let after = match serde_json::to_value(&typed) {
        Ok(value) => value,
        Err(error) => panic!("{pointer}: cannot be encoded: {error}"),
    };
    if let Some(lost) = difference(&before, &after, String::new()) {
        panic!("{pointer}: {} changes what is at `{lost}`", std::any::type_name::<T>());
    }
}

/// The first place at which two values differ; how a number is spelled does not count.
fn difference(before: &Value, after: &Value, place: String) -> Option<String> {
    match (before, after) {
        (Value::Object(a), Value::Object(b)) => {
            let missing = b.keys().find(|key| !a.contains_key(*key)).map(|key| format!("{place}/{key}"));
            missing.or_else(|| {
                a.iter().find_map(|(key, value)| {
                    let place = format!("{place}/{key}");
                    match b.get(key) {
                        Some(other) => difference(value, other, place),
                        None => Some(place),
                    }
                })
            })
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).enumerate().find_map(|(index, (a, b))| difference(a, b, format!("{place}/{index}")))
        }
        (Value::Number(a), Value::Number(b)) if a.as_f64() == b.as_f64() => None,
        (a, b) => (a != b).then_some(place),
    }
}
