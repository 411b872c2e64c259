//! Events from a source through a VRL program to a sink: as many threads as there are cores, output in
//! the order of the input, bounded memory.
//!
//! ```
//! use vrlet::Engine;
//! use vrlet_pipeline::{Format, Input, Inputs, JsonLines, MemorySink, Pipeline};
//!
//! let program = Engine::builder().build().compile(".level = upcase!(.level)")?;
//! let input = Input::bytes("memory", "{\"level\":\"info\"}\n{\"level\":7}\n");
//! let mut sink = MemorySink::default();
//! let mut pipeline = Pipeline::new(program).failure_records(true);
//! let stats = pipeline.run(Inputs::new([input], Format::Ndjson), JsonLines::default(), &mut sink);
//!
//! assert_eq!(sink.output, b"{\"level\":\"INFO\"}\n{\"level\":7}\n", "what fails is passed on as it came");
//! assert_eq!((stats.counts.read, stats.counts.failed), (2, 1));
//! assert_eq!(sink.failures[0].position.to_string(), "memory:2");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The way of the data: a [`Source`] gives [`Chunk`]s, one at a time; workers run the program over their
//! events, each with a machine of its own, and an [`Encoder`] makes of them what the sink takes; the
//! results get back into the order of the chunks; a [`Sink`] writes them, after which whoever sent a chunk
//! has its [`Receipt`]. A slow sink holds the source back. The program is in a [`ProgramSlot`], where
//! another one can take its place while events flow.

/// The page about embedding is a test: here, since it shows pipelines too.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/embedding.md")]
mod embedding {}

mod batch;
mod cancel;
mod channel;
mod chunk;
mod counts;
mod decode;
mod encoder;
mod failure;
mod failure_group;
mod format;
mod frames;
mod input;
mod inputs;
mod json_values;
mod line_events;
mod memory_sink;
mod output;
mod pipeline;
mod policy;
mod position;
mod program_slot;
mod read_error;
mod receipt;
mod reorder;
mod sink;
mod sink_error;
mod source;
mod stats;
mod stream;
mod timings;
mod worker;
mod writer;

pub use batch::Batch;
pub use cancel::Cancel;
pub use channel::{ChannelSource, ChunkSender, SendError, channel};
pub use chunk::{Chunk, Content, Piece};
pub use counts::Counts;
pub use decode::{Signature, UnreadableContent};
pub use encoder::{Emit, Encoder, Events, JsonLines};
pub use failure::{Failure, FailureRecord};
pub use failure_group::{Cause, FailureGroup, FailureGroups};
pub use format::Format;
pub use frames::{Frame, Frames};
pub use input::{Input, InputBytes};
pub use inputs::Inputs;
pub use line_events::LineEvents;
pub use memory_sink::MemorySink;
pub use output::{LinesSink, Output};
pub use pipeline::Pipeline;
pub use policy::{OnAbort, OnError};
pub use position::SourcePos;
pub use program_slot::ProgramSlot;
pub use read_error::ReadError;
pub use receipt::{Receipt, ReceiptStatus};
pub use sink::Sink;
pub use sink_error::SinkError;
pub use source::Source;
pub use stats::{Stats, Stop};
pub use timings::Timings;
