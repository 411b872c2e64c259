//! What there is to say of one function, for people.

use std::fmt;

use vrlet::diagnostic::Style;

use super::entry::{Entry, Parameter, Sample};
use crate::prose::{heading, write_wrapped};

/// How many kinds there are: a list of all says nothing.
const ALL_KINDS: usize = 9;

/// The page of a function.
pub struct Page<'a> {
    /// What there is to say.
    pub entry: &'a Entry,
    /// How it looks.
    pub style: Style,
}

impl fmt::Display for Page<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Entry {
            category,
            signature,
            about,
            parameters,
            closure,
            returns,
            fallible,
            failures,
            deprecated,
            examples,
            ..
        } = self.entry;
        f.write_str(&heading(signature, self.style))?;
        writeln!(f, "  {category}\n")?;
        write_wrapped(f, "", about)?;
        if let Some(instead) = deprecated {
            write_wrapped(f, "", &format!("Instead, {instead}."))?;
        }
        if !parameters.is_empty() {
            write!(f, "\n{}", heading("Parameters", self.style))?;
        }
        for parameter in parameters {
            self.parameter(f, parameter)?;
        }
        if let Some(closure) = closure {
            let parameters = closure.parameters.join(", ");
            write!(
                f,
                "\n{}  |{parameters}|, run over `{}`",
                heading("Closure", self.style),
                closure.over
            )?;
            writeln!(f, "; gives {}", list(&closure.returns))?;
        }
        write!(f, "\n{}", heading("Result", self.style))?;
        let returns =
            if returns.is_empty() { "nothing: it never ends".to_owned() } else { list(returns) };
        let can_fail = *fallible || !failures.is_empty();
        writeln!(f, "  {returns}{}", if can_fail { ", or a failure" } else { "" })?;
        if !failures.is_empty() {
            write!(f, "\n{}", heading("Failures", self.style))?;
        }
        for failure in *failures {
            write_wrapped(f, "  - ", failure)?;
        }
        if !examples.is_empty() {
            write!(f, "\n{}", heading("Examples", self.style))?;
        }
        for example in examples {
            self.example(f, example)?;
        }
        Ok(())
    }
}

impl Page<'_> {
    fn parameter(&self, f: &mut fmt::Formatter<'_>, parameter: &Parameter) -> fmt::Result {
        let Parameter { name, about, kinds, elements, required, default, choices, form } =
            parameter;
        let mut facts = vec![match elements {
            Some(elements) => format!("{} of {}", list(kinds), list(elements)),
            None => list(kinds),
        }];
        match *form {
            "constant" => facts.push("constant".to_owned()),
            "in place" | "fields" => facts.push("written in the call".to_owned()),
            "path" => facts.push("a path".to_owned()),
            _ => {}
        }
        match (required, default) {
            (true, _) => {}
            (false, serde_json::Value::Null) => facts.push("optional".to_owned()),
            (false, default) => facts.push(format!("default {default}")),
        }
        if !choices.is_empty() {
            let choices: Vec<String> =
                choices.iter().map(|choice| format!("\"{choice}\"")).collect();
            facts.push(format!("one of {}", choices.join(", ")));
        }
        writeln!(f, "  {name}: {}", facts.join("; "))?;
        write_wrapped(f, "      ", about)
    }

    fn example(&self, f: &mut fmt::Formatter<'_>, example: &Sample) -> fmt::Result {
        let Sample { title, event, source, result, error } = example;
        writeln!(f, "  # {title}")?;
        if event.as_object().is_none_or(|fields| !fields.is_empty()) {
            writeln!(f, "  # event: {event}")?;
        }
        for line in source.lines() {
            writeln!(f, "  {line}")?;
        }
        match (result, error) {
            (Some(result), _) => writeln!(f, "  # => {result}\n"),
            (None, error) => writeln!(f, "  # fails: {}\n", error.unwrap_or_default()),
        }
    }
}

fn list(kinds: &[&str]) -> String {
    match kinds {
        kinds if kinds.len() == ALL_KINDS => "any value".to_owned(),
        [] => "nothing".to_owned(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}
