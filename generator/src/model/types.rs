//! The types of bodies and answers.

use serde::Serialize;

use super::Ident;

/// A type by reference.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TypeRef {
    /// Nothing is known: any JSON.
    Value,
    /// `bool`
    Bool,
    /// `i64`
    Integer,
    /// `u64`, for whole numbers beyond `i64`
    Unsigned,
    /// `f64`
    Float,
    /// `String`
    String,
    /// `Vec<T>`
    List(Box<TypeRef>),
    /// A map from any string.
    Map(Box<TypeRef>),
    /// One of the API's types.
    Named(Ident),
}

impl TypeRef {
    /// The API's type that it names, be it in lists and maps.
    #[must_use]
    pub fn named(&self) -> Option<&Ident> {
        match self {
            Self::Named(name) => Some(name),
            Self::List(inner) | Self::Map(inner) => inner.named(),
            _ => None,
        }
    }
}

/// A struct of the crate's `types` module.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TypeDef {
    /// Its name: `ModelVersion`.
    pub name: Ident,
    /// The modules under `types` whose file holds it.
    pub module: Vec<Ident>,
    /// The cargo feature that alone needs it; `None` where several do.
    pub feature: Option<String>,
    /// Documentation as safe Markdown.
    pub docs: String,
    /// Its fields, in the order in which examples show them.
    pub fields: Vec<Field>,
}

impl TypeDef {
    /// The definition of a name, among definitions in the order of their names.
    #[must_use]
    pub fn find<'a>(defs: &'a [Self], name: &Ident) -> Option<&'a Self> {
        defs.binary_search_by(|def| def.name.cmp(name)).ok().map(|index| &defs[index])
    }

    /// The field of this name on the wire.
    #[must_use]
    pub fn field(&self, wire: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.wire == wire)
    }
}

/// A field of a struct.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Field {
    /// Its name on the wire.
    pub wire: String,
    /// Its name in code.
    pub name: Ident,
    /// Its setter: the same, unless that would hide something that every type has.
    pub setter: Ident,
    /// The type of its value when it is there.
    pub ty: TypeRef,
    /// Whether it is an `Option`; a list that is not one is empty when absent.
    pub optional: bool,
    /// Whether it is boxed, so that the type does not hold itself.
    pub boxed: bool,
    /// Documentation as safe Markdown.
    pub docs: String,
    /// In how many examples of the type it was seen.
    pub seen: usize,
    /// How many examples of the type there are.
    pub of: usize,
    /// A value for documentation, as JSON.
    pub example: Option<serde_json::Value>,
}
