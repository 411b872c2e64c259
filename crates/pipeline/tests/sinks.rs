//! Tests of sinks: lines, events, files, and outputs that end early.

use std::io::{self, Write};

use vrlet::Event;
use vrlet_pipeline::{
    Emit, Events, Format, JsonLines, LinesSink, MemorySink, Output, Pipeline, SinkError, Stop,
};

use crate::setup::{program, tiny};

fn lines(source: &str, encoder: JsonLines, input: &str, format: Format) -> String {
    let mut sink = MemorySink::default();
    Pipeline::new(program(source)).run(tiny(input, format), encoder, &mut sink);
    String::from_utf8(sink.output).unwrap()
}

#[test]
fn lines_of_json() {
    let input = "{\"b\": 1, \"a\": 2}\n{\"b\": \"x\", \"a\": 3}\n";
    let source = ".c = int!(.b)";
    let plain = JsonLines::default();
    assert_eq!(
        lines(source, plain, input, Format::Ndjson),
        "{\"b\":1,\"a\":2,\"c\":1}\n{\"b\": \"x\", \"a\": 3}\n",
        "what failed keeps its text"
    );
    let sorted = JsonLines { sort_keys: true, ..plain };
    assert_eq!(
        lines(source, sorted, input, Format::Ndjson),
        "{\"a\":2,\"b\":1,\"c\":1}\n{\"a\":3,\"b\":\"x\"}\n"
    );
    let result = JsonLines { emit: Emit::Result, keep_text: false, ..plain };
    assert_eq!(lines(source, result, input, Format::Ndjson), "1\n{\"b\":\"x\",\"a\":3}\n");
    assert_eq!(
        lines(source, plain, "{\"b\":\n \"x\"}", Format::Json),
        "{\"b\":\"x\"}\n",
        "a text of several lines becomes one"
    );
    assert_eq!(lines(". = [1, {}]", plain, "{}", Format::Ndjson), "1\n{}\n");
}

#[test]
fn events_with_what_is_beside_them() {
    let source =
        "if .n == 2 { abort }\n%seen = true\nset_secret(\"s\", \"t\")\n.l = 1\n. = [., .n]";
    let mut sink: MemorySink<Event> = MemorySink::default();
    let mut pipeline =
        Pipeline::new(program(source)).on_abort(vrlet_pipeline::OnAbort::Keep).threads(2);
    let stats = pipeline.run(tiny("{\"n\":1}\n{\"n\":2}\n", Format::Ndjson), Events, &mut sink);
    let shown: Vec<String> = sink
        .output
        .iter()
        .map(|event| format!("{} {}", event.to_json(), event.metadata()))
        .collect();
    assert_eq!(
        shown,
        ["{\"n\":1,\"l\":1} { \"seen\": true }", "1 { \"seen\": true }", "{\"n\":2} {  }"]
    );
    assert_eq!(sink.output[1].secrets().names().count(), 1);
    assert_eq!(stats.counts.written, 3);
}

/// Takes a few bytes, then fails.
struct Failing(io::ErrorKind);

impl Write for Failing {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn an_output_that_nobody_reads_ends_the_run_quietly() {
    let mut sink = LinesSink::new(Output::writer("pipe", Failing(io::ErrorKind::BrokenPipe)));
    let inputs = tiny("{}\n{}\n{}\n", Format::Ndjson);
    let stats = Pipeline::new(program(".")).run(inputs, JsonLines::default(), &mut sink);
    assert!(matches!(stats.stop, Some(Stop::Sink { error: SinkError::Closed, .. })));
    assert_eq!(stats.counts.written, 0);
}

#[test]
fn an_output_that_fails_is_named_with_the_first_event_that_may_be_missing() {
    let inputs = || tiny("{\"a\":1}\n{\"a\":2}\n", Format::Ndjson);
    let full = || Output::writer("disk", Failing(io::ErrorKind::StorageFull));
    let stats = Pipeline::new(program(".")).threads(1).run(
        inputs(),
        JsonLines::default(),
        &mut LinesSink::new(full()),
    );
    let Some(Stop::Sink { error: SinkError::Io { name, error }, from }) = stats.stop else {
        panic!()
    };
    assert_eq!((name.as_str(), error.kind()), ("disk", io::ErrorKind::StorageFull));
    assert_eq!(from.unwrap().to_string(), "memory:1");

    // Records have an output of their own, which is written first.
    let mut sink = LinesSink::new(Output::discard()).failures(full(), "script.vrl");
    let mut pipeline = Pipeline::new(program("int!(.b)")).failure_records(true);
    let stats = pipeline.run(inputs(), JsonLines::default(), &mut sink);
    assert!(matches!(stats.stop, Some(Stop::Sink { error: SinkError::Io { .. }, .. })));
}
