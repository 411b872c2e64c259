//! Tables in MaxMind databases: what lookups give, in small databases that the tests write and in the
//! samples of this repository.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::fs;
use std::sync::Arc;

use support::database::Data::{self, Array, Boolean, Double, Int32, Map, Text, Uint16, Uint32};
use support::database::Database;
use support::*;
use vrlet_enrichment::{Missing, MmdbOptions, MmdbTable, Records};
use vrlet_function::{Case, Condition, MachineState, Table};
use vrlet_value::{Key, Value};

fn float(number: f64) -> Value {
    Value::float(number).unwrap()
}

fn read(database: &Database, options: &MmdbOptions) -> Arc<MmdbTable> {
    let table = options.read("own.mmdb", database.bytes());
    Arc::new(table.unwrap_or_else(|error| panic!("{error}")))
}

fn country(code: &'static str, name: &'static str) -> Data {
    Map(vec![("iso_code", Text(code)), ("names", Data::names([("en", name)]))])
}

/// Cities by nested names, as MaxMind's databases have them.
fn cities() -> Database {
    let london = Map(vec![
        (
            "city",
            Map(vec![(
                "names",
                Data::names([("en", "London"), ("fr", "Londres"), ("pt-BR", "Londres")]),
            )]),
        ),
        ("continent", Map(vec![("code", Text("EU"))])),
        ("country", country("GB", "United Kingdom")),
        (
            "location",
            Map(vec![
                ("latitude", Double(51.5142)),
                ("longitude", Double(-0.0931)),
                ("time_zone", Text("Europe/London")),
            ]),
        ),
        ("subdivisions", Array(vec![country("ENG", "England")])),
    ]);
    let boxford = Map(vec![
        ("city", Map(vec![("names", Data::names([("en", "Boxford")]))])),
        ("postal", Map(vec![("code", Text("OX1"))])),
        ("subdivisions", Array(vec![country("ENG", "England"), country("WBK", "West Berkshire")])),
    ]);
    let milton = Map(vec![("location", Map(vec![("metro_code", Uint16(819))]))]);
    Database::new("GeoLite2-City")
        .network("192.0.2.0/28", &london)
        .network("192.0.2.16/31", &london)
        .network("198.51.100.0/24", &boxford)
        .network("2001:db8::/32", &milton)
}

#[test]
fn city_fields_are_flat() {
    let table = read(&cities(), &MmdbTable::options());
    let london = object([
        ("city_name", text("London")),
        ("continent_code", text("EU")),
        ("country_code", text("GB")),
        ("country_name", text("United Kingdom")),
        ("region_code", text("ENG")),
        ("region_name", text("England")),
        ("metro_code", Value::Null),
        ("postal_code", Value::Null),
        ("latitude", float(51.5142)),
        ("longitude", float(-0.0931)),
        ("timezone", text("Europe/London")),
    ]);
    assert_eq!(one(&mut by(&table, "ip"), &[text("192.0.2.1")]), Ok(london));
    let boxford = one(&mut by(&table, "whatever"), &[text("198.51.100.7")]).unwrap();
    let boxford = boxford.as_object().unwrap();
    assert_eq!(boxford.get("city_name"), Some(&text("Boxford")));
    assert_eq!(boxford.get("region_code"), Some(&text("WBK")), "the last subdivision counts");
    assert_eq!(boxford.get("region_name"), Some(&text("West Berkshire")));
    assert_eq!(boxford.get("postal_code"), Some(&text("OX1")));
    let milton = one(&mut by(&table, "ip"), &[text("2001:db8::1")]).unwrap();
    assert_eq!(milton.as_object().unwrap().get("metro_code"), Some(&Value::Integer(819)));
}

#[test]
fn names_are_in_the_language_of_the_table() {
    for (locale, name) in [("fr", text("Londres")), ("pt-BR", text("Londres")), ("xx", Value::Null)]
    {
        let table = read(&cities(), &MmdbTable::options().locale(locale));
        let london = one(&mut by(&table, "ip"), &[text("192.0.2.1")]).unwrap();
        assert_eq!(london.as_object().unwrap().get("city_name"), Some(&name), "{locale}");
    }
}

