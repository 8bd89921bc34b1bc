//! The same ten calls by hand: one function sends and decodes.

use reference::{
    ConceptsResponse, CreateModelsRequest, CreateSecretsRequest, DatasetsResponse, InputsResponse, Model,
    ModelResponse, ModelVersionResponse, ModelVersionsResponse, ModelsResponse, Secret, SecretsResponse,
};
use reqwest::{Client, Method};
use serde::Serialize;
use serde::de::DeserializeOwned;

type Result<T, E = Box<dyn std::error::Error>> = std::result::Result<T, E>;

const APP: &str = "https://api.clarifai.com/v2/users/user/apps/app";

async fn call<T: DeserializeOwned>(client: &Client, method: Method, path: &str, body: Option<Vec<u8>>) -> Result<T> {
    let mut request = client.request(method, format!("{APP}{path}")).header("Authorization", "Key key");
    if let Some(body) = body {
        request = request.header("Content-Type", "application/json").body(body);
    }
    let answer = request.send().await?.error_for_status()?.bytes().await?;
    Ok(serde_json::from_slice(&answer)?)
}

async fn get<T: DeserializeOwned>(client: &Client, path: &str) -> Result<T> {
    call(client, Method::GET, path, None).await
}

async fn post<T: DeserializeOwned>(client: &Client, path: &str, body: &impl Serialize) -> Result<T> {
    call(client, Method::POST, path, Some(serde_json::to_vec(body)?)).await
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let client = &Client::new();
    println!("{} models", get::<ModelsResponse>(client, "/models?page=1&per_page=20").await?.models.len());
    println!("{:?}", get::<ModelResponse>(client, "/models/model").await?.model.and_then(|model| model.id));
    let mut model = Model::default();
    model.id = Some("model".to_owned());
    model.notes = Some("new".to_owned());
    let mut body = CreateModelsRequest::default();
    body.models.push(model);
    println!("{:?}", post::<ModelResponse>(client, "/models", &body).await?.model.and_then(|model| model.id));
    let versions = get::<ModelVersionsResponse>(client, "/models/model/versions").await?;
    println!("{} versions", versions.model_versions.len());
    let version = get::<ModelVersionResponse>(client, "/models/model/versions/version").await?;
    println!("{:?}", version.model_version.and_then(|it| it.id));
    println!("{} secrets", get::<SecretsResponse>(client, "/secrets").await?.secrets.len());
    let mut secret = Secret::default();
    secret.id = Some("secret".to_owned());
    secret.value = Some("value".to_owned());
    let mut body = CreateSecretsRequest::default();
    body.secrets.push(secret);
    println!("{} secrets", post::<SecretsResponse>(client, "/secrets", &body).await?.secrets.len());
    println!("{} concepts", get::<ConceptsResponse>(client, "/concepts").await?.concepts.len());
    println!("{} datasets", get::<DatasetsResponse>(client, "/datasets").await?.datasets.len());
    println!("{} inputs", get::<InputsResponse>(client, "/inputs").await?.inputs.len());
    Ok(())
}
