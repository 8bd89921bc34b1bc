//! OAuth 1.0.

use crate::auth::oauth1::{base_string, sign};
use crate::auth::oauth1_rsa;
use crate::auth::scheme::{Additions, Parameters};
use crate::common::{Request, authorization, moment, parameters};
use crate::support::Error;

const NONCE: &str = "0123456789abcdef0123456789abcdef";

/// The value of a parameter in the header, still encoded.
fn part(additions: &Additions, name: &str) -> String {
    let header = authorization(additions).strip_prefix("OAuth ").expect("OAuth").to_owned();
    let parts = header.split(',').filter_map(|part| part.split_once('='));
    let value = parts.into_iter().find(|part| part.0 == name).unwrap_or_else(|| panic!("no {name} in {header}")).1;
    value.trim_matches('"').to_owned()
}

/// RFC 5849, 1.2: the request for the photo.
fn photo(method: &str) -> Parameters {
    parameters([
        ("addParamsToHeader", "true"),
        ("consumerKey", "dpf43f3p2l4k3l03"),
        ("consumerSecret", "kd94hf93k423kf44"),
        ("token", "nnch734d00sl2jdk"),
        ("tokenSecret", "pfkkdhi9sl3r4s00"),
        ("signatureMethod", method),
        ("realm", "Photos"),
    ])
}

#[test]
fn the_example_of_the_standard() {
    let request = Request::new("GET", "http://photos.example.net/photos?file=vacation.jpg&size=original");
    let additions = sign(&photo("HMAC-SHA1"), &request.target(), &moment(137_131_202, "chapoH")).expect("signed");
    assert_eq!(
        authorization(&additions),
        "OAuth realm=\"Photos\",oauth_consumer_key=\"dpf43f3p2l4k3l03\",oauth_token=\"nnch734d00sl2jdk\",\
         oauth_signature_method=\"HMAC-SHA1\",oauth_timestamp=\"137131202\",oauth_nonce=\"chapoH\",\
         oauth_signature=\"MdpQcU8iPSUjWoN%2FUDMsK2sui9I%3D\""
    );
    assert!(additions.query.is_empty() && additions.form.is_empty());
}

#[test]
fn the_base_string_of_the_standard() {
    // RFC 5849, 3.4.1.1.
    let request =
        Request::new("POST", "http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b").form("c2&a3=2+q");
    let own = [
        ("oauth_consumer_key", "9djdj82h48djs9d2"),
        ("oauth_token", "kkk9d7dh3k39sjv7"),
        ("oauth_signature_method", "HMAC-SHA1"),
        ("oauth_timestamp", "137131201"),
        ("oauth_nonce", "7d8f3e4a"),
    ];
    assert_eq!(
        base_string(&request.target(), &own.map(|(name, value)| (name, value.to_owned()))).expect("a text"),
        "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D\
         %26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3D\
         HMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7"
    );
}

#[test]
fn a_form_as_twitter_documents_it() {
    // "Creating a signature" in the documentation of X's API.
    let request = Request::new("POST", "https://api.twitter.com/1.1/statuses/update.json?include_entities=true")
        .form("status=Hello%20Ladies%20%2b%20Gentlemen%2c%20a%20signed%20OAuth%20request%21");
    let parameters = parameters([
        ("addParamsToHeader", "true"),
        ("consumerKey", "xvz1evFS4wEEPTGEFPHBog"),
        ("consumerSecret", "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw"),
        ("token", "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb"),
        ("tokenSecret", "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE"),
        ("version", "1.0"),
    ]);
    let moment = moment(1_318_622_958, "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg");
    let additions = sign(&parameters, &request.target(), &moment).expect("signed");
    assert_eq!(part(&additions, "oauth_signature"), "hCtSmYh%2BiHYCEqBWrE7C7hYmtUk%3D");
}

