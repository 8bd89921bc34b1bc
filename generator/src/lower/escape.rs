//! Values that stand in a URL in escaped form, as they are meant: `a%20b` is `a b`.

use percent_encoding::percent_decode_str;

use crate::postman::text::has_variable;

/// A part of a path. Escapes that make no text stay as they are, and so does a text with variables, since it is complete
/// only when those are filled.
pub(super) fn path(text: &str) -> String {
    let decoded = percent_decode_str(text).decode_utf8().ok().filter(|_| !has_variable(text));
    decoded.map_or_else(|| text.to_owned(), Into::into)
}

/// A part of a query, where a plus is a space.
pub(super) fn query(text: &str) -> String {
    if has_variable(text) { text.to_owned() } else { path(&text.replace('+', " ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_what_they_mean() {
        let table = [
            ("a%20b", "a b", "a b"),
            ("a+b", "a+b", "a b"),
            ("%2B%2f", "+/", "+/"),
            ("100%", "100%", "100%"),
            ("%ff", "%ff", "%ff"),
            ("{{a}}+%3D", "{{a}}+%3D", "{{a}}+%3D"),
            ("é", "é", "é"),
        ];
        for (text, in_path, in_query) in table {
            assert_eq!(path(text), in_path, "{text}");
            assert_eq!(query(text), in_query, "{text}");
        }
    }
}
