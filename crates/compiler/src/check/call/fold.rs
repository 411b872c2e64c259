//! Calls that are constants to the checker.

use vrlet_function::{Function, Site};
use vrlet_value::Value;

use crate::tree::CallBody;

/// The result of a call whose arguments are constants, where the function allows to foresee it.
pub(super) fn value(function: &Function, body: &mut CallBody, site: &Site<'_>) -> Option<Value> {
    if !function.folds {
        return None;
    }
    let constants = function.params.iter().map(|param| site.constant(param.name));
    let mut arguments = constants.collect::<Option<Vec<Value>>>()?;
    let mut call = vrlet_function::Call::new(&mut arguments, site.host);
    match body {
        CallBody::Plain(body) => body(&mut call).ok(),
        CallBody::Prepared(body) => body.call(&mut call).ok(),
        CallBody::Expects(_) => None,
    }
}
