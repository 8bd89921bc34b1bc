//! Values of Postman's dynamic variables: each has the form that Postman documents.

#[path = "../../dynamic/invented.rs"]
mod invented;
#[path = "../../dynamic/lists.rs"]
mod lists;
#[path = "../../dynamic/random.rs"]
mod random;

use std::collections::BTreeSet;
use std::time::{SystemTime, UNIX_EPOCH};

use postman_codegen_templates::dynamic::{INVENTED, LISTS, Maker, RANDOM};
use regex::Regex;

/// How often each value is made.
const TIMES: usize = 300;

const UUID: &str = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
const DATE: &str =
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} \d\d 20\d\d \d\d:\d\d:\d\d GMT\+0000 \(Coordinated Universal Time\)";
const NAME: &str = "[A-Z][A-Za-z']+";
const WORDS: &str = "[A-Za-z0-9/-]+( [A-Za-z0-9/-]+)*";
const TEXT: &str = r"([A-Z][a-z]*( [a-z]+)+\.[ \n]?)+";
const IMAGE: &str = r"https://loremflickr\.com/640/480/[a-z]+\?lock=\d+";

/// How many values there are of a variable.
#[derive(Clone, Copy, PartialEq)]
enum Values {
    /// So many that two are never the same.
    Endless,
    /// At least this many.
    AtLeast(usize),
}

use Values::{AtLeast, Endless};

