//! The intermediate model: one form for everything, with every decision made.
//!
//! `lower` fills it, `render` prints it. All of it is plain data with final names, so a renderer never computes a
//! name and never asks what Postman meant. `cargo xtask dump model` prints it as JSON.

mod auth;
mod body;
mod ident;
mod operation;
mod shown;
mod types;

pub use auth::{Auth, Credential, CredentialSource, Scheme};
pub use body::{Body, BodyKind, FieldKind, FileContent, Form, FormEntry, FormField, GraphQl, GraphQlVariables};
pub use ident::Ident;
pub use operation::{
    AnswerKind, Argument, Example, Failure, Header, Operation, Paging, PagingRule, Piece, Place, Query, Replay,
    ReplayStep, ReplayText, ScalarKind, Segment, StreamFormat, Streamed, Success,
};
pub use shown::{Part, Shown};
pub use types::{Case, Field, Format, Presence, TypeDef, TypeKind, TypeRef, Untyped, Variant};

use std::collections::BTreeSet;

use serde::Serialize;

use crate::known::KnownNames;

pub use crate::dynamic::Dynamic;
pub use crate::origin::Origin;

/// A whole API, as the generated crate presents it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Api {
    /// The collection's name: `Clarifai Public API`.
    pub title: String,
    /// The collection's description as Markdown that is safe to put into rustdoc and Markdown files.
    pub docs: String,
    /// The package that is generated.
    pub package: Package,
    /// The hosts that requests go to; an operation names one by its index.
    pub servers: Vec<Server>,
    /// How calls are authenticated unless an operation says otherwise.
    pub auth: Auth,
    /// Secrets that the client needs, in the order of their builder methods.
    pub credentials: Vec<Credential>,
    /// Variables that are set once on the client: parts of paths, which each call can override, of headers and of hosts.
    pub context: Vec<Variable>,
    /// What operations whose path has one of them are called together, in the same order: `WithUserId`.
    pub context_traits: Vec<Ident>,
    /// What makes the values of dynamic variables (`{{$guid}}`), as far as there are any.
    pub dynamic: Makers,
    /// Every variable of the collection with its saved value, secrets left out; the replay program starts from them. Then
    /// those that only environments have.
    pub variables: Vec<Variable>,
    /// Groups of settings that people switch between, in the order in which they were given.
    pub environments: Vec<Environment>,
    /// The requests and folders at the top. Its own name and module are not used.
    pub root: Folder,
    /// Every type of a body or an answer, in the order of their names.
    pub types: Vec<TypeDef>,
    /// How many structs there would be if each place that shows objects had its own.
    pub unshared: usize,
    /// What is to be remembered, where that is not what the types are called: what they are called without decisions of the
    /// configuration, and what examples showed before.
    #[serde(skip)]
    pub known_names: Option<KnownNames>,
    /// How a 2xx answer tells that the call failed all the same.
    pub envelope: Option<Envelope>,
    /// Folders that tell a story, as runnable programs.
    pub guides: Vec<Guide>,
}

impl Api {
    /// How an operation is authenticated.
    #[must_use]
    pub fn auth_of<'a>(&'a self, operation: &'a Operation) -> &'a Auth {
        operation.auth.as_ref().unwrap_or(&self.auth)
    }

    /// The schemes of authentication that need code of their own.
    #[must_use]
    pub fn schemes(&self) -> BTreeSet<Scheme> {
        let operations = self.root.operations_deep();
        let own = operations.iter().filter_map(|(_, operation)| operation.auth.as_ref());
        own.chain([&self.auth]).filter_map(Auth::scheme).collect()
    }

    /// The forms of text that its types have.
    #[must_use]
    pub fn formats(&self) -> BTreeSet<Format> {
        let operations = self.root.operations_deep();
        let called = operations.iter().flat_map(|(_, operation)| operation.types());
        called.chain(self.types.iter().flat_map(TypeDef::parts)).filter_map(TypeRef::format).collect()
    }
}

