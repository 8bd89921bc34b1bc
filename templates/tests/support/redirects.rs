//! Redirects: followed where no credential can get lost.

use crate::limits;
use crate::mini::CreateModels;
use crate::server::{Server, answer, ok};
use crate::support::ErrorKind;

#[tokio::test]
async fn one_within_the_origin_is_followed() {
    let server = Server::start([answer(302, &[("location", "/elsewhere?a=b")], ""), ok("{}")]).await;
    server.client().models().get_model("m").await.expect("an answer");
    let requests = server.requests();
    assert_eq!(requests[1].line, "GET /elsewhere?a=b");
    assert_eq!(requests[1].headers("authorization"), ["Key s3cret"]);
    assert!(requests[1].headers("referer").is_empty(), "it would hold the query of the first request");
}

#[tokio::test]
async fn a_body_goes_along_where_the_server_says_so() {
    let server = Server::start([answer(307, &[("location", "/again")], ""), ok("{}")]).await;
    server.client().models().create_models(CreateModels::default()).await.expect("an answer");
    let requests = server.requests();
    assert_eq!(requests[1].line, "POST /again");
    assert_eq!(requests[1].body, r#"{"models":[]}"#);
}

#[tokio::test]
async fn one_to_another_origin_is_an_error() {
    let other = Server::start([ok("{}")]).await;
    let target = format!("{}/take?secret=1", other.url.replace("127.0.0.1", "localhost"));
    for location in [target.as_str(), &format!("{}/port", other.url), "https://other.example/"] {
        let server = Server::start([answer(302, &[("location", location)], "")]).await;
        let error = server.client().models().get_model("m").await.expect_err("another origin");
        assert_eq!(error.kind(), ErrorKind::Status);
        assert_eq!(error.status().map(|status| status.as_u16()), Some(302));
        assert_eq!(error.headers().expect("headers")["location"], location);
        assert!(error.to_string().contains("was not followed"), "{error}");
        assert!(!error.to_string().contains("secret"), "{error}");
    }
    assert!(other.requests().is_empty());
}

#[test]
fn an_upgrade_to_https_stays_with_the_host() {
    let stays = |last: &str, next: &str| {
        crate::support::url::stays(&last.parse().expect("a URL"), &next.parse().expect("a URL"))
    };
    assert!(stays("http://a.example/x", "https://a.example/y"));
    assert!(stays("https://a.example/x", "https://a.example:443/y"));
    assert!(!stays("https://a.example/x", "http://a.example/x"));
    assert!(!stays("https://a.example/x", "https://a.example:444/x"));
    assert!(!stays("https://a.example/x", "https://b.a.example/x"));
    assert!(!stays("http://a.example/x", "https://b.example/x"));
}

#[tokio::test]
async fn a_circle_ends() {
    let around = std::iter::repeat_n(answer(302, &[("location", "/v2/models/m")], ""), 2 * limits::MAX_REDIRECTS);
    let server = Server::start(around).await;
    let error = server.client().models().get_model("m").await.expect_err("a circle");
    assert_eq!(error.kind(), ErrorKind::Status);
    assert_eq!(server.requests().len(), 1 + limits::MAX_REDIRECTS);
}

#[tokio::test]
async fn what_was_done_before_a_redirect_is_not_done_again() {
    let busy = || answer(503, &[("retry-after", "0")], "");
    let see_other = || answer(303, &[("location", "/v2/models/7")], "");
    let server = Server::start([see_other(), busy()]).await;
    let error = server.client().models().create_models(CreateModels::default()).await.expect_err("it is busy");
    assert!(!error.is_retryable(), "{error}");
    let lines: Vec<String> = server.requests().into_iter().map(|request| request.line).collect();
    assert_eq!(lines, ["POST /v2/models", "GET /v2/models/7"]);

    // Where there is no connection to where it leads, something was sent all the same.
    let closed = answer(303, &[("location", "https://localhost/v2/models/7")], "");
    let server = Server::start([closed]).await;
    let url = server.url.replace("127.0.0.1", "localhost");
    let client = server.builder().base_url(url).build().expect("a client");
    let error = client.models().create_models(CreateModels::default()).await.expect_err("it leads elsewhere");
    assert!(!error.is_retryable() && server.requests().len() == 1, "{error}");

    // What may be done twice is.
    let server = Server::start([see_other(), busy(), see_other(), ok("{}")]).await;
    server.client().models().create_models(CreateModels::default()).idempotent().await.expect("an answer");
    assert_eq!(server.requests().len(), 4);
}
