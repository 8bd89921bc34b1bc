//! What becomes of an answer of success.

use futures_util::TryStreamExt as _;

use crate::mini::{Model, ModelResponse};
use crate::server::{Reply, Server, answer, ok};
use crate::support::{Error, ErrorKind, Pending, Request, Response};

#[tokio::test]
async fn the_value_or_all_of_the_answer() {
    let body = r#"{"model": {"id": "m", "size": 3, "new": [1]}, "more": null}"#;
    let reply = answer(201, &[("x-request-id", "r1"), ("x-left", "9")], body);
    let server = Server::start([reply.clone(), reply]).await;
    let client = server.client();
    let value = ModelResponse { model: Some(Model { id: "m".into(), size: 3 }) };
    assert_eq!(client.models().get_model("m").await.expect("an answer"), value);
    let response = client.models().get_model("m").send().await.expect("an answer");
    assert_eq!(response.status(), 201);
    assert_eq!(response.headers()["x-left"], "9");
    assert_eq!(response.request_id(), Some("r1"));
    assert_eq!(response.body(), body);
    assert_eq!(response.get_ref(), &value);
    assert!(!response.is_mixed());
    let id = response.map(|answer| answer.model.expect("a model").id);
    assert_eq!((id.status().as_u16(), id.into_inner().as_str()), (201, "m"));
}

