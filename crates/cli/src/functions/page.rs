//! The reference page of one function, rendered for the terminal.

use std::fmt;

use vrlet::diagnostic::Style;
use vrlet_manual::{Closure, Entry, Parameter};

use crate::wrap::{heading, write_wrapped};

/// The page of a function.
pub struct Page<'a> {
    /// What there is to say.
    pub entry: &'a Entry,
    /// How it looks.
    pub style: Style,
}

impl fmt::Display for Page<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Entry { category, about, parameters, closure, .. } = self.entry;
        let Entry { failures, fails_untyped, deprecated, examples, .. } = self.entry;
        f.write_str(&heading(&self.entry.typed_signature(), self.style))?;
        writeln!(f, "  {category}\n")?;
        write_wrapped(f, "", about)?;
        if let Some(instead) = deprecated {
            write_wrapped(f, "", &format!("Instead, {instead}."))?;
        }
        if !parameters.is_empty() {
            write!(f, "\n{}", heading("Parameters", self.style))?;
        }
        parameters.iter().try_for_each(|parameter| describe(f, parameter))?;
        if let Some(closure) = closure {
            write!(f, "\n{}", heading("Closure", self.style))?;
            receive(f, closure)?;
        }
        write!(f, "\n{}", heading("Result", self.style))?;
        self.result(f)?;
        if !failures.is_empty() {
            write!(f, "\n{}", heading("Failures", self.style))?;
        }
        failures.iter().try_for_each(|failure| write_wrapped(f, "  - ", failure))?;
        if *fails_untyped {
            write_wrapped(f, "  ", Entry::UNTYPED)?;
        }
        if !examples.is_empty() {
            write!(f, "\n{}", heading("Examples", self.style))?;
        }
        for example in examples {
            example.program().lines().try_for_each(|line| writeln!(f, "  {line}"))?;
            writeln!(f)?;
        }
        Ok(())
    }
}

impl Page<'_> {
    fn result(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Entry { returns, returned_fields, .. } = self.entry;
        if returns.is_never() {
            return writeln!(f, "  nothing: it never ends");
        }
        let failure = if self.entry.can_fail() { ", or a failure" } else { "" };
        writeln!(f, "  {returns}{failure}")?;
        for field in returned_fields {
            writeln!(f, "  .{}: {}", field.name, field.kinds)?;
        }
        Ok(())
    }
}

fn describe(f: &mut fmt::Formatter<'_>, parameter: &Parameter) -> fmt::Result {
    let Parameter { name, about, kinds, .. } = parameter;
    let conditions: String =
        parameter.conditions().iter().map(|condition| format!("; {condition}")).collect();
    writeln!(f, "  {name}: {kinds}{conditions}")?;
    write_wrapped(f, "      ", about)
}

fn receive(f: &mut fmt::Formatter<'_>, closure: &Closure) -> fmt::Result {
    let parameters: Vec<String> =
        closure.parameters.iter().map(|it| format!("{}: {}", it.name, it.kinds)).collect();
    writeln!(f, "  |{}|, run over `{}`", parameters.join(", "), closure.over)?;
    write_wrapped(f, "  ", &closure.closure_doc())
}
