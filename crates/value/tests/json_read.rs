//! Reading JSON: what is accepted, what each text becomes, and what errors say.

use vrlet_value::json::{JsonReader, ReadMode, read, read_slice, read_with, write};
use vrlet_value::{Text, Value};

fn text(value: &Value) -> String {
    let mut out = Vec::new();
    write(value, &mut out);
    String::from_utf8(out).expect("JSON is UTF-8")
}

fn reread(source: &str) -> String {
    let shared = read(&Text::from(source)).unwrap_or_else(|error| panic!("{source}: {error}"));
    let copied = read_slice(source.as_bytes()).unwrap_or_else(|error| panic!("{source}: {error}"));
    assert_eq!(shared, copied);
    text(&shared)
}

fn error(source: &str) -> String {
    let shared = read_with(&Text::from(source), ReadMode::Strict).expect_err(source);
    let mut reader = JsonReader::new(ReadMode::Strict);
    assert_eq!(reader.read_slice(source.as_bytes()).expect_err(source), shared);
    shared.to_string()
}

#[test]
fn values_are_read() {
    let cases = [
        ("null", "null"),
        (" \t\r\n true \t\r\n ", "true"),
        ("false", "false"),
        ("0", "0"),
        ("-1", "-1"),
        ("-0", "-0.0"),
        ("-0.0", "-0.0"),
        ("9223372036854775807", "9223372036854775807"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("1000000000000000000", "1000000000000000000"),
        ("1.0", "1.0"),
        ("1e2", "100.0"),
        ("1E+2", "100.0"),
        ("1E-2", "0.01"),
        ("0e5", "0.0"),
        ("0e-400", "0.0"),
        ("123456789012345678.5", "123456789012345678.5"),
        ("0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"),
        ("1.7976931348623157e308", "1.7976931348623157e+308"),
        ("5e-324", "5e-324"),
        ("\"\"", "\"\""),
        (r#""a\"b\\c\/d\b\f\n\r\t""#, r#""a\"b\\c/d\b\f\n\r\t""#),
        (r#""\u0041\u00e9\u20AC\ud83d\ude00\u0000""#, "\"Aé€😀\\u0000\""),
        ("\"\u{7f}é😀\"", "\"\u{7f}é😀\""),
        ("[]", "[]"),
        (" [ 1 , [ ] , { } ] ", "[1,[],{}]"),
        ("{}", "{}"),
        (r#" { "b" : 1 , "a" : [ true ] } "#, r#"{"b":1,"a":[true]}"#),
        (r#"{"a":1,"a":2,"b":3,"a":4}"#, r#"{"a":4,"b":3}"#),
        (r#"{"a":{"a":{"a":1}}}"#, r#"{"a":{"a":{"a":1}}}"#),
        (r#"{"":1,"\u0061":2,"a":3," ":4,"a\"b":5}"#, r#"{"":1,"a":3," ":4,"a\"b":5}"#),
    ];
    for (source, expected) in cases {
        assert_eq!(reread(source), expected, "{source}");
        assert_eq!(reread(source), expected, "{source}, on a known way");
    }
}

#[test]
fn long_strings_share_the_source() {
    let message = "a message that is too long to be inline, é included";
    let source = Text::from(format!(r#"{{"message":"{message}","short":"x"}}"#));
    let value = read(&source).expect("JSON");
    let shared = value
        .as_object()
        .and_then(|object| object.get("message"))
        .and_then(Value::as_text)
        .expect("text");
    assert_eq!(shared.as_str(), Some(message));
    let place = source.as_bytes().as_ptr_range();
    assert!(place.contains(&shared.as_bytes().as_ptr()));
}

#[test]
fn a_part_of_a_text_is_read() {
    let source = Text::from("{\"a\":\"a string of more than inline length\"}\n[é,1]\n".to_owned());
    let mut reader = JsonReader::default();
    let end = source.as_bytes().iter().position(|byte| *byte == b'\n').expect("a line");
    let value = reader.read_part(&source, 0..end).expect("JSON");
    assert_eq!(text(&value), r#"{"a":"a string of more than inline length"}"#);
    let error = reader.read_part(&source, end + 1..source.len()).expect_err("not JSON");
    assert_eq!((error.offset(), error.line(), error.column()), (1, 1, 2));
    assert!(reader.read_part(&source, end + 3..source.len()).is_err(), "inside of a character");
    assert!(reader.read_part(&source, 0..source.len() + 1).is_err(), "beyond the end");
}

#[test]
fn errors_say_what_was_expected_and_where() {
    let cases = [
        ("", "expected a value, found the end of the text at column 1"),
        ("  ", "expected a value, found the end of the text at column 3"),
        ("nul", "expected the rest of `null`, found the end of the text at column 4"),
        ("trUe", "expected the rest of `true`, found `U` at column 3"),
        ("falsy", "expected the rest of `false`, found `y` at column 5"),
        ("'a'", "expected a value, found `'` at column 1"),
        ("NaN", "expected a value, found `N` at column 1"),
        ("+1", "expected a value, found `+` at column 1"),
        (".5", "expected a value, found `.` at column 1"),
        ("-", "expected a digit, found the end of the text at column 2"),
        ("1.", "expected a digit, found the end of the text at column 3"),
        ("1.e3", "expected a digit, found `e` at column 3"),
        ("1e", "expected a digit, found the end of the text at column 3"),
        ("1e+", "expected a digit, found the end of the text at column 4"),
        ("01", "expected a number without leading zeros at column 1"),
        ("-01", "expected a number without leading zeros at column 2"),
        ("1e400", "the number is beyond the range of floats at column 1"),
        ("[-1e400]", "the number is beyond the range of floats at column 2"),
        ("1 2", "expected nothing after the value, found `2` at column 3"),
        ("{}x", "expected nothing after the value, found `x` at column 3"),
        ("[1 2]", "expected `,` or `]`, found `2` at column 4"),
        ("[1,]", "expected a value, found `]` at column 4"),
        ("[", "expected a value, found the end of the text at column 2"),
        ("[1", "expected `,` or `]`, found the end of the text at column 3"),
        ("{", "expected a key in quotes, found the end of the text at column 2"),
        ("{1:2}", "expected a key in quotes, found `1` at column 2"),
        ("{\"a\"}", "expected `:` after the key, found `}` at column 5"),
        ("{\"a\":}", "expected a value, found `}` at column 6"),
        ("{\"a\":1 \"b\":2}", "expected `,` or `}`, found `\"` at column 8"),
        ("{\"a\":1,}", "expected a key in quotes, found `}` at column 8"),
        ("{\"é\":1,\n \"b\":x}", "expected a value, found `x` at line 2, column 6"),
        ("\"é", "expected a quote that ends the string, found the end of the text at column 3"),
        (
            "\"a\\",
            "expected one of `\"`, `\\`, `/`, `b`, `f`, `n`, `r`, `t` or `u` after the backslash, found the end of the text at column 4",
        ),
        (
            "\"a\\é\"",
            "expected one of `\"`, `\\`, `/`, `b`, `f`, `n`, `r`, `t` or `u` after the backslash, found `é` at column 4",
        ),
        ("\"\\u12g4\"", "expected four hexadecimal digits after `\\u`, found `g` at column 6"),
        (
            "\"\\ud800\"",
            "expected the second half of a surrogate pair, `\\uDC00` to `\\uDFFF`, found `\"` at column 8",
        ),
        (
            "\"\\ud800\\u0041\"",
            "expected the second half of a surrogate pair, `\\uDC00` to `\\uDFFF`, found `\\` at column 8",
        ),
        (
            "\"\\udc00\"",
            "expected a character, found the second half of a surrogate pair without the first at column 2",
        ),
        (
            "\"a\tb\"",
            "expected control characters in a string to be escaped, found the control character U+0009 at column 3",
        ),
        ("`", "expected a value, found a backtick at column 1"),
    ];
    for (source, expected) in cases {
        assert_eq!(error(source), expected, "{source}");
    }
}

#[test]
fn numbers_that_no_float_prints_keep_their_digits() {
    let cases = [
        ("9223372036854775808", 9_223_372_036_854_775_808.0),
        ("-9223372036854775809", -9_223_372_036_854_775_808.0),
        ("18446744073709551615", 18_446_744_073_709_551_616.0),
        ("100000000000000000000", 1e20),
        ("123456789012345678901234567890", 123_456_789_012_345_678_901_234_567_890.0),
        ("0.12345678901234567890", 0.123_456_789_012_345_68),
        ("8.000000000000001", 8.000_000_000_000_002),
        ("1234567890.12345678901234567890E-5", 12_345.678_901_234_568),
        ("1e400", f64::INFINITY),
        ("-1.5e+9999999999999999999999", f64::NEG_INFINITY),
        ("1e-400", 0.0),
    ];
    for (source, nearest) in cases {
        let source_text = Text::from(format!("[{source}]"));
        let nearest = Value::from(vec![Value::float(nearest).expect("not NaN")]);
        let value = read(&source_text).expect(source);
        assert_eq!(value, nearest, "to programs it is the nearest float");
        assert_eq!(text(&value), format!("[{source}]"));
        assert_eq!(value.to_string(), format!("[{source}]"));
        let strict = read_with(&source_text, ReadMode::Strict);
        if source.contains("e4") || source.contains("99999") {
            let error = strict.expect_err(source);
            let why = "the number is beyond the range of floats";
            assert_eq!((error.message(), error.offset()), (why, 1));
        } else {
            assert_eq!(text(&strict.expect(source)), text(&nearest), "{source}");
        }
    }
}

#[test]
fn all_other_numbers_are_written_as_the_same_number() {
    let cases = [
        ("9223372036854775807", "9223372036854775807"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("1.10", "1.1"),
        ("1.0", "1.0"),
        ("1E5", "100000.0"),
        ("0.1e-7", "1e-8"),
        ("-0", "-0.0"),
        ("0.30000000000000004", "0.30000000000000004"),
        ("123456789012345680000.0", "1.2345678901234568e+20"),
    ];
    for (source, expected) in cases {
        assert_eq!(text(&read(&Text::from(source)).expect(source)), expected, "{source}");
    }
}

#[test]
fn halves_of_surrogate_pairs_are_replaced_and_counted() {
    let cases = [
        ("\"a\\ud800b\"", "\"a\u{fffd}b\"", 1),
        ("\"\\udc00\\ud800\"", "\"\u{fffd}\u{fffd}\"", 2),
        ("\"\\ud83d\\ud83d\\ude00\"", "\"\u{fffd}\u{1f600}\"", 1),
        ("\"\\ud800\\u0041\"", "\"\u{fffd}A\"", 1),
        ("{\"\\udfff\":1}", "{\"\u{fffd}\":1}", 1),
        ("\"\\ud83d\\ude00\"", "\"\u{1f600}\"", 0),
    ];
    for (source, expected, replaced) in cases {
        let mut reader = JsonReader::default();
        let value = reader.read_slice(source.as_bytes()).expect(source);
        assert_eq!((text(&value).as_str(), reader.replaced()), (expected, replaced), "{source}");
    }
    assert!(read(&Text::from("\"\\ud800\\uD8\"")).is_err(), "digits are missing");
}

#[test]
fn a_text_may_hold_several_values() {
    let each = |source: &[u8]| {
        let source = Text::from_bytes(&[b"--", source].concat());
        let mut values = Vec::new();
        let mut reader = JsonReader::default();
        let result = reader.read_each(&source, 2..source.len(), |range, value| {
            assert_eq!(read_slice(&source.as_bytes()[range]).as_ref(), Ok(&value));
            values.push(text(&value));
        });
        let unread = result.err().map(|unread| {
            let rest = String::from_utf8_lossy(&source.as_bytes()[unread.range]).into_owned();
            (rest, unread.error.to_string())
        });
        (values.join(" "), unread)
    };
    let whole = |source: &str| {
        let (values, unread) = each(source.as_bytes());
        assert_eq!(unread, None, "{source}");
        values
    };
    assert_eq!(whole(""), "");
    assert_eq!(whole(" {\"a\":1}{\"a\":[2]} 5\"x\"null "), "{\"a\":1} {\"a\":[2]} 5 \"x\" null");
    assert_eq!(whole("[ {\"a\":1} , [2,3],\"é\" ] [] [[]]"), "{\"a\":1} [2,3] \"é\" []");
    let broken = |source: &[u8], values: &str, rest: &str, error: &str| {
        assert_eq!(each(source), (values.to_owned(), Some((rest.to_owned(), error.to_owned()))));
    };
    broken(b"{} x y", "{}", "x y", "expected a value, found `x` at column 4");
    broken(b"[1,]", "1", "]", "expected a value, found `]` at column 4");
    broken(b"[1,2", "1 2", "", "expected `,` or `]`, found the end of the text at column 5");
    broken(b"[{} {}]", "{}", "{}]", "expected `,` or `]`, found `{` at column 5");
    broken(b"{}\xff", "{}", "\u{fffd}", "the bytes here are not UTF-8 at column 3");
    broken(
        b"{} {\"\xff\":1}",
        "{}",
        "{\"\u{fffd}\":1}",
        "the bytes here are not UTF-8 at column 6",
    );
    broken(b"{} {x \xff", "{}", "{x \u{fffd}", "expected a key in quotes, found `x` at column 5");
}

#[test]
fn floats_are_the_nearest() {
    let cases = [
        "0.1",
        "0.2",
        "0.3",
        "1.1",
        "2.5",
        "3.14159",
        "9007199254740993.0",
        "9007199254740992.5",
        "1e22",
        "1e23",
        "9e22",
        "123e-22",
        "123e-23",
        "1.5e300",
        "2.2250738585072011e-308",
        "4.9e-324",
        "2e-324",
        "0.000001",
        "179769313486231570000000000000000000000e270",
        "0.00000000000000000000000000000000000000000000000000001e53",
        "9007199254740993e0",
        "1e0000000000000000000001",
        "1e-0000000000000000000000",
        "12345678901234567890e-5",
        "0e9999999999999999999999",
        "0.0e-99999999999999999999",
        "1e-99999999999999999999",
    ];
    for source in cases {
        for source in [source.to_owned(), format!("-{source}")] {
            let expected: f64 = source.parse().expect("a float");
            assert_eq!(
                read_slice(source.as_bytes()),
                Ok(Value::float(expected).expect("not NaN")),
                "{source}"
            );
        }
    }
}

#[test]
fn nesting_ends_at_127_levels() {
    let nested = |open: &str, inner: &str, close: &str, depth| {
        open.repeat(depth) + inner + &close.repeat(depth)
    };
    for (open, inner, close) in [("[", "", "]"), ("{\"a\":", "1", "}"), ("[{\"a\":", "[]", "}]")] {
        let levels = open.matches(['[', '{']).count();
        let inner_levels = inner.len() / 2;
        let deepest = (127 - inner_levels) / levels;
        let value = read(&Text::from(nested(open, inner, close, deepest))).expect(open);
        assert_eq!(value.depth() as usize, deepest * levels + inner_levels);
        assert!(read(&Text::from(nested(open, inner, close, deepest + 1))).is_err());
        let error = read(&Text::from(nested(open, inner, close, 1_000))).expect_err(open);
        assert_eq!(error.message(), "the text nests deeper than 127 levels");
        assert!(read(&Text::from(open.repeat(1_000))).is_err());
    }
    assert_eq!(read(&Text::from("[[], {\"a\": [[]]}, 1]")).expect("JSON").depth(), 4);
}

#[test]
fn what_is_not_utf8_is_an_error_with_its_place() {
    let source = b"{\"a\":\n\"\xc3\xa9\xff\"}";
    let error = read_slice(source).expect_err("not UTF-8");
    assert_eq!(error.to_string(), "the bytes here are not UTF-8 at line 2, column 3");
    assert_eq!(error.offset(), 9);
    assert_eq!(read(&Text::from_bytes(source)), Err(error));
}

#[test]
fn wide_and_computed_objects_become_dictionaries() {
    for fields in [127, 128, 129, 1000] {
        let source = |skip: usize| {
            let fields: Vec<String> =
                (skip..fields + skip).map(|number| format!(r#""k{number}":{number}"#)).collect();
            format!("{{{}}}", fields.join(","))
        };
        for skip in 0..100 {
            assert_eq!(reread(&source(skip)), source(skip));
        }
        let twice = source(0).replace('}', ",") + &source(0)[1..];
        assert_eq!(reread(&twice), source(0));
    }
}

#[test]
fn huge_strings_are_read() {
    let long = "é".repeat(3_000_000);
    for source in [
        format!("\"{long}\""),
        format!("{{\"{long}\":\"{long}\"}}"),
        format!("\"{long}\\n{long}\""),
    ] {
        assert_eq!(reread(&source), source);
    }
}

#[test]
fn a_reader_recovers_from_an_error() {
    let mut reader = JsonReader::new(ReadMode::Strict);
    assert!(reader.read_slice(b"[1,2,{\"a\":3,").is_err());
    assert_eq!(reader.read_slice(b"[1]").map(|value| text(&value)).as_deref(), Ok("[1]"));
}
