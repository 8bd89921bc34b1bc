//! What the generated types need to decode JSON that is not as it was in the examples.
//!
//! In lists and maps of what may not be `null`, what is `null` all the same is left out.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

/// Decodes a value of which `null` is the default.
pub(crate) fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// Decodes a value of which `null` is another one than none.
pub(crate) fn or_null<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Some)
}

/// Decodes a list. `null` is an empty one, and elements that are `null` are left out.
pub(crate) fn list<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    optional_list(deserializer).map(Option::unwrap_or_default)
}

/// Decodes a list that may be missing. Elements that are `null` are left out.
pub(crate) fn optional_list<'de, D, T>(deserializer: D) -> Result<Option<Vec<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let list: Option<Vec<Option<T>>> = Option::deserialize(deserializer)?;
    Ok(list.map(|list| list.into_iter().flatten().collect()))
}

/// Decodes a list of which `null` is another one than none. Elements that are `null` are left out.
pub(crate) fn list_or_null<'de, D, T>(deserializer: D) -> Result<Option<Option<Vec<T>>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    optional_list(deserializer).map(Some)
}

/// Decodes a map. `null` is an empty one, and entries that are `null` are left out.
pub(crate) fn map<'de, D, T>(deserializer: D) -> Result<BTreeMap<String, T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    optional_map(deserializer).map(Option::unwrap_or_default)
}

/// Decodes a map that may be missing. Entries that are `null` are left out.
pub(crate) fn optional_map<'de, D, T>(deserializer: D) -> Result<Option<BTreeMap<String, T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let map: Option<BTreeMap<String, Option<T>>> = Option::deserialize(deserializer)?;
    Ok(map.map(|map| map.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()))
}

/// Decodes a map of which `null` is another one than none. Entries that are `null` are left out.
pub(crate) fn map_or_null<'de, D, T>(deserializer: D) -> Result<Option<Option<BTreeMap<String, T>>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    optional_map(deserializer).map(Some)
}
