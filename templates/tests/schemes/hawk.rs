//! Hawk.

use crate::auth::hawk::sign;
use crate::auth::scheme::Parameters;
use crate::common::{Request, authorization, moment, parameters};

const URL: &str = "http://example.com:8000/resource/1?b=1&a=2";

/// The credentials of the examples in Hawk's documentation, and what else a test needs.
fn example(more: &[(&'static str, &str)]) -> Parameters {
    let basic = [
        ("authId", "dh37fgj492je"),
        ("authKey", "werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn"),
        ("algorithm", "sha256"),
        ("extraData", "some-app-ext-data"),
    ];
    Parameters::new(basic.iter().chain(more).map(|(name, value)| (*name, (*value).to_owned())))
}

#[test]
fn the_example_of_the_documentation() {
    let request = Request::new("GET", URL);
    let additions = sign(&example(&[]), &request.target(), &moment(1_353_832_234, "j4h3g2")).expect("signed");
    assert_eq!(
        authorization(&additions),
        "Hawk id=\"dh37fgj492je\", ts=\"1353832234\", nonce=\"j4h3g2\", ext=\"some-app-ext-data\", \
         mac=\"6R4rV5iE+NPoym+WwjeHzjAGXUtLNIxmo1vpMofpLAE=\""
    );
}

#[test]
fn the_example_with_a_payload() {
    let request =
        Request::new("POST", URL).header("content-type", "Text/Plain; charset=utf-8").body("Thank you for flying Hawk");
    let parameters = example(&[("includePayloadHash", "true"), ("timestamp", "1353832234"), ("nonce", "j4h3g2")]);
    let additions = sign(&parameters, &request.target(), &moment(0, "")).expect("signed");
    assert_eq!(
        authorization(&additions),
        "Hawk id=\"dh37fgj492je\", ts=\"1353832234\", nonce=\"j4h3g2\", \
         hash=\"Yi9LfIIFRtBEPt74PVmbTF/xVAwPn7ub15ePICfgnuY=\", ext=\"some-app-ext-data\", \
         mac=\"aSe1DERmZuRl3pI36/9BdZmnErTw3sNzOOAUlfeKjVw=\""
    );
    let plain = sign(&example(&[("includePayloadHash", "true")]), &Request::new("GET", URL).target(), &moment(1, "n"));
    assert!(!authorization(&plain.expect("signed")).contains("hash="), "there is no body");
}

// The rest was computed by the implementation that Postman's runtime uses (postman-request/lib/hawk).

#[test]
fn another_algorithm_an_app_and_a_delegate() {
    let parameters = parameters([
        ("authId", "123456"),
        ("authKey", "2983d45yun89q"),
        ("algorithm", "sha1"),
        ("extraData", "Bazinga \"\\!"),
        ("app", "asd23ased"),
        ("delegation", "23434szr3q4d"),
    ]);
    let request = Request::new("GET", "https://Example.net/somewhere/over/the/rainbow");
    let additions = sign(&parameters, &request.target(), &moment(1_353_809_207, "Ygvqdz")).expect("signed");
    assert_eq!(
        authorization(&additions),
        "Hawk id=\"123456\", ts=\"1353809207\", nonce=\"Ygvqdz\", ext=\"Bazinga \\\"\\\\!\", mac=\"y+Yip0hLGRAxCEEZh6aMsvS3p1E=\", app=\"asd23ased\", dlg=\"23434szr3q4d\""
    );
}

#[test]
fn an_unknown_algorithm_is_an_error_and_without_a_key_nothing_is_added() {
    let request = Request::new("GET", URL);
    let md5 = parameters([("authId", "id"), ("authKey", "key"), ("algorithm", "md5")]);
    let error = sign(&md5, &request.target(), &moment(1, "n")).err().expect("an error");
    assert!(error.to_string().contains("md5"), "{error}");
    let additions = sign(&parameters([("authId", "id")]), &request.target(), &moment(1, "n")).expect("no error");
    assert!(additions.headers.is_empty());
}
