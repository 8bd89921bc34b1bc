//! Answers that come item by item.

mod events;
mod items;
mod lines;

pub use events::{Event, Events, EventsOf, WithEvents};
pub use lines::{JsonLines, Lines, WithLines};
