//! That the constructor of an environment calls what the model says, on setters that there are.

use std::collections::BTreeMap;

use postman_codegen::model::Environment;
use syn::{Expr, File, ImplItem, ImplItemFn, Item, Lit};

use crate::fixtures;

#[test]
fn constructors_call_the_setters_of_the_model() {
    let mut seen = 0;
    for fixture in fixtures().iter().filter(|fixture| !fixture.environments.is_empty()) {
        let generated = fixture.generate();
        let client = syn::parse_file(generated.tree.get("src/client.rs").expect("a client")).expect("Rust");
        let methods = builder_methods(&client);
        for environment in &generated.api.environments {
            let constructor = methods[environment.constructor.as_str()];
            assert!(constructor.sig.inputs.is_empty(), "{}", constructor.sig.ident);
            assert_eq!(calls(constructor), expected(environment), "{}: {}", fixture.name, environment.title);
            for setter in environment.settings.iter().map(|setting| &setting.setter).chain(&environment.missing) {
                assert_eq!(methods[setter.as_str()].sig.inputs.len(), 2, "{}: {setter}", fixture.name);
            }
            seen += 1;
        }
    }
    assert!(seen > 5, "only {seen} environments");
}

fn expected(environment: &Environment) -> Vec<(String, String)> {
    let settings = environment.settings.iter();
    settings.map(|setting| (setting.setter.as_str().to_owned(), setting.value.clone())).collect()
}

fn builder_methods(client: &File) -> BTreeMap<String, &ImplItemFn> {
    let blocks = client.items.iter().filter_map(|item| match item {
        Item::Impl(block) if matches!(&*block.self_ty, syn::Type::Path(ty) if ty.path.is_ident("ClientBuilder")) => {
            Some(block)
        }
        _ => None,
    });
    let methods = blocks.flat_map(|block| &block.items).filter_map(|item| match item {
        ImplItem::Fn(method) => Some((method.sig.ident.to_string(), method)),
        _ => None,
    });
    methods.collect()
}

/// The chain of `.setter("value")` that a method is made of.
fn calls(method: &ImplItemFn) -> Vec<(String, String)> {
    let [syn::Stmt::Expr(expression, None)] = &method.block.stmts[..] else {
        panic!("{} is no chain", method.sig.ident)
    };
    let (mut calls, mut expression) = (Vec::new(), expression);
    while let Expr::MethodCall(call) = expression {
        match call.args.first() {
            Some(Expr::Lit(literal)) if call.args.len() == 1 => match &literal.lit {
                Lit::Str(text) => calls.push((call.method.to_string(), text.value())),
                _ => panic!("{} is not called with a text", call.method),
            },
            _ => panic!("{} is not called with a literal", call.method),
        }
        expression = &call.receiver;
    }
    calls.reverse();
    calls
}
