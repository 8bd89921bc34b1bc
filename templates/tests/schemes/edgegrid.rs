//! Akamai EdgeGrid, against the test data of Akamai's own libraries.

use crate::auth::edgegrid::sign;
use crate::auth::scheme::Parameters;
use crate::common::{Request, authorization, moment, parameters};

const HOST: &str = "https://akaa-baseurl-xxxxxxxxxxx-xxxxxxxxxxxxx.luna.akamaiapis.net";

fn akamai(more: &[(&'static str, &str)]) -> Parameters {
    let basic = [
        ("accessToken", "akab-access-token-xxx-xxxxxxxxxxxxxxxx"),
        ("clientToken", "akab-client-token-xxx-xxxxxxxxxxxxxxxx"),
        ("clientSecret", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx="),
        ("maxBodySize", "2048"),
        ("headersToSign", "X-Test1, X-Test2,X-Test3"),
    ];
    Parameters::new(basic.iter().chain(more).map(|(name, value)| (*name, (*value).to_owned())))
}

/// 2014-03-21T19:34:21Z
const TIME: u64 = 1_395_430_461;

const PREFIX: &str = "EG1-HMAC-SHA256 client_token=akab-client-token-xxx-xxxxxxxxxxxxxxxx;\
                      access_token=akab-access-token-xxx-xxxxxxxxxxxxxxxx;timestamp=20140321T19:34:21+0000;\
                      nonce=nonce-xx-xxxx-xxxx-xxxx-xxxxxxxxxxxx;signature=";

#[track_caller]
fn check(parameters: &Parameters, request: Request, signature: &str) {
    let moment = moment(TIME, "nonce-xx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");
    let additions = sign(parameters, &request.target(), &moment).expect("signed");
    assert_eq!(authorization(&additions), format!("{PREFIX}{signature}"));
}

fn request(method: &'static str, path: &str) -> Request {
    Request::new(method, &format!("{HOST}{path}"))
}

#[test]
fn requests_without_a_body() {
    check(&akamai(&[]), request("GET", ""), "tL+y4hxyHxgWVD30X3pWnGKHcPzmrIF+LThiAOhMxYU=");
    check(&akamai(&[]), request("GET", "/testapi/v1/t1?p1=1&p2=2"), "hKDH1UlnQySSHjvIcZpDMbQHihTQ0XyVAKZaApabdeA=");
}

#[test]
fn bodies() {
    let post = |body: &str| request("POST", "/testapi/v1/t3").body(body);
    let data = "datadatadatadatadatadatadatadata";
    check(&akamai(&[]), post(data), "hXm4iCxtpN22m4cbZb4lVLW5rhX8Ca82vCFqXzSTPe4=");
    let limit = "d".repeat(2048);
    check(&akamai(&[]), post(&limit), "6Q6PiTipLae6n4GsSIDTCJ54bEbHUBp+4MUXrbQCBoY=");
    check(&akamai(&[]), post(&format!("{limit}d")), "6Q6PiTipLae6n4GsSIDTCJ54bEbHUBp+4MUXrbQCBoY=");
    check(&akamai(&[]), request("POST", "/testapi/v1/t6"), "1gEDxeQGD5GovIkJJGcBaKnZ+VaPtrc4qBUHixjsPCQ=");
    // Bodies of other methods are not signed.
    let put = request("PUT", "/testapi/v1/t6").body("PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP");
    check(&akamai(&[]), put, "GNBWEYSEWOLtu+7dD52da2C39aX/Jchpon3K/AmBqBU=");
}

#[test]
fn headers() {
    let with = |value: &str| request("GET", "/testapi/v1/t4").header("x-test1", value).header("x-other", "unsigned");
    check(&akamai(&[]), with("test-simple-header"), "8F9AybcRw+PLxnvT+H0JRkjROrrUgsxJTnRXMzqvcwY=");
    let quoted = "\"     test-header-with-spaces     \"";
    check(&akamai(&[]), with(quoted), "ucq2AbjCNtobHfCTuS38fdkl5UDdWHZhQX46fYR8CqI=");
    let spaced = "     first-thing      second-thing";
    check(&akamai(&[]), with(spaced), "WtnneL539UadAAOJwnsXvPqT4Kt6z7HMgBEwAFpt3+c=");
}

#[test]
fn a_base_url_a_time_and_a_nonce_of_ones_own() {
    let own = [
        ("baseURL", "akaa-baseurl-xxxxxxxxxxx-xxxxxxxxxxxxx.luna.akamaiapis.net/"),
        ("timestamp", "20140321T19:34:21+0000"),
        ("nonce", "nonce-xx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"),
    ];
    let request = Request::new("GET", "https://elsewhere.example.com/");
    let additions = sign(&akamai(&own), &request.target(), &moment(5, "other")).expect("signed");
    let expected = format!("{PREFIX}tL+y4hxyHxgWVD30X3pWnGKHcPzmrIF+LThiAOhMxYU=");
    assert_eq!(authorization(&additions), expected);
}

#[test]
fn without_a_secret_nothing_is_added() {
    let partial = parameters([("accessToken", "a"), ("clientToken", "c"), ("clientSecret", "")]);
    let additions = sign(&partial, &request("GET", "/").target(), &moment(5, "n")).expect("no error");
    assert!(additions.headers.is_empty());
}
