//! Tables in CSV files: searching them, and what is wrong with files that are refused.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::sync::Arc;

use chrono::{DateTime, TimeZone, Utc};
use support::*;
use vrlet_enrichment::{ColumnType, CsvTable, Missing};
use vrlet_function::{Case, Condition, MachineState, Table};
use vrlet_value::{Key, Value};

const PROTOCOLS: &str =
    "number,keyword,name\n6,TCP,Transmission Control\n17,UDP,User Datagram\n1,ICMP,\n";

#[test]
fn a_row_is_found_by_its_cells() {
    let table = csv(PROTOCOLS);
    let udp =
        object([("number", text("17")), ("keyword", text("UDP")), ("name", text("User Datagram"))]);
    assert_eq!(one(&mut by(&table, "number"), &[text("17")]), Ok(udp.clone()));
    assert_eq!(one(&mut by(&table, "name"), &[text("User Datagram")]), Ok(udp.clone()));
    let mut both = search(&table, &["keyword", "number"], Case::Sensitive).unwrap();
    assert_eq!(one(&mut both, &[text("UDP"), text("17")]), Ok(udp));
    assert_eq!(
        one(&mut both, &[text("UDP"), text("6")]),
        Err("no row of the table meets the condition".into())
    );
}

#[test]
fn nothing_is_converted_to_compare() {
    let table = csv(PROTOCOLS);
    let mut by_number = by(&table, "number");
    for value in [
        Value::Integer(6),
        Value::float(6.0).unwrap(),
        Value::Null,
        Value::Boolean(true),
        text("06"),
    ] {
        assert!(one(&mut by_number, std::slice::from_ref(&value)).is_err(), "{value:?}");
        assert!(all(&mut by_number, &[value]).is_empty());
    }
    assert!(one(&mut by(&table, "name"), &[Value::Null]).is_err(), "an empty text is not null");
    assert!(one(&mut by(&table, "name"), &[text("")]).is_ok());
}

#[test]
fn containers_are_no_values_of_cells() {
    let mut by_number = by(&csv(PROTOCOLS), "number");
    for value in [object([]), Value::Array(names(&["6"]))] {
        let said = one(&mut by_number, std::slice::from_ref(&value)).unwrap_err();
        assert!(said.contains("can't be compared with the cells of a table"), "{said}");
        assert!(by_number.find_all(&mut [value], None, None).is_err());
    }
}

#[test]
fn no_row_and_several_rows() {
    let several = "k,v\na,1\na,2\nb,3\n";
    let mut by_k = by(&csv(several), "k");
    assert!(one(&mut by_k, &[text("a")]).unwrap_err().starts_with("more than one row"));
    assert_eq!(all(&mut by_k, &[text("a")]).len(), 2);
    assert!(all(&mut by_k, &[text("z")]).is_empty());
    let lenient = Arc::new(
        CsvTable::options().missing(Missing::Empty).read("t.csv", several.as_bytes()).unwrap(),
    );
    let mut by_k = by(&lenient, "k");
    assert_eq!(one(&mut by_k, &[text("z")]), Ok(object([])));
    assert!(one(&mut by_k, &[text("a")]).is_err(), "too many rows are not a missing one");
    assert!(all(&mut by_k, &[text("z")]).is_empty());
}

#[test]
fn rows_come_in_the_order_of_the_file() {
    let rows: String = (0..1000).map(|row| format!("{},{row}\n", row % 3)).collect();
    let found = all(&mut by(&csv(&format!("k,v\n{rows}")), "k"), &[text("1")]);
    let numbers: Vec<i64> = found
        .iter()
        .map(|row| {
            row.as_object().unwrap().get("v").unwrap().as_text().unwrap().to_str().parse().unwrap()
        })
        .collect();
    assert_eq!(numbers, (0..1000).filter(|row| row % 3 == 1).collect::<Vec<_>>());
}

#[test]
fn case_can_be_ignored() {
    let table = csv("name,n\nTCP,1\nÄrger,2\ntcp,3\n");
    let mut loose = search(&table, &["name"], Case::Insensitive).unwrap();
    assert_eq!(all(&mut loose, &[text("tCp")]).len(), 2);
    assert_eq!(all(&mut loose, &[text("äRGER")]).len(), 1);
    assert_eq!(all(&mut by(&table, "name"), &[text("tcp")]).len(), 1);
}

#[test]
fn select_keeps_the_columns_that_are_there() {
    let table = csv(PROTOCOLS);
    let mut by_number = by(&table, "number");
    for _ in 0..2 {
        let some = names(&["name", "nothing", "number"]);
        let found = by_number.find_one(&mut [text("6")], Some(&some), None);
        assert_eq!(
            found,
            Ok(object([("number", text("6")), ("name", text("Transmission Control"))]))
        );
        let other = names(&["keyword"]);
        let found = by_number.find_all(&mut [text("6")], Some(&other), None).unwrap();
        assert_eq!(*found, [object([("keyword", text("TCP"))])]);
        assert_eq!(by_number.find_one(&mut [text("6")], Some(&names(&[])), None), Ok(object([])));
    }
}

