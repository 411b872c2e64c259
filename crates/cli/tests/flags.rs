//! What the flags of `vrlet run` change.

use crate::room::Room;

/// The second event makes the program fail when it has changed the event already.
const EVENTS: &str = "{\"b\":\"1\",\"a\":1}\n{\"b\":\"x\",  \"a\":1.50}\n{\"b\":\"3\",\"a\":1}\n";
const PROGRAM: &str = ".seen = true\n.c = to_int!(.b)";
const FIRST: &str = "{\"b\":\"1\",\"a\":1,\"seen\":true,\"c\":1}\n";
const THIRD: &str = "{\"b\":\"3\",\"a\":1,\"seen\":true,\"c\":3}\n";
const FAILURE: &str = "error: <expression>:2:6: call of \"to_int\" at (18:29): `x` is no decimal integer of 64 bits\n  \
                       = note: for the event at in.ndjson:2\n";

#[test]
fn emit_event_or_result() {
    let room = Room::new("emit");
    room.run(&["-e", ".c = 1\n.a"], "{\"a\":[1,2]}\n").is(0, "{\"a\":[1,2],\"c\":1}\n", "");
    room.run(&["-e", ".c = 1\n.a", "--emit", "event"], "{\"a\":5}\n").is(
        0,
        "{\"a\":5,\"c\":1}\n",
        "",
    );
    room.run(&["-e", ".a", "--emit", "result"], "{\"a\":[1,2]}\n{}\n").is(0, "[1,2]\nnull\n", "");
}

#[test]
fn an_event_that_becomes_an_array_is_as_many_events() {
    let room = Room::new("unnest");
    room.run(
        &["-e", ". = .items"],
        "{\"items\":[{\"a\":1},2,[3]]}\n{\"items\":[]}\n{\"items\":\"x\"}\n",
    )
    .is(0, "{\"a\":1}\n2\n[3]\n\"x\"\n", "");
}

#[test]
fn a_failed_event_is_kept_as_it_was() {
    let room = Room::new("on_error_keep");
    let room = room.file("in.ndjson", EVENTS);
    let end = "3 events read, 3 written, 1 failed\n";
    let kept = "{\"b\":\"x\",  \"a\":1.50}\n";
    for flags in [&[] as &[&str], &["--on-error", "keep"], &["--emit", "event"]] {
        let ended = room.run(&[&["-e", PROGRAM, "in.ndjson"], flags].concat(), "");
        ended.is(1, &[FIRST, kept, THIRD].concat(), &[FAILURE, end].concat());
    }
    let ended = room.run(&["-e", PROGRAM, "in.ndjson", "--emit", "result"], "");
    ended.is(1, &format!("1\n{kept}3\n"), &[FAILURE, end].concat());
    let ended = room.run(&["-e", PROGRAM, "in.ndjson", "--sort-keys"], "");
    assert_eq!(ended.out.lines().nth(1), Some("{\"a\":1.5,\"b\":\"x\"}"));
}

#[test]
fn a_failed_event_is_kept_in_every_format() {
    let room = Room::new("on_error_formats");
    let ended = room.run(&["-i", "lines", "-e", ".seen = true\n.n = to_int!(.message)"], "1\nx\n");
    assert_eq!(ended.out, "{\"message\":\"1\",\"seen\":true,\"n\":1}\n{\"message\":\"x\"}\n");
    let ended = room.run(&["-i", "json", "-e", PROGRAM], "[{\"b\":\"1\"},{\n\"b\": \"x\"\n}]");
    assert_eq!(ended.out, "{\"b\":\"1\",\"seen\":true,\"c\":1}\n{\"b\":\"x\"}\n");
}

#[test]
fn a_failed_event_is_left_out() {
    let room = Room::new("on_error_drop");
    let ended =
        room.file("in.ndjson", EVENTS).run(&["-e", PROGRAM, "in.ndjson", "--on-error", "drop"], "");
    let end = "  = help: `--errors FILE` collects the events that are left out\n3 events read, 2 written, 1 failed\n";
    ended.is(1, &[FIRST, THIRD].concat(), &[FAILURE, end].concat());
}

#[test]
fn a_failed_event_ends_the_run() {
    let room = Room::new("on_error_fail");
    let ended =
        room.file("in.ndjson", EVENTS).run(&["-e", PROGRAM, "in.ndjson", "--on-error", "fail"], "");
    let end =
        "stopped at in.ndjson:2, as `--on-error fail` says\n2 events read, 1 written, 1 failed\n";
    ended.is(1, FIRST, &[FAILURE, end].concat());
}

#[test]
fn a_run_that_ends_early_has_written_all_before() {
    let room = Room::new("on_error_fail_late");
    let before: String = (0..50_000).map(|n| format!("{{\"b\":\"{n}\"}}\n")).collect();
    room.file("in.ndjson", format!("{before}{{\"b\":\"x\"}}\n{before}"));
    let ended = room
        .run(&["-e", ".c = to_int!(.b)\n. = {\"b\": .b}", "in.ndjson", "--on-error", "fail"], "");
    assert!(ended.out == before);
    assert!(ended.err.ends_with("50,001 events read, 50,000 written, 1 failed\n"), "{}", ended.err);
}

