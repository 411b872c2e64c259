//! Texts that nobody writes: long, deep, broken in every way. Whatever they are, they compile or are
//! refused with diagnostics that can be drawn, on the stack that threads usually have.

use std::thread::Builder;

use vrlet::diagnostic::{Style, render};
use vrlet::{Engine, Event, Limits};

/// How long the texts are, about.
const LENGTH: usize = 1_000;

/// How many texts are put together at random.
const MIXED: u64 = 600;

/// What is repeated: before, over and over, after.
const REPEATED: &[(&str, &str, &str)] = &[
    ("", "x = 1\n", "x"),
    ("x = ", "1 + ", "1"),
    ("x = ", "\"a\" + ", "\"a\""),
    ("x = ", ".a + ", ".a"),
    ("x = ", ".a - ", ".a"),
    ("x = ", "2 * ", "2"),
    ("x = ", "8 / ", "2"),
    ("x = ", "1 == ", "1"),
    ("x = ", "1 < ", "1"),
    ("x = ", "true && ", "true"),
    ("x = ", ".a || ", "true"),
    ("x = ", "to_int(.a) ?? ", "1"),
    ("x = ", "to_int(.a) + ", "1"),
    ("x = ", "{ \"a\": 1 } | ", "{}"),
    ("x = {}\n", "x.a = x\n", "x"),
    ("", ".a = .\n", "."),
    ("x = [", ".a, ", "1]"),
    ("x = {", "\"k\": .a, ", "\"l\": 1}"),
    ("x = \"a\"\nx = \"", "{{ x }}", "\""),
    ("\"", "{{", "\""),
    ("\"", "\\n", "\""),
    ("\"", "\\", ""),
    ("", "\"", ""),
    ("", "'", ""),
    ("", "s'", ""),
    ("r'", "(a{1,100}){1,100}", "'"),
    ("r'", "(", "'"),
    ("", "r'a{1,1000}'\n", ""),
    ("t'", "2", "'"),
    ("", "9", ""),
    ("1.", "9", ""),
    ("", "a", " = 1"),
    (".a", ".b", " = 1"),
    (".a", "[0]", " = 1"),
    ("if .a == 1 { 1 }", " else if .a == 1 { 2 }", ""),
    ("if true { 1 }", " else if", ""),
    ("", "if .a == 1 { .b = 2 }\n", ""),
    ("", "if (", ""),
    ("", "for_each([1]) -> |_i, v| { .x = v }\n", ""),
    ("upcase(", "1,", "1)"),
    ("upcase(", "value: \"a\",", ")"),
    ("x()", " -> |a|", ""),
    ("", "|a", ""),
    ("", "del(.a)\n", ""),
    ("", ".a = nope(.b)\n", ""),
    ("", "y = unknown\n", ""),
    ("", "x = [1 2]\n", ""),
    ("", "= \n", ""),
    ("", ".a = to_int(.b)\n", ""),
    ("", "a, b = to_int(.x)\n", ""),
    ("parse_grok!(\"a\", \"", "%{WORD:a} ", "\")"),
    ("[\n", "# a\n", "1]"),
    ("", ";", ""),
    ("", "\n", ""),
    ("", " ", "1"),
    ("", "\0", ""),
    ("\"", "\0", "\""),
    ("", "\u{feff}", ""),
    ("", "é", ""),
    ("x = \"", "😀", "\""),
    ("", "😀", ""),
];

/// What texts are put together of.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "{ ",
    " }",
    "\"",
    "'",
    "r'",
    "s'",
    "t'",
    "\\",
    "\n",
    ";",
    " ",
    "#",
    ".",
    ".a",
    ".b[0]",
    "%",
    "%m",
    "x",
    "y",
    "_",
    "1",
    "-1",
    "2.5",
    "\"s\"",
    "null",
    "true",
    " = ",
    " |= ",
    ", err = ",
    " + ",
    " - ",
    " * ",
    " / ",
    " ?? ",
    " || ",
    " && ",
    " == ",
    " != ",
    " < ",
    "!",
    " | ",
    "|",
    "|a, b|",
    " -> ",
    "->",
    ",",
    ":",
    "\"k\": ",
    "if ",
    " else ",
    " else if ",
    "return ",
    "abort ",
    "break",
    "upcase(",
    "to_int!(",
    "for_each(.l) -> |_i, v| { ",
    "map_values({}) -> |v| { ",
    "del(.a)",
    "exists(.a)",
    "not ",
    "and ",
    "+=",
    "++",
    "?",
    "@",
    "$",
    "`",
    "//",
    "é",
    "😀",
    "\0",
    "\r",
    "\u{2028}",
    "{{ x }}",
    "{{",
    "}}",
    "r'(a'",
    "t'2020'",
    "\"\\u{d800}\"",
    "99999999999999999999",
];

/// Numbers that look random.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(end).unwrap()).unwrap()
    }
}

/// Compiles and runs, or draws what is wrong.
fn take(engine: &Engine, source: &str) {
    match engine.compile(source) {
        Ok(program) => {
            let mut event = Event::from_json(r#"{"a": 1, "l": [1, "x"]}"#).unwrap();
            let _ = program.vm().run(&mut event);
        }
        Err(error) => {
            for diagnostic in &error.diagnostics {
                for label in &diagnostic.labels {
                    let range = label.span.range();
                    assert!(source.get(range.clone()).is_some(), "{range:?} of {source:?}");
                }
                assert!(!render(diagnostic, source, "adversarial.vrl", Style::Plain).is_empty());
            }
        }
    }
}

fn on_small_stack(texts: Vec<String>) {
    let test = move || {
        let limits = Limits { steps: 10_000, ..Limits::default() };
        let engine = Engine::builder().limits(limits).build();
        for text in texts {
            take(&engine, &text);
        }
    };
    Builder::new().stack_size(2 << 20).spawn(test).unwrap().join().unwrap();
}

#[test]
fn what_is_repeated_over_and_over() {
    let texts = REPEATED.iter().map(|(before, piece, after)| {
        format!("{before}{}{after}", piece.repeat(LENGTH / piece.len()))
    });
    on_small_stack(texts.collect());
}

/// What doubles with each line, a few times.
#[test]
fn what_doubles() {
    let texts = ["{ \"a\": x, \"b\": x }", "[x, x]", "push(x, x)"];
    let texts = texts.map(|twice| format!("x = [1]\n{}x", format!("x = {twice}\n").repeat(10)));
    on_small_stack(texts.into());
}

#[test]
fn pieces_in_any_order() {
    let mut texts = Vec::new();
    for seed in 0..MIXED {
        let mut random = Random(seed.wrapping_mul(0x2545_f491_4f6c_dd1d));
        let pieces = 1 + random.below(60);
        texts.push((0..pieces).map(|_| PIECES[random.below(PIECES.len())]).collect());
    }
    on_small_stack(texts);
}
