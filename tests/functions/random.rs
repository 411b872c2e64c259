//! Random values for property tests: usual ones, and edge cases of each kind.

use chrono::{DateTime, Utc};
use vrlet::value::{Array, Key, KindSet, Regex};
use vrlet::{Object, Text, Value};

/// How deep collections are nested.
const DEEPEST: u32 = 3;

/// Texts that mean something to one function or another.
const TEXTS: &[&str] = &[
    "",
    " ",
    "a",
    "A b_c-d",
    "0",
    "-1",
    "1.5",
    "1e400",
    "true",
    "null",
    "é",
    "日本語",
    "\0",
    "\n",
    "\\",
    "\"",
    "a,b;c",
    "a=b c=\"d\"",
    "{}",
    "[",
    "[[1]]",
    "{\"a\":{\"b\":[1,null]}}",
    "<a b=\"c\">d</a>",
    "127.0.0.1",
    "::1",
    "10.0.0.0/8",
    "%Y-%m-%d",
    "%",
    "%{INT:a}",
    "2024-02-30T25:61:00Z",
    "2024-02-29T12:00:00Z",
    "-9223372036854775808",
    "99999999999999999999",
    "0x1f",
    "/a/../b",
    "https://user@example.com:99/a?b=c#d",
    "a.b[0].c",
    "(?P<x>a)|b",
    "(",
    "UTC",
    "sha-256",
    "$1",
    "🙂",
];
const INTEGERS: &[i64] = &[
    0,
    1,
    -1,
    2,
    3,
    7,
    8,
    10,
    16,
    36,
    64,
    255,
    256,
    -128,
    1000,
    65_536,
    4_294_967_296,
    1_700_000_000,
    253_402_300_800,
    8_210_266_876_799,
    9_007_199_254_740_993,
    i64::MAX,
    i64::MIN,
    i64::MIN + 1,
];
const FLOATS: &[f64] = &[
    0.0,
    -0.0,
    0.5,
    -1.5,
    2.0,
    1e15,
    1.1e-7,
    9_007_199_254_740_993.0,
    9.3e18,
    f64::MAX,
    f64::MIN,
    f64::MIN_POSITIVE,
    5e-324,
    f64::INFINITY,
    f64::NEG_INFINITY,
];
const PATTERNS: &[&str] =
    &["", "a", "(?P<x>a)?(b)|c", "^.*$", "[0-9]+", "(?P<y>.)(?P<z>,)?", "(?i)A"];

/// Numbers that look random, and what is made of them.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to before `end`; 0 if that is all.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    /// Whether something is so that is so once in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// A value of one of the kinds.
    pub fn value(&mut self, kinds: KindSet) -> Value {
        self.value_within(kinds, DEEPEST)
    }

    fn value_within(&mut self, kinds: KindSet, depth: u32) -> Value {
        let kinds = one_by_one(kinds);
        match *self.pick(&kinds) {
            KindSet::STRING => Value::Bytes(self.text()),
            KindSet::INTEGER => Value::Integer(self.integer()),
            KindSet::FLOAT => Value::float(*self.pick(FLOATS)).unwrap(),
            KindSet::BOOLEAN => Value::Boolean(self.once_in(2)),
            KindSet::TIMESTAMP => Value::Timestamp(self.time()),
            KindSet::REGEX => Value::Regex(Regex::new(self.word(PATTERNS)).unwrap()),
            KindSet::ARRAY => Value::Array(self.array(KindSet::VALUE, depth)),
            KindSet::OBJECT => Value::Object(self.object(depth)),
            _ => Value::Null,
        }
    }

    fn integer(&mut self) -> i64 {
        if self.once_in(4) {
            i64::try_from(self.below(100_000)).unwrap() - 50_000
        } else {
            *self.pick(INTEGERS)
        }
    }

    fn time(&mut self) -> DateTime<Utc> {
        let known = [
            DateTime::UNIX_EPOCH,
            DateTime::<Utc>::MIN_UTC,
            DateTime::<Utc>::MAX_UTC,
            DateTime::from_timestamp_nanos(i64::MAX),
            DateTime::from_timestamp_nanos(1_700_000_000_123_456_789),
            DateTime::from_timestamp(-1, 999_999_999).unwrap(),
            DateTime::from_timestamp(253_402_300_800, 0).unwrap(),
        ];
        *self.pick(&known)
    }

    /// Elements of the kinds.
    pub fn array(&mut self, elements: KindSet, depth: u32) -> Array {
        let count = if depth == 0 { 0 } else { self.below(4) };
        let kinds = if self.once_in(2) { *self.pick(&one_by_one(elements)) } else { elements };
        (0..count).map(|_| self.value_within(kinds, depth - 1)).collect()
    }

    fn object(&mut self, depth: u32) -> Object {
        let mut object = Object::new();
        let count = if depth == 0 { 0 } else { self.below(4) };
        for _ in 0..count {
            let key = *self.pick(&[
                "a",
                "b",
                "key",
                "value",
                "a.b",
                "",
                "é",
                "0",
                "message",
                "timestamp",
            ]);
            object.insert(Key::from(key), self.value_within(KindSet::VALUE, depth - 1));
        }
        object
    }

    fn text(&mut self) -> Text {
        match self.below(12) {
            0 => Text::from_bytes(&[0xff, 0xfe, b'a', 0xc3]),
            1 => Text::from_bytes(self.word(TEXTS).repeat(300).as_bytes()),
            2 => {
                let text = self.word(TEXTS);
                self.damaged(text)
            }
            _ => Text::from(self.word(TEXTS)),
        }
    }

    fn word(&mut self, words: &'static [&'static str]) -> &'static str {
        words[self.below(words.len())]
    }

    /// A text with something cut out, doubled or put in.
    pub fn damaged(&mut self, text: &str) -> Text {
        let mut bytes = text.as_bytes().to_vec();
        let at = self.below(bytes.len() + 1);
        let end = (at + self.below(8)).min(bytes.len());
        match self.below(5) {
            0 => drop(bytes.drain(at..end)),
            1 => drop(bytes.splice(at..at, self.word(TEXTS).bytes())),
            2 => bytes.truncate(at),
            3 => bytes.insert(at, *self.pick(b"\0\"'\\ ,;=:%-./[]{}()<>|\x7f\xff")),
            _ => {
                let piece = bytes[at..end].to_vec();
                drop(bytes.splice(at..at, piece));
            }
        }
        Text::from_bytes(&bytes)
    }
}

fn one_by_one(kinds: KindSet) -> Vec<KindSet> {
    let all = [
        KindSet::STRING,
        KindSet::INTEGER,
        KindSet::FLOAT,
        KindSet::BOOLEAN,
        KindSet::TIMESTAMP,
        KindSet::REGEX,
        KindSet::NULL,
        KindSet::ARRAY,
        KindSet::OBJECT,
    ];
    all.into_iter().filter(|kind| kinds.contains(*kind)).collect()
}
