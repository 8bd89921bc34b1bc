//! A small API, written as the generator writes it.

use std::fmt::Display;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::json::object;
use crate::paging::{Paged, Paging};
use crate::streamed::{Events, EventsOf, JsonLines, Lines, WithEvents, WithLines};
use crate::support::{
    Api, Auth, Core, CoreBuilder, Endpoint, Envelope, Operation, Request, Result, WithBody, response, settings,
};

static API: Api = Api {
    name: "mini",
    version: "0.1.0",
    servers: &["https://api.example.com", "https://upload.example.com/files", "", "https://{region}.example.com"],
    variables: &[("region", "eu")],
    dynamic: Some(dynamic),
    auth: Auth::Header { name: "Authorization", value: "Key {key}" },
    envelope: Some(Envelope {
        code: &["status", "code"],
        message: Some(&["status", "description"]),
        details: Some(&["status", "details"]),
        request_id: Some(&["status", "req_id"]),
        success: &[10000],
        mixed: &[10010],
    }),
};

/// Counts, so that no value is made twice.
fn dynamic(name: &str) -> Option<String> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    (name == "count").then(|| COUNT.fetch_add(1, Ordering::Relaxed).to_string())
}

#[derive(Clone, Debug)]
pub struct Client {
    core: Core,
}

impl Client {
    pub fn builder() -> ClientBuilder {
        ClientBuilder { core: CoreBuilder::new(&API) }
    }

    pub fn to_builder(&self) -> ClientBuilder {
        ClientBuilder { core: self.core.to_builder() }
    }

    pub fn models(&self) -> Models<'_> {
        Models { core: &self.core }
    }

    /// For tests that make calls by hand.
    pub fn core(&self) -> &Core {
        &self.core
    }
}

#[derive(Clone, Debug)]
pub struct ClientBuilder {
    core: CoreBuilder,
}

settings!(ClientBuilder);

impl ClientBuilder {
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.core.credential("key", key.into());
        self
    }

    pub fn user_id(mut self, user_id: impl Into<String>) -> Self {
        self.core.variable("user_id", user_id.into());
        self
    }

    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.core.variable("region", region.into());
        self
    }

    pub fn tenant(mut self, tenant: impl Into<String>) -> Self {
        self.core.variable("tenant", tenant.into());
        self
    }

    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.core.server(0, url.into());
        self
    }

    pub fn build(self) -> Result<Client> {
        Ok(Client { core: self.core.build()? })
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Models<'a> {
    core: &'a Core,
}

impl Models<'_> {
    pub fn list_models(&self) -> Request<ListModels> {
        Request::new(self.core)
    }

    pub fn get_model(&self, model_id: impl Into<String>) -> Request<GetModel> {
        let mut request = Request::new(self.core);
        request.call.path("model_id", model_id);
        request
    }

    pub fn create_models(&self, body: impl Into<CreateModels>) -> Request<PostModels> {
        let mut request = Request::new(self.core);
        request.call.json(&body.into());
        request
    }

    pub fn delete_model(&self, model_id: impl Into<String>) -> Request<DeleteModel> {
        let mut request = Request::new(self.core);
        request.call.path("model_id", model_id);
        request
    }

    pub fn export(&self, format: &str, name: &str) -> Request<Export> {
        let mut request = Request::new(self.core);
        request.call.path("format", format);
        request.call.path("name", name);
        request
    }

    pub fn upload(&self, text: impl Into<String>) -> Request<Upload> {
        let mut request = Request::new(self.core);
        request.call.text(text.into(), "text/csv; charset=utf-8");
        request
    }

    pub fn archive(&self, folder: &str) -> Request<Archive> {
        let mut request = Request::new(self.core);
        request.call.path("folder", folder);
        request
    }

    pub fn nowhere(&self) -> Request<Nowhere> {
        Request::new(self.core)
    }

    pub fn vault(&self) -> Request<Vault> {
        Request::new(self.core)
    }

    pub fn watch(&self) -> Request<Watch> {
        Request::new(self.core)
    }

    pub fn log(&self) -> Request<Log> {
        Request::new(self.core)
    }

    pub fn dump(&self) -> Request<Dump> {
        Request::new(self.core)
    }

    pub fn own_header(&self) -> Request<OwnHeader> {
        Request::new(self.core)
    }
}

pub struct ListModels;

impl Operation for ListModels {
    type Answer = ModelsResponse;
    type Content = response::Json;
    const ENDPOINT: Endpoint = Endpoint::new("models.list_models", "GET", "/v2/users/{user_id}/models")
        .query(&[("page", None), ("view", Some("full & more"))]);
}

impl Request<ListModels> {
    pub fn user_id(mut self, user_id: impl Into<String>) -> Self {
        self.call.path("user_id", user_id);
        self
    }

    pub fn page(mut self, page: u64) -> Self {
        self.call.query("page", page);
        self
    }

    pub fn name(mut self, name: impl Display) -> Self {
        self.call.query("name", name);
        self
    }

    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.call.query_append("tag", tag.into());
        self
    }
}

impl Paged for ListModels {
    type Item = Model;
    const PAGING: Paging = Paging::page("page", 1, &["models"]);

    fn items(page: &mut ModelsResponse) -> &mut Vec<Model> {
        &mut page.models
    }
}

pub struct GetModel;