#[tokio::test]
async fn bytes_and_types_of_ones_own() {
    let server = Server::start([ok("\u{0}\u{1}"), ok(r#"["a"]"#)]).await;
    let client = server.client();
    let bytes = client.models().get_model("m").send_bytes().await.expect("bytes need not be JSON");
    assert_eq!(bytes.into_inner(), "\u{0}\u{1}");
    let own = client.models().get_model("m").send_as::<Vec<String>>().await.expect("a list");
    assert_eq!(own.into_inner(), ["a"]);
}

#[tokio::test]
async fn an_empty_body_is_a_value_without_content() {
    let server = Server::start([ok(""), answer(204, &[], ""), ok(" \r\n"), ok(""), ok("")]).await;
    let client = server.client();
    for _ in 0..3 {
        assert_eq!(client.models().get_model("m").await.expect("a default"), ModelResponse::default());
    }
    let null = client.models().get_model("m").send_as::<serde_json::Value>().await.expect("null");
    assert!(null.get_ref().is_null());
    let error = client.models().get_model("m").send_as::<String>().await.expect_err("no text");
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn a_byte_order_mark_is_no_content() {
    let server = Server::start([ok("\u{feff}{\"model\": {\"size\": 2}, \"status\": {\"code\": 10010}}")]).await;
    let response = server.client().models().get_model("m").send().await.expect("an answer");
    assert!(response.is_mixed());
    assert_eq!(response.into_inner().model.expect("a model").size, 2);
}

#[tokio::test]
async fn the_body_tells_the_outcome() {
    let bodies = [
        r#"{"status": {"code": 10000, "req_id": "from body"}}"#,
        r#"{"status": {"code": 10010}}"#,
        r#"{"status": {"code": "10010"}}"#,
        r#"{"status": {"code": null}}"#,
        r#"{"status": 10020}"#,
        r#"{"model": {"id": "status"}}"#,
    ];
    let server = Server::start(bodies.map(|body| answer(200, &[("x-request-id", "from header")], body))).await;
    let mut seen = Vec::new();
    for _ in bodies {
        let response = server.client().models().get_model("m").send().await.expect("success");
        seen.push((response.is_mixed(), response.request_id().map(str::to_owned)));
    }
    let header = || Some("from header".to_owned());
    let body = || Some("from body".to_owned());
    assert_eq!(
        seen,
        [(false, body()), (true, header()), (true, header()), (false, header()), (false, header()), (false, header())]
    );
}

#[tokio::test]
async fn an_answer_that_is_too_large_is_refused() {
    let chunk = format!("400\r\n{}\r\n", "x".repeat(1024));
    let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n";
    let endless = Reply::Bytes(format!("{head}{}", chunk.repeat(64)).into_bytes());
    let claim = Reply::Bytes(b"HTTP/1.1 200 OK\r\ncontent-length: 99999\r\n\r\n".to_vec());
    let server = Server::start([endless, claim, ok(format!("\"{}\"", "y".repeat(8190)))]).await;
    let client = server.builder().max_response_bytes(8192).build().expect("a client");
    for _ in 0..2 {
        let error = client.models().get_model("m").await.expect_err("it is too large");
        assert_eq!(error.kind(), ErrorKind::ResponseTooLarge);
        assert!(error.to_string().contains("8192"), "{error}");
        assert!(!error.is_retryable());
    }
    let most = client.models().get_model("m").send_as::<String>().await.expect("exactly the limit");
    assert_eq!(most.into_inner().len(), 8190);
}

#[tokio::test]
async fn a_body_in_many_pieces_is_put_together() {
    let text: String = (0..40_000).map(|n| format!("{n},")).collect();
    let body = format!("[{}0]", text);
    let chunks: String = body.as_bytes().chunks(999).map(chunked).collect();
    let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n";
    let server = Server::start([Reply::Bytes(format!("{head}{chunks}0\r\n\r\n").into_bytes()), ok(&body)]).await;
    for _ in 0..2 {
        let response = server.client().models().get_model("m").send_as::<Vec<u32>>().await.expect("a list");
        assert_eq!(response.body(), &body);
        assert_eq!(response.get_ref()[39_999], 39_999);
    }
}

fn chunked(part: &[u8]) -> String {
    format!("{:x}\r\n{}\r\n", part.len(), String::from_utf8_lossy(part))
}

#[test]
fn all_of_it_can_go_to_another_thread() {
    fn both<T: Send + Sync + 'static>() {}
    fn send<T: Send>(_: T) {}
    both::<crate::mini::Client>();
    both::<crate::mini::ClientBuilder>();
    both::<Request<crate::mini::ListModels>>();
    both::<Response<ModelResponse>>();
    both::<Error>();
    fn future<T: Send + 'static>() {}
    future::<Pending<ModelResponse>>();
    let client = crate::mini::Client::builder().build().expect("a client");
    send(client.models().list_models().pages());
    send(client.models().list_models().items());
    assert_eq!(size_of::<Error>(), size_of::<usize>());
}

#[tokio::test]
async fn an_answer_can_be_text_or_bytes() {
    let server = Server::start([ok("\u{feff}n\u{e4}"), ok([0xff, 0x00]), ok([b'a', 0xff])]).await;
    let client = server.client();
    let text = client.models().get_model("m").send_text().await.expect("text");
    assert_eq!(text.get_ref(), "n\u{e4}");
    let bytes = client.models().get_model("m").send_bytes().await.expect("bytes");
    assert_eq!(bytes.get_ref()[..], [0xff, 0x00]);
    let text = client.models().get_model("m").send_text().await.expect("text");
    assert_eq!(text.into_inner(), "a\u{fffd}");
}

#[tokio::test]
async fn an_answer_can_be_read_piece_by_piece() {
    let chunks = "3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n";
    let head = "HTTP/1.1 200 OK\r\nx-request-id: r1\r\ntransfer-encoding: chunked\r\n\r\n";
    let broken = "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nsome";
    let server = Server::start([
        answer(503, &[], ""),
        Reply::Bytes(format!("{head}{chunks}").into_bytes()),
        answer(404, &[], "no such model"),
        Reply::Bytes(broken.into()),
    ])
    .await;
    // The limit is for what is held in memory.
    let client = server.builder().max_response_bytes(4).build().expect("a client");
    let response = client.models().get_model("m").send_stream().await.expect("the second answer");
    assert_eq!(response.status(), 200);
    assert_eq!(response.request_id(), Some("r1"));
    let pieces: Vec<_> = response.into_inner().try_collect().await.expect("all of it");
    assert_eq!(pieces.concat(), b"onetwo");

    let error = client.models().get_model("m").send_stream().await.expect_err("an error");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    assert_eq!(error.operation(), Some("models.get_model"));

    let response = client.models().get_model("m").send_stream().await.expect("a beginning");
    let error = response.into_inner().try_collect::<Vec<_>>().await.expect_err("it breaks off");
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.operation(), Some("models.get_model"));
}

macro_rules! wide {
    ($($field:ident)*) => {
        #[derive(Clone, Default, PartialEq)]
        struct Wide {
            $($field: Option<u64>),*
        }

        crate::json::object!(Wide => $($field),*);

        const WIDE: &[&str] = &[$(stringify!($field)),*];
    };
}

wide! {
    f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12 f13 f14 f15 f16 f17 f18 f19 f20 f21 f22 f23 f24 f25 f26 f27 f28 f29
    f30 f31 f32 f33 f34 f35 f36 f37 f38 f39 f40 f41 f42 f43 f44 f45 f46 f47 f48 f49 f50 f51 f52 f53 f54 f55 f56
    f57 f58 f59 f60 f61 f62 f63 f64 f65 f66 f67 f68 f69 f70 f71 f72 f73 f74 f75 f76 f77 f78 f79 f80 f81 f82 f83
    f84 f85 f86 f87 f88 f89 f90 f91 f92 f93 f94 f95 f96 f97 f98 f99 f100 f101 f102 f103 f104 f105 f106 f107 f108
    f109 f110 f111 f112 f113 f114 f115 f116 f117 f118 f119 f120 f121 f122 f123 f124 f125 f126 f127 f128 f129
}

#[test]
fn each_field_of_a_wide_object_is_read_once() {
    let pairs: Vec<String> = WIDE.iter().zip(1..).map(|(name, value)| format!("\"{name}\":{value}")).collect();
    let text = format!("{{{}}}", pairs.join(","));
    let wide: Wide = serde_json::from_str(&text).expect("it is read");
    assert_eq!(serde_json::to_string(&wide).expect("it is written"), text);
    for name in WIDE {
        let twice = format!("{{{},\"{name}\":0}}", pairs.join(","));
        let error = serde_json::from_str::<Wide>(&twice).expect_err(name).to_string();
        assert!(error.starts_with(&format!("duplicate field `{name}`")), "{error}");
    }
}
