//! Answers that come item by item: events and lines.

use std::time::Duration;

use futures_util::{Stream, StreamExt as _, TryStreamExt as _};

use crate::mini::Model;
use crate::server::{Reply, Server, answer, ok};
use crate::streamed::{Event, Events};
use crate::support::{ErrorKind, Response, Result};

const EVENTS: &str = "text/event-stream; charset=utf-8";

/// An answer that ends with the connection.
fn open(media_type: &str, body: impl AsRef<[u8]>) -> Reply {
    Reply::Bytes([head(media_type).as_slice(), body.as_ref()].concat())
}

/// The same in parts that arrive one by one; it never ends.
fn parts<'a>(media_type: &str, parts: impl IntoIterator<Item = &'a [u8]>) -> Reply {
    Reply::Parts([head(media_type)].into_iter().chain(parts.into_iter().map(<[u8]>::to_vec)).collect())
}

/// The same, with an end.
fn chunked<'a>(media_type: &str, parts: impl IntoIterator<Item = &'a [u8]>) -> Reply {
    let head = format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\ncontent-type: {media_type}\r\n\r\n");
    let chunk = |part: &[u8]| [format!("{:x}\r\n", part.len()).as_bytes(), part, b"\r\n"].concat();
    let chunks = parts.into_iter().map(chunk).chain([b"0\r\n\r\n".to_vec()]);
    Reply::Parts([head.into_bytes()].into_iter().chain(chunks).collect())
}

fn head(media_type: &str) -> Vec<u8> {
    format!("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: {media_type}\r\n\r\n").into_bytes()
}

/// What a stream yields, told apart from how it was sent.
async fn all<T>(stream: impl Stream<Item = Result<T>>) -> Vec<Result<T>> {
    stream.collect().await
}

/// The texts of a log.
async fn log(reply: Reply) -> Vec<Event<String>> {
    let server = Server::start([reply]).await;
    server.client().models().log().await.expect("an answer").try_collect().await.expect("events")
}

fn shown(events: &[Event<String>]) -> Vec<(&str, &str, &str)> {
    events.iter().map(|event| (event.event.as_str(), event.data.as_str(), event.id.as_str())).collect()
}

#[tokio::test]
async fn events_are_read_as_the_standard_says() {
    let body = "\u{feff}: comment\n\ndata: first\nid: 1\n\nevent: add\ndata:two\ndata:  lines\nunknown: x\nid\n\n\
                event: lost\n\ndata\n\ndata:\ndata\n\nid: a\0b\nretry: 1x\ndata: last\n\ndata: cut off";
    for end in ["\n", "\r", "\r\n"] {
        let events = log(open(EVENTS, body.replace('\n', end))).await;
        let expected = [
            ("message", "first", "1"),
            ("add", "two\n lines", ""),
            ("message", "", ""),
            ("message", "\n", ""),
            ("message", "last", ""),
        ];
        assert_eq!(shown(&events), expected, "{end:?}");
    }
}

#[tokio::test]
async fn pieces_may_end_anywhere() {
    let body = "data: é€𝄞\r\ndata: ü\r\n\r\nevent: x\rdata: y\r\r".as_bytes();
    let whole = log(open(EVENTS, body)).await;
    assert_eq!(shown(&whole), [("message", "é€𝄞\nü", ""), ("x", "y", "")]);
    for size in [1, 2, 3, 7] {
        let server = Server::start([parts(EVENTS, body.chunks(size))]).await;
        let events = server.client().models().log().await.expect("an answer");
        // It never ends.
        let events: Vec<_> = events.take(2).try_collect().await.expect("events");
        assert_eq!(events, whole, "pieces of {size}");
    }
    let broken = log(open(EVENTS, b"data: a\xff\xe2\x82b\n\n")).await;
    assert_eq!(shown(&broken), [("message", "a\u{fffd}\u{fffd}b", "")]);
}