/// The one record of a database of a type.
fn record(kind: &'static str, fields: Vec<(&'static str, Data)>) -> Value {
    let table =
        read(&Database::new(kind).network("192.0.2.0/24", &Map(fields)), &MmdbTable::options());
    one(&mut by(&table, "ip"), &[text("192.0.2.1")]).unwrap()
}

#[test]
fn each_kind_of_database_has_its_fields() {
    let system = || {
        vec![
            ("autonomous_system_number", Uint32(64496)),
            ("autonomous_system_organization", Text("Example Networks")),
        ]
    };
    let mut flat = [
        ("autonomous_system_number", Value::Integer(64496)),
        ("autonomous_system_organization", text("Example Networks")),
        ("isp", Value::Null),
        ("organization", Value::Null),
    ];
    assert_eq!(record("GeoLite2-ASN", system()), object(flat.clone()));

    let isp = [("isp", Text("Example Net")), ("organization", Text("Example"))];
    flat[2].1 = text("Example Net");
    flat[3].1 = text("Example");
    assert_eq!(record("GeoIP2-ISP", system().into_iter().chain(isp).collect()), object(flat));

    let cellular = record("GeoIP2-Connection-Type", vec![("connection_type", Text("Cellular"))]);
    assert_eq!(cellular, object([("connection_type", text("Cellular"))]));

    let vpn = vec![("is_anonymous", Boolean(true)), ("is_anonymous_vpn", Boolean(true))];
    let flat = object([
        ("is_anonymous", Value::Boolean(true)),
        ("is_anonymous_vpn", Value::Boolean(true)),
        ("is_hosting_provider", Value::Null),
        ("is_public_proxy", Value::Null),
        ("is_residential_proxy", Value::Null),
        ("is_tor_exit_node", Value::Null),
    ]);
    assert_eq!(record("GeoIP2-Anonymous-IP", vpn), flat);

    let countries = vec![
        ("country", country("GB", "United Kingdom")),
        ("registered_country", country("US", "United States")),
    ];
    let flat = object([
        ("continent_code", Value::Null),
        ("country_code", text("GB")),
        ("country_name", text("United Kingdom")),
        ("registered_country_code", text("US")),
        ("registered_country_name", text("United States")),
        ("represented_country_code", Value::Null),
        ("represented_country_name", Value::Null),
    ]);
    assert_eq!(record("GeoLite2-Country", countries), flat);

    let traits = Map(vec![
        ("user_type", Text("residential")),
        ("domain", Text("example.net")),
        ("autonomous_system_number", Uint32(64496)),
        ("connection_type", Text("Cable/DSL")),
    ]);
    let city = Map(vec![("names", Data::names([("en", "Chatham")]))]);
    let chatham = record("GeoIP2-Enterprise", vec![("city", city), ("traits", traits)]);
    let chatham = chatham.as_object().unwrap();
    for (name, value) in [
        ("city_name", text("Chatham")),
        ("registered_country_code", Value::Null),
        ("user_type", text("residential")),
        ("domain", text("example.net")),
        ("autonomous_system_number", Value::Integer(64496)),
        ("connection_type", text("Cable/DSL")),
    ] {
        assert_eq!(chatham.get(name), Some(&value), "{name}");
    }
}

#[test]
fn the_sample_databases_work() {
    let city = Arc::new(MmdbTable::open(repository("examples/flow-logs/city.mmdb")).unwrap());
    assert_eq!(city.columns().unwrap().len(), 11);
    let asn = Arc::new(MmdbTable::open(repository("examples/flow-logs/asn.mmdb")).unwrap());
    let google = one(&mut by(&asn, "ip"), &[text("8.8.8.8")]).unwrap();
    assert_eq!(
        google.as_object().unwrap().get("autonomous_system_number"),
        Some(&Value::Integer(15169))
    );
    let private = one(&mut by(&city, "ip"), &[text("10.0.0.1")]).unwrap_err();
    assert_eq!(private, "the table has no record for this address");
}

