//! The report for a terminal, and for a snapshot: a line for each field, so that a diff shows what changed.

use std::fmt::{self, Write};

use super::{Member, Place, Reason, Report, TypeLine};
use crate::diagnostic::escaped;

impl Report {
    /// As text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        let _ = self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) -> fmt::Result {
        self.write_numbers(out)?;
        for lost in &self.examples.lost {
            writeln!(out, "lost      {}: `{}` {}", escaped(&lost.pointer), escaped(&lost.place), lost.what)?;
        }
        for reason in Reason::ALL {
            let places: Vec<&Place> = self.untyped.iter().filter(|place| place.reason == reason).collect();
            if !places.is_empty() {
                writeln!(out, "\n{} ({})", reason.heading(), places.len())?;
            }
            places.into_iter().try_for_each(|place| write_place(place, out))?;
        }
        self.types.iter().try_for_each(|ty| write_type(ty, out))
    }

    /// The numbers, a line each.
    pub(super) fn write_numbers(&self, out: &mut String) -> fmt::Result {
        let Self { examples, answers, counts, .. } = self;
        write!(out, "examples  {} of {} proved", examples.proved, examples.typed)?;
        if examples.filled > 0 {
            write!(out, ", {} of them with values in the place of names of kinds", examples.filled)?;
        }
        if examples.untyped > 0 {
            write!(out, "; {} more are of untyped parts", examples.untyped)?;
        }
        writeln!(out)?;
        write!(out, "not JSON  {} of {} answers", answers.not_json(), answers.all())?;
        write!(out, ": {} text, {} bytes, {} empty", answers.text, answers.bytes, answers.empty)?;
        match answers.streams {
            0 => writeln!(out)?,
            streams => writeln!(out, ", {streams} item by item")?,
        }
        write!(out, "types     {} structs of {} before sharing", counts.structs, counts.structs_before_sharing)?;
        writeln!(out, ", {} enums, {} unions", counts.enums, counts.unions)?;
        writeln!(out, "fields    {}", counts.fields)?;
        writeln!(out, "untyped   {} fields, {} bodies and answers", counts.untyped_fields, counts.untyped_parts)
    }
}

fn write_place(place: &Place, out: &mut String) -> fmt::Result {
    write!(out, "  {}: {}", escaped(&place.path), place.ty)?;
    let shown: Vec<_> =
        place.shown.iter().map(|shown| format!("{} at {}", shown.what, escaped(&shown.pointer))).collect();
    match shown.is_empty() {
        true => write!(out, " (no example)")?,
        false => write!(out, " ({})", shown.join(", "))?,
    }
    match (&place.request, &place.setting) {
        (Some(request), _) => writeln!(out, ": one more example of *{}*", escaped(request)),
        (_, Some(path)) => writeln!(out, ": `map` or `kind` at `{}`", escaped(path)),
        (None, None) => writeln!(out),
    }
}

fn write_type(TypeLine { name, kind, members }: &TypeLine, out: &mut String) -> fmt::Result {
    writeln!(out, "\n{kind} {name}")?;
    members.iter().try_for_each(|member| writeln!(out, "  {}", line(member)))
}

/// A member in a line: `name: Option<String>  3/7, null in 1`.
pub(super) fn line(Member { name, ty, seen, null, of }: &Member) -> String {
    let mut line = escaped(name);
    // Writing to a string cannot fail.
    let _ = ty.as_ref().map(|ty| write!(line, ": {ty}"));
    let _ = match of {
        Some(of) => write!(line, "  {seen}/{of}"),
        None => write!(line, "  {seen}"),
    };
    if *null > 0 {
        let _ = write!(line, ", null in {null}");
    }
    line
}
