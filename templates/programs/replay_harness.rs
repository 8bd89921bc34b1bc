//! What the replay program needs beside the requests: its arguments, variables, and the count of what was sent.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::convert::identity;
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;
use std::{env, fs};

use percent_encoding::percent_decode_str;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::api::reqwest::Url;
use crate::api::{Client, Error, ErrorKind, Response};

/// How deep variables are resolved in the values of other variables.
const MAX_DEPTH: usize = 19;
/// By how many bytes a text may grow: a value that names itself twice would double it with each pass.
const MAX_GROWTH: usize = 1 << 20;

/// What is sent in place of a secret that cannot be found.
const STAND_IN: &str = "secret";
/// The host of base URLs that stand in for others.
const STAND_IN_HOST: &str = "stand-in.invalid";

const USAGE: &str = "usage: replay --via http://HOST:PORT [--collection FILE] [--var NAME=VALUE]... [--only N]";

/// Makes a new value of a dynamic variable, by its name without the `$`.
pub(crate) type Dynamic = fn(&str) -> Option<String>;

/// Why a request was not sent.
pub(crate) type Failure = Box<dyn std::error::Error>;

/// The state of the program.
pub(crate) struct Replay {
    via: String,
    only: Option<usize>,
    known: Known,
    failed: usize,
}

impl Replay {
    /// Reads the command line; on a mistake prints what is right and returns the exit status.
    ///
    /// `variables` are those whose values may be shown, `secrets` the places of the others in the collection's file, `dynamic`
    /// makes values of those that have another one at each use, and `source` is the name of that file.
    pub(crate) fn from_arguments(
        variables: &[(&str, &str)],
        secrets: &[(&str, &str)],
        dynamic: Dynamic,
        source: &str,
    ) -> Result<Self, ExitCode> {
        let owned = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        let (variables, secrets) = (owned(variables), owned(secrets));
        let known = Known { variables, secrets, dynamic, file: None, source: source.to_owned(), collection: OnceCell::new() };
        let mut replay = Self { via: String::new(), only: None, known, failed: 0 };
        replay.read(env::args().skip(1)).map_err(|mistake| {
            eprintln!("{mistake}\n{USAGE}");
            ExitCode::from(2)
        })?;
        Ok(replay)
    }

    fn read(&mut self, mut arguments: impl Iterator<Item = String>) -> Result<(), String> {
        while let Some(argument) = arguments.next() {
            let value = arguments.next().ok_or_else(|| format!("`{argument}` needs a value"))?;
            match argument.as_str() {
                "--via" => self.via = value,
                "--only" => self.only = Some(value.parse().map_err(|_| format!("`{value}` is no number"))?),
                "--var" => {
                    let (name, value) = value.split_once('=').ok_or_else(|| format!("`{value}` is not NAME=VALUE"))?;
                    self.known.variables.insert(name.to_owned(), value.to_owned());
                }
                "--collection" => self.known.file = Some(value.into()),
                _ => return Err(format!("`{argument}` is not known")),
            }
        }
        if self.via.is_empty() { Err("`--via` is missing".to_owned()) } else { Ok(()) }
    }

    /// The address that every request goes to.
    pub(crate) fn via(&self) -> &str {
        &self.via
    }

    /// A text with the variables that are known filled in.
    #[allow(dead_code, reason = "a client may need neither credentials nor context")]
    pub(crate) fn text(&self, text: &str) -> String {
        self.known.fill(text, identity)
    }

    /// A secret of the collection, by the JSON pointer of its place.
    #[allow(dead_code, reason = "a collection may save no secret for its credentials")]
    pub(crate) fn saved(&self, pointer: &str) -> String {
        self.known.saved(pointer)
    }

    /// A base URL with its variables filled in, or one that stands in for what is none.
    #[allow(dead_code, reason = "a collection may have no variable in its hosts")]
    pub(crate) fn base_url(&self, text: &str) -> String {
        match self.known.address(text) {
            Address::Url(url) => url,
            Address::Odd { path, .. } => format!("http://{STAND_IN_HOST}{path}"),
        }
    }

