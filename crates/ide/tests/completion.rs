//! Tests of completion.

use vrlet::{Engine, Event, Session};
use vrlet_ide::{CompletionKind, Context, Document, TableInfo};

use crate::{document, unmarked};

/// What replaces what was typed, in order, and the part that it replaces.
fn inserted(marked: &str) -> (String, Vec<String>) {
    let (document, offset) = document(marked);
    let completions = document.complete(offset);
    let typed = document.text()[completions.range].to_owned();
    (typed, completions.items.into_iter().map(|item| item.insert).collect())
}

#[track_caller]
fn offers(marked: &str, typed: &str, expected: &[&str]) {
    assert_eq!(
        inserted(marked),
        (typed.to_owned(), expected.iter().map(|text| (*text).to_owned()).collect()),
        "{marked}"
    );
}

#[test]
fn functions_by_their_beginning() {
    offers(".a = upca¦", "upca", &["upcase("]);
    offers("x = 1\n.a = upca¦\n.b = 2", "upca", &["upcase("]);
    offers("is_nul¦", "is_nul", &["is_null(", "is_nullish("]);
    // In the middle of a line the parenthesis is there already.
    offers("upca¦(.a)", "upca", &["upcase"]);
    offers("upca¦!(.a)", "upca", &["upcase"]);
    let (document, offset) = document("upca¦");
    let upcase = &document.complete(offset).items[0];
    assert_eq!(upcase.kind, CompletionKind::Function);
    assert_eq!((&*upcase.label, upcase.detail.as_deref()), ("upcase", Some("upcase(value)")));
    assert!(upcase.about.as_deref().is_some_and(|about| about.ends_with('.')));
}

#[test]
fn keywords_and_variables() {
    offers("tru¦", "tru", &["truncate(", "true"]);
    offers("retu¦", "retu", &["return"]);
    offers("total = 1; tot¦", "tot", &["total"]);
    offers("if .a == 1 { total = 1\n tot¦", "tot", &["total"]);
    offers("if .a == 1 { total = 1 }; tot¦", "tot", &[]);
    offers("for_each([1]) -> |index, value| { .a = ind¦", "ind", &["index"]);
    // The parameters of a closure are new names.
    offers("index = 1; for_each([1]) -> |ind¦", "", &[]);
    offers("index = 1; for_each([1]) -> |_, ind¦", "", &[]);
    // A call that does not compile yet, since `.list` may be no collection, has a closure all the same.
    offers("for_each(.list) -> |_, element| { .a = ele¦", "ele", &["element"]);
    offers("for_each(.list) -> |_, element| { .a = 1 }; .b = ele¦", "ele", &[]);
    offers("total = 1; \"sum: {{ to¦", "to", &["total"]);
    offers("total = 1; \"sum: {{¦ }}\"", "", &["total"]);
    let (document, offset) = document("total = 1; tot¦");
    let total = &document.complete(offset).items[0];
    assert_eq!((total.kind, total.detail.as_deref()), (CompletionKind::Variable, Some("integer")));
}

#[test]
fn fields_of_sample_events() {
    offers(".¦", "", &["message", "user", "tags"]);
    offers(".me¦", "me", &["message"]);
    offers("x = .user.¦", "", &["\"first name\"", "id"]);
    offers(".user.\"fi¦", "\"fi", &["\"first name\""]);
    offers(".tags[¦", "", &["0]", "1]"]);
    offers(".tags[0].¦", "", &["k"]);
    offers(".tags[-2].¦", "", &["k"]);
    offers("%¦", "", &["source"]);
    offers("upcase(.us¦", "us", &["user"]);
    offers(".nobody.¦", "", &[]);
}

#[test]
fn fields_that_the_program_makes() {
    offers(".size = 1\n.si¦", "si", &["size"]);
    offers("x = { \"total\": 1 }; x.¦", "", &["total"]);
    offers("x = parse_regex!(.message, r'(?P<ip>\\S+) (?P<user>\\S+)'); x.u¦", "u", &["user"]);
    offers("if .a == 1 {\n  x.y.z = 1\n  x.y.¦", "", &["z"]);
    offers("x = [{ \"a\": 1 }]; x[¦", "", &["0]"]);
    // What only one way makes is not sure, where events say otherwise.
    offers("if .a == 1 { .maybe = 1 }; .ma¦", "ma", &[]);
    offers("x = {}; if .a == 1 { x = { \"maybe\": 1 } }; x.ma¦", "ma", &["maybe"]);
}

