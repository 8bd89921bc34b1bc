//! Credentials that were covered in the text: they are given their short form, and told.

use std::mem;

use serde_json::Value;

use super::read::Report;
use crate::diagnostic::Diagnostic;
use crate::origin::Origin;
use crate::secrets::MASK;
use crate::source::COVER;

/// Masks what is covered in a document.
pub(super) fn mask(document: &mut Value, report: &Report) {
    Masker { place: Origin::root(), report }.value(document);
}

struct Masker<'a> {
    /// The value that is looked at.
    place: Origin,
    report: &'a Report,
}

impl Masker<'_> {
    fn value(&mut self, value: &mut Value) {
        match value {
            Value::String(text) if text.contains(COVER) => {
                *text = masked(text);
                self.tell("a credential is masked");
            }
            Value::Array(elements) => {
                for (index, element) in elements.iter_mut().enumerate() {
                    self.within(|place| place.enter_index(index), element);
                }
            }
            Value::Object(members) => {
                if members.keys().any(|key| key.contains(COVER)) {
                    self.tell("a credential in a key is masked");
                    *members = mem::take(members).into_iter().map(|(key, value)| (masked(&key), value)).collect();
                }
                let name = members.get("name").and_then(Value::as_str).map(masked);
                let named = name.filter(|_| members.contains_key("request") || members.contains_key("item"));
                named.iter().for_each(|name| self.place.enter_name(name));
                for (key, member) in members.iter_mut() {
                    self.within(|place| place.enter_key(key), member);
                }
                self.place.breadcrumb.truncate(self.place.breadcrumb.len() - usize::from(named.is_some()));
            }
            _ => {}
        }
    }

    /// Looks at a value one step further down.
    fn within(&mut self, enter: impl FnOnce(&mut Origin), value: &mut Value) {
        let length = self.place.pointer.len();
        enter(&mut self.place);
        self.value(value);
        self.place.pointer.truncate(length);
    }

    fn tell(&self, message: &str) {
        let finding = Diagnostic::warning("masked-credential", message)
            .hint("withdraw it, since whoever has the collection has it; in Postman, put it into a variable of the type secret");
        self.report.add(finding.at(&self.place).confidential());
    }
}

/// A text with each covered part in its short form.
fn masked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(COVER) {
        out.push_str(&rest[..start]);
        out.push_str(MASK);
        rest = rest[start..].trim_start_matches(COVER);
    }
    out.push_str(rest);
    out
}
