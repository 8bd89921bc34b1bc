//! What people decide beyond the collection: the keys of `[workspace.metadata.regen]` or of a file of their own.

mod pagination;
mod types;

use std::ops::Range;

use semver::Version;
use serde::{Deserialize, Deserializer, de};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use self::pagination::Pagination;
pub use self::types::{Address, Kind, Types};
use crate::diagnostic::Diagnostic;
use crate::known::KnownNames;

/// Everything that can be configured. The default fits any collection.
///
/// ```toml
/// name = "clarifai"
/// license = "MIT OR Apache-2.0"
/// context = ["user_id", "app_id"]
///
/// [pagination]
/// page = "page"
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The name of the generated package. By default it is made from the collection's name.
    #[serde(deserialize_with = "package_name")]
    pub name: Option<String>,
    /// The version of the generated package, a semantic one; by default `0.1.0`.
    #[serde(deserialize_with = "semantic_version")]
    pub version: Option<String>,
    /// Its license as an SPDX expression. A package without one cannot be published.
    pub license: Option<String>,
    /// The address of its source repository.
    pub repository: Option<String>,
    /// One line that says what it is. By default the first sentence of the collection's description, else its name.
    pub description: Option<String>,
    /// Variables that are set once on the client and can be overridden on each call, by their names in the collection.
    /// If none is named, those are taken that most paths use.
    pub context: Vec<String>,
    /// Top-level folders that tell stories: each folder in them becomes an example program.
    pub guides: Vec<String>,
    /// Query parameters that are always sent as the collection has them, by their names. Those in which requests with one
    /// method and path differ are so of their own accord.
    pub always_sent: Vec<String>,
    /// Files with environments, relative to the file of the configuration: each becomes a constructor of the client's
    /// builder. They are no part of the collection, so the program that runs the generator reads them.
    pub environments: Vec<String>,
    /// How lists are read in pages, where the collection does not show it.
    pub pagination: Pagination,
    /// How a 2xx answer tells that the call failed. Without it every 2xx answer is a success.
    pub envelope: Option<Envelope>,
    /// What is decided about types. Without it examples alone tell.
    pub types: Types,
    /// The file of the configuration as findings about it name it, by default `configuration`. It is no key: the program
    /// that runs the generator sets it.
    #[serde(skip)]
    pub file: String,
    /// The collection's file as the headers of generated files name it, by default `collection.json`. It is no key
    /// either.
    #[serde(skip)]
    pub source: String,
    /// The command that makes the crate again, as the same headers name it, by default `postman-codegen`. It is no key
    /// either.
    #[serde(skip)]
    pub command: String,
    /// What types were called when the crate was made before. It is no key either: the program reads it from the crate's
    /// [`types.lock`](crate::known::FILE).
    #[serde(skip)]
    pub known: KnownNames,
}

/// Where the body of an answer tells how the call went. Places are dotted paths: `status.code`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Envelope {
    /// The place of the code, an integer.
    pub code: String,
    /// The place of a message for people.
    pub message: Option<String>,
    /// The place of further details.
    pub details: Option<String>,
    /// The place of the ID that the server gave to the request.
    pub request_id: Option<String>,
    /// The codes that mean success. Any other is an error.
    pub success: Vec<i64>,
    /// The codes that mean that some parts succeeded. Such an answer is returned, and its items tell which did.
    #[serde(default)]
    pub mixed: Vec<i64>,
}

/// Why a configuration cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {message}")]
pub struct ConfigError {
    /// The line, from 1 on.
    pub line: usize,
    /// The column in characters, from 1 on.
    pub column: usize,
    /// What is the matter.
    pub message: String,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            name: None,
            version: None,
            license: None,
            repository: None,
            description: None,
            context: Vec::new(),
            guides: Vec::new(),
            always_sent: Vec::new(),
            environments: Vec::new(),
            pagination: Pagination::default(),
            envelope: None,
            types: Types::default(),
            file: "configuration".to_owned(),
            source: "collection.json".to_owned(),
            command: "postman-codegen".to_owned(),
            known: KnownNames::default(),
        }
    }
}

