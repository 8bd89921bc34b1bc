//! Times as text.

use std::time::UNIX_EPOCH;

use super::scheme::Moment;

/// A moment as `2015-08-30T12:36:00Z`.
pub(crate) fn utc(moment: &Moment) -> String {
    // What is before 1970 has no such text.
    humantime::format_rfc3339_seconds(moment.time.max(UNIX_EPOCH)).to_string()
}