    /// Sends one request, unless another one is asked for.
    pub(crate) async fn send(&mut self, number: usize, title: &str, call: impl AsyncFnOnce(Item<'_>) -> Result<(), Failure>) {
        if self.only.is_some_and(|only| only != number) {
            return;
        }
        if let Err(failure) = call(Item { number, known: &self.known }).await {
            self.failed += 1;
            eprintln!("{number} {title}: {failure}");
        }
    }

    /// Reports that there is no client.
    pub(crate) fn cannot_start(&self, error: &Error) -> ExitCode {
        eprintln!("{error}");
        ExitCode::FAILURE
    }

    /// The exit status: whether every request was sent.
    pub(crate) fn finish(&self) -> ExitCode {
        if self.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// A request that is about to be sent.
#[derive(Clone, Copy)]
pub(crate) struct Item<'a> {
    number: usize,
    known: &'a Known,
}

impl Item<'_> {
    /// Its place in document order.
    pub(crate) fn number(&self) -> String {
        self.number.to_string()
    }

    /// A text with the variables that are known filled in.
    #[allow(dead_code, reason = "a collection may have no variable in its requests")]
    pub(crate) fn text(&self, text: &str) -> String {
        self.known.fill(text, identity)
    }

    /// A secret of the collection, by the JSON pointer of its place.
    #[allow(dead_code, reason = "a collection may save no secret in its requests")]
    pub(crate) fn saved(&self, pointer: &str) -> String {
        self.known.saved(pointer)
    }

    /// A client for a host of the collection. What is no address, Postman's runner names as the host all the same.
    #[allow(dead_code, reason = "a collection may have no such host")]
    pub(crate) fn to_host(self, client: &Client, text: &str) -> Result<Client, Failure> {
        match self.known.address(text) {
            Address::Url(_) => Ok(client.clone()),
            Address::Odd { host, .. } => Ok(client.to_builder().default_header("Host", host).build()?),
        }
    }

    /// A part of a path with its variables filled in; escapes in it are meant as what they stand for.
    #[allow(dead_code, reason = "a collection may have no variable in its paths")]
    pub(crate) fn path(&self, text: &str) -> String {
        decoded(self.text(text))
    }

    /// A value of a query with its variables filled in, read as servers read it.
    #[allow(dead_code, reason = "a collection may have no variable in its queries")]
    pub(crate) fn query(&self, text: &str) -> String {
        decoded(self.text(text).replace('+', " "))
    }

    /// A parameter that is written as text.
    #[allow(dead_code, reason = "a collection may have no variable in a typed parameter")]
    pub(crate) fn parse<T: FromStr<Err: Display>>(&self, text: &str) -> Result<T, Failure> {
        let text = self.text(text);
        text.parse().map_err(|error| format!("`{text}`: {error}").into())
    }

    /// A body of JSON.
    #[allow(dead_code, reason = "a collection may have no JSON")]
    pub(crate) fn json<T: DeserializeOwned + Serialize + Default>(&self, text: &str) -> Body<T> {
        Body::new(self.known.fill(text, in_json), |json| json, |value| value)
    }

    /// A GraphQL body: `sent` is the query that the client sends, and `rest` is what stands after it.
    #[allow(dead_code, reason = "a collection may have no GraphQL")]
    pub(crate) fn graphql<T: DeserializeOwned + Serialize + Default>(
        &self,
        sent: &str,
        operation: Option<&str>,
        query: &str,
        rest: &str,
    ) -> Body<T> {
        let query = Value::from(self.text(query));
        let text = format!("{{\"query\":{query}{}}}", self.known.fill(rest, in_json));
        Body::new(
            text,
            |body| body.get("variables").cloned().unwrap_or_default(),
            |variables| {
                let mut body = json!({ "query": sent });
                if let Some(operation) = operation {
                    body["operationName"] = operation.into();
                }
                // Without variables there is nothing that could be sent for them.
                if !variables.is_null() {
                    body["variables"] = variables;
                }
                body
            },
        )
    }

    /// A file, if there is one at this path.
    #[allow(dead_code, reason = "a collection may have no files")]
    pub(crate) fn file(&self, path: impl Into<PathBuf>) -> Option<PathBuf> {
        Some(path.into()).filter(|path| path.is_file())
    }

    /// Whether the request was sent. What the server says to it does not matter here.
    pub(crate) fn sent<T>(&self, result: Result<Response<T>, Error>) -> Result<(), Failure> {
        match result {
            Ok(_) => Ok(()),
            Err(error) if matches!(error.kind(), ErrorKind::Status | ErrorKind::Api | ErrorKind::Decode) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

/// A body of JSON, or what to send for it.
#[allow(dead_code, reason = "a collection may have no JSON")]
pub(crate) struct Body<T> {
    /// The body as a value of its type.
    pub(crate) value: T,
    /// The body's text, where no value of its type is encoded like that.
    pub(crate) exact: Option<String>,
}

impl<T: DeserializeOwned + Serialize + Default> Body<T> {
    /// Finds the value in a text; `typed` is the part of the body that has a type, and `whole` a body with such a part.
    fn new(text: String, typed: impl Fn(Value) -> Value, whole: impl Fn(Value) -> Value) -> Self {
        let found = serde_json::from_str::<Value>(&text).ok().and_then(|body| {
            let value: T = serde_json::from_value(typed(body.clone())).ok()?;
            let sent = whole(serde_json::to_value(&value).ok()?);
            same(&body, &sent).then_some(value)
        });
        match found {
            Some(value) => Self { value, exact: None },
            None => Self { value: T::default(), exact: Some(text) },
        }
    }
}

/// Whether two values are the same JSON; how a number is spelled does not count.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| same(a, b)))
        }
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Number(a), Value::Number(b)) => a == b || a.as_f64() == b.as_f64(),
        (a, b) => a == b,
    }
}

