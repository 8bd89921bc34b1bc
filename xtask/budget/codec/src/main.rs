//! How fast types are decoded and encoded, those of the generated crate and those with derives by turns, and how often that
//! allocates. Prints one line of JSON: pairs of nanoseconds and of allocations, the generated crate's first.

use std::hint::black_box;
use std::time::{Duration, Instant};

use clarifai::types;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// One example as a type of either kind.
struct Example {
    name: &'static str,
    json: String,
    decode: [Box<dyn Fn()>; 2],
    encode: [Box<dyn Fn()>; 2],
}

fn example<T, R>(name: &'static str, json: impl Into<String>) -> Example
where
    T: DeserializeOwned + Serialize + 'static,
    R: DeserializeOwned + Serialize + 'static,
{
    let json = json.into();
    let (decode_ours, encode_ours) = both::<T>(&json);
    let (decode_theirs, encode_theirs) = both::<R>(&json);
    Example { name, json, decode: [decode_ours, decode_theirs], encode: [encode_ours, encode_theirs] }
}

fn both<T: DeserializeOwned + Serialize + 'static>(json: &str) -> (Box<dyn Fn()>, Box<dyn Fn()>) {
    let text = json.to_owned();
    let value: T = serde_json::from_str(json).expect("an example of the type");
    let decode = move || drop(black_box(serde_json::from_slice::<T>(black_box(text.as_bytes()))));
    let encode = move || drop(black_box(serde_json::to_vec(black_box(&value))));
    (Box::new(decode), Box::new(encode))
}

/// All examples of the collection that have a type.
fn examples() -> Vec<Example> {
    include!(env!("BUDGET_EXAMPLES"))
}

/// A long answer: the largest example of a list of models, with its models again and again.
fn list(examples: &[Example]) -> Example {
    let lists = examples.iter().filter(|example| example.name == "ModelsResponse");
    let longest = lists.max_by_key(|example| example.json.len()).expect("an example of a list of models");
    let mut answer: Value = serde_json::from_str(&longest.json).expect("JSON");
    let models = answer["models"].as_array().expect("models").clone();
    answer["models"] = models.into_iter().cycle().take(1000).collect();
    example::<types::ModelsResponse, reference::ModelsResponse>("1,000 models", answer.to_string())
}

/// The least time that each side takes for all its parts, in nanoseconds.
fn times(sides: [Vec<&dyn Fn()>; 2]) -> [f64; 2] {
    const ROUNDS: usize = 40;
    const ROUND: Duration = Duration::from_millis(25);
    let mut least = [f64::MAX; 2];
    for _ in 0..ROUNDS {
        for (side, least) in sides.iter().zip(&mut least) {
            let (start, mut count) = (Instant::now(), 0_u32);
            while start.elapsed() < ROUND {
                side.iter().for_each(|part| part());
                count += 1;
            }
            *least = least.min(start.elapsed().as_nanos() as f64 / f64::from(count));
        }
    }
    least
}

fn allocations(sides: [Vec<&dyn Fn()>; 2]) -> [u64; 2] {
    sides.map(|side| allocation_counter::measure(|| side.iter().for_each(|part| part())).count_total)
}

fn judge(examples: &[Example]) -> Value {
    let decode = || [0, 1].map(|side| examples.iter().map(|example| &*example.decode[side]).collect());
    let encode = || [0, 1].map(|side| examples.iter().map(|example| &*example.encode[side]).collect());
    json!({
        "decode": times(decode()),
        "encode": times(encode()),
        "decode_allocations": allocations(decode()),
        "encode_allocations": allocations(encode()),
    })
}

fn main() {
    let examples = examples();
    let list = list(&examples);
    println!("{}", json!({ "examples": judge(&examples), "list": judge(&[list]) }));
}
