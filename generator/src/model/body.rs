//! What a request sends.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Ident, ReplayStep, ReplayText, ScalarKind, TypeRef};

/// What a request sends.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Body {
    /// How it is written.
    pub kind: BodyKind,
    /// Its media type: `application/json`. `None` where only the call knows it, and where none is sent.
    pub media_type: Option<String>,
}

/// How a body is written.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyKind {
    /// JSON of a type; the example is the collection's own, variables still between braces.
    Json {
        /// Its type.
        ty: TypeRef,
        /// The collection's example; where that was the name of a kind (`"<integer>"`), a value of the kind.
        example: serde_json::Value,
        /// Whether values stand for names of kinds in it.
        filled: bool,
    },
    /// Text as it is.
    Text {
        /// The collection's example.
        example: String,
    },
    /// Pairs in a form's encoding.
    Urlencoded(Form),
    /// Parts of a multipart form.
    Multipart(Form),
    /// A file.
    File {
        /// The path that the collection has, if any.
        example: Option<String>,
    },
    /// A GraphQL query.
    GraphQl(GraphQl),
}

/// A form: a struct beside the operation's builder.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Form {
    /// The struct: `CreateTokenForm`.
    pub name: Ident,
    /// Its fields, in the order of the collection.
    pub fields: Vec<FormField>,
    /// What the collection sends, in order.
    pub entries: Vec<FormEntry>,
}

/// A field of a form: a setter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormField {
    /// Its name on the wire.
    pub wire: String,
    /// The setter's name.
    pub name: Ident,
    /// What it takes.
    pub kind: FieldKind,
    /// Whether the collection has it more than once: then the setter adds a value, else it replaces the value.
    pub repeated: bool,
    /// The media type of this part of a multipart form, where the collection states one.
    pub media_type: Option<String>,
    /// The value that the collection shows, for documentation.
    pub example: Option<String>,
    /// Documentation as safe Markdown.
    pub docs: String,
}

/// What a field of a form takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// A value that is written as text.
    Text(ScalarKind),
    /// A file.
    File,
}

/// A field as the collection sends it, variables still between braces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FormEntry {
    /// A call of a setter with a text.
    Text(ReplayStep),
    /// A field without a setter, since its name holds variables.
    Unnamed {
        /// The name.
        key: String,
        /// The value.
        value: ReplayText,
    },
    /// A call of a setter with a file.
    File {
        /// The setter.
        name: Ident,
        /// What is in it.
        content: FileContent,
        /// What it is called, where that is not the last part of its path.
        file_name: Option<String>,
    },
}

/// What is in a file that the collection sends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FileContent {
    /// What is in the file of this path. Where there is none, the field is left out.
    Path(String),
    /// This text.
    Text(ReplayText),
    /// These bytes, without a name.
    Bytes(Vec<u8>),
}

/// A GraphQL query.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GraphQl {
    /// The query, with the values of those of the collection's variables that have one.
    pub query: String,
    /// The query, variables still between braces.
    pub template: String,
    /// Which of the query's operations is run.
    pub operation: Option<String>,
    /// Its variables, if it takes any.
    pub variables: Option<GraphQlVariables>,
}

/// The variables of a GraphQL query.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GraphQlVariables {
    /// Their type.
    pub ty: TypeRef,
    /// The collection's example.
    pub example: serde_json::Value,
}

impl BodyKind {
    /// The JSON that it carries, with its type: the whole of it, or what is typed of it.
    #[must_use]
    pub fn json(&self) -> Option<(&TypeRef, &serde_json::Value)> {
        match self {
            Self::Json { ty, example, .. }
            | Self::GraphQl(GraphQl { variables: Some(GraphQlVariables { ty, example }), .. }) => Some((ty, example)),
            _ => None,
        }
    }

    /// What that JSON is called among the bodies of its operation.
    #[must_use]
    pub fn role(&self) -> &'static str {
        match self {
            Self::GraphQl(_) => "variables",
            _ => "request",
        }
    }

    /// The type of the JSON that it carries, to be settled.
    pub fn json_type_mut(&mut self) -> Option<&mut TypeRef> {
        match self {
            Self::Json { ty, .. } | Self::GraphQl(GraphQl { variables: Some(GraphQlVariables { ty, .. }), .. }) => {
                Some(ty)
            }
            _ => None,
        }
    }

    /// The form that it is.
    #[must_use]
    pub fn form(&self) -> Option<&Form> {
        match self {
            Self::Urlencoded(form) | Self::Multipart(form) => Some(form),
            _ => None,
        }
    }

    /// The texts of its own parts in which variables are filled: the entries of a form, and a query.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::Urlencoded(form) | Self::Multipart(form) => form.entries.iter().flat_map(FormEntry::texts).collect(),
            Self::GraphQl(graphql) => vec![&graphql.template],
            Self::Json { .. } | Self::Text { .. } | Self::File { .. } => Vec::new(),
        }
    }

    /// Whether it can carry files.
    #[must_use]
    pub fn takes_file(&self) -> bool {
        match self {
            Self::Multipart(form) => form.has_file(),
            Self::File { .. } => true,
            _ => false,
        }
    }
}

impl FormEntry {
    /// Its texts, variables still between braces.
    fn texts(&self) -> Vec<&str> {
        match self {
            Self::Text(step) => step.value.shown().into_iter().collect(),
            Self::Unnamed { key, value } => std::iter::once(key.as_str()).chain(value.shown()).collect(),
            Self::File { content: FileContent::Path(text), file_name, .. } => {
                std::iter::once(text).chain(file_name).map(String::as_str).collect()
            }
            Self::File { content: FileContent::Text(text), file_name, .. } => {
                text.shown().into_iter().chain(file_name.as_deref()).collect()
            }
            Self::File { content: FileContent::Bytes(_), file_name, .. } => {
                file_name.iter().map(String::as_str).collect()
            }
        }
    }
}

impl Form {
    /// Whether it can carry files.
    #[must_use]
    pub fn has_file(&self) -> bool {
        self.fields.iter().any(|field| field.kind == FieldKind::File)
    }

    /// Whether the collection sends a file with it.
    #[must_use]
    pub fn sends_file(&self) -> bool {
        self.entries.iter().any(|entry| matches!(entry, FormEntry::File { .. }))
    }

    /// What the collection sends and may be shown.
    pub fn shown_entries(&self) -> impl Iterator<Item = &FormEntry> {
        self.entries.iter().filter(|entry| match entry {
            FormEntry::Text(ReplayStep { value, .. })
            | FormEntry::Unnamed { value, .. }
            | FormEntry::File { content: FileContent::Text(value), .. } => value.shown().is_some(),
            FormEntry::File { .. } => true,
        })
    }

    /// The texts that it sends and that may be shown, variables still between braces.
    pub fn shown_texts(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().filter_map(|entry| match entry {
            FormEntry::Text(ReplayStep { value, .. })
            | FormEntry::Unnamed { value, .. }
            | FormEntry::File { content: FileContent::Text(value), .. } => value.shown(),
            FormEntry::File { content: FileContent::Path(text), .. } => Some(text),
            FormEntry::File { content: FileContent::Bytes(_), .. } => None,
        })
    }

    /// Its fields by their setters.
    #[must_use]
    pub fn fields_by_name(&self) -> BTreeMap<&Ident, &FormField> {
        self.fields.iter().map(|field| (&field.name, field)).collect()
    }
}
