//! What the operators do to values, in one place for the machine and for the folding of constants.
//!
//! Operands that become part of the result are taken by value, so that texts and objects which nobody
//! else holds are changed in place. What cannot be computed is a small [`OperandError`], which costs
//! nothing until somebody wants to read it.

mod calculate;
mod compare;
mod error;
mod logic;

pub use calculate::{add, divide, merge, multiply, remainder, subtract};
pub use compare::{equals, greater, greater_or_equal, less, less_or_equal};
pub use error::{OperandError, Operator};
pub use logic::{and, is_falsy, is_true_for_and, not};

/// How many bytes a text may have that an operator makes: 64 MiB.
pub const MAX_RESULT: usize = 64 << 20;
