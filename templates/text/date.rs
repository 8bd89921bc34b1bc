//! Days.

super::macros::text! {
    /// A day as the API writes it: `2026-01-10`.
    ///
    /// With the feature `jiff`, it can be read as, and made from, a `jiff::civil::Date`.
    #[derive(PartialOrd, Ord)]
    Date
}

#[cfg(feature = "jiff")]
impl Date {
    /// The day.
    ///
    /// # Errors
    ///
    /// When the text is no day of the calendar.
    pub fn to_jiff(&self) -> Result<jiff::civil::Date, super::FormatError> {
        self.parse().map_err(|error: jiff::Error| super::FormatError::new("a date", error))
    }
}

#[cfg(feature = "jiff")]
impl From<jiff::civil::Date> for Date {
    fn from(day: jiff::civil::Date) -> Self {
        day.to_string().into()
    }
}
