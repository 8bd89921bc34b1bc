//! A small API, written as the generator writes it.

use futures_util::Stream;
use std::fmt::Display;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::support::{
    Api, Auth, Call, Core, CoreBuilder, Endpoint, Envelope, Request, Result, items, object, operation, pages, settings,
};

static API: Api = Api {
    name: "mini",
    version: "0.1.0",
    servers: &["https://api.example.com", "https://upload.example.com/files", "", "https://{region}.example.com"],
    variables: &[("region", "eu")],
    dynamic: Some(dynamic),
    auth: Auth::Header { name: "Authorization", value: "Key {key}" },
    envelope: Some(Envelope {
        code: "status.code",
        message: Some("status.description"),
        details: Some("status.details"),
        request_id: Some("status.req_id"),
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
        Request::new(Call::new(self.core, &LIST_MODELS))
    }

    pub fn get_model(&self, model_id: impl Into<String>) -> Request<GetModel> {
        let mut call = Call::new(self.core, &GET_MODEL);
        call.path("model_id", model_id);
        Request::new(call)
    }

    pub fn create_models(&self, body: impl Into<CreateModels>) -> Request<PostModels> {
        let mut call = Call::new(self.core, &CREATE_MODELS);
        call.json(&body.into());
        Request::new(call)
    }

    pub fn delete_model(&self, model_id: impl Into<String>) -> Request<DeleteModel> {
        let mut call = Call::new(self.core, &DELETE_MODEL);
        call.path("model_id", model_id);
        Request::new(call)
    }

    pub fn export(&self, format: &str, name: &str) -> Request<Export> {
        let mut call = Call::new(self.core, &EXPORT);
        call.path("format", format);
        call.path("name", name);
        Request::new(call)
    }

    pub fn upload(&self, text: impl Into<String>) -> Request<Upload> {
        let mut call = Call::new(self.core, &UPLOAD);
        call.text(text.into(), "text/csv; charset=utf-8");
        Request::new(call)
    }

    pub fn archive(&self, folder: &str) -> Request<Archive> {
        let mut call = Call::new(self.core, &ARCHIVE);
        call.path("folder", folder);
        Request::new(call)
    }

    pub fn nowhere(&self) -> Request<Nowhere> {
        Request::new(Call::new(self.core, &NOWHERE))
    }

    pub fn vault(&self) -> Request<Nowhere> {
        Request::new(Call::new(self.core, &VAULT))
    }

    pub fn own_header(&self) -> Request<Nowhere> {
        Request::new(Call::new(self.core, &OWN_HEADER))
    }
}

pub(crate) static LIST_MODELS: Endpoint = Endpoint {
    name: "models.list_models",
    method: "GET",
    server: 0,
    path: "/v2/users/{user_id}/models",
    headers: &[],
    query: &[("page", None), ("view", Some("full & more"))],
    auth: None,
};

pub enum ListModels {}

operation!(ListModels => ModelsResponse);

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

    pub fn pages(self) -> impl Stream<Item = Result<ModelsResponse>> + Send + 'static {
        pages(self.call, "page", |answer: &ModelsResponse| &answer.models[..])
    }

    pub fn items(self) -> impl Stream<Item = Result<Model>> + Send + 'static {
        items(self.call, "page", |answer: ModelsResponse| answer.models)
    }
}

static GET_MODEL: Endpoint = Endpoint {
    name: "models.get_model",
    method: "GET",
    server: 0,
    path: "/v2/models/{model_id}",
    headers: &[("Accept", "application/vnd.mini+json"), ("X-Trace", "a"), ("X-Trace", "b")],
    query: &[],
    auth: None,
};

pub enum GetModel {}

operation!(GetModel => ModelResponse);

impl Request<GetModel> {
    pub fn accept_language(mut self, value: impl Into<String>) -> Self {
        self.call.header("Accept-Language", value.into());
        self
    }
}

pub(crate) static CREATE_MODELS: Endpoint = Endpoint {
    name: "models.create_models",
    method: "POST",
    server: 0,
    path: "/v2/models",
    headers: &[],
    query: &[],
    auth: None,
};

pub enum PostModels {}

operation!(PostModels(WithBody) => ModelsResponse);

static DELETE_MODEL: Endpoint = Endpoint {
    name: "models.delete_model",
    method: "DELETE",
    server: 0,
    path: "/v2/models/{model_id}",
    headers: &[],
    query: &[],
    auth: Some(Auth::Query { name: "api_key", value: "{key}" }),
};

pub enum DeleteModel {}

operation!(DeleteModel => ModelResponse);

impl Request<DeleteModel> {
    pub fn api_key(mut self, key: impl Display) -> Self {
        self.call.query("api_key", key);
        self
    }
}

static EXPORT: Endpoint = Endpoint {
    name: "models.export",
    method: "GET",
    server: 0,
    path: "/%7Bexport%7D/{name}.{format}",
    headers: &[("X-Request-Id", "r-{$count}")],
    query: &[],
    auth: Some(Auth::None),
};

pub enum Export {}

operation!(Export => serde_json::Value);

static UPLOAD: Endpoint = Endpoint {
    name: "models.upload",
    method: "PUT",
    server: 1,
    path: "/upload",
    headers: &[],
    query: &[],
    auth: Some(Auth::Basic { username: "{key}", password: "" }),
};

pub enum Upload {}

operation!(Upload => () as Empty);

static ARCHIVE: Endpoint = Endpoint {
    name: "models.archive",
    method: "POST",
    server: 3,
    path: "/files/{+folder}/archive",
    headers: &[("X-Tenant", "{tenant}"), ("X-Session", "s-{key}"), ("X-Literal", "{{}}")],
    query: &[("view", None), ("token", Some("{key}"))],
    auth: Some(Auth::None),
};

pub enum Archive {}

operation!(Archive => serde_json::Value);

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

static NOWHERE: Endpoint = Endpoint {
    name: "models.nowhere",
    method: "GET",
    server: 2,
    path: "",
    headers: &[],
    query: &[],
    auth: Some(Auth::Bearer { token: "{key}" }),
};

static VAULT: Endpoint = Endpoint {
    name: "models.vault",
    method: "GET",
    server: 0,
    path: "/v2/vault",
    headers: &[],
    query: &[],
    auth: Some(Auth::Custom { scheme: "vault" }),
};

static OWN_HEADER: Endpoint = Endpoint {
    name: "models.own_header",
    method: "GET",
    server: 0,
    path: "/v2/own",
    headers: &[("Authorization", "Written")],
    query: &[],
    auth: Some(Auth::Bearer { token: "{key}" }),
};

pub enum Nowhere {}

operation!(Nowhere => serde_json::Value);

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
