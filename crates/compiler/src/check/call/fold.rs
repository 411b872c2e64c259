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
    let call = vrlet_function::Call::new(&mut arguments, context.host);
    match body {
        CallBody::Plain(body) => body(&mut { call }).ok(),
        CallBody::Prepared(factory) => {
            let mut machine = MachineState::default();
            let mut body = factory.instantiate(&mut machine);
            body.call(&mut call.with_machine(&mut machine)).ok()
        }
        CallBody::TypeAssert(_) => None,
    }
}
