//! GraphQL: a query, which is fixed, and its variables, which have a type.

use serde_json::{Map, Value};

use super::Context;
use super::json_text::template_value;
use super::variables::Scope;
use crate::model::{BodyKind, GraphQl, GraphQlVariables, TypeRef};
use crate::postman::text;

/// The body of a request with a query, and what is sent after the query, variables still between braces.
///
/// Variables that are text are put into the body as they are, so that they need be no JSON.
pub(super) fn lower(
    query: Option<&Value>,
    variables: Option<&Value>,
    operation: Option<&Value>,
    context: &Context<'_>,
) -> (BodyKind, Option<String>) {
    let rest = rest(variables, operation);
    let known = |template: &&str| !text::has_variable(&context.variables.resolve(template, Scope::Collection));
    let Some(template) = query.and_then(Value::as_str).filter(known) else {
        return open_query(query, &rest);
    };
    let example = match variables {
        Some(Value::String(text)) => template_value(text, context),
        other => other.cloned(),
    };
    let takes_some =
        |example: &Value| !example.is_null() && example.as_object().is_none_or(|members| !members.is_empty());
    let variables = match (variables, example) {
        (_, Some(example)) if takes_some(&example) => Some(example),
        // They are sent, but are no JSON.
        (Some(Value::String(text)), None) if !text.trim().is_empty() => Some(Value::Object(Map::new())),
        _ => None,
    };
    let query = GraphQl {
        query: context.variables.resolve(template, Scope::Collection),
        template: template.to_owned(),
        operation: operation.and_then(Value::as_str).filter(|name| !name.is_empty()).map(str::to_owned),
        variables: variables.map(|example| GraphQlVariables { ty: TypeRef::Value, example }),
    };
    (BodyKind::GraphQl(query), Some(rest))
}

/// The body of a query that is missing, no text, or not known before a call, since a variable in it has no value.
fn open_query(query: Option<&Value>, rest: &str) -> (BodyKind, Option<String>) {
    let text = match query {
        Some(query) => format!("{{\"query\":{query}{rest}}}"),
        None => format!("{{{}}}", rest.trim_start_matches(',')),
    };
    let kind = match serde_json::from_str(&text) {
        Ok(example) => BodyKind::Json { ty: TypeRef::Value, example, filled: false },
        Err(_) => BodyKind::Text { example: text.clone() },
    };
    (kind, Some(text))
}

/// What is sent after the query: `,"operationName":"Q","variables":{}`.
fn rest(variables: Option<&Value>, operation: Option<&Value>) -> String {
    // Where the variables are text, so must be the name; everything else is encoded as a whole.
    let named = operation.filter(|name| name.is_string() || !variables.is_some_and(Value::is_string));
    let mut rest = named.map(|name| format!(",\"operationName\":{name}")).unwrap_or_default();
    match variables {
        None => {}
        Some(Value::String(text)) if text.is_empty() => {}
        Some(Value::String(text)) => rest.push_str(&format!(",\"variables\":{text}")),
        Some(other) => rest.push_str(&format!(",\"variables\":{other}")),
    }
    rest
}
