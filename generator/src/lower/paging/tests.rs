//! What is taken for pages, and what is not.

use serde_json::{Value, json};

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lower::lower;
use crate::model::{Paging, PagingRule};
use crate::postman::parse;
use crate::source::Source;

/// Requests, and how each is paged: `page page from 1, items data`.
fn read_all(requests: &[Value], config: &str) -> (Vec<String>, Vec<Diagnostic>) {
    let text = json!({ "info": { "name": "X" }, "item": requests });
    let collection = parse(&Source::new("x.json", text.to_string())).expect("a collection").0;
    let config = Config::from_toml(config, &[]).expect("a configuration");
    let (api, findings) = lower(&collection, &config);
    let of = |name: &Value| {
        let operations = api.root.operations.iter().find(|operation| *name == operation.title);
        operations.and_then(|operation| operation.paging.as_ref()).map_or("none".to_owned(), show)
    };
    (requests.iter().map(|request| of(&request["name"])).collect(), findings)
}

fn request(name: &str, method: &str, url: &str, answer: &Value, headers: &Value) -> Value {
    let response = json!({ "name": "OK", "code": 200, "header": headers, "body": answer.to_string() });
    let request = json!({ "method": method, "url": format!("https://x.test/{url}") });
    json!({ "name": name, "request": request, "response": [response] })
}

/// One request with its answer, and how it is paged.
fn read(method: &str, url: &str, answer: &Value, headers: &Value, config: &str) -> (String, Vec<String>) {
    let (paging, findings) = read_all(&[request("A", method, url, answer, headers)], config);
    let errors = findings.iter().filter(|finding| finding.is_error());
    let errors = errors.map(|error| format!("{} at {:?} of {:?}", error.message, error.position, error.file));
    (paging.concat(), errors.collect())
}

fn show(paging: &Paging) -> String {
    let rule = match &paging.rule {
        PagingRule::Page { parameter, first } => format!("page {parameter} from {first}"),
        PagingRule::Offset { parameter, first } => format!("offset {parameter} from {first}"),
        PagingRule::Cursor { parameter, place } => format!("cursor {parameter} at {}", place.join("/")),
        PagingRule::Last { parameter, place } => format!("last {parameter} at {}", place.join("/")),
        PagingRule::Url { place } => format!("url at {}", place.join("/")),
        PagingRule::Link => "link".to_owned(),
    };
    let items: Vec<&str> = paging.items.iter().map(|name| name.plain()).collect();
    let more = if paging.more.is_empty() { String::new() } else { format!(" while {}", paging.more.join("/")) };
    format!("{rule}{more}, items {}", items.join("."))
}

fn detect(url: &str, answer: &Value) -> String {
    let (paging, errors) = read("GET", url, answer, &json!([]), "");
    assert_eq!(errors, [""; 0]);
    paging
}

/// Answers with one list, of things with an ID.
fn things(mut beside: Value) -> Value {
    beside["things"] = json!([{ "id": "a" }]);
    beside
}

fn table(rows: &[(&str, Value, &str)]) {
    for (url, answer, expected) in rows {
        assert_eq!(detect(url, answer), *expected, "{url} {answer}");
    }
}

#[test]
fn numbers_of_pages() {
    table(&[
        ("things?page=1", things(json!({})), "page page from 1, items things"),
        ("things?page=0&size=5", things(json!({})), "page page from 0, items things"),
        ("things?page=7", things(json!({})), "page page from 1, items things"),
        ("things?pageNumber=<integer>", things(json!({})), "page pageNumber from 1, items things"),
        ("things?page[number]=1&page[size]=5", things(json!({})), "page page[number] from 1, items things"),
        ("things?page=&per_page=", things(json!({})), "page page from 1, items things"),
        ("things?page={{p}}", things(json!({ "total_pages": 3 })), "page page from 1, items things"),
        (
            "things?page=1",
            things(json!({ "meta": { "has_more": true } })),
            "page page from 1 while meta/has_more, items things",
        ),
        ("things?page=1", json!([{ "id": 1 }]), "page page from 1, items "),
        // Nothing but the name says so.
        ("things?page=", things(json!({})), "none"),
        ("things?page={{p}}", things(json!({})), "none"),
        // They are none.
        ("things?page=home", things(json!({ "total": 3 })), "none"),
        ("things?page=1.5&limit=1", things(json!({})), "none"),
        ("things?page=1&page=2", things(json!({})), "none"),
        ("things?webpage=1", things(json!({})), "none"),
        ("things?limit=5", things(json!({ "total": 3 })), "none"),
    ]);
}

