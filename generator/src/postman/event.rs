//! Scripts. They are never run; what they tell is read elsewhere.

use serde_json::Value;

use super::Event;
use super::read::Cursor;

/// The scripts of a collection, a folder or a request.
pub(super) fn events(owner: &Cursor<'_>) -> Vec<Event> {
    owner.entries_of("event").into_iter().filter_map(event).collect()
}

fn event(entry: Cursor<'_>) -> Option<Event> {
    let entry = entry.object()?;
    let lines = entry.get("script").map(|script| lines(&script)).unwrap_or_default();
    Some(Event {
        listen: entry.text_of("listen").unwrap_or_default(),
        lines,
        disabled: entry.flag("disabled"),
        origin: entry.origin(),
    })
}

/// The lines of a script, which is text, a list of lines, or an object with either of them as `exec`.
fn lines(script: &Cursor<'_>) -> Vec<String> {
    match script.value() {
        Value::Object(_) => script.get("exec").map(|exec| lines(&exec)).unwrap_or_default(),
        Value::Array(_) => script.elements().filter_map(|line| line.text()).collect(),
        _ => script.any_text().lines().map(str::to_owned).collect(),
    }
}
