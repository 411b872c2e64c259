//! Look-ups by networks and ranges: the narrowest row wins, beside other keys and in both calls.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::sync::Arc;

use chrono::{TimeZone, Utc};
use support::*;
use vrlet_enrichment::{ColumnType, CsvTable, KeyKind, Missing};
use vrlet_function::{Case, Condition, Table};
use vrlet_value::{Key, Value};

const ZONES: &str = "network,zone\n\
    0.0.0.0/0,internet\n10.0.0.0/8,private\n10.1.0.0/16,office\n10.1.2.3,printer\n\
    2001:db8::/32,documentation\n192.0.2.77/24,test\n::ffff:198.51.100.0/120,mapped\n";

fn zones() -> Arc<CsvTable> {
    let options = CsvTable::options().key("network", KeyKind::Cidr);
    Arc::new(options.read("zones.csv", ZONES.as_bytes()).unwrap())
}

fn column(row: &Value, name: &str) -> String {
    row.as_object().unwrap().get(name).unwrap().as_text().unwrap().to_str().into_owned()
}

#[test]
fn the_narrowest_network_around_an_address_is_the_record() {
    let table = zones();
    let mut by_network = by(&table, "network");
    for (address, zone) in [
        ("10.1.2.3", "printer"),
        ("10.1.2.4", "office"),
        ("10.2.0.1", "private"),
        ("9.9.9.9", "internet"),
        ("::ffff:10.1.2.4", "office"),
        ("2001:db8::1", "documentation"),
        ("192.0.2.1", "test"),
        ("198.51.100.200", "mapped"),
    ] {
        let found = one(&mut by_network, &[text(address)]).unwrap();
        assert_eq!(column(&found, "zone"), zone, "{address}");
    }
    assert_eq!(
        one(&mut by_network, &[text("2001:db9::1")]),
        Err("no row of the table meets the condition".into())
    );
    let every: Vec<String> =
        all(&mut by_network, &[text("10.1.2.3")]).iter().map(|row| column(row, "zone")).collect();
    assert_eq!(every, ["internet", "private", "office", "printer"], "in the order of the file");
}

#[test]
fn values_that_are_no_address_say_so() {
    let table = zones();
    let mut by_network = by(&table, "network");
    assert!(one(&mut by_network, &[text("-")]).unwrap_err().starts_with("`-` is no IP address"));
    assert_eq!(
        one(&mut by_network, &[Value::Null]),
        Err("the address must be a string, found null".into())
    );
    assert!(by_network.find_all(&mut [text("10.0.0.0/8")], None, None).is_err());
}

#[test]
fn the_same_network_twice_is_more_than_one_row() {
    let options = CsvTable::options().key("n", KeyKind::Cidr).key("m", KeyKind::Cidr);
    let table = options.read("t.csv", b"n,m,who\n10.0.0.0/8,1.0.0.0/8,a\n10.0.0.0/8,2.0.0.0/8,b\n");
    let table = Arc::new(table.unwrap());
    let mut by_n = by(&table, "n");
    assert!(one(&mut by_n, &[text("10.0.0.1")]).unwrap_err().starts_with("more than one row"));
    assert_eq!(all(&mut by_n, &[text("10.0.0.1")]).len(), 2);
    let mut both = search(&table, &["n", "m"], Case::Sensitive).unwrap();
    let found = one(&mut both, &[text("10.0.0.1"), text("2.3.4.5")]).unwrap();
    assert_eq!(column(&found, "who"), "b", "two networks at once");
    let mut with_name = search(&table, &["n", "who"], Case::Insensitive).unwrap();
    let found = one(&mut with_name, &[text("10.0.0.1"), text("A")]).unwrap();
    assert_eq!(column(&found, "m"), "1.0.0.0/8", "a network and a cell");
    assert!(one(&mut with_name, &[text("10.0.0.1"), text("c")]).is_err());
}