#[test]
fn failures_of_one_cause_are_told_once() {
    let room = Room::new("causes");
    let events = "{\"b\":\"x\"}\n".repeat(30_000);
    let ended = room.run(
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
    assert_eq!(room.read("errors.ndjson").lines().count(), 30_000);
}

#[test]
fn an_abort_is_no_failure() {
    let room = Room::new("on_abort");
    let program = ".seen = true\nif .a == 2 { abort \"two\" }\nif .a == 3 { abort }";
    let events = "{\"a\":1}\n{\"a\": 2}\n{\"a\":3}\n";
    room.run(&["-e", program], events).is(0, "{\"a\":1,\"seen\":true}\n", "");
    room.run(&["-e", program, "--on-abort", "drop"], events).is(0, "{\"a\":1,\"seen\":true}\n", "");
    let ended =
        room.run(&["-e", program, "--on-abort", "keep", "--errors", "errors.ndjson"], events);
    ended.is(0, "{\"a\":1,\"seen\":true}\n{\"a\": 2}\n{\"a\":3}\n", "");
    assert_eq!(
        room.read("errors.ndjson"),
        "{\"error\":\"aborted: two\",\"source\":\"<stdin>\",\"line\":2,\"event\":{\"a\":2}}\n\
         {\"error\":\"aborted\",\"source\":\"<stdin>\",\"line\":3,\"event\":{\"a\":3}}\n"
    );
    let ended =
        room.run(&["-e", "if .a == 2 { abort }\n.b = to_int!(.a)"], "{\"a\":\"x\"}\n{\"a\":2}\n");
    assert!(
        ended.err.ends_with("2 events read, 1 written, 1 failed, 1 aborted\n"),
        "{}",
        ended.err
    );
}

#[test]
fn nothing_is_lost_with_a_file_of_errors() {
    let room = Room::new("errors");
    room.file("in.ndjson", EVENTS.to_owned() + "{\"b\"\n").file("script.vrl", PROGRAM);
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
    let ended = room.run(&flags, "");
    assert_eq!((ended.out.as_str(), ended.status), ("", 1));
    assert_eq!(room.read("out.ndjson"), [FIRST, THIRD].concat());
    assert_eq!(
        room.read("errors.ndjson"),
        "{\"error\":\"script.vrl:2:6: call of \\\"to_int\\\" at (18:29): `x` is no decimal integer of 64 bits\",\
         \"source\":\"in.ndjson\",\"line\":2,\"event\":{\"b\":\"x\",\"a\":1.5}}\n\
         {\"error\":\"no JSON: expected `:` behind the key, found the end of the text\",\
         \"source\":\"in.ndjson\",\"line\":4,\"event\":\"{\\\"b\\\"\"}\n"
    );
}

#[test]
fn keys_are_sorted() {
    Room::new("sort_keys")
        .run(&["-e", ".c = {\"z\": 1, \"y\": 2}", "--sort-keys"], "{\"b\":2,\"a\":1}\n")
        .is(0, "{\"a\":1,\"b\":2,\"c\":{\"y\":2,\"z\":1}}\n", "");
}

#[test]
fn times_without_a_zone_are_of_the_given_one() {
    let room = Room::new("timezone");
    let flags = ["-e", "parse_timestamp!(.t, \"%Y-%m-%d %H:%M\")", "--emit", "result"];
    let event = "{\"t\":\"2024-07-01 12:00\"}\n";
    room.run(&flags, event).is(0, "\"2024-07-01T12:00:00Z\"\n", "");
    room.run(&[&flags[..], &["-z", "Europe/Berlin"]].concat(), event).is(
        0,
        "\"2024-07-01T10:00:00Z\"\n",
        "",
    );
    room.vrlet(&["run", "-e", ".", "-z", "Europe/Berln"], "").is(
        2,
        "",
        "error: there is no time zone `Europe/Berln`\n  = help: did you mean `Europe/Berlin`?\n",
    );
    room.vrlet(&["run", "-e", ".", "-z", "Mars"], "").is(
        2,
        "",
        "error: there is no time zone `Mars`\n  \
         = help: expected a name of the tz database, such as `UTC` or `Europe/Berlin`\n",
    );
}

#[test]
fn needless_handling_is_a_warning_or_an_error() {
    let room = Room::new("strict");
    let ended = room.run(&["-e", ".a = 1 ?? 2"], "{}\n");
    assert_eq!((ended.out.as_str(), ended.status), ("{\"a\":1}\n", 0));
    assert!(ended.err.starts_with("warning[E651]"), "{}", ended.err);
    let ended = room.run(&["-e", ".a = 1 ?? 2", "--strict"], "{}\n");
    assert_eq!((ended.out.as_str(), ended.status), ("", 2));
    assert!(ended.err.starts_with("error[E651]"), "{}", ended.err);
}

#[test]
fn colours_are_for_those_who_want_them() {
    let room = Room::new("colours");
    let plain = room.run(&["-e", ".a = "], "");
    assert!(plain.err.starts_with("error[E"), "{}", plain.err);
    let coloured = room.run(&["-e", ".a = ", "--color", "always"], "");
    assert!(coloured.err.starts_with("\u{1b}["), "{}", coloured.err);
    assert_eq!(room.run(&["-e", ".a = ", "--color", "never"], "").err, plain.err);
}
