//! Tests of the outline of a program.

use vrlet_ide::SymbolKind;

use crate::document;

#[test]
fn what_is_assigned_to() {
    let (document, _) = document(
        "size = length(string!(.message))\n.size = size\n%seen, err = to_bool(.x)\nsize = 2\n\
         if size == 1 { .user.id = 1 }\nbroken = \nx |= 1¦",
    );
    let symbols: Vec<(String, SymbolKind, String, String)> = document
        .symbols()
        .into_iter()
        .map(|symbol| {
            assert_eq!(document.text()[symbol.selection.clone()], symbol.name);
            (symbol.name, symbol.kind, document.text()[symbol.range].to_owned(), symbol.detail)
        })
        .collect();
    let expected = [
        ("size", SymbolKind::Variable, "size = length(string!(.message))", "integer"),
        (".size", SymbolKind::Field, ".size = size", "integer"),
        ("%seen", SymbolKind::Metadata, "%seen, err = to_bool(.x)", "boolean"),
        ("err", SymbolKind::Variable, "%seen, err = to_bool(.x)", "string or null"),
        (".user.id", SymbolKind::Field, ".user.id = 1", "integer"),
    ];
    let expected: Vec<_> = expected
        .into_iter()
        .map(|(name, kind, range, detail)| {
            (name.to_owned(), kind, range.to_owned(), detail.to_owned())
        })
        .collect();
    assert_eq!(symbols, expected);
}