impl Config {
    /// Reads the configuration from a table of a TOML file: `&["workspace", "metadata", "regen"]`, or `&[]` for the whole
    /// file. A table that is not there is the default.
    ///
    /// # Errors
    ///
    /// The text is no TOML, or the table has a key or a value that it must not have.
    pub fn from_toml(text: &str, table: &[&str]) -> Result<Self, ConfigError> {
        let bad = |error: toml::de::Error| ConfigError::at(text, error.span(), error.message());
        let mut value = DeTable::parse(text).map_err(bad)?;
        for key in table {
            let Some(inner) = value.get_mut().remove(*key) else {
                return Ok(Self::default());
            };
            let span = inner.span();
            let DeValue::Table(inner) = inner.into_inner() else {
                let message = format!("`{key}` must be a table");
                return Err(ConfigError::at(text, Some(span), &message));
            };
            value = Spanned::new(span, inner);
        }
        let mut config = Self::deserialize(toml::Deserializer::from(value)).map_err(bad)?;
        let position = |start| position(text, start);
        config.types.locate(&position);
        config.pagination.locate(&position)?;
        Ok(config)
    }
}

impl ConfigError {
    pub(crate) fn at(text: &str, span: Option<Range<usize>>, message: &str) -> Self {
        let (line, column) = position(text, span.map_or(0, |span| span.start));
        Self { line, column, message: message.to_owned() }
    }

    /// The same as a diagnostic about the file that the configuration is in.
    #[must_use]
    pub fn into_diagnostic(self, file: &str) -> Diagnostic {
        Diagnostic::error("bad-configuration", self.message)
            .in_file(file)
            .in_full()
            .at_position(self.line, self.column)
            .hint("the keys are those of `postman_codegen::config::Config`")
    }
}

/// Line and column of an offset, both from 1 on, the column in characters.
fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

fn semantic_version<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Version::deserialize(deserializer).map(|version| Some(version.to_string()))
}

fn package_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let name = String::deserialize(deserializer)?;
    match is_package_name(&name) {
        true => Ok(Some(name)),
        false => Err(de::Error::invalid_value(de::Unexpected::Str(&name), &PACKAGE_NAME)),
    }
}

/// Packages that the crate depends on, or that come with the compiler; a package cannot be called like one of them.
pub(crate) const OTHER_PACKAGES: &[&str] = &[
    "alloc",
    "aws-lc-rs",
    "base64",
    "bytes",
    "core",
    "fake",
    "fastrand",
    "futures-util",
    "hmac",
    "http",
    "httpdate",
    "humantime",
    "md-5",
    "md4",
    "mime-guess",
    "percent-encoding",
    "proc-macro",
    "reqwest",
    "rsa",
    "secrecy",
    "serde",
    "serde-json",
    "sha1",
    "std",
    "test",
    "thiserror",
    "tokio",
    "tracing",
    "uuid",
];
/// How long a package's name may be. Registries take no longer ones, and in the end no file system does.
const LONGEST_NAME: usize = 64;

/// What [`is_package_name`] asks for.
pub const PACKAGE_NAME: &str = "a package's name: ASCII letters, digits, `-` and `_`, at most 64, a letter first, no \
    keyword, and no package that comes with Rust or that the crate depends on";

/// Whether cargo takes a name for a package and rustc for a crate, with the crate's dependencies beside it.
#[must_use]
pub fn is_package_name(name: &str) -> bool {
    let is_of_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let is_keyword = || syn::parse_str::<syn::Ident>(&name.replace('-', "_")).is_err();
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.len() <= LONGEST_NAME
        && name.bytes().all(is_of_name)
        && !is_keyword()
        && !OTHER_PACKAGES.contains(&name.replace('_', "-").as_str())
}
