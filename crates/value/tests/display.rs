//! Values as people read them, and as `to_string` gives them.

use chrono::{DateTime, NaiveDate, Utc};
use vrlet_value::{Object, Regex, Text, TimestampText, Value, format_timestamp, write_timestamp};

fn time(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

#[test]
fn scalars() {
    for (value, expected) in [
        (Value::Null, "null"),
        (true.into(), "true"),
        (i64::MIN.into(), "-9223372036854775808"),
        (Value::float(1.0).into(), "1"),
        (Value::float(-0.0).into(), "-0"),
        (time("2020-01-01T00:00:00Z").into(), "t'2020-01-01T00:00:00Z'"),
        (Regex::new("it's\"").expect("a pattern").into(), "r'it's\"'"),
        ("q\"\\\n\t\u{7f}é".into(), "\"q\\\"\\\\\\n\t\u{7f}é\""),
        (Text::from_bytes(b"\xffa\"").into(), "\"\u{fffd}a\\\"\""),
        ("".into(), "\"\""),
    ] {
        assert_eq!(value.to_string(), expected);
    }
}

#[test]
fn containers_are_spaced_and_sorted() {
    let inner =
        Object::from_iter([("z".into(), Value::from(Object::new())), ("a b\"\\".into(), 1.into())]);
    let value = Value::from(vec![inner.into(), Vec::new().into(), "x".into()]);
    assert_eq!(value.to_string(), r#"[{ "a b"\": 1, "z": {  } }, [], "x"]"#);
}

#[test]
fn floats_have_no_exponent() {
    for (number, expected) in [
        (1.5, "1.5"),
        (0.1, "0.1"),
        (1.0 / 3.0, "0.3333333333333333"),
        (1e20, "100000000000000000000"),
        (1e16, "10000000000000000"),
        (1e15, "1000000000000000"),
        (1e-7, "0.0000001"),
        // Two texts of this length are equally near; the larger one is taken.
        (667_082_108_456_853.0 + 0.25, "667082108456853.3"),
        (f64::INFINITY, "inf"),
        (f64::NEG_INFINITY, "-inf"),
        (0.0, "0"),
    ] {
        assert_eq!(Value::from(Value::float(number)).to_string(), expected);
    }
}

#[test]
fn to_string_has_no_text_for_containers_and_regexes() {
    assert_eq!(Value::Null.to_text(), Some("".into()));
    assert_eq!(Value::from(false).to_text(), Some("false".into()));
    assert_eq!(Value::from(-5).to_text(), Some("-5".into()));
    assert_eq!(Value::from(Value::float(3.0)).to_text(), Some("3".into()));
    assert_eq!(Value::from("a\"").to_text(), Some("a\"".into()));
    assert_eq!(
        Value::from(time("2020-01-01T00:00:00.5Z")).to_text(),
        Some("2020-01-01T00:00:00.500Z".into())
    );
    assert_eq!(Value::from(Vec::new()).to_text(), None);
    assert_eq!(Value::from(Object::new()).to_text(), None);
    assert_eq!(Value::from(Regex::new("").expect("a pattern")).to_text(), None);
}

#[test]
fn timestamps_have_digits_by_threes() {
    for text in [
        "2020-01-01T00:00:00Z",
        "1999-12-31T23:59:59.120Z",
        "2020-02-29T12:34:56.000100Z",
        "2020-01-01T00:00:00.000000001Z",
        "+12020-01-01T00:00:00.123456789Z",
        "-0001-01-01T00:00:00Z",
        "-12020-06-07T08:09:10.001Z",
        "0000-01-01T00:00:00Z",
        "2016-12-31T23:59:60.500Z",
    ] {
        assert_eq!(format_timestamp(&time(text)), text);
        let mut out = b"at ".to_vec();
        write_timestamp(&time(text), &mut out);
        assert_eq!(out, format!("at {text}").into_bytes());
    }
}

#[test]
fn the_first_and_the_last_timestamp_fit() {
    for time in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
        let date: NaiveDate = time.date_naive();
        assert!(TimestampText::new(&time).starts_with(&date.to_string()));
    }
}

#[test]
fn timestamps_are_as_chrono_writes_them() {
    let mut bits = 1_u64;
    for _ in 0..20_000 {
        bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let Some(time) =
            DateTime::from_timestamp(bits.cast_signed() >> 22, (bits % 1_000_000_000) as u32)
        else {
            continue;
        };
        let expected = time.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true);
        assert_eq!(format_timestamp(&time), expected);
    }
}
