//! Requests that are made until something is done.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use futures_util::stream;

use crate::mini::{GetModel, ModelResponse, PostModels};
use crate::server::{Reply, Server, answer, ok};
use crate::support::{ErrorKind, Request, Wait};
use crate::uploads::FileSource;

const MS: Duration = Duration::from_millis(1);

fn model(size: u64) -> String {
    format!(r#"{{"model": {{"id": "m", "size": {size}}}, "status": {{"code": 10000, "description": "at {size}"}}}}"#)
}

fn is_ready(answer: &ModelResponse) -> bool {
    answer.model.as_ref().is_some_and(|model| model.size == 3)
}

fn wait(server: &Server) -> Wait<ModelResponse> {
    server.client().models().get_model("m").wait_until(is_ready).interval(20 * MS)
}

#[tokio::test]
async fn it_goes_on_until_the_answer_says_so() {
    let server = Server::start([ok(model(1)), answer(503, &[], ""), ok(model(2)), ok(model(3)), ok(model(4))]).await;
    let started = Instant::now();
    let found = wait(&server).await.expect("it is ready");
    assert_eq!(found.model.expect("a model").size, 3);
    assert_eq!(server.requests().len(), 4, "one of them again, and none after the last");
    assert!(started.elapsed() >= 50 * MS, "{:?}", started.elapsed());
}

#[tokio::test]
async fn nothing_is_waited_for_that_is_done_already() {
    let server = Server::start([ok(model(3))]).await;
    let client = server.client();
    let started = Instant::now();
    client.models().get_model("m").wait_until(is_ready).await.expect("it is ready");
    assert!(started.elapsed() < 900 * MS, "{:?}", started.elapsed());
}

#[tokio::test]
async fn waits_grow_as_far_as_is_said() {
    let times = Arc::new(std::sync::Mutex::new(Vec::new()));
    let seen = Arc::clone(&times);
    let server = Server::start((0..8).map(|size| ok(model(if size == 7 { 3 } else { 0 })))).await;
    let is_done = move |answer: &ModelResponse| {
        seen.lock().expect("no test panicked").push(Instant::now());
        is_ready(answer)
    };
    let request: Request<GetModel> = server.client().models().get_model("m");
    request.wait_until(is_done).interval(20 * MS).max_interval(60 * MS).await.expect("it is ready");
    let times = times.lock().expect("no test panicked");
    let waits: Vec<_> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert_eq!(waits.len(), 7);
    for (wait, least) in waits.iter().zip([20, 30, 45, 60, 60, 60, 60]) {
        assert!(*wait >= least * MS, "{waits:?}");
    }
    assert!(waits.iter().sum::<Duration>() < 2_000 * MS, "{waits:?}");
}

#[tokio::test]
async fn the_server_may_ask_for_a_longer_wait() {
    let later = || answer(200, &[("retry-after", "1")], model(1));
    let server = Server::start([later(), ok(model(3)), later()]).await;
    let started = Instant::now();
    wait(&server).await.expect("it is ready");
    assert!(started.elapsed() >= 1_000 * MS, "{:?}", started.elapsed());
    // One that leaves no time is not waited for.
    let started = Instant::now();
    let error = wait(&server).timeout(900 * MS).await.expect_err("there is no time");
    assert!(started.elapsed() < 800 * MS, "{:?}", started.elapsed());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(1)));
}

#[tokio::test]
async fn what_is_not_done_in_time_is_an_error_with_the_last_answer() {
    let server = Server::start((0..100).map(|_| ok(model(1)))).await;
    let started = Instant::now();
    let error = wait(&server).interval(50 * MS).max_interval(50 * MS).timeout(400 * MS).await.expect_err("it never is");
    assert!((300 * MS..2_000 * MS).contains(&started.elapsed()), "{:?}", started.elapsed());
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(error.operation(), Some("models.get_model"));
    assert_eq!((error.message(), error.code()), (Some("at 1"), Some(10000)));
    assert_eq!(error.text(), model(1));
    let answers = server.requests().len();
    assert!((2..=9).contains(&answers), "{answers}");
    let text =
        format!("models.get_model: not done within 400ms: the last of {answers} answers was 200 OK, code 10000: at 1");
    assert_eq!(error.to_string(), text);
}

#[tokio::test]
async fn the_deadline_holds_while_an_answer_is_waited_for() {
    let server = Server::start([Reply::Hang, ok(model(1)), Reply::Hang]).await;
    let error = wait(&server).timeout(60 * MS).await.expect_err("no answer");
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(error.to_string(), "models.get_model: not done within 60ms");
    let error = wait(&server).timeout(400 * MS).await.expect_err("no second answer");
    assert_eq!((error.kind(), error.message()), (ErrorKind::Timeout, Some("at 1")));
}

#[tokio::test]
async fn a_request_that_fails_ends_it() {
    let server = Server::start([ok(model(1)), answer(404, &[], "gone"), ok(model(1)), ok(r#"{"model": 1}"#)]).await;
    let error = wait(&server).await.expect_err("there is no such model");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    let error = wait(&server).await.expect_err("no model");
    assert_eq!((error.kind(), error.path()), (ErrorKind::Decode, Some("model")));
    assert_eq!(server.requests().len(), 4);
}

#[tokio::test]
async fn dropping_it_ends_it() {
    let server = Server::start((0..100).map(|_| ok(model(1)))).await;
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    let is_done = move |_: &ModelResponse| {
        counted.fetch_add(1, Ordering::Relaxed);
        false
    };
    let waiting = server.client().models().get_model("m").wait_until(is_done).interval(10 * MS).into_future();
    // It can go to another thread.
    let task = tokio::spawn(waiting);
    tokio::time::sleep(100 * MS).await;
    task.abort();
    assert!(task.await.expect_err("it was ended").is_cancelled());
    let seen = count.load(Ordering::Relaxed);
    assert!(seen > 1, "{seen}");
    assert_eq!(Arc::strong_count(&count), 1);
    let asked = server.requests().len();
    tokio::time::sleep(100 * MS).await;
    assert_eq!(server.requests().len(), asked);
}

#[tokio::test]
async fn what_cannot_be_sent_twice_is_not_sent() {
    let server = Server::start([ok("{}")]).await;
    let mut request = Request::<PostModels>::new(server.client().core());
    request.call.file(FileSource::stream("a", stream::iter(["a"].map(Ok::<_, std::io::Error>))));
    let error = request.wait_until(|_| true).await.expect_err("it could be sent only once");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(error.to_string().contains("the body can be sent only once"), "{error}");
    assert!(server.requests().is_empty());
}