/// All names of Postman, with the form of their values.
const FORMS: &[(&str, &str, Values)] = &[
    ("guid", UUID, Endless),
    ("randomUUID", UUID, Endless),
    ("timestamp", r"\d{10}", AtLeast(1)),
    ("isoTimestamp", r"20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{3}Z", AtLeast(1)),
    ("randomInt", r"\d|[1-9]\d{1,2}|1000", AtLeast(100)),
    ("randomBoolean", "true|false", AtLeast(2)),
    ("randomAlphaNumeric", "[a-z0-9]", AtLeast(20)),
    ("randomPassword", "[A-Za-z0-9]{15}", Endless),
    ("randomSemver", r"\d\.\d\.\d", AtLeast(100)),
    ("randomHexColor", "#[0-9a-f]{6}", AtLeast(200)),
    ("randomIP", r"(\d{1,2}|1\d\d|2[0-5]\d)(\.(\d{1,2}|1\d\d|2[0-5]\d)){3}", AtLeast(200)),
    ("randomIPV6", "[0-9a-f:]{8,39}", Endless),
    ("randomMACAddress", "[0-9a-f]{2}(:[0-9a-f]{2}){5}", Endless),
    ("randomLatitude", r"-?(\d|[1-8]\d|90)\.\d{4}", AtLeast(200)),
    ("randomLongitude", r"-?(\d{1,2}|1[0-7]\d|180)\.\d{4}", AtLeast(200)),
    ("randomPhoneNumber", r"[2-9]\d\d-[2-9]\d\d-\d{4}", AtLeast(200)),
    ("randomPhoneNumberExt", r"[1-9]\d?-[2-9]\d\d-[2-9]\d\d-\d{4}", AtLeast(200)),
    ("randomDatePast", DATE, AtLeast(200)),
    ("randomDateFuture", DATE, AtLeast(200)),
    ("randomDateRecent", DATE, AtLeast(200)),
    ("randomBankAccount", r"\d{8}", AtLeast(200)),
    ("randomBankAccountBic", "[A-Z]{6}[A-Z0-9]{2}", AtLeast(200)),
    ("randomBankAccountIban", r"DE\d{20}", Endless),
    ("randomBitcoin", "[13][1-9A-HJ-NP-Za-km-z]{25,33}", Endless),
    ("randomCreditCardMask", r"\d{4}", AtLeast(200)),
    ("randomPrice", r"\d{1,3}\.\d\d", AtLeast(200)),
    (
        "randomMonth",
        "January|February|March|April|May|June|July|August|September|October|November|December",
        AtLeast(6),
    ),
    ("randomWeekday", "(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", AtLeast(4)),
    ("randomLocale", "[a-z]{2}", AtLeast(10)),
    ("randomProtocol", "https?", AtLeast(2)),
    ("randomColor", "[a-z]+", AtLeast(10)),
    ("randomDepartment", "[A-Z][a-z]+", AtLeast(8)),
    ("randomProduct", "[A-Z][a-z]+", AtLeast(6)),
    ("randomProductAdjective", "[A-Z][a-z]+", AtLeast(5)),
    ("randomProductMaterial", "[A-Z][a-z]+", AtLeast(5)),
    ("randomProductName", "[A-Z][a-z]+ [A-Z][a-z]+ [A-Z][a-z]+", AtLeast(50)),
    ("randomDatabaseColumn", "[a-zA-Z]+", AtLeast(6)),
    ("randomDatabaseType", "[a-z]+", AtLeast(6)),
    ("randomDatabaseCollation", "(ascii|cp1250|utf8)(_[a-z]+)+", AtLeast(4)),
    ("randomDatabaseEngine", "[A-Za-z]+", AtLeast(4)),
    ("randomBankAccountName", "([A-Z][a-z]+ )+Account", AtLeast(4)),
    ("randomTransactionType", "[a-z]+", AtLeast(3)),
    ("randomAbbreviation", "[A-Z]{2,5}", AtLeast(8)),
    ("randomAdjective", "[a-z -]+", AtLeast(7)),
    ("randomNoun", "[a-z]+", AtLeast(10)),
    ("randomVerb", "[a-z ]+", AtLeast(8)),
    ("randomIngverb", "[a-z]+ing( up)?", AtLeast(8)),
    ("randomPhrase", "We need to [a-z ]+ the [a-z -]+ [A-Z]+ [a-z]+!", AtLeast(100)),
    ("randomWord", "[a-z]+", AtLeast(10)),
    ("randomWords", "[a-z]+( [a-z]+){1,4}", AtLeast(100)),
    ("randomDirectoryPath", "(/[A-Za-z]+)+", AtLeast(10)),
    ("randomFilePath", r"(/[A-Za-z]+)+/[a-z]+_[a-z]+\.[a-z0-9]+", AtLeast(100)),
    ("randomFileName", r"[a-z]+_[a-z]+\.[a-z0-9]+", AtLeast(100)),
    ("randomCommonFileName", r"[a-z]+_[a-z]+\.(pdf|mp3|wav|gif|jpg|png|html|csv|mp4|mpeg)", AtLeast(100)),
    ("randomFileExt", "[a-z0-9]+", AtLeast(10)),
    ("randomCommonFileExt", "pdf|mp3|wav|gif|jpg|png|html|csv|mp4|mpeg", AtLeast(5)),
    ("randomMimeType", "[a-z]+/[a-z0-9.+-]+", AtLeast(10)),
    ("randomFileType", "application|audio|font|image|model|text|video", AtLeast(4)),
    ("randomCommonFileType", "application|audio|image|text|video", AtLeast(3)),
    ("randomAvatarImage", IMAGE, AtLeast(200)),
    ("randomImageUrl", IMAGE, AtLeast(200)),
    ("randomAbstractImage", IMAGE, AtLeast(200)),
    ("randomAnimalsImage", IMAGE, AtLeast(200)),
    ("randomBusinessImage", IMAGE, AtLeast(200)),
    ("randomCatsImage", IMAGE, AtLeast(200)),
    ("randomCityImage", IMAGE, AtLeast(200)),
    ("randomFashionImage", IMAGE, AtLeast(200)),
    ("randomFoodImage", IMAGE, AtLeast(200)),
    ("randomNatureImage", IMAGE, AtLeast(200)),
    ("randomNightlifeImage", IMAGE, AtLeast(200)),
    ("randomPeopleImage", IMAGE, AtLeast(200)),
    ("randomSportsImage", IMAGE, AtLeast(200)),
    ("randomTransportImage", IMAGE, AtLeast(200)),
    ("randomImageDataUri", r"data:image/svg\+xml;charset=UTF-8,(%[0-9A-F]{2}|[A-Za-z0-9.])+", AtLeast(200)),
    ("randomCity", "[A-Z][A-Za-z' ]+", AtLeast(100)),
    ("randomStreetName", "[A-Z][A-Za-z']+ [A-Z][a-z]+", AtLeast(100)),
    ("randomStreetAddress", r"[1-9]\d{0,3} [A-Z][A-Za-z']+ [A-Z][a-z]+", AtLeast(100)),
    ("randomCountry", "[A-Z][^\n]+", AtLeast(50)),
    ("randomCountryCode", "[A-Z]{2}", AtLeast(50)),
    ("randomCompanyName", "[A-Z][A-Za-z']+( and [A-Z][A-Za-z']+)? (Inc|and Sons|LLC|Group)", AtLeast(100)),
    ("randomCompanySuffix", "Inc|and Sons|LLC|Group", AtLeast(3)),
    ("randomCatchPhrase", WORDS, AtLeast(100)),
    ("randomCatchPhraseAdjective", WORDS, AtLeast(20)),
    ("randomCatchPhraseDescriptor", WORDS, AtLeast(20)),
    ("randomCatchPhraseNoun", WORDS, AtLeast(20)),
    ("randomBs", WORDS, AtLeast(100)),
    ("randomBsAdjective", WORDS, AtLeast(20)),
    ("randomBsBuzz", WORDS, AtLeast(20)),
    ("randomBsNoun", WORDS, AtLeast(20)),
    ("randomCurrencyCode", "[A-Z]{3}", AtLeast(50)),
    ("randomCurrencyName", "[A-Z][^\n]+", AtLeast(50)),
    ("randomCurrencySymbol", r"[^\s]{1,4}", AtLeast(5)),
    ("randomEmail", r"[a-z0-9._']+@[a-z]+\.com", AtLeast(100)),
    ("randomExampleEmail", r"[a-z]+@example\.(com|net|org)", AtLeast(100)),
    ("randomUserName", r"[a-z0-9._']+", AtLeast(100)),
    ("randomUserAgent", r"(Mozilla|Opera)/\d[^\n]+", AtLeast(5)),
    ("randomUrl", r"https://[a-z.]+\.[a-z]{2,4}", AtLeast(100)),
    ("randomDomainName", r"[a-z.]+\.[a-z]{2,4}", AtLeast(100)),
    ("randomDomainSuffix", "[a-z]{2,4}", AtLeast(4)),
    ("randomDomainWord", "[a-z]+", AtLeast(100)),
    ("randomFirstName", NAME, AtLeast(100)),
    ("randomLastName", NAME, AtLeast(100)),
    ("randomFullName", "[A-Z][A-Za-z']+ [A-Z][A-Za-z']+", AtLeast(100)),
    ("randomNamePrefix", r"(Mr|Mrs|Ms|Dr)\.|Miss", AtLeast(3)),
    ("randomNameSuffix", r"(Jr|Sr)\.|I|II|III|IV|V|MD|DDS|PhD|DVM", AtLeast(5)),
    ("randomJobTitle", WORDS, AtLeast(100)),
    ("randomJobDescriptor", WORDS, AtLeast(6)),
    ("randomJobArea", WORDS, AtLeast(6)),
    ("randomJobType", WORDS, AtLeast(6)),
    ("randomLoremWord", "[a-z]+", AtLeast(50)),
    ("randomLoremWords", "[a-z]+ [a-z]+ [a-z]+", AtLeast(200)),
    ("randomLoremSlug", "[a-z]+-[a-z]+-[a-z]+", AtLeast(200)),
    ("randomLoremSentence", r"[A-Z][a-z]*( [a-z]+)+\.", AtLeast(200)),
    ("randomLoremSentences", TEXT, AtLeast(200)),
    ("randomLoremParagraph", TEXT, AtLeast(200)),
    ("randomLoremParagraphs", TEXT, AtLeast(200)),
    ("randomLoremText", TEXT, AtLeast(200)),
    ("randomLoremLines", TEXT, AtLeast(200)),
];

