//! What was noted of a program for tools: types by place, variables, calls, and what is known at one
//! place.

use vrlet_diagnostic::Span;
use vrlet_function::{Function, TypeDef};

use vrlet_value::Kind;

use super::TypeEnv;
use crate::tree::VariableId;

/// What was noted of a program, in the order in which it was checked.
#[derive(Default, Debug)]
pub struct Recording {
    /// Expressions, targets of assignments, and the paths that lead to either: their type where they
    /// stand.
    pub types: Vec<(Span, TypeDef)>,
    /// Names of variables.
    pub mentions: Vec<Mention>,
    /// Calls, outer ones before those in their arguments.
    pub calls: Vec<RecordedCall>,
    /// What assignments write: the assignment, the target, and its kind afterwards.
    pub writes: Vec<(Span, Span, Kind)>,
    /// What is known where the first expression begins that stands at or after the asked place.
    pub known: Option<TypeEnv>,
    /// The place that was asked for.
    pub(super) asked: Option<u32>,
}

/// The name of a variable in the source.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mention {
    /// Where it stands. In a template it includes the braces.
    pub span: Span,
    /// The variable.
    pub variable: VariableId,
    /// Whether a value is given to it here, or to something in it.
    pub is_write: bool,
}

/// A call in the source.
#[derive(Clone, Copy, Debug)]
pub struct RecordedCall {
    /// The function's name.
    pub name: Span,
    /// From the name to the closing parenthesis.
    pub span: Span,
    /// The function.
    pub function: &'static Function,
    /// Whether the call can fail, `!` or not; `None` where it does not compile.
    pub can_fail: Option<bool>,
}

impl Recording {
    /// A recording that notes what is known at `offset` too.
    #[must_use]
    pub fn asked_at(offset: Option<u32>) -> Self {
        Self { asked: offset, ..Self::default() }
    }
}