#[test]
fn other_methods_with_a_secret() {
    let request = Request::new("GET", "http://photos.example.net/photos?file=vacation.jpg&size=original");
    let signature = |method| {
        let signed = sign(&photo(method), &request.target(), &moment(137_131_202, "chapoH"));
        part(&signed.expect("signed"), "oauth_signature")
    };
    assert_eq!(signature("PLAINTEXT"), "kd94hf93k423kf44%26pfkkdhi9sl3r4s00");
    // Computed by the reference implementation that Postman's runtime uses (node-oauth1).
    assert_eq!(signature("HMAC-SHA256"), "HtMwoX2zenlFjgGg%2FSNEoKEQmL7CzxYFEKzs7er044Y%3D");
    assert_eq!(
        signature("HMAC-SHA512"),
        "GnPni%2FI%2F%2FSEqvsTDz9Hl%2FoqxAlzMUgeQVrspr%2BN1EWltelChqWWuhrgewHZy90k8K2weeJkkURa%2FW10NRXY7uQ%3D%3D"
    );
    let error = sign(&photo("HMAC-MD5"), &request.target(), &moment(0, NONCE)).err().expect("an unknown method");
    assert!(error.to_string().contains("HMAC-MD5"), "{error}");
}

#[test]
fn parameters_in_the_form_or_in_the_query() {
    let pairs = [("consumerKey", "key"), ("consumerSecret", "secret"), ("nonce", "mine"), ("timestamp", "17")];
    let names = |pairs: &[(String, String)]| pairs.iter().map(|pair| pair.0.clone()).collect::<Vec<_>>().join(" ");
    let all = "oauth_consumer_key oauth_signature_method oauth_timestamp oauth_nonce oauth_signature";
    let form = Request::new("POST", "https://example.com/").form("a=b&oauth_nonce=old");
    let additions = sign(&parameters(pairs), &form.target(), &moment(5, NONCE)).expect("signed");
    assert_eq!(names(&additions.form), all);
    assert!(additions.query.is_empty() && additions.headers.is_empty());
    assert_eq!(additions.form[2].1, "17", "a moment that the parameters fix");
    assert_eq!(additions.form[3].1, "mine");
    for other in [
        Request::new("GET", "https://example.com/?a=b"),
        Request::new("POST", "https://example.com/?a=b").header("content-type", "application/json").body("{}"),
        Request::new("PATCH", "https://example.com/?a=b").form("c=d"),
    ] {
        let additions = sign(&parameters(pairs), &other.target(), &moment(5, NONCE)).expect("signed");
        assert_eq!(names(&additions.query), all);
        assert!(additions.form.is_empty() && additions.headers.is_empty());
    }
}

#[test]
fn what_a_request_has_of_the_scheme_is_not_signed() {
    let pairs = [("consumerKey", "key"), ("consumerSecret", "secret")];
    let signature = |url: &str| {
        let request = Request::new("GET", url);
        let additions = sign(&parameters(pairs), &request.target(), &moment(5, NONCE)).expect("signed");
        additions.query.last().expect("a signature").1.clone()
    };
    let clean = signature("https://example.com/?a=b");
    assert_eq!(signature("https://example.com/?oauth_signature=old&a=b&oauth_token=old"), clean);
    assert_ne!(signature("https://example.com/?a=c"), clean);
}