/// Makes the value of a variable that it knows.
type Make = fn(&str) -> Option<String>;

/// The files with what they make.
const MAKERS: [(Maker, Make); 3] = [(RANDOM, random::value), (LISTS, lists::value), (INVENTED, invented::value)];

#[test]
fn every_value_has_its_form() {
    for (name, form, values) in FORMS {
        let form = Regex::new(&format!("^({form})$")).expect("a pattern");
        let (maker, value) = maker(name);
        let made: BTreeSet<String> = (0..TIMES).map(|_| value(name).expect("a value")).collect();
        let wrong = made.iter().find(|value| !form.is_match(value));
        assert_eq!(wrong, None, "${name}");
        let wanted = match values {
            Endless => TIMES,
            AtLeast(count) => *count,
        };
        assert!(made.len() >= wanted, "${name}: {} values in {TIMES} calls", made.len());
        let (_, example) = maker.variables.iter().find(|(known, _)| known == name).expect("it is listed");
        assert!(form.is_match(example), "${name}: the example `{example}` is none");
    }
}

/// The file that makes a variable's value: exactly one.
fn maker(name: &str) -> (Maker, Make) {
    let found: Vec<_> = MAKERS.iter().filter(|(_, value)| value(name).is_some()).collect();
    assert_eq!(found.len(), 1, "${name}");
    *found[0]
}

