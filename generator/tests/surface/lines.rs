//! A line for each public item.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, Fields, FnArg, ImplItem, Item, ItemImpl, ItemMacro, ItemStruct, Signature, Type, Variant};

use crate::code::code;
use crate::exports::{Exports, is_public, named, plain};
use crate::source::{Crate, Path};

/// The lines of a crate, each with the module that its item is defined in.
pub(crate) fn all(source: &Crate, exports: &Exports, krate: &str) -> Vec<(Path, String)> {
    let mut lines = Vec::new();
    for (module, items) in source {
        let reader = Reader { exports, krate, module, items };
        lines.extend(items.iter().flat_map(|item| reader.item(item)).map(|line| (module.clone(), line)));
    }
    lines
}

/// Reads the items of one module.
struct Reader<'a> {
    exports: &'a Exports,
    krate: &'a str,
    module: &'a Path,
    items: &'a [Item],
}

impl Reader<'_> {
    fn item(&self, item: &Item) -> Vec<String> {
        match item {
            Item::Mod(item) => self.named(&item.ident, |path| vec![format!("pub mod {path}{}", gate(&item.attrs))]),
            Item::Struct(item) => self.named(&item.ident, |path| structure(item, path)),
            Item::Enum(item) => self.named(&item.ident, |path| {
                let variants = item.variants.iter().map(|variant| {
                    let variant = Variant { attrs: Vec::new(), ..variant.clone() };
                    format!("pub {path}::{}", code(&variant))
                });
                let head = format!("{}pub enum {path}{}", marks(&item.attrs), derives(&item.attrs));
                variants.chain([head]).collect()
            }),
            Item::Fn(item) => self.named(&item.sig.ident, |path| vec![function(&item.sig, path)]),
            Item::Const(item) => self.named(&item.ident, |path| {
                vec![format!("pub const {path}: {} = {}", code(&item.ty), code(&item.expr))]
            }),
            Item::Type(item) => self.named(&item.ident, |path| {
                vec![format!("pub type {path}{} = {}", code(&item.generics), code(&item.ty))]
            }),
            Item::Impl(item) => self.implementation(item),
            Item::Macro(item) => self.macros(item),
            _ => Vec::new(),
        }
    }

    /// The lines of an item, if users can name it.
    fn named(&self, name: &syn::Ident, lines: impl FnOnce(&str) -> Vec<String>) -> Vec<String> {
        self.shown(self.module, &plain(name)).map(|path| lines(&path)).unwrap_or_default()
    }

    fn shown(&self, module: &[String], name: &str) -> Option<String> {
        let path = self.exports.get(&(module.to_vec(), name.to_owned()))?;
        Some(format!("{}::{}", self.krate, path.join("::")))
    }

    /// The public path of a type that this module defines or imports.
    fn resolved(&self, name: &syn::Ident) -> Option<String> {
        let name = plain(name);
        self.shown(self.module, &name).or_else(|| {
            let uses = self.items.iter().filter_map(|item| match item {
                Item::Use(used) => Some(named(&used.tree, self.module)),
                _ => None,
            });
            let mut imports = uses.flatten().filter(|(_, imported)| imported.as_deref() == Some(&name));
            imports.find_map(|(from, _)| self.shown(&from, &name))
        })
    }

    fn implementation(&self, item: &ItemImpl) -> Vec<String> {
        let Type::Path(of) = &*item.self_ty else { return Vec::new() };
        let Some(last) = of.path.segments.last() else { return Vec::new() };
        let Some(path) = self.resolved(&last.ident) else { return Vec::new() };
        if let Some((of, _)) = &item.trait_ {
            let (of, arguments) = (code(of), code(&last.arguments));
            return vec![format!("impl{} {of} for {path}{arguments}", code(&item.generics))];
        }
        let fields = if self.is_type() { self.fields(&last.ident) } else { Vec::new() };
        let members = item.items.iter().filter_map(|member| match member {
            ImplItem::Fn(method) if is_public(&method.vis) && !follows(&method.sig, &fields) => {
                Some(function(&method.sig, &format!("{path}::{}", method.sig.ident)))
            }
            ImplItem::Const(item) if is_public(&item.vis) => {
                Some(format!("pub const {path}::{}: {} = {}", item.ident, code(&item.ty), code(&item.expr)))
            }
            _ => None,
        });
        members.collect()
    }

    /// Whether this module holds types of bodies and answers.
    fn is_type(&self) -> bool {
        self.module.first().is_some_and(|top| top == "types")
    }

    fn fields(&self, of: &syn::Ident) -> Vec<String> {
        let found = self.items.iter().find_map(|item| match item {
            Item::Struct(item) if item.ident == *of => Some(item),
            _ => None,
        });
        found.iter().flat_map(|item| &item.fields).filter_map(|field| field.ident.as_ref().map(plain)).collect()
    }

    /// Macros that give methods to a type, and what they give.
    fn macros(&self, item: &ItemMacro) -> Vec<String> {
        let Some(name) = item.mac.path.get_ident() else { return Vec::new() };
        if name == "macro_rules" {
            return item.ident.as_ref().map(|name| given(name, &item.mac.tokens)).unwrap_or_default();
        }
        let mut tokens = item.mac.tokens.clone().into_iter();
        match tokens.next() {
            Some(TokenTree::Ident(of)) => {
                let rest = code(&tokens.collect::<TokenStream>());
                let line = |path| format!("{name}!({})", format!("{path} {rest}").trim());
                self.resolved(&of).map(line).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }
}

fn structure(item: &ItemStruct, path: &str) -> Vec<String> {
    let fields = match &item.fields {
        Fields::Named(fields) => fields.named.iter().filter(|field| is_public(&field.vis)).collect(),
        _ => Vec::new(),
    };
    let lines = fields.into_iter().filter_map(|field| {
        let name = field.ident.as_ref()?;
        Some(format!("pub {path}::{name}: {}", code(&field.ty)))
    });
    let head = format!("{}pub struct {path}{}{}", marks(&item.attrs), code(&item.generics), derives(&item.attrs));
    lines.chain([head]).collect()
}

fn function(signature: &Signature, path: &str) -> String {
    let mut signature = signature.clone();
    for input in &mut signature.inputs {
        // Whether a method changes its own copy is nobody's business.
        if let FnArg::Receiver(receiver) = input {
            receiver.mutability = None;
        }
    }
    let name = signature.ident.to_string();
    let printed = code(&signature);
    format!("pub {}", printed.replacen(&format!("fn {name}"), &format!("fn {path}"), 1))
}

/// Whether a method follows from the fields of its type.
fn follows(signature: &Signature, fields: &[String]) -> bool {
    let name = plain(&signature.ident);
    let is_setter = fields.iter().any(|field| name == *field || name == format!("with_{field}"));
    is_setter || (name == "new" && signature.inputs.is_empty() && !fields.is_empty())
}

/// The items that a macro gives to the type that it is called with.
fn given(name: &syn::Ident, rules: &TokenStream) -> Vec<String> {
    let bodies = rules.clone().into_iter().filter_map(|token| match token {
        TokenTree::Group(group) => Some(without_dollars(group.stream())),
        _ => None,
    });
    let items = bodies.filter_map(|body| syn::parse2::<syn::File>(body).ok()).flat_map(|file| file.items);
    let line = |item: Item| match item {
        Item::Impl(item) if item.trait_.is_none() => {
            let of = code(&item.self_ty);
            let methods = item.items.iter().filter_map(|member| match member {
                ImplItem::Fn(method) if is_public(&method.vis) => {
                    Some(format!("{name}! {}", function(&method.sig, &format!("{of}::{}", method.sig.ident))))
                }
                _ => None,
            });
            methods.collect()
        }
        Item::Impl(item) => {
            let of = item.trait_.as_ref().map(|(of, _)| code(of)).unwrap_or_default();
            vec![format!("{name}! impl {of} for {}", code(&item.self_ty))]
        }
        _ => Vec::new(),
    };
    items.flat_map(line).collect()
}

/// Tokens of a macro's rule with its variables as plain words.
fn without_dollars(tokens: TokenStream) -> TokenStream {
    let plain = tokens.into_iter().filter(|token| !matches!(token, TokenTree::Punct(mark) if mark.as_char() == '$'));
    let plain = plain.map(|token| match token {
        TokenTree::Group(group) => {
            let inner = without_dollars(group.stream());
            TokenTree::Group(proc_macro2::Group::new(group.delimiter(), inner))
        }
        other => other,
    });
    plain.collect()
}

/// Attributes that users must know of.
fn marks(attributes: &[Attribute]) -> &'static str {
    match attributes.iter().any(|attribute| attribute.path().is_ident("non_exhaustive")) {
        true => "#[non_exhaustive] ",
        false => "",
    }
}

/// The traits that are derived.
fn derives(attributes: &[Attribute]) -> String {
    let derived = attributes.iter().filter(|attribute| attribute.path().is_ident("derive"));
    let lists: Vec<String> = derived
        .filter_map(|attribute| attribute.meta.require_list().ok())
        .map(|list| code(&list.tokens).replace(", ", " + "))
        .collect();
    if lists.is_empty() { String::new() } else { format!(": {}", lists.join(" + ")) }
}

/// The feature that turns an item on.
fn gate(attributes: &[Attribute]) -> String {
    let gates = attributes.iter().filter(|attribute| attribute.path().is_ident("cfg"));
    gates.map(|attribute| format!(" {}", code(&quote!(#attribute).to_token_stream()))).collect()
}
