//! `Outcome`: how a run ends that did not fail, with a value or aborted.

use vrlet_value::Value;

/// The end of a run.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// The program came to its end, or to a `return`.
    Value(Value),
    /// The program said `abort`, with or without a message.
    Aborted(Option<String>),
}
