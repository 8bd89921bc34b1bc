//! Servers that do not do as they should: each ends in an error that says so, soon and in little memory.

use std::io::Write as _;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::time::{sleep, timeout};

use crate::mini::{Client, ClientBuilder};
use crate::server::{Reply, Server, answer};
use crate::support::{Error, ErrorKind};

/// How long a test waits for what should happen at once.
const SOON: Duration = Duration::from_secs(10);

/// What a `GET` of a server that sends these bytes, and ends, comes to.
async fn get(bytes: impl Into<Vec<u8>>) -> Result<Vec<u8>, Error> {
    let server = Server::start([Reply::Bytes(bytes.into())]).await;
    let call = server.client().models().get_model("m").retries(0).send_bytes();
    timeout(SOON, call).await.expect("it ends").map(|response| response.body().to_vec())
}

/// A server that does this with its first connection, once the request's head is read.
async fn serve<F: Future<Output = ()> + Send>(treat: impl FnOnce(TcpStream) -> F + Send + 'static) -> ClientBuilder {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("a connection");
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(stream.read_u8().await.expect("a head"));
        }
        treat(stream).await;
    });
    Client::builder().key("k").user_id("alice").base_url(url)
}

#[tokio::test]
async fn what_is_no_answer_is_an_error_of_the_connection() {
    let long = format!("HTTP/1.1 200 OK\r\nx-long: {}\r\n\r\n", "x".repeat(1 << 20));
    let table = [
        "",
        "HTTP/1.1 200 OK\r\ncontent-le",
        "SSH-2.0-OpenSSH_9.6\r\n",
        "HTTP/1.1 99999 No\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: ten\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nfour",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\nfour\r\n",
        &long,
    ];
    for bytes in table {
        let error = get(bytes).await.expect_err(&bytes[..bytes.len().min(60)]);
        assert_eq!(error.kind(), ErrorKind::Transport, "{error}: {bytes:.60}");
    }
}

#[tokio::test]
async fn what_comes_beyond_an_answer_is_not_read() {
    let body = get("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nfour and more").await.expect("an answer");
    assert_eq!(body, b"four");
}

#[tokio::test]
async fn odd_bytes_are_kept_and_fail_only_where_text_is_asked_for() {
    let odd = b"HTTP/1.1 200 OK\r\nx-odd: \xff\r\ncontent-length: 21\r\n\r\n{\"model\":{\"id\":\"\xff\xfe\"}}".to_vec();
    let server = Server::start([Reply::Bytes(odd.clone()), Reply::Bytes(odd)]).await;
    let response = server.client().models().get_model("m").send_text().await.expect("text");
    assert_eq!(response.get_ref(), "{\"model\":{\"id\":\"\u{fffd}\u{fffd}\"}}");
    assert_eq!(response.headers()["x-odd"].as_bytes(), b"\xff");
    let error = server.client().models().get_model("m").await.expect_err("it is no text");
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn an_answer_that_trickles_is_too_slow() {
    let builder = serve(|mut stream| async move {
        let head = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n").await;
        while head.is_ok() && stream.write_all(b" ").await.is_ok() {
            sleep(Duration::from_millis(20)).await;
        }
    });
    let client = builder.await.retries(0).build().expect("a client");
    let started = Instant::now();
    let error = client.models().get_model("m").timeout(Duration::from_millis(300)).await.expect_err("it is slow");
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!((Duration::from_millis(300)..SOON).contains(&started.elapsed()));
}

#[tokio::test]
async fn of_ten_gigabytes_little_is_read() {
    let (tell, told) = oneshot::channel();
    let builder = serve(move |mut stream| async move {
        let mut written = 0_usize;
        let head = stream.write_all(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n").await;
        let chunk = [format!("{:x}\r\n", 1 << 20).into_bytes(), vec![b' '; 1 << 20], b"\r\n".to_vec()].concat();
        while head.is_ok() && written < 10 << 30 && stream.write_all(&chunk).await.is_ok() {
            written += chunk.len();
        }
        let _ = tell.send(written);
    });
    let client = builder.await.max_response_bytes(4 << 20).build().expect("a client");
    let error =
        timeout(SOON, client.models().get_model("m").into_future()).await.expect("it ends").expect_err("too much");
    assert_eq!(error.kind(), ErrorKind::ResponseTooLarge);
    let written = timeout(SOON, told).await.expect("the connection ends").expect("a number");
    assert!(written < 64 << 20, "{written} bytes were taken");

    // A claim alone is enough.
    let claim = "HTTP/1.1 200 OK\r\ncontent-length: 10737418240\r\n\r\n";
    assert_eq!(get(claim).await.expect_err("too much").kind(), ErrorKind::ResponseTooLarge);
}

#[tokio::test]
async fn a_compressed_bomb_is_no_larger_than_the_limit() {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    let zeros = vec![b' '; 1 << 20];
    (0..64).for_each(|_| encoder.write_all(&zeros).expect("memory"));
    let bomb = encoder.finish().expect("memory");
    assert!(bomb.len() < 1 << 20);
    let headers = [("content-encoding", "gzip"), ("content-type", "application/json")];
    let server = Server::start([answer(200, &headers, &bomb), answer(500, &headers, &bomb)]).await;
    let client = server.builder().max_response_bytes(2 << 20).build().expect("a client");
    let error = client.models().get_model("m").await.expect_err("too much");
    assert_eq!(error.kind(), ErrorKind::ResponseTooLarge);
    let error = client.models().get_model("m").await.expect_err("a failure");
    assert_eq!((error.kind(), error.body().len()), (ErrorKind::Status, crate::limits::MAX_ERROR_BYTES));
}

#[tokio::test]
async fn a_call_that_is_dropped_ends_its_connection() {
    let (tell, told) = oneshot::channel();
    let builder = serve(move |mut stream| async move {
        let end = stream.read(&mut [0; 16]).await;
        let _ = tell.send(matches!(end, Ok(0) | Err(_)));
    });
    let client = builder.await.build().expect("a client");
    let call = timeout(Duration::from_millis(200), client.models().get_model("m").into_future());
    assert!(call.await.is_err(), "it is dropped without an answer");
    assert!(timeout(SOON, told).await.expect("the connection ends").expect("an end"));
}