impl Operation for GetModel {
    type Answer = ModelResponse;
    type Content = response::Json;
    const ENDPOINT: Endpoint = Endpoint::new("models.get_model", "GET", "/v2/models/{model_id}").headers(&[
        ("Accept", "application/vnd.mini+json"),
        ("X-Trace", "a"),
        ("X-Trace", "b"),
    ]);
}

impl Request<GetModel> {
    pub fn accept_language(mut self, value: impl Into<String>) -> Self {
        self.call.header("Accept-Language", value.into());
        self
    }
}

pub struct PostModels;

impl Operation for PostModels {
    type Answer = ModelsResponse;
    type Content = response::Json;
    const ENDPOINT: Endpoint = Endpoint::new("models.create_models", "POST", "/v2/models");
}

impl WithBody for PostModels {}

pub struct DeleteModel;

impl Operation for DeleteModel {
    type Answer = ModelResponse;
    type Content = response::Json;
    const ENDPOINT: Endpoint = Endpoint::new("models.delete_model", "DELETE", "/v2/models/{model_id}")
        .auth(Auth::Query { name: "api_key", value: "{key}" });
}

impl Request<DeleteModel> {
    pub fn api_key(mut self, key: impl Display) -> Self {
        self.call.query("api_key", key);
        self
    }
}

pub struct Export;

impl Operation for Export {
    type Answer = serde_json::Value;
    type Content = response::Json;
    const ENDPOINT: Endpoint = Endpoint::new("models.export", "GET", "/%7Bexport%7D/{name}.{format}")
        .headers(&[("X-Request-Id", "r-{$count}")])
        .auth(Auth::None);
}

pub struct Upload;

impl Operation for Upload {
    type Answer = ();
    type Content = response::Empty;
    const ENDPOINT: Endpoint = Endpoint::new("models.upload", "PUT", "/upload")
        .server(1)
        .auth(Auth::Basic { username: "{key}", password: "" });
}

pub struct Archive;

impl Operation for Archive {
    type Answer = serde_json::Value;
    type Content = response::Json;
    const ENDPOINT: Endpoint = Endpoint::new("models.archive", "POST", "/files/{+folder}/archive")
        .server(3)
        .headers(&[("X-Tenant", "{tenant}"), ("X-Session", "s-{key}"), ("X-Literal", "{{}}")])
        .query(&[("view", None), ("token", Some("{key}"))])
        .auth(Auth::None);
}

impl Request<Archive> {
    pub fn view(mut self, view: impl Into<String>) -> Self {
        self.call.query("view", view.into());
        self
    }

    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.call.query("token", token.into());
        self
    }

    pub fn x_label(mut self, label: impl Into<String>) -> Self {
        self.call.header_append("X-Label", label.into());
        self
    }
}

pub struct Nowhere;

impl Operation for Nowhere {
    type Answer = serde_json::Value;
    type Content = response::Json;
    const ENDPOINT: Endpoint =
        Endpoint::new("models.nowhere", "GET", "").server(2).auth(Auth::Bearer { token: "{key}" });
}

pub struct Vault;

impl Operation for Vault {
    type Answer = serde_json::Value;
    type Content = response::Json;
    const ENDPOINT: Endpoint = Endpoint::new("models.vault", "GET", "/v2/vault").auth(Auth::Custom { scheme: "vault" });
}

/// Answers with events, and with JSON.
pub struct Watch;

impl Operation for Watch {
    type Answer = ModelsResponse;
    type Content = response::Json;
    const ENDPOINT: Endpoint = Endpoint::new("models.watch", "GET", "/v2/watch");
}

impl WithEvents for Watch {
    type Data = Model;
    type Events = EventsOf<response::Json>;
}

/// Answers with events of text alone.
pub struct Log;

impl Operation for Log {
    type Answer = Events<String>;
    type Content = EventsOf<response::Text>;
    const ENDPOINT: Endpoint = Endpoint::new("models.log", "GET", "/v2/log");
}

impl WithEvents for Log {
    type Data = String;
    type Events = Self::Content;
}

/// Answers with lines alone.
pub struct Dump;

impl Operation for Dump {
    type Answer = Lines<Model>;
    type Content = JsonLines;
    const ENDPOINT: Endpoint = Endpoint::new("models.dump", "GET", "/v2/dump");
}

impl WithLines for Dump {
    type Line = Model;
    type Lines = Self::Content;
}

pub struct OwnHeader;

impl Operation for OwnHeader {
    type Answer = serde_json::Value;
    type Content = response::Json;
    const ENDPOINT: Endpoint = Endpoint::new("models.own_header", "GET", "/v2/own")
        .headers(&[("Authorization", "Written")])
        .auth(Auth::Bearer { token: "{key}" });
}

#[derive(Clone, Default, PartialEq)]
pub struct Model {
    pub id: String,
    pub size: u64,
}

object!(Model => id, size);

#[derive(Clone, Default, PartialEq)]
pub struct ModelsResponse {
    pub models: Vec<Model>,
}

object!(ModelsResponse => models as always);

#[derive(Clone, Default, PartialEq)]
pub struct ModelResponse {
    pub model: Option<Model>,
}

object!(ModelResponse => model as always);

#[derive(Clone, Default, PartialEq)]
pub struct CreateModels {
    pub models: Vec<Model>,
}

object!(CreateModels => models as always);
