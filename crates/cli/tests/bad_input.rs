//! Input that is not what it should be: each case gives the right value or says where it is wrong, and
//! the events around it come through.

use crate::sandbox::Sandbox;

const MARK: &str = ".seen = true";

#[test]
fn a_line_that_is_no_json_is_told_with_its_place() {
    Sandbox::new("no_json").file("in.ndjson", "{\"a\":1}\n{\"a\": x}\n{\"a\":3}\n").run(&["-e", MARK, "in.ndjson"], "").is(
        1,
        "{\"a\":1,\"seen\":true}\n{\"a\":3,\"seen\":true}\n",
        "error: in.ndjson:2:7: no JSON: expected a value, found `x`\n3 events read, 2 written, 1 failed\n",
    );
}

#[test]
fn a_lone_brace() {
    Sandbox::new("lone_brace").run(&["-e", MARK], "{\n{\"a\":2}\n").is(
        1,
        "{\"a\":2,\"seen\":true}\n",
        "error: <stdin>:1:2: no JSON: expected a key in quotes, found the end of the text\n\
         2 events read, 1 written, 1 failed\n",
    );
}

#[test]
fn json_over_several_lines_gets_a_hint() {
    Sandbox::new("several_lines").run(&["-e", MARK], "{\n  \"a\": 1\n}\n").is(
        1,
        "",
        "error: <stdin>:1:2: no JSON: expected a key in quotes, found the end of the text\n  \
         = note: 2 more events can't be read\n  \
         = help: if the input is JSON over several lines, say `--input-format json`\n\
         3 events read, 0 written, 3 failed\n",
    );
}

#[test]
fn bytes_that_are_not_utf8() {
    let sandbox = Sandbox::new("not_utf8");
    sandbox.file("in.ndjson", b"{\"a\":\"\xc3\xa4\"}\n{\"a\":\"x\xff\"}\n{\"a\":3}\n");
    sandbox.run(&["-e", MARK, "in.ndjson", "--errors", "errors.ndjson"], "").is(
        1,
        "{\"a\":\"ä\",\"seen\":true}\n{\"a\":3,\"seen\":true}\n",
        "error: in.ndjson:2:8: no JSON: the bytes here are not UTF-8\n3 events read, 2 written, 1 failed\n",
    );
    assert_eq!(
        sandbox.read("errors.ndjson"),
        "{\"error\":\"no JSON: the bytes here are not UTF-8\",\"source\":\"in.ndjson\",\"line\":2,\
         \"event\":\"{\\\"a\\\":\\\"x\u{fffd}\\\"}\",\"base64\":\"eyJhIjoieP8ifQ==\"}\n",
        "the bytes stand beside the text"
    );
    let ended = sandbox.run(
        &["-e", "abort", "-i", "lines", "--errors", "lines.ndjson"],
        b"caf\xe9\ncaf\xc3\xa9\n",
    );
    ended.is(0, "", "");
    assert_eq!(
        sandbox.read("lines.ndjson"),
        "{\"error\":\"aborted\",\"source\":\"<stdin>\",\"line\":1,\
         \"event\":{\"message\":\"caf\u{fffd}\"},\"base64\":\"Y2Fm6Q==\"}\n\
         {\"error\":\"aborted\",\"source\":\"<stdin>\",\"line\":2,\"event\":{\"message\":\"caf\u{e9}\"}}\n"
    );
}

#[test]
fn nothing_at_all() {
    let sandbox = Sandbox::new("nothing");
    sandbox.file("empty.ndjson", "").run(&["-e", MARK, "empty.ndjson"], "").is(0, "", "");
    sandbox.run(&["-e", MARK], "").is(0, "", "");
    sandbox.run(&["-e", MARK, "-i", "json"], "").is(0, "", "");
    sandbox.run(&["-e", MARK, "-i", "json"], "[]").is(0, "", "");
}

#[test]
fn blank_lines_and_the_ends_of_lines_from_windows() {
    Sandbox::new("crlf").run(&["-e", MARK], "{\"a\":1}\r\n\r\n \t\n{\"a\":\"x\"}\r\n{\"a\":3}").is(
        0,
        "{\"a\":1,\"seen\":true}\n{\"a\":\"x\",\"seen\":true}\n{\"a\":3,\"seen\":true}\n",
        "",
    );
    Sandbox::new("crlf_lines").run(&["-e", MARK, "-i", "lines"], "one\r\n\r\n\ntwo").is(
        0,
        "{\"message\":\"one\",\"seen\":true}\n{\"message\":\"two\",\"seen\":true}\n",
        "",
    );
}

