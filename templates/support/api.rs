//! What the support code must know of an API and of its operations: plain data, kept in statics.

use super::auth::{Exchange, Unsigned};

/// The API that a client speaks to.
pub(crate) struct Api {
    /// Its name in the user agent.
    pub(crate) name: &'static str,
    /// The version of this crate, for the user agent.
    pub(crate) version: &'static str,
    /// Default base URLs, without a trailing slash, as templates over variables; an operation names
    /// one by its index. An empty one must be set.
    pub(crate) servers: &'static [&'static str],
    /// The values that variables have unless they are set.
    pub(crate) variables: &'static [(&'static str, &'static str)],
    /// Makes a new value of a variable that has another one in each call (`{$guid}`), by its name
    /// without the dollar sign. None if there are no such variables, or their feature is off.
    pub(crate) dynamic: Option<fn(&str) -> Option<String>>,
    /// How calls are authenticated, unless the operation says otherwise.
    pub(crate) auth: Auth,
    /// How an answer's body tells whether the call succeeded.
    pub(crate) envelope: Option<Envelope>,
}

/// How a call proves who it is from.
///
/// Values are templates as in `format!`: `Key {key}` holds the credential `key`, doubled braces are
/// literal. `{key?}` may be missing, and `{server:0}` is the base URL of that server.
#[allow(dead_code, reason = "an API has one or two of these")]
pub(crate) enum Auth {
    /// Not at all.
    None,
    /// A value in a header.
    Header {
        /// The header's name.
        name: &'static str,
        /// The value's template.
        value: &'static str,
    },
    /// A value in the query string.
    Query {
        /// The parameter's name.
        name: &'static str,
        /// The value's template.
        value: &'static str,
    },
    /// `Authorization: Bearer <token>`.
    Bearer {
        /// The token's template.
        token: &'static str,
    },
    /// `Authorization: Basic <base64 of username:password>`.
    Basic {
        /// The user name's template.
        username: &'static str,
        /// The password's template.
        password: &'static str,
    },
    /// By a scheme that needs code of its own.
    Scheme {
        /// Sends a request by it.
        send: for<'a> fn(Unsigned<'a>) -> Exchange<'a>,
        /// What it needs to know.
        parameters: Templates,
    },
    /// By a scheme that only the user knows.
    Custom {
        /// What the collection calls it.
        scheme: &'static str,
    },
}

impl Auth {
    /// Whether it may send a header of that name.
    pub(crate) fn sends_header(&self, header: &str) -> bool {
        match self {
            Self::None | Self::Query { .. } | Self::Custom { .. } => false,
            Self::Header { name, .. } => name.eq_ignore_ascii_case(header),
            Self::Bearer { .. } | Self::Basic { .. } | Self::Scheme { .. } => {
                header.eq_ignore_ascii_case("authorization")
            }
        }
    }
}

/// The templates of a scheme's parameters, by the names that Postman gives them.
pub(crate) type Templates = &'static [(&'static str, &'static str)];

/// Where something stands in the body of an answer: the keys that lead there; an index in a list is one too.
pub(crate) type Place = &'static [&'static str];

/// Where an answer's body says how the call went.
pub(crate) struct Envelope {
    /// The place of the code.
    pub(crate) code: Place,
    /// The place of a message for people.
    pub(crate) message: Option<Place>,
    /// The place of further details.
    pub(crate) details: Option<Place>,
    /// The place of the request's ID.
    pub(crate) request_id: Option<Place>,
    /// Codes that mean success.
    pub(crate) success: &'static [i64],
    /// Codes that mean that some parts succeeded; the items say which.
    pub(crate) mixed: &'static [i64],
}
