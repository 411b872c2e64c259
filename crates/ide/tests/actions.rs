//! Tests of code actions and of fixing all.

use vrlet_ide::{Document, fix};

use crate::{context, document, engine};

/// The titles of the actions at a mark, and the text with the first one's edits.
fn actions(marked: &str) -> (Vec<String>, String, bool) {
    let (document, offset) = document(marked);
    let actions = document.actions(&(offset..offset));
    let mut text = document.text().to_owned();
    for edit in actions[0].edits.iter().rev() {
        text.replace_range(edit.range.clone(), &edit.replacement);
    }
    let is_safe = actions[0].is_safe;
    (actions.into_iter().map(|action| action.title).collect(), text, is_safe)
}

#[test]
fn an_action_has_the_edits_of_its_diagnostic() {
    let (titles, text, is_safe) = actions(".a = upcase¦!(\"a\")");
    assert_eq!((titles.len(), &*text, is_safe), (1, ".a = upcase(\"a\")", true));
    let (_, text, is_safe) = actions(".a = to_int¦(.b)");
    assert_eq!((&*text, is_safe), (".a = to_int(.b) ?? 0", false));
    let (titles, text, _) = actions("x = 1; upcas¦(\"a\"); x");
    assert_eq!(text, "x = 1; upcase(\"a\"); x");
    assert_eq!(titles, ["did you mean `upcase`?"]);
}

#[test]
fn actions_stand_where_their_diagnostic_stands() {
    let document = Document::new(context(), "upcas(\"a\")\ndowncas(\"a\")");
    assert_eq!(document.actions(&(0..2)).len(), 1);
    assert_eq!(document.actions(&(0..document.text().len())).len(), 2);
    assert_eq!(document.actions(&(11..11))[0].range, 11..18);
    assert!(Document::new(context(), "upcase(\"a\")").actions(&(0..5)).is_empty());
}

#[test]
fn fixes_are_edits_of_the_text() {
    let text = "# first\n.a = upcase!(\"a\") # é\n.b, err = downcase(\"b\")\n.c = \"c\" ?? \"d\"\n";
    let fixes = fix(&context(), text);
    assert_eq!(
        fixes.apply(text),
        "# first\n.a = upcase(\"a\") # é\n.b = downcase(\"b\")\n.c = \"c\"\n"
    );
    assert_eq!(fixes.edits.len(), 3);
    let lines: Vec<usize> = fixes.changes.iter().map(|change| change.line).collect();
    assert_eq!(lines, [2, 3, 4]);
    assert!(engine().compile(&fixes.apply(text)).unwrap().warnings().is_empty());
    assert!(fix(&context(), &fixes.apply(text)).edits.is_empty());
}
