//! Operations as data.

use super::api::Auth;

/// Where requests of an operation go, and how.
pub struct Endpoint {
    /// The path of its method from the client on, for errors: `models.versions.list_versions`.
    pub(crate) name: &'static str,
    /// The HTTP method.
    pub(crate) method: &'static str,
    /// The index of its server.
    pub(crate) server: usize,
    /// The path as a template: `/v2/users/{user_id}`. Literals are percent-encoded already; the
    /// value of `{+name}` may be several segments.
    pub(crate) path: &'static str,
    /// Headers that are sent unless the client or the call has them, as templates over variables,
    /// credentials and values that are made for each call.
    pub(crate) headers: &'static [(&'static str, &'static str)],
    /// Query parameters that are sent unless the call has them, with their values as templates over
    /// credentials, among those that stand before them; not percent-encoded.
    pub(crate) query: &'static [(&'static str, Option<&'static str>)],
    /// How it is authenticated, where that differs from the API.
    pub(crate) auth: Option<Auth>,
}

impl Endpoint {
    /// The endpoint of an operation of the first server.
    pub(crate) const fn new(name: &'static str, method: &'static str, path: &'static str) -> Self {
        Self { name, method, server: 0, path, headers: &[], query: &[], auth: None }
    }

    /// Whether its headers have values that are made for each call.
    pub(crate) fn has_new_values(&self) -> bool {
        self.headers.iter().any(|(_, value)| value.contains("{$"))
    }

    pub(crate) const fn server(mut self, server: usize) -> Self {
        self.server = server;
        self
    }

    pub(crate) const fn headers(mut self, headers: &'static [(&'static str, &'static str)]) -> Self {
        self.headers = headers;
        self
    }

    pub(crate) const fn query(mut self, query: &'static [(&'static str, Option<&'static str>)]) -> Self {
        self.query = query;
        self
    }

    pub(crate) const fn auth(mut self, auth: Auth) -> Self {
        self.auth = Some(auth);
        self
    }
}
