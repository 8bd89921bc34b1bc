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
    /// Text of a known form, kept as it is, with a typed view of it.
    Text(Format),
    /// `Option<T>`, of what stands in a list or a map and may be `null` there.
    Nullable(Box<TypeRef>),
    /// `Vec<T>`
    List(Box<TypeRef>),
    /// A map from any string.
    Map(Box<TypeRef>),
    /// One of the API's types.
    Named(Ident),
}

/// A form that text may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// A point in time as RFC 3339 writes it: `2026-01-10T09:30:00Z`
    Timestamp,
    /// A day: `2026-01-10`
    Date,
    /// A UUID: `6f1c1e4e-6f0c-4f6c-9b39-0e9c1f2a3b4c`
    Uuid,
    /// An absolute URL: `https://example.com/a.png`
    Url,
    /// Bytes as base64: `Y2xhcmlmYWk=`
    Base64,
}

impl TypeRef {
    /// The API's type that it names, be it in lists and maps.
    #[must_use]
    pub fn named(&self) -> Option<&Ident> {
        match self {
            Self::Named(name) => Some(name),
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) => inner.named(),
            _ => None,
        }
    }

    /// The form of text that it holds, be it in lists and maps.
    #[must_use]
    pub fn format(&self) -> Option<Format> {
        match self {
            Self::Text(format) => Some(*format),
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) => inner.format(),
            _ => None,
        }
    }

    /// Whether it is text, of whatever form.
    #[must_use]
    pub fn is_text(&self) -> bool {
        matches!(self, Self::String | Self::Text(_))
    }

    /// Whether it says nothing of what is there, be it in lists and maps.
    #[must_use]
    pub fn is_untyped(&self) -> bool {
        match self {
            Self::Value => true,
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) => inner.is_untyped(),
            _ => false,
        }
    }
}

/// A type of the crate's `types` module.
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
    /// What it is.
    pub kind: TypeKind,
    /// The only field of a struct that is a whole body: such a body can be made from the field's value.
    pub wraps: Option<Ident>,
}

/// What a type is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TypeKind {
    /// An object: its fields, in the order in which examples show them.
    Struct(Vec<Field>),
    /// One of a few words: an enum that also holds any other.
    Enum(Vec<Variant>),
    /// A value of one of several kinds: an enum that also holds any other JSON.
    Union(Vec<Case>),
}

impl TypeDef {
    /// The definition of a name, among definitions in the order of their names.
    #[must_use]
    pub fn find<'a>(defs: &'a [Self], name: &Ident) -> Option<&'a Self> {
        defs.binary_search_by(|def| def.name.cmp(name)).ok().map(|index| &defs[index])
    }

    /// The fields of a struct; none of anything else.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        match &self.kind {
            TypeKind::Struct(fields) => fields,
            TypeKind::Enum(_) | TypeKind::Union(_) => &[],
        }
    }

    /// The field of this name on the wire.
    #[must_use]
    pub fn field(&self, wire: &str) -> Option<&Field> {
        self.fields().iter().find(|field| field.wire == wire)
    }

    /// The types of what it holds.
    pub fn parts(&self) -> impl Iterator<Item = &TypeRef> {
        let cases = match &self.kind {
            TypeKind::Union(cases) => &cases[..],
            TypeKind::Struct(_) | TypeKind::Enum(_) => &[],
        };
        self.fields().iter().map(|field| &field.ty).chain(cases.iter().map(|case| &case.ty))
    }

    /// The API's types that it holds, be it in lists and maps.
    pub fn held(&self) -> impl Iterator<Item = &Ident> {
        self.parts().filter_map(TypeRef::named)
    }
}

/// A word of an enum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Variant {
    /// Its name in code: `UnaryUnary`.
    pub name: Ident,
    /// The word on the wire: `UNARY_UNARY`.
    pub wire: String,
    /// How often examples show it; not at all where only a description names it.
    pub seen: usize,
}

/// A kind of a union's values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Case {
    /// Its name in code: `Text`.
    pub name: Ident,
    /// The method that gives its value: `as_text`.
    pub accessor: Ident,
    /// The type of its values, which no other case of the union has.
    pub ty: TypeRef,
    /// How often examples show it.
    pub seen: usize,
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
    /// What sets it to `null`, where that is not the same as leaving it out.
    pub clear: Option<Ident>,
    /// The type of its value when it is there.
    pub ty: TypeRef,
    /// What stands for a value that is not there.
    pub presence: Presence,
    /// Whether it is boxed, so that the type does not hold itself.
    pub boxed: bool,
    /// Documentation as safe Markdown.
    pub docs: String,
    /// In how many examples of the type it was seen, `null` included.
    pub seen: usize,
    /// In how many of them it was `null`.
    pub null: usize,
    /// How many examples of the type there are.
    pub of: usize,
    /// A value for documentation, as JSON.
    pub example: Option<serde_json::Value>,
    /// Why nothing is known of what it holds, where that is so.
    pub untyped: Option<Untyped>,
}

/// What stands for a value that is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// `T`, always written. The default is read where it is missing or `null`.
    Always,
    /// A list or map that is empty, and then not written.
    Empty,
    /// `Option<T>`: `None` is not written.
    Optional,
    /// `Option<T>`: `None` is written as `null`.
    Null,
    /// `Option<Option<T>>`: `None` is not written, and `Some(None)` is written as `null`.
    OptionalOrNull,
}

impl Presence {
    /// Whether the field is an `Option`.
    #[must_use]
    pub fn is_option(self) -> bool {
        matches!(self, Self::Optional | Self::Null | Self::OptionalOrNull)
    }
}

/// Why nothing is known of what a place holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Untyped {
    /// Examples show nothing of it: only `null`, or lists or objects without anything in them.
    NeverShown {
        /// What they show instead: `null`, `an empty list`, `an empty object`.
        shown: &'static str,
        /// The place of one of them in the collection.
        pointer: String,
    },
    /// Its keys are the caller's own, and so is what they hold.
    FreeForm,
    /// Examples show what no one type holds.
    Disagree {
        /// What each of two examples shows, and its place in the collection.
        shown: Vec<(&'static str, String)>,
    },
    /// The configuration says so.
    Configured,
}
