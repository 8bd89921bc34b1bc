//! How a client is set up.

use std::cell::Cell;
use std::fmt;
use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::redirect;
use secrecy::SecretString;

use super::api::Api;
use super::auth;
use super::core::{Core, Given, Memory, Settings};
use super::error::{Cause, Result};
use super::hooks::{Hooks, Received};
use super::limits;
use super::pairs::Pairs;
use super::retry::Budget;
use super::sign::{Outgoing, Sign};
use super::transport::Transport;
use super::url::{self, Server};

/// The settings of a client that is not built yet. The first mistake is kept, and comes out of
/// [`build`](Self::build).
#[derive(Clone)]
pub(crate) struct CoreBuilder {
    api: &'static Api,
    servers: Pairs<usize, String>,
    via: Option<String>,
    credentials: Pairs<&'static str, SecretString>,
    variables: Pairs<&'static str, String>,
    headers: HeaderMap,
    user_agent: Option<HeaderValue>,
    sign: Option<Arc<dyn Sign>>,
    /// Of the client that the settings come from, until they lead to other tokens.
    memory: Memory,
    transport: Option<Arc<dyn Transport>>,
    hooks: Hooks,
    http_client: Option<reqwest::Client>,
    /// The HTTP client of the client that the settings come from.
    shared: Option<reqwest::Client>,
    timeout: Duration,
    attempt_timeout: Duration,
    connect_timeout: Duration,
    retries: u32,
    retry_budget: u32,
    max_response_bytes: u64,
    mistake: Option<String>,
}

impl CoreBuilder {
    pub(crate) fn new(api: &'static Api) -> Self {
        let mut variables = Pairs::default();
        for (name, value) in api.variables {
            variables.set(*name, (*value).to_owned());
        }
        Self {
            api,
            servers: Pairs::default(),
            via: None,
            credentials: Pairs::default(),
            variables,
            headers: HeaderMap::new(),
            user_agent: None,
            sign: None,
            memory: Memory::default(),
            transport: None,
            hooks: Hooks::default(),
            http_client: None,
            shared: None,
            timeout: limits::TIMEOUT,
            attempt_timeout: Duration::MAX,
            connect_timeout: limits::CONNECT_TIMEOUT,
            retries: limits::RETRIES,
            retry_budget: limits::RETRY_BUDGET,
            max_response_bytes: limits::MAX_RESPONSE_BYTES,
            mistake: None,
        }
    }

    pub(crate) fn build(self) -> Result<Core> {
        if let Some(mistake) = self.mistake {
            return Err(Cause::Configuration(mistake).into());
        }
        let servers = servers(self.api, &self.servers, &self.variables)?;
        let via = self.via.as_deref().map(url::via).transpose()?;
        let user_agent = match self.user_agent {
            Some(value) => value,
            None => user_agent(self.api, None).map_err(Cause::Configuration)?,
        };
        let http = match self.http_client.clone().or(self.shared) {
            Some(client) => client,
            None => http_client(self.connect_timeout, via.as_deref())?,
        };
        Ok(Core::new(Settings {
            api: self.api,
            http,
            transport: self.transport,
            hooks: self.hooks,
            servers,
            via,
            credentials: self.credentials,
            variables: self.variables,
            headers: self.headers,
            user_agent,
            sign: self.sign,
            memory: self.memory,
            timeout: self.timeout,
            attempt_timeout: self.attempt_timeout,
            retries: self.retries,
            budget: Budget::new(self.retry_budget),
            max_response_bytes: self.max_response_bytes,
            given: Given {
                servers: self.servers,
                http_client: self.http_client,
                connect_timeout: self.connect_timeout,
                retry_budget: self.retry_budget,
            },
        }))
    }
}

