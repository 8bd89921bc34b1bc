//! A value beside its type, as the generated crate decodes and encodes it.

use std::collections::BTreeMap;

use serde_json::{Map, Number, Value};

use super::loss::{Kind, Loss};
use crate::model::{Case, Field, Ident, Presence, TypeDef, TypeKind, TypeRef};

/// The types of an API, made ready to be asked many times.
pub(super) struct Types<'a> {
    defs: BTreeMap<&'a Ident, Def<'a>>,
}

enum Def<'a> {
    Struct {
        fields: BTreeMap<&'a str, &'a Field>,
        /// Those that are written in any case.
        written: Vec<&'a Field>,
    },
    Enum,
    Union(&'a [Case]),
}

impl<'a> Types<'a> {
    pub(super) fn of(defs: &'a [TypeDef]) -> Self {
        let def = |kind: &'a TypeKind| match kind {
            TypeKind::Struct(fields) => Def::Struct {
                fields: fields.iter().map(|field| (field.wire.as_str(), field)).collect(),
                written: fields.iter().filter(|field| is_written(field.presence)).collect(),
            },
            TypeKind::Enum(_) => Def::Enum,
            TypeKind::Union(cases) => Def::Union(cases),
        };
        Self { defs: defs.iter().map(|ty| (&ty.name, def(&ty.kind))).collect() }
    }

    /// Whether a value of a type is the same once it was decoded and encoded.
    pub(super) fn hold(&self, ty: &TypeRef, value: &Value) -> Result<(), Loss> {
        match (ty, value) {
            (TypeRef::Value, _)
            | (TypeRef::Nullable(_), Value::Null)
            | (TypeRef::Bool, Value::Bool(_))
            | (TypeRef::String | TypeRef::Text(_), Value::String(_)) => Ok(()),
            (TypeRef::Nullable(inner), _) => self.hold(inner, value),
            (TypeRef::Integer, Value::Number(number)) if number.is_i64() => Ok(()),
            (TypeRef::Unsigned, Value::Number(number)) if number.is_u64() => Ok(()),
            (TypeRef::Float, Value::Number(number)) if is_exact(number) => Ok(()),
            (TypeRef::Float, Value::Number(_)) => Err(Loss::new(Kind::Rounded)),
            (TypeRef::List(inner), Value::Array(elements)) => {
                let mut elements = elements.iter().enumerate();
                elements.try_for_each(|(index, value)| self.hold(inner, value).map_err(|loss| loss.under(index)))
            }
            (TypeRef::Map(inner), Value::Object(members)) => {
                members.iter().try_for_each(|(key, value)| self.hold(inner, value).map_err(|loss| loss.under(key)))
            }
            (TypeRef::Named(name), _) => self.hold_named(name, value),
            _ => Err(undecodable(ty, value)),
        }
    }

    fn hold_named(&self, name: &Ident, value: &Value) -> Result<(), Loss> {
        match (self.defs.get(name), value) {
            (Some(Def::Struct { fields, written }), Value::Object(members)) => {
                self.hold_members(fields, written, members)
            }
            (Some(Def::Enum), Value::String(_)) => Ok(()),
            (Some(Def::Union(cases)), _) => self.hold_case(cases, value),
            (Some(Def::Enum), _) => Err(undecodable(&TypeRef::String, value)),
            (Some(Def::Struct { .. }) | None, _) => Err(undecodable(&TypeRef::Named(name.clone()), value)),
        }
    }

    /// A value is of the first case of its kind whose type it has; any other is kept as it is.
    fn hold_case(&self, cases: &[Case], value: &Value) -> Result<(), Loss> {
        let mut fitting: Vec<&Case> = cases.iter().filter(|case| self.takes(&case.ty, value)).collect();
        // A whole number is one before it is any other.
        fitting.sort_by_key(|case| (case.ty == TypeRef::Float, case.ty == TypeRef::Unsigned));
        for case in fitting {
            match self.hold(&case.ty, value) {
                Err(Loss { kind: Kind::Undecodable { .. } | Kind::Rounded, .. }) => {}
                held => return held,
            }
        }
        Ok(())
    }

    fn hold_members(
        &self,
        fields: &BTreeMap<&str, &Field>,
        written: &[&Field],
        members: &Map<String, Value>,
    ) -> Result<(), Loss> {
        for (key, value) in members {
            let held = match fields.get(key.as_str()) {
                Some(field) => self.hold_member(field, value),
                None => Err(Loss::new(Kind::Unknown)),
            };
            held.map_err(|loss| loss.under(key))?;
        }
        match written.iter().find(|field| !members.contains_key(&field.wire)) {
            Some(field) if field.presence == Presence::Null => Err(Loss::new(Kind::NullAdded).under(&field.wire)),
            Some(field) => Err(Loss::new(Kind::DefaultAdded).under(&field.wire)),
            None => Ok(()),
        }
    }

    fn hold_member(&self, field: &Field, value: &Value) -> Result<(), Loss> {
        match (field.presence, value) {
            (Presence::Null | Presence::OptionalOrNull, Value::Null) => Ok(()),
            (Presence::Always, Value::Null) if takes_null(&field.ty) => Ok(()),
            (Presence::Always, Value::Null) => Err(Loss::new(Kind::DefaultAdded)),
            (Presence::Optional | Presence::Empty, Value::Null) => Err(Loss::new(Kind::NullDropped)),
            (Presence::Empty, value) if is_empty(value) => Err(Loss::new(Kind::EmptyDropped)),
            _ => match dropped(&field.ty, value) {
                Some(loss) => Err(loss),
                None => self.hold(&field.ty, value),
            },
        }
    }

    /// Whether a value is of the kind of a type, whatever is in it.
    fn takes(&self, ty: &TypeRef, value: &Value) -> bool {
        match (ty, value) {
            (TypeRef::Value, _) | (TypeRef::Nullable(_), Value::Null) => true,
            (TypeRef::Nullable(inner), _) => self.takes(inner, value),
            (TypeRef::Integer, Value::Number(number)) => number.is_i64(),
            (TypeRef::Unsigned, Value::Number(number)) => number.is_u64(),
            (TypeRef::Bool, Value::Bool(_))
            | (TypeRef::Float, Value::Number(_))
            | (TypeRef::String | TypeRef::Text(_), Value::String(_))
            | (TypeRef::List(_), Value::Array(_))
            | (TypeRef::Map(_), Value::Object(_)) => true,
            (TypeRef::Named(name), _) => match self.defs.get(name) {
                Some(Def::Struct { .. }) => value.is_object(),
                Some(Def::Enum) => value.is_string(),
                Some(Def::Union(_)) => true,
                None => false,
            },
            _ => false,
        }
    }
}