/// The generated package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Package {
    /// The package's name in its manifest: `clarifai`.
    pub name: String,
    /// The same as a crate name in code.
    pub krate: Ident,
    /// A semantic version.
    pub version: String,
    /// One line for the manifest.
    pub description: String,
    /// An SPDX expression; without one the package is not published.
    pub license: Option<String>,
    /// Where the source lives, for the manifest and for links from rustdoc to the Markdown files.
    pub repository: Option<String>,
    /// The file that the crate is made from, as its headers name it.
    pub source: String,
    /// The command that makes the crate again, as its headers name it.
    pub command: String,
}

/// A host that requests go to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Server {
    /// The setter on the client builder: `base_url`.
    pub setter: Ident,
    /// Scheme, host and perhaps a path, without a trailing slash: `https://api.clarifai.com`. Variables of the client are
    /// as in `format!`: `https://{account}.example.com`. Empty where the collection leaves it open.
    pub url: String,
    /// The URL that an environment gives it, for documentation, where the collection leaves it open.
    pub example: Option<String>,
    /// The same as the collection has it, for the replay program, where that has variables or is odd:
    /// `https://{{account}}.example.com`.
    pub replay: Option<String>,
    /// Whether it may be no address once Postman's runner has filled it in.
    pub is_odd: bool,
}

/// An environment: a constructor of the client's builder that calls some of its setters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Environment {
    /// Its name as people gave it: `Staging`.
    pub title: String,
    /// The constructor: `environment_staging`.
    pub constructor: Ident,
    /// What it sets.
    pub settings: Vec<Setting>,
    /// Setters that it names, and which whoever calls it must call: for secrets, and for values that it leaves open.
    pub missing: Vec<Ident>,
}

/// A setter of the client's builder with a value for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Setting {
    /// The setter: `base_url`.
    pub setter: Ident,
    /// The value.
    pub value: String,
}

/// A variable of the collection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Variable {
    /// The name that people write between braces: `user_id`.
    pub wire: String,
    /// The name in code.
    pub name: Ident,
    /// The environment variable that example programs read it from: `CLARIFAI_USER_ID`.
    pub env: String,
    /// Its saved value, for documentation and replay; `None` where there is none, and always for a secret.
    pub value: Option<String>,
    /// Its value in an environment, for documentation, where the collection saves none.
    pub example: Option<String>,
    /// The value that the client has unless it is set: that of a header or a host.
    pub default: Option<String>,
    /// Where the collection holds the value of a secret, as a JSON pointer: the replay program reads it there.
    pub saved: Option<String>,
    /// What it is, for documentation.
    pub docs: String,
    /// Whether its value must not be shown.
    pub secret: bool,
    /// Whether Postman's runner does not find it, so that the replay program does not fill it in either.
    pub by_id: bool,
}

impl Variable {
    /// The value that documentation shows.
    #[must_use]
    pub fn shown(&self) -> Option<&str> {
        self.example.as_deref().or(self.value.as_deref())
    }
}

/// What makes the values of dynamic variables.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Makers {
    /// For headers that are always sent: the crate itself needs them.
    pub client: BTreeSet<Dynamic>,
    /// For values of the collection, which only the replay program sends.
    pub replay: BTreeSet<Dynamic>,
}

/// A folder: a module, and a handle that the client gives out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Folder {
    /// The folder's name in the collection.
    pub title: String,
    /// Where it stands.
    pub origin: Origin,
    /// Documentation as safe Markdown.
    pub docs: String,
    /// The first paragraph or sentence of it, in one line.
    pub summary: String,
    /// Its module, and the accessor on the client or on the parent's handle: `models`.
    pub module: Ident,
    /// The type of its handle: `Models`.
    pub handle: Ident,
    /// The modules on the way there from the crate root, itself included: `models::versions`.
    pub path: Vec<Ident>,
    /// The cargo feature that turns it on: that of its topmost folder. `None` at the root.
    pub feature: Option<String>,
    /// Its requests, in document order.
    pub operations: Vec<Operation>,
    /// Its folders, in document order.
    pub folders: Vec<Folder>,
}

impl Api {
    /// Whether requests carry files or multipart forms, for which the crate needs more than for others.
    #[must_use]
    pub fn has_uploads(&self) -> bool {
        self.root.operations_deep().iter().any(|(_, operation)| {
            let kind = operation.body.as_ref().map(|body| &body.kind);
            matches!(kind, Some(BodyKind::Multipart(_) | BodyKind::File { .. }))
        })
    }

