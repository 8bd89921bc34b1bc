//! AWS Signature Version 4.

use crate::auth::awsv4::sign;
use crate::auth::scheme::{Additions, Parameters, Payload, Target};
use crate::common::{Request, added, authorization, moment, parameters};

/// 2015-08-30T12:36:00Z
const SUITE: u64 = 1_440_938_160;

const TOKEN: &str = "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267";

/// The credentials of AWS's test suite, and what else a test needs.
fn suite(more: &[(&'static str, &str)]) -> Parameters {
    let basic = [
        ("accessKey", "AKIDEXAMPLE"),
        ("secretKey", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
        ("service", "service"),
    ];
    Parameters::new(basic.iter().chain(more).map(|(name, value)| (*name, (*value).to_owned())))
}

fn request(method: &'static str, path: &str) -> Request {
    Request::new(method, &format!("https://example.amazonaws.com{path}"))
}

fn signature(additions: &Additions) -> &str {
    match additions.query.iter().find(|pair| pair.0 == "X-Amz-Signature") {
        Some(pair) => &pair.1,
        None => authorization(additions).rsplit_once("Signature=").expect("a signature").1,
    }
}

#[test]
fn the_whole_header() {
    let additions = sign(&suite(&[]), &request("GET", "/").target(), &moment(SUITE, "")).expect("signed");
    assert_eq!(
        authorization(&additions),
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, \
         SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
    );
    assert_eq!(added(&additions, "x-amz-date"), "20150830T123600Z");
    assert_eq!(additions.headers.len(), 2, "no hash of a body that is empty");
    assert!(additions.query.is_empty());
}

/// The cases of AWS's test suite (`aws-signing-test-suite/v4`): method and path, the signature in the header, the
/// signature in the query.
const PATHS: &str = "
GET /
  5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
  e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d
GET //
  5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
  e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d
GET //example//
  9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84
  c1834e8fb0307243711f0f907f6ab7311ed300d87f13792d7ee4da89ab93e082
GET /./example
  ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5
  35034b1a0bdd969f346975386daf8aedfd4976573b8348cf4f67eaa41c5857de
GET /example1/example2/../..
  5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
  e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d
GET /?Param2=value2&Param1=value1
  b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500
  86012e2c9ad4d77369f5d81c11f75158aae4f895a085212cc6d3f923d300bed5
GET /?Param-3=Value3&Param=Value2&%E1%88%B4=Value1
  371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac
  c5f1848ceec943ac2ca68ee720460c23aaae30a2300586597ada94c4a65e4787
GET /?ሴ=bar
  2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04
  0bdd809b1519ac4f0c1dc3540e2cc46bd0c7f778eda408b2ebf3b913d21ff600
GET /?-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz=-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz
  9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197
  8e76a88a7433637b12778d5592799b29ad21ecd6cf6325051c21d86f0acda2bf
POST /
  5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b
  2ce6e6d2e0cf2f9d1b55fafec88cd20574c31dc2e7631979f71ba2310083e95b
POST /?Param1=value1
  28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11
  a9ef26247f293bffe40eeff86a0480ba8c14d31503b2e0c3399e3a16bf1a3682
";

#[test]
fn paths_and_queries_of_the_test_suite() {
    let words: Vec<&'static str> = PATHS.split_ascii_whitespace().collect();
    assert_eq!(words.len(), 4 * 11);
    for case in words.chunks_exact(4) {
        let &[method, path, in_header, in_query] = case else { unreachable!("four words") };
        let additions = sign(&suite(&[]), &request(method, path).target(), &moment(SUITE, "")).expect("signed");
        assert_eq!(signature(&additions), in_header, "{method} {path}");
        let request = request(method, &expiring(path));
        let parameters = suite(&[("addAuthDataToQuery", "true")]);
        let additions = sign(&parameters, &request.target(), &moment(SUITE, "")).expect("signed");
        assert_eq!(signature(&additions), in_query, "{method} {path} in the query");
        assert!(additions.headers.is_empty());
    }
}

#[test]
fn a_path_is_encoded_once_more() {
    // `double-url-encode` of the same suite, as the AWS SDK for Rust has it.
    let url = "https://lambda.us-east-2.amazonaws.com/2015-03-31/functions/\
               arn%3Aaws%3Alambda%3Aus-west-2%3A892717189312%3Afunction%3Amy-rusty-fun/invocations";
    let parameters = parameters([
        ("accessKey", "AKIDEXAMPLE"),
        ("secretKey", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
        ("service", "lambda"),
        ("region", "us-east-2"),
    ]);
    let moment = moment(1_620_747_645, "");
    let additions = sign(&parameters, &Request::new("POST", url).target(), &moment).expect("signed");
    assert_eq!(signature(&additions), "4b93abbcc68be32bd64c18e2c71150660ab4c29bbd6c32a383a7517a88fc1804");
}

/// In the query, the suite's signatures expire after an hour.
fn expiring(path: &str) -> String {
    let separator = if path.contains('?') { '&' } else { '?' };
    format!("{path}{separator}X-Amz-Expires=3600")
}

#[test]
fn headers_and_bodies_of_the_test_suite() {
    let cases = [
        (
            request("GET", "/").header("my-header1", "value1").header("my-header2", "\"a   b   c\""),
            "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
        ),
        (
            ["value4", "value1", "value3", "value2"]
                .iter()
                .fold(request("GET", "/"), |request, value| request.header("my-header1", value)),
            "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01",
        ),
        (
            request("POST", "/").header("my-header1", "VALUE1"),
            "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d",
        ),
        (
            request("POST", "/").form("Param1=value1").header("content-length", "13"),
            "d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b",
        ),
        (
            request("POST", "/")
                .header("content-type", "application/x-www-form-urlencoded; charset=utf-8")
                .header("content-length", "13")
                .body("Param1=value1"),
            "328d1b9eaadca9f5818ef05e8392801e091653bafec24fcab71e7344e7f51422",
        ),
        (
            request("GET", "/").header("user-agent", "any").header("range", "bytes=0-9"),
            "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        ),
        (
            request("GET", "/").header("authorization", "old").header("x-amz-date", "old"),
            "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        ),
    ];
    for (request, expected) in cases {
        let additions = sign(&suite(&[]), &request.target(), &moment(SUITE, "")).expect("signed");
        assert_eq!(signature(&additions), expected, "{}", authorization(&additions));
    }
}

#[test]
fn a_body_is_signed_in_the_query_as_well() {
    let request = request("POST", "/?X-Amz-Expires=3600").form("Param1=value1").header("content-length", "13");
    let parameters = suite(&[("addAuthDataToQuery", "true")]);
    let additions = sign(&parameters, &request.target(), &moment(SUITE, "")).expect("signed");
    assert_eq!(signature(&additions), "89a40deed0f26f9461242825a082d2222717248abc7ab41f552ad84a94ad46e9");
}

#[test]
fn a_session_of_the_test_suite() {
    let header = sign(&suite(&[("sessionToken", TOKEN)]), &request("GET", "/").target(), &moment(SUITE, ""));
    let additions = header.expect("signed");
    assert_eq!(signature(&additions), "07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8");
    assert_eq!(added(&additions, "x-amz-security-token"), TOKEN);
    let parameters = suite(&[("sessionToken", TOKEN), ("addAuthDataToQuery", "true")]);
    let query = sign(&parameters, &request("GET", "/?X-Amz-Expires=3600").target(), &moment(SUITE, ""));
    assert_eq!(signature(&query.expect("signed")), "7ff2b50b376cb4d151970630573d6291dc128cc5c2a12ffb237f73cc53f67b6c");
}

/// The credentials and the moment of the examples in the documentation of S3.
fn s3_parameters(query: &str) -> Parameters {
    parameters([
        ("accessKey", "AKIAIOSFODNN7EXAMPLE"),
        ("secretKey", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
        ("service", "s3"),
        ("region", "us-east-1"),
        ("addAuthDataToQuery", query),
    ])
}

fn s3(request: &Request, query: &str) -> Additions {
    sign(&s3_parameters(query), &request.target(), &moment(1_369_353_600, "")).expect("signed")
}

#[test]
fn the_examples_of_s3() {
    let put = Request::new("PUT", "https://examplebucket.s3.amazonaws.com/test$file.text")
        .header("date", "Fri, 24 May 2013 00:00:00 GMT")
        .header("x-amz-storage-class", "REDUCED_REDUNDANCY")
        .body("Welcome to Amazon S3.");
    let additions = s3(&put, "false");
    assert_eq!(signature(&additions), "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    assert_eq!(
        added(&additions, "x-amz-content-sha256"),
        "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072"
    );
    let list = Request::new("GET", "https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J");
    let additions = s3(&list, "false");
    assert_eq!(signature(&additions), "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    let get = Request::new("GET", "https://examplebucket.s3.amazonaws.com/test.txt");
    let additions = s3(&get, "true");
    assert_eq!(signature(&additions), "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
    let expires = additions.query.iter().find(|pair| pair.0 == "X-Amz-Expires");
    assert_eq!(expires.map(|pair| pair.1.as_str()), Some("86400"));
}

#[test]
fn a_body_that_s3_does_not_see_signed() {
    let put = Request::new("PUT", "https://examplebucket.s3.amazonaws.com/test.txt");
    let parameters = s3_parameters("false");
    let target = Target { body: Payload::Stream, ..put.target() };
    let additions = sign(&parameters, &target, &moment(1_369_353_600, "")).expect("signed");
    assert_eq!(added(&additions, "x-amz-content-sha256"), "UNSIGNED-PAYLOAD");
    // As the package `aws4`, which Postman uses, signs a request with that header.
    assert_eq!(signature(&additions), "e5cba710bd56728f6e6842f3f79fa900e5f47e04debe3dd607877436ccd9b25a");
}

#[test]
fn what_a_url_has_of_the_scheme_is_replaced() {
    let url = "https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Signature=old&X-Amz-Date=old";
    let additions = s3(&Request::new("GET", url), "true");
    assert_eq!(signature(&additions), "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
}

#[test]
fn the_defaults_of_postman() {
    let parameters = parameters([("accessKey", "id"), ("secretKey", "key"), ("region", ""), ("service", "")]);
    let additions = sign(&parameters, &request("GET", "/").target(), &moment(SUITE, "")).expect("signed");
    assert!(authorization(&additions).contains("Credential=id/20150830/us-east-1/execute-api/aws4_request,"));
}
