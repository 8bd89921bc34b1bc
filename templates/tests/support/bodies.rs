//! Forms, files, queries, and bytes instead of them.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use futures_util::stream;

use crate::mini::{Client, CreateModels, PostModels};
use crate::server::{Server, answer, ok};
use crate::support::call::Call;
use crate::support::response::Text;
use crate::support::{ErrorKind, FormPairs, Request, Result, form};
use crate::uploads::{FileSource, FormParts};

#[derive(Clone, Debug, Default)]
struct TokenForm {
    form: FormPairs,
}

form!(TokenForm);

#[derive(Clone, Debug, Default)]
struct UploadForm {
    form: FormParts,
}

form!(UploadForm(parts));

impl UploadForm {
    fn photo(mut self, photo: impl Into<FileSource>) -> Self {
        self.form.set_file("photo", photo.into());
        self
    }
}

/// A call that sends what `fill` sets.
async fn send(client: &Client, fill: impl FnOnce(&mut Call)) -> Result<String> {
    let mut call = Request::<PostModels>::new(client.core()).call;
    fill(&mut call);
    Ok(call.send(|raw| raw.into_response::<_, Text>()).await?.into_inner())
}

/// A file of this test's own.
#[allow(clippy::disallowed_methods, reason = "what is sent has to be on disk first")]
fn file(name: &str, contents: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bodies");
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    std::fs::write(&path, contents).expect("a file");
    path
}

