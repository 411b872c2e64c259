//! Functions of places in values.

mod del;
mod exists;
mod get;
mod remove;
mod set;

use vrlet_function::prelude::*;

pub(crate) const FUNCTIONS: &[&Function] =
    &[&del::FUNCTION, &exists::FUNCTION, &get::FUNCTION, &remove::FUNCTION, &set::FUNCTION];

/// The type of a changed value, as VRL sees it: where it may be an object or something else, nothing.
fn same_collection(context: &CallContext<'_>, value: Arg<Value>) -> TypeDef {
    let kind = context.kind(value);
    let kinds = [OBJECT, ARRAY].into_iter().find(|kinds| kind.is(*kinds));
    TypeDef::of(kinds.unwrap_or(KindSet::NEVER)).fallible()
}

/// The path whose steps stand in an array.
fn path(steps: &Array) -> Result<Path, Failure> {
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
