//! Authentication, as the server sees it.

use futures_util::stream;

use crate::mini::{Client, PostModels};
use crate::server::{Server, answer, ok};
use crate::support::response::Binary;
use crate::support::{ErrorKind, Outgoing, Request};
use crate::uploads::FileSource;

#[tokio::test]
async fn a_scheme_of_ones_own_takes_the_place_of_the_others() {
    let server = Server::start([ok("{}"), ok("{}")]).await;
    let sign = |request: &mut Outgoing<'_>| {
        let length = request.body().map(<[u8]>::len);
        let text = format!("{} {} {length:?}", request.method(), request.url());
        request.headers_mut().insert("x-signature", text.parse()?);
        Ok(())
    };
    let client = Client::builder().base_url("http://api.test").via(&server.url).sign(sign).build().expect("a client");
    client.models().get_model("m").await.expect("no key is needed");
    client.models().export("csv", "a").await.expect("an answer");
    let requests = server.requests();
    assert_eq!(requests[0].headers("x-signature"), ["GET http://api.test/v2/models/m Some(0)"]);
    assert!(requests[0].headers("authorization").is_empty());
    assert!(requests[1].headers("x-signature").is_empty(), "this one is for everybody");
}

#[tokio::test]
async fn a_signature_may_end_the_query_that_it_signs() {
    let server = Server::start([answer(503, &[], ""), ok("{}")]).await;
    let sign = |request: &mut Outgoing<'_>| {
        request.append_query("at", "1 & 2");
        let signed = request.url().query().unwrap_or_default().to_uppercase();
        request.append_query("signature", &signed);
        Ok(())
    };
    let client = server.builder().sign(sign).build().expect("a client");
    client.models().list_models().name("a b").await.expect("an answer");
    let query = "view=full%20%26%20more&name=a%20b&at=1%20%26%202";
    for request in server.requests() {
        let sent = request.line.split_once('?').expect("a query").1;
        assert!(sent.starts_with(&format!("{query}&signature=")), "{sent}");
        let pairs = request.query();
        assert_eq!(pairs.last(), Some(&("signature".to_owned(), query.to_uppercase())), "each attempt has its own");
        assert_eq!(pairs.len(), 4);
    }
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_signer_is_told_of_a_body_that_it_cannot_see() {
    let server = Server::start([ok("{}"), ok("{}")]).await;
    let sign = |request: &mut Outgoing<'_>| {
        let seen = request.body().map_or("unseen".to_owned(), |body| String::from_utf8_lossy(body).into_owned());
        request.headers_mut().insert("x-seen", seen.parse()?);
        Ok(())
    };
    let client = server.builder().sign(sign).build().expect("a client");
    let chunks = stream::iter(["hello"].map(Ok::<_, std::io::Error>));
    for file in [FileSource::bytes("a.txt", "hello"), FileSource::stream("a.txt", chunks)] {
        let mut call = Request::<PostModels>::new(client.core()).call;
        call.file(file);
        call.send(|raw| raw.into_response::<_, Binary>()).await.expect("an answer");
    }
    let seen: Vec<String> = server.requests().iter().map(|request| request.headers("x-seen").join("+")).collect();
    assert_eq!(seen, ["hello", "unseen"]);
}

#[tokio::test]
async fn a_signature_that_cannot_be_made_ends_the_call() {
    let server = Server::start([]).await;
    let client = server.builder().sign(|_: &mut Outgoing<'_>| Err("no key in the vault".into()));
    let call = client.build().expect("a client").models().get_model("m");
    let error = call.await.expect_err("it cannot be signed");
    assert_eq!(error.kind(), ErrorKind::Authentication);
    assert_eq!(error.to_string(), "models.get_model: the request cannot be signed: no key in the vault");
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn an_unknown_scheme_is_an_error_until_somebody_signs() {
    let server = Server::start([ok("{}"), ok("{}")]).await;
    let error = server.client().models().vault().await.expect_err("nobody signs");
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.to_string().contains("`vault`"), "{error}");
    assert!(server.requests().is_empty());
    server.client().models().vault().header("authorization", "Mine").await.expect("the call brings it");
    let client = server.builder().sign(|_: &mut Outgoing<'_>| Ok(())).build().expect("a client");
    client.models().vault().await.expect("somebody signs");
    assert_eq!(server.requests()[0].headers("authorization"), ["Mine"]);
}

#[tokio::test]
async fn another_client_takes_the_settings_over() {
    let server = Server::start([ok("{}"), ok("{}")]).await;
    let first = server.builder().default_header("x-team", "7").user_agent("trains/2.1").build().expect("a client");
    let second = first.to_builder().key("other").build().expect("a client");
    second.models().list_models().await.expect("an answer");
    first.models().list_models().await.expect("an answer");
    let requests = server.requests();
    assert_eq!(requests[0].headers("authorization"), ["Key other"]);
    assert_eq!(requests[1].headers("authorization"), ["Key s3cret"]);
    for request in requests {
        assert_eq!(request.line, "GET /v2/users/alice/models?view=full%20%26%20more");
        assert_eq!(request.headers("x-team"), ["7"]);
        assert_eq!(request.headers("user-agent"), ["mini/0.1.0 (rust) trains/2.1"]);
    }
}

#[tokio::test]
async fn what_the_collection_writes_gives_way() {
    let server = Server::start([ok("{}"), ok("{}")]).await;
    server.client().models().own_header().await.expect("an answer");
    let client = server.builder().key("").build().expect("a client");
    client.models().own_header().await.expect("an answer");
    let requests = server.requests();
    assert_eq!(requests[0].headers("authorization"), ["Bearer s3cret"]);
    assert_eq!(requests[1].headers("authorization"), ["Written"], "an empty token is none");
}