#[tokio::test]
async fn a_form_keeps_its_order_and_replaces_what_is_set_again() {
    let server = Server::start([ok("{}")]).await;
    let mut fields = TokenForm::new().with_field("a b[]", "1 & 2").form;
    fields.set("x", "old");
    fields.append("many", 1);
    fields.append("many", true);
    fields.set("x", "é=+");
    fields.set("empty", "");
    assert_eq!(format!("{fields:?}"), r#"["a b[]", "x", "many", "many", "empty"]"#);
    send(&server.client(), |call| call.form(&fields)).await.expect("an answer");
    let request = server.request();
    assert_eq!(request.headers("content-type"), ["application/x-www-form-urlencoded"]);
    let url = reqwest::Url::parse(&format!("http://localhost?{}", request.body)).expect("a query");
    let pairs: Vec<_> = url.query_pairs().map(|(name, value)| format!("{name}:{value}")).collect();
    assert_eq!(pairs, ["a b[]:1 & 2", "x:é=+", "many:1", "many:true", "empty:"]);
}

#[tokio::test]
async fn a_form_without_fields_sends_nothing() {
    let server = Server::start([ok("{}"), ok("{}"), ok("{}")]).await;
    let client = server.client();
    send(&client, |call| call.form(&TokenForm::new().form)).await.expect("an answer");
    send(&client, |call| call.multipart(UploadForm::new().form)).await.expect("an answer");
    send(&client, |call| call.file(FileSource::bytes("", ""))).await.expect("an answer");
    for request in server.requests() {
        assert_eq!(request.body, "");
        assert!(request.headers("content-type").is_empty());
    }
}

#[tokio::test]
async fn parts_are_texts_and_files_and_are_sent_again() {
    let server = Server::start([answer(503, &[], ""), ok("{}")]).await;
    let mut parts = UploadForm::new().with_field("title", "ü").photo(file("photo.png", b"from disk")).form;
    parts.set_as("meta", "{}", "application/json");
    parts.append_file("data", FileSource::bytes("a.csv", "1;2"));
    parts.append_file("data", FileSource::from(vec![b'3']));
    parts.append_file_as("data", FileSource::bytes("", ""), "image/gif");
    parts.append("evil\"\r\nX: y", "1");
    parts.append_file("file", FileSource::bytes("a\"; x=\"\r\nX: y\n.txt", "4"));
    send(&server.client(), |call| call.multipart(parts)).await.expect("the second answer");
    let requests = server.requests();
    for request in &requests {
        let media_type = request.headers("content-type").join("+");
        let boundary = media_type.strip_prefix("multipart/form-data; boundary=").expect("a boundary");
        let parts: Vec<&str> = request.body.split(&format!("--{boundary}")).map(str::trim).collect();
        let disposition = "Content-Disposition: form-data; name=";
        assert_eq!(
            parts,
            [
                String::new(),
                format!("{disposition}\"title\"\r\n\r\nü"),
                format!("{disposition}\"photo\"; filename=\"photo.png\"\r\nContent-Type: image/png\r\n\r\nfrom disk"),
                format!("{disposition}\"meta\"\r\nContent-Type: application/json\r\n\r\n{{}}"),
                format!("{disposition}\"data\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n1;2"),
                format!("{disposition}\"data\"\r\nContent-Type: application/octet-stream\r\n\r\n3"),
                format!("{disposition}\"data\"; filename=\"\"\r\nContent-Type: image/gif"),
                format!("{disposition}\"evil%22%0D%0AX: y\"\r\n\r\n1"),
                format!(
                    "{disposition}\"file\"; filename=\"a%22; x=%22%0D%0AX: y%0A.txt\"\r\nContent-Type: text/plain\r\n\r\n4"
                ),
                "--".to_owned(),
            ]
        );
        assert_eq!(request.headers("content-length"), [request.body.len().to_string()]);
    }
    assert_eq!(requests.len(), 2);
}

#[tokio::test]
async fn a_file_says_what_it_is_unless_the_call_does() {
    let server = Server::start([ok("{}"), ok("{}"), ok("{}"), ok("{}")]).await;
    let client = server.client();
    let path = file("page.html", b"<p>");
    send(&client, |call| call.file(path.as_path().into())).await.expect("an answer");
    send(&client, |call| call.file(FileSource::path(&path).media_type("a/b"))).await.expect("an answer");
    send(&client, |call| call.file(vec![b'x'].into())).await.expect("an answer");
    send(&client, |call| {
        call.file(FileSource::path(&path));
        call.header("content-type", "c/d".to_owned());
    })
    .await
    .expect("an answer");
    let sent: Vec<_> = server.requests().iter().map(|request| request.headers("content-type").join("+")).collect();
    assert_eq!(sent, ["text/html", "a/b", "application/octet-stream", "c/d"]);
    assert_eq!(server.requests()[0].headers("content-length"), ["3"]);
    assert_eq!(server.requests()[0].body, "<p>");
}

#[tokio::test]
async fn a_stream_is_sent_once() {
    let server = Server::start([ok("{}"), answer(503, &[], "")]).await;
    let chunks = || stream::iter(["one", "two"].map(Ok::<_, std::io::Error>));
    let client = server.client();
    send(&client, |call| call.file(FileSource::stream("a.txt", chunks()))).await.expect("an answer");
    let form = UploadForm::new().with_file("photo", FileSource::stream("a.txt", chunks()));
    let error = send(&client, |call| call.multipart(form.form)).await.expect_err("no second attempt");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(503));
    assert!(!error.is_retryable());
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[0].headers("content-type"), ["text/plain"]);
    assert_eq!(requests[0].headers("transfer-encoding"), ["chunked"]);
    assert_eq!(requests[0].body, "3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n");
    assert!(requests[1].body.contains("Content-Type: text/plain"), "{}", requests[1].body);
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_named() {
    let server = Server::start([]).await;
    let missing = FileSource::path("no/such/file.png");
    for error in [
        send(&server.client(), |call| call.file(missing.clone())).await,
        send(&server.client(), |call| call.multipart(UploadForm::new().photo(missing.clone()).form)).await,
    ] {
        let error = error.expect_err("there is no file");
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(error.to_string().contains("`no/such/file.png` cannot be read"), "{error}");
        assert!(!error.is_retryable());
    }
    let form = UploadForm::new().photo(FileSource::from(vec![1]).media_type("a\nb")).form;
    let error = send(&server.client(), |call| call.multipart(form)).await.expect_err("no media type");
    assert!(error.to_string().contains("cannot be a media type"), "{error}");
    let error = send(&server.client(), |call| call.file(FileSource::from(vec![1]).media_type("a\nb"))).await;
    assert!(error.expect_err("no media type").to_string().contains("`content-type` holds characters"));
}

#[tokio::test]
async fn other_bytes_have_the_same_media_type() {
    let server = Server::start([ok("{}"), ok("{}")]).await;
    let call = server.client().models().create_models(CreateModels::default());
    call.body("{broken").await.expect("an answer");
    send(&server.client(), |call| {
        call.json(&1_i64);
        call.untyped();
    })
    .await
    .expect("an answer");
    let requests = server.requests();
    assert_eq!(requests[0].body, "{broken");
    assert_eq!(requests[0].headers("content-type"), ["application/json"]);
    assert_eq!(requests[1].body, "1");
    assert!(requests[1].headers("content-type").is_empty());
}

