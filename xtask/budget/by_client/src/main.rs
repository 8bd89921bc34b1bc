//! Ten calls by the generated crate.

use clarifai::Client;
use clarifai::types::{CreateModelsRequest, CreateSecretsRequest, Model, Secret};

#[tokio::main(flavor = "current_thread")]
async fn main() -> clarifai::Result<()> {
    let client = Client::builder().key("key").user_id("user").app_id("app").build()?;
    let models = client.models();
    println!("{} models", models.list_models().page(1).per_page(20).await?.models.len());
    println!("{:?}", models.get_model("model").await?.model.and_then(|model| model.id));
    let body = CreateModelsRequest::new().models([Model::new().id("model").notes("new")]);
    println!("{:?}", models.create_models(body).await?.model.and_then(|model| model.id));
    println!("{} versions", models.versions().list_model_versions("model").await?.model_versions.len());
    println!("{:?}", models.versions().get_model_version("model", "version").await?.model_version.and_then(|it| it.id));
    println!("{} secrets", client.secrets().list_secrets().await?.secrets.len());
    let body = CreateSecretsRequest::new().secrets([Secret::new().id("secret").value("value")]);
    println!("{} secrets", client.secrets().create_secrets(body).await?.secrets.len());
    println!("{} concepts", client.concepts().list_concepts().await?.concepts.len());
    println!("{} datasets", client.datasets().list_datasets().await?.datasets.len());
    println!("{} inputs", client.inputs().list_inputs().await?.inputs.len());
    Ok(())
}
