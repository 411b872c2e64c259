//! Golden tests of rendered diagnostics.

use vrlet::Engine;

fn rendered(source: &str) -> String {
    match Engine::builder().build().compile(source) {
        Ok(program) => program.render_warnings("script.vrl", vrlet::diagnostic::Style::Plain),
        Err(error) => error.render("script.vrl", vrlet::diagnostic::Style::Plain),
    }
}

#[test]
fn an_error_shows_its_line_and_a_way_out() {
    let text = rendered(".ok = true\n.status = to_int(.status)\n");
    for piece in ["error[E103]", "script.vrl:2:", "2 | .status = to_int(.status)", "^^^^", "help"] {
        assert!(text.contains(piece), "{piece} in\n{text}");
    }
}

#[test]
fn several_errors_are_shown_in_one_go() {
    let text = rendered(".a = nope(1)\n.b = upcase(1)\n.c = y\n");
    for code in ["E105", "E110", "E701"] {
        assert!(text.contains(code), "{code} in\n{text}");
    }
}

#[test]
fn a_warning_is_shown_as_one() {
    let text = rendered("upcase!(\"a\")");
    assert!(text.contains("warning[E620]"), "{text}");
}

#[test]
fn syntax_errors_never_name_grammar_rules() {
    let sources = [
        "1 +",
        "(",
        ")",
        "[1,",
        "{",
        "}",
        "if",
        "if true",
        "if true {",
        "for = 1",
        "x = = 1",
        ".a.",
        ".[",
        "upcase(",
        "->",
        "a b",
        "\"",
        "s'",
        "\"\\x\"",
        "\"\\u{110000}\"",
        "1 2",
        "%.a",
        ".a[b]",
        "x, = 1",
        ", = 1",
        "|x|",
        "@",
        "é = 1",
        "99999999999999999999",
        "t'x'",
        "r'('",
        "{\"a\" 1}",
        "[1 2]",
        "upcase(\"a\" \"b\")",
        "abort abort abort (",
    ];
    let rules = include_str!("../../grammar/expression.pest");
    let names: Vec<&str> = rules
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name.trim())
        .collect();
    for source in sources {
        let text = rendered(source);
        assert!(text.contains("error[E"), "{source} compiles");
        for name in names.iter().filter(|name| name.contains('_')) {
            assert!(!text.contains(*name), "{source}: the rule `{name}` is named in\n{text}");
        }
    }
}
