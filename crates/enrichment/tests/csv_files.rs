//! CSV files as people have them: with lines before the names, other delimiters and encodings, columns
//! without names, quotes that never close; and the line numbers that messages give.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::sync::Arc;

use support::*;
use vrlet_enrichment::{ColumnType, CsvOptions, CsvTable, KeyKind};
use vrlet_function::Table;
use vrlet_value::Value;

fn columns(options: &CsvOptions, bytes: &[u8]) -> Result<Vec<String>, String> {
    let table = options.read("t.csv", bytes).map_err(|error| error.reason)?;
    Ok(Arc::new(table).columns().unwrap())
}

fn refused(options: &CsvOptions, bytes: impl AsRef<[u8]>) -> String {
    options.read("t.csv", bytes.as_ref()).err().unwrap().reason
}

#[test]
fn lines_before_the_names_are_passed_over() {
    let expected = Ok(vec!["ip".to_owned(), "note".to_owned()]);
    let skipping = CsvTable::options().skip(2);
    assert_eq!(columns(&skipping, b"Export of 2026\r\n\r\nip,note\r\n10.0.0.1,a\r\n"), expected);
    let commented = CsvTable::options().comment(b'#');
    let text = b"# made by hand, 3 columns\nip,note\n# a comment, between\n10.0.0.1,#kept\n";
    assert_eq!(columns(&commented, text), expected);
    let table = Arc::new(commented.read("t.csv", text).unwrap());
    let found = one(&mut by(&table, "ip"), &[text_value("10.0.0.1")]).unwrap();
    assert_eq!(found, object([("ip", text_value("10.0.0.1")), ("note", text_value("#kept"))]));
    let hint = refused(&CsvTable::options(), "Export\nip,note\n10.0.0.1,a\n");
    assert_eq!(
        hint,
        "line 2: found 2 cells, expected 1 as in the first line; if other lines come before the names, \
         say how many with `skip`, or what they begin with, with `comment`"
    );
}

fn text_value(text: &str) -> Value {
    Value::from(text)
}

#[test]
fn columns_without_names_at_the_end() {
    let plain = CsvTable::options();
    let two = Ok(vec!["k".to_owned(), "v".to_owned()]);
    assert_eq!(columns(&plain, b"k,v,,\na,1,,\nb,2,,\n"), two, "empty ones are left out");
    assert_eq!(columns(&plain, b"k,v\na,1,\nb,2,,\n"), two, "empty cells after the last are, too");
    let three = columns(&plain, b"k,v,,\na,1,x,\nb,2,,\n").unwrap();
    assert_eq!(three, ["k", "v", "2"], "one that holds something is called by its number");
    assert!(refused(&plain, "k,v\na,1,x\n").starts_with("line 2: found 3 cells, expected 2"));
}

#[test]
fn the_delimiter_of_a_spreadsheet() {
    let plain = CsvTable::options();
    let two = Ok(vec!["k".to_owned(), "v".to_owned()]);
    assert_eq!(columns(&plain, b"sep=;\r\nk;v\r\na;1\r\n"), two);
    assert_eq!(columns(&plain, b"\"sep=;\"\nk;v\na;1\n"), two);
    assert_eq!(columns(&plain, b"k,v;w\na;b,1\n"), Ok(vec!["k".to_owned(), "v;w".to_owned()]));
    let wrong = plain.read("t.csv", b"k;v\na;1,5\n").err().unwrap();
    assert_eq!(
        wrong.reason,
        "line 1: the cells seem to be separated by `;`, expected `,` unless `delimiter` says otherwise"
    );
    assert_eq!(wrong.fix_in_argument().as_deref(), Some(",delimiter=;"));
    assert_eq!(wrong.fix_in_file().as_deref(), Some("delimiter = \";\""));
    let tabs = plain.read("t.csv", b"k\tv\na\t1\n").err().unwrap();
    assert_eq!(tabs.fix_in_argument().as_deref(), Some(",delimiter=\\t"));
    assert_eq!(
        columns(&plain, b"list\na b\nc d\n"),
        Ok(vec!["list".to_owned()]),
        "one column is one"
    );
    let said = plain.delimiter(b',');
    assert_eq!(
        columns(&said, b"k;v\na;1\n"),
        Ok(vec!["k;v".to_owned()]),
        "what the user says is so"
    );
}

