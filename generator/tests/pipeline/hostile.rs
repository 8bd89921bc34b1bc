//! Nothing of a stranger's text leaves its place: payloads of many kinds, each at every place of a collection at once.
//!
//! All payloads try to make the word `pwned` mean something: code, a command, a link, a tag, a key. Around it stands another word,
//! so that a name which is made of a payload is never that word alone.

pub(crate) mod code;
mod prose;

use std::path::Path;

use postman_codegen::config::Config;
use postman_codegen::diagnostic::{Style, render_human};
use postman_codegen::generate;
use postman_codegen::render::Tree;
use postman_codegen::source::Source;
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::{is_rust, is_support};

/// What must mean nothing.
const ACTIVE: &str = "pwned";

const PAYLOADS: &[&str] = &[
    // Rust: comments, strings, attributes, raw strings, format strings.
    "zq */ fn pwned() {} /* zq",
    "zq\n}\nfn pwned() {}\n{ zq",
    "zq\" + pwned!() + \"zq",
    "zq\"] fn pwned() {} #[doc = \"zq",
    "zq\"#; pwned(); r#\"zq",
    "zq\"##########; pwned(); zq",
    "zq\\\"; pwned(); //zq",
    "zq\\",
    "zq {pwned} {0} {{zq {pwned}}} zq",
    "zq' + pwned + 'zq",
    // Markdown and HTML: fences, spans, indented code, links, tags.
    "zq\n\n```\npwned();\n```\n\nzq",
    "zq\n\n```rust\npwned();\n\nzq",
    "zq\n~~~rust\npwned();\n~~~\nzq",
    "zq\n\n    pwned();\n\nzq",
    "> zq\n>\n>     pwned();\n> ```rust\n> pwned();",
    "- zq\n\n      pwned();\n\n  ```no_run\n  pwned();",
    "zq` [`pwned`] `zq",
    "zq [pwned] [zq][pwned] [zq](pwned) [zq](crate::pwned) [pwned!] [pwned()] zq\n\n[pwned]: pwned",
    "zq [x](javascript:pwned) ![y](https://x.test/pwned\"onload=\"pwned) zq",
    "zq <script>pwned()</script> <img src=x onerror=pwned> zq",
    "zq --> <pwned> <!-- zq",
    "zq <a id=\"pwned\"></a> &lt;pwned&gt; zq",
    "zq | pwned | zq\n| - | - |",
    "# zq\n# fn pwned() {}\n\nzq\n===\n",
    "```\npwned();\n```\n\nzq",
    "    pwned(); zq. And so on, until this is so long that a summary of it is cut, which takes more than a hundred and twenty bytes",
    "zq `a. <img src=x onerror=pwned>` and so on, until this is so long that a summary of it is cut after a hundred and twenty bytes",
    "zq [a. b](https://x.test/zq) `c. d <pwned>` and so on, until this is so long that a summary of it is cut, as it is by now",
    "| zq. | <pwned> |\n| - | - |\n| `a. <pwned>` | and so on, until this is so long that a summary is cut after 120 bytes |",
    // Templates, TOML, the shell.
    "zq {{ zq.pwned }} {% pwned %} {# pwned #} {%- raw -%} zq",
    "zq\"\n[pwned]\npwned = \"zq",
    "zq'''\npwned = 1\n'''zq\"\"\"\npwned = 1",
    "zq'; pwned; 'zq",
    "zq\"; pwned; \"zq",
    "zq $(pwned) `pwned` ${pwned} && pwned | pwned\npwned\n#zq",
    // Paths.
    "../../zq/pwned",
    "C:\\zq\\pwned",
    "/etc/zq pwned",
    "zq\u{0}pwned",
    // Terminals and readers.
    "zq\u{1b}[2J\u{1b}]0;pwned\u{7}\u{9b}31m zq",
    "zq\u{202e}pwned\u{2066}\u{2069}\u{200b}\u{feff}\u{ad}\u{e0041}zq",
    "zq\r\npwned\rzq\u{2028}pwned\u{85}zq",
    "zq &#27;[2J &#x202e;pwned&#8203; `&#27;` [a&#x2066;](https://x.test/&#x202e;zq '&#x202e;') zq",
    "<p>zq &#27;[2J &#x202e;pwned&#8203; &amp;#27;</p>",
];

#[test]
fn nothing_leaves_its_place() {
    PAYLOADS.par_iter().for_each(|payload| {
        let source = Source::new("hostile.json", collection(payload).to_string());
        let config = Config { source: (*payload).to_owned(), command: (*payload).to_owned(), ..Config::default() };
        let generated = generate(&source, &config).unwrap_or_else(|error| panic!("{payload:?}: {error:?}"));
        let shown = render_human(&generated.diagnostics, std::slice::from_ref(&source), Style::Plain);
        let mut complaints: Vec<String> = steering(&shown).map(|c| format!("diagnostics steer with {c:?}")).collect();
        for (path, text) in ours(&generated.tree) {
            let found = match path.rsplit('.').next() {
                Some("rs") => code::complaints(text),
                Some("md") => prose::markdown(text),
                Some("toml") => prose::toml(text),
                _ => Vec::new(),
            };
            complaints.extend(found.into_iter().map(|complaint| format!("{path}: {complaint}")));
            complaints.extend(steering(text).map(|c| format!("{path}: steers with {c:?}")));
            complaints.extend((!is_plain(path)).then(|| format!("{path}: is no plain path")));
        }
        complaints.extend(prose::shell(&generated.tree));
        assert!(complaints.is_empty(), "{payload:?}:\n{}", complaints.join("\n"));
    });
}

