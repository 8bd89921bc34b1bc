//! Bodies: which one is sent, and what it is said to be. What Postman's own runner does decides.

use serde_json::Value;

use super::json_text::{template_value, without_comments};
use super::variables::Scope;
use super::{Context, form, graphql, placeholder};
use crate::model::{Body, BodyKind, Ident, Replay, ReplayText, TypeRef};
use crate::postman::text;
use crate::postman::{BodyMode, Request, Saved};
use crate::secrets::MASK;

/// The media type that JSON is sent with unless the request names another.
pub(super) const JSON: &str = "application/json";
/// That of text.
const TEXT: &str = "text/plain";
/// That of a form; a form is sent with no other, whatever the request says.
const FORM: &str = "application/x-www-form-urlencoded";

/// Methods that Postman sends no body with, unless it is told to.
const WITHOUT_BODY: &[&str] = &["GET", "COPY", "HEAD", "PURGE", "UNLOCK"];

/// What the settings `protocolProfileBehavior` say of bodies. Of request, folders and collection the nearest that says something
/// decides.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Behavior {
    /// Whether methods that have no use for a body send one.
    sends_any_body: bool,
    /// Whether there is no `Content-Type` but one that the request states.
    hides_media_type: bool,
}

impl Behavior {
    /// The same with the settings of something inside.
    pub(super) fn or_stated(self, stated: Option<&Value>) -> Self {
        let flag = |value: &Value, key| value.get(key).and_then(Value::as_bool);
        let any_body = stated.and_then(|stated| flag(stated, "disableBodyPruning"));
        let hidden =
            stated.and_then(|stated| stated.get("disabledSystemHeaders")).filter(|headers| headers.is_object());
        let hides = hidden.map(|headers| flag(headers, "content-type").unwrap_or(false));
        Self {
            sends_any_body: any_body.unwrap_or(self.sends_any_body),
            hides_media_type: hides.unwrap_or(self.hides_media_type),
        }
    }
}

/// What a request sends.
#[derive(Default)]
pub(super) struct Sent {
    /// The body, its type still open.
    pub(super) body: Option<Body>,
    /// The `Content-Type` that the body does not bring by itself.
    pub(super) content_type: Option<String>,
    /// The body as the collection has it.
    raw: Option<ReplayText>,
    /// The `Content-Type` where it holds a variable.
    template: Option<String>,
}

impl Sent {
    /// Adds what it knows to the values of a request.
    pub(super) fn replay(&self, replay: Replay) -> Replay {
        Replay { body: self.raw.clone(), content_type: self.template.clone(), ..replay }
    }
}

/// What a request sends. `form` is what the struct of its form is called, if it sends one.
pub(super) fn lower(request: &Request, inherited: Behavior, form: &Ident, context: &mut Context<'_>) -> Sent {
    let behavior = inherited.or_stated(request.behavior.as_ref());
    // Of several, the last one counts.
    let stated = request
        .headers
        .iter()
        .rfind(|header| !header.disabled && header.key.eq_ignore_ascii_case("content-type"))
        .map(|header| header.value.to_string());
    let template = stated.clone().filter(|value| text::has_variable(value));
    let stated = stated
        .map(|value| context.variables.resolve(&value, Scope::Collection))
        .filter(|value| !text::has_variable(value));
    let Some((kind, raw)) = kind(request, behavior, stated.as_deref(), form, context) else {
        return Sent { content_type: stated, template, ..Sent::default() };
    };
    let implied = implied(&kind, request);
    // A form is what it is, whatever is said of it.
    let stated = stated.filter(|stated| !matches!(kind, BodyKind::Urlencoded(_)) || stated.starts_with(FORM));
    let own = match kind {
        BodyKind::Json { .. } | BodyKind::GraphQl(_) => Some(JSON),
        BodyKind::Urlencoded(_) => Some(FORM),
        // Text is sent as what it is said to be.
        BodyKind::Text { .. } => stated.as_deref().or(implied),
        BodyKind::Multipart(_) | BodyKind::File { .. } => None,
    };
    let implied = implied.filter(|_| !behavior.hides_media_type);
    let media_type = stated.clone().or_else(|| implied.map(str::to_owned));
    let content_type = match kind.form() {
        // Nothing is sent, but for what the request says itself.
        Some(form) if form.entries.is_empty() => stated,
        _ => media_type.clone().filter(|media_type| Some(media_type.as_str()) != own),
    };
    let template = template.filter(|_| kind.form().is_none());
    Sent { body: Some(Body { kind, media_type }), content_type, raw, template }
}

