//! Generates a typed Rust client crate and its documentation from a Postman collection.
//!
//! ```text
//! collection.json --parse--> postman::Collection --lower--> model::Api --render--> render::Tree --apply--> a crate on disk
//! ```
//!
//! Every stage is one function, and [`generate`] is all of them but the last:
//!
//! ```
//! use postman_codegen::{config::Config, generate, source::Source};
//!
//! let text = r#"{
//!     "info": { "name": "Trains", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
//!     "item": [{ "name": "List Trains", "request": "https://trains.test/v1/trains" }]
//! }"#;
//! let generated = generate(&Source::new("collection.json", text), &Config::default());
//! assert!(generated.is_ok_and(|generated| generated.tree.get("src/lib.rs").is_some()));
//! ```

#[cfg(feature = "cli")]
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod dynamic;
pub mod known;
mod lower;
pub mod markdown;
pub mod model;
pub mod origin;
pub mod postman;
pub mod proof;
pub mod render;
pub mod report;
mod secrets;
pub mod source;
pub mod write;

pub use lower::{lower, lower_with};
pub use postman::{parse, parse_environment};
pub use render::render;

use config::Config;
use diagnostic::Diagnostic;
use postman::Environment;
use render::Templates;
use source::Source;

/// What comes of a collection.
#[derive(Debug)]
pub struct Generated {
    /// The model that was rendered.
    pub api: model::Api,
    /// The crate's files.
    pub tree: render::Tree,
    /// What is to be said about the collection; none of it is an error.
    pub diagnostics: Vec<Diagnostic>,
}

/// Makes the files of a client crate from a collection, in memory.
///
/// # Errors
///
/// When the text is no collection, the configuration decides what cannot be, or a template does not fit. Parts of a collection
/// that cannot be kept are no errors but [diagnostics](Generated::diagnostics).
pub fn generate(source: &Source, config: &Config) -> Result<Generated, Vec<Diagnostic>> {
    let templates = Templates::embedded().map_err(|error| vec![error.diagnostic()])?;
    generate_with(source, &[], config, &templates)
}

/// The same with environments that give variables of the collection other values, and with templates of one's own.
///
/// It runs in rayon's current pool, or else its global one, and waits for it.
///
/// # Errors
///
/// As [`generate`].
pub fn generate_with(
    source: &Source,
    environments: &[Environment],
    config: &Config,
    templates: &Templates,
) -> Result<Generated, Vec<Diagnostic>> {
    // On one of the threads that share the work, since each has memory of its own: what lowering frees is there for rendering.
    rayon::scope(|scope| {
        // Beside it: whoever needs that first makes it, or waits for it.
        scope.spawn(|_| lower::prepare());
        on_this_thread(source, environments, config, templates)
    })
}

fn on_this_thread(
    source: &Source,
    environments: &[Environment],
    config: &Config,
    templates: &Templates,
) -> Result<Generated, Vec<Diagnostic>> {
    let (collection, mut diagnostics) = parse(source).map_err(|error| vec![error])?;
    let (api, found) = lower_with(&collection, environments, config);
    let (errors, found): (Vec<_>, Vec<_>) = found.into_iter().partition(Diagnostic::is_error);
    if !errors.is_empty() {
        return Err(errors);
    }
    diagnostics.extend(found.into_iter().map(|finding| finding.or_in_file(source.name())));
    let tree = render(&api, templates).map_err(|error| vec![error.diagnostic()])?;
    Ok(Generated { api, tree, diagnostics })
}
