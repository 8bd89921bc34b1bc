//! How calls are authenticated.

use serde::Serialize;

use super::{Ident, ReplayText};

/// How a call proves who it is from.
///
/// Values are templates in the sense of `format!`: `Key {key}` holds the credential or variable `key`, doubled braces are
/// literal. `{key?}` may be missing, and `{server:0}` is the base URL of that server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "type")]
pub enum Auth {
    /// Not at all.
    None,
    /// A value in a header.
    Header {
        /// The header's name.
        name: String,
        /// The value's template.
        value: String,
    },
    /// A value in the query string.
    Query {
        /// The parameter's name.
        name: String,
        /// The value's template.
        value: String,
    },
    /// `Authorization: Bearer <token>`.
    Bearer {
        /// The token's template.
        token: String,
    },
    /// `Authorization: Basic <base64 of username:password>`.
    Basic {
        /// The user name's template.
        username: String,
        /// The password's template.
        password: String,
    },
    /// By a scheme that needs code of its own.
    Scheme {
        /// Which one.
        scheme: Scheme,
        /// The templates of its parameters, by the names that Postman gives them.
        parameters: Vec<(String, String)>,
    },
    /// By a scheme that only the user of the crate knows.
    Custom {
        /// What the collection calls it.
        scheme: String,
    },
}

impl Auth {
    /// The header that it sends with every request.
    #[must_use]
    pub fn header(&self) -> Option<&str> {
        match self {
            Self::Header { name, .. } => Some(name),
            Self::Bearer { .. } | Self::Basic { .. } => Some(AUTHORIZATION),
            // The first request asks for a challenge.
            Self::Scheme { scheme: Scheme::Digest, .. } => None,
            Self::Scheme { .. } if self.query().is_none() => Some(AUTHORIZATION),
            Self::Scheme { .. } | Self::None | Self::Query { .. } | Self::Custom { .. } => None,
        }
    }

    /// The query parameter that it sends with every request.
    #[must_use]
    pub fn query(&self) -> Option<&str> {
        match self {
            Self::Query { name, .. } => Some(name),
            Self::Scheme { scheme: Scheme::OAuth2, .. } => {
                (self.parameter("addTokenTo") == Some("queryParams")).then_some("access_token")
            }
            Self::Scheme { scheme: Scheme::Jwt, .. } => {
                let name = self.parameter("queryParamKey").unwrap_or("token");
                (self.parameter("addTokenTo") == Some("queryParam")).then_some(name)
            }
            _ => None,
        }
    }

    /// The scheme, if it is one that needs code of its own.
    #[must_use]
    pub fn scheme(&self) -> Option<Scheme> {
        match self {
            Self::Scheme { scheme, .. } => Some(*scheme),
            _ => None,
        }
    }

    /// The templates of all its values.
    #[must_use]
    pub fn templates(&self) -> Vec<&str> {
        match self {
            Self::None | Self::Custom { .. } => Vec::new(),
            Self::Header { value, .. } | Self::Query { value, .. } | Self::Bearer { token: value } => vec![value],
            Self::Basic { username, password } => vec![username, password],
            Self::Scheme { parameters, .. } => parameters.iter().map(|(_, template)| template.as_str()).collect(),
        }
    }

    /// The template of a scheme's parameter.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let Self::Scheme { parameters, .. } = self else { return None };
        parameters.iter().find(|(known, _)| known == name).map(|(_, template)| template.as_str())
    }
}

const AUTHORIZATION: &str = "Authorization";

/// A scheme that needs code of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// Atlassian's tokens for services.
    Asap,
    /// Amazon's signatures.
    AwsV4,
    /// HTTP's own challenge.
    Digest,
    /// Akamai's signatures.
    EdgeGrid,
    /// Hawk.
    Hawk,
    /// A token that the client signs.
    Jwt,
    /// Windows' challenge.
    Ntlm,
    /// OAuth 1.0 with shared secrets.
    #[serde(rename = "oauth1")]
    OAuth1,
    /// OAuth 1.0 with any method, private keys included.
    #[serde(rename = "oauth1_rsa")]
    OAuth1Rsa,
    /// OAuth 2.0.
    #[serde(rename = "oauth2")]
    OAuth2,
}

/// A secret, or another value that is nobody's but the user's, which the client needs for authentication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Credential {
    /// Its name in code.
    pub name: Ident,
    /// The environment variable that example programs read it from: `CLARIFAI_PAT`.
    pub env: String,
    /// Where the collection has it.
    pub source: CredentialSource,
    /// What it is, for documentation.
    pub docs: String,
    /// A value for documentation, where that is an evident placeholder.
    pub value: Option<String>,
    /// Whether calls can do without it.
    pub optional: bool,
    /// The value that the replay program gives it.
    pub replay: ReplayText,
}

/// Where the collection has a credential.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CredentialSource {
    /// In a variable.
    Variable(String),
    /// As it is, in the header or query parameter of that name.
    ApiKey(String),
    /// As it is, in a parameter of authentication.
    Parameter {
        /// The type of authentication, as people call it.
        of: String,
        /// The parameter.
        name: String,
    },
}
