//! Proves that a type holds an example without losing anything.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Number, Value};

/// That JSON is the same once it was decoded as a type and encoded again: the type, its place in the collection, and the JSON.
macro_rules! prove {
    ($type:ty, $pointer:literal, $json:literal) => {
        $crate::harness::decodes_and_encodes::<$type>($pointer, $json)
    };
}
pub(crate) use prove;

/// Decodes JSON, encodes it again and compares. `pointer` is the example's place in the collection.
#[track_caller]
pub(crate) fn decodes_and_encodes<T: DeserializeOwned + Serialize>(pointer: &str, json: &str) {
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
    if let Some(lost) = difference(&before, &after) {
        panic!("{pointer}: {} changes what is at `{lost}`", std::any::type_name::<T>());
    }
}

/// The first place at which two values differ; how a number is spelled does not count.
fn difference(before: &Value, after: &Value) -> Option<String> {
    match (before, after) {
        (Value::Object(a), Value::Object(b)) => {
            let lost = a.iter().find_map(|(key, value)| match b.get(key) {
                Some(other) => difference(value, other).map(|place| format!("/{key}{place}")),
                None => Some(format!("/{key}")),
            });
            lost.or_else(|| b.keys().find(|key| !a.contains_key(*key)).map(|key| format!("/{key}")))
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            let mut pairs = a.iter().zip(b).enumerate();
            pairs.find_map(|(index, (a, b))| difference(a, b).map(|place| format!("/{index}{place}")))
        }
        (Value::Number(a), Value::Number(b)) if is_same(a, b) => None,
        (a, b) => (a != b).then(String::new),
    }
}

/// Whether two numbers are one, as `1` and `1.0` are. Large integers are not the floats next to them.
fn is_same(a: &Number, b: &Number) -> bool {
    a == b || whole(a).is_some_and(|whole_a| whole(b) == Some(whole_a))
}

fn whole(number: &Number) -> Option<i128> {
    let integer = number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from));
    let float = || number.as_f64().filter(|float| float.fract() == 0.0 && float.abs() < 1e30);
    integer.or_else(|| float().map(|float| float as i128))
}
