//! Tests of endless input: events one by one, readers that go away, Ctrl-C.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command};

use crate::sandbox::{Ended, Sandbox};

/// A child whose events come one by one.
struct Session {
    child: Child,
    lines: BufReader<std::process::ChildStdout>,
}

impl Session {
    fn start(sandbox: &Sandbox, arguments: &[&str]) -> Self {
        let mut child = sandbox.start(arguments);
        let lines = BufReader::new(child.stdout.take().expect("a pipe"));
        Self { child, lines }
    }

    fn say(&mut self, text: &str) {
        let stdin = self.child.stdin.as_mut().expect("a pipe");
        stdin.write_all(text.as_bytes()).expect("the command listens");
    }

    fn hear(&mut self) -> String {
        let mut line = String::new();
        self.lines.read_line(&mut line).expect("the command answers");
        line
    }

    fn end(mut self) -> Ended {
        let mut rest = String::new();
        self.lines.read_to_string(&mut rest).expect("text");
        let output = self.child.wait_with_output().expect("the command ends");
        Ended { out: rest, ..Ended::new(&output) }
    }
}

#[test]
fn an_event_is_answered_at_once() {
    let sandbox = Sandbox::new("live");
    for threads in ["1", "3"] {
        let mut session = Session::start(&sandbox, &["run", "-j", threads, "-e", ".b = .a"]);
        for n in 0..20 {
            session.say(&format!("{{\"a\":{n}}}\n{{\"a\":"));
            assert_eq!(session.hear(), format!("{{\"a\":{n},\"b\":{n}}}\n"));
            session.say("\"rest\"}\n");
            assert_eq!(session.hear(), "{\"a\":\"rest\",\"b\":\"rest\"}\n");
        }
        drop(session.child.stdin.take());
        session.end().is(0, "", "");
    }
}

#[test]
fn standard_input_from_a_file() {
    let sandbox = Sandbox::new("redirected");
    let events: String = (0..50_000).map(|n| format!("{{\"n\":{n}}}\n")).collect();
    sandbox.file("in.ndjson", &events);
    let file = std::fs::File::open(sandbox.path("in.ndjson")).expect("the file");
    let output =
        sandbox.command(&["run", "-e", "."]).stdin(file).output().expect("the command runs");
    Ended::new(&output).is(0, &events, "");
}

#[test]
fn a_table_that_changes_while_events_come() {
    let sandbox = Sandbox::new("changing_table");
    sandbox.file("names.csv", "id,name\n1,one\n2,two\n");
    let program = ".name = get_enrichment_table_record!(\"names\", {\"id\": .id}).name";
    let mut session = Session::start(&sandbox, &["run", "-t", "names=names.csv", "-e", program]);
    session.say("{\"id\":\"1\"}\n");
    assert_eq!(session.hear(), "{\"id\":\"1\",\"name\":\"one\"}\n");
    sandbox.file("names.csv", "");
    session.say("{\"id\":\"2\"}\n");
    assert_eq!(
        session.hear(),
        "{\"id\":\"2\",\"name\":\"two\"}\n",
        "the table is as it was at the start"
    );
    drop(session.child.stdin.take());
    session.end().is(0, "", "");
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let sandbox = Sandbox::new("broken_pipe");
    let events = "{\"a\":\"some text to fill the pipe\"}\n".repeat(100_000);
    sandbox.file("in.ndjson", events);
    for threads in ["1", "3"] {
        let mut session = Session::start(&sandbox, &["run", "-j", threads, "-e", ".", "in.ndjson"]);
        assert_eq!(session.hear(), "{\"a\":\"some text to fill the pipe\"}\n");
        let Session { child, lines } = session;
        drop(lines);
        let ended = Ended::new(&child.wait_with_output().expect("the command ends"));
        ended.is(0, "", "");
    }
}

#[cfg(unix)]
#[test]
fn ctrl_c_finishes_what_is_under_way() {
    let sandbox = Sandbox::new("interrupt");
    for threads in ["1", "3"] {
        let mut session = Session::start(&sandbox, &["run", "-j", threads, "-e", "."]);
        session.say("{\"a\":1}\n{\"a\":2}\n{\"a\":");
        assert_eq!(
            (session.hear(), session.hear()),
            ("{\"a\":1}\n".to_owned(), "{\"a\":2}\n".to_owned())
        );
        let id = session.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().expect("kill").success());
        session.end().is(
            130,
            "",
            "interrupted before <stdin>:3; all events up to there are done\n2 events read, 2 written, 0 failed\n",
        );
    }
}
