//! JSON Web Tokens (RFC 7515 and 7518) in their compact form.

#![allow(dead_code, reason = "not every scheme signs with a shared secret")]

use aws_lc_rs::hmac;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeyPair;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, ECDSA_P521_SHA512_FIXED_SIGNING, EcdsaKeyPair,
    EcdsaSigningAlgorithm, RSA_PKCS1_SHA256, RSA_PKCS1_SHA384, RSA_PKCS1_SHA512, RSA_PSS_SHA256, RSA_PSS_SHA384,
    RSA_PSS_SHA512, RsaEncoding,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use super::pem;
use super::scheme::unusable;
use crate::support::error::Cause;

/// A way to sign, by the name that the header `alg` has for it.
#[derive(Clone, Copy)]
pub(crate) enum Algorithm {
    /// With a secret that both sides know.
    Shared(hmac::Algorithm),
    /// With a private key.
    Private(Private),
}

#[derive(Clone, Copy)]
pub(crate) enum Private {
    Rsa(&'static dyn RsaEncoding),
    Curve(&'static EcdsaSigningAlgorithm),
}

impl Algorithm {
    pub(crate) fn named(name: &str) -> Result<Self, Cause> {
        Ok(match name {
            "HS256" => Self::Shared(hmac::HMAC_SHA256),
            "HS384" => Self::Shared(hmac::HMAC_SHA384),
            "HS512" => Self::Shared(hmac::HMAC_SHA512),
            "RS256" => Self::Private(Private::Rsa(&RSA_PKCS1_SHA256)),
            "RS384" => Self::Private(Private::Rsa(&RSA_PKCS1_SHA384)),
            "RS512" => Self::Private(Private::Rsa(&RSA_PKCS1_SHA512)),
            "PS256" => Self::Private(Private::Rsa(&RSA_PSS_SHA256)),
            "PS384" => Self::Private(Private::Rsa(&RSA_PSS_SHA384)),
            "PS512" => Self::Private(Private::Rsa(&RSA_PSS_SHA512)),
            "ES256" => Self::Private(Private::Curve(&ECDSA_P256_SHA256_FIXED_SIGNING)),
            "ES384" => Self::Private(Private::Curve(&ECDSA_P384_SHA384_FIXED_SIGNING)),
            "ES512" => Self::Private(Private::Curve(&ECDSA_P521_SHA512_FIXED_SIGNING)),
            _ => return Err(unusable(format!("`{name}` is not an algorithm for tokens that this client knows"))),
        })
    }
}

/// What is signed: header and payload.
pub(crate) fn signing_input(header: &Map<String, Value>, payload: &Map<String, Value>) -> String {
    // A map of values always has a JSON text.
    [header, payload].map(|map| URL_SAFE_NO_PAD.encode(Value::Object(map.clone()).to_string())).join(".")
}

/// A token that is signed with a shared secret.
pub(crate) fn with_secret(input: &str, algorithm: hmac::Algorithm, secret: &[u8]) -> String {
    let signature = hmac::sign(&hmac::Key::new(algorithm, secret), input.as_bytes());
    format!("{input}.{}", URL_SAFE_NO_PAD.encode(signature))
}

/// A token that is signed with a private key, which is given as a PEM text.
pub(crate) fn with_key(input: &str, algorithm: Private, pem: &str) -> Result<String, Cause> {
    let der = pem::read(pem)?;
    let random = SystemRandom::new();
    let signature = match algorithm {
        Private::Rsa(encoding) => {
            let key = KeyPair::from_pkcs8(&der)
                .or_else(|_| KeyPair::from_der(&der))
                .map_err(|_| unusable("the private key is not one of RSA with 2048 bits or more"))?;
            let mut signature = vec![0; key.public_modulus_len()];
            key.sign(encoding, &random, input.as_bytes(), &mut signature).map(|()| signature)
        }
        Private::Curve(algorithm) => {
            let key = EcdsaKeyPair::from_private_key_der(algorithm, &der)
                .map_err(|_| unusable("the private key is not one of the algorithm's curve"))?;
            key.sign(&random, input.as_bytes()).map(|signature| signature.as_ref().to_vec())
        }
    };
    let signature = signature.map_err(|_| unusable("the private key cannot sign"))?;
    Ok(format!("{input}.{}", URL_SAFE_NO_PAD.encode(signature)))
}

/// A JSON object as text; "" is an empty one. `what` tells people which it is.
pub(crate) fn object(text: &str, what: &str) -> Result<Map<String, Value>, Cause> {
    if text.trim().is_empty() {
        return Ok(Map::new());
    }
    serde_json::from_str(text).map_err(|_| unusable(format!("the {what} of the token is not a JSON object")))
}
