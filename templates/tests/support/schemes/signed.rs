//! Schemes that sign what is sent.

use super::{SECRET, authorization, core, operation, send};
use crate::server::{Server, answer, ok};
use crate::support::api::Auth;
use crate::support::call::Call;
use crate::support::endpoint::Endpoint;
use crate::support::response::{Binary, Raw};
use crate::support::{ErrorKind, schemes};

/// Each scheme that signs requests, with what its header begins with.
static SIGNED: [(Endpoint, &str); 6] = [
    (
        operation(
            "awsv4",
            "GET",
            Auth::Scheme {
                send: schemes::awsv4,
                parameters: &[("accessKey", "{id}"), ("secretKey", "{key}"), ("region", "{region}")],
            },
        ),
        "AWS4-HMAC-SHA256 Credential=me/",
    ),
    (
        operation(
            "hawk",
            "GET",
            Auth::Scheme {
                send: schemes::hawk,
                parameters: &[("authId", "{id}"), ("authKey", "{key}"), ("algorithm", "sha256")],
            },
        ),
        "Hawk id=\"me\"",
    ),
    (
        operation(
            "edgegrid",
            "GET",
            Auth::Scheme {
                send: schemes::edgegrid,
                parameters: &[("accessToken", "{id}"), ("clientToken", "{id}"), ("clientSecret", "{key}")],
            },
        ),
        "EG1-HMAC-SHA256 client_token=me;",
    ),
    (
        operation(
            "oauth1",
            "GET",
            Auth::Scheme {
                send: schemes::oauth1,
                parameters: &[
                    ("consumerKey", "{id}"),
                    ("consumerSecret", "{key}"),
                    ("token", "{token?}"),
                    ("addParamsToHeader", "true"),
                ],
            },
        ),
        "OAuth ",
    ),
    (
        operation(
            "oauth1_rsa",
            "GET",
            Auth::Scheme {
                send: schemes::oauth1_rsa,
                parameters: &[
                    ("consumerKey", "{id}"),
                    ("privateKey", "{pem}"),
                    ("signatureMethod", "RSA-SHA256"),
                    ("addParamsToHeader", "true"),
                ],
            },
        ),
        "OAuth ",
    ),
    (
        operation(
            "jwt",
            "GET",
            Auth::Scheme { send: schemes::jwt, parameters: &[("algorithm", "HS256"), ("secret", "{key}")] },
        ),
        "Bearer eyJ",
    ),
];

const PEM: &str = include_str!("../../schemes/keys/rsa1024.pem");

#[tokio::test]
async fn a_signature_is_in_the_header_and_hides_its_secret() {
    for (operation, begin) in &SIGNED {
        let server = Server::start([ok("{}"), answer(503, &[], "no")]).await;
        let core = core(&server, &[("id", "me"), ("key", SECRET), ("pem", PEM)]);
        send(&core, operation).await.unwrap_or_else(|error| panic!("{}: {error}", operation.name));
        let error = send(&core, operation).await.expect_err("it is refused");
        for request in server.requests() {
            assert!(authorization(&request).starts_with(begin), "{request:?}");
            assert!(!format!("{request:?}").contains(SECRET), "{request:?}");
            assert_eq!(request.headers("host"), ["api.test"], "{}", operation.name);
        }
        for text in [format!("{error:?} {error}"), format!("{core:?}"), format!("{:?}", Call::new(&core, operation))] {
            assert!(!text.contains(SECRET) && !text.contains("PRIVATE"), "{text}");
        }
    }
}

#[tokio::test]
async fn each_attempt_is_signed_anew() {
    let server = Server::start([answer(503, &[], "later"), ok("{}")]).await;
    let core = core(&server, &[("id", "me"), ("key", SECRET)]);
    let mut call = Call::new(&core, &SIGNED[1].0);
    call.retries(1);
    call.send(Raw::into_response::<_, Binary>).await.expect("an answer");
    let requests = server.requests();
    assert_ne!(authorization(&requests[0]), authorization(&requests[1]), "the nonce is another one");
}

#[tokio::test]
async fn what_the_call_brings_needs_no_secret() {
    for (operation, _) in &SIGNED {
        let server = Server::start([ok("{}")]).await;
        let mut call = Call::new(&core(&server, &[]), operation);
        call.header("authorization", "Mine".to_owned());
        call.send(Raw::into_response::<_, Binary>).await.expect("an answer");
        assert_eq!(authorization(&server.request()), "Mine");
    }
}

#[tokio::test]
async fn what_is_missing_is_named_before_anything_is_sent() {
    for (operation, _) in &SIGNED {
        let server = Server::start([]).await;
        let error = send(&core(&server, &[]), operation).await.expect_err("nothing is set");
        assert_eq!(error.kind(), ErrorKind::MissingVariable, "{error}");
        assert!(server.requests().is_empty());
    }
}

static OAUTH1_FORM: Endpoint = operation(
    "oauth1_form",
    "POST",
    Auth::Scheme { send: schemes::oauth1, parameters: &[("consumerKey", "{id}"), ("consumerSecret", "{key}")] },
);

#[tokio::test]
async fn a_signature_may_stand_in_a_form() {
    let server = Server::start([ok("{}")]).await;
    let mut call = Call::new(&core(&server, &[("id", "me"), ("key", SECRET)]), &OAUTH1_FORM);
    call.text("a=b%20c&oauth_nonce=old".to_owned(), "application/x-www-form-urlencoded");
    call.send(Raw::into_response::<_, Binary>).await.expect("an answer");
    let request = server.request();
    assert!(request.body.starts_with("a=b%20c&oauth_consumer_key=me&"), "{}", request.body);
    assert!(request.body.contains("&oauth_signature=") && !request.body.contains("=old"), "{}", request.body);
    assert_eq!(request.headers("content-length"), [request.body.len().to_string()]);
}

static AWS_QUERY: Endpoint = operation(
    "aws_query",
    "GET",
    Auth::Scheme {
        send: schemes::awsv4,
        parameters: &[("accessKey", "{id}"), ("secretKey", "{key}"), ("addAuthDataToQuery", "true")],
    },
);

#[tokio::test]
async fn a_signature_may_stand_in_the_query() {
    let server = Server::start([ok("{}")]).await;
    let mut call = Call::new(&core(&server, &[("id", "me"), ("key", SECRET)]), &AWS_QUERY);
    call.query("X-Amz-Signature", "old");
    call.query("a", "b c");
    call.send(Raw::into_response::<_, Binary>).await.expect("an answer");
    let request = server.request();
    let names: Vec<String> = request.query().into_iter().map(|pair| pair.0).collect();
    assert_eq!(names[0], "a");
    assert_eq!(names.iter().filter(|name| *name == "X-Amz-Signature").count(), 1, "{names:?}");
    assert!(!request.line.contains("=old") && request.headers("authorization").is_empty(), "{}", request.line);
}
