//! Shared setup of the tests: programs, inputs, pipelines.

use vrlet::{Engine, Program};
use vrlet_pipeline::{Format, Input, Inputs, JsonLines, MemorySink, Pipeline, Stats};

/// A program of an engine with nothing but functions.
pub fn program(source: &str) -> Program {
    match Engine::builder().build().compile(source) {
        Ok(program) => program,
        Err(error) => panic!("{error}"),
    }
}

/// An input in memory, cut into chunks of a few bytes.
pub fn tiny(text: &str, format: Format) -> Inputs {
    Inputs::new([Input::bytes("memory", text)], format).chunk_size(8)
}

/// What a run came to.
pub struct Done {
    pub stats: Stats,
    pub sink: MemorySink<u8>,
}

impl Done {
    /// The output as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.sink.output).unwrap()
    }

    /// The failure records as lines of JSON.
    pub fn failures(&self) -> String {
        let mut out = Vec::new();
        self.sink.failures.iter().for_each(|record| record.append_json("script.vrl", &mut out));
        String::from_utf8(out).unwrap()
    }
}

/// Runs a pipeline with one worker and with several: output, records and counts must agree.
pub fn run(pipeline: impl Fn() -> Pipeline, source: impl Fn() -> Inputs) -> Done {
    let with = |threads| {
        let mut sink = MemorySink::default();
        let mut pipeline = pipeline().threads(threads).failure_records(true);
        let stats = pipeline.run(source(), JsonLines::default(), &mut sink);
        Done { stats, sink }
    };
    let (one, many) = (with(1), with(5));
    assert_eq!(one.text(), many.text());
    assert_eq!(one.failures(), many.failures());
    assert_eq!(one.stats.counts, many.stats.counts);
    assert_eq!(one.stats.failures.to_vec(), many.stats.failures.to_vec());
    assert_eq!(one.stats.end, many.stats.end);
    many
}
