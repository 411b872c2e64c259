//! Files named by constant arguments (schemas, lists, descriptors): read once, when a program is compiled.

use vrlet_function::prelude::*;

/// The content of the file that the constant of a parameter names; `what` says what it should hold.
pub(crate) fn read<T>(
    context: &CallContext<'_>,
    parameter: Arg<T>,
    what: &str,
) -> Result<Option<Vec<u8>>, ArgumentError> {
    let Some(Value::Bytes(path)) = context.constant_value(parameter) else { return Ok(None) };
    let content = context.host.files.read(&path.to_str()).map_err(|failure| {
        let cause = match failure {
            Failure::Error(message) | Failure::Stopped(message) => message.to_string(),
            Failure::Abort(_) | Failure::Return(_) | Failure::Break => path.to_string(),
        };
        ArgumentError::constant(parameter, format!("{what}: {cause}"))
    })?;
    Ok(Some(content))
}