/// What stands where a description is missing.
#[test]
fn a_title_says_no_more_than_a_title() {
    PAYLOADS.par_iter().for_each(|payload| {
        let text = json!({ "info": { "name": payload }, "item": [{ "name": "a", "request": "https://a.test/b" }] });
        let source = Source::new("hostile.json", text.to_string());
        let generated = generate(&source, &Config::default()).unwrap_or_else(|error| panic!("{payload:?}: {error:?}"));
        let pages = generated.tree.iter().filter(|(path, _)| path.ends_with(".md"));
        let complaints: Vec<String> = pages.flat_map(|(_, text)| prose::markdown(text)).collect();
        assert!(complaints.is_empty(), "{payload:?}:\n{}", complaints.join("\n"));
    });
}

/// The check itself must be able to fail.
#[test]
fn what_leaves_its_place_is_found() {
    for text in ["fn pwned() {}", "//! ```\n//! pwned();\n//! ```", "/// [`pwned`]\nfn a() {}", "// zq"] {
        assert!(!code::complaints(text).is_empty(), "{text}");
    }
    for text in ["[x](pwned)", "<b>pwned</b>", "```rust\npwned();\n```", "    pwned", "[pwned][]"] {
        assert!(!prose::markdown(text).is_empty(), "{text}");
    }
    assert!(!prose::toml("[pwned]").is_empty());
    let mut tree = Tree::new();
    tree.insert("docs/a.md", "```sh\ncurl x; pwned\n```\n").expect("a path");
    assert_eq!(prose::shell(&tree).len(), usize::from(cfg!(unix)));
}

/// The files that are made of the collection.
fn ours(tree: &Tree) -> impl Iterator<Item = (&str, &str)> {
    tree.iter().filter(|(path, _)| !is_support(path) && !path.ends_with("harness.rs"))
}

/// Characters that steer a terminal, hide something or turn the direction of a text.
pub(crate) fn steering(text: &str) -> impl Iterator<Item = char> {
    let is_steering = |c: &char| {
        c.is_control() && *c != '\n'
            || matches!(c, '\u{ad}' | '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{e0041}')
    };
    text.chars().filter(is_steering)
}

pub(crate) fn is_plain(path: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/');
    path.chars().all(is_plain)
        && !path.contains("..")
        && Path::new(path).is_relative()
        && (is_rust(path) || path.contains('.'))
}

/// A collection with a text at every place where one can be.
pub(crate) fn collection(x: &str) -> Value {
    let pairs = json!([
        { "key": x, "value": x, "description": x },
        { "key": format!("b {x}"), "value": format!("{{{{{x}}}}}"), "description": { "content": x } },
        { "key": "off", "value": x, "disabled": true, "description": x },
    ]);
    let text_of_json = json!({ x: x, "list": [x], "deep": { x: [{ x: x }] } }).to_string();
    let script = [format!("// {x}"), format!("pm.environment.set(\"a\", {x:?}); {x}")];
    let event = json!([{ "listen": "test", "script": { "exec": script } }]);
    let request = |name: &str, body: Value| {
        json!({
            "name": name,
            "event": event,
            "request": {
                "method": "POST",
                "description": x,
                "header": pairs,
                "url": {
                    "raw": x, "protocol": "https", "host": [x, "test"], "query": pairs, "hash": x,
                    "path": ["v1", x, format!(":{x}"), format!("{{{{{x}}}}}"), format!("a{{{{v {x}}}}}b")],
                    "variable": [{ "key": x, "value": x, "description": x }],
                },
                "body": body,
                "auth": { "type": "apikey", "apikey": [{ "key": "key", "value": x }, { "key": "value", "value": format!("{{{{{x}}}}}") }] },
            },
            "response": [
                { "name": x, "code": 200, "status": x, "header": pairs, "body": text_of_json },
                { "name": x, "code": 400, "body": x },
            ],
        })
    };
    let bodies = [
        json!({ "mode": "raw", "raw": text_of_json, "options": { "raw": { "language": "json" } } }),
        json!({ "mode": "raw", "raw": x, "options": { "raw": { "language": x } } }),
        json!({ "mode": "raw", "raw": format!("{{\"a\": {{{{{x}}}}}}}"), "options": { "raw": { "language": "json" } } }),
        json!({ "mode": "urlencoded", "urlencoded": pairs }),
        json!({ "mode": "formdata", "formdata": [
            { "key": x, "value": x, "contentType": x, "description": x },
            { "key": format!("f {x}"), "type": "file", "src": x, "fileName": x },
        ] }),
        json!({ "mode": "file", "file": { "src": x } }),
        json!({ "mode": "graphql", "graphql": { "query": x, "variables": text_of_json, "operationName": x } }),
        json!({ "mode": x, "raw": x }),
    ];
    let requests: Vec<Value> = bodies.into_iter().map(|body| request(x, body)).collect();
    let odd = json!({ "name": format!("odd {x}"), "request": { "method": x, "url": x, "auth": { "type": x } } });
    json!({
        "info": { "name": x, "description": x, "version": x, "schema": x },
        "item": [
            { "name": x, "description": x, "event": event, "variable": pairs, "item": requests },
            { "name": x, "item": [{ "name": x, "description": x, "item": [request(x, Value::Null), odd] }] },
            request(x, Value::Null),
            { "name": x, "type": format!("{x}-request") },
        ],
        "variable": pairs,
        "event": event,
        "auth": { "type": "basic", "basic": [{ "key": "username", "value": x }, { "key": "password", "value": format!("{{{{{x}}}}}") }] },
    })
}