#[test]
fn fewer_wildcards_come_before_narrower_networks() {
    let options = CsvTable::options().key("n", KeyKind::Cidr);
    let table = options.read("t.csv", b"n,t,v\n10.0.0.0/8,a,wide\n10.0.0.0/24,*,any\n");
    let table = Arc::new(table.unwrap());
    let mut both = search(&table, &["n", "t"], Case::Sensitive).unwrap();
    let star = wildcard("*");
    let found = both.find_one(&mut [text("10.0.0.1"), text("a")], None, Some(&star)).unwrap();
    assert_eq!(column(&found, "v"), "wide");
    let found = both.find_one(&mut [text("10.0.0.1"), text("b")], None, Some(&star)).unwrap();
    assert_eq!(column(&found, "v"), "any");
}

fn range(from: &str, to: &str) -> KeyKind {
    KeyKind::Range { from: from.into(), to: to.into() }
}

#[test]
fn a_number_lies_in_ranges() {
    let ports =
        "from,to,name\n0,1023,system\n1024,49151,registered\n49152,,dynamic\n443,443,https\n";
    for typed in [false, true] {
        let mut options = CsvTable::options().key("port", range("from", "to"));
        if typed {
            options = options.column("from", ColumnType::Integer).column("to", ColumnType::Integer);
        }
        let table = Arc::new(options.read("ports.csv", ports.as_bytes()).unwrap());
        let mut by_port = by(&table, "port");
        for (port, name) in [
            (443, "https"),
            (442, "system"),
            (1023, "system"),
            (1024, "registered"),
            (i64::MAX, "dynamic"),
        ] {
            let found = one(&mut by_port, &[Value::Integer(port)]).unwrap();
            assert_eq!(column(&found, "name"), name, "{port}");
        }
        assert!(one(&mut by_port, &[Value::Integer(-1)]).is_err());
        let between = Value::float(1023.5).unwrap();
        assert!(one(&mut by_port, &[between]).is_err(), "no range contains both neighbours");
        let inside = Value::float(1022.5).unwrap();
        assert_eq!(column(&one(&mut by_port, &[inside]).unwrap(), "name"), "system");
        assert_eq!(all(&mut by_port, &[Value::Integer(443)]).len(), 2);
        assert_eq!(
            one(&mut by_port, &[text("443")]),
            Err("the value is searched in ranges, expected a number; `to_int` or `to_float` makes one \
                 of a string, found string"
                .into())
        );
    }
}

#[test]
fn ranges_of_addresses_floats_and_times() {
    let options = CsvTable::options().key("ip", range("start", "end"));
    let text_of = "start,end,cc\n1.0.0.0,1.0.0.255,AU\n2001:db8::,2001:db8::ffff,ZZ\n";
    let table = Arc::new(options.read("t.csv", text_of.as_bytes()).unwrap());
    let mut by_ip = by(&table, "ip");
    assert_eq!(column(&one(&mut by_ip, &[text("1.0.0.200")]).unwrap(), "cc"), "AU");
    assert_eq!(column(&one(&mut by_ip, &[text("2001:db8::1")]).unwrap(), "cc"), "ZZ");
    assert!(one(&mut by_ip, &[text("1.0.1.0")]).is_err());

    let options = CsvTable::options().key("score", range("low", "high"));
    let text_of = "low,high,grade\n-1.5,0.25,bad\n0.25,1,good\n";
    let table = Arc::new(options.read("t.csv", text_of.as_bytes()).unwrap());
    let mut by_score = by(&table, "score");
    for (score, grade) in [(-1.5, "bad"), (0.5, "good"), (1.0, "good")] {
        let found = one(&mut by_score, &[Value::float(score).unwrap()]).unwrap();
        assert_eq!(column(&found, "grade"), grade);
    }
    assert_eq!(column(&one(&mut by_score, &[Value::Integer(-1)]).unwrap(), "grade"), "bad");

    let options = CsvTable::options()
        .column("since", ColumnType::Date(None))
        .column("until", ColumnType::Date(None))
        .key("time", range("since", "until"));
    let table =
        options.read("t.csv", b"since,until,owner\n2024-01-01,2024-06-30,a\n2024-07-01,,b\n");
    let table = Arc::new(table.unwrap());
    let mut by_time = by(&table, "time");
    let at = |year, month| Value::Timestamp(Utc.with_ymd_and_hms(year, month, 1, 0, 0, 0).unwrap());
    assert_eq!(column(&one(&mut by_time, &[at(2024, 3)]).unwrap(), "owner"), "a");
    assert_eq!(column(&one(&mut by_time, &[at(2030, 1)]).unwrap(), "owner"), "b");
}

