//! Prose by strict templates: the manifest, the README and a page for each folder. A template gets typed data, and what it
//! names must be there.

mod auth;
mod context;
mod curl;
mod curl_body;
mod excerpt;
mod payload;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{Environment, ErrorKind, UndefinedBehavior};
use serde::Serialize;

use super::{File, Input, RenderError, markdown, rust};
pub(super) use context::readme_features;

/// The templates of the prose, ready to be used.
pub struct Templates {
    environment: Environment<'static>,
}

impl Templates {
    /// The templates that come with the generator.
    ///
    /// # Errors
    ///
    /// When one is broken.
    pub fn embedded() -> Result<Self, RenderError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_syntax(syntax()?);
        environment.add_filter("md", |text: String| markdown::text(&text));
        environment.add_filter("cell", |text: String| markdown::cell(&text));
        environment.add_filter("code", |text: String| markdown::code(&text));
        environment.add_filter("block", |text: String, language: String| markdown::block(&text, &language));
        environment.add_filter("toml", toml_string);
        environment.add_filter("rust", statements);
        let mut templates = Self { environment };
        for file in postman_codegen_templates::PROSE {
            templates = templates.with(file.path, file.text)?;
        }
        Ok(templates)
    }

    /// The same with one template exchanged.
    ///
    /// # Errors
    ///
    /// When the template is broken.
    pub fn with(mut self, name: &str, text: &str) -> Result<Self, RenderError> {
        self.environment.add_template_owned(name.to_owned(), text.to_owned()).map_err(|error| failure(name, &error))?;
        Ok(self)
    }

    fn render(&self, name: &str, context: impl Serialize) -> Result<String, RenderError> {
        let template = self.environment.get_template(name).map_err(|error| failure(name, &error))?;
        template.render(Value::from(Serde(context))).map_err(|error| failure(name, &error))
    }
}

/// Lines that hold only a tag leave no trace, so that templates look like what they make.
fn syntax() -> Result<SyntaxConfig, RenderError> {
    let mut builder = SyntaxConfig::builder();
    builder.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
    builder.build().map_err(|error| failure("syntax", &error))
}

fn failure(name: &str, error: &minijinja::Error) -> RenderError {
    let line = error.line().map(|line| format!("line {line}: ")).unwrap_or_default();
    RenderError::Template { name: name.to_owned(), reason: format!("{line}{error}") }
}

/// `Cargo.toml`, and the setting that keeps rustfmt from printing the code in another way.
pub(super) fn manifest(input: Input<'_>) -> Vec<File<'_>> {
    let Input { api, templates, .. } = input;
    vec![
        File::new("Cargo.toml", || templates.render("Cargo.toml.j2", context::manifest(api))),
        File::new("rustfmt.toml", || templates.render("rustfmt.toml.j2", context::manifest(api))),
    ]
}

/// `README.md`
pub(super) fn readme(input: Input<'_>) -> Vec<File<'_>> {
    let Input { api, templates, samples } = input;
    vec![File::new("README.md", move || templates.render("README.md.j2", context::readme(api, samples)))]
}

/// `docs/<folder>.md` for each folder.
pub(super) fn pages(input: Input<'_>) -> Vec<File<'_>> {
    let Input { api, templates, samples } = input;
    let mut files = Vec::new();
    for folder in &api.root.folders {
        let path = format!("docs/{}.md", folder.module.plain());
        files.push(File::new(path, move || templates.render("folder.md.j2", context::page(api, samples, folder))));
    }
    files
}

/// The pages of the manual, in their order.
pub(super) const MANUAL: [&str; 8] =
    ["authentication", "errors", "retries", "pagination", "streaming", "testing", "tracing", "features"];

/// `docs/manual/<page>.md`: how the crate is used, which its documentation includes.
pub(super) fn manual(input: Input<'_>) -> Vec<File<'_>> {
    let Input { api, templates, samples } = input;
    let file = |page| {
        let make = move || templates.render(&format!("manual/{page}.md.j2"), context::readme(api, samples));
        File::new(format!("docs/manual/{page}.md"), make)
    };
    MANUAL.into_iter().map(file).collect()
}

/// Statements of Rust, laid out as they stand in a function.
fn statements(code: String) -> Result<String, minijinja::Error> {
    let laid_out = rust::laid_out(&code).ok_or_else(|| {
        minijinja::Error::new(ErrorKind::InvalidOperation, format!("these are no statements: {code}"))
    })?;
    Ok(format!("{}\n", indented(&laid_out)))
}

/// Code as it stands in a function.
fn indented(code: &str) -> String {
    let line = |line: &str| if line.is_empty() { String::new() } else { format!("    {line}") };
    code.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// A string of TOML.
fn toml_string(text: String) -> String {
    // Every JSON string is a basic string of TOML but for DEL, which has no escape of its own in JSON.
    serde_json::Value::String(text.replace('\u{7f}', " ")).to_string()
}
