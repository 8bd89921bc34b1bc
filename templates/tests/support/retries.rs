//! Second attempts, waits and timeouts.

use std::error::Error as _;
use std::time::{Duration, Instant, SystemTime};

use crate::mini::CreateModels;
use crate::server::{Reply, Server, answer, ok};
use crate::support::{Error, ErrorKind};

const SHORT: Duration = Duration::from_millis(150);

type End = (Result<(), Error>, usize);

/// Sends a `GET` and a `POST` to servers with that script; returns how each ended and how many requests it took.
async fn both(script: &[Reply]) -> [End; 2] {
    let get = Server::start(script.iter().cloned()).await;
    let post = Server::start(script.iter().cloned()).await;
    let (got, posted) = tokio::join!(
        get.client().models().get_model("m").into_future(),
        post.client().models().create_models(CreateModels::default()).into_future(),
    );
    [(got.map(drop), get.requests().len()), (posted.map(drop), post.requests().len())]
}

#[tokio::test]
async fn what_the_server_did_not_do_is_asked_again() {
    for status in [429, 503] {
        let [get, post] = both(&[answer(status, &[], ""), answer(status, &[], ""), ok("{}")]).await;
        assert!(get.0.is_ok() && get.1 == 3, "{get:?}");
        assert!(post.0.is_ok() && post.1 == 3, "{post:?}");
    }
}

#[tokio::test]
async fn what_the_server_may_have_done_is_asked_again_only_where_that_is_harmless() {
    for failure in [answer(502, &[], ""), answer(504, &[], ""), Reply::Close] {
        let [get, post] = both(&[failure, ok("{}")]).await;
        assert!(get.0.is_ok() && get.1 == 2, "{get:?}");
        let error = post.0.expect_err("it is not sent again");
        assert!(!error.is_retryable() && post.1 == 1, "{error}");
    }
}