#[tokio::test]
async fn data_is_decoded_and_done_ends_the_stream() {
    let body = b"data: {\"id\": \"a\", \"size\": 1}\n\nevent: ping\ndata:\n\ndata: [DONE]\n\ndata: {\"id\": \"b\"}\n\n";
    let server = Server::start([parts(EVENTS, [&body[..]])]).await;
    let response = server.client().models().watch().send_events().await.expect("an answer");
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], EVENTS);
    let mut events = response.into_inner();
    let first = events.next().await.expect("an event").expect("JSON");
    assert_eq!((first.event.as_str(), first.data), ("message", Model { id: "a".into(), size: 1 }));
    let second = events.next().await.expect("an event").expect("nothing");
    assert_eq!((second.event.as_str(), second.data), ("ping", Model::default()));
    // The server says no more and keeps the connection.
    assert!(events.next().await.is_none());
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn one_event_that_does_not_decode_costs_no_other() {
    let body = "data: {\"id\": \"a\"}\n\ndata: {\"size\": \"hunter2\"}\n\ndata: {broken\n\ndata: {\"id\": \"b\"}\n\n";
    let server = Server::start([open(EVENTS, body)]).await;
    let events = all(server.client().models().watch().send_events().await.expect("an answer").into_inner()).await;
    let ids: Vec<_> = events.iter().flatten().map(|event| event.data.id.as_str()).collect();
    assert_eq!(ids, ["a", "b"]);
    let errors: Vec<_> = events.iter().filter_map(|event| event.as_ref().err()).collect();
    assert_eq!(errors.len(), 2);
    assert_eq!((errors[0].kind(), errors[0].path()), (ErrorKind::Decode, Some("size")));
    assert_eq!(errors[0].operation(), Some("models.watch"));
    assert_eq!(errors[0].body(), b"{\"size\": \"hunter2\"}");
    assert_eq!(errors[0].status().map(|status| status.as_u16()), Some(200));
    assert!(errors[0].headers().is_some_and(|headers| headers.contains_key("content-type")));
    assert_eq!(errors[0].to_string(), "models.watch: the answer is not what was expected at `size`");
    assert_eq!(errors[1].to_string(), "models.watch: the answer is not the JSON that was expected");
    assert!(!format!("{:?}", errors[0]).contains("hunter2"));
}

#[tokio::test]
async fn the_last_id_and_the_wait_can_be_read() {
    let body = "id: 7\nretry: 1500\n\ndata: a\n\nid: 8\ndata: b\n\nretry:\nretry: -1\ndata: c\n\n";
    let server = Server::start([open(EVENTS, body)]).await;
    let mut events = server.client().models().log().await.expect("an answer");
    assert_eq!((events.last_event_id(), events.retry()), ("", None));
    let mut ids = Vec::new();
    while let Some(event) = events.try_next().await.expect("an event") {
        assert_eq!(event.id, events.last_event_id());
        ids.push(event.id);
    }
    assert_eq!(ids, ["7", "8", "8"]);
    assert_eq!(events.retry(), Some(Duration::from_millis(1500)));
}

#[tokio::test]
async fn what_is_too_large_is_refused() {
    let long = "x".repeat(900);
    let many = format!("data: {long}\n").repeat(3);
    let held = format!("{many}data: y\n\n");
    let endless = "x".repeat(5_000);
    for (body, allowed) in
        [(format!("{held}data: z\n\n"), 0), (format!("data: {long}\n\n: {endless}"), 1), (endless, 0)]
    {
        let server = Server::start([parts(EVENTS, body.as_bytes().chunks(500))]).await;
        let client = server.builder().max_response_bytes(1_000).build().expect("a client");
        let events = all(client.models().log().await.expect("an answer")).await;
        let (last, before) = events.split_last().expect("an error");
        assert_eq!(before.iter().flatten().count(), allowed);
        let error = last.as_ref().expect_err("it is too large");
        assert_eq!(error.kind(), ErrorKind::ResponseTooLarge);
        assert_eq!(error.to_string(), "models.log: one of the events in the answer is larger than 1000 bytes");
    }
    // All of it may be larger than one may be.
    let body = format!("data: {long}\n\n").repeat(5);
    let server = Server::start([open(EVENTS, body)]).await;
    let client = server.builder().max_response_bytes(1_000).build().expect("a client");
    assert_eq!(client.models().log().await.expect("an answer").try_collect::<Vec<_>>().await.expect("events").len(), 5);
}