#[test]
fn arguments() {
    offers("split(.message, pat¦", "pat", &["pattern: "]);
    offers("split(.message, pattern: \" \", li¦", "li", &["limit: "]);
    offers(
        "x = 1; split(¦",
        "",
        &["x", "value: ", "pattern: ", "limit: ", ".message", ".user", ".tags"],
    );
    offers("split(1 + ¦", "", &[".message", ".user", ".tags"]);
}

#[test]
fn strings_that_a_contract_knows() {
    offers("get_enrichment_table_record!(\"pr¦", "pr", &["protocol\""]);
    offers("find_enrichment_table_records!(table: \"¦", "", &["protocol\""]);
    offers("parse_key_value!(.x, whitespace: \"l¦", "l", &["lenient\""]);
    offers("log(.x, level: \"w¦", "w", &["warn\""]);
    offers("x = \"pr¦", "pr", &[]);
    offers("upcase(\"pr¦", "pr", &[]);
}

#[test]
fn columns_of_a_table() {
    offers("get_enrichment_table_record!(\"protocol\", { \"nu¦", "nu", &["number\""]);
    offers(
        "get_enrichment_table_record!(\"protocol\", { \"number\": \"6\", \"¦",
        "",
        &["number\"", "keyword\""],
    );
    offers(
        "get_enrichment_table_record!(table: \"protocol\", condition: { \"k¦",
        "k",
        &["keyword\""],
    );
    offers("name = \"protocol\"; get_enrichment_table_record!(name, { \"k¦", "k", &["keyword\""]);
    offers(
        "get_enrichment_table_record!(\"protocol\", { \"number\": 6 }, [\"ke¦",
        "ke",
        &["keyword\""],
    );
    offers(
        "get_enrichment_table_record!(\"protocol\", { \"number\": 6 }, select: [\"number\", \"¦",
        "",
        &["number\"", "keyword\""],
    );
    // The value of a key is none, nor is the key of another object.
    offers("get_enrichment_table_record!(\"protocol\", { \"number\": \"ke¦", "ke", &[]);
    offers("get_enrichment_table_record!(\"nope\", { \"¦", "", &[]);
    offers("x = { \"nu¦", "nu", &[]);
    offers("encode_json({ \"nu¦", "nu", &[]);
}

#[test]
fn nothing_where_nothing_is_typed() {
    for marked in ["x = \"a\"¦", "1 # a¦", "r'a'¦", ".a[0]¦", "12¦"] {
        offers(marked, "", &[]);
    }
}

#[test]
fn tables_that_the_engine_does_not_have() {
    let (text, offset) = unmarked("get_enrichment_table_record!(\"c¦");
    let table = TableInfo {
        name: "city".to_owned(),
        about: "MaxMind database".to_owned(),
        columns: Some(vec!["name".to_owned()]),
    };
    let context = Context::new(Engine::builder().build()).table(table);
    let completions = Document::new(context.clone(), text).complete(offset);
    assert_eq!(completions.items[0].insert, "city\"");
    assert_eq!(completions.items[0].detail.as_deref(), Some("MaxMind database"));
    let (text, offset) = unmarked("get_enrichment_table_record!(\"city\", { \"¦");
    assert_eq!(Document::new(context, text).complete(offset).items[0].insert, "name\"");
}

#[test]
fn several_events_are_put_together() {
    let event = |text| Event::from_json(text).unwrap();
    let context = Context::new(Engine::builder().build());
    let context = context.event(event(r#"{"a":1,"b":2}"#)).event(event(r#"{"b":1,"c":2}"#));
    let completions = Document::new(context, ".").complete(1);
    let names: Vec<&str> = completions.items.iter().map(|item| item.label.as_str()).collect();
    assert_eq!(names, ["a", "b", "c"]);
}

#[test]
fn a_session_knows_its_variables() {
    let mut session = Session::new(Engine::builder().build());
    let mut event = Event::from_json("{}").unwrap();
    let program = "record = parse_json!(s'{\"deep\":{\"er\":1}}')";
    session.compile(program).unwrap().run(&mut event).unwrap();
    let complete = |text: &str| {
        let document = Document::new(Context::of_session(&session), text);
        let items = document.complete(text.len()).items;
        items.into_iter().map(|item| item.insert).collect::<Vec<_>>()
    };
    assert_eq!(complete("rec"), ["record"]);
    // The value is there to be looked at.
    assert_eq!(complete("record.deep."), ["er"]);
    assert_eq!(complete("record = 1; record.de"), Vec::<String>::new());
}
