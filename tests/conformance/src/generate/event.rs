//! Random events: JSON with the fields that programs look for, or others.

use serde_json::{Map, Value as Json, json};

use super::literal::KEYS;
use crate::random::Random;

const TEXTS: &[&str] = &[
    "",
    "a",
    "b",
    "abc",
    "Hello World",
    "12",
    "-7",
    "2.5",
    "true",
    "é€",
    "x y z",
    "a,b,c",
    " pad ",
    "{\"a\":1}",
    "[1,2]",
    "2021-01-02T03:04:05Z",
    "k=v",
    "line\nline",
    "\u{0}\t\"",
];

/// An event; now and then not an object.
pub fn event(random: &mut Random) -> String {
    if random.percent(3) {
        return value(2, random).to_string();
    }
    let mut fields = Map::new();
    for key in KEYS.iter().chain(&["s", "n", "o", "l", "@t", "a b"]) {
        if random.percent(60) {
            let field = match *key {
                "s" if random.percent(85) => json!(random.pick(TEXTS)),
                "n" if random.percent(85) => number(random),
                "o" if random.percent(85) => object(2, random),
                "l" if random.percent(85) => array(2, random),
                _ => value(2, random),
            };
            fields.insert((*key).to_owned(), field);
        }
    }
    Json::Object(fields).to_string()
}

fn value(depth: usize, random: &mut Random) -> Json {
    let containers = if depth > 0 { 3 } else { 0 };
    match random.weighted(&[4, 4, 2, 2, containers, containers]) {
        0 => json!(random.pick(TEXTS)),
        1 => number(random),
        2 => json!(random.percent(50)),
        3 => Json::Null,
        4 => array(depth, random),
        _ => object(depth, random),
    }
}

fn number(random: &mut Random) -> Json {
    match random.below(10) {
        0..7 => json!(random.below(12) as i64 - 3),
        7 => json!(random.below(40) as f64 / 4.0 - 2.0),
        8 => json!(-0.0),
        _ => json!([i64::MAX, i64::MIN, 9_007_199_254_740_993][random.below(3)]),
    }
}

fn array(depth: usize, random: &mut Random) -> Json {
    let alike = random.percent(50).then(|| value(0, random));
    let length = random.below(5);
    let mut items = Vec::new();
    for _ in 0..length {
        items.push(match &alike {
            Some(item) if random.percent(80) => item.clone(),
            _ => value(depth - 1, random),
        });
    }
    Json::Array(items)
}

fn object(depth: usize, random: &mut Random) -> Json {
    let mut fields = Map::new();
    for key in KEYS {
        if random.percent(35) {
            fields.insert((*key).to_owned(), value(depth - 1, random));
        }
    }
    Json::Object(fields)
}
