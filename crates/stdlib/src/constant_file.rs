//! Files that constants of a program name: read once, when it is compiled.

use vrlet_function::prelude::*;

/// The content of the file that the constant of a parameter names; `what` says what it should hold.
pub(crate) fn read(
    site: &Site<'_>,
    param: &'static str,
    what: &str,
) -> Result<Option<Vec<u8>>, Refusal> {
    let Some(Value::Bytes(path)) = site.constant(param) else { return Ok(None) };
    let content = site.host.files.read(&path.to_str()).map_err(|failure| {
        let cause = match failure {
            Failure::Error(message) | Failure::Stopped(message) => message.to_string(),
            Failure::Abort(_) | Failure::Return(_) | Failure::Break => path.to_string(),
        };
        Refusal::constant(param, format!("{what}: {cause}"))
    })?;
    Ok(Some(content))
}
