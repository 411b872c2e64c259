//! Tests of `vrlet check --fix`: what it edits, and what it leaves alone.

use crate::sandbox::Sandbox;

/// What becomes of a program, and what is said.
fn fixed(program: &str) -> (String, String) {
    let ended = Sandbox::new("fix_expression").vrlet(&["check", "--fix", "-"], program);
    (ended.out, ended.err)
}

#[test]
fn needless_handling_goes() {
    for (program, expected) in [
        ("upcase!(\"a\")", "upcase(\"a\")"),
        (".a = 1 ?? 2 ?? 3", ".a = 1"),
        ("x, err = upcase!(\"a\") ?? \"b\"\nx", "x = upcase(\"a\")\nx"),
    ] {
        let (out, err) = fixed(program);
        assert_eq!(out, expected, "{err}");
        assert!(err.lines().all(|line| line.starts_with("fixed[E")), "{err}");
    }
}

#[test]
fn slips_from_other_languages_are_mended_together() {
    let (out, err) =
        fixed("let level = .level\n.hot = level == 'high' and .count == 3 // really\n");
    assert_eq!(out, "level = .level\n.hot = level == \"high\" && .count == 3 # really\n", "{err}");
    assert_eq!(err.matches("fixed[E203]: <stdin>:2: ").count(), 3, "{err}");
    let (out, err) = fixed("if .a === 'x' { upcase!('b') }");
    assert_eq!(out, "if .a == \"x\" { upcase(\"b\") }", "what a slip hides is mended too: {err}");
}

#[test]
fn what_changes_the_meaning_stays() {
    for program in [
        // The error is looked at.
        "x, err = 1\nif err != null { x = 2 }\nx",
        // The field is set to null.
        ".a, .err = 1",
        // The variable is.
        "err = .b\n.a, err = 1\nerr",
        // `??` catches the `abort`.
        "{ if .a == 1 { abort }; 1 } ?? 2",
        // Only people know what is meant.
        ".a = to_int(.b)",
        "upcas(\"a\")",
        "x = 1\n.",
        // What is missing would be replaced, had it been `||`.
        ".a = .b ?? 1",
        ".x = .user.name ?? \"anon\"",
    ] {
        let (out, err) = fixed(program);
        assert_eq!(out, program, "{err}");
        assert!(!err.contains("fixed["), "{err}");
    }
}

#[test]
fn scripts_are_written_and_what_is_left_is_shown() {
    let sandbox = Sandbox::new("fix_scripts");
    sandbox.file("a.vrl", "# ä\n.a = 1 // ä\n.b = to_int(.c)\n").file("b.vrl", ".b = 1\n");
    let ended = sandbox.vrlet(&["check", "--fix", "a.vrl", "b.vrl"], "");
    assert_eq!(sandbox.read("a.vrl"), "# ä\n.a = 1 # ä\n.b = to_int(.c)\n", "{}", ended.err);
    assert_eq!((ended.status, ended.out.as_str()), (2, ""));
    assert!(ended.err.contains("error[E103]"), "{}", ended.err);
    sandbox.file("a.vrl", ".a = upcase!(\"ä\")\n");
    sandbox.vrlet(&["check", "--fix", "a.vrl"], "").is(
        0,
        "",
        "fixed[E620]: a.vrl:1: `upcase` can't fail here, so its `!` does nothing: leave out the `!`\n",
    );
    sandbox.vrlet(&["check", "--fix", "a.vrl"], "").is(0, "", "");
    sandbox.vrlet(&["check", "--fix", "-e", ".a = 1"], "").is(0, ".a = 1", "");
    assert_eq!(sandbox.vrlet(&["check", "--fix", "--format", "json", "a.vrl"], "").status, 2);
}
