//! A request of the collection as an operation of the client.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Auth, Body, BodyKind, Ident, Origin, TypeRef};

/// One request: a method on its folder's handle, and the type of the requests that the method makes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Operation {
    /// The request's name in the collection.
    pub title: String,
    /// Where it stands.
    pub origin: Origin,
    /// Its place in document order, folders depth first, from 0 on.
    pub index: usize,
    /// Documentation as safe Markdown.
    pub docs: String,
    /// The method on the handle: `list_models`.
    pub name: Ident,
    /// Its type in the crate: `ListModels`.
    pub builder: Ident,
    /// The HTTP method as it is sent.
    pub method: String,
    /// Which of the API's servers it goes to.
    pub server: usize,
    /// How it is authenticated, where that differs from the API.
    pub auth: Option<Auth>,
    /// The path, a segment at a time.
    pub path: Vec<Segment>,
    /// Positional arguments, in the order of the path.
    pub arguments: Vec<Argument>,
    /// Indices into the API's context variables that the path uses, in its order.
    pub context: Vec<usize>,
    /// Query parameters, in document order.
    pub query: Vec<Query>,
    /// Headers beyond those that the body and the authentication bring, in document order.
    pub headers: Vec<Header>,
    /// A `Content-Type` that the body does not bring by itself, or that is sent without a body.
    pub content_type: Option<String>,
    /// What it sends.
    pub body: Option<Body>,
    /// Bodies of JSON that saved answers show of it, where they differ from its own.
    pub more_bodies: Vec<Example>,
    /// What it answers.
    pub success: Success,
    /// What it answers when it fails, in the order of the statuses.
    pub failures: Vec<Failure>,
    /// How it is paged, if it is.
    pub paging: Option<Paging>,
    /// The values that the collection gives for it.
    pub replay: Replay,
}

impl Operation {
    /// What tells it from others: method and path with its variables unnamed, what is always sent of the query, and the name of a
    /// GraphQL operation.
    #[must_use]
    pub fn route(&self) -> String {
        let mut route = self.method.clone() + " ";
        for segment in &self.path {
            route.push('/');
            for piece in &segment.0 {
                match piece {
                    Piece::Literal(text) => route.push_str(text),
                    Piece::Variable(_) | Piece::Segments(_) => route.push_str("{}"),
                }
            }
        }
        let fixed = self.query.iter().filter_map(|query| Some((&query.wire, query.fixed.as_ref()?)));
        for (index, (name, value)) in fixed.enumerate() {
            route.push(if index == 0 { '?' } else { '&' });
            route.push_str(name);
            route.push('=');
            route.push_str(value);
        }
        if let Some(BodyKind::GraphQl(graphql)) = self.body.as_ref().map(|body| &body.kind) {
            route.push(' ');
            route.push_str(graphql.operation.as_deref().unwrap_or(self.name.plain()));
        }
        route
    }

    /// Its query parameters by their setters.
    #[must_use]
    pub fn query_by_name(&self) -> BTreeMap<&Ident, &Query> {
        self.query.iter().map(|query| (&query.name, query)).collect()
    }

    /// The types of the JSON that it sends and answers with.
    pub fn types(&self) -> impl Iterator<Item = &TypeRef> {
        let sent = self.body.as_ref().and_then(|body| body.kind.json()).map(|(ty, _)| ty);
        let streamed = self.success.stream.iter().map(|stream| &stream.ty);
        sent.into_iter()
            .chain([&self.success.ty])
            .chain(streamed)
            .chain(self.failures.iter().map(|failure| &failure.ty))
    }

    /// The texts of its body's own parts in which variables are filled: entries of a form, and a query.
    pub fn body_texts(&self) -> impl Iterator<Item = &str> {
        self.body.iter().flat_map(|body| body.kind.texts())
    }

    /// The path as documentation shows it: `/v2/users/{user_id}/apps`.
    #[must_use]
    pub fn path_template(&self) -> String {
        if self.path.is_empty() {
            return "/".to_owned();
        }
        self.path.iter().map(|segment| format!("/{}", segment.display())).collect()
    }
}

/// What stands between two slashes of a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Segment(pub Vec<Piece>);

impl Segment {
    /// As documentation shows it: `{user_id}`.
    #[must_use]
    pub fn display(&self) -> String {
        self.0
            .iter()
            .map(|piece| match piece {
                Piece::Literal(text) => text.clone(),
                Piece::Variable(name) | Piece::Segments(name) => format!("{{{name}}}"),
            })
            .collect()
    }
}

