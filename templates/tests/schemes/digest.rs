//! Digest.

use crate::auth::digest::answer;
use crate::auth::scheme::Parameters;
use crate::common::{Request, moment, parameters};
use crate::support::Error;

/// The answer to a challenge, which is hidden from debug output.
fn answered(parameters: &Parameters, request: &Request, cnonce: &str, challenge: &str) -> String {
    let value = answer(parameters, &request.target(), &moment(0, cnonce), challenge).expect("an answer");
    assert!(value.is_sensitive());
    value.to_str().expect("ASCII").to_owned()
}

fn response(header: &str) -> &str {
    let rest = header.split_once("response=\"").expect("a response").1;
    rest.split_once('"').expect("its end").0
}

const MUFASA: [(&str, &str); 2] = [("username", "Mufasa"), ("password", "Circle of Life")];

#[test]
fn the_example_of_rfc_2617() {
    let parameters = parameters([("username", "Mufasa"), ("password", "Circle Of Life")]);
    let request = Request::new("GET", "http://www.nowhere.org/dir/index.html");
    let challenge = "Digest realm=\"testrealm@host.com\", qop=\"auth,auth-int\", \
                     nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"";
    assert_eq!(
        answered(&parameters, &request, "0a4f113b", challenge),
        "Digest username=\"Mufasa\", realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", \
         uri=\"/dir/index.html\", qop=auth, nc=00000001, cnonce=\"0a4f113b\", \
         response=\"6629fae49393a05397450978507c4ef1\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\""
    );
}

/// RFC 7616, 3.9.1: two challenges.
const TWO: [&str; 2] = [
    "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=SHA-256, \
     nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"",
    "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=MD5, \
     nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"",
];

const CNONCE: &str = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

#[test]
fn the_first_example_of_rfc_7616() {
    let request = Request::new("GET", "http://www.example.org/dir/index.html");
    let sha = "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1";
    let md5 = "8ca523f5e9506fed4657c9700eebdbec";
    let answered = |parameters: &Parameters, challenge: &str| answered(parameters, &request, CNONCE, challenge);
    assert_eq!(response(&answered(&parameters(MUFASA), TWO[0])), sha);
    assert_eq!(response(&answered(&parameters(MUFASA), TWO[1])), md5);
    // Of two, the one that the parameters name; they may stand in one header.
    let both = format!("Basic realm=\"a, b\", {}, Negotiate, {}", TWO[0], TWO[1]);
    let [user, password] = MUFASA;
    let named = |algorithm| parameters([user, password, ("algorithm", algorithm)]);
    assert_eq!(response(&answered(&named("SHA-256"), &both)), sha);
    assert_eq!(response(&answered(&named("MD5"), &both)), md5);
    let header = answered(&named("SHA-512-256"), &both);
    assert_eq!(response(&header), sha, "the first one that is known");
    assert!(header.contains("algorithm=SHA-256, "), "{header}");
}

#[test]
fn the_second_example_of_rfc_7616() {
    // The values are those of erratum 4897: the standard's own are of another function.
    let request = Request::new("GET", "http://api.example.org/doe.json");
    let doe = parameters([("username", "Jäsøn Doe"), ("password", "Secret, or not?")]);
    let challenge = |userhash| {
        format!(
            "Digest realm=\"api@example.org\", qop=\"auth\", algorithm=SHA-512-256, \
             nonce=\"5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK\", \
             opaque=\"HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS\", charset=UTF-8, userhash={userhash}"
        )
    };
    let cnonce = "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v";
    let hashed = answered(&doe, &request, cnonce, &challenge("true"));
    assert_eq!(
        hashed,
        "Digest username=\"793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b\", \
         realm=\"api@example.org\", nonce=\"5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK\", uri=\"/doe.json\", \
         algorithm=SHA-512-256, qop=auth, nc=00000001, cnonce=\"NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v\", \
         response=\"3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5\", \
         opaque=\"HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS\", userhash=true"
    );
    let plain = answered(&doe, &request, cnonce, &challenge("false"));
    assert!(plain.starts_with("Digest username*=UTF-8''J%C3%A4s%C3%B8n%20Doe, realm="), "{plain}");
    assert_eq!(response(&plain), response(&hashed));
}

