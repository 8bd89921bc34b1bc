//! Schemes of authentication that need code of their own, as servers see them.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use crate::server::{Reply, Request, Server, answer, ok};
use crate::support::api::{Api, Auth, Operation};
use crate::support::builder::CoreBuilder;
use crate::support::call::Call;
use crate::support::core::Core;
use crate::support::response::{Binary, Raw};
use crate::support::{ErrorKind, Result, schemes};

static API: Api = Api {
    name: "schemes",
    version: "0.1.0",
    servers: &["http://api.test"],
    variables: &[("region", "eu-west-1")],
    dynamic: None,
    auth: Auth::None,
    envelope: None,
};

const SECRET: &str = "s3cret";

/// An operation with this authentication.
const fn operation(name: &'static str, method: &'static str, auth: Auth) -> Operation {
    Operation { name, method, server: 0, path: "/things", headers: &[], query: &[], auth: Some(auth) }
}

fn core(server: &Server, credentials: &[(&'static str, &str)]) -> Core {
    core_at(&server.url, credentials)
}

fn core_at(url: &str, credentials: &[(&'static str, &str)]) -> Core {
    let mut builder = CoreBuilder::new(&API);
    builder.via(url.to_owned());
    builder.retries(0);
    for (name, value) in credentials {
        builder.credential(name, (*value).to_owned());
    }
    builder.build().expect("a client")
}

async fn send(core: &Core, operation: &'static Operation) -> Result<()> {
    Call::new(core, operation).send(Raw::into_response::<_, Binary>).await.map(|_| ())
}

fn authorization(request: &Request) -> &str {
    request.headers("authorization").first().copied().unwrap_or_default()
}

/// Each scheme that signs requests, with what its header begins with.
static SIGNED: [(Operation, &str); 6] = [
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

const PEM: &str = include_str!("../schemes/keys/rsa1024.pem");

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

static OAUTH1_FORM: Operation = operation(
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

static AWS_QUERY: Operation = operation(
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

static DIGEST: Operation = operation(
    "digest",
    "GET",
    Auth::Scheme { send: schemes::digest, parameters: &[("username", "{id}"), ("password", "{key}")] },
);

fn challenge(text: &str) -> Reply {
    answer(401, &[("www-authenticate", "Basic realm=\"x\""), ("www-authenticate", text)], "who?")
}

#[tokio::test]
async fn a_digest_answers_the_challenge() {
    let asked = r#"Digest realm="r", nonce="n1", qop="auth", algorithm=SHA-256"#;
    let server = Server::start([challenge(asked), ok("{}")]).await;
    send(&core(&server, &[("id", "me"), ("key", SECRET)]), &DIGEST).await.expect("an answer");
    let requests = server.requests();
    assert!(requests[0].headers("authorization").is_empty());
    assert!(authorization(&requests[1]).starts_with(r#"Digest username="me", realm="r", nonce="n1""#));
}

#[tokio::test]
async fn a_digest_answers_once_unless_it_came_too_late() {
    let asked = r#"Digest realm="r", nonce="n1", qop="auth""#;
    let server = Server::start([challenge(asked), challenge(asked)]).await;
    let error = send(&core(&server, &[("id", "me"), ("key", "wrong")]), &DIGEST).await.expect_err("a wrong password");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(401));
    assert_eq!(server.requests().len(), 2);

    let late = r#"Digest realm="r", nonce="n2", qop="auth", stale=true"#;
    let server = Server::start([challenge(asked), challenge(late), ok("{}")]).await;
    send(&core(&server, &[("id", "me"), ("key", SECRET)]), &DIGEST).await.expect("an answer");
    assert!(authorization(&server.requests()[2]).contains(r#"nonce="n2""#));
}

#[tokio::test]
async fn another_challenge_is_left_to_the_caller() {
    let server = Server::start([challenge("Bearer")]).await;
    let error =
        send(&core(&server, &[("id", "me"), ("key", SECRET)]), &DIGEST).await.expect_err("no digest is asked for");
    assert_eq!(error.kind(), ErrorKind::Status);
    assert_eq!(server.requests().len(), 1);
}

static SAVED_DIGEST: Operation = operation(
    "saved_digest",
    "GET",
    Auth::Scheme {
        send: schemes::digest,
        parameters: &[("username", "{id}"), ("password", "{key}"), ("realm", "r"), ("nonce", "n0")],
    },
);

#[tokio::test]
async fn a_challenge_that_is_known_is_answered_at_once() {
    let server = Server::start([ok("{}")]).await;
    send(&core(&server, &[("id", "me"), ("key", SECRET)]), &SAVED_DIGEST).await.expect("an answer");
    assert!(authorization(&server.request()).contains(r#"nonce="n0""#));
}

static NTLM: Operation = operation(
    "ntlm",
    "GET",
    Auth::Scheme { send: schemes::ntlm, parameters: &[("username", "{id}"), ("password", "{key}")] },
);

/// The server's message in MS-NLMP 4.2.4.3.
const NTLM_CHALLENGE: &str = "TlRMTVNTUAACAAAADAAMADgAAAAzgoriASNFZ4mrze8AAAAAAAAAACQAJABEAAAABgBwFwAAAA9TAGUAcgB2AGUAcgACAAwARABvAG0AYQBpAG4AAQAMAFMAZQByAHYAZQByAAAAAAA=";

/// Speaks NTLM: each connection has a handshake of its own. Counts the requests of each connection.
async fn ntlm_server() -> (String, Arc<Mutex<Vec<usize>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let counts = Arc::new(Mutex::new(Vec::new()));
    let shared = Arc::clone(&counts);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let counts = Arc::clone(&shared);
            let index = {
                let mut counts = counts.lock().expect("no test panicked");
                counts.push(0);
                counts.len() - 1
            };
            tokio::spawn(async move {
                let mut challenged = false;
                let mut bytes = Vec::new();
                loop {
                    while !bytes.ends_with(b"\r\n\r\n") {
                        if stream.read_buf(&mut bytes).await.unwrap_or(0) == 0 {
                            return;
                        }
                    }
                    counts.lock().expect("no test panicked")[index] += 1;
                    let head = String::from_utf8_lossy(&bytes).to_ascii_lowercase();
                    let reply = match head.split("authorization: ntlm ").nth(1).map(|rest| rest.len()) {
                        // The last message is much longer than the first.
                        Some(_) if challenged && head.contains("ntlm tlrmtvntuaad") => "200 OK\r\n".to_owned(),
                        Some(_) => {
                            challenged = true;
                            format!("401 No\r\nwww-authenticate: NTLM {NTLM_CHALLENGE}\r\n")
                        }
                        None => "401 No\r\nwww-authenticate: Negotiate\r\nwww-authenticate: NTLM\r\n".to_owned(),
                    };
                    bytes.clear();
                    let reply = format!("HTTP/1.1 {reply}content-length: 2\r\n\r\n{{}}");
                    if stream.write_all(reply.as_bytes()).await.is_err() {
                        return;
                    }
                }
            });
        }
    });
    (url, counts)
}

#[tokio::test]
async fn ntlm_shakes_hands_over_one_connection() {
    let (url, counts) = ntlm_server().await;
    let core = core_at(&url, &[("id", "OFFICE\\me"), ("key", SECRET)]);
    let calls = (0..8).map(|_| send(&core, &NTLM));
    for result in futures_util::future::join_all(calls).await {
        result.expect("each call is let in");
    }
    let counts = counts.lock().expect("no test panicked");
    assert_eq!(counts.iter().sum::<usize>(), 24, "{counts:?}: three requests for each call");
}

const TOKEN: &str = r#"{"access_token": "t0ken-1", "expires_in": 3600, "refresh_token": "fresh"}"#;

static CLIENT_CREDENTIALS: Operation = operation(
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

static PASSWORD: Operation = operation(
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

static CODE: Operation = operation(
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
