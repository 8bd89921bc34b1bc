//! UUIDs.

super::macros::text! {
    /// A UUID as the API writes it: `6f1c1e4e-6f0c-4f6c-9b39-0e9c1f2a3b4c`.
    ///
    /// With the feature `uuid`, it can be read as, and made from, a `uuid::Uuid`.
    #[derive(PartialOrd, Ord)]
    Uuid
}

#[cfg(feature = "uuid")]
impl Uuid {
    /// The UUID.
    ///
    /// # Errors
    ///
    /// When the text is none.
    pub fn to_uuid(&self) -> Result<::uuid::Uuid, super::FormatError> {
        self.parse().map_err(|error: ::uuid::Error| super::FormatError::new("a UUID", error))
    }
}

#[cfg(feature = "uuid")]
impl From<::uuid::Uuid> for Uuid {
    fn from(uuid: ::uuid::Uuid) -> Self {
        uuid.to_string().into()
    }
}
