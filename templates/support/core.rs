//! What the clones of a client share.

use std::any::Any;
use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use reqwest::header::HeaderMap;
use secrecy::{ExposeSecret as _, SecretString};

use super::api::{Api, Templates};
use super::auth;
use super::error::Cause;
use super::hooks::Hooks;
use super::pairs::Pairs;
use super::retry::Budget;
use super::sign::Sign;
use super::template::{Piece, pieces};
use super::transport::Transport;
use super::url::Server;

/// The inside of a client. Cloning it is cheap.
#[derive(Clone)]
pub(crate) struct Core(Arc<Settings>);

/// Everything that was set on the client's builder.
pub(crate) struct Settings {
    pub(crate) api: &'static Api,
    pub(crate) http: reqwest::Client,
    /// What carries requests in place of `http`.
    pub(crate) transport: Option<Arc<dyn Transport>>,
    pub(crate) hooks: Hooks,
    /// Those that are known, and why others are not.
    pub(crate) servers: Vec<Result<Server, String>>,
    pub(crate) via: Option<String>,
    pub(crate) credentials: Pairs<&'static str, SecretString>,
    pub(crate) variables: Pairs<&'static str, String>,
    pub(crate) headers: HeaderMap,
    pub(crate) user_agent: reqwest::header::HeaderValue,
    /// The user's own scheme of authentication.
    pub(crate) sign: Option<Arc<dyn Sign>>,
    /// What schemes remember between calls; clients with the same servers, credentials and variables share it.
    pub(crate) memory: Memory,
    pub(crate) timeout: Duration,
    pub(crate) attempt_timeout: Duration,
    pub(crate) retries: u32,
    pub(crate) budget: Budget,
    pub(crate) max_response_bytes: u64,
    pub(crate) given: Given,
}

/// What was set, for another client's builder, where the rest is what became of it.
pub(crate) struct Given {
    pub(crate) servers: Pairs<usize, String>,
    pub(crate) http_client: Option<reqwest::Client>,
    pub(crate) connect_timeout: Duration,
    pub(crate) retry_budget: u32,
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
        match self.servers.get(index) {
            Some(server) => server.as_ref().map_err(|reason| Cause::Configuration(reason.clone())),
            None => Err(Cause::Configuration("there is no such server".into())),
        }
    }

    /// The value of a variable or of a credential.
    pub(crate) fn value(&self, name: &'static str) -> Result<&str, Cause> {
        match (self.variables.get(&name), self.credentials.get(&name)) {
            (Some(value), _) => Ok(value),
            (None, Some(secret)) => Ok(secret.expose_secret()),
            (None, None) => Err(Cause::MissingVariable { name }),
        }
    }

    /// A new value of a variable that has another one in each call.
    pub(crate) fn dynamic(&self, name: &str) -> Option<String> {
        self.api.dynamic.and_then(|make| make(name))
    }

    /// Whether a credential is part of a template.
    pub(crate) fn holds_credential(&self, template: &'static str) -> bool {
        pieces(template).any(|piece| matches!(piece, Piece::Variable(name) if self.credentials.get(&name).is_some()))
    }

    /// What stands for `name` in a template of authentication: a credential, a variable, or a server.
    pub(crate) fn credential(&self, name: &'static str) -> Result<&str, Cause> {
        if let Some(index) = name.strip_prefix("server:").and_then(|index| index.parse().ok()) {
            return Ok(self.server(index)?.base());
        }
        self.value(name).map_err(|_| Cause::MissingCredential { name })
    }

    /// What a scheme with these parameters remembers.
    #[allow(dead_code, reason = "few APIs need a scheme that remembers anything")]
    pub(crate) fn remembered<T: Any + Send + Sync + Default>(&self, parameters: Templates) -> Arc<T> {
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = memory.get_or_insert_with(parameters, || Arc::new(T::default()));
        Arc::clone(kept).downcast().unwrap_or_default()
    }
}

/// What schemes remember between calls, each in its own form.
pub(crate) type Memory = Arc<Mutex<Pairs<Templates, Arc<dyn Any + Send + Sync>>>>;

impl fmt::Debug for Core {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Core")
            .field("api", &self.api.name)
            .field("servers", &self.servers)
            .field("via", &self.via)
            .field("credentials", &self.credentials)
            .field("variables", &auth::shown_values(&self.variables))
            .field("headers", &self.headers)
            .field("timeout", &self.timeout)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("retries", &self.retries)
            .field("max_response_bytes", &self.max_response_bytes)
            .finish_non_exhaustive()
    }
}
