//! Tests of types at a place, definitions and references.

use crate::document;

#[track_caller]
fn type_at(marked: &str) -> (String, String) {
    let (document, offset) = document(marked);
    let known = document.type_at(offset).unwrap_or_else(|| panic!("nothing in {marked}"));
    (document.text()[known.range].to_owned(), known.type_def.kind.to_string())
}

#[test]
fn a_cursor_after_a_word_is_about_the_word() {
    for marked in ["¦size = 1", "si¦ze = 1", "size¦ = 1", "size = 1; [size¦]", "size = 1; [¦size]"]
    {
        assert_eq!(type_at(marked), ("size".to_owned(), "integer".to_owned()), "{marked}");
    }
    assert_eq!(type_at("size = { \"a\": 1 }; size¦.a").0, "size");
}

#[test]
fn unfinished_programs() {
    assert_eq!(type_at("x = 1\ny = x¦ +").1, "integer");
    assert_eq!(type_at("x = 1\ny = upcase(x¦").1, "integer");
    assert_eq!(type_at("for_each({ \"a\": 1 }) -> |key, value| {\n  .x = (value¦\n").1, "integer");
}

fn references(marked: &str) -> (Option<std::ops::Range<usize>>, Vec<std::ops::Range<usize>>) {
    let (document, offset) = document(marked);
    (document.definition(offset), document.references(offset))
}

#[test]
fn variables_lead_to_their_definition() {
    assert_eq!(references("x = 1; y = x¦ + x"), (Some(0..1), vec![0..1, 11..12, 15..16]));
    assert_eq!(references("x¦ = 1; x"), (Some(0..1), vec![0..1, 7..8]));
    let in_closure = "v = 1; map_values([1]) -> |v| { ¦v }; v";
    assert_eq!(references(in_closure), (Some(27..28), vec![27..28, 32..33]));
    assert_eq!(references(".a = ¦1"), (None, vec![]));
}
