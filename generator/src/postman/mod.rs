//! What Postman wrote, every version and oddity of it, and no opinions.
//!
//! [`parse`] reads the text of a collection. A broken part costs only itself: it becomes a diagnostic, and the rest is read.

mod collection;

pub use collection::{
    Auth, Body, BodyMode, Collection, Event, Folder, FormPart, FormValue, Header, Item, Parameter, Request, Response, Url,
    UrlVariable, Variable,
};
