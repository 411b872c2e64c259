//! The result type of an assertion of a kind, shared by `array` and `object`.

use vrlet_function::prelude::*;

/// The type of a value that is surely an array, or surely an object: what was known of its members is
/// known still.
pub(super) fn collection(context: &CallContext<'_>, value: Arg<Value>, wanted: KindSet) -> TypeDef {
    let kind = context.kind(value);
    let sure = kind.is(wanted);
    let known = kind.may_be(wanted) && !kind.is_never();
    let kind = if known { kind.without(ANY.without(wanted)) } else { Kind::from(wanted) };
    TypeDef::new(kind).fallible_if(!sure)
}
