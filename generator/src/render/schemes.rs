//! What a crate needs for each scheme of authentication: code, a cargo feature, and other crates.

use std::collections::BTreeSet;

use crate::model::{Api, Scheme};

/// What a scheme needs.
pub(super) struct Needs {
    /// The file that holds it, and the function that sends a request by it.
    pub(super) name: &'static str,
    /// What the function does.
    pub(super) docs: &'static str,
    /// The cargo feature that turns it on.
    pub(super) feature: &'static str,
    /// What the feature is for, as people call it.
    pub(super) title: &'static str,
    pub(super) way: Way,
    /// Files that it stands on.
    pub(super) files: &'static [&'static str],
    /// What the feature turns on.
    pub(super) crates: &'static [&'static str],
}

/// How a scheme sends a request.
pub(super) enum Way {
    /// With a signature.
    Signs,
    /// With an answer to one of these challenges.
    Answers(&'static [&'static str]),
    /// The same, and one request after the other.
    AnswersInTurn(&'static [&'static str]),
    /// With a token.
    Authorizes,
}

/// What each scheme of an API needs.
pub(super) fn of(api: &Api) -> Vec<Needs> {
    api.schemes().into_iter().map(needs).collect()
}

/// The features of an API's schemes, each once, with what they turn on.
pub(super) fn features(api: &Api) -> Vec<(&'static str, &'static str, BTreeSet<&'static str>)> {
    let mut features: Vec<(&str, &str, BTreeSet<&str>)> = Vec::new();
    for needs in of(api) {
        match features.iter_mut().find(|known| known.0 == needs.feature) {
            Some(known) => known.2.extend(needs.crates),
            None => features.push((needs.feature, needs.title, needs.crates.iter().copied().collect())),
        }
    }
    features
}

/// What signing stands on.
const SIGNS: &[&str] = &["encode", "scheme", "send"];
const SIGNS_WITH_TIME: &[&str] = &["clock", "encode", "scheme", "send"];
const SIGNS_TOKENS: &[&str] = &["encode", "pem", "scheme", "send", "token"];
const ANSWERS: &[&str] = &["answer", "challenge", "encode", "scheme", "send"];

pub(super) fn needs(scheme: Scheme) -> Needs {
    match scheme {
        Scheme::Asap => Needs {
            name: "asap",
            docs: "Adds a token for Atlassian's services.",
            feature: "auth-asap",
            title: "ASAP",
            way: Way::Signs,
            files: SIGNS_TOKENS,
            crates: &["dep:aws-lc-rs"],
        },
        Scheme::AwsV4 => Needs {
            name: "awsv4",
            docs: "Signs a request as Amazon's services ask for.",
            feature: "auth-awsv4",
            title: "AWS signatures",
            way: Way::Signs,
            files: SIGNS_WITH_TIME,
            crates: &["dep:aws-lc-rs", "dep:humantime"],
        },
        Scheme::Digest => Needs {
            name: "digest",
            docs: "Answers HTTP's own challenge.",
            feature: "auth-digest",
            title: "digest authentication",
            way: Way::Answers(&["Digest"]),
            files: ANSWERS,
            crates: &["dep:aws-lc-rs", "dep:md-5", "tokio/sync"],
        },
        Scheme::EdgeGrid => Needs {
            name: "edgegrid",
            docs: "Signs a request for Akamai's services.",
            feature: "auth-edgegrid",
            title: "Akamai EdgeGrid",
            way: Way::Signs,
            files: SIGNS_WITH_TIME,
            crates: &["dep:aws-lc-rs", "dep:humantime"],
        },
        Scheme::Hawk => Needs {
            name: "hawk",
            docs: "Signs a request with Hawk.",
            feature: "auth-hawk",
            title: "Hawk",
            way: Way::Signs,
            files: SIGNS,
            crates: &["dep:aws-lc-rs"],
        },
        Scheme::Jwt => Needs {
            name: "jwt",
            docs: "Adds a token that the client signs.",
            feature: "auth-jwt",
            title: "JSON Web Tokens",
            way: Way::Signs,
            files: SIGNS_TOKENS,
            crates: &["dep:aws-lc-rs"],
        },
        Scheme::Ntlm => Needs {
            name: "ntlm",
            docs: "Answers the challenge of Windows.",
            feature: "auth-ntlm",
            title: "NTLM",
            way: Way::AnswersInTurn(&["NTLM", "Negotiate"]),
            files: ANSWERS,
            crates: &["dep:aws-lc-rs", "dep:hmac", "dep:md-5", "dep:md4", "tokio/sync"],
        },
        Scheme::OAuth1 => Needs {
            name: "oauth1",
            docs: "Signs a request with OAuth 1.0 and secrets.",
            feature: "auth-oauth1",
            title: "OAuth 1.0",
            way: Way::Signs,
            files: SIGNS,
            crates: &["dep:aws-lc-rs"],
        },
        Scheme::OAuth1Rsa => Needs {
            name: "oauth1_rsa",
            docs: "Signs a request with OAuth 1.0, with secrets or a private key.",
            feature: "auth-oauth1",
            title: "OAuth 1.0",
            way: Way::Signs,
            files: &["encode", "oauth1", "pem", "scheme", "send"],
            crates: &["dep:aws-lc-rs", "dep:rsa", "dep:sha1"],
        },
        Scheme::OAuth2 => Needs {
            name: "oauth2",
            docs: "Adds a token of OAuth 2.0.",
            feature: "auth-oauth2",
            title: "OAuth 2.0",
            way: Way::Authorizes,
            files: &["scheme"],
            crates: &["tokio/sync"],
        },
    }
}
