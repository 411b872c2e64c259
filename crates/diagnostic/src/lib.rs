//! Diagnostics: what is wrong with a program, where, and what to type instead.
//!
//! Every stage reports through one type, [`Diagnostic`]; this crate knows how it looks and nothing
//! of the language.

mod code;
mod control_characters;
mod diagnostic;
mod explanation;
mod line_index;
mod nearest;
mod render;
mod span;

pub use code::Code;
pub use control_characters::{is_terminal_control, visible};
pub use diagnostic::{Diagnostic, Edit, Label, Note, Severity};
pub use explanation::{Example, Explanation, Fix};
pub use line_index::{LineColumn, LineIndex};
pub use nearest::nearest;
pub use render::{Style, render, render_all, render_failure};
pub use span::Span;
