//! Tests of the flags of `vrlet run`.

use crate::sandbox::Sandbox;

/// The second event makes the program fail when it has changed the event already.
const EVENTS: &str = "{\"b\":\"1\",\"a\":1}\n{\"b\":\"x\",  \"a\":1.50}\n{\"b\":\"3\",\"a\":1}\n";
const PROGRAM: &str = ".seen = true\n.c = to_int!(.b)";
const FIRST: &str = "{\"b\":\"1\",\"a\":1,\"seen\":true,\"c\":1}\n";
const THIRD: &str = "{\"b\":\"3\",\"a\":1,\"seen\":true,\"c\":3}\n";
const FAILURE: &str = "error: <expression>:2:6: call of \"to_int\" at (18:29): `x` is no decimal integer of 64 bits\n  \
                       = note: for the event at in.ndjson:2\n";

#[test]
fn emit_event_or_result() {
    let sandbox = Sandbox::new("emit");
    sandbox.run(&["-e", ".c = 1\n.a"], "{\"a\":[1,2]}\n").is(0, "{\"a\":[1,2],\"c\":1}\n", "");
    sandbox.run(&["-e", ".c = 1\n.a", "--emit", "event"], "{\"a\":5}\n").is(
        0,
        "{\"a\":5,\"c\":1}\n",
        "",
    );
    sandbox.run(&["-e", ".a", "--emit", "result"], "{\"a\":[1,2]}\n{}\n").is(
        0,
        "[1,2]\nnull\n",
        "",
    );
}

#[test]
fn an_event_that_becomes_an_array_is_as_many_events() {
    let sandbox = Sandbox::new("unnest");
    sandbox
        .run(
            &["-e", ". = .items"],
            "{\"items\":[{\"a\":1},2,[3]]}\n{\"items\":[]}\n{\"items\":\"x\"}\n",
        )
        .is(0, "{\"a\":1}\n2\n[3]\n\"x\"\n", "");
}

#[test]
fn a_failed_event_is_kept_as_it_was() {
    let sandbox = Sandbox::new("on_error_keep");
    let sandbox = sandbox.file("in.ndjson", EVENTS);
    let end = "3 events read, 3 written, 1 failed\n";
    let kept = "{\"b\":\"x\",  \"a\":1.50}\n";
    for flags in [&[] as &[&str], &["--on-error", "keep"], &["--emit", "event"]] {
        let ended = sandbox.run(&[&["-e", PROGRAM, "in.ndjson"], flags].concat(), "");
        ended.is(1, &[FIRST, kept, THIRD].concat(), &[FAILURE, end].concat());
    }
    let ended = sandbox.run(&["-e", PROGRAM, "in.ndjson", "--emit", "result"], "");
    ended.is(1, &format!("1\n{kept}3\n"), &[FAILURE, end].concat());
    let ended = sandbox.run(&["-e", PROGRAM, "in.ndjson", "--sort-keys"], "");
    assert_eq!(ended.out.lines().nth(1), Some("{\"a\":1.5,\"b\":\"x\"}"));
}

#[test]
fn a_failed_event_is_kept_in_every_format() {
    let sandbox = Sandbox::new("on_error_formats");
    let ended =
        sandbox.run(&["-i", "lines", "-e", ".seen = true\n.n = to_int!(.message)"], "1\nx\n");
    assert_eq!(ended.out, "{\"message\":\"1\",\"seen\":true,\"n\":1}\n{\"message\":\"x\"}\n");
    let ended = sandbox.run(&["-i", "json", "-e", PROGRAM], "[{\"b\":\"1\"},{\n\"b\": \"x\"\n}]");
    assert_eq!(ended.out, "{\"b\":\"1\",\"seen\":true,\"c\":1}\n{\"b\":\"x\"}\n");
}

