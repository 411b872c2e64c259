//! What the checker notes of a closure while its body is checked: locals, `return` and `break`.

use vrlet_value::Kind;

use crate::tree::VariableId;

/// What is noted of a closure while its body is checked.
pub(super) struct EnclosingClosure {
    /// Whether `break` ends the function.
    pub breaks: bool,
    /// Whether a `return` may be one that fails.
    pub return_fails: bool,
    /// The variables first assigned inside.
    pub locals: Vec<VariableId>,
    /// What `return` gives.
    pub returned: Kind,
}
