//! Environments beside a collection.

use crate::{Folder, json_lines};

const COLLECTION: &str = r#"{
    "info": {"name": "Trains", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
    "item": [{"name": "List All", "request": {"method": "GET", "url": "{{baseUrl}}/all"}}]
}"#;

fn environment(name: &str) -> String {
    format!(r#"{{"name": "{name}", "values": [{{"key": "baseUrl", "value": "https://{name}.test"}}]}}"#)
}

fn folder() -> Folder {
    let (staging, local) = (environment("staging"), environment("local"));
    Folder::new(&[("trains.json", COLLECTION), ("env/staging.json", &staging), ("env/local.json", &local)])
}

#[test]
fn each_becomes_a_constructor_and_stands_in_the_header() {
    let folder = folder();
    let arguments = ["trains.json", "-e", "env/staging.json", "--environment", "env/local.json", "-o", "out"];
    folder.run(&arguments).assert_status(0);
    let client = folder.read("out/src/client.rs");
    assert!(client.contains("Client::builder().base_url(\"https://staging.test\")"), "{client}");
    assert!(client.contains("pub fn environment_local() -> Self {"), "{client}");
    let command = "`postman-codegen ../trains.json -e ../env/staging.json -e ../env/local.json -o .`";
    assert!(client.lines().next().unwrap_or_default().contains(command), "{client}");
    let run = folder.run_in(
        "out",
        "",
        &["../trains.json", "-e", "../env/staging.json", "-e", "../env/local.json", "-o", ".", "--check"],
    );
    run.assert_status(0);
    let stale = folder.run(&["trains.json", "-e", "env/local.json", "-o", "out", "--check"]);
    let mend = "to mend it, run: postman-codegen trains.json -e env/local.json -o out\n";
    assert!(stale.assert_status(1).stdout.ends_with(mend), "{}", stale.stdout);
}

#[test]
fn the_configuration_names_them_from_its_own_folder() {
    let folder = folder();
    folder.write("env/codegen.toml", "environments = ['staging.json']");
    folder.run(&["trains.json", "--config", "env/codegen.toml", "-e", "env/local.json", "-o", "out"]).assert_status(0);
    let client = folder.read("out/src/client.rs");
    assert!(client.contains("environment_staging()") && client.contains("environment_local()"), "{client}");
    let command = "`postman-codegen ../trains.json --config ../env/codegen.toml -e ../env/local.json -o .`";
    assert!(client.contains(command), "{client}");
}

#[test]
fn one_may_come_from_standard_input() {
    let folder = folder();
    folder.run_with(&environment("piped"), &["trains.json", "-e", "-", "-o", "out"]).assert_status(0);
    assert!(folder.read("out/src/client.rs").contains("pub fn environment_piped() -> Self {"));
}

#[test]
fn values_that_nothing_takes_are_told_with_their_place() {
    let folder = folder();
    folder.write(
        "odd.json",
        "{\"values\": [\n{\"key\": \"baseUrl\", \"value\": \"x.test\"},\n{\"key\": \"colour\"}, {}]}",
    );
    let run = folder.run(&["trains.json", "-e", "odd.json", "-o", "out", "--message-format", "json"]);
    let lines = json_lines(&run.assert_status(0).stderr);
    let told: Vec<_> = lines.iter().map(|line| (&line["code"], &line["file"], &line["line"])).collect();
    let file = &"odd.json".into();
    let expected =
        [(&"nameless-variable".into(), file, &3.into()), (&"unused-environment-value".into(), file, &3.into())];
    assert_eq!(told, expected);
}

#[test]
fn what_is_no_environment_is_told_with_a_way_out() {
    let folder = folder();
    folder.write("empty.json", "");
    folder.write("broken.json", "{");
    let files = ["missing.json", "env", "empty.json", "broken.json", "trains.json"];
    let shown = files.map(|file| {
        let run = folder.run(&["trains.json", "-e", file, "-o", "out"]);
        match file {
            "trains.json" => {
                run.assert_status(2).stderr.split_inclusive('\n').next().unwrap_or_default().to_owned() + "\n"
            }
            _ => run.assert_status(1).stderr.clone(),
        }
    });
    folder.write("boats.json", COLLECTION);
    let swapped = folder.run(&["env/local.json", "-e", "boats.json", "-o", "out"]);
    let alone = folder.run(&["env/local.json", "-o", "out"]);
    insta::assert_snapshot!(shown.concat() + &swapped.assert_status(1).stderr + &alone.assert_status(1).stderr);
    assert!(!folder.has("out"));
}
