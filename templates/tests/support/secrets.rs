//! Nothing that is printed holds a secret.

use std::fmt::Debug;
use std::time::Duration;

use crate::mini::PostModels;
use crate::server::{Reply, Server, answer, ok};
use crate::support::{Error, Request};

const SECRET: &str = "s3cret";

fn hidden(value: &impl Debug) {
    for text in [format!("{value:?}"), format!("{value:#?}")] {
        assert!(!text.contains(SECRET) && !text.contains("hush"), "{text}");
    }
}

fn hidden_error(error: &Error) {
    hidden(error);
    let mut cause: Option<&dyn std::error::Error> = Some(error);
    while let Some(error) = cause {
        assert!(!error.to_string().contains(SECRET), "{error}");
        cause = error.source();
    }
}

#[tokio::test]
async fn clients_and_calls_hide_them() {
    let server = Server::start([]).await;
    let builder = server.builder().default_header("X-Api-Key", "hush").default_header("X-Team", "7");
    hidden(&builder);
    let client = builder.build().expect("a client");
    hidden(&client);
    assert!(format!("{client:?}").contains("alice"), "what is no secret is shown");
    assert!(format!("{client:?}").contains("x-team"));
    let call = client.models().get_model("m").header("Authorization", "hush").header("Cookie", "hush");
    hidden(&call);
    assert!(format!("{call:?}").contains("models.get_model"));
    hidden(&client.models().delete_model("m").api_key("hush"));
    hidden(&client.models().get_model("m").send());
}

#[tokio::test]
async fn what_is_called_like_a_secret_is_hidden_too() {
    let client = Server::start([]).await.client();
    let call = client.models().archive("a").token("hush").view("full");
    hidden(&call);
    assert!(format!("{call:?}").contains("full"), "{call:?}");
    let mut call = Request::<PostModels>::new(client.core()).call;
    call.path("accessToken", "hush");
    call.query("X-Amz-Signature", "hush");
    call.query("page", 7);
    hidden(&call);
    assert!(format!("{call:?}").contains("(\"page\", \"7\")"), "{call:?}");
    let mut builder = client.core().to_builder();
    builder.variable("SESSION_PASSWORD", "hush".to_owned());
    hidden(&builder);
    let core = builder.build().expect("a client");
    hidden(&core);
    for text in [format!("{core:?}"), format!("{:?}", core.to_builder())] {
        assert!(text.contains("SESSION_PASSWORD") && text.contains("alice"), "{text}");
    }
}

#[tokio::test]
async fn errors_hide_them() {
    let server =
        Server::start([Reply::Close, Reply::Hang, answer(401, &[("set-cookie", "hush")], "no"), ok("[")]).await;
    let client = server.builder().retries(0).timeout(Duration::from_millis(500)).build().expect("a client");
    for _ in 0..4 {
        // This one has its key in the query, which the HTTP client's own errors show.
        hidden_error(&client.models().delete_model("m").await.expect_err("it fails"));
    }
    assert!(server.requests().iter().all(|request| request.line.contains(SECRET)));
    let unreachable = server.builder().base_url("http://127.0.0.1:9").retries(0).build().expect("a client");
    hidden_error(&unreachable.models().delete_model("m").await.expect_err("nothing listens"));
    let odd = server.builder().key("s3cret\n").build().expect("a client");
    let error = odd.models().get_model("m").await.expect_err("a line break");
    hidden_error(&error);
    assert!(error.to_string().contains("credential"), "{error}");
}

#[tokio::test]
async fn answers_hide_cookies() {
    let server = Server::start([answer(200, &[("set-cookie", "hush")], "{}")]).await;
    hidden(&server.client().models().get_model("m").send().await.expect("an answer"));
}
