//! Pages as streams.

use std::pin::pin;
use std::time::Duration;

use futures_util::{StreamExt as _, TryStreamExt as _};

use crate::mini::{Client, ListModels, Model, ModelsResponse};
use crate::next_page;
use crate::paging::{Paged, Paging};
use crate::server::{Reply, Server, answer, ok};
use crate::support::{Endpoint, ErrorKind, Operation, Request, response};

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
        "models.list_models: `page=2` has the same items as the page before: the server seems to ignore `page`"
    );
    assert!(items.next().await.is_none(), "an error ends the stream");
}

#[tokio::test]
async fn pages_may_differ_in_what_their_type_does_not_tell() {
    let page = |id: u8| ok(format!(r#"{{"models":[{{"size":1,"uuid":{id}}}]}}"#));
    let server = Server::start([page(1), page(2), page(2)]).await;
    let client = server.client();
    let mut pages = pin!(client.models().list_models().pages());
    let first = pages.try_next().await.expect("a page").expect("one more");
    let second = pages.try_next().await.expect("another page").expect("one more");
    assert!(first == second, "the type does not tell them apart");
    assert_eq!(pages.try_next().await.expect_err("the same again").kind(), ErrorKind::Pagination);
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

/// Operations that list models with the client's key in the query, each paged in another way.
macro_rules! listing {
    ($($name:ident: $paging:expr;)*) => {$(
        enum $name {}

        impl Operation for $name {
            type Answer = ModelsResponse;
            type Content = response::Json;
            const ENDPOINT: Endpoint = Endpoint::new(stringify!($name), "GET", "/v2/models")
                .query(&[("view", Some("full")), ("app", Some("{key}"))]);
        }

        impl Paged for $name {
            type Item = Model;
            const PAGING: Paging = $paging;

            fn items(page: &mut ModelsResponse) -> &mut Vec<Model> {
                &mut page.models
            }
        }
    )*};
}

listing! {
    Nested: Paging::offset("skip", 0, &["data", "models"]);
    FromZero: Paging::page("page", 0, &["models"]);
    Skip: Paging::offset("skip", 0, &["models"]).more(&["meta", "has_more"]);
    Cursor: next_page::cursor("cursor", &["meta", "next_cursor"]).more(&["meta", "has_more"]);
    Last: next_page::last("starting_after", &["models", "id"]).more(&["has_more"]);
    LastNumber: next_page::last("after", &["models", "n"]).more(&["has_more"]);
    InBody: next_page::url(&["links", "@next"]);
    InHeader: next_page::link();
}

/// A page of a request to `client`.
fn list<O: Paged>(client: &Client) -> Request<O> {
    Request::new(client.core())
}

fn with(ids: &[&str], more: serde_json::Value) -> Reply {
    let models: Vec<_> = ids.iter().map(|id| serde_json::json!({ "id": id })).collect();
    let mut page = serde_json::json!({ "models": models });
    page.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    ok(page.to_string())
}

fn token(ids: &[&str], next: impl Into<serde_json::Value>) -> Reply {
    with(ids, serde_json::json!({ "meta": { "next_cursor": next.into() } }))
}

fn next(ids: &[&str], url: &str) -> Reply {
    with(ids, serde_json::json!({ "links": { "@next": url } }))
}

fn linked(ids: &[&str], links: &[&str]) -> Reply {
    let models: Vec<_> = ids.iter().map(|id| serde_json::json!({ "id": id })).collect();
    let headers: Vec<_> = links.iter().map(|link| ("Link", *link)).collect();
    answer(200, &headers, serde_json::json!({ "models": models }).to_string())
}

#[tokio::test]
async fn what_differs_between_pages_is_looked_for_where_the_items_are() {
    // What the type tells stands elsewhere in these, so that it is always the same.
    let page = |id: u8| with(&["a"], serde_json::json!({ "data": { "models": [{ "uuid": id }] }, "at": id }));
    let server = Server::start([page(1), page(2), page(2)]).await;
    let mut pages = pin!(list::<Nested>(&server.client()).pages());
    for _ in 0..2 {
        pages.try_next().await.expect("a page").expect("one more");
    }
    assert_eq!(pages.try_next().await.expect_err("the same again").kind(), ErrorKind::Pagination);
}

/// The IDs of all items, and how they end.
async fn walk<O: Paged<Item = Model>>(request: Request<O>) -> (String, Option<ErrorKind>) {
    let mut items = request.items();
    let mut ids = String::new();
    loop {
        match items.try_next().await {
            Ok(Some(model)) => ids.push_str(&model.id),
            Ok(None) => return (ids, None),
            Err(error) => {
                assert!(items.next().await.is_none(), "an error ends the stream");
                return (ids, Some(error.kind()));
            }
        }
    }
}

/// What each request gave for a parameter.
fn values(server: &Server, name: &str) -> Vec<Option<String>> {
    let value = |pairs: Vec<(String, String)>| pairs.into_iter().find(|pair| pair.0 == name).map(|pair| pair.1);
    server.requests().iter().map(|request| value(request.query())).collect()
}

fn texts<const N: usize>(values: [&str; N]) -> Vec<Option<String>> {
    values.iter().map(|value| (!value.is_empty()).then(|| (*value).to_owned())).collect()
}

#[test]
fn the_streams_can_be_moved_sent_and_shown() {
    fn is<T: Send + Unpin + std::fmt::Debug>(value: &T) -> String {
        format!("{value:?}")
    }
    let client = Client::builder().key("s3cret").user_id("alice").build().expect("a client");
    let shown = [is(&list::<Cursor>(&client).pages()), is(&list::<Cursor>(&client).items().prefetch().max_pages(2))];
    assert_eq!(
        shown,
        [r#"Pages { operation: "Cursor", answers: 0, .. }"#, r#"Items { operation: "Cursor", answers: 0, .. }"#]
    );
}

#[tokio::test]
async fn the_first_page_may_be_page_zero() {
    let server = Server::start([page(&["a"]), page(&["b"]), page(&[])]).await;
    assert_eq!(walk(list::<FromZero>(&server.client())).await, ("ab".into(), None));
    assert_eq!(values(&server, "page"), texts(["0", "1", "2"]));
}

#[tokio::test]
async fn an_offset_counts_items() {
    let server = Server::start([page(&["a", "b"]), page(&["c"]), page(&["d", "e"]), page(&[])]).await;
    assert_eq!(walk(list::<Skip>(&server.client())).await, ("abcde".into(), None));
    assert_eq!(values(&server, "skip"), texts(["0", "2", "3", "5"]));

    let server = Server::start([page(&["a"]), page(&["a"])]).await;
    let mut from_ten = list::<Skip>(&server.client());
    from_ten.call.query("skip", 10);
    assert_eq!(walk(from_ten).await, ("a".into(), Some(ErrorKind::Pagination)));
    assert_eq!(values(&server, "skip"), texts(["10", "11"]));
}

#[tokio::test]
async fn an_answer_can_say_that_it_is_the_last() {
    let more = |more: bool| serde_json::json!({ "meta": { "has_more": more, "next_cursor": "never null" } });
    let server = Server::start([with(&["a"], more(true)), with(&["b"], more(false))]).await;
    assert_eq!(walk(list::<Skip>(&server.client())).await, ("ab".into(), None));
    let server = Server::start([with(&["a"], more(true)), with(&["b"], more(false))]).await;
    assert_eq!(walk(list::<Cursor>(&server.client())).await, ("ab".into(), None));
    assert_eq!(values(&server, "cursor"), texts(["", "never null"]));
}

#[tokio::test]
async fn a_token_leads_to_the_next_page() {
    let server = Server::start([token(&["a"], "x&y"), token(&["b"], 3), token(&["c"], "")]).await;
    assert_eq!(walk(list::<Cursor>(&server.client())).await, ("abc".into(), None));
    assert_eq!(values(&server, "cursor"), texts(["", "x&y", "3"]));
    assert_eq!(values(&server, "view"), texts(["full"; 3]));

    for last in [
        page(&["b"]),
        token(&["b"], serde_json::Value::Null),
        with(&["b"], serde_json::json!({ "meta": null })),
        token(&["b"], 0),
        token(&["b"], 0.0),
        token(&["b"], -1),
    ] {
        let server = Server::start([token(&["a"], "x"), last]).await;
        assert_eq!(walk(list::<Cursor>(&server.client())).await, ("ab".into(), None));
    }
}

#[tokio::test]
async fn a_page_without_items_is_passed_over_where_a_token_leads_on() {
    let server = Server::start([token(&[], "x"), token(&["a"], "y"), token(&[], "y")]).await;
    let client = server.client();
    let pages: Vec<_> = list::<Cursor>(&client).pages().try_collect().await.expect("pages");
    assert_eq!(pages.len(), 1, "one that leads to itself is the end");
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn a_token_that_was_there_before_is_told() {
    let server = Server::start([token(&["a"], "x"), token(&["b"], "y"), token(&["c"], "x")]).await;
    assert_eq!(walk(list::<Cursor>(&server.client())).await, ("abc".into(), Some(ErrorKind::Pagination)));
    assert_eq!(server.requests().len(), 3);

    let server = Server::start([token(&["a"], "x")]).await;
    let mut from_x = list::<Cursor>(&server.client());
    from_x.call.query("cursor", "x");
    let error = from_x.items().try_collect::<Vec<_>>().await.expect_err("a circle");
    assert_eq!(error.to_string(), "Cursor: the answer leads to a page that was there before");
}

#[tokio::test]
async fn the_last_item_leads_to_the_next_page() {
    let more = |more: bool| serde_json::json!({ "has_more": more });
    let server = Server::start([with(&["a", "b"], more(true)), with(&["c"], more(true)), with(&[], more(true))]).await;
    assert_eq!(walk(list::<Last>(&server.client())).await, ("abc".into(), None));
    assert_eq!(values(&server, "starting_after"), texts(["", "b", "c"]));

    let server = Server::start([with(&["a", "b"], more(true)), with(&["a", "b"], more(true))]).await;
    assert_eq!(walk(list::<Last>(&server.client())).await, ("abab".into(), Some(ErrorKind::Pagination)));
    let server = Server::start([with(&["a"], more(false))]).await;
    assert_eq!(walk(list::<Last>(&server.client())).await, ("a".into(), None));

    let numbered =
        |id: i32| ok(serde_json::json!({ "models": [{ "id": "a", "n": id }], "has_more": id != 7 }).to_string());
    let server = Server::start([numbered(0), numbered(-1), numbered(7)]).await;
    assert_eq!(walk(list::<LastNumber>(&server.client())).await, ("aaa".into(), None));
    assert_eq!(values(&server, "after"), texts(["", "0", "-1"]));
}

#[tokio::test]
async fn a_url_leads_to_the_next_page_as_the_call_was_made() {
    let server =
        Server::start([next(&["a"], "/v3/models?page=2&app=old&x=%2f#top"), next(&["b"], "?page=3"), next(&["c"], "")])
            .await;
    let request = list::<InBody>(&server.client()).header("X-Trace", "t");
    assert_eq!(walk(request).await, ("abc".into(), None));
    let requests = server.requests();
    let lines: Vec<&str> = requests.iter().map(|request| request.line.as_str()).collect();
    assert_eq!(
        lines,
        [
            "GET /v2/models?view=full&app=s3cret",
            "GET /v3/models?page=2&x=%2f&app=s3cret",
            "GET /v3/models?page=3&app=s3cret"
        ]
    );
    for request in requests {
        assert_eq!(request.headers("authorization"), ["Key s3cret"]);
        assert_eq!(request.headers("x-trace"), ["t"]);
    }
}

#[tokio::test]
async fn an_absolute_url_is_followed_through_another_address_too() {
    let server = Server::start([next(&["a"], "https://api.example.com/v2/models?after=a"), page(&["b"])]).await;
    let client = Client::builder().key("k").user_id("u").via(&server.url).build().expect("a client");
    assert_eq!(walk(list::<InBody>(&client)).await, ("ab".into(), None));
    assert_eq!(server.requests()[1].line, "GET /v2/models?after=a&app=k");
    assert_eq!(server.requests()[1].headers("host"), ["api.example.com"]);
}

#[tokio::test]
async fn nothing_is_sent_to_another_origin() {
    let other = Server::start([page(&["b"])]).await;
    let elsewhere = [
        other.url.clone(),
        other.url.replace("http://", "//"),
        "https://127.0.0.1/v2/models".into(),
        "http://".into(),
        "data:,x".into(),
    ];
    for url in elsewhere {
        let server = Server::start([next(&["a"], &url)]).await;
        let error = list::<InBody>(&server.client()).items().try_collect::<Vec<_>>().await.expect_err(&url);
        assert_eq!(error.kind(), ErrorKind::Pagination);
        assert!(!error.to_string().contains("127.0.0.1"), "{error}");
        assert_eq!(server.requests().len(), 1);
    }
    let server = Server::start([]).await;
    let named = server.url.replace("http://", "http://user:password@");
    let server = Server::start([next(&["a"], &named)]).await;
    assert_eq!(walk(list::<InBody>(&server.client())).await, ("a".into(), Some(ErrorKind::Pagination)));
    assert!(other.requests().is_empty());
}

#[tokio::test]
async fn a_url_that_was_there_before_is_told() {
    let server = Server::start([next(&["a"], "/x?page=2"), next(&["b"], "/x?page=2")]).await;
    assert_eq!(walk(list::<InBody>(&server.client())).await, ("ab".into(), Some(ErrorKind::Pagination)));
}

#[tokio::test]
async fn a_header_leads_to_the_next_page() {
    let server = Server::start([
        linked(
            &["a"],
            &[r#"</first>; rel="first"; title="one, <two>; rel=\"next\"", </v2/models?page=2>; rel="last NEXT""#],
        ),
        linked(&["b"], &["</v2/models?page=1>; rel=prev", "</v2/models?page=3>;rel=next"]),
        linked(&["c"], &["</v2/models?page=2>; rel=prev"]),
    ])
    .await;
    assert_eq!(walk(list::<InHeader>(&server.client())).await, ("abc".into(), None));
    assert_eq!(values(&server, "page"), texts(["", "2", "3"]));
}

#[test]
fn links_are_told_apart() {
    for (links, expected) in [
        ("<a>; rel=next", Some("a")),
        (r#"<a>; rel="prev", <b?x=1,2>; rel="next""#, Some("b?x=1,2")),
        (r#"<a>; title="x\", <b>; rel=next"; rel=prev, <c> ; REL = "start next""#, Some("c")),
        (r#"<a>; rel="nextish""#, None),
        (r#"<a>; title="rel=next""#, None),
        (r#"<a>; rel=next; anchor="/other", <b>; rel=next"#, Some("b")),
        ("<a>", None),
        ("a; rel=next", None),
        ("<a; rel=next", None),
        ("", None),
    ] {
        assert_eq!(next_page::next_of_links(links), expected, "{links}");
    }
}

#[tokio::test]
async fn there_are_no_more_requests_than_pages_wanted() {
    let server = Server::start([page(&["a"]), page(&["b"]), page(&["c"])]).await;
    let client = server.client();
    let items: Vec<_> = list::<Skip>(&client).items().max_pages(2).prefetch().try_collect().await.expect("items");
    assert_eq!(items.len(), 2);
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert_eq!(server.requests().len(), 2);
    let none: Vec<_> = list::<Skip>(&client).pages().max_pages(0).try_collect().await.expect("nothing");
    assert!(none.is_empty());
    assert_eq!(server.requests().len(), 2);
}

/// Waits until the server was asked so often.
async fn until_asked(server: &Server, times: usize) {
    let asked = async {
        while server.requests().len() < times {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), asked).await.expect("it is asked in time");
}

#[tokio::test]
async fn the_next_page_is_fetched_ahead_where_that_is_wanted() {
    for prefetch in [true, false] {
        let server = Server::start([token(&["a", "b"], "x"), token(&["c"], "y"), token(&["d"], "")]).await;
        let mut items = list::<Cursor>(&server.client()).items();
        if prefetch {
            items = items.prefetch();
        }
        assert_eq!(items.try_next().await.expect("an item").expect("one").id, "a");
        // The first item is all that was taken: what happens now happens while it is in use.
        if prefetch {
            until_asked(&server, 2).await;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert_eq!(server.requests().len(), 1 + usize::from(prefetch), "one page ahead, and no more");
        let rest: Vec<Model> = items.try_collect().await.expect("items");
        assert_eq!(rest.iter().map(|model| model.id.as_str()).collect::<String>(), "bcd");
        assert_eq!(values(&server, "cursor"), texts(["", "x", "y"]));
    }
}

#[tokio::test]
async fn an_error_of_a_page_ahead_comes_after_the_items_before_it() {
    let server = Server::start([page(&["a", "b"]), answer(400, &[], "")]).await;
    let mut items = list::<Skip>(&server.client()).items().prefetch();
    for id in ["a", "b"] {
        assert_eq!(items.try_next().await.expect("an item").expect("one").id, id);
    }
    assert_eq!(items.try_next().await.expect_err("it failed").kind(), ErrorKind::Status);
    assert!(items.next().await.is_none());
}

#[tokio::test]
async fn dropping_a_stream_ends_what_is_under_way() {
    for prefetch in [true, false] {
        let (server, gone) = Server::until_gone([token(&["a"], "x")]).await;
        let mut pages = list::<Cursor>(&server.client()).pages();
        if prefetch {
            pages = pages.prefetch();
        }
        pages.try_next().await.expect("a page").expect("one");
        if prefetch {
            until_asked(&server, 2).await;
        } else {
            let second = tokio::time::timeout(Duration::from_millis(200), pages.next()).await;
            assert!(second.is_err(), "the second page never comes");
        }
        drop(pages);
        tokio::time::timeout(Duration::from_secs(10), gone).await.expect("the connection ends").expect("it is told");
    }
}
