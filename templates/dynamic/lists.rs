//! Dynamic variables whose values are picked from lists.

const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const LANGUAGES: &[&str] = &[
    "ar", "bg", "bn", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "it",
    "ja", "ko", "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "vi", "zh",
];
const PROTOCOLS: &[&str] = &["http", "https"];

const COLORS: &[&str] = &[
    "azure",
    "black",
    "blue",
    "cyan",
    "gold",
    "green",
    "indigo",
    "ivory",
    "lime",
    "magenta",
    "maroon",
    "olive",
    "orange",
    "orchid",
    "pink",
    "plum",
    "purple",
    "red",
    "salmon",
    "silver",
    "tan",
    "teal",
    "turquoise",
    "violet",
    "white",
    "yellow",
];
const DEPARTMENTS: &[&str] = &[
    "Automotive",
    "Books",
    "Clothing",
    "Computers",
    "Electronics",
    "Garden",
    "Grocery",
    "Health",
    "Jewelry",
    "Music",
    "Shoes",
    "Sports",
    "Tools",
    "Toys",
];
const PRODUCTS: &[&str] =
    &["Bag", "Bike", "Chair", "Gloves", "Hat", "Keyboard", "Lamp", "Shirt", "Shoes", "Soap", "Table"];
const PRODUCT_ADJECTIVES: &[&str] =
    &["Elegant", "Ergonomic", "Handmade", "Licensed", "Practical", "Refined", "Rustic", "Sleek", "Small", "Tasty"];
const MATERIALS: &[&str] =
    &["Concrete", "Cotton", "Glass", "Granite", "Leather", "Metal", "Plastic", "Rubber", "Steel", "Wooden"];

const COLUMNS: &[&str] = &[
    "avatar",
    "category",
    "comment",
    "createdAt",
    "email",
    "group",
    "id",
    "name",
    "status",
    "title",
    "token",
    "updatedAt",
];
const COLUMN_TYPES: &[&str] =
    &["bigint", "blob", "boolean", "date", "datetime", "decimal", "double", "float", "int", "point", "text", "varchar"];
const COLLATIONS: &[&str] = &[
    "ascii_bin",
    "ascii_general_ci",
    "cp1250_bin",
    "cp1250_general_ci",
    "utf8_bin",
    "utf8_general_ci",
    "utf8_unicode_ci",
];
const ENGINES: &[&str] = &["ARCHIVE", "BLACKHOLE", "CSV", "InnoDB", "MEMORY", "MyISAM"];

const ACCOUNTS: &[&str] =
    &["Auto Loan", "Checking", "Credit Card", "Home Loan", "Investment", "Money Market", "Savings"];
const TRANSACTIONS: &[&str] = &["deposit", "invoice", "payment", "withdrawal"];

const ABBREVIATIONS: &[&str] =
    &["API", "ASCII", "CSS", "DNS", "GB", "HTTP", "IP", "JSON", "PNG", "RAM", "RSS", "SQL", "SSL", "TCP", "USB", "XML"];
const ADJECTIVES: &[&str] = &[
    "auxiliary",
    "bluetooth",
    "digital",
    "haptic",
    "mobile",
    "multi-byte",
    "online",
    "open-source",
    "optical",
    "primary",
    "redundant",
    "solid state",
    "virtual",
    "wireless",
];
const NOUNS: &[&str] = &[
    "alarm",
    "array",
    "bandwidth",
    "bus",
    "capacitor",
    "card",
    "driver",
    "feed",
    "firewall",
    "interface",
    "matrix",
    "monitor",
    "panel",
    "pixel",
    "port",
    "program",
    "protocol",
    "sensor",
    "system",
    "transmitter",
];
/// Verbs, and their forms that end in `-ing`.
const VERBS: &[(&str, &str)] = &[
    ("back up", "backing up"),
    ("bypass", "bypassing"),
    ("calculate", "calculating"),
    ("compress", "compressing"),
    ("connect", "connecting"),
    ("copy", "copying"),
    ("generate", "generating"),
    ("index", "indexing"),
    ("input", "inputting"),
    ("navigate", "navigating"),
    ("override", "overriding"),
    ("parse", "parsing"),
    ("program", "programming"),
    ("reboot", "rebooting"),
    ("synthesize", "synthesizing"),
    ("transmit", "transmitting"),
];

