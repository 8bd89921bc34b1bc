//! What is traced of a call. It is a program of its own, since whether anybody looks on is one thing for all threads of a program.

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

use std::io::{self, BufRead as _, BufReader, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::thread;

use support::{Api, Auth, CoreBuilder, Endpoint, Operation, Request, response};
use tracing_subscriber::fmt::format::FmtSpan;

static API: Api = Api {
    name: "trace",
    version: "1.0.0",
    servers: &["https://api.example.com"],
    variables: &[],
    dynamic: None,
    auth: Auth::Header { name: "Authorization", value: "Key {key}" },
    envelope: None,
};

#[allow(missing_docs, unreachable_pub, reason = "it is as the generator writes it")]
pub struct GetModel;

impl Operation for GetModel {
    type Answer = serde_json::Value;
    type Content = response::Json;
    const ENDPOINT: Endpoint = Endpoint::new("models.get_model", "GET", "/v2/models/{model_id}");
}

/// Answers one connection after the other: the status with headers, and after `|` the body.
fn serve(answers: [&'static str; 3]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for answer in answers {
            let (stream, _) = listener.accept().expect("a connection");
            let mut stream = BufReader::new(stream);
            let mut line = String::new();
            while stream.read_line(&mut line).is_ok_and(|read| read > 2) {
                line.clear();
            }
            let (head, body) = answer.split_once('|').expect("a body");
            let length = body.len();
            let head = format!("HTTP/1.1 {head}\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n");
            stream.get_mut().write_all(format!("{head}{body}").as_bytes()).expect("the client listens");
        }
    });
    url
}

/// What is written down of spans and events.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn a_call_has_a_span_without_values() {
    let written = Written::default();
    let writer = written.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_max_level(tracing::Level::DEBUG)
        .with_span_events(FmtSpan::CLOSE)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);

    let url =
        serve(["503 Busy\r\nretry-after: 0|it is-busy", "200 OK|{\"secret\": \"in-body\"}", "404 Not Found|not-there"]);
    let mut core = CoreBuilder::new(&API);
    core.server(0, url);
    core.credential("key", "s3cret".into());
    let core = core.build().expect("a client");
    let call = || {
        let mut request: Request<GetModel> = Request::new(&core);
        request.call.path("model_id", "my-model");
        request
    };
    call().await.expect("an answer");
    call().await.expect_err("not there");

    let text = String::from_utf8(written.0.lock().expect("no panic").clone()).expect("UTF-8");
    let lines: Vec<&str> = text.lines().filter(|line| line.contains("support::trace")).collect();
    let [again, first, second] = lines[..] else { panic!("{text}") };
    assert!(again.contains("attempt=1 error=Status status=503 wait="), "{again}");
    for field in [
        "otel.name=GET /v2/models/{model_id}",
        "otel.kind=\"client\"",
        "operation=\"models.get_model\"",
        "http.request.method=\"GET\"",
        "server.address=\"127.0.0.1\" server.port=",
        "url.template=\"/v2/models/{model_id}\"",
    ] {
        assert!(first.contains(field) && second.contains(field), "{field} in {text}");
    }
    assert!(first.contains("http.response.status_code=200 http.request.resend_count=1"), "{first}");
    assert!(second.contains("http.response.status_code=404 http.request.resend_count=0"), "{second}");
    assert!(second.contains("otel.status_code=\"ERROR\" error.type=Status"), "{second}");
    assert!(!first.contains("ERROR"), "{first}");
    for value in ["my-model", "s3cret", "in-body", "is-busy", "not-there"] {
        assert!(!lines.concat().contains(value), "{value} in {text}");
    }
}
