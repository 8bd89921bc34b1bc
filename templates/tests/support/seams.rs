//! Where others' code comes in: transports, hooks, the mock, traces, and threads that wait.

use std::error::Error as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use reqwest::StatusCode;
use reqwest::header::{HeaderName, HeaderValue, RETRY_AFTER};
use serde_json::{Value, json};

use crate::mini::{Client, ClientBuilder, CreateModels, Export, GetModel, ListModels, Model, ModelsResponse, Upload};
use crate::server::{Server, answer, ok};
use crate::support::error::Cause;
use crate::support::mock::{Mock, Reply};
use crate::support::{Blocking, Carried, Error, ErrorKind, TransportError};

fn builder() -> ClientBuilder {
    Client::builder().key("s3cret").user_id("alice").base_url("https://api.example.com")
}

fn mocked() -> (Mock, Client) {
    let mock = Mock::new();
    (mock.clone(), builder().transport(mock).build().expect("a client"))
}

#[tokio::test]
async fn a_transport_carries_complete_requests() {
    let transport = |operation: &'static str, request: reqwest::Request| -> Carried {
        let key = request.headers()["authorization"].to_str().expect("text").to_owned();
        let body = json!({ "id": format!("{operation} {} {} {key}", request.method(), request.url()), "size": 7 });
        Box::pin(async move { Ok(http::Response::new(body.to_string()).into()) })
    };
    let client = builder().transport(transport).build().expect("a client");
    let model: Value = client.models().get_model("m").send_as().await.expect("an answer").into_inner();
    assert_eq!(model["id"], "models.get_model GET https://api.example.com/v2/models/m Key s3cret");
    // A client that is made from it has the same transport.
    let other = client.to_builder().key("other").build().expect("a client");
    let model: Value = other.models().get_model("m").send_as().await.expect("an answer").into_inner();
    assert!(model["id"].as_str().expect("text").ends_with("Key other"));
}

#[tokio::test]
async fn what_a_transport_fails_with_decides_about_retries() {
    type Fails = fn(&'static str) -> TransportError;
    let count = Arc::new(AtomicU64::new(0));
    let failing = |error: Fails| {
        let count = Arc::clone(&count);
        move |_: &'static str, _: reqwest::Request| -> Carried {
            count.fetch_add(1, Ordering::Relaxed);
            Box::pin(async move { Err(error("odd")) })
        }
    };
    let table: [(Fails, ErrorKind, u64); 3] = [
        (|text| TransportError::connect(text), ErrorKind::Transport, 3),
        (|text| TransportError::new(text), ErrorKind::Transport, 1),
        (|text| TransportError::timeout(text), ErrorKind::Timeout, 1),
    ];
    for (error, kind, attempts) in table {
        let client = builder().transport(failing(error)).build().expect("a client");
        let error = client.models().create_models(CreateModels::default()).await.expect_err("it fails");
        assert_eq!((error.kind(), count.swap(0, Ordering::Relaxed)), (kind, attempts), "{error}");
        assert_eq!(error.source().expect("a source").to_string(), "odd");
    }
}

#[tokio::test]
async fn hooks_see_each_attempt_and_each_answer() {
    let server = Server::start([answer(503, &[("retry-after", "0")], ""), ok("{}")]).await;
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&seen);
    let count = AtomicU64::new(0);
    let client = server.builder().before_send(move |request| {
        assert!(!request.headers().contains_key("authorization"), "it is not authenticated yet");
        let number = HeaderValue::from(count.fetch_add(1, Ordering::Relaxed));
        request.headers_mut().insert(HeaderName::from_static("x-attempt"), number);
    });
    let client = client.after_receive(move |answer| {
        assert!(answer.headers().contains_key("content-length"));
        log.lock().expect("no panic").push((answer.operation(), answer.attempt(), answer.status().as_u16()));
    });
    let client = client.build().expect("a client");
    client.models().get_model("m").await.expect("an answer");
    assert_eq!(*seen.lock().expect("no panic"), [("models.get_model", 1, 503), ("models.get_model", 2, 200)]);
    let attempts: Vec<_> = server.requests().iter().map(|request| request.headers("x-attempt").concat()).collect();
    assert_eq!(attempts, ["0", "1"]);
    assert!(server.requests().iter().all(|request| request.headers("authorization") == ["Key s3cret"]));
}

#[tokio::test]
async fn what_hooks_take_is_no_part_of_an_attempt() {
    let server = Server::start([ok("{}")]).await;
    let wait = Duration::from_millis(300);
    let client = server.builder().attempt_timeout(wait / 2).before_send(move |_| std::thread::sleep(wait));
    let client = client.after_receive(move |answer| assert!(answer.elapsed() < wait, "{:?}", answer.elapsed()));
    client.build().expect("a client").models().get_model("m").await.expect("an answer");
}

