//! Tests of the command line itself: arguments that do not fit together, help, exit status.

use crate::sandbox::Sandbox;

#[test]
fn files_that_are_not_there() {
    let sandbox = Sandbox::new("no_files");
    sandbox
        .file("dir/file", "")
        .file("script.vrl", ".a = 1")
        .file("bad.vrl", b".a = 1\n.b = \"\xff\"\n");
    let cases = [
        (&["nothing.vrl"][..], "error: script `nothing.vrl`: there is no such file\n"),
        (&["dir"], "error: script `dir`: this is a directory, expected a file\n"),
        (
            &["bad.vrl"],
            "error: script `bad.vrl`: line 2 is not UTF-8\n  = help: save the script as UTF-8\n",
        ),
        (
            &["script.vrl", "nothing.ndjson"],
            "error: input `nothing.ndjson`: there is no such file\n",
        ),
        (&["script.vrl", "dir"], "error: input `dir`: this is a directory, expected a file\n"),
        (
            &["-e", ".", "-c", "nothing.toml"],
            "error: configuration `nothing.toml`: there is no such file\n",
        ),
        (
            &[],
            "error: there is no program to work on\n  = help: name a script, as in `vrlet run script.vrl`, \
             or give the program itself with `-e`\n",
        ),
    ];
    for (arguments, message) in cases {
        let ended = sandbox.run(arguments, "");
        assert_eq!((ended.status, ended.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ended.err.starts_with(message), "{arguments:?}: {}", ended.err);
    }
}

#[test]
fn a_file_that_is_not_there_comes_with_what_could_be_meant() {
    let sandbox = Sandbox::new("near_files");
    sandbox.file("logs/events.ndjson", "{}\n").file("enrich.vrl", ".");
    let place = sandbox.path("").canonicalize().expect("the sandbox");
    let looked = format!("it was looked for in `{}`", place.display());
    let cases = [
        (&["enrch.vrl"][..], "did you mean `enrich.vrl`?"),
        (&["enrich.vrl", "logs/event.ndjson"], "did you mean `logs/events.ndjson`?"),
        (&["enrich.vrl", "log/events.ndjson"], "there is no folder `log` either"),
        (&["other"], &looked),
    ];
    for (arguments, help) in cases {
        let ended = sandbox.run(arguments, "");
        assert!(
            ended.err.ends_with(&format!("  = help: {help}\n")),
            "{arguments:?}: {}",
            ended.err
        );
    }
}

#[test]
fn an_input_or_a_program_where_the_script_belongs() {
    let sandbox = Sandbox::new("no_script");
    sandbox
        .file("events.ndjson", "{\"a\":1}\n")
        .file("data", "{\"a\":1}\n")
        .file("enrich.vrl", ".");
    let comes_before = "is an input, and the script comes before it\n  = help: ";
    let cases = [
        (
            &["events.ndjson"][..],
            "error: `events.ndjson` is an input, and the script comes before it\n  = help: name a script, \
             `vrlet run script.vrl events.ndjson`, or give the program itself, `vrlet run -e '.a = 1' events.ndjson`\n",
        ),
        (&["data"], comes_before),
        (&["events.ndjson", "enrich.vrl"], "swap them: `vrlet run enrich.vrl events.ndjson`\n"),
        (&[".a = 1", "events.ndjson"], "to give the program itself, write `-e '.a = 1'`\n"),
        (&["."], "to give the program itself, write `-e '.'`\n"),
    ];
    for (arguments, message) in cases {
        let ended = sandbox.run(arguments, "{}\n");
        assert_eq!((ended.status, ended.out.as_str()), (2, ""), "{arguments:?}: {}", ended.err);
        assert!(ended.err.contains(message), "{arguments:?}: {}", ended.err);
    }
    let ended = sandbox.vrlet(&["check", "parse_json(.a)"], "");
    assert!(ended.err.contains("write `-e 'parse_json(.a)'`"), "{}", ended.err);
}

#[cfg(target_os = "linux")]
#[test]
fn help_that_can_not_be_written_is_no_success() {
    let sandbox = Sandbox::new("full");
    for arguments in [&["--help"][..], &["run", "--help"], &["--version"], &["explain"], &["man"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = sandbox.command(arguments);
        let output = command.stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let err = String::from_utf8_lossy(&output.stderr);
        assert!(err.contains("no space left on the device"), "{arguments:?}: {err}");
    }
}

#[cfg(unix)]
#[test]
fn signals_end_a_run_with_their_status() {
    use std::io::{BufRead, BufReader, Write};

    let sandbox = Sandbox::new("signals");
    for (signal, status) in [("HUP", 129), ("INT", 130), ("TERM", 143)] {
        let mut child = sandbox.start(&["run", "-e", "."]);
        let mut stdin = child.stdin.take().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        stdin.write_all(b"{\"a\":1}\n").unwrap();
        let mut line = String::new();
        // Once the first event is out, the run listens.
        lines.read_line(&mut line).unwrap();
        assert_eq!(line, "{\"a\":1}\n");
        let kill = std::process::Command::new("kill")
            .args(["-s", signal, &child.id().to_string()])
            .status();
        assert!(kill.unwrap().success());
        let ended = child.wait().unwrap();
        drop(stdin);
        assert_eq!(ended.code(), Some(status), "{signal}");
    }
}

#[test]
fn what_an_event_holds_does_not_command_the_terminal() {
    let sandbox = Sandbox::new("commands_in_events");
    sandbox.run(&["-e", ".m = to_int!(.m)"], "{\"m\":\"\\u001b[31mx\\u202e\"}\n").is(
        1,
        "{\"m\":\"\\u001b[31mx\\u202e\"}\n",
        "error: <expression>:1:6: call of \"to_int\" at (5:16): `\\u{1b}[31mx\\u{202e}` is no decimal \
         integer of 64 bits\n  = note: for the event at <stdin>:1\n1 event read, 1 written, 1 failed\n",
    );
}

#[test]
fn an_input_that_is_missing_is_told_before_anything_is_written() {
    let sandbox = Sandbox::new("missing_input");
    sandbox.file("in.ndjson", "{}\n");
    let ended = sandbox.run(&["-e", ".", "in.ndjson", "missing.ndjson"], "");
    assert_eq!((ended.status, ended.out.as_str()), (2, ""));
    assert!(ended.err.starts_with("error: input `missing.ndjson`: there is no such file\n"));
}

#[test]
fn words_that_mean_nothing() {
    let sandbox = Sandbox::new("bad_words");
    let cases: [(&[&str], &str); 5] = [
        (&["run", "--emit", "events"], "[possible values: event, result]"),
        (&["run", "--on-error", "ignore"], "[possible values: keep, drop, fail]"),
        (&["run", "-i", "jsonl"], "[possible values: ndjson, lines, json]"),
        (&["run", "--tabel", "a=b"], "--table"),
        (&["chekc"], "check"),
    ];
    for (arguments, hint) in cases {
        let ended = sandbox.vrlet(arguments, "");
        assert!(ended.err.contains(hint), "{}", ended.err);
        assert_eq!((ended.status, ended.out.as_str()), (2, ""));
    }
}

#[test]
fn help_tells_the_exit_statuses() {
    let sandbox = Sandbox::new("help");
    for arguments in [&["--help"][..], &["run", "--help"], &["run", "-h"]] {
        let ended = sandbox.vrlet(arguments, "");
        assert!(ended.out.contains("Exit status:"), "{}", ended.out);
        assert_eq!((ended.status, ended.err.as_str()), (0, ""));
    }
    assert!(
        sandbox.vrlet(&["run", "--help"], "").out.contains("vrlet run enrich.vrl events.ndjson")
    );
    assert_eq!(
        sandbox.vrlet(&["--version"], "").out,
        format!("vrlet {}\n", env!("CARGO_PKG_VERSION"))
    );
}
