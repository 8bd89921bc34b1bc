//! The support code in use, as generated code uses it, against servers on this machine.

#[path = "../../json/mod.rs"]
#[allow(dead_code, unused_imports, unused_macros, reason = "a test does not use all of it")]
mod json;
#[path = "../../optional/next_page.rs"]
mod next_page;
#[path = "../../optional/paging.rs"]
mod paging;
#[path = "../../streamed/mod.rs"]
#[allow(dead_code, unreachable_pub, unused_imports, reason = "a test exports nothing, and does not call all of it")]
mod streamed;
#[path = "../../support/mod.rs"]
#[allow(dead_code, unreachable_pub, unused_imports, reason = "a test exports nothing, and does not call all of it")]
mod support;
#[path = "../../optional/uploads.rs"]
#[allow(dead_code, unreachable_pub, reason = "a test exports nothing, and does not call all of it")]
mod uploads;
// What the root of a generated crate has.
use support::{Outgoing, Received, Sign, Transport, limits, redirect_policy};

#[allow(dead_code, unreachable_pub, reason = "it is as the generator writes it")]
mod mini;
mod server;

mod answers;
mod auth;
#[allow(unreachable_pub, reason = "forms are made as in a crate that exports them")]
mod bodies;
mod errors;
mod pages;
mod redirects;
mod requests;
mod retries;
mod schemes;
mod seams;
mod secrets;
mod streams;
mod ugly;
mod urls;
mod waits;
