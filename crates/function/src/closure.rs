//! Closures: what a function passes to one, and what it wants back.

use vrlet_value::{Kind, KindSet, Value};

use crate::context::CallContext;
use crate::failure::Failure;
use crate::parameter::Param;

/// What the contract says of a function's closure.
#[derive(Clone, Copy, Debug)]
pub struct ClosureSignature {
    /// The parameter that the closure goes over; its kind must be surely one of `over`.
    pub input: Param,
    /// The kinds that the closure can go over.
    pub over: KindSet,
    /// What the closure receives.
    pub params: &'static [ClosureParam],
    /// The kinds that the closure may give.
    pub result: KindSet,
    /// Whether `break` ends the function.
    pub breaks: bool,
    /// The kinds over which `return` ends one run of the closure, with its value; over others the call fails
    /// when it is reached.
    pub returns: KindSet,
    /// Whether the function never looks at what the closure gives: it runs for its effects.
    pub discards: bool,
}

/// A parameter of a closure.
#[derive(Clone, Copy, Debug)]
pub struct ClosureParam {
    /// What it is called in the manual.
    pub name: &'static str,
    /// Its kind, from what is known of the call.
    pub kind: fn(&CallContext<'_>) -> Kind,
}

/// A closure that runs.
pub trait Closure {
    /// Runs the closure once with the values of its parameters.
    ///
    /// # Errors
    /// A failure in the closure, an `abort`, a `return` or a `break`: what the function does not
    /// handle itself it passes on.
    fn run(&mut self, arguments: &mut [Value]) -> Result<Value, Failure>;
}