#[test]
fn a_wildcard_in_a_cell_equals_everything() {
    let table = csv("zone,kind,v\na,x,exact\na,*,zone\n*,x,kind\n*,*,any\nb,*,b\n");
    let mut both = search(&table, &["zone", "kind"], Case::Sensitive).unwrap();
    let star = wildcard("*");
    let mut get = |zone: &str, kind: &str| {
        let found =
            both.find_one(&mut [text(zone), text(kind)], None, Some(&star)).map_err(message);
        found.map(|row| row.as_object().unwrap().get("v").unwrap().as_text().unwrap().to_string())
    };
    assert_eq!(get("a", "x").as_deref(), Ok("exact"));
    assert_eq!(get("b", "x").unwrap_err().split(' ').next(), Some("more"), "one wildcard each");
    assert_eq!(get("b", "y").as_deref(), Ok("b"));
    assert_eq!(get("c", "x").as_deref(), Ok("kind"));
    assert_eq!(get("c", "y").as_deref(), Ok("any"));
    assert_eq!(get("*", "*").as_deref(), Ok("any"));
    let found = both.find_all(&mut [text("a"), text("x")], None, Some(&star)).unwrap();
    assert_eq!(found.len(), 4);
    assert_eq!(both.find_all(&mut [text("a"), text("x")], None, None).unwrap().len(), 1);
    assert!(both.find_one(&mut [text("c"), text("y")], None, None).is_err());
}

#[test]
fn many_keys_with_a_wildcard() {
    let header: Vec<String> = (0..10).map(|column| format!("c{column}")).collect();
    let stars = ["*"; 10].join(",");
    let mixed = ["*", "1", "*", "1", "*", "1", "*", "1", "*", "1"].join(",");
    let table = csv(&format!("{}\n{stars}\n{mixed}\n", header.join(",")));
    let columns: Vec<&str> = header.iter().map(String::as_str).collect();
    let mut search = search(&table, &columns, Case::Sensitive).unwrap();
    let mut ones = vec![text("1"); 10];
    let best = search.find_one(&mut ones, Some(&names(&["c1"])), Some(&wildcard("*")));
    assert_eq!(best, Ok(object([("c1", text("1"))])));
    assert_eq!(search.find_all(&mut ones, None, Some(&wildcard("*"))).unwrap().len(), 2);
}

fn day(day: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2024, 3, day, 0, 0, 0).unwrap()
}

#[test]
fn dates_are_searched_by_range() {
    let options = CsvTable::options().column("day", ColumnType::Date(None));
    let table = Arc::new(
        options.read("t.csv", b"who,day\na,2024-03-01\na,2024-03-05\nb,2024-03-05\na,\n").unwrap(),
    );
    let condition = [
        Condition { column: Key::from("who"), range: false },
        Condition { column: Key::from("day"), range: true },
    ];
    let mut search =
        Searching::new(&*Arc::clone(&table).search(&condition, Case::Sensitive).unwrap());
    let mut count = |from: Option<u32>, to: Option<u32>| {
        let ends = [("from", from), ("to", to)];
        let range = ends
            .into_iter()
            .filter_map(|(end, at)| Some((Key::from(end), Value::Timestamp(day(at?)))));
        all(&mut search, &[text("a"), Value::Object(range.collect())]).len()
    };
    assert_eq!(count(Some(1), Some(5)), 2, "both ends are inside");
    assert_eq!(count(Some(2), None), 1);
    assert_eq!(count(None, Some(4)), 1);
    assert_eq!(count(Some(6), None), 0);
    let wrong = one(&mut search, &[text("a"), object([("from", text("2024-03-01"))])]).unwrap_err();
    assert_eq!(wrong, "`from` of a range of dates must be a timestamp, found string");
    let mut only =
        Searching::new(&*Arc::clone(&table).search(&condition[1..], Case::Sensitive).unwrap());
    assert_eq!(all(&mut only, &[object([("from", Value::Timestamp(day(5)))])]).len(), 2);
    let range = [Condition { column: Key::from("who"), range: true }];
    let refused = table.search(&range, Case::Sensitive).err().unwrap();
    assert!(refused.message.contains("holds values of type string"), "{refused:?}");
}

