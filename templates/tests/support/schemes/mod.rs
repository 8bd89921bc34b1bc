//! Schemes of authentication that need code of their own, as servers see them.

mod challenged;
mod signed;
mod streamed;
mod tokens;

use crate::server::{Request, Server};
use crate::support::Result;
use crate::support::api::{Api, Auth};
use crate::support::builder::CoreBuilder;
use crate::support::call::Call;
use crate::support::core::Core;
use crate::support::endpoint::Endpoint;
use crate::support::response::{Binary, Raw};

static API: Api = Api {
    name: "schemes",
    version: "0.1.0",
    servers: &["http://api.test"],
    variables: &[("region", "eu-west-1")],
    dynamic: None,
    auth: Auth::None,
    envelope: None,
};

const SECRET: &str = "s3cret";

/// An operation with this authentication.
const fn operation(name: &'static str, method: &'static str, auth: Auth) -> Endpoint {
    Endpoint::new(name, method, "/things").auth(auth)
}

fn core(server: &Server, credentials: &[(&'static str, &str)]) -> Core {
    core_at(&server.url, credentials)
}

fn core_at(url: &str, credentials: &[(&'static str, &str)]) -> Core {
    let mut builder = CoreBuilder::new(&API);
    builder.via(url.to_owned());
    builder.retries(0);
    for (name, value) in credentials {
        builder.credential(name, (*value).to_owned());
    }
    builder.build().expect("a client")
}

async fn send(core: &Core, operation: &'static Endpoint) -> Result<()> {
    Call::new(core, operation).send(Raw::into_response::<_, Binary>).await.map(|_| ())
}

fn authorization(request: &Request) -> &str {
    request.headers("authorization").first().copied().unwrap_or_default()
}