#[test]
fn requests_that_read() {
    let paged = "page page from 1, items things";
    for (name, method, path, expected) in [
        ("A", "GET", "things", paged),
        ("A", "POST", "things", "none"),
        ("A", "POST", "things/search", paged),
        ("A", "POST", "things/_search", paged),
        ("A", "POST", "things/findByName", paged),
        ("A", "POST", "things:query", paged),
        ("A", "POST", "list-things", paged),
        ("A", "POST", "search/things", "none"),
        ("A", "POST", "things/:search", "none"),
        ("Search things", "POST", "things", paged),
        ("listThings", "POST", "things", paged),
        ("Create a search", "POST", "things", "none"),
        ("Listen", "POST", "things", "none"),
        ("Search things", "PUT", "things/search", "none"),
        ("List things", "DELETE", "things", "none"),
        ("List things", "PATCH", "things", "none"),
    ] {
        let request = request(name, method, &format!("{path}?page=1"), &things(json!({})), &json!([]));
        assert_eq!(read_all(&[request], "").0, [expected], "{name}: {method} {path}");
    }
}

#[test]
fn numbers_of_first_pages() {
    let spring = |number: Value| json!({ "content": [{ "id": "a" }], "totalElements": 3, "number": number });
    let from = |first: u8, parameter: &str, list: &str| format!("page {parameter} from {first}, items {list}");
    for (url, answer, expected) in [
        // Answers show it.
        ("things?page=", things(json!({ "page": 0, "total": 3 })), from(0, "page", "things")),
        ("things?page=3", things(json!({ "current_page": 0 })), from(0, "page", "things")),
        ("things?page=3", things(json!({ "meta": { "pageIndex": 0 } })), from(0, "page", "things")),
        ("things?page=3", things(json!({ "number": 0, "total_pages": 2 })), from(0, "page", "things")),
        ("things?page=3", things(json!({ "page": { "number": 0, "totalPages": 2 } })), from(0, "page", "things")),
        // What was asked for may be the second page.
        ("things?page=1", things(json!({ "page": 0 })), from(0, "page", "things")),
        ("things?page=0", things(json!({ "page": 1, "first": true })), from(0, "page", "things")),
        ("things?page=3", things(json!({ "number": 1, "first": true, "total": 3 })), from(1, "page", "things")),
        ("things?page_index=3", things(json!({ "page_index": 1, "is_first": true })), from(1, "page_index", "things")),
        // They do not.
        ("things?page=3", things(json!({ "number": 0 })), from(1, "page", "things")),
        ("things?page=3", things(json!({ "page": 3, "first": true })), from(1, "page", "things")),
        ("things?page=3", things(json!({ "page": 1, "first": false })), from(1, "page", "things")),
        ("things?page=3", things(json!({ "page": "<integer>" })), from(1, "page", "things")),
        // Names and shapes do.
        ("things?pageIndex=<int32>", things(json!({})), from(0, "pageIndex", "things")),
        ("things?page_index=7", things(json!({})), from(0, "page_index", "things")),
        ("things?pageIndex=1", things(json!({})), from(1, "pageIndex", "things")),
        ("things?page=<integer>", spring(json!(4)), from(0, "page", "content")),
        ("things?page=1", spring(json!("<integer>")), from(0, "page", "content")),
        ("things?page=2", json!({ "data": spring(json!(4)) }), from(0, "page", "data.content")),
        (
            "things?page=2",
            json!({ "content": [{ "id": 1 }], "pageable": { "paged": true } }),
            from(0, "page", "content"),
        ),
        ("things?page=2", json!({ "content": [{ "id": 1 }], "pageable": "INSTANCE" }), from(0, "page", "content")),
        ("things?page=2", json!({ "content": [{ "id": 1 }], "total": 3 }), from(1, "page", "content")),
        (
            "things?page=2",
            json!({ "_embedded": { "things": [{ "id": 1 }] }, "page": { "number": 4, "totalElements": 1 } }),
            from(0, "page", "embedded.things"),
        ),
    ] {
        assert_eq!(detect(url, &answer), expected, "{url} {answer}");
    }
}

