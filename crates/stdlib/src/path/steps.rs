//! Paths given as arrays of steps, shared by `get`, `set` and `remove`, and their result type.

use vrlet_function::prelude::*;

/// The type of a changed value, as VRL sees it: where it may be an object or something else, nothing.
pub(super) fn same_collection(context: &CallContext<'_>, value: Arg<Value>) -> TypeDef {
    let kind = context.kind(value);
    let kinds = [OBJECT, ARRAY].into_iter().find(|kinds| kind.is(*kinds));
    TypeDef::of(kinds.unwrap_or(KindSet::NEVER)).fallible()
}

/// The path whose steps stand in an array.
pub(super) fn path(steps: &Array) -> Result<Path, Failure> {
    let step = |step: &Value| match step {
        Value::Bytes(name) => Ok(Step::Field(Key::from(name))),
        Value::Integer(index) => Ok(Step::Index(*index)),
        other => {
            let found = other.kind_name();
            Err(Failure::new(format!(
                "a step of a path is a string or an integer, not a value of kind {found}"
            )))
        }
    };
    steps.iter().map(step).collect()
}
