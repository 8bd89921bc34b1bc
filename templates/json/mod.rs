//! How the API's types are JSON: what each says of itself, and what decodes and encodes them with that.

#[allow(dead_code, reason = "few APIs have unions")]
pub(crate) mod cases;
#[allow(dead_code, reason = "an API's types need not be of every kind")]
pub(crate) mod decode;
#[allow(dead_code, reason = "an API's types need not be of every kind")]
pub(crate) mod encode;
#[allow(dead_code, reason = "an API's types need not be objects")]
pub(crate) mod object;
#[allow(dead_code, reason = "an API's types need not be of every kind")]
pub(crate) mod slot;
#[allow(dead_code, reason = "not every API has enums")]
pub(crate) mod words;

#[allow(unused_imports, reason = "not every API has objects, enums and unions")]
pub(crate) use self::{cases::cases, object::object, words::words};