#[test]
fn a_first_page_that_nothing_tells_is_noted_once() {
    let list = |name: &str, url: &str, beside: Value| request(name, "GET", url, &things(beside), &json!([]));
    let notes = |requests: &[Value], config: &str| {
        let (paging, findings) = read_all(requests, config);
        let firsts = paging.iter().map(|paging| paging.split([' ', ',']).nth(3).unwrap_or_default().to_owned());
        let notes = findings.iter().filter(|finding| finding.code == "guessed-first-page");
        let notes = notes.map(|note| {
            assert_eq!(note.severity, Severity::Note);
            format!("{}: {}", note.origin.breadcrumb.join("/"), note.message)
        });
        (firsts.collect::<Vec<_>>().concat(), notes.collect::<Vec<_>>())
    };
    let seven = || list("A", "a/things?page=7", json!({}));
    let eight = || list("B", "b/things?page=8", json!({}));
    let message = "nothing tells whether `page` is 0 or 1 for the first page; 1 is used";
    assert_eq!(notes(&[seven(), eight()], ""), ("11".to_owned(), vec![format!("A: {message}")]));
    for (others, config, firsts) in [
        (vec![list("B", "b/things?page=1", json!({}))], "", "11"),
        (vec![list("B", "b/things?page=0", json!({}))], "", "00"),
        (vec![list("B", "b/things?page=8", json!({ "page": 0 }))], "", "00"),
        (vec![eight()], "pagination.first_page = 1", "11"),
        (vec![eight()], "pagination.first_page = 0", "00"),
    ] {
        let requests = [vec![seven()], others].concat();
        assert_eq!(notes(&requests, config), (firsts.to_owned(), Vec::new()), "{requests:?} {config}");
    }
}

#[test]
fn offsets() {
    table(&[
        ("things?offset=0&limit=5", things(json!({})), "offset offset from 0, items things"),
        ("things?$skip=10&$top=5", things(json!({})), "offset $skip from 0, items things"),
        ("things?startIndex=1&count=5", things(json!({})), "offset startIndex from 1, items things"),
        ("things?start=0&limit=5", things(json!({})), "offset start from 0, items things"),
        ("things?from=0&size=5", things(json!({})), "offset from from 0, items things"),
        ("things?offset=0", things(json!({ "total": 9 })), "offset offset from 0, items things"),
        (
            "things?offset=1&limit=5",
            things(json!({ "hasMore": true })),
            "offset offset from 0 while hasMore, items things",
        ),
        ("things?start={{s}}&limit=5", things(json!({ "start": 0 })), "offset start from 0, items things"),
        ("things?start=<integer>&limit=5", things(json!({ "start": 20 })), "offset start from 0, items things"),
        ("things?start=20&limit=5", things(json!({ "start": "<integer>" })), "offset start from 0, items things"),
        ("things?startAt=1&limit=5", things(json!({})), "offset startAt from 0, items things"),
        ("things?start=0&limit=5&start_date=a&endDate=b", things(json!({})), "offset start from 0, items things"),
        // SCIM counts from 1, unless it does not.
        ("things?startIndex=<integer>&count=5", things(json!({})), "offset startIndex from 1, items things"),
        ("things?startindex=21&count=5", things(json!({})), "offset startindex from 1, items things"),
        ("things?startIndex=0&count=5", things(json!({})), "offset startIndex from 0, items things"),
        ("things?start_index=&count=5", things(json!({ "startIndex": 0 })), "offset start_index from 0, items things"),
        (
            "things?startIndex=&count=5",
            things(json!({ "startIndex": 1, "totalResults": 9 })),
            "offset startIndex from 1, items things",
        ),
        ("things?start_position=1&count=5", things(json!({})), "offset start_position from 1, items things"),
        ("things?start_position=<integer>&count=5", things(json!({})), "offset start_position from 0, items things"),
        // Points in time, places, and what may be either.
        ("things?start=2024-01-01&limit=5", things(json!({})), "none"),
        ("things?from=Berlin&limit=5", things(json!({ "total": 3 })), "none"),
        ("things?start={{s}}&limit=5", things(json!({})), "none"),
        ("things?start=5", things(json!({ "total": 3 })), "none"),
        ("things?offset=0", things(json!({})), "none"),
        ("things?startTime=0&limit=5", things(json!({})), "none"),
        ("things?start=1700000000000&limit=5", things(json!({})), "none"),
        ("things?start=1700000000&limit=5", things(json!({ "start": 1_700_000_000 })), "none"),
        ("things?start=&limit=5", things(json!({ "start": 1_700_000_000 })), "none"),
        ("things?start=1700000000000&end=1700003600000&limit=5", things(json!({})), "none"),
        ("things?start=<integer>&limit=5", things(json!({})), "none"),
        ("things?from=20&limit=5", things(json!({})), "none"),
        ("things?start=0&end=9&limit=5", things(json!({ "start": 0 })), "none"),
        ("things?from=0&to=9&limit=5", things(json!({})), "none"),
        ("things?from=0&until=9&limit=5", things(json!({})), "none"),
        ("things?start=0&endTime=9&limit=5", things(json!({})), "none"),
        ("things?startAt=0&endAt=9&limit=5", things(json!({})), "none"),
        ("things?start_at=0&before=9&limit=5", things(json!({})), "none"),
    ]);
}

