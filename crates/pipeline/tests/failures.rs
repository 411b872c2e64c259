//! Events that do not go through: what becomes of them, how they are counted and recorded.

use vrlet::{Engine, Event, Limits, Secrets, Value};
use vrlet_pipeline::{
    Chunk, Failure, Format, JsonLines, MemorySink, OnAbort, OnError, Pipeline, Stop, channel,
};

use crate::setup::{program, run, tiny};

const INPUT: &str =
    "{\"a\": 1}\n{\"a\":\"x\"}\n\nno JSON\n{\"a\":3}\n{\"a\":true}\n{\"a\":\"yé\\n\"}\n";
const PROGRAM: &str = "if .a == true { abort \"enough\" }\n.b = 1\n.a = int!(.a) + 1";

#[test]
fn they_are_recorded_as_they_were() {
    let done = run(|| Pipeline::new(program(PROGRAM)), || tiny(INPUT, Format::Ndjson));
    assert_eq!(
        done.text(),
        "{\"a\":2,\"b\":1}\n{\"a\":\"x\"}\n{\"a\":4,\"b\":1}\n{\"a\":\"yé\\n\"}\n"
    );
    let records = &done.sink.failures;
    let positions: Vec<String> = records.iter().map(|it| it.position.to_string()).collect();
    assert_eq!(positions, ["memory:2", "memory:4:2", "memory:6", "memory:7"]);
    let Failure::Failed { error, program, event } = &records[0].failure else { panic!() };
    assert_eq!(event.to_json(), "{\"a\":\"x\"}");
    assert_eq!((error.position.line, error.position.column), (3, 6));
    let part = &program.source()[error.span.start as usize..error.span.end as usize];
    assert_eq!(part, "int!(.a)");
    let Failure::Unreadable { bytes, message } = &records[1].failure else { panic!() };
    assert_eq!(bytes.as_bytes(), b"no JSON");
    assert!(message.starts_with("no JSON: expected "), "{message}");
    let Failure::Aborted { reason, event } = &records[2].failure else { panic!() };
    assert_eq!((reason.as_deref(), &*event.to_json()), (Some("enough"), "{\"a\":true}"));
    assert_eq!(records[3].message("x.vrl"), format!("x.vrl:3:6: {}", error.message));
    let codes: Vec<_> = records.iter().map(|it| it.failure.code()).collect();
    assert_eq!(codes, ["program_failed", "unreadable", "aborted", "program_failed"]);
    let lines = done.failures();
    assert_eq!(
        lines.lines().nth(2).unwrap(),
        "{\"error\":\"aborted: enough\",\"source\":\"memory\",\"line\":6,\"event\":{\"a\":true}}"
    );
    assert!(lines.lines().nth(1).unwrap().ends_with("\"line\":4,\"event\":\"no JSON\"}"));
}

#[test]
fn they_are_counted_by_cause() {
    let done = run(|| Pipeline::new(program(PROGRAM)), || tiny(INPUT, Format::Ndjson));
    let counts = done.stats.counts;
    assert_eq!((counts.read, counts.written, counts.failed, counts.aborted), (6, 4, 3, 1));
    assert_eq!(counts.bytes, INPUT.len() as u64);
    let groups: Vec<_> = done
        .stats
        .failures
        .iter()
        .map(|group| (group.cause.map(|it| it.position.line), group.first.line, group.count))
        .collect();
    assert_eq!(groups, [(Some(3), 2, 2), (None, 4, 1)]);
}

#[test]
fn they_are_left_out_or_end_the_run_as_one_likes() {
    let dropped =
        || Pipeline::new(program(PROGRAM)).on_error(OnError::Drop).on_abort(OnAbort::Keep);
    let done = run(dropped, || tiny(INPUT, Format::Ndjson));
    assert_eq!(done.text(), "{\"a\":2,\"b\":1}\n{\"a\":4,\"b\":1}\n{\"a\":true}\n");
    let stopped = || Pipeline::new(program(PROGRAM)).on_error(OnError::Stop);
    let done = run(stopped, || tiny(INPUT, Format::Ndjson));
    assert_eq!(done.text(), "{\"a\":2,\"b\":1}\n");
    assert!(matches!(&done.stats.stop, Some(Stop::Failed(at)) if at.to_string() == "memory:2"));
}

