//! Values of examples as Rust expressions, written as a person would: `App::new().id("trains").name("Trains")`.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use super::{chain, codec, form, ty};
use crate::model::{Api, BodyKind, Field, Ident, Presence, TypeDef, TypeKind, TypeRef};
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
    text: bool,
    value: bool,
    json: bool,
}

impl Named {
    /// Adds what other expressions use.
    pub(super) fn extend(&mut self, other: Self) {
        self.types.extend(other.types);
        self.forms.extend(other.forms);
        self.file |= other.file;
        self.text |= other.text;
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
        let text = self.text.then(|| quote! { use #krate::text; });
        quote! { #file #(#forms)* #text #types #json }
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
                Some(json.and_then(|json| self.whole(ty, json)).unwrap_or_else(|| self.empty(ty)))
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

    /// A whole body, which converts into a type: where that could be several, it says which one it is.
    fn whole(&mut self, ty: &TypeRef, value: &Value) -> Option<TokenStream> {
        match (ty, value) {
            (TypeRef::List(inner), Value::Array(elements)) => {
                let items = self.items(inner, elements);
                (!items.is_empty()).then(|| quote!([#(#items),*]))
            }
            (TypeRef::Nullable(_), Value::Null) => None,
            (TypeRef::Map(_) | TypeRef::Nullable(_), value) => self.exact(ty, value),
            _ => typed_number(ty, value).or_else(|| self.write(ty, value)),
        }
    }

    /// Values of just one type.
    fn items(&mut self, ty: &TypeRef, values: &[Value]) -> Vec<TokenStream> {
        values.iter().filter_map(|value| self.exact(ty, value)).collect()
    }

    /// A value of a type with nothing in it.
    fn empty(&mut self, ty: &TypeRef) -> TokenStream {
        match ty {
            TypeRef::Value => {
                self.named.value = true;
                quote!(Value::Null)
            }
            TypeRef::Bool => quote!(false),
            TypeRef::Integer => quote!(0_i64),
            TypeRef::Unsigned => quote!(0_u64),
            TypeRef::Float => quote!(0.0),
            TypeRef::String | TypeRef::Text(_) => quote!(""),
            TypeRef::Nullable(inner) => {
                let inner = self.ty(inner);
                quote!(None::<#inner>)
            }
            TypeRef::List(inner) => {
                let inner = self.ty(inner);
                quote!(Vec::<#inner>::new())
            }
            TypeRef::Map(inner) if **inner == TypeRef::Value => quote!(serde_json::Map::new()),
            TypeRef::Map(inner) => {
                let inner = self.ty(inner);
                quote!(std::collections::BTreeMap::<String, #inner>::new())
            }
            TypeRef::Named(name) => {
                self.named.types.insert(name.clone());
                quote!(#name::default())
            }
        }
    }

    /// A type by its name, where the API's types are imported.
    fn ty(&mut self, reference: &TypeRef) -> TokenStream {
        self.named.types.extend(reference.named().cloned());
        self.named.text |= reference.format().is_some();
        ty(reference, &TokenStream::new())
    }

    /// The expression of a value of a type, as a setter takes it; `None` for `null`, and for what the type cannot hold.
    pub(super) fn write(&mut self, ty: &TypeRef, value: &Value) -> Option<TokenStream> {
        match (ty, value) {
            (TypeRef::Nullable(_), Value::Null) => Some(quote!(None)),
            (TypeRef::Nullable(inner), value) => self.write(inner, value).map(|inner| quote!(Some(#inner))),
            (_, Value::Null) => None,
            (TypeRef::Bool, Value::Bool(flag)) => Some(quote!(#flag)),
            (TypeRef::Integer, Value::Number(number)) => number.as_i64().map(integer),
            (TypeRef::Unsigned, Value::Number(number)) => {
                number.as_u64().map(Literal::u64_unsuffixed).map(|number| quote!(#number))
            }
            (TypeRef::Float, Value::Number(number)) => number.as_f64().map(float),
            (TypeRef::String | TypeRef::Text(_), Value::String(text)) => Some((self.text)(text)),
            // Elements that are all `null` do not tell what they could be.
            (TypeRef::List(_), Value::Array(elements)) if elements.iter().all(Value::is_null) => None,
            (TypeRef::List(element), Value::Array(elements)) => {
                let items: Vec<TokenStream> =
                    elements.iter().filter_map(|value| self.element(element, value)).collect();
                if items.is_empty() { None } else { Some(quote!([#(#items),*])) }
            }
            (TypeRef::Map(_), Value::Object(members)) if members.values().all(Value::is_null) => None,
            (TypeRef::Map(inner), Value::Object(members)) => {
                let plain = members.values().all(Value::is_string) && !members.is_empty();
                let pairs: Vec<TokenStream> = members
                    .iter()
                    .filter_map(|(key, value)| {
                        let value = match (&**inner, value) {
                            (TypeRef::Value, Value::String(text)) if plain => (self.text)(text),
                            (inner, value) => self.element(inner, value)?,
                        };
                        Some(quote!((#key, #value)))
                    })
                    .collect();
                if pairs.is_empty() { None } else { Some(quote!([#(#pairs),*])) }
            }
            (TypeRef::Named(name), value) => self.named_value(name, value),
            (TypeRef::Value, value) => Some(self.any(value)),
            _ => None,
        }
    }

    /// A value inside of a list or map, whose elements are all of one type, and nested lists of the exact type.
    fn element(&mut self, ty: &TypeRef, value: &Value) -> Option<TokenStream> {
        match (ty, value) {
            (TypeRef::Nullable(_), Value::Null) => Some(quote!(None)),
            (TypeRef::Nullable(inner), value) => self.element(inner, value).map(|inner| quote!(Some(#inner))),
            (TypeRef::Map(_) | TypeRef::List(_) | TypeRef::Named(_), value) => self.exact(ty, value),
            _ => self.write(ty, value),
        }
    }

    /// A value of just this type, where nothing converts it.
    fn exact(&mut self, ty: &TypeRef, value: &Value) -> Option<TokenStream> {
        let written = match (ty, value) {
            (TypeRef::List(inner), Value::Array(elements)) => {
                let items = self.items(inner, elements);
                return Some(if items.is_empty() { self.empty(ty) } else { quote!(vec![#(#items),*]) });
            }
            (TypeRef::Map(inner), Value::Object(members)) => return Some(self.map(inner, members)),
            (TypeRef::Value, Value::Null) => return Some(self.empty(ty)),
            (TypeRef::Nullable(_), Value::Null) => return Some(quote!(None)),
            (TypeRef::Nullable(inner), value) => {
                return self.exact(inner, value).map(|inner| quote!(Some(#inner)));
            }
            _ => self.write(ty, value)?,
        };
        Some(match ty {
            TypeRef::String => quote!(#written.to_owned()),
            TypeRef::Text(_) => quote!(#written.into()),
            TypeRef::Named(name) => match (&TypeDef::find(self.types, name)?.kind, value) {
                (TypeKind::Struct(_), _) => written,
                (TypeKind::Enum(variants), Value::String(word)) if variants.iter().any(|known| known.wire == *word) => {
                    written
                }
                _ => {
                    self.named.types.insert(name.clone());
                    quote!(#name::from(#written))
                }
            },
            _ => written,
        })
    }

    /// A map of just this type.
    fn map(&mut self, inner: &TypeRef, members: &serde_json::Map<String, Value>) -> TokenStream {
        let pairs: Vec<TokenStream> = members
            .iter()
            .filter_map(|(key, value)| {
                let value = self.exact(inner, value)?;
                Some(quote!((#key.to_owned(), #value)))
            })
            .collect();
        match inner {
            _ if pairs.is_empty() => self.empty(&TypeRef::Map(Box::new(inner.clone()))),
            TypeRef::Value => quote!(serde_json::Map::from_iter([#(#pairs),*])),
            _ => quote!(std::collections::BTreeMap::from([#(#pairs),*])),
        }
    }

    /// A value of one of the API's types.
    fn named_value(&mut self, name: &Ident, value: &Value) -> Option<TokenStream> {
        let types = self.types;
        match (&TypeDef::find(types, name)?.kind, value) {
            (TypeKind::Struct(fields), Value::Object(members)) => Some(self.object(name, fields, members)),
            (TypeKind::Struct(_), _) => None,
            (TypeKind::Enum(variants), Value::String(word)) => {
                let known = variants.iter().find(|variant| variant.wire == *word);
                Some(match known.map(|variant| &variant.name) {
                    Some(variant) => {
                        self.named.types.insert(name.clone());
                        quote!(#name::#variant)
                    }
                    None => (self.text)(word),
                })
            }
            (TypeKind::Enum(_), _) => None,
            (TypeKind::Union(cases), value) => {
                let case = codec::case_of(types, cases, value);
                Some(case.and_then(|case| self.case(&case.ty, value)).unwrap_or_else(|| self.any(value)))
            }
        }
    }

    /// What a union is made of, where that is not any JSON.
    fn case(&mut self, ty: &TypeRef, value: &Value) -> Option<TokenStream> {
        match ty {
            TypeRef::Integer | TypeRef::Unsigned => typed_number(ty, value),
            TypeRef::List(inner) => {
                let elements = value.as_array().filter(|elements| !elements.is_empty())?;
                let items: Option<Vec<_>> = elements.iter().map(|element| self.exact(inner, element)).collect();
                items.map(|items| quote!(vec![#(#items),*]))
            }
            TypeRef::Map(_) => None,
            _ => self.write(ty, value),
        }
    }

    fn object(&mut self, name: &Ident, fields: &[Field], members: &serde_json::Map<String, Value>) -> TokenStream {
        self.named.types.insert(name.clone());
        let calls: Vec<TokenStream> = members
            .iter()
            .filter_map(|(key, value)| {
                let field = fields.iter().find(|field| field.wire == *key)?;
                if value.is_null() && field.presence == Presence::OptionalOrNull {
                    let clear = field.clear.as_ref()?;
                    return Some(quote!(.#clear()));
                }
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
                (Some(number), _, _) => typed_integer(number),
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

/// A whole number of a type, where nothing else says which one it is.
fn typed_number(ty: &TypeRef, value: &Value) -> Option<TokenStream> {
    match ty {
        TypeRef::Integer => value.as_i64().map(typed_integer),
        TypeRef::Unsigned => value.as_u64().map(Literal::u64_suffixed).map(|number| quote!(#number)),
        _ => None,
    }
}

/// A whole number where its type is not known otherwise: with it, if it is not the one that literals have then.
fn typed_integer(number: i64) -> TokenStream {
    if i32::try_from(number).is_ok() {
        return integer(number);
    }
    // The least of all has no literal to put a sign before.
    let Some(positive) = number.checked_abs() else { return quote!(i64::MIN) };
    let literal = Literal::i64_suffixed(positive);
    if number < 0 { quote!(-#literal) } else { quote!(#literal) }
}

fn float(number: f64) -> TokenStream {
    let literal = Literal::f64_unsuffixed(number.abs());
    if number < 0.0 { quote!(-#literal) } else { quote!(#literal) }
}