#[test]
fn extensions_and_empty_parameters() {
    let request =
        Request::new("POST", "https://example.com/").header("content-type", "text/plain").body("Hello World!");
    let sign = |pairs: &[(&'static str, &str)]| {
        let basic = [("consumerKey", "key"), ("consumerSecret", "secret"), ("addParamsToHeader", "true")];
        let all = basic.iter().chain(pairs).map(|(name, value)| (*name, (*value).to_owned()));
        sign(&Parameters::new(all), &request.target(), &moment(5, NONCE)).expect("signed")
    };
    let full = sign(&[("includeBodyHash", "true"), ("callback", "https://c/?a"), ("verifier", "v")]);
    // The draft of the body hash, 3.2: SHA-1 of this text.
    assert_eq!(part(&full, "oauth_body_hash"), "Lve95gjOVATpfV8EL5X4nxwjKHE%3D");
    assert_eq!(part(&full, "oauth_callback"), "https%3A%2F%2Fc%2F%3Fa");
    assert_eq!(part(&full, "oauth_verifier"), "v");
    assert_eq!(part(&full, "oauth_nonce"), NONCE);
    let plain = sign(&[("callback", "a b"), ("disableHeaderEncoding", "true")]);
    assert_eq!(part(&plain, "oauth_callback"), "a b");
    let [without, with] = ["false", "true"].map(|signs| sign(&[("addEmptyParamsToSign", signs)]));
    assert_ne!(part(&without, "oauth_signature"), part(&with, "oauth_signature"));
    assert!(!authorization(&with).contains("oauth_token"), "an empty parameter is signed but not sent");
}

#[test]
fn without_a_secret_nothing_is_added() {
    let request = Request::new("GET", "https://example.com/");
    for pairs in [[("consumerKey", "key"), ("consumerSecret", "")], [("consumerKey", ""), ("consumerSecret", "s")]] {
        let additions = sign(&parameters(pairs), &request.target(), &moment(5, NONCE)).expect("no error");
        assert!(additions.headers.is_empty() && additions.query.is_empty() && additions.form.is_empty());
    }
}

const RSA: &str = include_str!("keys/rsa1024.pem");

#[test]
fn signatures_with_a_private_key() {
    let request = Request::new("GET", "http://photos.example.net/photos?file=vacaction.jpg&size=original");
    let signature = |method| {
        let parameters = parameters([
            ("addParamsToHeader", "true"),
            ("consumerKey", "dpf43f3p2l4k3l03"),
            ("privateKey", RSA),
            ("signatureMethod", method),
            ("version", "1.0"),
        ]);
        let signed = oauth1_rsa::sign(&parameters, &request.target(), &moment(1_196_666_512, "13917289812797014437"));
        part(&signed.expect("signed"), "oauth_signature")
    };
    // The test cases of the OAuth community's wiki.
    assert_eq!(
        signature("RSA-SHA1"),
        "jvTp%2FwX1TYtByB1m%2BPbyo0lnCOLIsyGCH7wke8AUs3BpnwZJtAuEJkvQL2%2F9n4s5wUmUl4aCI4BwpraNx4RtEXMe5qg5T1LVTGliM\
         RpKasKsW%2F%2Fe%2BRinhejgCuzoH26dyF8iY2ZZ%2F5D1ilgeijhV%2FvBka5twt399mXwaYdCwFYE%3D"
    );
    assert_eq!(
        signature("RSA-SHA256"),
        "kd2wjpiASoDx6BqAMHy%2Fk8CqNdyZv4opl1U4bBN1EBi8vmSHRVfw4h72BDerCp7M8pNEZEAUtvTOhgGNPh04cMmTeB%2F89Ok8GxYqIqVeYfKK5buzrNoOOAhjRUFpTvNOChNbRnlE04%2Fd3hAITJjjykQtIZ2FWxJ4JO0gOdfKY0c%3D"
    );
    assert_eq!(
        signature("RSA-SHA512"),
        "UsVvwfiFFOJrF0dB%2BYrGvUotQJfv2KhGEZ9jnXDSyK%2F6uu0EyzA5WrmRTMAPyuWQr6kVHS9e8IvOlemZo8MvOJjF0o2KtpoINXO5mO%2F09fyFHw0dUC%2BzgTSMJ%2BKaGOgkBQvfKNCTQ0dZYgnSSZsJZKcxl17rzZVr8m32ybPYvF8%3D"
    );
}

#[test]
fn a_key_that_cannot_sign_is_an_error_without_it() {
    let request = Request::new("GET", "https://example.com/");
    let fail = |key: &str, method| {
        let parameters = parameters([("consumerKey", "key"), ("privateKey", key), ("signatureMethod", method)]);
        let cause = oauth1_rsa::sign(&parameters, &request.target(), &moment(5, NONCE)).err().expect("an error");
        format!("{:?}", Error::from(cause))
    };
    for key in ["swordfish", "-----BEGIN PRIVATE KEY-----\nswordfish!\n-----END PRIVATE KEY-----"] {
        let text = fail(key, "RSA-SHA1");
        assert!(text.contains("private key") && !text.contains("swordfish"), "{text}");
    }
    assert!(fail(RSA, "RSA-MD5").contains("RSA-MD5"));
}

#[test]
fn with_a_secret_the_other_file_signs_as_well() {
    let request = Request::new("GET", "http://photos.example.net/photos?file=vacation.jpg&size=original");
    let moment = moment(137_131_202, "chapoH");
    let both = [sign, oauth1_rsa::sign].map(|sign| sign(&photo("HMAC-SHA1"), &request.target(), &moment));
    let [one, other] = both.map(|signed| authorization(&signed.expect("signed")).to_owned());
    assert_eq!(one, other);
}
