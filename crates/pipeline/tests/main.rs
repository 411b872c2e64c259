//! Pipelines as a host meets them: sources, sinks and programs in; output, counts and records out.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod bounds;
mod cancel;
mod failures;
mod inputs;
mod order;
mod push;
mod reload;
mod setup;
mod sinks;