/// A field of a list or a map leaves out what is `null` in it, where that cannot be.
fn dropped(ty: &TypeRef, value: &Value) -> Option<Loss> {
    let step = match (ty, value) {
        (TypeRef::List(inner), Value::Array(elements)) if !takes_null(inner) => {
            elements.iter().position(Value::is_null)?.to_string()
        }
        (TypeRef::Map(inner), Value::Object(members)) if !takes_null(inner) => {
            members.iter().find(|(_, value)| value.is_null())?.0.clone()
        }
        _ => return None,
    };
    Some(Loss::new(Kind::NullDropped).under(step))
}

fn is_written(presence: Presence) -> bool {
    matches!(presence, Presence::Always | Presence::Null)
}

fn takes_null(ty: &TypeRef) -> bool {
    matches!(ty, TypeRef::Value | TypeRef::Nullable(_))
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Array(elements) => elements.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// Whether a number is the same as an `f64`.
#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "that is what is looked at")]
fn is_exact(number: &Number) -> bool {
    match (number.as_i64(), number.as_u64()) {
        (Some(integer), _) => integer as f64 as i128 == i128::from(integer),
        (None, Some(integer)) => integer as f64 as i128 == i128::from(integer),
        (None, None) => true,
    }
}

fn undecodable(expected: &TypeRef, found: &Value) -> Loss {
    let expected = match expected {
        TypeRef::Value => "anything",
        TypeRef::Bool => "a boolean",
        TypeRef::Integer => "an integer",
        TypeRef::Unsigned => "an integer that is not negative",
        TypeRef::Float => "a number",
        TypeRef::String | TypeRef::Text(_) => "text",
        TypeRef::Nullable(inner) => return undecodable(inner, found),
        TypeRef::List(_) => "a list",
        TypeRef::Map(_) | TypeRef::Named(_) => "an object",
    };
    let found = match found {
        Value::Null => "`null`",
        Value::Bool(_) => "a boolean",
        Value::Number(number) if number.is_f64() => "a fraction",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    };
    Loss::new(Kind::Undecodable { expected, found })
}
