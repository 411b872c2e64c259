//! The flat fields of MaxMind's databases: what each is called, and where it stands in a record.

/// A step from a record to a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// A key of a map.
    Key(&'static str),
    /// The name in the language of the table.
    Locale,
    /// The last element of an array.
    Last,
}

impl Step {
    /// The most steps that a field takes.
    pub const MOST: usize = 4;
}

/// A flat field and its place in a record.
pub type FlatField = (&'static str, &'static [Step]);

use Step::{Key, Last, Locale};

const CITY: &[FlatField] = &[
    ("city_name", &[Key("city"), Key("names"), Locale]),
    ("continent_code", &[Key("continent"), Key("code")]),
    ("country_code", &[Key("country"), Key("iso_code")]),
    ("country_name", &[Key("country"), Key("names"), Locale]),
    ("region_code", &[Key("subdivisions"), Last, Key("iso_code")]),
    ("region_name", &[Key("subdivisions"), Last, Key("names"), Locale]),
    ("metro_code", &[Key("location"), Key("metro_code")]),
    ("postal_code", &[Key("postal"), Key("code")]),
    ("latitude", &[Key("location"), Key("latitude")]),
    ("longitude", &[Key("location"), Key("longitude")]),
    ("timezone", &[Key("location"), Key("time_zone")]),
];

const COUNTRY: &[FlatField] = &[
    ("continent_code", &[Key("continent"), Key("code")]),
    ("country_code", &[Key("country"), Key("iso_code")]),
    ("country_name", &[Key("country"), Key("names"), Locale]),
];

const OTHER_COUNTRIES: &[FlatField] = &[
    ("registered_country_code", &[Key("registered_country"), Key("iso_code")]),
    ("registered_country_name", &[Key("registered_country"), Key("names"), Locale]),
    ("represented_country_code", &[Key("represented_country"), Key("iso_code")]),
    ("represented_country_name", &[Key("represented_country"), Key("names"), Locale]),
];

const ASN: &[FlatField] = &[
    ("autonomous_system_number", &[Key("autonomous_system_number")]),
    ("autonomous_system_organization", &[Key("autonomous_system_organization")]),
    ("isp", &[Key("isp")]),
    ("organization", &[Key("organization")]),
];

const CONNECTION_TYPE: &[FlatField] = &[("connection_type", &[Key("connection_type")])];

const ANONYMOUS_IP: &[FlatField] = &[
    ("is_anonymous", &[Key("is_anonymous")]),
    ("is_anonymous_vpn", &[Key("is_anonymous_vpn")]),
    ("is_hosting_provider", &[Key("is_hosting_provider")]),
    ("is_public_proxy", &[Key("is_public_proxy")]),
    ("is_residential_proxy", &[Key("is_residential_proxy")]),
    ("is_tor_exit_node", &[Key("is_tor_exit_node")]),
];

const ENTERPRISE_TRAITS: &[FlatField] = &[
    ("user_type", &[Key("traits"), Key("user_type")]),
    ("domain", &[Key("traits"), Key("domain")]),
    ("mobile_country_code", &[Key("traits"), Key("mobile_country_code")]),
    ("mobile_network_code", &[Key("traits"), Key("mobile_network_code")]),
    ("connection_type", &[Key("traits"), Key("connection_type")]),
    ("autonomous_system_number", &[Key("traits"), Key("autonomous_system_number")]),
    ("autonomous_system_organization", &[Key("traits"), Key("autonomous_system_organization")]),
    ("isp", &[Key("traits"), Key("isp")]),
    ("organization", &[Key("traits"), Key("organization")]),
];

/// The kinds of databases that have flat fields, for people.
pub const KINDS: &str = "a City, Country, Enterprise, ASN, ISP, Connection-Type or Anonymous-IP database of MaxMind's GeoIP2 or GeoLite2";

/// The flat fields of a database, if its type has any. A database of another maker may say which of
/// MaxMind's it is laid out like, such as `DBIP-City-Lite (compat=City)`.
pub fn fields(database: &str) -> Option<&'static [&'static [FlatField]]> {
    let maxmind = |name: &'_ str| {
        name.strip_prefix("GeoIP2-").or_else(|| name.strip_prefix("GeoLite2-")).map(str::len)
    };
    let kind = match database.split_once("compat=") {
        Some((_, like)) => {
            let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
            let name = &like[..like.find(|c| !is_part(c)).unwrap_or(like.len())];
            &name[name.len() - maxmind(name).unwrap_or(name.len())..]
        }
        None => &database[database.len() - maxmind(database)?..],
    };
    let known: [(&str, &[&[FlatField]]); 7] = [
        ("City", &[CITY]),
        ("Country", &[COUNTRY, OTHER_COUNTRIES]),
        ("Enterprise", &[CITY, OTHER_COUNTRIES, ENTERPRISE_TRAITS]),
        ("ASN", &[ASN]),
        ("ISP", &[ASN]),
        ("Connection-Type", &[CONNECTION_TYPE]),
        ("Anonymous-IP", &[ANONYMOUS_IP]),
    ];
    // MaxMind also has editions such as `GeoIP2-City-Europe`.
    let is = |name: &str| {
        kind.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    known.into_iter().find(|(name, _)| is(name)).map(|(_, fields)| fields)
}
