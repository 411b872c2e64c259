//! From `%{NAME:field}` to a regular expression.

use std::collections::HashMap;
use std::fmt::Write;

use grok::parser::{GrokComponent, grok_split};
use vrlet_function::prelude::*;

/// How deep patterns may refer to each other.
const DEEPEST: usize = 64;

/// How long an expression may become.
const LONGEST: usize = 1 << 20;

/// The patterns that a grok expression can name.
pub(in crate::parse) struct Patterns(HashMap<&'static str, &'static str>);

/// A grok expression, put together.
pub(in crate::parse) struct Expanded {
    /// The regular expression; each field is a group `_N`.
    pub(super) regex: String,
    /// The fields, by their numbers.
    pub(super) fields: Vec<Key>,
}

impl Patterns {
    /// Those of Logstash.
    pub(in crate::parse) fn logstash() -> Self {
        Self(grok::patterns().iter().copied().collect())
    }

    /// Puts an expression together; patterns without a field are groups that capture nothing.
    pub(in crate::parse) fn expand(&self, pattern: &str) -> Result<Expanded, String> {
        let mut expanded = Expanded { regex: String::new(), fields: Vec::new() };
        self.append(pattern, &mut HashMap::new(), 0, &mut expanded)?;
        Ok(expanded)
    }

    fn append<'p>(
        &'p self,
        pattern: &'p str,
        local: &mut HashMap<&'p str, &'p str>,
        depth: usize,
        expanded: &mut Expanded,
    ) -> Result<(), String> {
        if depth > DEEPEST || expanded.regex.len() > LONGEST {
            return Err("the pattern becomes too large when its names are filled in".to_owned());
        }
        for component in grok_split(pattern) {
            match component {
                GrokComponent::RegularExpression { string, .. } => expanded.regex.push_str(string),
                GrokComponent::GrokPattern { name, alias, definition, .. } => {
                    if !definition.is_empty() {
                        local.insert(name, definition);
                    }
                    let Some(inner) = local.get(name).or_else(|| self.0.get(name)).copied() else {
                        return Err(format!("there is no pattern `{name}`"));
                    };
                    expanded.open(alias);
                    self.append(inner, &mut HashMap::new(), depth + 1, expanded)?;
                    expanded.regex.push(')');
                }
                GrokComponent::PatternError(_) => {
                    return Err(format!("`{pattern}` has a `%{{…}}` that can't be read"));
                }
            }
        }
        Ok(())
    }
}

impl Expanded {
    /// Opens a group, which is a field if it has a name.
    fn open(&mut self, name: &str) {
        if name.is_empty() {
            self.regex.push_str("(?:");
            return;
        }
        // Writing to a string can't fail.
        let _ = write!(self.regex, "(?<_{}>", self.fields.len());
        let again = |field: &Key| {
            **field == *name || field.strip_prefix(name).is_some_and(|rest| rest.starts_with('['))
        };
        let count = self.fields.iter().filter(|field| again(field)).count();
        self.fields.push(match count {
            0 => Key::from(name),
            count => Key::from(format!("{name}[{count}]")),
        });
    }
}
