//! Tests of `vrlet repl` with lines from a pipe.

use crate::sandbox::{Ended, Sandbox};

const EVENTS: &str = "{\"a\":1}\n\n{\"a\":\n{\"a\":3}\n";

fn repl(sandbox: &Sandbox, arguments: &[&str], lines: &[&str]) -> Ended {
    sandbox.vrlet(&[&["repl"], arguments].concat(), lines.join("\n") + "\n")
}

/// A prompt of its own: what comes of some lines without a file.
fn answers(name: &str, lines: &[&str], out: &str, err: &str) {
    let status = i32::from(!err.is_empty());
    repl(&Sandbox::new(name), &[], lines).is(status, out, err);
}

#[test]
fn values_and_what_changed() {
    answers(
        "repl_values",
        &[
            ".a = 1",
            "x = { \"b\": [1, t'2020-01-01T00:00:00Z'] }",
            ". |= x",
            ".b[0] = \"one\"",
            "del(.a)",
            "%m = x.b[0]",
        ],
        "1\n+ .a: 1\n\
         { \"b\": [1, t'2020-01-01T00:00:00Z'] }\n\
         { \"a\": 1, \"b\": [1, t'2020-01-01T00:00:00Z'] }\n+ .b: [1, t'2020-01-01T00:00:00Z']\n\
         \"one\"\n~ .b[0]: 1 → \"one\"\n\
         1\n- .a: 1\n\
         1\n+ %m: 1\n",
        "",
    );
}

#[test]
fn lines_that_fail_change_nothing() {
    answers(
        "repl_failures",
        &["x = 1", ".a = \"z\"", ".b = 1; x = 2; to_int!(.a)", ".b = 1; abort \"no\"", "[x, .]"],
        "1\n\"z\"\n+ .a: \"z\"\n[1, { \"a\": \"z\" }]\n",
        "error: call of \"to_int\" at (15:26): `z` is no decimal integer of 64 bits\n --> <line>:1:16\n  \
         |\n1 | .b = 1; x = 2; to_int!(.a)\n  |                ^^^^^^^^^^^\n\
         aborted: no; the event is as it was\n",
    );
}

#[test]
fn errors_show_their_place() {
    let ended = repl(&Sandbox::new("repl_errors"), &[], &["x = 1", "y = x +* 2", "z", "f("]);
    assert_eq!((ended.status, ended.out.as_str()), (1, "1\n"));
    for piece in
        ["1 | y = x +* 2\n  |       ^", "error[E701]", "error[E204]: the program ends too early"]
    {
        assert!(ended.err.contains(piece), "{piece} in\n{}", ended.err);
    }
}

#[test]
fn a_program_may_take_several_lines() {
    answers(
        "repl_lines",
        &["if true {", "  .a = [1,", "", "  2]", "}", "# a comment", "", "\"a", "b\""],
        "[1, 2]\n+ .a: [1, 2]\n\"a\\nb\"\n",
        "",
    );
}

#[test]
fn walking_through_a_file() {
    let sandbox = Sandbox::new("repl_walk");
    sandbox.file("e.ndjson", EVENTS);
    let lines =
        [":prev", ":next", ".b = .a", ":next", ":goto 1", ".a", ":goto 9", ":goto x", ":goto"];
    repl(&sandbox, &["e.ndjson"], &lines).is(
        1,
        "event 1 of e.ndjson\n{ \"a\": 1 }\n\
         event 3 of e.ndjson\n{ \"a\": 3 }\n3\n+ .b: 3\n\
         event 1 of e.ndjson\n{ \"a\": 1 }\n1\n",
        "error: this is the first event of the file\n\
         error: e.ndjson:3:6: no JSON: expected a value, found the end of the text; passed over\n\
         error: the file ends here, at event 3 of e.ndjson\n\
         error: e.ndjson has 3 events\n\
         error: there is no event `x`\n  = help: expected a number, counted from 1\n\
         error: `:goto` needs more\n  = help: say `:goto N`\n",
    );
}

