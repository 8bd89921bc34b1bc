//! What the model says of each fixture.

use postman_codegen::diagnostic::{Style, render_human};
use serde_json::{Value, json};

use crate::Fixture;

/// The findings as people read them, then the model as JSON.
#[test]
fn fixtures() {
    insta::glob!("..", "fixtures/pipeline/*.json", |path| {
        let fixture = Fixture::read(path);
        let generated = fixture.generate();
        let (mut sources, mut findings) = fixture.beside;
        sources.push(fixture.source);
        findings.extend(generated.diagnostics);
        let human = render_human(&findings, &sources, Style::Plain);
        let model = telling(serde_json::to_value(&generated.api).expect("a model serializes"));
        insta::assert_snapshot!(format!("{human}{}", pretty(&model, 0)));
    });
}

/// Members that repeat what stands elsewhere in the model, or are the same for every fixture.
const NOISE: &[&str] = &["command", "index", "origin", "source"];
/// Members whose values are told as they are: JSON of the collection, and ways into it.
const VERBATIM: &[&str] = &["all", "body", "example", "path"];

/// The value without what says nothing: noise, and members that are empty.
fn telling(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let told = members.into_iter().filter(|(key, _)| !NOISE.contains(&key.as_str()));
            let told = told.map(|(key, value)| match VERBATIM.contains(&key.as_str()) && value["kind"].is_null() {
                true => (key, value),
                false => (key, telling(value)),
            });
            let blanks = [json!(null), json!(false), json!([]), json!({}), json!("")];
            Value::Object(told.filter(|(_, value)| !blanks.contains(value)).collect())
        }
        Value::Array(elements) => Value::Array(elements.into_iter().map(telling).collect()),
        other => other,
    }
}

const WIDTH: usize = 110;

/// JSON with each value on one line that has room there.
fn pretty(value: &Value, indent: usize) -> String {
    let line = value.to_string();
    if line.len() + indent <= WIDTH {
        return line;
    }
    let (open, inner, close) = match value {
        Value::Object(members) => {
            let members = members.iter().map(|(key, value)| format!("{key:?}: {}", pretty(value, indent + 2)));
            ("{", members.collect::<Vec<_>>(), "}")
        }
        Value::Array(elements) => {
            ("[", elements.iter().map(|value| pretty(value, indent + 2)).collect::<Vec<_>>(), "]")
        }
        _ => return line,
    };
    let (outer, start) = (" ".repeat(indent), " ".repeat(indent + 2));
    format!("{open}\n{start}{}\n{outer}{close}", inner.join(&format!(",\n{start}")))
}
