//! A live credential reaches nothing that comes after the reading of the file, wherever it stands.

use postman_codegen::config::Config;
use postman_codegen::diagnostic::{Style, render_human, render_json};
use postman_codegen::render::Templates;
use postman_codegen::source::Source;
use postman_codegen::{generate, generate_with, parse, parse_environment};

use crate::hostile::collection;
use crate::{Fixture, folder};

/// What the secret parts of all made-up credentials hold, in lower case. The credentials are put together here, so that nobody who
/// scans this file takes them for real ones.
const SECRET: &str = "a1b2c3d4";

fn made_up(beginning: &str, length: usize) -> String {
    let rest: String = "a1B2c3D4e5F6g7H8".chars().cycle().take(length).collect();
    format!("{beginning}{rest}")
}

#[test]
fn credentials_reach_nothing() {
    let credentials = [
        made_up("PMAK-", 59),
        made_up("AKIA", 16).to_uppercase(),
        made_up("ghp_", 36),
        made_up("xoxb-", 40),
        made_up("sk_live_", 24),
        made_up("AIza", 35),
        made_up("glpat-", 20),
        made_up("npm_", 36),
        made_up("SG.", 22) + &made_up(".", 43),
        made_up("eyJ", 20) + &made_up(".eyJ", 20) + &made_up(".", 20),
        made_up("https://hooks.slack.com/services/T0000000/B0000000/", 24),
        made_up("-----BEGIN PRIVATE KEY-----\n", 64) + "\n-----END PRIVATE KEY-----",
    ];
    for credential in credentials {
        for text in [credential.clone(), format!("use {credential}, please"), format!("\"a\": \"{credential}\"\n")] {
            assert_hidden(&Source::new("c.json", collection(&text).to_string()), &Config::default());
        }
    }
}

#[test]
fn credentials_of_the_fixture_reach_nothing() {
    let fixture = Fixture::read(&folder().join("secret-credentials.json"));
    assert_hidden(&fixture.source, &fixture.config);
}

/// The fixtures' saved secrets are all the same one.
#[test]
fn saved_secrets_are_told_nowhere() {
    for fixture in crate::fixtures() {
        let (collection, findings) = parse(&fixture.source).expect("a collection");
        let generated = fixture.generate();
        let sources = std::slice::from_ref(&fixture.source);
        // What only an environment calls a secret, is none to those who read the collection alone.
        let alone = if fixture.environments.is_empty() { Some(&collection) } else { None };
        let told = [
            ("the model", format!("{:?}", generated.api)),
            ("the collection", format!("{alone:?}")),
            ("the dump", serde_json::to_string(&alone).expect("JSON")),
            ("messages for people", render_human(&generated.diagnostics, sources, Style::Plain)),
            ("messages for programs", render_json(&findings, sources)),
        ];
        for (name, text) in told {
            let at = text.find("hunter2").map(|at| &text[at.saturating_sub(60)..at]);
            assert_eq!(at, None, "{name} of {} tells a secret", fixture.name);
        }
    }
}

/// A credential in an environment is masked and told, and its variable is a secret.
#[test]
fn credentials_of_environments_reach_nothing() {
    let credential = made_up("glpat-", 20);
    let collection = r#"{ "info": { "name": "C" }, "item": [{ "name": "A", "request": { "url": "https://a.test/{{note}}" } },
        { "name": "B", "request": { "url": "{{host}}/b/{{note}}" } }] }"#;
    let text = format!(
        r#"{{ "name": "E", "values": [{{ "key": "note", "value": "{credential}" }}, {{ "key": "host", "value": "https://b.test" }}] }}"#
    );
    let source = Source::new("e.json", text);
    let (environment, findings) = parse_environment(&source).expect("an environment");
    assert_eq!(findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["masked-credential"]);
    let config = Config { context: vec!["note".to_owned()], ..Config::default() };
    let templates = Templates::embedded().expect("templates");
    let generated =
        generate_with(&Source::new("c.json", collection), &[environment], &config, &templates).expect("a crate");
    let told: String = generated.tree.iter().map(|(_, text)| text).collect();
    assert!(!told.contains("glpat-"));
    let [environment] = &generated.api.environments[..] else { panic!("{:?}", generated.api.environments) };
    assert_eq!(environment.missing.iter().map(ToString::to_string).collect::<Vec<_>>(), ["note"]);
}

fn assert_hidden(source: &Source, config: &Config) {
    let generated = generate(source, config).expect("a crate");
    let (collection, findings) = parse(source).expect("a collection");
    assert!(findings.iter().any(|finding| finding.code == "masked-credential"));
    let sources = std::slice::from_ref(source);
    let told = [
        ("the source", format!("{source:?}")),
        ("the collection", format!("{collection:?}")),
        ("the model", format!("{:?}", generated.api)),
        ("messages for people", render_human(&generated.diagnostics, sources, Style::Plain)),
        ("messages for programs", render_json(&generated.diagnostics, sources)),
    ];
    let files = generated.tree.iter().map(|(path, text)| (path, text.to_owned()));
    for (name, text) in told.into_iter().chain(files) {
        let text = text.to_lowercase();
        let at = text.find(SECRET).map(|at| &text[at.saturating_sub(40)..at]);
        assert_eq!(at, None, "{name} tells a credential");
    }
}
