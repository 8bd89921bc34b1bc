//! The code of the Markdown pages compiles, since each piece of it is also a doctest.

use std::collections::{BTreeMap, BTreeSet};

use postman_codegen::model::{Folder, Operation};
use postman_codegen::render::Tree;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use syn::{Expr, ExprLit, ImplItem, Item, Lit, Meta, Type};

use crate::crate_of_the_workspace;

#[test]
fn every_operation_has_an_example_in_rustdoc_and_in_the_pages() {
    let generated = crate_of_the_workspace();
    let (examples, pages) = (examples(&generated.tree), pages(&generated.tree));
    let operations = generated.api.root.operations_deep();
    assert_eq!(operations.len(), 235);
    for (folder, operation) in operations {
        let place = place(folder, operation);
        let [example] = &examples.get(&place).map(Vec::as_slice).unwrap_or_default() else {
            panic!("{place:?} has not one doctest but {:?}", examples.get(&place));
        };
        assert!(example.contains(&format!(".{}(", operation.name.as_str())), "{place:?}: {example}");
        assert!(
            pages.values().flatten().any(|code| code == example),
            "no page has the example of {place:?}:\n{example}"
        );
    }
}

#[test]
fn all_code_of_the_pages_is_in_doctests() {
    let tree = &crate_of_the_workspace().tree;
    let examples: BTreeSet<String> = examples(tree).into_values().flatten().collect();
    let pages = pages(tree);
    assert!(!pages.is_empty());
    for (path, blocks) in pages {
        for code in blocks {
            assert!(examples.contains(&code), "{path} has code that no doctest compiles:\n{code}");
        }
    }
}

/// A method: its file, its type and its name.
type Place = (String, String, String);

fn place(folder: &Folder, operation: &Operation) -> Place {
    let (file, handle) = match &folder.path[..] {
        [] => ("src/client.rs".to_owned(), "Client"),
        path => (
            format!("src/{}.rs", path.iter().map(|part| part.plain()).collect::<Vec<_>>().join("/")),
            folder.handle.as_str(),
        ),
    };
    (file, handle.to_owned(), operation.name.as_str().to_owned())
}

/// What readers see of the doctests of each method.
fn examples(tree: &Tree) -> BTreeMap<Place, Vec<String>> {
    let mut all = BTreeMap::new();
    for (path, text) in tree.iter().filter(|(path, _)| path.starts_with("src/") && path.ends_with(".rs")) {
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        for (handle, function) in file.items.into_iter().flat_map(methods) {
            let blocks = code_blocks(&documentation(&function.attrs)).into_iter();
            let doctests = blocks.filter(|(language, _)| is_doctest(language));
            let visible = doctests.map(|(_, code)| visible(&code)).collect();
            all.insert((path.to_owned(), handle, function.sig.ident.to_string()), visible);
        }
    }
    all
}

/// The methods of an `impl`, with the name of the type.
fn methods(item: Item) -> Vec<(String, syn::ImplItemFn)> {
    let Item::Impl(block) = item else { return Vec::new() };
    let Type::Path(path) = *block.self_ty else { return Vec::new() };
    let handle = path.path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
    let functions = block.items.into_iter().filter_map(|item| match item {
        ImplItem::Fn(function) => Some((handle.clone(), function)),
        _ => None,
    });
    functions.collect()
}

fn documentation(attributes: &[syn::Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    });
    lines.map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(&line))).collect()
}

/// The Rust code of each folder's page. Pages of the manual are documentation of the crate themselves.
fn pages(tree: &Tree) -> BTreeMap<&str, Vec<String>> {
    let is_page = |path: &str| path.starts_with("docs/") && !path.starts_with("docs/manual/") && path.ends_with(".md");
    let pages = tree.iter().filter(|(path, _)| is_page(path));
    let rust =
        |text| code_blocks(text).into_iter().filter(|(language, _)| language.split(',').any(|word| word == "rust"));
    pages.map(|(path, text)| (path, rust(text).map(|(_, code)| code).collect())).collect()
}

/// The fenced blocks of a Markdown text, with what stands after the fence.
fn code_blocks(markdown: &str) -> Vec<(String, String)> {
    let (mut blocks, mut open) = (Vec::new(), None);
    for event in Parser::new(markdown) {
        match (event, &mut open) {
            (Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))), _) => {
                open = Some((language.into_string(), String::new()));
            }
            (Event::Text(text), Some((_, code))) => code.push_str(&text),
            (Event::End(TagEnd::CodeBlock), _) => blocks.extend(open.take()),
            _ => {}
        }
    }
    blocks
}

fn is_doctest(language: &str) -> bool {
    let mut words = language.split([',', ' ']).filter(|word| !word.is_empty());
    let is_rust = |word: &str| ["rust", "no_run", "should_panic"].contains(&word) || word.starts_with("edition");
    words.all(is_rust)
}

/// A doctest without the lines that rustdoc hides.
fn visible(code: &str) -> String {
    let is_hidden = |line: &str| line.trim() == "#" || line.trim_start().starts_with("# ");
    code.lines().filter(|line| !is_hidden(line)).map(|line| format!("{line}\n")).collect()
}
