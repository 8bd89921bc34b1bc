//! Decisions about types in the configuration: what they change, and what is said of those that cannot be.

use fastrand::Rng;
use postman_codegen::config::{Address, Config, Kind, Types};
use postman_codegen::diagnostic::{Diagnostic, Style, render_human};
use postman_codegen::known::KnownNames;
use postman_codegen::model::{Api, Field, Presence, TypeDef, TypeKind, TypeRef};
use postman_codegen::proof::prove;
use postman_codegen::source::Source;
use postman_codegen::{generate, lower, parse};
use serde_json::{Value, json};

fn get(name: &str, url: &str, body: &Value) -> Value {
    let response = json!({"name": "OK", "code": 200, "body": body.to_string()});
    json!({"name": name, "request": format!("https://x.test/{url}"), "response": [response]})
}

/// Trains, tickets and stations, as an example shows each.
fn collection() -> Source {
    let owner = json!({"id": "o", "full_name": "Ann", "email": "ann@x.test"});
    let train = json!({"train": {
        "id": "a", "type": "fast one", "seats": 5, "weight": 1.5, "left": null, "owner": owner, "state": "ON_TIME",
        "params": {"a": 1}, "sizes": [1, "x"], "far": -1, "huge": 9_007_199_254_740_993_i64, "api_token": "hunter2", "blank": "",
    }});
    let again = json!({"train": {"type": "slow one", "left": "today", "seats": 6}});
    let ticket = json!({"ticket": {"id": "t", "price": 2, "owner": owner, "open": true}});
    let station =
        json!({"station": {"id": "s", "name": "Central", "dotted.name": "x", "place": {"lat": 1.5, "lon": 2}}});
    let items = json!([{"name": "All", "item": [
        get("Get Train", "trains/:id", &train),
        get("Get Train Again", "trains/:id", &again),
        get("Get Ticket", "tickets/:id", &ticket),
        get("Get Station", "stations/:id", &station),
    ]}]);
    let text = json!({"info": {"name": "Trains"}, "item": items});
    Source::new("trains.json", text.to_string())
}

fn config(types: &str) -> Config {
    let config =
        Config::from_toml(&format!("[types]\n{types}\n"), &[]).unwrap_or_else(|error| panic!("{types}: {error}"));
    Config { file: "codegen.toml".to_owned(), ..config }
}

fn lowered(types: &str) -> (Api, Vec<Diagnostic>) {
    let (collection, _) = parse(&collection()).expect("it is a collection");
    let (api, findings) = lower(&collection, &config(types));
    (api, findings.into_iter().filter(Diagnostic::is_error).collect())
}

/// The API of decisions that can be; its types hold all examples.
fn decided(types: &str) -> Api {
    let (api, errors) = lowered(types);
    assert!(errors.is_empty(), "{types}: {errors:#?}");
    assert!(prove(&api).failures.is_empty(), "{types}: {:#?}", prove(&api).failures);
    api
}

fn def<'a>(api: &'a Api, name: &str) -> &'a TypeDef {
    let names: Vec<_> = api.types.iter().map(|def| def.name.plain()).collect();
    api.types.iter().find(|def| def.name.plain() == name).unwrap_or_else(|| panic!("{name} in {names:?}"))
}

fn field<'a>(api: &'a Api, name: &str, wire: &str) -> &'a Field {
    def(api, name).field(wire).unwrap_or_else(|| panic!("{name}.{wire}"))
}

fn names(api: &Api) -> Vec<&str> {
    api.types.iter().map(|def| def.name.plain()).collect()
}

/// All messages, each with its line and column in the configuration.
fn errors(types: &str) -> Vec<String> {
    let (_, errors) = lowered(types);
    let told = errors.iter().map(|error| {
        assert_eq!(error.file, "codegen.toml", "{types}");
        let (line, column) = error.position.expect("a position");
        format!("{line}:{column} {}", error.message)
    });
    told.collect()
}

#[test]
fn without_decisions_types_are_as_inferred() {
    let api = decided("");
    let expected =
        ["IntegerOrText", "Owner", "Params", "Place", "Station", "StationResponse", "Ticket", "TicketResponse"];
    assert_eq!(names(&api), [&expected[..], &["Train", "TrainResponse", "TrainState"]].concat());
    assert_eq!(field(&api, "Train", "owner").ty, field(&api, "Ticket", "owner").ty);
}

