//! NTLM, against the example values of MS-NLMP, 4.2.4.

use std::time::{Duration, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::auth::encode::hex;
use crate::auth::ntlm::answer;
use crate::auth::scheme::{Moment, Parameters};
use crate::common::{Request, parameters};
use crate::support::Error;

/// The moment of the examples: no time at all, and a challenge of ten as.
fn moment() -> Moment {
    let time = UNIX_EPOCH - Duration::from_secs(11_644_473_600);
    Moment { time, nonce: "a".repeat(32) }
}

fn user() -> Parameters {
    parameters([("username", "User"), ("password", "Password"), ("domain", "Domain"), ("workstation", "COMPUTER")])
}

fn answered(parameters: &Parameters, moment: &Moment, challenge: &str) -> Vec<u8> {
    let request = Request::new("GET", "http://example.com/");
    let value = answer(parameters, &request.target(), moment, challenge).expect("an answer");
    assert!(value.is_sensitive());
    let text = value.to_str().expect("ASCII").strip_prefix("NTLM ").expect("the scheme").to_owned();
    STANDARD.decode(text).expect("base64")
}

/// The server's message of the examples (4.2.4.3), with more target information.
fn challenge(more: &str) -> String {
    let info = format!("02000c0044006f006d00610069006e0001000c00530065007200760065007200{more}00000000");
    let head = "4e544c4d53535000020000000c000c003800000033828ae20123456789abcdef0000000000000000";
    let len = info.len() / 2;
    let message = format!("{head}{len:02x}00{len:02x}0044000000060070170000000f530065007200760065007200{info}");
    let digits: Vec<u8> = message.into_bytes();
    let bytes = digits.chunks(2).map(|pair| {
        let pair = std::str::from_utf8(pair).expect("digits");
        u8::from_str_radix(pair, 16).expect("a byte")
    });
    format!("NTLM {}", STANDARD.encode(bytes.collect::<Vec<u8>>()))
}

/// The bytes that the field at `at` of a message points to.
fn field(message: &[u8], at: usize) -> &[u8] {
    let len = usize::from(u16::from_le_bytes([message[at], message[at + 1]]));
    let begin = usize::from(u16::from_le_bytes([message[at + 4], message[at + 5]]));
    &message[begin..begin + len]
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn the_handshake_begins_with_what_the_client_can_do() {
    // As httpntlm begins, which Postman's runtime uses.
    let bare = parameters([("username", "User"), ("password", "Password")]);
    let httpntlm = STANDARD.decode("TlRMTVNTUAABAAAAB6IIogAAAAAoAAAAAAAAACgAAAAFASgKAAAADw==").expect("base64");
    for challenge in ["NTLM", "Negotiate", "Negotiate, NTLM", "Basic realm=\"x\", ntlm"] {
        assert_eq!(hex(&answered(&bare, &moment(), challenge)), hex(&httpntlm), "{challenge}");
    }
    let full = answered(&user(), &moment(), "NTLM");
    assert_eq!(field(&full, 16), b"DOMAIN");
    assert_eq!(field(&full, 24), b"COMPUTER");
    assert_eq!(full[12..16], [0x07, 0xb2, 0x08, 0xa2]);
}

#[test]
fn the_answers_of_the_examples() {
    let message = answered(&user(), &moment(), &challenge(""));
    assert_eq!(message[..12], *b"NTLMSSP\0\x03\0\0\0");
    assert_eq!(hex(field(&message, 12)), "86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa");
    assert_eq!(
        hex(field(&message, 20)),
        "68cd0ab851e51c96aabc927bebef6a1c01010000000000000000000000000000aaaaaaaaaaaaaaaa00000000\
         02000c0044006f006d00610069006e0001000c005300650072007600650072000000000000000000"
    );
    assert_eq!(field(&message, 28), utf16("Domain"));
    assert_eq!(field(&message, 36), utf16("User"));
    assert_eq!(field(&message, 44), utf16("COMPUTER"));
    assert!(field(&message, 52).is_empty(), "no session key");
}

#[test]
fn a_domain_beside_the_user() {
    let expected = answered(&user(), &moment(), &challenge(""));
    for name in ["Domain\\User", "User@Domain"] {
        let beside = parameters([("username", name), ("password", "Password"), ("workstation", "COMPUTER")]);
        assert_eq!(answered(&beside, &moment(), &challenge("")), expected, "{name}");
    }
    let both = parameters([("username", "a\\b@c"), ("password", "Password")]);
    let message = answered(&both, &moment(), &challenge(""));
    assert_eq!((field(&message, 28), field(&message, 36)), (&[][..], &utf16("a\\b@c")[..]));
}

#[test]
fn the_servers_time_is_sent_back() {
    let message = answered(&user(), &moment(), &challenge("070008001122334455667788"));
    assert_eq!(field(&message, 12), [0; 24], "no answer of the old kind");
    assert_eq!(hex(&field(&message, 20)[24..32]), "1122334455667788");
    let now = Moment { time: UNIX_EPOCH + Duration::from_secs(1), nonce: "b".repeat(32) };
    let message = answered(&user(), &now, &challenge(""));
    // 1601 to 1970, and one second.
    assert_eq!(hex(&field(&message, 20)[24..32]), hex(&116_444_736_010_000_000_u64.to_le_bytes()));
    assert_eq!(field(&message, 20)[32..40], [0xbb; 8]);
}

#[test]
fn a_message_that_is_damaged_is_an_error_without_the_password() {
    let request = Request::new("GET", "http://example.com/");
    let whole = challenge("");
    let cut = STANDARD.decode(&whole[5..]).expect("base64");
    let cut = |len: usize| format!("NTLM {}", STANDARD.encode(&cut[..len]));
    let texts =
        ["Basic realm=\"x\"".into(), "NTLM %%%".into(), "NTLM AAAA".into(), cut(30), cut(47), cut(70), "".into()];
    for text in texts {
        let cause = answer(&user(), &request.target(), &moment(), &text).expect_err("an error");
        let text = format!("{:?}", Error::from(cause));
        assert!(!text.contains("Password"), "{text}");
    }
}
