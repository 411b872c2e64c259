//! The imports of a file that declares a builtin.

pub use vrlet_value::{Array, Key, Kind, KindSet, Object, Path, Regex, Step, Text, Value};

pub use crate::{
    Arg, ArgumentError, ArgumentWarning, Body, Call, CallContext, Category, ClosureParam,
    ClosureSignature, CompiledBody, Contract, Example, Factory, Failure, Function, Literal,
    MachineState, Reach, TypeDef, per_machine, stateful,
};

/// Any value.
pub const ANY: KindSet = KindSet::ANY;
/// A string.
pub const STRING: KindSet = KindSet::BYTES;
/// An integer.
pub const INTEGER: KindSet = KindSet::INTEGER;
/// A float.
pub const FLOAT: KindSet = KindSet::FLOAT;
/// An integer or a float.
pub const NUMBER: KindSet = KindSet::INTEGER.or(KindSet::FLOAT);
/// A boolean.
pub const BOOLEAN: KindSet = KindSet::BOOLEAN;
/// A timestamp.
pub const TIMESTAMP: KindSet = KindSet::TIMESTAMP;
/// A regular expression.
pub const REGEX: KindSet = KindSet::REGEX;
/// Null.
pub const NULL: KindSet = KindSet::NULL;
/// An array.
pub const ARRAY: KindSet = KindSet::ARRAY;
/// An object.
pub const OBJECT: KindSet = KindSet::OBJECT;

/// An example over the event `{}` with its result as JSON.
#[must_use]
pub const fn example(title: &'static str, source: &'static str, result: &'static str) -> Example {
    Example { title, event: "{}", source, result: Ok(result) }
}

/// An example over the event `{}` that fails; `message` is a part of what the failure says.
#[must_use]
pub const fn fails(title: &'static str, source: &'static str, message: &'static str) -> Example {
    Example { title, event: "{}", source, result: Err(message) }
}
