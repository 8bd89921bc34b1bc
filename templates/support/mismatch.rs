//! What a decoder says of an answer, without what the answer says.

use std::fmt;

use serde_json::error::Category;

/// Why a text is not the JSON that was expected.
///
/// It names the kind of a value and never the value: even an answer that is not understood may hold a token.
pub(crate) struct Mismatch {
    reason: String,
    line: usize,
    column: usize,
}

impl From<serde_json::Error> for Mismatch {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let text = error.to_string();
        let text = text.strip_suffix(&place(line, column)).unwrap_or(&text);
        let reason = match error.classify() {
            Category::Data => without_value(text),
            Category::Io | Category::Syntax | Category::Eof => text.to_owned(),
        };
        Self { reason, line, column }
    }
}

/// A place as `serde_json` writes it at the end of its messages.
fn place(line: usize, column: usize) -> String {
    if line == 0 { String::new() } else { format!(" at line {line} column {column}") }
}

/// One of serde's own messages without the value in it. Messages of others are not known well enough to be shown.
fn without_value(text: &str) -> String {
    let names_value = ["invalid type: ", "invalid value: ", "unknown variant ", "unknown field "];
    if names_value.iter().any(|begin| text.starts_with(begin))
        && let Some((found, expected)) = text.rsplit_once(", expected ")
    {
        // Values stand in quotes or backticks.
        let kind = found.split(['"', '`']).next().unwrap_or_default().trim_end();
        return format!("{kind}, expected {expected}");
    }
    let names_none = ["missing field ", "duplicate field ", "invalid length ", "data did not match any variant "];
    if names_none.iter().any(|begin| text.starts_with(begin)) { text.to_owned() } else { "invalid value".to_owned() }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.reason, place(self.line, self.column))
    }
}

impl fmt::Debug for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mismatch({self})")
    }
}

impl std::error::Error for Mismatch {}
