//! The schemes of authentication that need code of their own.

#[cfg(any(feature = "auth-digest", feature = "auth-ntlm"))]
pub(crate) mod answer;
#[cfg(feature = "auth-asap")]
pub(crate) mod asap;
#[cfg(feature = "auth-awsv4")]
pub(crate) mod awsv4;
#[cfg(any(feature = "auth-digest", feature = "auth-ntlm"))]
pub(crate) mod challenge;
#[cfg(any(feature = "auth-awsv4", feature = "auth-edgegrid"))]
pub(crate) mod clock;
#[cfg(feature = "auth-digest")]
pub(crate) mod digest;
#[cfg(feature = "auth-edgegrid")]
pub(crate) mod edgegrid;
#[cfg(any(
    feature = "auth-asap",
    feature = "auth-awsv4",
    feature = "auth-digest",
    feature = "auth-edgegrid",
    feature = "auth-hawk",
    feature = "auth-jwt",
    feature = "auth-ntlm",
    feature = "auth-oauth1"
))]
pub(crate) mod encode;
#[cfg(feature = "auth-hawk")]
pub(crate) mod hawk;
#[cfg(feature = "auth-jwt")]
pub(crate) mod jwt;
#[cfg(feature = "auth-ntlm")]
pub(crate) mod ntlm;
#[cfg(feature = "auth-oauth1")]
pub(crate) mod oauth1;
#[cfg(feature = "auth-oauth1")]
pub(crate) mod oauth1_rsa;
#[cfg(feature = "auth-oauth2")]
pub(crate) mod oauth2;
#[cfg(any(feature = "auth-asap", feature = "auth-jwt", feature = "auth-oauth1"))]
pub(crate) mod pem;
#[cfg(any(
    feature = "auth-asap",
    feature = "auth-awsv4",
    feature = "auth-digest",
    feature = "auth-edgegrid",
    feature = "auth-hawk",
    feature = "auth-jwt",
    feature = "auth-ntlm",
    feature = "auth-oauth1",
    feature = "auth-oauth2"
))]
pub(crate) mod scheme;
#[cfg(any(
    feature = "auth-asap",
    feature = "auth-awsv4",
    feature = "auth-digest",
    feature = "auth-edgegrid",
    feature = "auth-hawk",
    feature = "auth-jwt",
    feature = "auth-ntlm",
    feature = "auth-oauth1"
))]
pub(crate) mod send;
#[cfg(any(feature = "auth-asap", feature = "auth-jwt"))]
pub(crate) mod token;

use super::auth::{Exchange, Unsigned};

/// Adds a token for Atlassian's services.
#[allow(dead_code, reason = "the requests that need it may be turned off")]
pub(crate) fn asap(request: Unsigned<'_>) -> Exchange<'_> {
    #[cfg(feature = "auth-asap")]
    {
        send::signed(request, asap::sign)
    }
    #[cfg(not(feature = "auth-asap"))]
    {
        super::auth::off(request, "auth-asap")
    }
}

/// Signs a request as Amazon's services ask for.
#[allow(dead_code, reason = "the requests that need it may be turned off")]
pub(crate) fn awsv4(request: Unsigned<'_>) -> Exchange<'_> {
    #[cfg(feature = "auth-awsv4")]
    {
        send::signed(request, awsv4::sign)
    }
    #[cfg(not(feature = "auth-awsv4"))]
    {
        super::auth::off(request, "auth-awsv4")
    }
}

/// Answers HTTP's own challenge.
#[allow(dead_code, reason = "the requests that need it may be turned off")]
pub(crate) fn digest(request: Unsigned<'_>) -> Exchange<'_> {
    #[cfg(feature = "auth-digest")]
    {
        answer::answered(request, &["Digest"], digest::answer)
    }
    #[cfg(not(feature = "auth-digest"))]
    {
        super::auth::off(request, "auth-digest")
    }
}

/// Signs a request for Akamai's services.
#[allow(dead_code, reason = "the requests that need it may be turned off")]
pub(crate) fn edgegrid(request: Unsigned<'_>) -> Exchange<'_> {
    #[cfg(feature = "auth-edgegrid")]
    {
        send::signed(request, edgegrid::sign)
    }
    #[cfg(not(feature = "auth-edgegrid"))]
    {
        super::auth::off(request, "auth-edgegrid")
    }
}

/// Signs a request with Hawk.
#[allow(dead_code, reason = "the requests that need it may be turned off")]
pub(crate) fn hawk(request: Unsigned<'_>) -> Exchange<'_> {
    #[cfg(feature = "auth-hawk")]
    {
        send::signed(request, hawk::sign)
    }
    #[cfg(not(feature = "auth-hawk"))]
    {
        super::auth::off(request, "auth-hawk")
    }
}

/// Adds a token that the client signs.
#[allow(dead_code, reason = "the requests that need it may be turned off")]
pub(crate) fn jwt(request: Unsigned<'_>) -> Exchange<'_> {
    #[cfg(feature = "auth-jwt")]
    {
        send::signed(request, jwt::sign)
    }
    #[cfg(not(feature = "auth-jwt"))]
    {
        super::auth::off(request, "auth-jwt")
    }
}

/// Answers the challenge of Windows.
#[allow(dead_code, reason = "the requests that need it may be turned off")]
pub(crate) fn ntlm(request: Unsigned<'_>) -> Exchange<'_> {
    #[cfg(feature = "auth-ntlm")]
    {
        answer::in_turn(request, &["NTLM", "Negotiate"], ntlm::answer)
    }
    #[cfg(not(feature = "auth-ntlm"))]
    {
        super::auth::off(request, "auth-ntlm")
    }
}

/// Signs a request with OAuth 1.0 and secrets.
#[allow(dead_code, reason = "the requests that need it may be turned off")]
pub(crate) fn oauth1(request: Unsigned<'_>) -> Exchange<'_> {
    #[cfg(feature = "auth-oauth1")]
    {
        send::signed(request, oauth1::sign)
    }
    #[cfg(not(feature = "auth-oauth1"))]
    {
        super::auth::off(request, "auth-oauth1")
    }
}

/// Signs a request with OAuth 1.0, with secrets or a private key.
#[allow(dead_code, reason = "the requests that need it may be turned off")]
pub(crate) fn oauth1_rsa(request: Unsigned<'_>) -> Exchange<'_> {
    #[cfg(feature = "auth-oauth1")]
    {
        send::signed(request, oauth1_rsa::sign)
    }
    #[cfg(not(feature = "auth-oauth1"))]
    {
        super::auth::off(request, "auth-oauth1")
    }
}

/// Adds a token of OAuth 2.0.
#[allow(dead_code, reason = "the requests that need it may be turned off")]
pub(crate) fn oauth2(request: Unsigned<'_>) -> Exchange<'_> {
    #[cfg(feature = "auth-oauth2")]
    {
        oauth2::authorized(request)
    }
    #[cfg(not(feature = "auth-oauth2"))]
    {
        super::auth::off(request, "auth-oauth2")
    }
}
