//! Table options as users write them, good and bad.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use support::repository;
use vrlet_enrichment::{
    ColumnType, KeyKind, Missing, TableKind, TableOptions, open_table, parse_table_argument,
};

#[test]
fn arguments_of_the_command_line() {
    let (name, options) = parse_table_argument("protocol=data/protocols.csv").unwrap();
    assert_eq!((&*name, options), ("protocol", TableOptions::new("data/protocols.csv")));
    let (_, options) =
        parse_table_argument("t=x.txt,type=csv,delimiter=,,header=false,schema.0=integer").unwrap();
    assert_eq!(options.kind, Some(TableKind::Csv));
    assert_eq!((options.delimiter, options.header), (Some(b','), Some(false)));
    assert_eq!(options.schema, [("0".to_owned(), ColumnType::Integer)]);
    let (_, options) = parse_table_argument("t=a,b.csv,schema.d=date|%d,%m,missing=empty").unwrap();
    assert_eq!(options.path.to_str(), Some("a,b.csv"));
    assert_eq!(options.schema, [("d".to_owned(), ColumnType::Date(Some("%d,%m".to_owned())))]);
    assert_eq!(options.missing, Missing::Empty);
    let keys = "t=x.csv,keys.net=cidr,keys.port=range:from,to,skip=2,comment=#,encoding=latin1";
    let (_, options) = parse_table_argument(keys).unwrap();
    let range = KeyKind::Range { from: "from".to_owned(), to: "to".to_owned() };
    assert_eq!(options.keys, [("net".to_owned(), KeyKind::Cidr), ("port".to_owned(), range)]);
    assert_eq!((options.skip, options.comment), (2, Some(b'#')));
    assert_eq!(options.encoding.as_deref(), Some("latin1"));
}

#[test]
fn options_that_can_not_be_set() {
    for (argument, said) in [
        ("protocols.csv", "`protocols.csv` is no table, expected `NAME=PATH` followed by options"),
        ("=x.csv", "`=x.csv` is no table, expected `NAME=PATH` followed by options"),
        ("t=x.csv,mising=empty", "tables have no option `mising`; did you mean `missing`?"),
        ("t=x.csv,missing=null", "`missing` can't be `null`, expected `error` or `empty`"),
        ("t=x.csv,type=xml", "`type` can't be `xml`, expected `csv`, `geoip` or `mmdb`"),
        ("t=x.csv,header=1", "`header` can't be `1`, expected `true` or `false`"),
        ("t=x.csv,delimiter=ab", "`delimiter` can't be `ab`, expected one ASCII character"),
        (
            "t=x.csv,schema.n=number",
            "`schema.n`: `number` is no type of a column, expected one of `string`",
        ),
        ("t=x.csv,schema.n=date|%Q", "`schema.n`: `%Q` is no format of dates"),
        ("t=x.csv,schema=integer", "`schema` needs the name of a column"),
        (
            "t=x.csv,skip=-1",
            "`skip` can't be `-1`, expected how many lines to pass over, such as `2`",
        ),
        (
            "t=x.csv,comment=//",
            "`comment` can't be `//`, expected one ASCII character, such as `#`",
        ),
        ("t=x.csv,keys=cidr", "`keys` needs the name of a key; write `keys.NETWORK=cidr`"),
        (
            "t=x.csv,keys.n=prefix",
            "`keys.n`: `prefix` is no way to match a key, expected `cidr` or `range:FROM,TO` with two columns",
        ),
        ("t=x.csv,keys.n=range:from", "`keys.n`: `range:from` is no way to match a key"),
    ] {
        let error = parse_table_argument(argument).err().unwrap().to_string();
        assert!(error.starts_with(said), "{error}");
    }
}

#[test]
fn the_extension_says_the_kind() {
    let base = repository("examples/flow-logs");
    let describe =
        |options: &TableOptions| open_table(options, Some(&base)).map(|table| table.describe());
    let csv = describe(&TableOptions::new("protocols.csv")).unwrap();
    assert!(csv.starts_with("CSV, 256 rows, columns `number`, `keyword`"), "{csv}");
    assert_eq!(describe(&TableOptions::new("asn.mmdb")).unwrap(), "GeoLite2-ASN, flat fields");
    let mut raw = TableOptions::new("asn.mmdb");
    raw.set("type", "mmdb").unwrap();
    assert_eq!(describe(&raw).unwrap(), "GeoLite2-ASN, records as they are");
    let error = describe(&TableOptions::new("enrich.vrl")).unwrap_err();
    assert!(error.reason.contains("the extension does not say"), "{error}");
}

#[test]
fn options_of_the_other_kind_are_refused() {
    let base = repository("examples/flow-logs");
    for (file, key, value) in [
        ("protocols.csv", "locale", "en"),
        ("asn.mmdb", "schema.x", "integer"),
        ("asn.mmdb", "header", "true"),
        ("asn.mmdb", "keys.ip", "cidr"),
        ("asn.mmdb", "encoding", "utf-8"),
    ] {
        let mut options = TableOptions::new(file);
        options.set(key, value).unwrap();
        let error = open_table(&options, Some(&base)).err().unwrap();
        assert!(error.reason.contains("means nothing for"), "{error}");
    }
}
