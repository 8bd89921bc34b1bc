//! The schemes of authentication against what their standards and their inventors have published.

#[path = "../../support/mod.rs"]
#[allow(dead_code, unused_imports, unused_macros, unreachable_pub, reason = "the schemes need its errors alone")]
mod support;
// What the root of a generated crate has.
#[allow(unused_imports, reason = "its documentation names them")]
use support::{limits, redirect_policy};

#[path = "../../support/auth"]
mod auth {
    pub(crate) mod asap;
    pub(crate) mod awsv4;
    pub(crate) mod challenge;
    pub(crate) mod digest;
    pub(crate) mod edgegrid;
    pub(crate) mod encode;
    pub(crate) mod hawk;
    pub(crate) mod jwt;
    pub(crate) mod ntlm;
    pub(crate) mod oauth1;
    pub(crate) mod oauth1_rsa;
    pub(crate) mod pem;
    pub(crate) mod scheme;
    pub(crate) mod token;
}

mod common;

mod awsv4;
mod digest;
mod edgegrid;
mod hawk;
mod ntlm;
mod oauth1;
mod tokens;
