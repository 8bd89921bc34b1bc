//! Whatever is too deep, too long or turns in circles ends, soon and on a small stack.

use std::time::{Duration, Instant};

use postman_codegen::config::Config;
use postman_codegen::diagnostic::{Style, render_human, render_json};
use postman_codegen::render::Templates;
use postman_codegen::source::Source;
use postman_codegen::{generate, generate_with, parse_environment};
use rayon::ThreadPoolBuilder;
use serde_json::{Value, json};

/// Whether the code is as users run it. Otherwise each call takes several times its stack and its time.
const OPTIMISED: bool = !cfg!(debug_assertions);
/// The stack of the threads that do the work.
const STACK: usize = if OPTIMISED { 256 * 1024 } else { 1024 * 1024 };
/// Far more than each case takes when all is linear, and far less than it would take otherwise.
const TIME: Duration = Duration::from_secs(60);
/// How long a long text is, and how deep a deep value.
const LONG: usize = if OPTIMISED { 1_000_000 } else { 60_000 };
const DEEP: usize = 100_000;

/// Generates on a small stack. Gives the codes of the findings, errors included.
fn codes(name: &str, text: String) -> Vec<&'static str> {
    codes_with(name, text, None)
}

/// The same with an environment.
fn codes_with(name: &str, text: String, environment: Option<String>) -> Vec<&'static str> {
    let name = name.to_owned();
    let work = move || {
        let start = Instant::now();
        let source = Source::new("limits.json", text);
        let environment = environment.map(|text| Source::new("environment.json", text));
        let environments: Vec<_> =
            environment.iter().map(|source| parse_environment(source).expect("an environment").0).collect();
        let templates = Templates::embedded().expect("the templates are right");
        let findings = match generate_with(&source, &environments, &Config::default(), &templates) {
            Ok(generated) => generated.diagnostics,
            Err(errors) => errors,
        };
        let shown = render_human(&findings, &[source], Style::Plain);
        assert!(shown.len() < 100_000, "{name}: messages of {} bytes", shown.len());
        println!("{name}: {:?}", start.elapsed());
        assert!(start.elapsed() < TIME, "{name} took {:?}", start.elapsed());
        findings.into_iter().map(|finding| finding.code).collect()
    };
    ThreadPoolBuilder::new().stack_size(STACK).build().expect("a pool").install(work)
}

/// A collection of one request with this at some place of it.
fn with(change: impl Fn(&mut Value)) -> String {
    let mut document = json!({
        "info": { "name": "Limits", "description": "d" },
        "item": [{ "name": "Folder", "item": [{
            "name": "a",
            "request": {
                "method": "POST", "description": "d", "header": [{ "key": "X", "value": "v" }],
                "url": { "protocol": "https", "host": ["x", "test"], "path": ["a", "b"], "query": [{ "key": "q", "value": "v" }] },
                "body": { "mode": "raw", "raw": "{\"a\": 1}", "options": { "raw": { "language": "json" } } },
            },
            "response": [{ "name": "r", "code": 200, "body": "{\"a\": 1}" }],
        }] }],
        "variable": [{ "key": "v", "value": "v" }],
    });
    change(&mut document);
    document.to_string()
}

const PLACES: &[&str] = &[
    "/info/name",
    "/info/description",
    "/item/0/name",
    "/item/0/item/0/name",
    "/item/0/item/0/request",
    "/item/0/item/0/request/method",
    "/item/0/item/0/request/description",
    "/item/0/item/0/request/header/0/key",
    "/item/0/item/0/request/header/0/value",
    "/item/0/item/0/request/url",
    "/item/0/item/0/request/url/host",
    "/item/0/item/0/request/url/path",
    "/item/0/item/0/request/url/path/1",
    "/item/0/item/0/request/url/query",
    "/item/0/item/0/request/url/query/0/key",
    "/item/0/item/0/request/url/query/0/value",
    "/item/0/item/0/request/body/raw",
    "/item/0/item/0/response/0/body",
    "/variable/0/key",
    "/variable/0/value",
];

#[test]
fn long_texts_anywhere_end() {
    for piece in ["{{v}}", "\u{1b}[/x"] {
        for place in PLACES {
            let long = piece.repeat(LONG / piece.len());
            let text = with(|document| *document.pointer_mut(place).expect("a place") = json!(long));
            codes(&format!("{piece:?} at {place}"), text);
        }
    }
}