#[test]
fn a_failed_event_is_left_out() {
    let sandbox = Sandbox::new("on_error_drop");
    let ended = sandbox
        .file("in.ndjson", EVENTS)
        .run(&["-e", PROGRAM, "in.ndjson", "--on-error", "drop"], "");
    let end = "  = help: `--errors FILE` collects the events that are left out\n3 events read, 2 written, 1 failed\n";
    ended.is(1, &[FIRST, THIRD].concat(), &[FAILURE, end].concat());
}

#[test]
fn a_failed_event_ends_the_run() {
    let sandbox = Sandbox::new("on_error_fail");
    let ended = sandbox
        .file("in.ndjson", EVENTS)
        .run(&["-e", PROGRAM, "in.ndjson", "--on-error", "fail"], "");
    let end =
        "stopped at in.ndjson:2, as `--on-error fail` says\n2 events read, 1 written, 1 failed\n";
    ended.is(1, FIRST, &[FAILURE, end].concat());
}

#[test]
fn a_run_that_ends_early_has_written_all_before() {
    let sandbox = Sandbox::new("on_error_fail_late");
    let before: String = (0..50_000).map(|n| format!("{{\"b\":\"{n}\"}}\n")).collect();
    sandbox.file("in.ndjson", format!("{before}{{\"b\":\"x\"}}\n{before}"));
    let ended = sandbox
        .run(&["-e", ".c = to_int!(.b)\n. = {\"b\": .b}", "in.ndjson", "--on-error", "fail"], "");
    assert!(ended.out == before);
    assert!(ended.err.ends_with("50,001 events read, 50,000 written, 1 failed\n"), "{}", ended.err);
}

#[test]
fn failures_of_one_cause_are_told_once() {
    let sandbox = Sandbox::new("causes");
    let events = "{\"b\":\"x\"}\n".repeat(30_000);
    let ended = sandbox.run(
        &["-e", ".c = to_int!(.b)", "--on-error", "drop", "--errors", "errors.ndjson"],
        &events,
    );
    ended.is(
        1,
        "",
        "error: <expression>:1:6: call of \"to_int\" at (5:16): `x` is no decimal integer of 64 bits\n  \
         = note: first for the event at <stdin>:1, then for 29,999 more events\n\
         30,000 events read, 0 written, 30,000 failed\n",
    );
    assert_eq!(sandbox.read("errors.ndjson").lines().count(), 30_000);
}

#[test]
fn an_abort_is_no_failure() {
    let sandbox = Sandbox::new("on_abort");
    let program = ".seen = true\nif .a == 2 { abort \"two\" }\nif .a == 3 { abort }";
    let events = "{\"a\":1}\n{\"a\": 2}\n{\"a\":3}\n";
    sandbox.run(&["-e", program], events).is(0, "{\"a\":1,\"seen\":true}\n", "");
    sandbox.run(&["-e", program, "--on-abort", "drop"], events).is(
        0,
        "{\"a\":1,\"seen\":true}\n",
        "",
    );
    let ended =
        sandbox.run(&["-e", program, "--on-abort", "keep", "--errors", "errors.ndjson"], events);
    ended.is(0, "{\"a\":1,\"seen\":true}\n{\"a\": 2}\n{\"a\":3}\n", "");
    assert_eq!(
        sandbox.read("errors.ndjson"),
        "{\"error\":\"aborted: two\",\"source\":\"<stdin>\",\"line\":2,\"event\":{\"a\":2}}\n\
         {\"error\":\"aborted\",\"source\":\"<stdin>\",\"line\":3,\"event\":{\"a\":3}}\n"
    );
    let ended = sandbox
        .run(&["-e", "if .a == 2 { abort }\n.b = to_int!(.a)"], "{\"a\":\"x\"}\n{\"a\":2}\n");
    assert!(
        ended.err.ends_with("2 events read, 1 written, 1 failed, 1 aborted\n"),
        "{}",
        ended.err
    );
}

