//! Bytes as text.

use ::base64::Engine;
use ::base64::alphabet;
use ::base64::engine::DecodePaddingMode;
use ::base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig, STANDARD};

super::macros::text! {
    /// Bytes as the API writes them: `Y2xhcmlmYWk=`.
    Base64
}

/// Padding is what encoders agree on least.
const LENIENT: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);

impl Base64 {
    /// Writes bytes in the standard alphabet, with padding.
    #[must_use]
    pub fn encode(bytes: impl AsRef<[u8]>) -> Self {
        STANDARD.encode(bytes).into()
    }

    /// The bytes, from the standard alphabet or that for URLs, with padding or without.
    ///
    /// # Errors
    ///
    /// When the text is of neither alphabet, or cut off.
    pub fn decode(&self) -> Result<Vec<u8>, super::FormatError> {
        let alphabet = if self.contains(['-', '_']) { alphabet::URL_SAFE } else { alphabet::STANDARD };
        let decoded = GeneralPurpose::new(&alphabet, LENIENT).decode(self.as_str());
        decoded.map_err(|error| super::FormatError::new("base64", error))
    }
}