#[test]
fn addresses_without_a_record() {
    let path = repository("examples/flow-logs/city.mmdb");
    let strict = Arc::new(MmdbTable::open(&path).unwrap());
    let lenient = Arc::new(MmdbTable::options().missing(Missing::Empty).open(&path).unwrap());
    for address in ["10.1.2.3", "fd00::1"] {
        assert!(one(&mut by(&strict, "ip"), &[text(address)]).is_err());
        assert_eq!(one(&mut by(&lenient, "ip"), &[text(address)]), Ok(object([])));
        assert!(all(&mut by(&strict, "ip"), &[text(address)]).is_empty());
    }
}

#[test]
fn values_that_are_no_address() {
    let table = Arc::new(MmdbTable::open(repository("examples/flow-logs/city.mmdb")).unwrap());
    let mut by_ip = by(&table, "ip");
    for wrong in ["", "-", "01.2.3.4", "1.2.3.4 ", "fe80::1%eth0", "localhost"] {
        let said = one(&mut by_ip, &[text(wrong)]).unwrap_err();
        assert!(said.starts_with(&format!("`{wrong}` is no IP address")), "{said}");
        assert!(by_ip.find_all(&mut [text(wrong)], None, None).is_err());
    }
    assert_eq!(
        one(&mut by_ip, &[Value::Null]).unwrap_err(),
        "the address must be a string, found null"
    );
    assert_eq!(
        one(&mut by_ip, &[Value::Integer(1)]).unwrap_err(),
        "the address must be a string, found integer"
    );
    let long = one(&mut by_ip, &[text(&"é".repeat(1000))]).unwrap_err();
    assert!(long.len() < 200, "{long}");
}

#[test]
fn the_condition_is_one_address() {
    let table = Arc::new(MmdbTable::open(repository("examples/flow-logs/city.mmdb")).unwrap());
    for columns in [&[][..], &["ip", "port"][..]] {
        let refused = search(&table, columns, Case::Sensitive).err().unwrap();
        assert!(refused.message.contains("exactly one key"), "{refused:?}");
    }
    let range = [Condition { column: Key::from("ip"), range: true }];
    assert!(table.search(&range, Case::Sensitive).is_err());
}

#[test]
fn raw_records_and_their_parts() {
    let table = read(&cities(), &MmdbTable::options().records(Records::Mmdb));
    let mut by_ip = by(&table, "ip");
    let london = one(&mut by_ip, &[text("192.0.2.1")]).unwrap();
    let location = london.as_object().unwrap().get("location").unwrap().as_object().unwrap();
    assert_eq!(location.get("latitude"), Some(&float(51.5142)));
    let wanted = names(&[
        "location.latitude",
        "city.names.\"pt-BR\"",
        "subdivisions[0].iso_code",
        "no.such",
        "a b",
    ]);
    for _ in 0..2 {
        let part = by_ip.find_one(&mut [text("192.0.2.1")], Some(&wanted), None).unwrap();
        let subdivision = object([("iso_code", text("ENG"))]);
        let expected = object([
            ("location", object([("latitude", float(51.5142))])),
            ("city", object([("names", object([("pt-BR", text("Londres"))]))])),
            ("subdivisions", Value::from(vec![subdivision])),
            ("no", object([("such", Value::Null)])),
        ]);
        assert_eq!(part, expected);
    }
}

