//! Differential tests of the JSON reader and writer against another implementation, on random and damaged
//! documents.

use vrlet_value::json::{JsonReader, ReadMode, read_slice, write, write_pretty, write_sorted};
use vrlet_value::{Text, Value};

/// A small generator of random numbers, so that failures repeat.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).expect("below the end")
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    fn whitespace(&mut self) -> &'static str {
        if self.below(4) == 0 { self.pick(&[" ", "\n", "\t", "\r", "  "]) } else { "" }
    }
}

fn string(random: &mut Random, out: &mut String) {
    const PIECES: &[&str] = &[
        "a",
        "b",
        "é",
        "😀",
        "\\n",
        "\\\"",
        "\\\\",
        "\\u0041",
        "\\ud83d\\ude00",
        "\\u0000",
        " ",
        "\u{7f}",
        "\\/",
        "a longer run of text without anything to escape",
        "{",
        ":",
        ",",
    ];
    out.push('"');
    for _ in 0..random.below(6) {
        out.push_str(random.pick(PIECES));
    }
    out.push('"');
}

fn number(random: &mut Random, out: &mut String) {
    match random.below(6) {
        0 => out.push_str(&random.below(10).to_string()),
        1 => out.push_str(&random.next().cast_signed().to_string()),
        2 => out.push_str(&random.next().to_string()),
        3 => out.push_str(&format!("{}.{}", random.below(1000), random.below(1000))),
        4 => out.push_str(&format!("-{}e{}", random.below(1000), random.below(40))),
        _ => out.push_str(random.pick(&[
            "-0",
            "0",
            "-1",
            "1E-5",
            "1e22",
            "0.0",
            "10000000000000000000000",
        ])),
    }
}

fn document(random: &mut Random, depth: usize, out: &mut String) {
    out.push_str(random.whitespace());
    match random.below(if depth == 0 { 5 } else { 8 }) {
        0 => out.push_str(random.pick(&["null", "true", "false"])),
        1 | 2 => number(random, out),
        3 | 4 => string(random, out),
        5 => {
            out.push('[');
            for index in 0..random.below(5) {
                out.push_str(if index > 0 { "," } else { "" });
                document(random, depth - 1, out);
            }
            out.push_str(random.whitespace());
            out.push(']');
        }
        _ => {
            out.push('{');
            for index in 0..random.below(7) {
                out.push_str(if index > 0 { "," } else { "" });
                out.push_str(random.whitespace());
                if random.below(5) == 0 {
                    string(random, out);
                } else {
                    out.push_str(&format!(
                        "\"{}\"",
                        random.pick(&["a", "b", "c", "message", "id", "a/b"])
                    ));
                }
                out.push_str(random.whitespace());
                out.push(':');
                document(random, depth - 1, out);
            }
            out.push('}');
        }
    }
    out.push_str(random.whitespace());
}

/// Whether both stand for the same; the other implementation may miss the nearest float by a digit.
fn same(own: &Value, other: &serde_json::Value) -> bool {
    match (own, other) {
        (Value::Float(a), serde_json::Value::Number(b)) => {
            let (a, b) = (a.into_inner(), b.as_f64().expect("a float"));
            a == b && a.is_sign_negative() == b.is_sign_negative()
                || (a - b).abs() <= a.abs() * f64::EPSILON
        }
        (Value::Array(a), serde_json::Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), serde_json::Value::Object(b)) => {
            a.len() == b.len() && b.iter().all(|(key, b)| a.get(key).is_some_and(|a| same(a, b)))
        }
        (Value::Integer(_), serde_json::Value::Number(number)) => {
            number.is_i64() && own.to_json_value() == *other
        }
        _ => own.to_json_value() == *other,
    }
}

fn agree(reader: &mut JsonReader, source: &[u8]) {
    let own = reader.read_slice(source);
    assert_eq!(reader.read(&Text::from_bytes(source)), own);
    match (&own, serde_json::from_slice::<serde_json::Value>(source)) {
        (Ok(own), Ok(other)) => {
            assert!(same(own, &other), "{}\n{own:?}\n{other:?}", String::from_utf8_lossy(source));
            for write in [write, write_sorted, write_pretty] {
                let mut out = Vec::new();
                write(own, &mut out);
                assert_eq!(read_slice(&out).as_ref(), Ok(own), "{}", String::from_utf8_lossy(&out));
            }
            let (mut sorted, mut pretty) = (Vec::new(), Vec::new());
            write_sorted(own, &mut sorted);
            write_pretty(own, &mut pretty);
            let other = own.to_json_value();
            assert_eq!(String::from_utf8(sorted).expect("UTF-8"), other.to_string());
            assert_eq!(pretty, serde_json::to_vec_pretty(&other).expect("JSON"));
        }
        (Err(own), Err(_)) => {
            assert!(own.offset() <= source.len() && own.line() > 0 && own.column() > 0)
        }
        (own, other) => panic!("{}\n{own:?}\n{other:?}", String::from_utf8_lossy(source)),
    }
}

