//! Failures that must be handled, and those that need not be.

use crate::{checked_with, codes, culprit, expect};
use vrlet_diagnostic::Severity;

#[test]
fn what_can_fail_is_handled_somewhere() {
    expect(&[
        ("read(1)", &[100]),
        ("read(1) ?? 2", &[]),
        ("read!(1)", &[]),
        (".a = read(1)", &[103]),
        (".a, err = read(1)\nerr", &[]),
        ("read(1) + read(2)", &[100, 100]),
        ("read(1) ?? read(2)", &[100]),
        ("[shout(.a), read(1)]", &[110, 100]),
        ("{ read(1); .b = read(2) }", &[103, 100]),
        ("if read(1) == 1 { 2 }", &[100]),
        ("if shout(.a) == \"A\" { 2 }", &[110]),
        ("abort shout(.a)", &[631]),
        ("return read(1)", &[631]),
        ("note(read(1))", &[630]),
        ("note!(read(1))", &[630]),
        ("{\"a\": shout(.b), \"c\": read(1)}", &[110, 100]),
        ("each([1]) -> |i| { read(i) }", &[100]),
        ("each!([1]) -> |i| { read(i) }", &[100]),
        ("each([1]) -> |i| { read(i) } ?? 1", &[]),
    ]);
    assert_eq!(culprit("1 + (.a + 2) * 3"), ".a + 2");
    assert_eq!(culprit("[shout(.a)]"), ".a");
    assert_eq!(culprit("return read(1)"), "return");
}

#[test]
fn operators_know_when_they_fail() {
    expect(&[
        ("1 + 2", &[]),
        ("\"a\" + null", &[]),
        ("null + null", &[100]),
        ("\"a\" + 1", &[100]),
        ("\"a\" * 3", &[]),
        (".a - 1", &[100]),
        ("6 / 2", &[]),
        ("6 / 0", &[100]),
        ("read(1) / 2", &[]),
        (".a / 2", &[100]),
        ("1 < 2.5", &[]),
        ("1 < \"a\"", &[100]),
        (".a == 1", &[]),
        (".a && true", &[100]),
        ("true && 5", &[]),
        ("5 || read(1)", &[]),
        (".a || read(1)", &[100]),
        ("!.a", &[660]),
        ("!null", &[660]),
        ("{} | 1", &[652]),
        ("1 | {}", &[652]),
        ("if 1 { 2 }", &[102]),
        ("abort 5", &[113]),
    ]);
}

#[test]
fn constants_decide_divisions() {
    expect(&[
        ("x = 3; 6 / x", &[]),
        ("x = 0; 6 / x", &[100]),
        ("x = {2}; 6 / x", &[100]),
        ("x = [2]; 6 / x[0]", &[]),
        (".a = 2; 6 / .a", &[100]),
        ("x = 3; if .a == 1 { x = 4 }; 6 / x", &[100]),
        ("x = 3; if .a == 1 { x = 3 }; 6 / x", &[]),
        ("x = 2; each([1]) -> |_i| { x = 0 }; 6 / x", &[]),
        ("x = {}; x.a = 5; 6 / x", &[]),
        ("x = halve(4); 6 / x", &[]),
        ("x = 1 + 1; 6 / x", &[]),
    ]);
}

#[test]
fn what_stands_behind_an_abort_counts_for_nobody() {
    expect(&[
        ("abort; read(1)", &[100]),
        ("{ abort; read(1) } ?? 5", &[651]),
        ("{ read(1); abort } ?? 5", &[]),
        ("x = { abort; read(1) }", &[103]),
        ("{ abort; shout(.a) } + \"a\"", &[]),
        ("x = 1 + { abort }", &[103]),
        ("x = 1.5 * { abort }; x", &[]),
    ]);
}

#[test]
fn needless_handling_is_a_warning_unless_strict() {
    // Without its second target `.b` keeps what it was; without `??` an abort is not caught.
    for (source, code, safe) in [
        ("1 ?? 2", 651, true),
        ("{ if .a == 1 { abort }; 1 } ?? 2", 651, false),
        ("x, err = 1", 104, true),
        ("_, .b = 1", 104, false),
    ] {
        assert_eq!(codes(source), [code], "{source}");
        let checked = checked_with(source, false, &[])
            .unwrap_or_else(|errors| panic!("{source}: {errors:?}"));
        let warning = &checked.warnings[0];
        assert_eq!((warning.code.number(), warning.severity), (code, Severity::Warning));
        assert!(warning.edits.iter().all(|edit| edit.safe == safe), "{source}");
    }
    expect(&[("shout!(\"a\")", &[620]), ("shout!(.a)", &[])]);
}
