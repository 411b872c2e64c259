//! Constant folding of calls: results that the checker knows because all arguments are constants.

use vrlet_function::{CallContext, Function, MachineState};
use vrlet_value::Value;

use crate::tree::CallBody;

/// The result of a call whose arguments are constants, where the function allows to foresee it.
pub(super) fn value(
    function: &Function,
    body: &CallBody,
    context: &CallContext<'_>,
) -> Option<Value> {
    if !function.folds {
        return None;
    }
    let constants = function.params.iter().map(|param| context.constant_of(param));
    let mut arguments = constants.collect::<Option<Vec<Value>>>()?;
    let mut call = vrlet_function::Call::new(&mut arguments, context.host);
    match body {
        CallBody::Plain(body) => body(&mut call).ok(),
        CallBody::Prepared(factory) => {
            factory.instantiate(&mut MachineState::default()).call(&mut call).ok()
        }
        CallBody::TypeAssert(_) => None,
    }
}