/// A part of a segment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Piece {
    /// Text as it is.
    Literal(String),
    /// The value of an argument or of a context variable, by the name that it has in code (without `r#`).
    Variable(String),
    /// The same of one that may be several segments, as the path that all paths begin with.
    Segments(String),
}

/// A positional argument: a variable of the path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Argument {
    /// The variable's name in the collection.
    pub wire: String,
    /// The argument's name.
    pub name: Ident,
    /// What it is, for documentation.
    pub docs: String,
    /// A value for documentation.
    pub example: Option<String>,
}

/// The type of a parameter that is written as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ScalarKind {
    /// Anything.
    String,
    /// `true` or `false`.
    Bool,
    /// A whole number that counts: a page, or how many items one has.
    Unsigned,
    /// A number in every example. One example proves little, so that its setter takes whatever can be displayed.
    Number,
}

/// A query parameter: a setter of the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Query {
    /// Its name on the wire.
    pub wire: String,
    /// The setter's name.
    pub name: Ident,
    /// The setter's type.
    pub kind: ScalarKind,
    /// Whether the collection has it more than once: then the setter adds a value, else it replaces the value.
    pub repeated: bool,
    /// The value that the collection shows, for documentation.
    pub example: Option<String>,
    /// A value that is always sent, since it tells this operation from another.
    pub fixed: Option<String>,
    /// A secret of the client that is sent unless the setter is used, as a template in the sense of `format!`.
    pub credential: Option<String>,
    /// Documentation as safe Markdown.
    pub docs: String,
}

/// A header: a setter of the request, or a value that is always sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Header {
    /// Its name on the wire.
    pub wire: String,
    /// The setter's name.
    pub name: Ident,
    /// The values that are sent unless the setter is used, as templates in the sense of `format!` over variables of the
    /// client and dynamic ones (`{$guid}`).
    pub values: Vec<String>,
    /// Whether the collection has it more than once with values that only a call knows: then the setter adds a value.
    pub repeated: bool,
    /// The value that the collection shows, for documentation.
    pub example: Option<String>,
    /// Documentation as safe Markdown.
    pub docs: String,
}

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerKind {
    /// JSON, also where nothing is known.
    Json,
    /// Text of any kind: plain, HTML, XML, CSV.
    Text,
    /// Anything else: an image, an archive.
    Bytes,
    /// Nothing.
    Empty,
    /// Item by item, and in no other way.
    Stream,
}

/// What an operation answers item by item.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Streamed {
    /// How the items are written.
    pub format: StreamFormat,
    /// The type of an item; `String` where it is text.
    pub ty: TypeRef,
    /// The items of all saved answers, as far as they are JSON.
    pub examples: Vec<Example>,
}

/// How the items of an answer are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StreamFormat {
    /// As server-sent events whose data is JSON.
    Events,
    /// As server-sent events whose data is text.
    TextEvents,
    /// As JSON values, each in a line of its own.
    Lines,
}

impl StreamFormat {
    /// Whether the items are events.
    #[must_use]
    pub fn is_events(self) -> bool {
        matches!(self, Self::Events | Self::TextEvents)
    }

    /// What the request's method is called that asks for the items where they are not all that is answered.
    #[must_use]
    pub fn method(self) -> &'static str {
        if self.is_events() { "send_events" } else { "send_lines" }
    }

    /// What an item is, as the places of types are remembered: `event` or `line`.
    #[must_use]
    pub fn item(self) -> &'static str {
        if self.is_events() { "event" } else { "line" }
    }
}

/// What an operation answers when it succeeds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Success {
    /// How it is written.
    pub kind: AnswerKind,
    /// The type of JSON; `Value` where no example shows one.
    pub ty: TypeRef,
    /// A saved answer that is text, or whose items are.
    pub text: Option<String>,
    /// All saved answers that are JSON.
    pub examples: Vec<Example>,
    /// What it answers item by item, if it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stream: Option<Streamed>,
}

/// JSON that the collection shows, and where.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Example {
    /// Its place in the collection.
    pub pointer: String,
    /// What it shows; where that was the name of a kind (`"<integer>"`), a value of the kind.
    pub value: serde_json::Value,
    /// Whether values stand for names of kinds in it.
    pub filled: bool,
}

/// What an operation answers when it fails with a status.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Failure {
    /// The status.
    pub status: u16,
    /// The type of its JSON.
    pub ty: TypeRef,
    /// All saved answers that are JSON.
    pub examples: Vec<Example>,
}

