//! Templates as in `format!`: `{name}` stands for a value, doubled braces for single ones.

/// A part of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Text as it is.
    Literal(&'static str),
    /// The value of that name.
    Variable(&'static str),
}

/// The parts of a template, in order. A brace without its partner is text.
pub(crate) fn pieces(template: &'static str) -> impl Iterator<Item = Piece> {
    let mut rest = template;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (piece, tail) = next(rest);
        rest = tail;
        Some(piece)
    })
}

fn next(text: &'static str) -> (Piece, &'static str) {
    if text.starts_with("{{") || text.starts_with("}}") {
        return (Piece::Literal(&text[..1]), &text[2..]);
    }
    if let Some((name, tail)) = text.strip_prefix('{').and_then(|text| text.split_once('}')) {
        return (Piece::Variable(name), tail);
    }
    // The first character is text whatever it is, a lonely brace too.
    let end = text.char_indices().skip(1).find(|(_, c)| matches!(c, '{' | '}')).map_or(text.len(), |(at, _)| at);
    (Piece::Literal(&text[..end]), &text[end..])
}