#[test]
fn only_what_is_named_is_renamed() {
    let before = decided("");
    let api = decided("rename = { Train = 'Vehicle', Ticket = 'Train', 'Train.type' = 'train_kind' }");
    let renamed = |name: &str| match name {
        "Train" => "Vehicle".to_owned(),
        "Ticket" => "Train".to_owned(),
        other => other.to_owned(),
    };
    let mut expected: Vec<String> = names(&before).into_iter().map(renamed).collect();
    expected.sort();
    assert_eq!(names(&api), expected);
    assert_eq!(field(&api, "Vehicle", "type").name.as_str(), "train_kind");
    assert!(def(&api, "Train").field("price").is_some());
}

#[test]
fn what_is_apart_has_types_of_its_own() {
    let api = decided("apart = [['Train.owner', 'Ticket.owner']]");
    let (train, ticket) = (&field(&api, "Train", "owner").ty, &field(&api, "Ticket", "owner").ty);
    assert_ne!(train, ticket);
    assert!(matches!((train, ticket), (TypeRef::Named(_), TypeRef::Named(_))));
}

#[test]
fn what_is_the_same_has_one_type() {
    let api = decided("same = [['Station', 'Ticket', 'Train.params']]");
    assert!(!names(&api).contains(&"Ticket") && !names(&api).contains(&"Params"));
    let wires: Vec<_> = def(&api, "Station").fields().iter().map(|field| field.wire.as_str()).collect();
    for wire in ["name", "price", "a"] {
        assert!(wires.contains(&wire), "{wire} in {wires:?}");
    }
}

#[test]
fn a_field_is_found_by_either_name() {
    for address in ["Station.dotted.name", "Station.dotted_name"] {
        let api = decided(&format!("required = ['{address}']"));
        assert_eq!(field(&api, "Station", "dotted.name").presence, Presence::Always);
    }
}

#[test]
fn anything_can_be_a_value() {
    let before = decided("");
    for def in &before.types {
        for field in def.fields() {
            let address = format!("{}.{}", def.name, field.wire);
            let api = decided(&format!("kind = {{ '{address}' = 'any' }}"));
            let (_, errors) = lowered(&format!("kind = {{ '{address}' = 'any' }}"));
            assert!(errors.is_empty());
            let after = api.types.iter().find(|other| other.name == def.name).map(|def| def.field(&field.wire));
            assert!(after.flatten().is_some_and(|field| field.ty.is_untyped()), "{address}");
        }
    }
}

#[test]
fn words_are_those_of_all_examples() {
    let api = decided("enum = ['Train.type']");
    let TypeRef::Named(name) = &field(&api, "Train", "type").ty else { panic!("no enum") };
    let TypeKind::Enum(variants) = &def(&api, name.plain()).kind else { panic!("no enum") };
    let words: Vec<_> = variants.iter().map(|variant| (variant.name.as_str(), variant.wire.as_str())).collect();
    assert_eq!(words, [("FastOne", "fast one"), ("SlowOne", "slow one")]);
}