#[test]
fn raw_records_of_every_type() {
    let everything = Map(vec![
        ("array", Array(vec![Uint32(1), Uint32(2), Uint32(3)])),
        ("boolean", Boolean(true)),
        ("bytes", Data::Bytes(&[0, 0, 0, 42])),
        ("double", Double(42.123456)),
        ("float", Data::Float(1.5)),
        ("int32", Int32(-268_435_456)),
        (
            "map",
            Map(vec![(
                "inner",
                Map(vec![("list", Array(vec![Uint16(7)])), ("text", Text("hello"))]),
            )]),
        ),
        ("uint16", Uint16(100)),
        ("uint32", Uint32(268_435_456)),
        ("uint64", Data::Uint64(1_152_921_504_606_846_976)),
        ("uint128", Data::Uint128(1 << 120)),
        ("utf8_string", Text("unicode! ☯ - ♫, and more than 29 bytes of it")),
    ]);
    for bits in [24, 28, 32] {
        let database = Database::new("Own").entry_bits(bits).network("192.0.2.0/24", &everything);
        let table = read(&database, &MmdbTable::options());
        let record = one(&mut by(&table, "ip"), &[text("192.0.2.255")]).unwrap();
        let inner = object([("list", vec![7.into()].into()), ("text", text("hello"))]);
        let expected = object([
            ("array", vec![Value::Integer(1), Value::Integer(2), Value::Integer(3)].into()),
            ("boolean", Value::Boolean(true)),
            ("bytes", Value::from("\0\0\0*")),
            ("double", float(42.123456)),
            ("float", float(1.5)),
            ("int32", Value::Integer(-268_435_456)),
            ("map", object([("inner", inner)])),
            ("uint16", Value::Integer(100)),
            ("uint32", Value::Integer(268_435_456)),
            ("uint64", Value::Integer(1_152_921_504_606_846_976)),
            ("uint128", float(1_329_227_995_784_915_872_903_807_060_280_344_576.0)),
            ("utf8_string", text("unicode! ☯ - ♫, and more than 29 bytes of it")),
        ]);
        assert_eq!(record, expected, "{bits} bits");
    }
}

#[test]
fn flat_fields_select_by_name_and_can_say_the_network() {
    let table = read(&cities(), &MmdbTable::options().network(true));
    let mut by_ip = by(&table, "ip");
    let wanted = names(&["city_name", "network", "nothing"]);
    let part = by_ip.find_one(&mut [text("192.0.2.1")], Some(&wanted), None);
    assert_eq!(
        part,
        Ok(object([("city_name", text("London")), ("network", text("192.0.2.0/28"))]))
    );
    let part = by_ip.find_one(&mut [text("192.0.2.17")], Some(&wanted), None);
    assert_eq!(
        part,
        Ok(object([("city_name", text("London")), ("network", text("192.0.2.16/31"))]))
    );
    assert_eq!(one(&mut by_ip, &[text("192.0.2.1")]).unwrap().as_object().unwrap().len(), 12);
}

#[test]
fn an_ipv6_address_is_not_in_a_table_of_ipv4() {
    let record = Map(vec![("ip", Text("192.0.2.1"))]);
    let database = Database::new("Own").of_ipv4().network("192.0.2.1/32", &record);
    let table = read(&database, &MmdbTable::options());
    let mut by_ip = by(&table, "ip");
    assert_eq!(one(&mut by_ip, &[text("192.0.2.1")]), Ok(object([("ip", text("192.0.2.1"))])));
    assert_eq!(
        one(&mut by_ip, &[text("2001:db8::1")]).unwrap_err(),
        "the table has no record for this address"
    );
}

#[test]
fn flat_fields_of_unknown_databases_are_refused() {
    let geoip = MmdbTable::options().records(Records::Geoip);
    let error = geoip.read("own.mmdb", Database::new("Own Networks").bytes()).err().unwrap();
    assert!(error.reason.contains("databases of type `Own Networks`"), "{error}");
    assert_eq!(error.fix_in_file().as_deref(), Some("type = \"mmdb\""));
    assert_eq!(error.fix_in_argument().as_deref(), Some(",type=mmdb"));
}