#[test]
fn tokens() {
    table(&[
        ("things?cursor=", things(json!({ "next_cursor": "x" })), "cursor cursor at next_cursor, items things"),
        ("things?cursor=", things(json!({ "next_cursor": null })), "cursor cursor at next_cursor, items things"),
        (
            "things?pageToken=a",
            things(json!({ "nextPageToken": "x" })),
            "cursor pageToken at nextPageToken, items things",
        ),
        (
            "things?marker=",
            things(json!({ "marker": "a", "next_marker": "x" })),
            "cursor marker at next_marker, items things",
        ),
        (
            "things?after=",
            things(json!({ "paging": { "cursors": { "after": "x", "before": "y" } } })),
            "cursor after at paging/cursors/after, items things",
        ),
        (
            "things?after=",
            things(json!({ "paging": { "next": { "after": "x", "link": "y" } } })),
            "cursor after at paging/next/after, items things",
        ),
        (
            "things?cursor=",
            things(json!({ "response_metadata": { "next_cursor": "x" } })),
            "cursor cursor at response_metadata/next_cursor, items things",
        ),
        (
            "things?start_cursor=",
            things(json!({ "next_cursor": "x", "has_more": true })),
            "cursor start_cursor at next_cursor while has_more, items things",
        ),
        (
            "things?after=",
            things(json!({ "pageInfo": { "endCursor": "x", "hasNextPage": true } })),
            "cursor after at pageInfo/endCursor while pageInfo/hasNextPage, items things",
        ),
        (
            "things?continuationToken=",
            things(json!({ "continuationToken": "x" })),
            "cursor continuationToken at continuationToken, items things",
        ),
        (
            "things?cursor=",
            things(json!({ "cursor": "x", "has_more": true })),
            "cursor cursor at cursor while has_more, items things",
        ),
        (
            "things?after=",
            things(json!({ "last_id": "x", "has_more": true })),
            "cursor after at last_id while has_more, items things",
        ),
        ("things?cursor=&page=1", things(json!({ "next_cursor": "x" })), "cursor cursor at next_cursor, items things"),
        ("things?cursor=&offset=0&limit=5", things(json!({ "total": 1 })), "offset offset from 0, items things"),
        // The token that was sent, or one for something else.
        ("things?cursor=", things(json!({ "cursor": "x" })), "none"),
        ("things?cursor=", things(json!({ "prev_cursor": "x" })), "none"),
        ("things?token=", things(json!({ "next_token": "x" })), "none"),
        ("things", things(json!({ "next_cursor": "x" })), "none"),
        ("things?after=2024-01-01", things(json!({ "after": "2024-01-01", "has_more": true })), "none"),
        ("things?cursor=", json!({ "id": "a", "next_cursor": "x" }), "none"),
        ("things?cursor=", things(json!({ "other": { "next_cursor": "x" } })), "none"),
    ]);
}

