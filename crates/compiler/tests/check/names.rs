//! Names that mean something, names that do not, and what is not said twice.

use crate::{checked, checked_with, expect, numbers};
use vrlet_diagnostic::Note;

#[test]
fn variables_live_in_their_block() {
    expect(&[
        ("x", &[701]),
        ("\"{{ x }}\"", &[701]),
        ("{ x = 1; x }; x", &[701]),
        ("if .a == 1 { x = 1; x } else { x = 2; x }; x", &[701]),
        ("if (y = 2; true) { y }; y", &[]),
        ("each([1]) -> |i| { x = i; x }; x", &[701]),
        ("each([1]) -> |i| { i }; i", &[701]),
        ("x = true || (y = 5); y", &[701]),
        ("x = (false || (y = 5)); [x, y]", &[]),
        ("x = 1; { x = \"s\"; x }; shout(x)", &[]),
    ]);
}

#[test]
fn follow_up_errors_are_not_reported() {
    expect(&[
        (".a = nope(); .b = .a + 1", &[105]),
        ("x = nope(); shout(x)", &[105]),
        ("x = nope(); y = x.a; y", &[105]),
        ("x = read(1); y = x", &[103, 701]),
        (".a.c = nope(); .b = .a + 1", &[105, 103]),
        ("nope(); other(); .a = read(1)", &[105, 105, 103]),
        ("{\"a\": nope(), \"b\": other()}", &[105, 105]),
        ("[nope(), other()]", &[105]),
    ]);
}

#[test]
fn an_assignment_that_may_fail_is_the_only_thing_to_report() {
    for source in ["x = read(1); y = x; .z = y", "x = read(1); .y = x.a; .z = \"{{ x }}\""] {
        assert_eq!(numbers(checked_with(source, false, &[])), [103], "{source}");
    }
}

#[test]
fn a_function_that_the_build_leaves_out_names_its_feature() {
    let errors = checked(".a = sealed(.b); .c = .a").err().unwrap_or_default();
    let [error] = &*errors else { panic!("one error: {errors:?}") };
    assert_eq!(error.code.to_string(), "E114");
    assert_eq!(
        error.message,
        "`sealed` needs the cargo feature `crypto`, which this build leaves out"
    );
    let help = "build with `--features crypto`; the default features have all functions";
    assert_eq!(error.notes, [Note::Help(help.to_owned())]);
}

#[test]
fn the_nearest_name_is_offered() {
    let help = |source: &str| {
        let errors = checked(source).err().unwrap_or_default();
        let notes = errors.into_iter().flat_map(|error| error.notes);
        notes.map(|(Note::Help(text) | Note::Note(text))| text).collect::<Vec<_>>().join("\n")
    };
    assert!(help("shuot(\"a\")").contains("`shout`"));
    assert!(help("message = 1; mesage").contains("`message`"));
    assert!(help("shout(valu: \"a\")").contains("`value`"));
    assert!(help("pick(\"lift\")").contains("`\"left\"`"));
    let unknown = checked("upcase(\"a\")").err().unwrap_or_default();
    assert!(unknown[0].message.contains("this engine does not have"), "{unknown:?}");
}

#[test]
fn literals_are_read() {
    expect(&[
        ("r'('", &[101]),
        ("t'2021-1-1T1:2:3Z'", &[]),
        ("t'2021-01-01 00:00:00 UTC'", &[]),
        ("t'2021-01-01T00:00:60.5-0130'", &[]),
        ("t'+12021-01-01t00:00:00.123456789123 +01:00'", &[]),
        ("t'2021-01-01'", &[601]),
        ("t'2021-01-01T00:00:00'", &[601]),
        ("t'2021-01-01T00:00Z'", &[601]),
        ("t'2021-01-01T00:00:00+02'", &[601]),
        ("t'2021-01-01T24:00:00Z'", &[601]),
        ("t'2021-02-30T00:00:00Z'", &[601]),
    ]);
}
