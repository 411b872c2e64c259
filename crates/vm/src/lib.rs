//! The machine: a small bytecode and what runs it.
//!
//! A [`Program`] is immutable and shared by threads; a [`Machine`] belongs to one thread and holds its
//! registers, its inline caches and its own copy of every prepared body. The machine knows functions
//! and values, nothing of parser and compiler.

mod disassemble;
mod error;
mod machine;
mod op;
mod outcome;
mod program;

pub use disassemble::Disassembly;
pub use error::RunError;
pub use machine::Machine;
pub use op::{Op, Reg};
pub use outcome::Outcome;
pub use program::{
    CallBody, CallSite, ClosureCode, CoverageProbe, Guard, Handler, PlaceRef, ProbeKind, Program,
    Slot, TypeAssert,
};
