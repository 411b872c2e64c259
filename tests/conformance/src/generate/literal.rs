//! Random literals of every form, edge cases among them.

use super::kind::Kind;
use crate::random::Random;

pub const KEYS: &[&str] = &["a", "b", "c", "d", "k"];

const TEXTS: &[&str] = &[
    r#""""#,
    r#""a""#,
    r#""b c""#,
    r#""abc""#,
    r#""Foo Bar""#,
    r#"" x ""#,
    r#""é€😀""#,
    r#""12""#,
    r#""-3""#,
    r#""1.5""#,
    r#""true""#,
    r#""no""#,
    r#""null""#,
    r#""a,b,,c""#,
    r#""line\nbreak\t\"q\"""#,
    r#""\u{41}\u{1F600}\0""#,
    r#""ab\
        cd""#,
    r#""2021-01-02T03:04:05Z""#,
    r#""{\"a\":[1,2.5,null]}""#,
    r"s'raw \d\n'",
    r"s'it\'s'",
    r#""\{{ a }}""#,
    r#""{{}}z""#,
    r#""k=v x="y z"""#,
];

const INTEGERS: &[&str] = &[
    "0",
    "1",
    "2",
    "3",
    "7",
    "-1",
    "-2",
    "10",
    "42",
    "1_000",
    "007",
    "-0",
    "9007199254740993",
    "9223372036854775807",
    "-9223372036854775808",
];

/// Numbers that nothing grows out of bounds by: the reference has no bounds.
pub const SMALL: &[&str] = &["0", "1", "2", "3", "5", "-1", "-2", "-4"];

const FLOATS: &[&str] = &[
    "0.0",
    "-0.0",
    "1.0",
    "1.5",
    "-2.5",
    "0.1",
    "100.25",
    "1.",
    "3._5",
    "1000000000000000000000.0",
    "0.000001",
    "-7.0",
];

const TIMESTAMPS: &[&str] = &[
    "t'2021-01-02T03:04:05Z'",
    "t'1970-01-01T00:00:00Z'",
    "t'2021-1-1T1:2:3Z'",
    "t'2000-02-29 12:30:00.123456 UTC'",
    "t'1969-12-31T23:59:59.999999999+02:00'",
    "t'2016-12-31T23:59:60Z'",
];

const REGEXES: &[&str] = &[
    r"r'a'",
    r"r'[a-c]+'",
    r"r'(?P<x>\w)(?P<y>\w)?'",
    r"r'(\d+)'",
    r"r'^$'",
    r"r'it\'s'",
    r"r'(?i)B|c'",
    r"r','",
    r"r''",
];

/// A literal of one token.
pub fn literal(kind: Kind, random: &mut Random) -> String {
    match kind {
        Kind::Text => random.pick(TEXTS).to_owned(),
        Kind::Integer => {
            if random.percent(75) {
                random.pick(SMALL).to_owned()
            } else {
                random.pick(INTEGERS).to_owned()
            }
        }
        Kind::Float => random.pick(FLOATS).to_owned(),
        Kind::Boolean => random.pick(&["true", "false"]).to_owned(),
        Kind::Timestamp => random.pick(TIMESTAMPS).to_owned(),
        Kind::Regex => random.pick(REGEXES).to_owned(),
        Kind::Null => "null".to_owned(),
        Kind::Array => random
            .pick(&[
                "[]",
                "[1]",
                "[1, 2, 3]",
                r#"["a", "b"]"#,
                r#"[1, "a", null, 2.5]"#,
                "[[1], [2, []]]",
            ])
            .to_owned(),
        Kind::Object => random
            .pick(&[
                "{}",
                r#"{"a": 1}"#,
                r#"{"b": "x", "a": 2}"#,
                r#"{"a": {"b": [1, {"c": null}]}}"#,
                r#"{"k": 1.5, "a b": true, "": 0}"#,
            ])
            .to_owned(),
    }
}
