//! Pages as streams.

use std::pin::pin;

use futures_util::{StreamExt as _, TryStreamExt as _};

use crate::mini::ListModels;
use crate::server::{Reply, Server, answer, ok};
use crate::support::{ErrorKind, Request};

fn page(ids: &[&str]) -> Reply {
    let models: Vec<_> = ids.iter().map(|id| serde_json::json!({ "id": id })).collect();
    ok(serde_json::json!({ "models": models }).to_string())
}

fn asked(server: &Server) -> Vec<String> {
    let page = |pairs: Vec<(String, String)>| pairs.into_iter().find(|pair| pair.0 == "page").expect("a page").1;
    server.requests().iter().map(|request| page(request.query())).collect()
}

#[tokio::test]
async fn pages_go_on_until_one_is_empty() {
    let server = Server::start([page(&["a", "b"]), page(&["c"]), page(&["d", "e"]), page(&[])]).await;
    let pages: Vec<_> = server.client().models().list_models().pages().try_collect().await.expect("pages");
    let sizes: Vec<usize> = pages.iter().map(|page| page.models.len()).collect();
    assert_eq!(sizes, [2, 1, 2], "a short page is not the last one");
    assert_eq!(asked(&server), ["1", "2", "3", "4"]);
}

#[tokio::test]
async fn items_come_one_by_one() {
    let server = Server::start([page(&["a", "b"]), page(&["c"]), page(&[])]).await;
    let items: Vec<_> = server.client().models().list_models().items().try_collect().await.expect("items");
    let ids: Vec<&str> = items.iter().map(|model| model.id.as_str()).collect();
    assert_eq!(ids, ["a", "b", "c"]);
}

#[tokio::test]
async fn they_begin_where_the_call_says_and_keep_its_parameters() {
    let server = Server::start([page(&["a"]), page(&[])]).await;
    let call = server.client().models().list_models().tag("x").page(5).name("n");
    call.items().try_collect::<Vec<_>>().await.expect("items");
    assert_eq!(asked(&server), ["5", "6"]);
    assert!(server.requests().iter().all(|request| request.line.contains("&tag=x&page=")));
}

#[tokio::test]
async fn no_page_is_asked_for_before_it_is_needed() {
    let server = Server::start([page(&["a", "b"]), page(&["c"])]).await;
    let client = server.client();
    let mut items = pin!(client.models().list_models().items());
    items.try_next().await.expect("an item");
    items.try_next().await.expect("an item");
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_server_that_ignores_the_page_is_told() {
    let server = Server::start([page(&["a", "b"]), page(&["a", "b"])]).await;
    let client = server.client();
    let mut items = pin!(client.models().list_models().items());
    for id in ["a", "b"] {
        assert_eq!(items.try_next().await.expect("an item").expect("one more").id, id);
    }
    let error = items.try_next().await.expect_err("the same again");
    assert_eq!(error.kind(), ErrorKind::Pagination);
    assert_eq!(
        error.to_string(),
        "models.list_models: page 2 has the same items as the page before: the server seems to ignore `page`"
    );
    assert!(items.next().await.is_none(), "an error ends the stream");
}

#[tokio::test]
async fn an_error_ends_the_stream() {
    let server = Server::start([page(&["a"]), answer(400, &[], "")]).await;
    let seen: Vec<_> = server.client().models().list_models().pages().collect().await;
    assert_eq!(seen.len(), 2);
    assert!(seen[0].is_ok());
    assert_eq!(seen[1].as_ref().expect_err("it failed").kind(), ErrorKind::Status);
}

#[tokio::test]
async fn a_page_that_is_no_number_is_told() {
    let server = Server::start([]).await;
    let client = server.client();
    let mut request = Request::<ListModels>::new(client.core());
    request.call.query("page", "last");
    let error = pin!(request.items()).try_next().await.expect_err("no number");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!(error.operation(), Some("models.list_models"));
}
