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
        "error: <stdin>:1:2: no JSON: expected a key in quotes, found the end of the text\n\
         error: <stdin>:2:6: no JSON: expected a value, found `:`\n  \
         = note: so 1 more event, at <stdin>:3:1\n  \
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
fn a_line_may_hold_a_batch() {
    let sandbox = Sandbox::new("batches");
    sandbox
        .run(&["-e", MARK], "[{\"a\":1},{\"a\":2}]\n{\"a\":3}{\"a\":4} {\"a\":5}\n[]\n{\"a\":6}\n")
        .is(
            0,
            "{\"a\":1,\"seen\":true}\n{\"a\":2,\"seen\":true}\n{\"a\":3,\"seen\":true}\n\
         {\"a\":4,\"seen\":true}\n{\"a\":5,\"seen\":true}\n{\"a\":6,\"seen\":true}\n",
            "",
        );
    let input = "{\"a\":1}\n[{\"é\":1}, {\"a\":\"x\"}]  {\"a\":2} {\"a\":\n{\"a\":3}\n[{\"a\":4} {\"a\":5}]\n";
    sandbox.run(&["-e", ".a = int!(.a)", "--errors", "errors.ndjson"], input).is(
        1,
        "{\"a\":1}\n{\"é\":1}\n{\"a\":\"x\"}\n{\"a\":2}\n{\"a\":3}\n{\"a\":4}\n",
        "error: <expression>:1:6: call of \"int\" at (5:13): expected an integer, found null\n  \
         = note: first for the event at <stdin>:2:2, then for 1 more event\n\
         error: <stdin>:2:36: no JSON: expected a value, found the end of the text\n\
         error: <stdin>:4:10: no JSON: expected `,` or `]`, found `{`\n\
         8 events read, 6 written, 4 failed\n",
    );
    let errors = sandbox.read("errors.ndjson");
    let lines: Vec<_> = errors.lines().collect();
    assert!(lines[1].ends_with("\"line\":2,\"event\":{\"a\":\"x\"}}"), "{}", lines[1]);
    assert!(lines[2].ends_with("\"line\":2,\"event\":\"{\\\"a\\\":\"}"), "{}", lines[2]);
    assert!(lines[3].ends_with("\"line\":4,\"event\":\"{\\\"a\\\":5}]\"}"), "{}", lines[3]);
}

#[test]
fn the_first_places_of_what_can_not_be_read_are_told() {
    let mut input = String::new();
    for line in 1..=1_300 {
        input += match line {
            4 | 7 => "{\"a\":}\n",
            _ if line % 2 == 0 => "{}\n",
            _ => " {a}\n",
        };
    }
    Sandbox::new("unreadable").run(&["-e", "."], &*input).is(
        1,
        &"{}\n".repeat(649),
        "error: <stdin>:1:3: no JSON: expected a key in quotes, found `a`\n  \
         = note: so 648 more events, at <stdin>:3:3, <stdin>:5:3, <stdin>:9:3, <stdin>:11:3 and 644 more\n\
         error: <stdin>:4:6: no JSON: expected a value, found `}`\n  \
         = note: so 1 more event, at <stdin>:7:6\n  \
         = help: if the input is JSON over several lines, say `--input-format json`\n\
         1,300 events read, 649 written, 651 failed\n",
    );
}

#[test]
fn a_line_of_plain_text_is_one_event_that_can_not_be_read() {
    let input = "127.0.0.1 - - [x] 200\n[12345.678] usb 1-1: new device\n[1,2\n5 x\n";
    let ended = Sandbox::new("plain_text").run(&["-e", "."], input);
    assert_eq!((ended.out.as_str(), ended.status), ("", 1));
    assert!(ended.err.ends_with("4 events read, 0 written, 4 failed\n"), "{}", ended.err);
}

#[test]
fn halves_of_surrogate_pairs_are_replaced_and_told() {
    let sandbox = Sandbox::new("surrogates");
    sandbox.run(&["-e", MARK], "{\"a\":\"x\\ud83d\"}\n{\"a\":\"\\ud83d\\ude00\"}\n[{\"\\udc00\":1}]\n").is(
        0,
        "{\"a\":\"x\u{fffd}\",\"seen\":true}\n{\"a\":\"\u{1f600}\",\"seen\":true}\n{\"\u{fffd}\":1,\"seen\":true}\n",
        "note: 2 half surrogate pairs, such as `\"\\ud800\"`, became U+FFFD\n\
         3 events read, 3 written, 0 failed\n",
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
fn numbers_beyond_the_machine_come_out_as_they_came() {
    let numbers = [
        "9223372036854775807",
        "9223372036854775809",
        "12345678901234567890",
        "-170141183460469231731687303715884105728",
        "1e400",
        "0.1234567890123456789",
        "-0.5",
    ];
    let input: String = numbers.map(|number| format!("{{\"n\":{number}}}\n")).concat();
    let output = numbers.map(|number| format!("{{\"n\":{number},\"seen\":true}}\n")).concat();
    let sandbox = Sandbox::new("numbers");
    sandbox.run(&["-e", MARK], &*input).is(0, &output, "");
    let moved = numbers.map(|number| format!("{{\"m\":[{number}],\"s\":\"{number}\"}}\n")).concat();
    let program = ".m = [.n]\n.s = to_string!(.n)\ndel(.n)";
    sandbox.run(&["-e", program, "-i", "json"], &*input).is(0, &moved, "");
    let computed = ".i = is_integer(.n)\n.n = .n - 1 ?? 0";
    sandbox.run(&["-e", computed], "{\"n\":12345678901234567890}\n").is(
        0,
        "{\"n\":1.2345678901234567e+19,\"i\":false}\n",
        "",
    );
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