impl Success {
    /// Whether nothing is known of it.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.kind == AnswerKind::Json && self.ty == TypeRef::Value && self.examples.is_empty()
    }

    /// A saved answer, for documentation.
    #[must_use]
    pub fn example(&self) -> Option<&serde_json::Value> {
        self.examples.first().map(|example| &example.value)
    }

    /// What it answers item by item, if it does that beside another way.
    #[must_use]
    pub fn other_stream(&self) -> Option<&Streamed> {
        self.stream.as_ref().filter(|_| self.kind != AnswerKind::Stream)
    }
}

/// How a list operation is paged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paging {
    /// How its pages follow each other.
    pub rule: PagingRule,
    /// Where the answer says whether there is more, if it does: its keys on the wire.
    pub more: Vec<String>,
    /// The fields that lead from the answer to its items; none where it is the list.
    pub items: Vec<Ident>,
    /// The type of one item.
    pub item: TypeRef,
}

/// How pages follow each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PagingRule {
    /// By their numbers.
    Page {
        /// The query parameter.
        parameter: String,
        /// The number of the first one.
        first: u64,
    },
    /// By how many items come before them.
    Offset {
        /// The query parameter.
        parameter: String,
        /// What it is for the first one.
        first: u64,
    },
    /// By a token that each answer has for the next one.
    Cursor {
        /// The query parameter.
        parameter: String,
        /// Where the token stands: its keys on the wire.
        place: Vec<String>,
    },
    /// By what the last item of each is called.
    Last {
        /// The query parameter.
        parameter: String,
        /// Where that stands: the keys of the list, then that of an item's field.
        place: Vec<String>,
    },
    /// By the URL of the next one, which stands in the body.
    Url {
        /// Where: its keys on the wire.
        place: Vec<String>,
    },
    /// By the URL of the next one, which stands in the header `Link`.
    Link,
}

impl PagingRule {
    /// Whether answers say what the next page is.
    #[must_use]
    pub fn is_told(&self) -> bool {
        !matches!(self, Self::Page { .. } | Self::Offset { .. })
    }
}

/// The values that the collection gives for a request, variables still between braces (`{{model_id}}`).
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
pub struct Replay {
    /// One value for each positional argument.
    pub arguments: Vec<ReplayText>,
    /// Setters that the collection's enabled parameters and headers call, in order.
    pub setters: Vec<ReplayStep>,
    /// The body as the collection has it: its text, the path of its file, or the variables of its query. A form has its own
    /// entries.
    pub body: Option<ReplayText>,
    /// The `Content-Type`, where it holds a variable.
    pub content_type: Option<String>,
    /// Credentials that are others here than elsewhere: the setter of each, and its value.
    pub credentials: Vec<(Ident, ReplayText)>,
}

impl Replay {
    /// Every text in which variables are filled, as far as it may be shown.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let Self { arguments, setters, body, content_type, credentials } = self;
        let values = setters.iter().map(|step| &step.value);
        let credentials = credentials.iter().map(|(_, value)| value);
        let shown = arguments.iter().chain(values).chain(body).chain(credentials).filter_map(ReplayText::shown);
        shown.chain(content_type.as_deref())
    }

    /// The calls of setters whose values may be shown, with these.
    pub fn shown_setters(&self) -> impl Iterator<Item = (&ReplayStep, &str)> {
        self.setters.iter().filter_map(|step| Some((step, step.value.shown()?)))
    }
}

/// A text as the replay program has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ReplayText {
    /// The text itself, variables still between braces.
    Shown(String),
    /// A text that must not be shown. The program knows its place, and reads it there.
    Saved {
        /// The place in the collection's file, as a JSON pointer.
        saved: String,
    },
}

impl ReplayText {
    /// The text at a place in the collection's file.
    #[must_use]
    pub fn saved(pointer: &str) -> Self {
        Self::Saved { saved: pointer.to_owned() }
    }

    /// The text, if it may be shown.
    #[must_use]
    pub fn shown(&self) -> Option<&str> {
        match self {
            Self::Shown(text) => Some(text),
            Self::Saved { .. } => None,
        }
    }
}

impl From<String> for ReplayText {
    fn from(text: String) -> Self {
        Self::Shown(text)
    }
}

/// Where a value goes, which says what it is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Into the query.
    Query,
    /// Into a header.
    Header,
    /// Into a form.
    Form,
}

/// A call of a setter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReplayStep {
    /// The setter.
    pub name: Ident,
    /// Its type.
    pub kind: ScalarKind,
    /// Where the value goes.
    pub place: Place,
    /// The value.
    pub value: ReplayText,
}
