//! From syntax tree to program: `check` proves what can be proven, `emit` writes the bytecode.
//!
//! `Ast → Tree → Program`; each stop is its own type, so no stage can be skipped, and after `check`
//! nothing can fail.

pub mod check;
mod emit;
mod error;
mod known;
pub mod tree;
mod warning;

pub use check::{
    BYGONE_FUNCTIONS, Checked, Knowledge, KnownVariable, NotAPath, Options, ReadOnly, check,
    instead_of_bygone,
};
pub use emit::{emit, emit_with_marks};
pub use known::{VECTOR_FUNCTIONS, VRL_FUNCTIONS};
