//! JSON Web Tokens: signatures, and the two schemes that send them.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ECDSA_P384_SHA384_FIXED_SIGNING, ECDSA_P521_SHA512_FIXED,
    ECDSA_P521_SHA512_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _, RSA_PSS_2048_8192_SHA256, RSA_PSS_2048_8192_SHA384,
    RSA_PSS_2048_8192_SHA512, RsaKeyPair, UnparsedPublicKey, VerificationAlgorithm,
};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

use crate::auth::scheme::{Additions, Parameters};
use crate::auth::token::{self, Algorithm};
use crate::auth::{asap, jwt, pem};
use crate::common::{Request, authorization, moment};
use crate::support::Error;

/// The key of RFC 7515, A.2.
const RSA: &str = include_str!("keys/rsa2048.pem");
/// The same key as older tools write it.
const RSA_PKCS1: &str = include_str!("keys/rsa2048-pkcs1.pem");
/// The key of RFC 7515, A.3.
const P256: &str = include_str!("keys/p256.pem");
const P256_SEC1: &str = include_str!("keys/p256-sec1.pem");

const PAYLOAD: &str = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

#[test]
fn the_examples_of_rfc_7515() {
    // A.1: HS256.
    let input = format!("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.{PAYLOAD}");
    let secret = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
    let secret = URL_SAFE_NO_PAD.decode(secret).expect("base64");
    let Ok(Algorithm::Shared(algorithm)) = Algorithm::named("HS256") else { panic!("a shared secret") };
    let token = token::with_secret(&input, algorithm, &secret);
    assert_eq!(token, format!("{input}.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
    // A.2: RS256.
    let input = format!("eyJhbGciOiJSUzI1NiJ9.{PAYLOAD}");
    let Ok(Algorithm::Private(algorithm)) = Algorithm::named("RS256") else { panic!("a private key") };
    let joined = RSA.replace('\n', "");
    let escaped = RSA.replace('\n', "\\n");
    for key in [RSA, RSA_PKCS1, &joined, &escaped] {
        assert_eq!(
            token::with_key(&input, algorithm, key).expect("signed"),
            format!(
                "{input}.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5\
                 jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K\
                 0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgG\
                 Y9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"
            )
        );
    }
    // A.3: ES256, which signs differently each time; here is its public key.
    let x_y = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEXH8UTNG72bfocs3-257rn0s2ldbqkLJK2KRiMohYjlrQ";
    let public = [&[4][..], &URL_SAFE_NO_PAD.decode(x_y).expect("base64")].concat();
    let input = format!("eyJhbGciOiJFUzI1NiJ9.{PAYLOAD}");
    let Ok(Algorithm::Private(algorithm)) = Algorithm::named("ES256") else { panic!("a private key") };
    for key in [P256, P256_SEC1] {
        verify(&token::with_key(&input, algorithm, key).expect("signed"), &ECDSA_P256_SHA256_FIXED, &public);
    }
}

#[track_caller]
fn verify(token: &str, algorithm: &'static dyn VerificationAlgorithm, public: &[u8]) {
    let (input, signature) = token.rsplit_once('.').expect("a signature");
    let signature = URL_SAFE_NO_PAD.decode(signature).expect("base64");
    let key = UnparsedPublicKey::new(algorithm, public);
    key.verify(input.as_bytes(), &signature).expect("a valid signature");
}

fn sign(parameters: &Parameters) -> Additions {
    jwt::sign(parameters, &Request::new("GET", "https://example.com/").target(), &moment(5, "n")).expect("signed")
}

/// What signs with `algorithm` and the keys of this file.
fn with(algorithm: &str, more: &[(&'static str, &str)]) -> Parameters {
    let basic = [("algorithm", algorithm), ("secret", "your-256-bit-secret"), ("privateKey", RSA)];
    Parameters::new(more.iter().chain(&basic).map(|(name, value)| (*name, (*value).to_owned())))
}

const CLAIMS: &str = r#"{"iss": "joe", "exp": 1300819380, "http://example.com/is_root": true, "text": "größe \"\/"}"#;

#[test]
fn whole_tokens_as_postman_makes_them() {
    // Computed by jose, which Postman's runtime uses.
    let cases = [
        (
            "HS256",
            r#"{"typ": "JWT"}"#,
            "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLCJleHAiOjEzMDA4MTkzODAsImh0dHA6Ly9leGFtcGxlLmN\
             vbS9pc19yb290Ijp0cnVlLCJ0ZXh0IjoiZ3LDtsOfZSBcIi8ifQ.KA-_BgYGR_jQH29PFvXTZt91QE7tFx7volqlP7MKyns",
        ),
        (
            "HS384",
            r#"{"typ": "JWT"}"#,
            "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzM4NCJ9.eyJpc3MiOiJqb2UiLCJleHAiOjEzMDA4MTkzODAsImh0dHA6Ly9leGFtcGxlLmN\
             vbS9pc19yb290Ijp0cnVlLCJ0ZXh0IjoiZ3LDtsOfZSBcIi8ifQ.VixGq_60e_ySOn9F03TgJpPqVKj163AHAMp8DeGnkWaU2wEG\
             fdzJ_YmNf1H-hOfE",
        ),
        (
            "HS512",
            r#"{"typ": "JWT"}"#,
            "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzUxMiJ9.eyJpc3MiOiJqb2UiLCJleHAiOjEzMDA4MTkzODAsImh0dHA6Ly9leGFtcGxlLmN\
             vbS9pc19yb290Ijp0cnVlLCJ0ZXh0IjoiZ3LDtsOfZSBcIi8ifQ.xoHH3A4GiylGEmnz6e9qixBX1NogGLBJLK0IctlLBLAk6h3h\
             6GoOyGF4pcuRzUIQng_mm2COHnwkrhvhPtv1HQ",
        ),
        (
            "RS256",
            r#"{"typ": "JWT", "kid": "k1"}"#,
            "eyJ0eXAiOiJKV1QiLCJraWQiOiJrMSIsImFsZyI6IlJTMjU2In0.eyJpc3MiOiJqb2UiLCJleHAiOjEzMDA4MTkzODAsImh0dHA6\
             Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlLCJ0ZXh0IjoiZ3LDtsOfZSBcIi8ifQ.mtyRMvY3bIKI9ssEHTCnC18POD6HQLvur\
             g26Alk7hGW0gfvHMprUJVXPEQMCJhEfAWSu1fFNvYyCdBcd3IdmIy17EL0KT5IHCaq0BfOSvTfZHoTM_rSWU2lSlGEEXKk7P_Yb0\
             tuDQlLPmBT-GnhsUofWzAs4fFPJASoW-Mv0kcqyQ6pMdNf94WXG3Y3uFAPdAG5HJ5h9L8D9ZQ9OSwqQsZWAspYxxsce9WuAXbyLW\
             XZcsibRit_xAs67ySA840WQR7oIWu7qQKeQt7C5BJjzEU5dihixw1YMp84cuv1bod5R8R6iwU_2Cg-Npg9jNklA5F2Z5ET7_oDVO\
             Se4GoPwgw",
        ),
        (
            "RS384",
            r#"{"typ": "JWT", "kid": "k1"}"#,
            "eyJ0eXAiOiJKV1QiLCJraWQiOiJrMSIsImFsZyI6IlJTMzg0In0.eyJpc3MiOiJqb2UiLCJleHAiOjEzMDA4MTkzODAsImh0dHA6\
             Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlLCJ0ZXh0IjoiZ3LDtsOfZSBcIi8ifQ.SEXgCewNUGyA08NRcZTi7OdRmuWnwbWCr\
             qp3oeg1NumBB0By59LVL9DNJDblnDGrFzabTjs4OxperiJcgvgrWr1-7yyBs_2kLiUTPenH62ADQcH4x98jvDPmNefBwZIQKRxaU\
             ac_NF2rLSiz9DVo2Cx1LWy4VAguucFRcOMZKm7LIeu-L4UB0g5mmZWgtU1YHWg5ED9Qpt5-bmoUZK7qKvnFmX2QnhIg_VLUqAGEG\
             G6mVwRXlNMEF2yWRXz3wLWuCvF2dT8V_DKIhOLnH2E1ajk4XHNKlI7lWzP4iEj3UoKr2vzE6rSqKHNeVPczs7KfcXW3Njev2cwVw\
             5DLj2aNzA",
        ),
        (
            "RS512",
            r#"{"typ": "JWT", "kid": "k1"}"#,
            "eyJ0eXAiOiJKV1QiLCJraWQiOiJrMSIsImFsZyI6IlJTNTEyIn0.eyJpc3MiOiJqb2UiLCJleHAiOjEzMDA4MTkzODAsImh0dHA6\
             Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlLCJ0ZXh0IjoiZ3LDtsOfZSBcIi8ifQ.hguYHjLFe08ltYHTcRpWcb1m2Y-o86GH-\
             SN5mq1roPYNcxDueNQUYVxemvIJZUkHPrja8Y2OhspOaWfXtZirk17zs4F_um6d2a2cKYEDylrADqJ91-4JK-1X8SBmowzCgtFsP\
             vHZ_0Qzj31Bc4Il7RmkwtxV2csXmXP4DFnEiB6eto17Ku2fLwpSZ1WrLrEajJydn2GRtXkng70hed6ed2iI3dpiX8P_1pRRmSf1a\
             4Hesp-FLyzYRNm960KYZCDAAo2w_0Rz1W1FWzJN4QXOGKOYXvaLt0xZp0rOLpZS9x04Iv1MbK7YKZ5x5NBeMtVBhmVjX55F78p4I\
             D4eMzT36g",
        ),
    ];
    for (algorithm, header, expected) in cases {
        let additions = sign(&with(algorithm, &[("header", header), ("payload", CLAIMS)]));
        assert_eq!(authorization(&additions), format!("Bearer {expected}"), "{algorithm}");
    }
}

#[test]
fn signatures_with_a_random_part() {
    let token = |algorithm, key: &str| {
        let additions = sign(&with(algorithm, &[("privateKey", key)]));
        authorization(&additions).strip_prefix("Bearer ").expect("a token").to_owned()
    };
    let rsa = RsaKeyPair::from_pkcs8(&pem::read(RSA).expect("a key")).expect("RSA");
    let rsa = rsa.public_key().as_ref();
    verify(&token("PS256", RSA), &RSA_PSS_2048_8192_SHA256, rsa);
    verify(&token("PS384", RSA), &RSA_PSS_2048_8192_SHA384, rsa);
    verify(&token("PS512", RSA), &RSA_PSS_2048_8192_SHA512, rsa);
    let fresh = |algorithm| {
        let document = EcdsaKeyPair::generate_pkcs8(algorithm, &SystemRandom::new()).expect("a key");
        let key = EcdsaKeyPair::from_pkcs8(algorithm, document.as_ref()).expect("the same key");
        let pem = format!("-----BEGIN PRIVATE KEY-----{}-----END PRIVATE KEY-----", STANDARD.encode(&document));
        (pem, key.public_key().as_ref().to_vec())
    };
    let (key, public) = fresh(&ECDSA_P384_SHA384_FIXED_SIGNING);
    verify(&token("ES384", &key), &ECDSA_P384_SHA384_FIXED, &public);
    let (key, public) = fresh(&ECDSA_P521_SHA512_FIXED_SIGNING);
    verify(&token("ES512", &key), &ECDSA_P521_SHA512_FIXED, &public);
}

#[test]
fn where_the_token_stands() {
    let text = |more| authorization(&sign(&with("HS256", more))).to_owned();
    let token = text(&[("headerPrefix", "")]);
    assert_eq!(token.matches('.').count(), 2);
    assert!(!token.contains(' '));
    assert_eq!(text(&[("headerPrefix", "JWT")]), format!("JWT {token}"));
    assert_eq!(text(&[]), format!("Bearer {token}"));
    let query = |more| sign(&with("HS256", more)).query;
    assert_eq!(query(&[("addTokenTo", "queryParam")]), [("token".to_owned(), token.clone())]);
    let named = [("addTokenTo", "queryParam"), ("queryParamKey", "jwt")];
    assert_eq!(query(&named), [("jwt".to_owned(), token)]);
}

#[test]
fn the_algorithm_is_the_one_of_the_parameters() {
    let token = authorization(&sign(&with("HS256", &[("header", r#"{"alg": "none", "kid": "k"}"#)]))).to_owned();
    let header = token.strip_prefix("Bearer ").and_then(|token| token.split('.').next()).expect("a header");
    let header = URL_SAFE_NO_PAD.decode(header).expect("base64");
    assert_eq!(header, br#"{"alg":"HS256","kid":"k"}"#);
}

#[test]
fn secrets_in_base64() {
    let plain = authorization(&sign(&with("HS512", &[("secret", "\u{3ff}?~>")]))).to_owned();
    for secret in ["z78/fj4=", "z78/fj4", "z78_fj4"] {
        let encoded = sign(&with("HS512", &[("secret", secret), ("isSecretBase64Encoded", "true")]));
        assert_eq!(authorization(&encoded), plain, "{secret}");
    }
}

#[test]
fn what_cannot_be_signed_is_an_error_without_secrets() {
    let cases = [
        with("none", &[]),
        with("", &[]),
        with("HS256", &[("secret", "")]),
        with("HS256", &[("secret", "%swordfish"), ("isSecretBase64Encoded", "true")]),
        with("HS256", &[("payload", "[\"swordfish\"]")]),
        with("HS256", &[("header", "{swordfish}")]),
        with("RS256", &[("privateKey", "swordfish")]),
        with("RS256", &[("privateKey", P256)]),
        with("ES256", &[]),
        with("ES384", &[("privateKey", P256)]),
        with("RS256", &[("privateKey", include_str!("keys/rsa1024.pem"))]),
    ];
    for parameters in cases {
        let request = Request::new("GET", "https://example.com/");
        let cause = jwt::sign(&parameters, &request.target(), &moment(5, "n")).err().expect("an error");
        let text = format!("{:?}", Error::from(cause));
        assert!(!text.contains("swordfish") && !text.contains("MII"), "{text}");
    }
}

fn service(more: &[(&'static str, &str)]) -> Result<Additions, Error> {
    let basic = [("kid", "service/key"), ("iss", "service"), ("aud", "other"), ("privateKey", RSA)];
    let all = more.iter().chain(&basic).map(|(name, value)| (*name, (*value).to_owned()));
    let request = Request::new("GET", "https://example.com/");
    let moment = moment(1_700_000_000, "0123456789abcdef0123456789abcdef");
    asap::sign(&Parameters::new(all), &request.target(), &moment).map_err(Error::from)
}

/// The claims of a token.
fn claims(additions: &Additions) -> serde_json::Value {
    let payload = authorization(additions).split('.').nth(1).expect("a payload");
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).expect("base64")).expect("JSON")
}

#[test]
fn asap_as_postman_makes_it() {
    let additions = service(&[("exp", "600"), ("claims", r#"{"extra": [1]}"#)]).expect("signed");
    // Computed by jose, in the order of Postman's runtime.
    assert_eq!(
        authorization(&additions),
        "Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6InNlcnZpY2Uva2V5In0.eyJleHRyYSI6WzFdLCJpYXQiOjE3MDAwMDAwMDAsImlzcyI6InNl\
         cnZpY2UiLCJzdWIiOiJzZXJ2aWNlIiwianRpIjoiMDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWYiLCJhdWQiOiJvdGhl\
         ciIsImV4cCI6MTcwMDAwMDYwMH0.Z2lBXQWIAXCDu9SAZOs_-qSmGav6kcQ_IEki5Ufk-xsA91OCAS7JGxX7LtO4H0CsmotKnqzo\
         SlRs8FsvCpq8QX1w-iEyd2XHKoJRqQtPW1yb2Mj8n_f77HIzUuU7jXieuDekyecvkWlzfAf6VayGYie_BJepqrVn9vjaZ-iUYuOe\
         hpU-b3JlzOmqQ2HJWVCjWpm2fI0wo4d6W38u64LZmaNVleqfirEL7jUINT1UirRHbrmKaVhamhEDsFAIsjjXkZ_ul9ncqLSLUXpv\
         wcV2x3I8csi1CGfAyDONAGRsFyyhHDuHy-Wd__ko4nS6ZRLDkfotwbJT4bm_B8_du0bEkg"
    );
}

#[test]
fn the_claims_of_asap() {
    let default = claims(&service(&[]).expect("signed"));
    assert_eq!(default["exp"], 1_700_003_600, "an hour");
    assert_eq!((&default["sub"], &default["iss"]), (&"service".into(), &"service".into()));
    let own = r#"{"iss": "mine", "sub": "me", "aud": ["a", "b"], "jti": "j", "iat": 1, "exp": "2"}"#;
    let own = claims(&service(&[("claims", own)]).expect("signed"));
    let expected = r#"{"iss":"mine","sub":"me","aud":["a","b"],"jti":"j","iat":1,"exp":2}"#;
    assert_eq!(own, serde_json::from_str::<serde_json::Value>(expected).expect("JSON"));
    assert_eq!(claims(&service(&[("sub", "else")]).expect("signed"))["sub"], "else");
}

#[test]
fn a_key_as_a_data_url() {
    let base64: String = RSA.lines().filter(|line| !line.starts_with("-----")).collect();
    let plain = format!("data:application/pkcs8;kid=service/key;base64,{base64}");
    let encoded = format!("\"data%3Aapplication%2Fpkcs8%3Bkid%3Dservice%2Fkey%3Bbase64%2C{base64}\"");
    let expected = authorization(&service(&[]).expect("signed")).to_owned();
    for key in [plain.as_str(), &encoded] {
        assert_eq!(authorization(&service(&[("privateKey", key)]).expect("signed")), expected);
    }
    let error = service(&[("privateKey", &plain), ("kid", "another")]).err().expect("an error");
    assert!(error.to_string().contains("ID"), "{error}");
}

#[test]
fn what_asap_needs() {
    for missing in ["kid", "iss", "aud", "privateKey"] {
        service(&[(missing, "")]).err().unwrap_or_else(|| panic!("{missing} is needed"));
    }
    let error = service(&[("alg", "HS256")]).err().expect("an error");
    assert!(error.to_string().contains("HS256"), "{error}");
    assert!(service(&[("claims", "no JSON")]).is_err());
}