const FOLDERS: &[&str] = &[
    "/Applications",
    "/Library",
    "/Users",
    "/bin",
    "/etc",
    "/etc/mail",
    "/home",
    "/home/user",
    "/lib",
    "/media",
    "/mnt",
    "/opt",
    "/opt/bin",
    "/srv",
    "/tmp",
    "/usr/bin",
    "/usr/lib",
    "/usr/local/bin",
    "/usr/share",
    "/var/log",
    "/var/tmp",
];
/// Endings of files, with their media types; the common ones first.
const FILES: &[(&str, &str)] = &[
    ("pdf", "application/pdf"),
    ("mp3", "audio/mpeg"),
    ("wav", "audio/wav"),
    ("gif", "image/gif"),
    ("jpg", "image/jpeg"),
    ("png", "image/png"),
    ("html", "text/html"),
    ("csv", "text/csv"),
    ("mp4", "video/mp4"),
    ("mpeg", "video/mpeg"),
    ("epub", "application/epub+zip"),
    ("json", "application/json"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("weba", "audio/webm"),
    ("woff2", "font/woff2"),
    ("svg", "image/svg+xml"),
    ("tiff", "image/tiff"),
    ("glb", "model/gltf-binary"),
    ("ics", "text/calendar"),
    ("ogv", "video/ogg"),
];
/// How many of the endings are common.
const COMMON_FILES: usize = 10;

const IMAGES: &[&str] = &[
    "abstract",
    "animals",
    "business",
    "cats",
    "city",
    "fashion",
    "food",
    "nature",
    "nightlife",
    "people",
    "sports",
    "transport",
];

/// A new value of a dynamic variable, by its name without the `$`.
pub(crate) fn value(name: &str) -> Option<String> {
    let value = match name {
        "randomMonth" => pick(MONTHS),
        "randomWeekday" => pick(WEEKDAYS),
        "randomLocale" => pick(LANGUAGES),
        "randomProtocol" => pick(PROTOCOLS),

        "randomColor" => pick(COLORS),
        "randomDepartment" => pick(DEPARTMENTS),
        "randomProduct" => pick(PRODUCTS),
        "randomProductAdjective" => pick(PRODUCT_ADJECTIVES),
        "randomProductMaterial" => pick(MATERIALS),
        "randomProductName" => return Some([PRODUCT_ADJECTIVES, MATERIALS, PRODUCTS].map(pick).join(" ")),

        "randomDatabaseColumn" => pick(COLUMNS),
        "randomDatabaseType" => pick(COLUMN_TYPES),
        "randomDatabaseCollation" => pick(COLLATIONS),
        "randomDatabaseEngine" => pick(ENGINES),

        "randomBankAccountName" => return Some(format!("{} Account", pick(ACCOUNTS))),
        "randomTransactionType" => pick(TRANSACTIONS),

        "randomAbbreviation" => pick(ABBREVIATIONS),
        "randomAdjective" => pick(ADJECTIVES),
        "randomNoun" => pick(NOUNS),
        "randomVerb" => verb().0,
        "randomIngverb" => verb().1,
        "randomPhrase" => return Some(phrase()),
        "randomWord" => pick(NOUNS),
        "randomWords" => return Some(words(fastrand::usize(2..=5))),

        "randomDirectoryPath" => pick(FOLDERS),
        "randomFilePath" => return Some(format!("{}/{}", pick(FOLDERS), file_name(FILES))),
        "randomFileName" => return Some(file_name(FILES)),
        "randomCommonFileName" => return Some(file_name(common())),
        "randomFileExt" => file(FILES).0,
        "randomCommonFileExt" => file(common()).0,
        "randomMimeType" => file(FILES).1,
        "randomFileType" => kind(file(FILES).1),
        "randomCommonFileType" => kind(file(common()).1),

        "randomImageDataUri" => return Some(image_data()),
        _ => return image_url(name),
    };
    Some(value.to_owned())
}

fn pick(list: &[&'static str]) -> &'static str {
    fastrand::choice(list).copied().unwrap_or_default()
}

fn verb() -> (&'static str, &'static str) {
    fastrand::choice(VERBS).copied().unwrap_or_default()
}

fn words(count: usize) -> String {
    (0..count).map(|_| pick(NOUNS)).collect::<Vec<_>>().join(" ")
}

fn phrase() -> String {
    let (verb, noun) = (verb().0, pick(NOUNS));
    format!("We need to {verb} the {} {} {noun}!", pick(ADJECTIVES), pick(ABBREVIATIONS))
}

/// The ending of a file, and its media type.
fn file(files: &[(&'static str, &'static str)]) -> (&'static str, &'static str) {
    fastrand::choice(files).copied().unwrap_or_default()
}

fn common() -> &'static [(&'static str, &'static str)] {
    &FILES[..COMMON_FILES]
}

fn file_name(files: &[(&'static str, &'static str)]) -> String {
    format!("{}_{}.{}", pick(NOUNS), pick(COLORS), file(files).0)
}

/// What a media type begins with: `image`.
fn kind(media_type: &'static str) -> &'static str {
    media_type.split('/').next().unwrap_or_default()
}

/// The address of an image of one subject (`randomCatsImage`), or of any.
fn image_url(name: &str) -> Option<String> {
    let subject = match name {
        "randomImageUrl" => pick(IMAGES),
        "randomAvatarImage" => "avatar",
        _ => {
            let wanted = name.strip_prefix("random")?.strip_suffix("Image")?.to_lowercase();
            IMAGES.iter().find(|subject| **subject == wanted)?
        }
    };
    // Each number is another picture.
    Some(format!("https://loremflickr.com/640/480/{subject}?lock={}", fastrand::u32(..)))
}

fn image_data() -> String {
    let color = fastrand::u32(..1 << 24);
    format!(
        "data:image/svg+xml;charset=UTF-8,%3Csvg%20xmlns%3D%22http%3A%2F%2Fwww.w3.org%2F2000%2Fsvg%22%20width%3D%22640%22\
         %20height%3D%22480%22%3E%3Crect%20width%3D%22100%25%22%20height%3D%22100%25%22%20fill%3D%22%23{color:06x}%22%2F%3E\
         %3C%2Fsvg%3E"
    )
}