impl Core {
    /// The settings of a client, for another one that shares its connections, and its tokens as long as they are the
    /// same ones.
    pub(crate) fn to_builder(&self) -> CoreBuilder {
        CoreBuilder {
            api: self.api,
            servers: self.given.servers.clone(),
            via: self.via.clone(),
            credentials: self.credentials.clone(),
            variables: self.variables.clone(),
            headers: self.headers.clone(),
            user_agent: Some(self.user_agent.clone()),
            sign: self.sign.clone(),
            memory: Memory::clone(&self.memory),
            transport: self.transport.clone(),
            hooks: self.hooks.clone(),
            http_client: self.given.http_client.clone(),
            shared: Some(self.http.clone()),
            timeout: self.timeout,
            attempt_timeout: self.attempt_timeout,
            connect_timeout: self.given.connect_timeout,
            retries: self.retries,
            retry_budget: self.given.retry_budget,
            max_response_bytes: self.max_response_bytes,
            mistake: None,
        }
    }
}

/// What the setters do that every client has; see [`settings`](super::settings).
impl CoreBuilder {
    pub(crate) fn via(&mut self, url: String) {
        self.via = Some(url);
        self.shared = None;
        self.forget();
    }

    pub(crate) fn timeout(&mut self, timeout: Duration) {
        self.timeout = timeout;
    }

    pub(crate) fn attempt_timeout(&mut self, timeout: Duration) {
        self.attempt_timeout = timeout;
    }

    pub(crate) fn connect_timeout(&mut self, timeout: Duration) {
        self.connect_timeout = timeout;
        self.shared = None;
    }

    pub(crate) fn retries(&mut self, retries: u32) {
        self.retries = retries;
    }

    pub(crate) fn retry_budget(&mut self, retries: u32) {
        self.retry_budget = retries;
    }

    pub(crate) fn max_response_bytes(&mut self, bytes: u64) {
        self.max_response_bytes = bytes;
    }

    pub(crate) fn user_agent(&mut self, product: String) {
        match user_agent(self.api, Some(&product)) {
            Ok(value) => self.user_agent = Some(value),
            Err(mistake) => {
                self.mistake.get_or_insert(mistake);
            }
        }
    }

    pub(crate) fn sign(&mut self, sign: impl Sign + 'static) {
        self.sign = Some(Arc::new(sign));
    }

    pub(crate) fn transport(&mut self, transport: impl Transport + 'static) {
        self.transport = Some(Arc::new(transport));
    }