/// How the body is written, and what it is in the collection; `None` where none is sent.
fn kind(
    request: &Request,
    behavior: Behavior,
    stated: Option<&str>,
    name: &Ident,
    context: &mut Context<'_>,
) -> Option<(BodyKind, Option<ReplayText>)> {
    let body = request.body.as_ref().filter(|body| !body.disabled)?;
    if !behavior.sends_any_body && WITHOUT_BODY.iter().any(|method| request.method.eq_ignore_ascii_case(method)) {
        return None;
    }
    match &body.mode {
        BodyMode::Raw { text, .. } if text.is_empty() => None,
        BodyMode::Raw { text, language } => {
            let sent = raw_text(text, language.as_deref(), stated);
            let kind = raw(&sent, language.as_deref(), stated, context);
            Some((kind, saved_text(sent, text)))
        }
        BodyMode::Urlencoded(pairs) if pairs.is_empty() => None,
        BodyMode::Urlencoded(pairs) => Some((BodyKind::Urlencoded(form::urlencoded(pairs, name, context)), None)),
        BodyMode::FormData(parts) if parts.is_empty() => None,
        BodyMode::FormData(parts) => Some((BodyKind::Multipart(form::multipart(parts, name, context)), None)),
        BodyMode::File(path) => Some((
            BodyKind::File { example: path.as_deref().map(form::file_name).map(str::to_owned) },
            path.clone().map(Into::into),
        )),
        BodyMode::GraphQl { query, variables, operation_name } => {
            let (kind, rest) = graphql::lower(query.as_ref(), variables.as_ref(), operation_name.as_ref(), context);
            Some((kind, rest.map(Into::into)))
        }
    }
}

/// The text of a body, or where the replay program finds it if a credential in it is masked.
fn saved_text(text: String, saved: &Saved<String>) -> Option<ReplayText> {
    if text.contains(MASK) { saved.pointer().map(ReplayText::saved) } else { Some(text.into()) }
}

/// The media type of a body that the request does not name.
fn implied(kind: &BodyKind, request: &Request) -> Option<&'static str> {
    let language = request.body.as_ref().and_then(|body| match &body.mode {
        BodyMode::Raw { language, .. } => language.as_deref(),
        _ => None,
    });
    match kind {
        BodyKind::GraphQl(_) => Some(JSON),
        BodyKind::Urlencoded(_) => Some(FORM),
        BodyKind::Multipart(_) | BodyKind::File { .. } => None,
        BodyKind::Json { .. } | BodyKind::Text { .. } => Some(match language {
            Some("json") => JSON,
            Some("xml") => "application/xml",
            Some("html") => "text/html",
            Some("javascript") => "application/javascript",
            _ if is_graphql(request) => JSON,
            _ => TEXT,
        }),
    }
}

fn is_graphql(request: &Request) -> bool {
    request.body.as_ref().is_some_and(|body| matches!(body.mode, BodyMode::GraphQl { .. }))
}

/// The text of a raw body as it is sent: JSON without its comments.
fn raw_text(text: &str, language: Option<&str>, stated: Option<&str>) -> String {
    let json = match language {
        Some(language) => language == "json",
        None => stated.is_some_and(is_json),
    };
    if json { without_comments(text) } else { text.to_owned() }
}

fn raw(text: &str, language: Option<&str>, stated: Option<&str>, context: &Context<'_>) -> BodyKind {
    let json = language == Some("json") || stated.is_some_and(|media_type| media_type.contains("json"));
    let unknown = language.is_none() && stated.is_none();
    let example = if json || unknown { template_value(text, context) } else { None };
    match example {
        Some(mut example) => {
            let filled = placeholder::fill(&mut example);
            BodyKind::Json { ty: TypeRef::Value, example, filled }
        }
        None => BodyKind::Text { example: text.to_owned() },
    }
}

/// Whether a media type is JSON: `application/json`, `application/vnd.api+json`.
fn is_json(media_type: &str) -> bool {
    let rest = media_type.strip_prefix("application/");
    rest.is_some_and(|rest| {
        rest.starts_with("json") || rest.split_whitespace().next().is_some_and(|word| word.contains("+json"))
    })
}