    /// How the items of answers that come item by item are written.
    #[must_use]
    pub fn stream_formats(&self) -> BTreeSet<StreamFormat> {
        let operations = self.root.operations_deep().into_iter();
        operations.filter_map(|(_, operation)| Some(operation.success.stream.as_ref()?.format)).collect()
    }
}

impl Api {
    /// How operations are paged, as far as they are.
    pub fn pagings(&self) -> impl Iterator<Item = &Paging> {
        self.root.operations_deep().into_iter().filter_map(|(_, operation)| operation.paging.as_ref())
    }
}

impl Folder {
    /// Every operation in it and below, folders depth first, in document order within each.
    pub fn operations_deep(&self) -> Vec<(&Folder, &Operation)> {
        let mut all: Vec<_> = self.operations.iter().map(|operation| (self, operation)).collect();
        for folder in &self.folders {
            all.extend(folder.operations_deep());
        }
        all
    }

    /// Changes every operation in it and below, in the order of [`operations_deep`](Self::operations_deep).
    pub fn for_each_operation(&mut self, change: &mut impl FnMut(&mut Operation)) {
        self.operations.iter_mut().for_each(&mut *change);
        self.folders.iter_mut().for_each(|inner| inner.for_each_operation(change));
    }

    /// How many folders are below it.
    #[must_use]
    pub fn count_folders(&self) -> usize {
        self.folders.iter().map(|folder| 1 + folder.count_folders()).sum()
    }
}

/// How a 2xx answer tells whether the call did what it should. Paths are dotted: `status.code`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Envelope {
    /// The path of the code.
    pub code: String,
    /// The path of a message for people.
    pub message: Option<String>,
    /// The path of further details.
    pub details: Option<String>,
    /// The path of the request's ID.
    pub request_id: Option<String>,
    /// Codes that mean success.
    pub success: Vec<i64>,
    /// Codes that mean that some parts succeeded: the answer is returned, and its items say which.
    pub mixed: Vec<i64>,
    /// The type of an error's body, where examples show one.
    pub error: Option<TypeRef>,
}

/// A folder that tells a story, as a program: `examples/visual_search.rs`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Guide {
    /// The folder's name.
    pub title: String,
    /// Where it stands.
    pub origin: Origin,
    /// Documentation as safe Markdown.
    pub docs: String,
    /// The first paragraph or sentence of it, in one line.
    pub summary: String,
    /// The file's stem, and the example's name.
    pub file: Ident,
    /// The cargo features of the folders that its steps call.
    pub features: Vec<String>,
    /// Variables that no step sets before they are used; the program reads them from its environment.
    pub inputs: Vec<Variable>,
    /// Its steps, in order.
    pub steps: Vec<Step>,
}

/// One step of a guide.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// The request's name, numbering included.
    pub title: String,
    /// What it does, as plain text.
    pub docs: String,
    /// The operation's place in document order.
    pub operation: usize,
    /// The values that the collection gives for this step.
    pub replay: Replay,
    /// The body's JSON with its unquoted variables filled, where it has one.
    pub body: Option<serde_json::Value>,
    /// The variables that it reads, by their names in the collection, context included.
    pub reads: Vec<String>,
    /// What later steps take from its answer.
    pub bindings: Vec<Binding>,
    /// Lines of its scripts that were not understood.
    pub unknown_script: Vec<String>,
}

/// A value that a script takes from an answer and stores in a variable.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Binding {
    /// The variable's name in the collection.
    pub wire: String,
    /// Its name in code.
    pub name: Ident,
    /// The way from the answer to the value: `inputs[0].id`.
    pub path: Vec<Access>,
    /// Whether a later step reads it.
    pub used: bool,
}

impl Binding {
    /// The way as people write it: `inputs[0].id`.
    #[must_use]
    pub fn display(&self) -> String {
        let steps = self.path.iter().map(|step| match step {
            Access::Key(key) => format!(".{key}"),
            Access::Index(index) => format!("[{index}]"),
        });
        steps.collect::<String>().trim_start_matches('.').to_owned()
    }
}

/// One step on the way into a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// A member of an object, by its wire name.
    Key(String),
    /// An element of a list.
    Index(usize),
}