#[test]
fn ids_of_last_items() {
    table(&[
        (
            "things?starting_after=a",
            things(json!({ "has_more": true })),
            "last starting_after at things/id while has_more, items things",
        ),
        (
            "things?after_id=1",
            json!({ "data": { "items": [{ "id": 1 }], "hasMore": false } }),
            "last after_id at data/items/id while data/hasMore, items data.items",
        ),
        ("things?starting_after=a", things(json!({})), "none"),
        ("things?after=a", things(json!({ "has_more": true })), "none"),
        ("things?starting_after=a", json!({ "things": [{ "name": "a" }], "has_more": true }), "none"),
        ("things?starting_after=a", json!([{ "id": "a" }]), "none"),
    ]);
}

#[test]
fn urls() {
    let url = "https://x.test/things?page=2";
    table(&[
        ("things", things(json!({ "next": url })), "url at next, items things"),
        ("things", things(json!({ "next": "/things?page=2" })), "url at next, items things"),
        ("things", things(json!({ "links": { "next": url } })), "url at links/next, items things"),
        ("things", things(json!({ "links": { "next": null, "first": url } })), "url at links/next, items things"),
        ("things", json!({ "value": [{ "id": 1 }], "@odata.nextLink": url }), "url at @odata.nextLink, items value"),
        (
            "things",
            json!({ "_embedded": { "things": [{ "id": 1 }] }, "_links": { "next": { "href": url } } }),
            "url at _links/next/href, items embedded.things",
        ),
        ("things", things(json!({ "next_page_url": null })), "url at next_page_url, items things"),
        ("things?page=1", things(json!({ "next": url })), "page page from 1, items things"),
        ("things", things(json!({ "next": "b" })), "none"),
        ("things", things(json!({ "next": null })), "none"),
        ("things", things(json!({ "links": { "next": null, "other": url } })), "none"),
        ("things", things(json!({ "prev": url, "self": url })), "none"),
        ("things", json!({ "id": 1, "tags": ["a"], "next": url }), "none"),
    ]);
    assert_eq!(read("POST", "things", &things(json!({ "next": url })), &json!([]), "").0, "none");
}

#[test]
fn links_in_headers() {
    let link = |value: &str| json!([{ "key": "link", "value": value }]);
    let detect = |method: &str, headers: &Value| read(method, "things", &json!([{ "id": 1 }]), headers, "").0;
    let next = "<https://x.test/things?page=2>; rel=\"next\", <https://x.test/things?page=9>; rel=\"last\"";
    assert_eq!(detect("GET", &link(next)), "link, items ");
    assert_eq!(detect("GET", &link("</things?page=2>; rel=next")), "link, items ");
    assert_eq!(detect("GET", &link("</things>; rel=\"prev next\"")), "link, items ");
    assert_eq!(detect("POST", &link(next)), "none");
    assert_eq!(detect("GET", &link("</next.css>; rel=preload")), "none");
    assert_eq!(detect("GET", &link("</things>; rel=\"prev\"")), "none");
    assert_eq!(detect("GET", &json!([])), "none");
}

#[test]
fn lists_of_things() {
    let list = || json!([{ "id": "a" }]);
    let items = |answer: Value| {
        let found = detect("shop/things?page=1", &answer);
        found.strip_prefix("page page from 1, items ").map_or(found.clone(), str::to_owned)
    };
    assert_eq!(items(json!({ "things": list(), "others": list() })), "things");
    assert_eq!(items(json!({ "new_things": list(), "tags": ["a"] })), "new_things");
    assert_eq!(items(json!({ "data": list(), "others": list() })), "data");
    assert_eq!(items(json!({ "whatever": list() })), "whatever");
    assert_eq!(items(json!({ "things": ["a"] })), "things");
    assert_eq!(items(json!({ "whatever": list(), "errors": list() })), "whatever");
    assert_eq!(items(json!({ "data": { "items": list(), "total": 1 }, "status": "ok" })), "data.items");
    assert_eq!(items(json!({ "result": { "things": list() } })), "result.things");
    assert_eq!(items(json!(["a", "b"])), "");
    for answer in [
        json!({ "ones": list(), "others": list() }),
        json!({ "errors": list() }),
        json!({ "whatever": ["a"] }),
        json!({ "id": "a", "parts": list() }),
        json!({ "data": { "id": "a", "parts": list() } }),
        json!({ "data": { "items": list() }, "result": { "items": list() } }),
        json!({ "author": { "books": list() } }),
        json!({ "name": "a" }),
        json!("a"),
        json!([[1, 2]]),
        json!([true]),
    ] {
        assert_eq!(items(answer.clone()), "none", "{answer}");
    }
}