#[tokio::test]
async fn a_mock_answers_with_values() {
    let (mock, client) = mocked();
    mock.on(ListModels).reply(ModelsResponse { models: vec![Model { id: "a".into(), size: 1 }] });
    mock.on(Upload).reply(());
    let page = client.models().list_models().page(3).await.expect("an answer");
    assert_eq!(page.models[0].id, "a");
    client.models().upload("a,b").await.expect("an answer");

    let requests = mock.requests();
    assert_eq!(
        requests.iter().map(|request| request.operation()).collect::<Vec<_>>(),
        ["models.list_models", "models.upload"]
    );
    assert_eq!(requests[0].url().query(), Some("page=3&view=full%20%26%20more"));
    assert_eq!((requests[1].method().as_str(), requests[1].body()), ("PUT", Some(&b"a,b"[..])));
    assert!(!format!("{requests:?}").contains("s3cret"), "{requests:?}");
}

#[tokio::test]
async fn the_replies_of_a_mock_come_in_their_order_and_the_last_one_stays() {
    let (mock, client) = mocked();
    mock.on(GetModel)
        .reply_with(Reply::no_connection())
        .reply_with(Reply::new(StatusCode::SERVICE_UNAVAILABLE).header(RETRY_AFTER, HeaderValue::from_static("0")))
        .reply_with(Reply::json(StatusCode::NOT_FOUND, &json!({ "status": { "code": 11, "description": "gone" } })))
        .reply_with(Reply::json(StatusCode::OK, &json!({})));
    let error = client.models().get_model("m").await.expect_err("the third reply");
    assert_eq!((error.status(), error.code(), error.message()), (Some(StatusCode::NOT_FOUND), Some(11), Some("gone")));
    assert_eq!(mock.requests().len(), 3);
    for _ in 0..2 {
        client.models().get_model("m").await.expect("the last reply");
    }
    mock.on(Export).reply_with(Reply::broken());
    let error = client.models().export("csv", "a").retries(0).await.expect_err("it is broken");
    assert_eq!(error.kind(), ErrorKind::Transport);
}

#[tokio::test]
async fn a_mock_without_a_reply_says_so_at_once() {
    let (mock, client) = mocked();
    let error = client.models().get_model("m").await.expect_err("there is none");
    assert_eq!((error.kind(), mock.requests().len()), (ErrorKind::Transport, 1));
    let source = error.source().expect("a source").to_string();
    assert_eq!(source, "the mock has no reply for `models.get_model`: give it one with `Mock::on`");
}

#[test]
fn a_thread_can_wait_for_calls_and_for_pages() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let page =
        |id: &str| ok(json!({ "models": if id.is_empty() { json!([]) } else { json!([{ "id": id }]) } }).to_string());
    let server = runtime.block_on(Server::start([ok("{}"), ok("{}"), page("a"), page("b"), page("")]));
    let client = server.client();
    client.models().get_model("m").call().expect("an answer");
    let response = client.models().get_model("m").send().call().expect("an answer");
    assert_eq!(response.status(), StatusCode::OK);
    let items = Blocking::new(client.models().list_models().items());
    let ids: Vec<String> = items.map(|item| item.expect("an item").id).collect();
    assert_eq!(ids, ["a", "b"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_can_block_inside_of_a_runtime() {
    let busy = answer(503, &[("retry-after", "0")], "");
    let server = Server::start([busy, ok("{}"), ok("{}"), ok("[1]")]).await;
    let client = server.client();
    let calls = move || {
        client.models().get_model("m").call().expect("the second attempt is answered");
        client.models().get_model("m").wait_until(|_| true).call().expect("an answer");
        let answer = client.models().get_model("m").call_stream().expect("an answer");
        let chunks = Blocking::new(answer.into_inner()).map(|chunk| chunk.expect("a piece"));
        assert_eq!(chunks.collect::<Vec<_>>().concat(), b"[1]");
    };
    tokio::task::spawn_blocking(calls).await.expect("no panic");
}

#[test]
fn an_iterator_ends_with_its_stream() {
    let failing = futures_util::stream::iter([Ok(1), Err(Error::from(Cause::Request("odd".into())))]);
    let mut items = Blocking::new(failing);
    assert!(matches!(items.next(), Some(Ok(1))) && matches!(items.next(), Some(Err(_))));
    assert!(items.next().is_none() && items.next().is_none());
}
