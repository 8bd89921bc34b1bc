//! A server that fails a fifth of what it is asked, each in the way that the number of the call says.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What becomes of the first attempt of a call. Later ones succeed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It is done and answered.
    Fine,
    /// Status 503: it is not done.
    Busy,
    /// Status 502: it may have been done, and was.
    BadGateway,
    /// The connection ends after it was done.
    DoneAndCut,
    /// The answer ends in the middle.
    Half,
}

impl Fate {
    pub(crate) fn of(id: usize) -> Self {
        // Pairs, so that every fate meets both methods.
        match id / 2 % 20 {
            3 => Self::Busy,
            7 => Self::BadGateway,
            11 => Self::DoneAndCut,
            17 => Self::Half,
            _ => Self::Fine,
        }
    }

    /// Whether the client cannot know if it was done.
    pub(crate) fn is_unclear(self) -> bool {
        matches!(self, Self::BadGateway | Self::DoneAndCut | Self::Half)
    }
}

/// How often each call was asked for, and done.
type Counts = Arc<Mutex<HashMap<usize, (usize, usize)>>>;

pub(crate) struct Server {
    pub(crate) url: String,
    counts: Counts,
}

impl Server {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let counts = Counts::default();
        let shared = Arc::clone(&counts);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&shared)));
            }
        });
        Self { url, counts }
    }

    /// How often a call was done.
    pub(crate) fn done(&self, id: usize) -> usize {
        self.counts.lock().expect("no panic").get(&id).map_or(0, |counts| counts.1)
    }

    /// Forgets all calls, so that its own memory does not grow.
    pub(crate) fn forget(&self) {
        self.counts.lock().expect("no panic").clear();
    }
}

/// Answers one request after the other until the connection ends.
async fn serve(stream: TcpStream, counts: Counts) {
    let mut stream = BufReader::new(stream);
    while let Some(id) = read(&mut stream).await {
        let fate = {
            let mut counts = counts.lock().expect("no panic");
            let (asked, done) = counts.entry(id).or_default();
            *asked += 1;
            let fate = if *asked == 1 { Fate::of(id) } else { Fate::Fine };
            if fate != Fate::Busy {
                *done += 1;
            }
            fate
        };
        let body = format!("{{\"id\":{id}}}");
        let whole = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len());
        let answer = match fate {
            Fate::Fine => whole,
            Fate::Busy => "HTTP/1.1 503 Busy\r\nretry-after: 0\r\ncontent-length: 0\r\n\r\n".to_owned(),
            Fate::BadGateway => "HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n".to_owned(),
            Fate::DoneAndCut => return,
            Fate::Half => {
                // The client may have gone.
                let _ = stream.write_all(&whole.as_bytes()[..whole.len() - 2]).await;
                return;
            }
        };
        if stream.write_all(answer.as_bytes()).await.is_err() {
            return;
        }
    }
}

/// Reads a request and returns the number in its path.
async fn read(stream: &mut BufReader<TcpStream>) -> Option<usize> {
    let mut line = String::new();
    stream.read_line(&mut line).await.ok()?;
    let id = line.split(' ').nth(1)?.rsplit('/').next()?.parse().ok()?;
    let mut length = 0;
    loop {
        let mut header = String::new();
        stream.read_line(&mut header).await.ok()?;
        match header.trim_end().to_ascii_lowercase().split_once(": ") {
            Some(("content-length", value)) => length = value.parse().ok()?,
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await.ok()?;
    Some(id)
}