#[tokio::test]
async fn a_body_that_breaks_off_is_asked_for_again() {
    let half = Reply::Bytes(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{".to_vec());
    let [get, post] = both(&[half, ok("{}")]).await;
    assert!(get.0.is_ok() && get.1 == 2, "{get:?}");
    assert_eq!(post.0.expect_err("it is not sent again").kind(), ErrorKind::Transport);
}

#[tokio::test]
async fn what_will_not_pass_is_not_asked_again() {
    for status in [400, 401, 404, 409, 500, 501] {
        let [get, post] = both(&[answer(status, &[], "")]).await;
        assert!(get.0.is_err() && get.1 == 1, "{get:?}");
        assert!(post.0.is_err() && post.1 == 1, "{post:?}");
    }
}

#[tokio::test]
async fn retries_end_and_can_be_set() {
    let busy = || std::iter::repeat_n(answer(503, &[("retry-after", "0")], ""), 9);
    let server = Server::start(busy()).await;
    let error = server.client().models().get_model("m").await.expect_err("always busy");
    assert_eq!((error.status().map(|status| status.as_u16()), server.requests().len()), (Some(503), 3));
    assert!(error.is_retryable());

    let server = Server::start(busy()).await;
    let client = server.builder().retries(1).build().expect("a client");
    client.models().get_model("m").await.expect_err("always busy");
    assert_eq!(server.requests().len(), 2);
    client.models().get_model("m").retries(0).await.expect_err("always busy");
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn the_server_says_how_long_to_wait() {
    let server = Server::start([answer(429, &[("retry-after", "1")], ""), ok("{}")]).await;
    let started = Instant::now();
    server.client().models().get_model("m").await.expect("an answer");
    assert!(started.elapsed() >= Duration::from_secs(1));
}

#[tokio::test]
async fn a_wait_that_is_too_long_is_left_to_the_caller() {
    let server = Server::start([answer(429, &[("retry-after", "3600")], "")]).await;
    let started = Instant::now();
    let call = server.client().models().get_model("m").timeout(Duration::MAX);
    let ended = tokio::time::timeout(Duration::from_secs(5), call.into_future()).await;
    let error = ended.expect("it ends at once").expect_err("an hour");
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert!(error.is_retryable() && started.elapsed() < Duration::from_secs(5));

    let server = Server::start([answer(503, &[("retry-after", "30")], "")]).await;
    let call = server.client().models().get_model("m").timeout(Duration::from_secs(10));
    let error = call.await.expect_err("more than there is time");
    assert_eq!(error.kind(), ErrorKind::Status, "what went wrong is told, not that time is over");
    assert!(started.elapsed() < Duration::from_secs(5));
}

#[test]
fn retry_after_is_read_as_seconds_or_date() {
    use crate::support::retry::retry_after;
    let read = |value: String| {
        let value = value.parse().expect("a value");
        retry_after(&[(reqwest::header::RETRY_AFTER, value)].into_iter().collect())
    };
    assert_eq!(read("120".into()), Some(Duration::from_secs(120)));
    let soon = read(httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(100))).expect("a date");
    assert!((98..=100).contains(&soon.as_secs()), "{soon:?}");
    assert_eq!(read("Wed, 21 Oct 2015 07:28:00 GMT".into()), Some(Duration::ZERO));
    for odd in ["", "soon", "-1", "1.5"] {
        assert_eq!(read(odd.into()), None, "{odd}");
    }
    let finer = [("retry-after", "3"), ("retry-after-ms", "1500")];
    let finer = finer.map(|(name, value)| (name.parse().expect("a name"), value.parse().expect("a value")));
    assert_eq!(retry_after(&finer.into_iter().collect()), Some(Duration::from_millis(1500)));
}

#[test]
fn waits_grow_up_to_a_limit_and_vary() {
    use crate::support::error::Cause;
    use crate::support::retry::wait;
    let error = Error::from(Cause::AttemptTimeout { limit: SHORT });
    let waits = |retry| -> Vec<Duration> { (0..500).map(|_| wait(&error, retry).expect("a wait")).collect() };
    for (retry, most) in [(0, 250), (1, 500), (4, 4000), (9, 8000), (u32::MAX, 8000)] {
        let most = Duration::from_millis(most);
        let waits = waits(retry);
        assert!(waits.iter().all(|wait| *wait <= most));
        assert!(waits.iter().any(|wait| *wait > most / 2) && waits.iter().any(|wait| *wait < most / 2));
    }
}

#[tokio::test]
async fn the_whole_call_has_a_time_limit() {
    let server = Server::start([Reply::Hang]).await;
    let started = Instant::now();
    let error = server.client().models().get_model("m").timeout(SHORT).await.expect_err("it hangs");
    assert!(error.is_timeout() && error.is_retryable() && error.source().is_none());
    assert_eq!(error.to_string(), "models.get_model: not done within 150ms");
    assert!((SHORT..Duration::from_secs(5)).contains(&started.elapsed()));
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn the_limit_counts_for_all_attempts_and_the_last_failure_is_told() {
    let server = Server::start([answer(503, &[], "busy"), Reply::Hang]).await;
    let client = server.builder().timeout(Duration::from_millis(600)).build().expect("a client");
    let error = client.models().get_model("m").await.expect_err("it hangs");
    assert!(error.is_timeout());
    let last = error.source().expect("the attempt before").to_string();
    assert!(last.contains("503"), "{last}");
}

#[tokio::test]
async fn one_attempt_has_a_time_limit_too() {
    let server = Server::start([Reply::Hang, ok("{}"), Reply::Hang]).await;
    let client = server.builder().attempt_timeout(SHORT).build().expect("a client");
    client.models().get_model("m").await.expect("the second attempt is answered");
    let error = client.models().create_models(CreateModels::default()).await.expect_err("it hangs");
    assert!(error.is_timeout() && !error.is_retryable());
    assert_eq!(error.to_string(), "models.create_models: no complete answer within 150ms");
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn limits_can_be_lifted() {
    let server = Server::start([ok("{}")]).await;
    let builder = server.builder().timeout(Duration::MAX).attempt_timeout(Duration::MAX).connect_timeout(Duration::MAX);
    let client = builder.max_response_bytes(u64::MAX).retries(u32::MAX).build().expect("a client");
    client.models().get_model("m").await.expect("an answer");
}

#[tokio::test]
async fn a_caller_can_say_that_a_call_may_be_made_twice() {
    for failure in [answer(502, &[], ""), Reply::Close] {
        let server = Server::start([failure, ok("{}")]).await;
        server.client().models().create_models(CreateModels::default()).idempotent().await.expect("an answer");
        assert_eq!(server.requests().len(), 2);
    }
    let server = Server::start([Reply::Close, ok("{}")]).await;
    let call = server.client().models().create_models(CreateModels::default()).header("Idempotency-Key", "k-1");
    call.await.expect("the server knows that it is the same call");
    assert!(server.requests().iter().all(|request| request.headers("idempotency-key") == ["k-1"]));
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn retries_end_where_few_calls_succeed() {
    let busy = std::iter::repeat_n(answer(503, &[("retry-after", "0")], ""), 9);
    let good = std::iter::repeat_n(ok("{}"), 10);
    let server = Server::start(busy.clone().take(6).chain(good).chain(busy.take(3))).await;
    let client = server.builder().retry_budget(3).retries(2).build().expect("a client");
    for attempts in [3, 2, 1] {
        let before = server.requests().len();
        client.models().get_model("m").await.expect_err("it is busy");
        assert_eq!(server.requests().len() - before, attempts);
    }
    for _ in 0..10 {
        client.clone().models().get_model("m").await.expect("an answer");
    }
    let before = server.requests().len();
    client.models().get_model("m").await.expect_err("it is busy");
    assert_eq!(server.requests().len() - before, 2, "ten successes make up for one retry");
}

#[tokio::test]
async fn a_call_can_have_a_time_limit_for_its_attempts() {
    let server = Server::start([Reply::Hang, ok("{}")]).await;
    server.client().models().get_model("m").attempt_timeout(SHORT).await.expect("the second attempt is answered");
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_retry_that_is_not_made_is_not_counted() {
    let late = std::iter::repeat_n(answer(503, &[("retry-after", "30")], ""), 5);
    let server = Server::start(late.chain([answer(503, &[("retry-after", "0")], ""), ok("{}")])).await;
    let client = server.builder().retry_budget(1).timeout(Duration::from_secs(10)).build().expect("a client");
    for _ in 0..5 {
        client.models().get_model("m").await.expect_err("there is no time for a retry");
    }
    client.models().get_model("m").await.expect("there is a retry left");
    assert_eq!(server.requests().len(), 7);
}