    pub(crate) fn before_send(&mut self, hook: impl Fn(&mut Outgoing<'_>) + Send + Sync + 'static) {
        self.hooks.before.push(Arc::new(hook));
    }

    pub(crate) fn after_receive(&mut self, hook: impl Fn(&Received<'_>) + Send + Sync + 'static) {
        self.hooks.after.push(Arc::new(hook));
    }

    pub(crate) fn http_client(&mut self, client: reqwest::Client) {
        self.http_client = Some(client);
    }

    pub(crate) fn default_header(&mut self, name: &str, value: &str) {
        match header(name, value) {
            Ok((name, value)) => {
                self.headers.insert(name, value);
            }
            Err(mistake) => {
                self.mistake.get_or_insert(mistake);
            }
        }
    }
}

/// What the setters do that depend on the API.
#[allow(dead_code, reason = "an API need not have credentials or variables, or more than one server")]
impl CoreBuilder {
    /// Sets a secret that authentication uses.
    pub(crate) fn credential(&mut self, name: &'static str, value: String) {
        self.credentials.set(name, value.into());
        self.forget();
    }

    /// Sets the value of a path variable for all calls that have none of their own.
    pub(crate) fn variable(&mut self, name: &'static str, value: String) {
        self.variables.set(name, value);
        self.forget();
    }

    /// Sets the base URL of the server of that index.
    pub(crate) fn server(&mut self, index: usize, url: String) {
        self.servers.set(index, url);
        self.forget();
    }
}

impl CoreBuilder {
    /// Begins with an empty memory, since what was remembered may belong to somebody else now.
    fn forget(&mut self) {
        self.memory = Memory::default();
    }
}

/// The servers. What was set must be right; a default that is not only fails the calls that go there.
fn servers(
    api: &Api,
    set: &Pairs<usize, String>,
    variables: &Pairs<&'static str, String>,
) -> Result<Vec<Result<Server, String>>, Cause> {
    let server = |(index, default): (usize, &&'static str)| match set.get(&index) {
        Some(url) => Server::parse(url).map(Ok),
        None => Ok(default_server(default, variables)),
    };
    api.servers.iter().enumerate().map(server).collect()
}

fn default_server(template: &'static str, variables: &Pairs<&'static str, String>) -> Result<Server, String> {
    if template.is_empty() {
        return Err("the server's address is not known: set the base URL on the client builder".into());
    }
    let value = |name| variables.get(&name).map(String::as_str).ok_or(Cause::MissingVariable { name });
    let url = auth::fill(template, &value).and_then(|url| Server::parse(&url));
    url.map_err(|cause| format!("{cause}, or set the base URL on the client builder"))
}

fn user_agent(api: &Api, product: Option<&str>) -> Result<HeaderValue, String> {
    let mut text = format!("{}/{} (rust)", api.name, api.version);
    if let Some(product) = product {
        text.push(' ');
        text.push_str(product);
    }
    HeaderValue::from_str(&text).map_err(|_| "the user agent cannot be sent in a header".to_owned())
}

fn http_client(connect_timeout: Duration, via: Option<&str>) -> Result<reqwest::Client, Cause> {
    let mut builder = reqwest::Client::builder().redirect(redirect_policy()).referer(false);
    if connect_timeout < Duration::MAX {
        builder = builder.connect_timeout(connect_timeout);
    }
    if via.is_some() {
        // Requests connect to that address and to nothing else.
        builder = builder.no_proxy();
    }
    builder.build().map_err(Cause::HttpClient)
}

/// The redirects that a client follows: within one origin, or from `http` to `https` on the same
/// host, and at most [`limits::MAX_REDIRECTS`] of them. So no credential ever reaches another host.
///
/// Any other redirect is returned as an error of the kind [`Status`](super::ErrorKind::Status).
/// Give this policy to a `reqwest::Client` of your own, together with `referer(false)`, before you
/// hand it to the client builder.
#[must_use]
pub fn redirect_policy() -> redirect::Policy {
    redirect::Policy::custom(|attempt| match attempt.previous().last() {
        Some(last) if attempt.previous().len() <= limits::MAX_REDIRECTS && url::stays(last, attempt.url()) => {
            FOLLOWED.set(true);
            attempt.follow()
        }
        _ => attempt.stop(),
    })
}

thread_local! {
    /// Whether a redirect was followed while the future of a request was polled.
    static FOLLOWED: Cell<bool> = const { Cell::new(false) };
}

/// Waits for an answer, and tells whether redirects led there: then the server that was asked has done its part.
pub(crate) async fn following<T>(sending: impl Future<Output = T>) -> (T, bool) {
    let mut sending = pin!(sending);
    let mut followed = false;
    let answer = poll_fn(|context| {
        FOLLOWED.set(false);
        let poll = sending.as_mut().poll(context);
        followed |= FOLLOWED.get();
        poll
    });
    (answer.await, followed)
}

/// A header from its text; one that is likely to be secret never shows in `Debug`.
pub(crate) fn header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), String> {
    let name: HeaderName =
        name.parse().map_err(|_| format!("`{}` cannot be the name of a header", name.escape_debug()))?;
    // Bytes, since headers may hold text beyond ASCII.
    let mut value = HeaderValue::from_bytes(value.as_bytes())
        .map_err(|_| format!("the value of the header `{name}` holds characters that cannot be sent"))?;
    value.set_sensitive(auth::is_secret(name.as_str()));
    Ok((name, value))
}

impl fmt::Debug for CoreBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CoreBuilder")
            .field("api", &self.api.name)
            .field("via", &self.via)
            .field("credentials", &self.credentials)
            .field("variables", &auth::shown_values(&self.variables))
            .field("headers", &self.headers)
            .field("timeout", &self.timeout)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("connect_timeout", &self.connect_timeout)
            .field("retries", &self.retries)
            .field("max_response_bytes", &self.max_response_bytes)
            .finish_non_exhaustive()
    }
}
