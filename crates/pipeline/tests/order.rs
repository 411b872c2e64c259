//! Output keeps the order of the input, however many workers there are and however long each takes.

use vrlet_pipeline::{Format, Input, Inputs, JsonLines, MemorySink, Pipeline};

use crate::setup::program;

#[test]
fn slow_and_fast_chunks_come_out_in_order() {
    // Some stretches of the input cost far more than others.
    let events: String = (0..20_000)
        .map(|n| format!("{{\"n\":{n},\"rounds\":{}}}\n", if n % 6_000 < 20 { 500 } else { 0 }))
        .collect();
    let source = "x = 0\nparts = split(\"a,\" * int!(.rounds), \",\")\nfor_each(parts) -> |_i, _v| { x = 1 }\n. = .n";
    let expected: String = (0..20_000).map(|n| format!("{n}\n")).collect();
    for threads in [1, 2, 7, 32] {
        let mut sink = MemorySink::default();
        let mut pipeline = Pipeline::new(program(source)).threads(threads);
        let inputs =
            Inputs::new([Input::bytes("memory", events.as_str())], Format::Ndjson).chunk_size(1000);
        let stats = pipeline.run(inputs, JsonLines::default(), &mut sink);
        assert!(sink.output == expected.as_bytes(), "{threads} workers");
        assert_eq!(stats.counts.written, 20_000);
    }
}

#[test]
fn inputs_follow_one_another() {
    let inputs = (0..50).map(|n| Input::bytes(format!("input {n}"), format!("{{\"n\":{n}}}")));
    let mut sink = MemorySink::default();
    let mut pipeline = Pipeline::new(program(". = .n")).threads(8);
    let stats = pipeline.run(Inputs::new(inputs, Format::Ndjson), JsonLines::default(), &mut sink);
    let expected: String = (0..50).map(|n| format!("{n}\n")).collect();
    assert_eq!(sink.output, expected.as_bytes());
    assert_eq!(stats.end.unwrap().to_string(), "input 49:2");
}
