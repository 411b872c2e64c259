//! What a program did wrong, where, and what to type instead.
//!
//! Every stage reports through one type, [`Diagnostic`]; this crate knows how it looks and nothing
//! of the language.

mod code;
mod diagnostic;
mod explanation;
mod nearest;
mod position;
mod render;
mod span;
mod visible;

pub use code::Code;
pub use diagnostic::{Diagnostic, Edit, Label, Note, Severity};
pub use explanation::{Example, Explanation, Fix};
pub use nearest::nearest;
pub use position::{LineColumn, LineIndex};
pub use render::{Style, render, render_all, render_failure};
pub use span::Span;
pub use visible::{is_terminal_control, visible};