#[tokio::test]
async fn a_connection_that_breaks_is_the_last_item() {
    let head = format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\ncontent-type: {EVENTS}\r\n\r\n");
    let body = "9\r\ndata: a\n\n\r\n8\r\ndata: b\n\r\n";
    let server = Server::start([Reply::Bytes(format!("{head}{body}").into_bytes())]).await;
    let mut events = server.client().models().log().await.expect("an answer");
    assert_eq!(events.next().await.expect("an event").expect("whole").data, "a");
    let error = events.next().await.expect("an error").expect_err("the connection broke");
    assert_eq!((error.kind(), error.operation()), (ErrorKind::Transport, Some("models.log")));
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn a_stream_may_take_longer_than_the_call_and_not_longer_than_it_may_be_idle() {
    let pieces: Vec<&[u8]> = vec![b"data: a\n\n"; 100];
    let server = Server::start([parts(EVENTS, pieces.clone()), parts(EVENTS, pieces)]).await;
    let models = server.client();
    let log = || models.models().log().timeout(Duration::from_millis(300));
    let idle = Duration::from_millis(250);
    let events = all(log().await.expect("an answer").idle_timeout(idle)).await;
    assert_eq!(events.iter().flatten().count(), 100, "half a second of them");
    let error = events.last().expect("an end").as_ref().expect_err("nothing more came");
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(error.to_string(), "models.log: nothing came within 250ms");
    assert_eq!(events.len(), 101);
    // What the reader does meanwhile does not count.
    let mut events = log().await.expect("an answer").idle_timeout(idle);
    for _ in 0..2 {
        events.next().await.expect("an event").expect("in time");
        tokio::time::sleep(idle + Duration::from_millis(50)).await;
    }
    events.next().await.expect("an event").expect("in time");
}

#[tokio::test]
async fn an_answer_that_is_none_of_events_is_an_error_with_what_it_says() {
    let failure = r#"{"status": {"code": 21200, "description": "no such model"}}"#;
    let server = Server::start([ok(failure), ok("{\"models\": []}"), answer(404, &[], failure), ok("{}")]).await;
    let client = server.client();
    let error = client.models().log().await.expect_err("the envelope says so");
    assert_eq!((error.kind(), error.message()), (ErrorKind::Api, Some("no such model")));
    let error = client.models().watch().send_events().await.expect_err("it is JSON");
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.to_string(), "models.watch: the answer is `application/json`, not the events that were expected");
    assert_eq!(error.body(), b"{\"models\": []}");
    let error = client.models().log().await.expect_err("there is none");
    assert_eq!((error.kind(), error.code()), (ErrorKind::Status, Some(21200)));
    client.models().watch().await.expect("it can answer with JSON too");
}

#[tokio::test]
async fn an_answer_of_events_can_be_had_as_text() {
    let server = Server::start([open(EVENTS, "data: a\n\n"), open("", "data: b\n\n")]).await;
    let text = server.client().models().log().send_text().await.expect("an answer").into_inner();
    assert_eq!(text, "data: a\n\n");
    // A server that does not say what it sends is believed.
    let events: Response<Events<String>> = server.client().models().log().send().await.expect("an answer");
    assert_eq!(format!("{:?}", events.get_ref()), "Events { .. }");
    assert_eq!(events.into_inner().try_collect::<Vec<_>>().await.expect("events")[0].data, "b");
}

/// The IDs of a dump.
async fn dump(reply: Reply) -> Vec<String> {
    let server = Server::start([reply]).await;
    let lines = server.client().models().dump().await.expect("an answer");
    lines.map_ok(|model| model.id).try_collect().await.expect("lines")
}

