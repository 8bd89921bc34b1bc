//! The support code in use, as generated code uses it, against servers on this machine.

#[path = "../../support/mod.rs"]
#[allow(dead_code, unreachable_pub, reason = "a test exports nothing, and does not call all of it")]
mod support;
// What the root of a generated crate has.
use support::{Sign, limits, redirect_policy};

#[allow(dead_code, unreachable_pub, reason = "it is as the generator writes it")]
mod mini;
mod server;

mod answers;
mod auth;
mod errors;
mod pages;
mod redirects;
mod requests;
mod retries;
mod secrets;
mod urls;
