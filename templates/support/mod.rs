//! What the client is made of, whatever the API: calls, answers, errors, retries.
//!
//! The generated modules hold data and signatures. A method of a handle makes a
//! [`Request`], setters fill the [`Call`](call::Call) in it, and [`execute`](execute::execute) sends
//! that; only the last step knows the type of the answer.

pub(crate) mod api;
pub(crate) mod auth;
#[cfg(feature = "blocking")]
pub(crate) mod blocking;
pub(crate) mod body;
pub(crate) mod builder;
pub(crate) mod call;
pub(crate) mod chunks;
pub(crate) mod core;
pub(crate) mod draft;
#[allow(
    dead_code,
    unreachable_pub,
    reason = "a public trait names it, though nobody outside can; an API need not use all of it"
)]
pub(crate) mod endpoint;
pub(crate) mod envelope;
pub(crate) mod error;
pub(crate) mod execute;
pub(crate) mod failure;
#[allow(dead_code, reason = "few APIs have forms")]
pub(crate) mod form;
pub(crate) mod hooks;
pub mod limits;
pub(crate) mod locate;
pub(crate) mod macros;
pub(crate) mod mismatch;
#[cfg(feature = "mock")]
pub mod mock;
pub(crate) mod pairs;
pub(crate) mod pending;
pub(crate) mod request;
#[allow(unreachable_pub, reason = "a public trait names what is in it, though nobody outside can")]
pub(crate) mod response;
pub(crate) mod retry;
pub(crate) mod schemes;
pub(crate) mod sign;
pub(crate) mod template;
pub(crate) mod trace;
pub(crate) mod transport;
pub(crate) mod url;
pub(crate) mod wait;

#[cfg(feature = "blocking")]
pub use blocking::Blocking;
pub use builder::redirect_policy;
pub use chunks::Chunks;
pub use error::{Error, ErrorKind, Result};
pub use hooks::Received;
pub use pending::Pending;
pub use request::{Operation, Request, WithBody};
pub use response::Response;
pub use sign::{Outgoing, Sign};
pub use transport::{Carried, Transport, TransportError};
pub use wait::Wait;

#[allow(unused_imports, reason = "not every API has an envelope and forms")]
pub(crate) use self::{api::Envelope, form::FormPairs, macros::form};
pub(crate) use self::{
    api::{Api, Auth},
    builder::CoreBuilder,
    core::Core,
    endpoint::Endpoint,
    macros::settings,
};
