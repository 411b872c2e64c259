//! The limits of a program: how deep it may be nested and how many errors are collected. They keep any text
//! from exhausting the stack.

/// How deep brackets may be nested.
pub const MAX_BRACKETS: usize = 100;

/// How deep the tree may become: brackets, and chains such as `!!!x`, `a = b = c` and
/// `return return x`, which nest without brackets.
pub const MAX_DEPTH: usize = 256;

/// How many pieces may be broken before parsing stops: a text with that many mistakes is no program.
pub const MAX_BROKEN: usize = 100;
