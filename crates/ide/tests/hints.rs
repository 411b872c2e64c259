//! Tests of inline hints.

use crate::document;

#[track_caller]
fn hints(marked: &str, expected: Option<(&str, bool)>) {
    let (document, offset) = document(marked);
    let hint = document.hint(offset);
    let hint = hint.as_ref().map(|hint| (hint.text.as_str(), hint.is_completion));
    assert_eq!(hint, expected, "{marked}");
}

#[test]
fn the_arguments_that_a_call_takes() {
    hints("upcase(¦", Some(("value)", false)));
    hints("split(¦", Some(("value, pattern, [limit])", false)));
    hints("split(.a,¦", Some((" pattern, [limit])", false)));
    hints("split(.a, ¦", Some(("pattern, [limit])", false)));
    hints("split(value: .a, ¦", Some(("pattern, [limit])", false)));
    hints("for_each(.a, ¦", None);
    hints("map_values(¦", Some(("value, [recursive]) -> |value| { … }", false)));
    hints("nobody(¦", None);
    hints("upcase(.a¦", None);
}

#[test]
fn the_only_way_to_go_on() {
    hints("downca¦", Some(("se(", true)));
    hints(".mess¦", Some(("age", true)));
    hints("total = 1; tot¦", Some(("al", true)));
    hints("is_nul¦", None);
    hints("¦", None);
    hints(".message¦", None);
}
