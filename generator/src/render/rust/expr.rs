//! Values of examples as Rust expressions, written as a person would: `App::new().id("trains").name("Trains")`.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use super::{chain, form};
use crate::model::{Api, BodyKind, Ident, TypeDef, TypeRef};
use crate::postman::text::has_variable;

/// Writes expressions and remembers which types they name.
pub(super) struct Writer<'a> {
    types: &'a [TypeDef],
    text: &'a dyn Fn(&str) -> TokenStream,
    /// What the expressions need to have imported.
    pub(super) named: Named,
}

/// Names that expressions use.
#[derive(Debug, Default)]
pub(super) struct Named {
    types: BTreeSet<Ident>,
    /// Forms, by the modules that they are in.
    forms: BTreeSet<(Vec<Ident>, Ident)>,
    file: bool,
    value: bool,
    json: bool,
}

impl Named {
    /// Adds what other expressions use.
    pub(super) fn extend(&mut self, other: Self) {
        self.types.extend(other.types);
        self.forms.extend(other.forms);
        self.file |= other.file;
        self.value |= other.value;
        self.json |= other.json;
    }

    /// The import lines.
    pub(super) fn imports(&self, krate: &TokenStream) -> TokenStream {
        let names = &self.types;
        let types = match names.len() {
            0 => None,
            1 => Some(quote! { use #krate::types::#(#names)*; }),
            _ => Some(quote! { use #krate::types::{#(#names),*}; }),
        };
        let json = match (self.value, self.json) {
            (false, false) => None,
            (true, false) => Some(quote! { use serde_json::Value; }),
            (false, true) => Some(quote! { use serde_json::json; }),
            (true, true) => Some(quote! { use serde_json::{Value, json}; }),
        };
        let forms = self.forms.iter().map(|(path, name)| match path[..] {
            [] => quote! { use #krate::operations::#name; },
            _ => quote! { use #krate::#(#path::)*#name; },
        });
        let file = self.file.then(|| quote! { use #krate::FileSource; });
        quote! { #file #(#forms)* #types #json }
    }
}

impl<'a> Writer<'a> {
    /// A writer that writes strings with `text`.
    pub(super) fn new(api: &'a Api, text: &'a dyn Fn(&str) -> TokenStream) -> Self {
        Self { types: &api.types, text, named: Named::default() }
    }

    /// The argument for a body of an operation in a module; `json` is what its JSON is to be.
    pub(super) fn body(&mut self, module: &[Ident], kind: &BodyKind, json: Option<&Value>) -> Option<TokenStream> {
        match kind {
            BodyKind::Json { .. } | BodyKind::GraphQl(_) => {
                let (ty, _) = kind.json()?;
                Some(json.and_then(|json| self.write(ty, json)).unwrap_or_else(|| quote!(Default::default())))
            }
            BodyKind::Text { example } => Some((self.text)(example)),
            BodyKind::File { example } => {
                self.named.file = true;
                let path = (self.text)(example.as_deref().unwrap_or("path/to/file"));
                Some(quote!(FileSource::path(#path)))
            }
            BodyKind::Urlencoded(form) | BodyKind::Multipart(form) => {
                self.named.forms.insert((module.to_vec(), form.name.clone()));
                self.named.file |= form.sends_file();
                Some(form::value(form, self.text))
            }
        }
    }

    /// The expression of a value of a type; `None` for `null`, and for what the type cannot hold.
    pub(super) fn write(&mut self, ty: &TypeRef, value: &Value) -> Option<TokenStream> {
        match (ty, value) {
            (_, Value::Null) => None,
            (TypeRef::Bool, Value::Bool(flag)) => Some(quote!(#flag)),
            (TypeRef::Integer, Value::Number(number)) => number.as_i64().map(integer),
            (TypeRef::Unsigned, Value::Number(number)) => {
                number.as_u64().map(Literal::u64_unsuffixed).map(|number| quote!(#number))
            }
            (TypeRef::Float, Value::Number(number)) => number.as_f64().map(float),
            (TypeRef::String, Value::String(text)) => Some((self.text)(text)),
            (TypeRef::List(element), Value::Array(elements)) => {
                let items: Vec<TokenStream> =
                    elements.iter().filter_map(|value| self.element(element, value)).collect();
                if items.is_empty() { None } else { Some(quote!([#(#items),*])) }
            }
            (TypeRef::Map(inner), Value::Object(members)) => {
                let plain = members.values().all(Value::is_string) && !members.is_empty();
                let pairs: Vec<TokenStream> = members
                    .iter()
                    .filter_map(|(key, value)| {
                        let value = match (&**inner, value) {
                            (TypeRef::Value, Value::String(text)) if plain => (self.text)(text),
                            (inner, value) => self.write(inner, value)?,
                        };
                        Some(quote!((#key, #value)))
                    })
                    .collect();
                if pairs.is_empty() { None } else { Some(quote!([#(#pairs),*])) }
            }
            (TypeRef::Named(name), Value::Object(members)) => Some(self.object(name, members)),
            (TypeRef::Value, value) => Some(self.any(value)),
            _ => None,
        }
    }

    /// A value inside of a list, where nested lists must be of the exact type.
    fn element(&mut self, ty: &TypeRef, value: &Value) -> Option<TokenStream> {
        match (ty, value) {
            (TypeRef::List(inner), Value::Array(elements)) => {
                let items: Vec<TokenStream> = elements.iter().filter_map(|value| self.element(inner, value)).collect();
                let owned = matches!(**inner, TypeRef::String).then(|| quote!(.to_owned()));
                Some(quote!(vec![#(#items #owned),*]))
            }
            // A list of maps would need each map's exact type; an example is as good without it.
            (TypeRef::Map(_), _) => None,
            _ => self.write(ty, value),
        }
    }

    fn object(&mut self, name: &Ident, members: &serde_json::Map<String, Value>) -> TokenStream {
        self.named.types.insert(name.clone());
        let def = TypeDef::find(self.types, name);
        let calls: Vec<TokenStream> = members
            .iter()
            .filter_map(|(key, value)| {
                let field = def?.field(key)?;
                let argument = self.write(&field.ty, value)?;
                let setter = &field.setter;
                Some(quote!(.#setter(#argument)))
            })
            .collect();
        chain::expression(&quote!(value), &quote!(#name::new()), &calls)
    }

    /// Any JSON, as a `Value`.
    fn any(&mut self, value: &Value) -> TokenStream {
        match value {
            Value::Array(_) | Value::Object(_) => {
                self.named.json = true;
                let text = self.json_text(value);
                quote!(json!(#text))
            }
            // What comes from a variable is a reference, which `json!` takes as well.
            Value::String(text) if has_variable(text) => {
                self.named.json = true;
                let inner = (self.text)(text);
                quote!(json!(#inner))
            }
            _ => {
                self.named.value = true;
                let inner = self.json_text(value);
                quote!(Value::from(#inner))
            }
        }
    }

    /// JSON as the `json!` macro takes it.
    fn json_text(&self, value: &Value) -> TokenStream {
        match value {
            Value::Null => quote!(null),
            Value::Bool(flag) => quote!(#flag),
            Value::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
                (Some(number), _, _) => integer(number),
                (_, Some(number), _) => {
                    let number = Literal::u64_suffixed(number);
                    quote!(#number)
                }
                (_, _, Some(number)) => float(number),
                _ => quote!(null),
            },
            Value::String(text) => (self.text)(text),
            Value::Array(elements) => {
                let items = elements.iter().map(|value| self.json_text(value));
                quote!([#(#items),*])
            }
            Value::Object(members) => {
                let pairs = members.iter().map(|(key, value)| {
                    let value = self.json_text(value);
                    quote!(#key: #value)
                });
                quote!({#(#pairs),*})
            }
        }
    }
}

fn integer(number: i64) -> TokenStream {
    let literal = Literal::u64_unsuffixed(number.unsigned_abs());
    if number < 0 { quote!(-#literal) } else { quote!(#literal) }
}

fn float(number: f64) -> TokenStream {
    let literal = Literal::f64_unsuffixed(number.abs());
    if number < 0.0 { quote!(-#literal) } else { quote!(#literal) }
}