#[test]
fn files_of_all_formats() {
    let sandbox = Sandbox::new("repl_formats");
    sandbox
        .file("flow.log", "2 123 eni\n2 456 eni\n")
        .file("one.json", "{\n  \"a\": 1\n}\n")
        .file("many.json", "[{\"a\":1},\n{\"a\":2}]")
        .file("words.txt", "\"a\"\n\"b\"\n")
        .file("with blanks.ndjson", "{\"a\":9}\n");
    let lines = [
        ":load flow.log",
        ":next",
        ":load one.json",
        ":load many.json",
        ":next",
        ":load words.txt",
        ":load words.txt lines",
        ":load \"with blanks.ndjson\"",
    ];
    let ended = repl(&sandbox, &[], &lines);
    ended.is(
        0,
        "each line becomes { \"message\": line }\nevent 1 of flow.log\n{ \"message\": \"2 123 eni\" }\n\
         event 2 of flow.log\n{ \"message\": \"2 456 eni\" }\n\
         event 1 of one.json\n{ \"a\": 1 }\n\
         event 1 of many.json\n{ \"a\": 1 }\nevent 2 of many.json\n{ \"a\": 2 }\n\
         event 1 of words.txt\n\"a\"\n\
         each line becomes { \"message\": line }\nevent 1 of words.txt\n{ \"message\": \"\\\"a\\\"\" }\n\
         event 1 of with blanks.ndjson\n{ \"a\": 9 }\n",
        "",
    );
}

#[test]
fn a_line_may_hold_a_batch() {
    let sandbox = Sandbox::new("repl_batches");
    sandbox.file(
        "e.ndjson",
        "[{\"a\":1},{\"a\":2}]\n{\"a\":3}{\"a\":4} x\n{\"a\":12345678901234567890}\n",
    );
    let ended = repl(&sandbox, &["e.ndjson"], &[".a", ":next", ":next", ":next", ":next", ":next"]);
    let events: Vec<_> = ended.out.lines().filter(|line| line.starts_with('{')).collect();
    let expected = ["1", "2", "3", "4", "12345678901234567890"];
    assert_eq!(events, expected.map(|number| format!("{{ \"a\": {number} }}")));
    assert!(
        ended.err.contains("e.ndjson:2:16: no JSON: expected a value, found `x`"),
        "{}",
        ended.err
    );
}

#[test]
fn compressed_files() {
    let sandbox = Sandbox::new("repl_compressed");
    for name in ["e.ndjson.gz", "e.ndjson.zst", "e.log.gz"] {
        let format = if name.contains("log") { "lines" } else { "ndjson" };
        let run = ["run", "-i", format, "-e", ".", "-o", name];
        sandbox.vrlet(&run, "{\"a\":1}\n{\"a\":2}\n");
        let ended = repl(&sandbox, &[], &[&format!(":load {name}"), ":next", ".a"]);
        assert_eq!(ended.status, 0, "{}", ended.err);
        assert!(ended.out.contains(&format!("event 2 of {name}")), "{}", ended.out);
    }
}

#[test]
fn files_that_cannot_be_used() {
    let sandbox = Sandbox::new("repl_bad_files");
    sandbox
        .file("empty.ndjson", "")
        .file("broken.ndjson", "{\"a\n")
        .file("cut.ndjson.gz", b"\x1f\x8b\x08")
        .file("e.xz", b"\xfd7zXZ\0");
    let lines = [
        ".a = 1",
        ":load",
        ":load nosuch",
        ":load .",
        ":load empty.ndjson",
        ":load broken.ndjson",
        ":load broken.ndjson xml",
        ":load cut.ndjson.gz",
        ":load e.xz",
        ":next",
        ".",
    ];
    let ended = repl(&sandbox, &[], &lines);
    assert_eq!(ended.status, 1);
    assert!(ended.out.ends_with("{ \"a\": 1 }\n"), "the event stays: {}", ended.out);
    for piece in [
        "`:load` needs more",
        "input `nosuch`: there is no such file",
        "input `.`: this is a directory",
        "there is no event in `empty.ndjson`",
        "broken.ndjson:1:4: no JSON",
        "for JSON over several lines, `:load FILE json`",
        "there is no format `xml`",
        "cut.ndjson.gz:1: the compressed data ends too early",
        "e.xz: expected text in UTF-8, this is compressed with xz",
        "it can be read through `xz -dc e.xz | vrlet run …`",
        "no file of events is loaded",
    ] {
        assert!(ended.err.contains(piece), "{piece} in\n{}", ended.err);
    }
    // What was asked for on the command line must be there.
    let missing = repl(&sandbox, &["nosuch"], &["1"]);
    assert_eq!((missing.status, missing.out.as_str()), (2, ""));
    let stdin = repl(&sandbox, &["-"], &["1"]);
    assert!(stdin.status == 2 && stdin.err.contains("the prompt itself reads standard input"));
}