/// Algorithm, quality and response, as Postman's runtime computes them.
const ALL: [(&str, &str, &str); 18] = [
    ("MD5", "auth", "440c5a7b9ed304fecd2ddd39c9c7b726"),
    ("MD5", "auth-int", "74cfe32c560f63b111ffe5cd0d45f852"),
    ("MD5", "", "606b58711e1cc9535f12f39968f07304"),
    ("MD5-sess", "auth", "ecde0e9bb4b8703514fadab84b56ac98"),
    ("MD5-sess", "auth-int", "c3e1ba52cece5dd485319304fd71b153"),
    ("MD5-sess", "", "31e646ad179db0cae3a372779367a565"),
    ("SHA-256", "auth", "db81bea2c0389f9219f63eeba74964dff519509a32fe117e3f241c6f0e06afc9"),
    ("SHA-256", "auth-int", "3dfdb2e066315560fc7110e7908b1d402f2ea3109ad3dcda76c31a6f1e0b3d23"),
    ("SHA-256", "", "d7678eb832a6c1de89718f6d94ab5c46974e2453ea6cd145cd380b274894334b"),
    ("SHA-256-sess", "auth", "1aadc6f8cfb71609ce69d6db9122a300a13037a4673ec82e1912e5ecab2dfa48"),
    ("SHA-256-sess", "auth-int", "77d1795830ac595d19441f6750bcdb40c35da5115dc0235d856998ac8ed7267b"),
    ("SHA-256-sess", "", "f29b3d2eec1d0b1f130671202aca239ffcf62dfb1dc27bf17f3ae70e1cfa55ab"),
    ("SHA-512-256", "auth", "89df9db5b95d77c83e333b278eaa240fe50058bd81586d9ef149b3ce6e4a2c17"),
    ("SHA-512-256", "auth-int", "11fedf33e5b3c7a21d56842d34b78bf03d6ee49a1e533e72dc92f39415033b79"),
    ("SHA-512-256", "", "4febd97e563e9559b5277858b1649c5e4fb11e79625121c08afc0396c30593dd"),
    ("SHA-512-256-sess", "auth", "4f18521a780f48a3e9243242dcfe54409daf0235566f1b3bbd8aa51716adca84"),
    ("SHA-512-256-sess", "auth-int", "c5d0221abbe5e91d13717f975d5d14e4592d81dac9d2cb0c77589fccf3f08b89"),
    ("SHA-512-256-sess", "", "42a5621d3b1b5d3855fc534cfb5cbde71559c2d8d87d594ea62caaef103e1288"),
];

#[test]
fn every_algorithm_and_quality() {
    let mufasa = parameters([("username", "Mufasa"), ("password", "Circle Of Life")]);
    let request = Request::new("POST", "http://www.nowhere.org/dir/index.html").body("{\"a\": 1}");
    for (algorithm, quality, expected) in ALL {
        let offer = if quality.is_empty() { String::new() } else { format!(", qop=\"{quality}\"") };
        let challenge = format!(
            "Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", algorithm={algorithm}{offer}"
        );
        let header = answered(&mufasa, &request, "0a4f113b", &challenge);
        assert_eq!(response(&header), expected, "{algorithm} {quality}");
        let needs_cnonce = !quality.is_empty() || algorithm.ends_with("-sess");
        assert_eq!(header.contains("cnonce=\"0a4f113b\""), needs_cnonce, "{header}");
        assert_eq!(header.contains(&format!("qop={quality}, nc=00000001, ")), !quality.is_empty(), "{header}");
    }
}

#[test]
fn the_parameters_choose_where_the_server_does_not() {
    let request = Request::new("POST", "http://www.nowhere.org/dir/index.html").body("{\"a\": 1}");
    let basic = [("username", "Mufasa"), ("password", "Circle Of Life"), ("clientNonce", "0a4f113b")];
    let [user, password, cnonce] = basic;
    let parameters = parameters([user, password, cnonce, ("qop", "auth-int"), ("algorithm", "SHA-256")]);
    let challenge =
        "Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", qop=\"auth,auth-int\"";
    let header = answered(&parameters, &request, "other", challenge);
    assert_eq!(response(&header), ALL[7].2);
    assert!(header.contains("algorithm=SHA-256, qop=auth-int, "), "{header}");
}

#[test]
fn the_query_belongs_to_the_address_and_quotes_are_escaped() {
    let quotes = parameters([("username", "a\"b"), ("password", "p")]);
    let request = Request::new("GET", "http://example.com/a?b=c");
    let header = answered(&quotes, &request, "n", "digest nonce=1, realm=\"x, \\\"y\\\"\"");
    assert!(header.starts_with("Digest username=\"a\\\"b\", realm=\"x, \\\"y\\\"\", nonce=\"1\", uri=\"/a?b=c\", "));
}

#[test]
fn what_cannot_be_answered_is_an_error_without_the_password() {
    let request = Request::new("GET", "http://example.com/");
    for challenge in ["Basic realm=\"x\"", "Digest nonce=1, algorithm=SHA-1", "Digest nonce=1, qop=\"other\"", ""] {
        let cause = answer(&parameters(MUFASA), &request.target(), &moment(0, "n"), challenge).expect_err("an error");
        let text = format!("{:?}", Error::from(cause));
        assert!(!text.contains("Circle"), "{text}");
    }
}
