//! Schemes that sign bodies, and bodies that are not there when they sign.

use futures_util::stream;

use super::{SECRET, authorization, core, operation};
use crate::server::{Server, answer, ok};
use crate::support::api::Auth;
use crate::support::call::Call;
use crate::support::endpoint::Endpoint;
use crate::support::response::{Binary, Raw};
use crate::support::{ErrorKind, Result, schemes};
use crate::uploads::{FileSource, FormParts};

static S3: Endpoint = operation(
    "s3",
    "PUT",
    Auth::Scheme {
        send: schemes::awsv4,
        parameters: &[("accessKey", "{id}"), ("secretKey", "{key}"), ("service", "s3")],
    },
);

static AWS: Endpoint = operation(
    "aws",
    "POST",
    Auth::Scheme { send: schemes::awsv4, parameters: &[("accessKey", "{id}"), ("secretKey", "{key}")] },
);

static AWS_QUERY: Endpoint = operation(
    "aws_query",
    "POST",
    Auth::Scheme {
        send: schemes::awsv4,
        parameters: &[("accessKey", "{id}"), ("secretKey", "{key}"), ("addAuthDataToQuery", "true")],
    },
);

static HAWK: Endpoint = operation(
    "hawk",
    "POST",
    Auth::Scheme {
        send: schemes::hawk,
        parameters: &[("authId", "{id}"), ("authKey", "{key}"), ("includePayloadHash", "true")],
    },
);

static EDGEGRID: Endpoint = operation(
    "edgegrid",
    "POST",
    Auth::Scheme {
        send: schemes::edgegrid,
        parameters: &[("accessToken", "{id}"), ("clientToken", "{id}"), ("clientSecret", "{key}")],
    },
);

static OAUTH1: Endpoint = operation(
    "oauth1",
    "POST",
    Auth::Scheme {
        send: schemes::oauth1,
        parameters: &[
            ("consumerKey", "{id}"),
            ("consumerSecret", "{key}"),
            ("addParamsToHeader", "true"),
            ("includeBodyHash", "true"),
        ],
    },
);

static DIGEST: Endpoint = operation(
    "digest",
    "POST",
    Auth::Scheme { send: schemes::digest, parameters: &[("username", "{id}"), ("password", "{key}")] },
);

async fn send(server: &Server, operation: &'static Endpoint, fill: impl FnOnce(&mut Call)) -> Result<()> {
    let mut call = Call::new(&core(server, &[("id", "me"), ("key", SECRET)]), operation);
    fill(&mut call);
    call.send(Raw::into_response::<_, Binary>).await.map(|_| ())
}

fn streamed() -> FileSource {
    FileSource::stream("a.txt", stream::iter(["one"].map(Ok::<_, std::io::Error>)))
}

fn form() -> FormParts {
    let mut form = FormParts::default();
    form.set("title", "a");
    form
}

#[tokio::test]
async fn s3_takes_a_body_that_nobody_signed() {
    let server = Server::start([ok(""), ok(""), ok("")]).await;
    send(&server, &S3, |call| call.file(streamed())).await.expect("an answer");
    send(&server, &S3, |call| call.multipart(form())).await.expect("an answer");
    send(&server, &S3, |call| call.file(FileSource::bytes("a.txt", "hello"))).await.expect("an answer");
    let requests = server.requests();
    let hashes: Vec<_> = requests.iter().map(|request| request.headers("x-amz-content-sha256").join("+")).collect();
    let hello = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    assert_eq!(hashes, ["UNSIGNED-PAYLOAD", "UNSIGNED-PAYLOAD", hello]);
    assert!(authorization(&requests[0]).contains(";x-amz-content-sha256;"), "{requests:?}");
}

#[tokio::test]
async fn a_stream_that_would_have_to_be_signed_is_not_sent() {
    let server = Server::start([]).await;
    for operation in [&AWS, &AWS_QUERY, &HAWK, &EDGEGRID, &OAUTH1] {
        let error = send(&server, operation, |call| call.file(streamed())).await.expect_err(operation.name);
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{error}");
        assert!(error.to_string().contains("read while it is sent"), "{error}");
    }
    for operation in [&AWS, &AWS_QUERY] {
        let error = send(&server, operation, |call| call.multipart(form())).await.expect_err(operation.name);
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{error}");
    }
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn what_is_in_memory_is_signed() {
    let operations = [(&AWS, "x-amz-content-sha256"), (&HAWK, "hash="), (&OAUTH1, "oauth_body_hash=")];
    let server = Server::start(operations.map(|_| ok(""))).await;
    for (operation, _) in operations {
        send(&server, operation, |call| call.file(FileSource::bytes("a.txt", "hello"))).await.expect(operation.name);
    }
    for (request, (_, hash)) in server.requests().iter().zip(operations) {
        assert!(authorization(request).contains(hash), "{request:?}");
        assert_eq!((request.body.as_str(), request.headers("content-type")), ("hello", vec!["text/plain"]));
    }
}

#[tokio::test]
async fn a_form_of_parts_is_sent_without_a_hash() {
    let operations = [&HAWK, &EDGEGRID, &OAUTH1];
    let server = Server::start(operations.map(|_| ok(""))).await;
    for operation in operations {
        send(&server, operation, |call| call.multipart(form())).await.expect(operation.name);
    }
    for request in server.requests() {
        let authorization = authorization(&request);
        assert!(!authorization.is_empty() && !authorization.contains("hash="), "{request:?}");
        assert!(request.body.contains("name=\"title\""), "{request:?}");
    }
}

#[tokio::test]
async fn a_form_in_a_stream_is_not_taken_for_an_empty_one() {
    let server = Server::start([]).await;
    let error = send(&server, &OAUTH1, |call| {
        call.file(streamed());
        call.header("content-type", "application/x-www-form-urlencoded".to_owned());
    });
    assert_eq!(error.await.expect_err("its fields are signed").kind(), ErrorKind::InvalidRequest);
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn a_challenge_to_a_stream_says_what_to_do() {
    let asked = r#"Digest realm="r", nonce="n1", qop="auth""#;
    let server = Server::start([answer(401, &[("www-authenticate", asked)], "who?")]).await;
    let error = send(&server, &DIGEST, |call| call.file(streamed())).await.expect_err("it is gone");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(error.to_string().contains("send a file or bytes instead"), "{error}");
    let whole = r#"Digest realm="r", nonce="n1", qop="auth-int""#;
    let server = Server::start([answer(401, &[("www-authenticate", whole)], "who?")]).await;
    let error = send(&server, &DIGEST, |call| call.multipart(form())).await.expect_err("it cannot be signed");
    assert!(error.to_string().contains("`auth-int` signs the body"), "{error}");
}
