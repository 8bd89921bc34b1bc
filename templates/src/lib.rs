//! The parts of a generated crate that are written by hand, embedded as text.

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
    "builder.rs"
    "call.rs"
    "core.rs"
    "envelope.rs"
    "error.rs"
    "execute.rs"
    "failure.rs"
    "json.rs"
    "limits.rs"
    "locate.rs"
    "macros.rs"
    "mod.rs"
    "page.rs"
    "pending.rs"
    "response.rs"
    "retry.rs"
    "template.rs"
    "url.rs"
);

/// The schemes of authentication that sign requests: each is copied only into a crate that uses it, with the files that it
/// stands on.
///
/// They are compiled and tested by `tests/schemes`.
pub const SCHEMES: &[File] = files!("support":
    "auth/asap.rs"
    "auth/awsv4.rs"
    "auth/challenge.rs"
    "auth/digest.rs"
    "auth/edgegrid.rs"
    "auth/encode.rs"
    "auth/hawk.rs"
    "auth/jwt.rs"
    "auth/ntlm.rs"
    "auth/oauth1.rs"
    "auth/oauth1_rsa.rs"
    "auth/pem.rs"
    "auth/scheme.rs"
    "auth/token.rs"
);

/// The prose of the generated crate: its manifest, its README, and the page of a folder.
pub const PROSE: &[File] = files!("prose":
    "Cargo.toml.j2"
    "README.md.j2"
    "folder.md.j2"
    "rustfmt.toml.j2"
);

/// What the replay program needs beside the requests: `examples/replay/harness.rs`.
pub const REPLAY_HARNESS: &str = include_str!("../programs/replay_harness.rs");

/// What the tests of the examples need beside the examples: `tests/examples/harness.rs`.
pub const EXAMPLES_HARNESS: &str = include_str!("../programs/examples_harness.rs");

#[cfg(test)]
mod tests {
    use super::{SCHEMES, SUPPORT};

    /// The Rust files of a folder of the support code, as they are listed.
    fn found(folder: &str) -> Vec<String> {
        let path = format!("{}/support/{folder}", env!("CARGO_MANIFEST_DIR"));
        let mut found: Vec<String> = std::fs::read_dir(path)
            .expect("the folder is there")
            .map(|entry| entry.expect("it can be read").file_name().into_string().expect("UTF-8"))
            .filter(|name| name.ends_with(".rs"))
            .map(|name| format!("{folder}{name}"))
            .collect();
        found.sort();
        found
    }

    #[test]
    fn every_file_of_the_support_code_is_listed() {
        let listed = |files: &[super::File]| files.iter().map(|file| file.path.to_owned()).collect::<Vec<_>>();
        assert_eq!(listed(SUPPORT), found(""));
        assert_eq!(listed(SCHEMES), found("auth/"));
    }
}
