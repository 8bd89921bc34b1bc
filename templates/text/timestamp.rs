//! Points in time.

super::macros::text! {
    /// A point in time as the API writes it: `2026-01-10T09:30:00Z`.
    ///
    /// It has no order: texts with other offsets sort otherwise than the points in time that they are.
    ///
    /// With the feature `jiff`, it can be read as, and made from, a `jiff::Timestamp`.
    Timestamp
}

#[cfg(feature = "jiff")]
impl Timestamp {
    /// The point in time.
    ///
    /// # Errors
    ///
    /// When the text is not as RFC 3339 has it.
    pub fn to_jiff(&self) -> Result<jiff::Timestamp, super::FormatError> {
        self.parse().map_err(|error: jiff::Error| super::FormatError::new("a point in time", error))
    }
}

#[cfg(feature = "jiff")]
impl From<jiff::Timestamp> for Timestamp {
    fn from(time: jiff::Timestamp) -> Self {
        time.to_string().into()
    }
}