#[test]
fn a_look_up_without_a_row_gives_what_the_table_says() {
    let options = CsvTable::options().key("n", KeyKind::Cidr).missing(Missing::Empty);
    let table = Arc::new(options.read("t.csv", b"n,v\n10.0.0.0/8,a\n").unwrap());
    assert_eq!(one(&mut by(&table, "n"), &[text("192.0.2.1")]), Ok(object([])));
}

#[test]
fn keys_and_rows_that_do_not_fit_are_refused_with_the_place() {
    let networks = CsvTable::options().key("n", KeyKind::Cidr);
    let ports = CsvTable::options().key("port", range("from", "to"));
    let clash = CsvTable::options().key("v", range("from", "to"));
    for (options, text, said) in [
        (
            &networks,
            "n,v\n10.0.0.0/8,a\n10.0.0/8,b\n",
            "line 3, column `n`: `10.0.0/8` is no network, expected something like `10.0.0.0/8` or `2001:db8::/32`",
        ),
        (&networks, "n,v\n10.0.0.0/33,a\n", "line 2, column `n`: `10.0.0.0/33` is no network"),
        (&networks, "n,v\n,a\n", "line 2, column `n`: an empty cell is no network"),
        (
            &networks,
            "v,w\na,b\n",
            "the key `n` is matched by `cidr`, but there is no column `n` to match by; the columns are `v`, `w`",
        ),
        (
            &ports,
            "from,to\n1,2\n5,4\n",
            "line 3, `from` is `5` and `to` is `4`, expected a range that does not end before it begins",
        ),
        (
            &ports,
            "from,to\n1,2\n5,x\n",
            "line 3, column `to`: `x` is no end of a range of integers",
        ),
        (
            &ports,
            "from,till\n1,2\n",
            "the key `port` is matched by `range:from,to`, but there is no column `to` to match by",
        ),
        (
            &clash,
            "from,to,v\n1,2,3\n",
            "the key `v` is matched by `range:from,to`, but `v` is a column, expected another name for the range `range:from,to`",
        ),
    ] {
        let reason = options.read("t.csv", text.as_bytes()).err().unwrap().reason;
        assert!(reason.starts_with(said), "{reason}\n{said}");
    }
    let table = Arc::new(ports.read("t.csv", b"from,to,v\n1,2,3\n").unwrap());
    let unknown = search(&table, &["prt"], Case::Sensitive).err().unwrap();
    assert_eq!(
        unknown.help.as_deref(),
        Some("did you mean `port`? the columns are `from`, `to`, `v`, `port`")
    );
    let dates = [Condition { column: Key::from("port"), range: true }];
    assert!(table.search(&dates, Case::Sensitive).is_err());
}

#[test]
fn many_networks_answer_as_a_scan_would() {
    let mut seed = 7_u32;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed
    };
    let mut rows = Vec::new();
    let mut file = String::from("network,id\n");
    for id in 0..50_000 {
        let length = 8 + next() % 25;
        let address = next() & (u32::MAX << (32 - length));
        let ip = std::net::Ipv4Addr::from(address);
        file.push_str(&format!("{ip}/{length},{id}\n"));
        rows.push((address, length));
    }
    let options = CsvTable::options().key("network", KeyKind::Cidr);
    let table = Arc::new(options.read("t.csv", file.as_bytes()).unwrap());
    let mut by_network = by(&table, "network");
    let mut hits = 0;
    for _ in 0..300 {
        let address = next();
        let expected = rows
            .iter()
            .filter(|(network, length)| address & (u32::MAX << (32 - length)) == *network);
        let found = all(&mut by_network, &[text(&std::net::Ipv4Addr::from(address).to_string())]);
        assert_eq!(found.len(), expected.count());
        hits += found.len();
    }
    assert!(hits > 100, "{hits}");
}
