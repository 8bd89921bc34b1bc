//! What the templates get: plain data, every decision made.

mod manifest;
mod page;
mod readme;

pub(super) use manifest::manifest;
pub(super) use page::{page, type_link};
pub(super) use readme::readme;
pub(in crate::render) use readme::readme_features;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::diagnostic::is_harmless;
use crate::model::{Api, Format};
use crate::render::{MARK, schemes};

/// The lines that every file begins with.
#[derive(Serialize)]
struct Header {
    mark: &'static str,
    source: String,
    command: String,
}

fn header(api: &Api) -> Header {
    // What would end the comment that it stands in, in Markdown as in HTML.
    let line =
        |text: &str| text.replace(|c: char| !is_harmless(c), " ").replace("-->", "-- >").replace("--!>", "--! >");
    Header { mark: MARK, source: line(&api.package.source), command: line(&api.package.command) }
}

/// The feature of a scheme of authentication.
#[derive(Serialize)]
struct SchemeRow {
    feature: &'static str,
    title: &'static str,
    enables: BTreeSet<&'static str>,
}

fn scheme_rows(api: &Api) -> Vec<SchemeRow> {
    let features = schemes::features(api).into_iter();
    features.map(|(feature, title, enables)| SchemeRow { feature, title, enables }).collect()
}

/// What forms of text need of the manifest: the features for views, and the decoding of base64.
#[derive(Serialize)]
struct TextFeatures {
    base64: bool,
    jiff: bool,
    uuid: bool,
}

fn text_features(api: &Api) -> TextFeatures {
    let formats = api.formats();
    TextFeatures {
        base64: formats.contains(&Format::Base64),
        jiff: formats.contains(&Format::Timestamp) || formats.contains(&Format::Date),
        uuid: formats.contains(&Format::Uuid),
    }
}

#[derive(Serialize)]
struct GuideRow {
    title: String,
    file: String,
    summary: String,
    features: Vec<String>,
}

fn guides(api: &Api) -> Vec<GuideRow> {
    let row = |guide: &crate::model::Guide| GuideRow {
        title: guide.title.clone(),
        file: guide.file.plain().to_owned(),
        summary: guide.summary.clone(),
        features: guide.features.clone(),
    };
    api.guides.iter().map(row).collect()
}