#[test]
fn undo_and_reset() {
    let sandbox = Sandbox::new("repl_undo");
    sandbox.file("e.ndjson", EVENTS);
    let lines = [
        "x = 1",
        ".b = 2; x = 3",
        ".a",
        ":undo",
        "x",
        ":undo",
        "x",
        ":undo",
        ".c = 1",
        ":reset",
        ":vars",
        ":save s.vrl",
    ];
    let ended = repl(&sandbox, &["e.ndjson"], &lines);
    assert_eq!(ended.status, 1);
    assert_eq!(
        ended.out,
        "event 1 of e.ndjson\n{ \"a\": 1 }\n1\n3\n+ .b: 2\n1\n\
         undone: .b = 2; x = 3\n- .b: 2\n1\nundone: x = 1\n1\n+ .c: 1\n\
         event 1 of e.ndjson\n{ \"a\": 1 }\n\
         there are no variables yet; `x = 1` makes one\n"
    );
    for piece in
        ["there is no variable `x`", "there is nothing to undo", "there is no line to save"]
    {
        assert!(ended.err.contains(piece), "{piece} in\n{}", ended.err);
    }
}

#[test]
fn undo_goes_back_to_the_event_before() {
    let sandbox = Sandbox::new("repl_undo_back");
    sandbox.file("e.ndjson", EVENTS);
    let lines =
        [".b = 1", ":next", ".c = 1", ":undo", ":undo", ":undo", ".", ":next", ":save s.vrl"];
    let ended = repl(&sandbox, &["e.ndjson"], &lines);
    assert_eq!(
        ended.out,
        "event 1 of e.ndjson\n{ \"a\": 1 }\n1\n+ .b: 1\n\
         event 3 of e.ndjson\n{ \"a\": 3 }\n1\n+ .c: 1\nundone: .c = 1\n- .c: 1\n\
         undone: .b = 1\nevent 1 of e.ndjson\n{ \"a\": 1 }\n{ \"a\": 1 }\n\
         event 3 of e.ndjson\n{ \"a\": 3 }\n"
    );
    for piece in ["there is nothing to undo\n  = help:", "there is no line to save yet"] {
        assert!(ended.err.contains(piece), "{piece} in\n{}", ended.err);
    }
}

#[test]
fn commands_that_are_slips() {
    let sandbox = Sandbox::new("repl_slips");
    sandbox.file("e.ndjson", EVENTS).file("s.vrl", ".").file("dir/x", "");
    let cases = [
        ("help", "a command begins with a colon: `:help`"),
        ("exit", "a command begins with a colon: `:quit`"),
        (":exit", "`:quit` leaves"),
        ("upcase(\n:next", "`:next` stands inside of a program that is not whole yet"),
        (":next 5", "`:next` stands alone\n  = help: `:goto N` goes to"),
        (":vars x", "`:vars` stands alone\n  = help: say `:vars`"),
        (":load a b c", "there is too much after `:load`\n  = help: say `:load FILE"),
        (":load e.ndjso", "did you mean `e.ndjson`?"),
        (":sample 0 s.vrl", "`0` is no number of events"),
        (":save dir", "this is a directory"),
    ];
    for (line, message) in cases {
        let ended = repl(&sandbox, &["e.ndjson"], &[".b = 1", line]);
        assert!(ended.err.contains(message), "{line}: {}", ended.err);
    }
    // A variable of the name is one.
    let ended = repl(&sandbox, &[], &["next = 1", "next", ":help next"]);
    ended.is(0, "1\n1\n:next\n  the next event of the file\n", "");
}

#[test]
fn what_an_event_holds_does_not_command_the_terminal() {
    answers(
        "repl_commands",
        &["abort \"\\u{1b}[31mred\"", "\"\\u{202e}a\""],
        "\"\\u{202e}a\"\n",
        "aborted: \\u{1b}[31mred; the event is as it was\n",
    );
}

