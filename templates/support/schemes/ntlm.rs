//! NTLM version 2 (MS-NLMP): what a server that speaks it is told in the two steps of its handshake.
//!
//! The steps belong to a connection: both requests have to be sent over the same one.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use md4::Md4;
use md5::{Digest as _, Md5};
use reqwest::header::HeaderValue;

use super::challenge;
use super::scheme::{Moment, Parameters, Target, secret, unusable};
use crate::support::error::Cause;

const SIGNATURE: &[u8; 8] = b"NTLMSSP\0";
/// Windows XP, which all servers know, and revision 15 of the protocol.
const VERSION: [u8; 8] = [5, 1, 0x28, 0x0a, 0, 0, 0, 15];

const UNICODE: u32 = 0x0000_0001;
const OEM: u32 = 0x0000_0002;
const REQUEST_TARGET: u32 = 0x0000_0004;
const NTLM: u32 = 0x0000_0200;
const DOMAIN_SUPPLIED: u32 = 0x0000_1000;
const WORKSTATION_SUPPLIED: u32 = 0x0000_2000;
const ALWAYS_SIGN: u32 = 0x0000_8000;
const EXTENDED_SECURITY: u32 = 0x0008_0000;
const TARGET_INFO: u32 = 0x0080_0000;
const WITH_VERSION: u32 = 0x0200_0000;
const KEY_128: u32 = 0x2000_0000;
const KEY_56: u32 = 0x8000_0000;

const COMMON: u32 = REQUEST_TARGET | NTLM | ALWAYS_SIGN | EXTENDED_SECURITY | WITH_VERSION | KEY_128 | KEY_56;

/// Answers a server's challenge with the header `Authorization`: `NTLM` alone begins the handshake, and
/// `NTLM` with a message of the server ends it.
pub(crate) fn answer(
    parameters: &Parameters,
    _target: &Target<'_>,
    moment: &Moment,
    challenge: &str,
) -> Result<HeaderValue, Cause> {
    let account = Account::new(parameters);
    let challenges = challenge::read(challenge);
    // A server that negotiates speaks NTLM as well.
    let speaks = challenges.iter().any(|challenge| challenge.is("NTLM") || challenge.is("Negotiate"));
    let message = challenges.iter().find(|challenge| challenge.is("NTLM") && !challenge.token.is_empty());
    let answer = match message {
        Some(challenge) => authenticate(&account, moment, challenge.token)?,
        None if speaks => negotiate(&account),
        None => return Err(unusable("the server does not ask for NTLM")),
    };
    secret(&format!("NTLM {}", STANDARD.encode(answer)))
}

/// Who asks.
struct Account<'p> {
    domain: &'p str,
    username: &'p str,
    password: &'p str,
    workstation: &'p str,
}

impl<'p> Account<'p> {
    /// The domain may stand with the user: `DOMAIN\user` or `user@domain`.
    fn new(parameters: &'p Parameters) -> Self {
        let user = parameters.get("username");
        let (domain, username) = match parameters.get("domain") {
            "" => split(user).unwrap_or(("", user)),
            domain => (domain, user),
        };
        Self { domain, username, password: parameters.get("password"), workstation: parameters.get("workstation") }
    }
}

fn split(user: &str) -> Option<(&str, &str)> {
    let pair = match (user.matches('\\').count(), user.matches('@').count()) {
        (1, 0) => user.split_once('\\'),
        (0, 1) => user.split_once('@').map(|(user, domain)| (domain, user)),
        _ => None,
    };
    pair.filter(|(domain, user)| !domain.is_empty() && !user.is_empty())
}

/// The first message: what the client can do.
fn negotiate(account: &Account<'_>) -> Vec<u8> {
    let domain = account.domain.to_uppercase().into_bytes();
    let workstation = account.workstation.to_uppercase().into_bytes();
    let mut flags = COMMON | UNICODE | OEM | WORKSTATION_SUPPLIED;
    if !domain.is_empty() {
        flags |= DOMAIN_SUPPLIED;
    }
    let mut message = Message::new(1, 40);
    message.number(flags);
    message.field(&domain);
    message.field(&workstation);
    message.finish(&VERSION)
}

