//! The signature of a function with the kinds of all that it takes and gives: for its page.

use crate::entry::{Entry, Parameter};

/// Where a line is broken.
const WIDTH: usize = 96;

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

    /// What stands after the parentheses: the closure, the kinds of the result, whether the call can fail.
    #[must_use]
    pub fn end(&self) -> String {
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
    /// The parameter as a signature shows it: `[limit: integer = 10]`.
    #[must_use]
    pub fn declaration(&self) -> String {
        let Self { name, kinds, default, required, .. } = self;
        match (required, default) {
            (true, _) => format!("{name}: {kinds}"),
            (false, serde_json::Value::Null) => format!("[{name}: {kinds}]"),
            (false, default) => format!("[{name}: {kinds} = {default}]"),
        }
    }
}
