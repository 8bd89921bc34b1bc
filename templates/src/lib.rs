//! The parts of a generated crate that are written by hand, embedded as text.

pub mod dynamic;

/// A file to copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct File {
    /// Its path, relative to its folder.
    pub path: &'static str,
    /// Its text.
    pub text: &'static str,
}

macro_rules! files {
    ($folder:literal: $($path:literal)*) => {
        &[$(File { path: $path, text: include_str!(concat!("../", $folder, "/", $path)) }),*]
    };
}

/// The support code of the generated crate: its private module `support`, from the folder
/// `support/`.
///
/// It is compiled and tested by `tests/support`.
pub const SUPPORT: &[File] = files!("support":
    "api.rs"
    "auth.rs"
    "blocking.rs"
    "body.rs"
    "builder.rs"
    "call.rs"
    "chunks.rs"
    "core.rs"
    "draft.rs"
    "endpoint.rs"
    "envelope.rs"
    "error.rs"
    "execute.rs"
    "failure.rs"
    "form.rs"
    "hooks.rs"
    "limits.rs"
    "locate.rs"
    "macros.rs"
    "mismatch.rs"
    "mock.rs"
    "mod.rs"
    "pairs.rs"
    "pending.rs"
    "response.rs"
    "request.rs"
    "retry.rs"
    "sign.rs"
    "template.rs"
    "trace.rs"
    "transport.rs"
    "url.rs"
    "wait.rs"
);

/// How types are decoded and encoded: the generated crate's private module `json`, from the folder `json/`.
///
/// It is compiled and tested by `tests/support` and `tests/kinds`.
pub const JSON: &[File] = files!("json":
    "cases.rs"
    "decode.rs"
    "encode.rs"
    "mod.rs"
    "object.rs"
    "slot.rs"
    "words.rs"
    "write.rs"
);

/// The module of the generated crate that sends files: only those crates have it whose API takes some, since it needs more
/// of `reqwest`.
pub const UPLOADS: &str = include_str!("../optional/uploads.rs");

/// What reads answers item by item, from the folder `streamed/`. Each file is copied only into a crate whose API gives such
/// answers.
///
/// They are compiled and tested by `tests/support`.
pub const STREAMED: &[File] = files!("streamed":
    "events.rs"
    "items.rs"
    "lines.rs"
);

/// The module of the generated crate that reads lists in pages: only those crates have it that have such lists.
pub const PAGING: &str = include_str!("../optional/paging.rs");

/// The module beside it for pages that answers tell of: by a token, a URL, or the ID of their last item.
pub const NEXT_PAGE: &str = include_str!("../optional/next_page.rs");

/// What schemes of authentication stand on, from the folder `support/schemes/`. Each file is copied
/// only into a crate that uses it.
///
/// They are compiled and tested by `tests/schemes`.
pub const SCHEMES: &[File] = files!("support/schemes":
    "answer.rs"
    "asap.rs"
    "awsv4.rs"
    "challenge.rs"
    "clock.rs"
    "digest.rs"
    "edgegrid.rs"
    "encode.rs"
    "hawk.rs"
    "jwt.rs"
    "ntlm.rs"
    "oauth1.rs"
    "oauth1_rsa.rs"
    "oauth2.rs"
    "pem.rs"
    "scheme.rs"
    "send.rs"
    "token.rs"
);

/// The list of all schemes, which the generator writes anew for each crate.
pub const ALL_SCHEMES: &str = include_str!("../support/schemes.rs");

/// Forms of text, from the folder `text/`. Each file is copied only into a crate whose types have that form.
///
/// They are compiled and tested by `tests/kinds`.
pub const TEXT: &[File] = files!("text":
    "base64.rs"
    "date.rs"
    "macros.rs"
    "timestamp.rs"
    "url.rs"
    "uuid.rs"
);

/// The list of all forms, which the generator writes anew for each crate.
pub const ALL_TEXT: &str = include_str!("../text/mod.rs");

/// The prose of the generated crate: its manifest, its README, the page of a folder, and the pages of its manual.
pub const PROSE: &[File] = files!("prose":
    "Cargo.toml.j2"
    "README.md.j2"
    "folder.md.j2"
    "manual/answer.j2"
    "manual/authentication.md.j2"
    "manual/client.j2"
    "manual/close.j2"
    "manual/errors.md.j2"
    "manual/features.md.j2"
    "manual/open.j2"
    "manual/pagination.md.j2"
    "manual/retries.md.j2"
    "manual/streaming.md.j2"
    "manual/testing.md.j2"
    "manual/tracing.md.j2"
    "rustfmt.toml.j2"
);

/// What the replay program needs beside the requests: `examples/replay/harness.rs`.
pub const REPLAY_HARNESS: &str = include_str!("../programs/replay_harness.rs");

/// What the tests of the examples need beside the examples: `tests/examples/harness.rs`.
pub const EXAMPLES_HARNESS: &str = include_str!("../programs/examples_harness.rs");

#[cfg(test)]
mod tests {
    use super::{File, JSON, SCHEMES, STREAMED, SUPPORT, TEXT};

    /// The Rust files of a folder.
    fn found(folder: &str) -> Vec<String> {
        let path = format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"));
        let mut found: Vec<String> = std::fs::read_dir(path)
            .expect("the folder is there")
            .map(|entry| entry.expect("it can be read").file_name().into_string().expect("UTF-8"))
            .filter(|name| name.ends_with(".rs"))
            .collect();
        found.sort();
        found
    }

    fn listed(files: &[File], more: &[&str]) -> Vec<String> {
        let mut listed: Vec<String> =
            files.iter().map(|file| file.path).chain(more.iter().copied()).map(str::to_owned).collect();
        listed.sort();
        listed
    }

    #[test]
    fn every_file_of_the_support_code_is_listed() {
        assert_eq!(listed(SUPPORT, &["schemes.rs"]), found("support"));
        assert_eq!(listed(JSON, &[]), found("json"));
        assert_eq!(listed(SCHEMES, &[]), found("support/schemes"));
        assert_eq!(listed(STREAMED, &["mod.rs"]), found("streamed"));
        assert_eq!(listed(TEXT, &["mod.rs"]), found("text"));
    }
}
