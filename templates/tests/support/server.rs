//! A server that answers as a script says, and remembers what it was asked.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use crate::mini::{Client, ClientBuilder};

/// What the server does with one connection.
#[derive(Clone)]
pub(crate) enum Reply {
    /// Sends these bytes and ends the connection.
    Bytes(Vec<u8>),
    /// Sends these bytes one part after the other, so that each arrives alone, and keeps the connection open.
    Parts(Vec<Vec<u8>>),
    /// Ends the connection.
    Close,
    /// Never answers.
    Hang,
}

/// A request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    /// Method and target: `GET /path?query`.
    pub(crate) line: String,
    headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Request {
    /// All values of a header.
    pub(crate) fn headers(&self, name: &str) -> Vec<&str> {
        let same = |pair: &&(String, String)| pair.0.eq_ignore_ascii_case(name);
        self.headers.iter().filter(same).map(|pair| pair.1.as_str()).collect()
    }

    /// The query, decoded.
    pub(crate) fn query(&self) -> Vec<(String, String)> {
        let target = self.line.split(' ').nth(1).expect("a target");
        let url = reqwest::Url::parse(&format!("http://localhost{target}")).expect("a URL");
        url.query_pairs().into_owned().collect()
    }
}

/// A running server. It ends with the test.
pub(crate) struct Server {
    pub(crate) url: String,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    /// Starts one that treats one connection after the other as the script says.
    pub(crate) async fn start(script: impl IntoIterator<Item = Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let requests = Arc::new(Mutex::new(Vec::new()));
        let script: Vec<Reply> = script.into_iter().collect();
        tokio::spawn(run(listener, script, Arc::clone(&requests)));
        Self { url, requests }
    }

    /// The same. What comes after the script is never answered, and it is told when the first such connection ends.
    pub(crate) async fn until_gone(script: impl IntoIterator<Item = Reply>) -> (Self, oneshot::Receiver<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (tell, gone) = oneshot::channel();
        let script: Vec<Reply> = script.into_iter().collect();
        let seen = Arc::clone(&requests);
        tokio::spawn(async move {
            answer_all(&listener, script, &seen).await;
            let Ok((mut stream, _)) = listener.accept().await else { return };
            if let Some(request) = read(&mut stream).await {
                seen.lock().expect("no test panicked").push(request);
            }
            // Nothing more is sent, so that this ends when the connection does.
            let _ = stream.read(&mut [0; 1]).await;
            let _ = tell.send(());
        });
        (Self { url, requests }, gone)
    }

    /// What it was asked until now.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.requests.lock().expect("no test panicked").clone()
    }

    /// The only request.
    pub(crate) fn request(&self) -> Request {
        let requests = self.requests();
        assert_eq!(requests.len(), 1, "{requests:?}");
        requests[0].clone()
    }

    /// A client of this server with all that it needs.
    pub(crate) fn client(&self) -> Client {
        self.builder().build().expect("the settings are right")
    }

    /// The same, with more to set.
    pub(crate) fn builder(&self) -> ClientBuilder {
        Client::builder().key("s3cret").user_id("alice").base_url(&self.url)
    }
}

async fn run(listener: TcpListener, script: Vec<Reply>, requests: Arc<Mutex<Vec<Request>>>) {
    let _open = answer_all(&listener, script, &requests).await;
    // Connections beyond the script are accepted and never answered, so that a test that makes them fails.
    std::future::pending::<()>().await;
}

/// Does what the script says, and returns the connections that stay open.
async fn answer_all(listener: &TcpListener, script: Vec<Reply>, requests: &Mutex<Vec<Request>>) -> Vec<TcpStream> {
    let mut open = Vec::new();
    for reply in script {
        let Ok((mut stream, _)) = listener.accept().await else {
            return open;
        };
        if let Some(request) = read(&mut stream).await {
            requests.lock().expect("no test panicked").push(request);
        }
        match reply {
            Reply::Bytes(bytes) => {
                // The client may have seen enough before the end.
                let _ = stream.write_all(&bytes).await;
                let _ = stream.shutdown().await;
            }
            Reply::Parts(parts) => {
                for part in parts {
                    let _ = stream.write_all(&part).await;
                    tokio::time::sleep(std::time::Duration::from_millis(5)).await;
                }
                open.push(stream);
            }
            Reply::Close => {}
            Reply::Hang => open.push(stream),
        }
    }
    open
}

async fn read(stream: &mut TcpStream) -> Option<Request> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8(bytes[..end].to_vec()).expect("a head in UTF-8");
    let mut lines = head.lines();
    let line = lines.next()?.trim_end_matches(" HTTP/1.1").to_owned();
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
        .collect();
    let mut request = Request { line, headers, body: String::new() };
    let length: usize = request.headers("content-length").first().map_or(0, |length| length.parse().expect("a number"));
    let chunked = request.headers("transfer-encoding") == ["chunked"];
    while bytes.len() < end + 4 + length || chunked && !bytes.ends_with(b"0\r\n\r\n") {
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
    request.body = String::from_utf8(bytes[end + 4..].to_vec()).expect("a body in UTF-8");
    Some(request)
}

/// A whole answer.
pub(crate) fn answer(status: u16, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Reply {
    let body = body.as_ref();
    let mut bytes = format!("HTTP/1.1 {status} Some\r\nconnection: close\r\ncontent-length: {}\r\n", body.len());
    for (name, value) in headers {
        bytes.push_str(&format!("{name}: {value}\r\n"));
    }
    bytes.push_str("\r\n");
    Reply::Bytes([bytes.as_bytes(), body].concat())
}

/// An answer of success.
pub(crate) fn ok(body: impl AsRef<[u8]>) -> Reply {
    answer(200, &[("content-type", "application/json")], body)
}
