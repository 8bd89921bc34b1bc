//! URLs.

super::macros::text! {
    /// A URL as the API writes it: `https://example.com/a.png`.
    #[derive(PartialOrd, Ord)]
    Url
}

impl Url {
    /// The URL, taken apart.
    ///
    /// # Errors
    ///
    /// When the text is no absolute URL.
    #[cfg(feature = "client")]
    pub fn to_url(&self) -> Result<reqwest::Url, super::FormatError> {
        reqwest::Url::parse(self).map_err(|error| super::FormatError::new("an absolute URL", error))
    }
}

#[cfg(feature = "client")]
impl From<reqwest::Url> for Url {
    fn from(url: reqwest::Url) -> Self {
        String::from(url).into()
    }
}
