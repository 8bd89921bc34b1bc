//! Dynamic variables whose values are invented people, places, companies and texts.

use fake::Fake as _;
use fake::faker::address::en as address;
use fake::faker::company::en as company;
use fake::faker::currency::en as currency;
use fake::faker::internet::en as internet;
use fake::faker::job::en as job;
use fake::faker::lorem::en as lorem;
use fake::faker::name::en as name;

/// A new value of a dynamic variable, by its name without the `$`.
pub(crate) fn value(variable: &str) -> Option<String> {
    let value = match variable {
        "randomCity" => address::CityName().fake(),
        "randomStreetName" => address::StreetName().fake(),
        "randomStreetAddress" => format!("{} {}", fastrand::u16(1..10_000), address::StreetName().fake::<String>()),
        "randomCountry" => address::CountryName().fake(),
        "randomCountryCode" => address::CountryCode().fake(),

        "randomCompanyName" => company::CompanyName().fake(),
        "randomCompanySuffix" => company::CompanySuffix().fake(),
        "randomCatchPhrase" => company::CatchPhrase().fake(),
        "randomCatchPhraseAdjective" => company::Buzzword().fake(),
        "randomCatchPhraseDescriptor" => company::BuzzwordMiddle().fake(),
        "randomCatchPhraseNoun" => company::BuzzwordTail().fake(),
        "randomBs" => company::Bs().fake(),
        "randomBsAdjective" => company::BsAdj().fake(),
        "randomBsBuzz" => company::BsVerb().fake(),
        "randomBsNoun" => company::BsNoun().fake(),

        "randomCurrencyCode" => currency::CurrencyCode().fake(),
        "randomCurrencyName" => currency::CurrencyName().fake(),
        "randomCurrencySymbol" => currency::CurrencySymbol().fake(),

        "randomEmail" => internet::FreeEmail().fake(),
        "randomExampleEmail" => internet::SafeEmail().fake(),
        "randomUserName" => internet::Username().fake(),
        "randomUserAgent" => internet::UserAgent().fake(),
        "randomUrl" => format!("https://{}", domain_name()),
        "randomDomainName" => domain_name(),
        "randomDomainSuffix" => internet::DomainSuffix().fake(),
        "randomDomainWord" => domain_word(),

        "randomFirstName" => name::FirstName().fake(),
        "randomLastName" => name::LastName().fake(),
        "randomFullName" => name::Name().fake(),
        "randomNamePrefix" => name::Title().fake(),
        "randomNameSuffix" => name::Suffix().fake(),

        "randomJobTitle" => job::Title().fake(),
        "randomJobDescriptor" => job::Seniority().fake(),
        "randomJobArea" => job::Field().fake(),
        "randomJobType" => job::Position().fake(),

        "randomLoremWord" => lorem::Word().fake(),
        "randomLoremWords" => lorem::Words(3..4).fake::<Vec<String>>().join(" "),
        "randomLoremSlug" => lorem::Words(3..4).fake::<Vec<String>>().join("-"),
        "randomLoremSentence" => sentences(1),
        "randomLoremSentences" => sentences(fastrand::usize(2..=6)),
        "randomLoremParagraph" => sentences(3),
        "randomLoremParagraphs" => lines(3, 3),
        "randomLoremText" => sentences(fastrand::usize(1..=9)),
        "randomLoremLines" => lines(fastrand::usize(1..=5), 1),
        _ => return None,
    };
    Some(value)
}

fn domain_name() -> String {
    format!("{}.{}", domain_word(), internet::DomainSuffix().fake::<&str>())
}

/// A family's name, without the apostrophe that some have.
fn domain_word() -> String {
    let name: &str = name::LastName().fake();
    name.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect()
}

fn sentences(count: usize) -> String {
    let sentence = |_| {
        let text: String = lorem::Sentence(4..10).fake();
        let mut characters = text.chars();
        let first = characters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(characters).collect::<String>()
    };
    (0..count).map(sentence).collect::<Vec<_>>().join(" ")
}

fn lines(count: usize, sentences_each: usize) -> String {
    (0..count).map(|_| sentences(sentences_each)).collect::<Vec<_>>().join("\n")
}
