//! A few values by their keys.

use std::fmt::{self, Debug};

/// A map of a few values, in the order in which they were set. Each is looked at until one is found, which is far less code to
/// compile than a tree.
#[derive(Clone)]
pub(crate) struct Pairs<K, V>(Vec<(K, V)>);

impl<K: PartialEq, V> Pairs<K, V> {
    /// The value of a key.
    pub(crate) fn get<Q>(&self, key: &Q) -> Option<&V>
    where
        K: PartialEq<Q>,
    {
        self.0.iter().find(|pair| pair.0 == *key).map(|pair| &pair.1)
    }

    /// The value of a key, made where there is none.
    pub(crate) fn get_or_insert_with(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let at = self.0.iter().position(|pair| pair.0 == key).unwrap_or_else(|| {
            self.0.push((key, make()));
            self.0.len() - 1
        });
        &mut self.0[at].1
    }

    /// Sets the value of a key. An earlier one goes.
    pub(crate) fn set(&mut self, key: K, value: V) {
        match self.0.iter_mut().find(|pair| pair.0 == key) {
            Some(pair) => pair.1 = value,
            None => self.0.push((key, value)),
        }
    }

    /// All pairs.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &(K, V)> {
        self.0.iter()
    }
}

impl<K, V> Default for Pairs<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Debug, V: Debug> Debug for Pairs<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.0.iter().map(|(key, value)| (key, value))).finish()
    }
}
