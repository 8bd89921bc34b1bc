//! What the generated client sends is what Postman's own runner sends: the replay program against a recorder on this machine,
//! compared with a recording of Newman. See README.md beside this file.

mod compare;
mod program;
mod recorder;
mod request;

use std::collections::BTreeMap;
use std::net::TcpListener;

use postman_codegen::config::Config;
use postman_codegen::model::Operation;
use postman_codegen::source::Source;
use postman_codegen::{lower, parse};

use compare::{Values, differences};
use program::{replay, stderr};
use recorder::Recorder;
use request::{Recorded, Request, recording};

/// How many requests the collection has.
const REQUESTS: usize = 235;

#[test]
fn every_request_is_sent_once_and_as_newman_sends_it() {
    let recorder = Recorder::start();
    let output = replay(&["--via", recorder.url()]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(stderr(&output), "");

    let requests = recorder.requests();
    let unfilled = |request: &&Request| String::from_utf8_lossy(&request.body).contains("{{$");
    assert_eq!(requests.iter().find(unfilled).map(|request| &request.target), None, "dynamic variables have values");
    let mut sent = by_item(requests);
    let dynamic = dynamic_items();
    let failures: Vec<String> = recording()
        .into_iter()
        .filter_map(|Recorded { n, path, request }| {
            let values = if dynamic.contains(&n) { Values::Dynamic } else { Values::Saved };
            let found = match &sent.remove(&n).unwrap_or_default()[..] {
                [client] => differences(&request, client, values).iter().map(|each| format!("\n{each}")).collect(),
                other => format!("\n  was sent {} times", other.len()),
            };
            (!found.is_empty()).then(|| format!("item {n}, {}{found}", path.join(" / ")))
        })
        .collect();
    assert!(failures.is_empty(), "{} of {REQUESTS} requests differ:\n{}", failures.len(), failures.join("\n"));
    assert!(sent.is_empty(), "requests that the collection does not have: {sent:#?}");
}

#[test]
fn the_recording_is_of_the_collection() {
    let places: Vec<_> = recording().into_iter().map(|line| (line.n, line.path)).collect();
    let expected: Vec<_> = operations().into_iter().map(|each| (each.index, each.origin.breadcrumb)).collect();
    assert_eq!(places, expected);
    assert_eq!(places.len(), REQUESTS);
}

#[test]
fn one_request_can_be_sent_alone() {
    let recorder = Recorder::start();
    let output = replay(&["--via", recorder.url(), "--only", "17", "--var", "user_id=a/b"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let sent = by_item(recorder.requests());
    assert_eq!(sent.keys().collect::<Vec<_>>(), [&17]);
    assert_eq!(sent[&17].len(), 1);
    assert!(sent[&17][0].target.starts_with("/v2/users/a%2Fb/"), "{}", sent[&17][0].target);
}

#[test]
fn a_mistake_in_the_arguments_is_told_with_the_usage() {
    for (arguments, mistake) in [
        (["--everything", "1"].as_slice(), "`--everything` is not known"),
        (["--via"].as_slice(), "`--via` needs a value"),
        (["--via", "http://127.0.0.1:9", "--only", "some"].as_slice(), "`some` is no number"),
        (["--via", "http://127.0.0.1:9", "--var", "user_id"].as_slice(), "`user_id` is not NAME=VALUE"),
        ([].as_slice(), "`--via` is missing"),
    ] {
        let output = replay(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", stderr(&output));
        let told = stderr(&output);
        assert!(told.contains(mistake), "{told}");
        assert!(told.contains("usage: replay --via "), "{told}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn without_a_server_every_request_is_reported() {
    // A port that was free a moment ago.
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);

    let output = replay(&["--via", &url]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let told = stderr(&output);
    let lines: Vec<_> = told.lines().collect();
    assert_eq!(lines.len(), REQUESTS, "{told}");
    for (line, Recorded { n, path, .. }) in lines.iter().zip(recording()) {
        assert!(line.starts_with(&format!("{n} {}: ", path.join(" / "))), "{line}");
    }
}

/// Requests by the place in the document that they claim.
fn by_item(requests: Vec<Request>) -> BTreeMap<usize, Vec<Request>> {
    let mut all = BTreeMap::new();
    for request in requests {
        let item = request.header("x-replay-item").and_then(|item| item.parse().ok());
        let item = item.unwrap_or_else(|| panic!("a request without its number: {request:?}"));
        all.entry(item).or_insert_with(Vec::new).push(request);
    }
    all
}

/// The requests that use dynamic variables.
fn dynamic_items() -> Vec<usize> {
    let is_dynamic = |operation: &Operation| operation.replay.texts().any(|text| text.contains("{{$"));
    operations().iter().filter(|operation| is_dynamic(operation)).map(|operation| operation.index).collect()
}

/// The collection's requests, in the order of the document.
fn operations() -> Vec<Operation> {
    let source = Source::new("collection.json", include_str!("../../../collection.json"));
    let (collection, _) = parse(&source).expect("a collection");
    let (api, _) = lower(&collection, &Config::default());
    api.root.operations_deep().into_iter().map(|(_, operation)| operation.clone()).collect()
}