#[test]
fn every_name_of_postman_is_listed() {
    let listed: BTreeSet<&str> = MAKERS.iter().flat_map(|(maker, _)| maker.variables).map(|(name, _)| *name).collect();
    let wanted: BTreeSet<&str> = FORMS.iter().map(|(name, _, _)| *name).collect();
    assert_eq!(listed, wanted);
    assert_eq!(listed.len(), 118);
}

/// They are shown in code, in JSON and in headers as they are.
#[test]
fn examples_need_no_escapes() {
    for (name, example) in MAKERS.iter().flat_map(|(maker, _)| maker.variables) {
        assert!(example.chars().all(|c| (' '..='~').contains(&c) && !"\"\\'{}$".contains(c)), "{name}: {example}");
    }
}

#[test]
fn other_names_have_no_value() {
    for name in ["", "$guid", "GUID", "random", "randomImage", "randomDogsImage", "randomDatePas", "host"] {
        assert!(MAKERS.iter().all(|(_, value)| value(name).is_none()), "{name}");
    }
}

#[test]
fn times_are_those_of_now() {
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
    let before = now();
    let seconds: u64 = random::value("timestamp").and_then(|text| text.parse().ok()).expect("a number");
    let moment = random::value("isoTimestamp").expect("a value");
    let moment = humantime::parse_rfc3339(&moment).expect("a time").duration_since(UNIX_EPOCH).expect("after 1970");
    let after = now();
    assert!((before.as_secs()..=after.as_secs()).contains(&seconds));
    assert!((before.as_millis()..=after.as_millis()).contains(&moment.as_millis()));
}

#[test]
fn dates_are_in_the_past_and_in_the_future() {
    let year = |name: &str| random::value(name).and_then(|text| text.split(' ').nth(3)?.parse::<u32>().ok());
    let this = humantime::format_rfc3339(SystemTime::now()).to_string()[..4].parse::<u32>().ok();
    assert!(year("randomDatePast") <= this);
    assert!(year("randomDateFuture") >= this);
}

#[test]
fn check_digits_of_accounts_are_right() {
    for _ in 0..TIMES {
        let iban = random::value("randomBankAccountIban").expect("a value");
        let (check, account) = (&iban[2..4], &iban[4..]);
        let number: u128 = format!("{account}1314{check}").parse().expect("digits");
        assert_eq!(number % 97, 1, "{iban}");
    }
}
