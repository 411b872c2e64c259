//! The signature of a function in one line, without kinds: for lists and completion.

use vrlet::function::Function;

/// The call of a function in one line: `name(required, [optional]) -> |closure|`.
#[must_use]
pub fn signature(function: &Function) -> String {
    let params = function.params.iter().map(|param| match param.required {
        true => param.name.to_owned(),
        false => format!("[{}]", param.name),
    });
    let call = format!("{}({})", function.name, params.collect::<Vec<_>>().join(", "));
    match &function.closure {
        None => call,
        Some(closure) => {
            let params =
                closure.params.iter().map(|param| param.name).collect::<Vec<_>>().join(", ");
            format!("{call} -> |{params}| {{ … }}")
        }
    }
}
