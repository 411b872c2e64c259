//! Tests of input formats: lines, NDJSON, JSON, compressed or not, from files and standard input.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::sandbox::Sandbox;

/// What a compressor makes of some bytes; `None` where this machine has none.
fn compressed(program: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let mut command = Command::new(program);
    command.arg("-c").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().ok()?;
    let mut stdin = child.stdin.take()?;
    let bytes = bytes.to_vec();
    let writer = std::thread::spawn(move || drop(stdin.write_all(&bytes)));
    let output = child.wait_with_output().ok()?;
    writer.join().ok()?;
    Some(output.stdout)
}

fn numbers(range: std::ops::Range<u32>) -> String {
    range.map(|number| format!("{{\"n\":{number}}}\n")).collect()
}

#[test]
fn lines_become_messages() {
    Sandbox::new("lines")
        .run(&["-i", "lines", "-e", ".n = strlen!(.message)"], "a\n {\"b\"} \n")
        .is(0, "{\"message\":\"a\",\"n\":1}\n{\"message\":\" {\\\"b\\\"} \",\"n\":7}\n", "");
}

#[test]
fn lines_need_not_be_utf8() {
    let ended = Sandbox::new("lines_bytes")
        .run(&["-i", "lines", "-e", ".n = length(string!(.message))"], b"a\xff\nb\n");
    ended.is(0, "{\"message\":\"a\u{fffd}\",\"n\":2}\n{\"message\":\"b\",\"n\":1}\n", "");
}

#[test]
fn each_file_of_flow_logs_has_a_header_of_its_own() {
    let sandbox = Sandbox::new("header");
    sandbox
        .file("parse.vrl", ". = parse_aws_vpc_flow_log!(.message, format: string!(%header))\n")
        .file("a.log", "version account-id action\n2 123456789010 ACCEPT\n2 123456789010 x x\n")
        .file("b.log", "action srcport\nREJECT 22");
    let run =
        ["-i", "lines", "--header", "parse.vrl", "a.log", "b.log", "--errors", "errors.ndjson"];
    sandbox.run(&run, "").is(
        1,
        "{\"version\":2,\"account_id\":\"123456789010\",\"action\":\"ACCEPT\"}\n\
         {\"message\":\"2 123456789010 x x\"}\n\
         {\"action\":\"REJECT\",\"srcport\":22}\n",
        "error: parse.vrl:1:5: call of \"parse_aws_vpc_flow_log\" at (4:63): the line goes on after the last field of the format: `x`\n  \
         = note: for the event at a.log:3\n\
         3 events read, 3 written, 1 failed\n",
    );
    let record = sandbox.read("errors.ndjson");
    assert!(
        record.ends_with(
            "\"source\":\"a.log\",\"line\":3,\"event\":{\"message\":\"2 123456789010 x x\"}}\n"
        ),
        "{record}"
    );
    sandbox.run(&["--header", "-e", ".", "a.log"], "").is(
        2,
        "",
        "error: `--header` is for inputs whose events are lines of text\n  \
         = help: add `--input-format lines`\n",
    );
}

#[test]
fn a_json_text_is_one_event_or_an_array_of_them() {
    let sandbox = Sandbox::new("json");
    sandbox.run(&["-i", "json", "-e", ".b = 1"], "{\n  \"a\": [1, 2]\n}\n").is(
        0,
        "{\"a\":[1,2],\"b\":1}\n",
        "",
    );
    sandbox.run(&["-i", "json", "-e", ".b = 1"], "[{\"a\":1},\n {\"a\":\"],\"}]").is(
        0,
        "{\"a\":1,\"b\":1}\n{\"a\":\"],\",\"b\":1}\n",
        "",
    );
    sandbox.run(&["-i", "json", "-e", "."], "{\"a\":1}\n{\"a\":\n2} 5").is(
        0,
        "{\"a\":1}\n{\"a\":2}\n5\n",
        "",
    );
}