#[test]
fn random_documents_agree() {
    let mut random = Random(0x5eed_0001);
    let mut reader = JsonReader::new(ReadMode::Strict);
    for _ in 0..20_000 {
        let mut source = String::new();
        document(&mut random, 5, &mut source);
        agree(&mut reader, source.as_bytes());
    }
}

#[test]
fn damaged_documents_agree() {
    const BYTES: &[u8] = b"{}[]\",:\\u0e-+.1 \n\x00\x1f\x7f\x80\xc3\xa9\xed\xa0\xfft";
    let mut random = Random(0x5eed_0002);
    let mut reader = JsonReader::new(ReadMode::Strict);
    for _ in 0..20_000 {
        let mut source = String::new();
        document(&mut random, 4, &mut source);
        let mut source = source.into_bytes();
        for _ in 0..=random.below(3) {
            let place = random.below(source.len() + 1);
            match random.below(4) {
                0 if place < source.len() => source[place] = BYTES[random.below(BYTES.len())],
                1 if place < source.len() => drop(source.remove(place)),
                2 => source.truncate(place),
                _ => source.insert(place, BYTES[random.below(BYTES.len())]),
            }
        }
        agree(&mut reader, &source);
    }
}

#[test]
fn awkward_documents_agree() {
    let cases: &[&[u8]] = &[
        b"[1,,2]",
        b"[,1]",
        b"[1,]",
        b"[1]]",
        b"[\"a\",\n4\n,1,",
        b"[1.0.0]",
        b"[1e]",
        b"[0e+]",
        b"[0E]",
        b"[-]",
        b"[--1]",
        b"[-a]",
        b"[1a]",
        b"[0x1]",
        b"[012]",
        b"[-012]",
        b"[1 000]",
        b"[.1]",
        b"[2.]",
        b"[2.e3]",
        b"[Inf]",
        b"[nan]",
        b"[tru]",
        b"[True]",
        b"[\"\\uD800\"]",
        b"[\"\\uD800\\\"]",
        b"[\"\\uD800\\u\"]",
        b"[\"\\uD800\\u1\"]",
        b"[\"\\uD800\\uD800\"]",
        b"[\"\\uDC00\\uD800\"]",
        b"[\"\\u00A\"]",
        b"[\"\\x00\"]",
        b"[\"\\\\\\\"]",
        b"[\"\\\xe5\"]",
        b"[\"\\",
        b"[\"\\\"]",
        b"[\"a\x00a\"]",
        b"[\"\x1f\"]",
        b"[\"\x7f\"]",
        b"\"",
        b"\"\"",
        b"''",
        b"{'a':1}",
        b"{\"a\" b}",
        b"{:\"b\"}",
        b"{\"a\":\"b\"}#",
        b"{\"a\":\"b\"}//",
        b"{\"a\":1,,\"b\":2}",
        b"{a:1}",
        b"{1:1}",
        b"{\"a\":1,}",
        b"{\"a\":1,\"a\":2}",
        b"{\"a\":1,\"\\u0061\":2}",
        b"{}}",
        b"{\"\":0}",
        b"{\"a\\u0000b\":1}",
        b"[\xff]",
        b"[\"\xff\"]",
        b"[\"\xed\xa0\x80\"]",
        b"[\"\xc0\xaf\"]",
        b"[\"\xf4\x90\x80\x80\"]",
        b"\xef\xbb\xbf{}",
        b"\xef\xbb\xbf",
        b"[\xe2\x81\xa0]",
        b"[\x0c]",
        b"[\xc2\xa0]",
        b"*",
        b"<null>",
        b"[]\0",
        b"\0",
        b"123",
        b" ",
        b"",
        b"\"x\" ",
        b"[1,\n1\n,1",
        b"[\"a\",",
        b"{",
        b"{\"a\"",
        b"{\"a\":",
        b"[{",
        b"[[[[",
        b"[\"\\uFFFF\"]",
        b"[\"\\uFDD0\"]",
        b"[\"\xf0\x9f\x98\x80\"]",
        b"[-0]",
        b"[0]",
        b"[-0.0]",
        b"[1E22]",
        b"[1E-2]",
        b"[1E+2]",
        b"[123e65]",
        b"[0e1]",
        b"[0e+1]",
        b"[20e1]",
        b"[1.5e+9999]",
        b"[-1.5e+9999]",
        b"[1e-9999]",
        b"[123123e100000]",
        b"[0.4e00669999999999999999999999999999]",
        b"[100000000000000000000]",
        b"[-237462374673276894279832749832423479823246327846]",
    ];
    let mut reader = JsonReader::new(ReadMode::Strict);
    for source in cases {
        agree(&mut reader, source);
    }
}
