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
pub(crate) mod words;
#[allow(dead_code, reason = "an API need not have bodies of JSON")]
pub(crate) mod write;

/// A list of whatever its elements are made from.
#[allow(dead_code, reason = "not every API has lists")]
pub(crate) fn list<T>(items: impl IntoIterator<Item = impl Into<T>>) -> Vec<T> {
    items.into_iter().map(Into::into).collect()
}

/// A map of whatever its values are made from.
#[allow(dead_code, reason = "not every API has maps")]
pub(crate) fn map<M, T>(entries: impl IntoIterator<Item = (impl Into<String>, impl Into<T>)>) -> M
where
    M: FromIterator<(String, T)>,
{
    entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect()
}

#[allow(unused_imports, reason = "not every API has objects, enums and unions")]
pub(crate) use self::{cases::cases, object::object, words::words};
