//! From syntax tree to program: `check` proves what can be proven, `emit` writes the bytecode.
//!
//! `Ast → Tree → Program`; each stop is its own type, so no stage can be skipped, and after `check`
//! nothing can fail.

pub mod check;
mod emit;
mod error;
mod failure;
mod foreign_functions;
mod known;
pub mod tree;
pub mod uses;
mod warning;

pub use check::{
    Analysed, Checked, Mention, NotAPath, Options, REMOVED_FUNCTIONS, ReadOnly, RecordedCall,
    Recording, TypeEnv, TypedVariable, analyse, check, instead_of_removed,
};
pub use emit::{emit, emit_with_probes};
pub use known::{VECTOR_FUNCTIONS, VRL_FUNCTIONS};
pub use uses::Uses;
