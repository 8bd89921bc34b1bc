//! A JSON Web Token that is made for each request.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::scheme::{Additions, Moment, Parameters, Target, unusable};
use super::token::{self, Algorithm};
use crate::support::error::Cause;

/// Reads secrets with padding and without.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// Adds the token to a request.
pub(crate) fn sign(parameters: &Parameters, _target: &Target<'_>, _moment: &Moment) -> Result<Additions, Cause> {
    let token = token(parameters)?;
    if parameters.get("addTokenTo") == "queryParam" {
        let name = parameters.or("queryParamKey", "token").to_owned();
        return Ok(Additions { query: vec![(name, token)], ..Additions::default() });
    }
    match parameters.find("headerPrefix").unwrap_or("Bearer") {
        "" => Additions::authorization(&token),
        prefix => Additions::authorization(&format!("{prefix} {token}")),
    }
}

fn token(parameters: &Parameters) -> Result<String, Cause> {
    let name = parameters.get("algorithm");
    let algorithm = Algorithm::named(name)?;
    let mut header = token::object(parameters.get("header"), "header")?;
    header.insert("alg".to_owned(), name.into());
    let input = token::signing_input(&header, &token::object(parameters.get("payload"), "payload")?);
    match algorithm {
        Algorithm::Shared(algorithm) => Ok(token::with_secret(&input, algorithm, &secret(parameters)?)),
        Algorithm::Private(algorithm) => token::with_key(&input, algorithm, parameters.get("privateKey")),
    }
}

fn secret(parameters: &Parameters) -> Result<Vec<u8>, Cause> {
    let secret = parameters.get("secret");
    if secret.is_empty() {
        return Err(unusable("the secret for the token is empty"));
    }
    if !parameters.flag("isSecretBase64Encoded") {
        return Ok(secret.as_bytes().to_vec());
    }
    // Both alphabets are in use.
    let standard = secret.trim().replace('-', "+").replace('_', "/");
    LENIENT.decode(standard).map_err(|_| unusable("the secret for the token is not base64"))
}
