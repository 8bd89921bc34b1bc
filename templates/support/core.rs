//! What the clones of a client share.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::HeaderMap;
use secrecy::{ExposeSecret as _, SecretString};

use super::api::Api;
use super::error::Cause;
use super::url::Server;

/// The inside of a client. Cloning it is cheap.
#[derive(Clone)]
pub(crate) struct Core(Arc<Settings>);

/// Everything that was set on the client's builder.
pub(crate) struct Settings {
    pub(crate) api: &'static Api,
    pub(crate) http: reqwest::Client,
    /// `None` where a server has no default and was not set.
    pub(crate) servers: Vec<Option<Server>>,
    pub(crate) via: Option<String>,
    pub(crate) credentials: BTreeMap<&'static str, SecretString>,
    pub(crate) variables: BTreeMap<&'static str, String>,
    pub(crate) headers: HeaderMap,
    pub(crate) user_agent: reqwest::header::HeaderValue,
    pub(crate) timeout: Duration,
    pub(crate) attempt_timeout: Duration,
    pub(crate) retries: u32,
    pub(crate) max_response_bytes: u64,
}

impl Core {
    pub(crate) fn new(settings: Settings) -> Self {
        Self(Arc::new(settings))
    }
}

impl Deref for Core {
    type Target = Settings;

    fn deref(&self) -> &Settings {
        &self.0
    }
}

impl Settings {
    /// The server of that index.
    pub(crate) fn server(&self, index: usize) -> Result<&Server, Cause> {
        self.servers.get(index).and_then(Option::as_ref).ok_or_else(|| {
            Cause::Configuration("the server's address is not known: set the base URL on the client builder".into())
        })
    }

    /// A credential's value.
    pub(crate) fn credential(&self, name: &'static str) -> Result<&str, Cause> {
        let secret = self.credentials.get(name).ok_or(Cause::MissingCredential { name })?;
        Ok(secret.expose_secret())
    }
}

impl fmt::Debug for Core {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Core")
            .field("api", &self.api.name)
            .field("servers", &self.servers)
            .field("via", &self.via)
            .field("credentials", &self.credentials)
            .field("variables", &self.variables)
            .field("headers", &self.headers)
            .field("timeout", &self.timeout)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("retries", &self.retries)
            .field("max_response_bytes", &self.max_response_bytes)
            .finish_non_exhaustive()
    }
}
