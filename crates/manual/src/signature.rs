//! The call of a function, in short for lists and with the kinds of everything for its page.

use vrlet::function::Function;

use crate::entry::{Entry, Parameter};

/// Where a line is broken.
const WIDTH: usize = 96;

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

impl Entry {
    /// The call with the kinds of what it takes and gives; on several lines where one is too long.
    #[must_use]
    pub fn typed_signature(&self) -> String {
        let params: Vec<String> = self.parameters.iter().map(Parameter::declaration).collect();
        let end = self.end();
        let line = format!("{}({}){end}", self.name, params.join(", "));
        if line.chars().count() <= WIDTH || params.is_empty() {
            return line;
        }
        let lines: String = params.iter().map(|param| format!("  {param},\n")).collect();
        format!("{}(\n{lines}){end}", self.name)
    }

    /// What stands after the parentheses.
    fn end(&self) -> String {
        let mut end = String::new();
        if let Some(closure) = &self.closure {
            let names: Vec<&str> = closure.parameters.iter().map(|param| param.name).collect();
            end.push_str(&format!(" -> |{}| {{ … }}", names.join(", ")));
        }
        if self.returns.is_never() {
            return end;
        }
        end.push_str(&format!(" -> {}", self.returns));
        if self.can_fail() {
            end.push_str(", can fail");
        }
        end
    }
}

impl Parameter {
    fn declaration(&self) -> String {
        let Self { name, kinds, default, required, .. } = self;
        match (required, default) {
            (true, _) => format!("{name}: {kinds}"),
            (false, serde_json::Value::Null) => format!("[{name}: {kinds}]"),
            (false, default) => format!("[{name}: {kinds} = {default}]"),
        }
    }
}