#[tokio::test]
async fn lines_are_values_and_so_is_what_stands_between_separators() {
    let lines = "\u{feff}{\"id\": \"a\"}\r\n\n{\"id\": \"é\"}\n  \r\n{\"id\": \"c\"}";
    assert_eq!(dump(open("application/x-ndjson", lines)).await, ["a", "é", "c"]);
    let records = "\u{1e}{\"id\":\n \"a\"}\n\u{1e}{\"id\": \"b\"}\n\u{1e}\u{1e}{\"id\": \"c\"}\n";
    assert_eq!(dump(open("application/json-seq", records)).await, ["a", "b", "c"]);
    assert!(dump(open("application/jsonl", "")).await.is_empty());
    for (body, size) in [(lines, 1), (lines, 4), (records, 1), (records, 5)] {
        let body = body.as_bytes().chunks(size);
        let server = Server::start([parts("application/x-ndjson", body)]).await;
        let lines = server.client().models().dump().await.expect("an answer");
        let models: Vec<_> = lines.take(2).try_collect().await.expect("lines");
        assert_eq!(models[0].id, "a");
    }
}

#[tokio::test]
async fn lines_fail_as_events_do() {
    let body = format!("{{\"id\": \"a\"}}\n{{\"id\": 1}}\n{{\"id\": \"c\"}}\n{}", "x".repeat(2_000));
    let server =
        Server::start([open("application/x-ndjson", body), answer(200, &[("content-type", "text/html")], "<p>")]).await;
    let client = server.builder().max_response_bytes(1_000).build().expect("a client");
    let lines = all(client.models().dump().send_lines().await.expect("an answer").into_inner()).await;
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0].as_ref().expect("a line").id, "a");
    assert_eq!(lines[1].as_ref().expect_err("no text").path(), Some("id"));
    assert_eq!(lines[2].as_ref().expect("a line").id, "c");
    let error = lines[3].as_ref().expect_err("it is too large");
    assert_eq!(error.to_string(), "models.dump: one of the lines in the answer is larger than 1000 bytes");
    let error = client.models().dump().await.expect_err("it is a page");
    assert_eq!((error.kind(), error.body()), (ErrorKind::Decode, &b"<p>"[..]));
}

/// What the API says where a call failed, though the status is one of success.
const FAILURE: &str = r#"{"status": {"code": 10020, "description": "bad key", "req_id": "r1"}}"#;

/// That the stream says so and ends with it.
fn assert_failed<T: std::fmt::Debug>(items: &[Result<T>], before: usize, operation: &str) {
    let (last, others) = items.split_last().expect("an error");
    assert_eq!(others.iter().flatten().count(), before, "{items:?}");
    assert_eq!(others.len(), before);
    let error = last.as_ref().expect_err("the call failed");
    assert_eq!((error.kind(), error.code(), error.message()), (ErrorKind::Api, Some(10020), Some("bad key")));
    assert_eq!((error.operation(), error.request_id()), (Some(operation), Some("r1")));
    assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
    assert!(error.text().contains("bad key"));
}

#[tokio::test]
async fn a_line_that_says_that_the_call_failed_is_the_last() {
    let good = r#"{"id": "a", "status": {"code": 10000}}"#;
    let mixed = r#"{"id": "b", "status": {"code": "10010"}}"#;
    for (body, before) in [
        (FAILURE.to_owned(), 0),
        (format!("{FAILURE}\n{good}\n"), 0),
        (format!("{good}\n{mixed}\n{{\"status\": \"done\"}}\n{FAILURE}\n{good}\n"), 3),
        (format!("\u{1e}{good}\n\u{1e}{FAILURE}\n\u{1e}{good}\n"), 1),
    ] {
        for media_type in ["application/json", "application/x-ndjson", "text/plain"] {
            let server = Server::start([open(media_type, &body), open(media_type, &body)]).await;
            let dump = || server.client().models().dump();
            let lines = dump().send_lines().await.expect("an answer").into_inner();
            assert_failed(&lines.map_ok(|model| model.id).collect::<Vec<_>>().await, before, "models.dump");
            // It need not be asked for by name.
            let lines = dump().await.expect("an answer");
            assert_failed(&lines.map_ok(|model| model.id).collect::<Vec<_>>().await, before, "models.dump");
        }
    }
    // The server keeps the connection, and nobody waits for it.
    let body = format!("{FAILURE}\n");
    let server = Server::start([parts("application/x-ndjson", [body.as_bytes()])]).await;
    let lines = all(server.client().models().dump().await.expect("an answer").map_ok(|model| model.id)).await;
    assert_failed(&lines, 0, "models.dump");
}

