//! The parts of a generated crate that are written by hand, embedded as text.
