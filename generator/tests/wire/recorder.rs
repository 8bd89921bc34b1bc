//! A server on this machine that notes every request and answers `{}` to all of them.

use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use http_body_util::BodyExt as _;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request as HttpRequest, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::runtime::{self, Runtime};

use crate::request::Request;

/// A running server. It ends when it is dropped.
pub(crate) struct Recorder {
    url: String,
    requests: Arc<Mutex<Vec<Request>>>,
    _runtime: Runtime,
}

impl Recorder {
    pub(crate) fn start() -> Self {
        let runtime = runtime::Builder::new_multi_thread().worker_threads(1).enable_io().build().expect("a runtime");
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let requests = Arc::new(Mutex::new(Vec::new()));
        runtime.spawn(serve(listener, Arc::clone(&requests)));
        Self { url, requests, _runtime: runtime }
    }

    /// The address for `--via`.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// What came until now, in the order of arrival.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.requests.lock().expect("no handler panics").clone()
    }
}

async fn serve(listener: TcpListener, requests: Arc<Mutex<Vec<Request>>>) {
    while let Ok((stream, _)) = listener.accept().await {
        let requests = Arc::clone(&requests);
        let service = service_fn(move |request| record(request, Arc::clone(&requests)));
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

/// A request that breaks off is not noted, so the test misses it.
async fn record(
    request: HttpRequest<Incoming>,
    requests: Arc<Mutex<Vec<Request>>>,
) -> Result<Response<String>, Infallible> {
    let (head, body) = request.into_parts();
    if let Ok(body) = body.collect().await {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let headers = head.headers.iter().map(|(name, value)| (name.to_string(), text(value.as_bytes()))).collect();
        let mut request = Request {
            method: head.method.to_string(),
            target: head.uri.to_string(),
            headers,
            body: body.to_bytes().to_vec(),
            ..Request::default()
        };
        request.host = request.header("host").unwrap_or_default();
        requests.lock().expect("no handler panics").push(request);
    }
    let mut answer = Response::new("{}".to_owned());
    answer.headers_mut().insert("content-type", hyper::header::HeaderValue::from_static("application/json"));
    Ok(answer)
}