#[tokio::test]
async fn each_line_has_its_own_request_id() {
    let line = |id: &str, size: &str| format!(r#"{{"size": {size}, "status": {{"code": 10000, "req_id": "{id}"}}}}"#);
    let body = [line("a", "true"), line("b", "1"), line("c", "true")].join("\n");
    let server = Server::start([open("application/x-ndjson", &body)]).await;
    let lines: Vec<_> = server.client().models().dump().await.expect("an answer").collect().await;
    let ids = lines.iter().map(|line| line.as_ref().err().and_then(|error| error.request_id()));
    assert_eq!(ids.collect::<Vec<_>>(), [Some("a"), None, Some("c")]);
}

#[tokio::test]
async fn an_event_that_says_that_the_call_failed_is_the_last() {
    let body = format!("data: {{\"id\": \"a\"}}\n\nevent: error\ndata: {FAILURE}\n\ndata: {{\"id\": \"b\"}}\n\n");
    let server = Server::start([parts(EVENTS, [body.as_bytes()]), open(EVENTS, &body)]).await;
    let events = server.client().models().watch().send_events().await.expect("an answer").into_inner();
    assert_failed(&all(events.map_ok(|event| event.data.id)).await, 1, "models.watch");
    // Also where the data of the others is text.
    let events = all(server.client().models().log().await.expect("an answer")).await;
    assert_failed(&events, 1, "models.log");
}

#[tokio::test]
async fn a_document_of_many_lines_is_one_item() {
    let pretty = "\u{feff}\n{\n  \"status\": {\n    \"code\": 10020,\n    \"description\": \"bad key\",\n    \"req_id\": \"r1\"\n  }\n}\n";
    for size in [1, 7, 1_000] {
        let server = Server::start([chunked("application/json; charset=utf-8", pretty.as_bytes().chunks(size))]).await;
        let lines = all(server.client().models().dump().await.expect("an answer").map_ok(|model| model.id)).await;
        assert_failed(&lines, 0, "models.dump");
    }
    assert_eq!(dump(open("application/problem+json", "{\n  \"id\":\n  \"a\"\n}")).await, ["a"]);
    // It is lines nonetheless where the first one is whole, and where the server says so.
    assert_eq!(dump(open("application/json", "\n{\"id\": \"a\"}\n{\"id\": \"b\"}\n")).await, ["a", "b"]);
    let cut = "{\"id\":\n{\"id\": \"b\"}\n";
    for (media_type, count) in [("application/x-ndjson", 2), ("application/json", 1), ("application/json-seq", 2)] {
        let server = Server::start([open(media_type, cut)]).await;
        let lines = all(server.client().models().dump().await.expect("an answer")).await;
        assert_eq!(lines.len(), count, "{media_type}");
        assert_eq!(lines[0].as_ref().err().map(crate::support::Error::kind), Some(ErrorKind::Decode));
    }
    let large = format!("{{\n\"id\": \"{}\"}}", "x\u{20}".repeat(1_000));
    let server = Server::start([open("application/json", large)]).await;
    let client = server.builder().max_response_bytes(1_000).build().expect("a client");
    let lines = all(client.models().dump().await.expect("an answer")).await;
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].as_ref().err().map(crate::support::Error::kind), Some(ErrorKind::ResponseTooLarge));
}

#[tokio::test]
async fn a_body_as_it_comes_may_not_be_idle_for_longer_than_is_said() {
    let server = Server::start([parts("text/plain", [&b"a"[..], b"b"])]).await;
    let chunks = server.client().models().log().send_stream().await.expect("an answer").into_inner();
    let chunks = all(chunks.idle_timeout(Duration::from_millis(60))).await;
    assert_eq!(chunks.iter().flatten().map(|chunk| chunk.len()).sum::<usize>(), 2);
    assert!(chunks.last().expect("an end").as_ref().expect_err("nothing more came").is_timeout());
}

#[test]
fn streams_can_go_to_another_thread() {
    fn both<T: Send + 'static>() {}
    both::<Events<Model>>();
    both::<crate::streamed::Lines<Model>>();
    both::<Response<Events<Model>>>();
}
