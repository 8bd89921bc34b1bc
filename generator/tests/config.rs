//! The configuration: what is read, and what is said about mistakes.

use postman_codegen::config::{Address, Config, Envelope, Kind};

const TABLE: &[&str] = &["workspace", "metadata", "regen"];

fn error(text: &str) -> String {
    match Config::from_toml(text, TABLE) {
        Ok(config) => panic!("{text:?} was read as {config:?}"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn the_configuration_of_this_workspace() {
    let text = include_str!("../../Cargo.toml");
    let config = Config::from_toml(text, TABLE).unwrap();
    assert_eq!(config.name.as_deref(), Some("clarifai"));
    assert_eq!(config.version.as_deref(), Some("0.1.0"));
    assert_eq!(config.license.as_deref(), Some("MIT OR Apache-2.0"));
    assert_eq!(config.context, ["user_id", "app_id"]);
    assert_eq!(config.guides, ["Walkthroughs"]);
    let text = |address: &Option<Address>| address.as_ref().map(|address| address.text.clone());
    let pagination = &config.pagination;
    assert_eq!(text(&pagination.page).as_deref(), Some("page"));
    assert_eq!(text(&pagination.per_page).as_deref(), Some("per_page"));
    assert!(pagination.detect && pagination.cursor.is_none());
    let envelope = Envelope {
        code: "status.code".to_owned(),
        message: Some("status.description".to_owned()),
        details: Some("status.details".to_owned()),
        request_id: Some("status.req_id".to_owned()),
        success: vec![10000],
        mixed: vec![10010],
    };
    assert_eq!(config.envelope, Some(envelope));
}

#[test]
fn without_the_table_it_is_the_default() {
    for text in ["", "[workspace]", "[workspace.metadata]", "[workspace.metadata.regen]"] {
        assert_eq!(Config::from_toml(text, TABLE), Ok(Config::default()), "{text:?}");
    }
}

#[test]
fn a_file_of_its_own_needs_no_table() {
    let config = Config::from_toml("name = 'my-api'\nversion = '1.2.3-beta'", &[]).unwrap();
    assert_eq!(config.name.as_deref(), Some("my-api"));
    assert_eq!(config.version.as_deref(), Some("1.2.3-beta"));
    assert_eq!(config.source, "collection.json");
}

#[test]
fn an_unknown_key_is_named_with_its_place_and_the_known_ones() {
    let message = error("[workspace]\n\n[workspace.metadata.regen]\nname = 'a'\n  licence = 'MIT'\n");
    assert!(message.starts_with("line 5, column 3: unknown field `licence`, expected one of"), "{message}");
    let keys =
        ["name", "version", "license", "repository", "description", "context", "guides", "pagination", "envelope"];
    for key in keys {
        assert!(message.contains(&format!("`{key}`")), "{key} in {message}");
    }
    for inner in ["command", "source"] {
        assert!(!message.contains(inner), "{inner} in {message}");
        assert!(error(&format!("[workspace.metadata.regen]\n{inner} = ''")).contains("unknown field"));
    }
    let message = error("workspace.metadata.regen.pagination = { page = 'p', size = 's' }");
    assert!(
        message.starts_with("line 1, column 53: unknown field `size`, expected one of `detect`, `page`"),
        "{message}"
    );
}

#[test]
fn a_bad_value_is_named_with_its_place() {
    let regen = |line: &str| error(&format!("# é\n[workspace.metadata.regen]\n{line}\n"));
    for (line, expected) in [
        ("name = 1", "line 3, column 8: invalid type: integer `1`, expected a string"),
        ("version = '1'", "line 3, column 11: unexpected end of input while parsing major version number"),
        ("context = 'a'", "line 3, column 11: invalid type: string \"a\", expected a sequence"),
        ("envelope = {}", "line 3, column 12: missing field `code`"),
        ("name = ", "line 3, column 8: "),
        ("name = 'é' x", "line 3, column 12: "),
    ] {
        let message = regen(line);
        assert!(message.starts_with(expected), "{line}: {message}");
    }
    assert_eq!(error("[workspace]\nmetadata = 1"), "line 2, column 12: `metadata` must be a table");
}

#[test]
fn what_does_not_go_together_about_pages_is_named_with_its_place() {
    for (table, expected) in [
        ("cursor = 'after'", "line 2, column 10: `cursor` goes with `next_cursor` or `id`"),
        ("link = true\nnext_cursor = 'next'", "line 3, column 15: `next_cursor` goes with `cursor`"),
        ("id = 'id'", "line 2, column 6: `id` goes with `cursor`"),
        ("first_page = -1", "line 2, column 14: "),
        ("detect = 'no'", "line 2, column 10: invalid type: string \"no\", expected a boolean"),
        ("page = 1", "line 2, column 8: invalid type: integer `1`, expected a string"),
    ] {
        let error = Config::from_toml(&format!("[pagination]\n{table}\n"), &[]).expect_err(table).to_string();
        assert!(error.starts_with(expected), "{table}: {error}");
    }
    let config = Config::from_toml("pagination = { detect = false, cursor = 'after', id = 'uid' }", &[]).unwrap();
    assert!(!config.pagination.detect);
    assert_eq!(config.pagination.cursor.and_then(|cursor| cursor.position), Some((1, 41)));
}

#[test]
fn every_key_about_pages_is_described() {
    let message = error("workspace.metadata.regen.pagination = { x = 1 }");
    let keys: Vec<&str> = message.split("expected one of ").nth(1).expect("the keys").split(", ").collect();
    assert!(keys.len() > 10, "{message}");
    let readme = include_str!("../../README.md");
    for key in keys {
        let described = readme.lines().any(|line| line.starts_with("| `") && line.contains(key));
        assert!(described, "{key} is not in a table of the README");
    }
}

#[test]
fn a_package_must_have_a_name_that_cargo_takes() {
    let named = |name: &str| Config::from_toml(&format!("name = {name:?}"), &[]);
    for name in ["a", "my-api", "my_api2", &"a".repeat(64)] {
        assert_eq!(named(name).unwrap().name.as_deref(), Some(name));
    }
    for name in [
        "",
        "2a",
        "a b",
        "a/b",
        "-a",
        "_a",
        "type",
        "größe",
        "a\"b",
        "a ",
        "a//b",
        "a\n",
        "r#type",
        "r#a",
        "test",
        "core",
        "serde_json",
        "md-5",
        &"a".repeat(65),
    ] {
        let error = named(name).expect_err(name);
        assert!(error.message.contains("expected a package's name"), "{error}");
        assert_eq!((error.line, error.column), (1, 8));
    }
}

#[test]
fn an_error_becomes_a_diagnostic_about_the_file() {
    let error = Config::from_toml("x = 1", &[]).expect_err("an unknown key");
    let diagnostic = error.into_diagnostic("Cargo.toml");
    assert_eq!((diagnostic.file.as_str(), diagnostic.position), ("Cargo.toml", Some((1, 1))));
    assert!(diagnostic.message.starts_with("unknown field `x`"));
}

#[test]
fn decisions_about_types_know_their_places() {
    let text = "[workspace.metadata.regen.types]\n# é\nmap = ['A', 'B.c']\nkind = { 'Model.size' = 'integer' }\n\
                same = [['A',\n 'B']]\n[workspace.metadata.regen.types.rename]\nModel = 'Thing'\n";
    let types = Config::from_toml(text, TABLE).unwrap().types;
    let places = |addresses: &[Address]| -> Vec<(String, Option<(usize, usize)>)> {
        addresses.iter().map(|address| (address.text.clone(), address.position)).collect()
    };
    assert_eq!(places(&types.map), [("A".to_owned(), Some((3, 8))), ("B.c".to_owned(), Some((3, 13)))]);
    assert_eq!(places(&types.same[0]), [("A".to_owned(), Some((5, 10))), ("B".to_owned(), Some((6, 2)))]);
    let kinds: Vec<_> = types.kind.iter().map(|(at, kind)| (at.text.as_str(), at.position, *kind)).collect();
    assert_eq!(kinds, [("Model.size", Some((4, 10)), Kind::Integer)]);
    let names: Vec<_> = types.rename.iter().map(|(at, name)| (at.text.as_str(), at.position, name.as_str())).collect();
    assert_eq!(names, [("Model", Some((8, 1)), "Thing")]);
    assert!(!types.is_empty() && Config::default().types.is_empty());
}

#[test]
fn kinds_and_keys_of_types_are_those_that_there_are() {
    let types = |line: &str| error(&format!("[workspace.metadata.regen.types]\n{line}\n"));
    let message = types("kind = { 'A.b' = 'int' }");
    assert!(message.starts_with("line 2, column 18: unknown variant `int`, expected one of `bool`"), "{message}");
    let message = types("enums = ['A.b']");
    assert!(message.starts_with("line 2, column 1: unknown field `enums`, expected one of `rename`"), "{message}");
    assert!(types("same = ['A']").starts_with("line 2, column 9: invalid type: string \"A\""));
}
