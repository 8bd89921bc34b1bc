//! Private keys as text.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use secrecy::zeroize::Zeroizing;

use super::scheme::unusable;
use crate::support::error::Cause;

/// The first private key of a PEM text. Its lines may be joined, since a key often comes through a
/// variable that holds one line. The label tells little about how the key is encoded: many tools
/// write the wrong one.
pub(crate) fn read(text: &str) -> Result<Zeroizing<Vec<u8>>, Cause> {
    let text = Zeroizing::new(text.replace("\\n", "\n"));
    let body = text
        .split("-----BEGIN ")
        .filter_map(|section| section.split_once("-----"))
        .find(|(label, _)| label.ends_with("PRIVATE KEY") && !label.starts_with("ENCRYPTED"))
        .and_then(|(_, rest)| rest.split_once("-----END "))
        .ok_or_else(|| unusable("the private key is no PEM text of a key without a password"))?
        .0;
    let bare: Zeroizing<String> = Zeroizing::new(body.split_ascii_whitespace().collect());
    let der = STANDARD.decode(bare.as_bytes()).map_err(|_| unusable("the private key is damaged"))?;
    Ok(Zeroizing::new(der))
}
