//! Writing JSON: the text of every kind of value, in each of the orders and layouts.

use chrono::{DateTime, Utc};
use vrlet_value::json::{read_slice, write, write_key, write_pretty, write_sorted, write_string};
use vrlet_value::{Key, Object, Regex, Text, Value};

fn written(value: &Value, write: fn(&Value, &mut Vec<u8>)) -> String {
    let mut out = Vec::new();
    write(value, &mut out);
    String::from_utf8(out).expect("JSON is UTF-8")
}

fn json(source: &str) -> Value {
    read_slice(source.as_bytes()).expect("JSON")
}

#[test]
fn scalars() {
    let float = |number| Value::float(number).expect("not NaN");
    let time = |text: &str| Value::Timestamp(text.parse::<DateTime<Utc>>().expect("a time"));
    let cases = [
        (Value::Null, "null"),
        (Value::Boolean(true), "true"),
        (Value::Boolean(false), "false"),
        (Value::Integer(0), "0"),
        (Value::Integer(i64::MIN), "-9223372036854775808"),
        (Value::Integer(i64::MAX), "9223372036854775807"),
        (float(1.0), "1.0"),
        (float(-0.0), "-0.0"),
        (float(0.0), "0.0"),
        (float(1.5), "1.5"),
        (float(0.1), "0.1"),
        (float(1e20), "1e+20"),
        (float(1e16), "1e+16"),
        (float(1e15), "1000000000000000.0"),
        (float(1_234_567_890_123_456.7), "1234567890123456.8"),
        (float(1.5e16), "1.5e+16"),
        (float(1e-5), "0.00001"),
        (float(1e-6), "1e-6"),
        (float(1e-7), "1e-7"),
        (float(1.25e-7), "1.25e-7"),
        (float(f64::MAX), "1.7976931348623157e+308"),
        (float(5e-324), "5e-324"),
        (float(f64::INFINITY), "null"),
        (float(f64::NEG_INFINITY), "null"),
        (time("2020-01-01T00:00:00Z"), "\"2020-01-01T00:00:00Z\""),
        (time("2020-01-01T00:00:00.5Z"), "\"2020-01-01T00:00:00.500Z\""),
        (time("2020-01-01T00:00:00.000001Z"), "\"2020-01-01T00:00:00.000001Z\""),
        (time("2020-01-01T00:00:00.123456789Z"), "\"2020-01-01T00:00:00.123456789Z\""),
        (Value::Regex(Regex::new(r#"a\d"é"#).expect("a pattern")), r#""a\\d\"é""#),
    ];
    for (value, expected) in cases {
        for write in [write, write_sorted, write_pretty] {
            assert_eq!(written(&value, write), expected);
        }
    }
}

#[test]
fn strings() {
    let cases: [(&[u8], &str); 7] = [
        (b"", "\"\""),
        (b"/\x7f", "\"/\u{7f}\""),
        ("é€😀".as_bytes(), "\"é€😀\""),
        (b"\"\\", r#""\"\\""#),
        (b"\x08\x0c\n\r\t\x00\x01\x0b\x0e\x1f", r#""\b\f\n\r\t\u0000\u0001\u000b\u000e\u001f""#),
        (b"a\xffb\xc3", "\"a\u{fffd}b\u{fffd}\""),
        (
            b"a long run of clean text, then a \"quoted\" word, and one more long run of clean text",
            r#""a long run of clean text, then a \"quoted\" word, and one more long run of clean text""#,
        ),
    ];
    for (bytes, expected) in cases {
        let mut out = b">".to_vec();
        write_string(&Text::from_bytes(bytes), &mut out);
        assert_eq!(String::from_utf8(out).expect("UTF-8"), format!(">{expected}"));
    }
}

#[test]
fn keys() {
    for (key, expected) in [("", "\"\":"), ("a b", "\"a b\":"), ("\"é\n", "\"\\\"é\\n\":")] {
        let mut out = Vec::new();
        write_key(&Key::from(key), &mut out);
        assert_eq!(String::from_utf8(out).expect("UTF-8"), expected);
    }
}

#[test]
fn containers_in_every_order() {
    let source = r#"{"b":[1,{"z":[],"y":{}}],"a":{"é":null,"B":"x","A":-1}}"#;
    let value = json(source);
    assert_eq!(written(&value, write), source);
    assert_eq!(
        written(&value, write_sorted),
        r#"{"a":{"A":-1,"B":"x","é":null},"b":[1,{"y":{},"z":[]}]}"#
    );
    let pretty = r#"{
  "a": {
    "A": -1,
    "B": "x",
    "é": null
  },
  "b": [
    1,
    {
      "y": {},
      "z": []
    }
  ]
}"#;
    assert_eq!(written(&value, write_pretty), pretty);
    for write in [write, write_sorted, write_pretty] {
        assert_eq!(written(&json("{}"), write), "{}");
        assert_eq!(written(&json("[]"), write), "[]");
    }
}

#[test]
fn dictionaries_are_written_like_shaped_objects() {
    let mut object = Object::new();
    for number in 0..200 {
        object.insert(Key::from(format!("k{:03}", (number * 7) % 200)), Value::Integer(number));
    }
    let value = Value::Object(object);
    let text = written(&value, write);
    assert!(text.starts_with(r#"{"k000":0,"k007":1,"#) && text.ends_with(r#""k193":199}"#));
    assert_eq!(written(&json(&text), write), text);
    let sorted = written(&value, write_sorted);
    assert!(sorted.starts_with(r#"{"k000":0,"k001":143,"#) && sorted.ends_with('}'));
    let same: serde_json::Value = serde_json::from_str(&sorted).expect("JSON");
    assert_eq!(same, serde_json::from_str::<serde_json::Value>(&text).expect("JSON"));
    assert_eq!(written(&value, write_pretty), serde_json::to_string_pretty(&same).expect("JSON"));
}

#[test]
fn foreign_values_are_converted() {
    let source = r#"{"a":[null,true,1,1.5,"x"],"b":{"c":{}}}"#;
    let foreign: serde_json::Value = serde_json::from_str(source).expect("JSON");
    let value = Value::from_json_value(&foreign);
    assert_eq!(value, json(source));
    assert_eq!(value.to_json_value(), foreign);
    let big: serde_json::Value = serde_json::from_str("18446744073709551615").expect("JSON");
    let value = Value::from_json_value(&big);
    assert_eq!(value, Value::float(18_446_744_073_709_551_615.0).expect("not NaN"));
    assert_eq!(written(&value, write), "18446744073709551615");
    assert_eq!(value.to_json_value(), big);
    assert_eq!(
        Value::float(f64::INFINITY).expect("not NaN").to_json_value(),
        serde_json::Value::Null
    );
}
