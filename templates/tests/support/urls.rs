//! Paths and queries: what arrives is what was said.

use crate::mini::{Client, ListModels};
use crate::server::{Server, ok};
use crate::support::{ErrorKind, Request};

#[tokio::test]
async fn a_value_stays_within_its_segment() {
    let table = [
        ("a/b", "a%2Fb"),
        ("../../admin", "..%2F..%2Fadmin"),
        ("a\\b", "a%5Cb"),
        ("a?b=c", "a%3Fb%3Dc"),
        ("a#b", "a%23b"),
        ("100%", "100%25"),
        ("%2e%2e", "%252e%252e"),
        ("%2F", "%252F"),
        ("a b", "a%20b"),
        (" ", "%20"),
        ("tab\tand\nline\r", "tab%09and%0Aline%0D"),
        ("\u{0}\u{7f}", "%00%7F"),
        ("日本", "%E6%97%A5%E6%9C%AC"),
        ("a;b+c&d=e", "a%3Bb%2Bc%26d%3De"),
        ("{x}|^`\"<>[]'", "%7Bx%7D%7C%5E%60%22%3C%3E%5B%5D%27"),
        ("a:b@c,d$e-f_g~h", "a:b@c,d$e-f_g~h"),
        ("...", "..."),
        (".a", ".a"),
        ("a.", "a."),
    ];
    let server = Server::start(table.map(|_| ok("{}"))).await;
    let client = server.client();
    for (value, _) in table {
        client.models().get_model(value).await.expect(value);
    }
    let lines: Vec<String> = server.requests().into_iter().map(|request| request.line).collect();
    assert_eq!(lines, table.map(|(_, segment)| format!("GET /v2/models/{segment}")));
}

#[tokio::test]
async fn a_segment_can_be_made_of_parts() {
    let server = Server::start([ok("{}"), ok("{}")]).await;
    let client = server.client();
    client.models().export("csv", "a/b").await.expect("an answer");
    client.models().export(".", ".").await.expect("three dots lead nowhere");
    let lines: Vec<String> = server.requests().into_iter().map(|request| request.line).collect();
    assert_eq!(lines, ["GET /%7Bexport%7D/a%2Fb.csv", "GET /%7Bexport%7D/..."]);
}

#[tokio::test]
async fn a_value_may_be_several_segments() {
    let server = Server::start([ok("{}")]).await;
    let client = Client::builder().key("k").tenant("t").via(&server.url).build().expect("a client");
    client.models().archive("2024/a b/c?d").await.expect("an answer");
    assert_eq!(server.request().line, "POST /files/2024/a%20b/c%3Fd/archive?token=k");
    for folder in ["", "a/../..", "..", "a/./b"] {
        let error = client.models().archive(folder).await.expect_err("it climbs");
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(error.to_string().contains("`folder`"), "{error}");
    }
}

#[tokio::test]
async fn a_value_that_would_change_the_path_is_refused() {
    let server = Server::start([]).await;
    for value in ["", ".", ".."] {
        let error = server.client().models().get_model(value).await.expect_err("it climbs");
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert_eq!(error.operation(), Some("models.get_model"));
        assert!(error.to_string().contains("`model_id`"), "{error}");
    }
    let error = server.client().models().export("", "a").await.expect_err("a part is empty");
    assert!(error.to_string().contains("`format`"), "{error}");
    assert!(server.requests().is_empty());
}

#[test]
fn dots_are_seen_however_they_are_written() {
    use crate::support::url::path;
    let fill = |template, value| path("", template, &|_| Ok(value));
    assert_eq!(fill("/a/x{id}/b", "1").expect("a path"), "/a/x1/b");
    for (template, value) in [("/a/.{id}", "."), ("/a/%2e{id}/b", "."), ("/%2E{id}", "."), ("/a/../{id}", "x")] {
        let cause = fill(template, value).expect_err(template);
        assert!(cause.to_string().contains("another path"), "{cause}");
    }
}

#[test]
fn a_path_that_the_url_parser_would_repair_is_refused() {
    use crate::support::url::{Server, build};
    let server = Server::parse("https://example.com").expect("a server");
    for path in ["/a/./b", "/a/../b", "/a/%2e%2E/b", "/a\\b", "/a b", "/a\tb", "/a<b"] {
        assert!(build(&server, path, "").is_err(), "{path:?}");
    }
    for path in ["/", "", "//", "/a//b/", "/%2f", "/a:b;c=d"] {
        let url = build(&server, path, "q=%20").expect(path);
        let path = if path.is_empty() { "/" } else { path };
        assert_eq!(url.as_str(), format!("https://example.com{path}?q=%20"));
        let read = reqwest::Url::parse(url.as_str()).expect(path);
        assert_eq!((url.path(), url.query(), url.as_str()), (read.path(), read.query(), read.as_str()));
    }
    let server = Server::parse("https://[::1]:8080/proxy/").expect("a server");
    let url = build(&server, "/proxy/a", "").expect("a URL");
    assert_eq!(url.as_str(), "https://[::1]:8080/proxy/a");
    for path in ["/a?b", "/a#b", "/\u{e4}", "a", "@host/a"] {
        assert!(build(&server, path, "").is_err(), "{path:?}");
    }
    for query in ["a b", "a\tb", "#", "<", "\""] {
        assert!(build(&server, "/", query).is_err(), "{query:?}");
    }
}

