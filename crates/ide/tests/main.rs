//! Tests of editor services, written as sources with a mark where the cursor stands.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod actions;
mod advice;
mod completion;
mod fixes;
mod highlights;
mod hints;
mod hover;
mod signatures;
mod symbols;
mod types;

use vrlet::enrichment::CsvOptions;
use vrlet::{Engine, Event};
use vrlet_ide::{Context, Document};

/// An engine with a table.
fn engine() -> Engine {
    let rows = "number,keyword\n6,TCP\n17,UDP\n";
    let table = CsvOptions::default().read("protocols.csv", rows.as_bytes()).unwrap();
    Engine::builder().table("protocol", table).build()
}

/// What is known around a text: a table, and an event of the kind that comes.
fn context() -> Context {
    let event = r#"{"message":"GET /","user":{"first name":"mia","id":7},"tags":[{"k":1},"b"]}"#;
    let metadata = Event::from_json(r#"{"source":"http"}"#).unwrap().into_value();
    Context::new(engine()).event(Event::from_json(event).unwrap().with_metadata(metadata))
}

/// A text without its mark `¦`, and where that stood.
fn unmarked(marked: &str) -> (String, usize) {
    let offset = marked.find('¦').unwrap_or_else(|| panic!("no mark in {marked}"));
    (marked.replacen('¦', "", 1), offset)
}

/// The document of a text with a mark, and the place of the mark.
fn document(marked: &str) -> (Document, usize) {
    let (text, offset) = unmarked(marked);
    (Document::new(context(), text), offset)
}

#[test]
fn no_text_and_no_offset_is_too_odd() {
    let texts = [
        "",
        "¦",
        "é",
        "\"é",
        ".é",
        "(((",
        ")]}",
        "{ { {",
        "x = \"{{",
        "# é",
        "r'",
        "\u{feff}x",
        "f(\"a\", {\"",
        "-> |a",
        "\0",
        ".a[",
        ".a[-",
        "x =\r\n.y",
        "if { } else",
        "f(a: b: c",
    ];
    for text in texts {
        let document = Document::new(context(), text);
        for offset in 0..=text.len() + 1 {
            let _ = document.complete(offset);
            let _ = document.hint(offset);
            let _ = document.hover(offset);
            let _ = document.signature_help(offset);
            let _ = document.type_at(offset);
            let _ = document.definition(offset);
            let _ = document.references(offset);
        }
        let _ = document.symbols();
        let _ = document.actions(&(0..text.len()));
        let _ = document.fix_all();
    }
}
