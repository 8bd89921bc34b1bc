//! Headers, bodies and authentication.

use crate::mini::{Client, CreateModels, Model, PostModels};
use crate::server::{Server, answer, ok};
use crate::support::call::Call;
use crate::support::response::Binary;
use crate::support::{Auth, Endpoint, ErrorKind, Request};

#[tokio::test]
async fn a_body_is_json_unless_the_call_says_otherwise() {
    let server = Server::start([ok("{}"), ok("{}")]).await;
    let body = CreateModels { models: vec![Model { id: "m".into(), size: 1 }] };
    let client = server.client();
    client.models().create_models(body.clone()).await.expect("an answer");
    client.models().create_models(body).header("content-type", "application/x").await.expect("an answer");
    let requests = server.requests();
    assert_eq!(requests[0].line, "POST /v2/models");
    assert_eq!(requests[0].body, r#"{"models":[{"id":"m","size":1}]}"#);
    assert_eq!(requests[0].headers("content-type"), ["application/json"]);
    assert_eq!(requests[1].headers("content-type"), ["application/x"]);
}

#[tokio::test]
async fn text_has_its_own_media_type() {
    let server = Server::start([ok("")]).await;
    let client = Client::builder().key("k").via(&server.url).build().expect("a client");
    client.models().upload("a;b\n").await.expect("an empty answer is enough");
    let request = server.request();
    assert_eq!(request.line, "PUT /files/upload");
    assert_eq!(request.headers("content-type"), ["text/csv; charset=utf-8"]);
    assert_eq!(request.body, "a;b\n");
    // The user name alone: "k:".
    assert_eq!(request.headers("authorization"), ["Basic azo="]);
    assert_eq!(request.headers("host"), ["upload.example.com"]);
}

#[tokio::test]
async fn a_body_that_cannot_be_encoded_comes_out_when_it_is_sent() {
    let server = Server::start([]).await;
    let client = server.client();
    let mut call = Request::<PostModels>::new(client.core()).call;
    call.graphql("{ a }", None, Some(&std::collections::BTreeMap::from([(vec![1], 2)])));
    let error = call.send(|raw| raw.into_response::<_, Binary>()).await.expect_err("a key is no string");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(error.to_string().contains("key must be a string"), "{error}");
}

#[tokio::test]
async fn the_nearest_header_has_its_way() {
    let server = Server::start([ok("{}"), ok("{}"), ok("{}")]).await;
    server.client().models().get_model("m").accept_language("de").await.expect("an answer");
    let client = server.builder().default_header("X-Trace", "client").default_header("X-Team", "7");
    let client = client.build().expect("a client");
    client.models().get_model("m").await.expect("an answer");
    client.models().get_model("m").header("x-trace", "call").header("accept", "a/b").await.expect("an answer");
    let requests = server.requests();
    assert_eq!(requests[0].headers("accept"), ["application/vnd.mini+json"]);
    assert_eq!(requests[0].headers("accept-language"), ["de"]);
    assert_eq!(requests[0].headers("x-trace"), ["a", "b"]);
    assert_eq!(requests[1].headers("x-trace"), ["client"]);
    assert_eq!(requests[1].headers("x-team"), ["7"]);
    assert_eq!(requests[2].headers("x-trace"), ["call"]);
    assert_eq!(requests[2].headers("accept"), ["a/b"]);
}

#[tokio::test]
async fn headers_have_values_of_the_client() {
    let server = Server::start([ok("{}"), ok("{}")]).await;
    let client = Client::builder().key("k").via(&server.url).tenant("t").build().expect("a client");
    client.models().archive("a").x_label("1").x_label("2").await.expect("an answer");
    client.models().archive("a").header("x-tenant", "mine").await.expect("an answer");
    let requests = server.requests();
    assert_eq!(requests[0].headers("x-tenant"), ["t"]);
    assert_eq!(requests[0].headers("x-session"), ["s-k"]);
    assert_eq!(requests[0].headers("x-literal"), ["{}"]);
    assert_eq!(requests[0].headers("x-label"), ["1", "2"]);
    assert_eq!(requests[1].headers("x-tenant"), ["mine"]);
}

#[tokio::test]
async fn queries_have_values_of_the_client_in_their_place() {
    let server = Server::start([ok("{}"), ok("{}"), ok("{}")]).await;
    let client = Client::builder().key("k&").via(&server.url).tenant("t").build().expect("a client");
    client.models().archive("a").view("all").await.expect("an answer");
    client.models().archive("a").token("mine").view("all").await.expect("an answer");
    client.models().archive("a").token("mine").await.expect("an answer");
    let lines: Vec<String> = server.requests().into_iter().map(|request| request.line).collect();
    let queries = ["view=all&token=k%26", "token=mine&view=all", "token=mine"];
    assert_eq!(lines, queries.map(|query| format!("POST /files/a/archive?{query}")));
}

#[tokio::test]
async fn a_variable_without_a_value_is_named() {
    let server = Server::start([ok("{}")]).await;
    let client = Client::builder().key("k").via(&server.url).build().expect("a client");
    let error = client.models().archive("a").await.expect_err("no tenant");
    assert_eq!(error.kind(), ErrorKind::MissingVariable);
    assert!(error.to_string().contains("`tenant`"), "{error}");
    client.models().archive("a").header("X-Tenant", "mine").await.expect("the call has its own");
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_value_that_is_made_for_a_call_is_the_same_in_all_its_attempts() {
    let server = Server::start([answer(503, &[], ""), ok("{}"), ok("{}"), ok("{}")]).await;
    let client = server.client();
    let call = client.models().export("csv", "a");
    call.clone().await.expect("an answer");
    call.clone().await.expect("an answer");
    call.header("X-Request-Id", "mine").await.expect("an answer");
    let ids: Vec<String> = server.requests().iter().map(|request| request.headers("x-request-id").join("+")).collect();
    assert_eq!(ids.len(), 4);
    assert!(ids[0].starts_with("r-"), "{ids:?}");
    assert_eq!(ids[0], ids[1]);
    assert_ne!(ids[1], ids[2]);
    assert_eq!(ids[3], "mine");
}

#[tokio::test]
async fn a_header_whose_value_cannot_be_made_is_named() {
    static OFF: Endpoint = Endpoint::new("off", "GET", "/off").headers(&[("X-Request-Id", "{$off}")]).auth(Auth::None);
    let server = Server::start([ok("")]).await;
    let call = Call::new(server.client().core(), &OFF);
    let error = call.clone().send(|raw| raw.into_response::<_, Binary>()).await.expect_err("no value");
    assert_eq!(error.kind(), ErrorKind::MissingVariable);
    assert!(error.to_string().starts_with("off: no value for the header `X-Request-Id`: set it"), "{error}");
    let mut call = call;
    call.header("x-request-id", "mine".into());
    call.send(|raw| raw.into_response::<_, Binary>()).await.expect("the call has its own");
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_host_has_values_of_the_client() {
    let server = Server::start([ok("{}"), ok("{}")]).await;
    let builder = || Client::builder().key("k").tenant("t").via(&server.url);
    builder().build().expect("a client").models().archive("a").await.expect("an answer");
    builder().region("us").build().expect("a client").models().archive("a").await.expect("an answer");
    let hosts: Vec<String> = server.requests().iter().map(|request| request.headers("host").join("+")).collect();
    assert_eq!(hosts, ["eu.example.com", "us.example.com"]);
    // A host that is none spoils the calls that go there, and no others.
    let client = builder().region("a b").build().expect("a client");
    let error = client.models().archive("a").await.expect_err("no host");
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.to_string().contains("set the base URL"), "{error}");
}

#[tokio::test]
async fn the_user_agent_names_the_crate_and_the_program() {
    let server = Server::start([ok("{}"), ok("{}")]).await;
    server.client().models().get_model("m").await.expect("an answer");
    let client = server.builder().user_agent("trains/2.1").build().expect("a client");
    client.models().get_model("m").await.expect("an answer");
    let requests = server.requests();
    assert_eq!(requests[0].headers("user-agent"), ["mini/0.1.0 (rust)"]);
    assert_eq!(requests[1].headers("user-agent"), ["mini/0.1.0 (rust) trains/2.1"]);
}

#[tokio::test]
async fn headers_that_cannot_be_sent_are_named() {
    let server = Server::start([]).await;
    let call = server.client().models().get_model("m").accept_language("de\r\nX-Evil: 1").header("bad name", "x");
    let error = call.await.expect_err("a line break");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(error.to_string().contains("`accept-language`"), "the first mistake counts: {error}");
    for client in [server.builder().default_header("a b", "c"), server.builder().user_agent("a\nb")] {
        assert_eq!(client.build().expect_err("it cannot be sent").kind(), ErrorKind::Configuration);
    }
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn authentication_is_a_header() {
    let server = Server::start([ok("{}"), ok("{}"), ok("{}"), ok("{}")]).await;
    let client = server.client();
    client.models().get_model("m").await.expect("an answer");
    client.models().get_model("m").header("authorization", "Mine").await.expect("an answer");
    client.models().export("csv", "a").await.expect("an answer");
    let keyless = Client::builder().base_url(&server.url).default_header("Authorization", "Session 1");
    keyless.build().expect("a client").models().get_model("m").await.expect("no key is needed");
    let sent: Vec<String> =
        server.requests().iter().map(|request| request.headers("authorization").join("+")).collect();
    assert_eq!(sent, ["Key s3cret", "Mine", "", "Session 1"]);
}

#[tokio::test]
async fn a_missing_credential_is_named() {
    let client = Client::builder().build().expect("a client");
    let error = client.models().get_model("m").await.expect_err("no key");
    assert_eq!(error.kind(), ErrorKind::MissingVariable);
    assert_eq!(error.to_string(), "models.get_model: no value for the credential `key`: set it on the client");
}

#[tokio::test]
async fn authentication_in_the_query_is_encoded_and_can_be_replaced() {
    let server = Server::start([ok("{}"), ok("{}")]).await;
    let client = server.builder().key("a&b=c").build().expect("a client");
    client.models().delete_model("m").await.expect("an answer");
    client.models().delete_model("m").api_key("mine").await.expect("an answer");
    let requests = server.requests();
    assert_eq!(requests[0].line, "DELETE /v2/models/m?api_key=a%26b%3Dc");
    assert!(requests[0].headers("authorization").is_empty());
    assert_eq!(requests[1].line, "DELETE /v2/models/m?api_key=mine");
}

#[tokio::test]
async fn via_changes_the_address_alone() {
    let server = Server::start([ok("{}"), ok("{}"), ok("{}"), ok("{}")]).await;
    let builder = || Client::builder().key("k").via(&server.url);
    builder().build().expect("a client").models().get_model("m").await.expect("an answer");
    let client = builder().base_url("https://other.example:8443/x").build().expect("a client");
    client.models().get_model("m").await.expect("an answer");
    client.models().get_model("m").header("host", "mine").await.expect("an answer");
    let client = builder().base_url("http://odd:/x").build().expect("a client");
    client.models().get_model("m").await.expect("an answer");
    let requests = server.requests();
    assert_eq!(requests[3].headers("host"), ["odd:"]);
    assert_eq!(requests[0].headers("host"), ["api.example.com"]);
    assert_eq!(requests[0].line, "GET /v2/models/m");
    assert_eq!(requests[1].headers("host"), ["other.example:8443"]);
    assert_eq!(requests[1].line, "GET /x/v2/models/m");
    assert_eq!(requests[2].headers("host"), ["mine"]);
}

#[tokio::test]
async fn a_client_of_ones_own_can_be_used() {
    let server = Server::start([ok("{}")]).await;
    let headers = [("x-own".parse().expect("a name"), "1".parse().expect("a value"))].into_iter().collect();
    let own = reqwest::Client::builder().default_headers(headers).redirect(crate::redirect_policy());
    let client = server.builder().http_client(own.build().expect("a client")).build().expect("a client");
    client.models().get_model("m").await.expect("an answer");
    let request = server.request();
    assert_eq!(request.headers("x-own"), ["1"]);
    assert_eq!(request.headers("user-agent"), ["mini/0.1.0 (rust)"]);
}
