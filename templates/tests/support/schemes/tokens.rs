//! Schemes that get a token first.

use std::time::Duration;

use super::{SECRET, authorization, core, operation, send};
use crate::server::{Reply, Server, answer, ok};
use crate::support::api::Auth;
use crate::support::call::Call;
use crate::support::endpoint::Endpoint;
use crate::support::response::{Binary, Raw};
use crate::support::{ErrorKind, schemes};

const TOKEN: &str = r#"{"access_token": "t0ken-1", "expires_in": 3600, "refresh_token": "fresh"}"#;

static CLIENT_CREDENTIALS: Endpoint = operation(
    "client_credentials",
    "GET",
    Auth::Scheme {
        send: schemes::oauth2,
        parameters: &[
            ("accessToken", "{access_token?}"),
            ("grant_type", "client_credentials"),
            ("accessTokenUrl", "{server:0}/oauth/token"),
            ("clientId", "{id}"),
            ("clientSecret", "{key}"),
            ("scope", "read write"),
        ],
    },
);

const CLIENT: &[(&str, &str)] = &[("id", "me"), ("key", SECRET)];

#[tokio::test]
async fn a_token_is_asked_for_once() {
    let server = Server::start([ok(TOKEN), ok("{}"), ok("{}"), ok("{}")]).await;
    let core = core(&server, CLIENT);
    let (first, second) = tokio::join!(send(&core, &CLIENT_CREDENTIALS), send(&core, &CLIENT_CREDENTIALS));
    first.and(second).expect("answers");
    send(&core.clone(), &CLIENT_CREDENTIALS).await.expect("an answer");
    let requests = server.requests();
    assert_eq!(requests[0].line, "POST /oauth/token");
    assert_eq!(requests[0].headers("host"), ["api.test"]);
    assert_eq!(requests[0].headers("content-type"), ["application/x-www-form-urlencoded"]);
    // "me:s3cret".
    assert_eq!(authorization(&requests[0]), "Basic bWU6czNjcmV0");
    assert_eq!(requests[0].body, "grant_type=client_credentials&scope=read%20write");
    assert_eq!(requests.len(), 4);
    for request in &requests[1..] {
        assert_eq!((request.line.as_str(), authorization(request)), ("GET /things", "Bearer t0ken-1"));
    }
}

#[tokio::test]
async fn a_token_that_ends_is_refreshed() {
    let short = r#"{"access_token": "t0ken-1", "expires_in": "0", "refresh_token": "fresh"}"#;
    let next = r#"{"access_token": "t0ken-2"}"#;
    let server = Server::start([ok(short), ok("{}"), ok(next), ok("{}"), ok("{}")]).await;
    let core = core(&server, CLIENT);
    for _ in 0..3 {
        send(&core, &CLIENT_CREDENTIALS).await.expect("an answer");
    }
    let requests = server.requests();
    assert_eq!(requests[2].body, "grant_type=refresh_token&refresh_token=fresh");
    assert_eq!(authorization(&requests[3]), "Bearer t0ken-2");
    assert_eq!(authorization(&requests[4]), "Bearer t0ken-2");
}