#[test]
fn cells_are_of_the_types_of_the_schema() {
    let options = CsvTable::options()
        .column("i", ColumnType::Integer)
        .column("f", ColumnType::Float)
        .column("b", ColumnType::Boolean)
        .column("t", ColumnType::Timestamp(None))
        .column("d", "date|%d.%m.%Y".parse().unwrap());
    let table = options
        .read("t.csv", b"i,f,b,t,d\n-7,1.5,yes,2024-03-05T01:00:00+01:00,05.03.2024\n,,,,\n")
        .unwrap();
    let table = Arc::new(table);
    let row = object([
        ("i", Value::Integer(-7)),
        ("f", Value::float(1.5).unwrap()),
        ("b", Value::Boolean(true)),
        ("t", Value::Timestamp(day(5))),
        ("d", Value::Timestamp(day(5))),
    ]);
    let values = [
        Value::Integer(-7),
        Value::float(1.5).unwrap(),
        Value::Boolean(true),
        Value::Timestamp(day(5)),
    ];
    for (column, value) in ["i", "f", "b", "t"].iter().zip(values) {
        assert_eq!(one(&mut by(&table, column), &[value]), Ok(row.clone()), "{column}");
        assert_eq!(all(&mut by(&table, column), &[Value::Null]).len(), 1, "an empty cell is null");
    }
    assert!(one(&mut by(&table, "i"), &[text("-7")]).is_err());
}

#[test]
fn dates_without_a_zone_are_in_that_of_the_table() {
    let options = CsvTable::options()
        .column("t", ColumnType::Timestamp(None))
        .timezone(chrono_tz::Europe::Berlin);
    let table = Arc::new(options.read("t.csv", b"t\n2024-03-05 01:00:00\n").unwrap());
    assert!(one(&mut by(&table, "t"), &[Value::Timestamp(day(5))]).is_ok());
}

#[test]
fn files_without_a_header_and_with_other_delimiters() {
    let table = Arc::new(
        CsvTable::options().header(false).delimiter(b';').read("t", b"a;\"x;y\"\nb;z\n").unwrap(),
    );
    assert_eq!(table.columns(), Some(vec!["0".to_owned(), "1".to_owned()]));
    assert_eq!(
        one(&mut by(&table, "0"), &[text("a")]),
        Ok(object([("0", text("a")), ("1", text("x;y"))]))
    );
}

#[test]
fn unknown_columns_are_refused_with_what_there_is() {
    let table = csv(PROTOCOLS);
    let refused = search(&table, &["nmber"], Case::Sensitive).err().unwrap();
    assert_eq!(refused.message, "the table has no column `nmber`");
    assert_eq!(
        refused.help.as_deref(),
        Some("did you mean `number`? the columns are `number`, `keyword`, `name`")
    );
    let refused = search(&table, &["x1", "number", "x2"], Case::Sensitive).err().unwrap();
    assert_eq!(refused.message, "the table has no columns `x1`, `x2`");
}

#[test]
fn files_that_do_not_fit_are_refused_with_the_place() {
    let integers = CsvTable::options().column("n", ColumnType::Integer);
    let strings = CsvTable::options();
    let cases: [(&vrlet_enrichment::CsvOptions, &[u8], &str); 7] = [
        (
            &integers,
            b"k,n\na,1\nb,two\n",
            "table file `t.csv`: line 3, column `n`: `two` does not fit, expected an integer",
        ),
        (
            &integers,
            b"k\na\n",
            "table file `t.csv`: the schema names a column `n` that the file does not have; the columns are `k`",
        ),
        (
            &strings,
            b"k,n\na,1\nb\n",
            "table file `t.csv`: line 3: found 1 cell, expected 2 as in the first line",
        ),
        (
            &strings,
            b"k,n\na,1,2\n",
            "table file `t.csv`: line 2: found 3 cells, expected 2 as in the first line; if other lines come before the names, say how many with `skip`, or what they begin with, with `comment`",
        ),
        (
            &strings,
            b"",
            "table file `t.csv`: the file is empty, expected a line that names the columns",
        ),
        (
            &strings,
            b"k,k\n",
            "table file `t.csv`: line 1: columns 1 and 2 are both called `k`, expected different names",
        ),
        (
            &strings,
            b"k,n\na,\xff\n",
            "table file `t.csv`: line 2, column `n`: `\u{fffd}` is not UTF-8, which it is read as unless `encoding` says otherwise",
        ),
    ];
    for (options, bytes, said) in cases {
        assert_eq!(options.read("t.csv", bytes).err().unwrap().to_string(), said);
    }
    let missing = CsvTable::open("no/such.csv").err().unwrap();
    assert_eq!(missing.to_string(), "table file `no/such.csv`: there is no such file");
}

#[test]
fn a_header_alone_is_a_table_without_rows() {
    let mut by_k = by(&csv("k,v\n"), "k");
    assert!(all(&mut by_k, &[text("a")]).is_empty());
    assert!(all(&mut by_k, &[text("a")]).is_empty());
}

#[test]
fn records_are_shared_inside_a_machine() {
    let table = csv(PROTOCOLS);
    let mut machine = MachineState::default();
    let mut first = by_in(&table, "number", &mut machine);
    let mut second = by_in(&table, "keyword", &mut machine);
    let a = first.find_one(&mut machine, &mut [text("6")], None, None).unwrap();
    let b = second.find_one(&mut machine, &mut [text("TCP")], None, None).unwrap();
    assert_eq!(a, b);
    let place = |value: &Value| std::ptr::from_ref(value.as_object().unwrap().get("name").unwrap());
    assert_eq!(place(&a), place(&b), "one record, held twice");
}