#[test]
fn what_is_configured_comes_first() {
    let answer = json!({
        "stuff": { "list": [{ "uid": "a", "id": 1 }] }, "others": [{ "x": 1 }], "on.ward": { "to": "x" }, "goes_on": true,
        "further": "/things?p=2", "things": [{ "uid": "b" }],
    });
    for (url, config, expected) in [
        ("things?p=1", "page = 'p'", "page p from 1, items things"),
        ("things?p=1", "page = 'p'\nfirst_page = 0\nmore = 'goes_on'", "page p from 0 while goes_on, items things"),
        ("things?page=1", "first_page = 0", "page page from 0, items things"),
        ("things?o=20&n=5", "offset = 'o'\nper_page = 'n'\nitems = 'stuff.list'", "offset o from 0, items stuff.list"),
        ("things?t=a", "cursor = 't'\nnext_cursor = 'on.ward.to'", "cursor t at on.ward/to, items things"),
        ("things?t=a", "cursor = 't'\nid = 'uid'", "last t at things/uid, items things"),
        ("things?t=a", "cursor = 't'\nid = 'uid'\nitems = 'stuff.list'", "last t at stuff/list/uid, items stuff.list"),
        ("things", "next_url = 'further'", "url at further, items things"),
        ("things", "link = true", "link, items things"),
        ("things?s=1700000000&end=5", "offset = 's'", "offset s from 0, items things"),
        ("things?page=1", "detect = false", "none"),
        ("things?page=1", "", "page page from 1, items things"),
    ] {
        let config = format!("[pagination]\n{config}");
        assert_eq!(read("GET", url, &answer, &json!([]), &config), (expected.to_owned(), Vec::new()), "{url} {config}");
    }
}

#[test]
fn what_is_configured_goes_for_requests_that_read() {
    let answer = things(json!({ "next": "/x", "token": "x" }));
    let all = [
        ("page = 'p'", "page p from 1, items things"),
        ("offset = 'p'", "offset p from 0, items things"),
        ("cursor = 'p'\nnext_cursor = 'token'", "cursor p at token, items things"),
        ("cursor = 'p'\nid = 'id'", "last p at things/id, items things"),
        ("next_url = 'next'", "url at next, items things"),
        ("link = true", "link, items things"),
    ];
    for (config, expected) in all {
        for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
            let by_url = matches!(config, "next_url = 'next'" | "link = true");
            let expected = if method == "GET" || method == "POST" && !by_url { expected } else { "none" };
            let config = format!("[pagination]\ndetect = false\n{config}");
            let read = read(method, "things?p=1", &answer, &json!([]), &config);
            assert_eq!(read, (expected.to_owned(), Vec::new()), "{method} {config}");
        }
    }
}

#[test]
fn what_is_configured_and_nowhere_is_an_error() {
    for (config, expected, column) in [
        ("page = 'pgae'", "no request has the query parameter `pgae`", 8),
        ("per_page = 'size'", "no request has the query parameter `size`", 12),
        ("next_url = 'links.nxt'", "no answer has anything at `links.nxt`", 12),
        ("items = 'thing'", "no answer has anything at `thing`", 9),
        ("id = 'name'\ncursor = 'page'", "no list in an answer has items with the field `name`", 6),
    ] {
        let answer = things(json!({ "links": { "next": "/x" } }));
        let errors = read("GET", "things?page=1", &answer, &json!([]), &format!("[pagination]\n{config}")).1;
        assert_eq!(errors, [format!("{expected} at Some((2, {column})) of \"configuration\"")], "{config}");
    }
}