#[tokio::test]
async fn a_query_is_sent_with_what_it_has() {
    let server = Server::start([ok("{}"), ok("{}")]).await;
    let client = server.client();
    send(&client, |call| call.graphql("{ a }", None, None::<&()>)).await.expect("an answer");
    send(&client, |call| call.graphql("query Q { a }", Some("Q"), Some(&[1]))).await.expect("an answer");
    let requests = server.requests();
    assert_eq!(requests[0].body, r#"{"query":"{ a }"}"#);
    assert_eq!(requests[1].body, r#"{"query":"query Q { a }","operationName":"Q","variables":[1]}"#);
    assert_eq!(requests[0].headers("content-type"), ["application/json"]);
}

#[test]
fn what_is_sent_does_not_show() {
    let client = Client::builder().build().expect("a client");
    let mut call = Request::<PostModels>::new(client.core()).call;
    call.form(&TokenForm::new().with_field("password", "hunter2").form);
    assert!(!format!("{call:?}").contains("hunter2"), "{call:?}");
    let form = UploadForm::new().with_field("password", "hunter2").photo(FileSource::bytes("a.txt", "hunter2"));
    assert_eq!(format!("{form:?}"), r#"UploadForm { form: ["password", "photo"] }"#);
    let file = FileSource::bytes("a.txt", "hunter2");
    assert_eq!(
        format!("{file:?}"),
        r#"FileSource { contents: "7 bytes", file_name: Some("a.txt"), media_type: None }"#
    );
    let _: Request<PostModels> = client.models().create_models(CreateModels::default()).body("hunter2");
}

/// What was told of a file while it was sent.
type Told = Arc<Mutex<Vec<(u64, Option<u64>)>>>;

fn watched(file: FileSource) -> (FileSource, Told) {
    let told = Told::default();
    let kept = Arc::clone(&told);
    (file.progress(move |sent, total| kept.lock().expect("no test panicked").push((sent, total))), told)
}

fn taken(told: &Told) -> Vec<(u64, Option<u64>)> {
    std::mem::take(&mut told.lock().expect("no test panicked"))
}

#[tokio::test]
async fn somebody_can_watch_how_a_file_is_sent() {
    let server = Server::start((0..5).map(|_| ok("{}"))).await;
    let client = server.client();
    let contents = "0123456789".repeat(20_000);
    let path = file("watched.txt", contents.as_bytes());
    for source in [FileSource::path(&path), FileSource::bytes("watched.txt", contents.clone())] {
        let (alone, told) = watched(source);
        send(&client, |call| call.file(alone.clone())).await.expect("an answer");
        let request = server.requests().pop().expect("a request");
        assert_eq!(request.body, contents);
        assert_eq!(request.headers("content-length"), ["200000"]);
        assert_eq!(request.headers("content-type"), ["text/plain"]);
        let seen = taken(&told);
        assert!(seen.len() > 3 && seen.is_sorted(), "{seen:?}");
        assert!(seen.iter().all(|pair| pair.1 == Some(200_000)), "{seen:?}");
        assert_eq!(seen.last(), Some(&(200_000, Some(200_000))));
        send(&client, |call| call.multipart(UploadForm::new().photo(alone).form)).await.expect("an answer");
        let request = server.requests().pop().expect("a request");
        assert!(request.body.contains(&contents));
        assert_eq!(request.headers("content-length"), [request.body.len().to_string()]);
        assert_eq!(taken(&told).last(), Some(&(200_000, Some(200_000))));
    }
    let chunks = stream::iter(["one", "three"].map(Ok::<_, std::io::Error>));
    let (streamed, told) = watched(FileSource::stream("a.txt", chunks));
    send(&client, |call| call.file(streamed)).await.expect("an answer");
    assert_eq!(taken(&told), [(3, None), (8, None)]);
}

#[tokio::test]
async fn a_file_that_is_sent_again_is_counted_again() {
    let server = Server::start([answer(503, &[], ""), ok("{}")]).await;
    let (source, told) = watched(FileSource::path(file("again.txt", b"abc")));
    send(&server.client(), |call| call.file(source)).await.expect("the second answer");
    assert_eq!(server.requests()[1].body, "abc");
    assert_eq!(taken(&told), [(3, Some(3)), (3, Some(3))]);
}

/// Calls that send one file alone, and the other as a part of a form.
async fn send_both(client: &Client, [alone, part]: [FileSource; 2]) -> [Result<String>; 2] {
    let form = UploadForm::new().photo(part).form;
    [send(client, |call| call.file(alone)).await, send(client, |call| call.multipart(form)).await]
}

#[tokio::test]
async fn an_empty_file_is_sent_as_one() {
    let server = Server::start([ok("{}"), ok("{}")]).await;
    let (source, told) = watched(FileSource::path(file("empty.txt", b"")));
    for answer in send_both(&server.client(), [source.clone(), source]).await {
        answer.expect("an answer");
    }
    let [alone, form] = &server.requests()[..] else { panic!("two requests") };
    assert_eq!((alone.body.as_str(), alone.headers("content-length")), ("", vec!["0"]));
    assert!(alone.headers("transfer-encoding").is_empty());
    assert!(form.body.contains("filename=\"empty.txt\"\r\nContent-Type: text/plain\r\n\r\n\r\n--"), "{}", form.body);
    assert_eq!(form.headers("content-length"), [form.body.len().to_string()]);
    assert!(taken(&told).is_empty());
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_file_that_does_not_know_its_length_is_sent_whole() {
    let server = Server::start([answer(503, &[], ""), ok("{}"), ok("{}")]).await;
    let (source, told) = watched(FileSource::path("/proc/version"));
    for answer in send_both(&server.client(), [source.clone(), source]).await {
        answer.expect("an answer");
    }
    let requests = server.requests();
    assert_eq!(requests.len(), 3, "the kernel tells again what it told");
    for request in &requests {
        assert!(request.body.contains("Linux version"), "{}", request.body);
        assert_eq!(request.headers("transfer-encoding"), ["chunked"]);
        assert!(request.headers("content-length").is_empty());
    }
    let told = taken(&told);
    assert!(told.len() == 3 && told.iter().all(|(sent, total)| *sent > 0 && total.is_none()), "{told:?}");
}

#[cfg(unix)]
#[tokio::test]
async fn a_pipe_is_sent_to_its_end_and_once() {
    let path = file("pipe", b"").with_file_name(format!("pipe-{}", std::process::id()));
    let made = std::process::Command::new("mkfifo").arg(&path).status().expect("a program that makes pipes");
    assert!(made.success());
    let server = Server::start([answer(503, &[], ""), ok("{}")]).await;
    let other = path.clone();
    let writer = std::thread::spawn(move || {
        use std::io::Write as _;
        #[allow(clippy::disallowed_methods, reason = "somebody has to write into the pipe")]
        let mut pipe = std::fs::OpenOptions::new().write(true).open(other).expect("the pipe");
        (0..2).for_each(|_| {
            pipe.write_all(b"piped").expect("a reader");
            std::thread::sleep(std::time::Duration::from_millis(20));
        });
    });
    let error = send(&server.client(), |call| call.file(FileSource::path(&path))).await.expect_err("no second attempt");
    writer.join().expect("all of it was read");
    #[allow(clippy::disallowed_methods, reason = "it is this test's own")]
    std::fs::remove_file(&path).expect("the pipe is there");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(503));
    assert!(!error.is_retryable());
    let request = server.request();
    assert_eq!(request.headers("transfer-encoding"), ["chunked"]);
    assert_eq!(request.body.matches("piped").count(), 2, "{}", request.body);
}

/// A file whose length becomes another one as soon as a part of it was sent.
fn changing(name: &str, length: u64) -> FileSource {
    let path = file(name, "0123456789".repeat(20_000).as_bytes());
    FileSource::path(&path).progress(move |_, _| {
        #[allow(clippy::disallowed_methods, reason = "it is this test's own")]
        let file = std::fs::OpenOptions::new().write(true).open(&path).expect("the file");
        file.set_len(length).expect("another length");
    })
}

#[tokio::test]
async fn a_file_that_grows_is_sent_as_it_was() {
    let server = Server::start([ok("{}"), ok("{}")]).await;
    let sources = [changing("grows.txt", 300_000), changing("grows-too.txt", 300_000)];
    for answer in send_both(&server.client(), sources).await {
        answer.expect("an answer");
    }
    for request in server.requests() {
        assert!(request.body.contains(&"0123456789".repeat(20_000)));
        assert!(!request.body.contains('\0'));
        assert_eq!(request.headers("content-length"), [request.body.len().to_string()]);
    }
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_file_that_shrinks_is_an_error() {
    let server = Server::start([ok("{}"), ok("{}")]).await;
    for answer in send_both(&server.client(), [changing("shrinks.txt", 10), changing("shrinks-too.txt", 10)]).await {
        let error = answer.expect_err("there is less than was said");
        assert_eq!(error.kind(), ErrorKind::Transport);
        let mut texts = Vec::new();
        let mut cause: Option<&dyn std::error::Error> = Some(&error);
        while let Some(error) = cause {
            texts.push(error.to_string());
            cause = error.source();
        }
        assert!(texts.iter().any(|text| text.contains("ends before the 200000 bytes")), "{texts:?}");
    }
    assert!(server.requests().is_empty(), "neither came whole");
}

#[tokio::test]
async fn a_folder_cannot_be_sent() {
    let server = Server::start([]).await;
    let folder = FileSource::path(env!("CARGO_TARGET_TMPDIR"));
    for answer in send_both(&server.client(), [folder.clone(), folder]).await {
        let error = answer.expect_err("it is no file");
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(error.to_string().contains("cannot be read"), "{error}");
    }
}
