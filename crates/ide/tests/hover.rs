//! Tests of hover.

use crate::document;

/// The word, the code and the text.
#[track_caller]
fn hover(marked: &str) -> (String, String, String) {
    let (document, offset) = document(marked);
    let hover = document.hover(offset).unwrap_or_else(|| panic!("nothing in {marked}"));
    (document.text()[hover.range].to_owned(), hover.code, hover.about)
}

#[test]
fn functions() {
    let (word, code, about) = hover("x = upc¦ase(\"a\")");
    assert_eq!((&*word, &*code), ("upcase", "upcase(value: string) -> string"));
    assert!(about.ends_with("Here: `string`."), "{about}");
    let (_, _, about) = hover("x = to_in¦t(.a) ?? 0");
    assert!(
        about.contains("Here: `integer, can fail`.") && about.contains("It fails where:\n\n- "),
        "{about}"
    );
    // In a call that is being typed.
    assert_eq!(hover("x = 1\ny = upcase¦(").1, "upcase(value: string) -> string");
    let (_, _, about) = hover("for_ea¦ch([1]) -> |_i, _v| { 1 }");
    assert!(about.contains("Here: `null`."), "{about}");
    let (_, _, about) = hover("to_times¦tamp!(.a)");
    assert!(about.contains("Instead, "), "{about}");
}

#[test]
fn variables_and_paths() {
    assert_eq!(hover("size = 1; si¦ze").1, "size: integer");
    assert_eq!(hover("si¦ze = 1").1, "size: integer");
}

#[test]
fn samples_stand_beside_kinds() {
    let (path, code, about) = hover("x = .user.i¦d");
    assert_eq!((&*path, &*about), (".user.id", "For example `7`."));
    assert!(code.starts_with(".user.id: "), "{code}");
    assert_eq!(hover("x = .us¦er.id").0, ".user");
    assert_eq!(hover("x = %sour¦ce").2, "For example `\"http\"`.");
}

#[test]
fn unfinished_statements_know_what_came_before() {
    assert_eq!(hover("size = 1\nx = upcase(siz¦e").1, "size: integer");
    assert_eq!(hover("if .a == 1 {\n  size = \"a\"\n  x = upcase(siz¦e\n").1, "size: string");
    assert_eq!(hover("x = { \"a\": { \"b\": 1.5 } }\ny = (x.a.¦b").1, "x.a.b: float");
}

#[test]
fn arguments_keywords_tables() {
    let (word, code, about) = hover("split(.a, patt¦ern: \",\")");
    assert_eq!((&*word, &*code), ("pattern", "pattern: string or regex"));
    assert!(about.ends_with('.'));
    assert!(hover("abo¦rt").2.starts_with("Ends the program"));
    let (_, code, about) = hover("get_enrichment_table_record!(\"proto¦col\", {\"number\": 6})");
    assert!(code.starts_with("protocol: "), "{code}");
    assert_eq!(about, "Columns: `number`, `keyword`.");
}

#[test]
fn expressions() {
    assert_eq!(hover("x = 1 +¦ 2.5").1, "1 + 2.5: float");
    assert_eq!(hover("x = r'a¦b'").1, "r'ab': regex");
}

#[test]
fn nothing_is_said_of_blanks_brackets_comments() {
    for marked in ["x = 1 ¦ + 2", "# co¦mment", "¦", "nobody¦", "[¦ 1]"] {
        let (document, offset) = document(marked);
        assert_eq!(document.hover(offset), None, "{marked}");
    }
}
