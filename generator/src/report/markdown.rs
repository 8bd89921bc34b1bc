//! The report as a page.

use std::fmt::{self, Write};

use super::text::line;
use super::{Place, Reason, Report};
use crate::markdown::{cell, code, text};

impl Report {
    /// As Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        let _ = self.write_page(&mut out);
        out
    }

    fn write_page(&self, out: &mut String) -> fmt::Result {
        writeln!(out, "# Types of {}\n\n```text", text(&self.title))?;
        self.write_numbers(out)?;
        writeln!(out, "```")?;
        self.write_lost(out)?;
        if !self.untyped.is_empty() {
            writeln!(out, "\n## Of which nothing is known")?;
        }
        for reason in Reason::ALL {
            let places: Vec<&Place> = self.untyped.iter().filter(|place| place.reason == reason).collect();
            if !places.is_empty() {
                writeln!(out, "\n### {} ({})\n", sentence(reason.heading()), places.len())?;
                writeln!(out, "| Place | Type | Shown | What settles it |\n| --- | --- | --- | --- |")?;
            }
            places.into_iter().try_for_each(|place| write_place(place, out))?;
        }
        writeln!(out, "\n## Types")?;
        for ty in &self.types {
            writeln!(out, "\n### {}\n\nA {}.\n", code(&ty.name), ty.kind)?;
            ty.members.iter().try_for_each(|member| writeln!(out, "- {}", code(&line(member))))?;
        }
        Ok(())
    }

    fn write_lost(&self, out: &mut String) -> fmt::Result {
        if self.examples.lost.is_empty() {
            return Ok(());
        }
        writeln!(out, "\n## Examples that are not held\n\n| Example | Place in it | What |\n| --- | --- | --- |")?;
        self.examples.lost.iter().try_for_each(|lost| {
            let [pointer, place] = [&lost.pointer, &lost.place].map(|text| cell(&code(text)));
            writeln!(out, "| {pointer} | {place} | {} |", cell(&lost.what))
        })
    }
}

fn write_place(place: &Place, out: &mut String) -> fmt::Result {
    let shown: Vec<_> = place.shown.iter().map(|shown| format!("{} at {}", shown.what, code(&shown.pointer))).collect();
    let settled = match (&place.request, &place.setting) {
        (Some(request), _) => format!("one more example of *{}*", text(request)),
        (_, Some(path)) => format!("`map` or `kind` at {}", code(path)),
        (None, None) => String::new(),
    };
    let [path, ty] = [&place.path, &place.ty].map(|text| cell(&code(text)));
    writeln!(out, "| {path} | {ty} | {} | {} |", cell(&shown.join(", ")), cell(&settled))
}

/// With a capital letter at the beginning.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
