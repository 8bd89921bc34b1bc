//! OAuth 1.0, signed with a private key: RSA-SHA1, RSA-SHA256 and RSA-SHA512; all other methods are
//! those of `oauth1`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rsa::PrivateKey;
use rsa::pkcs1::DecodeRsaPrivateKey as _;
use rsa::pkcs8::DecodePrivateKey as _;
use rsa::sha2::{Sha256, Sha512};
use sha1::Sha1;

use super::oauth1::{self, method, unknown_method};
use super::pem;
use super::scheme::{Additions, Moment, Parameters, Target, unusable};
use crate::support::error::Cause;

/// Signs a request. Without a key it stays as it is.
pub(crate) fn sign(parameters: &Parameters, target: &Target<'_>, moment: &Moment) -> Result<Additions, Cause> {
    if !method(parameters).starts_with("RSA-") {
        return oauth1::sign(parameters, target, moment);
    }
    if parameters.get("privateKey").is_empty() {
        return Ok(Additions::default());
    }
    let key = read(parameters.get("privateKey"))?;
    oauth1::sign_with(parameters, target, moment, &|base| signature(method(parameters), &key, base))
}

fn read(text: &str) -> Result<PrivateKey, Cause> {
    let der = pem::read(text)?;
    PrivateKey::from_pkcs8_der(&der)
        .ok()
        .or_else(|| PrivateKey::from_pkcs1_der(&der).ok())
        .ok_or_else(|| unusable("the private key is not one of RSA"))
}

fn signature(method: &str, key: &PrivateKey, base: &str) -> Result<String, Cause> {
    let signed = match method {
        "RSA-SHA1" => key.pkcs1v15_sign::<Sha1>(base.as_bytes()),
        "RSA-SHA256" => key.pkcs1v15_sign::<Sha256>(base.as_bytes()),
        "RSA-SHA512" => key.pkcs1v15_sign::<Sha512>(base.as_bytes()),
        _ => return Err(unknown_method(method)),
    };
    Ok(STANDARD.encode(signed.map_err(|_| unusable("the private key is too short for the signature method"))?))
}
