//! Schemes that answer a server's challenge.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::{SECRET, authorization, core, core_at, operation, send};
use crate::server::{Reply, Server, answer, ok};
use crate::support::api::Auth;
use crate::support::call::Call;
use crate::support::endpoint::Endpoint;
use crate::support::execute::open;
use crate::support::response::{Binary, Raw};
use crate::support::{ErrorKind, schemes};

static DIGEST: Endpoint = operation(
    "digest",
    "GET",
    Auth::Scheme { send: schemes::digest, parameters: &[("username", "{id}"), ("password", "{key}")] },
);

fn challenge(text: &str) -> Reply {
    answer(401, &[("www-authenticate", "Basic realm=\"x\""), ("www-authenticate", text)], "who?")
}

#[tokio::test]
async fn a_digest_answers_the_challenge() {
    let asked = r#"Digest realm="r", nonce="n1", qop="auth", algorithm=SHA-256"#;
    let server = Server::start([challenge(asked), ok("{}")]).await;
    send(&core(&server, &[("id", "me"), ("key", SECRET)]), &DIGEST).await.expect("an answer");
    let requests = server.requests();
    assert!(requests[0].headers("authorization").is_empty());
    assert!(authorization(&requests[1]).starts_with(r#"Digest username="me", realm="r", nonce="n1""#));
}

#[tokio::test]
async fn a_digest_answers_once_unless_it_came_too_late() {
    let asked = r#"Digest realm="r", nonce="n1", qop="auth""#;
    let server = Server::start([challenge(asked), challenge(asked)]).await;
    let error = send(&core(&server, &[("id", "me"), ("key", "wrong")]), &DIGEST).await.expect_err("a wrong password");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(401));
    assert_eq!(server.requests().len(), 2);

    let late = r#"Digest realm="r", nonce="n2", qop="auth", stale=true"#;
    let server = Server::start([challenge(asked), challenge(late), ok("{}")]).await;
    send(&core(&server, &[("id", "me"), ("key", SECRET)]), &DIGEST).await.expect("an answer");
    assert!(authorization(&server.requests()[2]).contains(r#"nonce="n2""#));
}

#[tokio::test]
async fn another_challenge_is_left_to_the_caller() {
    let server = Server::start([challenge("Bearer")]).await;
    let error =
        send(&core(&server, &[("id", "me"), ("key", SECRET)]), &DIGEST).await.expect_err("no digest is asked for");
    assert_eq!(error.kind(), ErrorKind::Status);
    assert_eq!(server.requests().len(), 1);
}

static SAVED_DIGEST: Endpoint = operation(
    "saved_digest",
    "GET",
    Auth::Scheme {
        send: schemes::digest,
        parameters: &[("username", "{id}"), ("password", "{key}"), ("realm", "r"), ("nonce", "n0")],
    },
);

#[tokio::test]
async fn a_challenge_that_is_known_is_answered_at_once() {
    let server = Server::start([ok("{}")]).await;
    send(&core(&server, &[("id", "me"), ("key", SECRET)]), &SAVED_DIGEST).await.expect("an answer");
    assert!(authorization(&server.request()).contains(r#"nonce="n0""#));
}

static NTLM: Endpoint = operation(
    "ntlm",
    "GET",
    Auth::Scheme { send: schemes::ntlm, parameters: &[("username", "{id}"), ("password", "{key}")] },
);

/// The server's message in MS-NLMP 4.2.4.3.
const NTLM_CHALLENGE: &str = "TlRMTVNTUAACAAAADAAMADgAAAAzgoriASNFZ4mrze8AAAAAAAAAACQAJABEAAAABgBwFwAAAA9TAGUAcgB2AGUAcgACAAwARABvAG0AYQBpAG4AAQAMAFMAZQByAHYAZQByAAAAAAA=";

/// Speaks NTLM: each connection has a handshake of its own. Bodies come late. Counts the requests of each connection.
async fn ntlm_server(late: Duration) -> (String, Arc<Mutex<Vec<usize>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let counts = Arc::new(Mutex::new(Vec::new()));
    let shared = Arc::clone(&counts);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let counts = Arc::clone(&shared);
            let index = {
                let mut counts = counts.lock().expect("no test panicked");
                counts.push(0);
                counts.len() - 1
            };
            tokio::spawn(async move {
                let mut challenged = false;
                let mut bytes = Vec::new();
                loop {
                    while !bytes.ends_with(b"\r\n\r\n") {
                        if stream.read_buf(&mut bytes).await.unwrap_or(0) == 0 {
                            return;
                        }
                    }
                    counts.lock().expect("no test panicked")[index] += 1;
                    let head = String::from_utf8_lossy(&bytes).to_ascii_lowercase();
                    let reply = match head.split("authorization: ntlm ").nth(1).map(|rest| rest.len()) {
                        // The last message is much longer than the first.
                        Some(_) if challenged && head.contains("ntlm tlrmtvntuaad") => "200 OK\r\n".to_owned(),
                        Some(_) => {
                            challenged = true;
                            format!("401 No\r\nwww-authenticate: NTLM {NTLM_CHALLENGE}\r\n")
                        }
                        None => "401 No\r\nwww-authenticate: Negotiate\r\nwww-authenticate: NTLM\r\n".to_owned(),
                    };
                    bytes.clear();
                    let head = format!("HTTP/1.1 {reply}content-length: 2\r\n\r\n");
                    let headed = stream.write_all(head.as_bytes()).await;
                    tokio::time::sleep(late).await;
                    if headed.and(stream.write_all(b"{}").await).is_err() {
                        return;
                    }
                }
            });
        }
    });
    (url, counts)
}

#[tokio::test]
async fn ntlm_shakes_hands_over_one_connection() {
    let (url, counts) = ntlm_server(Duration::ZERO).await;
    let core = core_at(&url, &[("id", "OFFICE\\me"), ("key", SECRET)]);
    let calls = (0..8).map(|_| send(&core, &NTLM));
    for result in futures_util::future::join_all(calls).await {
        result.expect("each call is let in");
    }
    let counts = counts.lock().expect("no test panicked");
    assert_eq!(counts.iter().sum::<usize>(), 24, "{counts:?}: three requests for each call");
}

#[tokio::test]
async fn ntlm_waits_for_the_body_that_holds_the_connection() {
    let (url, counts) = ntlm_server(Duration::from_millis(50)).await;
    let core = core_at(&url, &[("id", "me"), ("key", SECRET)]);
    let (first, second) = tokio::join!(send(&core, &NTLM), send(&core, &NTLM));
    first.and(second).expect("answers");
    assert_eq!(*counts.lock().expect("no test panicked"), [6], "one connection");
}

#[tokio::test]
async fn a_stream_keeps_no_other_call_waiting() {
    let (url, _) = ntlm_server(Duration::ZERO).await;
    let core = core_at(&url, &[("id", "me"), ("key", SECRET)]);
    let open = open(Call::new(&core, &NTLM)).await.expect("an answer");
    let mut other = Call::new(&core, &NTLM);
    other.timeout(Duration::from_secs(5));
    other.send(Raw::into_response::<_, Binary>).await.expect("an answer");
    drop(open);
}
