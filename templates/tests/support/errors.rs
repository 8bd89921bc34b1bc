//! What an error tells.

use std::error::Error as _;

use crate::limits;
use crate::server::{Reply, Server, answer, ok};
use crate::support::{Error, ErrorKind};

async fn fail(reply: Reply) -> Error {
    let server = Server::start([reply]).await;
    server.client().models().get_model("m").retries(0).await.expect_err("a failure")
}

#[tokio::test]
async fn a_status_with_all_that_the_api_says() {
    let body =
        r#"{"status": {"code": 21200, "description": "Model does not exist", "details": "id m", "req_id": "r9"}}"#;
    let error = fail(answer(404, &[("x-left", "9")], body)).await;
    assert_eq!(error.kind(), ErrorKind::Status);
    assert_eq!(error.operation(), Some("models.get_model"));
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    assert_eq!(error.headers().expect("headers")["x-left"], "9");
    assert_eq!(error.code(), Some(21200));
    assert_eq!(error.message(), Some("Model does not exist"));
    assert_eq!(error.details(), Some("id m"));
    assert_eq!(error.request_id(), Some("r9"));
    assert_eq!(error.body(), body.as_bytes());
    assert_eq!(error.text(), body);
    let own: std::collections::BTreeMap<String, serde_json::Value> = error.json().expect("an object");
    assert_eq!(own["status"]["code"], 21200);
    assert!(!error.is_retryable() && !error.is_timeout() && !error.is_transport());
    assert_eq!(
        error.to_string(),
        "models.get_model: 404 Not Found, code 21200: Model does not exist (id m) [request r9]"
    );
}

