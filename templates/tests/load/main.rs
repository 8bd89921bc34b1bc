//! Many calls at once, against a server that fails often: none is lost, none is made twice that must not be, and memory and
//! sockets do not grow.
//!
//! `cargo test -p postman-codegen-templates --test load -- --ignored --nocapture` goes on for two minutes.

#[path = "../../json/mod.rs"]
#[allow(dead_code, unused_imports, unused_macros, reason = "a test does not use all of it")]
mod json;
#[path = "../../support/mod.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    unused_macros,
    reason = "a test exports nothing, and does not call all of it"
)]
mod support;
// What the root of a generated crate has.
#[allow(unused_imports, reason = "its documentation names them")]
use support::{Outgoing, Received, Sign, Transport, limits, redirect_policy};

mod server;

use std::fs;
use std::time::{Duration, Instant};

use futures_util::{StreamExt as _, stream};

use server::{Fate, Server};
use support::{Api, Auth, Core, CoreBuilder, Endpoint, Operation, Request, response};

static API: Api = Api {
    name: "load",
    version: "1.0.0",
    servers: &["https://api.example.com"],
    variables: &[],
    dynamic: None,
    auth: Auth::Header { name: "Authorization", value: "Key {key}" },
    envelope: None,
};

macro_rules! operation {
    ($name:ident, $path:literal, $method:literal) => {
        #[allow(missing_docs, unreachable_pub, reason = "it is as the generator writes it")]
        pub struct $name;

        impl Operation for $name {
            type Answer = serde_json::Value;
            type Content = response::Json;
            const ENDPOINT: Endpoint = Endpoint::new($path, $method, "/things/{id}");
        }
    };
}

operation!(GetThing, "things.get", "GET");
operation!(PostThing, "things.post", "POST");

fn client(server: &Server) -> Core {
    let mut core = CoreBuilder::new(&API);
    core.server(0, server.url.clone());
    core.credential("key", "k".into());
    core.build().expect("a client")
}

fn request<O: Operation>(core: &Core, id: usize) -> Request<O> {
    let mut request = Request::new(core);
    request.call.path("id", id.to_string());
    request
}

/// How a call ended.
struct End {
    id: usize,
    is_post: bool,
    /// The ID that the answer has.
    answer: Result<u64, support::Error>,
}

/// Makes calls with these IDs, every second one a `POST`, so many at once.
async fn call(core: &Core, ids: impl Iterator<Item = usize>, at_once: usize) -> Vec<End> {
    let calls = ids.map(|id| async move {
        let is_post = id % 2 == 1;
        let answer = match is_post {
            true => request::<PostThing>(core, id).await,
            false => request::<GetThing>(core, id).await,
        };
        End { id, is_post, answer: answer.map(|answer| answer["id"].as_u64().expect("an ID")) }
    });
    stream::iter(calls).buffer_unordered(at_once).collect().await
}

/// Holds what calls returned against what the server did.
fn judge(server: &Server, ends: &[End]) {
    for End { id, is_post, answer } in ends {
        let (done, fate) = (server.done(*id), Fate::of(*id));
        match answer {
            Ok(answer) => assert_eq!((*answer, done >= 1), (*id as u64, true), "{id}: {fate:?}"),
            // A `GET` is made again until it succeeds; a `POST` that may have been done is not.
            Err(error) => assert!(*is_post && fate.is_unclear(), "{id}: {fate:?}: {error}"),
        }
        assert!(!is_post || done <= 1, "{id}: {fate:?}: done {done} times");
    }
}

/// Memory of this process in kB, and its open files.
fn footprint() -> (u64, usize) {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let memory = status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB")?.parse().ok());
    let files = fs::read_dir("/proc/self/fd").map_or(0, Iterator::count);
    (memory.unwrap_or(0), files)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_calls_are_neither_lost_nor_doubled() {
    const CALLS: usize = 10_000;
    const AT_ONCE: usize = 256;
    let server = Server::start().await;
    let core = client(&server);
    let mut ends = call(&core, 0..CALLS / 2, AT_ONCE).await;
    let (before, _) = footprint();
    ends.extend(call(&core, CALLS / 2..CALLS, AT_ONCE).await);
    let (after, _) = footprint();

    assert_eq!(ends.len(), CALLS);
    judge(&server, &ends);
    let failed = ends.iter().filter(|end| end.answer.is_err()).count();
    assert!(failed > 0 && failed < CALLS / 10, "{failed} failed");
    // What is kept of each call by this test itself is far less.
    assert!(after < before + 16 * 1024, "{before} kB after half of the calls, {after} kB after all");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "it takes two minutes"]
async fn nothing_grows_in_two_minutes() {
    const ROUND: usize = 2_000;
    let server = Server::start().await;
    let core = client(&server);
    let started = Instant::now();
    let mut first = None;
    let mut calls = 0;
    while started.elapsed() < Duration::from_secs(120) {
        let ends = call(&core, calls..calls + ROUND, 64).await;
        judge(&server, &ends);
        server.forget();
        calls += ROUND;
        // The first rounds fill pools and caches.
        if calls == 5 * ROUND {
            first = Some(footprint());
        }
    }
    let (memory, files) = first.expect("more than five rounds");
    let (memory_after, files_after) = footprint();
    println!("{calls} calls: {memory} -> {memory_after} kB, {files} -> {files_after} files");
    assert!(memory_after < memory + 16 * 1024, "{memory} -> {memory_after} kB");
    // All connections of both ends are open in this process.
    assert!(files_after <= files + 2 * 64, "{files} -> {files_after} files");
}