#[test]
fn a_byte_order_mark_at_the_start_of_each_file() {
    let sandbox = Sandbox::new("byte_order_mark");
    sandbox
        .file("a.ndjson", "\u{feff}{\"a\":1}\n")
        .file("b.ndjson", "\u{feff}{\"a\":2}\n\u{feff}{\"a\":3}\n");
    sandbox.run(&["-e", MARK, "a.ndjson", "b.ndjson"], "").is(
        1,
        "{\"a\":1,\"seen\":true}\n{\"a\":2,\"seen\":true}\n",
        "error: b.ndjson:2:1: no JSON: expected a value, found `\\u{feff}`\n3 events read, 2 written, 1 failed\n",
    );
}

#[test]
fn values_that_are_no_objects() {
    Sandbox::new("no_objects").run(&["-e", "."], "5\n\"x\"\nnull\ntrue\n[1,{\"a\":2}]\n1.50\n").is(
        0,
        "5\n\"x\"\nnull\ntrue\n1\n{\"a\":2}\n1.5\n",
        "",
    );
}

#[test]
fn the_last_of_duplicate_keys_counts() {
    Sandbox::new("duplicate_keys").run(&["-e", "."], "{\"a\":1,\"b\":2,\"a\":3}\n").is(
        0,
        "{\"a\":3,\"b\":2}\n",
        "",
    );
}

#[test]
fn numbers_beyond_the_machine() {
    let input = "{\"n\":9223372036854775807}\n{\"n\":9223372036854775809}\n{\"n\":1e400}\n{\"n\":-5e-324}\n";
    let ended = Sandbox::new("numbers").run(&["-e", MARK], input);
    assert_eq!(
        ended.out,
        "{\"n\":9223372036854775807,\"seen\":true}\n{\"n\":-5e-324,\"seen\":true}\n"
    );
    assert!(ended.err.starts_with("error: <stdin>:2:6: no JSON: "), "{}", ended.err);
    assert!(ended.err.contains("1 more event can't be read"), "{}", ended.err);
    assert_eq!(ended.status, 1);
}

#[test]
fn an_event_that_nests_too_deep() {
    let deep = "[".repeat(300) + &"]".repeat(300);
    let ended =
        Sandbox::new("depth").run(&["-e", MARK], format!("{{\"a\":1}}\n{deep}\n{{\"a\":3}}\n"));
    assert_eq!(ended.out, "{\"a\":1,\"seen\":true}\n{\"a\":3,\"seen\":true}\n");
    assert!(
        ended.err.starts_with("error: <stdin>:2:128: no JSON: the text nests deeper"),
        "{}",
        ended.err
    );
    assert_eq!(ended.status, 1);
}

#[test]
fn a_program_that_nests_too_deep() {
    let script = format!("x = {}1{}", "[".repeat(300), "]".repeat(300));
    let ended = Sandbox::new("program_depth").file("deep.vrl", script).run(&["deep.vrl"], "{}\n");
    assert!(ended.err.starts_with("error[E"), "{}", &ended.err[..ended.err.len().min(200)]);
    assert_eq!((ended.status, ended.out.as_str()), (2, ""));
}

#[test]
fn a_line_many_times_as_long_as_a_chunk() {
    const LENGTH: usize = 48 << 20;
    let long = "x".repeat(LENGTH);
    let input = format!("{{\"a\":1}}\n{{\"a\":\"{long}\"}}\n{{\"a\":3}}\n");
    let ended = Sandbox::new("long_line").vrlet(&["run", "-e", ".n = length(.a) ?? 0"], input);
    let expected =
        format!("{{\"a\":1,\"n\":0}}\n{{\"a\":\"{long}\",\"n\":{LENGTH}}}\n{{\"a\":3,\"n\":0}}\n");
    assert_eq!(ended.out.len(), expected.len());
    assert!(ended.out == expected);
    assert_eq!((ended.status, ended.err.as_str()), (0, ""));
}

#[test]
fn a_missing_newline_at_the_end_of_an_input_ends_its_line() {
    let sandbox = Sandbox::new("no_newline");
    sandbox.file("a.ndjson", "{\"a\":1}").file("b.ndjson", "{\"a\":2}");
    sandbox.run(&["-e", ".", "a.ndjson", "b.ndjson"], "").is(0, "{\"a\":1}\n{\"a\":2}\n", "");
}
