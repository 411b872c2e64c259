//! Tests of `vrlet repl` at a terminal.

use crate::person::{CTRL_C, CTRL_D, CTRL_R, ENTER, Person, RIGHT, TAB, UP};
use crate::sandbox::Sandbox;

const EVENTS: &str = "{\"message\":\"hello\",\"meta\":{\"zone\":\"a\"}}\n{\"message\":\"bye\"}\n";

/// Somebody at the prompt, with a home of their own.
fn person(sandbox: &Sandbox, arguments: &[&str]) -> Person {
    let mut command = sandbox.command(&[&["repl"], arguments].concat());
    command.env("XDG_STATE_HOME", sandbox.path("state")).env("HOME", sandbox.path(""));
    let mut person = Person::at(command);
    person.is_asked();
    person
}

#[test]
fn a_first_session() {
    let sandbox = Sandbox::new("prompt_first");
    let mut person = person(&sandbox, &[]);
    person.sees("`:help` lists the commands");
    assert!(person.asks(".a = 1").contains("+ .a: 1"));
    assert!(person.asks(".a = to_int(.b)").contains("error[E103]"));
    assert!(person.asks(":hlp").contains("did you mean `:help`?"));
    person.types(":quit").types(ENTER);
    assert_eq!(person.sees_the_end(), 0);
}

#[test]
fn tab_completes() {
    let sandbox = Sandbox::new("prompt_tab");
    sandbox.file("events.ndjson", EVENTS).file("protocols.csv", "number,keyword\n6,TCP\n");
    let mut person = person(&sandbox, &["events.ndjson", "-t", "protocol=protocols.csv"]);
    // The only function of the name, with its arguments as a hint.
    person.types("upca").types(TAB).sees("> upcase(value)");
    // The fields of the event; what they have in common is put there.
    person.types(".m").types(TAB).types(TAB).sees("message  meta").sees("> upcase(.me");
    person.types("s").types(TAB).sees("> upcase(.message").types(CTRL_C).is_asked();
    person.types(".meta.z").types(TAB).sees("> .meta.zone").types(CTRL_C).is_asked();
    // Several functions are listed with their signatures.
    person.types("starts").types(TAB).sees("> starts_with(value, substring");
    person.types(CTRL_C).is_asked();
    person.types("is_n").types(TAB).types(TAB).sees("is_null(value)").sees("is_nullish(value)");
    person.types(CTRL_C).is_asked();
    person.asks("total = { \"sum\": 1 }");
    person.types("tot").types(TAB).sees("> total").types(".s").types(TAB).sees("> total.sum");
    person.types(CTRL_C).is_asked();
    person.types("get_enrichment_table_record!(\"pr").types(TAB).sees("record!(\"protocol\"");
    person.types(CTRL_C).is_asked();
    person.types(":go").types(TAB).sees("> :goto").types(CTRL_C).is_asked();
    person.types(":load ev").types(TAB).sees("> :load events.ndjson").types(CTRL_C).is_asked();
    person.types(":help upc").types(TAB).sees("> :help upcase").types(CTRL_C).is_asked();
    person.types(":explain e70").types(TAB).sees("> :explain E701").types(CTRL_C).is_asked();
    person.types(":type .mess").types(TAB).sees("> :type .message");
}

#[test]
fn tab_completes_in_every_position() {
    let sandbox = Sandbox::new("prompt_positions");
    sandbox
        .file("e.ndjson", "{\"a b\":{\"c\":1},\"list\":[{\"sku\":1},{\"qty\":2}]}\n")
        .file("t.csv", "number\n6\n")
        .file("data dir/e v.ndjson", "{\"n\":1}\n");
    let mut person = person(&sandbox, &["e.ndjson", "-t", "protocol=t.csv"]);
    person.asks("known = { \"first\": 1 }");
    let cases = [
        (".\"a", ".\"a b\""),
        (".\"a b\".", ".\"a b\".c"),
        (".list[1", ".list[1]"),
        (".list[-1].", ".list[-1].qty"),
        ("x=.li", "x=.list"),
        ("get_enrichment_table_record!(table: \"", "record!(table: \"protocol\""),
        ("parse_key_value!(.x, whitespace: \"l", "whitespace: \"lenient\""),
        ("split(.x, pat", "split(.x, pattern:"),
        // The columns of a table, in conditions and selections.
        ("get_enrichment_table_record!(\"protocol\", { \"n", "{ \"number\""),
        ("find_enrichment_table_records!(\"protocol\", {}, [\"n", "[\"number\""),
        // What the line itself makes, before it has run.
        ("made = { \"up\": 1 }; x = made.", "x = made.up"),
        (".sum.total = 1; .sum.t", "; .sum.total"),
        ("for_each(.list) -> |_i, item| { .x = ite", ".x = item"),
        // What a name means from here on, whatever it meant before.
        ("known = [1]; known[", "known[0]"),
        ("\"of {{ kno", "\"of {{ known"),
        (":type ( known.", "known.first"),
        (":type .list[0].sku + .list[1].q", "+ .list[1].qty"),
        (":load data", ":load \"data dir/"),
        (":run \"data dir/e", ":run \"data dir/e v.ndjson\""),
        (":load e.ndjson j", ":load e.ndjson json"),
        (":sample 2 t", ":sample 2 t.csv"),
        (":help :ne", ":help :next"),
    ];
    for (typed, completed) in cases {
        person.types(typed).types(TAB).sees(completed).types(CTRL_C).is_asked();
    }
    // After a parenthesis or a comma stands what an argument may be, and the event's fields.
    person.types("split(.list, ").sees("split(.list, pattern, [limit])");
    person.types(TAB).types(TAB).sees("pattern:").sees(".\"a b\"").types(CTRL_C).is_asked();
    // A call in the middle of a line keeps the parenthesis that it has.
    person.types("(.list)\x01lengt").types(TAB).sees("> length(.list)");
}