#[test]
fn what_is_wrong_in_a_json_text_is_told_with_its_place() {
    let input = "[\n  {\"a\": 1},\n  {\"a\" 2},\n  {\"a\": 3},\n,{\"a\":4}";
    let sandbox = Sandbox::new("json_wrong");
    let ended = sandbox.run(&["-i", "json", "-e", ".", "--errors", "errors.ndjson"], input);
    ended.is(
        1,
        "{\"a\":1}\n{\"a\":3}\n",
        "error: <stdin>:3:8: no JSON: expected `:` after the key, found `2`\nerror: <stdin>:5:1: expected a value, found `,` or `]`\n\
         error: <stdin>:5:2: expected `,` or `]` after the value, found the end of the text\n\
         5 events read, 2 written, 3 failed\n",
    );
    assert_eq!(
        sandbox.read("errors.ndjson"),
        "{\"error\":\"no JSON: expected `:` after the key, found `2`\",\"source\":\"<stdin>\",\"line\":3,\"event\":\"{\\\"a\\\" 2}\"}\n\
         {\"error\":\"expected a value, found `,` or `]`\",\"source\":\"<stdin>\",\"line\":5,\"event\":\"\"}\n\
         {\"error\":\"expected `,` or `]` after the value, found the end of the text\",\"source\":\"<stdin>\",\"line\":5,\"event\":\"{\\\"a\\\":4}\"}\n"
    );
}

#[test]
fn a_large_array_is_worked_on_in_chunks() {
    let elements: Vec<String> = (0..60_000).map(|n| format!("{{\"n\":{n}}}")).collect();
    let ended = Sandbox::new("json_large")
        .run(&["-i", "json", "-e", "."], format!("[{}]", elements.join(",\n")));
    assert!(ended.out == elements.join("\n") + "\n");
    assert_eq!(ended.status, 0);
}

#[test]
fn several_inputs_in_their_order() {
    let sandbox = Sandbox::new("several");
    sandbox.file("a.ndjson", numbers(0..40_000)).file("b.ndjson", numbers(40_000..40_001));
    let ended = sandbox.run(&["-e", ".", "a.ndjson", "-", "b.ndjson"], "{\"stdin\":true}\n");
    assert!(ended.out == numbers(0..40_000) + "{\"stdin\":true}\n" + &numbers(40_000..40_001));
    assert_eq!((ended.err.as_str(), ended.status), ("", 0));
}

#[test]
fn compressed_inputs_are_decompressed() {
    let sandbox = Sandbox::new("compressed");
    for (program, extension) in [("gzip", "gz"), ("zstd", "zst")] {
        let parts = [numbers(0..30_000), numbers(30_000..60_000)]
            .map(|part| compressed(program, part.as_bytes()));
        let [Some(first), Some(second)] = parts else { continue };
        let name = format!("in.ndjson.{extension}");
        // Two members or frames, one after the other, are one input.
        sandbox.file(&name, [first, second].concat());
        let ended = sandbox.run(&["-e", ".", &name], "");
        assert!(ended.out == numbers(0..60_000), "{program}: {}", ended.err);
        assert_eq!((ended.err.as_str(), ended.status), ("", 0));
    }
}

#[test]
fn what_we_compress_we_can_read() {
    let sandbox = Sandbox::new("round_trip");
    sandbox.file("in.ndjson", numbers(0..60_000));
    for name in ["out.ndjson.gz", "out.ndjson.zst", "out.ndjson"] {
        sandbox.run(&["-e", ".", "in.ndjson", "-o", name], "").is(0, "", "");
        let ended = sandbox.run(&["-e", ".", name], "");
        assert!(ended.out == numbers(0..60_000), "{name}: {}", ended.err);
    }
}

#[test]
fn a_compressed_input_that_breaks_off() {
    let sandbox = Sandbox::new("truncated");
    sandbox.file("after.ndjson", "{\"n\":\"after\"}\n").file("in.ndjson", numbers(0..100_000));
    for name in ["cut.ndjson.gz", "cut.ndjson.zst"] {
        sandbox.run(&["-e", ".", "in.ndjson", "-o", name], "").is(0, "", "");
        let whole = std::fs::read(sandbox.path(name)).expect("a file of ours");
        sandbox.file(name, &whole[..whole.len() * 3 / 4]);
        let ended =
            sandbox.run(&["-e", ".", name, "after.ndjson", "--errors", "errors.ndjson"], "");
        let lines: Vec<&str> = ended.out.lines().collect();
        let (last, before) = lines.split_last().expect("some output");
        assert_eq!(*last, "{\"n\":\"after\"}", "the next input comes through");
        assert!(before.len() > 10_000, "what was there before comes through");
        assert!(numbers(0..100_000).starts_with(&(before.join("\n") + "\n")), "and nothing else");
        let place =
            format!("error: {name}:{}: the compressed data ends too early\n", before.len() + 1);
        assert!(ended.err.contains(&place), "{}", ended.err);
        let failed = sandbox.read("errors.ndjson");
        assert!(
            failed.is_empty() || failed.contains("the input breaks off within this line"),
            "{failed}"
        );
        assert_eq!(ended.status, 2);
    }
}

