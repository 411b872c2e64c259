//! From the flags of `vrlet run` to the options of the pipeline.

use vrlet_pipeline::{Emit, Format, JsonLines, OnAbort, OnError, Pipeline, ProgramSlot};

use crate::arguments::{self, InputFormat, RunArguments};

impl From<InputFormat> for Format {
    fn from(format: InputFormat) -> Self {
        match format {
            InputFormat::Ndjson => Self::Ndjson,
            InputFormat::Lines => Self::Lines,
            InputFormat::Json => Self::Json,
        }
    }
}

/// The pipeline that the flags ask for.
pub fn pipeline(program: impl Into<ProgramSlot>, arguments: &RunArguments) -> Pipeline {
    let on_error = match arguments.on_error {
        arguments::OnError::Keep => OnError::Keep,
        arguments::OnError::Drop => OnError::Drop,
        arguments::OnError::Fail => OnError::Stop,
    };
    let on_abort = match arguments.on_abort {
        arguments::OnAbort::Drop => OnAbort::Drop,
        arguments::OnAbort::Keep => OnAbort::Keep,
    };
    Pipeline::new(program)
        .on_error(on_error)
        .on_abort(on_abort)
        .failure_records(arguments.errors.is_some())
        .timings(arguments.stats)
}

/// How events are written.
pub fn encoder(arguments: &RunArguments) -> JsonLines {
    let emit = match arguments.emit {
        arguments::Emit::Event => Emit::Event,
        arguments::Emit::Result => Emit::Result,
    };
    // Only lines of JSON are known to be written as their author likes them.
    let keep_text = arguments.input_format == InputFormat::Ndjson;
    JsonLines { emit, sort_keys: arguments.sort_keys, keep_text }
}
