//! `Cargo.toml`.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{GuideRow, Header, SchemeRow, TextFeatures, guides, header, scheme_rows, text_features};
use crate::model::{self, Api, Dynamic};

#[derive(Serialize)]
pub(in crate::render::docs) struct Manifest {
    #[serde(flatten)]
    header: Header,
    name: String,
    version: String,
    description: String,
    license: Option<String>,
    repository: Option<String>,
    /// What views of text are made by.
    text: TextFeatures,
    /// Whether requests carry files or multipart forms.
    uploads: bool,
    /// Whether lists are read in pages.
    paged: bool,
    features: Vec<String>,
    replay: bool,
    dynamic: Makers,
    schemes: Vec<SchemeRow>,
    /// What the features of all schemes turn on.
    enabled: BTreeSet<&'static str>,
    guides: Vec<GuideRow>,
}

/// Which crates make values of dynamic variables.
#[derive(Serialize)]
struct Makers {
    /// Whether the crate itself needs some, by a feature.
    feature: bool,
    client: Needs,
    /// What the replay program needs besides.
    replay: Needs,
}

#[derive(Serialize)]
struct Needs {
    random: bool,
    invented: bool,
}

fn makers(api: &Api) -> Makers {
    let model::Makers { client, replay } = &api.dynamic;
    let needs = |dynamic: &dyn Fn(Dynamic) -> bool| Needs {
        random: dynamic(Dynamic::Random),
        invented: dynamic(Dynamic::Invented),
    };
    Makers {
        feature: !client.is_empty(),
        client: needs(&|dynamic| client.contains(&dynamic)),
        replay: needs(&|dynamic| replay.contains(&dynamic) && !client.contains(&dynamic)),
    }
}

pub(in crate::render::docs) fn manifest(api: &Api) -> Manifest {
    let package = &api.package;
    Manifest {
        header: header(api),
        name: package.name.clone(),
        version: package.version.clone(),
        description: package.description.clone(),
        license: package.license.clone(),
        repository: package.repository.clone(),
        text: text_features(api),
        uploads: api.has_uploads(),
        paged: api.pagings().next().is_some(),
        features: api.root.folders.iter().filter_map(|folder| folder.feature.clone()).collect(),
        replay: !api.root.operations_deep().is_empty(),
        dynamic: makers(api),
        schemes: scheme_rows(api),
        enabled: scheme_rows(api).into_iter().flat_map(|row| row.enables).collect(),
        guides: guides(api),
    }
}