#[test]
fn variables_tables_and_types() {
    let sandbox = Sandbox::new("repl_look");
    sandbox.file("p.csv", "number,keyword\n6,TCP\n");
    let lines = [
        "x = 1; y = .a",
        ":vars",
        ":tables",
        ":type x",
        ":type to_int(.a)",
        ":type { \"b\": 1, \"c\": .d }",
        ":type",
        ":type nothing",
        "get_enrichment_table_record!(\"p\", { \"number\": \"6\" }).keyword",
    ];
    let ended = repl(&sandbox, &["-t", "p=p.csv"], &lines);
    assert_eq!(ended.status, 1);
    assert_eq!(
        ended.out,
        "null\nx = 1  integer\ny = null  any value\n\
         p: CSV, 1 row, columns `number`, `keyword`\n\
         integer; can't fail\ninteger; can fail\n\
         object; can't fail\n  .b: integer\n  .c: any value\n\"TCP\"\n"
    );
    assert!(ended.err.contains("`:type` needs more\n  = help: say `:type EXPR`"), "{}", ended.err);
    assert!(ended.err.contains("error[E701]"), "{}", ended.err);
    let none = repl(&sandbox, &[], &[":tables"]);
    assert!(none.err.contains("vrlet repl --table NAME=PATH"), "{}", none.err);
}

#[test]
fn bytecode_and_time() {
    let sandbox = Sandbox::new("repl_ops");
    let ended =
        repl(&sandbox, &[], &["x = 1", ":ops x + 1", ":time .a = x", ":time to_int!(\"x\")", "."]);
    assert_eq!(ended.status, 1);
    assert!(ended.out.contains("; 1: x + 1\n") && ended.out.contains(" add "), "{}", ended.out);
    assert!(ended.out.contains(" µs, run "), "{}", ended.out);
    assert!(ended.out.ends_with("\n{}\n"), "timing changes nothing: {}", ended.out);
    assert!(
        ended.err.contains(":time") || ended.err.contains("no decimal integer"),
        "{}",
        ended.err
    );
}

#[test]
fn help_and_explanations() {
    let sandbox = Sandbox::new("repl_help");
    let lines = [":help", ":help push", ":help push(", ":help :load", ":explain 103"];
    let ended = repl(&sandbox, &[], &lines);
    assert_eq!((ended.status, ended.err.as_str()), (0, ""));
    for piece in [
        "  :goto N ",
        "Ctrl-R",
        "push(value: array, item: any value) -> array\n",
        ":load FILE [ndjson|lines|json]\n",
        "Ways out",
    ] {
        assert!(ended.out.contains(piece), "{piece} in\n{}", ended.out);
    }
    let ended = repl(
        &sandbox,
        &[],
        &[":help pussh", ":help :nix", ":explain E999", ":explain", ":lod", ":s", ":"],
    );
    assert_eq!((ended.status, ended.out.as_str()), (1, ""));
    for piece in [
        "did you mean `push`?",
        "no command `:nix`",
        "no code `E999`",
        "say `:explain CODE`",
        "did you mean `:load`?",
        "did you mean `:sample` or `:save`?",
        "`:help` lists the commands",
    ] {
        assert!(ended.err.contains(piece), "{piece} in\n{}", ended.err);
    }
}

#[test]
fn scripts_over_the_file() {
    let sandbox = Sandbox::new("repl_run");
    sandbox
        .file("e.ndjson", EVENTS)
        .file("s.vrl", ".b = .a\nif .a == 3 { abort \"three\" }\n")
        .file("bad.vrl", ".b = to_int(.a)\n");
    let ended = repl(&sandbox, &["e.ndjson"], &[":run s.vrl out.ndjson", ":sample 5 s.vrl", "."]);
    assert_eq!(sandbox.read("out.ndjson"), "{\"a\":1,\"b\":1}\n");
    ended.is(
        1,
        "event 1 of e.ndjson\n{ \"a\": 1 }\n\
         event 1 of e.ndjson\n{ \"a\": 1, \"b\": 1 }\n\
         event 3 of e.ndjson\nleft out by `abort`: three\n{ \"a\": 1 }\n",
        "error: e.ndjson:3:6: no JSON: expected a value, found the end of the text\n\
         3 events read, 1 written, 1 failed, 1 aborted\n\
         error: e.ndjson:3:6: no JSON: expected a value, found the end of the text; passed over\n",
    );
    let lines = [
        ":run",
        ":run nosuch.vrl",
        ":run bad.vrl",
        ":run s.vrl e.ndjson",
        ":sample x s.vrl",
        ":sample 3",
    ];
    let ended = repl(&sandbox, &["e.ndjson"], &lines);
    for piece in [
        "`:run` needs more",
        "script `nosuch.vrl`: there is no such file",
        "bad.vrl:1:6",
        "both read from and written to",
        "`x` is no number of events",
        "say `:sample N SCRIPT`",
    ] {
        assert!(ended.err.contains(piece), "{piece} in\n{}", ended.err);
    }
    assert_eq!(sandbox.read("e.ndjson"), EVENTS);
    let without = repl(&sandbox, &[], &[":run s.vrl", ":sample 1 s.vrl"]);
    assert!(without.err.contains("no file of events is loaded\n  = help: `:load FILE`"));
}