#[tokio::test]
async fn the_call_decides_over_the_client() {
    let server = Server::start([ok("{}"), ok("{}")]).await;
    let client = server.client();
    client.models().list_models().await.expect("an answer");
    client.models().list_models().user_id("bob").await.expect("an answer");
    let requests = server.requests();
    assert!(requests[0].line.starts_with("GET /v2/users/alice/models?"));
    assert!(requests[1].line.starts_with("GET /v2/users/bob/models?"));
}

#[tokio::test]
async fn a_missing_variable_is_named_before_anything_is_sent() {
    let server = Server::start([]).await;
    let client = crate::mini::Client::builder().base_url(&server.url).key("k").build().expect("a client");
    let error = client.models().list_models().await.expect_err("no user");
    assert_eq!(error.kind(), ErrorKind::MissingVariable);
    assert_eq!(error.to_string(), "models.list_models: no value for `user_id`: set it on the call or on the client");
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn queries_keep_their_order_and_their_repeats() {
    let server = Server::start([ok("{}")]).await;
    let call = server.client().models().list_models();
    call.tag("b").page(1).tag("a").name("x").page(2).tag("b").await.expect("an answer");
    assert_eq!(
        server.request().line,
        "GET /v2/users/alice/models?view=full%20%26%20more&tag=b&page=2&tag=a&name=x&tag=b"
    );
}

#[tokio::test]
async fn one_value_takes_the_place_of_all_before() {
    let server = Server::start([ok("{}")]).await;
    let client = server.client();
    let mut call = Request::<ListModels>::new(client.core()).call;
    call.query_append("x", "1".into());
    call.query("y", true);
    call.query_append("x", "2".into());
    call.query_append("x", "3".into());
    call.query("x", 0.5);
    call.send(|raw| raw.into_response::<_, crate::support::response::Binary>()).await.expect("an answer");
    assert_eq!(server.request().line, "GET /v2/users/alice/models?view=full%20%26%20more&x=0.5&y=true");
}

#[tokio::test]
async fn query_values_are_read_back_exactly() {
    let values =
        ["a b", "a+b", "a&b=c;d", "#?%", "%20", "ü\u{1F600}", "\r\n\t\u{0}", "'\"<>`[]{}|\\^", "a,b:c/d@e$f", ""];
    let server = Server::start(values.map(|_| ok("{}"))).await;
    for value in values {
        server.client().models().list_models().name(value).await.expect(value);
    }
    for (request, value) in server.requests().iter().zip(values) {
        assert_eq!(request.query()[1], ("name".to_owned(), value.to_owned()), "{}", request.line);
        assert!(!request.line.contains('+'), "{}", request.line);
    }
}

#[tokio::test]
async fn a_base_url_may_have_a_path() {
    let server = Server::start([ok("{}"), ok("{}")]).await;
    for path in ["/proxy/a%20b", "/proxy/a%20b//"] {
        let client = server.builder().base_url(format!("{}{path}", server.url)).build().expect("a client");
        client.models().get_model("m").await.expect("an answer");
    }
    for request in server.requests() {
        assert_eq!(request.line, "GET /proxy/a%20b/v2/models/m");
    }
}

#[test]
fn a_wrong_base_url_is_an_error_of_the_builder() {
    let table =
        ["", "/v2", "mailto:a", "ftp://example.com", "https://", "https://h/?a=b", "https://h/#a", "https://u:pw@h"];
    for url in table {
        let error = crate::mini::Client::builder().base_url(url).build().expect_err(url);
        assert_eq!(error.kind(), ErrorKind::Configuration, "{url}");
        assert!(!error.to_string().contains("pw"), "{error}");
        assert!(crate::mini::Client::builder().via(url).build().is_err(), "{url}");
    }
    let error = crate::mini::Client::builder().via("http://127.0.0.1:1/path").build().expect_err("a path");
    assert!(error.to_string().contains("via"), "{error}");
}

#[tokio::test]
async fn a_server_without_an_address_is_named_when_it_is_needed() {
    let error = server_less().models().nowhere().await.expect_err("no address");
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.to_string().starts_with("models.nowhere: "), "{error}");
}

fn server_less() -> crate::mini::Client {
    crate::mini::Client::builder().key("k").build().expect("the other servers are known")
}

#[test]
fn a_base_url_without_a_scheme_is_https_but_on_this_machine() {
    use crate::support::url::Server;
    let table = [
        ("api.example.com", "https://api.example.com"),
        ("example.com:8443/v1/", "https://example.com:8443/v1"),
        ("10.0.0.7:80", "https://10.0.0.7:80"),
        ("localhost:8080", "http://localhost:8080"),
        ("127.0.0.1:8080/x", "http://127.0.0.1:8080/x"),
        ("[::1]:8080", "http://[::1]:8080"),
        ("localhost.example.com", "https://localhost.example.com"),
        ("http://api.example.com", "http://api.example.com"),
    ];
    for (text, base) in table {
        assert_eq!(Server::parse(text).expect("a base URL").base(), base, "{text}");
    }
}