/// Where a base URL leads.
enum Address {
    Url(String),
    /// Nowhere; this is what it has in the place of a host, and after that.
    Odd {
        host: String,
        path: String,
    },
}

/// What variables are worth.
struct Known {
    variables: BTreeMap<String, String>,
    /// Where those are whose values must not be shown, as JSON pointers.
    secrets: BTreeMap<String, String>,
    dynamic: Dynamic,
    /// The collection, as the command line has it.
    file: Option<PathBuf>,
    /// What its file is called.
    source: String,
    /// The collection, once a secret was asked for.
    collection: OnceCell<Option<Value>>,
}

impl Known {
    /// Fills in variables; a name that is not known stays as it is. `write` is how values that are made here are written.
    fn fill(&self, text: &str, write: fn(String) -> String) -> String {
        let limit = text.len() + MAX_GROWTH;
        let mut text = text.to_owned();
        for _ in 0..MAX_DEPTH {
            let Some(next) = self.fill_once(&text, limit, write) else { break };
            text = next;
        }
        text
    }

    /// One pass over a text; `None` when nothing was filled in.
    fn fill_once(&self, text: &str, limit: usize, write: fn(String) -> String) -> Option<String> {
        let (mut out, mut rest, mut changed) = (String::new(), text, false);
        while let Some(end) = rest.find("}}").filter(|_| out.len() + rest.len() <= limit) {
            // The innermost braces are the variable.
            let known = rest[..end].rfind("{{").and_then(|start| Some((start, self.value(&rest[start + 2..end], write)?)));
            match known {
                Some((start, value)) => {
                    out.push_str(&rest[..start]);
                    out.push_str(&value);
                    changed = true;
                }
                None => out.push_str(&rest[..end + 2]),
            }
            rest = &rest[end + 2..];
        }
        out.push_str(rest);
        changed.then_some(out)
    }

    /// Where a base URL leads.
    fn address(&self, text: &str) -> Address {
        let text = self.fill(text, identity);
        let text = text.split(['?', '#']).next().unwrap_or_default().trim();
        // Postman speaks HTTP where nobody says otherwise.
        let (scheme, rest) = text.split_once("://").unwrap_or(("http", text));
        let url = format!("{scheme}://{rest}");
        // Any other would keep the client from being built, and with it the requests that go elsewhere.
        let is_usable = |url: Url| matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
        if Url::parse(&url).is_ok_and(is_usable) {
            return Address::Url(url);
        }
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        Address::Odd { host: host.to_lowercase(), path: path.to_owned() }
    }

    fn value(&self, name: &str, write: fn(String) -> String) -> Option<String> {
        let known = self.variables.get(name).cloned();
        let known = known.or_else(|| Some(self.saved(self.secrets.get(name)?)));
        known.or_else(|| Some(write((self.dynamic)(name.strip_prefix('$')?)?)))
    }

    /// A secret of the collection. It is in no program, so it is read where it was saved.
    fn saved(&self, pointer: &str) -> String {
        self.read_saved(pointer).unwrap_or_else(|| STAND_IN.to_owned())
    }

    fn read_saved(&self, pointer: &str) -> Option<String> {
        let collection = self.collection.get_or_init(|| {
            let found = self.places().into_iter().find_map(|path| read(&path));
            if found.is_none() {
                eprintln!("`{}` is not found: `{STAND_IN}` is sent for each secret in it; see `--collection`", self.source);
            }
            found
        });
        match collection.as_ref()?.pointer(pointer)? {
            Value::String(text) => Some(text.clone()),
            other => Some(other.to_string()),
        }
    }

    /// Where the collection may be: as the command line says, or here, or beside this crate or a folder around it.
    fn places(&self) -> Vec<PathBuf> {
        if let Some(file) = &self.file {
            return vec![file.clone()];
        }
        let folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(Path::to_path_buf);
        std::iter::once(PathBuf::new()).chain(folders).map(|folder| folder.join(&self.source)).collect()
    }
}

/// A text as it is written inside of a string of JSON.
fn in_json(text: String) -> String {
    let quoted = Value::String(text).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

fn decoded(text: String) -> String {
    percent_decode_str(&text).decode_utf8().map(Into::into).unwrap_or(text)
}

fn read(path: &Path) -> Option<Value> {
    let text = fs::read_to_string(path).ok()?;
    serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()
}