/// The last message: the answer to the server's challenge.
fn authenticate(account: &Account<'_>, moment: &Moment, challenge: &str) -> Result<Vec<u8>, Cause> {
    let message = STANDARD.decode(challenge).ok();
    let server = message
        .as_deref()
        .and_then(Server::read)
        .ok_or_else(|| Cause::Request("the server's message for NTLM is damaged".into()))?;
    let client = client_challenge(moment)?;
    let key = response_key(account);
    // A server that tells its time wants it back, and then no answer of the old kind.
    let time = server.time();
    let nt = nt_response(&key, server.challenge, client, time.unwrap_or(file_time(moment.time)), server.info);
    let lm = match time {
        Some(_) => vec![0; 24],
        None => [&mac(&key, &[&server.challenge, &client])[..], &client].concat(),
    };
    let encode = |text: &str| match server.flags & UNICODE {
        0 => text.as_bytes().to_vec(),
        _ => utf16(text),
    };
    let mut message = Message::new(3, 72);
    message.field(&lm);
    message.field(&nt);
    message.field(&encode(account.domain));
    message.field(&encode(account.username));
    message.field(&encode(account.workstation));
    message.field(&[]);
    message.number(COMMON | TARGET_INFO | (server.flags & UNICODE));
    Ok(message.finish(&VERSION))
}

/// The server's message.
struct Server<'m> {
    flags: u32,
    challenge: [u8; 8],
    /// Pairs of a number and what it stands for.
    info: &'m [u8],
}

impl<'m> Server<'m> {
    fn read(message: &'m [u8]) -> Option<Self> {
        if message.get(..8)? != SIGNATURE || number(message, 8)? != 2 {
            return None;
        }
        let flags = number(message, 20)?;
        let info = match flags & TARGET_INFO {
            0 => &[][..],
            _ => {
                let begin = usize::try_from(number(message, 44)?).ok()?;
                message.get(begin..)?.get(..usize::from(short(message, 40)?))?
            }
        };
        Some(Self { flags, challenge: message.get(24..32)?.try_into().ok()?, info })
    }

    /// The server's time, if it tells it.
    fn time(&self) -> Option<[u8; 8]> {
        const TIMESTAMP: u16 = 7;
        let mut rest = self.info;
        loop {
            let (id, len) = (short(rest, 0)?, usize::from(short(rest, 2)?));
            let value = rest.get(4..4 + len)?;
            match id {
                0 => return None,
                TIMESTAMP => return value.try_into().ok(),
                _ => rest = rest.get(4 + len..)?,
            }
        }
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// A message that is written: a head of fixed length, and what its fields point at.
struct Message {
    head: Vec<u8>,
    body: Vec<u8>,
    /// How long the head will be.
    len: usize,
}

impl Message {
    fn new(kind: u32, len: usize) -> Self {
        let mut message = Self { head: SIGNATURE.to_vec(), body: Vec::new(), len };
        message.number(kind);
        message
    }

    fn number(&mut self, number: u32) {
        self.head.extend(number.to_le_bytes());
    }

    /// Adds a field: its length twice, and where it begins. What is too long for that is cut off.
    fn field(&mut self, bytes: &[u8]) {
        let len = u16::try_from(bytes.len()).unwrap_or(u16::MAX);
        self.head.extend(len.to_le_bytes());
        self.head.extend(len.to_le_bytes());
        self.number(u32::try_from(self.len + self.body.len()).unwrap_or(u32::MAX));
        self.body.extend(&bytes[..usize::from(len)]);
    }

    fn finish(mut self, version: &[u8]) -> Vec<u8> {
        self.head.extend(version);
        self.head.extend(self.body);
        self.head
    }
}

/// The key that answers are made with, of the password and the account (`NTOWFv2`).
fn response_key(account: &Account<'_>) -> [u8; 16] {
    let password = Md4::digest(utf16(account.password));
    mac(&password, &[&utf16(&format!("{}{}", account.username.to_uppercase(), account.domain))])
}

/// The answer to the challenge (`NtChallengeResponse`).
fn nt_response(key: &[u8], server: [u8; 8], client: [u8; 8], time: [u8; 8], info: &[u8]) -> Vec<u8> {
    let blob = [&[1, 1, 0, 0, 0, 0, 0, 0][..], &time, &client, &[0; 4], info, &[0; 4]].concat();
    let proof = mac(key, &[&server, &blob]);
    [&proof[..], &blob].concat()
}

fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 16] {
    // Keys of any length are valid.
    let Ok(mut mac) = Hmac::<Md5>::new_from_slice(key) else { return [0; 16] };
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// The client's challenge: the first 16 digits of the nonce.
fn client_challenge(moment: &Moment) -> Result<[u8; 8], Cause> {
    let digits = moment.nonce.get(..16).and_then(|digits| u64::from_str_radix(digits, 16).ok());
    digits.map(u64::to_be_bytes).ok_or_else(|| unusable("the nonce is too short"))
}

/// Windows counts in tenths of a microsecond, from 1601 on.
fn file_time(time: SystemTime) -> [u8; 8] {
    let begin = UNIX_EPOCH.checked_sub(Duration::from_secs(11_644_473_600)).unwrap_or(UNIX_EPOCH);
    let ticks = time.duration_since(begin).unwrap_or_default().as_nanos() / 100;
    u64::try_from(ticks).unwrap_or_default().to_le_bytes()
}