#[test]
fn lines_and_columns_count_on_from_chunk_to_chunk() {
    let lines: String =
        (1..=300)
            .map(|n| {
                if n % 7 == 0 { format!("  {{\"é\":{n}x}}\n") } else { format!("{{\"a\":{n}}}\n") }
            })
            .collect();
    let done = run(|| Pipeline::new(program(".b = 1")), || tiny(&lines, Format::Ndjson));
    let positions: Vec<String> =
        done.sink.failures.iter().map(|it| it.position.to_string()).collect();
    let expected: Vec<String> = (1..=300)
        .filter(|n| n % 7 == 0)
        .map(|n: u64| format!("memory:{n}:{}", 8 + n.to_string().len()))
        .collect();
    assert_eq!(positions, expected);

    let values = "[{\"é\": 1}, {\"a\":2}, {\"b\" 3}, {\"é\n\": 4},\n  {\"c\": 5]\n";
    let done = run(|| Pipeline::new(program(".b = 1")), || tiny(values, Format::Json));
    let positions: Vec<String> =
        done.sink.failures.iter().map(|it| it.position.to_string()).collect();
    assert_eq!(positions, ["memory:1:26", "memory:1:33", "memory:3:3"]);
}

#[test]
fn a_run_that_meets_a_limit_is_told_from_one_that_fails() {
    let limits = Limits { depth: 2, ..Limits::default() };
    let engine = Engine::builder().limits(limits).build();
    let program = engine.compile(".a = [[[1]]]").unwrap();
    let done = run(|| Pipeline::new(program.clone()), || tiny("{\"a\": 1}\n", Format::Ndjson));
    assert_eq!(done.text(), "{\"a\": 1}\n");
    assert_eq!(done.sink.failures[0].failure.code(), "limit_met");
}

#[test]
fn events_that_come_ready_keep_what_is_beside_them() {
    let (sender, source) = channel(1);
    let metadata = || Event::from_json("{\"m\":1}").unwrap().into_value();
    let event = |json: &str| {
        let mut event = Event::from_json(json).unwrap().with_metadata(metadata());
        event.secrets_mut().insert("token", "abc");
        event
    };
    sender.send(Chunk::events("request", [event("{\"a\":1}"), event("{\"a\":\"x\"}")])).unwrap();
    drop(sender);
    let mut sink = MemorySink::default();
    let source_text = "%m = 2\nset_secret(\"token\", \"changed\")\n.a = int!(.a) + 1";
    let mut pipeline = Pipeline::new(program(source_text)).threads(2).failure_records(true);
    let stats = pipeline.run(source, JsonLines::default(), &mut sink);
    assert_eq!((stats.counts.read, stats.counts.bytes), (2, 0));
    assert_eq!(sink.output, b"{\"a\":2}\n{\"a\":\"x\"}\n");
    assert_eq!(sink.failures[0].position.to_string(), "request:2", "the second of its chunk");
    let Failure::Failed { event, .. } = &sink.failures[0].failure else { panic!() };
    let mut secrets = Secrets::new();
    secrets.insert("token", "abc");
    assert_eq!((event.metadata(), event.secrets()), (&metadata(), &secrets));
}

#[test]
fn records_that_are_kept_hold_no_chunk() {
    let long = "x".repeat(200);
    let input = format!("{{\"a\":\"{long}\"}}\n{long}\n");
    let done = run(
        || Pipeline::new(program(PROGRAM)),
        || tiny(&input, Format::Ndjson).chunk_size(1 << 20),
    );
    let [first, second] = &done.sink.failures[..] else { panic!() };
    let Failure::Failed { event, .. } = &first.failure else { panic!() };
    let is_attached = event.original_json().unwrap().is_attached();
    assert!(!is_attached && !event.value().is_attached());
    let Failure::Unreadable { bytes, .. } = &second.failure else { panic!() };
    assert!(!Value::Bytes(bytes.clone()).is_attached());
}
