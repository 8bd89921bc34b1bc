//! Bodies. Raw JSON is a template: it becomes JSON only when its variables are filled.

use serde_json::Value;

use super::Context;
use crate::diagnostic::Diagnostic;
use crate::model::{Body, BodyKind, TypeRef};
use crate::postman::text::{self, Part};
use crate::postman::{BodyMode, Request};

/// The media type that JSON is sent with unless the request names another.
const JSON: &str = "application/json";

/// Methods that Postman sends no body with, unless it is told to.
const WITHOUT_BODY: &[&str] = &["GET", "COPY", "HEAD", "PURGE", "UNLOCK"];

/// Whether bodies of such methods are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pruning {
    On,
    Off,
}

impl Pruning {
    /// What the setting `protocolProfileBehavior` of something inside says, if it says anything.
    pub(super) fn or_stated(self, behavior: Option<&Value>) -> Self {
        match behavior.and_then(|behavior| behavior.get("disableBodyPruning")?.as_bool()) {
            Some(true) => Self::Off,
            Some(false) => Self::On,
            None => self,
        }
    }
}

/// The body of a request, its type still open.
pub(super) fn lower(request: &Request, inherited: Pruning, context: &mut Context<'_>) -> Option<Body> {
    let body = request.body.as_ref().filter(|body| !body.disabled)?;
    let pruning = inherited.or_stated(request.behavior.as_ref());
    if pruning == Pruning::On && WITHOUT_BODY.iter().any(|method| request.method.eq_ignore_ascii_case(method)) {
        return None;
    }
    let stated = request
        .headers
        .iter()
        .find(|header| !header.disabled && header.key.eq_ignore_ascii_case("content-type"))
        .map(|header| header.value.clone());
    let (kind, implied) = match &body.mode {
        BodyMode::Raw { text, language } => raw(text, language.as_deref(), stated.as_deref(), context)?,
        other => {
            let mode = mode_name(other);
            context.diagnostics.push(
                Diagnostic::warning("unsupported-body", format!("a body of mode `{mode}` is not supported"))
                    .at(&body.origin)
                    .hint("the operation is generated without a body"),
            );
            return None;
        }
    };
    Some(Body { kind, media_type: stated.or(implied) })
}

fn raw(
    text: &str,
    language: Option<&str>,
    stated: Option<&str>,
    context: &Context<'_>,
) -> Option<(BodyKind, Option<String>)> {
    if text.is_empty() {
        return None;
    }
    let json = language == Some("json") || stated.is_some_and(|media_type| media_type.contains("json"));
    if (json || (language.is_none() && stated.is_none()))
        && let Some(example) = template_value(text, context)
    {
        return Some((BodyKind::Json { ty: TypeRef::Value, example }, Some(JSON.to_owned())));
    }
    let implied = match language {
        Some("json") => Some(JSON),
        Some("xml") => Some("application/xml"),
        Some("html") => Some("text/html"),
        Some("javascript") => Some("application/javascript"),
        Some("text") => Some("text/plain"),
        _ => None,
    };
    Some((BodyKind::Text { example: text.to_owned() }, implied.map(str::to_owned)))
}

/// The JSON of a template: variables inside of strings stay, others are filled with their values.
pub(super) fn template_value(text: &str, context: &Context<'_>) -> Option<Value> {
    serde_json::from_str(&fill_unquoted(text, context)).ok()
}

/// Replaces variables that stand outside of strings by their values, or by a string that holds the variable.
fn fill_unquoted(text: &str, context: &Context<'_>) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut in_string = false;
    for part in text::template(text) {
        match part {
            Part::Literal(literal) => {
                in_string = ends_in_string(&literal, in_string);
                filled.push_str(&literal);
            }
            Part::Variable(name) if in_string => {
                filled.push_str("{{");
                filled.push_str(&name);
                filled.push_str("}}");
            }
            Part::Variable(name) => {
                let variable = format!("{{{{{name}}}}}");
                match context.variables.example(&variable) {
                    value if serde_json::from_str::<Value>(&value).is_ok() => filled.push_str(&value),
                    _ => filled.push_str(&Value::String(variable).to_string()),
                }
            }
        }
    }
    filled
}

/// Whether JSON text that starts inside or outside of a string ends inside of one.
fn ends_in_string(text: &str, starts_inside: bool) -> bool {
    let (mut inside, mut escaped) = (starts_inside, false);
    for c in text.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if inside => escaped = true,
            '"' => inside = !inside,
            _ => {}
        }
    }
    inside
}

fn mode_name(mode: &BodyMode) -> &'static str {
    match mode {
        BodyMode::Raw { .. } => "raw",
        BodyMode::Urlencoded(_) => "urlencoded",
        BodyMode::FormData(_) => "formdata",
        BodyMode::File(_) => "file",
        BodyMode::GraphQl { .. } => "graphql",
    }
}

#[cfg(test)]
mod tests {
    use super::ends_in_string;

    #[test]
    fn strings_are_told_from_what_is_between() {
        assert!(ends_in_string(r#"{"a": ""#, false));
        assert!(!ends_in_string(r#"{"a": "b""#, false));
        assert!(ends_in_string(r#"{"a": "b\""#, false));
        assert!(!ends_in_string(r#"b\\""#, true));
    }
}