#[test]
fn markup_of_any_kind_ends() {
    let pieces = [
        "[",
        "![",
        "](",
        "<",
        ">",
        "> ",
        "*",
        "**a",
        "_",
        "`",
        "` ",
        "~~~\n",
        "- ",
        "1. ",
        "|",
        "|a|\n|-|\n",
        "&",
        "&lt;",
        "<a ",
        "<!--",
        "</",
        "<script>",
        "{{",
        "}}",
        "{{{",
        "\\",
        "\n",
        "\r",
        " ",
        "\t",
        "#",
        "[a]: b\n",
        "https://",
        "https://a ",
        "é",
        "\u{0}",
        "eyJ",
        "SG.a",
        "-----BEGIN ",
        "a\n\n",
        "\\ud800",
    ];
    for piece in pieces {
        let long = piece.repeat(LONG / piece.len());
        let text = with(|document| {
            document["info"]["description"] = json!(long);
        });
        codes(&format!("{piece:?}"), text);
    }
}

#[test]
fn deep_values_end() {
    let nest = |open: &str, close: &str, depth: usize| format!("{}{}", open.repeat(depth), close.repeat(depth));
    let folders = nest("{\"item\":[", "]}", DEEP);
    assert_eq!(codes("folders", folders.clone()), ["too-deep"]);
    assert_eq!(codes("open folders", folders[..DEEP].to_owned()), ["too-deep"]);
    assert_eq!(codes("lists", nest("[", "]", DEEP)), ["too-deep"]);
    assert!(codes("folders that are read", nest("{\"item\":[", "]}", 62)).contains(&"no-requests"));
    let request = "{\"name\":\"a\",\"request\":\"https://x.test\"}";
    let (open, close) = ("{\"name\":\"f\",\"item\":[".repeat(61), "]}".repeat(61));
    codes("deep requests", format!("{open}{request}{close}"));
    for depth in [100, 126, DEEP] {
        for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")] {
            let body = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            let text = with(|document| {
                document["item"][0]["item"][0]["request"]["body"]["raw"] = json!(body);
                document["item"][0]["item"][0]["response"][0]["body"] = json!(body);
            });
            codes(&format!("{open} {depth} deep"), text);
        }
    }
}

#[test]
fn variables_in_circles_end() {
    let values = [("a", "{{a}}"), ("a", "{{a}}{{a}}{{a}}"), ("a", "{{b}}{{b}}"), ("a", "x{{a")];
    // Each takes as long as all other tests together when it is not optimised.
    let taken = if OPTIMISED { values.len() } else { 1 };
    for (key, value) in values.into_iter().take(taken) {
        let text = with(|document| {
            document["variable"] = json!([{ "key": key, "value": value }, { "key": "b", "value": "{{a}}{{a}}" }]);
            document["item"][0]["item"][0]["request"]["url"]["path"] = json!(["{{a}}", ":a", "{{a}}{{b}}"]);
            document["item"][0]["item"][0]["request"]["url"]["host"] = json!(["{{a}}"]);
            document["item"][0]["item"][0]["request"]["body"]["raw"] = json!("{\"x\": {{a}}, \"y\": \"{{b}}\"}");
        });
        codes(value, text);
    }
}

#[test]
fn many_of_a_kind_end() {
    const MANY: usize = if OPTIMISED { 10_000 } else { 1_000 };
    let pairs: Vec<Value> = (0..MANY).map(|n| json!({ "key": format!("k{n}"), "value": "v" })).collect();
    let same: Vec<Value> = (0..MANY).map(|_| json!({ "key": "same", "value": "{{v}}" })).collect();
    for (name, list) in [("different", pairs), ("same", same)] {
        for place in ["/item/0/item/0/request/header", "/item/0/item/0/request/url/query", "/variable"] {
            let text = with(|document| *document.pointer_mut(place).expect("a place") = json!(list));
            codes(&format!("{name} at {place}"), text);
        }
    }
    let members: String = (0..MANY).map(|n| format!("\"k{n}\": {n},")).collect();
    let text = with(|document| {
        document["item"][0]["item"][0]["request"]["body"]["raw"] = json!(format!("{{{members}\"z\": 1}}"))
    });
    codes("members", text);
    let requests: Vec<Value> =
        (0..MANY / 10).map(|_| json!({ "name": "same", "request": "https://x.test/same" })).collect();
    codes("requests of one name", with(|document| document["item"] = json!(requests)));
    codes("odd items", with(|document| document["item"] = json!(vec![json!(5); MANY])));
}

/// How many of one kind there are where each is a call in the same chain or is looked up among all others.
const PLENTY: usize = 5_000;

/// Pairs that each have another key.
fn pairs(number: usize, value: &str) -> Vec<Value> {
    (0..number).map(|n| json!({ "key": format!("k{n}"), "value": value })).collect()
}

#[test]
fn plenty_of_fields_end() {
    let files = (0..PLENTY).map(|n| json!({ "key": format!("k{n}"), "type": "file", "src": "a.png" }));
    let bodies = [
        ("pairs", json!({ "mode": "urlencoded", "urlencoded": pairs(PLENTY, "v") })),
        ("parts", json!({ "mode": "formdata", "formdata": pairs(PLENTY, "v") })),
        ("files", json!({ "mode": "formdata", "formdata": files.collect::<Vec<_>>() })),
    ];
    for (name, body) in bodies {
        codes(name, with(|document| document["item"][0]["item"][0]["request"]["body"] = body.clone()));
    }
}