#[test]
fn nothing_is_lost_with_a_file_of_errors() {
    let sandbox = Sandbox::new("errors");
    sandbox.file("in.ndjson", EVENTS.to_owned() + "{\"b\"\n").file("script.vrl", PROGRAM);
    let flags = [
        "script.vrl",
        "in.ndjson",
        "--on-error",
        "drop",
        "--errors",
        "errors.ndjson",
        "-o",
        "out.ndjson",
    ];
    let ended = sandbox.run(&flags, "");
    assert_eq!((ended.out.as_str(), ended.status), ("", 1));
    assert_eq!(sandbox.read("out.ndjson"), [FIRST, THIRD].concat());
    assert_eq!(
        sandbox.read("errors.ndjson"),
        "{\"error\":\"script.vrl:2:6: call of \\\"to_int\\\" at (18:29): `x` is no decimal integer of 64 bits\",\
         \"source\":\"in.ndjson\",\"line\":2,\"event\":{\"b\":\"x\",\"a\":1.5}}\n\
         {\"error\":\"no JSON: expected `:` after the key, found the end of the text\",\
         \"source\":\"in.ndjson\",\"line\":4,\"event\":\"{\\\"b\\\"\"}\n"
    );
}

#[test]
fn keys_are_sorted() {
    Sandbox::new("sort_keys")
        .run(&["-e", ".c = {\"z\": 1, \"y\": 2}", "--sort-keys"], "{\"b\":2,\"a\":1}\n")
        .is(0, "{\"a\":1,\"b\":2,\"c\":{\"y\":2,\"z\":1}}\n", "");
}

#[test]
fn times_without_a_zone_are_of_the_given_one() {
    let sandbox = Sandbox::new("timezone");
    let flags = ["-e", "parse_timestamp!(.t, \"%Y-%m-%d %H:%M\")", "--emit", "result"];
    let event = "{\"t\":\"2024-07-01 12:00\"}\n";
    sandbox.run(&flags, event).is(0, "\"2024-07-01T12:00:00Z\"\n", "");
    sandbox.run(&[&flags[..], &["-z", "Europe/Berlin"]].concat(), event).is(
        0,
        "\"2024-07-01T10:00:00Z\"\n",
        "",
    );
    sandbox.vrlet(&["run", "-e", ".", "-z", "Europe/Berln"], "").is(
        2,
        "",
        "error: there is no time zone `Europe/Berln`\n  = help: did you mean `Europe/Berlin`?\n",
    );
    sandbox.vrlet(&["run", "-e", ".", "-z", "Mars"], "").is(
        2,
        "",
        "error: there is no time zone `Mars`\n  \
         = help: expected a name of the tz database, such as `UTC` or `Europe/Berlin`\n",
    );
}

#[test]
fn needless_handling_is_a_warning_or_an_error() {
    let sandbox = Sandbox::new("strict");
    let ended = sandbox.run(&["-e", ".a = 1 ?? 2"], "{}\n");
    assert_eq!((ended.out.as_str(), ended.status), ("{\"a\":1}\n", 0));
    assert!(ended.err.starts_with("warning[E651]"), "{}", ended.err);
    let ended = sandbox.run(&["-e", ".a = 1 ?? 2", "--strict"], "{}\n");
    assert_eq!((ended.out.as_str(), ended.status), ("", 2));
    assert!(ended.err.starts_with("error[E651]"), "{}", ended.err);
}

#[test]
fn colours_are_for_those_who_want_them() {
    let sandbox = Sandbox::new("colours");
    let plain = sandbox.run(&["-e", ".a = "], "");
    assert!(plain.err.starts_with("error[E"), "{}", plain.err);
    let coloured = sandbox.run(&["-e", ".a = ", "--color", "always"], "");
    assert!(coloured.err.starts_with("\u{1b}["), "{}", coloured.err);
    assert_eq!(sandbox.run(&["-e", ".a = ", "--color", "never"], "").err, plain.err);
}
