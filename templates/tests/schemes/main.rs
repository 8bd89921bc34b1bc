//! The schemes of authentication against what their standards and their inventors have published.

#[path = "../../json/mod.rs"]
#[allow(dead_code, unused_imports, unused_macros, reason = "a test does not use all of it")]
mod json;
#[path = "../../support/mod.rs"]
#[allow(dead_code, unused_imports, unused_macros, unreachable_pub, reason = "the schemes need its errors alone")]
mod support;
// What the root of a generated crate has.
#[allow(unused_imports, reason = "its documentation names them")]
use support::{Operation, Outgoing, Received, Sign, Transport, WithBody, limits, redirect_policy};

use support::schemes as auth;

mod common;

mod awsv4;
mod digest;
mod edgegrid;
mod hawk;
mod ntlm;
mod oauth1;
mod tokens;
