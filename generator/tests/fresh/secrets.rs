//! No secret that somebody saved in a collection comes into the crate, its documentation or its programs.

use postman_codegen::config::Config;
use postman_codegen::source::Source;
use postman_codegen::{Generated, generate};

/// Secrets where people leave them: in variables of the type `secret`, in a variable that authentication uses, and as
/// they are in the authentication of the collection, a folder and a request. Everything that can hold a variable uses one.
const COLLECTION: &str = r#"{
    "info": {"name": "Vault", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
    "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "sk-live-collection-5f1d", "type": "string"}]},
    "variable": [
        {"key": "api_secret", "value": "sk-live-variable-9a3c", "type": "secret"},
        {"key": "password", "value": "sk-live-password-7b2e"},
        {"key": "header_value", "value": "Token {{api_secret}}"},
        {"key": "placeholder", "value": "YOUR_TOKEN", "type": "secret"},
        {"key": "region", "value": "eu-north-7"}
    ],
    "item": [
        {"name": "Things", "auth": {"type": "basic", "basic": [
            {"key": "username", "value": "alice"}, {"key": "password", "value": "{{password}}"}
        ]}, "item": [
            {"name": "Get Thing", "request": {"method": "GET",
                "header": [{"key": "X-Secret", "value": "{{api_secret}}"}, {"key": "X-Token", "value": "{{header_value}}"}],
                "url": "https://vault.test/things/{{api_secret}}?region={{region}}&token={{api_secret}}&place={{placeholder}}"
            }}
        ]},
        {"name": "Keys", "auth": {"type": "apikey", "apikey": [
            {"key": "key", "value": "X-Api-Key"}, {"key": "value", "value": "sk-live-folder-4d8f"}
        ]}, "item": [
            {"name": "List Keys", "request": {"method": "GET", "url": "https://vault.test/keys"}}
        ]},
        {"name": "Create Thing", "request": {"method": "POST", "url": "https://vault.test/things",
            "auth": {"type": "basic", "basic": [
                {"key": "username", "value": "alice"}, {"key": "password", "value": "sk-live-request-1c6a"}
            ]},
            "header": [{"key": "Content-Type", "value": "application/json"}],
            "body": {"mode": "raw", "raw": "{\"secret\": \"{{api_secret}}\", \"password\": \"{{password}}\", \"token\": \"{{header_value}}\"}"}
        }}
    ]
}"#;

#[test]
fn saved_secrets_are_in_no_file() {
    let Generated { tree, .. } = generate(&Source::new("vault.json", COLLECTION), &Config::default()).expect("a crate");
    let leaks: Vec<_> = tree.iter().flat_map(|(path, text)| lines_with(path, text, "sk-live-")).collect();
    assert!(leaks.is_empty(), "secrets are shown:\n{}", leaks.join("\n"));
}

#[test]
fn what_is_no_secret_is_shown() {
    let Generated { tree, .. } = generate(&Source::new("vault.json", COLLECTION), &Config::default()).expect("a crate");
    for shown in ["eu-north-7", "YOUR_TOKEN"] {
        assert!(tree.iter().any(|(_, text)| text.contains(shown)), "{shown}");
    }
}

#[test]
fn messages_show_no_secret() {
    let generated = generate(&Source::new("vault.json", COLLECTION), &Config::default()).expect("a crate");
    let told = format!("{:?}", generated.diagnostics);
    assert!(!told.contains("sk-live-"), "{told}");
}

fn lines_with(path: &str, text: &str, secret: &str) -> Vec<String> {
    text.lines().filter(|line| line.contains(secret)).map(|line| format!("{path}: {line}")).collect()
}
