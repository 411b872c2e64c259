//! What functions that run a closure for each member share: parameters, and how `return` ends one turn.

use vrlet_function::prelude::*;

/// What a closure goes over.
pub(super) const COLLECTION: Arg<Value> =
    Arg::required("value", "The array or object.").kinds(OBJECT.or(ARRAY));

/// The name of a field or the index of an element.
pub(super) const KEY: ClosureParam = ClosureParam {
    name: "key_or_index",
    kind: |context| match context.kind(COLLECTION) {
        kind if kind.is(OBJECT) => Kind::bytes(),
        kind if kind.is(ARRAY) => Kind::integer(),
        _ => Kind::never(),
    },
};

/// What stands there.
pub(super) const ELEMENT: ClosureParam =
    ClosureParam { name: "value", kind: |context| context.kind(COLLECTION).element_union() };

/// Over objects, `return` ends one run of the closure, with its value.
pub(super) fn or_return(result: Result<Value, Failure>) -> Result<Value, Failure> {
    match result {
        Err(Failure::Return(value)) => Ok(*value),
        other => other,
    }
}
