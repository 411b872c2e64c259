//! What is known where: assignments, branches, closures, and what `drop` takes away.

use crate::{expect, kind};

#[test]
fn branches_are_united() {
    let cases = [
        ("if .q == 1 { .a = 1 } else { .a = \"x\" }; kind_of(.a)", r#"{"bytes", "integer"}"#),
        ("x = 1; if .q == 1 { x = \"s\" }; kind_of(x)", r#"{"bytes", "integer"}"#),
        ("x = if .q == 1 { 5 } else { abort }; kind_of(x)", r#"{"integer"}"#),
        (
            "x = 1; if .q == 1 { x = 1.5 } else if .q == 2 { x = null }; kind_of(x)",
            r#"{"integer", "float", "null"}"#,
        ),
        (".a = 1; if .q == 1 { . = {\"a\": \"s\"} }; kind_of(.a)", r#"{"bytes", "integer"}"#),
        (
            ".a = 1; if .q == 1 { . = {} } else { .a = true }; kind_of(.a)",
            r#"{"boolean", "undefined"}"#,
        ),
        (
            "x = 1; if .a == 1 { 1 } else if (x = \"s\"; .b == 1) { x = true }; kind_of(x)",
            r#"{"bytes", "integer", "boolean"}"#,
        ),
        (
            "%a = 1; if .q == 1 { if .r == 1 { %a = true } }; kind_of(%a)",
            r#"{"integer", "boolean"}"#,
        ),
        ("x = if .q == 1 { 1 }; kind_of(x)", r#"{"integer", "null"}"#),
    ];
    for (source, expected) in cases {
        assert_eq!(kind(source), expected, "{source}");
    }
}

#[test]
fn right_sides_run_always_sometimes_or_never() {
    let cases = [
        ("x = 1; .a == 1 || (x = true); kind_of(x)", r#"{"integer", "boolean"}"#),
        ("x = 1; false || (x = true); kind_of(x)", r#"{"boolean"}"#),
        ("x = 1; true || (x = true); kind_of(x)", r#"{"integer"}"#),
        ("x = 1; read(1) ?? (x = true); kind_of(x)", r#"{"integer", "boolean"}"#),
        ("_ = .a == 1 || (y = 5) == 5; kind_of(y)", r#"{"integer"}"#),
        (
            "kind_of(.a || \"d\")",
            r#"{"bytes", "integer", "float", "boolean", "timestamp", "regex", "array", "object", "undefined"}"#,
        ),
        ("kind_of(null || 5)", r#"{"integer"}"#),
        ("kind_of((.a == 1) || 5)", r#"{"integer", "boolean"}"#),
        ("x = {}; y = x.a || \"d\"; kind_of(y)", r#"{"null"}"#),
    ];
    for (source, expected) in cases {
        let source = source.replace("_ = .a", "z = .a");
        assert_eq!(kind(&source), expected, "{source}");
    }
}

#[test]
fn closures_are_checked_and_forgotten() {
    let cases = [
        ("x = 1; each([1]) -> |_i| { x = \"s\" }; kind_of(x)", r#"{"integer"}"#),
        (".a = 1; each([1]) -> |_i| { .a = \"s\"; . = 5 }; kind_of(.a)", r#"{"integer"}"#),
        ("i = 1; each([\"s\"]) -> |i| { i = true }; kind_of(i)", r#"{"integer"}"#),
        (
            ".a = 1; drop(.a); kind_of(.a)",
            r#"{"bytes", "integer", "float", "boolean", "timestamp", "regex", "array", "object", "null", "undefined"}"#,
        ),
        ("x = {\"a\": 1}; drop(x.a); kind_of(x.a)", r#"{"integer"}"#),
        (". = {\"a\": 1}; if .q == 1 { drop(.a) }; kind_of(.a)", r#"{"integer", "undefined"}"#),
    ];
    for (source, expected) in cases {
        assert_eq!(kind(source), expected, "{source}");
    }
    expect(&[
        ("each([\"s\"]) -> |i| { note(shout(i)) }", &[]),
        ("each([1]) -> |i| { note(shout(i)) }", &[110]),
        ("each([]) -> |i| { note(shout(i)) }", &[]),
    ]);
}

#[test]
fn storing_makes_null_of_what_is_missing() {
    assert_eq!(kind("x = {}; kind_of(x.a)"), r#"{"undefined"}"#);
    assert_eq!(kind("x = {}; y = x.a; kind_of(y)"), r#"{"null"}"#);
    assert_eq!(
        kind("a, e = .z + 1; .k = e; kind_of(a)"),
        r#"{"bytes", "integer", "float", "null"}"#
    );
    assert_eq!(kind("kind_of((a, e = read(1)))"), r#"{"bytes", "integer"}"#);
}
