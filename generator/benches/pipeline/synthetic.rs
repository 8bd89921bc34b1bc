//! A collection of any size, always the same for a size: many things, each with its own folder, five requests and types.

use serde_json::{Value, json};

/// How many requests a folder has, and how many folders stand in one at the top.
const REQUESTS: usize = 5;
const FOLDERS: usize = 20;

/// Beyond these many things, each has one of these words before its name.
const REGIONS: [&str; 9] = ["north", "south", "east", "west", "upper", "lower", "outer", "middle", "central"];
const ADJECTIVES: [&str; 40] = [
    "amber", "blue", "calm", "dark", "early", "far", "gentle", "high", "icy", "jolly", "keen", "late", "mild",
    "narrow", "old", "plain", "quiet", "red", "shy", "tall", "urban", "vast", "warm", "young", "zonal", "brisk",
    "cold", "dense", "even", "firm", "grand", "huge", "inner", "just", "kind", "lean", "main", "near", "open", "pale",
];
const NOUNS: [&str; 50] = [
    "anchor", "bridge", "canal", "depot", "engine", "ferry", "gate", "harbor", "island", "junction", "keeper",
    "lantern", "meadow", "notice", "orbit", "platform", "quarry", "river", "signal", "tunnel", "union", "valley",
    "wagon", "yard", "zone", "answer", "beacon", "cable", "dock", "escort", "field", "garden", "hill", "item",
    "journey", "kiosk", "ledger", "mirror", "needle", "outlet", "parcel", "queue", "route", "station", "ticket",
    "unit", "vessel", "window", "xylem", "yacht",
];

/// The text of a collection with this many requests, up to 100,000.
pub(crate) fn collection(requests: usize) -> String {
    let things: Vec<String> = (0..requests.div_ceil(REQUESTS)).map(thing).collect();
    let folders = things.chunks(FOLDERS).enumerate().map(|(number, things)| {
        let inner: Vec<Value> = things.iter().map(|thing| folder(thing)).collect();
        json!({ "name": format!("Area {number}"), "item": inner })
    });
    let collection = json!({
        "info": {
            "name": "Synthetic",
            "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
        },
        "item": folders.collect::<Vec<_>>(),
        "variable": [{ "key": "base_url", "value": "https://api.synthetic.test" }],
    });
    collection.to_string()
}

/// A name that no other number has.
fn thing(number: usize) -> String {
    let (adjective, noun) = (number / NOUNS.len() % ADJECTIVES.len(), number % NOUNS.len());
    let name = format!("{}_{}", ADJECTIVES[adjective], NOUNS[noun]);
    match number / (NOUNS.len() * ADJECTIVES.len()) {
        0 => name,
        region => format!("{}_{name}", REGIONS[(region - 1) % REGIONS.len()]),
    }
}

fn folder(thing: &str) -> Value {
    let body = json!({ (thing): entity(thing, 0) });
    let one = json!({ "status": status(), (thing): entity(thing, 1) });
    let list = json!({ "status": status(), (format!("{thing}s")): [entity(thing, 1), entity(thing, 2)] });
    json!({
        "name": format!("{thing}s"),
        "description": format!("Everything about the {thing}s."),
        "item": [
            request("List", "GET", thing, &[], None, &list),
            request("Get", "GET", thing, &["{{id}}"], None, &one),
            request("Create", "POST", thing, &[], Some(&body), &one),
            request("Update", "PATCH", thing, &["{{id}}"], Some(&body), &one),
            request("Delete", "DELETE", thing, &["{{id}}"], None, &json!({ "status": status() })),
        ],
    })
}

fn request(verb: &str, method: &str, thing: &str, rest: &[&str], body: Option<&Value>, answer: &Value) -> Value {
    let plural = format!("{thing}s");
    let path: Vec<&str> = ["v1", &plural].into_iter().chain(rest.iter().copied()).collect();
    json!({
        "name": format!("{verb} {thing}"),
        "request": {
            "method": method,
            "description": format!("{verb}s a `{thing}`."),
            "url": {
                "host": ["{{base_url}}"],
                "path": path,
                "query": [{ "key": "page", "value": "1", "disabled": true }],
            },
            "body": body.map(|body| json!({
                "mode": "raw",
                "raw": body.to_string(),
                "options": { "raw": { "language": "json" } },
            })),
        },
        "response": [{ "name": "OK", "code": 200, "body": answer.to_string() }],
    })
}

fn entity(thing: &str, number: usize) -> Value {
    json!({
        "id": format!("{thing}-{number}"),
        "name": "A name",
        "created_at": "2024-01-01T00:00:00Z",
        (format!("{thing}_count")): number,
        "owner": { "user_id": "alice", "verified": true },
        (format!("{thing}_settings")): { (format!("{thing}_mode")): "fast", "limit": 10, "ratio": 0.5 },
        "labels": ["a", "b"],
    })
}

fn status() -> Value {
    json!({ "code": 10000, "description": "Ok" })
}
