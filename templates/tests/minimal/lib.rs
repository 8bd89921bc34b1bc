//! The smallest client: one operation and nothing else. It must compile without a warning, although it uses but a part
//! of the support code. It is a library, since only there is it known what is public.

#![forbid(unsafe_code)]

#[path = "../../json/mod.rs"]
mod json;
#[path = "../../support/mod.rs"]
mod support;

pub use support::{
    Carried, Chunks, Error, ErrorKind, Operation, Outgoing, Pending, Received, Request, Response, Result, Sign,
    Transport, TransportError, Wait, WithBody, limits, redirect_policy,
};

#[cfg(feature = "blocking")]
pub use support::Blocking;
#[cfg(feature = "mock")]
pub use support::mock;
use support::{Api, Auth, Core, CoreBuilder, Endpoint, response, settings};

static API: Api = Api {
    name: "minimal",
    version: "1.0.0",
    servers: &["https://example.com"],
    variables: &[],
    dynamic: None,
    auth: Auth::None,
    envelope: None,
};

/// The client.
#[derive(Clone, Debug)]
pub struct Client {
    core: Core,
}

impl Client {
    /// Begins to set up a client.
    #[must_use]
    pub fn builder() -> ClientBuilder {
        ClientBuilder { core: CoreBuilder::new(&API) }
    }

    /// The settings of this client, for another one that shares its connections.
    #[must_use]
    pub fn to_builder(&self) -> ClientBuilder {
        ClientBuilder { core: self.core.to_builder() }
    }

    /// Says that it is there.
    pub fn ping(&self) -> Request<Ping> {
        Request::new(&self.core)
    }
}

/// The settings of a client.
#[derive(Clone, Debug)]
pub struct ClientBuilder {
    core: CoreBuilder,
}

settings!(ClientBuilder);

impl ClientBuilder {
    /// Builds the client.
    ///
    /// # Errors
    ///
    /// When a setting is wrong.
    pub fn build(self) -> Result<Client> {
        Ok(Client { core: self.core.build()? })
    }
}

/// The operation of [`Client::ping`].
pub struct Ping;

impl Operation for Ping {
    type Answer = serde_json::Value;
    type Content = response::Json;
    const ENDPOINT: Endpoint = Endpoint::new("ping", "GET", "/ping");
}
