//! Generates a typed Rust client crate and its documentation from a Postman collection.
//!
//! ```text
//! collection.json --parse--> postman::Collection --lower--> model::Api --render--> render::Tree --apply--> a crate on disk
//! ```

pub mod diagnostic;
pub mod model;
pub mod origin;
pub mod postman;
