//! JSON as people read it: over lines, and on one where that fits.

use std::io;

use proc_macro2::Literal;
use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{Formatter, Serializer};

use super::{raw_lines, raw_string};
use crate::diagnostic::escaped_json;

/// How long a line should be.
const WIDTH: usize = 120;
/// How much deeper what stands in a value is than the value.
const INDENT: usize = 2;
/// How deep an argument of a statement in a function is.
const BASE: usize = 8;

/// A literal of JSON that is an argument.
pub(super) fn literal(value: &Value) -> Literal {
    let mut text = String::new();
    write(value, Place { indent: BASE, column: BASE }, &mut text);
    if text.contains('\n') { raw_lines(&text) } else { raw_string(&text) }
}

/// Where a value stands.
#[derive(Clone, Copy)]
struct Place {
    /// The indent of the line that it begins on.
    indent: usize,
    /// The column that it begins in.
    column: usize,
}

impl Place {
    /// The place of a member.
    fn deeper(self) -> Self {
        let indent = self.indent + INDENT;
        Self { indent, column: indent }
    }

    fn after(self, text: &str) -> Self {
        Self { column: self.column + text.chars().count(), ..self }
    }
}

fn write(value: &Value, place: Place, out: &mut String) {
    match value {
        // One more column, for the comma.
        Value::Array(elements) if !elements.is_empty() => match line(value, WIDTH.saturating_sub(place.column + 1)) {
            Some(line) => out.push_str(&line),
            None if elements.iter().any(is_compound) => {
                out.push('[');
                let deeper = place.deeper();
                separated(elements, place, out, |element, out| write(element, deeper, out));
                out.push(']');
            }
            None => fill(elements, place, out),
        },
        Value::Object(members) if !members.is_empty() => match line(value, WIDTH.saturating_sub(place.column + 1)) {
            Some(line) => out.push_str(&line),
            None => {
                out.push('{');
                let deeper = place.deeper();
                separated(members, place, out, |(key, value), out| {
                    let key = format!("{}: ", whole(key));
                    out.push_str(&key);
                    write(value, deeper.after(&key), out);
                });
                out.push('}');
            }
        },
        _ => out.push_str(&whole(value)),
    }
}

/// Items on a line each, with commas between them.
fn separated<T>(
    items: impl IntoIterator<Item = T>,
    place: Place,
    out: &mut String,
    mut write: impl FnMut(T, &mut String),
) {
    let mut comma = "";
    for item in items {
        out.push_str(comma);
        new_line(place.deeper().indent, out);
        write(item, out);
        comma = ",";
    }
    new_line(place.indent, out);
}

/// Numbers and the like, as many on a line as there is room for.
fn fill(elements: &[Value], place: Place, out: &mut String) {
    let indent = place.deeper().indent;
    out.push('[');
    let mut column = WIDTH;
    for (index, element) in elements.iter().enumerate() {
        let text = whole(element);
        let length = text.chars().count() + 2;
        if index > 0 {
            out.push(',');
        }
        if column + length > WIDTH {
            new_line(indent, out);
            column = indent;
        } else {
            out.push(' ');
        }
        out.push_str(&text);
        column += length;
    }
    new_line(place.indent, out);
    out.push(']');
}

fn is_compound(value: &Value) -> bool {
    value.is_array() || value.is_object()
}

fn new_line(indent: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', indent));
}

/// A value on one line, however long that is.
fn whole(value: &(impl Serialize + ?Sized)) -> String {
    written(value, usize::MAX).unwrap_or_default()
}

/// A value on a line, if it is no longer than this.
fn line(value: &Value, room: usize) -> Option<String> {
    written(value, room).filter(|line| line.chars().count() <= room)
}

fn written(value: &(impl Serialize + ?Sized), room: usize) -> Option<String> {
    let mut line = Line { bytes: Vec::new(), room };
    value.serialize(&mut Serializer::with_formatter(&mut line, Spaced)).ok()?;
    // Every character shows, so that the literal can be raw.
    Some(escaped_json(&String::from_utf8(line.bytes).ok()?))
}

/// A line that takes no more than it has room for, so that what is longer is not written to its end in vain.
struct Line {
    bytes: Vec<u8>,
    /// How many more characters it takes.
    room: usize,
}

impl io::Write for Line {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        let characters = more.iter().filter(|byte| !matches!(byte, 0x80..=0xbf)).count();
        self.room = self.room.checked_sub(characters).ok_or(io::ErrorKind::StorageFull)?;
        self.bytes.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// JSON with a space after commas and colons.
struct Spaced;

impl Formatter for Spaced {
    fn begin_array_value<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { out.write_all(b", ") }
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { out.write_all(b", ") }
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn printed(value: &Value) -> String {
        let mut text = String::new();
        write(value, Place { indent: 0, column: 0 }, &mut text);
        text
    }

    #[test]
    fn short_values_stand_on_a_line() {
        assert_eq!(printed(&json!({"a": [1, null], "b": {}, "c": []})), r#"{"a": [1, null], "b": {}, "c": []}"#);
        assert_eq!(printed(&json!("text")), r#""text""#);
    }

    #[test]
    fn long_values_stand_on_several() {
        let text = "x".repeat(60);
        let expected = format!(
            "{{\n  \"list\": [\n    {{\"a\": \"{text}\"}},\n    {{\"a\": \"{text}\"}}\n  ],\n  \"none\": []\n}}"
        );
        assert_eq!(printed(&json!({"list": [{"a": text}, {"a": text}], "none": []})), expected);
    }

    #[test]
    fn numbers_fill_lines() {
        let numbers: Vec<u32> = (1000..1060).collect();
        let text = printed(&json!(numbers));
        let widths: Vec<usize> = text.lines().map(str::len).collect();
        assert!(widths.iter().all(|width| *width <= WIDTH), "{text}");
        assert_eq!(text.lines().count(), 6, "{text}");
    }

    #[test]
    fn values_are_the_same() {
        let long = "\u{202e}\u{0}\"#\\".repeat(40);
        let value =
            json!({"text": long, "big": u64::MAX, "many": [[1.5, {"deep": long}], "a", -1], "wide": "é".repeat(99)});
        let text = printed(&value);
        assert_eq!(serde_json::from_str::<Value>(&text).expect("it is JSON"), value);
        assert!(text.chars().all(|c| c == '\n' || crate::diagnostic::is_harmless(c)));
        assert!(literal(&value).to_string().starts_with("r##\""));
    }
}