#[test]
fn a_record_is_decoded_once_for_all_call_sites_of_a_machine() {
    let table = Arc::new(MmdbTable::open(repository("examples/flow-logs/asn.mmdb")).unwrap());
    let mut machine = MachineState::default();
    let mut first = by_in(&table, "ip", &mut machine);
    let mut second = by_in(&table, "address", &mut machine);
    let place = |value: &Value| std::ptr::from_ref(value.as_object().unwrap().get("isp").unwrap());
    let a = first.find_one(&mut machine, &mut [text("8.8.8.8")], None, None).unwrap();
    let b = second.find_one(&mut machine, &mut [text("8.8.8.8")], None, None).unwrap();
    assert_eq!(place(&a), place(&b));
}

#[test]
fn files_that_are_no_database_are_refused() {
    let error = MmdbTable::open("no/such.mmdb").err().unwrap();
    assert_eq!(error.to_string(), "table file `no/such.mmdb`: there is no such file");
    let read = |bytes: &[u8]| {
        MmdbTable::options().read("t.mmdb", bytes.to_vec()).err().unwrap().to_string()
    };
    assert_eq!(read(b""), "table file `t.mmdb`: the file is empty, expected a MaxMind database");
    assert!(read(b"number,keyword\n").contains("no MaxMind metadata"));
    let error = MmdbTable::open(repository("examples/flow-logs")).err().unwrap().to_string();
    assert!(error.contains("this is a directory"), "{error}");
}

#[test]
fn names_of_files_are_in_errors_of_lookups() {
    // A double has eight bytes, this one seven.
    let double = Data::Raw(vec![3 << 5 | 7, 0, 0, 0, 0, 0, 0, 0]);
    let record = Map(vec![("location", Map(vec![("latitude", double)]))]);
    let database = Database::new("GeoLite2-City").network("192.0.2.0/24", &record);
    let table = read(&database, &MmdbTable::options());
    let said = one(&mut by(&table, "ip"), &[text("192.0.2.1")]).unwrap_err();
    assert!(said.contains("own.mmdb") && said.contains("damaged"), "{said}");
}

/// A sample database under another type.
fn of_type(file: &str, from: &str, to: &str) -> Vec<u8> {
    let bytes = fs::read(repository("examples/flow-logs").join(file)).unwrap();
    // A text stands after a byte of its kind and length.
    let [from, to] = [from, to].map(|name| {
        let length = u8::try_from(name.len()).unwrap();
        assert!(length < 29, "longer texts have another head");
        [&[0x40 | length], name.as_bytes()].concat()
    });
    let at = memchr::memmem::rfind(&bytes, &from).unwrap();
    [&bytes[..at], &to, &bytes[at + from.len()..]].concat()
}

#[test]
fn other_makers_say_whose_layout_they_have() {
    for (file, from, to, fields) in [
        ("asn.mmdb", "GeoLite2-ASN", "Own (compat=ASN)", true),
        ("asn.mmdb", "GeoLite2-ASN", "Own (compat=GeoLite2-ASN)", true),
        ("city.mmdb", "GeoLite2-City", "Own-Lite (compat=City)", true),
        ("city.mmdb", "GeoLite2-City", "Own (compat=Weather)", false),
        ("city.mmdb", "GeoLite2-City", "Own City", false),
    ] {
        let bytes = of_type(file, from, to);
        let table = MmdbTable::options().read(file, bytes.clone()).unwrap();
        let described = table.describe();
        assert_eq!(described.ends_with("flat fields"), fields, "{described}");
        let geoip = MmdbTable::options().records(Records::Geoip).read(file, bytes);
        assert_eq!(geoip.is_ok(), fields, "{to}");
    }
}

#[test]
fn an_ipv4_address_written_as_an_ipv6_one_is_itself() {
    let table = MmdbTable::open(repository("examples/flow-logs/asn.mmdb")).unwrap();
    let mut by_ip = by(&Arc::new(table), "ip");
    let plain = one(&mut by_ip, &[text("8.8.8.8")]).unwrap();
    assert_eq!(one(&mut by_ip, &[text("::ffff:8.8.8.8")]), Ok(plain.clone()));
    assert_eq!(one(&mut by_ip, &[text("::ffff:808:808")]), Ok(plain));
    assert!(one(&mut by_ip, &[text("::ffff:10.0.0.1")]).is_err());
}
