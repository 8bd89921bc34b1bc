//! The document as data.

use serde::Serialize;
use serde_json::Value;

use super::Saved;
use crate::origin::Origin;

/// A collection.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Collection {
    /// `info.name`, empty when there is none.
    pub name: String,
    /// `info.description`.
    pub description: Option<String>,
    /// `info.schema` as written.
    pub schema: Option<String>,
    /// Requests and folders, in document order.
    pub items: Vec<Item>,
    /// Variables of the collection.
    pub variables: Vec<Variable>,
    /// Authentication that requests inherit.
    pub auth: Option<Auth>,
    /// Scripts of the collection.
    pub events: Vec<Event>,
    /// The key `protocolProfileBehavior`, as written.
    pub behavior: Option<Value>,
}

/// A folder or a request.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// An element with `item`.
    Folder(Box<Folder>),
    /// An element with `request`.
    Request(Box<Request>),
}

/// A folder.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Folder {
    /// Its name, empty when there is none.
    pub name: String,
    /// Its description.
    pub description: Option<String>,
    /// Requests and folders in it, in document order.
    pub items: Vec<Item>,
    /// Authentication that its requests inherit.
    pub auth: Option<Auth>,
    /// Its scripts.
    pub events: Vec<Event>,
    /// Its variables.
    pub variables: Vec<Variable>,
    /// The key `protocolProfileBehavior`, as written.
    pub behavior: Option<Value>,
    /// Where it stands; the breadcrumb ends with its name.
    pub origin: Origin,
}

/// A request.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Request {
    /// Its place in document order, folders depth first, from 0 on, among all elements that have a `request`, unreadable
    /// ones included.
    pub number: usize,
    /// Its name, empty when there is none.
    pub name: String,
    /// Its description: the request's own, else the item's.
    pub description: Option<String>,
    /// The method as written; `GET` when there is none.
    pub method: String,
    /// Where it goes.
    pub url: Url,
    /// Its headers, in order, disabled ones included.
    pub headers: Vec<Header>,
    /// What it sends.
    pub body: Option<Body>,
    /// Its own authentication.
    pub auth: Option<Auth>,
    /// Its scripts.
    pub events: Vec<Event>,
    /// Saved answers.
    pub responses: Vec<Response>,
    /// The key `protocolProfileBehavior`, as written.
    pub behavior: Option<Value>,
    /// Where it stands; the breadcrumb ends with its name.
    pub origin: Origin,
}

/// A URL in parts. Variables are still between braces.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Url {
    /// As people typed it; the parts are what counts.
    pub raw: Saved<Option<String>>,
    /// `https`
    pub protocol: Option<String>,
    /// User and password before `@`, as written: `user:password`.
    pub auth: Option<Saved<String>>,
    /// The labels of the host: `["api", "clarifai", "com"]`.
    pub host: Vec<String>,
    /// The port.
    pub port: Option<String>,
    /// The segments of the path; empty ones are kept.
    pub path: Vec<String>,
    /// Query parameters, in order, disabled ones included.
    pub query: Vec<Parameter>,
    /// Values of `:name` segments.
    pub variables: Vec<UrlVariable>,
    /// What follows `#`.
    pub hash: Option<String>,
}

/// A query parameter, or an entry of an urlencoded body.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Parameter {
    /// Its key; `None` for `null`.
    pub key: Option<String>,
    /// Its value; `None` when there is no `=`.
    pub value: Saved<Option<String>>,
    /// Whether it is not sent.
    pub disabled: bool,
    /// Its description.
    pub description: Option<String>,
    /// Where it stands.
    pub origin: Origin,
}

/// The value of a `:name` segment.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UrlVariable {
    /// Its name (`key`, else `id`).
    pub key: String,
    /// Its value.
    pub value: Saved<Option<String>>,
    /// Its description.
    pub description: Option<String>,
    /// Where it stands.
    pub origin: Origin,
}

/// A header.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Header {
    /// Its name as written.
    pub key: String,
    /// Its value.
    pub value: Saved<String>,
    /// Whether it is not sent.
    pub disabled: bool,
    /// Its description.
    pub description: Option<String>,
    /// Where it stands.
    pub origin: Origin,
}