#[test]
fn the_content_says_how_an_input_is_compressed_and_not_its_name() {
    let sandbox = Sandbox::new("signatures");
    let read = |name: &str| std::fs::read(sandbox.path(name)).expect("a file of ours");
    for name in ["a.gz", "a.zst"] {
        let text = "{\"a\":1}\n{\"a\":2}\n";
        sandbox.run(&["-e", ".", "-o", name], text).is(0, "", "");
        let packed = read(name);
        sandbox.run(&["-e", "."], &packed).is(0, text, "");
        for other in ["a", "a.GZ", "a.log"] {
            sandbox.file(other, &packed).run(&["-e", ".", other], "").is(0, text, "");
        }
        for padding in ["\n", "\r\n", "\0\0\0\0"] {
            let padded = [&packed, padding.as_bytes()].concat();
            sandbox.run(&["-e", "."], &padded).is(0, text, "");
            let several = [&padded[..], &packed].concat();
            sandbox.run(&["-e", "."], &several).is(0, &text.repeat(2), "");
        }
        let ended = sandbox.run(&["-e", "."], [&packed, b"more".as_slice()].concat());
        assert_eq!(
            (ended.out.as_str(), ended.status),
            (text, 2),
            "what is compressed comes through"
        );
        let reason = "after the compressed data comes something that is not compressed\n";
        assert!(ended.err.contains(reason), "{}", ended.err);
    }
    let mixed = [read("a.gz"), read("a.zst")].concat();
    sandbox.run(&["-e", ".a"], mixed).is(0, "{\"a\":1}\n{\"a\":2}\n{\"a\":1}\n{\"a\":2}\n", "");
    sandbox.file("plain.gz", "{\"a\":1}\n").run(&["-e", ".", "plain.gz"], "").is(
        0,
        "{\"a\":1}\n",
        "",
    );
    sandbox.file("empty.gz", "").run(&["-e", ".", "empty.gz"], "").is(0, "", "");
}

#[test]
fn what_is_compressed_twice_is_decompressed_twice() {
    let sandbox = Sandbox::new("twice");
    let Some(once) = compressed("gzip", b"{\"a\":1}\n") else { return };
    let Some(twice) = compressed("gzip", &once) else { return };
    sandbox.run(&["-e", "."], twice).is(0, "{\"a\":1}\n", "");
}

#[test]
fn other_formats_are_named_with_the_way_out() {
    let sandbox = Sandbox::new("other_formats");
    let formats: [(&[u8], &str, &str); 8] = [
        (b"\xfd7zXZ\0\0\x04", "compressed with xz", "xz -dc"),
        (b"BZh91AY&SY\x12", "compressed with bzip2", "bzip2 -dc"),
        (b"\x04\x22\x4d\x18\x64", "compressed with LZ4", "lz4 -dc"),
        (b"PK\x03\x04\x14", "a zip archive", "unzip -p"),
        (b"\xff\xfe{\0", "text in UTF-16", "iconv -f UTF-16 -t UTF-8"),
        (b"\xfe\xff\0{", "text in UTF-16", "iconv -f UTF-16 -t UTF-8"),
        (b"\xff\xfe\0\0{\0\0\0", "text in UTF-32", "iconv -f UTF-32 -t UTF-8"),
        (b"PAR1\x15\x04", "a Parquet file", ""),
    ];
    for (bytes, format, command) in formats {
        sandbox.file("in", bytes);
        for (input, name, file) in [("in", "in", " in"), ("-", "<stdin>", "")] {
            let help = match command {
                "" => format!(
                    "write it as NDJSON first, for example with `duckdb -c \
                     \"COPY (FROM '{name}') TO 'events.ndjson' (FORMAT json)\"`"
                ),
                _ => format!("it can be read through `{command}{file} | vrlet run …`"),
            };
            sandbox.run(&["-e", ".", input], bytes).is(
                2,
                "",
                &format!(
                    "error: {name}: expected text in UTF-8, this is {format}\n  = help: {help}\n\
                     0 events read, 0 written, 0 failed\n"
                ),
            );
        }
    }
    for text in ["PAR1 is text", "BZh9 too", "P", "PK"] {
        let expected = format!("{{\"message\":\"{text}\"}}\n");
        sandbox.run(&["-i", "lines", "-e", "."], text).is(0, &expected, "");
    }
}
