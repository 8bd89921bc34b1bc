//! What the replay program needs beside the requests: its arguments, variables, and the count of what was sent.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;
use std::{env, fs};

use percent_encoding::percent_decode_str;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::api::reqwest::Url;
use crate::api::{Error, ErrorKind, Response};

/// How deep variables are resolved in the values of other variables.
const MAX_DEPTH: usize = 19;
/// By how many bytes a text may grow: a value that names itself twice would double it with each pass.
const MAX_GROWTH: usize = 1 << 20;

/// What a variable is called that stands for a secret of the collection; the JSON pointer of its place follows.
const SAVED: &str = "saved:";
/// What is sent in place of a secret that cannot be found.
const STAND_IN: &str = "secret";

const USAGE: &str = "usage: replay --via http://HOST:PORT [--collection FILE] [--var NAME=VALUE]... [--only N]";

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
    /// `variables` are those whose values may be shown, and `source` is the name of the collection's file, which holds the
    /// others.
    pub(crate) fn from_arguments(variables: &[(&str, &str)], source: &str) -> Result<Self, ExitCode> {
        let variables = variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let known = Known { variables, file: None, source: source.to_owned(), collection: OnceCell::new() };
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
        self.known.fill(text)
    }

    /// A base URL with its variables filled in; `None` when there is none to be made of it.
    #[allow(dead_code, reason = "a collection may have no variable in its hosts")]
    pub(crate) fn base_url(&self, text: &str) -> Option<String> {
        let text = self.known.fill(text);
        let text = text.split(['?', '#']).next().unwrap_or_default().trim();
        // Postman speaks HTTP where nobody says otherwise.
        let text = if text.contains("://") { text.to_owned() } else { format!("http://{text}") };
        Url::parse(&text).is_ok().then_some(text)
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
        self.known.fill(text)
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

    /// A body.
    #[allow(dead_code, reason = "a collection may have no JSON")]
    pub(crate) fn json<T: DeserializeOwned>(&self, text: &str) -> Result<T, Failure> {
        Ok(serde_json::from_str(&self.text(text))?)
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

/// What variables are worth.
struct Known {
    variables: BTreeMap<String, String>,
    /// The collection, as the command line has it.
    file: Option<PathBuf>,
    /// What its file is called.
    source: String,
    /// The collection, once a secret was asked for.
    collection: OnceCell<Option<Value>>,
}

impl Known {
    /// Fills in variables; a name that is not known stays as it is.
    fn fill(&self, text: &str) -> String {
        let limit = text.len() + MAX_GROWTH;
        let mut text = text.to_owned();
        for _ in 0..MAX_DEPTH {
            let Some(next) = self.fill_once(&text, limit) else { break };
            text = next;
        }
        text
    }

    /// One pass over a text; `None` when nothing was filled in.
    fn fill_once(&self, text: &str, limit: usize) -> Option<String> {
        let (mut out, mut rest, mut changed) = (String::new(), text, false);
        while let Some(end) = rest.find("}}").filter(|_| out.len() + rest.len() <= limit) {
            // The innermost braces are the variable.
            let known = rest[..end].rfind("{{").and_then(|start| Some((start, self.value(&rest[start + 2..end])?)));
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

    fn value(&self, name: &str) -> Option<String> {
        match name.strip_prefix(SAVED) {
            Some(pointer) => Some(self.saved(pointer).unwrap_or_else(|| STAND_IN.to_owned())),
            None => self.variables.get(name).cloned(),
        }
    }

    /// A secret of the collection. It is in no program, so it is read where it was saved.
    fn saved(&self, pointer: &str) -> Option<String> {
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

fn decoded(text: String) -> String {
    percent_decode_str(&text).decode_utf8().map(Into::into).unwrap_or(text)
}

fn read(path: &Path) -> Option<Value> {
    let text = fs::read_to_string(path).ok()?;
    serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()
}
