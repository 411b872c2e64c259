//! The machine of the vrlet engine: bytecode and its execution.
