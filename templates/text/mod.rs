//! Text of known forms: exactly what is on the wire, whatever that is, with a typed view of it.

mod base64;
mod date;
mod macros;
mod timestamp;
mod url;
mod uuid;

pub use self::{base64::Base64, date::Date, macros::FormatError, timestamp::Timestamp, url::Url, uuid::Uuid};