#[tokio::test]
async fn a_failure_inside_an_answer_of_success() {
    let error =
        fail(ok(r#"{"model": null, "status": {"code": 10020, "description": "Failure", "details": {"a": 1}}}"#)).await;
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.code(), Some(10020));
    assert_eq!(error.details(), Some(r#"{"a":1}"#));
    assert_eq!(error.to_string(), r#"models.get_model: 200 OK, code 10020: Failure ({"a":1})"#);
    assert!(!error.is_retryable());
}

#[tokio::test]
async fn a_code_that_is_no_number_is_a_failure() {
    let error = fail(ok(r#"{"status": {"code": "BROKEN"}}"#)).await;
    assert_eq!((error.kind(), error.code()), (ErrorKind::Api, None));
    assert!(error.to_string().contains("code BROKEN"), "{error}");
}

#[tokio::test]
async fn plain_text_is_shown_and_a_page_is_not() {
    let error = fail(answer(500, &[], "upstream\n  connect error")).await;
    assert_eq!(error.to_string(), "models.get_model: 500 Internal Server Error: upstream connect error");
    let error = fail(answer(500, &[], "<html>a page</html>")).await;
    assert_eq!(error.to_string(), "models.get_model: 500 Internal Server Error");
    assert_eq!(error.text(), "<html>a page</html>");
    assert!(error.json::<serde_json::Value>().is_err());
    let error = fail(answer(599, &[], [0xff, 0xfe, 0])).await;
    assert_eq!(error.body(), [0xff, 0xfe, 0]);
    assert!(error.to_string().starts_with("models.get_model: 599"), "{error}");
}

#[tokio::test]
async fn the_body_of_an_error_is_cut_off() {
    let error = fail(answer(400, &[], vec![b'x'; 3 * limits::MAX_ERROR_BYTES])).await;
    assert_eq!(error.body().len(), limits::MAX_ERROR_BYTES);
    let error = fail(ok(vec![b'x'; 3 * limits::MAX_ERROR_BYTES])).await;
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.body().len(), limits::MAX_ERROR_BYTES);
    let broken = Reply::Bytes(b"HTTP/1.1 400 Bad\r\ncontent-length: 99\r\n\r\nhalf".to_vec());
    let error = fail(broken).await;
    assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
    assert_eq!(error.text(), "half");
}

#[tokio::test]
async fn an_error_is_told_also_where_its_body_is_too_large() {
    let server = Server::start([answer(400, &[], vec![b'x'; limits::MAX_ERROR_BYTES])]).await;
    let client = server.builder().max_response_bytes(600_000).build().expect("a client");
    let error = client.models().get_model("m").await.expect_err("a failure");
    assert_eq!((error.kind(), error.body().len()), (ErrorKind::Status, 600_000));
}

#[tokio::test]
async fn an_answer_that_cannot_be_decoded_says_where() {
    let error = fail(ok("{\n \"model\": {\"id\": \"m\", \"size\": \"big\"}\n}")).await;
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.operation(), Some("models.get_model"));
    assert_eq!(error.path(), Some("model.size"));
    assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
    assert!(error.text().contains("big"));
    assert_eq!(error.to_string(), "models.get_model: the answer is not what was expected at `model.size`");
    let source = error.source().expect("the decoder's error").to_string();
    assert_eq!(source, "invalid type: string, expected u64 at line 2 column 35");
}

#[tokio::test]
async fn the_id_of_a_request_is_known_however_late_it_comes() {
    let filler = "x".repeat(2 * limits::MAX_ERROR_BYTES);
    let status = r#""status": {"code": 10000, "req_id": "late"}"#;
    let error = fail(ok(format!(r#"{{"model": {{"size": "{filler}"}}, {status}}}"#))).await;
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.text().len() < filler.len(), "the body is cut off before it");
    assert_eq!(error.request_id(), Some("late"));
}

#[tokio::test]
async fn an_error_shows_no_value_of_an_answer_of_success() {
    let bodies = [
        r#"{"model": {"id": 1, "access_token": "s3cret"}}"#,
        r#"{"model": {"size": "s3cret\", expected s3cret"}}"#,
        r#"{"model": {"size": 1.5, "token": "s3cret"}, "status": {"code": 10000}}"#,
        r#"{"token": "s3cret", "status": {"code": 10020}}"#,
        r#""s3cret""#,
        "s3cret",
        r#"{"model": {"id": "s3cret"#,
    ];
    for body in bodies {
        let error = fail(ok(body)).await;
        let source = error.source().map(|source| format!("{source} {source:?}")).unwrap_or_default();
        let text = format!("{error} {error:?} {error:#?} {source}");
        assert!(!text.contains("s3cret"), "{text}");
        assert!(error.text().contains("s3cret"), "whoever asks for it gets it");
    }
    let error = fail(answer(403, &[], "token s3cret may not")).await;
    assert!(error.to_string().ends_with("403 Forbidden: token s3cret may not"), "{error}");
    assert!(!format!("{error:?}").contains("s3cret"), "{error:?}");
}

#[test]
fn a_mismatch_names_kinds_and_no_values() {
    use crate::support::mismatch::Mismatch;
    use serde::de::Error as _;
    #[derive(Debug, serde::Deserialize)]
    #[allow(dead_code, reason = "only decoding matters")]
    enum Color {
        Red,
        Green,
    }
    #[derive(Debug, serde::Deserialize)]
    #[allow(dead_code, reason = "only decoding matters")]
    #[serde(deny_unknown_fields)]
    struct Strict {
        a: u8,
        pair: Option<(u8, u8)>,
    }
    fn told<T: serde::de::DeserializeOwned + std::fmt::Debug>(text: &str) -> String {
        Mismatch::from(serde_json::from_str::<T>(text).expect_err(text)).to_string()
    }
    let table = [
        (told::<u8>("300"), "invalid value: integer, expected u8 at line 1 column 3"),
        (told::<u8>("true"), "invalid type: boolean, expected u8 at line 1 column 4"),
        (told::<u8>("null"), "invalid type: null, expected u8 at line 1 column 4"),
        (told::<String>("1.25"), "invalid type: floating point, expected a string at line 1 column 4"),
        (told::<u8>("{}"), "invalid type: map, expected u8 at line 1 column 0"),
        (told::<Color>(r#""S3CRET""#), "unknown variant, expected `Red` or `Green` at line 1 column 8"),
        (told::<Strict>(r#"{"a": 1, "s3cret": 1}"#), "unknown field, expected `a` or `pair` at line 1 column 17"),
        (told::<Strict>("{}"), "missing field `a` at line 1 column 2"),
        (
            told::<Strict>(r#"{"a": 1, "pair": [1]}"#),
            "invalid length 1, expected a tuple of size 2 at line 1 column 20",
        ),
        (told::<u8>(""), "EOF while parsing a value at line 1 column 0"),
        (told::<u8>("x"), "expected value at line 1 column 1"),
    ];
    for (text, expected) in table {
        assert_eq!(text, expected);
    }
    let own = Mismatch::from(serde_json::Error::custom("`s3cret` is no date"));
    assert_eq!(own.to_string(), "invalid value");
}

#[tokio::test]
async fn an_answer_of_another_kind_is_told() {
    let error = fail(answer(200, &[("content-type", "text/html; charset=utf-8")], "<p>Log in</p>")).await;
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.to_string(), "models.get_model: the answer is `text/html`, not the JSON that was expected");
}

#[tokio::test]
async fn no_connection() {
    let client = crate::mini::Client::builder().key("k").base_url("http://127.0.0.1:9").build().expect("a client");
    let error = client.models().create_models(crate::mini::CreateModels::default()).retries(0);
    let error = error.await.expect_err("nothing listens");
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.is_transport() && error.is_retryable(), "nothing was sent, so even this may be sent again");
    assert_eq!(error.to_string(), "models.create_models: no connection to the server");
    assert!(error.status().is_none() && error.headers().is_none() && error.body().is_empty());
    let mut causes = std::iter::successors(error.source(), |error| (*error).source());
    assert!(causes.any(|cause| cause.to_string().contains("refused")), "the chain goes down to the socket");
}

#[test]
fn places_in_a_text_have_a_path() {
    use crate::support::locate::path;
    #[derive(Debug, serde::Deserialize)]
    #[allow(dead_code, reason = "only decoding matters")]
    struct Outer {
        a: Option<Vec<Inner>>,
        b: Option<Box<Outer>>,
        map: Option<std::collections::BTreeMap<String, u8>>,
    }
    #[derive(Debug, serde::Deserialize)]
    #[allow(dead_code, reason = "only decoding matters")]
    struct Inner {
        n: i64,
        s: Option<String>,
    }
    let table = [
        (r#"{"a": [{"n": 1}, {"n": "x"}]}"#, "a[1].n"),
        (r#"{"a": [{"n": 1}, {"n": 12.5}]}"#, "a[1].n"),
        (r#"{"a": [{"n": {}}]}"#, "a[0].n"),
        (r#"{"a": [{"n": 1, "s": [1]}]}"#, "a[0].s"),
        (r#"{"a": [{"n": 1, "s": true}]}"#, "a[0].s"),
        (r#"{"a": [{"n": 1}, {"s": "missing"}]}"#, "a[1]"),
        (r#"{"a": [{"n": 1}, {}]}"#, "a[1]"),
        (r#"{"a": [{"n": 1}, 7]}"#, "a[1]"),
        (r#"{"a": {}}"#, "a"),
        ("{\n\"b\": {\"b\": \r\n{\"b\": {\"a\": [\n3]}}}}", "b.b.b.a[0]"),
        (r#"{"map": {"x": 1, "ключ": 256}}"#, "map.ключ"),
        (r#"{"map": {"x": 1}, "b": {"map": {"y": -1}}}"#, "b.map.y"),
        ("7", ""),
        ("", ""),
        (r#"{"a": [{"n": 1}"#, "a[0]"),
    ];
    for (text, expected) in table {
        let error = serde_json::from_str::<Outer>(text).expect_err(text);
        assert_eq!(path(text.as_bytes(), &error), expected, "{text}: {error}");
    }
}