#[test]
fn plenty_of_settings_end() {
    let requests = |number: usize, request: &dyn Fn(usize) -> Value| -> Vec<Value> {
        (0..number).map(|n| json!({ "name": format!("r{n}"), "request": request(n) })).collect()
    };
    // Each key is a credential, and stands in an operation of its own.
    let keyed = requests(2 * PLENTY, &|n| {
        let key = [json!({ "key": "key", "value": format!("X-Key-{n}") }), json!({ "key": "value", "value": "k" })];
        json!({ "url": "https://x.test/a", "auth": { "type": "apikey", "apikey": key } })
    });
    codes("keys", with(|document| document["item"] = json!([{ "name": "f", "item": keyed }])));

    // What several requests have in a header is set on the client, and an environment sets it.
    let header: String = (0..PLENTY).map(|n| format!("{{{{k{n}}}}}")).collect();
    let headed = requests(2, &|_| json!({ "url": "https://x.test/a", "header": [{ "key": "H", "value": header }] }));
    let environment = json!({ "name": "e", "values": pairs(2 * PLENTY, "v") });
    let text = with(|document| {
        document["item"] = json!(headed);
        document["variable"] = json!(pairs(PLENTY, "v"));
    });
    codes_with("settings and environment", text, Some(environment.to_string()));

    // Variables of one path.
    let path: Vec<String> = (0..PLENTY).map(|n| format!(":k{n}")).collect();
    let text = with(|document| {
        document["item"][0]["item"][0]["request"]["url"]["path"] = json!(path);
        document["item"][0]["item"][0]["request"]["url"]["variable"] = json!(pairs(PLENTY, "v"));
    });
    codes("path", text);
}

/// What is kept for each of many things is short, however long it is in the collection.
#[test]
fn plenty_of_long_texts_end() {
    let title = with(|document| {
        document["item"][0]["item"][0]["name"] = json!("n".repeat(1_000_000));
        document["item"][0]["item"][0]["request"]["header"] = json!(pairs(PLENTY, "v"));
    });
    codes("a long title", title);
    for (name, value) in [("long", "v".repeat(1_000_000)), ("circle", "{{v}}{{v}}".to_owned())] {
        let text = with(|document| {
            document["variable"] = json!([{ "key": "v", "value": value }]);
            document["item"][0]["item"][0]["request"]["url"]["query"] = json!(pairs(PLENTY, "{{v}}"));
        });
        codes(&format!("a {name} value"), text);
    }
}

#[test]
fn what_is_long_is_no_example() {
    for (length, is_example) in [(200, true), (201, false)] {
        let value = "é".repeat(length);
        let text = with(|document| {
            document["variable"] = json!([{ "key": "v", "value": value }]);
            document["item"][0]["item"][0]["request"]["url"]["path"] = json!(["{{v}}"]);
            document["item"][0]["item"][0]["request"]["url"]["query"][0]["value"] = json!("{{v}}");
            document["item"][0]["item"][0]["request"]["body"] =
                json!({ "mode": "urlencoded", "urlencoded": [{ "key": "f", "value": "{{v}}" }] });
        });
        let generated = generate(&Source::new("limits.json", text), &Config::default()).expect("a crate");
        let operations = generated.api.root.operations_deep();
        let operation = operations.first().expect("an operation").1;
        let form = operation.body.as_ref().and_then(|body| body.kind.form()).expect("a form");
        let examples = [&operation.arguments[0].example, &operation.query[0].example, &form.fields[0].example];
        assert_eq!(examples, [&is_example.then_some(value); 3]);
    }
}

#[test]
fn long_keys_end() {
    let key = "a_".repeat(100_000);
    let children: Vec<String> = (0..150).map(|n| format!("\"k{n}\": {{\"b\": 1}}")).collect();
    let body = format!("{{\"{key}\": {{{}}}}}", children.join(","));
    codes("long keys", with(|document| document["item"][0]["item"][0]["request"]["body"]["raw"] = json!(body)));
}

/// Every finding has a place in the only line of the file.
#[test]
fn plenty_of_findings_end() {
    let text = with(|document| {
        document["info"]["unknown"] = json!("é".repeat(2_000_000));
        document["item"] = json!(vec![json!(5); 4 * PLENTY]);
    });
    let source = Source::new("limits.json", text);
    let findings = generate(&source, &Config::default()).map_or_else(|errors| errors, |done| done.diagnostics);
    assert!(findings.len() >= 4 * PLENTY);
    let start = Instant::now();
    let shown = render_json(&findings, &[source]);
    println!("findings: {:?}", start.elapsed());
    assert!(shown.lines().count() >= 4 * PLENTY && start.elapsed() < TIME / 20, "{:?}", start.elapsed());
}
