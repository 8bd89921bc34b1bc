//! Forms as pairs: `grant_type=password&scope=read`.

use std::borrow::Cow;
use std::fmt::{self, Display};

use super::call::Call;
use super::url;

/// The fields of a form, in the order in which they were set.
#[derive(Clone, Default)]
pub(crate) struct FormPairs(Vec<(Cow<'static, str>, String)>);

impl FormPairs {
    /// Sets a field; earlier values go.
    pub(crate) fn set(&mut self, name: &'static str, value: impl Display) {
        match self.0.iter().position(|pair| pair.0 == name) {
            Some(at) => {
                self.0[at].1 = value.to_string();
                let mut index = 0;
                self.0.retain(|pair| {
                    index += 1;
                    index - 1 <= at || pair.0 != name
                });
            }
            None => self.append(name, value),
        }
    }

    /// Adds a value to a field that may have several.
    pub(crate) fn append(&mut self, name: impl Into<Cow<'static, str>>, value: impl Display) {
        self.0.push((name.into(), value.to_string()));
    }

    fn encode(&self) -> String {
        let mut text = String::new();
        for (name, value) in &self.0 {
            url::push_pair(&mut text, name, value);
        }
        text
    }
}

impl Call {
    /// Sets a form as the body; one without fields sends no body.
    pub(crate) fn form(&mut self, form: &FormPairs) {
        if !form.0.is_empty() {
            self.bytes(form.encode(), "application/x-www-form-urlencoded");
        }
    }
}

impl fmt::Debug for FormPairs {
    /// The names alone, since a value may be a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|pair| &pair.0)).finish()
    }
}