#[test]
fn a_quote_that_never_closes_is_found_where_it_opens() {
    let plain = CsvTable::options();
    assert_eq!(
        refused(&plain, "k,v\na,\"fine\"\nb,\"open\nc,3\nd,4\n"),
        "line 3: a cell begins with a quote that is never closed, expected another `\"` after it"
    );
    assert!(refused(&plain, "k\r\n\r\n\"a\"\"b").starts_with("line 3: a cell begins with a quote"));
    let inner = "k,v\na\"b,\"x\"\"y\"\n\"multi\r\nline, \"\"quoted\"\"\",z\n";
    let table = csv(inner);
    assert_eq!(
        all(&mut by(&table, "k"), &[text("a\"b")]).len(),
        1,
        "a quote inside is a character"
    );
    assert_eq!(all(&mut by(&table, "k"), &[text("multi\r\nline, \"quoted\"")]).len(), 1);
    let comments = CsvTable::options().comment(b'#');
    assert!(comments.read("t.csv", b"k\n# it's \"open\na\n").is_ok(), "a comment has no cells");
}

#[test]
fn messages_count_lines_as_editors_do() {
    let integers = CsvTable::options().column("n", ColumnType::Integer);
    let line = |options: &CsvOptions, text: &str| {
        let reason = refused(options, text);
        reason.split([',', ':']).next().unwrap().to_owned()
    };
    for (text, expected) in [
        ("n\n1\nx\n", "line 3"),
        ("n\r\n1\r\nx\r\n", "line 3"),
        ("n\r1\rx\r", "line 3"),
        ("n\n\n\n1\n\nx\n", "line 6"),
        ("n\r\n\r\n1\r\n\r\nx\r\n", "line 5"),
        ("\n\nn\n1\nx", "line 5"),
    ] {
        assert_eq!(line(&integers, text), expected, "{text:?}");
    }
    let two = integers.clone();
    assert_eq!(line(&two, "n,t\n1,\"a\nb\r\nc\"\nx,y\n"), "line 5", "cells of several lines");
    assert_eq!(line(&two, "n,t\n1,\"a\nb\"\n2\n"), "line 4", "rows that are too short");
    assert_eq!(line(&two, "n,t\r\n1,a\r\n1,2,3\r\n"), "line 3", "rows that are too long");
    assert_eq!(line(&two, "\u{feff}n,t\r\n\r\nx,a\r\n"), "line 3", "after a byte order mark");
    assert_eq!(line(&integers.clone().skip(2), "a\nb\nn\n1\nx\n"), "line 5");
    assert_eq!(line(&integers.clone().comment(b'#'), "#\nn\n#\r\n\n#\n1\n#x\nx\n"), "line 8");
    assert_eq!(line(&integers.delimiter(b';'), "sep=;\nn;m\n1;2\nx;3\n"), "line 4");
    let networks = CsvTable::options().key("net", KeyKind::Cidr);
    assert_eq!(line(&networks, "net\r\n10.0.0.0/8\r\n\r\n10.0.0.0/33\r\n"), "line 4");
}

#[cfg(feature = "charset")]
#[test]
fn other_encodings() {
    let expected = Ok(vec!["name".to_owned(), "größe".to_owned()]);
    let latin = CsvTable::options().encoding("latin1");
    assert_eq!(columns(&latin, b"name,gr\xf6\xdfe\na,1\n"), expected);
    let utf16 = |big: bool, mark: bool| -> Vec<u8> {
        let mark = if mark { "\u{feff}" } else { "" };
        format!("{mark}name,größe\na,1\n")
            .encode_utf16()
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect()
    };
    for big in [false, true] {
        assert_eq!(columns(&CsvTable::options(), &utf16(big, true)), expected, "the mark says it");
        let said = CsvTable::options().encoding("utf-16");
        assert_eq!(columns(&said, &utf16(big, true)), expected);
    }
    assert_eq!(columns(&CsvTable::options().encoding("UTF-16"), &utf16(false, false)), expected);
    assert_eq!(columns(&CsvTable::options().encoding("utf-16be"), &utf16(true, false)), expected);
    let wrong = CsvTable::options().encoding("klingon");
    assert!(
        refused(&wrong, "a\n").starts_with("`klingon` is no encoding, expected a label such as")
    );
    let plain = CsvTable::options().read("t.csv", b"name,gr\xf6\xdfe\na,1\n").err().unwrap();
    assert_eq!(plain.fix_in_file().as_deref(), Some("encoding = \"latin1\""));
}

#[cfg(feature = "compress")]
#[test]
fn compressed_files_are_known_by_their_first_bytes() {
    use std::io::Write;
    let text = b"k,v\na,1\n";
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(text).unwrap();
    let gzip = gzip.finish().unwrap();
    let two = Ok(vec!["k".to_owned(), "v".to_owned()]);
    assert_eq!(columns(&CsvTable::options(), &gzip), two);
    assert_eq!(columns(&CsvTable::options(), &zstd::encode_all(&text[..], 3).unwrap()), two);
    let cut = refused(&CsvTable::options(), &gzip[..gzip.len() - 4]);
    assert!(cut.starts_with("the file can't be decompressed as gzip"), "{cut}");
    let other = refused(&CsvTable::options(), b"BZh91AY");
    assert!(other.starts_with("the file is compressed with bzip2, expected plain text"), "{other}");
}
