//! What a call costs: by the generated crate, and by hand with reqwest and a type with derives, by turns. The same server on
//! this machine, which does nothing but answer, has the same request from both. Prints one line of JSON: pairs of nanoseconds
//! a call and of allocations a call, the generated crate's first.

use std::time::{Duration, Instant};

use clarifai::Client;
use futures_util::{StreamExt as _, stream};
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};

/// A model, as the API answers with it.
const ANSWER: &str = r#"{"status":{"code":10000,"description":"Ok","req_id":"7c1d"},"model":{"id":"train-or-boat","name":"Train or boat","created_at":"2024-05-01T10:00:00Z","modified_at":"2024-05-02T10:00:00Z","app_id":"app","user_id":"user","model_type_id":"visual-classifier","visibility":{"gettable":"PUBLIC"},"model_version":{"id":"v1","created_at":"2024-05-02T09:00:00Z","status":{"code":21100,"description":"Model is trained and ready"}}}}"#;

fn main() {
    // Both ends on one thread: waking another one takes longer than a call, and now and then twice as long.
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    let address = serve(&runtime);
    let client =
        Client::builder().key("key").user_id("user").app_id("app").base_url(&address).build().expect("a client");
    let http = reqwest::Client::builder().timeout(Duration::from_secs(120)).build().expect("a client");
    let url = format!("{address}/v2/users/user/apps/app/models/train-or-boat");
    let sides = Sides { client, http, url };

    let [one, many] = [1, 32].map(|at_once| sides.times(&runtime, at_once));
    println!("{}", json!({ "one": one, "many": many, "allocations": sides.allocations(&runtime) }));
}

struct Sides {
    client: Client,
    http: reqwest::Client,
    url: String,
}

impl Sides {
    async fn ours(&self) {
        let answer = self.client.models().get_model("train-or-boat").await.expect("an answer");
        assert!(answer.model.is_some());
    }

    async fn theirs(&self) {
        let request = self.http.get(&self.url).header("authorization", "Key key").header("user-agent", "by-hand/1.0");
        let response = request.send().await.expect("an answer").error_for_status().expect("success");
        let body = response.bytes().await.expect("a body");
        let answer: reference::ModelResponse = serde_json::from_slice(&body).expect("a model");
        assert!(answer.model.is_some());
    }

    async fn side(&self, side: usize) {
        match side {
            0 => self.ours().await,
            _ => self.theirs().await,
        }
    }

    /// Makes calls, so many at once.
    fn run(&self, runtime: &Runtime, side: usize, calls: usize, at_once: usize) {
        runtime.block_on(stream::iter(0..calls).for_each_concurrent(at_once, |_| self.side(side)));
    }

    /// The least time of a call on each side, in nanoseconds.
    fn times(&self, runtime: &Runtime, at_once: usize) -> [f64; 2] {
        const ROUNDS: usize = 60;
        const CALLS: usize = 320;
        let mut least = [f64::MAX; 2];
        for _ in 0..ROUNDS {
            for (side, least) in least.iter_mut().enumerate() {
                let start = Instant::now();
                self.run(runtime, side, CALLS, at_once);
                *least = least.min(start.elapsed().as_nanos() as f64 / CALLS as f64);
            }
        }
        least
    }

    /// How often a call allocates on each side.
    fn allocations(&self, runtime: &Runtime) -> [f64; 2] {
        const CALLS: usize = 1000;
        [0, 1].map(|side| {
            let counted = allocation_counter::measure(|| self.run(runtime, side, CALLS, 1));
            counted.count_total as f64 / CALLS as f64
        })
    }
}

/// Starts the server, and returns its address.
fn serve(runtime: &Runtime) -> String {
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    runtime.spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(answer(stream));
        }
    });
    address
}

/// Answers every request of a connection. None has a body.
async fn answer(mut stream: TcpStream) {
    let length = ANSWER.len();
    let answer =
        format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{ANSWER}");
    let mut bytes = Vec::new();
    while stream.read_buf(&mut bytes).await.is_ok_and(|read| read > 0) {
        while let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            bytes.drain(..end + 4);
            if stream.write_all(answer.as_bytes()).await.is_err() {
                return;
            }
        }
    }
}