#[tokio::test]
async fn a_token_that_is_refused_is_asked_for_once_more() {
    let next = r#"{"access_token": "t0ken-2"}"#;
    let refused = || answer(401, &[], "revoked");
    // The first refresh is refused too, so that the client begins anew.
    let script = [ok(TOKEN), refused(), answer(400, &[], r#"{"error": "invalid_grant"}"#), ok(next), ok("{}")];
    let server = Server::start(script).await;
    send(&core(&server, CLIENT), &CLIENT_CREDENTIALS).await.expect("an answer");
    let requests = server.requests();
    assert_eq!(requests[2].body, "grant_type=refresh_token&refresh_token=fresh");
    assert_eq!(requests[3].body, "grant_type=client_credentials&scope=read%20write");
    assert_eq!(authorization(&requests[4]), "Bearer t0ken-2");
}

#[tokio::test]
async fn an_error_tells_that_it_was_the_token() {
    let told = r#"{"error": "invalid_client"}"#;
    let server = Server::start([answer(401, &[], told), ok(r#"{"token": "t0ken-1"}"#), Reply::Close]).await;
    let core = core(&server, CLIENT);
    let error = send(&core, &CLIENT_CREDENTIALS).await.expect_err("no token");
    assert_eq!(error.kind(), ErrorKind::Authentication);
    assert_eq!(error.status(), None, "it is not the call's");
    assert!(error.to_string().starts_with("client_credentials: no access token: 401"), "{error}");
    assert!(error.to_string().contains("invalid_client"), "{error}");
    let odd = send(&core, &CLIENT_CREDENTIALS).await.expect_err("no token");
    assert!(odd.to_string().contains("has no `access_token`"), "{odd}");
    let broken = send(&core, &CLIENT_CREDENTIALS).await.expect_err("no token");
    assert!(broken.is_retryable(), "asking again does no harm");
    for error in [error, odd, broken] {
        let text = format!("{error} {error:?}");
        assert!(!text.contains(SECRET) && !text.contains("t0ken"), "{text}");
    }
}

#[tokio::test]
async fn a_token_that_is_given_is_sent() {
    let server = Server::start([ok("{}"), ok("{}")]).await;
    send(&core(&server, &[CLIENT, &[("access_token", "mine")]].concat()), &CLIENT_CREDENTIALS)
        .await
        .expect("an answer");
    send(&core(&server, &[CLIENT, &[("access_token", "")]].concat()), &CLIENT_CREDENTIALS).await.expect("an answer");
    let requests = server.requests();
    assert_eq!(authorization(&requests[0]), "Bearer mine");
    assert!(requests[1].headers("authorization").is_empty(), "an empty token is none");
}

static PASSWORD: Endpoint = operation(
    "password",
    "GET",
    Auth::Scheme {
        send: schemes::oauth2,
        parameters: &[
            ("grant_type", "password_credentials"),
            ("accessTokenUrl", "https://login.test/token"),
            ("username", "{id}"),
            ("password", "{key}"),
            ("clientId", "app"),
            ("client_authentication", "body"),
            ("addTokenTo", "queryParams"),
        ],
    },
);

#[tokio::test]
async fn a_password_gets_a_token_for_the_query() {
    let server = Server::start([ok(TOKEN), ok("{}")]).await;
    send(&core(&server, CLIENT), &PASSWORD).await.expect("an answer");
    let requests = server.requests();
    assert_eq!(requests[0].headers("host"), ["login.test"]);
    assert_eq!(requests[0].body, "grant_type=password&username=me&password=s3cret&client_id=app");
    assert!(requests[0].headers("authorization").is_empty());
    assert_eq!(requests[1].line, "GET /things?access_token=t0ken-1");
}

static CODE: Endpoint = operation(
    "code",
    "GET",
    Auth::Scheme {
        send: schemes::oauth2,
        parameters: &[
            ("accessToken", "{my_token?}"),
            ("refreshToken", "{refresh_token?}"),
            ("accessTokenUrl", "{server:0}/token"),
            ("headerPrefix", ""),
        ],
    },
);

#[tokio::test]
async fn where_people_consent_a_token_is_given_or_refreshed() {
    let server = Server::start([ok(TOKEN), ok("{}")]).await;
    let error = send(&core(&server, &[]), &CODE).await.expect_err("nothing is given");
    assert_eq!(error.to_string(), "code: no value for the credential `my_token`: set it on the client");
    send(&core(&server, &[("refresh_token", "from outside")]), &CODE).await.expect("an answer");
    let requests = server.requests();
    assert_eq!(requests[0].body, "grant_type=refresh_token&refresh_token=from%20outside");
    assert_eq!(authorization(&requests[1]), "t0ken-1");
}

const SHORT: &str = r#"{"access_token": "t0ken-1", "expires_in": 0, "refresh_token": "rotated"}"#;
const NEXT: &str = r#"{"access_token": "t0ken-2"}"#;

#[tokio::test]
async fn what_refreshes_a_token_outlives_a_failure() {
    let server = Server::start([ok(SHORT), ok("{}"), answer(503, &[], "later"), Reply::Hang, ok(NEXT), ok("{}")]).await;
    let core = core(&server, &[("refresh_token", "from outside")]);
    send(&core, &CODE).await.expect("an answer");
    let error = send(&core, &CODE).await.expect_err("no new token");
    assert_eq!(error.kind(), ErrorKind::Authentication);
    let mut call = Call::new(&core, &CODE);
    call.timeout(Duration::from_millis(300));
    let error = call.send(Raw::into_response::<_, Binary>).await.expect_err("the server does not answer");
    assert!(error.is_timeout(), "{error}");
    send(&core, &CODE).await.expect("an answer");
    let requests = server.requests();
    for request in &requests[2..5] {
        assert_eq!(request.body, "grant_type=refresh_token&refresh_token=rotated");
    }
    assert_eq!(authorization(&requests[5]), "t0ken-2");
}

#[tokio::test]
async fn a_token_that_was_refused_is_not_sent_again() {
    let script = [ok(TOKEN), answer(401, &[], "revoked"), answer(503, &[], "later"), ok(NEXT), ok("{}")];
    let server = Server::start(script).await;
    let core = core(&server, &[("refresh_token", "from outside")]);
    send(&core, &CODE).await.expect_err("no new token");
    send(&core, &CODE).await.expect("an answer");
    let requests = server.requests();
    assert_eq!(requests[3].body, "grant_type=refresh_token&refresh_token=fresh");
    assert_eq!(authorization(&requests[4]), "t0ken-2");
}

#[tokio::test]
async fn what_refreshes_a_token_goes_when_the_server_knows_it_no_more() {
    let gone = answer(400, &[], r#"{"error": "invalid_grant"}"#);
    let server = Server::start([ok(SHORT), ok("{}"), gone, ok(NEXT), ok("{}")]).await;
    let core = core(&server, &[("refresh_token", "from outside")]);
    send(&core, &CODE).await.expect("an answer");
    send(&core, &CODE).await.expect_err("no new token");
    send(&core, &CODE).await.expect("an answer");
    assert_eq!(server.requests()[3].body, "grant_type=refresh_token&refresh_token=from%20outside");
}

#[tokio::test]
async fn clients_with_the_same_credentials_share_a_token() {
    let server = Server::start([ok(TOKEN), ok("{}"), ok("{}"), ok(NEXT), ok("{}"), ok(NEXT), ok("{}")]).await;
    let core = core(&server, CLIENT);
    send(&core, &CLIENT_CREDENTIALS).await.expect("an answer");
    let mut same = core.to_builder();
    same.default_header("x-team", "7");
    send(&same.build().expect("a client"), &CLIENT_CREDENTIALS).await.expect("an answer");
    assert_eq!(server.requests().len(), 3, "one token for both");
    let mut other = core.to_builder();
    other.credential("id", "you".to_owned());
    send(&other.build().expect("a client"), &CLIENT_CREDENTIALS).await.expect("an answer");
    let mut elsewhere = core.to_builder();
    elsewhere.server(0, "http://other.test".to_owned());
    send(&elsewhere.build().expect("a client"), &CLIENT_CREDENTIALS).await.expect("an answer");
    let lines: Vec<String> = server.requests().into_iter().map(|request| request.line).collect();
    assert_eq!(lines[3..], ["POST /oauth/token", "GET /things", "POST /oauth/token", "GET /things"]);
}