#[test]
fn mistakes_are_told() {
    let table: &[(&str, &[&str])] = &[
        ("map = ['Tarin']", &["2:8 no type is called \"Tarin\": did you mean \"Train\"?"]),
        ("map = ['train.params']", &["2:8 no type is called \"train\": did you mean \"Train\"?"]),
        ("map = ['Xyz']", &["2:8 no type is called \"Xyz\""]),
        ("required = ['Train.typ']", &["2:13 \"Train\" has no field \"typ\": did you mean \"type\"?"]),
        ("required = ['Train.q']", &["2:13 \"Train\" has no field \"q\""]),
        (
            "required = ['Train']\nkind = { 'Nope' = 'any', 'Train.Owner' = 'any' }",
            &[
                "2:13 \"Train\" is a type, and this is about fields",
                "3:10 no type is called \"Nope\"",
                "3:26 \"Train\" has no field \"Owner\": did you mean \"owner\"?",
            ],
        ),
        ("kind = { 'Train.type' = 'integer' }", &["2:10 \"Train.type\" cannot be an integer: an example shows text"]),
        (
            "kind = { 'Train.weight' = 'integer' }",
            &["2:10 \"Train.weight\" cannot be an integer: an example shows a fraction"],
        ),
        (
            "kind = { 'Train.far' = 'unsigned' }",
            &["2:10 \"Train.far\" cannot be an integer that is not negative: an example shows a number below zero"],
        ),
        (
            "kind = { 'Train.huge' = 'float' }",
            &["2:10 \"Train.huge\" cannot be a number: an example shows a number that a float does not hold"],
        ),
        (
            "kind = { 'Train.left' = 'date' }",
            &["2:10 \"Train.left\" cannot be a date: an example shows text of another form"],
        ),
        ("kind = { 'Train.sizes' = 'string' }", &["2:10 \"Train.sizes\" cannot be text: an example shows a number"]),
        (
            "kind = { 'Train.owner' = 'bool' }",
            &["2:10 \"Train.owner\" cannot be a boolean: an example shows an object"],
        ),
        ("required = ['Train.id']", &["2:13 \"Train.id\" is not always there: an example lacks it"]),
        ("required = ['Train.left']", &["2:13 \"Train.left\" is not always there: an example shows `null`"]),
        ("enum = ['Train.seats']", &["2:9 \"Train.seats\" cannot be an enum: an example shows a number"]),
        ("enum = ['Train.blank']", &["2:9 \"Train.blank\" cannot be an enum: no example shows a word"]),
        ("enum = ['Train.api_token']", &["2:9 \"Train.api_token\" cannot be an enum: it is called like a secret"]),
        ("map = ['Train.type']", &["2:8 \"Train.type\" cannot be a map: an example shows text"]),
        (
            "map = ['Owner']\nrequired = ['Owner.id']",
            &["3:13 \"Owner.id\" is no field: what holds it is told to be a map"],
        ),
        (
            "kind = { 'Train.type' = 'string' }\nenum = ['Train.type']",
            &["3:9 \"Train.type\" has a kind, so it is no enum"],
        ),
        (
            "same = [['Train', 'Ticket']]\napart = [['Train.owner', 'Ticket.owner']]",
            &["2:19 \"Train\" and \"Ticket\" cannot be the same: they, or what they hold, are told to be apart"],
        ),
        (
            "same = [['Train.owner', 'Station']]\napart = [['Owner', 'Station']]",
            &["2:25 \"Train.owner\" and \"Station\" cannot be the same: they, or what they hold, are told to be apart"],
        ),
        (
            "apart = [['Train.owner', 'Owner']]",
            &[
                "2:26 \"Train.owner\" and \"Owner\" cannot be apart: what holds them is one thing, and a field of one type has one type",
            ],
        ),
        (
            "map = ['Train']\napart = [['Train.owner', 'Train.params']]",
            &[
                "3:26 \"Train.owner\" and \"Train.params\" cannot be apart: what holds them is one thing, and a field of one type \
               has one type",
            ],
        ),
        ("map = ['TrainResponse']\nsame = [['Train']]", &["3:10 \"Train\" stands alone, and this is about several"]),
        ("apart = [['Train.seats', 'Train.owner']]", &["2:11 \"Train.seats\" is neither an object nor an enum"]),
        ("same = [['Owner', 'Train.state']]", &["2:19 \"Owner\" and \"Train.state\" cannot be the same"]),
        ("rename = { Train = 'Ticket' }", &["2:12 \"Train\" cannot be called \"Ticket\": another type is"]),
        (
            "rename = { Ticket = 'Pass', Train = 'Pass' }",
            &["2:29 \"Ticket\" and \"Train\" cannot both be called \"Pass\""],
        ),
        ("rename = { Train = 'Option' }", &["2:12 `Option` means something else where types are defined"]),
        ("rename = { Train = 'Self' }", &["2:12 \"Train\" cannot be called \"Self\""]),
        ("rename = { Train = 'a train' }", &["2:12 \"Train\" cannot be called \"a train\""]),
        ("rename = { 'Train.type' = 'type' }", &["2:12 \"Train.type\" cannot be called \"type\""]),
        ("rename = { 'Train.type' = 'seats' }", &["2:12 \"Train.type\" cannot be called \"seats\": another field is"]),
        (
            "rename = { 'Train.id' = 'x', 'Train.type' = 'x' }",
            &["2:30 \"Train.id\" and \"Train.type\" cannot both be called \"x\""],
        ),
        (
            "map = ['Owner']\nrename = { Owner = 'Person' }",
            &["3:12 \"Owner\" cannot be called \"Person\": it is no type of its own, as something else is decided"],
        ),
        (
            "apart = [['Train.owner', 'Ticket.owner']]\nrename = { Owner = 'Person' }",
            &["3:12 \"Owner\" cannot be called \"Person\": it is several types, as things are told to be apart"],
        ),
    ];
    let wrong: Vec<_> = table.iter().filter(|(types, expected)| errors(types) != *expected).collect();
    let told: Vec<_> = wrong.iter().map(|(types, _)| format!("{types}\n  {:#?}", errors(types))).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

/// What is remembered are the names without decisions, so that these mean the same the next time, and can be taken back.
#[test]
fn decisions_mean_the_same_the_next_time() {
    let (collection, _) = parse(&collection()).expect("it is a collection");
    for types in [
        "rename = { Train = 'Vehicle', TrainState = 'Motion' }",
        "same = [['Station', 'Ticket']]",
        "apart = [['Train.owner', 'Ticket.owner']]",
        "map = ['Train.params', 'Station.place']",
        "kind = { 'Train.owner' = 'any', 'Train.state' = 'string' }",
    ] {
        let first = decided(types);
        let known = KnownNames::of(&first);
        assert_eq!(known, KnownNames::of(&decided("")), "{types}");
        let (second, findings) = lower(&collection, &Config { known: known.clone(), ..config(types) });
        assert!(!findings.iter().any(Diagnostic::is_error), "{types}: {findings:#?}");
        assert_eq!(second.types, first.types, "{types}");
        let (without, _) = lower(&collection, &Config { known, ..config("") });
        assert_eq!(without.types, decided("").types, "{types}");
    }
}

/// The configuration's line is shown, and the example that contradicts it is named; nothing is generated.
#[test]
fn mistakes_stop_the_generator() {
    let source = collection();
    let config = config("kind = { 'Train.type' = 'integer' }\nmap = ['Tarin']");
    let errors = generate(&source, &config).expect_err("a mistake");
    let text = "[types]\nkind = { 'Train.type' = 'integer' }\nmap = ['Tarin']\n";
    insta::assert_snapshot!(render_human(&errors, &[source, Source::new("codegen.toml", text)], Style::Plain));
}

/// What the sets of decisions are made up from. They are the same in every run; a failure names the seed of its set.
const SEEDS: std::ops::Range<u64> = 4..8;

/// Whatever is decided: if it is no mistake, types hold what they held, and no two have one name.
#[test]
fn decisions_lose_nothing() {
    let text = include_str!("../../../collection.json");
    let (collection, _) = parse(&Source::new("collection.json", text)).expect("it is a collection");
    let (plain, _) = lower(&collection, &Config::default());
    let mut accepted = 0;
    for seed in SEEDS {
        let types = made_up(&plain, &mut Rng::with_seed(seed));
        let config = Config { types, ..Config::default() };
        let (api, findings) = lower(&collection, &config);
        if findings.iter().any(Diagnostic::is_error) {
            continue;
        }
        accepted += 1;
        assert_eq!(prove(&api).failures, [], "seed {seed}: {:#?}", config.types);
        assert!(api.types.is_sorted_by(|a, b| a.name < b.name), "seed {seed}: {:?}", names(&api));
        let held = api.types.iter().flat_map(TypeDef::held);
        let unknown: Vec<_> = held.filter(|name| TypeDef::find(&api.types, name).is_none()).collect();
        assert!(unknown.is_empty(), "seed {seed}: {unknown:?}");
    }
    assert!(accepted > 0, "some sets are no mistakes");
}

fn made_up(api: &Api, rng: &mut Rng) -> Types {
    let structs: Vec<&TypeDef> = api.types.iter().filter(|def| !def.fields().is_empty()).collect();
    let pick = |rng: &mut Rng| structs[rng.usize(..structs.len())];
    let whole = |rng: &mut Rng| Address::from(pick(rng).name.plain());
    let object = |rng: &mut Rng| loop {
        let def = pick(rng);
        let field = &def.fields()[rng.usize(..def.fields().len())];
        let named = field.ty.named().and_then(|name| TypeDef::find(&api.types, name));
        if named.is_some_and(|def| !def.fields().is_empty()) {
            return Address::from(&*format!("{}.{}", def.name.plain(), field.wire));
        }
    };
    let any = |rng: &mut Rng| {
        let def = pick(rng);
        Address::from(&*format!("{}.{}", def.name.plain(), def.fields()[rng.usize(..def.fields().len())].wire))
    };
    Types {
        rename: [(whole(rng), "Chosen".to_owned()), (any(rng), "chosen_field".to_owned())].into(),
        same: vec![vec![whole(rng), whole(rng)], vec![object(rng), whole(rng)]],
        apart: vec![vec![object(rng), object(rng)], vec![object(rng), object(rng), object(rng)]],
        kind: [(any(rng), Kind::Any), (any(rng), Kind::Any)].into(),
        map: vec![object(rng), whole(rng)],
        ..Types::default()
    }
}