#[test]
fn hints_are_taken_with_the_right_arrow() {
    let sandbox = Sandbox::new("prompt_hints");
    sandbox.file("events.ndjson", EVENTS);
    let mut person = person(&sandbox, &["events.ndjson"]);
    person.types(".mes").sees("> .message").types(RIGHT).types(ENTER).sees("\n\"hello\"");
    person.is_asked().types("downca").sees("> downcase(").types(RIGHT).sees("> downcase(value)");
    // So are those of programs that commands take.
    person.types(CTRL_C).is_asked().types(":type .mes").sees("> :type .message");
    person.types(CTRL_C).is_asked().types(":ops split(");
    person.sees("> :ops split(value, pattern, [limit])");
    person.types(CTRL_C).is_asked().types(":sav").sees("> :save");
}

#[test]
fn lines_go_on_until_the_program_is_whole() {
    let sandbox = Sandbox::new("prompt_lines");
    let mut person = person(&sandbox, &[]);
    person.types("if true {").types(ENTER).types(".a = [").types(ENTER);
    person.sees("> if true {\n.a = [");
    person.types("1, 2]").types(ENTER).types("}").types(ENTER).sees("+ .a: [1, 2]");
    // What is wrong is said at once, with its place.
    assert!(person.is_asked().asks("x = = 1").contains("1 | x = = 1\n  |     ^"));
    // An open line can be dropped.
    person.types("f(").types(ENTER).types("1").sees("> f(\n1").types(CTRL_C).is_asked();
    assert!(person.asks(".a").contains("[1, 2]"));
}

#[test]
fn what_is_typed_has_colours_unless_nobody_wants_them() {
    let sandbox = Sandbox::new("prompt_colours");
    let mut coloured = person(&sandbox, &["--color", "always"]);
    coloured.types("\"text\"");
    coloured.sees("> \"text\"");
    assert_ne!(coloured.colour_of("text"), Some(vt100::Color::Default));
    let mut command = sandbox.command(&["repl"]);
    command.env("NO_COLOR", "1").env("XDG_STATE_HOME", sandbox.path("state"));
    let mut plain = Person::at(command);
    plain.is_asked().types("\"text\"");
    plain.sees("> \"text\"");
    assert_eq!(plain.colour_of("text"), Some(vt100::Color::Default));
}

#[test]
fn history_is_there_the_next_day() {
    let sandbox = Sandbox::new("prompt_history");
    let mut first = person(&sandbox, &[]);
    first.asks(".first = 1");
    first.asks(".second = 2");
    first.types("if true {").types(ENTER).types(".third = 3 }").types(ENTER);
    first.sees("+ .third: 3").is_asked().types(CTRL_D);
    assert_eq!(first.sees_the_end(), 0);
    let mut second = person(&sandbox, &[]);
    second.types(UP).sees("> if true {\n.third = 3 }").types(ENTER).sees("+ .third: 3");
    second.is_asked().types(CTRL_R).types("fir").sees(".first = 1").types(ENTER);
    second.sees("+ .first: 1");
}

#[test]
fn a_history_that_cannot_be_kept_is_said_once() {
    let sandbox = Sandbox::new("prompt_no_history");
    sandbox.file("state", "not a folder");
    let mut person = person(&sandbox, &[]);
    assert!(person.asks(".a = 1").contains("the history is not kept"));
    assert!(!person.asks(".b = 2").contains("the history is not kept"));
}

#[test]
fn who_has_no_home_has_no_history() {
    let sandbox = Sandbox::new("prompt_no_home");
    let mut command = sandbox.command(&["repl"]);
    command.env_remove("HOME").env_remove("XDG_STATE_HOME");
    let mut person = Person::at(command);
    let answer = person.is_asked().asks(".a = 1");
    assert!(answer.contains("+ .a: 1") && !answer.contains("history"), "{answer}");
}

#[test]
fn ctrl_c_calls_off_what_runs() {
    let sandbox = Sandbox::new("prompt_interrupt");
    let mut person = person(&sandbox, &[]);
    person
        .asks("x = split(\"a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a\", \" \")");
    let mut endless = ".seen = 1".to_owned();
    for _ in 0..12 {
        endless = format!("for_each(x) -> |_i, _v| {{ {endless} }}");
    }
    person.types(&format!(".begun = 1; {endless}")).types(ENTER);
    person.is_running().types(CTRL_C).sees("interrupted; the event is as it was").is_asked();
    assert!(person.asks(".").contains("{}"));
    assert!(person.asks("length(x)").contains("30"));
    person.types(&format!(":time {endless}")).types(ENTER);
    person.is_running().types(CTRL_C).is_asked();
    person.types(CTRL_D);
    assert_eq!(person.sees_the_end(), 0);
}

#[test]
fn very_long_values_are_cut() {
    let sandbox = Sandbox::new("prompt_long");
    let long = format!("{{\"long\":\"{}\"}}\n", "x".repeat(100_000));
    sandbox.file("events.ndjson", long);
    let mut person = person(&sandbox, &["events.ndjson"]);
    person.sees("x\" … 98000 more characters");
    assert!(person.asks("del(.long)").contains("- .long: \"xxx"));
    // So are long lists of changes.
    let list = (0..400).map(|number| number.to_string()).collect::<Vec<_>>().join(",");
    person.types(&format!(".list = [{list}]")).types(ENTER).sees("… 202 more lines").is_asked();
    person.types(&format!(".list = [{}]", list.replace(',', ".0,"))).types(ENTER);
    person.sees("… 199 more lines");
}
