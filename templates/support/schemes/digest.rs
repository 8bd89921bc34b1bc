//! Digest (RFC 7616 and its predecessors): MD5, SHA-256 and SHA-512-256, each also with a key for the
//! session.

use aws_lc_rs::digest;
use md5::{Digest as _, Md5};
use reqwest::header::HeaderValue;

use super::challenge::{self, Challenge};
use super::encode::{hex, percent};
use super::scheme::{Moment, Parameters, Target, secret, unusable};
use crate::support::error::Cause;

/// How many requests there were with this nonce of the server: each challenge is answered once.
const COUNT: &str = "00000001";

/// Answers the challenges of a server with the header `Authorization`.
pub(crate) fn answer(
    parameters: &Parameters,
    target: &Target<'_>,
    moment: &Moment,
    challenge: &str,
) -> Result<HeaderValue, Cause> {
    let challenges = challenge::read(challenge);
    let (challenge, algorithm) = choose(parameters, &challenges)?;
    let answer = Answer {
        username: parameters.get("username"),
        password: parameters.get("password"),
        realm: challenge.find("realm").unwrap_or_default(),
        nonce: challenge.find("nonce").unwrap_or_default(),
        cnonce: parameters.or("clientNonce", &moment.nonce),
        quality: quality(parameters, challenge)?,
        uri: target.path_and_query(),
        algorithm,
        named: challenge.find("algorithm").or_else(|| parameters.find("algorithm").filter(|name| !is_default(name))),
    };
    secret(&answer.header(challenge, target)?)
}

/// The challenge that is answered: the one with the algorithm that the parameters name, or else the
/// first with one that is known.
fn choose<'c>(
    parameters: &Parameters,
    challenges: &'c [Challenge<'c>],
) -> Result<(&'c Challenge<'c>, Algorithm), Cause> {
    let wanted = parameters.or("algorithm", "MD5");
    let digests = challenges.iter().filter(|challenge| challenge.is("Digest"));
    let named = digests.map(|challenge| (challenge, challenge.find("algorithm").unwrap_or(wanted)));
    let (mut wanted, others): (Vec<_>, Vec<_>) = named.partition(|(_, name)| name.eq_ignore_ascii_case(wanted));
    wanted.extend(others);
    wanted
        .into_iter()
        .find_map(|(challenge, name)| Some((challenge, Algorithm::named(name)?)))
        .ok_or_else(|| unusable("the server asks for no digest that this client knows"))
}

fn is_default(algorithm: &str) -> bool {
    algorithm.is_empty() || algorithm.eq_ignore_ascii_case("MD5")
}

/// What the answer protects: the request's line alone (`auth`), the body too (`auth-int`), or as before
/// there was a choice ("").
fn quality(parameters: &Parameters, challenge: &Challenge<'_>) -> Result<&'static str, Cause> {
    let Some(offered) = challenge.find("qop").filter(|offered| !offered.trim().is_empty()) else { return Ok("") };
    let mut order = ["auth", "auth-int"];
    if parameters.get("qop") == "auth-int" {
        order.reverse();
    }
    let offers = |quality: &&str| offered.split(',').any(|offered| offered.trim().eq_ignore_ascii_case(quality));
    order.into_iter().find(offers).ok_or_else(|| unusable("the server asks for a digest of an unknown quality"))
}

#[derive(Clone, Copy)]
enum Hash {
    Md5,
    Sha256,
    Sha512Half,
}

#[derive(Clone, Copy)]
struct Algorithm {
    hash: Hash,
    /// Whether the key holds the nonces.
    session: bool,
}

impl Algorithm {
    fn named(name: &str) -> Option<Self> {
        let name = name.to_ascii_uppercase();
        let (name, session) = name.strip_suffix("-SESS").map_or((name.as_str(), false), |name| (name, true));
        let hash = match name {
            "MD5" => Hash::Md5,
            "SHA-256" => Hash::Sha256,
            "SHA-512-256" => Hash::Sha512Half,
            _ => return None,
        };
        Some(Self { hash, session })
    }

    fn hash(self, bytes: &[u8]) -> String {
        match self.hash {
            Hash::Md5 => hex(&Md5::digest(bytes)),
            Hash::Sha256 => hex(digest::digest(&digest::SHA256, bytes).as_ref()),
            Hash::Sha512Half => hex(digest::digest(&digest::SHA512_256, bytes).as_ref()),
        }
    }

    /// The hash of texts with colons between them.
    fn joined(self, texts: &[&str]) -> String {
        self.hash(texts.join(":").as_bytes())
    }
}

struct Answer<'a> {
    username: &'a str,
    password: &'a str,
    realm: &'a str,
    nonce: &'a str,
    cnonce: &'a str,
    quality: &'static str,
    uri: String,
    algorithm: Algorithm,
    /// The algorithm's name, unless the server takes it for granted.
    named: Option<&'a str>,
}

impl Answer<'_> {
    fn response(&self, target: &Target<'_>) -> Result<String, Cause> {
        let Self { algorithm, nonce, cnonce, quality, .. } = *self;
        let mut key = algorithm.joined(&[self.username, self.realm, self.password]);
        if algorithm.session {
            key = algorithm.joined(&[&key, nonce, cnonce]);
        }
        let request = match quality {
            "auth-int" => {
                let body = target.body.bytes("a digest of the quality `auth-int`")?;
                algorithm.joined(&[target.method, &self.uri, &algorithm.hash(body)])
            }
            _ => algorithm.joined(&[target.method, &self.uri]),
        };
        Ok(match quality {
            "" => algorithm.joined(&[&key, nonce, &request]),
            _ => algorithm.joined(&[&key, nonce, COUNT, cnonce, quality, &request]),
        })
    }

    /// Who asks: hashed if the server wants it so, and encoded if it is no ASCII and the server can read that.
    fn user(&self, challenge: &Challenge<'_>) -> String {
        if hides_user(challenge) {
            return quoted("username", &self.algorithm.joined(&[self.username, self.realm]));
        }
        let reads_unicode = challenge.find("charset").is_some_and(|charset| charset.eq_ignore_ascii_case("UTF-8"));
        match reads_unicode && !self.username.is_ascii() {
            true => format!("username*=UTF-8''{}", percent(self.username)),
            false => quoted("username", self.username),
        }
    }

    fn header(&self, challenge: &Challenge<'_>, target: &Target<'_>) -> Result<String, Cause> {
        let mut parts = vec![
            self.user(challenge),
            quoted("realm", self.realm),
            quoted("nonce", self.nonce),
            quoted("uri", &self.uri),
        ];
        if let Some(name) = self.named {
            parts.push(format!("algorithm={name}"));
        }
        if !self.quality.is_empty() {
            parts.extend([format!("qop={}", self.quality), format!("nc={COUNT}")]);
        }
        if !self.quality.is_empty() || self.algorithm.session {
            parts.push(quoted("cnonce", self.cnonce));
        }
        parts.push(quoted("response", &self.response(target)?));
        parts.extend(challenge.find("opaque").map(|opaque| quoted("opaque", opaque)));
        if hides_user(challenge) {
            parts.push("userhash=true".to_owned());
        }
        Ok(format!("Digest {}", parts.join(", ")))
    }
}

fn hides_user(challenge: &Challenge<'_>) -> bool {
    challenge.find("userhash").is_some_and(|hash| hash.eq_ignore_ascii_case("true"))
}

fn quoted(name: &str, value: &str) -> String {
    format!("{name}=\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}