/// What a request sends.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Body {
    /// How it is written.
    pub mode: BodyMode,
    /// Whether it is not sent.
    pub disabled: bool,
    /// Where it stands.
    pub origin: Origin,
}

/// The mode of a body with its data.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyMode {
    /// Text.
    Raw {
        /// The text.
        text: Saved<String>,
        /// `options.raw.language`: `json`, `xml`, `text`, ...
        language: Option<String>,
    },
    /// Pairs in a form's encoding.
    Urlencoded(Vec<Parameter>),
    /// Parts of a multipart form.
    FormData(Vec<FormPart>),
    /// A file; `None` when nobody chose one.
    File(Option<String>),
    /// A GraphQL query. Each part is as the document has it, `null` included: what is sent depends on it.
    GraphQl {
        /// The query.
        query: Option<Value>,
        /// The variables: text with JSON in it, or JSON.
        variables: Option<Value>,
        /// The name of the operation that is run.
        operation_name: Option<Value>,
    },
}

/// A part of a multipart form.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FormPart {
    /// Its name.
    pub key: String,
    /// Its value.
    pub value: FormValue,
    /// Its media type.
    pub content_type: Option<String>,
    /// The name under which a file is sent.
    pub file_name: Option<String>,
    /// Whether it is not sent.
    pub disabled: bool,
    /// Its description.
    pub description: Option<String>,
    /// Where it stands.
    pub origin: Origin,
}

/// The value of a part.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FormValue {
    /// Text.
    Text(Saved<String>),
    /// Files, by their paths.
    Files(Vec<String>),
    /// What is in a file, in base64.
    Encoded(String),
}

/// Authentication: a type with its parameters, of either form of the format.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Auth {
    /// `apikey`, `bearer`, `noauth`, ...
    pub kind: String,
    /// The parameters, in order.
    pub parameters: Vec<AuthParameter>,
    /// Where it stands.
    pub origin: Origin,
}

impl Auth {
    /// A parameter that has a value; the last of a name counts.
    #[must_use]
    pub fn parameter(&self, key: &str) -> Option<&AuthParameter> {
        self.parameters.iter().rfind(|parameter| parameter.key == key && !parameter.value.is_null())
    }

    /// The value of a parameter as text.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<String> {
        self.parameter(key).map(AuthParameter::text)
    }
}

/// A parameter of authentication.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AuthParameter {
    /// Its name.
    pub key: String,
    /// Its value, as written.
    pub value: Saved<Value>,
}

impl AuthParameter {
    /// The value as text.
    #[must_use]
    pub fn text(&self) -> String {
        match &*self.value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }
    }
}

/// A variable of a collection or a folder.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Variable {
    /// Its name (`key`, else `id`).
    pub key: String,
    /// Whether only its `id` names it, as in older files: Postman's runner does not find it then.
    pub by_id: bool,
    /// Its value as text; `None` for `null` or none.
    pub value: Saved<Option<String>>,
    /// `string`, `secret`, ...
    pub kind: Option<String>,
    /// Whether it does not count.
    pub disabled: bool,
    /// Its description.
    pub description: Option<String>,
    /// Where it stands.
    pub origin: Origin,
}

/// A script.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Event {
    /// `prerequest` or `test`.
    pub listen: String,
    /// The script's lines.
    pub lines: Vec<String>,
    /// Whether it is not run.
    pub disabled: bool,
    /// Where it stands.
    pub origin: Origin,
}

/// A saved answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Response {
    /// Its name.
    pub name: String,
    /// The request that it answered, when it is written as an object and can be read.
    pub request: Option<Box<Request>>,
    /// The status code.
    pub code: Option<u16>,
    /// The reason phrase.
    pub status: Option<String>,
    /// Its headers.
    pub headers: Vec<Header>,
    /// Its body.
    pub body: Option<String>,
    /// `_postman_previewlanguage`
    pub language: Option<String>,
    /// Where it stands.
    pub origin: Origin,
}
