//! What the two databases say about a network, in the layout of GeoLite2's City and ASN
//! databases, so that every reader of those can read these.

use crate::mmdb::{Description, Value, bits, write};
use crate::networks::{Country, Network, Place};

/// 18 March 2024, the day of the first sample event.
const BUILD_EPOCH: u64 = 1_710_720_000;

/// Languages of the names, in the order in which the lists hold them.
const LANGUAGES: [&str; 2] = ["en", "de"];

/// Radius in kilometres within which a city and a country are meant.
const CITY_RADIUS: u16 = 20;
const COUNTRY_RADIUS: u16 = 1_000;

/// The City database.
pub fn city_database(networks: &[Network]) -> Vec<u8> {
    let description = Description {
        database_type: "GeoLite2-City",
        languages: &LANGUAGES,
        about: "vrlet sample data in the layout of a City database; not made by MaxMind",
        build_epoch: BUILD_EPOCH,
    };
    database(&description, networks, city)
}

/// The ASN database.
pub fn asn_database(networks: &[Network]) -> Vec<u8> {
    let description = Description {
        database_type: "GeoLite2-ASN",
        languages: &LANGUAGES[..1],
        about: "vrlet sample data in the layout of an ASN database; not made by MaxMind",
        build_epoch: BUILD_EPOCH,
    };
    database(&description, networks, asn)
}

fn database(
    description: &Description,
    networks: &[Network],
    record: fn(&Network) -> Value,
) -> Vec<u8> {
    let entries: Vec<_> = networks
        .iter()
        .map(|network| {
            // The tree is one of 128 bits, in which IPv4 comes after 96 zeros.
            let above = if network.address.is_ipv4() { 96 } else { 0 };
            (bits(network.address), above + network.prefix, record(network))
        })
        .collect();
    write(description, &entries)
}

fn asn(network: &Network) -> Value {
    Value::Map(vec![
        ("autonomous_system_number", Value::Uint32(network.asn)),
        ("autonomous_system_organization", Value::text(network.organisation)),
    ])
}

fn city(network: &Network) -> Value {
    let mut record = network.place.map(located).unwrap_or_default();
    record.push(("registered_country", country(network.registered)));
    Value::Map(record)
}

/// The parts of a record that say where a network is.
fn located(place: &Place) -> Vec<(&'static str, Value)> {
    let mut record = Vec::new();
    let whole_country = place.names[0].is_empty();
    if !whole_country {
        record.push(("city", named(Vec::new(), place.names)));
    }
    let code = place.country.continent;
    record.push(("continent", named(vec![("code", Value::text(code))], continent(code))));
    record.push(("country", country(place.country)));
    record.push(("location", location(place, whole_country)));
    if !place.postal_code.is_empty() {
        record.push(("postal", Value::Map(vec![("code", Value::text(place.postal_code))])));
    }
    if !place.subdivisions.is_empty() {
        let regions = place.subdivisions.iter();
        let regions = regions.map(|(code, name)| {
            Value::Map(vec![
                ("iso_code", Value::text(code)),
                ("names", Value::Map(vec![(LANGUAGES[0], Value::text(name))])),
            ])
        });
        record.push(("subdivisions", Value::Array(regions.collect())));
    }
    record
}

fn location(place: &Place, whole_country: bool) -> Value {
    let radius = if whole_country { COUNTRY_RADIUS } else { CITY_RADIUS };
    let mut location = vec![
        ("accuracy_radius", Value::Uint16(radius)),
        ("latitude", Value::Double(place.latitude)),
        ("longitude", Value::Double(place.longitude)),
    ];
    if let Some(code) = place.metro_code {
        location.push(("metro_code", Value::Uint16(code)));
    }
    if !place.time_zone.is_empty() {
        location.push(("time_zone", Value::text(place.time_zone)));
    }
    Value::Map(location)
}

fn country(country: &Country) -> Value {
    named(vec![("iso_code", Value::text(country.code))], country.names)
}

/// A map that ends in the names in all languages.
fn named(mut entries: Vec<(&'static str, Value)>, names: [&str; 2]) -> Value {
    let names = LANGUAGES.into_iter().zip(names.map(Value::text)).collect();
    entries.push(("names", Value::Map(names)));
    Value::Map(entries)
}

fn continent(code: &str) -> [&'static str; 2] {
    match code {
        "AF" => ["Africa", "Afrika"],
        "AS" => ["Asia", "Asien"],
        "EU" => ["Europe", "Europa"],
        "NA" => ["North America", "Nordamerika"],
        "OC" => ["Oceania", "Ozeanien"],
        "SA" => ["South America", "Südamerika"],
        other => panic!("no such continent `{other}`: correct `countries.csv`"),
    }
}
