//! No text panics the parser: random programs that were cut, joined and sprinkled with odd characters.

use vrlet_diagnostic::{Diagnostic, Style, render};
use vrlet_parser::ast::RootExpr;
use vrlet_parser::parse;

/// Pieces of programs, good and bad, that are put together at random.
const PIECES: &[&str] = &[
    "if",
    " else ",
    "return ",
    "abort ",
    "break",
    "x",
    "_",
    ".",
    ".a",
    "%m",
    "x.b",
    "[0]",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "{ \"k\": 1 }",
    "\"s {{ x }}\"",
    "\"",
    "'",
    "s'a'",
    "r'(\\'",
    "t'2020'",
    "\\",
    "\\u{41}",
    "{{",
    "}}",
    "1",
    "-1",
    "1.5",
    "99999999999999999999",
    "1_a",
    "@",
    "=",
    "|=",
    "==",
    "!=",
    "!",
    "??",
    "||",
    "&&",
    "&",
    "|",
    "+",
    "-",
    "->",
    "*",
    "/",
    "<",
    "<=",
    "?",
    ":",
    ",",
    ";",
    "\n",
    "\r\n",
    " ",
    "\t",
    "# c",
    "#",
    "f(",
    "f!(",
    "f() -> |k, v| {",
    "string",
    "for",
    "ä",
    "→",
    "\u{a0}",
    "\u{feff}",
    "\0",
    "“",
    "null",
    "true",
    "_ = ",
    "a, e = ",
    "(.a) || ",
];

/// A small generator, so that a failure can be repeated.
struct RandomText(u64);

impl RandomText {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).expect("below a usize")
    }
}

fn check(source: &str) {
    let found: Vec<Diagnostic> = match parse(source) {
        Ok(ast) => ast
            .roots
            .into_iter()
            .filter_map(|root| match root {
                RootExpr::Broken(diagnostic) => Some(diagnostic),
                RootExpr::Expr(expr) => {
                    assert!(source.get(expr.span.range()).is_some(), "{source:?}");
                    None
                }
            })
            .collect(),
        Err(diagnostics) => diagnostics,
    };
    for diagnostic in found {
        let span = diagnostic.span().unwrap_or_else(|| panic!("{source:?}: no place"));
        assert!(source.get(span.range()).is_some(), "{source:?}: {span:?}");
        for edit in &diagnostic.edits {
            assert!(source.get(edit.span.range()).is_some(), "{source:?}: {edit:?}");
        }
        assert!(!render(&diagnostic, source, "random", Style::Plain).is_empty());
    }
}

#[test]
fn no_text_panics_the_parser() {
    let mut random = RandomText(0x2545_f491_4f6c_dd1d);
    for _ in 0..3_000 {
        let length = random.below(14) + 1;
        let source: String = (0..length).map(|_| PIECES[random.below(PIECES.len())]).collect();
        check(&source);
    }
}

#[test]
fn no_cut_or_change_panics_the_parser() {
    let program = r#"# a program with everything
.a."b c"[0]d |= { "k": [1, -2.5, null], "l": f!(.x, y: r'\d') ?? "{{ z }}\u{e4}" }
if (x = .a; x != 1) || !ok { abort "no" } else if y { return . } else { _, e = g(s'ä') }
for_each(%m) -> |key, _| { %n = (key + t'2020-01-01T00:00:00Z'); 1 < 2 && 3 | 4 }
"#;
    check(program);
    let ends = program.char_indices().map(|(at, _)| at);
    ends.for_each(|end| check(&program[..end]));
    let mut random = RandomText(0x9e37_79b9_7f4a_7c15);
    let characters: Vec<char> = program.chars().collect();
    for _ in 0..800 {
        let mut changed = characters.clone();
        for _ in 0..=random.below(3) {
            let at = random.below(changed.len());
            let piece = PIECES[random.below(PIECES.len())].chars();
            changed.splice(at..(at + random.below(3)).min(changed.len()), piece);
        }
        check(&changed.into_iter().collect::<String>());
    }
}