#[test]
fn accepted_lines_become_a_script() {
    let sandbox = Sandbox::new("repl_save");
    sandbox.file("there.vrl", "old");
    let lines = [
        ".message = \"a b\"",
        ".message",
        ".oops = to_int(.x)",
        "words = split(.message, \" \")",
        "if true {\n  .first = words[0]\n}",
        ".second = words[1]",
        ":undo",
        ":save there.vrl",
        ":save s.vrl",
        "del(.message)",
        ":save s.vrl",
        ":save! there.vrl",
        ":save",
        ":save nosuch/s.vrl",
    ];
    let ended = repl(&sandbox, &[], &lines);
    let script = ".message = \"a b\"\nwords = split(.message, \" \")\nif true {\n  .first = words[0]\n}\ndel(.message)\n";
    assert_eq!(sandbox.read("s.vrl"), script);
    assert_eq!(sandbox.read("there.vrl"), script);
    for piece in [
        "`there.vrl` is there already\n  = help: `:save! there.vrl` overwrites it",
        "say `:save SCRIPT`",
        "no such directory",
    ] {
        assert!(ended.err.contains(piece), "{piece} in\n{}", ended.err);
    }
    assert!(ended.out.contains("3 lines saved in s.vrl\n"), "{}", ended.out);
    sandbox.vrlet(&["run", "s.vrl"], "{}\n").is(0, "{\"first\":\"a\"}\n", "");
}

#[test]
fn quitting_ends_it() {
    answers("repl_quit", &["1", ":q", "2"], "1\n", "");
}

#[test]
fn long_values_are_whole_in_a_pipe() {
    let sandbox = Sandbox::new("repl_long");
    let text = "x".repeat(100_000);
    sandbox.file("e.ndjson", format!("{{\"a\":\"{text}\"}}\n"));
    let ended = repl(&sandbox, &["e.ndjson"], &[".a"]);
    assert!(ended.out.ends_with(&format!("\n\"{text}\"\n")), "{}", ended.out.len());
}

#[test]
fn colours_are_for_who_wants_them() {
    let sandbox = Sandbox::new("repl_colours");
    let ended = repl(&sandbox, &["--color", "always"], &[".a = \"x\""]);
    assert_eq!(ended.out, "\x1b[32m\"x\"\x1b[0m\n\x1b[32m+ .a: \"x\"\x1b[0m\n");
}

#[test]
fn the_document_lists_what_the_help_lists() {
    let help = repl(&Sandbox::new("repl_document"), &[], &[":help"]).out;
    let (commands, keys) = help.split_once("\nKeys\n").expect("two lists");
    let row = |line: &str| {
        let (name, about) = line.trim().split_once("  ").expect("two columns");
        (name.to_owned(), about.trim().to_owned())
    };
    let rows = commands.lines().chain(keys.lines()).filter(|line| line.starts_with("  "));
    let listed: Vec<_> = rows.map(row).collect();
    let document = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/repl.md");
    let document = std::fs::read_to_string(document).expect("the document of the prompt");
    let rows = document.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let cells = rows.filter_map(|row| row.rsplit_once(" | "));
    let told: Vec<_> = cells
        .map(|(name, about)| (name.trim_matches('`').replace("\\|", "|"), about.to_owned()))
        .filter(|(name, _)| !["command", "key"].contains(&name.as_str()))
        .collect();
    assert_eq!(told, listed);
}
