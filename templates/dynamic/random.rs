//! Dynamic variables whose values are identifiers, numbers, addresses and times.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use uuid::Uuid;

const DIGITS: &[u8] = b"0123456789";
const UPPER: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LOWER_AND_DIGITS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";
const LETTERS_AND_DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/// Letters and digits that nobody takes for each other.
const BASE_58: &[u8] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

const DAY: u64 = 24 * 60 * 60;
const YEAR: u64 = 365 * DAY;

/// A new value of a dynamic variable, by its name without the `$`.
pub(crate) fn value(name: &str) -> Option<String> {
    let value = match name {
        // Drawn from the system, since such a value may be one that others must not guess.
        "guid" | "randomUUID" => Uuid::new_v4().to_string(),
        "timestamp" => SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |past| past.as_secs()).to_string(),
        "isoTimestamp" => humantime::format_rfc3339_millis(SystemTime::now()).to_string(),
        "randomInt" => fastrand::u16(0..=1000).to_string(),
        "randomBoolean" => fastrand::bool().to_string(),
        "randomAlphaNumeric" => characters(1, LOWER_AND_DIGITS),
        "randomPassword" => characters(15, LETTERS_AND_DIGITS),
        "randomSemver" => format!("{}.{}.{}", fastrand::u8(0..10), fastrand::u8(0..10), fastrand::u8(0..10)),
        "randomHexColor" => format!("#{:06x}", fastrand::u32(..1 << 24)),
        "randomIP" => Ipv4Addr::from(fastrand::u32(..)).to_string(),
        "randomIPV6" => Ipv6Addr::from(fastrand::u128(..)).to_string(),
        "randomMACAddress" => [(); 6].map(|()| format!("{:02x}", fastrand::u8(..))).join(":"),
        "randomLatitude" => format!("{:.4}", fastrand::f64() * 180.0 - 90.0),
        "randomLongitude" => format!("{:.4}", fastrand::f64() * 360.0 - 180.0),
        "randomPhoneNumber" => phone_number(),
        "randomPhoneNumberExt" => format!("{}-{}", fastrand::u8(1..100), phone_number()),
        "randomDatePast" => date(SystemTime::now() - seconds(1..YEAR)),
        "randomDateFuture" => date(SystemTime::now() + seconds(1..YEAR)),
        "randomDateRecent" => date(SystemTime::now() - seconds(0..DAY)),
        "randomBankAccount" => characters(8, DIGITS),
        "randomBankAccountBic" => format!("{}DE{}", characters(4, UPPER), characters(2, UPPER)),
        "randomBankAccountIban" => iban(),
        "randomBitcoin" => format!("{}{}", fastrand::choice([1, 3]).unwrap_or(1), characters(32, BASE_58)),
        "randomCreditCardMask" => characters(4, DIGITS),
        "randomPrice" => format!("{}.{}", fastrand::u16(0..1000), characters(2, DIGITS)),
        _ => return None,
    };
    Some(value)
}

fn characters(count: usize, alphabet: &[u8]) -> String {
    (0..count).filter_map(|_| fastrand::choice(alphabet).copied().map(char::from)).collect()
}

fn seconds(range: std::ops::Range<u64>) -> Duration {
    Duration::from_secs(fastrand::u64(range))
}

/// As in North America, where no part begins with 0 or 1.
fn phone_number() -> String {
    let part = || fastrand::u16(200..1000);
    format!("{}-{}-{}", part(), part(), characters(4, DIGITS))
}

/// As JavaScript prints a date: `Sun Nov 06 1994 08:49:37 GMT+0000 (Coordinated Universal Time)`.
fn date(time: SystemTime) -> String {
    let text = httpdate::fmt_http_date(time);
    match text.split_whitespace().collect::<Vec<_>>()[..] {
        [weekday, day, month, year, time, zone] => {
            let weekday = weekday.trim_end_matches(',');
            format!("{weekday} {month} {day} {year} {time} {zone}+0000 (Coordinated Universal Time)")
        }
        _ => text,
    }
}

/// A German account with its right check digits.
fn iban() -> String {
    let account = fastrand::u64(..1_000_000_000_000_000_000);
    // The check digits make the account, the letters as 13 and 14, and themselves 1 modulo 97.
    let check = 98 - (u128::from(account) * 1_000_000 + 131_400) % 97;
    format!("DE{check:02}{account:018}")
}
