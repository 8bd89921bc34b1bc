//! What a file is that is no collection, and how to get one.

use serde_json::Value;

use crate::diagnostic::Diagnostic;

pub(super) const EXPORT: &str = "in Postman, open the menu of the collection, choose Export and \
    Collection v2.1, and give the file that it saves";

const CONVERT: &str = "import it into Postman, which makes a collection of it; then open the menu of \
    that collection, choose Export and Collection v2.1";

const FORK: &str = "the documentation page only lists the collection; choose Run in Postman on that \
    page, then export the fork as Collection v2.1";

const CAPTURE: &str = "import it into Postman and save the requests to a collection; then open its menu, choose Export and \
    Collection v2.1";

const INSOMNIA: &str = "export the workspace from Insomnia as HAR or OpenAPI, import that into Postman, and export the \
    collection as Collection v2.1";

pub(super) const EXPORT_ENVIRONMENT: &str =
    "in Postman, open the menu of the environment, choose Export, and give the file that it saves";

const ENVIRONMENT: &str =
    "give the collection that uses it, exported as Collection v2.1, and this file beside it as an environment";

/// The error for a document without a list of elements.
pub(super) fn not_a_collection(document: &Value) -> Diagnostic {
    let (what, hint) = identify(document);
    let message = format!("this is no Postman collection but {what}");
    Diagnostic::error("not-a-collection", message).hint(hint)
}

/// The error for a document without a list of values.
pub(super) fn not_an_environment(document: &Value) -> Diagnostic {
    if document.get("values").is_some() {
        let message = "the `values` of the environment are no list";
        return Diagnostic::error("not-an-environment", message).hint(EXPORT_ENVIRONMENT);
    }
    let (what, hint) = match document.get("collection").unwrap_or(document).get("item") {
        Some(_) => ("a collection", "give it as the collection, and here the environment that belongs to it"),
        None => (identify(document).0, EXPORT_ENVIRONMENT),
    };
    let message = format!("this is no Postman environment but {what}");
    Diagnostic::error("not-an-environment", message).hint(hint)
}

fn identify(document: &Value) -> (&'static str, &'static str) {
    let member = |key: &str| document.get(key).filter(|value| !value.is_null());
    let has = |key: &str| member(key).is_some();
    let wraps = |key: &str| member("collection").is_some_and(|inner| inner.get(key).is_some());

    if document.is_array() {
        ("a list", EXPORT)
    } else if !document.is_object() {
        ("a single value", EXPORT)
    } else if wraps("info") {
        ("the description of a documentation page, which holds no requests", FORK)
    } else if has("openapi") || has("swagger") {
        ("an OpenAPI document", CONVERT)
    } else if has("asyncapi") {
        ("an AsyncAPI document, which describes messages rather than requests over HTTP", EXPORT)
    } else if has("__export_format") || has("_type") && has("resources") {
        ("a workspace of Insomnia", INSOMNIA)
    } else if member("log").is_some_and(|log| log.get("entries").is_some()) {
        ("a HAR file, a recording of requests", CAPTURE)
    } else if has("__schema") || member("data").is_some_and(|data| data.get("__schema").is_some()) {
        ("the schema of a GraphQL API", CONVERT)
    } else if has("requests") && (has("order") || has("folders")) || wraps("requests") {
        ("a collection in the old format v1", CONVERT)
    } else if has("values") && (has("name") || has("_postman_variable_scope")) {
        ("an environment, which only holds values of variables", ENVIRONMENT)
    } else if has("collections") {
        ("a backup of a whole workspace", CONVERT)
    } else if has("error") {
        ("an error message of a server", EXPORT)
    } else {
        ("an object of another kind", EXPORT)
    }
}

/// Whether a document without a list of elements says that it is a collection.
pub(super) fn is_hollow_collection(document: &Value) -> bool {
    let schema = document.pointer("/info/schema").and_then(Value::as_str);
    schema.is_some_and(|schema| schema.contains("postman")) || document.pointer("/info/_postman_id").is_some()
}
